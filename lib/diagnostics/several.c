/* Rows of more than two classes, whose residual is a vector and whose leverage a matrix: equations (84) to (86). A kernel of the fold finds for each row
 * what the step without it needs.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "diagnostics/diagnosis.h"
#include "engine/dense.h"
#include "engine/kernels.h"

/* ---- The kernel ---- */

/* Input: b, and the rows of M = inv(L). Sum: of leverages. What is told of a row: */
enum {
    LEVERAGE,
    CHI_SQUARED,
    COOK,
    VECTORS
}; /* then mu of all K classes, and s of the k linear predictors */

static size_t size_input(const logreg__problem *p)
{
    return p->q + p->q * p->q;
}

static size_t size_sum(const logreg__problem *p)
{
    (void)p;
    return 1;
}

static size_t size_output(const logreg__problem *p)
{
    return VECTORS + 2 * p->k + 1;
}

/* Blocks: what roots want, their rows B, those of each class made orthogonal, probabilities and residuals; then numbers of one row. */
static size_t size_scratch(const logreg__problem *p)
{
    size_t K = p->k + 1;
    return LOGREG__BLOCK_ROWS * (logreg__link_blocks(p) + p->q + K * p->q + 2 * K) + 2 * K * K + 2 * K + 1;
}

typedef struct {
    double *B, *count, *T;  /* T: [K] of q columns, behind how many are there */
    double *mu, *r;         /* K and k columns; of mu the last is class 0 */
    double *Q, *A, *x, *Qx; /* K x K, K x K, K, K */
} room_of;

static room_of lay_out(const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    size_t K = p->k + 1;
    room_of o = {.B = walk->scratch + LOGREG__BLOCK_ROWS * logreg__link_blocks(p)};
    o.mu = o.B + p->q * LOGREG__BLOCK_ROWS;
    o.r = o.mu + K * LOGREG__BLOCK_ROWS;
    o.T = o.r + K * LOGREG__BLOCK_ROWS;
    o.Q = o.T + K * p->q * LOGREG__BLOCK_ROWS;
    o.A = o.Q + K * K;
    o.x = o.A + K * K;
    o.Qx = o.x + K;
    o.count = o.Qx + K;
    return o;
}

/* Rows of the square root of the information, class after class. acc: the room. */
static void keep_orthogonal(const logreg__walk *walk, double *B, const double *M, double *acc)
{
    const logreg__problem *p = walk->problem;
    room_of o = lay_out(walk);
    size_t class = (size_t)acc[0]++;
    p->inner->whiten(o.T + class * p->q * LOGREG__BLOCK_ROWS, B, walk->full_rows, p->q, M);
}

/* Q of one observation of row i: products of its roots, of which a row of weight w has w times as much. */
static double find_leverage(room_of *o, const logreg__walk *walk, size_t i)
{
    size_t q = walk->problem->q, K = walk->problem->k + 1;
    double trace = 0;
    for (size_t c = 0; c < K; c++)
        for (size_t d = 0; d <= c; d++) {
            const double *t = o->T + c * q * LOGREG__BLOCK_ROWS + i,
                         *u = o->T + d * q * LOGREG__BLOCK_ROWS + i;
            double sum = 0;
            for (size_t j = 0; j < q * LOGREG__BLOCK_ROWS; j += LOGREG__BLOCK_ROWS)
                sum += t[j] * u[j];
            o->Q[c * K + d] = o->Q[d * K + c] = sum / walk->w[i];
        }
    for (size_t c = 0; c < K; c++)
        trace += o->Q[c * K + c];
    return trace;
}

/* x = inv(1 - Q) e_a and Q x. False: the observation is all that there is for some combination of coefficients. */
static bool solve(room_of *o, size_t K, size_t a)
{
    for (size_t j = 0; j < K * K; j++)
        o->A[j] = (j % (K + 1) == 0) - o->Q[j];
    if (!logreg__plain_cholesky(o->A, K))
        return false;
    for (size_t c = 0; c < K; c++)
        if (!(o->A[c * K + c] * o->A[c * K + c] > 1 - LOGREG__WHOLE_LEVERAGE))
            return false;
    for (size_t c = 0; c < K; c++)
        o->x[c] = c == a;
    logreg__plain_cholesky_solve(o->A, K, o->x);
    for (size_t c = 0; c < K; c++) {
        o->Qx[c] = 0;
        for (size_t d = 0; d < K; d++)
            o->Qx[c] += o->Q[c * K + d] * o->x[d];
    }
    return true;
}

/* Probability of class c of row i. */
static double probability(const room_of *o, size_t k, size_t c, size_t i)
{
    return o->mu[(c == 0 ? k : c - 1) * LOGREG__BLOCK_ROWS + i];
}

/* Equation (86). */
static void tell(double *out, room_of *o, const logreg__walk *walk, size_t i)
{
    size_t k = walk->problem->k, K = k + 1, a = (size_t)walk->y[i];
    double *mu = out + VECTORS, *s = mu + K, rest = 0, square = 0, mean = 0;
    for (size_t c = 0; c < K; c++) {
        mu[c] = probability(o, k, c, i);
        rest += c == a ? 0 : mu[c];
    }
    bool stands = walk->w[i] > 0 && (out[LEVERAGE] = find_leverage(o, walk, i), solve(o, K, a));
    for (size_t c = 0; stands && c < K; c++) {
        square += o->x[c] * o->Qx[c];
        mean += sqrt(mu[c]) * o->x[c]; /* that of v_c is mu */
    }
    out[CHI_SQUARED] = stands ? (o->Qx[a] + rest) / mu[a] : NAN;
    out[COOK] = stands ? square / mu[a] / (double)walk->problem->q : NAN;
    for (size_t c = 1; c < K; c++)
        s[c - 1] = stands ? (sqrt(mu[c]) * o->x[c] - mu[c] * mean) / sqrt(mu[a]) : NAN;
}

