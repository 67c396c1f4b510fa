/* Covariances other than the inverse of the information: what they ask of options and data. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "covariance/covariance.h"
#include "data/place.h"
#include "model/fitting.h"

/* ---- What is asked for ---- */

static logreg_status check_column(const logreg_frame *frame, const char *name, const char *what,
                                  const char *target, logreg_error *err)
{
    if (!name)
        return LOGREG_OK;
    if (logreg_frame_find(frame, name) == SIZE_MAX) {
        const char *near = logreg_frame_nearest(frame, name);
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' to take the %s from%s%s%s", name,
                            what, near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
    if (strcmp(name, target) == 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the %s cannot be those of the target '%s': they are there before it is known",
                            what, name);
    return LOGREG_OK;
}

/* With sampling weights there is one covariance, and what may be told of it is how rows were drawn. */
static logreg_status check_draws(const logreg_options *o, logreg__covariance_kind kind, logreg_error *err)
{
    if (o->vcov && kind != LOGREG__LINEARIZED && kind != LOGREG__CLUSTER)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "with sampling weights the covariance is that of the sampling (linearized), not %s: give "
            "no other, or the clusters that were drawn",
            o->vcov);
    if (o->clusters[1])
        return logreg__fail(
            err, LOGREG_EINVAL,
            "with sampling weights clusters are what was drawn, and of one kind, not those of '%s' "
            "and '%s'",
            o->clusters[0], o->clusters[1]);
    return LOGREG_OK;
}

static logreg_status check_words(const logreg_options *o, logreg_error *err)
{
    logreg__covariance_kind kind = logreg__covariance_find(o->vcov);
    if (kind == LOGREG__COVARIANCES)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "there is no covariance '%s'; there are classical, HC0, HC1, HC2, HC3, cluster and, with "
            "sampling weights, linearized",
            o->vcov);
    if (o->strata && (kind != LOGREG__CLASSICAL || o->sampling_weights))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a covariance of kind %s does not go with strata: the likelihood of a matched set is no sum "
            "over its rows; take the classical one",
            o->sampling_weights ? "linearized" : o->vcov);
    if (o->sampling_weights)
        return check_draws(o, kind, err);
    if ((kind == LOGREG__CLUSTER) != (o->clusters[0] != NULL) || (o->clusters[1] && !o->clusters[0]))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a covariance by clusters needs vcov = \"cluster\" and a column of them, the first of "
            "clusters[] before the second");
    if (o->survey_strata || kind == LOGREG__LINEARIZED)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "strata, and the covariance called linearized, are those of a sample; name its sampling "
            "weights");
    if (o->clusters[1] && strcmp(o->clusters[0], o->clusters[1]) == 0)
        return logreg__fail(err, LOGREG_EINVAL, "both columns of clusters are '%s'; name two",
                            o->clusters[0]);
    return LOGREG_OK;
}

logreg_status logreg__robust_check(const logreg_options *o, const logreg_frame *frame, const char *target,
                                   logreg_error *err)
{
    logreg_status status = check_words(o, err);
    for (int i = 0; status == LOGREG_OK && i < 2; i++)
        status = check_column(frame, o->clusters[i], "clusters", target, err);
    return status == LOGREG_OK ? check_column(frame, o->survey_strata, "strata", target, err) : status;
}

/* What the fit must be for a sandwich to be about it. */
static logreg_status check_fit(const logreg_model *m, logreg__covariance_kind kind, logreg_error *err)
{
    const char *word = logreg__covariance_words[kind];
    if (m->separation != LOGREG_SEPARATION_NONE)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the classes are separated, so that there is no maximum for a covariance of kind %s to be "
            "about; a fit without --vcov and --sampling-weights prints the limit, and the classical "
            "covariance of what is finite",
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
    size_t place;
    logreg__rows_list(f->rows, row, 1, &place);
    return logreg__fail_at(
        err, f->frame, place, NULL,
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
        status = logreg__meat_of_clusters(W, i == 2 ? -1 : 1, &way[i], NULL, f->problem, f->b, f->at->L, err);
    for (int i = 0; i < 3; i++)
        logreg__clusters_clear(&way[i]);
    return status;
}

/* ---- Samples ---- */

/* Frequencies of the kept rows; NULL where there are none. false: out of memory. */
static bool list_frequencies(double **frequency, const logreg__fitting *f)
{
    const logreg__column *weights = f->response->weights;
    size_t place[LOGREG__BLOCK_ROWS], n = f->rows->n;
    *frequency = weights ? logreg__new_raw(n, sizeof **frequency) : NULL;
    for (size_t first = 0; *frequency && first < n; first += LOGREG__BLOCK_ROWS) {
        size_t rows = n - first < LOGREG__BLOCK_ROWS ? n - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, rows, place);
        for (size_t i = 0; i < rows; i++)
            (*frequency)[first + i] = logreg__column_number(weights, place[i]);
    }
    return !weights || *frequency;
}

