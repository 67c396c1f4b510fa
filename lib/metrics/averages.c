/* F of the event, and means over classes. A mean is a function of the counts n_ij alone, and these are drawn as a multinomial:
 * with g its derivatives, its variance is sum n g^2 (the delta method; Takahashi & al., Appl. Intell. 52, 2022, for F1), since
 * sum n g is 0 for what does not change when all counts grow alike. */
#include <math.h>

#include "metrics/sheet.h"

/* Adds `scale` times the derivatives of a class's score. */
static void add_slopes(double *gradient, const logreg__counts *c, size_t k, logreg__emphasis e, double scale)
{
    size_t K = c->K;
    double below = e.said * c->said[k] + e.so * c->so[k], score = logreg__class_score(c, k, e);
    if (!(below > 0))
        return;
    gradient[k * K + k] += scale * (e.said + e.so) / below;
    for (size_t i = 0; i < K; i++) {
        gradient[i * K + k] -= scale * score * e.said / below;
        gradient[k * K + i] -= scale * score * e.so / below;
    }
}

static void clear(const logreg__sheet *s)
{
    for (size_t i = 0; i < s->K * s->K; i++)
        s->gradient[i] = 0;
}

static logreg_measure of_event(const logreg__sheet *s, logreg__emphasis e)
{
    clear(s);
    add_slopes(s->gradient, &s->counts, 1, e, 1);
    return logreg__measure_delta(logreg__class_score(&s->counts, 1, e), s);
}

static logreg_measure over_classes(const logreg__sheet *s, logreg__emphasis e, logreg__mean mean)
{
    const logreg__counts *c = &s->counts;
    double value = logreg__mean_score(c, e, mean), total = 0;
    clear(s);
    for (size_t k = 0; k < s->K; k++)
        total += logreg__class_weight(c, k, mean);
    for (size_t k = 0; k < s->K; k++) {
        double score = logreg__class_score(c, k, e);
        add_slopes(s->gradient, c, k, e, logreg__class_weight(c, k, mean) / total);
        for (size_t j = 0; mean == LOGREG__WEIGHTED && j < s->K; j++)
            s->gradient[k * s->K + j] += ((isnan(score) ? 0 : score) - value) / total;
    }
    return logreg__measure_delta(value, s);
}

logreg_measure logreg__f1(const logreg__sheet *s)
{
    return of_event(s, logreg__of_both);
}

logreg_measure logreg__fbeta(const logreg__sheet *s)
{
    return of_event(s, (logreg__emphasis){1, s->beta * s->beta});
}

logreg_measure logreg__balanced_accuracy(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_so, LOGREG__PRESENT);
}

logreg_measure logreg__precision_macro(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_said, LOGREG__MACRO);
}

logreg_measure logreg__precision_weighted(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_said, LOGREG__WEIGHTED);
}

logreg_measure logreg__recall_macro(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_so, LOGREG__MACRO);
}

logreg_measure logreg__f1_macro(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_both, LOGREG__MACRO);
}

logreg_measure logreg__f1_weighted(const logreg__sheet *s)
{
    return over_classes(s, logreg__of_both, LOGREG__WEIGHTED);
}

logreg_measure logreg__fbeta_macro(const logreg__sheet *s)
{
    return over_classes(s, (logreg__emphasis){1, s->beta * s->beta}, LOGREG__MACRO);
}

logreg_measure logreg__fbeta_weighted(const logreg__sheet *s)
{
    return over_classes(s, (logreg__emphasis){1, s->beta * s->beta}, LOGREG__WEIGHTED);
}
