/* The variables of a model, as its callers number them. */
#include <string.h>

#include "model/model.h"

/* Variables are told by their columns: what is made of columns is not among them, and a column that occurs again in the
 * same kind, as in a + C(a) + C(a, sum), counts once. */
static bool is_first(const logreg__terms *t, size_t i)
{
    const logreg__variable *v = &t->variable[i];
    for (size_t j = 0; v->column && j < i; j++)
        if (t->variable[j].column && t->variable[j].kind == v->kind &&
            strcmp(t->variable[j].column, v->column) == 0)
            return false;
    return v->column;
}

size_t logreg_model_variables(const logreg_model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->terms->n_variables; i++)
        n += is_first(m->terms, i);
    return n;
}

/* The variable of the terms that is number i to the caller; n_variables past the last. */
static size_t inner(const logreg__terms *t, size_t i)
{
    size_t v = 0;
    for (; v < t->n_variables; v++)
        if (is_first(t, v) && i-- == 0)
            break;
    return v;
}

/* The number that the caller knows a variable of a column by. */
static size_t outer(const logreg__terms *t, size_t variable)
{
    const logreg__variable *v = &t->variable[variable];
    size_t n = 0;
    for (size_t i = 0; i < variable; i++) {
        const logreg__variable *other = &t->variable[i];
        if (other->column && other->kind == v->kind && strcmp(other->column, v->column) == 0)
            break;
        n += is_first(t, i);
    }
    return n;
}

logreg_status logreg_model_variable(const logreg_model *m, size_t i, logreg_variable *out)
{
    size_t at = inner(m->terms, i);
    if (at == m->terms->n_variables)
        return LOGREG_EINVAL;
    const logreg__variable *v = &m->terms->variable[at];
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

bool logreg_model_coefficient_variable(const logreg_model *m, size_t j, size_t *variable, size_t *level)
{
    for (size_t t = 0; t < m->terms->n_terms; t++) {
        const logreg__term *term = &m->terms->term[t];
        if (j < term->first || j >= term->first + term->n_columns)
            continue;
        const logreg__variable *v = &m->terms->variable[term->variable[0]];
        if (term->n > 1 || v->made || (v->coding && !term->full[0]))
            return false;
        *variable = outer(m->terms, term->variable[0]);
        *level = logreg__term_level(m->terms, term, j - term->first, 0);
        return true;
    }
    return false;
}
