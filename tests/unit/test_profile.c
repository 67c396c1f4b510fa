/* Profile likelihoods and tests of terms: against solutions in 80 digits, and against what defines them, by fits in which a
 * coefficient is held through the offset. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include <logreg.h>

#include "base/random.h"
#include "frames.h"
#include "oom.h"
#include "reference_file.h"
#include "studied.h"

/* Of an end, in standard errors; of a statistic, relative to the log-likelihoods that it is the difference of. */
#define TOL_END 1e-9
#define TOL_STATISTIC 1e-11
/* Score and Wald statistics are quadratic forms of what the solver leaves at 1e-10 standard errors. */
#define TOL_FORM 1e-8

static logreg_profile *profile_of(const studied *s, size_t *q)
{
    logreg_error err = {.message = ""};
    *q = logreg_model_coefficients(s->model) * (logreg_model_classes(s->model) - 1);
    logreg_profile *p = malloc(*q * sizeof *p);
    logreg_status status = logreg_study_profile(p, s->study, 0.95, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return p;
}

/* ---- Against 80 digits ---- */

static bool profiles_agree(const reference_case *c, const studied *s)
{
    size_t q, p = logreg_model_coefficients(s->model), next = 0;
    logreg_profile *got = profile_of(s, &q);
    double likelihood = fabs(logreg_model_null_log_likelihood(s->model));
    bool ok = true;
    for (size_t j = 0; j < q; j++) {
        size_t k = j / p + 1;
        if (logreg_model_coefficient_status(s->model, k, j % p) == LOGREG_COEF_ALIASED) {
            ok = ok && isnan(got[j].low) && isnan(got[j].p);
            continue;
        }
        const reference_profile *want = &c->profile[next++];
        double se = sqrt(logreg_model_covariance(s->model, k, j % p, k, j % p));
        bool good =
            next <= c->n_profiles && want->k == k &&
            same_text(logreg_model_coefficient_name(s->model, j % p), want->name) &&
            near_abs(got[j].low, want->low, TOL_END * se) &&
            near_abs(got[j].high, want->high, TOL_END * se) &&
            near_abs(got[j].statistic, want->statistic, TOL_STATISTIC * fmax(likelihood, want->statistic)) &&
            near_rel(got[j].p, want->p, TOL_STATISTIC * (likelihood + want->statistic) * 10);
        if (!good)
            printf("# coefficient %zu of case %s\n", j, c->name);
        ok = ok && good;
    }
    free(got);
    return ok && next == c->n_profiles;
}

static bool terms_agree(const reference_case *c, const studied *s)
{
    size_t n = logreg_study_term_count(s->study);
    double likelihood = fabs(logreg_model_null_log_likelihood(s->model));
    logreg_term_test *got = malloc(n * sizeof *got);
    bool ok = logreg_study_terms(got, s->study, NULL) == LOGREG_OK && n == c->n_terms;
    for (size_t i = 0; ok && i < n; i++) {
        const reference_term *want = &c->term[i];
        bool good = near_abs(got[i].lr.df, want->df, 0) &&
                    near_abs(got[i].lr.statistic, want->lr, TOL_STATISTIC * fmax(likelihood, want->lr)) &&
                    near_rel(got[i].score.statistic, want->score, TOL_FORM) &&
                    near_rel(got[i].wald.statistic, want->wald, TOL_FORM) &&
                    near_rel(got[i].lr.p, gsl_cdf_chisq_Q(got[i].lr.statistic, want->df), 1e-12);
        if (!good)
            printf("# term %s of case %s\n", want->name, c->name);
        ok = ok && good;
    }
    free(got);
    return ok;
}

static void reference(void)
{
    static reference_case c;
    FILE *file = fopen(source_path("tests/reference/profile.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    int count = 0, terms = 0;
    for (; reference_next(&c, file); count++) {
        logreg_options o = logreg_options_default();
        o.weights = or_null(c.weights);
        o.offset = or_null(c.offset);
        o.trials = or_null(c.trials);
        o.positive = or_null(c.positive);
        logreg_frame *frame = frame_of_file(c.file);
        studied s = study_frame(frame, c.formula, &o, 0);
        CU_ASSERT_TRUE(profiles_agree(&c, &s));
        if (c.n_terms) {
            CU_ASSERT_TRUE(terms_agree(&c, &s));
            terms++;
        }
        studied_free(&s);
    }
    fclose(file);
    CU_ASSERT_TRUE(count >= 18);
    CU_ASSERT_TRUE(terms >= 14);
}

/* ---- Against their definition ---- */

/* Twice the fall of the log-likelihood where coefficient j of x1 .. xp, or for j = SIZE_MAX the intercept, is held at a value. */
static double fall(const studied *s, size_t p, size_t j, double value)
{
    size_t n = logreg_frame_rows(s->frame);
    double *column = malloc(n * sizeof *column), *held = malloc(n * sizeof *held);
    logreg_frame *frame = NULL;
    char name[16];
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t i = 0; i <= p; i++) {
        snprintf(name, sizeof name, i < p ? "x%zu" : "y", i + 1);
        size_t at = logreg_frame_find(s->frame, name);
        for (size_t r = 0; r < n; r++)
            column[r] = logreg_frame_number(s->frame, r, at);
        if (i != j)
            CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, column, n, 1, NULL), LOGREG_OK);
        for (size_t r = 0; r < n && (i == j || j == SIZE_MAX); r++)
            held[r] = i == j ? value * column[r] : value;
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "held", held, n, 1, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.offset = "held";
    logreg_model *m = fit_frame(frame, j == SIZE_MAX ? "y ~ . - 1" : p > 1 ? "y ~ ." : "y ~ 1", &o);
    double d = 2 * (logreg_model_log_likelihood(s->model) - logreg_model_log_likelihood(m));
    logreg_model_free(m);
    logreg_frame_free(frame);
    free(column);
    free(held);
    return d;
}

/* Rows of p numbers and a 0/1 outcome; `hard` makes them far from normal. */
static logreg_frame *random_frame(size_t n, size_t p, bool hard, uint64_t seed)
{
    logreg__random random;
    logreg__random_init(&random, seed, 0);
    double *x = malloc(n * sizeof *x), *eta = calloc(n, sizeof *eta);
    logreg_frame *frame = NULL;
    char name[24];
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t j = 0; j < p; j++) {
        double beta = logreg__random_normal(&random);
        for (size_t i = 0; i < n; i++) {
            x[i] = logreg__random_normal(&random);
            if (hard && j == 0)
                x[i] = exp(2 * x[i]);
            eta[i] += (hard && j == 0 ? 0.3 : 1) * beta * x[i];
        }
        snprintf(name, sizeof name, "x%zu", j + 1);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, name, x, n, 1, NULL), LOGREG_OK);
    }
    for (size_t i = 0; i < n; i++)
        x[i] = logreg__random_uniform(&random) < 1 / (1 + exp(1 - eta[i]));
    x[0] = 0;
    x[1] = 1;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", x, n, 1, NULL), LOGREG_OK);
    free(x);
    free(eta);
    return frame;
}

