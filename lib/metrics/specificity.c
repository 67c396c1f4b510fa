/* Specificities of each class against the rest: of the rows that are not of it, the share that is not said to be. Their mean over classes is a function of the
 * counts, whose standard error is found as in averages.c. */
#include <math.h>

#include "metrics/sheet.h"

/* A class's specificity, whether it counts in the mean, and that over the rows of other classes, which its derivatives go by. */
typedef struct {
    double value, weight, slope;
} part;

/* Where there are no rows of other classes it does not count. */
static part part_of(const logreg__counts *c, size_t k)
{
    double rest = 0, wrong = 0, weight = logreg__class_weight(c, k, LOGREG__MACRO);
    for (size_t i = 0; i < c->K; i++)
        if (i != k) {
            rest += c->so[i];
            wrong += c->cell[i * c->K + k];
        }
    if (!(rest > 0))
        return (part){0, isnan(weight) ? NAN : 0, 0};
    return (part){1 - wrong / rest, weight, weight / rest};
}

/* A row of class i counts in the specificities of all classes but i, of which that it is said to be falls. */
logreg_measure logreg__specificity_macro(const logreg__sheet *s)
{
    const logreg__counts *c = &s->counts;
    size_t K = s->K;
    double sum = 0, total = 0, all = 0;
    for (size_t k = 0; k < K; k++) {
        part x = part_of(c, k);
        sum += x.weight * x.value;
        total += x.weight;
        all += x.slope * (1 - x.value);
    }
    for (size_t k = 0; k < K; k++) {
        part x = part_of(c, k);
        double others = all - x.slope * (1 - x.value);
        for (size_t j = 0; j < K; j++)
            s->gradient[k * K + j] = others / total;
    }
    for (size_t j = 0; j < K; j++) {
        double falls = part_of(c, j).slope / total;
        for (size_t i = 0; i < K; i++)
            s->gradient[i * K + j] -= i != j ? falls : 0;
    }
    return logreg__measure_delta(sum / total, s);
}
