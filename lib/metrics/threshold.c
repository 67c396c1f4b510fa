/* Thresholds chosen on rows. Of all that a threshold can say of the rows, the best by the rule is taken, of equals that with the highest threshold. Rules that will do from
 * some threshold on, or up to it, need no more of the order of the rows than what is near that place, which counts in cells tell. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/stretch.h"

/* What a threshold says of the rows: events and others said to be events, of all events and others. */
typedef struct {
    double tp, fp, events, others;
} said;

/* How good that is; -INFINITY where it will not do. Youden's index times both classes, so that of whole rows equals are equal. */
static double youden(const said *s, const double *value)
{
    (void)value;
    return s->tp * s->others - s->fp * s->events;
}

static double f1(const said *s, const double *value)
{
    (void)value;
    return 2 * s->tp / (s->tp + s->fp + s->events);
}

static double cost(const said *s, const double *value)
{
    return -(value[0] * s->fp + value[1] * (s->events - s->tp));
}

static double sensitivity(const said *s, const double *value)
{
    return s->tp / s->events >= *value ? 0 : -INFINITY;
}

static double specificity(const said *s, const double *value)
{
    return (s->others - s->fp) / s->others >= *value ? s->tp + s->fp : -INFINITY;
}

static double rate(const said *s, const double *value)
{
    return (s->tp + s->fp) / (s->events + s->others) <= *value ? s->tp + s->fp : -INFINITY;
}

typedef struct {
    logreg_threshold_kind told;
    double (*goodness)(const said *s, const double *value);
    enum {
        PEAKS,
        BEGINS,
        ENDS
    } course; /* where it will do, the lower the threshold: anywhere; from some place on; up to some place, the best being there */
} kind;

static const kind table[] = {
    {{"youden", "the largest sensitivity + specificity - 1", 0}, youden, PEAKS},
    {{"f1", "the largest F1", 0}, f1, PEAKS},
    {{"cost", "the least cost of false positives and false negatives", 2}, cost, PEAKS},
    {{"sensitivity", "the highest with at least this sensitivity", 1}, sensitivity, BEGINS},
    {{"specificity", "the lowest with at least this specificity", 1}, specificity, ENDS},
    {{"rate", "the lowest that says event of at most this share of rows", 1}, rate, ENDS},
};

#define N_KINDS (sizeof table / sizeof *table)

const logreg_threshold_kind *logreg_threshold_at(size_t i)
{
    return i < N_KINDS ? &table[i].told : NULL;
}

static logreg_status check(const kind **found, const logreg_threshold_rule *rule, const logreg_labelled *rows,
                           logreg_error *err)
{
    const kind *k = NULL;
    for (size_t i = 0; i < N_KINDS; i++)
        if (strcmp(table[i].told.name, rule->name) == 0)
            k = &table[i];
    if (!k)
        return logreg__fail(err, LOGREG_EINVAL, "there is no rule '%s' for a threshold", rule->name);
    if (rows->n_classes != 2)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a threshold is of two classes, and there are %zu, of which the likeliest is said",
            rows->n_classes);
    const double *v = rule->value;
    if (k->told.n_values == 1 && !(*v >= 0 && *v <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "a %s of %g; it lies between 0 and 1", rule->name, *v);
    if (k->told.n_values == 2 && !(v[0] >= 0 && v[1] >= 0 && v[0] + v[1] > 0 && isfinite(v[0] + v[1])))
        return logreg__fail(err, LOGREG_EINVAL, "costs of %g and %g; they are 0 or more, and not both 0",
                            v[0], v[1]);
    *found = k;
    return LOGREG_OK;
}

/* The number of fewest decimals above `below` and up to p: it says the same of these rows. */
static double roundest(double below, double p)
{
    double scale = 1;
    for (int digits = 0; digits <= 15; digits++, scale *= 10) {
        double t = floor(p * scale) / scale;
        if (t > p)
            t = (floor(p * scale) - 1) / scale;
        if (t > below)
            return t;
    }
    return p;
}

/* What was chosen: NaN where none will do. at: the tie where it stands; ranked->n: above all of them. */
typedef struct {
    double threshold;
    size_t at;
} choice;

