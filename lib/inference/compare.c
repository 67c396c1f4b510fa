/* Models of the same rows side by side: information criteria, evidence, likelihood-ratio tests of nested ones. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "inference/chi_squared.h"
#include "inference/nesting.h"
#include "model/estimate/penalised.h"
#include "model/stated/stated.h"

/* Log-likelihoods of one model that was fitted twice, in relative terms. */
#define SAME 1e-6

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whose likelihood is not to be trusted cannot be compared by it. */
static logreg_status check_likelihoods(const logreg_model *const *m, size_t n, logreg_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (m[i]->class_factor)
            return logreg__fail(
                err, LOGREG_EDATA,
                "model %zu was fitted with class weights, and so has no likelihood to compare "
                "models by; fit it without, or compare both by logreg evaluate on other rows",
                i + 1);
    for (size_t i = 0; i < n; i++)
        if (logreg__model_robust(m[i]))
            return logreg__fail(
                err, LOGREG_EDATA,
                "model %zu has a covariance (%s) that does without the likelihood, which tests and "
                "criteria of models side by side go by; fit it without --vcov to compare it, or test its "
                "terms with --tests",
                i + 1, m[i]->vcov);
    return LOGREG_OK;
}

static logreg_status check_rows(const logreg_model *const *m, size_t n, logreg_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (m[i]->penalty)
            return logreg__fail(err, LOGREG_EDATA,
                                "model %zu was fitted with penalty '%s': its likelihood is not at a maximum, "
                                "and penalties of "
                                "different columns cannot be compared; %s",
                                i + 1, logreg__penalty_words[m[i]->penalty],
                                logreg__penalty_shrinks(m[i]->penalty)
                                    ? "compare both by logreg evaluate on other rows"
                                    : "take --tests on the larger model");
    for (size_t i = 1; i < n; i++)
        if (!same_text(m[0]->fingerprint, m[i]->fingerprint))
            return logreg__fail(err, LOGREG_EDATA,
                                "model %zu was fitted to other rows, outcomes or weights than the first (%zu "
                                "rows against %zu): "
                                "their likelihoods cannot be compared; fit all to the rows that miss nothing "
                                "that any of them "
                                "uses, as with --where '!is.na(x)'",
                                i + 1, m[i]->rows_used, m[0]->rows_used);
    return LOGREG_OK;
}

static int by_parameters(const void *a, const void *b)
{
    const logreg_comparison *c = a, *d = b;
    if (c->parameters != d->parameters)
        return c->parameters < d->parameters ? -1 : 1;
    return (c->place > d->place) - (c->place < d->place);
}

/* Differences to the least, and weights, of a criterion that stands at the same place in each. */
static void weigh(logreg_comparison *c, size_t n, size_t value, size_t delta, size_t weight)
{
#define AT(i, member) (*(double *)((char *)&c[i] + (member)))
    double least = INFINITY, sum = 0;
    for (size_t i = 0; i < n; i++)
        least = fmin(least, AT(i, value));
    for (size_t i = 0; i < n; i++) {
        AT(i, delta) = AT(i, value) - least;
        sum += AT(i, weight) = exp(-AT(i, delta) / 2);
    }
    for (size_t i = 0; i < n; i++)
        AT(i, weight) /= sum;
#undef AT
}

/* Does the model before have the same parameters and likelihood, as one that is nested both ways has? */
static bool may_be_same(const logreg_comparison *before, const logreg_comparison *c)
{
    double apart = fabs(before->log_likelihood - c->log_likelihood);
    return before->parameters == c->parameters && apart <= SAME * (1 + fabs(c->log_likelihood));
}

/* Of each against the largest before it that is nested in it. */
static logreg_status test(logreg_comparison *c, size_t n, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        c[i].against = c[i].same = SIZE_MAX;
        c[i].lr = (logreg_test){NAN, NAN, NAN, 0};
        for (size_t j = i; status == LOGREG_OK && j-- > 0 && c[i].against == SIZE_MAX;) {
            bool smaller = c[j].parameters < c[i].parameters, nested = false;
            if (smaller || may_be_same(&c[j], &c[i]))
                status = logreg__nested(&nested, c[j].model, c[i].model, err);
            if (nested && smaller)
                c[i].against = j;
            else if (nested)
                c[i].same = j;
        }
        if (c[i].against == SIZE_MAX)
            continue;
        const logreg_comparison *small = &c[c[i].against];
        double statistic = fmax(2 * (c[i].log_likelihood - small->log_likelihood), 0);
        c[i].lr = logreg__chi_squared(statistic, c[i].parameters - small->parameters);
    }
    return status;
}

logreg_status logreg_compare(logreg_comparison *out, const logreg_model *const *models, size_t n,
                             logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        status = logreg__check_fitted(models[i], err);
    if (status == LOGREG_OK)
        status = check_rows(models, n, err);
    if (status == LOGREG_OK)
        status = check_likelihoods(models, n, err);
    logreg_comparison *c = logreg__new(n, sizeof *c);
    if (status == LOGREG_OK && !c)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        for (size_t i = 0; i < n; i++)
            c[i] = (logreg_comparison){.model = models[i],
                                       .place = i,
                                       .parameters = (double)(models[i]->k * models[i]->rank),
                                       .log_likelihood = logreg_model_log_likelihood(models[i]),
                                       .aic = logreg_model_aic(models[i]),
                                       .bic = logreg_model_bic(models[i])};
        qsort(c, n, sizeof *c, by_parameters);
        weigh(c, n, offsetof(logreg_comparison, aic), offsetof(logreg_comparison, aic_delta),
              offsetof(logreg_comparison, aic_weight));
        weigh(c, n, offsetof(logreg_comparison, bic), offsetof(logreg_comparison, bic_delta),
              offsetof(logreg_comparison, bic_weight));
        status = test(c, n, err);
    }
    if (status == LOGREG_OK)
        memcpy(out, c, n * sizeof *c);
    free(c);
    return status;
}
