/* Optimism against R on the same resamples, at any number of threads, and refits that cannot be used. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"
#include "studied.h"

#define TOL_R 1e-8

enum { INDICES = 5 };

static const char *const index_name[INDICES] = {"slope", "intercept", "in_the_large", "auc", "brier"};

typedef struct {
    char name[80], file[80], formula[120], weights[20], trials[20], impute[20];
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

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    unsigned long seed;
    if (sscanf(line, "seed %lu", &seed) == 1) {
        c->seed = seed;
        return true;
    }
    return sscanf(line, "case %79[^\n]", c->name) == 1 || sscanf(line, "file %79s", c->file) == 1 ||
           sscanf(line, "formula %119[^\n]", c->formula) == 1 ||
           sscanf(line, "weights %19s", c->weights) == 1 || sscanf(line, "impute %19s", c->impute) == 1 ||
           sscanf(line, "trials %19s", c->trials) == 1 ||
           sscanf(line, "refits %zu %zu %zu", &c->refits, &c->used, &c->separated) == 3 ||
           read_index(c, line);
}

static logreg_optimism *refit(const studied *s, size_t refits, uint64_t seed)
{
    logreg_optimism_options options = {refits, seed};
    logreg_optimism *o = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_optimism_new(&o, s->study, &options, NULL), LOGREG_OK);
    return o;
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

static void check_case(const void *of, void *data)
{
    const case_of *c = of;
    (void)data;
    logreg_options o = logreg_options_default();
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    const char *rule = c->impute;
    o.impute = &rule;
    o.n_impute = rule[0] != '\0';
    studied s = study_frame(frame_of_file(c->file), c->formula, &o, 0);
    logreg_optimism *got = refit(&s, c->refits, c->seed);
    bool ok = got->n_used == c->used && got->n_separated == c->separated && got->n_singular == 0;
    for (int i = 0; i < INDICES; i++)
        ok = index_agrees(index_of(got, i), &c->index[i]) && ok;
    CU_ASSERT_TRUE(ok);
    logreg_optimism_free(got);
    studied_free(&s);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/optimism.txt", sizeof(case_of), read_line, check_case, NULL),
                    4);
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
    studied one = study_frame(frame_shipped("titanic"), "survived ~ class * sex + age", NULL, 1),
            five = study_frame(frame_shipped("titanic"), "survived ~ class * sex + age", NULL, 5);
    logreg_optimism *by_one = refit(&one, 12, 3), *by_five = refit(&five, 12, 3);
    CU_ASSERT_TRUE(same_bits(by_one, by_five));
    /* another seed is another set of resamples */
    logreg_optimism *other = refit(&five, 12, 4);
    CU_ASSERT_FALSE(same_bits(by_one, other));
    logreg_optimism_free(by_one);
    logreg_optimism_free(by_five);
    logreg_optimism_free(other);
    studied_free(&one);
    studied_free(&five);
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
    studied weighted = study_frame(frame_of_two(x, w, 1, y, N), "y ~ x1", &o, 1),
            written = study_frame(frame_of_two(long_x, long_x, 1, long_y, n), "y ~ x1", NULL, 1);
    logreg_optimism *a = refit(&weighted, 30, 1), *b = refit(&written, 30, 1);
    CU_ASSERT_TRUE(a->n_used == b->n_used && a->n_used < 30);
    CU_ASSERT_EQUAL(a->n_separated, b->n_separated);
    for (int i = 0; i < INDICES; i++)
        CU_ASSERT_TRUE(index_agrees(index_of(a, i), index_of(b, i)));
    logreg_optimism_free(a);
    logreg_optimism_free(b);
    studied_free(&weighted);
    studied_free(&written);
}

static const char mean[] = "mean", *const by_mean = mean;

