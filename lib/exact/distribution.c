/* The multivariate shift algorithm (Hirji, Mehta & Patel, J. Amer. Statist. Assoc. 82, 1987). Cell after cell, each with a binomial number of
 * events, the sums that are possible so far are kept with their weights; sums from which the given totals can no longer be
 * reached are dropped: equation (90). Totals of a column can be reached within what as many of the smallest and of the largest
 * values of later cells add up to as there are events to come.
 */
#include "exact/distribution.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "exact/sums.h"

/* Factors of a cell beyond this are scaled down, so that no product of one with a weight (sums.h) overflows. */
#define LARGE 0x1p200

typedef struct {
    const logreg__lattice *lattice;
    size_t *column; /* [p] given ones, then those of interest */
    size_t given;
    int64_t *target; /* [p] as observed */
    size_t *order;   /* [given x n] cells by each column's values, ascending */
    size_t most_events;
    int64_t *low, *high; /* [given x (most_events + 1)] what later cells can add, by their number of events */
    double *factor;      /* of the cell at hand, by its events */
    int64_t *key;        /* [width] */
    double shifts;       /* so far */
    /* Possible so far; a key is the events of the set at hand, the sums of the given columns, and last those of interest. */
    logreg__sums now, next;
} shift;

/* ---- What later cells can add ---- */

typedef struct {
    const logreg__lattice *lattice;
    size_t column;
} by;

static int by_value(const void *a, const void *b, void *data)
{
    const by *o = data;
    int64_t x = o->lattice->cell[*(const size_t *)a].x[o->column],
            y = o->lattice->cell[*(const size_t *)b].x[o->column];
    return (x > y) - (x < y);
}

/* Fills in low and high of a given column for the cells behind g. Without an intercept any number of events may come. */
static void bound(shift *s, size_t c, size_t g)
{
    const logreg__lattice *l = s->lattice;
    int64_t *low = s->low + c * (s->most_events + 1), *high = s->high + c * (s->most_events + 1);
    const size_t *order = s->order + c * l->n;
    size_t used_low = 0, used_high = 0;
    low[0] = high[0] = 0;
    for (size_t i = 0; i < l->n; i++) {
        const logreg__cell *small = &l->cell[order[i]], *large = &l->cell[order[l->n - 1 - i]];
        int64_t x = small->x[s->column[c]], y = large->x[s->column[c]];
        if (!l->counted && order[i] > g) {
            low[0] += x < 0 ? x * (int64_t)small->trials : 0;
            high[0] += x > 0 ? x * (int64_t)small->trials : 0;
        }
        for (size_t k = 0; l->counted && order[i] > g && k < small->trials && used_low < s->most_events;
             k++, used_low++)
            low[used_low + 1] = low[used_low] + x;
        for (size_t k = 0;
             l->counted && order[l->n - 1 - i] > g && k < large->trials && used_high < s->most_events;
             k++, used_high++)
            high[used_high + 1] = high[used_high] + y;
    }
}

static bool reaches(const shift *s, const int64_t *key, size_t to_come)
{
    size_t at = s->lattice->counted ? to_come : 0, stride = s->most_events + 1;
    for (size_t c = 0; c < s->given; c++) {
        int64_t rest = s->target[c] - key[1 + c];
        if (rest < s->low[c * stride + at] || rest > s->high[c * stride + at])
            return false;
    }
    return true;
}

/* ---- A cell ---- */

/* C(n, y) exp(o y) up to a factor. Whole numbers below 2^53 are exact. */
static void fill_factors(double *factor, const logreg__cell *cell)
{
    double n = (double)cell->trials, most = 1, odds = exp(cell->offset);
    factor[0] = 1;
    for (size_t y = 1; y <= cell->trials; y++) {
        factor[y] = factor[y - 1] * (n - (double)y + 1) / (double)y * odds;
        most = fmax(most, factor[y]);
    }
    if (most <= LARGE)
        return;
    int sign;
    double top = -INFINITY;
    for (size_t y = 0; y <= cell->trials; y++) {
        double k = (double)y;
        factor[y] = -lgamma_r(k + 1, &sign) - lgamma_r(n - k + 1, &sign) + k * cell->offset;
        top = fmax(top, factor[y]);
    }
    for (size_t y = 0; y <= cell->trials; y++)
        factor[y] = exp(factor[y] - top);
}

