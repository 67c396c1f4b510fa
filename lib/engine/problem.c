/* Centring and scaling inside: nobody has to prepare their data. */
#include "engine/problem.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/sum.h"
#include "base/text.h"
#include "base/threads.h"
#include "base/word.h"
#include "engine/dense.h"
#include "engine/fold.h"

/* A column whose standard deviation is this small beside its mean holds one number and its rounding. */
#define CONSTANT 1e-13

/* Standard deviations beyond this, or below its inverse, give coefficients whose variance overflows or vanishes. */
#define WIDEST 1e120

/* Nothing that is measured is larger. */
#define MEASURED 1e100

logreg_status logreg__problem_new(logreg__problem **out, const logreg__design *design, size_t k, int threads,
                                  logreg_error *err)
{
    logreg__problem *p = logreg__new(1, sizeof *p);
    if (!p)
        return logreg__fail_memory(err);
    *p = (logreg__problem){
        .design = design,
        .k = k,
        .q = k * design->p,
        .centre = logreg__new(design->n_dense, sizeof *p->centre),
        .factor = logreg__new_raw(design->n_dense + design->n_groups, sizeof *p->factor),
        .crossing = logreg__crossing_new(design),
        .inner = logreg__inner_level(0),
        .threads = logreg__threads(threads),
    };
    if (!p->centre || !p->factor || !p->crossing) {
        logreg__problem_free(p);
        return logreg__fail_memory(err);
    }
    for (size_t j = 0; j < design->n_dense + design->n_groups; j++)
        p->factor[j] = 1;
    *out = p;
    return LOGREG_OK;
}

void logreg__problem_free(logreg__problem *p)
{
    if (!p)
        return;
    free(p->centre);
    free(p->factor);
    logreg__crossing_free(p->crossing);
    free(p);
}

/* The power of two next to 1/x, and 1 where there is no scale. */
static double power_of_two(double x)
{
    return x > 0 ? ldexp(1, -(int)lrint(log2(x))) : 1;
}

/* Standard deviations of the columns. Where squares overflow or vanish a second look through a factor tells. */
static logreg_status measure_spread(double *spread, logreg__problem *p, double total, logreg_error *err)
{
    size_t n_columns = p->design->n_dense + p->design->n_groups;
    logreg_status status = logreg__fold(p, &logreg__kernel_spread, 1, NULL, spread, NULL, err);
    bool again = false;
    for (size_t j = 0; status == LOGREG_OK && j < n_columns; j++) {
        double deviation = sqrt(spread[j] / total);
        p->factor[j] = deviation < 1 / WIDEST ? 0x1p600 : deviation <= WIDEST ? 1 : 0x1p-600;
        again |= p->factor[j] != 1;
    }
    if (status == LOGREG_OK && again)
        status = logreg__fold(p, &logreg__kernel_spread, 1, NULL, spread, NULL, err);
    for (size_t j = 0; status == LOGREG_OK && j < n_columns; j++)
        spread[j] = sqrt(spread[j] / total) / p->factor[j];
    return status;
}

/* The number beyond all measure among others that are not, as some programs write for a missing value. NaN: the column has none. */
static double find_filling(const logreg_frame *frame, const char *name)
{
    size_t j = logreg_frame_find(frame, name);
    double min = INFINITY, max = -INFINITY;
    if (j == SIZE_MAX || frame->column[j].kind != LOGREG_NUMERIC)
        return NAN;
    for (size_t i = 0; i < frame->n_rows; i++) {
        double x = logreg__column_number(&frame->column[j], i);
        min = x < min ? x : min; /* false for a missing one */
        max = x > max ? x : max;
    }
    bool high = max > MEASURED, low = min < -MEASURED;
    return high && fabs(min) < MEASURED ? max : low && fabs(max) < MEASURED ? min : NAN;
}

