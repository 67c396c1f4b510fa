/* The scalar facts of a model. */
#include <math.h>

#include "covariance/covariance.h"
#include "model/file/fields.h"
#include "model/file/section.h"

/* kind, what the file calls it, member of the model; SAME: both have one name */
#define FIELD(kind, name, member) LOGREG__FIELD(kind, name, logreg_model, member)
#define SAME(kind, member) FIELD(kind, #member, member)

static const logreg__field fields[] = {
    {SAME(FLAG, plain)},
    {SAME(TEXT, target)},
    {SAME(FLAG_OR_FALSE, numeric_target)},
    {SAME(FLAG_IF_TRUE, target_is_condition)},
    {SAME(TEXT, source)},
    {SAME(TEXT, weights)},
    {SAME(TEXT, offset)},
    {SAME(TEXT, trials)},
    {FIELD(FLAG_IF_TRUE, "formula_written", written)},
    {SAME(TEXT_OR_NONE, selection)},
    {SAME(TEXT_OR_NONE, vcov)},
    {FIELD(TEXT_OR_NONE, "cluster", cluster[0])},
    {FIELD(COUNT_IF_ANY, "n_clusters", n_clusters[0])},
    {FIELD(TEXT_OR_NONE, "other_cluster", cluster[1])},
    {FIELD(COUNT_IF_ANY, "n_other_clusters", n_clusters[1])},
    {FIELD(TEXT_OR_NONE, "sampling_weights", sampling)},
    {SAME(TEXT_OR_NONE, survey_strata)},
    {SAME(COUNT_IF_ANY, n_survey_strata)},
    {SAME(REAL_OR_0, n_units)},
    {SAME(FLAG_IF_TRUE, vcov_mended)},
    {SAME(TEXT, fingerprint)},
    {SAME(COUNT, rows_read)},
    {SAME(COUNT, rows_used)},
    {SAME(COUNT_OR_0, rows_excluded)},
    {SAME(COUNT_IF_ANY, rows_weightless)},
    {SAME(REAL, n_obs)},
    {SAME(REAL, n_frequency)},
    {SAME(REAL, n_positive)},
    {SAME(FLAG, grouped)},
    {SAME(REAL, log_choose)},
    {SAME(TEXT, solver)},
    {SAME(FLAG, converged)},
    {SAME(FLAG_OR_FALSE, undecided)},
    {SAME(FLAG_IF_TRUE, approximate)},
    {FIELD(FLAG_IF_TRUE, "stopped_early", early)},
    {SAME(COUNT_IF_ANY, n_held_out)},
    {SAME(REAL_OR_0, held_out_share)},
    {SAME(REAL_OR_0, held_out_loss)},
    {SAME(COUNT, iterations)},
    {SAME(COUNT, rank)},
    {SAME(REAL, score_norm)},
    {SAME(REAL, decrement)},
    {SAME(REAL, loss)},
    {SAME(REAL, null_loss)},
    {SAME(REAL_OR_0, penalised_loss)},
    {SAME(REAL_OR_0, null_penalised_loss)},
    {SAME(REAL_OR_0, lambda)},
    {SAME(REAL_OR_0, l1_ratio)},
    {SAME(REAL_OR_0, largest_lambda)},
    {SAME(REAL_OR_0, violation)},
    {SAME(FLAG_IF_TRUE, standardized)},
    {SAME(REAL, saturated_loss)},
    {SAME(REAL, score_statistic)},
    {SAME(REAL, auc)},
    {SAME(REAL, auc_se)},
    {SAME(REAL_OR_0, auc_error)},
    {SAME(REAL_OR_0, least_lead)},
    {SAME(REAL, brier)},
    {SAME(REAL, tjur)},
    {.name = NULL},
};

static void put(json_t **file, const logreg_model *m)
{
    logreg__put_fields(file, m, fields);
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    return logreg__read_fields(m, fields, r, file);
}

/* Facts that must fit one another. */
static bool check(logreg_model *m, logreg__model_reader *r)
{
    if (!m->target || !m->solver)
        return logreg__read_wrong(r, "target", "and 'solver' should be texts");
    if (m->rows_used > m->rows_read)
        return logreg__read_wrong(r, "rows_used", "exceeds 'rows_read'");
    if (m->rows_weightless > m->rows_read - m->rows_used)
        return logreg__read_wrong(r, "rows_weightless", "exceeds the rows that were not used");
    if (m->n_held_out > m->rows_read - m->rows_used - m->rows_weightless)
        return logreg__read_wrong(r, "n_held_out", "exceeds the rows that were not used");
    if (m->rank > m->p)
        return logreg__read_wrong(r, "rank", "exceeds the number of columns");
    if (!(m->n_obs > 0))
        return logreg__read_wrong(r, "n_obs", "should be positive");
    if (!isfinite(2 * m->loss))
        return logreg__read_wrong(r, "loss", "should be a finite number, and its double too");
    if (m->auc < 0 || m->auc > 1)
        return logreg__read_wrong(r, "auc", "should lie from 0 to 1");
    if (m->brier < 0)
        return logreg__read_wrong(r, "brier", "should not be negative");
    if (m->grouped && (m->n_classes != 2 || !m->trials))
        return logreg__read_wrong(r, "grouped", "needs two classes and 'trials'");
    if (m->target_is_condition && (m->grouped || m->plain || m->n_classes != 2))
        return logreg__read_wrong(r, "target_is_condition", "needs two classes, one outcome a row");
    logreg__covariance_kind kind = logreg__covariance_find(m->vcov);
    if (kind == LOGREG__COVARIANCES || (m->vcov && kind == LOGREG__CLASSICAL))
        return logreg__read_wrong(r, "vcov", "is no covariance that this program knows");
    bool drawn = kind == LOGREG__LINEARIZED, clusters = m->cluster[0] != NULL;
    if ((clusters && !drawn && kind != LOGREG__CLUSTER) || (!clusters && kind == LOGREG__CLUSTER) ||
        (m->cluster[1] && (!clusters || drawn)))
        return logreg__read_wrong(r, "cluster", "does not go with 'vcov'");
    if (drawn != (m->sampling != NULL) || (m->survey_strata && !drawn))
        return logreg__read_wrong(r, "sampling_weights", "does not go with 'vcov'");
    return true;
}

const logreg__section logreg__section_facts = {put, get, check};
