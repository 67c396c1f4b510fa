/* What Jeffreys' penalty log|H| / 2 asks of the rows: leverages, its gradient, and its second derivatives. With M H M' = 1, classes c of a row
 * in v_c = (e_c - mu) (x) z, e_0 = 0, and t_c = M v_c (equations (14) and (70)):
 *
 *     leverage            w sum_c mu_c |t_c|^2
 *     gradient            w sum_c mu_c |t_c|^2 v_c
 *     curvature           D - S S',   S = w sum_c mu_c t_c (x) t_c (x) t_c,
 *                         D = w (sum_c mu_c |t_c|^2 t_c t_c' - tr(V) V - 2 V V),   V = sum_c mu_c t_c t_c'
 *
 * Of two classes both t_c are multiples of t = M z: with s = w mu (1 - mu), S = s (1 - 2 mu) t (x) t (x) t and
 * D = s (1 - 6 mu (1 - mu)) |t|^2 t t'.
 */
#include "engine/kernels.h"

/* ---- Sizes ---- */

/* b, and the rows of M, a lower triangle. */
static size_t size_input(const logreg__problem *p)
{
    return p->q + p->q * p->q;
}

static size_t size_one(const logreg__problem *p)
{
    (void)p;
    return 1;
}

static size_t size_slope(const logreg__problem *p)
{
    return p->q + p->q * p->q;
}

/* Slab a of the symmetric tensor S is a square of a + 1, of which the lower triangle is there. */
static size_t size_curvature(const logreg__problem *p)
{
    return p->q + p->q * p->q + p->q * (p->q + 1) * (2 * p->q + 1) / 6;
}

/* Directions t of a row that differ. */
static size_t count_directions(const logreg__problem *p)
{
    return p->k == 1 ? 1 : p->k + 1;
}

/* Columns of room; see rows_of. */
static size_t scratch_rows(const logreg__problem *p)
{
    size_t n = count_directions(p);
    return LOGREG__BLOCK_ROWS * (2 * p->k + 4 + p->q + n * (p->q + 2) + LOGREG__SCALED_COLUMNS) + p->q;
}

/* ---- Rows ---- */

/* Columns BLOCK_ROWS apart. Directions t_c, each q columns, with their weights w mu_c and squared lengths. */
typedef struct {
    const logreg__walk *walk;
    size_t q, n;
    double *mu;       /* of classes 1 .. k, then of class 0; of two classes mu (1 - mu) and 1 - 2 mu */
    double *residual; /* k columns */
    double *B;        /* q columns: of two classes the rows z; room */
    double *T, *weight, *square;
    double *leverage, *column, *scaled;
    double *ones; /* q numbers */
} rows_of;

static rows_of make_room(const logreg__walk *walk)
{
    const logreg__problem *p = walk->problem;
    const size_t rows = LOGREG__BLOCK_ROWS;
    rows_of v = {.walk = walk, .q = p->q, .n = count_directions(p), .mu = walk->scratch};
    v.residual = v.mu + (p->k + 2) * rows;
    v.B = v.residual + p->k * rows;
    v.T = v.B + p->q * rows;
    v.weight = v.T + v.n * p->q * rows;
    v.square = v.weight + v.n * rows;
    v.leverage = v.square + v.n * rows;
    v.column = v.leverage + rows;
    v.scaled = v.column + rows;
    v.ones = v.scaled + LOGREG__SCALED_COLUMNS * rows;
    for (size_t j = 0; j < p->q; j++)
        v.ones[j] = 1;
    return v;
}

/* |t_c|^2 */
static void measure(rows_of *v, size_t c)
{
    size_t rows = v->walk->full_rows;
    double *square = v->square + c * LOGREG__BLOCK_ROWS;
    memset(square, 0, rows * sizeof *square);
    v->walk->problem->inner->squares(square, v->T + c * v->q * LOGREG__BLOCK_ROWS, rows, v->q, v->ones);
}

