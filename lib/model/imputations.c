/* What a model puts in the place of missing values, as its callers see it. */
#include <math.h>

#include "model/model.h"

size_t logreg_model_imputations(const logreg_model *m)
{
    return m->terms->n_fills;
}

logreg_status logreg_model_imputation(const logreg_model *m, size_t i, logreg_imputation *out)
{
    if (i >= m->terms->n_fills)
        return LOGREG_EINVAL;
    const logreg__fill *f = &m->terms->fill[i];
    *out = (logreg_imputation){.column = f->column,
                               .how = logreg__fill_words[f->how],
                               .kind = f->kind,
                               .number = f->kind == LOGREG_NUMERIC ? f->number : NAN,
                               .label = f->label,
                               .n_missing = f->n_missing,
                               .indicated = f->indicated};
    return LOGREG_OK;
}
