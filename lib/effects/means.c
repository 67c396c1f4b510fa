/* Equations (60) and (61). A kernel of the fold: so threads share the walk, and sums have the same bits for any number of them. */
#include "effects/means.h"

#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/slopes.h"
#include "engine/kernels.h"

/* ---- The kernel ---- */

/* Input: the coefficients, and the place of the column in the frame, or -1. Sums: of weights, of each class's value, and for each pair of linear predictors
 * c and m the gradient of class c by the coefficients of m. */
static size_t size_input(const logreg__problem *p)
{
    return p->q + 1;
}

static size_t size_sums(const logreg__problem *p)
{
    return 2 + p->k + p->k * p->q;
}

/* Blocks of rows: eta and its slopes; probabilities of all classes; values; factors; the offset's slope. Then the slopes of columns. */
static size_t size_scratch(const logreg__problem *p)
{
    const logreg__design *d = p->design;
    size_t blocks = 4 * (p->k + 1) + 3 + d->n_dense + d->n_groups;
    return blocks * LOGREG__BLOCK_ROWS + logreg__design_slopes_work(d);
}

/* Vectors of a block, one after the other. */
typedef struct {
    double *eta, *moves, *P, *f, *v, *u, *offset, *slope, *work;
} room_of;

static room_of lay_out(const logreg__walk *walk)
{
    size_t k = walk->problem->k, columns = walk->problem->design->n_dense + walk->problem->design->n_groups;
    double *at = walk->scratch;
    room_of o;
    o.eta = at;
    o.moves = at += (k + 1) * LOGREG__BLOCK_ROWS;
    o.P = at += (k + 1) * LOGREG__BLOCK_ROWS;
    o.f = at += (k + 1) * LOGREG__BLOCK_ROWS;
    o.v = at += (k + 1) * LOGREG__BLOCK_ROWS;
    o.u = at += LOGREG__BLOCK_ROWS;
    o.offset = at += LOGREG__BLOCK_ROWS;
    o.slope = at += LOGREG__BLOCK_ROWS;
    o.work = at + columns * LOGREG__BLOCK_ROWS;
    return o;
}

/* P: class c of row r at P[c * BLOCK_ROWS + r]. */
static void find_probabilities(room_of *o, const logreg__walk *walk)
{
    size_t k = walk->problem->k;
    double *all = o->f; /* k + 1 numbers, row by row */
    for (size_t r = 0; r < walk->rows; r++) {
        if (k == 1) {
            o->P[r] = logreg_sigmoid_complement(o->eta[r]);
            o->P[LOGREG__BLOCK_ROWS + r] = logreg_sigmoid(o->eta[r]);
            continue;
        }
        all[0] = 0;
        for (size_t c = 0; c < k; c++)
            all[c + 1] = o->eta[c * LOGREG__BLOCK_ROWS + r];
        logreg_softmax(all, all, k + 1);
        for (size_t c = 0; c <= k; c++)
            o->P[c * LOGREG__BLOCK_ROWS + r] = all[c];
    }
}

/* A row without weight counts nowhere, also where a slope is infinite. */
static void forget_weightless(room_of *o, const logreg__walk *walk)
{
    const logreg__design *d = walk->problem->design;
    for (size_t r = 0; r < walk->rows; r++)
        for (size_t j = 0; walk->w[r] == 0 && j < d->n_dense + d->n_groups; j++)
            o->slope[j * LOGREG__BLOCK_ROWS + r] = o->offset[r] = 0;
}

/* X' b of each linear predictor, and the offset's. */
static void find_moves(room_of *o, const logreg__walk *walk, const double *b)
{
    const logreg__design *d = walk->problem->design;
    for (size_t c = 0; c < walk->problem->k; c++) {
        double *move = o->moves + c * LOGREG__BLOCK_ROWS;
        memcpy(move, o->offset, walk->rows * sizeof *move);
        for (size_t j = 0; j < d->n_dense; j++)
            for (size_t r = 0; r < walk->rows; r++)
                move[r] += o->slope[j * LOGREG__BLOCK_ROWS + r] * b[c * d->p + j];
        for (size_t g = 0; g < d->n_groups; g++)
            for (size_t r = 0; r < walk->rows; r++)
                if (walk->code[g][r] != LOGREG__NO_COLUMN)
                    move[r] += o->slope[(d->n_dense + g) * LOGREG__BLOCK_ROWS + r] *
                               b[c * d->p + d->group[g].first + walk->code[g][r]];
    }
}

/* Values f_c of each class: p_c, or p_c (eta_c' - sum p_l eta_l'); moves then hold the differences in brackets, class 0 last. */
static void find_values(room_of *o, const logreg__walk *walk, bool moving)
{
    size_t k = walk->problem->k;
    if (!moving) {
        memcpy(o->f, o->P, (k + 1) * LOGREG__BLOCK_ROWS * sizeof *o->f);
        return;
    }
    for (size_t r = 0; r < walk->rows; r++) {
        double mean = 0;
        for (size_t c = 0; c < k; c++)
            mean += o->P[(c + 1) * LOGREG__BLOCK_ROWS + r] * o->moves[c * LOGREG__BLOCK_ROWS + r];
        double *last = &o->moves[k * LOGREG__BLOCK_ROWS + r];
        *last = -mean;
        o->f[r] = o->P[r] * *last;
        for (size_t c = 0; c < k; c++) {
            double *move = &o->moves[c * LOGREG__BLOCK_ROWS + r];
            *move = k == 1 ? o->P[r] * *move : *move - mean; /* of two classes without a difference */
            o->f[(c + 1) * LOGREG__BLOCK_ROWS + r] = o->P[(c + 1) * LOGREG__BLOCK_ROWS + r] * *move;
        }
    }
}

