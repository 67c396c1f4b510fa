/* A model as JSON. The same model gives the same bytes; reals have 17 digits, so that what is read back is what was written. */
#include <math.h>

#include <jansson.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/bootstrap.h"
#include "model/compact.h"
#include "model/fields.h"
#include "model/penalised.h"
#include "model/stated.h"
#include "model/words.h"

static json_t *real(double x)
{
    return isfinite(x) ? json_real(x) : json_null();
}

static json_t *text(const char *s)
{
    return s ? json_string(s) : json_null();
}

static json_t *count(size_t n)
{
    return json_integer((json_int_t)n);
}

/* Both take over value, which may be NULL for lack of memory; then, and after any failure before, they report it. */
static bool put(json_t *object, const char *key, json_t *value)
{
    return json_object_set_new(object, key, value) == 0;
}

static bool append(json_t *array, json_t *value)
{
    return json_array_append_new(array, value) == 0;
}

static bool put_fields(json_t *object, const logreg_model *m)
{
    bool ok = true;
    for (const logreg__field *f = logreg__model_fields; ok && f->name; f++) {
        const void *at = (const char *)m + f->offset;
        switch (f->kind) {
        case LOGREG__FIELD_TEXT_OR_NONE:
            if (!*(char *const *)at)
                break;
            /* fall through */
        case LOGREG__FIELD_TEXT:
            ok = put(object, f->name, text(*(char *const *)at));
            break;
        case LOGREG__FIELD_COUNT_IF_ANY:
            if (!*(const size_t *)at)
                break;
            /* fall through */
        case LOGREG__FIELD_COUNT_OR_0:
        case LOGREG__FIELD_COUNT:
            ok = put(object, f->name, count(*(const size_t *)at));
            break;
        case LOGREG__FIELD_REAL_OR_0:
            if (*(const double *)at != 0)
                ok = put(object, f->name, real(*(const double *)at));
            break;
        case LOGREG__FIELD_REAL:
            ok = put(object, f->name, real(*(const double *)at));
            break;
        case LOGREG__FIELD_FLAG_IF_TRUE:
            if (!*(const bool *)at)
                break;
            /* fall through */
        case LOGREG__FIELD_FLAG_OR_FALSE:
        case LOGREG__FIELD_FLAG:
            ok = put(object, f->name, json_boolean(*(const bool *)at));
            break;
        }
    }
    return ok;
}

