/* A model back from JSON. Nothing is believed: every member is there, of its kind, finite where a number is due, and every index
 * in range; what is wrong is named. */
#include <errno.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "covariance/covariance.h"
#include "model/bootstrap.h"
#include "model/compact.h"
#include "model/fields.h"
#include "model/penalised.h"
#include "model/reader.h"

/* Facts that must fit one another. */
static bool check_fields(const logreg_model *m, logreg__model_reader *r)
{
    if (m->rows_used > m->rows_read)
        return logreg__read_wrong(r, "rows_used", "exceeds 'rows_read'");
    if (m->rows_weightless > m->rows_read - m->rows_used)
        return logreg__read_wrong(r, "rows_weightless", "exceeds the rows that were not used");
    if (m->n_held_out > m->rows_read - m->rows_used - m->rows_weightless)
        return logreg__read_wrong(r, "n_held_out", "exceeds the rows that were not used");
    if (m->rank > m->p)
        return logreg__read_wrong(r, "rank", "exceeds the number of columns");
    if (!(m->n_obs > 0))
        return logreg__read_wrong(r, "n_obs", "should be positive");
    if (!isfinite(2 * m->loss))
        return logreg__read_wrong(r, "loss", "should be a finite number, and its double too");
    if (m->auc < 0 || m->auc > 1)
        return logreg__read_wrong(r, "auc", "should lie from 0 to 1");
    if (m->brier < 0)
        return logreg__read_wrong(r, "brier", "should not be negative");
    if (m->grouped && (m->n_classes != 2 || !m->trials))
        return logreg__read_wrong(r, "grouped", "needs two classes and 'trials'");
    logreg__covariance_kind kind = logreg__covariance_find(m->vcov);
    if (kind == LOGREG__COVARIANCES || (m->vcov && kind == LOGREG__CLASSICAL))
        return logreg__read_wrong(r, "vcov", "is no covariance that this program knows");
    bool drawn = kind == LOGREG__LINEARIZED, clusters = m->cluster[0] != NULL;
    if ((clusters && !drawn && kind != LOGREG__CLUSTER) || (!clusters && kind == LOGREG__CLUSTER) ||
        (m->cluster[1] && (!clusters || drawn)))
        return logreg__read_wrong(r, "cluster", "does not go with 'vcov'");
    if (drawn != (m->sampling != NULL) || (m->survey_strata && !drawn))
        return logreg__read_wrong(r, "sampling_weights", "does not go with 'vcov'");
    return true;
}

static bool get_fields(logreg_model *m, logreg__model_reader *r, const json_t *object)
{
    bool ok = true;
    for (const logreg__field *f = logreg__model_fields; ok && f->name; f++) {
        void *at = (char *)m + f->offset;
        switch (f->kind) {
        case LOGREG__FIELD_TEXT_OR_NONE:
            if (!json_object_get(object, f->name))
                break;
            /* fall through */
        case LOGREG__FIELD_TEXT:
            ok = logreg__read_text(at, r, object, f->name, true);
            break;
        case LOGREG__FIELD_COUNT_IF_ANY:
        case LOGREG__FIELD_COUNT_OR_0:
            ok = !json_object_get(object, f->name) || logreg__read_count(at, r, object, f->name);
            break;
        case LOGREG__FIELD_COUNT:
            ok = logreg__read_count(at, r, object, f->name);
            break;
        case LOGREG__FIELD_REAL_OR_0:
            if (!json_object_get(object, f->name))
                break;
            /* fall through */
        case LOGREG__FIELD_REAL:
            ok = logreg__read_real(at, json_object_get(object, f->name)) ||
                 logreg__read_wrong(r, f->name, "should be a number");
            break;
        case LOGREG__FIELD_FLAG_IF_TRUE:
        case LOGREG__FIELD_FLAG_OR_FALSE:
            ok = !json_object_get(object, f->name) || logreg__read_flag(at, r, object, f->name);
            break;
        case LOGREG__FIELD_FLAG:
            ok = logreg__read_flag(at, r, object, f->name);
            break;
        }
    }
    if (ok && (!m->target || !m->solver))
        ok = logreg__read_wrong(r, "target", "and 'solver' should be texts");
    return ok && check_fields(m, r);
}

