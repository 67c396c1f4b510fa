/* What may be said of a coefficient hangs on what else moves when its column does. */
#include <math.h>
#include <string.h>

#include "formula/operation.h"
#include "report/explain/explain_words.h"

/* ---- Columns of the frame ---- */

static bool expression_uses(const logreg__expression *e, const char *column)
{
    for (size_t i = 0; e && i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN && strcmp(e->node[i].text, column) == 0)
            return true;
    return false;
}

bool logreg__variable_uses(const logreg__variable *v, const char *column)
{
    return v->made ? expression_uses(v->made->input, column) : strcmp(v->column, column) == 0;
}

static bool stands_in_term(const logreg__terms *terms, size_t variable)
{
    for (size_t t = 0; t < terms->n_terms; t++)
        for (size_t i = 0; i < terms->term[t].n; i++)
            if (terms->term[t].variable[i] == variable)
                return true;
    return false;
}

/* How many variables of terms, and the offset, move with a column. */
static size_t count_movers(const logreg__terms *terms, const char *column)
{
    size_t n = expression_uses(terms->offset, column);
    for (size_t v = 0; v < terms->n_variables; v++)
        n += stands_in_term(terms, v) && logreg__variable_uses(&terms->variable[v], column);
    return n;
}

/* Does anything else move with what the variable is made of? */
static bool shared(const logreg__terms *terms, const logreg__variable *v)
{
    if (!v->made)
        return count_movers(terms, v->column) > 1;
    const logreg__expression *e = v->made->input;
    for (size_t i = 0; i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN && count_movers(terms, e->node[i].text) > 1)
            return true;
    return false;
}

static bool curved_variable(const logreg__variable *v)
{
    return v->made && v->made->basis.kind && logreg__made_width(v->made) > 1;
}

bool logreg__explain_curved(const logreg_model *model, const char *column)
{
    const logreg__terms *terms = model->terms;
    bool curved = count_movers(terms, column) > 1;
    for (size_t v = 0; v < terms->n_variables; v++)
        curved = curved || (stands_in_term(terms, v) && logreg__variable_uses(&terms->variable[v], column) &&
                            curved_variable(&terms->variable[v]));
    return curved;
}

/* ---- Roles ---- */

/* Can the i-th variable of the term move by itself: a level against the reference, or a number of one column? */
static bool simple(const logreg__terms *terms, const logreg__term *term, size_t i)
{
    const logreg__variable *v = &terms->variable[term->variable[i]];
    if (logreg__variable_coded(v))
        return !v->coding && !term->full[i] && !shared(terms, v);
    return !curved_variable(v) && !shared(terms, v);
}

/* The base of log(x), or 0. */
static double log_base(const logreg__variable *v)
{
    const logreg__expression *e = v->made && !v->made->basis.kind ? v->made->input : NULL;
    if (!e || e->n != 2 || e->node[0].kind != LOGREG__NODE_COLUMN)
        return 0;
    const char *name = e->node[1].operation->name;
    return strcmp(name, "log") == 0     ? M_E
           : strcmp(name, "log2") == 0  ? 2
           : strcmp(name, "log10") == 0 ? 10
                                        : 0;
}

/* What is said where the acting variable of the role moves by itself. */
static logreg__says say_moving(logreg__role *role, const logreg__terms *terms)
{
    const logreg__variable *v = &terms->variable[role->term->variable[role->acting]];
    role->base = log_base(v);
    return logreg__variable_coded(v) ? LOGREG__SAYS_LEVEL
           : role->base > 0          ? LOGREG__SAYS_LOG
                                     : LOGREG__SAYS_NUMBER;
}

static logreg__says say_alone(logreg__role *role, const logreg__terms *terms)
{
    const logreg__term *term = role->term;
    const logreg__variable *v = &terms->variable[term->variable[0]];
    if (curved_variable(v) || shared(terms, v))
        return LOGREG__SAYS_TOGETHER;
    if (term->full[0])
        return LOGREG__SAYS_ITSELF;
    return v->coding || !logreg__explain_settled(terms, term) ? LOGREG__SAYS_NOTHING
                                                              : say_moving(role, terms);
}

/* Does a product of factors by all levels and one variable more hold all that this variable does, so that each of its columns is
 * what that does within levels? */
static bool nested(size_t *acting, const logreg__terms *terms, const logreg__term *term)
{
    size_t others = 0;
    for (size_t i = 0; i < term->n; i++) {
        *acting = term->full[i] ? *acting : i;
        others += !term->full[i];
    }
    if (others != 1 || !simple(terms, term, *acting))
        return false;
    for (size_t t = 0; t < terms->n_terms; t++)
        if (logreg__term_contains(&terms->term[t], term->variable[*acting]) && &terms->term[t] != term &&
            !logreg__term_within(term, &terms->term[t]))
            return false;
    return true;
}

/* Are the margins of a product of two in the model, so that it speaks of a change? */
static bool has_margins(const logreg__terms *terms, const logreg__term *term)
{
    size_t found = 0;
    for (size_t t = 0; t < terms->n_terms; t++)
        found += terms->term[t].n == 1 && (terms->term[t].variable[0] == term->variable[0] ||
                                           terms->term[t].variable[0] == term->variable[1]);
    return found == 2;
}

static logreg__says say_of_product(logreg__role *role, const logreg__terms *terms)
{
    const logreg__term *term = role->term;
    if (!logreg__explain_settled(terms, term))
        return LOGREG__SAYS_NOTHING;
    if (nested(&role->acting, terms, term))
        return say_moving(role, terms);
    bool both = term->n == 2 && simple(terms, term, 0) && simple(terms, term, 1);
    return both && has_margins(terms, term) ? LOGREG__SAYS_PRODUCT : LOGREG__SAYS_NOTHING;
}

logreg__role logreg__explain_role(const logreg_model *model, size_t j)
{
    const logreg__terms *terms = model->terms;
    logreg__role role = {.kind = LOGREG__SAYS_BASELINE};
    if (terms->intercept && j == 0)
        return role;
    for (size_t t = 0; t < terms->n_terms; t++) {
        const logreg__term *term = &terms->term[t];
        if (j < term->first || j >= term->first + term->n_columns)
            continue;
        role.term = term;
        role.column = j - term->first;
        role.kind = term->n == 1 ? say_alone(&role, terms) : say_of_product(&role, terms);
    }
    return role;
}
