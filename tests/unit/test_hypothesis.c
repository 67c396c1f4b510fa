/* Linear hypotheses: their tests against R's, and against other ways to the same; how they are read; what is refused. */
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
#include "studied.h"

/* ---- Against R ---- */

/* Of statistics, relatively; what solvers leave at 1e-10 standard errors is squared in none of them. */
#define TOL_TEST 1e-8

typedef struct {
    char name[120], file[120], formula[200], hypothesis[200];
    char weights[40], trials[40], offset[40], strata[40], sampling[40], survey_strata[40], vcov[40];
    double estimate, std_error, df, wald, f_df, lr, score;
} expected;

static bool read_line(void *to, const char *line)
{
    expected *c = to;
    if (text_of(c->name, sizeof c->name, line, "case")) {
        c->estimate = c->std_error = c->wald = c->lr = c->score = NAN;
        return true;
    }
    return text_of(c->file, sizeof c->file, line, "file") ||
           text_of(c->formula, sizeof c->formula, line, "formula") ||
           text_of(c->hypothesis, sizeof c->hypothesis, line, "hypothesis") ||
           text_of(c->weights, sizeof c->weights, line, "weights") ||
           text_of(c->trials, sizeof c->trials, line, "trials") ||
           text_of(c->offset, sizeof c->offset, line, "offset") ||
           text_of(c->strata, sizeof c->strata, line, "strata") ||
           text_of(c->sampling, sizeof c->sampling, line, "sampling") ||
           text_of(c->survey_strata, sizeof c->survey_strata, line, "survey_strata") ||
           text_of(c->vcov, sizeof c->vcov, line, "vcov") || number_of(&c->estimate, line, "estimate") ||
           number_of(&c->std_error, line, "std_error") || number_of(&c->df, line, "df") ||
           number_of(&c->wald, line, "wald") || number_of(&c->f_df, line, "f_df") ||
           number_of(&c->lr, line, "lr") || number_of(&c->score, line, "score");
}

