/* Sandwiches: against R's sandwich and car, against plain loops over scores, and where they cannot be had. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"
#include "oom.h"
#include "scores.h"

/* ---- R's sandwich ---- */

/* R's last digits are those of its QR factor and of an iteration that stops. */
#define TOL_R 1e-10

enum { COEFFICIENTS = 12, TERMS = 8 };

typedef struct {
    char name[80], file[80], formula[120], vcov[20], cluster[2][20], weights[20], trials[20], offset[20];
    bool mended;
    size_t n_clusters[2], n, n_terms;
    double V[COEFFICIENTS][COEFFICIENTS], wald;
    struct {
        double statistic, df;
        char name[40];
    } term[TERMS];
} case_of;

static bool is(const char *line, const char *key, const char **rest)
{
    size_t n = strlen(key);
    *rest = line + n + 1;
    return strncmp(line, key, n) == 0 && line[n] == ' ';
}

static bool read_line(void *to, const char *line)
{
    case_of *c = to;
    const char *rest;
    size_t i, j;
    double x;
    if (is(line, "case", &rest)) {
        c->wald = NAN;
        return sscanf(rest, "%79[^\n]", c->name) == 1;
    }
    if (is(line, "file", &rest))
        return sscanf(rest, "%79s", c->file) == 1;
    if (is(line, "formula", &rest))
        return sscanf(rest, "%119[^\n]", c->formula) == 1;
    if (is(line, "vcov", &rest))
        return sscanf(rest, "%19s", c->vcov) == 1;
    if (is(line, "cluster", &rest))
        return sscanf(rest, "%19s", c->cluster[*c->cluster[0] != '\0']) == 1;
    if (is(line, "weights", &rest))
        return sscanf(rest, "%19s", c->weights) == 1;
    if (is(line, "trials", &rest))
        return sscanf(rest, "%19s", c->trials) == 1;
    if (is(line, "offset", &rest))
        return sscanf(rest, "%19s", c->offset) == 1;
    if (is(line, "clusters", &rest))
        return sscanf(rest, "%zu %zu", &c->n_clusters[0], &c->n_clusters[1]) >= 1;
    if (strcmp(line, "mended") == 0)
        return c->mended = true;
    if (is(line, "wald", &rest))
        return sscanf(rest, "%lf", &c->wald) == 1;
    if (is(line, "variance", &rest)) {
        if (sscanf(rest, "%zu %zu %lf", &i, &j, &x) != 3 || i >= COEFFICIENTS || j > i)
            return false;
        c->V[i][j] = c->V[j][i] = x;
        c->n = i + 1;
        return true;
    }
    return is(line, "term", &rest) && c->n_terms < TERMS &&
           sscanf(rest, "%lf %lf %39s", &c->term[c->n_terms].statistic, &c->term[c->n_terms].df,
                  c->term[c->n_terms].name) == 3 &&
           ++c->n_terms;
}

static logreg_options options_of(const case_of *c)
{
    logreg_options o = logreg_options_default();
    o.vcov = c->vcov;
    for (int i = 0; i < 2; i++)
        o.clusters[i] = or_null(c->cluster[i]);
    o.weights = or_null(c->weights);
    o.trials = or_null(c->trials);
    o.offset = or_null(c->offset);
    return o;
}

static bool covariances_agree(const case_of *c, const logreg_model *m)
{
    size_t at[COEFFICIENTS], n = 0;
    for (size_t j = 0; j < logreg_model_coefficients(m) && n < COEFFICIENTS; j++)
        if (logreg_model_coefficient_status(m, 1, j) == LOGREG_COEF_OK)
            at[n++] = j;
    bool ok = n == c->n;
    for (size_t i = 0; ok && i < n; i++)
        for (size_t j = 0; ok && j < n; j++)
            ok = near_abs(logreg_model_covariance(m, 1, at[i], 1, at[j]), c->V[i][j],
                          TOL_R * sqrt(c->V[i][i] * c->V[j][j]));
    for (size_t i = 0; ok && i < 2; i++) {
        size_t count = 0;
        const char *name = logreg_model_cluster(m, i, &count);
        ok = same_text(name, or_null(c->cluster[i])) && count == c->n_clusters[i];
    }
    return ok && same_text(logreg_model_vcov(m), c->vcov) && logreg_model_vcov_mended(m) == c->mended;
}

