/* Brier's score in parts (Murphy 1973), and the calibration error. Of more classes the score is the sum of those of each class against
 * the rest, and so are its parts. */
#include <math.h>

#include "metrics/sheet.h"

static size_t parts(const logreg__sheet *s)
{
    return s->K == 2 ? 1 : s->K;
}

static double sum_of(const logreg__sheet *s, double (*part)(const logreg__reliability *r))
{
    double sum = 0;
    for (size_t k = 0; k < parts(s); k++)
        sum += part(&s->classes[k]);
    return sum;
}

static double uncertainty(const logreg__reliability *r)
{
    return r->known ? r->y * (1 - r->y) : NAN;
}

logreg_measure logreg__brier_reliability(const logreg__sheet *s)
{
    return logreg__measure_value(sum_of(s, logreg__reliability_part));
}

logreg_measure logreg__brier_resolution(const logreg__sheet *s)
{
    return logreg__measure_value(sum_of(s, logreg__resolution_part));
}

logreg_measure logreg__brier_uncertainty(const logreg__sheet *s)
{
    return logreg__measure_value(sum_of(s, uncertainty));
}

logreg_measure logreg__brier_within(const logreg__sheet *s)
{
    double bins = sum_of(s, logreg__reliability_part) - sum_of(s, logreg__resolution_part);
    return logreg__measure_value(logreg__brier(s).value - (bins + sum_of(s, uncertainty)));
}

logreg_measure logreg__ece(const logreg__sheet *s)
{
    return logreg__measure_value(logreg__reliability_error(s->K == 2 ? &s->classes[0] : &s->said));
}