static logreg_hypotheses *test_of(const studied *s, const char *text, bool profile)
{
    logreg_error err = {.message = ""};
    logreg_hypotheses *h = NULL;
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.study = s->study;
    o.profile = profile;
    logreg_status status = logreg_hypotheses_new(&h, s->model, &text, 1, &o, &err);
    if (status != LOGREG_OK)
        printf("# %s\n", err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    return h;
}

static bool same_statistic(const logreg_test *got, double want, double df, double f_df)
{
    if (isnan(want))
        return isnan(got->statistic) && isnan(got->p);
    double p = f_df > 0 ? gsl_cdf_fdist_Q(got->statistic, df, f_df) : gsl_cdf_chisq_Q(got->statistic, df);
    return near_rel(got->statistic, want, TOL_TEST) && got->df == df && got->f_df == f_df &&
           near_rel(got->p, p, 1e-12);
}

static bool agrees(const logreg_hypothesis *h, const expected *c)
{
    const logreg_coefficient *of = &h->equation[0].of;
    double z = (c->estimate - h->equation[0].value) / c->std_error;
    bool same = isnan(c->estimate)
                    ? !isfinite(of->estimate)
                    : near_abs(of->estimate, c->estimate, 1e-9 * c->std_error) &&
                          near_rel(of->std_error, c->std_error, 1e-8) && near_rel(of->z, z, 1e-8);
    return same && near_rel((double)h->df, c->df, 0) && same_statistic(&h->wald, c->wald, c->df, c->f_df) &&
           same_statistic(&h->lr, c->lr, c->df, 0) && same_statistic(&h->score, c->score, c->df, 0);
}

static void check_case(const void *of, void *data)
{
    const expected *c = of;
    (void)data;
    logreg_options o = logreg_options_default();
    char *cluster = strchr(c->vcov, ':');
    o.weights = or_null(c->weights);
    o.offset = or_null(c->offset);
    o.trials = or_null(c->trials);
    o.strata = or_null(c->strata);
    o.sampling_weights = or_null(c->sampling);
    o.survey_strata = or_null(c->survey_strata);
    o.vcov = cluster ? "cluster" : or_null(c->vcov);
    o.clusters[0] = cluster ? cluster + 1 : NULL;
    logreg_frame *frame = frame_of_file(c->file);
    studied s = study_frame(frame, c->formula, &o, 0);
    logreg_hypotheses *h = test_of(&s, c->hypothesis, false);
    CU_ASSERT_TRUE(agrees(h->hypothesis, c));
    CU_ASSERT_EQUAL(h->hypothesis->remark != NULL, isnan(c->wald + c->lr + c->score));
    logreg_hypotheses_free(h);
    studied_free(&s);
}

static void reference(void)
{
    CU_ASSERT_TRUE(
        each_case("tests/reference/hypothesis.txt", sizeof(expected), read_line, check_case, NULL) >= 25);
}

/* ---- Against other ways to the same ---- */

/* A term, tested by itself; and where the profile of a combination ends, its likelihood-ratio statistic is the quantile. Firth's likelihood too. */
static void other_ways(const char *penalty)
{
    logreg_options o = logreg_options_default();
    o.penalty = penalty;
    studied s = study_frame(frame_shipped("mtcars"), "am ~ wt + C(cyl)", &o, 0);
    logreg_term_test term[2];
    CU_ASSERT_EQUAL_FATAL(logreg_study_terms(term, s.study, NULL), LOGREG_OK);
    logreg_hypotheses *h = test_of(&s, "C(cyl)", true);
    CU_ASSERT_EQUAL(h->hypothesis->df, 2);
    CU_ASSERT_TRUE(near_rel(h->hypothesis->lr.statistic, term[1].lr.statistic, 1e-9));
    CU_ASSERT_TRUE(near_rel(h->hypothesis->wald.statistic, term[1].wald.statistic, 1e-9));
    CU_ASSERT_TRUE(isnan(term[1].score.statistic)
                       ? isnan(h->hypothesis->score.statistic)
                       : near_rel(h->hypothesis->score.statistic, term[1].score.statistic, 1e-8));
    logreg_hypotheses_free(h);

    h = test_of(&s, "2*wt + C(cyl)[8]/3 = 1", true);
    const logreg_equation *e = h->hypothesis->equation;
    CU_ASSERT_TRUE(near_rel(e->of.p, h->hypothesis->lr.p, 1e-9));
    CU_ASSERT_TRUE(near_rel(e->of.z * e->of.z, h->hypothesis->lr.statistic, 1e-9));
    CU_ASSERT_TRUE(e->of.z < 0 && e->of.low < e->of.estimate && e->of.estimate < e->of.high);
    for (int side = 0; side < 2; side++) {
        char text[100];
        snprintf(text, sizeof text, "2*wt + C(cyl)[8]/3 = %.17g", side ? e->of.high : e->of.low);
        logreg_hypotheses *end = test_of(&s, text, false);
        CU_ASSERT_TRUE(near_rel(end->hypothesis->lr.statistic, gsl_cdf_chisq_Pinv(0.95, 1), 1e-8));
        logreg_hypotheses_free(end);
    }
    logreg_hypotheses_free(h);
    studied_free(&s);
}

static void ways(void)
{
    other_ways("none");
    other_ways("firth");
}

/* ---- How they are read ---- */

/* A hypothesis, and its equations as they are read, "; " between them, one that follows in brackets; or a part of the sentence that refuses it. */
typedef struct {
    const char *text, *read;
} reading;

static bool reads(const logreg_model *m, const reading *r, logreg_status fails)
{
    logreg_error err = {.message = ""};
    logreg_hypotheses *h = NULL;
    char all[400] = "";
    logreg_status status = logreg_hypotheses_new(&h, m, &r->text, 1, NULL, &err);
    for (size_t i = 0; status == LOGREG_OK && i < h->hypothesis->n_equations; i++) {
        const logreg_equation *e = &h->hypothesis->equation[i];
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%s%s%s", i ? "; " : "", e->follows ? "[" : "", e->text,
                 e->follows ? "]" : "");
    }
    logreg_hypotheses_free(h);
    bool ok = status == fails && (fails ? strstr(err.message, r->read) != NULL : same_text(all, r->read));
    if (!ok)
        printf("# %s: %s%s\n", r->text, all, err.message);
    return ok;
}

/* Columns with all sorts of names. */
static logreg_frame *odd_frame(void)
{
    enum { N = 40 };
    static const char *const level[] = {"no", "yes, often", "now and then"};
    const char *text[N], *number[N];
    double x[N], z[N], y[N];
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    for (size_t i = 0; i < N; i++) {
        x[i] = (double)(i % 7);
        z[i] = (double)(i * i % 11);
        y[i] = (double)(i * 5 % 13 % 2);
        text[i] = level[i % 3];
        number[i] = i % 4 ? "2" : "1";
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "dose - base", z, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "smokes", text, N, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "arm", number, N, NULL), LOGREG_OK);
    return frame;
}