/* What is known before a cell: trials left in its set behind it, and events of later sets. */
typedef struct {
    size_t left, later;
    bool last; /* of its set */
} outlook;

/* Shifts one state by every number of events that the cell may have. false: out of memory. */
static bool shift_state(shift *s, size_t i, const logreg__cell *cell, const outlook *out)
{
    const logreg__lattice *l = s->lattice;
    const int64_t *from = s->now.key + i * s->now.width;
    size_t need = l->counted ? l->events[cell->set] - (size_t)from[0] : cell->trials;
    size_t least = l->counted && need > out->left ? need - out->left : 0;
    size_t most = need < cell->trials ? need : cell->trials;
    s->shifts += (double)(most - least + 1);
    for (size_t y = least; y <= most; y++) {
        s->key[0] = l->counted && !out->last ? from[0] + (int64_t)y : 0;
        for (size_t c = 0; c < l->p; c++)
            s->key[1 + c] = from[1 + c] + (int64_t)y * cell->x[s->column[c]];
        if (reaches(s, s->key, l->counted ? need - y + out->later : 0) &&
            !logreg__sums_add(&s->next, s->key, s->now.weight[i] * s->factor[y]))
            return false;
    }
    return true;
}

/* Is it, after g + 1 cells? States become more up to about the middle of the cells, and then as many fewer as totals come within reach, so that as
 * many as there are now, or more, stay until the same number of cells is left; each has about two shifts. */
static bool is_too_fine(const shift *s, size_t g, const logreg__limits *limits)
{
    size_t done = g + 1, n = s->lattice->n;
    double rest = 2 * done < n ? 2 * (double)s->next.n * (double)(n - 2 * done) : 0;
    return s->next.n > limits->states || s->shifts > limits->shifts || s->shifts + rest > limits->shifts;
}

static logreg_status shift_all(shift *s, logreg__distribution *out, const logreg__limits *limits,
                               logreg_error *err)
{
    const logreg__lattice *l = s->lattice;
    size_t later = s->most_events;
    out->states = 1;
    for (size_t g = 0; g < l->n && !out->too_fine; g++) {
        const logreg__cell *cell = &l->cell[g];
        outlook ahead = {.last = g + 1 == l->n || l->cell[g + 1].set != cell->set};
        for (size_t i = g + 1; i < l->n && l->cell[i].set == cell->set; i++)
            ahead.left += l->cell[i].trials;
        later -= g == 0 || l->cell[g - 1].set != cell->set ? l->events[cell->set] : 0;
        ahead.later = later;
        for (size_t c = 0; c < s->given; c++)
            bound(s, c, g);
        fill_factors(s->factor, cell);
        logreg__sums_empty(&s->next);
        for (size_t i = 0; i < s->now.n && s->next.n <= limits->states && s->shifts <= limits->shifts; i++)
            if (!shift_state(s, i, cell, &ahead))
                return logreg__fail_memory(err);
        out->too_fine = is_too_fine(s, g, limits);
        out->cells = g + 1;
        logreg__sums_scale(&s->next);
        logreg__sums done = s->now;
        s->now = s->next;
        s->next = done;
        out->states = s->now.n > out->states ? s->now.n : out->states;
    }
    return LOGREG_OK;
}

/* ---- Together ---- */

static bool is_among(const size_t *list, size_t n, size_t x)
{
    bool found = false;
    for (size_t i = 0; i < n && !found; i++)
        found = list[i] == x;
    return found;
}