static bool ends_hold(const studied *s, size_t p)
{
    size_t q;
    double want = gsl_cdf_chisq_Pinv(0.95, 1), size = fabs(logreg_model_null_log_likelihood(s->model));
    logreg_profile *got = profile_of(s, &q);
    bool ok = q == p + 1;
    for (size_t j = 0; ok && j < p; j++) {
        const logreg_profile *g = &got[j + 1];
        ok = g->low < g->estimate && g->estimate < g->high &&
             near_abs(fall(s, p, j, g->low), want, 1e-8 + TOL_STATISTIC * size) &&
             near_abs(fall(s, p, j, g->high), want, 1e-8 + TOL_STATISTIC * size) &&
             near_abs(fall(s, p, j, 0), g->statistic, 1e-9 + TOL_STATISTIC * size);
        if (!ok)
            printf("# x%zu: %g in [%g, %g]\n", j + 1, g->estimate, g->low, g->high);
    }
    free(got);
    return ok;
}

static void definition(void)
{
    int sound = 0;
    for (uint64_t seed = 0; seed < 150; seed++) {
        size_t p = 1 + seed % 4, n = 14 + seed % 30;
        logreg_frame *frame = random_frame(n, p, seed % 3 == 0, seed);
        logreg_model *m = fit_frame(frame, "y ~ .", NULL);
        bool finite = logreg_model_converged(m);
        logreg_model_free(m);
        if (!finite) {
            logreg_frame_free(frame);
            continue;
        }
        studied s = study_frame(frame, "y ~ .", NULL, 0);
        bool ok = ends_hold(&s, p);
        if (!ok)
            printf("# seed %d\n", (int)seed);
        CU_ASSERT_TRUE(ok);
        studied_free(&s);
        sound++;
    }
    CU_ASSERT_TRUE(sound >= 75);
}