static void grammar(void)
{
    static const reading sound[] = {
        {"x", "x = 0"},
        {" x=\t1e-1 ", "x = 0.1"},
        {"3 = x", "x = 3"},
        {"-x = 2", "-x = 2"},
        {"2*x/3 = 1", "2*x/3 = 1"},
        {"x/3 + x/3 + x/3", "x = 0"},
        {"x*2.5 - (x - (Intercept))/2 = 0.1 + 0.2", "0.5*(Intercept) + 2*x = 0.3"},
        {"0.1*x + 0.2*x - 0.3*x + arm[2]", "arm[2] = 0"},
        {"x = arm[2] = 1", "x - arm[2] = 0; arm[2] = 1"},
        {"x + 1 = arm2 - 1", "x - arm[2] = -2"},
        {"x, arm[2], x + arm[2] = 0", "x = 0; arm[2] = 0; [x + arm[2] = 0]"},
        {"2*x - arm[2] = 1, arm[2] = 3, 3*x = 6", "2*x - arm[2] = 1; arm[2] = 3; [3*x = 6]"},
        {"x = x, x = 1", "x = 1"},
        {"smokes", "smokes[now and then] = 0; smokes[yes, often] = 0"},
        {"smokes = x", "smokes[now and then] - x = 0; smokes[yes, often] - x = 0"},
        {"smokes[yes, often] = 2*smokes[now and then]", "smokes[yes, often] - 2*smokes[now and then] = 0"},
        {"`smokes[yes, often]` = 2", "smokes[yes, often] = 2"},
        {"dose - base = 1", "`dose - base` = 1"},
        {"`dose - base` + x", "`dose - base` + x = 0"},
        {"x:arm[2] = x", "x:arm[2] - x = 0"},
        {"x:arm - x", "x:arm[2] - x = 0"},
        {"1e15*x = 1, x + 1e-15*arm[2]", "1e+15*x = 1; x + 1e-15*arm[2] = 0"},
    };
    static const reading wrong[] = {
        {"", "is expected at the end"},
        {"x +", "is expected at the end"},
        {"x,,x", "character 3: a coefficient or a number is expected, not ','"},
        {"x == 1", "character 4: a coefficient or a number is expected, not '='"},
        {"x < 1", "hypotheses are equations"},
        {"2 x", "character 3: a sign, such as + or =, is expected, not 'x'"},
        {"(x = 1)", "a ')' is expected, not '='"},
        {"((x)", "a ')' is expected at the end"},
        {"`x", "never closed"},
        {"1.2.3*x", "'1.2.3' is no number"},
        {"1e999*x", "'1e999' is no number"},
        {"1e300*1e300*x", "too large"},
        {"x*arm[2]", "not multiplied by each other"},
        {"1/x", "behind no '/'"},
        {"x/(1 - 1)", "divided by 0"},
        {"arm[3]", "did you mean 'arm[2]'?"},
        {"smoke", "did you mean 'smokes"},
        {"smokes[no]", "'smokes[no]'"},
        {"entirely", "the coefficients are (Intercept), dose - base, "},
        {"`x + arm[2]`", "called 'x + arm[2]'"},
        {"smokes = x + smokes - smokes[yes, often], smokes*0 = 1", "asks that 0 = 1"},
        {"x = x", "says nothing"},
        {"7", "asks that 0 = -7"},
        {"x = 1, arm[2] = 2, x + arm[2] = 4",
         "x + arm[2] is to be 4, but the equations before that make it 3"},
    };
    logreg_frame *frame = odd_frame();
    logreg_model *m = fit_frame(frame, "y ~ `dose - base` + smokes + x*arm", NULL);
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
        CU_ASSERT_TRUE(reads(m, &sound[i], LOGREG_OK));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CU_ASSERT_TRUE(reads(m, &wrong[i], LOGREG_EINVAL));
    char deep[400];
    memset(deep, '(', 200);
    strcpy(deep + 200, "x");
    CU_ASSERT_TRUE(reads(m, &(reading){deep, "nested too deeply"}, LOGREG_EINVAL));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

static void classes(void)
{
    static const reading sound[] = {
        {"sepal_width", "versicolor:sepal_width = 0; virginica:sepal_width = 0"},
        {"virginica:sepal_width = 2", "virginica:sepal_width = 2"},
        {"`virginica:sepal_width` = versicolor:sepal_width",
         "virginica:sepal_width - versicolor:sepal_width = 0"},
        {"virginica:sepal_width = sepal_width", "virginica:sepal_width - versicolor:sepal_width = 0"},
    };
    static const reading wrong[] = {
        {"setosa:sepal_width", "'setosa' is the class that the others are compared with"},
        {"virginica:sepal", "did you mean 'virginica:sepal_width'?"},
    };
    logreg_frame *frame = frame_shipped("iris");
    logreg_model *m = fit_frame(frame, "species ~ sepal_width", NULL);
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
        CU_ASSERT_TRUE(reads(m, &sound[i], LOGREG_OK));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CU_ASSERT_TRUE(reads(m, &wrong[i], LOGREG_EINVAL));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* Aliased columns have no coefficients: a term is what is left of it. */
static void aliased(void)
{
    logreg_frame *frame = odd_frame();
    logreg_model *m = fit_frame(frame, "y ~ x + I(2*x) + I(0*x) + smokes + C(smokes)", NULL);
    CU_ASSERT_TRUE(reads(
        m, &(reading){"smokes, x", "smokes[now and then] = 0; smokes[yes, often] = 0; x = 0"}, LOGREG_OK));
    CU_ASSERT_TRUE(
        reads(m, &(reading){"I(2 * x)", "'I(2 * x)' is aliased, being made of 'x'"}, LOGREG_EDATA));
    CU_ASSERT_TRUE(reads(m, &(reading){"I(0 * x) = 1", "'I(0 * x)' is 0 in every row"}, LOGREG_EDATA));
    CU_ASSERT_TRUE(reads(m, &(reading){"C(smokes)", "is aliased, being made of 'smokes["}, LOGREG_EDATA));
    logreg_model_free(m);
    logreg_frame_free(frame);
}

/* ---- Matrices ---- */

static void matrices(void)
{
    logreg_error err;
    studied s = study_frame(frame_shipped("vaso"), "constricted ~ log(volume) + log(rate)", NULL, 0);
    logreg_hypotheses *a = test_of(&s, "log(volume) = log(rate), (Intercept) = -2", false), *b = NULL;
    double c[] = {0, 1, -1, 1, 0, 0}, values[] = {0, -2};
    gsl_matrix_view C = gsl_matrix_view_array(c, 2, 3);
    gsl_vector_view v = gsl_vector_view_array(values, 2);
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.study = s.study;
    CU_ASSERT_EQUAL_FATAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, &v.vector, &o, NULL),
                          LOGREG_OK);
    CU_ASSERT_TRUE(same_text(b->hypothesis->text, "log(volume) - log(rate) = 0, (Intercept) = -2"));
    CU_ASSERT_EQUAL(a->hypothesis->lr.statistic, b->hypothesis->lr.statistic);
    CU_ASSERT_EQUAL(a->hypothesis->score.statistic, b->hypothesis->score.statistic);
    CU_ASSERT_EQUAL(a->hypothesis->wald.statistic, b->hypothesis->wald.statistic);
    CU_ASSERT_TRUE(isnan(b->hypothesis->equation[1].of.odds_ratio));
    logreg_hypotheses_free(a);
    logreg_hypotheses_free(b);
    b = NULL;
    gsl_matrix_view narrow = gsl_matrix_view_array(c, 3, 2);
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &narrow.matrix, NULL, NULL, &err),
                    LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "the model has 3 coefficients"));
    c[1] = INFINITY;
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, NULL, NULL, &err), LOGREG_EINVAL);
    c[1] = 1;
    values[1] = NAN;
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, &v.vector, NULL, &err),
                    LOGREG_EINVAL);
    memset(c, 0, sizeof c);
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, NULL, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "says nothing"));
    o.level = 1;
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, NULL, &o, &err), LOGREG_EINVAL);
    o = logreg_hypotheses_options_default();
    o.profile = true;
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, s.model, &C.matrix, NULL, &o, &err), LOGREG_EINVAL);
    logreg_model *other = fit_frame(s.frame, "constricted ~ log(volume)", NULL);
    o.study = s.study;
    CU_ASSERT_EQUAL(logreg_hypotheses_new_matrix(&b, other, &C.matrix, NULL, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, "another model"));
    CU_ASSERT_PTR_NULL(b);
    logreg_model_free(other);
    studied_free(&s);
}

