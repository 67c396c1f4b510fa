/* Two models on the same rows: DeLong's test against pROC and by definition, losses against row by row, models side by side. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "../reference/delong.h"
#include "fitted.h"
#include "frames.h"
#include "oom.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TOL_PROC 1e-12 /* what its sums of placements keep */

static logreg_labelled two_classes(size_t n, const double *y, const double *p, const double *w)
{
    return (logreg_labelled){.n = n, .n_classes = 2, .y = y, .p = p, .w = w};
}

static logreg_metric_test test_by(const char *metric, const logreg_labelled *rows, const double *other)
{
    logreg_metric_test test;
    CU_ASSERT_EQUAL(logreg_metric_compare(&test, logreg_metric_find(metric), rows, other, NULL), LOGREG_OK);
    return test;
}

static void agrees_with_proc(void)
{
    for (size_t i = 0; i < COUNT(delong_cases); i++) {
        __typeof__(&delong_cases[0]) c = &delong_cases[i];
        logreg_labelled rows = two_classes(c->n, c->y, c->a, c->w);
        logreg_metric_test t = test_by("auc", &rows, c->b);
        for (int k = 0; k < 2; k++) {
            double auc, se;
            CU_ASSERT_EQUAL(logreg_metric_auc(&auc, &se, c->y, k ? c->b : c->a, c->w, c->n, NULL), LOGREG_OK);
            CU_ASSERT_TRUE(near_rel(t.value[k], c->auc[k], TOL_PROC) && near_rel(t.value[k], auc, TOL_SUM));
            CU_ASSERT_TRUE(near_rel(t.std_error[k], c->std_error[k], TOL_PROC) &&
                           near_rel(t.std_error[k], se, TOL_SUM));
        }
        CU_ASSERT_TRUE(near_rel(t.difference, c->auc[0] - c->auc[1], TOL_PROC));
        CU_ASSERT_TRUE(near_rel(t.difference_error, c->difference_error, TOL_PROC));
        CU_ASSERT_TRUE(near_rel(t.z, c->z, TOL_PROC) && near_rel(t.p, c->p, TOL_PROC));
    }
    /* as published with the package */
    CU_ASSERT_TRUE(near_abs(delong_cases[0].auc[0], 0.7313686, 5e-8));
}

/* Grouped rows are their trials, and scores that order rows alike leave nothing to test. */
static void of_trials_and_equals(void)
{
    const double share[] = {0.75, 0.5, 0.25}, a[] = {0.8, 0.3, 0.4}, b[] = {0.6, 0.7, 0.1},
                 trials[] = {4, 2, 4};
    const double y[] = {1, 1, 1, 0, 1, 0, 1, 0, 0, 0},
                 p[] = {0.8, 0.8, 0.8, 0.8, 0.3, 0.3, 0.4, 0.4, 0.4, 0.4},
                 q[] = {0.6, 0.6, 0.6, 0.6, 0.7, 0.7, 0.1, 0.1, 0.1, 0.1};
    logreg_labelled grouped = two_classes(3, share, a, trials), single = two_classes(10, y, p, NULL);
    const char *const metric[] = {"auc", "log_loss", "brier"};
    for (size_t i = 0; i < 3; i++) {
        logreg_metric_test g = test_by(metric[i], &grouped, b), s = test_by(metric[i], &single, q);
        CU_ASSERT_TRUE(near_rel(g.difference, s.difference, TOL_SUM) && near_rel(g.z, s.z, TOL_SUM));
        CU_ASSERT_TRUE(near_rel(g.difference_error, s.difference_error, TOL_SUM));
        logreg_metric_test back =
            test_by(metric[i], &(logreg_labelled){.n = 10, .n_classes = 2, .y = y, .p = q}, p);
        CU_ASSERT_TRUE(near_rel(back.z, -s.z, TOL_SUM) && near_rel(back.p, s.p, TOL_SUM));
        logreg_metric_test same = test_by(metric[i], &single, p);
        CU_ASSERT_TRUE(same.difference == 0 && same.difference_error == 0 && isnan(same.z) && isnan(same.p));
    }
}