static logreg_status refuse_scale(const logreg__design *d, size_t j, double spread, logreg_error *err)
{
    char text[LOGREG__NUMBER_SIZE], number[LOGREG__NUMBER_SIZE];
    size_t column = j < d->n_dense ? j : d->group[j - d->n_dense].first;
    const char *name = d->terms->name[d->column[column]];
    double filling = find_filling(d->frame, name);
    logreg__text way = {0}, value = {0};
    if (!isnan(filling)) {
        logreg__number_shortest(number, filling);
        logreg__text_add(&value, name);
        logreg__text_add(&value, "=");
        logreg__text_add(&value, number);
        logreg__text_add(&way, "if ");
        logreg__text_add(&way, number);
        logreg__text_add(&way, " stands for a missing value, --na-values ");
        logreg__text_add_word(&way, value.start ? value.start : "");
        logreg__text_add(&way, "; else ");
        way.failed = way.failed || value.failed;
    }
    logreg_status status =
        way.failed
            ? logreg__fail_memory(err)
            : logreg__fail(
                  err, LOGREG_EDATA,
                  "the standard deviation of '%s' is %s: its coefficient's variance would be beyond what "
                  "a double holds; %smultiply it by a constant so that it lies between 1e-120 and 1e120",
                  name, isfinite(spread) ? logreg__number_format(text, spread, 2) : "beyond 1e308",
                  way.start ? way.start : "");
    free(way.start);
    free(value.start);
    return status;
}

/* Means of the columns, in compensated sums; and the sum of weights. */
static logreg_status find_means(double *total, logreg__problem *p, logreg_error *err)
{
    const logreg__design *d = p->design;
    double *moments = logreg__new_raw(2 + 2 * d->n_dense, sizeof *moments);
    logreg_status status = moments ? logreg__fold(p, &logreg__kernel_moments, 1, NULL, moments, NULL, err)
                                   : logreg__fail_memory(err);
    *total = status == LOGREG_OK ? moments[0] + moments[1] : 0;
    for (size_t j = 1; status == LOGREG_OK && d->intercept && j < d->n_dense; j++)
        p->centre[j] = (moments[2 + 2 * j] + moments[3 + 2 * j]) / *total;
    free(moments);
    return status;
}

/* The same in plain sums. */
static logreg_status guess_means(double *total, logreg__problem *p, logreg_error *err)
{
    const logreg__design *d = p->design;
    double *extent = logreg__new_raw(logreg__kernel_extent.size(p), sizeof *extent);
    logreg_status status = extent ? logreg__fold(p, &logreg__kernel_extent, 1, NULL, extent, NULL, err)
                                  : logreg__fail_memory(err);
    *total = status == LOGREG_OK ? extent[LOGREG__EXTENT * d->n_dense] : 0;
    for (size_t j = 1; status == LOGREG_OK && d->intercept && j < d->n_dense; j++)
        p->centre[j] = extent[LOGREG__EXTENT * j + LOGREG__EXTENT_SUM] / *total;
    free(extent);
    return status;
}

logreg_status logreg__problem_standardise(logreg__problem *p, bool exactly, logreg_error *err)
{
    const logreg__design *d = p->design;
    size_t n_columns = d->n_dense + d->n_groups;
    double total = 0, *spread = logreg__new_raw(n_columns, sizeof *spread);
    logreg_status status = !spread   ? logreg__fail_memory(err)
                           : exactly ? find_means(&total, p, err)
                                     : guess_means(&total, p, err);
    if (status == LOGREG_OK && !isfinite(total)) /* NaN where a compensated sum met infinity */
        status = logreg__fail(err, LOGREG_EDATA,
                              "the weights of all rows add up to more than 1e308, which a double does not "
                              "hold: divide them by a constant");
    if (status == LOGREG_OK)
        status = measure_spread(spread, p, total, err);
    if (status == LOGREG_OK && d->intercept)
        p->factor[0] = 1;
    for (size_t j = d->intercept; status == LOGREG_OK && j < n_columns; j++) {
        bool constant = d->intercept && j < d->n_dense && spread[j] <= CONSTANT * fabs(p->centre[j]);
        p->factor[j] = constant ? 0 : power_of_two(spread[j]);
        bool fits = spread[j] == 0 || (spread[j] >= 1 / WIDEST && spread[j] <= WIDEST);
        if (!constant && !fits)
            status = refuse_scale(d, j, spread[j], err);
    }
    free(spread);
    return status;
}

