/* The conditional likelihood of matched sets. Given that d of a set's n rows are events, which d they are has a probability
 * proportional to exp(sum of their linear predictors): equation (38) of docs/mathematics.md. Over the subsets of k of the first i rows
 * that distribution has a normalising sum B_k, and the sum of z over a subset a mean m_k and a covariance C_k. A further row, of weight
 * e = exp(eta), is in a share w = e B_{k-1} / (B_k + e B_{k-1}) of them, so that with delta = m_{k-1} + z - m_k
 *
 *     m_k := m_k + w delta,    C_k := (1 - w) (C_k + w delta delta') + w C_{k-1}                      equation (39)
 *
 * which is the recursion of Gail, Lubin & Rubinstein (Biometrika 68, 1981) for B and its derivatives, divided by B: nothing grows, and
 * nothing cancels. Only the ratios r_k = B_k / B_{k-1} are kept. Rows come in descending order of eta, measured from the d-th largest, so
 * that r_k >= 1 / k. Events or non-events are counted, whichever are fewer (signs then change): O(n d q^2) a set, d q^2 / 2 doubles.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "engine/kernels.h"

/* exp of more than this, times as many rows as there are, might overflow. A row so far above the d-th is in every subset that
 * counts, to a relative exp(-690). */
#define FARTHEST 690

/* How much of the recursion is wanted. */
typedef enum { LOSS, MEAN, COVARIANCE } order;

/* ---- A set's rows ---- */

typedef struct {
    double eta;
    size_t row; /* in the set */
} ranked;

/* One set, laid out in a kernel's scratch. */
typedef struct {
    size_t n, q, chosen, first;
    bool turned;                       /* the chosen are the non-events, and signs are changed */
    ranked *rank;                      /* [n] descending by eta */
    double *z;                         /* [n x q] a row after the other, in that order */
    double *ratio, *mean, *covariance; /* of each k up to chosen, from 0 on; the lower triangle by rows */
} set_room;

static size_t triangle(size_t q)
{
    return q * (q + 1) / 2;
}

static size_t room_needed(const logreg__problem *p, order wanted)
{
    const logreg__sets *s = p->sets;
    size_t a = s->most_chosen + 1, q = p->q;
    return s->most_rows * (sizeof(ranked) / sizeof(double) + q) +
           a * (1 + (wanted >= MEAN ? q : 0) + (wanted >= COVARIANCE ? triangle(q) : 0));
}

