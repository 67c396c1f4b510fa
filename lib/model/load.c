/* A model back from JSON. Nothing is believed: every member is there, of its kind, finite where a number is due, and every index
 * in range; what is wrong is named. */
#include <errno.h>
#include <math.h>

#include <jansson.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/fields.h"

/* A reader of one file: the first thing that is wrong ends it. */
typedef struct {
    const char *path;
    logreg_error *err;
    logreg_status status;
} reader;

static bool wrong(reader *r, const char *member, const char *what)
{
    if (r->status == LOGREG_OK)
        r->status = logreg__fail(r->err, LOGREG_EDATA, "'%s' is not a model that can be used: '%s' %s",
                                 r->path, member, what);
    return false;
}

static bool no_memory(reader *r)
{
    if (r->status == LOGREG_OK)
        r->status = logreg__fail_memory(r->err);
    return false;
}

/* ---- Members ---- */

static bool get_text(char **out, reader *r, const json_t *object, const char *member, bool optional)
{
    const json_t *v = json_object_get(object, member);
    if (optional && json_is_null(v))
        return true;
    if (!json_is_string(v))
        return wrong(r, member, "should be a text");
    *out = logreg__copy(json_string_value(v));
    return *out || no_memory(r);
}

/* Beyond this whole numbers are no longer doubles; no count comes near. */
#define MOST ((json_int_t)1 << 53)

static bool get_count(size_t *out, reader *r, const json_t *object, const char *member)
{
    const json_t *v = json_object_get(object, member);
    if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > MOST)
        return wrong(r, member, "should be a count");
    *out = (size_t)json_integer_value(v);
    return true;
}

/* null stands for NaN. */
static bool real_value(double *out, const json_t *v)
{
    if (json_is_null(v))
        *out = NAN;
    else if (json_is_number(v))
        *out = json_number_value(v);
    return json_is_null(v) || json_is_number(v);
}

static bool get_flag(bool *out, reader *r, const json_t *object, const char *member)
{
    const json_t *v = json_object_get(object, member);
    if (!json_is_boolean(v))
        return wrong(r, member, "should be true or false");
    *out = json_is_true(v);
    return true;
}

static const json_t *get_array(reader *r, const json_t *object, const char *member)
{
    const json_t *v = json_object_get(object, member);
    if (json_is_array(v))
        return v;
    wrong(r, member, "should be a list");
    return NULL;
}

/* Exactly n numbers; null (NaN) only where it is allowed. */
static bool get_reals(double *out, size_t n, bool allow_null, reader *r, const json_t *object,
                      const char *member)
{
    const json_t *a = get_array(r, object, member);
    if (!a)
        return false;
    if (json_array_size(a) != n)
        return wrong(r, member, "has the wrong length");
    for (size_t i = 0; i < n; i++)
        if (!real_value(&out[i], json_array_get(a, i)) || (!allow_null && isnan(out[i])))
            return wrong(r, member, "should hold finite numbers");
    return true;
}

/* New texts, *n of them. */
static bool get_strings(char ***out, size_t *n, reader *r, const json_t *object, const char *member)
{
    const json_t *a = get_array(r, object, member);
    if (!a)
        return false;
    size_t size = json_array_size(a);
    *out = logreg__new(size, sizeof **out);
    if (!*out)
        return no_memory(r);
    for (*n = 0; *n < size; ++*n) {
        const json_t *v = json_array_get(a, *n);
        if (!json_is_string(v))
            return wrong(r, member, "should hold texts");
        (*out)[*n] = logreg__copy(json_string_value(v));
        if (!(*out)[*n])
            return no_memory(r);
    }
    return true;
}

static bool get_word(int *out, const char *const *words, size_t n, reader *r, const json_t *v,
                     const char *member)
{
    for (size_t i = 0; json_is_string(v) && i < n; i++)
        if (strcmp(json_string_value(v), words[i]) == 0) {
            *out = (int)i;
            return true;
        }
    return wrong(r, member, "holds a word that is not known");
}

