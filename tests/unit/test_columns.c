/* Coordinate descent on sparse columns, with Newton's steps between: against the plain one on the matrix of all pairs, and against the conditions that hold at the least point. */
#include "harness.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solvers/creases/columns.h"

enum { N = 75, P = 60, IN_A_COLUMN = 10 };

/* A quadratic of sparse columns, dense beside them. */
typedef struct {
    logreg__columns c;
    double X[N * P], H[P * P], g[P], ridge[P], lasso[P], low[P], high[P], unit[P], noise[P];
    logreg__creases q;
} quadratic;

static double uniform(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (double)(*state >> 8) / (1 << 24);
}

static void lay_out(quadratic *z)
{
    logreg__columns *c = &z->c;
    size_t at = 0;
    c->n = N;
    c->p = P;
    c->start = calloc(P + 1, sizeof *c->start);
    c->row = calloc(N * P, sizeof *c->row);
    c->value = calloc(N * P, sizeof *c->value);
    c->curvature = calloc(N, sizeof *c->curvature);
    c->moved = calloc(N, sizeof *c->moved);
    c->h = calloc(P, sizeof *c->h);
    c->room = calloc(N + 5 * P, sizeof *c->room);
    c->free_one = calloc(P, sizeof *c->free_one);
    for (size_t j = 0; j < P; j++) {
        for (size_t i = 0; i < N; i++)
            if (z->X[j * N + i] != 0) {
                c->row[at] = (uint32_t)i;
                c->value[at++] = z->X[j * N + i];
            }
        c->start[j + 1] = at;
    }
}

/* Rows' curvatures go over six powers of ten, as where classes are nearly separated; `twins` columns stand twice. */
static quadratic *make(unsigned seed, double lasso, double ridge, size_t twins, bool bounds)
{
    quadratic *z = calloc(1, sizeof *z);
    CU_ASSERT_TRUE_FATAL(z != NULL);
    for (size_t j = 0; j < P; j++) {
        for (size_t k = 0; k < IN_A_COLUMN; k++)
            z->X[j * N + (size_t)(uniform(&seed) * N)] = 2 * uniform(&seed) - 0.5;
        if (j >= P - twins)
            memcpy(z->X + j * N, z->X + (j - twins) * N, N * sizeof *z->X);
        z->ridge[j] = ridge;
        z->lasso[j] = j ? lasso : 0;
        z->low[j] = bounds && j % 7 == 3 ? -0.5 : -INFINITY;
        z->high[j] = bounds && j % 5 == 2 ? 0 : INFINITY;
        z->unit[j] = 1;
    }
    lay_out(z);
    for (size_t i = 0; i < N; i++) {
        double want = 2 * uniform(&seed) - 1, w = pow(10, -6 * uniform(&seed));
        z->c.curvature[i] = w;
        for (size_t j = 0; j < P; j++) {
            z->g[j] += sqrt(w) * want * z->X[j * N + i];
            for (size_t l = 0; l < P; l++)
                z->H[j * P + l] += w * z->X[j * N + i] * z->X[l * N + i];
        }
    }
    z->q = (logreg__creases){P, z->H, z->ridge, z->lasso, z->low, z->high, z->unit, z->noise};
    return z;
}

static void drop(quadratic *z)
{
    free(z->c.start);
    free(z->c.row);
    free(z->c.value);
    free(z->c.curvature);
    free(z->c.moved);
    free(z->c.h);
    free(z->c.room);
    free(z->c.free_one);
    free(z);
}

/* The value at u, and the largest violation of optimality there. */
static double value_at(double *worst, const quadratic *z, const double *u)
{
    double value = 0;
    *worst = 0;
    for (size_t j = 0; j < P; j++) {
        double Hu = 0;
        for (size_t l = 0; l < P; l++)
            Hu += z->H[j * P + l] * u[l];
        double slope = z->g[j] + Hu + z->ridge[j] * u[j],
               up = slope + (u[j] >= 0 ? z->lasso[j] : -z->lasso[j]);
        double down = slope + (u[j] > 0 ? z->lasso[j] : -z->lasso[j]);
        if (up < 0 && u[j] < z->high[j])
            *worst = fmax(*worst, -up);
        if (down > 0 && u[j] > z->low[j])
            *worst = fmax(*worst, down);
        CU_ASSERT_TRUE(u[j] >= z->low[j] && u[j] <= z->high[j]);
        value += u[j] * (z->g[j] + (Hu + z->ridge[j] * u[j]) / 2) + z->lasso[j] * fabs(u[j]);
    }
    return value;
}