/* g (p) += X' u, where X holds slopes. */
static void add_slopes(double *g, const logreg__walk *walk, const double *slope, const double *u)
{
    const logreg__design *d = walk->problem->design;
    for (size_t j = 0; j < d->n_dense; j++)
        for (size_t r = 0; r < walk->rows; r++)
            g[j] += slope[j * LOGREG__BLOCK_ROWS + r] * u[r];
    for (size_t i = 0; i < d->n_groups; i++)
        for (size_t r = 0; r < walk->rows; r++)
            if (walk->code[i][r] != LOGREG__NO_COLUMN)
                g[d->group[i].first + walk->code[i][r]] +=
                    slope[(d->n_dense + i) * LOGREG__BLOCK_ROWS + r] * u[r];
}

/* The gradient of class c + 1 by the coefficients of linear predictor m, equation (61). */
static void add_gradient(double *g, room_of *o, const logreg__walk *walk, size_t c, size_t m, bool moving)
{
    const double *pc = o->P + (c + 1) * LOGREG__BLOCK_ROWS, *pm = o->P + (m + 1) * LOGREG__BLOCK_ROWS;
    const double *dc = o->moves + c * LOGREG__BLOCK_ROWS, *dm = o->moves + m * LOGREG__BLOCK_ROWS;
    size_t k = walk->problem->k;
    for (size_t r = 0; r < walk->full_rows; r++)
        o->u[r] = o->v[r] = 0;
    for (size_t r = 0; r < walk->rows; r++) {
        double rest = k == 1 ? o->P[r] : c == m ? 1 - pm[r] : -pm[r];
        o->u[r] = walk->w[r] * pc[r] * rest;
        o->v[r] = moving ? walk->w[r] * pc[r] * (rest * dc[r] - pm[r] * dm[r]) : o->u[r];
    }
    logreg__walk_gradient(g, walk, o->v);
    if (moving)
        add_slopes(g, walk, o->slope, o->u);
}

static void block(const logreg__walk *walk, const double *b, double *acc, double *out)
{
    (void)out;
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    bool moving = b[p->q] >= 0;
    room_of o = lay_out(walk);
    logreg__walk_predictor(o.eta, walk, b);
    find_probabilities(&o, walk);
    if (moving) {
        logreg__design_slopes(o.slope, o.offset, d, &d->frame->column[(size_t)b[p->q]], walk->first,
                              walk->rows, o.work);
        forget_weightless(&o, walk);
        find_moves(&o, walk, b);
    }
    find_values(&o, walk, moving);
    for (size_t r = 0; r < walk->rows; r++) {
        acc[0] += walk->w[r];
        for (size_t c = 0; walk->w[r] > 0 && c <= p->k; c++)
            acc[1 + c] += walk->w[r] * o.f[c * LOGREG__BLOCK_ROWS + r];
    }
    for (size_t c = 0; c < p->k; c++)
        for (size_t m = 0; m < p->k; m++)
            add_gradient(acc + 2 + p->k + c * p->q + m * d->p, &o, walk, c, m, moving);
}

static const logreg__kernel kernel = {
    .name = "means", .input = size_input, .size = size_sums, .scratch = size_scratch, .block = block};

/* ---- A walk ---- */

bool logreg__means_init(logreg__means *means, const logreg_model *m)
{
    *means = (logreg__means){.K = m->n_classes, .q = m->q};
    means->value = logreg__new(means->K, sizeof *means->value);
    means->gradient = logreg__new(means->K, m->q * sizeof *means->gradient);
    return means->value && means->gradient;
}

void logreg__means_clear(logreg__means *means)
{
    free(means->value);
    free(means->gradient);
}

/* Sums over their weight, in the model's order; what class 0 loses, the others win. */
static void take(logreg__means *means, const logreg_model *m, const logreg__problem *p, const double *sums)
{
    size_t q = means->q, k = p->k, width = p->design->p;
    memset(means->gradient, 0, means->K * q * sizeof *means->gradient);
    for (size_t c = 0; c <= k; c++)
        means->value[c] = sums[1 + c] / sums[0];
    for (size_t c = 0; c < k; c++)
        for (size_t i = 0; i < p->q; i++) {
            size_t at = i / width * m->p + p->design->column[i % width];
            double g = sums[2 + k + c * p->q + i] / sums[0];
            means->gradient[(c + 1) * q + at] = g;
            means->gradient[at] -= g;
        }
}

logreg_status logreg__means_find(logreg__means *means, const logreg_study *study,
                                 const logreg__scenario *scenario, const logreg__column *by, int threads,
                                 logreg_error *err)
{
    const logreg_model *m = study->model;
    logreg__design *design = NULL;
    logreg__problem *problem = NULL;
    unsigned char *drop = logreg__new(m->p, 1);
    double *b = NULL, *sums = NULL;
    for (size_t j = 0; drop && j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    logreg_status status = drop ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status =
            logreg__design_new(&design, m->terms, &scenario->frame, study->rows, study->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&problem, design, m->k, threads, err);
    if (status == LOGREG_OK) {
        b = logreg__new_raw(size_input(problem), sizeof *b);
        sums = logreg__new(size_sums(problem), sizeof *sums);
        status = b && sums ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK) {
        for (size_t i = 0; i < problem->q; i++)
            b[i] = m->finite[i / design->p * m->p + design->column[i % design->p]];
        b[problem->q] = by ? (double)(by - scenario->frame.column) : -1;
        status = logreg__fold(problem, &kernel, 1, b, sums, NULL, err);
    }
    if (status == LOGREG_OK)
        take(means, m, problem, sums);
    free(b);
    free(sums);
    free(drop);
    logreg__problem_free(problem);
    logreg__design_free(design);
    return status;
}
