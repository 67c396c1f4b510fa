/* Model files: those that were ever saved load and predict the same bits, those that are damaged are refused, and saving leaves
 * the old file or the new one whatever happens. */
#include "harness.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <logreg/model.h>
#include <logreg/special.h>

static const char *const kept[] = {"factors", "multinomial", "separated", "aliased", "grouped", "offset"};
#define KEPT (sizeof kept / sizeof *kept)

/* A whole file as new text. */
static char *read_text(const char *path, size_t *n)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    char *text = malloc(1 << 20);
    *n = fread(text, 1, (1 << 20) - 1, in);
    text[*n] = '\0';
    fclose(in);
    return text;
}

static void write_text(const char *path, const char *text, size_t n)
{
    FILE *out = fopen(path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(out);
    fwrite(text, 1, n, out);
    fclose(out);
}

static bool same_file(const char *path, const char *text, size_t n)
{
    size_t m = 0;
    char *got = read_text(path, &m);
    bool same = got && m == n && memcmp(got, text, n) == 0;
    free(got);
    return same;
}

static char *kept_file(const char *name, const char *suffix)
{
    char relative[64];
    snprintf(relative, sizeof relative, "tests/models/%s.%s", name, suffix);
    return strdup(source_path(relative));
}

static logreg_model *load_kept(const char *name)
{
    char *path = kept_file(name, "json");
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    if (logreg_model_load(&m, path, &err) != LOGREG_OK)
        printf("# %s\n", err.message);
    free(path);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    return m;
}

/* Rows of a kept model: numbers that it takes for categories are read as such. */
static logreg_frame *kept_rows(const char *name, const logreg_model *m)
{
    const char *category[8];
    logreg_csv_options options = logreg_csv_options_default();
    options.categorical = category;
    for (size_t i = 0; i < logreg_model_variables(m); i++) {
        logreg_variable v;
        logreg_model_variable(m, i, &v);
        if (v.kind == LOGREG_CATEGORY)
            category[options.n_categorical++] = v.name;
    }
    char *path = kept_file(name, "csv");
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&frame, path, &options, NULL), LOGREG_OK);
    free(path);
    return frame;
}

static gsl_matrix *predict(const logreg_model *m, const logreg_frame *frame)
{
    gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(m));
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
    return P;
}

