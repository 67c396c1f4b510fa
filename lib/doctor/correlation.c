/* Pairs of numbers that move together: each standard error then grows by 1/sqrt(1 - r^2). */
#include "doctor/checkup.h"

#include <math.h>

#include "base/number.h"
#include "report/summary/summary.h"

/* 1/sqrt(1 - r^2) is 3.2 here. */
#define HIGH_CORRELATION 0.95

/* Products of pairs of cells that are spent; of longer tables every s-th row is looked at. */
#define MOST_PRODUCTS 2e9

/* Two columns of a few rows in common lie near a line by chance. */
#define LEAST_COMMON 10

/* Among so many pairs some move together by chance in fewer rows than these. */
#define MANY_PAIRS 1e6
#define LEAST_ROWS 30

/* Pearson's r over every step-th row that has both, in two passes; NaN where one of them is constant, or such rows
 * are few. */
static double correlation(const logreg__column *a, const logreg__column *b, size_t rows, size_t step)
{
    double n = 0, mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
    for (size_t i = 0; i < rows; i += step) {
        double x = logreg__column_number(a, i), y = logreg__column_number(b, i);
        if (isnan(x) || isnan(y))
            continue;
        n++;
        mean_a += (x - mean_a) / n;
        mean_b += (y - mean_b) / n;
    }
    for (size_t i = 0; i < rows; i += step) {
        double x = logreg__column_number(a, i) - mean_a, y = logreg__column_number(b, i) - mean_b;
        if (isnan(x) || isnan(y))
            continue;
        aa += x * x;
        bb += y * y;
        ab += x * y;
    }
    return n >= LEAST_COMMON ? ab / sqrt(aa) / sqrt(bb) : (double)NAN;
}

static bool is_candidate(const logreg_checkup *c, size_t j)
{
    return logreg__in_trial(c, j) && !logreg__by_levels(c, j);
}

/* The candidate before j that moves most like it, or SIZE_MAX; *r receives the correlation. */
static size_t nearest(const logreg_checkup *c, size_t j, size_t step, double *r)
{
    size_t with = SIZE_MAX;
    *r = 0;
    for (size_t i = 0; i < j; i++) {
        if (!is_candidate(c, i))
            continue;
        double other =
            correlation(&c->frame->column[i], &c->frame->column[j], logreg_frame_rows(c->frame), step);
        if (fabs(other) > fabs(*r)) {
            *r = other;
            with = i;
        }
    }
    return fabs(*r) >= HIGH_CORRELATION ? with : SIZE_MAX;
}

void logreg__check_correlation(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame), candidates = 0, found = 0;
    for (size_t j = 0; j < columns; j++)
        candidates += is_candidate(c, j);
    double pairs = (double)candidates * (double)candidates / 2;
    size_t rows = logreg_frame_rows(c->frame), step = 1 + (size_t)(pairs * (double)rows / MOST_PRODUCTS);
    logreg__finding *f = NULL;
    if (pairs > MANY_PAIRS && rows / step < LEAST_ROWS)
        return;
    for (size_t j = 0; j < columns; j++) {
        double r;
        char text[LOGREG__NUMBER_SIZE];
        size_t with = is_candidate(c, j) ? nearest(c, j, step, &r) : SIZE_MAX;
        if (with == SIZE_MAX || found++ >= LOGREG__LISTED)
            continue;
        if (!f) {
            f = logreg__find(c, "correlated", LOGREG_FINDING_MISLEADS, j);
            logreg__page_add(&f->message, "Columns move together: ");
        } else {
            logreg__page_add(&f->message, ", ");
        }
        logreg__write_column(&f->message, c, j);
        logreg__page_add(&f->message, " with ");
        logreg__write_column(&f->message, c, with);
        logreg__page_format(&f->message, " (r = %s)", logreg__number_format(text, r, 4));
    }
    if (!f)
        return;
    logreg__write_more(&f->message, found);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Their coefficients cannot be told apart well: keep the ones that you mean. For "
                     "probabilities alone it is no harm.");
}
