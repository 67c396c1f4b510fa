/* In rounds: columns of one sign among the rows that are left take all their rows away, which may leave others with one sign. What
 * then is left is a smaller question, of rows that have nothing in the columns that are gone. From its answer w goes back through the rounds, the
 * last first: a column moves as far as its rows want it to, which no row of a later round feels, and no other of its own minds.
 */
#include "solvers/existence/loose.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "solvers/vectors.h"

/* A smaller entry moves its row by too little to decide it. */
#define FAINT 0x1p-20

/* The margin of rows that a column decides, against 1 for those that hold w in place. */
#define DECIDED 1

/* Left in no round, or no column. */
#define NONE UINT32_MAX

typedef struct {
    size_t rows, d, left; /* rows that are left */
    const double *U;
    size_t *first;   /* [rows + 1] */
    uint32_t *place; /* columns of row i that are not 0: place[first[i] .. first[i + 1] - 1] */
    uint32_t *by;    /* [rows] the column that takes it away */
    uint32_t *round; /* [rows] when */
    signed char
        *sign; /* [d] of the column's entries in rows that are left; 0: both, too small, or there are none */
} loose;

static void clear(loose *s)
{
    free(s->first);
    free(s->place);
    free(s->by);
    free(s->sign);
}

static bool acquire(loose *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->rows * s->d; i++)
        n += s->U[i] != 0;
    s->first = logreg__new(s->rows + 1, sizeof *s->first);
    s->place = logreg__new_raw(n, sizeof *s->place);
    s->by = logreg__new_raw(2 * s->rows, sizeof *s->by);
    s->sign = logreg__new(s->d, 1);
    if (!s->first || !s->place || !s->by || !s->sign)
        return false;
    s->round = s->by + s->rows;
    n = 0;
    for (size_t i = 0; i < s->rows; i++) {
        s->by[i] = s->round[i] = NONE;
        for (size_t f = 0; f < s->d; f++)
            if (s->U[i * s->d + f] != 0)
                s->place[n++] = (uint32_t)f;
        s->first[i + 1] = n;
    }
    return true;
}

enum { NEITHER = 2 };

static void find_signs(loose *s)
{
    memset(s->sign, 0, s->d);
    for (size_t i = 0; i < s->rows; i++)
        for (size_t k = s->first[i]; s->by[i] == NONE && k < s->first[i + 1]; k++) {
            double u = s->U[i * s->d + s->place[k]];
            signed char *sign = &s->sign[s->place[k]], own = u > 0 ? 1 : -1;
            *sign = fabs(u) > FAINT && (*sign == 0 || *sign == own) ? own : NEITHER;
        }
}

/* Takes rows away until no column has one sign. */
static void reduce(loose *s)
{
    size_t before = SIZE_MAX;
    s->left = s->rows;
    for (uint32_t round = 0; s->left < before; round++) {
        before = s->left;
        find_signs(s);
        for (size_t i = 0; i < s->rows; i++)
            for (size_t k = s->first[i]; s->by[i] == NONE && k < s->first[i + 1]; k++)
                if (s->sign[s->place[k]] != NEITHER) {
                    s->by[i] = s->place[k];
                    s->round[i] = round;
                    s->left--;
                }
    }
}

/* The question of the rows that are left, in the columns that they have. */
static logreg__margin_kind solve_rest(double *w, const loose *s, const double *dU, double enough)
{
    size_t e = 0, n = 0;
    uint32_t *column = logreg__new_raw(s->d, sizeof *column);
    for (size_t f = 0; column && f < s->d; f++)
        if (s->sign[f])
            column[e++] = (uint32_t)f;
    double *V = logreg__new_raw(s->left, e * sizeof *V), *dV = logreg__new_raw(s->left, e * sizeof *dV);
    logreg__margin *m = logreg__margin_new(e);
    logreg__margin_kind kind = LOGREG__MARGIN_UNSURE;
    if (column && V && dV && m) {
        for (size_t i = 0; i < s->rows; i++)
            for (size_t c = 0; s->by[i] == NONE && c < e; c++, n++) {
                V[n] = s->U[i * s->d + column[c]];
                dV[n] = dU[i * s->d + column[c]];
            }
        logreg__margin_reset(m, e);
        kind = logreg__margin_solve(m, V, dV, s->left, enough);
        for (size_t c = 0; c < e; c++)
            w[column[c]] = m->w[c];
    }
    free(column);
    free(V);
    free(dV);
    free(m);
    return kind;
}

static double product(const loose *s, size_t i, const double *w)
{
    double sum = 0;
    for (size_t k = s->first[i]; k < s->first[i + 1]; k++)
        sum += s->U[i * s->d + s->place[k]] * w[s->place[k]];
    return sum;
}

/* The columns that are gone move as far as their rows want; false: rounding is in the way. */
static bool go_back(double *w, const loose *s, double enough)
{
    uint32_t rounds = 0;
    bool wide = true;
    for (size_t i = 0; i < s->rows; i++)
        if (s->by[i] != NONE && s->round[i] >= rounds)
            rounds = s->round[i] + 1;
    for (uint32_t round = rounds; round-- > 0;)
        for (size_t i = 0; i < s->rows; i++)
            if (s->round[i] == round) {
                double lacks = DECIDED - product(s, i, w);
                if (lacks > 0)
                    w[s->by[i]] += lacks / s->U[i * s->d + s->by[i]];
            }
    for (size_t i = 0; wide && i < s->rows; i++)
        wide = product(s, i, w) >= enough;
    return wide;
}

bool logreg__loose_solve(logreg__margin_kind *kind, double *w, const double *U, const double *dU, size_t rows,
                         size_t d, double enough)
{
    loose s = {.rows = rows, .d = d, .U = U};
    bool done = acquire(&s);
    if (done) {
        reduce(&s);
        done = s.left <= rows / 2;
    }
    if (done) {
        memset(w, 0, d * sizeof *w);
        *kind = s.left ? solve_rest(w, &s, dU, enough) : LOGREG__MARGIN_WIDE;
        done = *kind == LOGREG__MARGIN_NONE || (*kind == LOGREG__MARGIN_WIDE && go_back(w, &s, enough));
    }
    clear(&s);
    return done;
}
