/* The information of one linear predictor, Z' diag(s) Z: dense columns with each other, with categories, and categories with each other. */
#include "engine/kernels.h"

/* Rows of two categories meet in one cell each; H[column of h][column of g] += s times both entries. */
static void cross(double *H, size_t ldh, const logreg__walk *walk, size_t g, size_t h, const double *s)
{
    const logreg__design *d = walk->problem->design;
    const uint32_t *a = walk->code[g], *b = walk->code[h];
    const double *u = walk->value[g], *v = walk->value[h];
    for (size_t r = 0; r < walk->rows; r++)
        if (a[r] != LOGREG__NO_COLUMN && b[r] != LOGREG__NO_COLUMN)
            H[(d->group[g].first + a[r]) * ldh + d->group[h].first + b[r]] +=
                s[r] * (u ? u[r] : 1) * (v ? v[r] : 1);
}

/* The numbers of n dense columns from j on, weighted, summed within each category; room is SCALED_COLUMNS columns. A row's numbers
 * stand side by side, so that they are added to the sums of its category at once. */
static void meet(double *H, size_t ldh, const logreg__walk *walk, size_t j, size_t n, const double *s,
                 double *room)
{
    enum { SUMS = (LOGREG__SCALED_COLUMNS - LOGREG__LANES) * LOGREG__BLOCK_ROWS / LOGREG__LANES };
    const logreg__design *d = walk->problem->design;
    const logreg__inner *inner = walk->problem->inner;
    double *T = room, *A = room + LOGREG__LANES * LOGREG__BLOCK_ROWS;
    inner->turn(T, walk->Z + j * LOGREG__BLOCK_ROWS, walk->rows, n, s);
    for (size_t g = 0; g < d->n_groups; g++) {
        double *to = H + j * ldh + d->group[g].first;
        size_t count = d->group[g].count;
        if (count <= SUMS) {
            memset(A, 0, count * LOGREG__LANES * sizeof *A);
            inner->scatter_rows(A, walk->code[g], walk->value[g], walk->rows, T);
            for (size_t l = 0; l < n; l++)
                for (size_t c = 0; c < count; c++)
                    to[l * ldh + c] += A[c * LOGREG__LANES + l];
            continue;
        }
        for (size_t l = 0; l < n; l++) { /* more categories than there is room for: a column at a time */
            for (size_t r = 0; r < walk->rows; r++)
                A[r] = T[r * LOGREG__LANES + l];
            inner->scatter(to + l * ldh, walk->code[g], walk->value[g], walk->rows, A);
        }
    }
}

void logreg__walk_information(double *H, size_t ldh, const logreg__walk *walk, const double *s,
                              double *column)
{
    const logreg__problem *p = walk->problem;
    const logreg__design *d = p->design;
    /* against the column of ones a product is a sum */
    if (d->intercept)
        p->inner->gradient(H, walk->Z, walk->full_rows, d->n_dense, s);
    p->inner->information(H + d->intercept * (ldh + 1), ldh, walk->Z + d->intercept * LOGREG__BLOCK_ROWS,
                          walk->full_rows, d->n_dense - d->intercept, s, column);
    for (size_t j = 0; d->n_groups && j < d->n_dense; j += LOGREG__LANES)
        meet(H, ldh, walk, j, d->n_dense - j < LOGREG__LANES ? d->n_dense - j : LOGREG__LANES, s, column);
    for (size_t g = 0; g < d->n_groups; g++)
        for (size_t h = g; h < d->n_groups; h++)
            cross(H, ldh, walk, g, h, s);
}