static bool tests_agree(const case_of *c, const logreg_model *m, const logreg_frame *frame)
{
    bool ok = isnan(logreg_inference_lr(m).statistic) && isnan(logreg_inference_score(m).statistic) &&
              (isnan(c->wald) ? isnan(logreg_inference_wald(m).statistic)
                              : near_rel(logreg_inference_wald(m).statistic, c->wald, 10 * TOL_R));
    if (!c->n_terms)
        return ok;
    logreg_study *study = NULL;
    logreg_term_test got[TERMS];
    ok = ok && logreg_study_new(&study, m, frame, 0, NULL) == LOGREG_OK &&
         logreg_study_term_count(study) == c->n_terms && logreg_study_terms(got, study, NULL) == LOGREG_OK;
    for (size_t i = 0; ok && i < c->n_terms; i++)
        ok = same_text(logreg_study_term_name(study, i), c->term[i].name) && isnan(got[i].lr.statistic) &&
             isnan(got[i].score.statistic) && near_abs(got[i].wald.df, c->term[i].df, 0) &&
             (isnan(c->term[i].statistic)
                  ? isnan(got[i].wald.statistic)
                  : near_rel(got[i].wald.statistic, c->term[i].statistic, 10 * TOL_R)) &&
             near_rel(got[i].wald.p, gsl_cdf_chisq_Q(got[i].wald.statistic, got[i].wald.df), 1e-12);
    logreg_study_free(study);
    return ok;
}

static void check_case(const void *of, void *data)
{
    const case_of *c = of;
    (void)data;
    logreg_frame *frame = frame_of_file(c->file);
    logreg_options o = options_of(c);
    logreg_model *m = fit_frame(frame, c->formula, &o);
    CU_ASSERT_TRUE(covariances_agree(c, m) && tests_agree(c, m, frame));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void reference(void)
{
    CU_ASSERT_EQUAL(each_case("tests/reference/vcov.txt", sizeof(case_of), read_line, check_case, NULL), 39);
}

/* ---- Plain loops ---- */

enum { ROWS = 900, COLUMNS = 3, MOST = 12 };

/* Rows of a matrix, with frequencies (zeros among them), an offset and clusters of two kinds. */
typedef struct {
    double X[ROWS * COLUMNS], y[ROWS], weight[ROWS], offset[ROWS], cluster[2][ROWS];
    size_t n, classes;
    gsl_matrix_view Xv;
    gsl_vector_view yv, wv, ov, cv[2];
    logreg_options options;
} rows_of;

static double noise(size_t i, size_t stream)
{
    double x = sin((double)(i * 7919 + stream * 104729 + 17)) * 43758.5453;
    return 2 * (x - floor(x)) - 1;
}

static void rows_make(rows_of *d, size_t n, size_t classes, size_t n_clusters)
{
    *d = (rows_of){.n = n, .classes = classes};
    for (size_t i = 0; i < n; i++) {
        size_t a = (size_t)((noise(i, 6) + 1) / 2 * (double)n_clusters), b = (size_t)((noise(i, 7) + 1) * 15);
        double group = noise(a, 9), other = noise(b, 8), eta;
        d->X[i * COLUMNS] = 1e6 + noise(i, 1) + group;
        d->X[i * COLUMNS + 1] = 1e-5 * (noise(i, 2) + 0.3 * d->X[i * COLUMNS] - 3e5);
        d->X[i * COLUMNS + 2] = i % 3 == 0;
        eta = d->X[i * COLUMNS] - 1e6 + 2 * group + 2 * other + 2 * noise(i, 3);
        d->y[i] = classes == 2 ? eta > 0 : eta > 0.7 ? 2 : eta > -0.8 ? 1 : 0;
        d->weight[i] = (double)(i % 4);
        d->offset[i] = noise(i, 5);
        d->cluster[0][i] = (i % 2 || a ? 1 : -1) * (double)a; /* -0 is 0 */
        d->cluster[1][i] = (double)b + 0.25;
    }
    d->Xv = gsl_matrix_view_array(d->X, n, COLUMNS);
    d->yv = gsl_vector_view_array(d->y, n);
    d->wv = gsl_vector_view_array(d->weight, n);
    d->ov = gsl_vector_view_array(d->offset, n);
    for (int i = 0; i < 2; i++)
        d->cv[i] = gsl_vector_view_array(d->cluster[i], n);
    d->options = logreg_options_default();
    d->options.weight_values = &d->wv.vector;
    d->options.offset_values = &d->ov.vector;
}

static logreg_model *rows_fit(const rows_of *d, const char *vcov, int ways)
{
    logreg_options o = d->options;
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    o.vcov = vcov;
    for (int i = 0; i < ways; i++)
        o.cluster_values[i] = &d->cv[i].vector;
    logreg_status status = logreg_fit(&m, &d->Xv.matrix, &d->yv.vector, &o, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    return m;
}

/* Numbers the distinct values of a key; how many. */
static size_t number(size_t *code, const rows_of *d, const double *key, const double *other)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) {
        code[i] = SIZE_MAX;
        for (size_t j = 0; j < i && d->weight[i] > 0 && code[i] == SIZE_MAX; j++)
            if (code[j] != SIZE_MAX && key[j] == key[i] && (!other || other[j] == other[i]))
                code[i] = code[j];
        if (code[i] == SIZE_MAX && d->weight[i] > 0)
            code[i] = n++;
    }
    return n;
}

