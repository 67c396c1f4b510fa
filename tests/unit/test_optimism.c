/* Optimism against R on the same resamples, at any number of threads, and refits that cannot be used. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "frames.h"
#include "oom.h"

#define TOL_R 1e-8

enum { INDICES = 5 };

static const char *const index_name[INDICES] = {"slope", "intercept", "in_the_large", "auc", "brier"};

typedef struct {
    char name[80], file[80], formula[120], weights[20], trials[20];
    uint64_t seed;
    size_t refits, used, separated;
    logreg_optimism_index index[INDICES];
} case_of;

static bool read_index(case_of *c, const char *line)
{
    char name[20];
    logreg_optimism_index x;
    if (sscanf(line, "%19s %lf %lf %lf %lf %lf %lf", name, &x.apparent, &x.training, &x.test, &x.optimism,
               &x.error, &x.corrected) != 7)
        return false;
    for (int i = 0; i < INDICES; i++)
        if (strcmp(name, index_name[i]) == 0) {
            c->index[i] = x;
            return true;
        }
    return false;
}

static bool read_line(case_of *c, const char *line)
{
    unsigned long seed;
    if (sscanf(line, "seed %lu", &seed) == 1) {
        c->seed = seed;
        return true;
    }
    return sscanf(line, "case %79[^\n]", c->name) == 1 || sscanf(line, "file %79s", c->file) == 1 ||
           sscanf(line, "formula %119[^\n]", c->formula) == 1 ||
           sscanf(line, "weights %19s", c->weights) == 1 || sscanf(line, "trials %19s", c->trials) == 1 ||
           sscanf(line, "refits %zu %zu %zu", &c->refits, &c->used, &c->separated) == 3 ||
           read_index(c, line);
}

static bool next_case(case_of *c, FILE *file)
{
    char line[400];
    memset(c, 0, sizeof *c);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '\n')
            return true;
        CU_ASSERT_TRUE_FATAL(read_line(c, line));
    }
    return false;
}

typedef struct {
    logreg_frame *frame;
    logreg_model *model;
    logreg_study *study;
    logreg_optimism *o;
} subject;

static subject study_of(logreg_frame *frame, const char *formula, const logreg_options *options, int threads)
{
    subject s = {.frame = frame, .model = fit_frame(frame, formula, options)};
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&s.study, s.model, s.frame, threads, NULL), LOGREG_OK);
    return s;
}

static void refit(subject *s, size_t refits, uint64_t seed)
{
    logreg_optimism_options o = {refits, seed};
    CU_ASSERT_EQUAL_FATAL(logreg_optimism_new(&s->o, s->study, &o, NULL), LOGREG_OK);
}

static void clear(subject *s)
{
    logreg_optimism_free(s->o);
    logreg_study_free(s->study);
    logreg_model_free(s->model);
    logreg_frame_free(s->frame);
}

static const logreg_optimism_index *index_of(const logreg_optimism *o, int i)
{
    const logreg_optimism_index *const all[] = {&o->slope, &o->intercept, &o->in_the_large, &o->auc,
                                                &o->brier};
    return all[i];
}

static bool index_agrees(const logreg_optimism_index *got, const logreg_optimism_index *want)
{
    return near_abs(got->apparent, want->apparent, TOL_R) && near_abs(got->training, want->training, TOL_R) &&
           near_abs(got->test, want->test, TOL_R) && near_abs(got->optimism, want->optimism, TOL_R) &&
           near_abs(got->error, want->error, TOL_R) && near_abs(got->corrected, want->corrected, TOL_R);
}

static void reference(void)
{
    FILE *file = fopen(source_path("tests/reference/optimism.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    static case_of c;
    size_t cases = 0;
    for (; next_case(&c, file); cases++) {
        logreg_options o = logreg_options_default();
        o.weights = *c.weights ? c.weights : NULL;
        o.trials = *c.trials ? c.trials : NULL;
        logreg_frame *frame = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_read_csv(&frame, source_path(c.file), NULL, NULL), LOGREG_OK);
        subject s = study_of(frame, c.formula, &o, 0);
        refit(&s, c.refits, c.seed);
        bool ok = s.o->n_used == c.used && s.o->n_separated == c.separated && s.o->n_singular == 0;
        for (int i = 0; i < INDICES; i++)
            ok = index_agrees(index_of(s.o, i), &c.index[i]) && ok;
        if (!ok)
            printf("# '%s' differs\n", c.name);
        CU_ASSERT_TRUE(ok);
        clear(&s);
    }
    CU_ASSERT_EQUAL(cases, 3);
    fclose(file);
}

static bool same_bits(const logreg_optimism *a, const logreg_optimism *b)
{
    bool same = a->n_used == b->n_used && a->n_separated == b->n_separated && a->n_singular == b->n_singular;
    for (int i = 0; i < INDICES; i++)
        same = same && memcmp(index_of(a, i), index_of(b, i), sizeof(logreg_optimism_index)) == 0;
    return same;
}

static void threads(void)
{
    subject one = study_of(frame_shipped("titanic"), "survived ~ class * sex + age", NULL, 1),
            five = study_of(frame_shipped("titanic"), "survived ~ class * sex + age", NULL, 5);
    refit(&one, 12, 3);
    refit(&five, 12, 3);
    CU_ASSERT_TRUE(same_bits(one.o, five.o));
    /* another seed is another set of resamples */
    logreg_optimism *first = five.o;
    refit(&five, 12, 4);
    CU_ASSERT_FALSE(same_bits(one.o, five.o));
    logreg_optimism_free(first);
    clear(&one);
    clear(&five);
}

