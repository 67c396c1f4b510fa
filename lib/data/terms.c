/* From a formula and data to terms: kinds and levels of the variables, coding, columns and their names. */
#include "data/terms.h"

#include <assert.h>
#include <stdio.h>

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

size_t logreg__variable_width(const logreg__variable *v, bool full)
{
    if (v->made)
        return logreg__made_width(v->made);
    return v->kind == LOGREG_NUMERIC ? 1 : v->n_levels - !full;
}

bool logreg__variable_scatters(const logreg__variable *v, bool full)
{
    return v->kind == LOGREG_CATEGORY && (full || !v->coding);
}

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
    if (!logreg__variable_scatters(&terms->variable[term->variable[i]], term->full[i]))
        return SIZE_MAX;
    return logreg__term_part(terms, term, column, i) + !term->full[i];
}

/* ---- Names ------------------------------------------------------------------------------------------------- */

/* f is NULL where there was no formula. */
static void add_variable(logreg__text *text, const logreg__terms *t, const logreg__formula *f,
                         size_t variable)
{
    const logreg__variable *v = &t->variable[variable];
    if (v->made) {
        logreg__text_add(text, v->made->text);
    } else if (v->wrapped && !logreg__coded_plain(&f->factor[variable].coded)) {
        logreg__coded_write(text, &f->factor[variable].coded, false);
    } else {
        logreg__text_add(text, v->wrapped ? "C(" : "");
        logreg__text_add(text, v->column);
        logreg__text_add(text, v->wrapped ? ")" : "");
    }
}

/* What stands in brackets. */
static void add_part(logreg__text *text, const logreg__variable *v, size_t level, size_t part)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", part + 1);
    logreg__text_add(text, "[");
    if (level != SIZE_MAX)
        logreg__text_add(text, v->levels[level]);
    else if (v->made)
        logreg__text_add(text, number);
    else
        logreg__contrast_name(text, v->contrast, part);
    logreg__text_add(text, "]");
}

static char *column_name(const logreg__terms *t, const logreg__formula *f, const logreg__term *term,
                         size_t column)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        const logreg__variable *v = &t->variable[term->variable[i]];
        logreg__text_add(&text, i ? ":" : "");
        add_variable(&text, t, f, term->variable[i]);
        if (v->kind == LOGREG_CATEGORY ||
            (v->made && v->made->basis.kind && v->made->basis.kind != &logreg__basis_scale))
            add_part(&text, v, logreg__term_level(t, term, column, i), logreg__term_part(t, term, column, i));
    }
    return logreg__text_take(&text);
}

static bool name_columns(logreg__terms *t, const logreg__formula *f)
{
    t->name = logreg__new(t->n_columns, sizeof *t->name);
    if (!t->name)
        return false;
    if (t->intercept && !(t->name[0] = logreg__copy("(Intercept)")))
        return false;
    for (size_t j = 0; j < t->n_terms; j++)
        for (size_t c = 0; c < t->term[j].n_columns; c++)
            if (!(t->name[t->term[j].first + c] = column_name(t, f, &t->term[j], c)))
                return false;
    return true;
}

/* ---- Terms of a formula ------------------------------------------------------------------------------------ */

