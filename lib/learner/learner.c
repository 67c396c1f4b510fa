/* The door of learners: rows in, coefficients and probabilities out. */
#include "learner/learner.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"

#define LEAST_BATCH 64
#define ROWS_PER_COEFFICIENT 8

/* Squares of larger numbers, and sums of these, may be beyond a double. */
#define LARGEST 1e100

logreg_learner_options logreg_learner_options_default(void)
{
    return (logreg_learner_options){.fit_intercept = true, .ridge = 1};
}

static bool make_room(logreg_learner *l)
{
    size_t p = l->p, q = l->q, rows = logreg__waiting_blocks(l->batch) * LOGREG__BLOCK_ROWS;
    double **vectors[] = {&l->centre, &l->factor, &l->told_centre, &l->told_factor};
    bool ok = true;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++)
        ok = (*vectors[i] = logreg__new(p, sizeof(double))) && ok;
    double **squares[] = {&l->done.H, &l->now.H, &l->past.H, &l->V, &l->L};
    for (size_t i = 0; i < sizeof squares / sizeof *squares; i++)
        ok = (*squares[i] = logreg__new(q, q * sizeof(double))) && ok;
    l->done.theta = logreg__new(q, sizeof(double));
    l->now.theta = logreg__new(q, sizeof(double));
    l->past.theta = logreg__new(q, sizeof(double));
    l->room = logreg__new(2, q * sizeof(double)); /* g, step */
    l->waiting.x = p && rows > SIZE_MAX / sizeof(double) / p ? NULL : logreg__new(rows, p * sizeof(double));
    l->waiting.y = logreg__new(rows, sizeof(double));
    l->waiting.w = logreg__new(rows, sizeof(double));
    ok = logreg__batch_init(l) && ok;
    return ok && l->done.theta && l->now.theta && l->past.theta && l->room && l->waiting.x && l->waiting.y &&
           l->waiting.w;
}

logreg_status logreg_learner_new(logreg_learner **learner, size_t n_features, size_t n_classes,
                                 const logreg_learner_options *options, logreg_error *err)
{
    logreg_learner_options o = options ? *options : logreg_learner_options_default();
    if (n_features == 0 || n_classes < 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a learner needs one feature and two classes at least, not %zu and %zu",
                            n_features, n_classes);
    if (!(o.ridge > 0) || !isfinite(o.ridge))
        return logreg__fail(err, LOGREG_EINVAL, "ridge is %g; it must be a positive number", o.ridge);
    size_t most = (size_t)1 << 20;
    if (n_features > most || n_classes > most || (n_classes - 1) * (n_features + 1) > most)
        return logreg__fail_memory(err);
    logreg_learner *l = logreg__new(1, sizeof *l);
    if (!l)
        return logreg__fail_memory(err);
    *l = (logreg_learner){.p = n_features,
                          .k = n_classes - 1,
                          .c = n_features + o.fit_intercept,
                          .intercept = o.fit_intercept,
                          .ridge = o.ridge};
    l->q = l->k * l->c;
    size_t usual = ROWS_PER_COEFFICIENT * l->q;
    l->batch = o.batch_size ? o.batch_size : usual > LEAST_BATCH ? usual : LEAST_BATCH;
    if (!make_room(l)) {
        logreg_learner_free(l);
        return logreg__fail_memory(err);
    }
    *learner = l;
    return LOGREG_OK;
}

void logreg_learner_free(logreg_learner *l)
{
    if (!l)
        return;
    double *owned[] = {l->centre,    l->factor,    l->told_centre, l->told_factor, l->done.H,     l->now.H,
                       l->V,         l->L,         l->done.theta,  l->now.theta,   l->past.theta, l->past.H,
                       l->waiting.x, l->waiting.y, l->waiting.w,   l->room};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
    logreg__batch_clear(&l->rows);
    free(l);
}

/* ---- Learning ---- */