/* Mean and standard error of the differences of losses, plainly. */
static void losses_row_by_row(void)
{
    const double y[] = {2, 0, 1, 1}, w[] = {1, 3, 2, 1};
    const double P[] = {0.2, 0.3, 0.5, 0.6, 0.3, 0.1, 0.1, 0.8, 0.1, 0.3, 0.3, 0.4};
    const double Q[] = {0.3, 0.3, 0.4, 0.5, 0.25, 0.25, 0.4, 0.5, 0.1, 0.2, 0.7, 0.1};
    logreg_labelled rows = {.n = 4, .n_classes = 3, .y = y, .p = P, .w = w};
    for (int brier = 0; brier < 2; brier++) {
        double d[4], mean = 0, square = 0;
        for (size_t i = 0; i < 4; i++) {
            d[i] = 0;
            for (size_t k = 0; k < 3; k++) {
                double is = y[i] == (double)k, p = P[3 * i + k], q = Q[3 * i + k];
                d[i] += brier ? (p - is) * (p - is) - (q - is) * (q - is) : is * (log(q) - log(p));
            }
            mean += w[i] * d[i] / 7;
        }
        for (size_t i = 0; i < 4; i++)
            square += w[i] * (d[i] - mean) * (d[i] - mean);
        logreg_metric_test t = test_by(brier ? "brier" : "log_loss", &rows, Q);
        CU_ASSERT_TRUE(near_rel(t.difference, mean, TOL_SUM) &&
                       near_rel(t.difference, t.value[0] - t.value[1], TOL_LONG));
        CU_ASSERT_TRUE(near_rel(t.difference_error, sqrt(square / 6 / 7), TOL_SUM));
    }
}

static void without_meaning(void)
{
    const double y[] = {0, 1, 1}, ones[] = {1, 1, 1}, p[] = {0.2, 0.5, 0.9}, q[] = {0.3, 0.2, 0.8},
                 bad[] = {0.3, NAN, 0.8}, sure[] = {0.2, 0, 0.9};
    logreg_labelled rows = two_classes(3, y, p, NULL), one = two_classes(3, ones, p, NULL), three = rows;
    CU_ASSERT_TRUE(isnan(test_by("auc", &one, q).value[0]));
    CU_ASSERT_TRUE(isnan(test_by("auc", &rows, bad).z));
    logreg_metric_test t = test_by("auc", &rows, q); /* one other has no variance */
    CU_ASSERT_TRUE(t.value[0] == 1 && t.value[1] == 0.5 && t.difference == 0.5 && isnan(t.difference_error) &&
                   isnan(t.p));
    t = test_by("log_loss", &rows, sure);
    CU_ASSERT_TRUE(t.value[1] == INFINITY && isnan(t.difference) && isnan(t.p));
    rows.n = 0;
    CU_ASSERT_TRUE(isnan(test_by("brier", &rows, q).difference));
    logreg_error err;
    logreg_metric_test untouched = {.z = -7};
    CU_ASSERT_EQUAL(logreg_metric_compare(&untouched, logreg_metric_find("f1"), &rows, q, &err),
                    LOGREG_EINVAL);
    CU_ASSERT_TRUE(untouched.z == -7 && strstr(err.message, "by f1"));
    three.n_classes = 3;
    CU_ASSERT_EQUAL(logreg_metric_compare(&untouched, logreg_metric_find("auc"), &three, q, &err),
                    LOGREG_EINVAL);
    CU_ASSERT_TRUE(strstr(err.message, "more than two classes") != NULL);
}

/* ---- Models ---- */

static bool refuses(const logreg_model *m, const logreg_frame *frame, const logreg_model *other,
                    const logreg_frame *own, logreg_status status, const char *what)
{
    logreg_error err;
    logreg_contest contest = {.n_rows = 77};
    bool ok = logreg_contest_hold(&contest, m, frame, other, own, &err) == status && contest.n_rows == 77;
    if (!strstr(err.message, what))
        printf("# %s\n", err.message);
    return ok && strstr(err.message, what);
}

static void refused(void)
{
    fitted challenger = fit_one(FIT_CHALLENGER), beetle = fit_one(FIT_BEETLE), iris = fit_one(FIT_SPECIES),
           toy = fit_one(FIT_TOY_B), labels = fit_one(FIT_UCB);
    CU_ASSERT_TRUE(refuses(challenger.model, challenger.frame, beetle.model, beetle.frame, LOGREG_EINVAL,
                           "rows and on"));
    CU_ASSERT_TRUE(refuses(challenger.model, challenger.frame, iris.model, challenger.frame, LOGREG_EDATA,
                           "of 2 and of 3 classes"));
    CU_ASSERT_TRUE(refuses(challenger.model, challenger.frame, toy.model, challenger.frame, LOGREG_EDATA,
                           "lack column 'x1'"));
    CU_ASSERT_TRUE(
        refuses(labels.model, labels.frame, toy.model, labels.frame, LOGREG_EDATA, "different outcomes"));
    fitted *all[] = {&challenger, &beetle, &iris, &toy, &labels};
    for (size_t i = 0; i < COUNT(all); i++)
        fitted_free(all[i]);
}

