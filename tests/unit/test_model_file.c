/* Model files that were ever saved load and predict the same bits, as does what is saved now. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/special.h>

#include "harness.h"
#include "kept_models.h"
#include "model/model.h"
#include "model/predict/predict.h"

static void kept_models_predict_the_same_bits(void)
{
    for (size_t k = 0; kept[k]; k++) {
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

/* ---- Saved and fitted ---- */

/* More rows than a thread takes at once, with a part of everything in them. */
#define MANY 13000

static logreg_frame *many_rows(void)
{
    static double a[MANY], b[MANY], y[MANY];
    static const char *g[MANY], *kind[MANY];
    const char *const name[] = {"p", "q", "r", "s"};
    unsigned long long state = 7;
    for (size_t i = 0; i < MANY; i++) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        a[i] = 0.01 + (double)(state >> 40) * 0x1p-24;
        b[i] = (double)((state >> 20) & 0xffff) * 0x1p-12;
        g[i] = name[(state >> 60) & 3];
        double u = (double)((state >> 11) & 0xfffff) * 0x1p-20 + 0.2 * a[i] - 0.01 * b[i];
        y[i] = u > 0.5;
        kind[i] = name[u > 0.6 ? 0 : u > 0.3];
    }
    kind[0] = name[2];
    kind[1] = name[2];
    kind[2] = name[2];
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "a", a, MANY, 1, NULL);
    logreg_frame_add_numeric(frame, "b", b, MANY, 1, NULL);
    logreg_frame_add_numeric(frame, "y", y, MANY, 1, NULL);
    logreg_frame_add_category(frame, "g", g, MANY, NULL);
    CU_ASSERT_EQUAL(logreg_frame_add_category(frame, "kind", kind, MANY, NULL), LOGREG_OK);
    return frame;
}

/* Probabilities of all rows by so many threads. */
static gsl_matrix *predict_by(int threads, const logreg_model *m, const logreg_frame *frame)
{
    logreg__rows *rows = NULL;
    logreg__design *design = NULL;
    gsl_matrix *P = gsl_matrix_alloc(logreg_frame_rows(frame), logreg_model_classes(m));
    CU_ASSERT_EQUAL_FATAL(logreg__rows_complete(&rows, frame, NULL, 0, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg__design_new(&design, m->terms, frame, rows, NULL, NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg__predict_rows(m, design, NULL, NULL, threads, P->data, NULL), LOGREG_OK);
    logreg__design_free(design);
    logreg__rows_free(rows);
    return P;
}

static bool same_bits(const gsl_matrix *P, const gsl_matrix *Q)
{
    return memcmp(P->data, Q->data, P->size1 * P->tda * sizeof *P->data) == 0;
}

/* Whatever the number of threads, a fit gives the same file; and from it the same probabilities as from the fit. */
static void saved_models_predict_as_fitted_ones(void)
{
    static const char *const formulas[] = {
        "y ~ poly(a, 3)*C(g, sum) + bs(b, df = 5) + log(a):g + offset(sqrt(b))",
        "kind ~ ns(a, df = 3) + C(g, helmert) + exp(-b)"};
    logreg_frame *frame = many_rows();
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        gsl_matrix *first = NULL;
        char *text = NULL;
        size_t n = 0;
        for (int threads = 1; threads <= 3; threads++) {
            logreg_options options = logreg_options_default();
            options.threads = threads;
            logreg_model *m = NULL, *loaded = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, frame, formulas[i], &options, NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, "fitted.json", NULL), LOGREG_OK);
            CU_ASSERT_EQUAL_FATAL(logreg_model_load(&loaded, "fitted.json", NULL), LOGREG_OK);
            text = text ? text : read_text("fitted.json", &n);
            CU_ASSERT_TRUE(same_file("fitted.json", text, n));
            gsl_matrix *P = predict(m, frame), *Q = predict(loaded, frame),
                       *R = predict_by(threads, loaded, frame);
            first = first ? first : predict(m, frame);
            CU_ASSERT_TRUE(same_bits(first, P) && same_bits(first, Q) && same_bits(first, R));
            gsl_matrix_free(P);
            gsl_matrix_free(Q);
            gsl_matrix_free(R);
            logreg_model_free(m);
            logreg_model_free(loaded);
        }
        gsl_matrix_free(first);
        free(text);
    }
    remove("fitted.json");
    logreg_frame_free(frame);
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
    for (size_t k = 0; kept[k]; k++) {
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
    {"saved models predict as fitted ones", saved_models_predict_as_fitted_ones},
    {"prediction is the same mathematics everywhere", prediction_is_the_same_mathematics_everywhere},
    {"offsets count where probabilities end", offsets_count_where_probabilities_end},
    {"fingerprints tell rows and outcome", fingerprints_tell_rows_and_outcome},
    {NULL, NULL},
};