static void kept_models_predict_the_same_bits(void)
{
    for (size_t k = 0; k < KEPT; k++) {
        printf("# %s\n", kept[k]);
        logreg_model *m = load_kept(kept[k]), *again = NULL;
        logreg_frame *frame = kept_rows(kept[k], m);
        gsl_matrix *P = predict(m, frame);
        char *path = kept_file(kept[k], "hex");
        FILE *in = fopen(path, "r");
        CU_ASSERT_PTR_NOT_NULL_FATAL(in);
        for (size_t i = 0; i < P->size1; i++)
            for (size_t c = P->size2 == 2; c < P->size2; c++) {
                double want;
                CU_ASSERT_EQUAL_FATAL(fscanf(in, "%la", &want), 1);
                CU_ASSERT_TRUE(near_abs(gsl_matrix_get(P, i, c), want, 0));
            }
        fclose(in);
        CU_ASSERT_EQUAL(strlen(logreg_model_fingerprint(m)), 16);
        /* Saved again it is the same model, and the same bytes each time. */
        CU_ASSERT_EQUAL(logreg_model_save(m, "again.json", NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_model_load(&again, "again.json", NULL), LOGREG_OK);
        gsl_matrix *Q = predict(again, frame);
        CU_ASSERT_EQUAL(memcmp(P->data, Q->data, P->size1 * P->tda * sizeof *P->data), 0);
        CU_ASSERT_EQUAL(logreg_model_save(again, "twice.json", NULL), LOGREG_OK);
        size_t n = 0;
        char *text = read_text("again.json", &n);
        CU_ASSERT_TRUE(same_file("twice.json", text, n));
        free(text);
        free(path);
        gsl_matrix_free(P);
        gsl_matrix_free(Q);
        logreg_frame_free(frame);
        logreg_model_free(m);
        logreg_model_free(again);
    }
    remove("again.json");
    remove("twice.json");
}

/* ---- The machine's mathematics ---- */

/* What the bits of must not depend on: functions that differ between machines. The linker leads all calls here. */
static int calls;
#define WATCHED(name)                                                                                        \
    double __real_##name(double x);                                                                          \
    double __wrap_##name(double x);                                                                          \
    double __wrap_##name(double x)                                                                           \
    {                                                                                                        \
        calls++;                                                                                             \
        return __real_##name(x);                                                                             \
    }
WATCHED(exp)
WATCHED(expm1)
WATCHED(log)
WATCHED(log1p)
WATCHED(log2)
WATCHED(log10)
WATCHED(tanh)
double __real_pow(double x, double y);
double __wrap_pow(double x, double y);
double __wrap_pow(double x, double y)
{
    calls++;
    return __real_pow(x, y);
}

static void prediction_is_the_same_mathematics_everywhere(void)
{
    for (size_t k = 0; k < KEPT; k++) {
        logreg_model *m = load_kept(kept[k]);
        logreg_frame *frame = kept_rows(kept[k], m);
        calls = 0;
        gsl_matrix_free(predict(m, frame));
        CU_ASSERT_EQUAL(calls, 0);
        if (calls)
            printf("# %d calls for %s\n", calls, kept[k]);
        logreg_frame_free(frame);
        logreg_model_free(m);
    }
    /* The watch is awake: a fit needs exp. */
    logreg_frame *frame = NULL;
    logreg_model *m = NULL;
    calls = 0;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&frame, source_path("datasets/vaso.csv"), NULL, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, "constricted ~ log(volume) + log(rate)", NULL, NULL),
                    LOGREG_OK);
    CU_ASSERT_TRUE(calls > 0);
    logreg_frame_free(frame);
    logreg_model_free(m);
}

/* An offset takes back what a number far out gave: neither is lost on the way. */
static void offsets_count_where_probabilities_end(void)
{
    logreg_model *m = load_kept("offset");
    double x[] = {0, 1, 2000, -2000}, o[4] = {0};
    for (int pass = 0; pass < 2; pass++) {
        logreg_frame *frame = NULL;
        logreg_frame_new(&frame, NULL);
        logreg_frame_add_numeric(frame, "x", x, 4, 1, NULL);
        logreg_frame_add_numeric(frame, "o", o, 4, 1, NULL);
        logreg_frame_add_category(frame, "w", (const char *const[]){"1", "1", "1", "1"}, 4, NULL);
        gsl_matrix *P = predict(m, frame);
        double first = logreg_logit(gsl_matrix_get(P, 0, 1)), second = logreg_logit(gsl_matrix_get(P, 1, 1));
        if (!pass)
            CU_ASSERT_EQUAL(gsl_matrix_get(P, 2, 1), 1);
        for (size_t i = 1; pass && i < 4; i++)
            CU_ASSERT_TRUE(near_rel(gsl_matrix_get(P, i, 1), gsl_matrix_get(P, 0, 1), 1e-11));
        for (size_t i = 0; i < 4; i++)
            o[i] = -(second - first) * x[i];
        gsl_matrix_free(P);
        logreg_frame_free(frame);
    }
    logreg_model_free(m);
}

/* ---- Damage ---- */

static logreg_status load_text(const char *text, size_t n, logreg_error *err)
{
    logreg_model *m = NULL;
    write_text("damaged.json", text, n);
    logreg_status status = logreg_model_load(&m, "damaged.json", err);
    logreg_model_free(m);
    remove("damaged.json");
    return status;
}

