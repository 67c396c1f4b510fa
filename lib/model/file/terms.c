/* Terms: variables, and the columns that terms make of them. */
#include "base/memory.h"
#include "data/sparse.h"
#include "model/file/section.h"

/* ---- Writing ---- */

static json_t *one_term(const logreg__term *t)
{
    json_t *o = json_object(), *variables = json_array(), *full = json_array();
    for (size_t i = 0; i < t->n; i++) {
        logreg__json_append(&variables, logreg__json_size(t->variable[i]));
        logreg__json_append(&full, json_boolean(t->full[i]));
    }
    logreg__json_set(&o, "variables", variables);
    logreg__json_set(&o, "all_levels", full);
    logreg__json_set(&o, "first", logreg__json_size(t->first));
    logreg__json_set(&o, "n_columns", logreg__json_size(t->n_columns));
    return o;
}

/* The formula's offset in normal form. */
static json_t *offset_text(const logreg__expression *offset)
{
    logreg__text written = {0};
    logreg__expression_write(&written, offset);
    char *s = logreg__text_take(&written);
    json_t *value = s ? json_string(s) : NULL;
    free(s);
    return value;
}

static void put(json_t **file, const logreg_model *m)
{
    const logreg__terms *terms = m->terms;
    json_t *variables = json_array(), *list = json_array();
    for (size_t i = 0; i < terms->n_variables; i++)
        logreg__json_append(&variables, logreg__variable_json(&terms->variable[i]));
    for (size_t i = 0; i < terms->n_terms; i++)
        logreg__json_append(&list, one_term(&terms->term[i]));
    logreg__json_set(file, "formula", logreg__json_text(terms->formula));
    logreg__json_set(file, "intercept", json_boolean(terms->intercept));
    logreg__json_set(file, "variables", variables);
    logreg__json_set(file, "terms", list);
    if (terms->offset)
        logreg__json_set(file, "formula_offset", offset_text(terms->offset));
    logreg__put_lacking(file, "taken_away", terms->taken, terms->n_taken);
    logreg__put_fills(file, terms);
    if (terms->words)
        logreg__json_set(file, "text", logreg__vocabulary_json(terms));
    logreg__json_set(file, "columns", logreg__json_texts(terms->name, terms->n_columns - terms->n_sparse));
}

/* ---- Reading ---- */

/* Every column that is needed stands among the variables, so that those who look for columns find them there. */
static bool has_inputs(const logreg__terms *terms, const logreg__expression *e)
{
    for (size_t i = 0; i < e->n; i++) {
        bool there = e->node[i].kind != LOGREG__NODE_COLUMN;
        for (size_t v = 0; v < terms->n_variables && !there; v++)
            there = terms->variable[v].column &&
                    (terms->variable[v].kind == LOGREG_NUMERIC || logreg__expression_asks(e)) &&
                    strcmp(terms->variable[v].column, e->node[i].text) == 0;
        if (!there)
            return false;
    }
    return true;
}

static bool get_offset(logreg__terms *terms, logreg__model_reader *r, const json_t *file)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!logreg__read_member(r, file, "formula_offset"))
        return true;
    if (!logreg__read_text(&written, r, file, "formula_offset", false))
        return false;
    logreg_status status =
        logreg__expression_parse(&terms->offset, "offset", written, NULL, LOGREG__ARITHMETIC, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return logreg__read_no_memory(r);
    return !status || logreg__read_wrong(r, "formula_offset", "should be an expression, such as log(t)");
}

static bool check_inputs(const logreg__terms *terms, logreg__model_reader *r)
{
    bool ok = !terms->offset || has_inputs(terms, terms->offset);
    for (size_t v = 0; v < terms->n_variables && ok; v++)
        ok = !terms->variable[v].made || has_inputs(terms, terms->variable[v].made->input);
    return ok || logreg__read_wrong(r, "variables", "lacks a column that another of them is made of");
}

static bool get_term(logreg__term *t, const logreg__terms *terms, logreg__model_reader *r,
                     const json_t *object)
{
    const json_t *variables = logreg__read_array(r, object, "variables"),
                 *full = logreg__read_array(r, object, "all_levels");
    if (!variables || !full)
        return false;
    t->n = json_array_size(variables);
    if (t->n == 0 || json_array_size(full) != t->n)
        return logreg__read_wrong(r, "terms", "holds a term without variables");
    t->variable = logreg__new(t->n, sizeof *t->variable);
    t->full = logreg__new(t->n, sizeof *t->full);
    if (!t->variable || !t->full)
        return logreg__read_no_memory(r);
    size_t columns = 1;
    for (size_t i = 0; i < t->n; i++) {
        json_int_t at = json_integer_value(json_array_get(variables, i));
        if (!json_is_integer(json_array_get(variables, i)) || at < 0 || (size_t)at >= terms->n_variables)
            return logreg__read_wrong(r, "terms", "names a variable that is not there");
        t->variable[i] = (size_t)at;
        if (!json_is_boolean(json_array_get(full, i)))
            return logreg__read_wrong(r, "all_levels", "should hold true and false");
        t->full[i] = json_is_true(json_array_get(full, i));
        const logreg__variable *v = &terms->variable[at];
        if (t->full[i] && !logreg__variable_coded(v))
            return logreg__read_wrong(r, "all_levels", "is said of a variable that has none");
        if (v->kind == LOGREG_CATEGORY && v->n_levels < 2)
            return logreg__read_wrong(r, "levels", "should name two or more");
        if (v->made || v->kind == LOGREG_CATEGORY)
            columns *= logreg__variable_width(v, t->full[i]);
        if (columns > UINT32_MAX)
            return logreg__read_wrong(r, "terms", "holds a term of too many columns");
    }
    if (!logreg__read_count(&t->first, r, object, "first") ||
        !logreg__read_count(&t->n_columns, r, object, "n_columns"))
        return false;
    return t->n_columns == columns ||
           logreg__read_wrong(r, "terms", "holds a term whose columns do not add up");
}

