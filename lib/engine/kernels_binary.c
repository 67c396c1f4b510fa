/* Two classes: one linear predictor eta, mu = sigmoid(eta), curvature s = w mu (1 - mu). Equations (2) to (8). */
#include <math.h>

#include "engine/dense.h"
#include "engine/kernels.h"
#include "engine/sparse.h"

/* Linear predictor, residual, curvature, and the least curvature of rows that count; scratch: eta, r, s, column. */
typedef struct {
    double *eta, *r, *s, *column;
    double least;
} rows_of;

static rows_of predict(const logreg__walk *walk, const double *b)
{
    double *room = walk->scratch;
    rows_of v = {room, room + LOGREG__BLOCK_ROWS, room + 2 * LOGREG__BLOCK_ROWS,
                 room + 3 * LOGREG__BLOCK_ROWS, INFINITY};
    logreg__walk_predictor(v.eta, walk, b);
    return v;
}

/* Returns the sum of losses. */
static double link(rows_of *v, const logreg__walk *walk, const double *b)
{
    *v = predict(walk, b);
    return walk->problem->inner->link(v->r, v->s, &v->least, v->eta, walk->y, walk->w, walk->full_rows,
                                      walk->ahead,
                                      walk->n_ahead <= LOGREG__VERY_FEW_COLUMNS ? walk->n_ahead : 0);
}

void logreg__binary_value(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v = predict(walk, b);
    acc[0] += walk->problem->inner->link(NULL, NULL, NULL, v.eta, walk->y, walk->w, walk->full_rows, NULL, 0);
}

void logreg__binary_gradient(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v = predict(walk, b);
    acc[0] +=
        walk->problem->inner->link(v.r, NULL, NULL, v.eta, walk->y, walk->w, walk->full_rows, walk->ahead,
                                   walk->n_ahead <= LOGREG__FEW_COLUMNS ? walk->n_ahead : 0);
    logreg__walk_gradient(acc + 1, walk, v.r);
}

void logreg__binary_information(const logreg__walk *walk, const double *b, double *acc)
{
    rows_of v;
    const logreg__problem *p = walk->problem;
    acc[0] += link(&v, walk, b);
    acc[1] = fmax(acc[1], 1 / v.least);
    logreg__cells_room room = logreg__walk_cells(v.column, walk);
    logreg__walk_information(acc + 2 + p->q, acc + 2, walk, v.s, v.r, &room);
}

void logreg__binary_hessian_vector(const logreg__walk *walk, const double *input, double *acc)
{
    rows_of v;
    size_t p = walk->problem->design->p;
    link(&v, walk, input);
    logreg__walk_predictor(v.eta, walk, input + p);
    for (size_t r = 0; r < walk->full_rows; r++)
        v.s[r] *= v.eta[r] - walk->offset[r];
    logreg__walk_gradient(acc, walk, v.s);
}

double logreg__binary_roots(const logreg__walk *walk, const double *b, double *B, logreg__take_rows take,
                            const double *M, double *acc)
{
    rows_of v;
    link(&v, walk, b);
    for (size_t r = 0; r < walk->rows; r++)
        v.s[r] = sqrt(v.s[r]);
    logreg__walk_expand(B, walk, v.s);
    take(walk, B, M, acc);
    return 1 / v.least;
}

/* max z' inv(L L') z = max |inv(L) z|^2 over rows that count. */
void logreg__binary_reach(const logreg__walk *walk, const double *L, double *acc)
{
    const logreg__design *d = walk->problem->design;
    double *u = walk->scratch;
    for (size_t r = 0; r < walk->rows; r++) {
        if (!(walk->w[r] > 0))
            continue;
        memset(u, 0, d->p * sizeof *u);
        for (size_t j = 0; j < d->n_dense; j++)
            u[j] = walk->Z[j * LOGREG__BLOCK_ROWS + r];
        for (size_t g = 0; g < d->n_groups; g++)
            if (walk->code[g][r] != LOGREG__NO_COLUMN)
                u[d->group[g].first + walk->code[g][r]] = walk->value[g] ? walk->value[g][r] : 1;
        logreg__sparse_row(u, &walk->sparse, r);
        logreg__lower_solve(L, d->p, u);
        double square = 0;
        for (size_t j = 0; j < d->p; j++)
            square += u[j] * u[j];
        acc[0] = fmax(acc[0], square);
    }
}
