/* The widest margin: minimise |w|^2 / 2 subject to u_i'w >= 1, by the dual method of Goldfarb & Idnani (Math. Prog. 27,
 * 1983).
 *
 * It starts from w = 0 and lets the most violated row in, keeping a list of independent rows that hold with equality
 * and their multipliers lambda >= 0. The row that enters splits into u = sum r_i u_i + z, z at right angles to the
 * list. w moves along z until u'w = 1, or until a multiplier, falling at the rate r_i, comes to 0 and its row leaves. If
 * z = 0 and no r_i > 0, then u - sum r_i u_i = 0 is the balance that proves that there is no w. This method is taken because
 * |w|^2 only grows (it cannot cycle), because it needs few steps where rows overlap by much, and because rows may
 * be added to it as they are met.
 */
#include "solvers/existence/margin.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "solvers/existence/active.h"
#include "solvers/vectors.h"

/* Multipliers below this share of the largest are looked at again: are they there at all? */
#define SMALL_SHARE 0x1p-10

/* More steps than a sound run takes, by far. */
#define STEPS(rows, d) (1000 + 2 * (rows) + 50 * (d))

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
static void balance(const logreg__active *p, size_t j)
{
    logreg__margin *m = p->m;
    double largest = 0;
    for (size_t i = 0; i < m->n; i++)
        largest = fmax(largest, fabs(m->mix[i]));
    for (size_t i = m->n; i-- > 0;) {
        if (fabs(m->mix[i]) > SMALL_SHARE * largest)
            continue;
        size_t row = m->row[i];
        logreg__active_drop(p, i);
        bool spare = logreg__active_split(p, j);
        if (!spare) {
            logreg__active_split(p, row);
            logreg__active_append(p, row);
        }
        logreg__active_split(p, j);
    }
    for (size_t i = 0; i < m->n; i++)
        m->weight[i] = -m->mix[i];
    m->row[m->n] = j;
    m->weight[m->n++] = 1;
}

/* Lets row j in. False: the rows balance. */
static bool enter(const logreg__active *p, size_t j)
{
    logreg__margin *m = p->m;
    const double *u = p->U + j * p->d;
    for (;;) {
        bool made_up = logreg__active_split(p, j);
        double until_zero, until_one = INFINITY;
        size_t leaver = first_to_leave(m, &until_zero);
        if (made_up && leaver == m->n) {
            balance(p, j);
            return false;
        }
        if (!made_up)
            until_one = (1 - logreg__dot(u, m->w, p->d)) / logreg__dot(m->step, m->step, p->d);
        if (until_one <= until_zero) {
            logreg__active_append(p, j);
            logreg__active_settle(p);
            return true;
        }
        if (!made_up)
            logreg__add(m->w, until_zero, m->step, p->d);
        logreg__add(m->weight, -until_zero, m->mix, m->n);
        logreg__active_drop(p, leaver);
    }
}

/* The row with the least u'w; one where this is not a number before any other. */
static size_t most_violated(const logreg__active *p, size_t rows, double *least)
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
    logreg__active p = {.m = m, .U = U, .dU = dU, .d = d};
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