/* Of classes that are separated: an end that is finite is where the supremum has fallen by what it should, and a coefficient that runs to
 * infinity has that as its other end; `counts` receives how many of each kind were seen. */
static bool limits_hold(const studied *s, size_t p, int counts[3])
{
    size_t q;
    double want = gsl_cdf_chisq_Pinv(0.95, 1);
    logreg_profile *got = profile_of(s, &q);
    logreg_term_test term[8];
    bool ok = q == p + 1 && logreg_study_terms(term, s->study, NULL) == LOGREG_OK;
    for (size_t j = 0; ok && j < p; j++)
        ok = near_abs(term[j].lr.statistic, fall(s, p, j, 0), 1e-8) && term[j].lr.df == 1 &&
             isnan(term[j].score.p) && isnan(term[j].wald.p);
    for (size_t at = 0; ok && at <= p; at++) {
        const logreg_profile *g = &got[at];
        size_t j = at ? at - 1 : SIZE_MAX;
        logreg_coef_status status = logreg_model_coefficient_status(s->model, 1, at);
        bool both = isfinite(g->low) && isfinite(g->high), none = g->low == -INFINITY && g->high == INFINITY;
        ok = near_abs(fall(s, p, j, 0), g->statistic, 1e-8) &&
             (!isfinite(g->low) || near_abs(fall(s, p, j, g->low), want, 1e-7)) &&
             (!isfinite(g->high) || near_abs(fall(s, p, j, g->high), want, 1e-7)) &&
             both == (status == LOGREG_COEF_OK) &&
             (status != LOGREG_COEF_PLUS_INFINITY || g->high == INFINITY) &&
             (status != LOGREG_COEF_MINUS_INFINITY || g->low == -INFINITY) &&
             (status != LOGREG_COEF_UNDETERMINED || none);
        /* Where no value is worse than any other, this is so far out too. */
        ok = ok && (!none || fall(s, p, j, 5 - 10 * (status == LOGREG_COEF_PLUS_INFINITY)) < want);
        counts[both ? 0 : none ? 1 : 2]++;
        if (!ok)
            printf("# x%zu, status %d: %g in [%g, %g]\n", at, (int)status, g->estimate, g->low, g->high);
    }
    free(got);
    return ok;
}