/* Differences within a stratum need two draws from it. */
static logreg_status check_strata(const logreg__strata *strata, const logreg__clusters *rows,
                                  const logreg__fitting *f, logreg_error *err)
{
    for (size_t i = 0; i < f->rows->n; i++) {
        if (rows->of[i] == LOGREG__NO_CLUSTER || strata->size[rows->of[i]] > 1)
            continue;
        size_t place;
        logreg__rows_list(f->rows, i, 1, &place);
        return logreg__fail_at(
            err, f->frame, place, NULL,
            "the stratum of '%s' that this row is in has a single %s, which leaves no difference to "
            "tell a variance by; join it to another stratum",
            f->options->survey_strata, f->options->clusters[0] ? "cluster" : "row");
    }
    return LOGREG_OK;
}

/* Within strata: clusters, which are named within theirs, or rows. */
static logreg_status in_strata(double *W, logreg__fitting *f, const logreg__clusters *clusters,
                               logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__clusters rows = {0}, nested = {0};
    logreg__strata strata = {0};
    double *frequency = NULL;
    const logreg__column *column = &f->frame->column[logreg_frame_find(f->frame, f->options->survey_strata)];
    logreg_status status = logreg__clusters_find(&rows, column, f->rows, f->response, err);
    if (status == LOGREG_OK && clusters->of)
        status = logreg__clusters_cross(&nested, &rows, clusters, f->rows->n, err);
    else if (status == LOGREG_OK)
        status = list_frequencies(&frequency, f) ? logreg__clusters_single(&nested, &rows, f->rows->n, err)
                                                 : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__strata_find(&strata, &rows, &nested, frequency, f->rows->n, err);
    if (status == LOGREG_OK)
        status = check_strata(&strata, &rows, f, err);
    if (status == LOGREG_OK)
        status = logreg__meat_of_clusters(W, 1, &nested, &strata, f->problem, f->b, f->at->L, err);
    m->n_survey_strata = rows.n;
    m->n_clusters[0] = clusters->of ? nested.n : 0;
    for (size_t i = 0; status == LOGREG_OK && i < strata.n; i++)
        m->n_units += strata.size[i];
    logreg__clusters_clear(&rows);
    logreg__clusters_clear(&nested);
    logreg__strata_clear(&strata);
    free(frequency);
    return status;
}

/* What was drawn, with replacement: rows or clusters, from the whole or from strata (Binder, Int. Stat. Rev. 51, 1983). */
static logreg_status by_draws(double *W, logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__clusters clusters = {0};
    logreg_status status = f->options->clusters[0] ? find_way(&clusters, f, 0, err) : LOGREG_OK;
    memset(W, 0, f->problem->q * f->problem->q * sizeof *W);
    if (status == LOGREG_OK && f->options->survey_strata) {
        status = in_strata(W, f, &clusters, err);
    } else if (status == LOGREG_OK && clusters.of) {
        m->n_units = (double)clusters.n;
        status = logreg__meat_of_clusters(W, 1, &clusters, NULL, f->problem, f->b, f->at->L, err);
    } else if (status == LOGREG_OK) {
        m->n_units = m->n_frequency;
        status = by_rows(W, f, LOGREG__LINEARIZED, err);
    }
    logreg__clusters_clear(&clusters);
    return status;
}

/* What was added to the covariance, in model order: Wald's tests ask whether they live by it. */
static logreg_status keep_mending(logreg__fitting *f, const double *added, size_t n, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg__design *d = f->problem->design;
    size_t q = f->problem->q;
    m->vcov_mended = n > 0;
    if (n == 0)
        return LOGREG_OK;
    m->mending = logreg__new(n, m->q * sizeof *m->mending);
    if (!m->mending)
        return logreg__fail_memory(err);
    m->n_mending = n;
    for (size_t i = 0; i < n; i++)
        for (size_t a = 0; a < q; a++)
            m->mending[i * m->q + a / d->p * m->p + d->column[a % d->p]] = added[i * q + a];
    return LOGREG_OK;
}

logreg_status logreg__robust(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__covariance_kind kind =
        f->options->sampling_weights ? LOGREG__LINEARIZED : logreg__covariance_find(f->options->vcov);
    if (kind == LOGREG__CLASSICAL)
        return LOGREG_OK;
    size_t q = f->problem->q, n_added = 0;
    double *W = logreg__new_raw(2 * q, q * sizeof *W), *added = NULL;
    m->vcov = logreg__copy(logreg__covariance_words[kind]);
    logreg_status status = W && m->vcov ? check_fit(m, kind, err) : logreg__fail_memory(err);
    bool known = status == LOGREG_OK && f->at->factored; /* else the covariance is NaN, and stays so */
    if (known)
        status = kind == LOGREG__LINEARIZED ? by_draws(W, f, err)
                 : kind == LOGREG__CLUSTER  ? by_clusters(W, f, err)
                                            : by_rows(W, f, kind, err);
    if (known && status == LOGREG_OK)
        status = logreg__sandwich(W + q * q, &added, &n_added, W, f->at->L, f->problem, err);
    if (known && status == LOGREG_OK) {
        logreg__fitting_covariance(m, f->problem, W + q * q);
        status = keep_mending(f, added, n_added, err);
    }
    free(added);
    free(W);
    return status;
}
