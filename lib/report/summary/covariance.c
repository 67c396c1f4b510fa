/* What the covariance of the coefficients is, in words. */
#include "report/summary/covariance.h"

#include <string.h>

#include "model/estimate/penalised.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* "school (36 clusters)" */
static void write_clusters(logreg__page *page, const logreg_model *model, size_t i)
{
    size_t n = 0;
    logreg__page_name(page, logreg_model_cluster(model, i, &n), LOGREG__NAME_ROOM);
    logreg__page_add(page, " (");
    logreg__write_count(page, (double)n, "cluster", "clusters");
    logreg__page_add(page, ")");
}

static void write_penalised(logreg__page *page, const logreg_model *model)
{
    if (model->penalty == LOGREG__PENALTY_FLAC)
        logreg__page_add(page, "inverse of the information of rows and pseudo-rows");
    else if (model->augmented_se)
        logreg__page_add(page, "augmented: inv(X'W(1 + h)X) with leverages h, as logistf has it");
    else
        logreg__page_add(page, "inverse of the information without the penalty, as SAS and brglm2 have it");
}

/* "linearized: of rows drawn from 3 strata of district; t with 254 degrees of freedom" */
static void write_draws(logreg__page *page, const logreg_model *model)
{
    char text[LOGREG__FIGURE_SIZE];
    size_t strata;
    logreg__page_add(page, "linearized: of ");
    if (logreg_model_cluster(model, 0, NULL))
        write_clusters(page, model, 0);
    else
        logreg__page_add(page, "rows");
    logreg__page_add(page, " drawn with replacement");
    if (logreg_model_survey_strata(model, &strata)) {
        logreg__page_add(page, " from ");
        logreg__write_count(page, (double)strata, "stratum of ", "strata of ");
        logreg__page_name(page, logreg_model_survey_strata(model, NULL), LOGREG__NAME_ROOM);
    }
    logreg__page_format(page, "; t with %s degrees of freedom",
                        logreg__figure_plain(text, logreg_model_t_df(model), 10, page->sign));
}

void logreg__write_covariance(logreg__page *page, const logreg_model *model)
{
    static const struct {
        const char *name, *text;
    } of_rows[] = {
        {"classical", "inverse of the observed information"},
        {"HC0", "sandwich, sum of squared scores"},
        {"HC1", "sandwich, squared scores times n / (n - coefficients)"},
        {"HC2", "sandwich, squared scores over 1 - leverage"},
        {"HC3", "sandwich, squared scores over (1 - leverage)^2"},
    };
    const char *vcov = logreg_model_vcov(model);
    if (model->penalty) {
        write_penalised(page, model);
        return;
    }
    for (size_t i = 0; i < sizeof of_rows / sizeof *of_rows; i++)
        if (strcmp(vcov, of_rows[i].name) == 0) {
            logreg__page_format(page, "%s: %s", vcov, of_rows[i].text);
            return;
        }
    if (logreg_model_sampling_weights(model)) {
        write_draws(page, model);
        return;
    }
    logreg__page_add(page, "sandwich, scores summed by ");
    write_clusters(page, model, 0);
    if (logreg_model_cluster(model, 1, NULL)) {
        logreg__page_add(page, " and by ");
        write_clusters(page, model, 1);
        logreg__page_add(page, ", less by both");
    }
    logreg__page_add(page, ", times G / (G - 1)");
}

void logreg__write_covariance_name(logreg__page *page, const logreg_model *model)
{
    if (logreg_model_sampling_weights(model))
        logreg__page_add(page, "the sampling, linearized");
    else if (!logreg_model_cluster(model, 0, NULL))
        logreg__page_add(page, logreg_model_vcov(model));
    if (logreg_model_sampling_weights(model) || !logreg_model_cluster(model, 0, NULL))
        return;
    logreg__page_add(page, "clusters of ");
    logreg__page_name(page, logreg_model_cluster(model, 0, NULL), LOGREG__NAME_ROOM);
    if (logreg_model_cluster(model, 1, NULL)) {
        logreg__page_add(page, " and ");
        logreg__page_name(page, logreg_model_cluster(model, 1, NULL), LOGREG__NAME_ROOM);
    }
}

/* ---- Warnings ---- */

/* Fewer clusters than this are too few for standard errors to be trusted (Cameron & Miller, J. Human Resources 50, 2015, VI). */
#define FEW_CLUSTERS 20

bool logreg__few_clusters(logreg__page *piece, const logreg_model *model)
{
    size_t least = SIZE_MAX, which = 0, coefficients = model->k * model->rank;
    for (size_t i = 0, n; i < 2; i++)
        if (logreg_model_cluster(model, i, &n) && n < least) {
            least = n;
            which = i;
        }
    bool due = least < FEW_CLUSTERS || (least < SIZE_MAX && least <= coefficients);
    if (!due || !piece)
        return due;
    logreg__page_name(piece, logreg_model_cluster(model, which, NULL), LOGREG__NAME_ROOM);
    logreg__page_add(piece, " parts the rows into ");
    logreg__write_count(piece, (double)least, "cluster", "clusters");
    logreg__page_add(piece, " for ");
    logreg__write_count(piece, (double)coefficients, "coefficient", "coefficients");
    logreg__page_format(
        piece,
        ". Standard errors by clusters are found from differences between clusters, and with fewer than "
        "%d, or no more than there are coefficients, they are too small as a rule: p values and "
        "intervals promise too much.",
        FEW_CLUSTERS);
    return true;
}

bool logreg__vcov_mended(logreg__page *piece, const logreg_model *model)
{
    bool due = logreg_model_vcov_mended(model);
    if (due && piece)
        logreg__page_add(
            piece,
            "The covariance by two kinds of clusters, a difference, was not positive semidefinite, as "
            "happens "
            "where clusters are few or one kind hardly matters. Eigenvalues below 0 were taken for 0 "
            "(Cameron, "
            "Gelbach & Miller 2011), in the metric of the classical covariance; tests of several "
            "coefficients that would rest on that are left out. Clusters of one kind may serve better.");
    return due;
}
