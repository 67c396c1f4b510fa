#include "report/options.h"

#include <math.h>

#include "base/error.h"

logreg_report_options logreg_report_options_default(void)
{
    return (logreg_report_options){
        .conf_level = 0.95,
        .width = 80,
        .height = 16,
        .seconds_load = NAN,
        .seconds_fit = NAN,
        .seconds_total = NAN,
    };
}

static int within(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

logreg_status logreg__report_options_check(logreg_report_options *checked,
                                           const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o = options ? *options : logreg_report_options_default();
    if (!(o.conf_level > 0 && o.conf_level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o.conf_level);
    o.width = within(o.width, LOGREG__WIDTH_LEAST, LOGREG__WIDTH_MOST);
    o.height = within(o.height, LOGREG__HEIGHT_LEAST, LOGREG__HEIGHT_MOST);
    *checked = o;
    return LOGREG_OK;
}
