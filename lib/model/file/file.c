/* A model as a JSON file, and back. The same model gives the same bytes; reals have 17 digits, so that what is read back is what was
 * written. Nothing that is read is believed: every member is there, of its kind, finite where a number is due, and every index in range;
 * what is wrong is named. */
#include <ctype.h>
#include <errno.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/file/section.h"
#include "model/stated/stated.h"

#define SCHEMA "logreg.model/1"

/* In the order of the file. */
static const logreg__section *const sections[] = {
    &logreg__section_facts,        &logreg__section_lacking,     &logreg__section_strata,
    &logreg__section_penalty,      &logreg__section_contrasts,   &logreg__section_mending,
    &logreg__section_na_values,    &logreg__section_suspicions,  &logreg__section_classes,
    &logreg__section_bootstrap,    &logreg__section_calibration, &logreg__section_terms,
    &logreg__section_coefficients, &logreg__section_aliases,     &logreg__section_covariance,
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

/* ---- Writing ---- */

static json_t *whole(const logreg_model *m)
{
    json_t *file = json_object();
    logreg__json_set(&file, "schema", json_string(SCHEMA));
    logreg__json_set(&file, "version", json_string(logreg_version()));
    for (size_t i = 0; i < N_SECTIONS; i++)
        sections[i]->put(&file, m);
    return file;
}

logreg_status logreg_model_save(const logreg_model *m, const char *path, logreg_error *err)
{
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    json_t *file = whole(m);
    char *data = file ? json_dumps(file, JSON_INDENT(1) | JSON_REAL_PRECISION(17)) : NULL;
    json_decref(file);
    logreg_status status =
        data ? logreg_file_replace(path, data, strlen(data), err) : logreg__fail_memory(err);
    free(data);
    return status;
}

/* ---- Reading ---- */

/* A model of K classes that has its terms alone; sizes are checked against the list of coefficients before anything is allocated by
 * them. */
static logreg_model *empty_model(size_t K, logreg__model_reader *r, const json_t *file)
{
    size_t listed = json_array_size(logreg__read_member(r, file, "coefficients"));
    logreg_model *m = NULL;
    logreg__terms *terms = logreg__new(1, sizeof *terms);
    bool ok = terms ? logreg__read_terms(terms, r, file) : logreg__read_no_memory(r);
    if (ok && (listed % (K - 1) != 0 || listed / (K - 1) != terms->n_columns - terms->n_sparse))
        ok = logreg__read_wrong(r, "coefficients", "has the wrong length");
    if (ok) {
        m = logreg__model_new(terms, K - 1, logreg__read_member(r, file, "covariance") != NULL);
        ok = m || logreg__read_no_memory(r);
    }
    if (!m)
        logreg__terms_free(terms);
    return m;
}

/* Is a later version the file's? It may have members that this one does not know and may do without, or the schema were another. */
static bool is_later(const char *version)
{
    const char *own = logreg_version();
    for (int part = 0; part < 3 && version && isdigit((unsigned char)*version); part++) {
        char *end, *own_end;
        unsigned long theirs = strtoul(version, &end, 10), ours = strtoul(own, &own_end, 10);
        if (theirs != ours)
            return theirs > ours;
        version = *end ? end + 1 : end;
        own = *own_end ? own_end + 1 : own_end;
    }
    return false;
}

static logreg_model *get_model(logreg__model_reader *r, json_t *file)
{
    const json_t *classes = logreg__read_array(r, file, "classes");
    size_t K = json_array_size(classes);
    if (!classes)
        return NULL;
    if (K < 2) {
        logreg__read_wrong(r, "classes", "should name two or more");
        return NULL;
    }
    logreg_model *m = empty_model(K, r, file);
    bool ok = m != NULL;
    for (size_t i = 0; ok && i < N_SECTIONS; i++)
        ok = !sections[i]->get || sections[i]->get(m, r, file);
    for (size_t i = 0; ok && i < N_SECTIONS; i++)
        ok = !sections[i]->check || sections[i]->check(m, r);
    bool later = is_later(json_string_value(logreg__read_member(r, file, "version")));
    if (ok && (later || logreg__read_all_asked(r, file)) && r->status == LOGREG_OK)
        return m;
    logreg_model_free(m);
    return NULL;
}

static bool check_schema(logreg__model_reader *r, const json_t *file)
{
    const char *schema = json_string_value(logreg__read_member(r, file, "schema"));
    if (!schema || strncmp(schema, "logreg.model/", 13) != 0)
        return logreg__read_wrong(r, "schema", "should be " SCHEMA);
    if (strcmp(schema, SCHEMA) != 0)
        return logreg__read_wrong(r, "schema",
                                  "is of another version than " SCHEMA "; use the program that made it");
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
    json_t *file = json_load_callback(read_some, &s, JSON_REJECT_DUPLICATES, &e);
    bool no_memory = errno == ENOMEM; /* jansson takes most allocations that fail for errors of syntax */
    fclose(s.in);
    if (s.error) {
        json_decref(file);
        if (s.error == EFBIG)
            return logreg__fail(err, LOGREG_EDATA, "%s: not a model: more than 1 GiB", path);
        return logreg__fail(err, LOGREG_EIO, "cannot read '%s': %s", path,
                            strerror_r(s.error, why, sizeof why));
    }
    if (!file && no_memory)
        return logreg__fail_memory(err);
    if (!file)
        return logreg__fail(err, LOGREG_EDATA, "%s:%d:%d: not a model: %s", path, e.line, e.column, e.text);
    logreg__model_reader r = {.path = path, .err = err};
    logreg_model *m = check_schema(&r, file) ? get_model(&r, file) : NULL;
    json_decref(file);
    free(r.asked);
    if (m)
        *model = m;
    return m ? LOGREG_OK : r.status;
}
