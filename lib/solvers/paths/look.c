#include "solvers/paths/look.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/fold.h"

/* The m k numbers of a row stand together, as of a problem of so many linear predictors. */
static void gather_rows(double *rows, const double *residual, size_t n, size_t k, size_t m)
{
    for (size_t i = 0; i < m; i++)
        for (size_t r = 0; r < n; r++)
            for (size_t c = 0; c < k; c++)
                rows[(r * m + i) * k + c] = residual[(i * n + r) * k + c];
}

logreg_status logreg__look(double *loss, double *g, const logreg__problem *whole, const logreg__problem *part,
                           const double *b, size_t m, logreg_error *err)
{
    size_t n = whole->design->n, k = whole->k;
    double *residual = logreg__new_raw(n, m * k * sizeof *residual);
    double *rows = logreg__new_raw(n, m * k * sizeof *rows);
    logreg__problem together = *whole;
    together.k = m * k;
    together.q = m * whole->q;
    logreg_status status = residual && rows ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__fold(part, &logreg__kernel_residual, m, b, loss, residual, err);
    if (status == LOGREG_OK) {
        gather_rows(rows, residual, n, k, m);
        status = logreg__fold(&together, &logreg__kernel_combination, 1, rows, g, NULL, err);
    }
    free(residual);
    free(rows);
    return status;
}