/* A kept model with one part of its text replaced by another. */
static void with_replaced(const char *name, const char *part, const char *by, const char *message)
{
    size_t n = 0;
    char *path = kept_file(name, "json"), *text = read_text(path, &n), *at = strstr(text, part);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    size_t room = n + strlen(by) + 1, head = (size_t)(at - text);
    char *new = malloc(room);
    snprintf(new, room, "%.*s%s%s", (int)head, text, by, at + strlen(part));
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(load_text(new, strlen(new), &err), LOGREG_EDATA);
    if (!strstr(err.message, message))
        printf("# '%s' by '%s': '%s', not '%s'\n", part, by, err.message, message);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, message));
    free(new);
    free(text);
    free(path);
}

static void parts_that_do_not_fit_are_refused(void)
{
    with_replaced("factors", "logreg.model/1", "logreg.model/2", "another version");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 2202", "'rows_used' exceeds 'rows_read'");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 9007199254740993", "should be a count");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": -1", "should be a count");
    with_replaced("factors", "\"rows_used\": 2201", "\"rows_used\": 99999999999999999999", "too big integer");
    with_replaced("factors", "\"n_columns\": 1", "\"n_columns\": 2147483647", "do not add up");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": 1e999", "real number overflow");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": null", "'n_obs' should be positive");
    with_replaced("factors", "\"n_obs\": 2201.0", "\"n_obs\": NaN", "invalid token");
    with_replaced("factors", "\"rank\":", "\"rank\": 99, \"rank_\":", "'rank' exceeds");
    with_replaced("factors", "\"loss\":", "\"loss\": null, \"loss_\":", "'loss' should be");
    with_replaced("factors", "\"grouped\": false", "\"grouped\": true", "'grouped' needs");
    with_replaced("factors", "\"female\"", "\"male\"", "'levels' holds a text twice");
    with_replaced("factors", "\"female\",", "", "'levels' should name two or more");
    with_replaced("multinomial", "\"versicolor\"", "\"setosa\"", "'classes' holds a text twice");
    with_replaced("multinomial", "\"versicolor\",", "", "has the wrong length");
    with_replaced("factors", "\"all_levels\": [\n    false", "\"all_levels\": [\n    0", "true and false");
    with_replaced("aliased", "\"aliases\": [\n  [\n   3", "\"aliases\": [\n  [\n   1",
                  "'aliases' should list");
    with_replaced("factors", "\"covariance\": [\n  ", "\"covariance\": [\n  -", "'covariance' is none");
    with_replaced("aliased", "\"covariance\": [\n  ", "\"covariance\": [\n  1e-9, ", "wrong length");
    with_replaced("factors", "\"target\": \"survived\"", "\"target\": \"sur\\u0000vived\"", "not a model");
    with_replaced("factors", "\"target\": \"survived\"", "\"target\": null", "should be");
}

static void files_without_end_are_refused(void)
{
    size_t n = 1 << 20;
    char *text = malloc(n);
    logreg_error err;
    memset(text, '[', n);
    CU_ASSERT_EQUAL(load_text(text, n, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "maximum parsing depth reached"));

    free(text);
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL(logreg_model_load(&m, "/dev/zero", &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NULL(m);
}

/* Mutations drawn from a fixed stream: bytes, cuts, copies, numbers and words where others stood. What loads must predict or say
 * why not; sanitizers watch. */
static void mutations_do_no_harm(void)
{
    static const char *const token[] = {
        "null", "-1",   "1e308", "2147483647", "9007199254740993", "[]",
        "{}",   "\"\"", "true",  "0",          "\"category\"",     "4294967296"};
    unsigned long long state = 1;
    for (size_t k = 0; k < KEPT; k++) {
        size_t n = 0;
        char *path = kept_file(kept[k], "json"), *text = read_text(path, &n), *new = malloc(n + 64);
        logreg_model *whole = load_kept(kept[k]);
        logreg_frame *frame = kept_rows(kept[k], whole);
        for (int i = 0; i < 300; i++) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            size_t at = (size_t)(state >> 33) % n, m = n;
            memcpy(new, text, n);
            if (i % 4 == 0) {
                new[at] = (char)(state >> 20);
            } else if (i % 4 == 1) {
                m = at;
            } else {
                /* A value, from a blank or bracket to the next comma or line's end, becomes a token. */
                size_t from = at, to;
                while (from > 0 && !strchr(" [", text[from - 1]))
                    from--;
                to = from + strcspn(text + from, ",\n");
                const char *by = token[(state >> 24) % (sizeof token / sizeof *token)];
                m = (size_t)snprintf(new, n + 64, "%.*s%s%s", (int)from, text, by, text + to);
            }
            write_text("mutant.json", new, m);
            logreg_model *loaded = NULL;
            logreg_error err = {.message = ""};
            if (logreg_model_load(&loaded, "mutant.json", &err) != LOGREG_OK) {
                CU_ASSERT_TRUE(err.status == LOGREG_EDATA && *err.message);
                continue;
            }
            gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(loaded));
            (void)logreg_predict_proba_frame(loaded, frame, P, NULL);
            gsl_matrix_free(P);
            logreg_model_free(loaded);
        }
        free(new);
        free(text);
        free(path);
        logreg_frame_free(frame);
        logreg_model_free(whole);
    }
    remove("mutant.json");
}

