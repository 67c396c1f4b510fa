/* Terms from the file of a model: variables with what the data decided about them, and the columns that they make. */
#include <math.h>

#include "base/memory.h"
#include "data/sparse.h"
#include "model/reader.h"
#include "model/words.h"

/* What the data decided about a basis; `written` has said the rest. */
static bool get_basis(logreg__basis *b, logreg__model_reader *r, const json_t *object)
{
    size_t n_alpha = b->degree, n_norm = b->degree + 1;
    if (!b->kind)
        return true;
    if (b->kind == &logreg__basis_raw)
        return b->kind->prepare(b) || logreg__read_no_memory(r);
    bool poly = b->kind == &logreg__basis_poly || b->kind == &logreg__basis_scale;
    bool ok = poly ? logreg__read_list(&b->alpha, &n_alpha, r, object, "alpha") &&
                         logreg__read_list(&b->norm2, &n_norm, r, object, "norm2")
                   : logreg__read_list(&b->knots, &b->n_knots, r, object, "knots") &&
                         logreg__read_reals(b->boundary, 2, false, r, object, "boundary");
    if (!ok)
        return false;
    if (json_object_get(object, "n_beyond") && !logreg__read_count(&b->n_beyond, r, object, "n_beyond"))
        return false;
    if (poly && (n_alpha != b->degree || n_norm != b->degree + 1))
        return logreg__read_wrong(r, "alpha", "and 'norm2' do not have the length that 'written' says");
    if (!logreg__basis_sound(b))
        return logreg__read_wrong(r, poly ? "norm2" : "knots",
                                  poly ? "should hold positive numbers" : "should ascend within 'boundary'");
    return b->kind->prepare(b) || logreg__read_no_memory(r);
}

static bool get_made(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!logreg__read_text(&written, r, object, "written", false))
        return false;
    logreg_status status = logreg__made_parse(&v->made, written, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return logreg__read_no_memory(r);
    return status ? logreg__read_wrong(r, "written", "should be a variable, such as log(x) or poly(x, 2)")
                  : get_basis(&v->made->basis, r, object);
}

static bool get_coding(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    const json_t *word = json_object_get(object, "contrast");
    int contrast = 0;
    if (!word)
        return true;
    if (!logreg__read_word(&contrast, logreg__contrast_words, LOGREG__CONTRASTS, r, word, "contrast"))
        return false;
    v->contrast = (logreg__contrast)contrast;
    if (v->contrast == LOGREG__TREATMENT)
        return true;
    if (v->n_levels < 2 || (v->contrast == LOGREG__POLY && v->n_levels > LOGREG__MAX_POLY_LEVELS))
        return logreg__read_wrong(r, "contrast", "does not go with so many levels");
    v->coding = logreg__contrast_matrix(v->contrast, v->n_levels);
    return v->coding || logreg__read_no_memory(r);
}

static bool get_variable(logreg__variable *v, logreg__model_reader *r, const json_t *object)
{
    static const char *const kinds[] = {"numeric", "category", "made"};
    int kind = 0;
    if (!logreg__read_word(&kind, kinds, 3, r, json_object_get(object, "kind"), "kind"))
        return false;
    v->kind = kind == 1 ? LOGREG_CATEGORY : LOGREG_NUMERIC;
    if (kind == 2)
        return get_made(v, r, object);
    bool ok = logreg__read_text(&v->column, r, object, "column", false) &&
              logreg__read_flag(&v->wrapped, r, object, "wrapped") &&
              logreg__read_count(&v->n_missing, r, object, "n_missing");
    if (!ok)
        return false;
    if (kind) {
        ok = logreg__read_strings(&v->levels, &v->n_levels, r, object, "levels");
        return ok && (v->n_levels > 1 || logreg__read_wrong(r, "levels", "should name two or more")) &&
               logreg__read_distinct(v->levels, v->n_levels, r, "levels") && get_coding(v, r, object);
    }
    ok = logreg__read_real(&v->mean, json_object_get(object, "mean")) &&
         logreg__read_real(&v->min, json_object_get(object, "min")) &&
         logreg__read_real(&v->max, json_object_get(object, "max"));
    if (!ok)
        return logreg__read_wrong(r, "mean", "and 'min' and 'max' should be numbers");
    return !(v->max < v->min) || logreg__read_wrong(r, "max", "is below 'min'");
}

/* Every column that is needed stands among the variables, so that those who look for columns find them there. */
static bool has_inputs(const logreg__terms *terms, const logreg__expression *e)
{
    for (size_t i = 0; i < e->n; i++) {
        bool there = e->node[i].kind != LOGREG__NODE_COLUMN;
        for (size_t v = 0; v < terms->n_variables && !there; v++)
            there = terms->variable[v].column && terms->variable[v].kind == LOGREG_NUMERIC &&
                    strcmp(terms->variable[v].column, e->node[i].text) == 0;
        if (!there)
            return false;
    }
    return true;
}

static bool get_offset(logreg__terms *terms, logreg__model_reader *r, const json_t *root)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!json_object_get(root, "formula_offset"))
        return true;
    if (!logreg__read_text(&written, r, root, "formula_offset", false))
        return false;
    logreg_status status =
        logreg__expression_parse(&terms->offset, "offset", written, NULL, LOGREG__ARITHMETIC, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return logreg__read_no_memory(r);
    return !status || logreg__read_wrong(r, "formula_offset", "should be an expression, such as log(t)");
}

