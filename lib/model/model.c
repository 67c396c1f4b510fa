/* The model as an object: its memory and its getters. */
#include "model/model.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

logreg_model *logreg__model_new(logreg__terms *terms, size_t k)
{
    logreg_model *m = logreg__new(1, sizeof *m);
    if (!m)
        return NULL;
    m->p = terms->n_columns;
    m->k = k;
    m->q = k * m->p;
    m->n_classes = k + 1;
    m->beta = logreg__new(m->q, sizeof *m->beta);
    m->finite = logreg__new(m->q, sizeof *m->finite);
    m->status = logreg__new(m->q, sizeof *m->status);
    m->covariance = logreg__new_raw(m->q * m->q, sizeof *m->covariance);
    m->alias = logreg__new(m->p, sizeof *m->alias);
    m->class_label = logreg__new(m->n_classes, sizeof *m->class_label);
    m->class_weight = logreg__new(m->n_classes, sizeof *m->class_weight);
    if (!m->beta || !m->finite || !m->status || !m->covariance || !m->alias || !m->class_label ||
        !m->class_weight) {
        logreg_model_free(m);
        return NULL;
    }
    for (size_t i = 0; i < m->q * m->q; i++)
        m->covariance[i] = NAN;
    m->score_statistic = m->auc = m->auc_se = m->brier = m->tjur = NAN;
    m->terms = terms;
    return m;
}

bool logreg__alias_name(logreg__alias *alias, const logreg__terms *terms)
{
    alias->name = logreg__new(alias->n, sizeof(const char *));
    for (size_t i = 0; alias->name && i < alias->n; i++)
        alias->name[i] = terms->name[alias->column[i]];
    return alias->name != NULL;
}

void logreg_model_free(logreg_model *m)
{
    if (!m)
        return;
    for (size_t j = 0; m->alias && j < m->p; j++) {
        free(m->alias[j].name);
        free(m->alias[j].column);
        free(m->alias[j].multiplier);
    }
    for (size_t c = 0; m->class_label && c < m->n_classes; c++)
        free(m->class_label[c]);
    logreg__terms_free(m->terms);
    free(m->target);
    free(m->source);
    free(m->weights);
    free(m->offset);
    free(m->trials);
    free(m->fingerprint);
    free(m->class_label);
    free(m->class_weight);
    free(m->beta);
    free(m->finite);
    free(m->direction);
    free(m->status);
    free(m->covariance);
    free(m->alias);
    free(m->solver);
    free(m);
}

/* ---- The data ---- */

const char *logreg_model_fingerprint(const logreg_model *m)
{
    return m->fingerprint;
}

const char *logreg_model_formula(const logreg_model *m)
{
    return m->terms->formula;
}

const char *logreg_model_target(const logreg_model *m)
{
    return m->target;
}

const char *logreg_model_source(const logreg_model *m)
{
    return m->source;
}

size_t logreg_model_classes(const logreg_model *m)
{
    return m->n_classes;
}

const char *logreg_model_class(const logreg_model *m, size_t k)
{
    return k < m->n_classes ? m->class_label[k] : NULL;
}

double logreg_model_class_weight(const logreg_model *m, size_t k)
{
    return k < m->n_classes ? m->class_weight[k] : NAN;
}

size_t logreg_model_rows_read(const logreg_model *m)
{
    return m->rows_read;
}

size_t logreg_model_rows_used(const logreg_model *m)
{
    return m->rows_used;
}

size_t logreg_model_rows_excluded(const logreg_model *m)
{
    return m->rows_excluded;
}

double logreg_model_n_obs(const logreg_model *m)
{
    return m->n_obs;
}

bool logreg_model_grouped(const logreg_model *m)
{
    return m->grouped;
}

const char *logreg_model_weights(const logreg_model *m)
{
    return m->weights;
}

const char *logreg_model_offset(const logreg_model *m)
{
    return m->offset;
}

const char *logreg_model_trials(const logreg_model *m)
{
    return m->trials;
}

/* Variables are told by their columns: what is made of columns is not among them, and a column that occurs again in the
 * same kind, as in a + C(a) + C(a, sum), counts once. */
static bool is_first(const logreg__terms *t, size_t i)
{
    const logreg__variable *v = &t->variable[i];
    for (size_t j = 0; v->column && j < i; j++)
        if (t->variable[j].column && t->variable[j].kind == v->kind &&
            strcmp(t->variable[j].column, v->column) == 0)
            return false;
    return v->column;
}

size_t logreg_model_variables(const logreg_model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->terms->n_variables; i++)
        n += is_first(m->terms, i);
    return n;
}

/* The variable of the terms that is number i to the caller; n_variables past the last. */
static size_t inner(const logreg__terms *t, size_t i)
{
    size_t v = 0;
    for (; v < t->n_variables; v++)
        if (is_first(t, v) && i-- == 0)
            break;
    return v;
}

/* The number that the caller knows a variable of a column by. */
static size_t outer(const logreg__terms *t, size_t variable)
{
    const logreg__variable *v = &t->variable[variable];
    size_t n = 0;
    for (size_t i = 0; i < variable; i++) {
        const logreg__variable *other = &t->variable[i];
        if (other->column && other->kind == v->kind && strcmp(other->column, v->column) == 0)
            break;
        n += is_first(t, i);
    }
    return n;
}

