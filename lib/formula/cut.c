/* Where to cut a column of numbers in two. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/frame.h"
#include "formula/token.h"

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many of n ascending numbers are not above a value. */
static size_t up_to(const double *sorted, size_t n, double value)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] <= value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The median in as few digits as leave two fifths of the numbers on either side; where one value is too frequent for that, the value that parts best. */
static double middle(const double *sorted, size_t n)
{
    char text[LOGREG__NUMBER_SIZE];
    double median = sorted[(n - 1) / 2], cut;
    for (int digits = 1; digits <= 6; digits++) {
        logreg__number_format(text, median, digits);
        bool read = logreg__number_parse(&cut, text, strlen(text), '.');
        size_t below = read ? up_to(sorted, n, cut) : 0;
        if (5 * below >= 2 * n && 5 * (n - below) >= 2 * n)
            return cut;
    }
    size_t below = up_to(sorted, n, median), first = below;
    while (first > 0 && sorted[first - 1] == median)
        first--;
    bool lower = first > 0 && (below == n || n - first < below);
    return lower ? sorted[first - 1] : median;
}

char *logreg_frame_cut(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t n = 0;
    double *sorted = c->kind == LOGREG_NUMERIC ? logreg__new_raw(frame->n_rows, sizeof *sorted) : NULL;
    for (size_t i = 0; sorted && i < frame->n_rows; i++) {
        sorted[n] = logreg__column_number(c, i);
        n += !isnan(sorted[n]);
    }
    if (n)
        qsort(sorted, n, sizeof *sorted, ascending);
    logreg__text text = {0};
    if (n && sorted[0] < sorted[n - 1]) {
        char number[LOGREG__NUMBER_SIZE];
        logreg__name_quote(&text, c->name);
        logreg__text_add(&text, " > ");
        logreg__text_add(&text, logreg__number_shortest(number, middle(sorted, n)));
    }
    free(sorted);
    return logreg__text_take(&text);
}