/* Two classes: weight is s, and mu holds mu (1 - mu), then 1 - 2 mu. */
static void look_binary(rows_of *v, const double *b, const double *M)
{
    const logreg__walk *walk = v->walk;
    size_t rows = walk->full_rows;
    double *eta = v->residual, *e = v->column, *both = v->mu, *lean = v->mu + LOGREG__BLOCK_ROWS;
    logreg__walk_predictor(eta, walk, b);
    walk->problem->inner->exp_of_minus(e, eta, rows);
    for (size_t r = 0; r < rows; r++) {
        double large = 1 / (1 + e[r]), slope = (1 - e[r]) * large;
        both[r] = e[r] * large * large;
        lean[r] = eta[r] >= 0 ? -slope : slope;
        v->weight[r] = walk->w[r] * both[r];
        v->column[r] = 1;
    }
    logreg__walk_expand(v->B, walk, v->column);
    walk->problem->inner->whiten(v->T, v->B, rows, v->q, M);
    measure(v, 0);
    for (size_t r = 0; r < rows; r++) {
        v->leverage[r] = v->weight[r] * v->square[r];
        v->residual[r] = v->leverage[r] * lean[r];
    }
}

/* u_d = M (e_d (x) z): coordinate j is a linear predictor with what row j of M has for class d. */
static void whiten_class(rows_of *v, size_t d, const double *M)
{
    const logreg__problem *p = v->walk->problem;
    const logreg__design *design = p->design;
    double *U = v->T + d * v->q * LOGREG__BLOCK_ROWS;
    memset(U, 0, v->q * LOGREG__BLOCK_ROWS * sizeof *U);
    for (size_t j = (d - 1) * design->p; j < v->q; j++) {
        double *u = U + j * LOGREG__BLOCK_ROWS;
        const double *row = M + j * v->q + (d - 1) * design->p;
        p->inner->predictor(u, v->walk->Z, v->walk->full_rows, design->n_dense, row);
        for (size_t g = 0; g < design->n_groups; g++)
            p->inner->gather(u, v->walk->code[g], v->walk->value[g], v->walk->rows,
                             row + design->group[g].first);
    }
}

/* All t_c, which are u_c - sum_d mu_d u_d with u_0 = 0. */
static void whiten_classes(rows_of *v, const double *M)
{
    const logreg__problem *p = v->walk->problem;
    size_t rows = v->walk->full_rows, apart = v->q * LOGREG__BLOCK_ROWS;
    double *first = v->T;
    memset(first, 0, apart * sizeof *first);
    for (size_t d = 1; d <= p->k; d++) {
        const double *mu = v->mu + (d - 1) * LOGREG__BLOCK_ROWS;
        whiten_class(v, d, M);
        for (size_t at = 0; at < apart; at += LOGREG__BLOCK_ROWS)
            for (size_t r = 0; r < rows; r++)
                first[at + r] -= mu[r] * v->T[d * apart + at + r];
    }
    for (size_t c = 0; c <= p->k; c++) {
        double *T = v->T + c * apart;
        for (size_t at = 0; c > 0 && at < apart; at += LOGREG__BLOCK_ROWS)
            for (size_t r = 0; r < rows; r++)
                T[at + r] += first[at + r];
        measure(v, c);
    }
}

/* More: weight holds w mu_c, and column the leverage over w. */
static void look_multinomial(rows_of *v, const double *b, const double *M)
{
    const logreg__walk *walk = v->walk;
    size_t rows = walk->full_rows, k = walk->problem->k;
    double *base = v->mu + k * LOGREG__BLOCK_ROWS, *trace = v->column;
    logreg__walk_predictor(v->mu, walk, b);
    walk->problem->inner->classes(v->mu, v->residual, base, walk->y, walk->w, rows, k);
    whiten_classes(v, M);
    memset(trace, 0, rows * sizeof *trace);
    for (size_t c = 0; c <= k; c++) {
        const double *mu = c == 0 ? base : v->mu + (c - 1) * LOGREG__BLOCK_ROWS;
        double *weight = v->weight + c * LOGREG__BLOCK_ROWS;
        const double *square = v->square + c * LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < rows; r++) {
            weight[r] = walk->w[r] * mu[r];
            trace[r] += mu[r] * square[r];
        }
    }
    for (size_t c = 1; c <= k; c++)
        for (size_t r = 0; r < rows; r++)
            v->residual[(c - 1) * LOGREG__BLOCK_ROWS + r] =
                v->weight[c * LOGREG__BLOCK_ROWS + r] * (v->square[c * LOGREG__BLOCK_ROWS + r] - trace[r]);
    for (size_t r = 0; r < rows; r++)
        v->leverage[r] = walk->w[r] * trace[r];
}