static void add_clusters(long double *meat, const rows_of *d, const scores_data *s, const double *key,
                         const double *other, double sign)
{
    size_t q = s->k * s->p, code[ROWS], n = number(code, d, key, other);
    for (size_t g = 0; g < n; g++) {
        long double sum[MOST] = {0}, score[MOST];
        for (size_t i = 0; i < d->n; i++) {
            if (code[i] != g)
                continue;
            scores_row(score, s, i);
            for (size_t j = 0; j < q; j++)
                sum[j] += score[j];
        }
        scores_add(meat, sum, q, sign * (long double)n / (long double)(n - 1));
    }
}

static void add_rows(long double *meat, const rows_of *d, const scores_data *s, const long double *bread,
                     const char *vcov)
{
    size_t q = s->k * s->p;
    double observations = 0;
    for (size_t i = 0; i < d->n; i++)
        observations += d->weight[i];
    for (size_t i = 0; i < d->n; i++) {
        long double score[MOST], factor = 1, copies = d->weight[i];
        if (!(copies > 0))
            continue;
        scores_row(score, s, i);
        if (strcmp(vcov, "HC1") == 0)
            factor = observations / (observations - (double)q);
        else if (strcmp(vcov, "HC0") != 0)
            factor = 1 / (1 - scores_leverage(s, bread, i, d->weight[i]));
        if (strcmp(vcov, "HC3") == 0)
            factor *= factor;
        scores_add(meat, score, q, factor / copies);
    }
}

/* What the library says against what the loops do at its coefficients. */
static bool same_as_loops(const rows_of *d, const char *vcov, int ways)
{
    size_t k = d->classes - 1, p = COLUMNS + 1, q = k * p;
    static double X[ROWS * (COLUMNS + 1)];
    double beta[MOST], V[MOST * MOST];
    long double bread[MOST * MOST], meat[MOST * MOST] = {0};
    logreg_model *m = rows_fit(d, vcov, ways);
    for (size_t j = 0; j < q; j++)
        beta[j] = logreg_model_coefficient(m, j / p + 1, j % p);
    /* Columns about 0, since at 1e6 the coefficients' own rounding shows; back by the rows of T below. */
    const double centre[] = {0, 1e6, 0, 0};
    for (size_t i = 0; i < d->n; i++)
        for (size_t j = 0; j < p; j++)
            X[i * p + j] = j ? d->X[i * COLUMNS + j - 1] - centre[j] : 1;
    for (size_t c = 0; c < k; c++)
        beta[c * p] = (double)((long double)beta[c * p] + (long double)beta[c * p + 1] * 1e6L);
    const scores_data s = {d->n, p, k, X, d->y, d->weight, d->offset, beta};
    scores_bread(bread, &s);
    if (ways == 0)
        add_rows(meat, d, &s, bread, vcov);
    for (int i = 0; i < ways; i++)
        add_clusters(meat, d, &s, d->cluster[i], NULL, 1);
    if (ways == 2)
        add_clusters(meat, d, &s, d->cluster[0], d->cluster[1], -1);
    scores_sandwich(V, bread, meat, q);
    bool ok = !logreg_model_vcov_mended(m);
    for (size_t a = 0; ok && a < q; a++)
        for (size_t b = 0; ok && b < q; b++)
            if (a % p && b % p) /* the intercept is another one */
                ok = near_abs(logreg_model_covariance(m, a / p + 1, a % p, b / p + 1, b % p), V[a * q + b],
                              1e-9 * sqrt(V[a * q + a] * V[b * q + b]));
    logreg_model_free(m);
    return ok;
}