/* What stands in for a gap counts rows as often as they were drawn, however rows hold them. */
static void gaps(void)
{
    enum { N = 9 };
    static const double x[N] = {1, NAN, 3, 4, 5, NAN, 7, 8, 9}, w[N] = {1, 2, 1, 3, 1, 2, 1, 2, 1},
                        y[N] = {0, 0, 1, 0, 1, 1, 0, 1, 1};
    double long_x[14], long_y[14];
    size_t n = 0;
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < (size_t)w[i]; k++, n++) {
            long_x[n] = x[i];
            long_y[n] = y[i];
        }
    logreg_options o = logreg_options_default();
    o.impute = &by_mean;
    o.n_impute = 1;
    studied written = study_frame(frame_of_two(long_x, long_x, 1, long_y, n), "y ~ x1", &o, 1);
    o.weights = "x2";
    studied weighted = study_frame(frame_of_two(x, w, 1, y, N), "y ~ x1", &o, 1);
    logreg_optimism *a = refit(&weighted, 30, 1), *b = refit(&written, 30, 1);
    CU_ASSERT_TRUE(a->n_used == b->n_used && a->n_used > 10);
    for (int i = 0; i < INDICES; i++)
        CU_ASSERT_TRUE(index_agrees(index_of(a, i), index_of(b, i)));
    logreg_optimism_free(a);
    logreg_optimism_free(b);
    studied_free(&weighted);
    studied_free(&written);
}

/* Columns that each resample makes anew: the same bits at any number of threads, and resamples in which nothing is left to learn from are told. */
static void learned(void)
{
    static const double x[] = {NAN, NAN, 3, NAN, NAN, NAN, 4, NAN}, z[] = {1, 2, 3, 4, 5, 6, 7, 8},
                        y[] = {0, 1, 0, 1, 0, 1, 1, 0};
    logreg_options o = logreg_options_default();
    o.impute = &by_mean;
    o.n_impute = 1;
    const char *file = "tests/reference/data/learned.csv", *formula = "y ~ bs(x3, df = 5) + x1 * x2";
    studied one = study_frame(frame_of_file(file), formula, &o, 1),
            three = study_frame(frame_of_file(file), formula, &o, 3);
    logreg_optimism *by_one = refit(&one, 10, 3), *by_three = refit(&three, 10, 3);
    CU_ASSERT_TRUE(same_bits(by_one, by_three) && by_one->n_used > 5);
    logreg_optimism_free(by_one);
    logreg_optimism_free(by_three);
    studied_free(&one);
    studied_free(&three);
    o.penalty = "firth";
    one = study_frame(frame_of_two(x, z, 1, y, 8), "y ~ x1", &o, 1);
    by_one = refit(&one, 60, 0);
    CU_ASSERT_TRUE(by_one->n_singular > 0 && by_one->n_used > 0);
    logreg_optimism_free(by_one);
    studied_free(&one);
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
        studied s = study_frame(frame_of_two(x, x + N, 1, y, N), formula[f], NULL, 0);
        logreg_optimism *o = refit(&s, 100, 5);
        singular[f] = o->n_singular;
        CU_ASSERT_TRUE(o->n_singular >= 1 && o->n_singular <= 15 && o->n_separated >= 10);
        CU_ASSERT_EQUAL(o->n_used + o->n_separated + o->n_singular, 100);
        CU_ASSERT_TRUE(isfinite(o->slope.corrected) && o->slope.optimism > 0);
        logreg_optimism_free(o);
        studied_free(&s);
    }
    CU_ASSERT_EQUAL(singular[0], singular[1]);
}

/* Firth's refits have his penalty: all can be used, where those of maximum likelihood are separated. */
static void firth(void)
{
    logreg_options o = logreg_options_default();
    o.penalty = "firth";
    studied s = study_frame(frame_shipped("challenger"), "distress ~ temperature", &o, 0),
            ml = study_frame(frame_shipped("challenger"), "distress ~ temperature", NULL, 0);
    logreg_optimism *his = refit(&s, 60, 0), *plain = refit(&ml, 60, 0);
    CU_ASSERT_TRUE(his->slope.apparent > 1 && near_abs(plain->slope.apparent, 1, 1e-9));
    CU_ASSERT_TRUE(his->n_used >= plain->n_used && his->n_singular == 0);
    CU_ASSERT_TRUE(near_abs(his->auc.apparent, plain->auc.apparent, 1e-12));
    logreg_optimism_free(his);
    logreg_optimism_free(plain);
    studied_free(&s);
    studied_free(&ml);
}

