/* Curves over all thresholds. Of rows in ascending order, those from row i on are said to be events at its threshold; points come as
 * scikit-learn has them, but that where nothing is said the threshold is infinite. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/curve.h"

/* Events and others that are said to be events at a threshold. */
typedef struct {
    double threshold, events, others;
} said;

/* Points 0 .. n, from the highest threshold down; the first says nothing. NULL: out of memory. */
static said *walk_down(const logreg__ranked *ranked)
{
    said *at = logreg__new_raw(ranked->n + 1, sizeof *at);
    if (!at)
        return NULL;
    logreg__sum events = {0, 0}, others = {0, 0};
    *at = (said){INFINITY, 0, 0};
    for (size_t i = 1; i <= ranked->n; i++) {
        const logreg__tie *tie = &ranked->tie[ranked->n - i];
        logreg__sum_add(&events, tie->events);
        logreg__sum_add(&others, tie->others);
        at[i] = (said){tie->p, logreg__sum_value(events), logreg__sum_value(others)};
    }
    return at;
}

/* As scikit-learn's drop_intermediate: points between two equal steps. Returns how many points, from 0 on, are left. */
static size_t drop_intermediate(said *at, size_t n)
{
    size_t kept = 2;
    said before = at[1];
    for (size_t i = 2; i < n; i++) {
        said here = at[i];
        double bend[] = {at[i + 1].events - here.events - (here.events - before.events),
                         at[i + 1].others - here.others - (here.others - before.others)};
        if (bend[0] != 0 || bend[1] != 0)
            at[kept++] = here;
        before = here;
    }
    if (n > 1)
        at[kept++] = at[n];
    return kept;
}

logreg_status logreg__curve_roc(logreg_curve *curve, const logreg__ranked *ranked,
                                const logreg_curve_options *o, logreg_error *err)
{
    said *at = walk_down(ranked);
    if (!at)
        return logreg__fail_memory(err);
    size_t n = o->drop_intermediate ? drop_intermediate(at, ranked->n) : ranked->n + 1;
    logreg_status status = logreg__curve_room(curve, n, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        curve->column[0][i] = at[i].threshold;
        curve->column[1][i] = at[i].others / ranked->others;
        curve->column[2][i] = at[i].events / ranked->events;
    }
    free(at);
    return status;
}

/* From the lowest threshold up; the last point says nothing, with a precision of 1. */
logreg_status logreg__curve_precision_recall(logreg_curve *curve, const logreg__ranked *ranked,
                                             const logreg_curve_options *o, logreg_error *err)
{
    (void)o;
    said *at = walk_down(ranked);
    if (!at)
        return logreg__fail_memory(err);
    size_t n = ranked->n;
    logreg_status status = logreg__curve_room(curve, n + 1, err);
    for (size_t i = 0; status == LOGREG_OK && i <= n; i++) {
        const said *s = &at[n - i];
        curve->column[0][i] = s->threshold;
        curve->column[1][i] = i == n ? 1 : s->events / (s->events + s->others);
        curve->column[2][i] = s->events / ranked->events;
    }
    free(at);
    return status;
}

/* Lift of nothing is none. */
logreg_status logreg__curve_gain(logreg_curve *curve, const logreg__ranked *ranked,
                                 const logreg_curve_options *o, logreg_error *err)
{
    (void)o;
    said *at = walk_down(ranked);
    if (!at)
        return logreg__fail_memory(err);
    size_t n = ranked->n;
    double share = ranked->events / (ranked->events + ranked->others);
    logreg_status status = logreg__curve_room(curve, n + 1, err);
    for (size_t i = 0; status == LOGREG_OK && i <= n; i++) {
        double rows = at[i].events + at[i].others;
        curve->column[0][i] = at[i].threshold;
        curve->column[1][i] = rows / (ranked->events + ranked->others);
        curve->column[2][i] = at[i].events / ranked->events;
        curve->column[3][i] = at[i].events / rows / share;
    }
    free(at);
    return status;
}
