/* Gram-Schmidt, twice, in columns ordered by their raw size. A column whose rest is short is made of the ones before it, whose
 * multipliers follow by back substitution; they are rounded to multiples of a power of two, as coarse as leaves a rest that is hardly longer. */
#include "solvers/existence/reduction.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "solvers/vectors.h"

/* A column is reduced if its rest is shorter than this part of it. */
#define SHORT 0x1p-4

/* A shorter rest may be nothing; multipliers need no more digits. */
#define SHORTEST 0x1p-30

typedef struct {
    size_t n, p, done;
    double *x, *Q, *R, *rest, *times; /* Q: `done` columns of n; R: column i holds what column i is of Q */
    size_t *order;                    /* [p] columns, those of Q first */
} basis;

static bool basis_init(basis *s, double *sample, size_t n, size_t p)
{
    *s = (basis){.n = n, .p = p, .x = sample};
    s->Q = logreg__new_raw(n * p + p * p + n + p, sizeof *s->Q);
    s->order = logreg__new_raw(p, sizeof *s->order);
    if (!s->Q || !s->order)
        return false;
    s->R = s->Q + n * p;
    s->rest = s->R + p * p;
    s->times = s->rest + n;
    return true;
}

static void sort_by_rank(basis *s, const double *rank)
{
    for (size_t j = 0; j < s->p; j++) {
        size_t at = j;
        for (; at > 0 && rank[s->order[at - 1]] > rank[j]; at--)
            s->order[at] = s->order[at - 1];
        s->order[at] = j;
    }
}

/* rest := column less its projection on Q, whose multipliers go to `part`; the length of the rest. */
static double project(basis *s, const double *column, double *part)
{
    memcpy(s->rest, column, s->n * sizeof *column);
    memset(part, 0, s->p * sizeof *part);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < s->done; i++) {
            double t = logreg__dot(s->Q + i * s->n, s->rest, s->n);
            part[i] += t;
            logreg__add(s->rest, -t, s->Q + i * s->n, s->n);
        }
    return sqrt(logreg__dot(s->rest, s->rest, s->n));
}

/* times := inv(R) times */
static void solve(const basis *s, double *times)
{
    for (size_t i = s->done; i-- > 0;) {
        times[i] /= s->R[i * s->p + i];
        logreg__add(times, -times[i], s->R + i * s->p, i);
    }
}

/* x to a multiple of the largest power of two up to half of unit. */
static double shorten(double x, double unit)
{
    int e;
    frexp(unit, &e);
    double grid = ldexp(1, e - 2);
    return rint(x / grid) * grid;
}

static double length(const basis *s, size_t j)
{
    return sqrt(logreg__dot(s->x + j * s->n, s->x + j * s->n, s->n));
}

/* Reduces column j, whose rest has this length, by those before it. */
static bool reduce(logreg__reduction *r, basis *s, size_t j, double rest, size_t *room)
{
    double *column = s->x + j * s->n;
    solve(s, s->times);
    for (size_t i = 0; i < s->done; i++) {
        size_t from = s->order[i];
        double times = shorten(s->times[i], rest / length(s, from));
        if (times == 0 || !isfinite(times))
            continue;
        if (!logreg__grow(&r->step, room, r->n + 1, sizeof *r->step))
            return false;
        r->step[r->n++] = (logreg__reducer){j, from, times};
        for (size_t row = 0; row < s->n; row++)
            column[row] = fma(-times, s->x[from * s->n + row], column[row]);
    }
    return true;
}

/* Column j joins Q, unless nothing is left of it. */
static void join(basis *s, size_t j, size_t place)
{
    double *part = s->R + s->done * s->p, own = length(s, j), rest = project(s, s->x + j * s->n, part);
    if (!(rest > SHORTEST * own))
        return;
    for (size_t row = 0; row < s->n; row++)
        s->Q[s->done * s->n + row] = s->rest[row] / rest;
    part[s->done] = rest;
    s->order[place] = s->order[s->done]; /* which is of no use */
    s->order[s->done++] = j;
}

bool logreg__reduction_find(logreg__reduction *r, double *sample, size_t n, size_t p, const double *rank)
{
    basis s;
    size_t room = 0;
    bool ok = basis_init(&s, sample, n, p);
    if (ok)
        sort_by_rank(&s, rank);
    for (size_t place = 0; ok && place < p; place++) {
        size_t j = s.order[place];
        double own = length(&s, j), rest = project(&s, sample + j * n, s.times);
        if (rank[j] > -INFINITY && rest < SHORT * own)
            ok = reduce(r, &s, j, fmax(rest, SHORTEST * own), &room);
        join(&s, j, place);
    }
    free(s.Q);
    free(s.order);
    return ok;
}

void logreg__reduction_clear(logreg__reduction *r)
{
    free(r->step);
    r->step = NULL;
    r->n = 0;
}

void logreg__reduction_apply(const logreg__reduction *r, double *x)
{
    for (size_t i = 0; i < r->n; i++)
        x[r->step[i].to] = fma(-r->step[i].times, x[r->step[i].from], x[r->step[i].to]);
}

void logreg__reduction_try(const logreg__reduction *r, double *x, unsigned char *exact)
{
    for (size_t i = 0; i < r->n; i++) {
        double *to = &x[r->step[i].to], from = x[r->step[i].from], times = -r->step[i].times;
        double product = times * from, sum = *to + product, part = sum - *to;
        if (fma(times, from, -product) != 0 || (*to - (sum - part)) + (product - part) != 0)
            exact[r->step[i].to] = 0;
        *to = sum;
    }
}

void logreg__reduction_transpose(const logreg__reduction *r, double *v, double *size)
{
    for (size_t i = r->n; i-- > 0;) {
        const logreg__reducer *s = &r->step[i];
        v[s->from] = fma(-s->times, v[s->to], v[s->from]);
        if (size)
            size[s->from] += fabs(s->times) * size[s->to];
    }
}

void logreg__reduction_blur(const logreg__reduction *r, double *x, const double *shift,
                            const unsigned char *exact, size_t p)
{
    for (size_t i = r->n; i-- > 0;)
        x[r->step[i].to] += fabs(r->step[i].times) * x[r->step[i].from];
    for (size_t j = 1; j < p; j++)
        x[j] += shift[j] * x[0];
    for (size_t j = 0; j < p; j++)
        x[j] = exact[j] ? 0 : x[j];
    for (size_t i = 0; i < r->n; i++)
        x[r->step[i].to] += fabs(r->step[i].times) * x[r->step[i].from];
}
