/* Held at a value of a'b, the others may have several maxima, and Newton's steps lead to one of them. The profile is the highest, so it is asked for from several
 * starts: a ladder of values beyond an end is walked outwards, each rung from the one before, from the peak and from 0, and back again, each from the one behind it.
 * Where the rungs show as much likelihood beyond an end as there, the end is moved to the last place where the profile passes that. Equation (70).
 */
#include "inference/several.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "solvers/vectors.h"

/* Rows times the fourth power of coefficients, at most. */
#define DEAREST 1e6

/* A loss that is lower by no more than this part of it is not. */
#define NOISE 1e-10

/* An end is where the loss has risen as it should, to this part. */
#define CLOSE 1e-9
#define MOST_STEPS 100

/* Rungs, in lengths of the interval on that side. */
static const double beyond[] = {0.05, 0.15, 0.35, 0.7, 1.2, 2, 3.5, 6, 10};
static const double from_peak[] = {0.5, 1, 1.5, 2, 3, 4.5, 7, 11, 18, 30};

enum { MOST_RUNGS = 10 };

typedef struct {
    double t, loss; /* of a'b; the least that was found */
    double *b;      /* where */
    bool found;
} place;

typedef struct {
    const logreg_study *study;
    const double *A;
    size_t q;
    place rung[MOST_RUNGS + 2]; /* the last two: of a search between two rungs */
    double *zero, *trial, *room;
    logreg__quadratic *at;
} ladder;

bool logreg__several_wanted(const logreg_study *s)
{
    double q = (double)s->problem->q;
    return s->objective->jeffreys && (double)s->problem->design->n * q * q * q * q <= DEAREST;
}

static bool ladder_init(ladder *l, const logreg_study *s, const double *A)
{
    size_t q = s->problem->q;
    *l = (ladder){.study = s, .A = A, .q = q, .at = logreg__quadratic_new(q)};
    l->room = logreg__new(MOST_RUNGS + 4, q * sizeof *l->room);
    if (!l->room)
        return false;
    l->zero = l->room;
    l->trial = l->zero + q;
    for (size_t i = 0; i < MOST_RUNGS + 2; i++)
        l->rung[i].b = l->trial + (i + 1) * q;
    return l->at != NULL;
}

static void ladder_clear(ladder *l)
{
    logreg__quadratic_free(l->at);
    free(l->room);
}

/* Tries a place from a start; keeps what is better than what it has. */
static logreg_status try(place *p, ladder *l, const double *from, logreg_error *err)
{
    const logreg__problem *objective = l->study->objective;
    logreg_status status = logreg__quadratic_at(l->at, objective, from, err);
    if (status != LOGREG_OK || !l->at->factored)
        return status;
    logreg__constrained point = {.r = 1, .A = l->A, .value = &p->t, .b = l->trial};
    status = logreg__constrained_solve(&point, 1, from, l->at, objective, err);
    if (status == LOGREG_OK && point.found &&
        !(p->found && point.loss >= p->loss - NOISE * (1 + fabs(p->loss)))) {
        p->loss = point.loss;
        p->found = true;
        memcpy(p->b, l->trial, l->q * sizeof *p->b);
    }
    return status;
}

/* Out from `start` and back. */
static logreg_status climb_rungs(ladder *l, size_t n, const double *start, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    const double *last = start;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        place *p = &l->rung[i];
        p->found = false;
        status = try(p, l, last, err);
        if (status == LOGREG_OK && last != l->study->peak)
            status = try(p, l, l->study->peak, err);
        if (status == LOGREG_OK)
            status = try(p, l, l->zero, err);
        last = p->found ? p->b : last;
    }
    for (size_t i = n - 1; status == LOGREG_OK && i-- > 0;)
        if (l->rung[i + 1].found)
            status = try(&l->rung[i], l, l->rung[i + 1].b, err);
    return status;
}

static double rise_at(const place *p, const ladder *l)
{
    return p->loss - l->study->at_peak->loss;
}