static int descending(const void *a, const void *b)
{
    const ranked *x = a, *y = b;
    if (x->eta != y->eta)
        return x->eta > y->eta ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static double entry(const logreg__problem *p, size_t row, size_t j)
{
    return p->sets->x[p->design->column[j]][row] * logreg__problem_factor(p, j);
}

/* Rows of the set in the order of their linear predictors at b. false: these are not all finite. */
static bool rank_rows(set_room *r, const logreg__problem *p, size_t set, const double *b, double *scratch)
{
    const logreg__sets *s = p->sets;
    size_t rows = s->first[set + 1] - s->first[set], events = s->events[set];
    *r = (set_room){.n = rows, .q = p->q, .first = s->first[set], .turned = 2 * events > rows};
    r->chosen = r->turned ? rows - events : events;
    r->rank = (ranked *)(void *)scratch;
    r->z = scratch + rows * (sizeof(ranked) / sizeof(double));
    r->ratio = r->z + rows * p->q;
    r->mean = r->ratio + r->chosen + 1;
    r->covariance = r->mean + (r->chosen + 1) * p->q;
    double sign = r->turned ? -1 : 1;
    bool finite = true;
    for (size_t i = 0; i < rows; i++) {
        double eta = s->offset ? s->offset[r->first + i] : 0;
        for (size_t j = 0; j < p->q; j++)
            eta += entry(p, r->first + i, j) * b[j];
        r->rank[i] = (ranked){sign * eta, i};
        finite = finite && isfinite(eta);
    }
    if (finite)
        qsort(r->rank, rows, sizeof *r->rank, descending);
    return finite;
}

/* Is the row among those that were observed as chosen? */
static bool observed(const set_room *r, const logreg__problem *p, size_t set, size_t i)
{
    bool event = r->rank[i].row < p->sets->events[set];
    return event != r->turned;
}

static void fill_rows(set_room *r, const logreg__problem *p)
{
    double sign = r->turned ? -1 : 1;
    for (size_t i = 0; i < r->n; i++)
        for (size_t j = 0; j < r->q; j++)
            r->z[i * r->q + j] = sign * entry(p, r->first + r->rank[i].row, j);
}

/* ---- The recursion ---- */

static void add_to_mean(double *mean, const double *smaller, const double *z, double w, size_t q)
{
    for (size_t j = 0; j < q; j++)
        mean[j] += w * (smaller[j] + z[j] - mean[j]);
}

/* Before the mean changes. */
static void add_to_covariance(double *C, const double *smaller, const double *mean,
                              const double *smaller_mean, const double *z, double w, size_t q)
{
    for (size_t i = 0; i < q; i++) {
        double d = w * (smaller_mean[i] + z[i] - mean[i]);
        for (size_t j = 0; j <= i; j++, C++, smaller++)
            *C = (1 - w) * (*C + d * (smaller_mean[j] + z[j] - mean[j])) + w * *smaller;
    }
}

/* Takes row i into all sums that the result still depends on; returns log (B_d with it / B_d without). */
static double take_row(set_room *r, size_t i, order wanted)
{
    size_t q = r->q, t = triangle(q), d = r->chosen, left = r->n - 1 - i;
    size_t lowest = d > left + 1 ? d - left : 1, k = i + 1 < d ? i + 1 : d;
    double e = exp(fmin(r->rank[i].eta - r->rank[d - 1].eta, FARTHEST)),
           gain = i < d ? 0 : log1p(e / r->ratio[d]);
    const double *z = r->z + i * q;
    for (; k >= lowest; k--) {
        double w = e / (r->ratio[k] + e);
        if (wanted >= COVARIANCE)
            add_to_covariance(r->covariance + k * t, r->covariance + (k - 1) * t, r->mean + k * q,
                              r->mean + (k - 1) * q, z, w, q);
        if (wanted >= MEAN)
            add_to_mean(r->mean + k * q, r->mean + (k - 1) * q, z, w, q);
        r->ratio[k] = (r->ratio[k] + e) / (k > 1 ? 1 + e / r->ratio[k - 1] : 1);
    }
    return gain;
}

/* Minus the log of the set's conditional likelihood, and on the way its mean and covariance; INFINITY: not finite. */
static double recur(set_room *r, const logreg__problem *p, size_t set, const double *b, double *scratch,
                    order wanted)
{
    if (!rank_rows(r, p, set, b, scratch))
        return INFINITY;
    size_t a = r->chosen + 1;
    memset(r->ratio, 0, a * sizeof *r->ratio);
    if (wanted >= MEAN) {
        fill_rows(r, p);
        memset(r->mean, 0, a * r->q * sizeof *r->mean);
    }
    if (wanted >= COVARIANCE)
        memset(r->covariance, 0, a * triangle(r->q) * sizeof *r->covariance);
    /* B_d is the product of the d largest, times what each further row adds. */
    double above = 0, gains = 0;
    for (size_t i = 0; i < r->n; i++) {
        bool chosen = observed(r, p, set, i);
        if (i < r->chosen && !chosen)
            above += r->rank[i].eta - r->rank[r->chosen - 1].eta;
        if (i >= r->chosen && chosen)
            above -= r->rank[i].eta - r->rank[r->chosen - 1].eta;
        gains += take_row(r, i, wanted);
    }
    return above + gains;
}

/* ---- Kernels ---- */

static double weight_of(const logreg__problem *p, size_t set)
{
    return p->sets->weight ? p->sets->weight[set] : 1;
}

static void value_set(const logreg__problem *p, size_t set, const double *b, double *acc, double *scratch)
{
    set_room r;
    acc[0] += weight_of(p, set) * recur(&r, p, set, b, scratch, LOSS);
}

/* g += mean - the sum over the chosen. */
static void add_gradient(double *g, const set_room *r, const logreg__problem *p, size_t set)
{
    const double *mean = r->mean + r->chosen * r->q;
    for (size_t j = 0; j < r->q; j++) {
        double sum = mean[j];
        for (size_t i = 0; i < r->n; i++)
            if (observed(r, p, set, i))
                sum -= r->z[i * r->q + j];
        g[j] += weight_of(p, set) * sum;
    }
}

static void gradient_set(const logreg__problem *p, size_t set, const double *b, double *acc, double *scratch)
{
    set_room r;
    double loss = weight_of(p, set) * recur(&r, p, set, b, scratch, MEAN);
    acc[0] += loss;
    if (isfinite(loss))
        add_gradient(acc + 1, &r, p, set);
}

/* Curvatures give no cheap bound on the reach: acc[1] is infinite, and the reach is asked for. */
static void information_set(const logreg__problem *p, size_t set, const double *b, double *acc,
                            double *scratch)
{
    size_t q = p->q;
    set_room r;
    double w = weight_of(p, set), loss = w * recur(&r, p, set, b, scratch, COVARIANCE), *H = acc + 2 + q;
    acc[0] += loss;
    acc[1] = INFINITY;
    if (!isfinite(loss))
        return;
    add_gradient(acc + 2, &r, p, set);
    const double *C = r.covariance + r.chosen * triangle(q);
    for (size_t i = 0; i < q; i++)
        for (size_t j = 0; j <= i; j++)
            H[j * q + i] += w * *C++;
}

static int descending_numbers(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x > y ? -1 : x < y;
}

/* Two subsets of d rows differ by at most min(d, n - d) rows each: the difference of their sums is no longer than the sum of as many
 * largest |inv(L) z|, twice. */
static void reach_set(const logreg__problem *p, size_t set, const double *L, double *acc, double *scratch)
{
    const logreg__sets *s = p->sets;
    size_t q = p->q, rows = s->first[set + 1] - s->first[set], events = s->events[set];
    size_t pairs = events < rows - events ? events : rows - events;
    double *length = scratch, *u = scratch + rows, sum = 0;
    for (size_t i = 0; i < rows; i++) {
        double square = 0;
        for (size_t j = 0; j < q; j++)
            u[j] = entry(p, s->first[set] + i, j);
        for (size_t j = 0; j < q; j++) {
            u[j] /= L[j * q + j];
            square += u[j] * u[j];
            for (size_t k = j + 1; k < q; k++)
                u[k] -= L[j * q + k] * u[j];
        }
        length[i] = sqrt(square);
    }
    qsort(length, rows, sizeof *length, descending_numbers);
    for (size_t i = 0; i < 2 * pairs; i++)
        sum += length[i];
    acc[0] = fmax(acc[0], sum * sum);
}

/* ---- The table ---- */

static size_t input_q(const logreg__problem *p)
{
    return p->q;
}

static size_t input_q_squared(const logreg__problem *p)
{
    return p->q * p->q;
}

static size_t size_one(const logreg__problem *p)
{
    (void)p;
    return 1;
}

static size_t size_gradient(const logreg__problem *p)
{
    return 1 + p->q;
}

static size_t size_information(const logreg__problem *p)
{
    return 2 + p->q + p->q * p->q;
}

static size_t scratch_value(const logreg__problem *p)
{
    return room_needed(p, LOSS);
}

static size_t scratch_gradient(const logreg__problem *p)
{
    return room_needed(p, MEAN);
}

static size_t scratch_information(const logreg__problem *p)
{
    return room_needed(p, COVARIANCE);
}

static size_t scratch_reach(const logreg__problem *p)
{
    return p->sets->most_rows + p->q;
}

static void reach_combine(const logreg__problem *p, double *acc, const double *later, double *scratch)
{
    (void)p;
    (void)scratch;
    acc[0] = fmax(acc[0], later[0]);
}

const logreg__kernel logreg__sets_value = {
    .name = "value of sets", .input = input_q, .size = size_one, .scratch = scratch_value, .set = value_set};
const logreg__kernel logreg__sets_gradient = {.name = "gradient of sets",
                                              .input = input_q,
                                              .size = size_gradient,
                                              .scratch = scratch_gradient,
                                              .set = gradient_set};
const logreg__kernel logreg__sets_information = {.name = "information of sets",
                                                 .input = input_q,
                                                 .size = size_information,
                                                 .scratch = scratch_information,
                                                 .set = information_set};
const logreg__kernel logreg__sets_reach = {.name = "reach of sets",
                                           .input = input_q_squared,
                                           .size = size_one,
                                           .scratch = scratch_reach,
                                           .set = reach_set,
                                           .combine = reach_combine};
