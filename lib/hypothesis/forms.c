#include "hypothesis/forms.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"

bool logreg__forms_init(logreg__forms *forms, size_t n, size_t q)
{
    *forms = (logreg__forms){.n = n, .q = q, .a = logreg__new(n, (q + 1) * sizeof *forms->a)};
    return forms->a != NULL;
}

void logreg__forms_clear(logreg__forms *forms)
{
    free(forms->a);
    *forms = (logreg__forms){0};
}

bool logreg__forms_constant(const logreg__forms *forms)
{
    for (size_t j = 0; j < forms->q; j++)
        if (forms->n != 1 || forms->a[j] != 0)
            return false;
    return forms->n == 1;
}

void logreg__forms_scale(logreg__forms *forms, double factor)
{
    for (size_t i = 0; i < forms->n * (forms->q + 1); i++)
        forms->a[i] *= factor;
}

/* Decimals such as 0.1 + 0.2 - 0.3. */
static double sum(double x, double y)
{
    return fabs(x + y) <= 8 * DBL_EPSILON * fmax(fabs(x), fabs(y)) ? 0 : x + y;
}

/* Makes of one form n equal ones. */
static bool repeat(logreg__forms *forms, size_t n)
{
    logreg__forms many;
    if (!logreg__forms_init(&many, n, forms->q))
        return false;
    for (size_t i = 0; i < n; i++)
        memcpy(logreg__form(&many, i), forms->a, (forms->q + 1) * sizeof *forms->a);
    logreg__forms_clear(forms);
    *forms = many;
    return true;
}

logreg_status logreg__forms_add(logreg__forms *forms, double factor, const logreg__forms *other,
                                const char *what, logreg_error *err)
{
    if (forms->n != other->n && forms->n != 1 && other->n != 1)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "%s: names that stand for %zu and for %zu coefficients cannot be added or compared; "
            "name single coefficients",
            what, forms->n, other->n);
    if (forms->n < other->n && !repeat(forms, other->n))
        return logreg__fail_memory(err);
    for (size_t i = 0; i < forms->n; i++) {
        double *to = logreg__form(forms, i);
        const double *from = logreg__form(other, other->n == 1 ? 0 : i);
        for (size_t j = 0; j <= forms->q; j++)
            to[j] = sum(to[j], factor * from[j]);
    }
    return LOGREG_OK;
}