double logreg__problem_factor(const logreg__problem *p, size_t j)
{
    const logreg__design *d = p->design;
    if (j < d->n_dense)
        return p->factor[j];
    if (d->n_sparse && j >= d->first_sparse)
        return 1;
    size_t g = 0;
    while (j >= d->group[g].first + d->group[g].count)
        g++;
    return p->factor[d->n_dense + g];
}

/* sum += (hi + lo) x */
static void add_product(logreg__sum *sum, double hi, double lo, double x)
{
    logreg__dd product = logreg__two_product(hi, x);
    logreg__sum_add(sum, product.hi);
    sum->lo += product.lo + lo * x;
}

void logreg__problem_beta(const logreg__problem *p, double *beta, const double *b)
{
    const logreg__design *d = p->design;
    for (size_t c = 0; c < p->k; c++) {
        double *to = beta + c * d->p;
        const double *from = b + c * d->p;
        for (size_t j = 0; j < d->p; j++)
            to[j] = from[j] == 0 ? 0 : from[j] * logreg__problem_factor(p, j);
        /* beta_0 = b_0 - sum m_j beta_j, with the rounding errors of products and sums carried along. A column takes from those
         * of more numbers, which have not been changed yet. */
        const logreg__shift *s = d->shift, *end = d->n_shifts ? s + d->n_shifts : s;
        logreg__sum sum = {to[0], 0};
        for (size_t j = 1; d->intercept && j < d->n_dense; j++)
            if (to[j] != 0) /* of a lasso few are */
                add_product(&sum, -p->centre[j], 0, to[j]);
        for (; d->intercept && s < end && s->to == 0; s++)
            add_product(&sum, s->hi, s->lo, to[s->from]);
        to[0] = d->intercept ? logreg__sum_value(sum) : to[0];
        while (s < end) {
            size_t j = s->to;
            sum = (logreg__sum){to[j], 0};
            for (; s < end && s->to == j; s++)
                add_product(&sum, s->hi, s->lo, to[s->from]);
            to[j] = logreg__sum_value(sum);
        }
    }
}

void logreg__problem_b(const logreg__problem *p, double *b, const double *beta)
{
    const logreg__design *d = p->design;
    for (size_t c = 0; c < p->k; c++) {
        double *to = b + c * d->p;
        memmove(to, beta + c * d->p, d->p * sizeof *to);
        for (size_t i = d->n_shifts; i-- > 0;)
            to[d->shift[i].to] -= d->shift[i].hi * to[d->shift[i].from];
        logreg__sum sum = {to[0], 0}; /* next to nothing is left where columns are far from 0 */
        for (size_t j = 1; d->intercept && j < d->n_dense; j++)
            add_product(&sum, p->centre[j], 0, to[j]);
        to[0] = d->intercept ? logreg__sum_value(sum) : to[0];
        for (size_t j = 0; j < d->p; j++)
            to[j] /= logreg__problem_factor(p, j);
    }
}

void logreg__problem_root(const logreg__problem *p, double *U, const double *L)
{
    const logreg__design *d = p->design;
    size_t q = p->q;
    logreg__lower_invert(U, L, q);
    for (size_t c = 0; c < p->k; c++) {
        double *part = U + c * d->p * q;
        for (size_t j = 0; j < d->p; j++)
            for (size_t r = 0; r < q; r++)
                part[j * q + r] *= logreg__problem_factor(p, j);
        for (size_t j = 1; d->intercept && j < d->n_dense; j++)
            for (size_t r = 0; r < q; r++)
                part[r] -= p->centre[j] * part[j * q + r];
        for (size_t i = 0; i < d->n_shifts; i++)
            for (size_t r = 0; r < q; r++)
                part[d->shift[i].to * q + r] += d->shift[i].hi * part[d->shift[i].from * q + r];
    }
}

logreg_status logreg__problem_covariance(const logreg__problem *p, double *V, const double *L,
                                         logreg_error *err)
{
    double *U = logreg__new_raw(p->q, p->q * sizeof *U);
    if (!U)
        return logreg__fail_memory(err);
    logreg__problem_root(p, U, L);
    logreg__cross_product(V, U, p->q);
    free(U);
    return LOGREG_OK;
}