/* Observations are what is drawn, however rows hold them: in this order the draws are the same ones. */
static void frequencies(void)
{
    enum { N = 9 };
    static const double x[N] = {1, 2, 3, 4, 5, 6, 7, 8, 9}, w[N] = {1, 2, 1, 3, 0, 2, 1, 2, 1},
                        y[N] = {0, 0, 1, 0, 1, 1, 0, 1, 1};
    double long_x[13], long_y[13];
    size_t n = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < (size_t)w[i]; k++, n++) {
            long_x[n] = x[i];
            long_y[n] = y[i];
        }
    logreg_options o = logreg_options_default();
    o.weights = "x2";
    subject weighted = study_of(frame_of_two(x, w, 1, y, N), "y ~ x1", &o, 1),
            written = study_of(frame_of_two(long_x, long_x, 1, long_y, n), "y ~ x1", NULL, 1);
    refit(&weighted, 30, 1);
    refit(&written, 30, 1);
    CU_ASSERT_TRUE(weighted.o->n_used == written.o->n_used && weighted.o->n_used < 30);
    CU_ASSERT_EQUAL(weighted.o->n_separated, written.o->n_separated);
    for (int i = 0; i < INDICES; i++)
        CU_ASSERT_TRUE(index_agrees(index_of(weighted.o, i), index_of(written.o, i)));
    clear(&weighted);
    clear(&written);
}

/* A level that few rows have is missing in a third of the resamples; as a number it is then constant. */
static void not_determined(void)
{
    enum { N = 60 };
    double x[2 * N], y[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = sin((double)i);
        x[N + i] = i == 10 || i == 11 || i == 12;
        y[i] = i % 3 == 1;
    }
    static const char *const formula[] = {"y ~ x1 + C(x2)", "y ~ x1 + x2"};
    size_t singular[2];
    for (int f = 0; f < 2; f++) {
        subject s = study_of(frame_of_two(x, x + N, 1, y, N), formula[f], NULL, 0);
        refit(&s, 100, 5);
        singular[f] = s.o->n_singular;
        CU_ASSERT_TRUE(s.o->n_singular >= 1 && s.o->n_singular <= 15 && s.o->n_separated >= 10);
        CU_ASSERT_EQUAL(s.o->n_used + s.o->n_separated + s.o->n_singular, 100);
        CU_ASSERT_TRUE(isfinite(s.o->slope.corrected) && s.o->slope.optimism > 0);
        clear(&s);
    }
    CU_ASSERT_EQUAL(singular[0], singular[1]);
}

/* Firth's refits have his penalty: all can be used, where those of maximum likelihood are separated. */
static void firth(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "firth";
    subject s = study_of(frame_shipped("challenger"), "distress ~ temperature", &o, 0),
            ml = study_of(frame_shipped("challenger"), "distress ~ temperature", NULL, 0);
    refit(&s, 60, 0);
    refit(&ml, 60, 0);
    CU_ASSERT_TRUE(s.o->slope.apparent > 1 && near_abs(ml.o->slope.apparent, 1, 1e-9));
    CU_ASSERT_TRUE(s.o->n_used >= ml.o->n_used && s.o->n_singular == 0);
    CU_ASSERT_TRUE(near_abs(s.o->auc.apparent, ml.o->auc.apparent, 1e-12));
    clear(&s);
    clear(&ml);
}

