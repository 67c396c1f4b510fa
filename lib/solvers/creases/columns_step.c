/* Newton's step along free coordinates: conjugate gradients on H_FF d = -slope_F (Hestenes & Stiefel, J. Res. Nat. Bur. Standards 49, 1952), scaled by the diagonal, H_FF = X_F' diag(curvature) X_F never made.
 * An iteration costs as much as a sweep, and as the square root of the condition says far fewer do. The step is then bent at creases and bounds (Bertsekas, SIAM J. Control Optim. 20, 1982). */
#include "solvers/creases/columns.h"

#include <math.h>
#include <string.h>

/* The residual that ends the iterations, as a share of the first: signs that a step changes make a finer one useless. */
#define SHARE 0.1

#define MOST_ITERATIONS 1000
#define MOST_HALVINGS 10

/* Curvature along a direction, as a share of what its coordinates have each for itself, that is none: columns that are combinations of others. */
#define FLAT 1e-10

typedef struct {
    const logreg__creases *q;
    logreg__columns *c;
    double *u;
    double tol;
    const size_t *list; /* the n coordinates that are free */
    size_t n;
    double *rows;                   /* [c->n] */
    double *slope, *r, *d, *p, *Hp; /* [n] of the quadratic; residual; step; direction and H times it */
} step;

static double weight_of(const step *s, size_t a)
{
    return s->c->h[s->list[a]] + s->q->ridge[s->list[a]];
}

static size_t list_free(size_t *to, const logreg__creases *q, const logreg__columns *c, const double *u,
                        const size_t *list, size_t count)
{
    size_t n = 0;
    for (size_t a = 0; a < count; a++) {
        size_t i = list[a];
        bool stands = (q->lasso[i] == 0 || u[i] != 0) && u[i] > q->low[i] && u[i] < q->high[i];
        if (stands && c->h[i] + q->ridge[i] > 0)
            to[n++] = i;
    }
    return n;
}

/* rows := X d */
static void predict(const step *s, const double *d)
{
    const logreg__columns *c = s->c;
    memset(s->rows, 0, c->n * sizeof *s->rows);
    for (size_t a = 0; a < s->n; a++)
        for (size_t k = c->start[s->list[a]]; k < c->start[s->list[a] + 1]; k++)
            s->rows[c->row[k]] += c->value[k] * d[a];
}

/* x_i'rows */
static double along(const logreg__columns *c, size_t i, const double *rows)
{
    double even = 0,
           odd = 0; /* two strands, so that the processor need not wait for one sum after the other */
    size_t k = c->start[i], end = c->start[i + 1];
    for (; k + 1 < end; k += 2) {
        even += c->value[k] * rows[c->row[k]];
        odd += c->value[k + 1] * rows[c->row[k + 1]];
    }
    if (k < end)
        even += c->value[k] * rows[c->row[k]];
    return even + odd;
}

/* The slopes of the quadratic with the penalty, where no sign changes. */
static void find_slopes(const step *s, const double *g)
{
    const logreg__creases *q = s->q;
    for (size_t a = 0; a < s->n; a++) {
        size_t i = s->list[a];
        double crease = s->u[i] > 0 ? q->lasso[i] : s->u[i] < 0 ? -q->lasso[i] : 0;
        s->slope[a] = g[i] + along(s->c, i, s->c->moved) + q->ridge[i] * s->u[i] + crease;
    }
}

/* Hp := H p; p'Hp, and in *each what it would be if coordinates had nothing in common. */
static double curve(double *each, const step *s)
{
    double sum = 0;
    *each = 0;
    predict(s, s->p);
    for (size_t i = 0; i < s->c->n; i++)
        s->rows[i] *= s->c->curvature[i];
    for (size_t a = 0; a < s->n; a++) {
        s->Hp[a] = along(s->c, s->list[a], s->rows) + s->q->ridge[s->list[a]] * s->p[a];
        sum += s->p[a] * s->Hp[a];
        *each += s->p[a] * s->p[a] * weight_of(s, a);
    }
    return sum;
}

