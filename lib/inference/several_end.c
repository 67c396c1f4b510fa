/* The end of an interval where the profile has several branches: a ladder of values from it outwards is climbed, each rung from all starts and from the rung before,
 * and back, each from the one behind it. Where a rung has as much likelihood as an end has, the end is moved to the last place that does, and the ladder stands anew there.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "engine/dense.h"
#include "inference/several.h"
#include "solvers/vectors.h"

/* An end is where the loss has risen as it should, to this part; a place has more likelihood where it has risen by so much less. */
#define CLOSE 1e-9
#define LESS 1e-7
#define MOST_STEPS 100
#define MOST_MOVES 10

/* Rungs, in lengths of the interval on that side; the first is the end itself. Where no end is known, in lengths of what is foreseen. */
static const double beyond[] = {0, 0.05, 0.15, 0.35, 0.7, 1.2, 2, 3.5, 6, 10};
static const double from_peak[] = {0.5, 1, 1.5, 2, 3, 4.5, 7, 11, 18, 30};

/* Where the loss has risen so many times as far as at an end, the ladder ends too. */
#define FAR 4

enum { RUNGS = 10, PEAK = RUNGS, BETWEEN, PLACES };

typedef struct {
    logreg__several *several;
    const logreg_study *study;
    size_t q;
    double t[PLACES]; /* values of a'b */
    logreg__constrained place[PLACES];
    double *room;
} ladder;

static bool ladder_init(ladder *l, logreg__several *several, const double *A)
{
    size_t q = several->q;
    *l = (ladder){.several = several,
                  .study = several->study,
                  .q = q,
                  .room = logreg__new_raw(PLACES, q * sizeof *l->room)};
    for (size_t i = 0; l->room && i < PLACES; i++)
        l->place[i] = (logreg__constrained){.r = 1, .A = A, .value = &l->t[i], .b = l->room + i * q};
    return l->room;
}

/* How much the loss has risen at a place. */
static double rise_at(const ladder *l, size_t i)
{
    return l->place[i].loss - l->study->at_peak->loss;
}

static logreg_status climb_rung(ladder *l, size_t i, const double *last, logreg_error *err)
{
    logreg__constrained *p = &l->place[i];
    logreg_status status = logreg__several_try(p, l->several, last, err);
    if (status == LOGREG_OK && last != l->study->peak)
        status = logreg__several_try(p, l->several, l->study->peak, err);
    if (status == LOGREG_OK)
        status = logreg__several_value(p, l->several, err);
    return status;
}

/* Out from `start` and back. */
static logreg_status climb_rungs(ladder *l, const double *start, double rise, bool *apart, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    const double *last = start;
    size_t n = 0;
    for (size_t i = 0; i < RUNGS; i++)
        l->place[i].found = false;
    for (bool far = false; status == LOGREG_OK && !far && n < RUNGS; n++) {
        l->several->apart = false;
        status = climb_rung(l, n, last, err);
        last = l->place[n].found ? l->place[n].b : last;
        far = l->place[n].found && rise_at(l, n) > FAR * rise;
        *apart = *apart || (n == 0 && l->several->apart);
    }
    for (size_t i = n - 1; status == LOGREG_OK && i-- > 0;)
        if (l->place[i + 1].found)
            status = logreg__several_try(&l->place[i], l->several, l->place[i + 1].b, err);
    return status;
}

static void move(ladder *l, size_t to, size_t from)
{
    l->t[to] = l->t[from];
    l->place[to].loss = l->place[from].loss;
    l->place[to].found = true;
    memcpy(l->place[to].b, l->place[from].b, l->q * sizeof *l->place[to].b);
}

