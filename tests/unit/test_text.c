/* Words, vocabularies and what is counted of them: as scikit-learn has it. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "base/memory.h"
#include "oom.h"
#include "text/matrix.h"

typedef struct {
    size_t row, column;
    double value;
} cell;

typedef struct {
    logreg__text_options options;
    size_t columns;
    const char *const *words;
    const cell *cells;
    size_t n;
} counted;

#include "../reference/text.h"

enum { TEXTS = sizeof texts / sizeof *texts, CASES = sizeof cases / sizeof *cases };

/* A quotient of square roots of sums of a few squares. */
#define TFIDF_TOLERANCE 1e-14

static const char *text_of(size_t row, const void *data)
{
    return ((const char *const *)data)[row];
}

static bool has_words(const logreg__vocabulary *v, const counted *c)
{
    size_t n = 0;
    while (c->words[n])
        n++;
    bool ok = v->n == c->columns && (c->options.hashed || v->n == n);
    for (size_t j = 0; ok && j < n; j++)
        ok = strcmp(logreg__vocabulary_word(v, j), c->words[j]) == 0;
    return ok;
}

static bool has_cells(const logreg__sparse *X, const counted *c)
{
    bool ok = X->n == TEXTS && X->p == c->columns && (size_t)X->start[TEXTS] == c->n;
    for (size_t i = 0, at = 0; ok && i < TEXTS; i++)
        for (; ok && at < (size_t)X->start[i + 1]; at++)
            ok = c->cells[at].row == i && c->cells[at].column == (size_t)X->column[at] &&
                 fabs(c->cells[at].value - X->value[at]) <= TFIDF_TOLERANCE;
    return ok;
}

static void counts(void)
{
    for (size_t k = 0; k < CASES; k++) {
        logreg__vocabulary *v = NULL;
        logreg__sparse *X = NULL;
        logreg__text_tally tally;
        logreg_error err;
        CU_ASSERT_EQUAL_FATAL(logreg__vocabulary_learn(&v, &cases[k]->options, TEXTS, text_of, texts, &err),
                              LOGREG_OK);
        CU_ASSERT_TRUE(has_words(v, cases[k]));
        CU_ASSERT_EQUAL_FATAL(logreg__text_matrix(&X, &tally, v, TEXTS, text_of, texts, &err), LOGREG_OK);
        CU_ASSERT_TRUE(has_cells(X, cases[k]));
        logreg__sparse_free(X);
        logreg__vocabulary_free(v);
    }
}

static bool words_are(const char *text, const char *want)
{
    logreg__words w = {0};
    bool ok = logreg__words_find(&w, text) && strlen(want) + (w.n > 0) == w.length &&
              (w.n == 0 || strncmp(w.text, want, strlen(want)) == 0);
    if (!ok)
        printf("# got '%.*s', want '%s'\n", (int)w.length, w.text ? w.text : "", want);
    logreg__words_clear(&w);
    return ok;
}

static void words(void)
{
    CU_ASSERT_TRUE(words_are("Don\342\200\231t stop, o'clock 'quoted' ''", "don't stop o'clock quoted"));
    CU_ASSERT_TRUE(words_are("x 'y' z'", ""));
    CU_ASSERT_TRUE(words_are("u\314\210ber", "\303\274ber")); /* decomposed */
    CU_ASSERT_TRUE(
        words_are("\340\244\250\340\245\207", "\340\244\250\340\245\207")); /* a letter and a mark */
    CU_ASSERT_TRUE(words_are("a-b \342\200\224 cd\342\200\246ef", "cd ef"));
}

