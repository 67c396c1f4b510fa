/* The list is kept as U_list' = Q R, Q by Gram-Schmidt done twice, which keeps small numbers beside large ones accurate. */
#include "solvers/existence/active.h"

#include <math.h>
#include <string.h>

#include "solvers/existence/span.h"
#include "solvers/vectors.h"

/* x := inv(R) x */
static void solve_upper(const logreg__active *p, double *x)
{
    for (size_t i = p->m->n; i-- > 0;) {
        x[i] /= p->m->R[i * p->d + i];
        for (size_t l = 0; l < i; l++)
            x[l] -= p->m->R[i * p->d + l] * x[i];
    }
}

/* x := inv(R') x */
static void solve_lower(const logreg__active *p, double *x)
{
    for (size_t i = 0; i < p->m->n; i++)
        x[i] = (x[i] - logreg__dot(p->m->R + i * p->d, x, i)) / p->m->R[i * p->d + i];
}

/* Splits row u into part = Q'u and step = u - Q part. */
static void project(const logreg__active *p, const double *u)
{
    logreg__margin *m = p->m;
    memcpy(m->step, u, p->d * sizeof *u);
    memset(m->part, 0, m->n * sizeof *m->part);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < m->n; i++) {
            double t = logreg__dot(m->Q + i * p->d, m->step, p->d);
            m->part[i] += t;
            logreg__add(m->step, -t, m->Q + i * p->d, p->d);
        }
}

/* check = u - sum mix_i u_i, from the rows themselves. */
static void rebuild(const logreg__active *p, const double *u)
{
    logreg__margin *m = p->m;
    memcpy(m->check, u, p->d * sizeof *u);
    for (size_t i = 0; i < m->n; i++)
        logreg__add(m->check, -m->mix[i], p->U + m->row[i] * p->d, p->d);
}

/* cell_c := max(cell_c, what entry c of row i may be off by) */
static void widen(const logreg__active *p, size_t i, double *cell)
{
    const double *u = p->U + i * p->d, *du = p->dU + i * p->d;
    for (size_t c = 0; c < p->d; c++) {
        double sum = LOGREG__SUM_ROUNDING * fabs(u[c]), noise = du[c] > sum ? du[c] : sum;
        cell[c] = noise > cell[c] ? noise : cell[c];
    }
}

/* Whether what is left of row j, at right angles to the list, may be rounding: that of the cells, or of mix, of which even
 * entries that should be 0 are off by the rounding of the largest. If errors e with |e_c| <= noise_c leave z = P e, P
 * the projection, then |z|^2 = z'e <= sum |z_c| noise_c. */
static bool is_rounding(const logreg__active *p, size_t j)
{
    const logreg__margin *m = p->m;
    double total = 1, *cell = m->fix;
    memset(cell, 0, p->d * sizeof *cell);
    widen(p, j, cell);
    for (size_t i = 0; i < m->n; i++) {
        total += fabs(m->mix[i]);
        widen(p, m->row[i], cell);
    }
    return logreg__dot(m->check, m->check, p->d) <= total * logreg__dot_sizes(m->check, cell, p->d);
}

bool logreg__active_split(const logreg__active *p, size_t j)
{
    logreg__margin *m = p->m;
    const double *u = p->U + j * p->d;
    project(p, u);
    memcpy(m->mix, m->part, m->n * sizeof *m->mix);
    solve_upper(p, m->mix);
    rebuild(p, u);
    for (size_t i = 0; i < m->n; i++)
        m->fix[i] = logreg__dot(m->Q + i * p->d, m->check, p->d);
    solve_upper(p, m->fix);
    logreg__add(m->mix, 1, m->fix, m->n);
    rebuild(p, u);
    return m->n == p->d || is_rounding(p, j);
}

void logreg__active_append(const logreg__active *p, size_t j)
{
    logreg__margin *m = p->m;
    double size = sqrt(logreg__dot(m->step, m->step, p->d));
    memcpy(m->R + m->n * p->d, m->part, m->n * sizeof *m->part);
    m->R[m->n * p->d + m->n] = size;
    for (size_t c = 0; c < p->d; c++)
        m->Q[m->n * p->d + c] = m->step[c] / size;
    m->row[m->n++] = j;
}

/* (x_c, y_c) := (cos x + sin y, cos y - sin x) for n entries, `apart` from one to the next */
static void rotate(double *x, double *y, size_t n, size_t apart, double cosine, double sine)
{
    for (size_t c = 0; c < n * apart; c += apart) {
        double t = cosine * x[c] + sine * y[c];
        y[c] = cosine * y[c] - sine * x[c];
        x[c] = t;
    }
}

void logreg__active_drop(const logreg__active *p, size_t l)
{
    logreg__margin *m = p->m;
    size_t d = p->d, n = --m->n;
    for (size_t i = l; i < n; i++) {
        m->row[i] = m->row[i + 1];
        m->weight[i] = m->weight[i + 1];
        memcpy(m->R + i * d, m->R + (i + 1) * d, (i + 2) * sizeof *m->R);
    }
    for (size_t i = l; i < n; i++) {
        double *top = m->R + i * d + i, size = hypot(top[0], top[1]);
        double cosine = top[0] / size, sine = top[1] / size;
        rotate(top, top + 1, n - i, d, cosine, sine);
        rotate(m->Q + i * d, m->Q + (i + 1) * d, d, 1, cosine, sine);
    }
}

void logreg__active_settle(const logreg__active *p)
{
    logreg__margin *m = p->m;
    for (size_t i = 0; i < m->n; i++)
        m->weight[i] = 1;
    solve_lower(p, m->weight);
    memset(m->w, 0, p->d * sizeof *m->w);
    for (size_t i = 0; i < m->n; i++)
        logreg__add(m->w, m->weight[i], m->Q + i * p->d, p->d);
    solve_upper(p, m->weight);
    for (size_t i = 0; i < m->n; i++)
        m->weight[i] = fmax(m->weight[i], 0);
}