bool logreg__read_lacking(logreg__lacking **column, size_t *n, logreg__model_reader *r, const json_t *root,
                          const char *member)
{
    if (!json_object_get(root, member))
        return true;
    const json_t *list = logreg__read_array(r, root, member);
    if (!list)
        return false;
    size_t listed = json_array_size(list);
    logreg__lacking *found = *column = logreg__new(listed, sizeof *found);
    if (!found)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < listed; i++) {
        ++*n;
        if (!logreg__read_text(&found[i].column, r, json_array_get(list, i), "column", false) ||
            !logreg__read_count(&found[i].n_missing, r, json_array_get(list, i), "n_missing"))
            return false;
    }
    return true;
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
        if (v->made && t->full[i])
            return logreg__read_wrong(r, "all_levels", "is said of a variable that has none");
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

static bool get_fill(logreg__fill *f, logreg__model_reader *r, const json_t *object)
{
    int how = 0;
    const json_t *label = json_object_get(object, "label");
    if (!logreg__read_text(&f->column, r, object, "column", false) ||
        !logreg__read_word(&how, logreg__fill_words, LOGREG__FILLS, r, json_object_get(object, "how"),
                           "how") ||
        !logreg__read_count(&f->n_missing, r, object, "n_missing") ||
        !logreg__read_flag(&f->indicated, r, object, "indicated"))
        return false;
    f->how = (logreg__fill_how)how;
    f->kind = label ? LOGREG_CATEGORY : LOGREG_NUMERIC;
    if (label)
        return logreg__read_text(&f->label, r, object, "label", true);
    return (logreg__read_real(&f->number, json_object_get(object, "number")) && isfinite(f->number)) ||
           logreg__read_wrong(r, "number", "should be a finite number");
}

/* Variables that tell where a column is missing are called so. */
static void mark_indicators(logreg__terms *terms)
{
    for (size_t i = 0; i < terms->n_fills; i++)
        for (size_t v = 0; terms->fill[i].indicated && v < terms->n_variables; v++) {
            logreg__variable *variable = &terms->variable[v];
            variable->indicates =
                variable->indicates ||
                (variable->column && logreg__indicator_is_of(variable->column, terms->fill[i].column));
        }
}

/* Models that impute nothing, and those of old, have no such member. */
static bool get_fills(logreg__terms *terms, logreg__model_reader *r, const json_t *root)
{
    if (!json_object_get(root, "imputed"))
        return true;
    const json_t *list = logreg__read_array(r, root, "imputed");
    if (!list)
        return false;
    terms->fill = logreg__new(json_array_size(list), sizeof *terms->fill);
    if (!terms->fill)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < json_array_size(list); i++) {
        logreg__fill *f = &terms->fill[terms->n_fills++];
        if (!get_fill(f, r, json_array_get(list, i)))
            return false;
        if (logreg__fill_of(terms->fill, i, f->column))
            return logreg__read_wrong(r, "imputed", "names a column twice");
    }
    mark_indicators(terms);
    return true;
}

/* Models to whose rows all of the matrix's columns are known have no such list. */
static bool get_sparse_columns(logreg__terms *terms, size_t width, logreg__model_reader *r,
                               const json_t *root)
{
    const json_t *list = logreg__read_array(r, root, "sparse_columns");
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
static bool get_sparse(logreg__terms *terms, logreg__model_reader *r, const json_t *root)
{
    size_t n;
    if (!json_object_get(root, "n_sparse"))
        return true;
    if (!logreg__read_count(&n, r, root, "n_sparse"))
        return false;
    if (n == 0 || n >= LOGREG__MOST_SPARSE)
        return logreg__read_wrong(r, "n_sparse", "should be a number of columns from 1 to 2147483646");
    if (json_object_get(root, "sparse_columns"))
        return get_sparse_columns(terms, n, r, root);
    return logreg__terms_add_sparse(terms, n, NULL, n) || logreg__read_no_memory(r);
}

bool logreg__read_terms(logreg__terms *terms, logreg__model_reader *r, const json_t *root)
{
    const json_t *variables = logreg__read_array(r, root, "variables"),
                 *list = logreg__read_array(r, root, "terms");
    if (!variables || !list || !logreg__read_text(&terms->formula, r, root, "formula", true) ||
        !logreg__read_flag(&terms->intercept, r, root, "intercept") ||
        !logreg__read_text(&terms->response, r, root, "target", false))
        return false;
    size_t n_variables = json_array_size(variables), n_terms = json_array_size(list);
    terms->variable = logreg__new(n_variables, sizeof *terms->variable);
    terms->term = logreg__new(n_terms, sizeof *terms->term);
    if (!terms->variable || !terms->term)
        return logreg__read_no_memory(r);
    for (r->list = "variables", r->item = 1; r->item <= n_variables; r->item++)
        if (!get_variable(&terms->variable[terms->n_variables++], r, json_array_get(variables, r->item - 1)))
            return false;
    r->list = NULL;
    if (!get_offset(terms, r, root) ||
        !logreg__read_lacking(&terms->taken, &terms->n_taken, r, root, "taken_away") ||
        !check_inputs(terms, r) || !get_fills(terms, r, root))
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
    if (!logreg__read_strings(&terms->name, &terms->n_columns, r, root, "columns"))
        return false;
    if (terms->n_columns != first || (first == 0 && !json_object_get(root, "n_sparse")))
        return logreg__read_wrong(r, "columns", "do not match 'terms'");
    return get_sparse(terms, r, root) && logreg__words_read(terms, r, root);
}
