/* The model as an object: its memory and its getters. */
#include "model/model.h"

#include <math.h>

#include "base/memory.h"
#include "covariance/covariance.h"
#include "data/answers.h"
#include "data/opposite.h"
#include "model/bootstrap.h"
#include "model/predict/calibrated.h"
#include "model/stated/stated.h"

logreg_model *logreg__model_new(logreg__terms *terms, size_t k, bool errors)
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
    m->covariance = errors ? logreg__new_raw(m->q * m->q, sizeof *m->covariance) : NULL;
    m->alias = logreg__new(m->p, sizeof *m->alias);
    m->class_label = logreg__new(m->n_classes, sizeof *m->class_label);
    m->class_weight = logreg__new(m->n_classes, sizeof *m->class_weight);
    m->terms = terms;
    bool ok = logreg__model_number(m) && m->beta && m->finite && m->status && (m->covariance || !errors) &&
              m->alias && m->class_label && m->class_weight;
    if (!ok) {
        m->terms = NULL;
        logreg_model_free(m);
        return NULL;
    }
    for (size_t i = 0; errors && i < m->q * m->q; i++)
        m->covariance[i] = NAN;
    m->score_statistic = m->auc = m->auc_se = m->brier = m->tjur = NAN;
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
    free(m->inner);
    free(m->outer);
    free(m->target);
    free(m->source);
    free(m->weights);
    free(m->offset);
    free(m->trials);
    free(m->strata);
    for (size_t i = 0; i < m->n_na_values; i++)
        free(m->na_values[i]);
    free(m->na_values);
    logreg__suspicions_free(m->suspicion, m->n_suspicions);
    free(m->units_command);
    free(m->alike_command);
    free(m->several_command);
    free(m->dates_command);
    free(m->unit_names_command);
    free(m->none_command);
    free(m->feet_command);
    free(m->repeats_command);
    free(m->selection);
    free(m->fingerprint);
    if (m->stated)
        free(m->stated->variable);
    free(m->stated);
    free(m->class_label);
    free(m->class_weight);
    free(m->class_factor);
    free(m->beta);
    free(m->finite);
    free(m->direction);
    free(m->contrast);
    free(m->status);
    free(m->covariance);
    free(m->mending);
    free(m->own);
    for (size_t i = 0; i < m->n_parts; i++)
        free(m->part[i].name);
    free(m->part);
    free(m->vcov);
    free(m->sampling);
    free(m->survey_strata);
    free(m->cluster[0]);
    free(m->cluster[1]);
    free(m->alias);
    free(m->solver);
    logreg__bootstrap_free(m->bootstrap);
    logreg__calibration_free(m->calibration);
    logreg__lacking_free(m->lacking, m->n_lacking);
    free(m);
}

/* ---- The data ---- */

const char *logreg_model_selection(const logreg_model *m)
{
    return m->selection;
}

bool logreg_model_event_denies(const logreg_model *m)
{
    return m->n_classes == 2 && !m->grouped && !m->numeric_target && m->class_label[1] &&
           logreg__answer_denies(m->class_label[1], m->class_label[0]);
}

bool logreg_model_event_sorts_last(const logreg_model *m)
{
    const char *last = m->n_classes == 2 ? m->class_label[1] : NULL, *first = last ? m->class_label[0] : NULL;
    return first && !m->grouped && !m->numeric_target && !logreg__answer_denies(first, last) &&
           !logreg__names_opposite(last, first);
}

const char *logreg_model_na_value(const logreg_model *m, size_t i)
{
    return i < m->n_na_values ? m->na_values[i] : NULL;
}

logreg_strata logreg_model_strata(const logreg_model *m)
{
    logreg_strata strata = m->strata_counts;
    strata.column = m->strata;
    return strata;
}

const char *logreg_model_fingerprint(const logreg_model *m)
{
    return m->fingerprint;
}

const char *logreg_model_formula(const logreg_model *m)
{
    return m->terms->formula;
}

bool logreg_model_target_is_condition(const logreg_model *m)
{
    return m->target_is_condition;
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

bool logreg_model_class_weighted(const logreg_model *m)
{
    return m->class_factor != NULL;
}

double logreg_model_class_factor(const logreg_model *m, size_t k)
{
    if (k >= m->n_classes)
        return NAN;
    return m->class_factor ? m->class_factor[k] : 1;
}

size_t logreg_model_rows_read(const logreg_model *m)
{
    return m->rows_read;
}

size_t logreg_model_rows_used(const logreg_model *m)
{
    return m->rows_used;
}

size_t logreg_model_rows_weightless(const logreg_model *m)
{
    return m->rows_weightless;
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

size_t logreg_model_first_class(const logreg_model *m)
{
    return m->own ? 0 : 1;
}

double logreg_model_coefficient(const logreg_model *m, size_t k, size_t j)
{
    size_t at = place(m, k, j);
    if (m->own)
        return k < m->n_classes && j < m->p ? m->own[k * m->p + j] : NAN;
    return at < SIZE_MAX ? m->beta[at] : NAN;
}

logreg_coef_status logreg_model_coefficient_status(const logreg_model *m, size_t k, size_t j)
{
    if (m->own && k == 0 && j < m->p)
        return LOGREG_COEF_OK;
    size_t at = place(m, k, j);
    return at < SIZE_MAX ? m->status[at] : LOGREG_COEF_UNDETERMINED;
}

bool logreg_model_has_intercept(const logreg_model *m)
{
    return m->terms->intercept;
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

const char *logreg_model_vcov(const logreg_model *m)
{
    return m->vcov ? m->vcov : logreg__covariance_words[LOGREG__CLASSICAL];
}

const char *logreg_model_cluster(const logreg_model *m, size_t i, size_t *count)
{
    if (i > 1 || !m->cluster[i])
        return NULL;
    if (count)
        *count = m->n_clusters[i];
    return m->cluster[i];
}

const char *logreg_model_sampling_weights(const logreg_model *m)
{
    return m->sampling;
}

const char *logreg_model_survey_strata(const logreg_model *m, size_t *count)
{
    if (m->survey_strata && count)
        *count = m->n_survey_strata;
    return m->survey_strata;
}

bool logreg_model_vcov_mended(const logreg_model *m)
{
    return m->vcov_mended;
}

double logreg_model_covariance(const logreg_model *m, size_t k, size_t j, size_t l, size_t i)
{
    size_t a = place(m, k, j), b = place(m, l, i);
    return a < SIZE_MAX && b < SIZE_MAX && m->covariance ? m->covariance[a * m->q + b] : NAN;
}
