/* Orthogonal polynomials by Stieltjes' procedure: alpha_k = <x p_{k-1}, p_{k-1}> / <p_{k-1}, p_{k-1}>, with sums over the
 * data. Columns are the p_k over their lengths, as R's; scale() has the first over its standard deviation. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "formula/basis.h"

/* <p, p>, and <x p, p> over it; a mean as a start keeps the sum of small numbers. */
static double length(double *alpha, const double *p, const double *x, size_t n)
{
    logreg__sum square = {0}, moment = {0};
    double middle = x[n / 2];
    for (size_t i = 0; i < n; i++) {
        logreg__sum_add(&square, p[i] * p[i]);
        logreg__sum_add(&moment, (x[i] - middle) * p[i] * p[i]);
    }
    *alpha = middle + logreg__sum_value(moment) / logreg__sum_value(square);
    return logreg__sum_value(square);
}

static bool recur(logreg__basis *b, const double *x, size_t n, double *before, double *p)
{
    double last;
    for (size_t i = 0; i < n; i++) {
        before[i] = 0;
        p[i] = 1;
    }
    for (size_t k = 0; k <= b->degree; k++) {
        b->norm2[k] = length(k < b->degree ? &b->alpha[k] : &last, p, x, n);
        if (!(b->norm2[k] > 0) || !isfinite(b->norm2[k]))
            return false;
        double ratio = k ? b->norm2[k] / b->norm2[k - 1] : 0;
        for (size_t i = 0; k < b->degree && i < n; i++) {
            double next = (x[i] - b->alpha[k]) * p[i] - ratio * before[i];
            before[i] = p[i];
            p[i] = next;
        }
    }
    return true;
}

static logreg_status decide(logreg__basis *b, const double *sorted, size_t n, const char *text,
                            logreg_error *err)
{
    size_t different = n > 0;
    for (size_t i = 1; i < n; i++)
        different += sorted[i] != sorted[i - 1];
    if (b->degree >= different)
        return logreg__fail(
            err, LOGREG_EDATA,
            "'%.200s' needs more than %zu different values, and there are %zu: a lower degree "
            "will do",
            text, b->degree, different);
    b->alpha = logreg__new(b->degree, sizeof *b->alpha);
    b->norm2 = logreg__new(b->degree + 1, sizeof *b->norm2);
    double *room = logreg__new_raw(n, 2 * sizeof *room);
    logreg_status status = LOGREG_OK;
    if (!b->alpha || !b->norm2 || !room)
        status = logreg__fail_memory(err);
    else if (!recur(b, sorted, n, room, room + n))
        status = logreg__fail(err, LOGREG_EDATA,
                              "'%.200s' cannot be computed: powers of the values leave the range of numbers",
                              text);
    free(room);
    return status;
}

static bool prepare(logreg__basis *b)
{
    b->width = b->degree;
    return true;
}

static void values(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    (void)work;
    for (size_t r = 0; r < rows; r++) {
        double before = 0, p = 1;
        for (size_t k = 0; k < b->degree; k++) {
            double next = (x[r] - b->alpha[k]) * p - (k ? b->norm2[k] / b->norm2[k - 1] : 0) * before;
            before = p;
            p = next;
            value[k * stride + r] = p / sqrt(b->norm2[k + 1]);
        }
    }
}

/* p_k' = p_{k-1} + (x - alpha_k) p_{k-1}' - norm2_k / norm2_{k-1} p_{k-2}' */
static void slopes(double *slope, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    (void)work;
    for (size_t r = 0; r < rows; r++) {
        double before = 0, p = 1, slope_before = 0, slope_p = 0;
        for (size_t k = 0; k < b->degree; k++) {
            double ratio = k ? b->norm2[k] / b->norm2[k - 1] : 0;
            double next = (x[r] - b->alpha[k]) * p - ratio * before;
            double slope_next = p + (x[r] - b->alpha[k]) * slope_p - ratio * slope_before;
            before = p;
            slope_before = slope_p;
            p = next;
            slope_p = slope_next;
            slope[k * stride + r] = slope_p / sqrt(b->norm2[k + 1]);
        }
    }
}

const logreg__basis_kind logreg__basis_poly = {"poly", decide, prepare, values, slopes};

/* x - mean = p_1, and its variance is norm2_1 / (n - 1), where norm2_0 = n. */
static double deviation(const logreg__basis *b)
{
    return b->raw ? 1 : sqrt(b->norm2[1] / (b->norm2[0] - 1));
}

static void scaled(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    (void)stride;
    (void)work;
    double unit = deviation(b);
    for (size_t r = 0; r < rows; r++)
        value[r] = (x[r] - b->alpha[0]) / unit;
}

static void scaled_slopes(double *slope, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                          double *work)
{
    (void)stride;
    (void)x;
    (void)work;
    for (size_t r = 0; r < rows; r++)
        slope[r] = 1 / deviation(b);
}

const logreg__basis_kind logreg__basis_scale = {"scale", decide, prepare, scaled, scaled_slopes};

/* The data decide nothing about powers. */
static logreg_status accept(logreg__basis *b, const double *sorted, size_t n, const char *text,
                            logreg_error *err)
{
    (void)b, (void)sorted, (void)n, (void)text, (void)err;
    return LOGREG_OK;
}

static void powers(double *value, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                   double *work)
{
    (void)work;
    for (size_t k = 0; k < b->degree; k++)
        for (size_t r = 0; r < rows; r++)
            value[k * stride + r] = k == 0 ? x[r] : k == 1 ? x[r] * x[r] : pow(x[r], (double)(k + 1));
}

static void power_slopes(double *slope, size_t stride, const logreg__basis *b, const double *x, size_t rows,
                         double *work)
{
    (void)work;
    for (size_t k = 0; k < b->degree; k++)
        for (size_t r = 0; r < rows; r++)
            slope[k * stride + r] = k == 0 ? 1 : (double)(k + 1) * (k == 1 ? x[r] : pow(x[r], (double)k));
}

const logreg__basis_kind logreg__basis_raw = {"poly", accept, prepare, powers, power_slopes};
