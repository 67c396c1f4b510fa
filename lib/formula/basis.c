#include "formula/basis.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"

const logreg__basis_kind *logreg__basis_named(const char *name)
{
    static const logreg__basis_kind *const kinds[] = {&logreg__basis_poly, &logreg__basis_scale,
                                                      &logreg__basis_bs, &logreg__basis_ns};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i]->name, name) == 0)
            return kinds[i];
    return NULL;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

logreg_status logreg__basis_fit(logreg__basis *basis, const double *x, size_t n, const char *text,
                                logreg_error *err)
{
    double *sorted = logreg__new_raw(n, sizeof *sorted);
    if (!sorted)
        return logreg__fail_memory(err);
    memcpy(sorted, x, n * sizeof *x);
    qsort(sorted, n, sizeof *sorted, ascending);
    logreg_status status = basis->kind->decide(basis, sorted, n, text, err);
    free(sorted);
    return status || basis->kind->prepare(basis) ? status : logreg__fail_memory(err);
}

size_t logreg__basis_work(const logreg__basis *basis)
{
    return basis->n_all + 1;
}

bool logreg__basis_bounded(const logreg__basis *basis)
{
    return basis->kind == &logreg__basis_bs || basis->kind == &logreg__basis_ns;
}

bool logreg__basis_learns(const logreg__basis *basis)
{
    if (logreg__basis_bounded(basis))
        return !basis->has_boundary || (basis->df && !basis->has_knots);
    return basis->kind != &logreg__basis_raw;
}

bool logreg__basis_sound(const logreg__basis *basis)
{
    bool poly = basis->alpha, ok = true;
    if (basis->kind == &logreg__basis_raw)
        return true;
    for (size_t k = 0; poly && ok && k <= basis->degree; k++)
        ok = (k == basis->degree || isfinite(basis->alpha[k])) && basis->norm2[k] > 0 &&
             isfinite(basis->norm2[k]);
    if (poly)
        return ok && (basis->kind != &logreg__basis_scale || basis->norm2[0] > 1);
    double before = basis->boundary[0];
    ok = isfinite(before) && isfinite(basis->boundary[1]) && before < basis->boundary[1];
    for (size_t k = 0; ok && k < basis->n_knots; k++) {
        ok = basis->knots[k] > basis->boundary[0] && basis->knots[k] < basis->boundary[1] &&
             basis->knots[k] >= before;
        before = basis->knots[k];
    }
    return ok;
}

void logreg__basis_clear(logreg__basis *basis)
{
    free(basis->knots);
    free(basis->alpha);
    free(basis->norm2);
    free(basis->all);
    free(basis->edge);
    *basis = (logreg__basis){0};
}
