/* The delta method, equations (62) and (63). room is that of q numbers. */
#include <math.h>

#include "effects/effects.h"

/* sqrt(g' V g). */
static double deviation(const logreg_model *m, const double *g)
{
    double sum = 0;
    if (!m->covariance)
        return NAN;
    for (size_t i = 0; i < m->q; i++) {
        double row = 0;
        if (g[i] == 0 || m->status[i] != LOGREG_COEF_OK)
            continue;
        for (size_t j = 0; j < m->q; j++)
            if (g[j] != 0 && m->status[j] == LOGREG_COEF_OK)
                row += m->covariance[i * m->q + j] * g[j];
        sum += g[i] * row;
    }
    return sum > 0 ? sqrt(sum) : sum; /* rounding may carry what is 0 below it */
}

static logreg_effect_number wald(double estimate, double se, double width)
{
    se = se < 0 ? 0 : se;
    return (logreg_effect_number){estimate, se, estimate - width * se, estimate + width * se};
}

logreg_effect_number logreg__delta_mean(const logreg_model *m, const logreg__means *x, size_t c, double width)
{
    return wald(x->value[c], deviation(m, x->gradient + c * x->q), width);
}

logreg_effect_number logreg__delta_risk(const logreg_model *m, const logreg__means *x, size_t c, double width)
{
    logreg_effect_number r = logreg__delta_mean(m, x, c, width);
    double odds = r.estimate / (1 - r.estimate), half = width * r.std_error / (r.estimate * (1 - r.estimate));
    if (r.std_error > 0) {
        r.low = 1 / (1 + exp(half) / odds);
        r.high = 1 / (1 + exp(-half) / odds);
    }
    return r;
}

logreg_effect_number logreg__delta_difference(const logreg_model *m, const logreg__means *x,
                                              const logreg__means *reference, size_t c, double width,
                                              double *room)
{
    for (size_t i = 0; i < x->q; i++)
        room[i] = x->gradient[c * x->q + i] - reference->gradient[c * x->q + i];
    return wald(x->value[c] - reference->value[c], deviation(m, room), width);
}

logreg_effect_number logreg__delta_ratio(const logreg_model *m, const logreg__means *x,
                                         const logreg__means *reference, size_t c, double width, double *room)
{
    for (size_t i = 0; i < x->q; i++)
        room[i] =
            x->gradient[c * x->q + i] / x->value[c] - reference->gradient[c * x->q + i] / reference->value[c];
    double ratio = x->value[c] / reference->value[c], se = deviation(m, room);
    se = se < 0 ? 0 : se;
    return (logreg_effect_number){ratio, se, ratio * exp(-width * se), ratio * exp(width * se)};
}
