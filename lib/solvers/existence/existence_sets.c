/* Existence of the maximum of a conditional likelihood. Along d it does not fall iff in every set no non-event passes an event:
 * (x_i - x_j)'d >= 0 for each event i and non-event j. That is the same question as of two classes
 *   - in the differences x_i - x_j, without an intercept; or
 *   - in the rows themselves with an intercept a_s for each set, which lies between the two.
 * Differences suit many small sets, and those of a row's classes; intercepts suit few large ones. In the limit a set keeps those rows that tie: equation (40).
 */
#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/frame.h"
#include "solvers/existence/existence.h"

/* Up to so many sets have intercepts; doubles that differences may take. */
#define FEW_SETS 128
#define MOST_CELLS ((size_t)1 << 25)

/* A question of two classes: rows of numbers without an intercept. */
typedef struct {
    size_t n, p;
    double *cell, *y; /* p columns of n; n */
    logreg_frame *frame;
    logreg__terms *terms;
    logreg__rows *rows;
    logreg__response *response;
    logreg__design *design;
    logreg__existence *answer;
} question;

static void clear(question *q)
{
    logreg__existence_free(q->answer);
    logreg__design_free(q->design);
    logreg__response_free(q->response);
    logreg__rows_free(q->rows);
    logreg__terms_free(q->terms);
    logreg_frame_free(q->frame);
    free(q->cell);
    free(q->y);
}

