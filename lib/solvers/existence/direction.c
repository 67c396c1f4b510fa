/* Doubles next to a direction that leaves tied rows at 0 leave noise there. But where the data are short integers or
 * decimals, the null space of the tied rows has a basis of vectors of integers, which continued fractions find.
 */
#include "solvers/existence/direction.h"

#include <math.h>
#include <string.h>

#include "solvers/vectors.h"

/* A fraction is believed if it meets a number within its rounding and its denominator is far too small to do so by
 * chance: denominators up to 2^20 meet any number within 2^-40 only. */
#define CLOSE 0x1p-44
#define LARGEST_DENOMINATOR 0x1p20
#define LARGEST_INTEGER 0x1p32

/* Shares of the basis vectors, against the largest, are rounded to this. */
#define SHARE_UNIT 0x1p-18

/* The smallest denominator of a fraction that is x, by continued fractions; 0 if there is none. */
static double denominator(double x)
{
    double before = 0, q = 1, rest = x;
    while (q <= LARGEST_DENOMINATOR) {
        if (fabs(x * q - rint(x * q)) <= CLOSE * fmax(fabs(x), 1) * q)
            return q;
        rest = 1 / (rest - floor(rest));
        double next = floor(rest) * q + before;
        before = q;
        q = next;
    }
    return 0;
}

/* Null vector f of the columns as they are, entries that are nothing but rounding set to 0. */
static void raw_vector(double *v, const logreg__recession *r, size_t f)
{
    logreg__cases_direction(r->cases, r->span->null + f * r->q, v, r->sizes);
    for (size_t j = 0; j < r->q; j++)
        if (fabs(v[j]) <= LOGREG__SUM_ROUNDING * r->sizes[j])
            v[j] = 0;
}

/* Turns v into integers, and returns what they have to be multiplied by to make v; 0: v is no such multiple. */
static double make_integers(double *v, size_t q)
{
    double largest = 0, common = 1;
    for (size_t j = 0; j < q; j++)
        largest = fmax(largest, fabs(v[j]));
    double unit = largest;
    for (size_t j = 0; j < q; j++)
        if (fabs(v[j]) > largest / LARGEST_INTEGER)
            unit = fmin(unit, fabs(v[j]));
    for (size_t j = 0; j < q && common > 0 && common < LARGEST_INTEGER; j++)
        common *= denominator(v[j] / unit * common);
    if (!(common > 0 && common < LARGEST_INTEGER))
        return 0;
    for (size_t j = 0; j < q; j++) {
        v[j] = rint(v[j] / unit * common);
        if (fabs(v[j]) > LARGEST_INTEGER)
            return 0;
    }
    return unit / common;
}

/* b = sum_f share_f v_f, v_f in integers and share_f rounded to few bits, so that b holds no rounding. False: there are no
 * such integers. */
static bool round_direction(double *b, const logreg__recession *r)
{
    double *v = r->z, *share = r->u, largest = 0;
    for (size_t f = 0; f < r->span->d; f++) {
        raw_vector(v, r, f);
        double unit = make_integers(v, r->q);
        if (unit == 0)
            return false;
        share[f] = r->margin->w[f] * unit;
        largest = fmax(largest, fabs(share[f]));
    }
    memset(b, 0, r->q * sizeof *b);
    for (size_t f = 0; f < r->span->d; f++) {
        raw_vector(v, r, f);
        make_integers(v, r->q);
        double units = r->span->d > 1 ? rint(share[f] / largest / SHARE_UNIT) : copysign(1, share[f]);
        logreg__add(b, units, v, r->q);
    }
    return true;
}

/* Whether z'b, for the comparison of two classes at the row where the walk stands, is 0 but for rounding. */
static bool is_nothing(const logreg__cases *c, size_t winner, size_t loser, const double *b)
{
    double value = 0, size = 0;
    if (winner > 0) {
        value = logreg__dot(c->x, b + (winner - 1) * c->p, c->p);
        size = logreg__dot_sizes(c->x, b + (winner - 1) * c->p, c->p);
    }
    if (loser > 0) {
        value -= logreg__dot(c->x, b + (loser - 1) * c->p, c->p);
        size += logreg__dot_sizes(c->x, b + (loser - 1) * c->p, c->p);
    }
    return fabs(value) <= LOGREG__SUM_ROUNDING * size;
}

/* Whether b decides every comparison that is not tied; and, if `ties` are asked for as well, only these. */
static bool decides(const double *b, const logreg__recession *r, bool ties)
{
    logreg__cases *c = r->cases;
    for (logreg__cases_rewind(c, 0); logreg__cases_next(c);)
        for (size_t loser = 0; loser <= r->k; loser++) {
            if (loser == c->winner)
                continue;
            bool tied = r->tied[c->index * r->k + (loser < c->winner ? loser : loser - 1)];
            if (!tied && logreg__cases_sign(c, c->winner, loser, b) <= 0)
                return false;
            if (tied && ties && !is_nothing(c, c->winner, loser, b))
                return false;
        }
    return true;
}

bool logreg__direction_choose(double *b, const logreg__recession *r)
{
    if (r->span->rank > 0 && round_direction(b, r) && decides(b, r, true))
        return true;
    logreg__cases_direction(r->cases, r->b, b, NULL);
    return decides(b, r, false);
}