static rows_of look(const logreg__walk *walk, const double *input)
{
    rows_of v = make_room(walk);
    const double *M = input + v.q;
    if (walk->problem->k == 1)
        look_binary(&v, input, M);
    else
        look_multinomial(&v, input, M);
    return v;
}

static void add_gradient(double *g, const rows_of *v)
{
    size_t p = v->walk->problem->design->p;
    for (size_t c = 0; c < v->walk->problem->k; c++)
        logreg__walk_gradient(g + c * p, v->walk, v->residual + c * LOGREG__BLOCK_ROWS);
}

/* A (the lower triangle of a square, ld apart) += T' diag(s) T of the first `width` columns of T. */
static void add_products(double *A, size_t ld, const rows_of *v, const double *T, size_t width,
                         const double *s)
{
    v->walk->problem->inner->information(A, ld, T, v->walk->full_rows, width, s, v->scaled, NULL, 0);
}

/* ---- Leverages ---- */

static void leverage_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    rows_of v = look(walk, input);
    memcpy(out, v.leverage, walk->rows * sizeof *out);
    for (size_t r = 0; r < walk->rows; r++)
        acc[0] += v.leverage[r];
}

/* ---- Pseudo-rows ---- */

/* Of two classes: rows that weigh the leverages, half event and half none. */
static void pseudo_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    rows_of v = look(walk, input + walk->problem->q);
    for (size_t r = 0; r < walk->full_rows; r++)
        v.column[r] = 0.5;
    logreg__walk pseudo = *walk;
    pseudo.w = v.leverage;
    pseudo.y = v.column;
    pseudo.scratch = walk->scratch + scratch_rows(walk->problem);
    logreg__binary_information(&pseudo, input, acc);
}

static size_t input_pseudo(const logreg__problem *p)
{
    return p->q + size_input(p);
}

static size_t size_information(const logreg__problem *p)
{
    return logreg__kernel_information.size(p);
}

static size_t partial_pseudo(const logreg__problem *p)
{
    return logreg__kernel_information.partial(p);
}

static size_t scratch_pseudo(const logreg__problem *p)
{
    return scratch_rows(p) + logreg__kernel_information.scratch(p);
}

static void pseudo_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    logreg__kernel_information.combine(p, acc, later, scratch);
}

static void pseudo_finish(const logreg__problem *p, double *acc, const double *sum)
{
    logreg__kernel_information.finish(p, acc, sum);
}

/* ---- The gradient, and what stands in for second derivatives ---- */

/* Each row counts h K / (2 k) times more, for K = k + 1 classes: the second derivatives where rows that are alike have a probability of their
 * own, to whose events the penalty adds 1/2 in each class. */
static void slope_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    rows_of v = look(walk, input);
    size_t k = walk->problem->k, apart = v.q * LOGREG__BLOCK_ROWS;
    double more = ((double)k + 1) / (2 * (double)k);
    add_gradient(acc, &v);
    for (size_t c = 0; c < v.n; c++) {
        const double *mu = k == 1 ? v.mu : v.mu + (c == 0 ? k : c - 1) * LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < walk->full_rows; r++)
            v.column[r] = more * v.leverage[r] * mu[r];
        add_products(acc + v.q, v.q, &v, v.T + c * apart, v.q, v.column);
    }
}

/* ---- Second derivatives ---- */

/* S += sum over rows of s t (x) t (x) t. */
static void add_tensor(double *S, rows_of *v, const double *T, const double *s)
{
    for (size_t a = 0; a < v->q; a++) {
        const double *t = T + a * LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < v->walk->full_rows; r++)
            v->column[r] = s[r] * t[r];
        add_products(S, a + 1, v, T, a + 1, v->column);
        S += (a + 1) * (a + 1);
    }
}

static void curve_binary(double *D, double *S, rows_of *v)
{
    size_t rows = v->walk->full_rows;
    double *s = v->leverage, *lean = v->mu + LOGREG__BLOCK_ROWS;
    for (size_t r = 0; r < rows; r++) {
        lean[r] *= v->weight[r];
        s[r] *= 1 - 6 * v->mu[r];
    }
    add_products(D, v->q, v, v->T, v->q, s);
    add_tensor(S, v, v->T, lean);
}

