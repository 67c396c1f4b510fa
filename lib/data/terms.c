/* From a formula and data to terms: kinds and levels of the variables, coding, columns and their names. */
#include "data/terms.h"

#include <assert.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/frame.h"
#include "data/levels.h"

/* ---- Coding ------------------------------------------------------------------------------------------------ */

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
            if (t->variable[t->term[j].variable[i]].kind == LOGREG_CATEGORY) {
                t->term[j].full[i] = true;
                return;
            }
}

/* Columns that the i-th variable of a term multiplies the term's by. */
static size_t codes(const logreg__terms *t, const logreg__term *term, size_t i)
{
    const logreg__variable *v = &t->variable[term->variable[i]];
    return v->kind == LOGREG_NUMERIC ? 1 : v->n_levels - !term->full[i];
}

size_t logreg__term_level(const logreg__terms *terms, const logreg__term *term, size_t column, size_t i)
{
    if (terms->variable[term->variable[i]].kind == LOGREG_NUMERIC)
        return SIZE_MAX;
    for (size_t j = 0; j < i; j++)
        column /= codes(terms, term, j);
    return column % codes(terms, term, i) + !term->full[i];
}

/* ---- Names ------------------------------------------------------------------------------------------------- */

static void add_variable(logreg__text *text, const logreg__variable *v)
{
    logreg__text_add(text, v->wrapped ? "C(" : "");
    logreg__text_add(text, v->column);
    logreg__text_add(text, v->wrapped ? ")" : "");
}

static char *column_name(const logreg__terms *t, const logreg__term *term, size_t column)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        const logreg__variable *v = &t->variable[term->variable[i]];
        logreg__text_add(&text, i ? ":" : "");
        add_variable(&text, v);
        size_t level = logreg__term_level(t, term, column, i);
        if (level == SIZE_MAX)
            continue;
        logreg__text_add(&text, "[");
        logreg__text_add(&text, v->levels[level]);
        logreg__text_add(&text, "]");
    }
    return logreg__text_take(&text);
}

static bool name_columns(logreg__terms *t)
{
    t->name = logreg__new(t->n_columns, sizeof *t->name);
    if (!t->name)
        return false;
    if (t->intercept && !(t->name[0] = logreg__copy("(Intercept)")))
        return false;
    for (size_t j = 0; j < t->n_terms; j++)
        for (size_t c = 0; c < t->term[j].n_columns; c++)
            if (!(t->name[t->term[j].first + c] = column_name(t, &t->term[j], c)))
                return false;
    return true;
}

/* ---- Terms of a formula ------------------------------------------------------------------------------------ */

static logreg_status add_variables(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                                   const logreg__rows *rows, logreg_error *err)
{
    t->variable = logreg__new(f->n_factors, sizeof *t->variable);
    if (!t->variable)
        return logreg__fail_memory(err);
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; i < f->n_factors && !status; i++) {
        logreg__variable *v = &t->variable[t->n_variables++];
        size_t j = logreg_frame_find(frame, f->factor[i].column);
        assert(j != SIZE_MAX);
        const logreg__column *column = &frame->column[j];
        v->column = logreg__copy(column->name);
        if (!v->column)
            return logreg__fail_memory(err);
        v->wrapped = f->factor[i].categorical;
        v->kind = v->wrapped ? LOGREG_CATEGORY : column->kind;
        v->n_missing = column->n_missing;
        if (v->kind == LOGREG_CATEGORY)
            status = logreg__levels_find(v, column, rows, err);
    }
    return status;
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
            term->full[i] = t->variable[product->factor[i]].kind == LOGREG_CATEGORY &&
                            needs_all_levels(f, j, product->factor[i]);
    }
    if (!t->intercept)
        replace_intercept(t);
    return true;
}

static logreg_status too_many(const logreg__terms *t, const logreg__term *term, logreg_error *err)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        logreg__text_add(&text, i ? ":" : "");
        add_variable(&text, &t->variable[term->variable[i]]);
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

