/* Terms of a formula: how their categories are coded, and which columns they make. */
#include "base/error.h"
#include "base/memory.h"
#include "design/resolve.h"

/* Columns that the i-th variable of a term multiplies the term's by. */
static size_t width(const logreg__terms *t, const logreg__term *term, size_t i)
{
    return logreg__variable_width(&t->variable[term->variable[i]], term->full[i]);
}

size_t logreg__term_part(const logreg__terms *terms, const logreg__term *term, size_t column, size_t i)
{
    for (size_t j = 0; j < i; j++)
        column /= width(terms, term, j);
    return column % width(terms, term, i);
}

size_t logreg__term_level(const logreg__terms *terms, const logreg__term *term, size_t column, size_t i)
{
    const logreg__variable *v = &terms->variable[term->variable[i]];
    if (!logreg__variable_scatters(v, term->full[i]) && !(v->made && logreg__variable_coded(v)))
        return SIZE_MAX;
    return logreg__term_part(terms, term, column, i) + !term->full[i];
}

/* R's TermCode (J. M. Chambers and T. J. Hastie, "Statistical Models in S", 1992, section 2.4.1): a category is coded
 * against its first level where the term without it is contained in an earlier term, the empty term in any;
 * otherwise by all levels. */
static bool needs_all_levels(const logreg__formula *f, size_t product, size_t factor)
{
    const logreg__product *p = &f->product[product];
    if (p->n == 1)
        return false;
    for (size_t i = 0; i < product; i++)
        if (logreg__product_within(p, factor, &f->product[i]))
            return false;
    return true;
}

/* Without intercept the first category of the first term that has one is coded by all levels, as in R. */
static void replace_intercept(logreg__terms *t)
{
    for (size_t j = 0; j < t->n_terms; j++)
        for (size_t i = 0; i < t->term[j].n; i++)
            if (logreg__variable_coded(&t->variable[t->term[j].variable[i]])) {
                t->term[j].full[i] = true;
                return;
            }
}

static bool add_terms(logreg__terms *t, const logreg__formula *f)
{
    t->term = logreg__new(f->n_products, sizeof *t->term);
    if (!t->term)
        return false;
    for (size_t j = 0; j < f->n_products; j++) {
        const logreg__product *product = &f->product[j];
        logreg__term *term = &t->term[t->n_terms++];
        term->n = product->n;
        term->variable = logreg__new(product->n, sizeof *term->variable);
        term->full = logreg__new(product->n, sizeof *term->full);
        if (!term->variable || !term->full)
            return false;
        memcpy(term->variable, product->factor, product->n * sizeof *product->factor);
        for (size_t i = 0; i < product->n; i++)
            term->full[i] = logreg__variable_coded(&t->variable[product->factor[i]]) &&
                            needs_all_levels(f, j, product->factor[i]);
    }
    if (!t->intercept)
        replace_intercept(t);
    return true;
}

static logreg_status too_many(const logreg__terms *t, const logreg__formula *f, const logreg__term *term,
                              logreg_error *err)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        logreg__text_add(&text, i ? ":" : "");
        logreg__resolve_variable_name(&text, t, f, term->variable[i]);
    }
    char *name = logreg__text_take(&text);
    if (!name)
        return logreg__fail_memory(err);
    logreg__fail(
        err, LOGREG_EDATA,
        "with the term '%.200s' the model has more than %d coefficients: leave it out, or merge levels", name,
        LOGREG__MAX_COLUMNS);
    free(name);
    return LOGREG_EDATA;
}

static logreg_status place_terms(logreg__terms *t, const logreg__formula *f, logreg_error *err)
{
    t->n_columns = t->intercept;
    for (size_t j = 0; j < t->n_terms; j++) {
        logreg__term *term = &t->term[j];
        term->first = t->n_columns;
        term->n_columns = 1;
        for (size_t i = 0; i < term->n; i++) {
            size_t count = width(t, term, i);
            if (count > LOGREG__MAX_COLUMNS / term->n_columns)
                return too_many(t, f, term, err);
            term->n_columns *= count;
        }
        t->n_columns += term->n_columns;
        if (t->n_columns > LOGREG__MAX_COLUMNS)
            return too_many(t, f, term, err);
    }
    return LOGREG_OK;
}

logreg_status logreg__resolve_columns(logreg__terms *t, const logreg__formula *f, logreg_error *err)
{
    return add_terms(t, f) ? place_terms(t, f, err) : logreg__fail_memory(err);
}
