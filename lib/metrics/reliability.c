#include "metrics/reliability.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "metrics/ranked.h"

/* ---- Edges ---- */

/* As NumPy's linspace has them, rounding included, so that 0.3 falls where scikit-learn lets it fall. */
static double part_of(size_t i, size_t n)
{
    return i == n ? 1 : (double)i * (1 / (double)n);
}

/* Walks along the rows in order of p, for the value of row number `index` of those written out by their weights. */
typedef struct {
    const logreg__ranked *ranked;
    size_t at;
    double behind; /* rows up to and with the one at `at` */
} pointer;

static double row_at(pointer *to, double index)
{
    const logreg__ranked *r = to->ranked;
    while (to->at + 1 < r->n && to->behind <= index) {
        to->at++;
        to->behind += r->tie[to->at].events + r->tie[to->at].others;
    }
    return r->tie[to->at].p;
}

/* NumPy's percentile, rounding included. */
static double quantile(pointer *at, pointer *next, double part, double rows)
{
    double index = (rows - 1) * (part * 100 / 100), before = floor(index), gamma = index - before;
    double a = row_at(at, before), b = row_at(next, fmin(before + 1, rows - 1));
    return gamma < 0.5 ? a + (b - a) * gamma : b - (b - a) * (1 - gamma);
}

static logreg_status quantile_edges(logreg__reliability *r, const double *y, const double *p, const double *w,
                                    size_t n, logreg_error *err)
{
    logreg__ranked *ranked = NULL;
    logreg_status status = logreg__ranked_new(&ranked, y, p, w, n, err);
    if (status != LOGREG_OK)
        return status;
    r->known = ranked->n > 0;
    if (r->known) {
        double first = ranked->tie->events + ranked->tie->others, rows = ranked->events + ranked->others;
        pointer at = {ranked, 0, first}, next = at;
        for (size_t i = 0; i <= r->n_bins; i++) {
            double edge = quantile(&at, &next, part_of(i, r->n_bins), rows);
            if (i < r->n_bins)
                r->bin[i].low = edge;
            if (i > 0)
                r->bin[i - 1].high = edge;
        }
    }
    logreg__ranked_free(ranked);
    return LOGREG_OK;
}

static void uniform_edges(logreg__reliability *r)
{
    for (size_t i = 0; i < r->n_bins; i++) {
        r->bin[i].low = part_of(i, r->n_bins);
        r->bin[i].high = part_of(i + 1, r->n_bins);
    }
    r->known = true;
}

/* ---- Rows ---- */

/* The first bin that reaches p: of equally wide ones down from behind the one that division says, which rounding may have moved; of others by halving. */
static size_t bin_of(const logreg__reliability *r, double p, bool alike)
{
    if (alike && p >= 0 && p <= 1) {
        size_t b = (size_t)(p * (double)r->n_bins) + 1;
        b = b < r->n_bins ? b : r->n_bins - 1;
        while (b > 0 && r->bin[b - 1].high >= p)
            b--;
        return b;
    }
    size_t low = 0, high = r->n_bins - 1;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->bin[middle].high < p)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Sums of a bin. */
typedef struct {
    logreg__sum n, p, y;
} sums;

static void add_rows(logreg__reliability *r, sums *sum, const double *y, const double *p, const double *w,
                     size_t n, bool alike)
{
    for (size_t i = 0; i < n; i++) {
        double weight = w ? w[i] : 1;
        if (weight == 0)
            continue;
        if (isnan(p[i])) {
            r->known = false;
            return;
        }
        sums *to = &sum[bin_of(r, p[i], alike)];
        logreg__sum_add(&to->n, weight);
        logreg__sum_add(&to->p, weight * p[i]);
        logreg__sum_add(&to->y, weight * y[i]);
    }
}

static void tell(logreg__reliability *r, const sums *sum)
{
    logreg__sum n = {0, 0}, y = {0, 0};
    for (size_t b = 0; b < r->n_bins; b++) {
        logreg__bin *bin = &r->bin[b];
        bin->n = logreg__sum_value(sum[b].n);
        bin->p = logreg__sum_value(sum[b].p) / bin->n;
        bin->y = logreg__sum_value(sum[b].y) / bin->n;
        logreg__sum_add(&n, bin->n);
        logreg__sum_add(&y, logreg__sum_value(sum[b].y));
    }
    r->n = logreg__sum_value(n);
    r->y = logreg__sum_value(y) / r->n;
    r->known = r->known && r->n > 0;
}

logreg_status logreg__reliability_find(logreg__reliability *r, const double *y, const double *p,
                                       const double *w, size_t n, size_t n_bins, bool by_quantile,
                                       logreg_error *err)
{
    *r = (logreg__reliability){.n_bins = n_bins, .bin = logreg__new(n_bins, sizeof *r->bin)};
    sums *sum = logreg__new(n_bins, sizeof *sum);
    logreg_status status = LOGREG_OK;
    if (!r->bin || !sum)
        status = logreg__fail_memory(err);
    else if (by_quantile)
        status = quantile_edges(r, y, p, w, n, err);
    else
        uniform_edges(r);
    if (status == LOGREG_OK && r->known) {
        add_rows(r, sum, y, p, w, n, !by_quantile);
        tell(r, sum);
    }
    free(sum);
    return status;
}

void logreg__reliability_clear(logreg__reliability *r)
{
    free(r->bin);
    r->bin = NULL;
}

/* ---- What they say ---- */

/* Mean over the rows of what a bin says. */
static double mean_of(const logreg__reliability *r, double (*of)(const logreg__bin *bin, double y))
{
    if (!r->known)
        return NAN;
    logreg__sum sum = {0, 0};
    for (size_t b = 0; b < r->n_bins; b++)
        if (r->bin[b].n > 0)
            logreg__sum_add(&sum, r->bin[b].n * of(&r->bin[b], r->y));
    return logreg__sum_value(sum) / r->n;
}

static double distance(const logreg__bin *bin, double y)
{
    (void)y;
    return fabs(bin->p - bin->y);
}

static double distance_squared(const logreg__bin *bin, double y)
{
    (void)y;
    return (bin->p - bin->y) * (bin->p - bin->y);
}

static double from_mean(const logreg__bin *bin, double y)
{
    return (bin->y - y) * (bin->y - y);
}

double logreg__reliability_error(const logreg__reliability *r)
{
    return mean_of(r, distance);
}

double logreg__reliability_part(const logreg__reliability *r)
{
    return mean_of(r, distance_squared);
}

double logreg__resolution_part(const logreg__reliability *r)
{
    return mean_of(r, from_mean);
}