/* All log-odds are the same: there is no slope, and the AUC is one half. */
static void intercept_alone(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ 1", NULL, 0);
    logreg_optimism *o = refit(&s, 20, 0);
    CU_ASSERT_TRUE(o->n_used == 20 && isnan(o->slope.apparent) && isnan(o->slope.corrected));
    CU_ASSERT_TRUE(o->auc.corrected == 0.5 && isfinite(o->in_the_large.corrected));
    logreg_optimism_free(o);
    studied_free(&s);
}

static void refuse(studied s, size_t refits, logreg_status status, const char *why)
{
    logreg_error err;
    logreg_optimism_options options = {refits, 0};
    logreg_optimism *o = NULL;
    CU_ASSERT_EQUAL(logreg_optimism_new(&o, s.study, &options, &err), status);
    CU_ASSERT_PTR_NULL(o);
    if (!strstr(err.message, why))
        printf("# %s\n", err.message);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, why));
    studied_free(&s);
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
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", NULL, 0), 1, LOGREG_EINVAL,
           "two refits at least");
    refuse(study_frame(frame_shipped("iris"), "species ~ sepal_length", NULL, 0), 9, LOGREG_EDATA,
           "the model has 3");
    refuse(study_frame(frame_toy_a(), "y ~ x1 + x2", NULL, 0), 9, LOGREG_EDATA, "the classes are separated");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &flic, 0), 9, LOGREG_EDATA,
           "penalty 'flic'");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &sample, 0), 9, LOGREG_EDATA, "a sample");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &clusters, 0), 9, LOGREG_EDATA,
           "clusters in 'x2'");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &weighted, 0), 9, LOGREG_EDATA,
           "row 6: a frequency of 2.5 in column 'x2'");
    refuse(study_frame(frame_of_two(x, many, 1, y, 6), "y ~ x1", &weighted, 0), 9, LOGREG_EDATA,
           "too many to draw");
    refuse(study_frame(frame_of_two(x, sets, 1, y, 6), "y ~ x1", &matched, 0), 9, LOGREG_EDATA,
           "matched sets");
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
    static const double small_x[] = {1, 2, 3, 4, 5, 6, 7}, small_y[] = {0, 1, 0, 1, 0, 1, 1},
                        gap_x[] = {1, NAN, 3, 4, 5, 6, 7, 3, 1, 3, 4, 1, 2, 7, 6, 5, 9, 8},
                        gap_y[] = {0, 1, 0, 1, 0, 1, 1, 1, 0};
    logreg_options o = logreg_options_default();
    o.trials = "n";
    studied s = study_frame(frame_shipped("beetle"), "killed ~ dose", &o, 1);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    studied_free(&s);
    /* some resamples are separated */
    s = study_frame(frame_of_two(small_x, small_x, 1, small_y, 7), "y ~ x1", NULL, 1);
    logreg_optimism *found = refit(&s, 5, 0);
    CU_ASSERT_TRUE(found->n_separated > 0 && found->n_used > 0);
    logreg_optimism_free(found);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    studied_free(&s);
    /* columns are learned again */
    logreg_options imputed = logreg_options_default();
    imputed.impute = &by_mean;
    imputed.n_impute = 1;
    s = study_frame(frame_of_two(gap_x, gap_x + 9, 1, gap_y, 9), "y ~ x1 + ns(x2, 2)", &imputed, 1);
    CU_ASSERT_TRUE(oom_each(once, s.study));
    studied_free(&s);
}

const test_case tests[] = {
    {"as R has it on the same resamples", reference},
    {"the same bits at any number of threads", threads},
    {"frequencies are rows", frequencies},
    {"gaps of frequencies", gaps},
    {"columns learned again", learned},
    {"resamples that do not determine the model", not_determined},
    {"Firth's refits", firth},
    {"an intercept alone", intercept_alone},
    {"what has no optimism to tell", refused},
    {"without memory", starved},
    {NULL, NULL},
};
