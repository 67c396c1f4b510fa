/* What a model says of its fit. */
#include "model/estimate/penalised.h"

#include <math.h>

const char *logreg_model_penalty(const logreg_model *m)
{
    return logreg__penalty_words[m->penalty];
}

const char *logreg_model_firth_se(const logreg_model *m)
{
    return m->penalty != LOGREG__PENALTY_FIRTH ? NULL : m->augmented_se ? "augmented" : "information";
}

double logreg_model_lambda(const logreg_model *m)
{
    return logreg__penalty_shrinks(m->penalty) ? m->lambda : NAN;
}

double logreg__model_weight(const logreg_model *m)
{
    double weight = 0;
    for (size_t k = 0; k < m->n_classes; k++)
        weight += m->class_weight[k] * logreg_model_class_factor(m, k);
    return weight;
}

double logreg_model_C(const logreg_model *m)
{
    return logreg__penalty_shrinks(m->penalty) ? 1 / (m->lambda * logreg__model_weight(m)) : NAN;
}

double logreg_model_l1_ratio(const logreg_model *m)
{
    return logreg__penalty_shrinks(m->penalty) ? m->l1_ratio : NAN;
}

double logreg_model_largest_lambda(const logreg_model *m)
{
    return logreg__penalty_shrinks(m->penalty) ? m->largest_lambda : NAN;
}

double logreg_model_violation(const logreg_model *m)
{
    return logreg__penalty_shrinks(m->penalty) ? m->violation : NAN;
}

bool logreg_model_standardized(const logreg_model *m)
{
    return m->standardized;
}

size_t logreg_model_nonzero(const logreg_model *m)
{
    size_t n = 0;
    for (size_t j = m->terms->intercept; j < m->p; j++) {
        bool any = false;
        for (size_t k = logreg_model_first_class(m); k < m->n_classes; k++)
            any = any || logreg_model_coefficient(m, k, j) != 0;
        n += any;
    }
    return n;
}

double logreg_model_explained(const logreg_model *m)
{
    return m->sampling ? NAN : 1 - (m->loss - m->saturated_loss) / (m->null_loss - m->saturated_loss);
}

bool logreg_model_penalty_part(logreg_penalty_part *part, const logreg_model *m, size_t i)
{
    if (i >= m->n_parts)
        return false;
    *part = (logreg_penalty_part){m->part[i].name, m->part[i].factor, m->part[i].low, m->part[i].high};
    return true;
}

const char *logreg_model_solver(const logreg_model *m)
{
    return m->solver;
}

bool logreg_model_undecided(const logreg_model *m)
{
    return m->undecided;
}

bool logreg_model_approximate(const logreg_model *m)
{
    return m->approximate;
}

bool logreg_model_sound(const logreg_model *m)
{
    return m->separation == LOGREG_SEPARATION_NONE && (m->converged || m->early || logreg__model_near(m));
}

bool logreg_model_stopped_early(const logreg_model *m)
{
    return m->early;
}

size_t logreg_model_held_out(const logreg_model *m)
{
    return m->n_held_out;
}

double logreg_model_held_out_loss(const logreg_model *m)
{
    return m->n_held_out ? m->held_out_loss : NAN;
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
    return m->strata ? NAN : m->n_positive - (double)(m->k * m->rank);
}

/* Sums of losses that each stand for many, or for what their class is to weigh, are no likelihood of what was seen. */
static double of_likelihood(const logreg_model *m, double value)
{
    return m->sampling || m->class_factor ? NAN : value;
}

double logreg_model_log_likelihood(const logreg_model *m)
{
    return of_likelihood(m, m->log_choose - m->loss);
}

double logreg_model_null_log_likelihood(const logreg_model *m)
{
    return of_likelihood(m, m->log_choose - m->null_loss);
}

double logreg_model_penalised_log_likelihood(const logreg_model *m)
{
    return m->penalty ? of_likelihood(m, m->log_choose - m->penalised_loss) : NAN;
}

double logreg_model_null_penalised_log_likelihood(const logreg_model *m)
{
    bool null = m->penalty && !logreg__penalty_shrinks(m->penalty);
    return null ? m->log_choose - m->null_penalised_loss : NAN;
}

double logreg_model_deviance(const logreg_model *m)
{
    return of_likelihood(m, 2 * (m->loss - m->saturated_loss));
}

double logreg_model_null_deviance(const logreg_model *m)
{
    return of_likelihood(m, 2 * (m->null_loss - m->saturated_loss));
}

double logreg_model_aic(const logreg_model *m)
{
    return m->penalty || m->early ? NAN : -2 * logreg_model_log_likelihood(m) + 2 * (double)(m->k * m->rank);
}

double logreg_model_bic(const logreg_model *m)
{
    return m->penalty || m->early
               ? NAN
               : -2 * logreg_model_log_likelihood(m) + log(m->n_frequency) * (double)(m->k * m->rank);
}

/* The binomial coefficients of grouped data cancel in a ratio of likelihoods and would change a ratio of their logarithms:
 * they are left out, so that grouped and 0/1 data have the same R2. Equation (17). */
logreg_r2 logreg_model_r2(const logreg_model *m)
{
    if (m->strata)
        return (logreg_r2){1 - m->loss / m->null_loss, NAN, NAN, NAN};
    if (m->penalty || m->class_factor)
        return (logreg_r2){NAN, NAN, NAN, m->tjur};
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
    return of_likelihood(m, m->auc_se); /* DeLong's is that of rows drawn alike */
}

double logreg_model_brier(const logreg_model *m)
{
    return m->class_factor ? NAN : m->brier; /* of probabilities that are not about these rows */
}
