/* The figures that there are. */
#include "base/error.h"
#include "figures/figure.h"
#include "report/lines.h"

/* A curve over a number, a line a class, or the levels of a factor. */
static logreg_status compose_curve(logreg__figure *figure, const logreg_model *model,
                                   const logreg_frame *frame, const logreg_figure_options *options,
                                   logreg_error *err)
{
    logreg__subject subject;
    double low, high;
    logreg_report_options choice = logreg_report_options_default();
    choice.feature = options->feature;
    choice.conf_level = options->conf_level;
    logreg_status status = logreg__subject_choose(&subject, model, frame, &choice, err);
    if (status != LOGREG_OK)
        return status;
    if (logreg__subject_lacks(&subject))
        return logreg__fail(err, LOGREG_EINVAL, "there is no curve to draw: %s",
                            logreg__subject_lacks(&subject));
    if (subject.v.kind != LOGREG_NUMERIC)
        return logreg__figure_levels(figure, &subject, err);
    if (!logreg__lines_range(&low, &high, &subject.v))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no curve to draw: '%s' has a range that no axis can hold",
                            subject.v.name);
    return logreg_model_classes(model) == 2 ? logreg__figure_curve(figure, &subject, low, high, err)
                                            : logreg__figure_classes(figure, &subject, low, high, err);
}

const logreg__what logreg__what_table[] = {
    {"curve", "probability along a variable, with its band, the rows and shares of events", compose_curve},
    {"roc", "events found against false alarms over all thresholds", logreg__figure_roc},
    {NULL, NULL, NULL},
};