static void loops(void)
{
    static rows_of d;
    static const char *const of_rows[] = {"HC0", "HC1", "HC2", "HC3"};
    for (size_t classes = 2; classes <= 3; classes++) {
        rows_make(&d, ROWS, classes, 60);
        for (size_t i = 0; i < (classes == 2 ? 4 : 2); i++)
            CU_ASSERT_TRUE(same_as_loops(&d, of_rows[i], 0));
        CU_ASSERT_TRUE(same_as_loops(&d, "cluster", 1));
        CU_ASSERT_TRUE(same_as_loops(&d, "cluster", 2));
    }
}

/* ---- What stays, and what does not ---- */

static logreg_frame *pupils(void)
{
    return frame_of_file("tests/reference/data/pupils.csv");
}

static bool same_covariance(const logreg_model *a, const logreg_model *b)
{
    size_t p = logreg_model_coefficients(a), k = logreg_model_classes(a) - 1;
    bool same = true;
    for (size_t i = 0; i < k * p; i++)
        for (size_t j = 0; j < k * p; j++) {
            double x = logreg_model_covariance(a, i / p + 1, i % p, j / p + 1, j % p),
                   y = logreg_model_covariance(b, i / p + 1, i % p, j / p + 1, j % p);
            same = same && (x == y || (isnan(x) && isnan(y)));
        }
    return same;
}

static void same_bits(void)
{
    enum { MANY = 20000 };
    static double x[MANY], y[MANY], g[MANY];
    for (size_t i = 0; i < MANY; i++) {
        x[i] = noise(i, 1);
        g[i] = (double)(i % 371);
        y[i] = x[i] + noise(i % 371, 2) + 2 * noise(i, 3) > 0;
    }
    logreg_frame *frame = frame_of_two(x, g, 1, y, MANY);
    static const char *const kinds[] = {"HC0", "HC3", "cluster"};
    for (size_t i = 0; i < 3; i++) {
        logreg_options o = logreg_options_default();
        o.vcov = kinds[i];
        o.clusters[0] = i == 2 ? "x2" : NULL;
        o.threads = 1;
        logreg_model *one = fit_frame(frame, "y ~ x1", &o);
        o.threads = 3;
        logreg_model *three = fit_frame(frame, "y ~ x1", &o);
        CU_ASSERT_TRUE(same_covariance(one, three));
        CU_ASSERT_EQUAL(logreg_model_converged(one), true);
        logreg_model_free(one);
        logreg_model_free(three);
    }
    logreg_frame_free(frame);
}