static json_t *strings(char *const *list, size_t n)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < n; i++)
        ok = append(array, json_string(list[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

static json_t *reals(const double *list, size_t n)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < n; i++)
        ok = append(array, real(list[i]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* What the data decided about a basis. */
static bool put_basis(json_t *o, const logreg__basis *b)
{
    if (!b->kind || b->kind == &logreg__basis_raw)
        return true;
    if (b->alpha)
        return put(o, "alpha", reals(b->alpha, b->degree)) && put(o, "norm2", reals(b->norm2, b->degree + 1));
    return put(o, "knots", reals(b->knots, b->n_knots)) && put(o, "boundary", reals(b->boundary, 2)) &&
           (!b->n_beyond || put(o, "n_beyond", count(b->n_beyond)));
}

static json_t *made(const logreg__made *m)
{
    json_t *o = json_object();
    bool ok = put(o, "kind", json_string("made")) && put(o, "written", json_string(m->text)) &&
              put_basis(o, &m->basis);
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

static json_t *variable(const logreg__variable *v)
{
    if (v->made)
        return made(v->made);
    json_t *o = json_object();
    bool category = v->kind == LOGREG_CATEGORY;
    bool ok = put(o, "column", json_string(v->column)) &&
              put(o, "kind", json_string(category ? "category" : "numeric")) &&
              put(o, "wrapped", json_boolean(v->wrapped)) && put(o, "n_missing", count(v->n_missing));
    if (ok && category)
        ok = put(o, "levels", strings(v->levels, v->n_levels)) &&
             (!v->coding || put(o, "contrast", json_string(logreg__contrast_words[v->contrast])));
    else if (ok)
        ok = put(o, "mean", real(v->mean)) && put(o, "min", real(v->min)) && put(o, "max", real(v->max));
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

/* The formula's offset in normal form. */
static bool put_offset(json_t *object, const logreg__expression *offset)
{
    if (!offset)
        return true;
    logreg__text written = {0};
    logreg__expression_write(&written, offset);
    char *s = logreg__text_take(&written);
    bool ok = s && put(object, "formula_offset", json_string(s));
    free(s);
    return ok;
}

/* Columns that rows miss; without any there is no such member. */
static bool put_lacking(json_t *object, const char *key, const logreg__lacking *column, size_t n)
{
    json_t *list = json_array();
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < n; i++)
        ok = append(list, json_pack("{s:s, s:I}", "column", column[i].column, "n_missing",
                                    (json_int_t)column[i].n_missing));
    ok = ok && (!n || json_object_set(object, key, list) == 0);
    json_decref(list);
    return ok;
}

static json_t *fill(const logreg__fill *f)
{
    json_t *o = json_object();
    bool ok =
        put(o, "column", json_string(f->column)) && put(o, "how", json_string(logreg__fill_words[f->how])) &&
        (f->kind == LOGREG_CATEGORY ? put(o, "label", text(f->label)) : put(o, "number", real(f->number))) &&
        put(o, "n_missing", count(f->n_missing)) && put(o, "indicated", json_boolean(f->indicated));
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

/* What stands in for missing cells; without any there is no such member. */
static bool put_fills(json_t *object, const logreg__terms *terms)
{
    json_t *list = json_array();
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < terms->n_fills; i++)
        ok = append(list, fill(&terms->fill[i]));
    ok = ok && (!terms->n_fills || json_object_set(object, "imputed", list) == 0);
    json_decref(list);
    return ok;
}

static json_t *term(const logreg__term *t)
{
    json_t *o = json_object(), *variables = json_array(), *full = json_array();
    bool ok = o && variables && full;
    for (size_t i = 0; ok && i < t->n; i++)
        ok = append(variables, count(t->variable[i])) && append(full, json_boolean(t->full[i]));
    ok = ok && json_object_set(o, "variables", variables) == 0 &&
         json_object_set(o, "all_levels", full) == 0 && put(o, "first", count(t->first)) &&
         put(o, "n_columns", count(t->n_columns));
    json_decref(variables);
    json_decref(full);
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

static bool put_terms(json_t *object, const logreg__terms *terms)
{
    json_t *variables = json_array(), *list = json_array();
    bool ok = variables && list;
    for (size_t i = 0; ok && i < terms->n_variables; i++)
        ok = append(variables, variable(&terms->variable[i]));
    for (size_t i = 0; ok && i < terms->n_terms; i++)
        ok = append(list, term(&terms->term[i]));
    ok = ok && put(object, "formula", text(terms->formula)) &&
         put(object, "intercept", json_boolean(terms->intercept)) &&
         json_object_set(object, "variables", variables) == 0 &&
         json_object_set(object, "terms", list) == 0 && put_offset(object, terms->offset) &&
         put_lacking(object, "taken_away", terms->taken, terms->n_taken) && put_fills(object, terms) &&
         (!terms->words || put(object, "text", logreg__words_write(terms))) &&
         put(object, "columns", strings(terms->name, terms->n_columns - terms->n_sparse));
    json_decref(variables);
    json_decref(list);
    return ok;
}

/* Coefficients; of sparse columns, those that are not 0 stand elsewhere. */
static json_t *coefficients(const logreg_model *m, const double *x, size_t rows)
{
    double *rest = logreg__compact_rest(m, x, rows);
    json_t *array = rest ? reals(rest, rows * (m->p - m->terms->n_sparse)) : NULL;
    free(rest);
    return array;
}

/* Which columns of the sparse matrix are the model's. */
static json_t *sparse_columns(const logreg__terms *t)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t j = 0; ok && j < t->n_sparse; j++)
        ok = append(array, json_integer(t->sparse_column[j]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* Of models of sparse columns only; those of several classes are differences of what they have of each. */
static bool put_sparse(json_t *object, const logreg_model *m)
{
    const logreg__terms *t = m->terms;
    if (!t->n_sparse)
        return true;
    return put(object, "n_sparse", count(t->sparse_width)) &&
           (!t->sparse_column || put(object, "sparse_columns", sparse_columns(t))) &&
           (m->own ? put(object, "sparse_class_coefficients", logreg__compact_write(m, m->own, m->n_classes))
                   : put(object, "sparse_coefficients", logreg__compact_write(m, m->finite, m->k)));
}

static json_t *statuses(const logreg_model *m)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t j = 0; ok && j < m->q; j++)
        if (j % m->p < m->p - m->terms->n_sparse)
            ok = append(array, json_string(logreg__status_words[m->status[j]]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* Lower triangle, row after row. */
static json_t *covariance(const logreg_model *m)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t i = 0; ok && i < m->q; i++)
        for (size_t j = 0; ok && j <= i; j++)
            ok = append(array, real(m->covariance[i * m->q + j]));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* [[column, of, multiplier], ..] */
static json_t *aliases(const logreg_model *m)
{
    json_t *array = json_array();
    bool ok = array != NULL;
    for (size_t j = 0; ok && j < m->p; j++)
        for (size_t i = 0; ok && i < m->alias[j].n; i++)
            ok = append(array, json_pack("[I, I, o]", (json_int_t)j, (json_int_t)m->alias[j].column[i],
                                         real(m->alias[j].multiplier[i])));
    if (ok)
        return array;
    json_decref(array);
    return NULL;
}

/* Only of models that have them. */
static bool put_strata(json_t *object, const logreg_model *m)
{
    const logreg_strata *s = &m->strata_counts;
    if (!m->strata)
        return true;
    json_t *o = json_object();
    bool ok = o && put(o, "column", json_string(m->strata)) && put(o, "n", count(s->n)) &&
              put(o, "informative", count(s->informative)) && put(o, "single", count(s->single)) &&
              put(o, "eventless", count(s->eventless)) && put(o, "full", count(s->full)) &&
              put(o, "rows", count(s->rows)) && put(o, "events", count(s->events)) &&
              json_object_set(object, "strata", o) == 0;
    json_decref(o);
    return ok;
}

static json_t *part(const logreg__penalty_part *p)
{
    json_t *o = json_object();
    bool ok = put(o, "name", json_string(p->name)) && put(o, "factor", real(p->factor)) &&
              put(o, "low", isinf(p->low) ? json_null() : real(p->low)) &&
              put(o, "high", isinf(p->high) ? json_null() : real(p->high));
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

/* What a penalty on sizes has beyond its numbers: parts, and coefficients of each of several classes. */
static bool put_shrinkage(json_t *o, const logreg_model *m)
{
    json_t *list = json_array();
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < m->n_parts; i++)
        ok = append(list, part(&m->part[i]));
    ok = ok && (!m->n_parts || json_object_set(o, "penalty_parts", list) == 0);
    json_decref(list);
    return ok && (!m->own || put(o, "class_coefficients", coefficients(m, m->own, m->n_classes)));
}

/* Without a penalty there are no such members. */
static bool put_penalty(json_t *o, const logreg_model *m)
{
    if (!m->penalty)
        return true;
    return put(o, "penalty", json_string(logreg__penalty_words[m->penalty])) &&
           (logreg__penalty_shrinks(m->penalty)
                ? put_shrinkage(o, m)
                : put(o, "firth_se", json_string(m->augmented_se ? "augmented" : "information")));
}

/* Without such tokens there is no such member. */
static bool put_na_values(json_t *o, const logreg_model *m)
{
    return !m->n_na_values || put(o, "na_values", strings(m->na_values, m->n_na_values));
}

static json_t *suspicion(const logreg__suspicion *s)
{
    json_t *o = json_object();
    bool date = s->kind == LOGREG__SUSPECT_DATE, bare = logreg__suspicion_bare(s->kind);
    bool ok = put(o, "kind", json_string(logreg__suspicion_words[s->kind])) &&
              put(o, "column", json_string(s->column));
    if (ok && date && !s->calendar)
        ok = put(o, "n_levels", count(s->n_levels));
    else if (ok && date)
        ok = put(o, "calendar", json_string(logreg__calendar_words[s->calendar])) &&
             put(o, "low", real(s->numbers.low));
    else if (ok && s->kind == LOGREG__SUSPECT_LOSS)
        ok = put(o, "n_rows", count(s->numbers.n_rows)) && put(o, "n_kept", count(s->n_kept)) &&
             (!s->n_usable || put(o, "n_usable", count(s->n_usable)));
    else if (ok && s->kind == LOGREG__SUSPECT_MATCHED)
        ok = put(o, "n_sets", count(s->matching.sets)) && put(o, "n_alike", count(s->matching.alike)) &&
             put(o, "events", count(s->matching.events)) && put(o, "others", count(s->matching.others));
    else if (ok && s->kind == LOGREG__SUSPECT_LEAK)
        ok = s->leak.auc > 0 ? put(o, "auc", real(s->leak.auc)) && put(o, "class", count(s->leak.of))
                             : put(o, "right", real(s->leak.right)) && put(o, "n_cases", real(s->leak.all));
    else if (ok && s->kind == LOGREG__SUSPECT_ID)
        ok = !s->n_levels ||
             (put(o, "n_levels", count(s->n_levels)) && put(o, "n_rows", count(s->numbers.n_rows)));
    else if (ok && (s->kind == LOGREG__SUSPECT_LEVELS || s->kind == LOGREG__SUSPECT_SEVERAL ||
                    s->kind == LOGREG__SUSPECT_MISTYPED))
        ok = put(o, "n_levels", count(s->n_levels)) && put(o, "n_decided", count(s->n_decided)) &&
             put(o, "n_rows", count(s->numbers.n_rows));
    else if (ok && s->kind == LOGREG__SUSPECT_TWICE)
        ok = put(o, "n_rows", count(s->numbers.n_rows)) &&
             (!s->row || (put(o, "row", count(s->row)) && put(o, "line", count(s->line))));
    else if (ok && s->kind == LOGREG__SUSPECT_TICKS)
        ok = put(o, "low", real(s->numbers.low)) && put(o, "n_rows", count(s->numbers.n_rows));
    else if (ok && !bare)
        ok = (s->kind != LOGREG__SUSPECT_UNITS ||
              (put(o, "factor", real(s->factor)) && put(o, "line", count(s->line)))) &&
             put(o, "numbers", reals(s->numbers.value, s->numbers.n_values)) &&
             put(o, "n_rows", count(s->numbers.n_rows)) && put(o, "low", real(s->numbers.low)) &&
             put(o, "high", real(s->numbers.high));
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

/* Without any there is no such member. */
static bool put_suspicions(json_t *o, const logreg_model *m)
{
    json_t *list = json_array();
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < m->n_suspicions; i++)
        ok = append(list, suspicion(&m->suspicion[i]));
    ok = ok && (!m->n_suspicions || json_object_set(o, "suspicions", list) == 0);
    json_decref(list);
    return ok;
}

/* Without any there are no such members. */
static bool put_commands(json_t *o, const logreg_model *m)
{
    return (!m->units_command || put(o, "units_command", json_string(m->units_command))) &&
           (!m->alike_command || put(o, "alike_command", json_string(m->alike_command))) &&
           (!m->several_command || put(o, "several_command", json_string(m->several_command))) &&
           (!m->dates_command || put(o, "dates_command", json_string(m->dates_command))) &&
           (!m->unit_names_command || put(o, "unit_names_command", json_string(m->unit_names_command))) &&
           (!m->repeats_command || put(o, "repeats_command", json_string(m->repeats_command)));
}

/* Of separated fits of several classes only. */
static bool put_contrasts(json_t *o, const logreg_model *m)
{
    return !m->contrast || put(o, "contrasts", reals(m->contrast, 2 * logreg__contrast_count(m)));
}

/* Of covariances by two kinds of clusters that had to be mended only. */
static bool put_mending(json_t *o, const logreg_model *m)
{
    return !m->mending || put(o, "vcov_mending", reals(m->mending, m->n_mending * m->q));
}

/* With class weights only. */
static bool put_class_factors(json_t *o, const logreg_model *m)
{
    return !m->class_factor || put(o, "class_factors", reals(m->class_factor, m->n_classes));
}

static json_t *whole(const logreg_model *m)
{
    json_t *o = json_object();
    bool ok = put(o, "schema", json_string(LOGREG__MODEL_SCHEMA)) &&
              put(o, "version", json_string(logreg_version())) && put_fields(o, m) &&
              put_lacking(o, "lacking", m->lacking, m->n_lacking) && put_strata(o, m) && put_penalty(o, m) &&
              put_contrasts(o, m) && put_mending(o, m) && put_na_values(o, m) && put_suspicions(o, m) &&
              put_commands(o, m) &&
              put(o, "separation", json_string(logreg__separation_words[m->separation])) &&
              put(o, "classes", strings(m->class_label, m->n_classes)) &&
              put(o, "class_weights", reals(m->class_weight, m->n_classes)) && put_class_factors(o, m) &&
              logreg__put_bootstrap(o, m) && logreg__put_calibration(o, m) && put_terms(o, m->terms) &&
              put(o, "coefficients", coefficients(m, m->finite, m->k)) && put_sparse(o, m) &&
              put(o, "statuses", statuses(m)) &&
              put(o, "direction", m->direction ? reals(m->direction, m->q) : json_null()) &&
              put(o, "aliases", aliases(m)) && (!m->covariance || put(o, "covariance", covariance(m)));
    if (ok)
        return o;
    json_decref(o);
    return NULL;
}

logreg_status logreg_model_save(const logreg_model *m, const char *path, logreg_error *err)
{
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    json_t *o = whole(m);
    char *data = o ? json_dumps(o, JSON_INDENT(1) | JSON_REAL_PRECISION(17)) : NULL;
    json_decref(o);
    logreg_status status =
        data ? logreg_file_replace(path, data, strlen(data), err) : logreg__fail_memory(err);
    free(data);
    return status;
}
