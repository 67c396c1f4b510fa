/* Newton's method under constraints A'b = t, and the search for the t where the loss has risen enough. With g and H at b,
 * U = inv(H) A, v = inv(H) g, M = A'U and w = A'v:
 *
 *     step = U kappa - v,    kappa = inv(M) (t - A'b + w)                                            equation (33)
 *
 * An end is found along the signed root of the rise, which for a quadratic is a line: equation (34). H may be that at another
 * point: the steps are then more, and end at the same.
 */
#include "inference/climber.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

/* A step so short, in standard errors, is the last. */
#define SHORT 1e-10

/* Steps that are below this and do not shrink are of rounding size. */
#define ROUNDING_SIZE 1e-6

/* A shorter step's gain drowns in the rounding of the loss, which may be far above LOSS_NOISE (as in newton.c). */
#define CLOSE 1e-5

/* Farther than this from the maximum under the constraints as they are, these do not move. */
#define LOOSE 0.3

/* A rise is known to be enough, or not, where it differs from that by so many times what is foreseen to be left of it. */
#define CLEAR 4

/* Steps should shrink so fast, or the information is taken anew. */
#define SHRINK 0.2

#define ASTRAY 1e-4
#define LOSS_NOISE (64 * DBL_EPSILON)
#define MOST_STEPS 200
#define MOST_RETREATS 200

/* What is left of a step after which the loss is not finite. */
#define LOST 0.0625

/* sqrt(x'L L'x) */
static double norm(const double *L, const double *x, size_t q)
{
    double sum = 0;
    for (size_t j = 0; j < q; j++) {
        double part = logreg__dot(L + j * q + j, x + j, q - j);
        sum += part * part;
    }
    return sqrt(sum);
}

/* U and M for an information; false if they are not numbers, or the constraints are dependent. */
static bool solve_constraints(logreg__climber *c, const double *L)
{
    size_t q = c->at->q, r = c->point->r;
    memcpy(c->U, c->point->A, q * r * sizeof *c->U);
    for (size_t i = 0; i < r; i++)
        logreg__cholesky_solve(L, q, c->U + i * q);
    for (size_t i = 0; i < r; i++)
        for (size_t j = 0; j < r; j++)
            c->M[i * r + j] = logreg__dot(c->point->A + j * q, c->U + i * q, q);
    return logreg__cholesky(c->M, r);
}

static void look_where(logreg__climber *c)
{
    size_t q = c->at->q;
    for (size_t i = 0; i < c->point->r; i++)
        c->now[i] = logreg__dot(c->point->A + i * q, c->point->b, q);
}

/* step = U kappa - v towards the values `to`. */
static void make_step(logreg__climber *c, const double *to)
{
    size_t q = c->at->q, r = c->point->r;
    for (size_t i = 0; i < r; i++)
        c->kappa[i] = to[i] - c->now[i] + c->w[i];
    logreg__cholesky_solve(c->M, r, c->kappa);
    for (size_t j = 0; j < q; j++) {
        c->step[j] = -c->v[j];
        for (size_t i = 0; i < r; i++)
            c->step[j] += c->U[i * q + j] * c->kappa[i];
    }
}

static void take_step(logreg__climber *c)
{
    size_t q = c->at->q;
    memcpy(c->back, c->point->b, q * sizeof *c->back);
    logreg__add(c->point->b, 1, c->step, q);
    look_where(c);
}

bool logreg__climber_init(logreg__climber *c, logreg__constrained *point, const double *top,
                          const logreg__quadratic *at)
{
    size_t q = at->q, r = point->r;
    *c = (logreg__climber){.point = point, .top = top, .at = at, .length = INFINITY};
    c->sums = logreg__new_raw(1 + q, sizeof *c->sums);
    c->room = logreg__new(q * r + r * r + 3 * r + 3 * q, sizeof *c->room);
    if (!c->sums || !c->room)
        return false;
    c->U = c->room;
    c->M = c->U + q * r;
    c->w = c->M + r * r;
    c->kappa = c->w + r;
    c->now = c->kappa + r;
    c->v = c->now + r;
    c->back = c->v + q;
    c->step = c->back + q;
    memcpy(point->b, top, q * sizeof *point->b);
    look_where(c);
    point->found = false;
    c->within = c->origin = c->now[0];
    c->beyond = (double)point->side * INFINITY;
    c->base = point->falls ? point->limit : at->loss;
    if (point->falls)
        c->within = -c->beyond;
    if (!solve_constraints(c, at->L)) {
        c->done = true;
        return true;
    }
    /* The first step is that of the quadratic about the maximum; g is 0 there. */
    double way = point->falls ? 0 : sqrt(2 * point->rise) * c->M[0];
    double end = c->now[0] + point->side * way;
    make_step(c, point->value ? point->value : &end);
    take_step(c);
    c->moved = true;
    c->loss_back = at->loss;
    return true;
}