/* The other model's event may be the first one's other class, and rows that either lacks are left out. */
static void side_by_side(void)
{
    logreg_frame *frame = NULL;
    enum { N = 12 };
    double x[N], z[N];
    const char *label[N];
    for (size_t i = 0; i < N; i++) {
        x[i] = (double)(i * 7 % N);
        z[i] = i == 4 ? NAN : (double)(i * 5 % 7);
        label[i] = (i * 7 % N + i % 3) % 5 < 2 ? "no" : "yes";
    }
    x[9] = NAN;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "z", z, N, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "y", label, N, NULL), LOGREG_OK);
    logreg_options turned = logreg_options_default();
    turned.positive = "no";
    logreg_model *m = fit_frame(frame, "y ~ x", NULL), *same = fit_frame(frame, "y ~ z", NULL),
                 *other = fit_frame(frame, "y ~ z", &turned);
    logreg_contest a, b;
    CU_ASSERT_EQUAL_FATAL(logreg_contest_hold(&a, m, frame, same, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_contest_hold(&b, m, frame, other, frame, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(a.n_used == N - 2 && a.n_rows == N && a.n_obs == N - 2 && a.n_tests == 3);
    CU_ASSERT_TRUE(a.own_rows[0] && a.own_rows[1]);
    for (size_t i = 0; i < 3; i++) {
        CU_ASSERT_PTR_EQUAL(a.test[i].metric, b.test[i].metric);
        CU_ASSERT_TRUE(near_rel(a.test[i].difference, b.test[i].difference, TOL_LONG));
        CU_ASSERT_TRUE(near_rel(a.test[i].p, b.test[i].p, TOL_LONG));
    }
    /* what each model is worth on these rows, by itself */
    logreg_evaluation *e = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_contest_hold(&b, m, frame, m, frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_evaluate(&e, m, frame, NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < e->n_metrics; i++)
        for (size_t k = 0; k < 3; k++)
            if (e->metric[i] == b.test[k].metric)
                CU_ASSERT_TRUE(near_rel(e->measure[i].value, b.test[k].value[1], TOL_SUM));
    CU_ASSERT_TRUE(b.n_used == N - 1 && b.test[0].difference == 0);
    logreg_evaluation_free(e);
    logreg_model_free(m);
    logreg_model_free(same);
    logreg_model_free(other);
    logreg_frame_free(frame);
}

/* ---- Memory ---- */

static bool test_without_memory(void *context)
{
    (void)context;
    __typeof__(&delong_cases[0]) c = &delong_cases[2];
    logreg_labelled rows = two_classes(c->n, c->y, c->a, c->w);
    logreg_error err;
    logreg_metric_test test = {.z = -7};
    logreg_status status = logreg_metric_compare(&test, logreg_metric_find("auc"), &rows, c->b, &err);
    return status == LOGREG_OK ? test.z == test.z
                               : status == LOGREG_ENOMEM && err.status == status && test.z == -7;
}

static bool contest_without_memory(void *context)
{
    const fitted *f = context;
    logreg_error err;
    logreg_contest contest = {.n_rows = 77};
    logreg_status status = logreg_contest_hold(&contest, f->model, f->frame, f->model, f->frame, &err);
    if (status != LOGREG_OK)
        return status == LOGREG_ENOMEM && err.status == status && contest.n_rows == 77;
    logreg_evaluation *e = NULL;
    status = logreg_evaluate(&e, f->model, f->frame, NULL, &err);
    bool ok = status == LOGREG_OK || (status == LOGREG_ENOMEM && !e);
    logreg_report_options o = logreg_report_options_default();
    o.contest = &contest;
    for (int json = 0; status == LOGREG_OK && json < 2; json++) {
        char none, *text = &none;
        logreg_status told = json ? logreg_report_evaluation_json(&text, f->model, e, &o, &err)
                                  : logreg_report_evaluation(&text, f->model, e, &o, &err);
        ok = ok && (told == LOGREG_OK || (told == LOGREG_ENOMEM && text == &none));
        if (told == LOGREG_OK)
            free(text);
    }
    logreg_evaluation_free(e);
    return ok;
}

static void memory_runs_out(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    CU_ASSERT_TRUE(oom_each(test_without_memory, NULL));
    CU_ASSERT_TRUE(oom_each(contest_without_memory, &f));
    fitted_free(&f);
}

const test_case tests[] = {
    {"agrees with pROC", agrees_with_proc},
    {"of trials and equals", of_trials_and_equals},
    {"losses row by row", losses_row_by_row},
    {"without meaning", without_meaning},
    {"refused", refused},
    {"side by side", side_by_side},
    {"memory runs out", memory_runs_out},
    {NULL, NULL},
};
