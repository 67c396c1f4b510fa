/* From equations to their tests: what needs the model alone, and the doors. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "hypothesis/likelihood.h"
#include "inference/chi_squared.h"
#include "inference/study.h"
#include "inference/wald.h"
#include "model/stated/stated.h"

logreg_hypotheses_options logreg_hypotheses_options_default(void)
{
    return (logreg_hypotheses_options){.level = 0.95};
}

void logreg_hypotheses_free(logreg_hypotheses *hypotheses)
{
    for (size_t i = 0; hypotheses && i < hypotheses->n; i++) {
        logreg_hypothesis *h = &hypotheses->hypothesis[i];
        for (size_t j = 0; j < h->n_equations; j++) {
            free(h->equation[j].text);
            free(h->equation[j].left);
        }
        free(h->equation);
        free(h->text);
    }
    if (hypotheses)
        free(hypotheses->hypothesis);
    free(hypotheses);
}

/* ---- By the model alone ---- */

/* What becomes of a sum of coefficients of which some are infinite. */
static logreg_coef_status status_of(double estimate, bool finite)
{
    return finite                 ? LOGREG_COEF_OK
           : estimate == INFINITY ? LOGREG_COEF_PLUS_INFINITY
           : isinf(estimate)      ? LOGREG_COEF_MINUS_INFINITY
                                  : LOGREG_COEF_UNDETERMINED;
}

static bool all_finite(const logreg_model *m, const double *row)
{
    for (size_t j = 0; j < m->q; j++)
        if (row[j] != 0 && m->status[j] != LOGREG_COEF_OK)
            return false;
    return true;
}

static bool has_intercept(const logreg_model *m, const double *row)
{
    for (size_t k = 0; m->terms->intercept && k < m->k; k++)
        if (row[k * m->p] != 0)
            return true;
    return false;
}

/* Of separated classes, a multiple of the difference between two that can be compared all the same. */
static bool find_contrast(double *sum, double *error, const logreg_model *m, const double *row)
{
    size_t n = 0, at[2] = {0, 0};
    for (size_t j = 0; j < m->q; j++) {
        if (row[j] != 0 && n < 2)
            at[n] = j;
        n += row[j] != 0;
    }
    if (n != 2 || at[0] % m->p != at[1] % m->p || row[at[0]] != -row[at[1]] ||
        !logreg_model_contrast(sum, error, m, at[1] / m->p + 1, at[0] / m->p + 1, at[0] % m->p))
        return false;
    *sum *= row[at[1]];
    *error *= fabs(row[at[1]]);
    return true;
}

static logreg_status estimate(logreg_equation *out, const logreg_model *m, const double *row, double value,
                              double level, logreg_error *err)
{
    double variance, sum;
    out->value = value;
    out->left = logreg__equation_left(m, row);
    out->text = out->left ? logreg__equation_text(out->left, value) : NULL;
    if (!out->text || !logreg__wald_form(&variance, &sum, m, row, NULL, 1))
        return logreg__fail_memory(err);
    bool finite = all_finite(m, row);
    double error = finite ? sqrt(fmax(variance, 0)) : NAN;
    finite = finite || find_contrast(&sum, &error, m, row);
    out->of = logreg__wald_line(m, sum, error, value, level);
    out->of.name = out->left;
    out->of.status = status_of(sum, finite);
    return LOGREG_OK;
}

/* Estimates and Wald's test. */
static logreg_status describe(logreg_hypothesis *h, const logreg_model *m, const logreg__equations *e,
                              double level, logreg_error *err)
{
    double df = (double)e->rank, statistic = NAN;
    logreg_status status = LOGREG_OK;
    bool finite = true;
    h->df = e->rank;
    h->lr = h->score = logreg__chi_squared(NAN, df);
    h->equation = logreg__new(e->n, sizeof *h->equation);
    if (!h->equation)
        return logreg__fail_memory(err);
    h->n_equations = e->n;
    for (size_t i = 0; status == LOGREG_OK && i < e->n; i++) {
        status = estimate(&h->equation[i], m, e->C + i * e->q, e->value[i], level, err);
        h->equation[i].follows = e->follows[i];
        finite = finite && all_finite(m, e->C + i * e->q);
    }
    if (status == LOGREG_OK && finite && !logreg__wald_of(&statistic, m, e->R, e->v, e->rank))
        status = logreg__fail_memory(err);
    h->wald = logreg__wald_test(m, statistic, df);
    return status;
}

