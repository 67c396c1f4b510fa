#include "figures/telling/turns.h"

#include <math.h>
#include <stdbool.h>

#include "report/page/figure.h"

/* Smaller heights are not told to their digits, where they are small beside all that is told of a turn. */
#define LEAST_TOLD 1e-4

static double height(const logreg__way *w, size_t i)
{
    return w->height[w->stride * i];
}

void logreg__write_way_x(logreg__page *page, const logreg__way *w, size_t i)
{
    char text[LOGREG__FIGURE_SIZE];
    double x = w->low + (w->high - w->low) * (double)i / (double)(w->n - 1),
           parts = fmax(fabs(w->low), fabs(w->high)) / (w->high - w->low);
    int digits = (int)fmin(15, fmax(3, 2 + ceil(log10(parts))));
    logreg__page_add(page, logreg__figure_plain(text, x, digits, page->sign));
}

/* Whether the curve falls by so much on that side of point i before it rises above it; sign -1: the other way round. */
static bool falls(const logreg__way *w, size_t i, bool behind, double sign, double least)
{
    for (size_t k = i; behind ? k + 1 < w->n : k > 0;) {
        k = behind ? k + 1 : k - 1;
        double below = sign * (height(w, i) - height(w, k));
        if (below < 0 || (below == 0 && !behind))
            return false;
        if (below >= least)
            return true;
    }
    return false;
}

size_t logreg__turns(size_t at[LOGREG__TURNS_MOST], const logreg__way *w, double least)
{
    size_t n = 0;
    for (size_t i = 1; i + 1 < w->n && n < LOGREG__TURNS_MOST; i++)
        for (int up = 0; up < 2; up++) {
            double sign = up ? 1 : -1;
            if (falls(w, i, false, sign, least) && falls(w, i, true, sign, least)) {
                at[n++] = i;
                break;
            }
        }
    return n;
}

/* On a scale of which it is nothing a tiny height is told as that. */
static void write_height(logreg__page *page, double value, double least)
{
    char text[LOGREG__FIGURE_SIZE];
    if (value > 0 && value < LEAST_TOLD && least > 100 * LEAST_TOLD)
        logreg__page_format(page, "below %s", logreg__figure_plain(text, LEAST_TOLD, 1, page->sign));
    else
        logreg__page_add(page, logreg__figure_digits(text, value, 2, page->sign));
}

void logreg__write_way(logreg__page *page, const logreg__way *w, double least)
{
    size_t at[LOGREG__TURNS_MOST + 2] = {0}, n = 1 + logreg__turns(at + 1, w, least);
    at[n] = w->n - 1;
    for (size_t k = 0; k <= n; k++) {
        logreg__page_add(page, k == 0 ? "from " : k == 1 ? " to " : k == n ? " and " : ", ");
        write_height(page, height(w, at[k]), least);
        logreg__page_add(page, " at ");
        logreg__write_way_x(page, w, at[k]);
    }
}