/* C(column, contrast, base): the reference first, and the matrix of contrasts. */
static logreg_status code_levels(logreg__variable *v, const logreg__coded *coded, logreg_error *err)
{
    if (coded->base > v->n_levels)
        return logreg__fail(err, LOGREG_EDATA, "base is level %zu of column '%.80s', which has %zu",
                            coded->base, v->column, v->n_levels);
    logreg_status status = LOGREG_OK;
    if (coded->base_label)
        status = logreg__levels_refer(v, coded->base_label, err);
    else if (coded->base)
        status = logreg__levels_refer(v, v->levels[coded->base - 1], err);
    v->contrast = coded->contrast;
    if (status || v->contrast == LOGREG__TREATMENT)
        return status;
    if (v->contrast == LOGREG__POLY && v->n_levels > LOGREG__MAX_POLY_LEVELS)
        return logreg__fail(
            err, LOGREG_EDATA,
            "column '%.80s' has %zu levels, too many for polynomial contrasts, which go to %d: take "
            "it as a number",
            v->column, v->n_levels, LOGREG__MAX_POLY_LEVELS);
    v->coding = logreg__contrast_matrix(v->contrast, v->n_levels);
    return v->coding ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status add_made(logreg__variable *v, const char *text, const logreg_frame *frame,
                              const logreg__rows *rows, logreg_error *err)
{
    v->kind = LOGREG_NUMERIC;
    logreg_status status = logreg__made_parse(&v->made, text, err);
    return status ? status : logreg__made_fit(v->made, frame, rows, err);
}

static logreg_status add_factor(logreg__variable *v, const logreg__factor *factor, const logreg_frame *frame,
                                const logreg__rows *rows, logreg_error *err)
{
    if (factor->made)
        return add_made(v, factor->text, frame, rows, err);
    size_t j = logreg_frame_find(frame, factor->column);
    assert(j != SIZE_MAX);
    const logreg__column *column = &frame->column[j];
    v->column = logreg__copy(column->name);
    if (!v->column)
        return logreg__fail_memory(err);
    v->wrapped = factor->categorical;
    v->kind = v->wrapped ? LOGREG_CATEGORY : column->kind;
    v->n_missing = column->n_missing;
    logreg_status status = v->kind == LOGREG_CATEGORY ? logreg__levels_find(v, column, rows, err) : LOGREG_OK;
    return status || !v->wrapped ? status : code_levels(v, &factor->coded, err);
}

/* Adds the columns that an expression uses, unless they are there as numbers. */
static bool add_inputs(logreg__terms *t, const logreg__expression *e, const logreg_frame *frame)
{
    for (size_t i = 0; i < e->n; i++) {
        if (e->node[i].kind != LOGREG__NODE_COLUMN)
            continue;
        bool there = false;
        for (size_t k = 0; k < t->n_variables && !there; k++) {
            const logreg__variable *v = &t->variable[k];
            there = v->column && v->kind == LOGREG_NUMERIC && strcmp(v->column, e->node[i].text) == 0;
        }
        if (there)
            continue;
        logreg__variable *v = &t->variable[t->n_variables++];
        v->column = logreg__copy(e->node[i].text);
        if (!v->column)
            return false;
        v->n_missing = logreg_frame_missing(frame, logreg_frame_find(frame, v->column));
    }
    return true;
}

/* The formula's factors, and then the columns that some of these are made of. */
static logreg_status add_variables(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                                   const logreg__rows *rows, logreg_error *err)
{
    size_t most = f->n_factors + (f->offset ? f->offset->n : 0);
    for (size_t i = 0; i < f->n_factors; i++)
        most += f->factor[i].made ? f->factor[i].made->input->n : 0;
    t->variable = logreg__new(most, sizeof *t->variable);
    if (!t->variable)
        return logreg__fail_memory(err);
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; i < f->n_factors && !status; i++)
        status = add_factor(&t->variable[t->n_variables++], &f->factor[i], frame, rows, err);
    bool ok = true;
    for (size_t i = 0; i < f->n_factors && !status && ok; i++)
        ok = !f->factor[i].made || add_inputs(t, f->factor[i].made->input, frame);
    if (!status && ok && t->offset)
        ok = add_inputs(t, t->offset, frame);
    return status || ok ? status : logreg__fail_memory(err);
}

/* The offset is the formula's, read again from its text. */
static logreg_status add_offset(logreg__terms *t, const logreg__formula *f, logreg_error *err)
{
    if (!f->offset)
        return LOGREG_OK;
    logreg__text text = {0};
    logreg__expression_write(&text, f->offset);
    char *offset = logreg__text_take(&text);
    logreg_status status =
        offset ? logreg__expression_parse(&t->offset, "offset", offset, NULL, LOGREG__ARITHMETIC, err)
               : logreg__fail_memory(err);
    free(offset);
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

static logreg_status too_many(const logreg__terms *t, const logreg__formula *f, const logreg__term *term,
                              logreg_error *err)
{
    logreg__text text = {0};
    for (size_t i = 0; i < term->n; i++) {
        logreg__text_add(&text, i ? ":" : "");
        add_variable(&text, t, f, term->variable[i]);
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

static logreg_status resolve(logreg__terms *t, const logreg__formula *f, const logreg_frame *frame,
                             const logreg__rows *rows, logreg_error *err)
{
    t->response = logreg__copy(f->response);
    t->formula = logreg__copy(f->text);
    t->intercept = f->intercept;
    if (!t->response || !t->formula)
        return logreg__fail_memory(err);
    logreg_status status = add_offset(t, f, err);
    if (!status)
        status = add_variables(t, f, frame, rows, err);
    if (!status && !add_terms(t, f))
        status = logreg__fail_memory(err);
    if (!status)
        status = place_terms(t, f, err);
    return status || name_columns(t, f) ? status : logreg__fail_memory(err);
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
    return name_columns(t, NULL);
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

void logreg__variable_clear(logreg__variable *v)
{
    for (size_t l = 0; l < v->n_levels; l++)
        free(v->levels[l]);
    free(v->levels);
    free(v->column);
    free(v->coding);
    logreg__made_free(v->made);
}

void logreg__terms_free(logreg__terms *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->n_variables; i++) {
        logreg__variable_clear(&t->variable[i]);
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
    logreg__expression_free(t->offset);
    free(t->response);
    free(t->formula);
    free(t);
}