/* Whether sizes of all numbers of a row, and bounds of those of scaled ones, add up to what one alone may be: a quick proof that all are sound. */
static bool surely_sound(const logreg_learner *l, const double *x)
{
    double lane[LOGREG__LANES] = {0}, sum = 0;
    size_t j = 0, n = LOGREG__LANES;
    for (; j + n <= l->p; j += n)
        for (size_t i = 0; i < n; i++)
            lane[i] += fabs(x[j + i]);
    for (; j < l->p; j++)
        sum += fabs(x[j]);
    for (size_t i = 0; i < n; i++)
        sum += lane[i];
    return sum * (1 + l->largest_factor) + l->moved <= LARGEST;
}

/* Once centre and factor stand. */
static void bound_scaled(logreg_learner *l)
{
    for (size_t j = 0; j < l->p; j++) {
        l->largest_factor = fmax(l->largest_factor, l->factor[j]);
        l->moved += fabs(l->centre[j] * l->factor[j]);
    }
}

/* Is it a number that can be scaled? Before the first batch factor and centre are 0. */
static bool is_sound(const logreg_learner *l, const double *x, size_t j)
{
    return fabs(x[j]) <= LARGEST && fabs((x[j] - l->centre[j]) * l->factor[j]) <= LARGEST;
}

static logreg_status check_row(const logreg_learner *l, const gsl_matrix *X, const gsl_vector *y,
                               const gsl_vector *weights, size_t i, logreg_error *err)
{
    double code = gsl_vector_get(y, i), w = weights ? gsl_vector_get(weights, i) : 1;
    if (!(code >= 0 && code <= (double)l->k) || code != floor(code))
        return logreg__fail(err, LOGREG_EDATA, "y[%zu] is %g; classes are the whole numbers from 0 to %zu", i,
                            code, l->k);
    if (!isfinite(w) || w > LARGEST)
        return logreg__fail(err, LOGREG_EINVAL, "weights[%zu] is %g; it must be a number up to 1e100", i, w);
    if (w < 0)
        return logreg__fail(err, LOGREG_EDATA, "weights[%zu] is %g; it counts rows and must be 0 or more", i,
                            w);
    const double *x = X->data + i * X->tda;
    bool all = surely_sound(l, x);
    for (size_t j = 0; !all && j < l->p; j++) {
        if (!(fabs(x[j]) <= LARGEST))
            return logreg__fail(err, LOGREG_EINVAL,
                                "X[%zu, %zu] is %g; it must be a number up to 1e100 in size", i, j, x[j]);
        if (!is_sound(l, x, j))
            return logreg__fail(
                err, LOGREG_EDATA,
                "X[%zu, %zu] is %g, which is more than 1e100 times as far from the mean as the first "
                "rows were; if they are of its kind, begin with it",
                i, j, x[j]);
    }
    return LOGREG_OK;
}

static logreg_status check(const logreg_learner *l, const gsl_matrix *X, const gsl_vector *y,
                           const gsl_vector *weights, logreg_error *err)
{
    if (X->size2 != l->p)
        return logreg__fail(err, LOGREG_EINVAL, "X has %zu columns; the learner has %zu features", X->size2,
                            l->p);
    if (y->size != X->size1 || (weights && weights->size != X->size1))
        return logreg__fail(err, LOGREG_EINVAL, "X has %zu rows, y %zu entries and weights %zu", X->size1,
                            y->size, weights ? weights->size : X->size1);
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < X->size1; i++)
        status = check_row(l, X, y, weights, i, err);
    return status;
}

/* Adds rows, all of one block, to those that wait; a whole batch makes its step. */
static void take(logreg_learner *l, const double *const *row, size_t n)
{
    logreg__batch_take(l, row, n);
    l->waiting.rows += n;
    l->seen += n;
    l->told = l->told && n == 0;
    if (l->waiting.rows < l->batch)
        return;
    logreg__learner_step(&l->done, &l->done, !l->begun, l->centre, l->factor, l);
    if (!l->begun)
        bound_scaled(l);
    l->begun = true;
    l->waiting.rows = 0;
}