static void deletion_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    const logreg__problem *p = walk->problem;
    room_of o = lay_out(walk);
    o.count[0] = 0;
    logreg__multinomial_roots(walk, input, o.B, keep_orthogonal, input + p->q, o.count);
    logreg__walk_predictor(o.mu, walk, input);
    p->inner->classes(o.mu, o.r, o.mu + p->k * LOGREG__BLOCK_ROWS, walk->y, walk->w, walk->full_rows, p->k);
    for (size_t i = 0; i < walk->rows; i++) {
        double *row = out + i * size_output(p);
        row[LEVERAGE] = 0;
        tell(row, &o, walk, i);
        acc[0] += walk->w[i] * row[LEVERAGE];
    }
}

static const logreg__kernel kernel_deletion = {.name = "deletion",
                                               .input = size_input,
                                               .size = size_sum,
                                               .output = size_output,
                                               .scratch = size_scratch,
                                               .block = deletion_block};

/* ---- Rows ---- */

static void fill(logreg_row_diagnostic *row, const double *found, size_t own, size_t K)
{
    const double *mu = found + VECTORS;
    double rest = 0;
    for (size_t c = 0; c < K; c++)
        rest += c == own ? 0 : mu[c];
    row->outcome = (double)own;
    row->fitted = mu[own];
    row->leverage = found[LEVERAGE];
    row->pearson = sqrt(rest / mu[own]);
    row->deviance = sqrt(-2 * (mu[own] > 0.5 ? log1p(-rest) : log(mu[own])));
    row->std_pearson = sqrt(found[CHI_SQUARED]);
    row->std_deviance = row->quantile = NAN;
    row->cook = found[COOK];
}

static void fill_rows(logreg_diagnostics *d, const logreg_study *s, const double *found)
{
    size_t K = d->n_classes, width = size_output(s->problem), place[LOGREG__BLOCK_ROWS];
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < d->n_rows; first += LOGREG__BLOCK_ROWS) {
        size_t count = d->n_rows - first < LOGREG__BLOCK_ROWS ? d->n_rows - first : LOGREG__BLOCK_ROWS;
        logreg__rows_list(s->rows, first, count, place);
        logreg__response_fill(s->response, place, count, y, w, NULL);
        for (size_t i = 0; i < count; i++) {
            logreg_row_diagnostic *row = &d->row[first + i];
            const double *of = found + (first + i) * width, *mu = of + VECTORS;
            row->row = place[i];
            row->line = logreg__frame_line(s->frame, place[i]);
            row->observations = w[i];
            fill(row, of, (size_t)y[i], K);
            for (size_t c = 0; c < K; c++) {
                double rest = 0;
                for (size_t e = 0; e < K; e++)
                    rest += e == c ? 0 : mu[e];
                d->class_pearson[(first + i) * K + c] =
                    c == (size_t)y[i] ? sqrt(rest / mu[c]) : -sqrt(mu[c] / rest);
            }
        }
    }
}

/* Coefficients with the row less those without it, in standard errors: inv(H) (s (x) z). */
static void move(double *dfbeta, double *step, const double *z, const double *s, const logreg_study *study,
                 const double *V)
{
    size_t p = study->problem->design->p, q = study->problem->q;
    for (size_t j = 0; j < q; j++)
        step[j] = s[j / p] * z[j % p];
    logreg__cholesky_solve(study->at->L, q, step);
    logreg__problem_beta(study->problem, step, step);
    for (size_t j = 0; j < study->model->q; j++)
        dfbeta[j] = NAN;
    for (size_t j = 0; j < q; j++)
        dfbeta[logreg__study_coefficient(study, j)] = step[j] / sqrt(V[j * q + j]);
}

static logreg_status find_moves(logreg_diagnostics *d, const logreg_study *s, size_t n_top, const double *V,
                                const double *found, logreg_error *err)
{
    size_t p = s->problem->design->p, q = s->problem->q, width = size_output(s->problem);
    double *z = logreg__new_raw(p + q, sizeof *z);
    logreg__row_room room;
    bool ok = logreg__row_room_init(&room, s) && z && logreg__diagnose_top(d, n_top, s->model->q);
    for (size_t t = 0; ok && t < d->n_top; t++) {
        logreg__row_of(z, s, d->top[t], &room);
        move(d->dfbeta + t * d->n_coefficients, z + p, z, found + d->top[t] * width + VECTORS + d->n_classes,
             s, V);
    }
    logreg__row_room_clear(&room);
    free(z);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__diagnose_several(logreg_diagnostics *d, const logreg_study *s, size_t n_top,
                                       const double *V, logreg_error *err)
{
    size_t q = s->problem->q, n = s->rows->n, K = s->model->n_classes;
    double *input = logreg__new_raw(q + 1, (q + 1) * sizeof *input), sum;
    double *found = logreg__new_raw(n, size_output(s->problem) * sizeof *found);
    d->row = logreg__new(n, sizeof *d->row);
    d->class_pearson = logreg__new_raw(n, K * sizeof *d->class_pearson);
    logreg_status status =
        input && found && d->row && d->class_pearson ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memcpy(input, s->b, q * sizeof *input);
        logreg__lower_invert_rows(input + q, s->at->L, q);
        status = logreg__fold(s->problem, &kernel_deletion, 1, input, &sum, found, err);
    }
    if (status == LOGREG_OK) {
        d->n_rows = n;
        fill_rows(d, s, found);
        status = find_moves(d, s, n_top, V, found, err);
    }
    free(input);
    free(found);
    return status;
}
