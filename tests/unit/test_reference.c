/* Every model of tests/reference/fits.txt, fitted by the library from its file and formula, against answers of a
 * Newton iteration in 50 digits. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "reference_file.h"

/* The promise is 1e-9 for estimates and 1e-7 for standard errors; what is reached is held here, relative to each. */
#define TOL_ESTIMATE 1e-10
#define TOL_STD_ERROR 1e-10
#define TOL_STD_ERROR_PROMISED 1e-7
#define TOL_STATISTIC 1e-11
/* Fitted probabilities bear the rounding of b0 + b x: with a mean of 1e9, eight digits of it are gone. */
#define TOL_PROBABILITY 1e-9

/* What no double can hold, in standard errors: estimates lose the condition number once, quadratic forms twice. */
static double rounding(const reference_case *c)
{
    return 32 * 2.220446049250313e-16 * reference_value(c, "condition", 0);
}

static double rounding_of_forms(const reference_case *c)
{
    return rounding(c) * reference_value(c, "condition", 0);
}

static logreg_model *fit(const reference_case *c, const char *solver)
{
    logreg_error err = {.message = ""};
    logreg_options options = logreg_options_default();
    options.solver = solver;
    options.weights = or_null(c->weights);
    options.offset = or_null(c->offset);
    options.trials = or_null(c->trials);
    options.positive = or_null(c->positive);
    logreg_frame *frame = NULL;
    logreg_model *model = NULL;
    bool ok = logreg_frame_read_csv(&frame, source_path(c->file), NULL, &err) == LOGREG_OK &&
              logreg_fit_formula(&model, frame, c->formula, &options, &err) == LOGREG_OK;
    if (!ok)
        printf("# %s\n", err.message);
    logreg_frame_free(frame);
    return model;
}