static logreg_status place_terms(logreg__terms *t, logreg_error *err)
{
    t->n_columns = t->intercept;
    for (size_t j = 0; j < t->n_terms; j++) {
        logreg__term *term = &t->term[j];
        term->first = t->n_columns;
        term->n_columns = 1;
        for (size_t i = 0; i < term->n; i++) {
            size_t count = codes(t, term, i);
            if (count > LOGREG__MAX_COLUMNS / term->n_columns)
                return too_many(t, term, err);
            term->n_columns *= count;
        }
        t->n_columns += term->n_columns;
        if (t->n_columns > LOGREG__MAX_COLUMNS)
            return too_many(t, term, err);
    }
    return LOGREG_OK;
}

static logreg_status resolve(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                             const logreg__rows *rows, logreg_error *err)
{
    t->response = logreg__copy(f->response);
    t->formula = logreg__copy(f->text);
    t->intercept = f->intercept;
    if (!t->response || !t->formula)
        return logreg__fail_memory(err);
    logreg_status status = add_variables(t, f, frame, rows, err);
    if (!status && !add_terms(t, f))
        status = logreg__fail_memory(err);
    if (!status)
        status = place_terms(t, err);
    return status || name_columns(t) ? status : logreg__fail_memory(err);
}

logreg_status logreg__terms_new(logreg__terms **terms, const logreg__formula *formula,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    if (!rows->n)
        return logreg__fail(
            err, LOGREG_EDATA,
            "no row is left: each of the %zu has a missing value in a column that the formula uses",
            rows->n_total);
    logreg__terms *t = logreg__new(1, sizeof *t);
    logreg_status status = t ? resolve(t, formula, frame, rows, err) : logreg__fail_memory(err);
    if (status)
        logreg__terms_free(t);
    else
        *terms = t;
    return status;
}

/* ---- Terms of a matrix ------------------------------------------------------------------------------------- */

static bool take_columns(logreg__terms *t, const logreg_frame *frame)
{
    t->n_columns = t->intercept + frame->n_columns;
    t->variable = logreg__new(frame->n_columns, sizeof *t->variable);
    t->term = logreg__new(frame->n_columns, sizeof *t->term);
    if (!t->variable || !t->term)
        return false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        assert(frame->column[j].kind == LOGREG_NUMERIC);
        logreg__variable *v = &t->variable[t->n_variables++];
        logreg__term *term = &t->term[t->n_terms++];
        *v = (logreg__variable){.kind = LOGREG_NUMERIC, .n_missing = frame->column[j].n_missing};
        *term = (logreg__term){.n = 1, .first = t->intercept + j, .n_columns = 1};
        v->column = logreg__copy(frame->column[j].name);
        term->variable = logreg__new(1, sizeof *term->variable);
        term->full = logreg__new(1, sizeof *term->full);
        if (!v->column || !term->variable || !term->full)
            return false;
        *term->variable = j;
    }
    return name_columns(t);
}

logreg_status logreg__terms_plain(logreg__terms **terms, const logreg_frame *frame, bool intercept,
                                  logreg_error *err)
{
    logreg__terms *t = logreg__new(1, sizeof *t);
    if (!t)
        return logreg__fail_memory(err);
    t->intercept = intercept;
    if (!take_columns(t, frame)) {
        logreg__terms_free(t);
        return logreg__fail_memory(err);
    }
    *terms = t;
    return LOGREG_OK;
}

void logreg__terms_free(logreg__terms *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->n_variables; i++) {
        for (size_t l = 0; l < t->variable[i].n_levels; l++)
            free(t->variable[i].levels[l]);
        free(t->variable[i].levels);
        free(t->variable[i].column);
    }
    for (size_t j = 0; j < t->n_terms; j++) {
        free(t->term[j].variable);
        free(t->term[j].full);
    }
    for (size_t c = 0; t->name && c < t->n_columns; c++)
        free(t->name[c]);
    free(t->variable);
    free(t->term);
    free(t->name);
    free(t->response);
    free(t->formula);
    free(t);
}