/* ---- Doors ---- */

static logreg_status check(const logreg_model *m, const logreg_hypotheses_options *o, logreg_error *err)
{
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    if (!(o->level > 0 && o->level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o->level);
    if (logreg__model_errorless(m))
        return logreg__fail(err, LOGREG_EDATA,
                            "the model was fitted with %s%s, whose coefficients have no standard errors to "
                            "test hypotheses by; fit it without",
                            m->class_factor ? "class weights" : "penalty ",
                            m->class_factor ? "" : logreg_model_penalty(m));
    if (o->profile && !o->study)
        return logreg__fail(err, LOGREG_EINVAL, "profile likelihoods need a study of the model");
    if (o->study && o->study->model != m)
        return logreg__fail(err, LOGREG_EINVAL, "the study is that of another model");
    return LOGREG_OK;
}

/* Wald's test of one equation whose left side is finite though its coefficients are not. */
static void test_alone(logreg_hypothesis *h, const logreg_model *m)
{
    const logreg_coefficient *of = &h->equation[0].of;
    double z = (of->estimate - h->equation[0].value) / of->std_error;
    if (h->n_equations == 1 && isnan(h->wald.statistic) && of->status == LOGREG_COEF_OK)
        h->wald = logreg__wald_test(m, z * z, 1);
}

static const char infinite[] = "a left side is infinite, and so has no Wald test";
static const char without_rows[] =
    "what becomes of infinite coefficients together is not known without the rows";

/* Why Wald's test is missing, where nothing has been said yet. */
static void note_infinite(logreg_hypothesis *h, const logreg_study *study)
{
    bool unknown = false;
    for (size_t j = 0; j < h->n_equations; j++)
        unknown = unknown || h->equation[j].of.status == LOGREG_COEF_UNDETERMINED;
    if (!h->remark && isnan(h->wald.statistic))
        h->remark = unknown && !study ? without_rows : infinite;
}

/* Where the intercept takes part there are odds, but no ratio of them. */
static void drop_ratios(logreg_hypothesis *h, const logreg_model *m, const logreg__equations *e)
{
    for (size_t j = 0; j < h->n_equations; j++) {
        logreg_coefficient *of = &h->equation[j].of;
        if (has_intercept(m, e->C + j * e->q))
            of->odds_ratio = of->odds_ratio_low = of->odds_ratio_high = NAN;
    }
}

static logreg_status finish(logreg_hypotheses *all, const logreg__equations *e, const logreg_model *m,
                            const logreg_hypotheses_options *o, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < all->n; i++)
        status = describe(&all->hypothesis[i], m, &e[i], o->level, err);
    if (status == LOGREG_OK && o->study)
        status = logreg__hypotheses_estimate(all->hypothesis, e, all->n, o->study, o->level, o->profile, err);
    for (size_t i = 0; status == LOGREG_OK && i < all->n; i++)
        test_alone(&all->hypothesis[i], m);
    if (status == LOGREG_OK && o->study)
        status = logreg__hypotheses_test(all->hypothesis, e, all->n, o->study, err);
    for (size_t i = 0; status == LOGREG_OK && i < all->n; i++) {
        note_infinite(&all->hypothesis[i], o->study);
        drop_ratios(&all->hypothesis[i], m, &e[i]);
    }
    return status;
}

static logreg_hypotheses *begin(size_t n, const logreg_hypotheses_options *o)
{
    logreg_hypotheses *all = logreg__new(1, sizeof *all);
    if (!all)
        return NULL;
    *all = (logreg_hypotheses){.level = o->level,
                               .method = o->profile ? "profile" : "wald",
                               .hypothesis = logreg__new(n, sizeof *all->hypothesis)};
    if (all->hypothesis) {
        all->n = n;
        return all;
    }
    free(all);
    return NULL;
}

/* What messages call a hypothesis: "hypothesis 'a = b'". */
static char *name_of(const char *given)
{
    logreg__text text = {0};
    logreg__text_add(&text, "hypothesis '");
    logreg__text_add(&text, given);
    logreg__text_add(&text, "'");
    return logreg__text_take(&text);
}