/* Where between two places the loss has risen by `rise`, by false position after Illinois in its root; in becomes that place. */
static logreg_status close_in(bool *found, ladder *l, size_t in, size_t out, double rise, logreg_error *err)
{
    logreg__constrained *between = &l->place[BETWEEN];
    double want = sqrt(2 * rise), fa = sqrt(2 * fmax(rise_at(l, in), 0)) - want,
           fb = sqrt(2 * rise_at(l, out)) - want;
    logreg_status status = LOGREG_OK;
    int side = 0;
    *found = false;
    for (int step = 0; status == LOGREG_OK && !*found && step < MOST_STEPS; step++) {
        double a = l->t[in], b = l->t[out];
        l->t[BETWEEN] = step % 8 == 7 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa);
        between->found = false;
        status = logreg__several_try(between, l->several, l->place[in].b, err);
        if (status == LOGREG_OK)
            status = logreg__several_try(between, l->several, l->place[out].b, err);
        if (status != LOGREG_OK || !between->found)
            break;
        double f = sqrt(2 * fmax(rise_at(l, BETWEEN), 0)) - want;
        if (f < 0) {
            fa = f;
            fb /= side < 0 ? 2 : 1;
            side = -1;
        } else {
            fb = f;
            fa /= side > 0 ? 2 : 1;
            side = 1;
        }
        *found = fabs(rise_at(l, BETWEEN) - rise) <= CLOSE * rise;
        move(l, *found || f < 0 ? in : out, BETWEEN);
    }
    return status;
}

static void set_rungs(ladder *l, const logreg__constrained *end)
{
    const logreg_study *s = l->study;
    double top = logreg__dot(end->A, s->peak, l->q), start = top, length;
    if (end->found) {
        start = logreg__dot(end->A, end->b, l->q);
        length = fabs(start - top);
    } else { /* as far as the quadratic about the peak goes */
        memcpy(l->several->from, end->A, l->q * sizeof *l->several->from);
        logreg__cholesky_solve(s->at_peak->L, l->q, l->several->from);
        length = sqrt(2 * end->rise * logreg__dot(l->several->from, end->A, l->q));
    }
    for (size_t i = 0; i < RUNGS; i++)
        l->t[i] = start + end->side * length * (end->found ? beyond : from_peak)[i];
    l->t[PEAK] = top;
    l->place[PEAK].loss = s->at_peak->loss;
    l->place[PEAK].found = true;
    memcpy(l->place[PEAK].b, s->peak, l->q * sizeof *l->place[PEAK].b);
}

/* One ladder; *moved: the end was not yet the outermost. */
static logreg_status look_beyond(logreg__constrained *end, bool *moved, bool *apart, ladder *l,
                                 logreg_error *err)
{
    set_rungs(l, end);
    logreg_status status = climb_rungs(l, end->found ? end->b : l->study->peak, end->rise, apart, err);
    size_t last = PEAK; /* the outermost rung with more likelihood than an end has */
    for (size_t i = 0; i < RUNGS; i++)
        if (l->place[i].found && rise_at(l, i) < end->rise * (1 - LESS))
            last = i;
    size_t next = last == PEAK ? 0 : last + 1;
    *moved = !end->found || last != PEAK;
    if (status != LOGREG_OK || !*moved)
        return status;
    end->found = false;
    if (next < RUNGS && l->place[next].found)
        status = close_in(&end->found, l, last, next, end->rise, err);
    if (status == LOGREG_OK && end->found) {
        memcpy(end->b, l->place[last].b, l->q * sizeof *end->b);
        end->loss = l->place[last].loss;
    }
    return status;
}

logreg_status logreg__several_end(logreg__constrained *end, bool *branches, logreg__several *several,
                                  logreg_error *err)
{
    ladder l;
    logreg_status status = ladder_init(&l, several, end->A) ? LOGREG_OK : logreg__fail_memory(err);
    bool moved = status == LOGREG_OK;
    *branches = false;
    for (int moves = 0; moved && moves < MOST_MOVES; moves++) {
        bool known = end->found, apart = false;
        status = look_beyond(end, &moved, &apart, &l, err);
        *branches = *branches || (moved ? known : apart);
        moved = moved && end->found && status == LOGREG_OK;
    }
    free(l.room);
    return status;
}