static void separated(void)
{
    int sets = 0, counts[3] = {0};
    for (uint64_t seed = 0; seed < 400 && sets < 60; seed++) {
        size_t p = 1 + seed % 3, n = 8 + seed % 12;
        logreg_frame *frame = random_frame(n, p, false, seed);
        if (seed % 2) { /* whole numbers: separated quasi-completely, where they tie */
            logreg_frame *whole = NULL;
            CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&whole, NULL), LOGREG_OK);
            for (size_t j = 0; j <= p; j++) {
                double x[20];
                for (size_t i = 0; i < n; i++)
                    x[i] = round(logreg_frame_number(frame, i, j));
                CU_ASSERT_EQUAL_FATAL(
                    logreg_frame_add_numeric(whole, logreg_frame_name(frame, j), x, n, 1, NULL), LOGREG_OK);
            }
            logreg_frame_free(frame);
            frame = whole;
        }
        logreg_model *m = fit_frame(frame, "y ~ .", NULL);
        bool parted = logreg_model_separation(m) != LOGREG_SEPARATION_NONE && logreg_model_rank(m) == p + 1;
        logreg_model_free(m);
        if (!parted) {
            logreg_frame_free(frame);
            continue;
        }
        studied s = study_frame(frame, "y ~ .", NULL, 0);
        bool ok = limits_hold(&s, p, counts);
        if (!ok)
            printf("# seed %d\n", (int)seed);
        CU_ASSERT_TRUE(ok);
        studied_free(&s);
        sets++;
    }
    printf("# %d sets: %d coefficients with two ends, %d with none, %d with one\n", sets, counts[0],
           counts[1], counts[2]);
    CU_ASSERT_TRUE(sets >= 40 && counts[0] >= 5 && counts[1] >= 5 && counts[2] >= 20);
}

/* The same rows with others of frequency 0 among them, far out and of either class. */
static logreg_frame *with_unused(const logreg_frame *frame, size_t p)
{
    size_t n = logreg_frame_rows(frame);
    double x[24], w[24];
    logreg_frame *more = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&more, NULL), LOGREG_OK);
    for (size_t j = 0; j <= p; j++) {
        for (size_t i = 0; i < n + 4; i++) {
            bool used = i % 3 != 1 || i / 3 >= 4;
            size_t before = i < 12 ? (i + 1) / 3 : 4;
            x[i] = used     ? logreg_frame_number(frame, i - before, j)
                   : j == p ? (double)(i % 2)
                            : 50 - (double)(7 * i);
            w[i] = used;
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(more, logreg_frame_name(frame, j), x, n + 4, 1, NULL),
                              LOGREG_OK);
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(more, "w", w, n + 4, 1, NULL), LOGREG_OK);
    return more;
}

static bool same_end(double a, double b)
{
    return isfinite(a) ? near_abs(a, b, 1e-7) : a == b;
}

/* Rows of frequency 0 count nowhere, also where what is left of the others is none at all. */
static void unused_rows(void)
{
    int sets = 0;
    logreg_options o = logreg_options_default();
    o.weights = "w";
    for (uint64_t seed = 0; seed < 200 && sets < 40; seed++) {
        size_t p = 1 + seed % 3, n = 8 + seed % 12, q;
        logreg_frame *frame = random_frame(n, p, false, seed);
        logreg_model *m = fit_frame(frame, "y ~ .", NULL);
        bool parted = logreg_model_separation(m) != LOGREG_SEPARATION_NONE;
        logreg_model_free(m);
        if (!parted) {
            logreg_frame_free(frame);
            continue;
        }
        studied plain = study_frame(frame, "y ~ .", NULL, 0);
        studied more = study_frame(with_unused(frame, p), "y ~ . - w", &o, 0);
        logreg_profile *a = profile_of(&plain, &q), *b = profile_of(&more, &q);
        for (size_t j = 0; j < q; j++) {
            bool ok = same_end(a[j].low, b[j].low) && same_end(a[j].high, b[j].high) &&
                      near_rel(a[j].p, b[j].p, 1e-7);
            if (!ok)
                printf("# seed %d, coefficient %zu\n", (int)seed, j);
            CU_ASSERT_TRUE(ok);
        }
        free(a);
        free(b);
        studied_free(&plain);
        studied_free(&more);
        sets++;
    }
    CU_ASSERT_TRUE(sets >= 25);
}