static logreg_status read_one(logreg_hypothesis *h, logreg__equations *e, const logreg__names *names,
                              const char *text, logreg_error *err)
{
    char *what = name_of(text);
    h->text = logreg__copy(text);
    logreg_status status = what && h->text ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__equations_read(e, names, text, what, err);
    if (status == LOGREG_OK)
        status = logreg__equations_reduce(e, names->model, what, err);
    free(what);
    return status;
}

static logreg_status read_all(logreg_hypotheses *all, logreg__equations *e, const logreg_model *m,
                              const char *const *text, logreg_error *err)
{
    logreg__names names;
    logreg_status status = logreg__names_init(&names, m) ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < all->n; i++)
        status = read_one(&all->hypothesis[i], &e[i], &names, text[i], err);
    logreg__names_clear(&names);
    return status;
}

logreg_status logreg_hypotheses_new(logreg_hypotheses **out, const logreg_model *m, const char *const *text,
                                    size_t n, const logreg_hypotheses_options *options, logreg_error *err)
{
    logreg_hypotheses_options o = options ? *options : logreg_hypotheses_options_default();
    logreg_status status = check(m, &o, err);
    if (status != LOGREG_OK)
        return status;
    logreg_hypotheses *all = begin(n, &o);
    logreg__equations *e = logreg__new(n, sizeof *e);
    status = all && e ? read_all(all, e, m, text, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = finish(all, e, m, &o, err);
    for (size_t i = 0; e && i < n; i++)
        logreg__equations_clear(&e[i]);
    free(e);
    if (status == LOGREG_OK)
        *out = all;
    else
        logreg_hypotheses_free(all);
    return status;
}

static logreg_status take_matrix(logreg__equations *e, const logreg_model *m, const gsl_matrix *C,
                                 const gsl_vector *v, const char *what, logreg_error *err)
{
    *e = (logreg__equations){.q = m->q};
    if (C->size2 != m->q || (v && v->size != C->size1))
        return logreg__fail(err, LOGREG_EINVAL,
                            "%s: C is %zu x %zu and v has %zu entries; the model has %zu coefficients", what,
                            C->size1, C->size2, v ? v->size : C->size1, m->q);
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < C->size1; i++) {
        const double *row = C->data + i * C->tda;
        double value = v ? v->data[i * v->stride] : 0;
        for (size_t j = 0; j < m->q; j++) {
            if (!isfinite(row[j]) || !isfinite(value))
                return logreg__fail(err, LOGREG_EINVAL, "%s: row %zu has a number that is not finite", what,
                                    i);
            if (row[j] != 0 && m->status[j] == LOGREG_COEF_ALIASED)
                return logreg__fail(err, LOGREG_EDATA,
                                    "%s: row %zu is about '%s', which is aliased and has no coefficient",
                                    what, i, m->terms->name[j % m->p]);
        }
        status = logreg__equations_add(e, row, value, what, err);
    }
    return status == LOGREG_OK ? logreg__equations_reduce(e, m, what, err) : status;
}

/* "a = 0, b = 1" */
static char *join(const logreg_hypothesis *h)
{
    logreg__text text = {0};
    for (size_t i = 0; i < h->n_equations; i++) {
        logreg__text_add(&text, i ? ", " : "");
        logreg__text_add(&text, h->equation[i].text);
    }
    return logreg__text_take(&text);
}

logreg_status logreg_hypotheses_new_matrix(logreg_hypotheses **out, const logreg_model *m,
                                           const gsl_matrix *C, const gsl_vector *v,
                                           const logreg_hypotheses_options *options, logreg_error *err)
{
    logreg_hypotheses_options o = options ? *options : logreg_hypotheses_options_default();
    logreg__equations e = {0};
    logreg_status status = check(m, &o, err);
    if (status == LOGREG_OK)
        status = take_matrix(&e, m, C, v, "the hypothesis", err);
    logreg_hypotheses *all = status == LOGREG_OK ? begin(1, &o) : NULL;
    if (status == LOGREG_OK)
        status = all ? finish(all, &e, m, &o, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && !(all->hypothesis->text = join(all->hypothesis)))
        status = logreg__fail_memory(err);
    logreg__equations_clear(&e);
    if (status == LOGREG_OK)
        *out = all;
    else
        logreg_hypotheses_free(all);
    return status;
}