void logreg__climber_clear(logreg__climber *c)
{
    logreg__quadratic_free(c->own);
    free(c->sums);
    free(c->room);
}

/* The step was too long: half of it, or where it led out of all numbers much less. */
static void retreat(logreg__climber *c)
{
    double part = isfinite(c->loss) ? 0.5 : LOST;
    for (size_t j = 0; j < c->at->q; j++)
        c->point->b[j] = c->back[j] + part * (c->point->b[j] - c->back[j]);
    look_where(c);
    c->wants_own = true;
    c->done = ++c->retreats == MOST_RETREATS;
}

/* Where the combination is to go, with `fall` to the maximum at its value now: the signed root of the rise, sqrt(2 (l - l_0)), has
 * the slope kappa / root, and is to be sqrt(2 rise). Bisection helps where that leads out of what is known. */
static double next_value(logreg__climber *c, double fall)
{
    const logreg__constrained *p = c->point;
    double rise = c->loss - fall - c->base, slope = c->w[0] / (c->M[0] * c->M[0]);
    double now = c->now[0], root = sqrt(2 * fmax(rise, 0)), want = sqrt(2 * p->rise);
    /* As `fall` is foreseen by H, which may be far from that here, a close call is none; nor is one by rounding. */
    double missing = fabs(rise - p->rise), noise = LOSS_NOISE * fabs(c->loss);
    if (missing > CLEAR * fall + noise)
        *(rise < p->rise ? &c->within : &c->beyond) = now;
    double next = now + (want - root) * root / slope;
    bool inside = (next - c->within) * p->side > 0 && (c->beyond - next) * p->side > 0;
    if (inside || next == now)
        return next;
    if (missing <= noise)
        return now;
    double stride = p->side * fmax(fabs(now - c->origin), c->M[0]);
    return isinf(c->beyond) ? now + stride : isinf(c->within) ? now - stride : (c->within + c->beyond) / 2;
}

/* Has the loss risen by what it is to rise by? Values taken for known may have led the search elsewhere. */
static bool at_end(const logreg__climber *c)
{
    double rise = c->point->loss - c->base;
    return fabs(rise - c->point->rise) <= ASTRAY * c->point->rise + LOSS_NOISE * fabs(c->loss);
}

/* Is b as good as known: was this step the last? What it will bring is added. */
static void finish(logreg__climber *c, const double *g, double shrunk)
{
    bool rounding = c->length < ROUNDING_SIZE && shrunk > SHRINK && c->steps > 1;
    if (!(c->length <= SHORT) && !rounding) {
        c->done = ++c->steps == MOST_STEPS;
        return;
    }
    size_t q = c->at->q;
    c->point->loss = c->loss + logreg__dot(g, c->step, q) + c->length * c->length / 2;
    c->point->found = c->point->value || at_end(c);
    c->done = true;
}

void logreg__climber_step(logreg__climber *c)
{
    const logreg__quadratic *from = c->own ? c->own : c->at;
    size_t q = from->q, r = c->point->r;
    const double *g = c->own ? c->own->g : c->sums + 1;
    c->loss = c->own ? c->own->loss : c->sums[0];
    bool rose = !c->moved && c->loss > c->loss_back + LOSS_NOISE * fabs(c->loss_back);
    if (!isfinite(c->loss) || !from->factored || (c->own && !solve_constraints(c, from->L)) ||
        (rose && c->length > CLOSE)) {
        retreat(c);
        return;
    }
    memcpy(c->v, g, q * sizeof *c->v);
    logreg__cholesky_solve(from->L, q, c->v);
    for (size_t i = 0; i < r; i++)
        c->w[i] = c->kappa[i] = logreg__dot(c->point->A + i * q, c->v, q);
    logreg__cholesky_solve(c->M, r, c->kappa);
    double left = fmax(logreg__dot(c->v, g, q) - logreg__dot(c->w, c->kappa, r),
                       0); /* to the maximum with A'b as it is, squared */
    double end = c->now[0];
    const double *to = c->point->value;
    if (!to && left < LOOSE * LOOSE)
        end = next_value(c, left / 2);
    if (!to)
        to = &end;
    else if (left >= LOOSE * LOOSE)
        to = c->now;
    c->moved = memcmp(to, c->now, r * sizeof *to) != 0;
    make_step(c, to);
    double before = c->length, length = norm(from->L, c->step, q);
    /* Far out, where fitted probabilities are 0 and 1, every step is short by the information there. */
    length = c->own ? fmax(length, norm(c->at->L, c->step, q)) : length;
    if (!isfinite(length)) {
        retreat(c);
        return;
    }
    c->length = length;
    c->wants_own = c->wants_own || c->length > SHRINK * before;
    c->loss_back = c->loss;
    take_step(c);
    finish(c, g, c->length / before);
}