static bool get_strata(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    const json_t *o = json_object_get(root, "strata");
    logreg_strata *s = &m->strata_counts;
    if (!o)
        return true;
    bool ok = logreg__read_text(&m->strata, r, o, "column", false) && logreg__read_count(&s->n, r, o, "n") &&
              logreg__read_count(&s->informative, r, o, "informative") &&
              logreg__read_count(&s->single, r, o, "single") &&
              logreg__read_count(&s->eventless, r, o, "eventless") &&
              logreg__read_count(&s->full, r, o, "full") && logreg__read_count(&s->rows, r, o, "rows") &&
              logreg__read_count(&s->events, r, o, "events");
    if (ok && s->n != s->informative + s->single + s->eventless + s->full)
        return logreg__read_wrong(r, "strata", "holds counts that do not add up");
    if (ok && (m->n_classes != 2 || m->terms->intercept || m->grouped || m->weights))
        return logreg__read_wrong(r, "strata",
                                  "go with two classes, and with no intercept, weights or trials");
    return ok;
}

static bool get_penalty(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    static const char *const se[] = {"information", "augmented"};
    const json_t *word = json_object_get(root, "penalty");
    int augmented = 0;
    if (!word)
        return true;
    if (!logreg__read_word(&m->penalty, logreg__penalty_words, LOGREG__PENALTIES, r, word, "penalty"))
        return false;
    if (logreg__penalty_shrinks(m->penalty))
        return true;
    if (!logreg__read_word(&augmented, se, 2, r, json_object_get(root, "firth_se"), "firth_se"))
        return false;
    m->augmented_se = augmented == 1;
    if (!isfinite(m->penalised_loss) || !isfinite(m->null_penalised_loss))
        return logreg__read_wrong(r, "penalised_loss", "should be a finite number");
    return true;
}

static bool get_aliases(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    const json_t *a = logreg__read_array(r, root, "aliases");
    for (size_t i = 0; a && i < json_array_size(a); i++) {
        const json_t *row = json_array_get(a, i), *j = json_array_get(row, 0), *of = json_array_get(row, 1);
        double multiplier = NAN;
        bool ok = json_is_integer(j) && json_is_integer(of) && json_integer_value(j) >= 0 &&
                  (size_t)json_integer_value(j) < m->p && json_integer_value(of) >= 0 &&
                  (size_t)json_integer_value(of) < m->p &&
                  logreg__read_real(&multiplier, json_array_get(row, 2)) && !isnan(multiplier) &&
                  m->status[json_integer_value(j)] == LOGREG_COEF_ALIASED;
        if (!ok)
            return logreg__read_wrong(r, "aliases", "should list aliased columns, others and multipliers");
        logreg__alias *alias = &m->alias[json_integer_value(j)];
        size_t room_c = alias->n, room_m = alias->n;
        if (!logreg__grow(&alias->column, &room_c, alias->n + 1, sizeof *alias->column) ||
            !logreg__grow(&alias->multiplier, &room_m, alias->n + 1, sizeof *alias->multiplier))
            return logreg__read_no_memory(r);
        alias->column[alias->n] = (size_t)json_integer_value(of);
        alias->multiplier[alias->n++] = multiplier;
    }
    for (size_t j = 0; a && j < m->p; j++)
        if (m->alias[j].n && !logreg__alias_name(&m->alias[j], m->terms))
            return logreg__read_no_memory(r);
    return a != NULL;
}

/* No more of rounding than this makes a correlation pass 1. */
#define CORRELATION 1e-6

/* Variances are not negative, and correlations at most 1; coefficients without an estimate have neither. */
static bool check_covariance(const logreg_model *m, logreg__model_reader *r)
{
    for (size_t i = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++) {
            double v = m->covariance[i * m->q + j], vi = m->covariance[i * m->q + i],
                   vj = m->covariance[j * m->q + j];
            bool none = m->status[i] != LOGREG_COEF_OK || m->status[j] != LOGREG_COEF_OK;
            if (none && !isnan(v))
                return logreg__read_wrong(r, "covariance", "holds a number for a coefficient that has none");
            if (!isnan(v) == (isnan(vi) || isnan(vj)))
                return logreg__read_wrong(r, "covariance",
                                          "lacks a number for a coefficient that has others");
            if (vi < 0 || fabs(v) > sqrt(vi) * sqrt(vj) * (1 + CORRELATION))
                return logreg__read_wrong(r, "covariance",
                                          "is none: a variance is negative or a correlation beyond 1");
        }
    return true;
}

