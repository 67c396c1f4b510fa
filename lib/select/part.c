#include "select/part.h"

#include <math.h>
#include <stdint.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/shrink/shrink.h"
#include "solvers/paths/path.h"

/* A violation of this share of the largest lambda is enough for losses of ten digits. */
#define NEAR_ENOUGH 1e-9

/* So many numbers of its rows, 80 MB, a part copies at most, since several may be at work. */
#define MOST_COPIED 10000000

void logreg__part_clear(logreg__part *x)
{
    logreg__problem_free(x->problem);
    logreg__design_free(x->design);
    logreg__rows_free(x->rows);
    logreg__prepared_clear(&x->prepared);
}

/* Sums of weights of the part's rows. */
static void count(logreg__part *x)
{
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    logreg__response *r = &x->response;
    r->weight = x->weight;
    r->n_obs = r->largest_weight = 0;
    r->n_positive = 0;
    for (size_t first = 0; first < x->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t n = x->rows->n - first < LOGREG__BLOCK_ROWS ? x->rows->n - first : LOGREG__BLOCK_ROWS;
        bool weighted = logreg__response_weighted(r);
        logreg__response_fill_kept(r, x->rows, first, n, y, weighted ? w : NULL);
        for (size_t i = 0; i < n; i++) {
            double wi = weighted ? w[i] : 1;
            if (r->grouped) {
                x->weight[1] += wi * y[i];
                x->weight[0] += wi * (1 - y[i]);
            } else {
                x->weight[(size_t)y[i]] += wi;
            }
            r->n_obs += wi;
            r->n_positive += wi > 0;
            r->largest_weight = fmax(r->largest_weight, wi);
        }
    }
}

/* Those for which (fold[i] == number) is `in`. */
static logreg_status take_rows(logreg__part *x, const logreg__fitting *f, const uint32_t *fold, size_t number,
                               bool in, logreg_error *err)
{
    unsigned char *drop = logreg__new_raw(f->rows->n, 1);
    if (!drop)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < f->rows->n; i++)
        drop[i] = (fold[i] == number) != in;
    *x = (logreg__part){.response = *f->response};
    logreg_status status = logreg__rows_subset(&x->rows, f->rows, drop, err);
    free(drop);
    if (status == LOGREG_OK)
        count(x);
    return status;
}

/* The columns are those of `of`; `walked`: many times, for fits. */
static logreg_status bind(logreg__part *x, const logreg__prepared *of, const logreg__fitting *f, bool walked,
                          int threads, logreg_error *err)
{
    logreg_status status =
        of->terms
            ? logreg__design_new(&x->design, of->terms, of->frame, x->rows, &x->response, NULL, err)
            : logreg__design_new(&x->design, f->model->terms, f->frame, x->rows, &x->response, f->drop, err);
    if (status == LOGREG_OK && walked)
        status = logreg__design_copy_rows(x->rows, x->design, MOST_COPIED, err);
    return status == LOGREG_OK ? logreg__problem_new(&x->problem, x->design, f->model->k, threads, err)
                               : status;
}

logreg_status logreg__part_train(logreg__part *x, const logreg__fitting *f, const uint32_t *fold,
                                 size_t number, int threads, logreg_error *err)
{
    logreg_error why;
    logreg_status status = take_rows(x, f, fold, number, false, err);
    if (status != LOGREG_OK)
        return status;
    if (f->source && x->rows->n && logreg__terms_learned(f->model->terms)) {
        status = logreg__prepare_again(&x->prepared, f->source, x->rows, threads, &why);
        if (status != LOGREG_OK)
            return status == LOGREG_ENOMEM ? logreg__fail_memory(err)
                                           : logreg__fail(err, status, "without the rows of fold %zu: %s",
                                                          number + 1, why.message);
    }
    return bind(x, &x->prepared, f, true, threads, err);
}

logreg_status logreg__part_test(logreg__part *x, const logreg__part *train, const logreg__fitting *f,
                                const uint32_t *fold, size_t number, int threads, logreg_error *err)
{
    logreg_status status = take_rows(x, f, fold, number, true, err);
    return status == LOGREG_OK ? bind(x, &train->prepared, f, false, threads, err) : status;
}

logreg_status logreg__part_drawn(logreg__part *x, const logreg__fitting *f, const logreg__resample *r,
                                 int threads, logreg_error *err)
{
    unsigned char *drop = logreg__new_raw(f->rows->n, 1);
    if (!drop)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < f->rows->n; i++)
        drop[i] = !(r->w[i] > 0);
    *x = (logreg__part){.response = r->response};
    logreg_status status = logreg__rows_subset(&x->rows, f->rows, drop, err);
    free(drop);
    if (status != LOGREG_OK)
        return status;
    count(x);
    return bind(x, &x->prepared, f, true, threads, err);
}

void logreg__part_fitting(logreg__fitting *within, const logreg__part *x, logreg__shrinkage *s,
                          const logreg__fitting *f)
{
    *within = *f;
    within->rows = x->rows;
    within->response = &x->response;
    within->design = x->design;
    within->problem = x->problem;
    within->shrinkage = s;
}

size_t logreg__part_lacks(const logreg__part *x)
{
    for (size_t c = 0; c < x->response.n_classes; c++)
        if (!(x->weight[c] > 0))
            return c;
    return SIZE_MAX;
}