/* Fits every case and hands it on with its model. */
static void each_case(const char *solver, bool (*check)(const reference_case *, const logreg_model *))
{
    static reference_case c;
    FILE *file = fopen(source_path("tests/reference/fits.txt"), "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    int count = 0;
    while (reference_next(&c, file)) {
        logreg_model *model = fit(&c, solver);
        bool ok = model && check(&c, model);
        if (!ok)
            printf("# in case %s\n", c.name);
        CU_ASSERT_TRUE(ok);
        logreg_model_free(model);
        count++;
    }
    fclose(file);
    CU_ASSERT_TRUE(count >= 40);
}

static bool near_estimate(double got, const reference_coefficient *want, double relative, double in_errors)
{
    return near_abs(got, want->estimate, fmax(relative * fabs(want->estimate), in_errors * want->std_error));
}

static bool near_error(double got, const reference_case *c, const reference_coefficient *want)
{
    return near_rel(got, want->std_error,
                    fmin(TOL_STD_ERROR_PROMISED, fmax(TOL_STD_ERROR, rounding_of_forms(c))));
}

static bool coefficients_agree(const reference_case *c, const logreg_model *m)
{
    size_t p = logreg_model_coefficients(m), K = logreg_model_classes(m);
    bool ok = logreg_model_converged(m) && logreg_model_separation(m) == LOGREG_SEPARATION_NONE;
    if (!ok)
        printf("# not converged\n");
    if (c->n_coefficients != p * (K - 1)) {
        printf("# got %zu coefficients for %zu classes, want %zu\n", p, K, c->n_coefficients);
        return false;
    }
    for (size_t i = 0; i < c->n_coefficients; i++) {
        const reference_coefficient *want = &c->coefficient[i];
        logreg_coefficient got;
        if (logreg_inference_coefficient(&got, m, want->k, i % p, 0.95, NULL) != LOGREG_OK)
            return false;
        bool good = same_text(got.name, want->name) &&
                    got.status == (want->alias ? LOGREG_COEF_ALIASED : LOGREG_COEF_OK);
        if (good && !want->alias) {
            /* p follows z = estimate / std_error: |dp / p| is about |z dz| + |dz| */
            double z = want->estimate / want->std_error;
            good = near_estimate(got.estimate, want, TOL_ESTIMATE, rounding(c)) &&
                   near_error(got.std_error, c, want) &&
                   near_rel(got.p, want->p, fmax(1e-9, rounding_of_forms(c)) * (1 + z * z));
        }
        if (!good)
            printf("# coefficient %s of class %zu\n", want->name, want->k);
        ok = ok && good;
    }
    return ok;
}

/* Columns that are aliased for their size, not exactly, have no parts to compare with. */
static bool aliases_agree(const reference_case *c, const logreg_model *m)
{
    size_t found = 0;
    for (size_t j = 0; j < logreg_model_coefficients(m); j++) {
        const char *const *names = NULL;
        const double *multipliers = NULL;
        size_t count = logreg_model_alias(m, j, &names, &multipliers);
        bool exact = found < c->n_parts && c->part[found].column == j;
        if (c->coefficient[j].alias != (count > 0)) {
            printf("# %zu parts of column %s\n", count, logreg_model_coefficient_name(m, j));
            return false;
        }
        for (size_t i = 0; exact && i < count; i++, found++) {
            const reference_part *want = &c->part[found];
            if (found >= c->n_parts || want->column != j || !same_text(names[i], want->name) ||
                !near_abs(multipliers[i], want->multiplier, 1e-9 * fmax(1, fabs(want->multiplier)))) {
                printf("# part %zu of aliased column %s\n", i, logreg_model_coefficient_name(m, j));
                return false;
            }
        }
    }
    return found == c->n_parts;
}

static bool classes_agree(const reference_case *c, const logreg_model *m)
{
    bool ok = logreg_model_classes(m) == c->n_classes;
    for (size_t k = 0; ok && !*c->trials && k < c->n_classes; k++)
        ok = same_text(logreg_model_class(m, k), c->class_name[k]);
    return ok && near_abs((double)logreg_model_rows_used(m), reference_value(c, "rows_used", 0), 0) &&
           near_abs(logreg_model_n_obs(m), reference_value(c, "n_obs", 0), 0) &&
           near_abs((double)logreg_model_rank(m), reference_value(c, "rank", 0), 0) &&
           near_abs(logreg_model_df_residual(m), reference_value(c, "df_residual", 0), 0) &&
           logreg_model_grouped(m) == (*c->trials != '\0');
}

/* Statistics that the case has no value for are not compared. `scale` is the size of what a difference is made of. */
static bool near_statistic(const reference_case *c, const char *key, double got, double tolerance,
                           double scale)
{
    double want = reference_value(c, key, 0);
    bool ok = isnan(want) || near_abs(got, want, tolerance * fmax(fabs(want), scale));
    if (!ok)
        printf("# %s\n", key);
    return ok;
}

static bool statistics_agree(const reference_case *c, const logreg_model *m)
{
    logreg_r2 r2 = logreg_model_r2(m);
    double likelihood = fabs(logreg_model_null_log_likelihood(m));
    const struct {
        const char *key;
        double got, tolerance, scale;
    } table[] = {
        {"log_likelihood", logreg_model_log_likelihood(m), TOL_STATISTIC, likelihood},
        {"null_log_likelihood", logreg_model_null_log_likelihood(m), TOL_STATISTIC, likelihood},
        {"deviance", logreg_model_deviance(m), TOL_STATISTIC, likelihood},
        {"null_deviance", logreg_model_null_deviance(m), TOL_STATISTIC, likelihood},
        {"aic", logreg_model_aic(m), TOL_STATISTIC, likelihood},
        {"bic", logreg_model_bic(m), TOL_STATISTIC, likelihood},
        {"mcfadden", r2.mcfadden, TOL_STATISTIC, 1},
        {"cox_snell", r2.cox_snell, TOL_STATISTIC, 1},
        {"nagelkerke", r2.nagelkerke, TOL_STATISTIC, 1},
        {"tjur", r2.tjur, TOL_PROBABILITY, 1},
        {"brier", logreg_model_brier(m), TOL_PROBABILITY, 1},
        {"auc", logreg_model_auc(m), TOL_STATISTIC, 1},
        {"auc_se", logreg_model_auc_se(m), TOL_STATISTIC, 1},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        ok &= near_statistic(c, table[i].key, table[i].got, table[i].tolerance, table[i].scale);
    return ok;
}

static bool test_agrees(const reference_case *c, const char *key, logreg_test got, double tolerance,
                        double scale)
{
    double statistic = reference_value(c, key, 0);
    if (isnan(statistic))
        return got.df == 0 && isnan(got.p);
    bool ok = near_statistic(c, key, got.statistic, tolerance, scale) &&
              near_abs(got.df, reference_value(c, key, 1), 0) &&
              near_rel(got.p, reference_value(c, key, 2), 10 * tolerance * (1 + statistic));
    if (!ok)
        printf("# %s test\n", key);
    return ok;
}

static bool tests_agree(const reference_case *c, const logreg_model *m)
{
    double form = fmax(TOL_STATISTIC, rounding_of_forms(c)),
           likelihood = fabs(logreg_model_null_log_likelihood(m));
    bool lr = test_agrees(c, "lr", logreg_inference_lr(m), TOL_STATISTIC, likelihood);
    bool score = test_agrees(c, "score", logreg_inference_score(m), form, 1);
    logreg_test of_covariance = logreg_inference_wald(m);
    /* where no digit of the covariance's inverse is asked for, it may be said to have none */
    bool wald =
        (form > 1 && isnan(of_covariance.statistic)) || test_agrees(c, "wald", of_covariance, form, 1);
    return lr && score && wald;
}

static void coefficients(void)
{
    each_case("newton", coefficients_agree);
}

static void aliases(void)
{
    each_case("newton", aliases_agree);
}

static void classes_and_counts(void)
{
    each_case("newton", classes_agree);
}

static void fit_statistics(void)
{
    each_case("newton", statistics_agree);
}

static void global_tests(void)
{
    each_case("newton", tests_agree);
}

/* L-BFGS arrives at the same maximum, within a small part of a standard error. Along directions that are a million times
 * flatter than others it may give up; it then says so. */
static bool lbfgs_agrees(const reference_case *c, const logreg_model *m)
{
    if (!logreg_model_converged(m))
        return reference_value(c, "condition", 0) > 1e5;
    bool ok = true;
    size_t p = logreg_model_coefficients(m);
    for (size_t i = 0; i < c->n_coefficients; i++) {
        const reference_coefficient *want = &c->coefficient[i];
        if (!want->alias)
            ok &= near_estimate(logreg_model_coefficient(m, want->k, i % p), want, 0,
                                fmax(1e-8, 10 * rounding(c)));
    }
    return ok;
}

static void lbfgs(void)
{
    each_case("lbfgs", lbfgs_agrees);
}

const test_case tests[] = {
    {"coefficients, standard errors and p values", coefficients},
    {"aliased columns and what they are made of", aliases},
    {"classes, rows and degrees of freedom", classes_and_counts},
    {"likelihoods, deviances, criteria, R2, AUC, Brier score", fit_statistics},
    {"likelihood ratio, score and Wald tests", global_tests},
    {"the same maximum by L-BFGS", lbfgs},
    {NULL, NULL},
};