logreg_status logreg_learner_partial_fit(logreg_learner *l, const gsl_matrix *X, const gsl_vector *y,
                                         const gsl_vector *weights, logreg_error *err)
{
    logreg_status status = check(l, X, y, weights, err);
    if (status != LOGREG_OK)
        return status;
    const double *row[LOGREG__ROWS_TAKEN];
    size_t n = 0;
    for (size_t i = 0; i < X->size1; i++) {
        double w = weights ? gsl_vector_get(weights, i) : 1;
        size_t at = l->waiting.rows + n;
        if (w == 0)
            continue;
        l->waiting.y[at] = gsl_vector_get(y, i);
        l->waiting.w[at] = w;
        row[n++] = X->data + i * X->tda;
        if (n == LOGREG__ROWS_TAKEN || (at + 1) % LOGREG__BLOCK_ROWS == 0 || at + 1 == l->batch) {
            take(l, row, n);
            n = 0;
        }
    }
    take(l, row, n);
    return LOGREG_OK;
}

/* ---- What is learnt ---- */

/* Coefficients with the rows that wait, in units of the data: now.theta, and their covariance V. What a learner tells is made where it is asked for. */
static const logreg_learner *tell(const logreg_learner *learner)
{
    logreg_learner *l = (logreg_learner *)learner;
    if (l->told || l->seen == 0)
        return l;
    size_t q = l->q, c = l->c;
    memcpy(l->told_centre, l->centre, l->p * sizeof *l->centre);
    memcpy(l->told_factor, l->factor, l->p * sizeof *l->factor);
    logreg__learner_step(&l->now, &l->done, !l->begun, l->told_centre, l->told_factor, l);
    memcpy(l->L, l->now.H, q * q * sizeof *l->L);
    if (!logreg__plain_cholesky(l->L, q))
        for (size_t i = 0; i < q * q; i++)
            l->V[i] = NAN;
    else
        logreg__plain_cholesky_invert(l->V, l->L, q);
    /* b = T theta: slopes times factor, intercepts less slopes times centre; V becomes T V T', columns and then rows. */
    for (size_t a = 0; a < l->k; a++) {
        double *b = l->now.theta + a * c;
        for (size_t j = 0; j < l->p; j++) {
            b[l->intercept + j] *= l->told_factor[j];
            b[0] -= l->intercept ? b[l->intercept + j] * l->told_centre[j] : 0;
        }
    }
    for (int side = 0; side < 2; side++)
        for (size_t o = 0; o < q; o++)
            for (size_t a = 0; a < l->k; a++)
                for (size_t j = 0; j < l->p; j++) {
                    size_t slope = a * c + l->intercept + j, intercept = a * c;
                    double *v = l->V + (side ? slope * q + o : o * q + slope);
                    *v *= l->told_factor[j];
                    if (l->intercept)
                        l->V[side ? intercept * q + o : o * q + intercept] -= *v * l->told_centre[j];
                }
    l->told = true;
    return l;
}

size_t logreg_learner_rows(const logreg_learner *l)
{
    return l->seen;
}

size_t logreg_learner_features(const logreg_learner *l)
{
    return l->p;
}

size_t logreg_learner_classes(const logreg_learner *l)
{
    return l->k + 1;
}

/* The place of coefficient j of class k among q; SIZE_MAX: there is none. */
static size_t place(const logreg_learner *l, size_t k, size_t j)
{
    bool there = k >= 1 && k <= l->k && j <= l->p && (j > 0 || l->intercept);
    return there ? (k - 1) * l->c + j - !l->intercept : SIZE_MAX;
}

