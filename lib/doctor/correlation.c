/* Pairs of numbers that move together: each standard error then grows by 1/sqrt(1 - r^2). */
#include "doctor/checkup.h"

#include <limits.h>
#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "report/summary/summary.h"

/* 1/sqrt(1 - r^2) is 3.2 here. */
#define HIGH_CORRELATION 0.95

/* Rows alone make a pair move together if it does so much less without them: 1/sqrt(1 - r^2) is 2.3 here. */
#define LOW_CORRELATION 0.9

/* Products of pairs of cells that are spent; of longer tables every s-th row is looked at. */
#define MOST_PRODUCTS 2e9

/* Two columns of a few rows in common lie near a line by chance. */
#define LEAST_COMMON 10

/* Among so many pairs some move together by chance in fewer rows than these. */
#define MANY_PAIRS 1e6
#define LEAST_ROWS 30

/* Pearson's r over every step-th row that has both, in two passes, but for those that are marked (NULL: none is); NaN where one of them is constant, or such
 * rows are few. */
static double correlation(const logreg__column *a, const logreg__column *b, size_t rows, size_t step,
                          const bool *but)
{
    double n = 0, mean_a = 0, mean_b = 0, aa = 0, bb = 0, ab = 0;
    for (size_t i = 0; i < rows; i += step) {
        double x = logreg__column_number(a, i), y = logreg__column_number(b, i);
        if (isnan(x) || isnan(y) || (but && but[i]))
            continue;
        n++;
        mean_a += (x - mean_a) / n;
        mean_b += (y - mean_b) / n;
    }
    for (size_t i = 0; i < rows; i += step) {
        double x = logreg__column_number(a, i) - mean_a, y = logreg__column_number(b, i) - mean_b;
        if (isnan(x) || isnan(y) || (but && but[i]))
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
            correlation(&c->frame->column[i], &c->frame->column[j], logreg_frame_rows(c->frame), step, NULL);
        if (fabs(other) > fabs(*r)) {
            *r = other;
            with = i;
        }
    }
    return fabs(*r) >= HIGH_CORRELATION ? with : SIZE_MAX;
}

/* A pair as it is without the rows in which a number of either stands apart. */
typedef struct {
    size_t n, first; /* such rows, and the first of them */
    double r;
} rest;

/* Do those rows alone make it move together? */
static bool made_by_rows(rest *found, logreg_checkup *c, size_t a, size_t b, size_t step)
{
    size_t rows = logreg_frame_rows(c->frame);
    const logreg__column *x = &c->frame->column[a], *y = &c->frame->column[b];
    *found = (rest){.n = 0};
    if (!c->profile[a].far.rows && !c->profile[b].far.rows)
        return false;
    bool *apart = logreg__new(rows, sizeof *apart);
    c->failed = c->failed || !apart;
    for (size_t i = 0; apart && i < rows; i += step) {
        bool both = !logreg__cell_is_missing(x, i) && !logreg__cell_is_missing(y, i);
        apart[i] = both && (logreg__is_apart(c, a, i) || logreg__is_apart(c, b, i));
        if (apart[i])
            found->first = found->n++ ? found->first : i;
    }
    found->r = found->n ? correlation(x, y, rows, step, apart) : (double)NAN;
    free(apart);
    return fabs(found->r) < LOW_CORRELATION;
}

static void tell_rows(logreg_checkup *c, size_t a, size_t b, double r, const rest *without)
{
    char text[LOGREG__NUMBER_SIZE];
    logreg__finding *f = logreg__find(c, "correlated", LOGREG_FINDING_MISLEADS, a);
    logreg__write_column(&f->message, c, a);
    logreg__page_add(&f->message, " and ");
    logreg__write_column(&f->message, c, b);
    logreg__page_format(&f->message, " move together (r = %s), but ", logreg__number_format(text, r, 4));
    logreg__write_apart_rows(&f->message, c, without->first, without->n);
    logreg__page_format(&f->message, " them do so: without %s r is %s.", without->n > 1 ? "them" : "it",
                        logreg__number_format(text, without->r, 2));
    logreg__advise_apart_rows(f, without->n);
}

/* "igm with iga (r = 0.9998)" */
static void write_pair(logreg__page *page, const logreg_checkup *c, size_t a, size_t b, double r)
{
    char text[LOGREG__NUMBER_SIZE];
    logreg__write_column(page, c, a);
    logreg__page_add(page, " with ");
    logreg__write_column(page, c, b);
    logreg__page_format(page, " (r = %s)", logreg__number_format(text, r, 4));
}

static void tell_pairs(logreg_checkup *c, size_t first, size_t n, const char *pairs)
{
    logreg__finding *f = logreg__find(c, "correlated", LOGREG_FINDING_MISLEADS, first);
    logreg__page_add(&f->message, "Columns move together: ");
    logreg__page_name(&f->message, pairs, INT_MAX);
    logreg__write_more(&f->message, n);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Their coefficients cannot be told apart well: keep the ones that you mean. For "
                     "probabilities alone it is no harm.");
}

void logreg__check_correlation(logreg_checkup *c)
{
    size_t columns = logreg_frame_columns(c->frame), candidates = 0, found = 0, by_rows = 0, first = 0;
    for (size_t j = 0; j < columns; j++)
        candidates += is_candidate(c, j);
    double pairs = (double)candidates * (double)candidates / 2;
    size_t rows = logreg_frame_rows(c->frame), step = 1 + (size_t)(pairs * (double)rows / MOST_PRODUCTS);
    logreg__page list;
    if (pairs > MANY_PAIRS && rows / step < LEAST_ROWS)
        return;
    logreg__page_start_like(&list, &c->spare.message);
    for (size_t j = 0; j < columns && !c->failed; j++) {
        double r;
        size_t with = is_candidate(c, j) ? nearest(c, j, step, &r) : SIZE_MAX;
        rest without;
        if (with == SIZE_MAX)
            continue;
        if (made_by_rows(&without, c, j, with, step)) {
            if (by_rows++ < LOGREG__LISTED)
                tell_rows(c, j, with, r, &without);
            continue;
        }
        first = found ? first : j;
        if (found++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(&list, found > 1 ? ", " : "");
        write_pair(&list, c, j, with, r);
    }
    c->failed = c->failed || list.text.failed;
    if (found && !c->failed)
        tell_pairs(c, first, found, logreg__page_string(&list));
    logreg__page_free(&list);
}