static logreg_status make_room(question *q, size_t n, size_t p, logreg_error *err)
{
    q->n = n;
    q->p = p;
    q->cell = n <= SIZE_MAX / sizeof(double) / p ? logreg__new(n * p, sizeof *q->cell) : NULL;
    q->y = logreg__new(n, sizeof *q->y);
    return q->cell && q->y ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status ask(question *q, logreg_error *err)
{
    logreg_status status = logreg_frame_new(&q->frame, err);
    for (size_t j = 0; status == LOGREG_OK && j < q->p; j++) {
        char name[32];
        snprintf(name, sizeof name, "x%zu", j);
        status = logreg__frame_borrow(q->frame, name, q->cell + j * q->n, 1, q->n, 0, err);
    }
    if (status == LOGREG_OK)
        status = logreg__terms_plain(&q->terms, q->frame, false, err);
    if (status == LOGREG_OK)
        status = logreg__frame_borrow(q->frame, "y", q->y, 1, q->n, 0, err);
    if (status == LOGREG_OK)
        status = logreg__rows_complete(&q->rows, q->frame, NULL, 0, err);
    const logreg__outcome outcome = {.target = "y"};
    if (status == LOGREG_OK)
        status = logreg__response_new(&q->response, &outcome, q->frame, q->rows, err);
    if (status == LOGREG_OK)
        status = logreg__design_new(&q->design, q->terms, q->frame, q->rows, q->response, NULL, err);
    return status == LOGREG_OK ? logreg__existence_decide(&q->answer, q->design, 1, err) : status;
}

/* ---- In differences ---- */

/* The difference of two decimals of up to 15 digits is one, and the nearest double to it is meant. */
static double difference(double a, double b)
{
    static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    double size = fmax(fabs(a), fabs(b)), d = a - b;
    if (a == 0 || b == 0 || d == 0 || !(size > 1e-8) || !(size < 1e15))
        return d;
    int places = 14 - (int)floor(log10(size));
    return rint(d * power[places]) / power[places];
}

/* Walks over the pairs of an event and a non-event that differ: gives each to its row of the question, or counts them where that has no
 * room yet. Rows of pairs that do not differ are kept; of others those are that the answer says tie. */
static size_t walk_pairs(question *q, unsigned char *keep, const logreg__design *d, const logreg__matched *m)
{
    const logreg__sets *s = &m->sets;
    size_t n = 0, stride = m->terms->n_columns;
    for (size_t set = 0; set < s->n; set++)
        for (size_t i = s->first[set]; i < s->first[set] + s->events[set]; i++)
            for (size_t k = s->first[set] + s->events[set]; k < s->first[set + 1]; k++) {
                bool differ = false;
                for (size_t j = 0; j < d->p; j++) {
                    size_t c = d->column[j];
                    double x = difference(m->raw[i * stride + c], m->raw[k * stride + c]);
                    differ = differ || x != 0;
                    if (q->cell && !q->answer && n < q->n)
                        q->cell[j * q->n + n] = n % 2 ? -x : x;
                }
                if (differ && q->cell && !q->answer)
                    q->y[n] = n % 2 == 0;
                if (q->answer && (!differ || !q->answer->separated[n]))
                    keep[i] = keep[k] = 1;
                n += differ;
            }
    return n;
}

/* Every other difference is turned round, so that there are two classes. */
static logreg_status ask_pairs(question *q, unsigned char *keep, const logreg__design *d,
                               const logreg__matched *m, logreg_error *err)
{
    size_t n = walk_pairs(q, keep, d, m);
    logreg_status status = make_room(q, n > 1 ? n : 2, d->p, err);
    if (status != LOGREG_OK)
        return status;
    walk_pairs(q, keep, d, m);
    for (size_t j = 0; n == 1 && j < q->p; j++)
        q->cell[j * q->n + 1] = -q->cell[j * q->n];
    status = ask(q, err);
    if (status == LOGREG_OK)
        walk_pairs(q, keep, d, m);
    return status;
}

/* ---- With intercepts ---- */

/* Those of the sets stand first: of coefficients that separation leaves free, later ones are held. */
static logreg_status ask_rows(question *q, unsigned char *keep, const logreg__design *d,
                              const logreg__matched *m, logreg_error *err)
{
    const logreg__sets *s = &m->sets;
    size_t n = s->first[s->n], stride = m->terms->n_columns;
    logreg_status status = make_room(q, n, s->n + d->p, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t set = 0; set < s->n; set++)
        for (size_t i = s->first[set]; i < s->first[set + 1]; i++) {
            q->cell[set * n + i] = 1;
            q->y[i] = i - s->first[set] < s->events[set];
            for (size_t j = 0; j < d->p; j++)
                q->cell[(s->n + j) * n + i] = m->raw[i * stride + d->column[j]];
        }
    status = ask(q, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        keep[i] = !q->answer->separated[i];
    return status;
}

/* ---- The answer ---- */

static size_t count_pairs(const logreg__sets *s)
{
    size_t pairs = 0;
    for (size_t i = 0; i < s->n; i++)
        pairs += s->events[i] * (s->first[i + 1] - s->first[i] - s->events[i]);
    return pairs;
}

/* What the question's answer says of the design's columns and rows; `before` columns of it are none of these. */
static logreg__existence *translate(const question *q, const unsigned char *keep, size_t before,
                                    const logreg__design *d, const logreg__matched *m)
{
    size_t n = m->sets.first[m->sets.n], columns = m->terms->n_columns, kept = 0;
    logreg__existence *e = logreg__new(1, sizeof *e);
    if (!e)
        return NULL;
    e->separated = logreg__new(n, 1);
    e->drop = logreg__new(columns, 1);
    e->status = logreg__new(columns, sizeof *e->status);
    e->direction = logreg__new(d->p, sizeof *e->direction);
    if (!e->separated || !e->drop || !e->status || !e->direction) {
        logreg__existence_free(e);
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        e->separated[i] = !keep[i];
        kept += keep[i];
    }
    for (size_t j = 0; j < columns; j++) {
        e->drop[j] = 1;
        e->status[j] = LOGREG_COEF_ALIASED;
    }
    for (size_t j = 0; j < d->p; j++) {
        e->drop[d->column[j]] = q->answer->drop[before + j];
        e->status[d->column[j]] = q->answer->status[before + j];
    }
    for (size_t i = 0; d->p > 0 && i < q->design->p; i++)
        if (q->design->column[i] >= before)
            e->direction[q->design->column[i] - before] = q->answer->direction[i];
    e->separation = kept == n ? LOGREG_SEPARATION_NONE
                    : kept    ? LOGREG_SEPARATION_QUASI
                              : LOGREG_SEPARATION_COMPLETE;
    return e;
}

logreg_status logreg__existence_decide_sets(logreg__existence **existence, const logreg__design *d,
                                            const logreg__matched *m, logreg_error *err)
{
    const logreg__sets *s = &m->sets;
    size_t n = s->first[s->n];
    double pairs = (double)count_pairs(s) * (double)d->p, rows = (double)n * (double)(s->n + d->p);
    bool by_rows = (s->n <= FEW_SETS && !m->of_classes) || pairs > (double)MOST_CELLS;
    if (m->of_classes && pairs > (double)MOST_CELLS)
        return logreg__fail(err, LOGREG_ENUMERIC,
                            "cannot decide what is separated where a coefficient is held: %zu rows of "
                            "classes with %zu coefficients are too many",
                            n, d->p);
    if (by_rows && rows > (double)MOST_CELLS && pairs > (double)MOST_CELLS)
        return logreg__fail(
            err, LOGREG_ENUMERIC,
            "cannot decide whether the data are separated: %zu strata of %zu rows are too many to "
            "compare each event with each non-event",
            s->n, n);
    question q = {0};
    unsigned char *keep = logreg__new(n, 1);
    logreg_status status = !keep       ? logreg__fail_memory(err)
                           : d->p == 0 ? LOGREG_OK
                           : by_rows   ? ask_rows(&q, keep, d, m, err)
                                       : ask_pairs(&q, keep, d, m, err);
    if (d->p == 0 && keep) /* nothing can run off */
        memset(keep, 1, n);
    if (status == LOGREG_OK) {
        *existence = translate(&q, keep, by_rows ? s->n : 0, d, m);
        status = *existence ? LOGREG_OK : logreg__fail_memory(err);
    }
    free(keep);
    clear(&q);
    return status;
}
