/* The widest margin: minimise |w|^2 / 2 subject to u_i'w >= 1, by the dual method of Goldfarb & Idnani (Math. Prog. 27,
 * 1983).
 *
 * It starts from w = 0 and lets the most violated row in, keeping a list of independent rows that hold with equality
 * and their multipliers lambda >= 0. The row that enters splits into u = sum r_i u_i + z, z at right angles to the
 * list. w moves along z until u'w = 1, or until a multiplier, falling at the rate r_i, comes to 0 and its row leaves. If
 * z = 0 and no r_i > 0, then u - sum r_i u_i = 0 is the balance that proves that there is no w. This method is taken because
 * |w|^2 only grows (it cannot cycle), because it needs few steps where rows overlap by much, and because rows may
 * be added to it as they are met.
 *
 * The list is kept as U_list' = Q R, Q by Gram-Schmidt done twice, which keeps small numbers beside large ones accurate.
 */
#include "solvers/margin.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "solvers/span.h"
#include "solvers/vectors.h"

/* Multipliers below this share of the largest are looked at again: are they there at all? */
#define SMALL_SHARE 0x1p-10

/* More steps than a sound run takes, by far. */
#define STEPS(rows, d) (1000 + 2 * (rows) + 50 * (d))

/* The rows at hand, and the workspace. */
typedef struct {
    logreg__margin *m;
    const double *U, *dU;
    size_t d;
} problem;

logreg__margin *logreg__margin_new(size_t d)
{
    if (d > UINT32_MAX / 8)
        return NULL;
    size_t doubles = 2 * d * d + 7 * (d + 1);
    logreg__margin *m = logreg__new(1, sizeof *m + doubles * sizeof(double) + (d + 1) * sizeof(size_t));
    if (!m)
        return NULL;
    m->Q = (double *)(m + 1);
    m->R = m->Q + d * d;
    m->w = m->R + d * d;
    m->weight = m->w + d + 1;
    m->step = m->weight + d + 1;
    m->part = m->step + d + 1;
    m->mix = m->part + d + 1;
    m->check = m->mix + d + 1;
    m->fix = m->check + d + 1;
    m->row = (size_t *)(m->fix + d + 1);
    return m;
}

/* x := inv(R) x */
static void solve_upper(const problem *p, double *x)
{
    for (size_t i = p->m->n; i-- > 0;) {
        x[i] /= p->m->R[i * p->d + i];
        for (size_t l = 0; l < i; l++)
            x[l] -= p->m->R[i * p->d + l] * x[i];
    }
}

/* x := inv(R') x */
static void solve_lower(const problem *p, double *x)
{
    for (size_t i = 0; i < p->m->n; i++)
        x[i] = (x[i] - logreg__dot(p->m->R + i * p->d, x, i)) / p->m->R[i * p->d + i];
}

/* ---- The list of rows that hold with equality ---- */

/* Splits row u into part = Q'u and step = u - Q part. */
static void project(const problem *p, const double *u)
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
static void rebuild(const problem *p, const double *u)
{
    logreg__margin *m = p->m;
    memcpy(m->check, u, p->d * sizeof *u);
    for (size_t i = 0; i < m->n; i++)
        logreg__add(m->check, -m->mix[i], p->U + m->row[i] * p->d, p->d);
}

/* cell_c := max(cell_c, what entry c of row i may be off by) */
static void widen(const problem *p, size_t i, double *cell)
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
static bool is_rounding(const problem *p, size_t j)
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

/* Splits row j into step and mix, a combination of the list, with one step of refinement. True if the list makes the
 * row up, but for rounding. */
static bool split(const problem *p, size_t j)
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

/* Puts row j, just split, on the list. */
static void append(const problem *p, size_t j)
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

/* Takes place l off the list: R loses a column, and rotations make it a triangle again. */
static void drop(const problem *p, size_t l)
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

/* ---- Steps ---- */

/* The shortest w with u'w = 1 for the rows on the list, and its multipliers. */
static void settle(const problem *p)
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