/* ---- Few clusters ---- */

/* Nine clusters bear no test of more than eight equations. */
static void few_clusters(void)
{
    logreg_frame *frame = NULL;
    logreg_options o = logreg_options_default();
    o.vcov = "cluster";
    o.clusters[0] = "year";
    CU_ASSERT_EQUAL_FATAL(
        logreg_frame_read_csv(&frame, source_path("tests/reference/data/pupils.csv"), NULL, NULL), LOGREG_OK);
    studied s = study_frame(frame, "passed ~ x*sex*district", &o, 0);
    size_t n = 0;
    CU_ASSERT_PTR_NOT_NULL(logreg_model_cluster(s.model, 0, &n));
    logreg_hypotheses *one = test_of(&s, "x = 1", false);
    logreg_hypotheses *all =
        test_of(&s, "x, sex, district, x:sex, x:district, sex:district, x:sex:district", false);
    CU_ASSERT_TRUE(n == 9 && isfinite(one->hypothesis->wald.statistic));
    CU_ASSERT_PTR_NOT_NULL(strstr(one->hypothesis->remark, "stands without the likelihood"));
    CU_ASSERT_TRUE(isnan(all->hypothesis->wald.statistic));
    CU_ASSERT_PTR_NOT_NULL(strstr(all->hypothesis->remark, "too few clusters"));
    logreg_hypotheses_free(one);
    logreg_hypotheses_free(all);
    studied_free(&s);
}