/* Where between `in` and `out` the loss has risen by `rise`, by false position after Illinois in its root; in becomes that place. */
static logreg_status close_in(bool *found, ladder *l, place *in, place *out, double rise, logreg_error *err)
{
    place *mid = &l->rung[MOST_RUNGS], *a = in, *b = out;
    double want = sqrt(2 * rise), fa = sqrt(2 * fmax(rise_at(a, l), 0)) - want,
           fb = sqrt(2 * rise_at(b, l)) - want;
    logreg_status status = LOGREG_OK;
    int side = 0;
    *found = false;
    for (int step = 0; status == LOGREG_OK && step < MOST_STEPS; step++) {
        mid->t = step % 8 == 7 ? (a->t + b->t) / 2 : (a->t * fb - b->t * fa) / (fb - fa);
        mid->found = false;
        status = try(mid, l, a->b, err);
        if (status == LOGREG_OK)
            status = try(mid, l, b->b, err);
        if (status == LOGREG_OK)
            status = try(mid, l, l->zero, err);
        if (status != LOGREG_OK || !mid->found)
            break;
        double f = sqrt(2 * fmax(rise_at(mid, l), 0)) - want;
        place *to = f < 0 ? a : b;
        double *own = to->b;
        *to = *mid;
        to->b = own;
        memcpy(own, mid->b, l->q * sizeof *own);
        if (f < 0) {
            fa = f;
            fb /= side < 0 ? 2 : 1;
            side = -1;
        } else {
            fb = f;
            fa /= side > 0 ? 2 : 1;
            side = 1;
        }
        if (fabs(rise_at(to, l) - rise) <= CLOSE * rise) {
            *found = true;
            if (to != in) {
                in->t = to->t;
                in->loss = to->loss;
                memcpy(in->b, to->b, l->q * sizeof *in->b);
            }
            break;
        }
    }
    return status;
}

static logreg_status search_end(logreg__constrained *end, ladder *l, logreg_error *err)
{
    const logreg_study *s = l->study;
    size_t n = end->found ? sizeof beyond / sizeof *beyond : sizeof from_peak / sizeof *from_peak;
    const double *part = end->found ? beyond : from_peak;
    double top = logreg__dot(end->A, s->peak, l->q), start = top, length;
    if (end->found) {
        start = logreg__dot(end->A, end->b, l->q);
        length = fabs(start - top);
    } else { /* as far as the quadratic about the peak goes */
        memcpy(l->trial, end->A, l->q * sizeof *l->trial);
        logreg__cholesky_solve(s->at_peak->L, l->q, l->trial);
        length = sqrt(2 * end->rise * logreg__dot(l->trial, end->A, l->q));
    }
    for (size_t i = 0; i < n; i++)
        l->rung[i].t = start + end->side * length * part[i];
    logreg_status status = climb_rungs(l, n, end->found ? end->b : s->peak, err);
    size_t last = n; /* the outermost rung with more likelihood than an end has */
    for (size_t i = 0; i < n; i++)
        if (l->rung[i].found && rise_at(&l->rung[i], l) < end->rise * (1 - CLOSE))
            last = i;
    if (status != LOGREG_OK || last == n) {
        if (status != LOGREG_OK || end->found || !l->rung[0].found)
            return status;
        place *peak = &l->rung[MOST_RUNGS + 1]; /* less than half of what was foreseen */
        *peak = (place){.t = top, .loss = s->at_peak->loss, .b = peak->b, .found = true};
        memcpy(peak->b, s->peak, l->q * sizeof *peak->b);
        status = close_in(&end->found, l, peak, &l->rung[0], end->rise, err);
        last = MOST_RUNGS + 1;
    } else if (last + 1 < n && l->rung[last + 1].found) {
        status = close_in(&end->found, l, &l->rung[last], &l->rung[last + 1], end->rise, err);
    } else {
        end->found = false;
    }
    if (status == LOGREG_OK && end->found) {
        memcpy(end->b, l->rung[last].b, l->q * sizeof *end->b);
        end->loss = l->rung[last].loss;
    }
    return status;
}

logreg_status logreg__several_end(logreg__constrained *end, const logreg_study *s, logreg_error *err)
{
    ladder l;
    logreg_status status = ladder_init(&l, s, end->A) ? search_end(end, &l, err) : logreg__fail_memory(err);
    ladder_clear(&l);
    return status;
}

logreg_status logreg__several_value(logreg__constrained *point, const logreg_study *s, logreg_error *err)
{
    ladder l;
    logreg_status status = ladder_init(&l, s, point->A) ? LOGREG_OK : logreg__fail_memory(err);
    place *p = &l.rung[0];
    if (status == LOGREG_OK) {
        memcpy(p->b, point->b, l.q * sizeof *p->b);
        p->t = *point->value;
        p->loss = point->loss;
        p->found = point->found;
        status = try(p, &l, l.zero, err);
    }
    if (status == LOGREG_OK && p->found) {
        memcpy(point->b, p->b, l.q * sizeof *p->b);
        point->loss = p->loss;
        point->found = true;
    }
    ladder_clear(&l);
    return status;
}
