/* Two scores of the same rows: DeLong, DeLong & Clarke-Pearson (1988). The AUCs are means of the same events' and others' placements (auc.c), so that with
 * S10 and S01 their covariances over the two scores, var(AUC_1 - AUC_2) is the variance of the differences of placements, of events and of others. */
#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/ranked.h"
#include "metrics/versus.h"

/* Of each tie: twice the others below it and those in it, and the same of events. */
typedef struct {
    double others, events;
} below;

typedef struct {
    logreg__ranked *ranked;
    below *below;      /* [ranked->n] */
    double low, scale; /* from scores to cells of equal width, */
    size_t n_cells;
    size_t *first; /* [n_cells + 1] and the first tie that is in or behind each */
} score;

static void clear(score *s)
{
    logreg__ranked_free(s->ranked);
    free(s->below);
    free(s->first);
}

/* Weakly in order: a difference and a product keep it. */
static size_t cell_of(const score *s, double p)
{
    double cell = (p - s->low) * s->scale;
    return cell < (double)s->n_cells ? (size_t)cell : s->n_cells - 1;
}

/* As many cells as ties, so that most hold one or two; one alone where scores are infinite or the same. */
static void lay_cells(score *s)
{
    const logreg__ranked *r = s->ranked;
    double width = r->n ? r->tie[r->n - 1].p - r->tie[0].p : 0, scale = (double)r->n / width;
    s->n_cells = r->n > 1 && isfinite(width) && isfinite(scale) ? r->n : 1;
    s->low = s->n_cells > 1 ? r->tie[0].p : 0;
    s->scale = s->n_cells > 1 ? scale : 0;
    size_t cell = 0;
    for (size_t i = 0; s->n_cells > 1 && i < r->n; i++)
        for (size_t own = cell_of(s, r->tie[i].p); cell <= own; cell++)
            s->first[cell] = i;
    if (s->n_cells == 1)
        s->first[cell++] = 0;
    for (; cell <= s->n_cells; cell++)
        s->first[cell] = r->n;
}

static logreg_status prepare(score *s, const double *y, const double *p, const double *w, size_t n,
                             logreg_error *err)
{
    logreg_status status = logreg__ranked_new(&s->ranked, y, p, w, n, err);
    if (status != LOGREG_OK)
        return status;
    s->below = logreg__new_raw(s->ranked->n, sizeof *s->below);
    s->first = logreg__new_raw(s->ranked->n + 2, sizeof *s->first);
    if (!s->below || !s->first)
        return logreg__fail_memory(err);
    lay_cells(s);
    logreg__sum others = {0, 0}, events = {0, 0};
    for (size_t i = 0; i < s->ranked->n; i++) {
        const logreg__tie *tie = &s->ranked->tie[i];
        s->below[i].others = 2 * logreg__sum_value(others) + tie->others;
        s->below[i].events = 2 * logreg__sum_value(events) + tie->events;
        logreg__sum_add(&others, tie->others);
        logreg__sum_add(&events, tie->events);
    }
    return LOGREG_OK;
}

/* The last tie that begins at p or below, which p is in. */
static const below *find(const score *s, double p)
{
    size_t cell = s->n_cells > 1 ? cell_of(s, p) : 0, high = s->first[cell + 1];
    size_t low = s->first[cell] > 0 ? s->first[cell] - 1 : 0;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->ranked->tie[middle].p <= p)
            low = middle;
        else
            high = middle;
    }
    return &s->below[low];
}

/* Means of the placements by either score, and of their differences, over one class. */
enum { FIRST, SECOND, DIFFERENCE, SERIES };

typedef struct {
    logreg__sum sum, square;
} series;

/* Placements about one half, so that little is lost in the variances. */
static void add(series s[SERIES], double weight, double first, double second)
{
    const double value[SERIES] = {first - 0.5, second - 0.5, first - second};
    for (int k = 0; k < SERIES; k++) {
        logreg__sum_add(&s[k].sum, weight * value[k]);
        logreg__sum_add(&s[k].square, weight * value[k] * value[k]);
    }
}

/* Of the mean of a class of weight n. */
static double variance(const series *s, double n)
{
    double sum = logreg__sum_value(s->sum);
    return n > 1 ? fmax(0, logreg__sum_value(s->square) - sum * sum / n) / (n - 1) / n : (double)NAN;
}

static void tell(logreg_metric_test *test, const series *events, const series *others, double m, double n)
{
    double mean[SERIES], error[SERIES];
    for (int k = 0; k < SERIES; k++) {
        mean[k] = logreg__sum_value(events[k].sum) / m;
        error[k] = sqrt(variance(&events[k], m) + variance(&others[k], n));
    }
    for (int k = 0; k < 2; k++) {
        test->value[k] = 0.5 + mean[k];
        test->std_error[k] = error[k];
    }
    test->difference = mean[DIFFERENCE];
    test->difference_error = error[DIFFERENCE];
}

static void compare(logreg_metric_test *test, const score s[2], const logreg_labelled *rows,
                    const double *other_p)
{
    double m = s->ranked->events, n = s->ranked->others;
    series events[SERIES] = {{{0, 0}, {0, 0}}}, others[SERIES] = {{{0, 0}, {0, 0}}};
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, y = rows->y[i];
        if (weight == 0)
            continue;
        const below *a = find(&s[0], rows->p[i]), *b = find(&s[1], other_p[i]);
        if (y != 0)
            add(events, weight * y, a->others / (2 * n), b->others / (2 * n));
        if (y != 1)
            add(others, weight * (1 - y), 1 - a->events / (2 * m), 1 - b->events / (2 * m));
    }
    tell(test, events, others, m, n);
}

logreg_status logreg__compare_auc(logreg_metric_test *test, const logreg_labelled *rows,
                                  const double *other_p, logreg_error *err)
{
    score s[2] = {{.ranked = NULL}, {.ranked = NULL}};
    logreg_status status = prepare(&s[0], rows->y, rows->p, rows->w, rows->n, err);
    if (status == LOGREG_OK)
        status = prepare(&s[1], rows->y, other_p, rows->w, rows->n, err);
    bool ordered = status == LOGREG_OK && !s[0].ranked->unordered && !s[1].ranked->unordered;
    if (ordered && s->ranked->events > 0 && s->ranked->others > 0)
        compare(test, s, rows, other_p);
    clear(&s[0]);
    clear(&s[1]);
    return status;
}