/* ---- Penalties ---- */

static void penalties(void)
{
    static const char *const penalty[] = {"flic", "flac"};
    for (size_t i = 0; i < 2; i++) {
        logreg_options o = logreg_options_default();
        o.penalty = penalty[i];
        studied s = study_frame(frame_toy_b(), "y ~ x1 + x2", &o, 0);
        logreg_hypotheses *h = test_of(&s, "x1 = x2", false), *with = test_of(&s, "(Intercept) = x2", false);
        CU_ASSERT_TRUE(isfinite(h->hypothesis->wald.statistic) && isfinite(with->hypothesis->wald.statistic));
        CU_ASSERT_EQUAL(isfinite(h->hypothesis->lr.statistic), i == 0);
        CU_ASSERT_TRUE(isnan(with->hypothesis->lr.statistic));
        CU_ASSERT_PTR_NOT_NULL(strstr(with->hypothesis->remark, penalty[i]));
        logreg_hypotheses_free(h);
        logreg_hypotheses_free(with);
        studied_free(&s);
    }
}

/* ---- Without a maximum ---- */

/* The columns of toy B, times `many` as frequencies or trials and with an offset that its own coefficient of x2 makes up for. */
static void limit_set(studied *s, bool trials, double shift)
{
    logreg_frame *toy = frame_toy_b(), *frame = NULL;
    size_t n = logreg_frame_rows(toy);
    double x1[20], x2[20], y[20], two[20], offset[20];
    logreg_options o = logreg_options_default();
    for (size_t i = 0; i < n; i++) {
        x1[i] = logreg_frame_number(toy, i, 0);
        x2[i] = logreg_frame_number(toy, i, 1);
        y[i] = logreg_frame_number(toy, i, 2) * (trials ? 2 : 1);
        two[i] = 2;
        offset[i] = shift * x2[i];
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x1", x1, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x2", x2, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "two", two, n, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "offset", offset, n, 1, NULL), LOGREG_OK);
    o.offset = "offset";
    o.weights = trials ? NULL : "two";
    o.trials = trials ? "two" : NULL;
    *s = study_frame(frame, "y ~ x1 + x2", &o, 0);
    logreg_frame_free(toy);
}

