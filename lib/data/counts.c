/* What single cells of weights, events and trials may hold, in a fit and in new rows. */
#include <math.h>

#include "base/number.h"
#include "data/place.h"
#include "data/response.h"

logreg_status logreg__weight_check(const logreg__column *weights, const logreg_frame *frame, size_t row,
                                   logreg_error *err)
{
    double w = logreg__column_number(weights, row);
    if (isnan(w) || w >= 0)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail_at(err, frame, row, weights,
                           "the weight in column '%s' is %s; weights count rows and must be 0 or more",
                           weights->name, logreg__number_shortest(text, w));
}

logreg_status logreg__counts_check(const logreg__column *events, const logreg__column *trials,
                                   const logreg_frame *frame, size_t row, logreg_error *err)
{
    double r = logreg__column_number(events, row), n = logreg__column_number(trials, row);
    bool bad_trials = n < 0 || (!isnan(n) && n != floor(n)),
         bad_events = r < 0 || r > n || (!isnan(r) && r != floor(r));
    if (!bad_trials && !bad_events)
        return LOGREG_OK;
    char r_text[LOGREG__NUMBER_SIZE], n_text[LOGREG__NUMBER_SIZE];
    logreg__number_shortest(r_text, r);
    logreg__number_shortest(n_text, n);
    if (bad_trials)
        return logreg__fail_at(err, frame, row, trials, "%s trials in column '%s'; trials are whole numbers",
                               n_text, trials->name);
    return logreg__fail_at(
        err, frame, row, events,
        "%s events in column '%s' of %s trial%s; events are whole numbers from 0 to the trials", r_text,
        events->name, isnan(n) ? "an unknown number of" : n_text, n == 1 ? "" : "s");
}
