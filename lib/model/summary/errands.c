/* What the summary wants of the rows at the maximum, in a form that any walk can take along. */
#include "base/error.h"
#include "base/memory.h"
#include "model/fitting.h"

logreg_status logreg__errands_make(logreg__fitting *f, logreg_error *err)
{
    bool sorted = f->model->k == 1 && f->rows->n <= LOGREG__MOST_SORTED;
    logreg__errands_clear(f);
    f->extent = logreg__new_raw(logreg__kernel_extent.size(f->problem), sizeof *f->extent);
    f->fitted = sorted ? logreg__new_raw(f->rows->n, sizeof *f->fitted) : NULL;
    if (!f->extent || (sorted && !f->fitted))
        return logreg__fail_memory(err);
    f->errands = (logreg__errands){.job = f->errand};
    f->errand[f->errands.n++] = (logreg__job){&logreg__kernel_extent, 1, NULL, f->extent, NULL};
    if (sorted)
        f->errand[f->errands.n++] = (logreg__job){&logreg__kernel_fitted, 1, NULL, f->fitted_sums, f->fitted};
    return LOGREG_OK;
}

void logreg__errands_clear(logreg__fitting *f)
{
    free(f->extent);
    free(f->fitted);
    f->extent = f->fitted = NULL;
    f->errands = (logreg__errands){.n = 0};
}

logreg_status logreg__errands_do(logreg__fitting *f, logreg_error *err)
{
    if (f->errands.done)
        return LOGREG_OK;
    logreg_status status = logreg__errands_make(f, err);
    for (size_t i = 0; i < f->errands.n; i++)
        f->errand[i].input = f->errand[i].kernel->input ? f->b : NULL;
    if (status == LOGREG_OK)
        status = logreg__fold_jobs(f->problem, f->errands.n, f->errand, err);
    f->errands.done = status == LOGREG_OK;
    return status;
}
