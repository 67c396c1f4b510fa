#include "data/coarse_codes.h"

#include <math.h>
#include <stdlib.h>

#include "data/sentinel.h"

enum { ROWS_OF_ONE = 3, APART = 10, ROUND_ONE_IN = 3 };

/* 1 and as many zeros as a number has digits behind its first. */
static double place_of(double x)
{
    double place = 1;
    while (10 * place <= x)
        place *= 10;
    return place;
}

static bool all_whole(const double *x, size_t n)
{
    size_t i = 0;
    while (i < n && x[i] == floor(x[i]))
        i++;
    return i == n;
}

/* Sorted, of as many digits each. */
static bool are_codes(const double *x, size_t n)
{
    size_t different = 0, round = 0;
    for (size_t i = 0; i < n; i++) {
        bool fresh = i == 0 || x[i] != x[i - 1];
        different += fresh;
        round += fresh && fmod(x[i], 10) == 0;
    }
    return n && place_of(x[0]) == place_of(x[n - 1]) && ROWS_OF_ONE * different <= n &&
           x[n - 1] - x[0] >= APART * (double)different && ROUND_ONE_IN * round <= different;
}

/* Is it what one of them, sorted, begins with? */
static bool begins_one(double coarse, const double *x, size_t n)
{
    double factor = place_of(x[0]) / place_of(coarse);
    size_t i = 0;
    while (i < n && x[i] < coarse * factor)
        i++;
    return i < n && x[i] < (coarse + 1) * factor;
}

bool logreg__coarse_codes(const logreg__column *c, size_t rows, double top)
{
    size_t n, few = 0;
    double *sorted = logreg__numbers_sorted(&n, c, rows);
    while (sorted && few < n && sorted[few] <= top)
        few++;
    bool codes = sorted && all_whole(sorted, n) && are_codes(sorted + few, n - few);
    for (size_t i = 0; i < few && codes; i++)
        codes = (i && sorted[i] == sorted[i - 1]) || begins_one(sorted[i], sorted + few, n - few);
    free(sorted);
    return codes;
}