double logreg_learner_coefficient(const logreg_learner *l, size_t k, size_t j)
{
    size_t at = place(l, k, j);
    if (l->seen && at == SIZE_MAX && j == 0 && k >= 1 && k <= l->k)
        return 0;
    return l->seen && at < SIZE_MAX ? tell(l)->now.theta[at] : NAN;
}

double logreg_learner_std_error(const logreg_learner *l, size_t k, size_t j)
{
    size_t at = place(l, k, j);
    return l->seen && at < SIZE_MAX ? sqrt(tell(l)->V[at * l->q + at]) : NAN;
}

/* ---- Prediction ---- */

static logreg_status check_ask(const logreg_learner *l, const gsl_matrix *X, size_t rows, size_t columns,
                               size_t want, logreg_error *err)
{
    if (l->seen == 0)
        return logreg__fail(err, LOGREG_EDATA,
                            "the learner has seen no rows yet; it can predict after the first");
    if (X->size2 != l->p)
        return logreg__fail(err, LOGREG_EINVAL, "X has %zu columns; the learner has %zu features", X->size2,
                            l->p);
    if (rows != X->size1 || columns != want)
        return logreg__fail(err, LOGREG_EINVAL, "the result is %zu x %zu; it must be %zu x %zu", rows,
                            columns, X->size1, want);
    return LOGREG_OK;
}

/* The log-odds of class k in 1 .. K-1 of a row. */
static double predictor(const logreg_learner *l, const gsl_matrix *X, size_t i, size_t k)
{
    const double *b = l->now.theta + (k - 1) * l->c;
    double eta = l->intercept ? b[0] : 0;
    for (size_t j = 0; j < l->p; j++)
        eta += b[l->intercept + j] * gsl_matrix_get(X, i, j);
    return eta;
}

logreg_status logreg_learner_decision_function(const logreg_learner *l, const gsl_matrix *X, gsl_matrix *eta,
                                               logreg_error *err)
{
    size_t K = l->k + 1;
    logreg_status status = check_ask(l, X, eta->size1, eta->size2, K == 2 ? 1 : K, err);
    if (status != LOGREG_OK)
        return status;
    tell(l);
    for (size_t i = 0; i < X->size1; i++) {
        if (K > 2)
            gsl_matrix_set(eta, i, 0, 0);
        for (size_t k = 1; k < K; k++)
            gsl_matrix_set(eta, i, K == 2 ? 0 : k, predictor(l, X, i, k));
    }
    return LOGREG_OK;
}

logreg_status logreg_learner_predict_proba(const logreg_learner *l, const gsl_matrix *X, gsl_matrix *P,
                                           logreg_error *err)
{
    size_t K = l->k + 1;
    logreg_status status = check_ask(l, X, P->size1, P->size2, K, err);
    if (status != LOGREG_OK)
        return status;
    tell(l);
    for (size_t i = 0; i < X->size1; i++) {
        double *p = P->data + i * P->tda, most = 0, sum = 0;
        p[0] = 0;
        for (size_t k = 1; k < K; k++) {
            p[k] = predictor(l, X, i, k);
            most = fmax(most, p[k]);
        }
        for (size_t k = 0; k < K; k++)
            sum += p[k] = exp(p[k] - most);
        for (size_t k = 0; k < K; k++)
            p[k] /= sum;
    }
    return LOGREG_OK;
}

logreg_status logreg_learner_predict(const logreg_learner *l, const gsl_matrix *X, gsl_vector *y,
                                     logreg_error *err)
{
    logreg_status status = check_ask(l, X, y->size, 1, 1, err);
    if (status != LOGREG_OK)
        return status;
    tell(l);
    for (size_t i = 0; i < X->size1; i++) {
        size_t best = 0;
        double most = 0;
        for (size_t k = 1; k <= l->k; k++) {
            double eta = predictor(l, X, i, k);
            if (eta > most) {
                most = eta;
                best = k;
            }
        }
        gsl_vector_set(y, i, (double)best);
    }
    return LOGREG_OK;
}