/* The same model from a file, where the covariance is all that is left of the clusters; and one of old, which says nothing of it. */
static void kept(void)
{
    char path[] = "/tmp/logreg-vcov-XXXXXX";
    int fd = mkstemp(path);
    CU_ASSERT_TRUE_FATAL(fd >= 0);
    logreg_frame *frame = pupils();
    logreg_options o = logreg_options_default();
    o.vcov = "cluster";
    o.clusters[0] = "school";
    o.clusters[1] = "year";
    logreg_model *m = fit_frame(frame, "passed ~ x + sex + district", &o), *back = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_model_save(m, path, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_model_load(&back, path, NULL), LOGREG_OK);
    size_t n = 0;
    CU_ASSERT_TRUE(same_covariance(m, back));
    CU_ASSERT_TRUE(same_text(logreg_model_vcov(back), "cluster"));
    CU_ASSERT_TRUE(same_text(logreg_model_cluster(back, 0, &n), "school") && n == 36);
    CU_ASSERT_TRUE(same_text(logreg_model_cluster(back, 1, &n), "year") && n == 9);
    CU_ASSERT_PTR_NULL(logreg_model_cluster(back, 2, &n));
    CU_ASSERT_TRUE(logreg_model_vcov_mended(back));
    CU_ASSERT_TRUE(isnan(logreg_inference_lr(back).statistic));
    CU_ASSERT_TRUE(isnan(logreg_inference_wald(m).statistic) && isnan(logreg_inference_wald(back).statistic));
    logreg_model_free(back);
    logreg_model_free(m);
    o = logreg_options_default();
    o.vcov = "classical";
    m = fit_frame(frame, "passed ~ x", &o);
    logreg_model *plain = fit_frame(frame, "passed ~ x", NULL);
    CU_ASSERT_TRUE(same_covariance(m, plain) && same_text(logreg_model_vcov(m), "classical"));
    CU_ASSERT_TRUE(isfinite(logreg_inference_lr(m).statistic));
    logreg_model_free(m);
    logreg_model_free(plain);
    logreg_frame_free(frame);
    remove(path);
}

/* Rows that miss their cluster are left out; columns of clusters are no part of a formula's dot. */
static void missing(void)
{
    const char *cluster[] = {"a", "b", NULL, "c", "a", "b", "c", "d", "d", "a", "b", "c"};
    double x1[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, x2[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8},
           y[] = {0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1};
    logreg_frame *frame = frame_of_two(x1, x2, 1, y, 12);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "of", cluster, 12, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.vcov = "cluster";
    o.clusters[0] = "of";
    logreg_model *m = fit_frame(frame, "y ~ .", &o);
    size_t n = 0;
    CU_ASSERT_EQUAL(logreg_model_rows_used(m), 11);
    CU_ASSERT_EQUAL(logreg_model_coefficients(m), 3);
    CU_ASSERT_PTR_NOT_NULL(logreg_model_cluster(m, 0, &n));
    CU_ASSERT_EQUAL(n, 4);
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Refusals ---- */

static void refused(const logreg_frame *frame, const char *formula, const logreg_options *o,
                    logreg_status want, const char *sentence)
{
    logreg_model *m = NULL;
    logreg_error err = {.message = ""};
    CU_ASSERT_EQUAL(logreg_fit_formula(&m, frame, formula, o, &err), want);
    CU_ASSERT_PTR_NULL(m);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, sentence));
    if (!strstr(err.message, sentence))
        printf("# %s\n", err.message);
}

static logreg_options asking(const char *vcov, const char *first, const char *second)
{
    logreg_options o = logreg_options_default();
    o.vcov = vcov;
    o.clusters[0] = first;
    o.clusters[1] = second;
    return o;
}

static void refusals(void)
{
    logreg_frame *frame = pupils(), *parted = frame_toy_b();
    const struct {
        const char *vcov, *first, *second, *sentence;
        logreg_status status;
    } wrong[] = {
        {"hc0", NULL, NULL, "there is no covariance 'hc0'", LOGREG_EINVAL},
        {"cluster", NULL, NULL, "needs vcov = \"cluster\" and a column", LOGREG_EINVAL},
        {"cluster", NULL, "year", "the first of clusters[] before", LOGREG_EINVAL},
        {"HC1", "school", NULL, "needs vcov = \"cluster\"", LOGREG_EINVAL},
        {"cluster", "shool", NULL, "did you mean 'school'", LOGREG_EINVAL},
        {"cluster", "passed", NULL, "the target 'passed'", LOGREG_EINVAL},
        {"cluster", "school", "school", "both columns of clusters are 'school'", LOGREG_EINVAL},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        logreg_options o = asking(wrong[i].vcov, wrong[i].first, wrong[i].second);
        refused(frame, "passed ~ x", &o, wrong[i].status, wrong[i].sentence);
    }
    logreg_options o = asking("HC2", NULL, NULL);
    refused(frame, "grade ~ x", &o, LOGREG_EDATA, "HC2 divides by 1 - h");
    o.vcov = "HC0";
    refused(parted, "y ~ x1 + x2", &o, LOGREG_EDATA, "the classes are separated");
    double one[10] = {0};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(parted, "one", one, 10, 1, NULL), LOGREG_OK);
    o = asking("cluster", "one", NULL);
    refused(parted, "y ~ x2", &o, LOGREG_EDATA, "all rows used are of one cluster of 'one'");
    gsl_vector_view v = gsl_vector_view_array(one, 10);
    o = logreg_options_default();
    o.cluster_values[0] = &v.vector;
    refused(parted, "y ~ x2", &o, LOGREG_EINVAL, "go with a matrix");
    logreg_frame_free(frame);
    logreg_frame_free(parted);
}

