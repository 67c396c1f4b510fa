/* A pointed cone is spanned by its extreme rays, and each of these is at right angles to q - 1 independent rows: so
 * every choice of q - 1 rows gives one line to look at, and both its halves. */
#include "rays.h"

#include <string.h>

/* Determinant of the n x n matrix of the rows, without column `left_out` of their n + 1 columns. */
static long minor_of(const long *const *row, size_t n, size_t left_out)
{
    size_t c[RAYS_Q], count = 0;
    for (size_t j = 0; j <= n; j++)
        if (j != left_out)
            c[count++] = j;
    if (n == 0)
        return 1;
    if (n == 1)
        return row[0][c[0]];
    if (n == 2)
        return row[0][c[0]] * row[1][c[1]] - row[0][c[1]] * row[1][c[0]];
    return row[0][c[0]] * (row[1][c[1]] * row[2][c[2]] - row[1][c[2]] * row[2][c[1]]) -
           row[0][c[1]] * (row[1][c[0]] * row[2][c[2]] - row[1][c[2]] * row[2][c[0]]) +
           row[0][c[2]] * (row[1][c[0]] * row[2][c[1]] - row[1][c[1]] * row[2][c[0]]);
}

static bool inside(const rays_cone *cone, const long *b)
{
    for (size_t i = 0; i < cone->m; i++) {
        long value = 0;
        for (size_t j = 0; j < cone->q; j++)
            value += cone->z[i][j] * b[j];
        if (value < 0)
            return false;
    }
    return true;
}

static void try_rows(const rays_cone *cone, const long *const *row,
                     void (*visit)(const long *b, void *context), void *context)
{
    long b[RAYS_Q], any = 0;
    for (size_t j = 0; j < cone->q; j++) {
        b[j] = (j % 2 ? -1 : 1) * minor_of(row, cone->q - 1, j);
        any |= b[j];
    }
    for (int half = 0; any && half < 2; half++) {
        if (inside(cone, b))
            visit(b, context);
        for (size_t j = 0; j < cone->q; j++)
            b[j] = -b[j];
    }
}

static void choose(const rays_cone *cone, const long **row, size_t have, size_t from,
                   void (*visit)(const long *b, void *context), void *context)
{
    if (have == cone->q - 1 || have == RAYS_Q - 1) {
        try_rows(cone, row, visit, context);
        return;
    }
    for (size_t i = from; i < cone->m; i++) {
        row[have] = cone->z[i];
        choose(cone, row, have + 1, i + 1, visit, context);
    }
}

void rays_visit(const rays_cone *cone, void (*visit)(const long *b, void *context), void *context)
{
    const long *row[RAYS_Q] = {0};
    choose(cone, row, 0, 0, visit, context);
}

size_t rays_rank(const long (*z)[RAYS_Q], size_t m, size_t q, const bool *keep)
{
    long a[256][RAYS_Q];
    memcpy(a, z, m * sizeof *a);
    size_t rank = 0;
    for (size_t j = 0; j < q; j++) {
        size_t pivot = rank;
        while (pivot < m && a[pivot][j] == 0)
            pivot++;
        if ((keep && !keep[j]) || pivot == m)
            continue;
        for (size_t c = 0; c < q; c++) {
            long t = a[pivot][c];
            a[pivot][c] = a[rank][c];
            a[rank][c] = t;
        }
        for (size_t i = rank + 1; i < m; i++) {
            long x = a[i][j], y = a[rank][j];
            for (size_t c = 0; c < q; c++)
                a[i][c] = a[i][c] * y - a[rank][c] * x;
        }
        rank++;
    }
    return rank;
}
