/* Covariances other than the inverse of the information: what they ask of options and data. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "covariance/covariance.h"
#include "data/place.h"
#include "model/fitting.h"

/* ---- What is asked for ---- */

static logreg_status check_column(const logreg_frame *frame, const char *name, const char *target,
                                  logreg_error *err)
{
    if (logreg_frame_find(frame, name) == SIZE_MAX) {
        const char *near = logreg_frame_nearest(frame, name);
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' to take the clusters from%s%s%s",
                            name, near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
    if (strcmp(name, target) == 0)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "the clusters cannot be those of the target '%s': they are rows whose outcomes may "
            "depend on each other",
            name);
    return LOGREG_OK;
}

logreg_status logreg__robust_check(const logreg_options *o, const logreg_frame *frame, const char *target,
                                   logreg_error *err)
{
    logreg__covariance_kind kind = logreg__covariance_find(o->vcov);
    if (kind == LOGREG__COVARIANCES)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "there is no covariance '%s'; there are classical, HC0, HC1, HC2, HC3 and cluster", o->vcov);
    if ((kind == LOGREG__CLUSTER) != (o->clusters[0] != NULL) || (o->clusters[1] && !o->clusters[0]))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a covariance by clusters needs vcov = \"cluster\" and a column of them, the first of "
            "clusters[] before the second");
    if (o->strata && kind != LOGREG__CLASSICAL)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a covariance of kind %s does not go with strata: the likelihood of a matched set is no sum over "
            "its rows; take the classical one",
            o->vcov);
    logreg_status status = LOGREG_OK;
    for (int i = 0; status == LOGREG_OK && i < 2; i++)
        if (o->clusters[i])
            status = check_column(frame, o->clusters[i], target, err);
    if (status == LOGREG_OK && o->clusters[1] && strcmp(o->clusters[0], o->clusters[1]) == 0)
        return logreg__fail(err, LOGREG_EINVAL, "both columns of clusters are '%s'; name two",
                            o->clusters[0]);
    return status;
}

/* What the fit must be for a sandwich to be about it. */
static logreg_status check_fit(const logreg_model *m, logreg__covariance_kind kind, logreg_error *err)
{
    const char *word = logreg__covariance_words[kind];
    if (m->separation != LOGREG_SEPARATION_NONE)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the classes are separated, so that there is no maximum for a covariance of kind %s; "
            "the classical one goes with the limit that a fit without --vcov prints",
            word);
    if (m->k > 1 && (kind == LOGREG__HC2 || kind == LOGREG__HC3))
        return logreg__fail(
            err, LOGREG_EDATA,
            "%s divides by 1 - h, and of more than two classes a row has no single leverage h; "
            "HC0, HC1 and clusters are defined",
            word);
    double n = m->n_frequency, coefficients = (double)(m->k * m->rank);
    if (kind == LOGREG__HC1 && !(n > coefficients))
        return logreg__fail(err, LOGREG_EDATA,
                            "HC1 divides by n less the coefficients, but there are %g observations and %g "
                            "coefficients",
                            n, coefficients);
    return LOGREG_OK;
}

/* ---- Rows ---- */

static logreg_status fail_whole(const logreg__fitting *f, size_t row, logreg_error *err)
{
    size_t block = row / LOGREG__BLOCK_ROWS * LOGREG__BLOCK_ROWS, place[LOGREG__BLOCK_ROWS];
    logreg__rows_list(f->rows, block, row - block + 1, place);
    return logreg__fail_at(
        err, f->frame, place[row - block], NULL,
        "this row decides its own fit (leverage 1), and %s divides by 0 there; HC0 and HC1 do "
        "not",
        f->options->vcov);
}

static logreg_status by_rows(double *W, logreg__fitting *f, logreg__covariance_kind kind, logreg_error *err)
{
    size_t whole;
    f->design->units = true;
    logreg_status status =
        logreg__meat_of_rows(W, &whole, kind, f->model->n_frequency, f->problem, f->b, f->at->L, err);
    f->design->units = false;
    return status == LOGREG_OK && whole != SIZE_MAX ? fail_whole(f, whole, err) : status;
}

/* ---- Clusters ---- */

static logreg_status find_way(logreg__clusters *way, logreg__fitting *f, int i, logreg_error *err)
{
    logreg_model *m = f->model;
    const char *name = f->options->clusters[i];
    const logreg__column *column = &f->frame->column[logreg_frame_find(f->frame, name)];
    logreg_status status = logreg__clusters_find(way, column, f->rows, f->response, err);
    if (status != LOGREG_OK)
        return status;
    if (way->n < 2)
        return logreg__fail(
            err, LOGREG_EDATA,
            "all rows used are of one cluster of '%s'; a covariance by clusters needs two, and many "
            "to be trusted",
            name);
    m->n_clusters[i] = way->n;
    m->cluster[i] = logreg__copy(name);
    return m->cluster[i] ? LOGREG_OK : logreg__fail_memory(err);
}

/* By one column; by two, the sum of both less that by what they have in common (Cameron, Gelbach & Miller, J. Bus. Econ. Stat. 29, 2011). */
static logreg_status by_clusters(double *W, logreg__fitting *f, logreg_error *err)
{
    logreg__clusters way[3] = {{0}};
    int ways = f->options->clusters[1] ? 3 : 1;
    logreg_status status = LOGREG_OK;
    memset(W, 0, f->problem->q * f->problem->q * sizeof *W);
    for (int i = 0; status == LOGREG_OK && i < 2 && f->options->clusters[i]; i++)
        status = find_way(&way[i], f, i, err);
    if (status == LOGREG_OK && ways == 3)
        status = logreg__clusters_cross(&way[2], &way[0], &way[1], f->rows->n, err);
    for (int i = 0; status == LOGREG_OK && i < ways; i++)
        status = logreg__meat_of_clusters(W, i == 2 ? -1 : 1, &way[i], f->problem, f->b, f->at->L, err);
    for (int i = 0; i < 3; i++)
        logreg__clusters_clear(&way[i]);
    return status;
}

logreg_status logreg__robust(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__covariance_kind kind = logreg__covariance_find(f->options->vcov);
    if (kind == LOGREG__CLASSICAL)
        return LOGREG_OK;
    size_t q = f->problem->q;
    double *W = logreg__new_raw(2 * q, q * sizeof *W), *V = W ? W + q * q : NULL;
    m->vcov = logreg__copy(f->options->vcov);
    logreg_status status = W && m->vcov ? check_fit(m, kind, err) : logreg__fail_memory(err);
    bool known = status == LOGREG_OK && f->at->factored; /* else the covariance is NaN, and stays so */
    if (known && kind == LOGREG__CLUSTER)
        status = by_clusters(W, f, err);
    else if (known)
        status = by_rows(W, f, kind, err);
    if (known && status == LOGREG_OK)
        status = logreg__sandwich(V, &m->vcov_mended, W, f->at->L, f->problem, err);
    if (known && status == LOGREG_OK)
        logreg__fitting_covariance(m, f->problem, V);
    free(W);
    return status;
}