/* All log-odds are the same: there is no slope, and the AUC is one half. */
static void intercept_alone(void)
{
    subject s = study_of(frame_shipped("vaso"), "constricted ~ 1", NULL, 0);
    refit(&s, 20, 0);
    CU_ASSERT_TRUE(s.o->n_used == 20 && isnan(s.o->slope.apparent) && isnan(s.o->slope.corrected));
    CU_ASSERT_TRUE(s.o->auc.corrected == 0.5 && isfinite(s.o->in_the_large.corrected));
    clear(&s);
}

static void refuse(subject s, size_t refits, logreg_status status, const char *why)
{
    logreg_error err;
    logreg_optimism_options o = {refits, 0};
    CU_ASSERT_EQUAL(logreg_optimism_new(&s.o, s.study, &o, &err), status);
    CU_ASSERT_PTR_NULL(s.o);
    if (!strstr(err.message, why))
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, why));
    clear(&s);
}

static void refused(void)
{
    static const double x[] = {1, 2, 3, 4, 5, 6}, sets[] = {1, 1, 1, 2, 2, 2.5},
                        many[] = {1e9, 1e9, 1e9, 1, 1, 1}, y[] = {0, 1, 0, 1, 0, 1};
    logreg_options flic = logreg_options_default(), sample = flic, matched = flic, weighted = flic,
                   clusters = flic;
    flic.penalty = "flic";
    sample.sampling_weights = matched.strata = weighted.weights = clusters.clusters[0] = "x2";
    clusters.vcov = "cluster";
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", NULL, 0), 1, LOGREG_EINVAL,
           "two refits at least");
    refuse(study_of(frame_shipped("iris"), "species ~ sepal_length", NULL, 0), 9, LOGREG_EDATA,
           "the model has 3");
    refuse(study_of(frame_toy_a(), "y ~ x1 + x2", NULL, 0), 9, LOGREG_EDATA, "the classes are separated");
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &flic, 0), 9, LOGREG_EDATA, "penalty 'flic'");
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &sample, 0), 9, LOGREG_EDATA, "a sample");
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &clusters, 0), 9, LOGREG_EDATA,
           "clusters in 'x2'");
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &weighted, 0), 9, LOGREG_EDATA,
           "row 6: a frequency of 2.5 in column 'x2'");
    refuse(study_of(frame_of_two(x, many, 1, y, 6), "y ~ x1", &weighted, 0), 9, LOGREG_EDATA,
           "too many to draw");
    refuse(study_of(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &matched, 0), 9, LOGREG_EDATA, "matched sets");
}

static bool once(void *context)
{
    logreg_optimism *o = NULL;
    logreg_optimism_options options = {5, 0};
    logreg_status status = logreg_optimism_new(&o, context, &options, NULL);
    logreg_optimism_free(o);
    return status == LOGREG_OK || status == LOGREG_ENOMEM;
}

static void starved(void)
{
    static const double small_x[] = {1, 2, 3, 4, 5, 6, 7}, small_y[] = {0, 1, 0, 1, 0, 1, 1};
    logreg_options o = logreg_options_default();
    o.trials = "n";
    subject s = study_of(frame_shipped("beetle"), "killed ~ dose", &o, 1);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    clear(&s);
    /* some resamples are separated */
    s = study_of(frame_of_two(small_x, small_x, 1, small_y, 7), "y ~ x1", NULL, 1);
    refit(&s, 5, 0);
    CU_ASSERT_TRUE(s.o->n_separated > 0 && s.o->n_used > 0);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    clear(&s);
}

const test_case tests[] = {
    {"as R has it on the same resamples", reference},
    {"the same bits at any number of threads", threads},
    {"frequencies are rows", frequencies},
    {"resamples that do not determine the model", not_determined},
    {"Firth's refits", firth},
    {"an intercept alone", intercept_alone},
    {"what has no optimism to tell", refused},
    {"without memory", starved},
    {NULL, NULL},
};
