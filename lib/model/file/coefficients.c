/* Coefficients, what is to be said of each, and the direction of those that run away together. */
#include <math.h>

#include "base/memory.h"
#include "model/file/compact.h"
#include "model/file/section.h"

const char *const logreg__status_words[5] = {"ok", "aliased", "plus_infinity", "minus_infinity",
                                             "undetermined"};

json_t *logreg__coefficients_json(const logreg_model *m, const double *x, size_t rows)
{
    double *rest = logreg__compact_rest(m, x, rows);
    json_t *array = rest ? logreg__json_reals(rest, rows * (m->p - m->terms->n_sparse)) : NULL;
    free(rest);
    return array;
}

bool logreg__read_coefficients(double *x, size_t rows, const logreg_model *m, logreg__model_reader *r,
                               const json_t *file, const char *member)
{
    size_t n = rows * (m->p - m->terms->n_sparse);
    double *rest = logreg__new_raw(n, sizeof *rest);
    if (!rest)
        return logreg__read_no_memory(r);
    bool ok = logreg__read_reals(rest, n, false, r, file, member);
    if (ok)
        logreg__compact_spread(x, m, rest, rows);
    free(rest);
    return ok;
}

/* Which columns of the sparse matrix are the model's. */
static json_t *sparse_columns(const logreg__terms *t)
{
    json_t *array = json_array();
    for (size_t j = 0; j < t->n_sparse; j++)
        logreg__json_append(&array, json_integer(t->sparse_column[j]));
    return array;
}

/* Of models of sparse columns only; those of several classes are differences of what they have of each. */
static void put_sparse(json_t **file, const logreg_model *m)
{
    const logreg__terms *t = m->terms;
    if (!t->n_sparse)
        return;
    logreg__json_set(file, "n_sparse", logreg__json_size(t->sparse_width));
    if (t->sparse_column)
        logreg__json_set(file, "sparse_columns", sparse_columns(t));
    if (m->own)
        logreg__json_set(file, "sparse_class_coefficients", logreg__compact_write(m, m->own, m->n_classes));
    else
        logreg__json_set(file, "sparse_coefficients", logreg__compact_write(m, m->finite, m->k));
}

static json_t *statuses(const logreg_model *m)
{
    json_t *array = json_array();
    for (size_t j = 0; j < m->q; j++)
        if (j % m->p < m->p - m->terms->n_sparse)
            logreg__json_append(&array, json_string(logreg__status_words[m->status[j]]));
    return array;
}

static void put(json_t **file, const logreg_model *m)
{
    logreg__json_set(file, "coefficients", logreg__coefficients_json(m, m->finite, m->k));
    put_sparse(file, m);
    logreg__json_set(file, "statuses", statuses(m));
    logreg__json_set(file, "direction", m->direction ? logreg__json_reals(m->direction, m->q) : json_null());
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *words = logreg__read_array(r, file, "statuses");
    size_t rest = m->p - m->terms->n_sparse, at = 0;
    if (!words || !logreg__read_coefficients(m->finite, m->k, m, r, file, "coefficients"))
        return false;
    if (m->terms->n_sparse && m->k == 1 &&
        !logreg__compact_read(m->finite, m, m->k, r, file, "sparse_coefficients"))
        return false;
    if (json_array_size(words) != m->k * rest)
        return logreg__read_wrong(r, "statuses", "has the wrong length");
    for (size_t j = 0; j < m->q; j++) {
        int status = LOGREG_COEF_OK;
        bool listed = j % m->p < rest;
        if (listed &&
            !logreg__read_word(&status, logreg__status_words, 5, r, json_array_get(words, at++), "statuses"))
            return false;
        m->status[j] = (logreg_coef_status)status;
        m->beta[j] = status == LOGREG_COEF_OK               ? m->finite[j]
                     : status == LOGREG_COEF_PLUS_INFINITY  ? INFINITY
                     : status == LOGREG_COEF_MINUS_INFINITY ? -INFINITY
                                                            : NAN;
    }
    if (json_is_null(logreg__read_member(r, file, "direction")))
        return true;
    m->direction = logreg__new(m->q, sizeof *m->direction);
    return m->direction ? logreg__read_reals(m->direction, m->q, false, r, file, "direction")
                        : logreg__read_no_memory(r);
}

const logreg__section logreg__section_coefficients = {put, get, NULL};