static void unknown_words(void)
{
    static const char *const learned[] = {"good film", "bad film", "good good plot"};
    static const char *const others[] = {"A good Film, an odd plot", NULL};
    const logreg__text_options o = {.ngrams = 1, .min_rows = 2, .most = 100};
    logreg__vocabulary *v = NULL, *again = NULL;
    logreg__sparse *X = NULL;
    logreg__text_tally tally;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg__vocabulary_learn(&v, &o, 3, text_of, learned, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(v->n, 2);
    CU_ASSERT_EQUAL(v->left, 2);
    CU_ASSERT_STRING_EQUAL(logreg__vocabulary_word(v, 0), "film");
    CU_ASSERT_EQUAL(logreg__vocabulary_rows(v, 1), 2);
    CU_ASSERT_EQUAL_FATAL(logreg__text_matrix(&X, &tally, v, 2, text_of, others, &err), LOGREG_OK);
    CU_ASSERT_EQUAL(tally.words, 5);
    CU_ASSERT_EQUAL(tally.unknown, 3);
    CU_ASSERT_EQUAL(X->start[2], 2);
    const char *const word[] = {"film", "good"};
    const size_t rows[] = {2, 2};
    CU_ASSERT_EQUAL_FATAL(logreg__vocabulary_new(&again, &o, 3, word, rows, 2, &err), LOGREG_OK);
    double sign;
    CU_ASSERT_EQUAL(logreg__vocabulary_find(again, "good", 4, &sign), 1);
    CU_ASSERT_EQUAL(logreg__vocabulary_find(again, "goods", 5, &sign), SIZE_MAX);
    logreg__vocabulary_free(again);
    logreg__sparse_free(X);
    logreg__vocabulary_free(v);
}

static bool refused(const logreg__text_options *o, const char *const *text, size_t n, const char *what)
{
    logreg__vocabulary *v = NULL;
    logreg_error err = {.message = ""};
    bool ok = logreg__vocabulary_learn(&v, o, n, text_of, text, &err) == LOGREG_EDATA &&
              strstr(err.message, what) && !v;
    if (!ok)
        printf("# %s\n", err.message);
    return ok;
}

static void what_is_refused(void)
{
    static const char *const none[] = {"", "a b", NULL}, *const once[] = {"good", "bad"};
    static const char *const turned[] = {"good", "bad"};
    const logreg__text_options o = {.ngrams = 1, .min_rows = 2, .most = 100};
    const size_t rows[] = {1, 1};
    logreg__vocabulary *v = NULL;
    logreg_error err;
    CU_ASSERT_TRUE(refused(&o, none, 3, "there is no word of two letters or more in the text"));
    CU_ASSERT_TRUE(
        refused(&o, once, 2, "no word stands in 2 rows or more; ask for fewer, with --min-rows 1"));
    CU_ASSERT_EQUAL(logreg__vocabulary_new(&v, &o, 2, turned, rows, 2, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NULL(v);
}

static bool learns_and_counts(void *context)
{
    const counted *c = context;
    logreg__vocabulary *v = NULL, *again = NULL;
    logreg__sparse *X = NULL;
    logreg__text_tally tally;
    const size_t rows[] = {1, 1};
    const char *const word[] = {"bad", "good"};
    logreg_status status = logreg__vocabulary_learn(&v, &c->options, TEXTS, text_of, texts, NULL);
    if (status == LOGREG_OK)
        status = logreg__text_matrix(&X, &tally, v, TEXTS, text_of, texts, NULL);
    if (status == LOGREG_OK)
        status = logreg__vocabulary_new(&again, &c->options, 2, word, rows, 2, NULL);
    logreg__vocabulary_free(again);
    logreg__sparse_free(X);
    logreg__vocabulary_free(v);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void memory_that_runs_out(void)
{
    CU_ASSERT_TRUE(oom_each(learns_and_counts, (void *)(uintptr_t)&of_rare));
    CU_ASSERT_TRUE(oom_each(learns_and_counts, (void *)(uintptr_t)&of_tfidf));
    CU_ASSERT_TRUE(oom_each(learns_and_counts, (void *)(uintptr_t)&of_hashed));
}

/* ---- Models ---- */

typedef struct {
    logreg_frame *frame;
    const char *weight;
    size_t hash;
} fit_of;

/* Fits, saves, loads and predicts. */
static bool all_of_it(void *context)
{
    const fit_of *what = context;
    const char *file = "text_model.json";
    logreg_model *m = NULL, *again = NULL;
    gsl_matrix *P = gsl_matrix_alloc(4, 2), *Q = gsl_matrix_alloc(4, 2);
    size_t known, unknown;
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "said";
    o.text_weight = what->weight;
    o.text_hash = what->hash;
    o.threads = 1;
    logreg_status status = logreg_fit_formula(&m, what->frame, "y ~ x", &o, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(m, what->frame, P, NULL);
    if (status == LOGREG_OK)
        status = logreg_model_text_tally(m, what->frame, &known, &unknown, NULL);
    if (status == LOGREG_OK)
        status = logreg_model_save(m, file, NULL);
    if (status == LOGREG_OK)
        status = logreg_model_load(&again, file, NULL);
    if (status == LOGREG_OK)
        status = logreg_predict_proba_frame(again, what->frame, Q, NULL);
    bool same = status != LOGREG_OK || (gsl_matrix_equal(P, Q) && known == 8 && unknown == 0);
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    logreg_model_free(m);
    logreg_model_free(again);
    remove(file);
    return same && (status == LOGREG_OK || status == LOGREG_ENOMEM);
}

static logreg_frame *four(void)
{
    static const double y[] = {1, 0, 1, 0}, x[] = {5, 1, 4, 3};
    static const char *const said[] = {"good film", "bad film", "very good", "very bad"};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_numeric(frame, "y", y, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "x", x, 4, 1, NULL);
    logreg_frame_add_category(frame, "said", said, 4, NULL);
    return frame;
}

static void models(void)
{
    logreg_frame *frame = four();
    fit_of counts_them = {frame, "count", 0}, weighs = {frame, "tfidf", 0}, hashes = {frame, "binary", 5};
    CU_ASSERT_TRUE(oom_each(all_of_it, &counts_them));
    CU_ASSERT_TRUE(all_of_it(&weighs));
    CU_ASSERT_TRUE(oom_each(all_of_it, &hashes));
    logreg_frame_free(frame);
}

/* Without dot or with it, and from any part of the rows. */
static void parts(void)
{
    logreg_frame *frame = four();
    logreg_model *m = NULL, *dotted = NULL;
    gsl_matrix *P = gsl_matrix_alloc(4, 2), *Q = gsl_matrix_alloc(4, 2), *last = gsl_matrix_alloc(2, 2);
    size_t words, left_out;
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "said";
    o.text_max_words = 3;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&m, frame, "y ~ x", &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&dotted, frame, "y ~ .", &o, NULL), LOGREG_OK);
    CU_ASSERT_STRING_EQUAL(logreg_model_text(m, &words, &left_out), "said");
    CU_ASSERT_EQUAL(words, 3);
    CU_ASSERT_EQUAL(left_out, 1);
    CU_ASSERT_EQUAL(logreg_model_coefficients(m), 5);
    CU_ASSERT_STRING_EQUAL(logreg_model_coefficient_name(m, 2), "said[bad]");
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(m, frame, P, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(logreg_predict_proba_frame(dotted, frame, Q, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(gsl_matrix_equal(P, Q));
    CU_ASSERT_EQUAL(logreg_predict_proba_rows(m, frame, 2, last, NULL), LOGREG_OK);
    for (size_t i = 0; i < 2; i++)
        CU_ASSERT_EQUAL(gsl_matrix_get(last, i, 1), gsl_matrix_get(P, i + 2, 1));
    logreg_model_free(m);
    logreg_model_free(dotted);
    gsl_matrix_free(P);
    gsl_matrix_free(Q);
    gsl_matrix_free(last);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"counts, weights and hashes are scikit-learn's", counts},
    {"words", words},
    {"unknown words are counted", unknown_words},
    {"what is refused", what_is_refused},
    {"memory that runs out", memory_that_runs_out},
    {"models, and memory that runs out for them", models},
    {"formulas and parts of the rows", parts},
    {NULL, NULL},
};