/* Facts that must fit one another. */
static bool check_fields(const logreg_model *m, reader *r)
{
    if (m->rows_used > m->rows_read)
        return wrong(r, "rows_used", "exceeds 'rows_read'");
    if (m->rank > m->p)
        return wrong(r, "rank", "exceeds the number of columns");
    if (!(m->n_obs > 0))
        return wrong(r, "n_obs", "should be positive");
    if (!isfinite(m->loss))
        return wrong(r, "loss", "should be a finite number");
    if (m->grouped && (m->n_classes != 2 || !m->trials))
        return wrong(r, "grouped", "needs two classes and 'trials'");
    return true;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A text that stands twice among n would mean two things. */
static bool check_distinct(char *const *list, size_t n, reader *r, const char *member)
{
    char **sorted = logreg__new_raw(n, sizeof *sorted);
    if (!sorted)
        return no_memory(r);
    memcpy(sorted, list, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, compare);
    bool ok = true;
    for (size_t i = 1; ok && i < n; i++)
        ok = strcmp(sorted[i - 1], sorted[i]) != 0 || wrong(r, member, "holds a text twice");
    free(sorted);
    return ok;
}

static bool get_fields(logreg_model *m, reader *r, const json_t *object)
{
    bool ok = true;
    for (const logreg__field *f = logreg__model_fields; ok && f->name; f++) {
        void *at = (char *)m + f->offset;
        switch (f->kind) {
        case LOGREG__FIELD_TEXT:
            ok = get_text(at, r, object, f->name, true);
            break;
        case LOGREG__FIELD_COUNT_OR_0:
            ok = !json_object_get(object, f->name) || get_count(at, r, object, f->name);
            break;
        case LOGREG__FIELD_COUNT:
            ok = get_count(at, r, object, f->name);
            break;
        case LOGREG__FIELD_REAL_OR_0:
            if (!json_object_get(object, f->name))
                break;
            /* fall through */
        case LOGREG__FIELD_REAL:
            ok = real_value(at, json_object_get(object, f->name)) || wrong(r, f->name, "should be a number");
            break;
        case LOGREG__FIELD_FLAG_OR_FALSE:
            ok = !json_object_get(object, f->name) || get_flag(at, r, object, f->name);
            break;
        case LOGREG__FIELD_FLAG:
            ok = get_flag(at, r, object, f->name);
            break;
        }
    }
    if (ok && (!m->target || !m->solver))
        ok = wrong(r, "target", "and 'solver' should be texts");
    return ok && check_fields(m, r);
}

/* ---- Terms ---- */

/* New numbers, all finite, *n of them. */
static bool get_list(double **out, size_t *n, reader *r, const json_t *object, const char *member)
{
    const json_t *a = get_array(r, object, member);
    if (!a)
        return false;
    *n = json_array_size(a);
    free(*out);
    *out = logreg__new(*n, sizeof **out);
    return *out ? get_reals(*out, *n, false, r, object, member) : no_memory(r);
}

/* What the data decided about a basis; `written` has said the rest. */
static bool get_basis(logreg__basis *b, reader *r, const json_t *object)
{
    size_t n_alpha = b->degree, n_norm = b->degree + 1;
    if (!b->kind)
        return true;
    if (b->kind == &logreg__basis_raw)
        return b->kind->prepare(b) || no_memory(r);
    bool poly = b->kind == &logreg__basis_poly || b->kind == &logreg__basis_scale;
    bool ok = poly ? get_list(&b->alpha, &n_alpha, r, object, "alpha") &&
                         get_list(&b->norm2, &n_norm, r, object, "norm2")
                   : get_list(&b->knots, &b->n_knots, r, object, "knots") &&
                         get_reals(b->boundary, 2, false, r, object, "boundary");
    if (!ok)
        return false;
    if (poly && (n_alpha != b->degree || n_norm != b->degree + 1))
        return wrong(r, "alpha", "and 'norm2' do not have the length that 'written' says");
    if (!logreg__basis_sound(b))
        return wrong(r, poly ? "norm2" : "knots",
                     poly ? "should hold positive numbers" : "should ascend within 'boundary'");
    return b->kind->prepare(b) || no_memory(r);
}

static bool get_made(logreg__variable *v, reader *r, const json_t *object)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!get_text(&written, r, object, "written", false))
        return false;
    logreg_status status = logreg__made_parse(&v->made, written, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return no_memory(r);
    return status ? wrong(r, "written", "should be a variable, such as log(x) or poly(x, 2)")
                  : get_basis(&v->made->basis, r, object);
}