/* ---- Saving ---- */

static void a_link_and_permissions_stay(void)
{
    logreg_model *m = load_kept("factors");
    struct stat s;
    write_text("target.json", "old", 3);
    CU_ASSERT_EQUAL(chmod("target.json", 0640), 0);
    CU_ASSERT_EQUAL(symlink("target.json", "link.json"), 0);
    CU_ASSERT_EQUAL(logreg_model_save(m, "link.json", NULL), LOGREG_OK);
    CU_ASSERT_TRUE(lstat("link.json", &s) == 0 && S_ISLNK(s.st_mode));
    CU_ASSERT_TRUE(lstat("target.json", &s) == 0 && S_ISREG(s.st_mode) && (s.st_mode & 07777) == 0640);
    CU_ASSERT_TRUE(s.st_size > 100);
    remove("target.json");
    /* A link to nowhere is no place to write to. */
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_model_save(m, "link.json", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write 'link.json': No such file or directory"));
    remove("link.json");
    CU_ASSERT_EQUAL(logreg_model_save(m, ".", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write '.': it is no regular file"));
    CU_ASSERT_EQUAL(logreg_model_save(m, "/dev/full", &err), LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write '/dev/full': it is no regular file"));
    logreg_model_free(m);
}

/* Names that files of a save in process `pid` have. */
static bool left_over(pid_t pid)
{
    char name[64];
    snprintf(name, sizeof name, "kept.json.%ld-0.part", (long)pid);
    return access(name, F_OK) == 0;
}

static void no_room_leaves_the_old_file(void)
{
    logreg_model *m = load_kept("factors");
    write_text("kept.json", "old", 3);
    struct rlimit before, small;
    CU_ASSERT_EQUAL(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 1000;
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    logreg_error err;
    logreg_status status = logreg_model_save(m, "kept.json", &err);
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    CU_ASSERT_EQUAL(status, LOGREG_EIO);
    CU_ASSERT_TRUE(same_text(err.message, "cannot write 'kept.json': File too large"));
    CU_ASSERT_TRUE(same_file("kept.json", "old", 3));
    CU_ASSERT_FALSE(left_over(getpid()));
    remove("kept.json");
    logreg_model_free(m);
}

/* Containers and hardened systems may forbid a process to trace its child. */
static bool may_trace(void)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0);
    int status = 0;
    CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Runs a save in a process of its own and kills it when it enters or leaves its stop-th system call. false: it ended before. */
static bool killed_at(int stop, const logreg_model *m)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(2);
        raise(SIGSTOP);
        _exit(logreg_model_save(m, "kept.json", NULL) != LOGREG_OK);
    }
    int status = 0;
    CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
    CU_ASSERT_TRUE_FATAL(WIFSTOPPED(status));
    for (int i = 0; i < stop; i++) {
        CU_ASSERT_EQUAL_FATAL(ptrace(PTRACE_SYSCALL, pid, NULL, NULL), 0);
        CU_ASSERT_EQUAL_FATAL(waitpid(pid, &status, 0), pid);
        if (!WIFSTOPPED(status)) {
            CU_ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
            return false;
        }
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    char name[64];
    snprintf(name, sizeof name, "kept.json.%ld-0.part", (long)pid);
    remove(name);
    return true;
}

static void killed_at_any_system_call(void)
{
    if (!may_trace()) {
        skip_test("this system forbids tracing");
        return;
    }
    logreg_model *m = load_kept("factors");
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "whole.json", NULL), LOGREG_OK);
    size_t n = 0;
    char *whole = read_text("whole.json", &n);
    int old = 0, new = 0;
    bool killed = true;
    for (int stop = 1; killed && stop < 500; stop++) {
        write_text("kept.json", "old", 3);
        killed = killed_at(stop, m);
        bool is_old = same_file("kept.json", "old", 3), is_new = same_file("kept.json", whole, n);
        if (!is_old && !is_new)
            printf("# neither old nor new at stop %d\n", stop);
        CU_ASSERT_TRUE(is_old || is_new);
        old += is_old;
        new += is_new;
    }
    printf("# killed %d times before the new file was there, %d times after\n", old, new - 1);
    CU_ASSERT_FALSE(killed);
    CU_ASSERT_TRUE(old > 8 && new > 2);
    remove("kept.json");
    remove("whole.json");
    free(whole);
    logreg_model_free(m);
}

/* ---- Fingerprints ---- */

static char *fingerprint(const logreg_frame *frame, const char *formula, const char *positive)
{
    logreg_options o = logreg_options_default();
    o.positive = positive;
    logreg_model *m = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, frame, formula, &o, NULL), LOGREG_OK);
    char *text = strdup(logreg_model_fingerprint(m));
    logreg_model_free(m);
    return text;
}

