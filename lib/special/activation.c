/* tanh and ReLU. tanh(x) = t / (2 - t) with t = 1 - exp(-2 |x|); its derivative is that of the sigmoid,
 * 4 sigmoid'(2 x). */
#include <logreg/special.h>

#include "special/decay.h"

double logreg_tanh(double x)
{
    if (isnan(x) || fabs(x) < 0x1p-28) /* x - x^3 / 3 is x to 2^-57 relative */
        return x;
    if (fabs(x) > LOGREG__FAR / 2)
        return x > 0 ? 1 : -1;
    logreg__dd t = logreg__dd_negate(logreg__expm1((logreg__dd){-2 * fabs(x), 0}));
    double size = logreg__dd_divide(t, logreg__dd_add((logreg__dd){2, 0}, logreg__dd_negate(t))).hi;
    return x > 0 ? size : -size;
}

double logreg_tanh_derivative(double x)
{
    if (fabs(x) > LOGREG__FAR / 2)
        return logreg__far_decay(2 * x, 2);
    return 4 * logreg_sigmoid_derivative(2 * x); /* exact: nothing here is subnormal */
}

double logreg_relu(double x)
{
    return isnan(x) || x > 0 ? x : 0;
}

double logreg_relu_derivative(double x)
{
    return isnan(x) ? x : x > 0;
}
