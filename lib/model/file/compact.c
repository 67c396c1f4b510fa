#include "model/file/compact.h"

#include <math.h>

#include "base/json.h"
#include "base/memory.h"

static size_t rest_of(const logreg_model *m)
{
    return m->p - m->terms->n_sparse;
}

double *logreg__compact_rest(const logreg_model *m, const double *x, size_t rows)
{
    size_t n = rest_of(m);
    double *rest = logreg__new_raw(rows * n, sizeof *rest);
    for (size_t i = 0; rest && i < rows; i++)
        memcpy(rest + i * n, x + i * m->p, n * sizeof *rest);
    return rest;
}

void logreg__compact_spread(double *x, const logreg_model *m, const double *rest, size_t rows)
{
    size_t n = rest_of(m);
    for (size_t i = 0; i < rows; i++)
        memcpy(x + i * m->p, rest + i * n, n * sizeof *x);
}

/* One vector, of which only the sparse part is written. */
static json_t *write_one(const double *x, const logreg__terms *t)
{
    json_t *o = json_object(), *columns = json_array(), *values = json_array();
    for (size_t j = 0; j < t->n_sparse; j++)
        if (x[j] != 0) {
            logreg__json_append(&columns, logreg__json_size(logreg__terms_sparse_column(t, j)));
            logreg__json_append(&values, logreg__json_real(x[j]));
        }
    logreg__json_set(&o, "columns", columns);
    logreg__json_set(&o, "values", values);
    return o;
}

json_t *logreg__compact_write(const logreg_model *m, const double *x, size_t rows)
{
    json_t *list = json_array();
    for (size_t i = 0; i < rows; i++)
        logreg__json_append(&list, write_one(x + i * m->p + rest_of(m), m->terms));
    return list;
}

static bool read_one(double *x, const logreg__terms *t, logreg__model_reader *r, const json_t *o,
                     const char *member)
{
    const json_t *columns = logreg__read_member(r, o, "columns"),
                 *values = logreg__read_member(r, o, "values");
    size_t count = json_array_size(columns), place = 0;
    bool ok = json_is_array(columns) && json_is_array(values) && json_array_size(values) == count;
    for (size_t i = 0; ok && i < count; i++) {
        const json_t *at = json_array_get(columns, i);
        json_int_t j = json_integer_value(at);
        double value = NAN;
        ok = json_is_integer(at) && j >= 0 && logreg__read_real(&value, json_array_get(values, i)) &&
             isfinite(value);
        if (t->sparse_column)
            while (ok && place < t->n_sparse && t->sparse_column[place] < (uint64_t)j)
                place++;
        else
            place = ok && (size_t)j > place ? (size_t)j : place;
        ok = ok && place < t->n_sparse && logreg__terms_sparse_column(t, place) == (size_t)j;
        if (ok)
            x[place++] = value;
    }
    return ok ||
           logreg__read_wrong(r, member, "should list columns, ascending, and a finite number for each");
}

bool logreg__compact_read(double *x, const logreg_model *m, size_t rows, logreg__model_reader *r,
                          const json_t *root, const char *member)
{
    const json_t *list = logreg__read_array(r, root, member);
    if (!list)
        return false;
    if (json_array_size(list) != rows)
        return logreg__read_wrong(r, member, "has the wrong length");
    for (size_t i = 0; i < rows; i++)
        if (!read_one(x + i * m->p + rest_of(m), m->terms, r, json_array_get(list, i), member))
            return false;
    return true;
}