/* Toy B and the endometrial data: R's uniroot on the deviance of glm with the coefficient in the offset. */
static void known_limits(void)
{
    studied s = study_frame(frame_toy_b(), "y ~ x1 + x2", NULL, 0);
    size_t q;
    logreg_profile *p = profile_of(&s, &q);
    CU_ASSERT_TRUE(near_abs(p[1].low, 0.519133688, 1e-8));
    CU_ASSERT_EQUAL(p[1].high, INFINITY);
    CU_ASSERT_TRUE(near_abs(p[1].statistic, 8.816061, 1e-5));
    CU_ASSERT_EQUAL(p[0].low, -INFINITY);
    CU_ASSERT_TRUE(near_abs(p[0].high, -1.470582424, 1e-8));
    CU_ASSERT_TRUE(p[2].low < p[2].estimate && p[2].estimate < p[2].high);
    free(p);
    studied_free(&s);
}

/* The only coefficient there is, held, leaves nothing that could separate. */
static void single(void)
{
    static const double x[] = {-3, -2, -1, 1, 2, 3}, y[] = {0, 0, 0, 1, 1, 1};
    logreg_term_test term;
    size_t q;
    studied s = study_frame(frame_of_two(x, x, 1, y, 6), "y ~ x1 - 1", NULL, 0);
    logreg_profile *p = profile_of(&s, &q);
    CU_ASSERT_TRUE(q == 1 && p[0].high == INFINITY && p[0].low > 0);
    /* sum of log(1 + exp(-low |x|)) has risen from 0 by half the quantile */
    double loss = 0;
    for (size_t i = 0; i < 6; i++)
        loss += log1p(exp(-p[0].low * fabs(x[i])));
    CU_ASSERT_TRUE(near_rel(2 * loss, gsl_cdf_chisq_Pinv(0.95, 1), 1e-9));
    CU_ASSERT_TRUE(near_rel(p[0].statistic, 12 * log(2), 1e-12));
    CU_ASSERT_EQUAL_FATAL(logreg_study_terms(&term, s.study, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_rel(term.lr.statistic, 12 * log(2), 1e-12));
    free(p);
    studied_free(&s);
}

/* The search reaches this end but for rounding, and stays there. Expected from 30 digits. */
static void end_by_rounding(void)
{
    static const double a[] = {0, 1, 3, 2, -2, 1, 0, 1}, b[] = {1, 1, 1, 1, 1, 0, 0, 1},
                        y[] = {2, 1, 3, 1, 0, 0, 3, 2}, trials[] = {3, 1, 3, 1, 3, 1, 3, 2};
    logreg_frame *frame = frame_of_two(a, b, 1, y, 8);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "t", trials, 8, 1, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.trials = "t";
    studied s = study_frame(frame, "y ~ x1*x2", &o, 0);
    size_t q;
    logreg_profile *p = profile_of(&s, &q);
    CU_ASSERT_TRUE(near_abs(p[1].high, -0.458542116399, 1e-11));
    free(p);
    studied_free(&s);
}

/* An intercept that is undetermined, beside a column that is the same on all rows left open: no value of it is worse than another. */
static void undetermined_intercept(void)
{
    static const double a[] = {2, 1, 1, 1, 1, 1, 3, -2, 3, 1, 0, -1, -2},
                        b[] = {0, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 1, 0},
                        y[] = {1, 0, 0, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0};
    studied s = study_frame(frame_of_two(a, b, 1, y, sizeof y / sizeof *y), "y ~ x1*x2", NULL, 0);
    size_t q;
    logreg_profile *p = profile_of(&s, &q);
    CU_ASSERT_EQUAL(logreg_model_coefficient_status(s.model, 1, 0), LOGREG_COEF_UNDETERMINED);
    CU_ASSERT_EQUAL(p[0].low, -INFINITY);
    CU_ASSERT_EQUAL(p[0].high, INFINITY);
    CU_ASSERT_EQUAL(p[0].statistic, 0);
    CU_ASSERT_EQUAL(p[0].p, 1);
    free(p);
    studied_free(&s);
}

/* So many rows that the information at the maximum serves for all points. */
static void many_rows(void)
{
    studied s = study_frame(random_frame(180000, 7, false, 11), "y ~ .", NULL, 0);
    CU_ASSERT_TRUE(ends_hold(&s, 7));
    studied_free(&s);
    s = study_frame(random_frame(180000, 7, true, 12), "y ~ .", NULL, 0);
    CU_ASSERT_TRUE(ends_hold(&s, 7));
    studied_free(&s);
}

/* ---- The rest ---- */

/* The difference of two coefficients, and a coefficient under another name. */
static void combinations(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) + log(rate)", NULL, 0);
    size_t q;
    logreg_profile *own = profile_of(&s, &q), got[3];
    double c[9] = {0, 2, 0, 0, 1, -1, 0, 0, 0};
    gsl_matrix_const_view C = gsl_matrix_const_view_array(c, 3, 3);
    CU_ASSERT_EQUAL_FATAL(logreg_study_profile_of(got, s.study, &C.matrix, 0.95, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_rel(got[0].low, 2 * own[1].low, 1e-10));
    CU_ASSERT_TRUE(near_rel(got[0].high, 2 * own[1].high, 1e-10));
    CU_ASSERT_TRUE(near_rel(got[0].statistic, own[1].statistic, 1e-10));
    CU_ASSERT_TRUE(near_rel(got[1].estimate, own[1].estimate - own[2].estimate, 1e-12));
    /* As the coefficient of log(volume) beside log(volume * rate), which is the same model. */
    studied t = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) + log(volume * rate)", NULL, 0);
    logreg_profile *other = profile_of(&t, &q);
    CU_ASSERT_TRUE(near_rel(got[1].low, other[1].low, 1e-9));
    CU_ASSERT_TRUE(near_rel(got[1].high, other[1].high, 1e-9));
    CU_ASSERT_TRUE(near_rel(got[1].p, other[1].p, 1e-9));
    CU_ASSERT_TRUE(isnan(got[2].low) && isnan(got[2].p)); /* nothing at all */
    free(own);
    free(other);
    studied_free(&s);
    studied_free(&t);
}