#define TOL 1e-11

static void check(quadratic *z, bool unique)
{
    double u[P] = {0}, other[P] = {0}, g[P], worst, *room = calloc(P * (P + 2), sizeof *room);
    size_t order[2 * P];
    memcpy(g, z->g, sizeof g);
    CU_ASSERT_TRUE(logreg__coordinate_descend(other, g, &z->q, TOL, room, order));
    CU_ASSERT_TRUE(logreg__columns_descend(u, z->g, &z->q, &z->c, TOL, order));
    double plain = value_at(&worst, z, other), value = value_at(&worst, z, u);
    CU_ASSERT_TRUE(worst <= 2 * TOL);
    CU_ASSERT_TRUE(near_rel(value, plain, 1e-9));
    for (size_t j = 0; unique && j < P; j++)
        CU_ASSERT_TRUE(near_abs(u[j], other[j], 1e-6));
    free(room);
    drop(z);
}

static void test_alike(void)
{
    for (unsigned seed = 1; seed <= 4; seed++) {
        check(make(seed, 1e-2, 0, 0, false), false);
        check(make(seed, 1e-3, 1e-3, 0, false), true);
        check(make(seed, 1e-2, 1e-3, 0, true), true);
        check(make(seed, 0, 1e-3, 0, true), true);
    }
}

/* Along the difference of two equal columns there is no curvature, and Newton's step has no end. */
static void test_twins(void)
{
    for (unsigned seed = 1; seed <= 4; seed++) {
        check(make(seed, 1e-3, 0, 15, false), false);
        check(make(seed, 1e-3, 0, 15, true), false);
    }
}

/* A loose tolerance is kept too, though coordinates are moved before they are beyond it and sweeps end as soon as none was. */
static void test_loose(void)
{
    for (unsigned seed = 1; seed <= 4; seed++)
        for (double tol = 1e-2; tol > 1e-7; tol /= 10) {
            quadratic *z = make(seed, 1e-2, 1e-3, seed % 2 ? 0 : 10, seed > 2);
            double u[P] = {0}, worst;
            size_t order[2 * P];
            CU_ASSERT_TRUE(logreg__columns_descend(u, z->g, &z->q, &z->c, tol, order));
            value_at(&worst, z, u);
            CU_ASSERT_TRUE(worst <= 2 * tol);
            drop(z);
        }
}

/* A step goes to the least point of the free coordinates where nothing stands in its way, and never up. */
static void test_step(void)
{
    size_t list[P];
    for (size_t j = 0; j < P; j++)
        list[j] = j;
    for (unsigned seed = 1; seed <= 4; seed++) {
        quadratic *z = make(seed, 1e-3, 1e-2, 0, seed % 2);
        double u[P] = {0}, worst;
        for (size_t j = 0; j < P; j++) {
            for (size_t k = z->c.start[j]; k < z->c.start[j + 1]; k++)
                z->c.h[j] += z->c.curvature[z->c.row[k]] * z->c.value[k] * z->c.value[k];
            u[j] = fmax(fmin(j % 3 ? 0.1 : -0.1, z->high[j]), z->low[j]);
            for (size_t i = 0; i < N; i++)
                z->c.moved[i] += z->c.curvature[i] * z->X[j * N + i] * u[j];
        }
        double before = value_at(&worst, z, u);
        for (int i = 0; i < 60; i++) {
            logreg__columns_step(u, z->g, &z->q, &z->c, TOL, list, P);
            double now = value_at(&worst, z, u);
            CU_ASSERT_TRUE(now <= before + TOL_LONG * fabs(before));
            before = now;
        }
        for (size_t j = 0; j < P; j++) { /* those that still stand are optimal */
            double slope = z->g[j] + z->ridge[j] * u[j] + copysign(z->lasso[j], u[j]);
            for (size_t i = 0; i < N; i++)
                slope += z->c.moved[i] * z->X[j * N + i];
            bool stands = (u[j] != 0 || z->lasso[j] == 0) && u[j] > z->low[j] && u[j] < z->high[j];
            CU_ASSERT_TRUE(!stands || fabs(slope) <= 1e-9);
        }
        drop(z);
    }
}

const test_case tests[] = {{"as on the matrix of all pairs", test_alike},
                           {"columns that stand twice", test_twins},
                           {"loose tolerances", test_loose},
                           {"a step", test_step},
                           {NULL, NULL}};