/* Twice each row is twice each statistic, be it by frequencies or by trials; and the offset moves x2 alone. */
static void limits(void)
{
    studied plain = study_frame(frame_toy_b(), "y ~ x1 + x2", NULL, 0), s;
    logreg_hypotheses *want = test_of(&plain, "x1 = x2 + 1, (Intercept) = -4", true);
    for (int trials = 0; trials < 2; trials++) {
        limit_set(&s, trials, 0.5);
        logreg_hypotheses *h = test_of(&s, "x1 = x2 + 1.5, (Intercept) = -4", true);
        CU_ASSERT_TRUE(near_rel(h->hypothesis->lr.statistic, 2 * want->hypothesis->lr.statistic, 1e-9));
        CU_ASSERT_TRUE(near_rel(h->hypothesis->score.statistic, 2 * want->hypothesis->score.statistic, 1e-8));
        CU_ASSERT_EQUAL(h->hypothesis->equation[0].of.status, LOGREG_COEF_PLUS_INFINITY);
        CU_ASSERT_EQUAL(h->hypothesis->equation[1].of.status, LOGREG_COEF_MINUS_INFINITY);
        logreg_hypotheses_free(h);
        studied_free(&s);
    }
    logreg_hypotheses_free(want);

    /* Intervals whose one end is known (test_profile.c), of multiples of either sign. */
    logreg_hypotheses *up = test_of(&plain, "2*x1 = 1", true), *down = test_of(&plain, "-3*x1 = 1", true);
    CU_ASSERT_TRUE(near_abs(up->hypothesis->equation->of.low, 2 * 0.519133688, 1e-8));
    CU_ASSERT_EQUAL(up->hypothesis->equation->of.high, INFINITY);
    CU_ASSERT_TRUE(near_abs(down->hypothesis->equation->of.high, -3 * 0.519133688, 1e-8));
    CU_ASSERT_EQUAL(down->hypothesis->equation->of.low, -INFINITY);
    CU_ASSERT_TRUE(near_rel(up->hypothesis->equation->of.p, up->hypothesis->lr.p, 1e-8));
    logreg_hypotheses_free(up);
    logreg_hypotheses_free(down);

    /* Of a finite sum of infinite ones: where the likelihood has fallen by the quantile. */
    logreg_hypotheses *sum = test_of(&plain, "(Intercept) + 3*x1 = 0", true);
    char text[80];
    snprintf(text, sizeof text, "(Intercept) + 3*x1 = %.17g", sum->hypothesis->equation->of.high);
    logreg_hypotheses *end = test_of(&plain, text, false);
    CU_ASSERT_TRUE(near_rel(end->hypothesis->lr.statistic, gsl_cdf_chisq_Pinv(0.95, 1), 1e-7));
    CU_ASSERT_TRUE(isnan(sum->hypothesis->equation->of.odds_ratio_low));
    logreg_hypotheses_free(end);
    logreg_hypotheses_free(sum);
    studied_free(&plain);
}