/* r'M r with M the inverse of the diagonal; *worst: the largest residual in units of lambda. */
static double measure(double *worst, const step *s)
{
    double sum = 0;
    *worst = 0;
    for (size_t a = 0; a < s->n; a++) {
        sum += s->r[a] * s->r[a] / weight_of(s, a);
        *worst = fmax(*worst, fabs(s->r[a]) / s->q->unit[s->list[a]]);
    }
    return sum;
}

/* d := -inv(H) slope, as nearly as SHARE says */
static void solve(const step *s)
{
    double worst, each, enough;
    for (size_t a = 0; a < s->n; a++) {
        s->d[a] = s->p[a] = 0;
        s->r[a] = -s->slope[a];
    }
    double before = 0, now = measure(&worst, s);
    enough = fmax(s->tol / 2, SHARE * worst);
    for (int i = 0; i < MOST_ITERATIONS && worst > enough; i++) {
        double b = i ? now / before : 0;
        for (size_t a = 0; a < s->n; a++)
            s->p[a] = s->r[a] / weight_of(s, a) + b * s->p[a];
        double curvature = curve(&each, s);
        if (!(curvature > FLAT * each))
            return;
        for (size_t a = 0; a < s->n; a++) {
            s->d[a] += now / curvature * s->p[a];
            s->r[a] -= now / curvature * s->Hp[a];
        }
        before = now;
        now = measure(&worst, s);
    }
}

/* p := t d, but for coordinates that it would take beyond their crease or a bound, which end there. Whether there are none. */
static bool bend(const step *s, double t)
{
    const logreg__creases *q = s->q;
    bool straight = true;
    for (size_t a = 0; a < s->n; a++) {
        size_t i = s->list[a];
        bool held = q->lasso[i] > 0;
        double low = held && s->u[i] > 0 ? fmax(q->low[i], 0) : q->low[i];
        double high = held && s->u[i] < 0 ? fmin(q->high[i], 0) : q->high[i];
        double to = s->u[i] + t * s->d[a], end = fmin(fmax(to, low), high);
        straight = straight && to == end;
        s->p[a] = end - s->u[i];
    }
    return straight;
}

/* How much the quadratic rises along p. */
static double rise(const step *s)
{
    double sum = 0;
    predict(s, s->p);
    for (size_t i = 0; i < s->c->n; i++)
        sum += s->c->curvature[i] / 2 * s->rows[i] * s->rows[i];
    for (size_t a = 0; a < s->n; a++)
        sum += s->p[a] * (s->slope[a] + s->q->ridge[s->list[a]] / 2 * s->p[a]);
    return sum;
}

/* u += p; rows are X p. */
static void take(const step *s)
{
    for (size_t i = 0; i < s->c->n; i++)
        s->c->moved[i] += s->c->curvature[i] * s->rows[i];
    for (size_t a = 0; a < s->n; a++) {
        size_t i = s->list[a];
        s->u[i] = fmin(fmax(s->u[i] + s->p[a], s->q->low[i]), s->q->high[i]);
    }
}

bool logreg__columns_step(double *u, const double *g, const logreg__creases *q, logreg__columns *c,
                          double tol, const size_t *list, size_t count)
{
    size_t n = list_free(c->free_one, q, c, u, list, count);
    double *at = c->room + c->n;
    const step s = {q, c, u, tol, c->free_one, n, c->room, at, at + n, at + 2 * n, at + 3 * n, at + 4 * n};
    find_slopes(&s, g);
    solve(&s);
    for (double t = 1; t > ldexp(1, -MOST_HALVINGS); t /= 2) {
        bool straight = bend(&s, t);
        if (rise(&s) < 0) {
            take(&s);
            return straight && t == 1;
        }
    }
    return false;
}
