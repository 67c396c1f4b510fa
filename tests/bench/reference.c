/* How far a fit is from the maximum, by Newton's method in long double.
 *
 *     reference FILE.csv [print]     fits the last column, of 0 and 1, on all others
 *
 * Prints one line of JSON: the largest distance of a coefficient, in standard errors, and the largest relative one of a standard
 * error. With `print`, before it: each name, coefficient and standard error of the reference.
 *
 * Newton's steps go from the fit's coefficients to the one behind the first below 1e-9 standard errors, since each squares the
 * distance. Rows are taken as z = T'x, where T T' is about the covariance: then the information of z is near the identity, and inverting it
 * loses no digits however ill-conditioned x is. What T is decides nothing, so that it may come from the fit.
 *
 * Of `small` it agrees with Newton's method in 45 digits of mpmath to 1e-18 standard errors, and these to 1e-18 of their size.
 */
#include <math.h>
#include <omp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

typedef long double real;

enum { ROWS = 32, LANES = 4, MOST_STEPS = 5 };

static void die(const char *why)
{
    fprintf(stderr, "reference: %s\n", why);
    exit(1);
}

static void *room(size_t n, size_t size)
{
    void *p = calloc(n, size);
    if (!p)
        die("out of memory");
    return p;
}

/* What a coefficient multiplies: 1, the number in a column, or whether its label is this one. */
typedef struct {
    size_t column; /* SIZE_MAX: 1 */
    const char *label;
} term;

typedef struct {
    const logreg_frame *frame;
    size_t n, p, y;
    term *term;
    real *T;     /* [p x p] lower, column by column */
    real *beta;  /* [p] */
    real *M, *g; /* information and gradient of z: p x p, lower; p */
} problem;

/* ---- Dense algebra on lower triangles, column by column ---- */

static void cholesky(real *A, size_t p)
{
    for (size_t j = 0; j < p; j++) {
        for (size_t k = 0; k < j; k++)
            for (size_t i = j; i < p; i++)
                A[j * p + i] -= A[k * p + i] * A[k * p + j];
        if (!(A[j * p + j] > 0))
            die("a matrix is not positive definite");
        real root = sqrtl(A[j * p + j]);
        for (size_t i = j; i < p; i++)
            A[j * p + i] /= root;
    }
}

/* x := inv(L) x */
static void forward(const real *L, size_t p, real *x)
{
    for (size_t j = 0; j < p; j++) {
        x[j] /= L[j * p + j];
        for (size_t i = j + 1; i < p; i++)
            x[i] -= L[j * p + i] * x[j];
    }
}

/* x := inv(L') x */
static void backward(const real *L, size_t p, real *x)
{
    for (size_t j = p; j-- > 0;) {
        for (size_t i = j + 1; i < p; i++)
            x[j] -= L[j * p + i] * x[i];
        x[j] /= L[j * p + j];
    }
}

/* ---- Rows ---- */

static real value(const problem *q, const term *t, size_t row)
{
    if (t->column == SIZE_MAX)
        return 1;
    if (!t->label)
        return logreg_frame_number(q->frame, row, t->column);
    return strcmp(logreg_frame_label(q->frame, row, t->column), t->label) == 0;
}

/* Sums abreast, so that one need not wait for the other. */
static real dot(const real *a, const real *b)
{
    real part[LANES] = {0};
    for (size_t r = 0; r < ROWS; r += LANES)
        for (size_t l = 0; l < LANES; l++)
            part[l] += a[r + l] * b[r + l];
    return (part[0] + part[1]) + (part[2] + part[3]);
}

/* z, w z and y - mu of ROWS rows from `first`; those behind the last are zeros. x, z, wz: p runs of ROWS. */
static void take_rows(const problem *q, size_t first, real *x, real *z, real *wz, real *rest)
{
    size_t n = q->n - first < ROWS ? q->n - first : ROWS;
    real w[ROWS];
    memset(x, 0, q->p * ROWS * sizeof *x);
    memset(z, 0, q->p * ROWS * sizeof *z);
    for (size_t j = 0; j < q->p; j++)
        for (size_t r = 0; r < n; r++)
            x[j * ROWS + r] = value(q, &q->term[j], first + r);
    for (size_t r = 0; r < ROWS; r++) {
        real eta = 0;
        for (size_t j = 0; j < q->p; j++)
            eta += x[j * ROWS + r] * q->beta[j];
        real mu = 1 / (1 + expl(-eta));
        rest[r] = r < n ? logreg_frame_number(q->frame, first + r, q->y) - mu : 0;
        w[r] = mu / (1 + expl(eta));
    }
    for (size_t j = 0; j < q->p; j++)
        for (size_t i = j; i < q->p; i++)
            for (size_t r = 0; r < ROWS; r++)
                z[j * ROWS + r] += q->T[j * q->p + i] * x[i * ROWS + r];
    for (size_t j = 0; j < q->p; j++)
        for (size_t r = 0; r < ROWS; r++)
            wz[j * ROWS + r] = w[r] * z[j * ROWS + r];
}