static bool prepare(shift *s, const size_t *of, size_t m)
{
    const logreg__lattice *l = s->lattice;
    size_t p = l->p, n = l->n, most_trials = 0;
    for (size_t i = 0; i < l->n_sets; i++)
        s->most_events += l->events[i];
    for (size_t i = 0; i < n; i++)
        most_trials = l->cell[i].trials > most_trials ? l->cell[i].trials : most_trials;
    s->given = p - m;
    s->now.width = s->next.width = p + 1;
    s->column = logreg__new(p, sizeof *s->column);
    s->target = logreg__new(p, sizeof *s->target);
    s->key = logreg__new(p + 1, sizeof *s->key);
    s->order = logreg__new(n, s->given * sizeof *s->order + 1);
    s->low = logreg__new(s->most_events + 1, 2 * s->given * sizeof *s->low + 1);
    s->factor = logreg__new_raw(most_trials + 1, sizeof *s->factor);
    if (!s->column || !s->target || !s->key || !s->order || !s->low || !s->factor ||
        !logreg__sums_grow(&s->now, 16) || !logreg__sums_grow(&s->next, 16))
        return false;
    s->high = s->low + s->given * (s->most_events + 1);
    size_t given = 0;
    for (size_t c = 0; c < p; c++)
        if (!is_among(of, m, c))
            s->column[given++] = c;
    memcpy(s->column + given, of, m * sizeof *of);
    for (size_t c = 0; c < p; c++)
        for (size_t i = 0; i < n; i++)
            s->target[c] += l->cell[i].x[s->column[c]] * (int64_t)l->cell[i].events;
    for (size_t c = 0; c < s->given; c++) {
        by o = {l, s->column[c]};
        for (size_t i = 0; i < n; i++)
            s->order[c * n + i] = i;
        qsort_r(s->order + c * n, n, sizeof *s->order, by_value, &o);
    }
    return logreg__sums_add(&s->now, s->key, 1);
}

typedef struct {
    const int64_t *value;
    double weight;
} point;

static int by_point(const void *a, const void *b, void *m)
{
    const point *x = a, *y = b;
    for (size_t k = 0; k < *(const size_t *)m; k++)
        if (x->value[k] != y->value[k])
            return x->value[k] < y->value[k] ? -1 : 1;
    return 0;
}

/* The states that are left differ in the columns of interest alone. */
static bool collect(logreg__distribution *out, const shift *s)
{
    size_t n = s->now.n, m = out->m, width = s->now.width;
    point *sorted = logreg__new_raw(n, sizeof *sorted);
    out->value = logreg__new_raw(n, m * sizeof *out->value);
    out->weight = logreg__new_raw(n, sizeof *out->weight);
    bool ok = sorted && out->value && out->weight;
    for (size_t i = 0; ok && i < n; i++)
        sorted[i] = (point){s->now.key + (i + 1) * width - m, s->now.weight[i]};
    if (ok)
        qsort_r(sorted, n, sizeof *sorted, by_point, &m);
    for (size_t i = 0; ok && i < n; i++) {
        memcpy(out->value + i * m, sorted[i].value, m * sizeof *out->value);
        out->weight[i] = sorted[i].weight;
        if (memcmp(sorted[i].value, s->target + s->given, m * sizeof *out->value) == 0)
            out->observed = i;
    }
    out->n = n;
    free(sorted);
    return ok;
}

logreg_status logreg__distribution_find(logreg__distribution *out, const logreg__lattice *l, const size_t *of,
                                        size_t m, const logreg__limits *limits, logreg_error *err)
{
    shift s = {.lattice = l};
    *out = (logreg__distribution){.m = m};
    logreg_status status = prepare(&s, of, m) ? shift_all(&s, out, limits, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && !out->too_fine && !collect(out, &s))
        status = logreg__fail_memory(err);
    if (status != LOGREG_OK)
        logreg__distribution_clear(out);
    free(s.column);
    free(s.target);
    free(s.key);
    free(s.order);
    free(s.low);
    free(s.factor);
    logreg__sums_clear(&s.now);
    logreg__sums_clear(&s.next);
    return status;
}

void logreg__distribution_clear(logreg__distribution *d)
{
    free(d->value);
    free(d->weight);
    d->value = NULL;
    d->weight = NULL;
}
