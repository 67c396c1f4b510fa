#include "design/sparse_columns.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/sparse.h"

logreg_status logreg__design_sparse(logreg__design *d, const unsigned char *drop, logreg_error *err)
{
    const logreg__sparse *s = d->frame->sparse;
    size_t n = d->terms->n_sparse, first = d->terms->n_columns - n;
    if (!s)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the model was fitted to sparse rows of %zu columns, as svmlight files have them, and the data "
            "have none",
            d->terms->sparse_width);
    if (s->p != d->terms->sparse_width)
        return logreg__fail(err, LOGREG_EDATA, "the model has %zu sparse columns, and the data have %zu",
                            d->terms->sparse_width, s->p);
    uint32_t *wanted = logreg__new_raw(n, sizeof *wanted);
    if (!wanted)
        return logreg__fail_memory(err);
    d->first_sparse = d->p;
    for (size_t j = 0; j < n; j++)
        if (!drop || !drop[first + j]) {
            wanted[d->n_sparse++] = (uint32_t)logreg__terms_sparse_column(d->terms, j);
            d->column[d->p++] = first + j;
        }
    d->sparse = s;
    d->sparse_row = d->frame->n_before;
    if (d->n_sparse < s->p) {
        d->sparse = d->own_sparse =
            logreg__sparse_pick(s, d->frame->n_before, d->frame->n_rows, wanted, d->n_sparse);
        d->sparse_row = 0;
    }
    free(wanted);
    return d->sparse ? LOGREG_OK : logreg__fail_memory(err);
}

void logreg__sparse_fetch(logreg__sparse_rows *to, const logreg__design *d, const size_t *place, size_t rows,
                          size_t *from, size_t *until)
{
    const int *start = d->sparse->start + d->sparse_row;
    for (size_t r = 0; r < rows; r++) {
        from[r] = (size_t)start[place[r]];
        until[r] = (size_t)start[place[r] + 1];
    }
    *to =
        (logreg__sparse_rows){d->first_sparse, d->n_sparse, d->sparse->column, d->sparse->value, from, until};
}

void logreg__sparse_count(size_t *count, const logreg__design *d)
{
    for (size_t j = 0; j < d->p; j++)
        count[j] = d->n_sparse && j >= d->first_sparse ? 0 : d->n;
    if (!d->n_sparse)
        return;
    const int *start = d->sparse->start + d->sparse_row;
    for (size_t k = (size_t)start[0]; k < (size_t)start[d->frame->n_rows]; k++)
        count[d->first_sparse + (size_t)d->sparse->column[k]]++;
}