logreg_status logreg_model_variable(const logreg_model *m, size_t i, logreg_variable *out)
{
    size_t at = inner(m->terms, i);
    if (at == m->terms->n_variables)
        return LOGREG_EINVAL;
    const logreg__variable *v = &m->terms->variable[at];
    *out = (logreg_variable){
        .name = v->column,
        .kind = v->kind,
        .n_missing = v->n_missing,
        .mean = v->mean,
        .min = v->min,
        .max = v->max,
        .n_levels = v->n_levels,
        .levels = (const char *const *)v->levels,
    };
    return LOGREG_OK;
}

/* ---- The coefficients ---- */

/* Place of coefficient (k, j), k in 1 .. K-1, or SIZE_MAX. */
static size_t place(const logreg_model *m, size_t k, size_t j)
{
    return k >= 1 && k <= m->k && j < m->p ? (k - 1) * m->p + j : SIZE_MAX;
}

size_t logreg_model_coefficients(const logreg_model *m)
{
    return m->p;
}

const char *logreg_model_coefficient_name(const logreg_model *m, size_t j)
{
    return j < m->p ? m->terms->name[j] : NULL;
}

double logreg_model_coefficient(const logreg_model *m, size_t k, size_t j)
{
    size_t at = place(m, k, j);
    return at < SIZE_MAX ? m->beta[at] : NAN;
}

logreg_coef_status logreg_model_coefficient_status(const logreg_model *m, size_t k, size_t j)
{
    size_t at = place(m, k, j);
    return at < SIZE_MAX ? m->status[at] : LOGREG_COEF_UNDETERMINED;
}

bool logreg_model_has_intercept(const logreg_model *m)
{
    return m->terms->intercept;
}

bool logreg_model_coefficient_variable(const logreg_model *m, size_t j, size_t *variable, size_t *level)
{
    for (size_t t = 0; t < m->terms->n_terms; t++) {
        const logreg__term *term = &m->terms->term[t];
        if (j < term->first || j >= term->first + term->n_columns)
            continue;
        const logreg__variable *v = &m->terms->variable[term->variable[0]];
        if (term->n > 1 || v->made || (v->coding && !term->full[0]))
            return false;
        *variable = outer(m->terms, term->variable[0]);
        *level = logreg__term_level(m->terms, term, j - term->first, 0);
        return true;
    }
    return false;
}

size_t logreg_model_alias(const logreg_model *m, size_t j, const char *const **names,
                          const double **multipliers)
{
    if (j >= m->p || m->alias[j].n == 0)
        return 0;
    if (names)
        *names = m->alias[j].name;
    if (multipliers)
        *multipliers = m->alias[j].multiplier;
    return m->alias[j].n;
}

double logreg_model_covariance(const logreg_model *m, size_t k, size_t j, size_t l, size_t i)
{
    size_t a = place(m, k, j), b = place(m, l, i);
    return a < SIZE_MAX && b < SIZE_MAX ? m->covariance[a * m->q + b] : NAN;
}

/* ---- The fit ---- */

const char *logreg_model_solver(const logreg_model *m)
{
    return m->solver;
}

bool logreg_model_undecided(const logreg_model *m)
{
    return m->undecided;
}

bool logreg_model_converged(const logreg_model *m)
{
    return m->converged;
}

size_t logreg_model_iterations(const logreg_model *m)
{
    return m->iterations;
}

double logreg_model_score_norm(const logreg_model *m)
{
    return m->score_norm;
}

double logreg_model_newton_decrement(const logreg_model *m)
{
    return m->decrement;
}

logreg_separation logreg_model_separation(const logreg_model *m)
{
    return m->separation;
}

size_t logreg_model_rank(const logreg_model *m)
{
    return m->rank;
}

double logreg_model_df_residual(const logreg_model *m)
{
    return m->n_positive - (double)(m->k * m->rank);
}

double logreg_model_log_likelihood(const logreg_model *m)
{
    return m->log_choose - m->loss;
}

double logreg_model_null_log_likelihood(const logreg_model *m)
{
    return m->log_choose - m->null_loss;
}

double logreg_model_deviance(const logreg_model *m)
{
    return 2 * (m->loss - m->saturated_loss);
}

double logreg_model_null_deviance(const logreg_model *m)
{
    return 2 * (m->null_loss - m->saturated_loss);
}

double logreg_model_aic(const logreg_model *m)
{
    return -2 * logreg_model_log_likelihood(m) + 2 * (double)(m->k * m->rank);
}

double logreg_model_bic(const logreg_model *m)
{
    return -2 * logreg_model_log_likelihood(m) + log(m->n_frequency) * (double)(m->k * m->rank);
}

/* The binomial coefficients of grouped data cancel in a ratio of likelihoods and would change a ratio of their logarithms:
 * they are left out, so that grouped and 0/1 data have the same R2. Equation (17). */
logreg_r2 logreg_model_r2(const logreg_model *m)
{
    double gain = 2 * (m->null_loss - m->loss) / m->n_obs;
    double cox_snell = -expm1(-gain), most = -expm1(-2 * m->null_loss / m->n_obs);
    return (logreg_r2){
        .mcfadden = 1 - m->loss / m->null_loss,
        .cox_snell = cox_snell,
        .nagelkerke = cox_snell / most,
        .tjur = m->tjur,
    };
}

double logreg_model_auc(const logreg_model *m)
{
    return m->auc;
}

double logreg_model_auc_error(const logreg_model *m)
{
    return m->auc_error;
}

double logreg_model_auc_se(const logreg_model *m)
{
    return m->auc_se;
}

double logreg_model_brier(const logreg_model *m)
{
    return m->brier;
}