static bool get_covariance(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    if (logreg__penalty_shrinks(m->penalty)) {
        free(m->covariance);
        m->covariance = NULL;
        return true;
    }
    const json_t *a = logreg__read_array(r, root, "covariance");
    if (!a)
        return false;
    if (json_array_size(a) != m->q * (m->q + 1) / 2)
        return logreg__read_wrong(r, "covariance", "has the wrong length");
    for (size_t i = 0, at = 0; i < m->q; i++)
        for (size_t j = 0; j <= i; j++, at++) {
            double x;
            if (!logreg__read_real(&x, json_array_get(a, at)))
                return logreg__read_wrong(r, "covariance", "should hold numbers");
            m->covariance[i * m->q + j] = m->covariance[j * m->q + i] = x;
        }
    return check_covariance(m, r);
}

static bool get_coefficients(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    const json_t *words = logreg__read_array(r, root, "statuses");
    size_t rest = m->p - m->terms->n_sparse, at = 0;
    if (!words || !logreg__read_coefficients(m->finite, m->k, m, r, root, "coefficients"))
        return false;
    if (m->terms->n_sparse && m->k == 1 &&
        !logreg__compact_read(m->finite, m, m->k, r, root, "sparse_coefficients"))
        return false;
    if (json_array_size(words) != m->k * rest)
        return logreg__read_wrong(r, "statuses", "has the wrong length");
    for (size_t j = 0; j < m->q; j++) {
        int status = LOGREG_COEF_OK;
        bool listed = j % m->p < rest;
        if (listed &&
            !logreg__read_word(&status, logreg__status_words, 5, r, json_array_get(words, at++), "statuses"))
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
    return m->direction ? logreg__read_reals(m->direction, m->q, false, r, root, "direction")
                        : logreg__read_no_memory(r);
}

static bool get_contrasts(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    size_t n = 2 * logreg__contrast_count(m);
    if (!json_object_get(root, "contrasts"))
        return true;
    m->contrast = logreg__new_raw(n, sizeof *m->contrast);
    return m->contrast ? logreg__read_reals(m->contrast, n, true, r, root, "contrasts")
                       : logreg__read_no_memory(r);
}

/* Models of old lack it where they were mended: which tests live by it is then not known. */
static bool get_mending(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    size_t n = json_array_size(json_object_get(root, "vcov_mending"));
    if (!json_object_get(root, "vcov_mending"))
        return true;
    if (n == 0 || n % m->q != 0 || !m->vcov_mended)
        return logreg__read_wrong(r, "vcov_mending", "has the wrong length");
    m->n_mending = n / m->q;
    m->mending = logreg__new_raw(n, sizeof *m->mending);
    return m->mending ? logreg__read_reals(m->mending, n, false, r, root, "vcov_mending")
                      : logreg__read_no_memory(r);
}

static bool get_class_factors(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    if (!json_object_get(root, "class_factors"))
        return true;
    m->class_factor = logreg__new_raw(m->n_classes, sizeof *m->class_factor);
    if (!m->class_factor)
        return logreg__read_no_memory(r);
    bool ok = logreg__read_reals(m->class_factor, m->n_classes, false, r, root, "class_factors");
    for (size_t c = 0; ok && c < m->n_classes; c++)
        if (!(m->class_factor[c] > 0))
            ok = logreg__read_wrong(r, "class_factors", "should be positive");
    return ok;
}

static bool get_classes(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    char **label = NULL;
    size_t n = 0;
    bool ok = logreg__read_strings(&label, &n, r, root, "classes");
    if (ok && n != m->n_classes)
        ok = logreg__read_wrong(r, "classes", "has the wrong length");
    for (size_t c = 0; label && c < n; c++) {
        if (ok)
            m->class_label[c] = label[c];
        else
            free(label[c]);
    }
    free(label);
    ok = ok && logreg__read_distinct(m->class_label, m->n_classes, r, "classes") &&
         logreg__read_reals(m->class_weight, m->n_classes, false, r, root, "class_weights");
    for (size_t c = 0; ok && c < m->n_classes; c++)
        ok = m->class_weight[c] >= 0 || logreg__read_wrong(r, "class_weights", "should not be negative");
    return ok;
}

/* A finite number. */
static bool get_number(double *x, logreg__model_reader *r, const json_t *o, const char *member)
{
    const json_t *value = json_object_get(o, member);
    return (json_is_number(value) && logreg__read_real(x, value)) ||
           logreg__read_wrong(r, member, "should be a number");
}

static bool get_leak(logreg__leak *leak, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    if (!json_object_get(o, "auc"))
        return get_number(&leak->right, r, o, "right") && get_number(&leak->all, r, o, "n_cases");
    return get_number(&leak->auc, r, o, "auc") && logreg__read_count(&leak->of, r, o, "class") &&
           (leak->of < n_classes || logreg__read_wrong(r, "class", "should be the place of a class"));
}

static bool get_suspicion(logreg__suspicion *s, size_t n_classes, logreg__model_reader *r, const json_t *o)
{
    int kind = 0;
    bool ok = logreg__read_word(&kind, logreg__suspicion_words, LOGREG__SUSPICIONS, r,
                                json_object_get(o, "kind"), "kind") &&
              logreg__read_text(&s->column, r, o, "column", false);
    s->kind = (logreg__suspicion_kind)kind;
    if (!ok || logreg__suspicion_bare(s->kind))
        return ok;
    if (s->kind == LOGREG__SUSPECT_MATCHED)
        return logreg__read_count(&s->matching.sets, r, o, "n_sets") &&
               logreg__read_count(&s->matching.alike, r, o, "n_alike") &&
               logreg__read_count(&s->matching.events, r, o, "events") &&
               logreg__read_count(&s->matching.others, r, o, "others");
    if (s->kind == LOGREG__SUSPECT_LEAK)
        return get_leak(&s->leak, n_classes, r, o);
    if (s->kind == LOGREG__SUSPECT_ID) /* those of old, and of rows, have no groups */
        return !json_object_get(o, "n_levels") || (logreg__read_count(&s->n_levels, r, o, "n_levels") &&
                                                   logreg__read_count(&s->numbers.n_rows, r, o, "n_rows"));
    if (s->kind == LOGREG__SUSPECT_LOSS)
        return logreg__read_count(&s->numbers.n_rows, r, o, "n_rows") &&
               logreg__read_count(&s->n_kept, r, o, "n_kept") &&
               (!json_object_get(o, "n_usable") || logreg__read_count(&s->n_usable, r, o, "n_usable"));
    if (s->kind == LOGREG__SUSPECT_LEVELS || s->kind == LOGREG__SUSPECT_SEVERAL ||
        s->kind == LOGREG__SUSPECT_MISTYPED)
        return logreg__read_count(&s->n_levels, r, o, "n_levels") &&
               logreg__read_count(&s->n_decided, r, o, "n_decided") &&
               logreg__read_count(&s->numbers.n_rows, r, o, "n_rows");
    if (s->kind == LOGREG__SUSPECT_TWICE) /* of all rows there is no first */
        return logreg__read_count(&s->numbers.n_rows, r, o, "n_rows") &&
               (!json_object_get(o, "row") ||
                (logreg__read_count(&s->row, r, o, "row") && logreg__read_count(&s->line, r, o, "line")));
    if (s->kind == LOGREG__SUSPECT_DATE && json_object_get(o, "n_levels")) /* of texts */
        return logreg__read_count(&s->n_levels, r, o, "n_levels");
    if (!get_number(&s->numbers.low, r, o, "low"))
        return false;
    if (s->kind == LOGREG__SUSPECT_DATE)
        return logreg__read_word(&s->calendar, logreg__calendar_words, LOGREG__CALENDARS, r,
                                 json_object_get(o, "calendar"), "calendar");
    if (s->kind == LOGREG__SUSPECT_TICKS)
        return logreg__read_count(&s->numbers.n_rows, r, o, "n_rows");
    if (s->kind == LOGREG__SUSPECT_UNITS &&
        !(get_number(&s->factor, r, o, "factor") && logreg__read_count(&s->line, r, o, "line")))
        return false;
    const json_t *list = logreg__read_array(r, o, "numbers");
    if (!list)
        return false;
    s->numbers.n_values = json_array_size(list);
    if (!s->numbers.n_values || s->numbers.n_values > LOGREG_SENTINELS)
        return logreg__read_wrong(r, "numbers", "has the wrong length");
    return logreg__read_reals(s->numbers.value, s->numbers.n_values, false, r, o, "numbers") &&
           logreg__read_count(&s->numbers.n_rows, r, o, "n_rows") &&
           get_number(&s->numbers.high, r, o, "high");
}

/* Models without any, and those of old, have no such member. */
static bool get_suspicions(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    if (!json_object_get(root, "suspicions"))
        return true;
    const json_t *list = logreg__read_array(r, root, "suspicions");
    if (!list)
        return false;
    size_t n = json_array_size(list);
    m->suspicion = logreg__new(n, sizeof *m->suspicion);
    if (!m->suspicion)
        return logreg__read_no_memory(r);
    for (size_t i = 0; i < n; i++) {
        m->n_suspicions++;
        if (!get_suspicion(&m->suspicion[i], m->k + 1, r, json_array_get(list, i)))
            return false;
    }
    return true;
}

static bool get_command(char **command, logreg__model_reader *r, const json_t *root, const char *member)
{
    return !json_object_get(root, member) || logreg__read_text(command, r, root, member, false);
}

static logreg_model *get_model(logreg__model_reader *r, const json_t *root)
{
    const json_t *classes = logreg__read_array(r, root, "classes");
    logreg__terms *terms = NULL;
    logreg_model *m = NULL;
    if (!classes)
        return NULL;
    size_t K = json_array_size(classes);
    if (K < 2) {
        logreg__read_wrong(r, "classes", "should name two or more");
        return NULL;
    }
    terms = logreg__new(1, sizeof *terms);
    if (!terms) {
        logreg__read_no_memory(r);
        return NULL;
    }
    /* Sizes are checked against the list of coefficients before anything is allocated by them. */
    size_t listed = json_array_size(json_object_get(root, "coefficients"));
    bool ok = logreg__read_terms(terms, r, root);
    if (ok && (listed % (K - 1) != 0 || listed / (K - 1) != terms->n_columns - terms->n_sparse))
        ok = logreg__read_wrong(r, "coefficients", "has the wrong length");
    if (ok) {
        m = logreg__model_new(terms, K - 1, json_object_get(root, "covariance") != NULL);
        ok = m || logreg__read_no_memory(r);
    }
    if (!m) {
        logreg__terms_free(terms);
        return NULL;
    }
    int separation = 0;
    bool na_values = json_object_get(root, "na_values");
    ok = get_fields(m, r, root) && logreg__read_lacking(&m->lacking, &m->n_lacking, r, root, "lacking") &&
         (!na_values || logreg__read_strings(&m->na_values, &m->n_na_values, r, root, "na_values")) &&
         get_suspicions(m, r, root) && get_command(&m->units_command, r, root, "units_command") &&
         get_command(&m->alike_command, r, root, "alike_command") &&
         get_command(&m->several_command, r, root, "several_command") &&
         get_command(&m->dates_command, r, root, "dates_command") &&
         get_command(&m->unit_names_command, r, root, "unit_names_command") &&
         get_command(&m->repeats_command, r, root, "repeats_command") && get_strata(m, r, root) &&
         get_penalty(m, r, root) &&
         logreg__read_word(&separation, logreg__separation_words, 3, r, json_object_get(root, "separation"),
                           "separation") &&
         get_classes(m, r, root) && get_class_factors(m, r, root) && get_coefficients(m, r, root) &&
         logreg__read_shrinkage(m, r, root) && get_contrasts(m, r, root) && get_aliases(m, r, root) &&
         get_covariance(m, r, root) && get_mending(m, r, root) && logreg__read_bootstrap(m, r, root) &&
         logreg__read_calibration(m, r, root);
    m->separation = (logreg_separation)separation;
    if (ok)
        return m;
    logreg_model_free(m);
    return NULL;
}

static bool check_schema(logreg__model_reader *r, const json_t *root)
{
    const char *schema = json_string_value(json_object_get(root, "schema"));
    if (!schema || strncmp(schema, "logreg.model/", 13) != 0)
        return logreg__read_wrong(r, "schema", "should be " LOGREG__MODEL_SCHEMA);
    if (strcmp(schema, LOGREG__MODEL_SCHEMA) != 0)
        return logreg__read_wrong(
            r, "schema", "is of another version than " LOGREG__MODEL_SCHEMA "; use the program that made it");
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
    errno = 0;
    json_t *root = json_load_callback(read_some, &s, JSON_REJECT_DUPLICATES, &e);
    bool no_memory = errno == ENOMEM; /* jansson takes most allocations that fail for errors of syntax */
    fclose(s.in);
    if (s.error) {
        json_decref(root);
        if (s.error == EFBIG)
            return logreg__fail(err, LOGREG_EDATA, "%s: not a model: more than 1 GiB", path);
        return logreg__fail(err, LOGREG_EIO, "cannot read '%s': %s", path,
                            strerror_r(s.error, why, sizeof why));
    }
    if (!root && no_memory)
        return logreg__fail_memory(err);
    if (!root)
        return logreg__fail(err, LOGREG_EDATA, "%s:%d:%d: not a model: %s", path, e.line, e.column, e.text);
    logreg__model_reader r = {.path = path, .err = err};
    logreg_model *m = check_schema(&r, root) ? get_model(&r, root) : NULL;
    json_decref(root);
    if (m)
        *model = m;
    return m ? LOGREG_OK : r.status;
}
