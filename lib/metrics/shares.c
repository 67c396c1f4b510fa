/* Metrics that are shares of rows. */
#include <math.h>

#include "base/sum.h"
#include "metrics/sheet.h"

logreg_measure logreg__accuracy(const logreg__sheet *s)
{
    double right = 0;
    for (size_t k = 0; k < s->K; k++)
        right += s->counts.cell[k * s->K + k];
    return logreg__measure_share(right, s->counts.total);
}

logreg_measure logreg__sensitivity(const logreg__sheet *s)
{
    return logreg__measure_share(s->counts.cell[3], s->counts.so[1]);
}

logreg_measure logreg__specificity(const logreg__sheet *s)
{
    return logreg__measure_share(s->counts.cell[0], s->counts.so[0]);
}

logreg_measure logreg__precision(const logreg__sheet *s)
{
    return logreg__measure_share(s->counts.cell[3], s->counts.said[1]);
}

/* Classes that come before class y by their probability; of equals the last class comes first, as with scikit-learn. */
static size_t place_of(const double *p, size_t K, size_t y)
{
    size_t place = 0;
    for (size_t k = 0; k < K; k++)
        place += p[k] > p[y] || (p[k] == p[y] && k > y);
    return place;
}

logreg_measure logreg__top_k_accuracy(const logreg__sheet *s)
{
    const logreg_labelled *rows = s->rows;
    logreg__sum hits = {0, 0}, total = {0, 0};
    for (size_t i = 0; i < rows->n; i++) {
        double weight = rows->w ? rows->w[i] : 1, sum = 0;
        const double *p = rows->p + i * s->K;
        if (weight == 0)
            continue;
        for (size_t k = 0; k < s->K; k++)
            sum += p[k];
        if (isnan(sum))
            return logreg__measure_value(NAN);
        logreg__sum_add(&hits, place_of(p, s->K, (size_t)rows->y[i]) < s->top_k ? weight : 0);
        logreg__sum_add(&total, weight);
    }
    return logreg__measure_share(logreg__sum_value(hits), logreg__sum_value(total));
}