static logreg_status go(double *theta, double *start, double *room, unsigned char *converged, logreg__part *x,
                        const logreg_path *path, double alpha, double usual, logreg__shrinkage *s,
                        logreg_error *err)
{
    size_t of = logreg__shrinkage_classes(x->problem) * x->design->p;
    double *b = start + of;
    logreg__path along = {.n = path->n,
                          .lambda = path->lambda,
                          .alpha = alpha,
                          .weight = x->response.n_obs,
                          .theta = theta,
                          .loss = room,
                          .violation = room + path->n,
                          .converged = converged,
                          .usual = usual};
    x->problem->shrinkage = s;
    logreg__fitting_null(b, x->problem);
    logreg__shrinkage_theta(start, x->problem, b);
    return logreg__path_go(&along, x->problem, s, start, err);
}

logreg_status logreg__part_go(double **theta, logreg__shrinkage **shrinkage, logreg__part *x,
                              const logreg__fitting *f, const logreg_path *path, double alpha,
                              logreg_error *err)
{
    size_t n = path->n, of = logreg__shrinkage_classes(x->problem) * x->design->p;
    double *start = logreg__new(of + x->problem->q, sizeof *start),
           *room = logreg__new_raw(2 * n, sizeof *room);
    unsigned char *converged = logreg__new(n, 1);
    *theta = logreg__new_raw(n, of * sizeof **theta);
    logreg_status status = start && room && converged && *theta ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__problem_standardise(x->problem, true, err);
    if (status == LOGREG_OK)
        status = logreg__shrink_like(shrinkage, x->problem, f, err);
    if (status == LOGREG_OK) {
        double usual = fmax(NEAR_ENOUGH * f->model->largest_lambda,
                            logreg__shrinkage_rounding(*shrinkage, x->response.n_obs));
        (*shrinkage)->tol = fmax((*shrinkage)->tol, NEAR_ENOUGH * f->model->largest_lambda);
        status = go(*theta, start, room, converged, x, path, alpha, usual, *shrinkage, err);
        for (size_t i = 0; i < n; i++)
            x->unconverged = x->unconverged || !converged[i];
    }
    free(start);
    free(room);
    free(converged);
    return status;
}

/* Coefficients of n thetas of a part, in the coordinates that the other problem takes from it; NULL: out of memory. */
static double *see(logreg__part *on, const logreg__part *of, const double *theta, size_t n)
{
    const logreg__problem *seen = of->problem;
    size_t q = seen->q, each = logreg__shrinkage_classes(seen) * of->design->p;
    double *b = logreg__new_raw(n, q * sizeof *b);
    if (!b)
        return NULL;
    memcpy(on->problem->centre, seen->centre, of->design->n_dense * sizeof(double));
    memcpy(on->problem->factor, seen->factor, (of->design->n_dense + of->design->n_groups) * sizeof(double));
    for (size_t i = 0; i < n; i++)
        logreg__shrinkage_b(b + i * q, seen, theta + i * each);
    return b;
}

logreg_status logreg__part_measure(double *loss, logreg__part *on, const logreg__part *of,
                                   const double *theta, size_t n, logreg_error *err)
{
    double *b = see(on, of, theta, n);
    if (!b)
        return logreg__fail_memory(err);
    logreg_status status = logreg__fold(on->problem, &logreg__kernel_value, n, b, loss, NULL, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        loss[i] /= on->response.n_obs;
    free(b);
    return status;
}

/* From linear predictors against class 0 to probabilities, of two classes that of the event. */
static void find_probabilities(double *p, const double *eta, size_t n, size_t K)
{
    if (K == 2) {
        for (size_t i = 0; i < n; i++)
            p[i] = logreg_sigmoid(eta[i]);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        p[i * K] = 0;
        memcpy(p + i * K + 1, eta + i * (K - 1), (K - 1) * sizeof *p);
        logreg_softmax(p + i * K, p + i * K, K);
    }
}

logreg_status logreg__part_metric(double *value, logreg__part *on, const logreg__part *of,
                                  const double *theta, size_t n, const logreg_metric *metric,
                                  logreg_error *err)
{
    size_t rows = on->rows->n, K = on->response.n_classes, q = on->problem->q;
    double *b = see(on, of, theta, n), *eta = logreg__new_raw(rows, (K - 1) * sizeof *eta), none;
    double *p = logreg__new_raw(rows, K * sizeof *p), *y = logreg__new_raw(rows, 2 * sizeof *y);
    logreg_status status = b && eta && p && y ? LOGREG_OK : logreg__fail_memory(err);
    bool weighted = logreg__response_weighted(&on->response);
    const logreg_labelled held = {
        .n = rows, .n_classes = K, .y = y, .p = p, .w = weighted && y ? y + rows : NULL, .threshold = 0.5};
    if (status == LOGREG_OK)
        logreg__response_fill_kept(&on->response, on->rows, 0, rows, y, weighted ? y + rows : NULL);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg_measure measure;
        status = logreg__fold(on->problem, &logreg__kernel_predictor, 1, b + i * q, &none, eta, err);
        if (status != LOGREG_OK)
            break;
        find_probabilities(p, eta, rows, K);
        status = logreg_metric_measure(&measure, &metric, 1, &held, err);
        value[i] = measure.value;
    }
    free(b);
    free(eta);
    free(p);
    free(y);
    return status;
}

void logreg__mean_of_folds(double *mean, double *error, const double *loss, size_t apart,
                           const double *weight, size_t F)
{
    double sum = 0, square = 0, total = 0;
    for (size_t f = 0; f < F; f++) {
        sum += weight[f] * loss[f * apart];
        total += weight[f];
    }
    *mean = sum / total;
    for (size_t f = 0; f < F; f++)
        square += weight[f] / total * (loss[f * apart] - *mean) * (loss[f * apart] - *mean);
    *error = sqrt(square / (double)(F - 1));
}