static void matrix(void)
{
    enum { N = 60 };
    double x[2 * N], y[N], w[N];
    for (size_t i = 0; i < N; i++) {
        x[2 * i] = (double)(i % 7);
        x[2 * i + 1] = 1e6 + (double)(i * i % 11);
        y[i] = (double)((i * 5 % 13 + i % 7) % 2);
        w[i] = (double)(1 + i % 3);
    }
    gsl_matrix_view X = gsl_matrix_view_array(x, N, 2);
    gsl_vector_view Y = gsl_vector_view_array(y, N), W = gsl_vector_view_array(w, N);
    logreg_options o = logreg_options_default();
    o.weight_values = &W.vector;
    logreg_model *m = NULL;
    logreg_study *study = NULL;
    logreg_error err;
    CU_ASSERT_EQUAL_FATAL(logreg_fit(&m, &X.matrix, &Y.vector, &o, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_study_new_matrix(&study, m, &X.matrix, &Y.vector, &o, NULL), LOGREG_OK);
    logreg_profile p[3];
    CU_ASSERT_EQUAL(logreg_study_profile(p, study, 0.9, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(p[1].low < p[1].estimate && p[1].estimate < p[1].high);
    CU_ASSERT_TRUE(same_text(logreg_study_term_name(study, 1), "x2"));
    CU_ASSERT_PTR_NULL(logreg_study_term_name(study, 2));
    logreg_study_free(study);
    /* Without the weights these are other rows; and with another outcome. */
    CU_ASSERT_EQUAL(logreg_study_new_matrix(&study, m, &X.matrix, &Y.vector, NULL, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "not the rows"));
    y[3] = 1 - y[3];
    CU_ASSERT_EQUAL(logreg_study_new_matrix(&study, m, &X.matrix, &Y.vector, &o, &err), LOGREG_EDATA);
    y[3] = 1 - y[3];
    x[0] += 1; /* not in the fingerprint, but no maximum */
    CU_ASSERT_EQUAL(logreg_study_new_matrix(&study, m, &X.matrix, &Y.vector, &o, &err), LOGREG_EDATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "standard errors from the maximum"));
    logreg_model_free(m);
}

static void same_bits(void)
{
    logreg_frame *frame = random_frame(40000, 3, true, 5);
    logreg_model *m = fit_frame(frame, "y ~ .", NULL);
    logreg_profile p[3][4];
    for (int t = 0; t < 3; t++) {
        logreg_study *study = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_study_new(&study, m, frame, t + 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_study_profile(p[t], study, 0.95, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL(memcmp(p[t], p[0], sizeof *p), 0);
        logreg_study_free(study);
    }
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void refusals(void)
{
    logreg_error err;
    studied s = study_frame(frame_shipped("challenger"), "distress ~ temperature", NULL, 0);
    logreg_profile p[2];
    CU_ASSERT_EQUAL(logreg_study_profile(p, s.study, 1, &err), LOGREG_EINVAL);
    double c[3] = {0};
    gsl_matrix_const_view C = gsl_matrix_const_view_array(c, 1, 3);
    CU_ASSERT_EQUAL(logreg_study_profile_of(p, s.study, &C.matrix, 0.95, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(
        same_text(err.message, "the combinations have 3 entries each; the model has 2 coefficients"));
    logreg_study *study = NULL;
    CU_ASSERT_EQUAL(logreg_study_new_matrix(&study, s.model, NULL, NULL, NULL, &err), LOGREG_EINVAL);
    logreg_frame *other = frame_shipped("mtcars");
    CU_ASSERT_EQUAL(logreg_study_new(&study, s.model, other, 0, &err), LOGREG_EFORMULA);
    logreg_inference *inference = NULL;
    logreg_inference_options o = logreg_inference_options_default();
    o.profile = true;
    CU_ASSERT_EQUAL(logreg_inference_new(&inference, s.model, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(inference);
    logreg_frame_free(other);
    studied_free(&s);
}

static bool everything(void *context)
{
    const studied *s = context;
    logreg_study *study = NULL;
    logreg_inference *inference = NULL;
    logreg_inference_options o = logreg_inference_options_default();
    logreg_status status = logreg_study_new(&study, s->model, s->frame, 1, NULL);
    o.profile = true;
    o.terms = logreg_model_converged(s->model);
    o.study = study;
    if (status == LOGREG_OK)
        status = logreg_inference_new(&inference, s->model, &o, NULL);
    bool ok = status == LOGREG_ENOMEM ||
              (status == LOGREG_OK && inference->coefficient[2].low < inference->coefficient[2].estimate);
    logreg_inference_free(inference);
    logreg_study_free(study);
    return ok;
}

static void memory(void)
{
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) * rate", NULL, 0);
    CU_ASSERT_TRUE(oom_each(everything, &s));
    studied_free(&s);
    s = study_frame(frame_toy_b(), "y ~ x1 + x2", NULL, 0);
    CU_ASSERT_TRUE(oom_each(everything, &s));
    studied_free(&s);
}

const test_case tests[] = {
    {"ends and tests equal those in 80 digits", reference},
    {"at its ends the likelihood has fallen by what it should", definition},
    {"and where rows are many", many_rows},
    {"where classes are separated, one end is infinite", separated},
    {"or known from elsewhere", known_limits},
    {"of the only coefficient", single},
    {"an end where rounding leads out of what is known", end_by_rounding},
    {"an intercept that is undetermined", undetermined_intercept},
    {"and rows of frequency 0 change nothing", unused_rows},
    {"combinations of coefficients", combinations},
    {"a matrix, and other rows than those of the fit", matrix},
    {"the same bits at any number of threads", same_bits},
    {"what cannot be is refused", refusals},
    {"memory that runs out", memory},
    {NULL, NULL},
};