/* Place on the list whose multiplier comes to 0 first as row j enters, after a step of `length`; or n: none does. */
static size_t first_to_leave(const logreg__margin *m, double *length)
{
    size_t place = m->n;
    *length = INFINITY;
    for (size_t i = 0; i < m->n; i++)
        if (m->mix[i] > 0 && m->weight[i] / m->mix[i] < *length) {
            *length = m->weight[i] / m->mix[i];
            place = i;
        }
    return place;
}

/* Row j, just split, is made up of the list with no positive multiplier. A multiplier that is small may be rounding
 * only: then the list makes up the row without it. What is left over balances. */
static void balance(const problem *p, size_t j)
{
    logreg__margin *m = p->m;
    double largest = 0;
    for (size_t i = 0; i < m->n; i++)
        largest = fmax(largest, fabs(m->mix[i]));
    for (size_t i = m->n; i-- > 0;) {
        if (fabs(m->mix[i]) > SMALL_SHARE * largest)
            continue;
        size_t row = m->row[i];
        drop(p, i);
        bool spare = split(p, j);
        if (!spare) {
            split(p, row);
            append(p, row);
        }
        split(p, j);
    }
    for (size_t i = 0; i < m->n; i++)
        m->weight[i] = -m->mix[i];
    m->row[m->n] = j;
    m->weight[m->n++] = 1;
}

/* Lets row j in. False: the rows balance. */
static bool enter(const problem *p, size_t j)
{
    logreg__margin *m = p->m;
    const double *u = p->U + j * p->d;
    for (;;) {
        bool made_up = split(p, j);
        double until_zero, until_one = INFINITY;
        size_t leaver = first_to_leave(m, &until_zero);
        if (made_up && leaver == m->n) {
            balance(p, j);
            return false;
        }
        if (!made_up)
            until_one = (1 - logreg__dot(u, m->w, p->d)) / logreg__dot(m->step, m->step, p->d);
        if (until_one <= until_zero) {
            append(p, j);
            settle(p);
            return true;
        }
        if (!made_up)
            logreg__add(m->w, until_zero, m->step, p->d);
        logreg__add(m->weight, -until_zero, m->mix, m->n);
        drop(p, leaver);
    }
}

/* The row with the least u'w; one where this is not a number before any other. */
static size_t most_violated(const problem *p, size_t rows, double *least)
{
    size_t place = rows;
    *least = INFINITY;
    for (size_t i = 0; i < rows && !isnan(*least); i++) {
        double value = logreg__dot(p->U + i * p->d, p->m->w, p->d);
        if (value < *least || isnan(value)) {
            *least = value;
            place = i;
        }
    }
    return place;
}

void logreg__margin_reset(logreg__margin *m, size_t d)
{
    m->d = d;
    m->n = 0;
    memset(m->w, 0, d * sizeof *m->w);
}

void logreg__margin_copy(logreg__margin *m, const logreg__margin *from)
{
    m->d = from->d;
    m->n = from->n;
    memcpy(m->w, from->w, from->d * sizeof *m->w);
    memcpy(m->row, from->row, from->n * sizeof *m->row);
    memcpy(m->weight, from->weight, from->n * sizeof *m->weight);
    memcpy(m->Q, from->Q, from->n * from->d * sizeof *m->Q);
    memcpy(m->R, from->R, from->n * from->d * sizeof *m->R);
}

logreg__margin_kind logreg__margin_solve(logreg__margin *m, const double *U, const double *dU, size_t rows,
                                         double enough)
{
    size_t d = m->d;
    problem p = {.m = m, .U = U, .dU = dU, .d = d};
    for (size_t steps = 0; steps < STEPS(rows, d); steps++) {
        double least;
        size_t j = most_violated(&p, rows, &least);
        if (isnan(least))
            break;
        if (least >= enough)
            return LOGREG__MARGIN_WIDE;
        if (!enter(&p, j))
            return LOGREG__MARGIN_NONE;
    }
    return LOGREG__MARGIN_UNSURE;
}
