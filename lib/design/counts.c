/* Weights, and events out of trials: what cells may hold, in a fit and in new rows, and what they add up to. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/place.h"
#include "design/response_read.h"

/* Weights that are negative; a missing one is none. */
static logreg_status check(const logreg__column *weights, const logreg_frame *frame, size_t row,
                           const char *what, const char *why, logreg_error *err)
{
    double w = logreg__column_number(weights, row);
    if (isnan(w) || w >= 0)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail_at(err, frame, row, weights, "the %s in column '%s' is %s; %s and must be 0 or more",
                           what, weights->name, logreg__number_shortest(text, w), why);
}

logreg_status logreg__weight_check(const logreg__column *weights, const logreg_frame *frame, size_t row,
                                   logreg_error *err)
{
    return check(weights, frame, row, "weight", "weights count rows", err);
}

logreg_status logreg__sampling_check(const logreg__column *sampling, const logreg_frame *frame, size_t row,
                                     logreg_error *err)
{
    return check(sampling, frame, row, "sampling weight", "it counts those that a row stands for", err);
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

/* ---- Of all rows ---- */

static logreg_status check_both(const logreg__response *r, size_t row, logreg_error *err)
{
    logreg_status status = r->weights ? logreg__weight_check(r->weights, r->frame, row, err) : LOGREG_OK;
    return status == LOGREG_OK && r->sampling ? logreg__sampling_check(r->sampling, r->frame, row, err)
                                              : status;
}

logreg_status logreg__weights_check(const logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    bool any = r->weights || r->sampling;
    for (logreg__stroll s = {.rows = rows}; any && status == LOGREG_OK && logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count && status == LOGREG_OK; i++)
            status = check_both(r, s.place[i], err);
    return status;
}

/* log C(n, r); lgamma_r, since lgamma sets a global. */
static double log_choose(double n, double r)
{
    int sign;
    return lgamma_r(n + 1, &sign) - lgamma_r(r + 1, &sign) - lgamma_r(n - r + 1, &sign);
}

logreg_status logreg__classes_of_counts(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    if (r->target->known_by)
        return logreg__fail(
            err, LOGREG_EDATA,
            "with trials the target counts events, and '%.200s' is a condition, one outcome a "
            "row: leave out the trials",
            r->target->name);
    if (r->target->kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA,
                            "with trials the target counts events, but column '%s' holds text",
                            r->target->name);
    r->grouped = true;
    r->label = logreg__new(2, sizeof *r->label);
    r->weight = logreg__new(2, sizeof *r->weight);
    if (!r->label || !r->weight)
        return logreg__fail_memory(err);
    r->n_classes = 2;
    r->label[0] = logreg__copy("non-event");
    r->label[1] = logreg__copy("event");
    if (!r->label[0] || !r->label[1])
        return logreg__fail_memory(err);
    for (logreg__stroll s = {.rows = rows}; logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double events = logreg__column_number(r->target, s.place[i]),
                   trials = logreg__column_number(r->trials, s.place[i]),
                   w = logreg__prior_weight(r, s.place[i]);
            logreg_status status = logreg__counts_check(r->target, r->trials, r->frame, s.place[i], err);
            if (status != LOGREG_OK)
                return status;
            r->weight[0] += w * (trials - events);
            r->weight[1] += w * events;
            r->log_choose += w * log_choose(trials, events);
        }
    for (int c = 0; c < 2; c++)
        if (!(r->weight[c] > 0))
            return logreg__fail(err, LOGREG_EDATA, "the target '%s' counts no %ss at all: a fit needs both",
                                r->target->name, r->label[c]);
    return LOGREG_OK;
}
