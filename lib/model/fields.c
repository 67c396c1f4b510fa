#include "model/fields.h"

#define TEXT(name)                                                                                           \
    {                                                                                                        \
#name, LOGREG__FIELD_TEXT, offsetof(logreg_model, name)                                              \
    }
#define COUNT(name)                                                                                          \
    {                                                                                                        \
#name, LOGREG__FIELD_COUNT, offsetof(logreg_model, name)                                             \
    }
#define REAL(name)                                                                                           \
    {                                                                                                        \
#name, LOGREG__FIELD_REAL, offsetof(logreg_model, name)                                              \
    }
#define FLAG(name)                                                                                           \
    {                                                                                                        \
#name, LOGREG__FIELD_FLAG, offsetof(logreg_model, name)                                              \
    }

const logreg__field logreg__model_fields[] = {
    FLAG(plain),
    TEXT(target),
    {"numeric_target", LOGREG__FIELD_FLAG_OR_FALSE, offsetof(logreg_model, numeric_target)},
    TEXT(source),
    TEXT(weights),
    TEXT(offset),
    TEXT(trials),
    {"formula_written", LOGREG__FIELD_FLAG_IF_TRUE, offsetof(logreg_model, written)},
    {"selection", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, selection)},
    {"vcov", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, vcov)},
    {"cluster", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, cluster[0])},
    {"n_clusters", LOGREG__FIELD_COUNT_IF_ANY, offsetof(logreg_model, n_clusters[0])},
    {"other_cluster", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, cluster[1])},
    {"n_other_clusters", LOGREG__FIELD_COUNT_IF_ANY, offsetof(logreg_model, n_clusters[1])},
    {"sampling_weights", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, sampling)},
    {"survey_strata", LOGREG__FIELD_TEXT_OR_NONE, offsetof(logreg_model, survey_strata)},
    {"n_survey_strata", LOGREG__FIELD_COUNT_IF_ANY, offsetof(logreg_model, n_survey_strata)},
    {"n_units", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, n_units)},
    {"vcov_mended", LOGREG__FIELD_FLAG_IF_TRUE, offsetof(logreg_model, vcov_mended)},
    TEXT(fingerprint),
    COUNT(rows_read),
    COUNT(rows_used),
    {"rows_excluded", LOGREG__FIELD_COUNT_OR_0, offsetof(logreg_model, rows_excluded)},
    {"rows_weightless", LOGREG__FIELD_COUNT_IF_ANY, offsetof(logreg_model, rows_weightless)},
    REAL(n_obs),
    REAL(n_frequency),
    REAL(n_positive),
    FLAG(grouped),
    REAL(log_choose),
    TEXT(solver),
    FLAG(converged),
    {"undecided", LOGREG__FIELD_FLAG_OR_FALSE, offsetof(logreg_model, undecided)},
    {"approximate", LOGREG__FIELD_FLAG_IF_TRUE, offsetof(logreg_model, approximate)},
    {"stopped_early", LOGREG__FIELD_FLAG_IF_TRUE, offsetof(logreg_model, early)},
    {"n_held_out", LOGREG__FIELD_COUNT_IF_ANY, offsetof(logreg_model, n_held_out)},
    {"held_out_share", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, held_out_share)},
    {"held_out_loss", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, held_out_loss)},
    COUNT(iterations),
    COUNT(rank),
    REAL(score_norm),
    REAL(decrement),
    REAL(loss),
    REAL(null_loss),
    {"penalised_loss", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, penalised_loss)},
    {"null_penalised_loss", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, null_penalised_loss)},
    {"lambda", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, lambda)},
    {"l1_ratio", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, l1_ratio)},
    {"largest_lambda", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, largest_lambda)},
    {"violation", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, violation)},
    {"standardized", LOGREG__FIELD_FLAG_IF_TRUE, offsetof(logreg_model, standardized)},
    REAL(saturated_loss),
    REAL(score_statistic),
    REAL(auc),
    REAL(auc_se),
    {"auc_error", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, auc_error)},
    {"least_lead", LOGREG__FIELD_REAL_OR_0, offsetof(logreg_model, least_lead)},
    REAL(brier),
    REAL(tjur),
    {NULL, LOGREG__FIELD_FLAG, 0},
};

const char *const logreg__status_words[5] = {"ok", "aliased", "plus_infinity", "minus_infinity",
                                             "undetermined"};

const char *const logreg__separation_words[3] = {"none", "quasi", "complete"};