/* The best, s being what is said of rows above those that are ranked. That nothing is said needs a probability above all. */
static choice choose(const logreg__ranked *ranked, said s, bool highest, const kind *k, const double *value)
{
    logreg__sum tp = {s.tp, 0}, fp = {s.fp, 0};
    choice c = {NAN, ranked->n};
    double best = -INFINITY;
    if (highest && ranked->tie[ranked->n - 1].p < 1) {
        best = k->goodness(&s, value);
        c.threshold = best > -INFINITY ? roundest(ranked->tie[ranked->n - 1].p, 1) : (double)NAN;
    }
    for (size_t i = ranked->n; i-- > 0;) {
        logreg__sum_add(&tp, ranked->tie[i].events);
        logreg__sum_add(&fp, ranked->tie[i].others);
        s.tp = logreg__sum_value(tp);
        s.fp = logreg__sum_value(fp);
        double goodness = k->goodness(&s, value);
        if (goodness > best) {
            best = goodness;
            c = (choice){roundest(i ? ranked->tie[i - 1].p : -1, ranked->tie[i].p), i};
        }
    }
    return c;
}

/* The cell, from the highest down, where the rule begins or ends to do. */
static size_t turn(const logreg__cells *cells, const kind *k, const double *value)
{
    said s = {0, 0, cells->events, cells->others};
    for (size_t c = LOGREG__CELLS + 1; c-- > 0;) {
        s.fp += cells->count[c][0];
        s.tp += cells->count[c][1];
        if ((k->goodness(&s, value) > -INFINITY) == (k->course == BEGINS))
            return c;
    }
    return 0;
}

/* By the rows near that place alone; *sure is false, and *threshold untouched, where these do not tell. */
static logreg_status choose_nearby(double *threshold, bool *sure, const kind *k, const double *value,
                                   const logreg_labelled *rows, logreg_error *err)
{
    logreg__stretch s;
    *sure = false;
    if (k->course == PEAKS)
        return LOGREG_OK;
    logreg__cells *cells = logreg__new_raw(1, sizeof *cells);
    if (!cells)
        return logreg__fail_memory(err);
    bool counted = logreg__cells_count(cells, rows) && cells->events > 0 && cells->others > 0;
    logreg_status status =
        counted ? logreg__stretch_rank(&s, cells, turn(cells, k, value), rows, err) : LOGREG_OK;
    if (counted && status == LOGREG_OK && s.ranked.n > 0) {
        const said above = {s.events, s.others, cells->events, cells->others};
        choice c = choose(&s.ranked, above, s.highest, k, value);
        *sure = !isnan(c.threshold) && (c.at > 0 || s.lowest);
        if (*sure)
            *threshold = c.threshold;
    }
    if (counted && status == LOGREG_OK)
        logreg__stretch_clear(&s);
    free(cells);
    return status;
}

static logreg_status choose_among_all(double *threshold, const kind *k, const logreg_threshold_rule *rule,
                                      const logreg_labelled *rows, logreg_error *err)
{
    logreg__ranked *ranked = NULL;
    logreg_status status = logreg__ranked_new(&ranked, rows->y, rows->p, rows->w, rows->n, err);
    if (status != LOGREG_OK)
        return status;
    choice chosen = {NAN, 0};
    if (!(ranked->events > 0 && ranked->others > 0))
        status = logreg__fail(err, LOGREG_EDATA,
                              "a threshold is chosen on rows of both classes, and these are of one");
    else
        chosen = choose(ranked, (said){0, 0, ranked->events, ranked->others}, true, k, rule->value);
    if (status == LOGREG_OK && isnan(chosen.threshold))
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "no threshold gives a %s of %g on these rows, since so many have a probability of 1",
                         rule->name, *rule->value);
    logreg__ranked_free(ranked);
    if (status == LOGREG_OK)
        *threshold = chosen.threshold;
    return status;
}

logreg_status logreg_metric_threshold(double *threshold, const logreg_threshold_rule *rule,
                                      const logreg_labelled *rows, logreg_error *err)
{
    const kind *k = NULL;
    bool sure = false;
    logreg_status status = check(&k, rule, rows, err);
    if (status == LOGREG_OK)
        status = choose_nearby(threshold, &sure, k, rule->value, rows, err);
    return status == LOGREG_OK && !sure ? choose_among_all(threshold, k, rule, rows, err) : status;
}