/* Where a walk to the hypothesis ends in probabilities of 0 and 1 the model is fitted anew. */
static void far_out(void)
{
    studied s = study_frame(frame_shipped("mtcars"), "am ~ wt + hp + C(cyl)", NULL, 0);
    logreg_hypotheses *h = test_of(&s, "wt = 1, hp = -1", false);
    double held[32];
    for (size_t i = 0; i < 32; i++)
        held[i] = logreg_frame_number(s.frame, i, logreg_frame_find(s.frame, "wt")) -
                  logreg_frame_number(s.frame, i, logreg_frame_find(s.frame, "hp"));
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(s.frame, "held", held, 32, 1, NULL), LOGREG_OK);
    logreg_options o = logreg_options_default();
    o.offset = "held";
    logreg_model *m = fit_frame(s.frame, "am ~ C(cyl)", &o);
    CU_ASSERT_TRUE(logreg_model_converged(m));
    double fall = logreg_model_log_likelihood(s.model) - logreg_model_log_likelihood(m);
    CU_ASSERT_TRUE(near_rel(h->hypothesis->lr.statistic, 2 * fall, 1e-10));
    logreg_hypotheses_free(h);
    logreg_model_free(m);
    studied_free(&s);
}

/* What is not known there is said. */
static void unknown_limits(void)
{
    logreg_frame *frame = NULL;
    logreg_options o = logreg_options_default();
    studied s =
        study_frame(frame_shipped("iris"), "species ~ sepal_length + petal_length + sepal_width", NULL, 0);
    const char *text = "sepal_width", *difference = "2*versicolor:sepal_width = 2*virginica:sepal_width";
    logreg_hypotheses_options options = logreg_hypotheses_options_default();
    logreg_hypotheses *h = test_of(&s, difference, false);
    CU_ASSERT_PTR_NOT_NULL(strstr(h->hypothesis->remark, "no score test"));
    CU_ASSERT_TRUE(isfinite(h->hypothesis->wald.statistic));
    double statistic = h->hypothesis->lr.statistic; /* of one equation the profile tells it */
    logreg_hypotheses_free(h);
    options.study = s.study;
    options.profile = true;
    h = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_hypotheses_new(&h, s.model, &difference, 1, &options, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(near_rel(pow(h->hypothesis->equation[0].of.z, 2), statistic, 1e-9));
    logreg_hypotheses_free(h);
    h = test_of(&s, "versicolor:sepal_width = 0, virginica:petal_length = 0", false);
    CU_ASSERT_PTR_NOT_NULL(strstr(h->hypothesis->remark, "no score test"));
    CU_ASSERT_TRUE(h->hypothesis->lr.statistic >= 0 && h->hypothesis->lr.df == 2);
    logreg_hypotheses_free(h);
    h = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_hypotheses_new(&h, s.model, &text, 1, &options, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL(h->hypothesis->n_equations, 2);
    for (size_t i = 0; i < 2; i++) {
        const logreg_coefficient *of = &h->hypothesis->equation[i].of;
        CU_ASSERT_TRUE(of->low == -INFINITY && of->high == INFINITY && of->z == 0 && of->p == 1);
        CU_ASSERT_EQUAL(of->status, LOGREG_COEF_UNDETERMINED);
    }
    logreg_hypotheses_free(h);
    studied_free(&s);
    CU_ASSERT_EQUAL_FATAL(
        logreg_frame_read_csv(&frame, source_path("tests/reference/data/sets_quasi.csv"), NULL, NULL),
        LOGREG_OK);
    o.strata = "s";
    s = study_frame(frame, "y ~ x1 + x2", &o, 0);
    CU_ASSERT_NOT_EQUAL(logreg_model_separation(s.model), LOGREG_SEPARATION_NONE);
    h = test_of(&s, "x1 = x2", false);
    CU_ASSERT_TRUE(h->hypothesis->lr.statistic > 0 && h->hypothesis->lr.df == 1);
    logreg_hypotheses_free(h);
    h = test_of(&s, "x1 = 0, x2 = 0", false);
    CU_ASSERT_PTR_NOT_NULL(strstr(h->hypothesis->remark, "no score test"));
    CU_ASSERT_TRUE(h->hypothesis->lr.statistic > 0 && h->hypothesis->lr.df == 2);
    logreg_hypotheses_free(h);
    studied_free(&s);
    o = logreg_options_default();
    o.max_iter = 1;
    s = study_frame(frame_shipped("vaso"), "constricted ~ volume + rate", &o, 0);
    h = test_of(&s, "volume = rate", false);
    CU_ASSERT_PTR_NOT_NULL(strstr(h->hypothesis->remark, "has not converged"));
    logreg_hypotheses_free(h);
    studied_free(&s);
}

/* ---- Memory ---- */

static bool everything(void *context)
{
    static const char *const text[] = {"C(cyl) = 2*wt, (wt + `C(cyl)[6]`)/3 = 1", "wt = -3 = C(cyl)[8]"};
    const studied *s = context;
    logreg_hypotheses *h = NULL;
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.study = s->study;
    o.profile = true;
    logreg_status status = logreg_hypotheses_new(&h, s->model, text, 2, &o, NULL);
    bool ok = status == LOGREG_ENOMEM || (status == LOGREG_OK && isfinite(h->hypothesis[1].score.statistic));
    logreg_hypotheses_free(h);
    return ok;
}

static bool by_matrix(void *context)
{
    const studied *s = context;
    logreg_hypotheses *h = NULL;
    double c[] = {0, 1, 0, 1, 0, 1, 0, 0};
    gsl_matrix_view C = gsl_matrix_view_array(c, 2, 4);
    logreg_status status = logreg_hypotheses_new_matrix(&h, s->model, &C.matrix, NULL, NULL, NULL);
    bool ok = status == LOGREG_ENOMEM || (status == LOGREG_OK && isnan(h->hypothesis->lr.statistic));
    logreg_hypotheses_free(h);
    return ok;
}

static bool in_limits(void *context)
{
    static const char *const text[] = {"x1 = x2"};
    const studied *s = context;
    logreg_hypotheses *h = NULL;
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.study = s->study;
    o.profile = true;
    logreg_status status = logreg_hypotheses_new(&h, s->model, text, 1, &o, NULL);
    bool ok = status == LOGREG_ENOMEM || (status == LOGREG_OK && isfinite(h->hypothesis->lr.statistic));
    logreg_hypotheses_free(h);
    return ok;
}

/* Of matched sets one equation goes by the profile, several by the sets; all of them leave nothing free. */
static bool in_sets(void *context)
{
    static const char *const text[] = {"x1 = 0, x2 = 1"};
    const studied *s = context;
    logreg_hypotheses *h = NULL;
    logreg_hypotheses_options o = logreg_hypotheses_options_default();
    o.study = s->study;
    logreg_status status = logreg_hypotheses_new(&h, s->model, text, 1, &o, NULL);
    bool ok = status == LOGREG_ENOMEM || (status == LOGREG_OK && isfinite(h->hypothesis->lr.statistic));
    logreg_hypotheses_free(h);
    return ok;
}

static void memory(void)
{
    logreg_options o = logreg_options_default();
    o.strata = "s";
    studied s = study_frame(frame_shipped("mtcars"), "am ~ wt + C(cyl)", NULL, 0);
    CU_ASSERT_TRUE(oom_each(everything, &s));
    CU_ASSERT_TRUE(oom_each(by_matrix, &s));
    studied_free(&s);
    s = study_frame(frame_toy_b(), "y ~ x1 + x2", NULL, 0);
    CU_ASSERT_TRUE(oom_each(in_limits, &s));
    studied_free(&s);
    s = study_frame(frame_of_file("tests/reference/data/sets_quasi.csv"), "y ~ x1 + x2", &o, 0);
    CU_ASSERT_TRUE(oom_each(in_sets, &s));
    studied_free(&s);
}

const test_case tests[] = {
    {"Wald, likelihood-ratio and score tests are R's", reference},
    {"and those of terms, and of profiles", ways},
    {"how hypotheses are read", grammar},
    {"of many classes", classes},
    {"aliased columns", aliased},
    {"matrices", matrices},
    {"clusters that are too few", few_clusters},
    {"penalties that move the intercept", penalties},
    {"where classes are separated", limits},
    {"far out", far_out},
    {"and what is not known there", unknown_limits},
    {"memory that runs out", memory},
    {NULL, NULL},
};