static void fingerprints_tell_rows_and_outcome(void)
{
    enum { N = 12 };
    double a[N], b[N], holes[N], y[N], z[N];
    for (int i = 0; i < N; i++) {
        a[i] = i;
        b[i] = (i * 5) % 7;
        holes[i] = i % 4;
        y[i] = z[i] = (i * 7) % 3 == 1;
    }
    z[0] = 1 - z[0];
    holes[3] = NAN;
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "a", a, N, 1, NULL);
    logreg_frame_add_numeric(frame, "b", b, N, 1, NULL);
    logreg_frame_add_numeric(frame, "holes", holes, N, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, N, 1, NULL);
    logreg_frame_add_numeric(frame, "z", z, N, 1, NULL);
    char *first = fingerprint(frame, "y ~ a", NULL), *more = fingerprint(frame, "y ~ a + b", NULL),
         *other_event = fingerprint(frame, "y ~ a", "0"), *fewer = fingerprint(frame, "y ~ holes", NULL),
         *other = fingerprint(frame, "z ~ a", NULL);
    CU_ASSERT_STRING_EQUAL(first, more);
    CU_ASSERT_STRING_EQUAL(first, other_event);
    CU_ASSERT_STRING_NOT_EQUAL(first, fewer);
    CU_ASSERT_STRING_NOT_EQUAL(first, other);
    free(first);
    free(more);
    free(other_event);
    free(fewer);
    free(other);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"kept models predict the same bits", kept_models_predict_the_same_bits},
    {"prediction is the same mathematics everywhere", prediction_is_the_same_mathematics_everywhere},
    {"offsets count where probabilities end", offsets_count_where_probabilities_end},
    {"parts that do not fit are refused", parts_that_do_not_fit_are_refused},
    {"files without end are refused", files_without_end_are_refused},
    {"mutations do no harm", mutations_do_no_harm},
    {"a link and permissions stay", a_link_and_permissions_stay},
    {"no room leaves the old file", no_room_leaves_the_old_file},
    {"killed at any system call", killed_at_any_system_call},
    {"fingerprints tell rows and outcome", fingerprints_tell_rows_and_outcome},
    {NULL, NULL},
};