/* D -= 2 w V V, which is sum_c w mu_c t_c y_c' with y_c = sum_d mu_d (t_c't_d) t_d; B is spoilt. */
static void take_squares(double *D, rows_of *v)
{
    const logreg__inner *inner = v->walk->problem->inner;
    const size_t rows = v->walk->full_rows, q = v->q, apart = q * LOGREG__BLOCK_ROWS;
    double *dot = v->residual;
    for (size_t c = 0; c < v->n; c++) {
        const double *T = v->T + c * apart;
        memset(v->B, 0, apart * sizeof *v->B);
        for (size_t d = 0; d < v->n; d++) {
            const double *other = v->T + d * apart, *mu = d == 0 ? v->mu + (v->n - 1) * LOGREG__BLOCK_ROWS
                                                                 : v->mu + (d - 1) * LOGREG__BLOCK_ROWS;
            memset(dot, 0, rows * sizeof *dot);
            for (size_t j = 0; j < q; j++)
                for (size_t r = 0; r < rows; r++)
                    dot[r] += T[j * LOGREG__BLOCK_ROWS + r] * other[j * LOGREG__BLOCK_ROWS + r];
            for (size_t r = 0; r < rows; r++)
                dot[r] *= -2 * mu[r] * v->weight[c * LOGREG__BLOCK_ROWS + r];
            for (size_t j = 0; j < q; j++)
                for (size_t r = 0; r < rows; r++)
                    v->B[j * LOGREG__BLOCK_ROWS + r] += dot[r] * other[j * LOGREG__BLOCK_ROWS + r];
        }
        for (size_t j = 0; j < q; j++)
            inner->gradient(D + j * q, T, rows, q, v->B + j * LOGREG__BLOCK_ROWS);
    }
}

static void curve_multinomial(double *D, double *S, rows_of *v)
{
    const size_t rows = v->walk->full_rows, apart = v->q * LOGREG__BLOCK_ROWS;
    double *trace = v->leverage, *s = v->residual;
    const double *w = v->walk->w;
    for (size_t r = 0; r < rows; r++)
        trace[r] = w[r] > 0 ? trace[r] / w[r] : 0;
    for (size_t c = 0; c < v->n; c++) {
        const double *weight = v->weight + c * LOGREG__BLOCK_ROWS,
                     *square = v->square + c * LOGREG__BLOCK_ROWS;
        for (size_t r = 0; r < rows; r++)
            s[r] = weight[r] * (square[r] - trace[r]);
        add_products(D, v->q, v, v->T + c * apart, v->q, s);
        add_tensor(S, v, v->T + c * apart, weight);
    }
    take_squares(D, v);
}

static void curvature_block(const logreg__walk *walk, const double *input, double *acc, double *out)
{
    (void)out;
    rows_of v = look(walk, input);
    double *D = acc + v.q, *S = D + v.q * v.q;
    add_gradient(acc, &v);
    if (walk->problem->k == 1)
        curve_binary(D, S, &v);
    else
        curve_multinomial(D, S, &v);
}

/* ---- Rows of the table ---- */

const logreg__kernel logreg__kernel_leverage = {.name = "leverage",
                                                .input = size_input,
                                                .size = size_one,
                                                .output = size_one,
                                                .scratch = scratch_rows,
                                                .block = leverage_block};
const logreg__kernel logreg__kernel_jeffreys = {.name = "jeffreys",
                                                .input = size_input,
                                                .size = size_slope,
                                                .scratch = scratch_rows,
                                                .block = slope_block};
const logreg__kernel logreg__kernel_jeffreys_curvature = {.name = "jeffreys-curvature",
                                                          .input = size_input,
                                                          .size = size_curvature,
                                                          .scratch = scratch_rows,
                                                          .block = curvature_block};
const logreg__kernel logreg__kernel_pseudo = {.name = "pseudo",
                                              .input = input_pseudo,
                                              .size = size_information,
                                              .partial = partial_pseudo,
                                              .scratch = scratch_pseudo,
                                              .block = pseudo_block,
                                              .combine = pseudo_combine,
                                              .finish = pseudo_finish};