static bool get_coding(logreg__variable *v, reader *r, const json_t *object)
{
    const json_t *word = json_object_get(object, "contrast");
    int contrast = 0;
    if (!word)
        return true;
    if (!get_word(&contrast, logreg__contrast_words, LOGREG__CONTRASTS, r, word, "contrast"))
        return false;
    v->contrast = (logreg__contrast)contrast;
    if (v->contrast == LOGREG__TREATMENT)
        return true;
    if (v->n_levels < 2 || (v->contrast == LOGREG__POLY && v->n_levels > LOGREG__MAX_POLY_LEVELS))
        return wrong(r, "contrast", "does not go with so many levels");
    v->coding = logreg__contrast_matrix(v->contrast, v->n_levels);
    return v->coding || no_memory(r);
}

static bool get_variable(logreg__variable *v, reader *r, const json_t *object)
{
    static const char *const kinds[] = {"numeric", "category", "made"};
    int kind = 0;
    if (!get_word(&kind, kinds, 3, r, json_object_get(object, "kind"), "kind"))
        return false;
    v->kind = kind == 1 ? LOGREG_CATEGORY : LOGREG_NUMERIC;
    if (kind == 2)
        return get_made(v, r, object);
    bool ok = get_text(&v->column, r, object, "column", false) &&
              get_flag(&v->wrapped, r, object, "wrapped") && get_count(&v->n_missing, r, object, "n_missing");
    if (!ok)
        return false;
    if (kind) {
        ok = get_strings(&v->levels, &v->n_levels, r, object, "levels");
        return ok && (v->n_levels > 1 || wrong(r, "levels", "should name two or more")) &&
               check_distinct(v->levels, v->n_levels, r, "levels") && get_coding(v, r, object);
    }
    return (real_value(&v->mean, json_object_get(object, "mean")) &&
            real_value(&v->min, json_object_get(object, "min")) &&
            real_value(&v->max, json_object_get(object, "max"))) ||
           wrong(r, "mean", "and 'min' and 'max' should be numbers");
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

static bool get_offset(logreg__terms *terms, reader *r, const json_t *root)
{
    char *written = NULL;
    logreg_error why = {.message = ""};
    if (!json_object_get(root, "formula_offset"))
        return true;
    if (!get_text(&written, r, root, "formula_offset", false))
        return false;
    logreg_status status =
        logreg__expression_parse(&terms->offset, "offset", written, NULL, LOGREG__ARITHMETIC, &why);
    free(written);
    if (status == LOGREG_ENOMEM)
        return no_memory(r);
    return !status || wrong(r, "formula_offset", "should be an expression, such as log(t)");
}

static bool check_inputs(const logreg__terms *terms, reader *r)
{
    bool ok = !terms->offset || has_inputs(terms, terms->offset);
    for (size_t v = 0; v < terms->n_variables && ok; v++)
        ok = !terms->variable[v].made || has_inputs(terms, terms->variable[v].made->input);
    return ok || wrong(r, "variables", "lacks a column that another of them is made of");
}

static bool get_term(logreg__term *t, const logreg__terms *terms, reader *r, const json_t *object)
{
    const json_t *variables = get_array(r, object, "variables"), *full = get_array(r, object, "all_levels");
    if (!variables || !full)
        return false;
    t->n = json_array_size(variables);
    if (t->n == 0 || json_array_size(full) != t->n)
        return wrong(r, "terms", "holds a term without variables");
    t->variable = logreg__new(t->n, sizeof *t->variable);
    t->full = logreg__new(t->n, sizeof *t->full);
    if (!t->variable || !t->full)
        return no_memory(r);
    size_t columns = 1;
    for (size_t i = 0; i < t->n; i++) {
        json_int_t at = json_integer_value(json_array_get(variables, i));
        if (!json_is_integer(json_array_get(variables, i)) || at < 0 || (size_t)at >= terms->n_variables)
            return wrong(r, "terms", "names a variable that is not there");
        t->variable[i] = (size_t)at;
        if (!json_is_boolean(json_array_get(full, i)))
            return wrong(r, "all_levels", "should hold true and false");
        t->full[i] = json_is_true(json_array_get(full, i));
        const logreg__variable *v = &terms->variable[at];
        if (v->made && t->full[i])
            return wrong(r, "all_levels", "is said of a variable that has none");
        if (v->made || v->kind == LOGREG_CATEGORY)
            columns *= logreg__variable_width(v, t->full[i]);
        if (columns > UINT32_MAX)
            return wrong(r, "terms", "holds a term of too many columns");
    }
    if (!get_count(&t->first, r, object, "first") || !get_count(&t->n_columns, r, object, "n_columns"))
        return false;
    return t->n_columns == columns || wrong(r, "terms", "holds a term whose columns do not add up");
}

static bool get_terms(logreg__terms *terms, reader *r, const json_t *root)
{
    const json_t *variables = get_array(r, root, "variables"), *list = get_array(r, root, "terms");
    if (!variables || !list || !get_text(&terms->formula, r, root, "formula", true) ||
        !get_flag(&terms->intercept, r, root, "intercept") ||
        !get_text(&terms->response, r, root, "target", false))
        return false;
    size_t n_variables = json_array_size(variables), n_terms = json_array_size(list);
    terms->variable = logreg__new(n_variables, sizeof *terms->variable);
    terms->term = logreg__new(n_terms, sizeof *terms->term);
    if (!terms->variable || !terms->term)
        return no_memory(r);
    for (size_t i = 0; i < n_variables; i++)
        if (terms->n_variables++, !get_variable(&terms->variable[i], r, json_array_get(variables, i)))
            return false;
    if (!get_offset(terms, r, root) || !check_inputs(terms, r))
        return false;
    size_t first = terms->intercept;
    for (size_t i = 0; i < n_terms; i++) {
        logreg__term *t = &terms->term[terms->n_terms++];
        if (!get_term(t, terms, r, json_array_get(list, i)))
            return false;
        if (t->first != first)
            return wrong(r, "terms", "holds terms that leave a gap");
        first += t->n_columns;
    }
    if (!get_strings(&terms->name, &terms->n_columns, r, root, "columns"))
        return false;
    return (terms->n_columns == first && first > 0) || wrong(r, "columns", "do not match 'terms'");
}

/* ---- The rest ---- */

static bool get_aliases(logreg_model *m, reader *r, const json_t *root)
{
    const json_t *a = get_array(r, root, "aliases");
    for (size_t i = 0; a && i < json_array_size(a); i++) {
        const json_t *row = json_array_get(a, i), *j = json_array_get(row, 0), *of = json_array_get(row, 1);
        double multiplier = NAN;
        bool ok = json_is_integer(j) && json_is_integer(of) && json_integer_value(j) >= 0 &&
                  (size_t)json_integer_value(j) < m->p && json_integer_value(of) >= 0 &&
                  (size_t)json_integer_value(of) < m->p && real_value(&multiplier, json_array_get(row, 2)) &&
                  !isnan(multiplier) && m->status[json_integer_value(j)] == LOGREG_COEF_ALIASED;
        if (!ok)
            return wrong(r, "aliases", "should list aliased columns, others and multipliers");
        logreg__alias *alias = &m->alias[json_integer_value(j)];
        size_t room_c = alias->n, room_m = alias->n;
        if (!logreg__grow(&alias->column, &room_c, alias->n + 1, sizeof *alias->column) ||
            !logreg__grow(&alias->multiplier, &room_m, alias->n + 1, sizeof *alias->multiplier))
            return no_memory(r);
        alias->column[alias->n] = (size_t)json_integer_value(of);
        alias->multiplier[alias->n++] = multiplier;
    }
    for (size_t j = 0; a && j < m->p; j++)
        if (m->alias[j].n && !logreg__alias_name(&m->alias[j], m->terms))
            return no_memory(r);
    return a != NULL;
}

/* No more of rounding than this makes a correlation pass 1. */
#define CORRELATION 1e-6

/* Variances are not negative, and correlations at most 1; coefficients without an estimate have neither. */
static bool check_covariance(const logreg_model *m, reader *r)
{
    for (size_t i = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++) {
            double v = m->covariance[i * m->q + j], vi = m->covariance[i * m->q + i],
                   vj = m->covariance[j * m->q + j];
            bool none = m->status[i] != LOGREG_COEF_OK || m->status[j] != LOGREG_COEF_OK;
            if (none && !isnan(v))
                return wrong(r, "covariance", "holds a number for a coefficient that has none");
            if (vi < 0 || fabs(v) > sqrt(vi) * sqrt(vj) * (1 + CORRELATION))
                return wrong(r, "covariance", "is none: a variance is negative or a correlation beyond 1");
        }
    return true;
}

static bool get_covariance(logreg_model *m, reader *r, const json_t *root)
{
    const json_t *a = get_array(r, root, "covariance");
    if (!a)
        return false;
    if (json_array_size(a) != m->q * (m->q + 1) / 2)
        return wrong(r, "covariance", "has the wrong length");
    for (size_t i = 0, at = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++, at++) {
            double x;
            if (!real_value(&x, json_array_get(a, at)))
                return wrong(r, "covariance", "should hold numbers");
            m->covariance[i * m->q + j] = m->covariance[j * m->q + i] = x;
        }
    return check_covariance(m, r);
}

static bool get_coefficients(logreg_model *m, reader *r, const json_t *root)
{
    const json_t *words = get_array(r, root, "statuses");
    if (!words || !get_reals(m->finite, m->q, false, r, root, "coefficients"))
        return false;
    if (json_array_size(words) != m->q)
        return wrong(r, "statuses", "has the wrong length");
    for (size_t j = 0; j < m->q; j++) {
        int status = 0;
        if (!get_word(&status, logreg__status_words, 5, r, json_array_get(words, j), "statuses"))
            return false;
        m->status[j] = (logreg_coef_status)status;
        m->beta[j] = status == LOGREG_COEF_OK               ? m->finite[j]
                     : status == LOGREG_COEF_PLUS_INFINITY  ? INFINITY
                     : status == LOGREG_COEF_MINUS_INFINITY ? -INFINITY
                                                            : NAN;
    }
    if (json_is_null(json_object_get(root, "direction")))
        return true;
    m->direction = logreg__new(m->q, sizeof *m->direction);
    return m->direction ? get_reals(m->direction, m->q, false, r, root, "direction") : no_memory(r);
}

static bool get_classes(logreg_model *m, reader *r, const json_t *root)
{
    char **label = NULL;
    size_t n = 0;
    bool ok = get_strings(&label, &n, r, root, "classes");
    if (ok && n != m->n_classes)
        ok = wrong(r, "classes", "has the wrong length");
    for (size_t c = 0; label && c < n; c++) {
        if (ok)
            m->class_label[c] = label[c];
        else
            free(label[c]);
    }
    free(label);
    return ok && check_distinct(m->class_label, m->n_classes, r, "classes") &&
           get_reals(m->class_weight, m->n_classes, false, r, root, "class_weights");
}

static logreg_model *get_model(reader *r, const json_t *root)
{
    const json_t *classes = get_array(r, root, "classes");
    logreg__terms *terms = NULL;
    logreg_model *m = NULL;
    if (!classes)
        return NULL;
    size_t K = json_array_size(classes);
    if (K < 2) {
        wrong(r, "classes", "should name two or more");
        return NULL;
    }
    terms = logreg__new(1, sizeof *terms);
    if (!terms) {
        no_memory(r);
        return NULL;
    }
    /* Sizes are checked against the list of coefficients before anything is allocated by them. */
    size_t listed = json_array_size(json_object_get(root, "coefficients"));
    bool ok = get_terms(terms, r, root);
    if (ok && (listed % (K - 1) != 0 || listed / (K - 1) != terms->n_columns))
        ok = wrong(r, "coefficients", "has the wrong length");
    if (ok) {
        m = logreg__model_new(terms, K - 1);
        ok = m || no_memory(r);
    }
    if (!m) {
        logreg__terms_free(terms);
        return NULL;
    }
    int separation = 0;
    ok = get_fields(m, r, root) &&
         get_word(&separation, logreg__separation_words, 3, r, json_object_get(root, "separation"),
                  "separation") &&
         get_classes(m, r, root) && get_coefficients(m, r, root) && get_aliases(m, r, root) &&
         get_covariance(m, r, root);
    m->separation = (logreg_separation)separation;
    if (ok)
        return m;
    logreg_model_free(m);
    return NULL;
}

static bool check_schema(reader *r, const json_t *root)
{
    const char *schema = json_string_value(json_object_get(root, "schema"));
    if (!schema || strncmp(schema, "logreg.model/", 13) != 0)
        return wrong(r, "schema", "should be " LOGREG__MODEL_SCHEMA);
    if (strcmp(schema, LOGREG__MODEL_SCHEMA) != 0)
        return wrong(r, "schema",
                     "is of another version than " LOGREG__MODEL_SCHEMA "; use the program that made it");
    return true;
}

/* More than any model needs; a file without end stops here. */
#define MOST_BYTES ((size_t)1 << 30)

typedef struct {
    FILE *in;
    size_t bytes;
    int error; /* errno of reading; EFBIG beyond the most */
} source;

static size_t read_some(void *buffer, size_t size, void *data)
{
    source *s = data;
    errno = 0;
    size_t n = fread(buffer, 1, size, s->in);
    s->bytes += n;
    if (ferror(s->in))
        s->error = errno ? errno : EIO;
    else if (s->bytes > MOST_BYTES)
        s->error = EFBIG;
    return s->error ? (size_t)-1 : n;
}

logreg_status logreg_model_load(logreg_model **model, const char *path, logreg_error *err)
{
    char why[128];
    source s = {.in = fopen(path, "rbe")};
    if (!s.in)
        return logreg__fail(err, LOGREG_EIO, "cannot read '%s': %s", path,
                            strerror_r(errno, why, sizeof why));
    json_error_t e;
    json_t *root = json_load_callback(read_some, &s, JSON_REJECT_DUPLICATES, &e);
    fclose(s.in);
    if (s.error) {
        json_decref(root);
        if (s.error == EFBIG)
            return logreg__fail(err, LOGREG_EDATA, "%s: not a model: more than 1 GiB", path);
        return logreg__fail(err, LOGREG_EIO, "cannot read '%s': %s", path,
                            strerror_r(s.error, why, sizeof why));
    }
    if (!root && json_error_code(&e) == json_error_out_of_memory)
        return logreg__fail_memory(err);
    if (!root)
        return logreg__fail(err, LOGREG_EDATA, "%s:%d:%d: not a model: %s", path, e.line, e.column, e.text);
    reader r = {.path = path, .err = err};
    logreg_model *m = check_schema(&r, root) ? get_model(&r, root) : NULL;
    json_decref(root);
    if (m)
        *model = m;
    return m ? LOGREG_OK : r.status;
}
