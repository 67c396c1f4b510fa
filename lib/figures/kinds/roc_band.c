/* DeLong's variance, rate by rate. At the false positive rate t each event i counts V_i to the height R = mean V_i of the curve: 1 above the threshold, 0 below,
 * and in a tie that the rate cuts the share of it that lies above; so does each other row count W_j to t = mean W_j. As a functional of both
 * samples R has the components V_i - R and -R'(t) (W_j - t) (Pepe 2003, The statistical evaluation of medical tests, 5.2), whose integrals over t are the placements of DeLong, DeLong &
 * Clarke-Pearson (1988). Their two parts of the variance are kept apart: Wilson's limits of R and of t, each in a sample of
 * the size that has this variance, the latter carried over to R by the curve itself, which has no derivative where it is steps; and the distances of both are added as
 * squares (MOVER: Zou & Donner, Statist. Med. 27, 2008). In large samples that is the normal interval of the whole variance. */
#include "figures/kinds/roc_band.h"

#include <math.h>

#include "metrics/interval.h"

/* Rows of 0 and 1 alone, with this mean, whose mean varies as that of n rows of this mean and mean square does. */
static double size_of(double mean, double square, double n)
{
    double variance = (square - mean * mean) / (n - 1), of_shares = mean * (1 - mean);
    return of_shares > 0 && variance > 0 ? of_shares / variance : n - 1;
}

/* Height at a rate: where the curve rises straight up, of the upper or of the lower end. */
static double height(const logreg__roc *c, double rate, bool upper)
{
    size_t low = 0, high = c->n; /* the first point beyond the rate, or at it */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (upper ? c->fpr[middle] <= rate : c->fpr[middle] < rate)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0 || low == c->n)
        return c->tpr[low ? low - 1 : 0];
    double share = (rate - c->fpr[low - 1]) / (c->fpr[low] - c->fpr[low - 1]);
    return c->tpr[low - 1] + share * (c->tpr[low] - c->tpr[low - 1]);
}

bool logreg__roc_limits(double *low, double *high, const logreg__roc *c, size_t k, double share, double level)
{
    double tied_t = c->fpr[k + 1] - c->fpr[k], tied_R = c->tpr[k + 1] - c->tpr[k];
    double t = c->fpr[k] + share * tied_t, R = c->tpr[k] + share * tied_R;
    double of_t = size_of(t, c->fpr[k] + share * share * tied_t, c->others),
           of_R = size_of(R, c->tpr[k] + share * share * tied_R, c->events);
    double t_low, t_high, R_low, R_high;
    if (!logreg__wilson_interval(&t_low, &t_high, t, of_t, level) ||
        !logreg__wilson_interval(&R_low, &R_high, R, of_R, level))
        return false;
    *low = fmax(0, R - hypot(R - R_low, R - height(c, t_low, false)));
    *high = fmin(1, R + hypot(R_high - R, height(c, t_high, true) - R));
    return true;
}