/* Models to whose rows all of the matrix's columns are known have no such list. */
static bool get_sparse_columns(logreg__terms *terms, size_t width, logreg__model_reader *r,
                               const json_t *file)
{
    const json_t *list = logreg__read_array(r, file, "sparse_columns");
    size_t n = json_array_size(list);
    uint32_t *column = list ? logreg__new(n, sizeof *column) : NULL;
    if (!column)
        return list && logreg__read_no_memory(r);
    json_int_t last = -1;
    bool ok = n > 0;
    for (size_t j = 0; ok && j < n; j++) {
        const json_t *value = json_array_get(list, j);
        json_int_t at = json_integer_value(value);
        ok = json_is_integer(value) && at > last && (size_t)at < width;
        column[j] = ok ? (uint32_t)at : 0;
        last = at;
    }
    if (!ok)
        logreg__read_wrong(r, "sparse_columns", "should list columns, ascending, below 'n_sparse'");
    else if (!(ok = logreg__terms_add_sparse(terms, width, column, n)))
        logreg__read_no_memory(r);
    if (!ok)
        free(column);
    return ok;
}

/* Models without sparse columns have no such member. */
static bool get_sparse(logreg__terms *terms, logreg__model_reader *r, const json_t *file)
{
    size_t n;
    if (!logreg__read_member(r, file, "n_sparse"))
        return true;
    if (!logreg__read_count(&n, r, file, "n_sparse"))
        return false;
    if (n == 0 || n >= LOGREG__MOST_SPARSE)
        return logreg__read_wrong(r, "n_sparse", "should be a number of columns from 1 to 2147483646");
    if (logreg__read_member(r, file, "sparse_columns"))
        return get_sparse_columns(terms, n, r, file);
    return logreg__terms_add_sparse(terms, n, NULL, n) || logreg__read_no_memory(r);
}

bool logreg__read_terms(logreg__terms *terms, logreg__model_reader *r, const json_t *file)
{
    const json_t *variables = logreg__read_array(r, file, "variables"),
                 *list = logreg__read_array(r, file, "terms");
    if (!variables || !list || !logreg__read_text(&terms->formula, r, file, "formula", true) ||
        !logreg__read_flag(&terms->intercept, r, file, "intercept") ||
        !logreg__read_text(&terms->response, r, file, "target", false))
        return false;
    size_t n_variables = json_array_size(variables), n_terms = json_array_size(list);
    terms->variable = logreg__new(n_variables, sizeof *terms->variable);
    terms->term = logreg__new(n_terms, sizeof *terms->term);
    if (!terms->variable || !terms->term)
        return logreg__read_no_memory(r);
    for (r->list = "variables", r->item = 1; r->item <= n_variables; r->item++)
        if (!logreg__read_variable(&terms->variable[terms->n_variables++], r,
                                   json_array_get(variables, r->item - 1)))
            return false;
    r->list = NULL;
    if (!get_offset(terms, r, file) ||
        !logreg__read_lacking(&terms->taken, &terms->n_taken, r, file, "taken_away") ||
        !check_inputs(terms, r) || !logreg__read_fills(terms, r, file))
        return false;
    size_t first = terms->intercept;
    for (r->list = "terms", r->item = 1; r->item <= n_terms; r->item++) {
        logreg__term *t = &terms->term[terms->n_terms++];
        if (!get_term(t, terms, r, json_array_get(list, r->item - 1)))
            return false;
        if (t->first != first)
            return logreg__read_wrong(r, "terms", "holds terms that leave a gap");
        first += t->n_columns;
    }
    r->list = NULL;
    if (!logreg__read_strings(&terms->name, &terms->n_columns, r, file, "columns"))
        return false;
    if (terms->n_columns != first || (first == 0 && !logreg__read_member(r, file, "n_sparse")))
        return logreg__read_wrong(r, "columns", "do not match 'terms'");
    return get_sparse(terms, r, file) && logreg__read_vocabulary(terms, r, file);
}

const logreg__section logreg__section_terms = {put, NULL, NULL};