static void sum_up(problem *q)
{
    size_t p = q->p;
    memset(q->M, 0, p * p * sizeof *q->M);
    memset(q->g, 0, p * sizeof *q->g);
#pragma omp parallel
    {
        real *M = room(p * p, sizeof *M), *g = room(p, sizeof *g), *x = room(3 * p * ROWS, sizeof *x);
        real *z = x + p * ROWS, *wz = z + p * ROWS, rest[ROWS];
#pragma omp for schedule(dynamic, 64)
        for (size_t first = 0; first < q->n; first += ROWS) {
            take_rows(q, first, x, z, wz, rest);
            for (size_t j = 0; j < p; j++) {
                g[j] += dot(z + j * ROWS, rest);
                for (size_t i = j; i < p; i++)
                    M[j * p + i] += dot(z + i * ROWS, wz + j * ROWS);
            }
        }
#pragma omp critical
        {
            for (size_t i = 0; i < p * p; i++)
                q->M[i] += M[i];
            for (size_t j = 0; j < p; j++)
                q->g[j] += g[j];
        }
        free(M);
        free(g);
        free(x);
    }
}

/* ---- Newton ---- */

/* beta += T inv(M) g; M becomes its Cholesky factor L, and error[] the standard errors of x: V = T inv(L L') T', so that they are the lengths
 * of the columns of inv(L) T'. The largest step in standard errors. */
static real step(problem *q, real *error)
{
    size_t p = q->p;
    real largest = 0, *row = room(p, sizeof *row);
    cholesky(q->M, p);
    forward(q->M, p, q->g);
    backward(q->M, p, q->g);
    for (size_t i = 0; i < p; i++) {
        real change = 0, length = 0;
        memset(row, 0, p * sizeof *row);
        for (size_t j = 0; j <= i; j++) {
            row[j] = q->T[j * p + i];
            change += row[j] * q->g[j];
        }
        forward(q->M, p, row);
        for (size_t j = 0; j < p; j++)
            length += row[j] * row[j];
        error[i] = sqrtl(length);
        q->beta[i] += change;
        largest = fmaxl(largest, fabsl(change) / error[i]);
    }
    free(row);
    return largest;
}

static void solve(problem *q, real *error)
{
    real before = INFINITY;
    for (int k = 0; before >= 1e-9L; k++) {
        if (k == MOST_STEPS)
            die("Newton's steps do not become small");
        sum_up(q);
        before = step(q, error);
    }
    sum_up(q);
    step(q, error);
}

/* ---- The fit ---- */

static void find_terms(problem *q, const logreg_model *model)
{
    for (size_t j = 0; j < q->p; j++) {
        size_t variable, level;
        logreg_variable v;
        q->term[j].column = SIZE_MAX;
        if (!logreg_model_coefficient_variable(model, j, &variable, &level))
            continue;
        if (logreg_model_variable(model, variable, &v) != LOGREG_OK)
            die("a variable is not there");
        q->term[j] = (term){logreg_frame_find(q->frame, v.name), level == SIZE_MAX ? NULL : v.levels[level]};
    }
}

static void compare(const problem *q, const logreg_model *model, const real *error, bool print)
{
    real worst = 0, worst_error = 0;
    for (size_t j = 0; j < q->p; j++) {
        real b = logreg_model_coefficient(model, 1, j),
             se = sqrtl(logreg_model_covariance(model, 1, j, 1, j));
        worst = fmaxl(worst, fabsl(b - q->beta[j]) / error[j]);
        worst_error = fmaxl(worst_error, fabsl(se / error[j] - 1));
        if (print)
            printf("%s %.21Lg %.21Lg\n", logreg_model_coefficient_name(model, j), q->beta[j], error[j]);
    }
    printf("{\"coefficients\": %.2Lg, \"standard_errors\": %.2Lg}\n", worst, worst_error);
}

int main(int argc, char **argv)
{
    if (argc < 2)
        die("usage: reference FILE.csv [print]");
    logreg_frame *frame = NULL;
    logreg_model *model = NULL;
    logreg_error err;
    char formula[300];
    if (logreg_frame_read_csv(&frame, argv[1], NULL, &err) != LOGREG_OK)
        die(err.message);
    size_t y = logreg_frame_columns(frame) - 1;
    snprintf(formula, sizeof formula, "`%s` ~ .", logreg_frame_name(frame, y));
    if (logreg_fit_formula(&model, frame, formula, NULL, &err) != LOGREG_OK)
        die(err.message);
    problem q = {
        .frame = frame, .n = logreg_frame_rows(frame), .p = logreg_model_coefficients(model), .y = y};
    if (logreg_model_rank(model) < q.p || logreg_model_rows_used(model) < q.n ||
        !logreg_model_converged(model))
        die("the data are not those of a benchmark");
    q.term = room(q.p, sizeof *q.term);
    q.T = room(q.p * q.p, sizeof *q.T);
    q.M = room(q.p * q.p, sizeof *q.M);
    q.beta = room(q.p, sizeof *q.beta);
    q.g = room(q.p, sizeof *q.g);
    real *error = room(q.p, sizeof *error);
    find_terms(&q, model);
    for (size_t j = 0; j < q.p; j++) {
        q.beta[j] = logreg_model_coefficient(model, 1, j);
        for (size_t i = j; i < q.p; i++)
            q.T[j * q.p + i] = logreg_model_covariance(model, 1, i, 1, j);
    }
    cholesky(q.T, q.p);
    solve(&q, error);
    compare(&q, model, error, argc > 2);
    free(error);
    free(q.term);
    free(q.T);
    free(q.M);
    free(q.beta);
    free(q.g);
    logreg_model_free(model);
    logreg_frame_free(frame);
    return 0;
}
