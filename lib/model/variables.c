/* The variables of a model, as its callers number them. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"

/* Variables are told by their columns: what is made of columns is not among them, an indicator of missing values neither, and a column that
 * occurs again in the same kind, as in a + C(a) + C(a, sum), counts once. Here those told alike stand together, the first in front. */
static int by_column(const void *a, const void *b)
{
    const logreg__variable *u = *(const logreg__variable *const *)a, *v = *(const logreg__variable *const *)b;
    int names = strcmp(u->column, v->column);
    return names ? names : u->kind != v->kind ? (u->kind > v->kind) - (u->kind < v->kind) : (u > v) - (u < v);
}

bool logreg__model_number(logreg_model *m)
{
    const logreg__terms *t = m->terms;
    size_t n = 0, *first = logreg__new_raw(t->n_variables, sizeof *first);
    const logreg__variable **sorted = logreg__new_raw(t->n_variables, sizeof *sorted);
    m->outer = logreg__new_raw(t->n_variables, sizeof *m->outer);
    m->inner = logreg__new_raw(t->n_variables, sizeof *m->inner);
    bool ok = first && sorted && m->outer && m->inner;
    for (size_t i = 0; ok && i < t->n_variables; i++)
        if (t->variable[i].column && !t->variable[i].indicates)
            sorted[n++] = &t->variable[i];
    if (n > 0)
        qsort(sorted, n, sizeof *sorted, by_column);
    for (size_t i = 0; i < n; i++) {
        bool again = i > 0 && strcmp(sorted[i]->column, sorted[i - 1]->column) == 0 &&
                     sorted[i]->kind == sorted[i - 1]->kind;
        size_t v = (size_t)(sorted[i] - t->variable);
        first[v] = again ? first[sorted[i - 1] - t->variable] : v;
    }
    for (size_t v = 0; ok && v < t->n_variables; v++) {
        if (!t->variable[v].column || t->variable[v].indicates)
            continue;
        if (first[v] == v)
            m->inner[m->n_variables++] = v;
        m->outer[v] = first[v] == v ? m->n_variables - 1 : m->outer[first[v]];
    }
    free(first);
    free(sorted);
    return ok;
}

size_t logreg_model_variables(const logreg_model *m)
{
    return m->n_variables;
}

logreg_status logreg_model_variable(const logreg_model *m, size_t i, logreg_variable *out)
{
    if (i >= m->n_variables)
        return LOGREG_EINVAL;
    const logreg__variable *v = &m->terms->variable[m->inner[i]];
    *out = (logreg_variable){
        .name = v->column,
        .kind = v->kind,
        .n_missing = v->n_missing,
        .mean = v->mean,
        .min = v->min,
        .max = v->max,
        .n_levels = v->n_levels,
        .levels = (const char *const *)v->levels,
    };
    return LOGREG_OK;
}

bool logreg_model_variable_steps(const logreg_model *m, size_t i)
{
    return i < m->n_variables && logreg__terms_step(m->terms, m->inner[i]);
}

bool logreg_model_variable_forgiven(const logreg_model *m, size_t i)
{
    return i < m->n_variables && logreg__terms_forgive(m->terms, m->inner[i]);
}

const char *logreg_model_forgiving(const logreg_model *m, size_t i)
{
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (logreg__made_forgives(m->terms->variable[v].made) && i-- == 0)
            return m->terms->variable[v].made->text;
    return NULL;
}

/* No row was left out for a column that was filled, or for an indicator. */
static bool imputed(const logreg__terms *t, const char *column)
{
    for (size_t i = 0; i < t->n_fills; i++)
        if (strcmp(t->fill[i].column, column) == 0 || logreg__indicator_is_of(column, t->fill[i].column))
            return true;
    return false;
}

const char *logreg_model_taken(const logreg_model *m, size_t i)
{
    const logreg__terms *t = m->terms;
    for (size_t j = 0; j < t->n_taken; j++)
        if (!imputed(t, t->taken[j].column) && i-- == 0)
            return t->taken[j].column;
    return NULL;
}

bool logreg_model_coefficient_variable(const logreg_model *m, size_t j, size_t *variable, size_t *level)
{
    for (size_t t = 0; t < m->terms->n_terms; t++) {
        const logreg__term *term = &m->terms->term[t];
        if (j < term->first || j >= term->first + term->n_columns)
            continue;
        const logreg__variable *v = &m->terms->variable[term->variable[0]];
        if (term->n > 1 || v->made || v->indicates || (v->coding && !term->full[0]))
            return false;
        *variable = m->outer[term->variable[0]];
        *level = logreg__term_level(m->terms, term, j - term->first, 0);
        return true;
    }
    return false;
}
