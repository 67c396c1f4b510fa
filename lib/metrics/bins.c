/* An event and a non-event of one bin count one half, whichever comes first: what that may be wrong by is half the number of such pairs.
 * Bins are equally wide, so that pairs told apart by less than 2^-20 are those that are lost.
 */
#include "metrics/bins.h"

#include <math.h>

#include "base/memory.h"

#define BINS ((size_t)1 << 20)

struct logreg__bins {
    double *count; /* [2 BINS] others and events of each bin */
};

logreg__bins *logreg__bins_new(void)
{
    logreg__bins *bins = logreg__new(1, sizeof *bins);
    if (bins && !(bins->count = logreg__new(2 * BINS, sizeof *bins->count))) {
        free(bins);
        return NULL;
    }
    return bins;
}

void logreg__bins_free(logreg__bins *bins)
{
    if (bins)
        free(bins->count);
    free(bins);
}

void logreg__bins_add(logreg__bins *bins, const double *y, const double *p, const double *w, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        size_t b = (size_t)(p[i] * (double)BINS);
        double *count = bins->count + 2 * (b < BINS ? b : BINS - 1), weight = w ? w[i] : 1;
        count[0] += weight * (1 - y[i]);
        count[1] += weight * y[i];
    }
}

void logreg__bins_auc(double *auc, double *se, double *error, const logreg__bins *bins)
{
    double events = 0, others = 0, below = 0, events_below = 0, area = 0, unsure = 0;
    for (size_t b = 0; b < BINS; b++) {
        const double *count = bins->count + 2 * b;
        area += count[1] * (others + count[0] / 2);
        unsure += count[1] * count[0] / 2;
        others += count[0];
        events += count[1];
    }
    *auc = area / (events * others);
    *error = unsure / (events * others);
    *se = NAN;
    if (!(events > 1 && others > 1))
        return;
    double s10 = 0, s01 = 0;
    for (size_t b = 0; b < BINS; b++) {
        const double *count = bins->count + 2 * b;
        double event = (below + count[0] / 2) / others - *auc;
        double other = (events - events_below - count[1] / 2) / events - *auc;
        s10 += count[1] * event * event;
        s01 += count[0] * other * other;
        below += count[0];
        events_below += count[1];
    }
    *se = sqrt(s10 / (events - 1) / events + s01 / (others - 1) / others);
}