/* Grouped rows, each with a level of its own, are fitted as they are: nothing is left to estimate a variance from. */
static void whole_leverage(void)
{
    const char *level[] = {"a", "b", "c", "c"};
    double hits[] = {3, 2, 4, 2}, tries[] = {9, 5, 7, 5};
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    logreg_frame_add_category(frame, "level", level, 4, NULL);
    logreg_frame_add_numeric(frame, "hits", hits, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "tries", tries, 4, 1, NULL);
    logreg_options o = asking("HC3", NULL, NULL);
    o.trials = "tries";
    refused(frame, "hits ~ level", &o, LOGREG_EDATA, "leverage 1");
    o.vcov = "HC1";
    logreg_model *m = fit_frame(frame, "hits ~ level", &o);
    CU_ASSERT_TRUE(
        near_abs(logreg_model_covariance(m, 1, 1, 1, 1), 0, 1e-15)); /* b against a: both rows fit */
    CU_ASSERT_TRUE(logreg_model_covariance(m, 1, 2, 1, 2) > 0.01);
    logreg_model_free(m);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_filter(frame, "level != \"c\"", NULL), LOGREG_OK);
    refused(frame, "hits ~ level", &o, LOGREG_EDATA, "2 observations and 2 coefficients");
    logreg_frame_free(frame);
}

/* Tests that go by the likelihood are not to be had of such a model. */
static void no_likelihood(void)
{
    logreg_frame *frame = pupils();
    logreg_options o = asking("HC3", NULL, NULL);
    logreg_model *m = fit_frame(frame, "passed ~ x", &o);
    logreg_study *study = NULL;
    logreg_inference *inference = NULL;
    logreg_comparison comparison;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, 0, NULL), LOGREG_OK);
    logreg_inference_options i = logreg_inference_options_default();
    i.profile = true;
    i.study = study;
    CU_ASSERT_EQUAL(logreg_inference_new(&inference, m, &i, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "HC3"));
    CU_ASSERT_EQUAL(logreg_compare(&comparison, (const logreg_model *const *)&m, 1, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "HC3"));
    logreg_study_free(study);
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static bool fit_once(void *context)
{
    const logreg_frame *frame = context;
    static const char *const kinds[] = {"HC3", "cluster"};
    bool ok = true;
    for (int i = 0; i < 2; i++) {
        logreg_options o = asking(kinds[i], i ? "school" : NULL, i ? "year" : NULL);
        o.threads = 1;
        logreg_model *m = NULL;
        logreg_study *study = NULL;
        logreg_term_test got[TERMS];
        logreg_status status = logreg_fit_formula(&m, frame, "passed ~ x + district", &o, NULL);
        if (status == LOGREG_OK)
            status = logreg_study_new(&study, m, frame, 1, NULL);
        if (status == LOGREG_OK)
            status = logreg_study_terms(got, study, NULL);
        ok = ok && (status == LOGREG_ENOMEM || (status == LOGREG_OK && got[0].wald.p < 1));
        logreg_study_free(study);
        logreg_model_free(m);
    }
    return ok;
}

static void memory(void)
{
    logreg_frame *frame = pupils();
    CU_ASSERT_TRUE(oom_each(fit_once, frame));
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"covariances and tests equal those of R's sandwich and car", reference},
    {"plain loops over scores give the same, of more classes too", loops},
    {"the same bits at any number of threads", same_bits},
    {"a saved model keeps its covariance", kept},
    {"rows without a cluster are left out", missing},
    {"what cannot be is refused", refusals},
    {"and a row of leverage 1 by HC2 and HC3", whole_leverage},
    {"nothing goes by the likelihood any more", no_likelihood},
    {"memory that runs out", memory},
    {NULL, NULL},
};
