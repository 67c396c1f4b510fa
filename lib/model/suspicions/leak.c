#include "model/suspicions/leak.h"

#include <math.h>

#include <logreg/metrics.h>

#include "base/error.h"
#include "base/memory.h"

/* ---- Numbers ---- */

/* Beyond a limit so many times over, whatever rounding does. */
#define PLAINLY 1.01

typedef struct {
    double x, y;
} pair;

static int ascending(const void *a, const void *b)
{
    const pair *p = a, *q = b;
    return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : (p->y > q->y) - (p->y < q->y);
}

/* Has each of the classes a stretch of its own in the order of the numbers? */
static bool stretches(logreg__leak *leak, const logreg__classed *c, const logreg__column *column, pair *at)
{
    size_t n = 0, changes = 0, classes = c->response->n_classes;
    for (size_t i = 0; i < c->rows; i++) {
        double x = logreg__column_number(column, i);
        if (!isnan(x) && !isnan(c->y[i]))
            at[n++] = (pair){x, c->y[i]};
    }
    if (n < LOGREG__LEAK_ROWS * classes)
        return false;
    qsort(at, n, sizeof *at, ascending);
    for (size_t i = 1; i < n && changes < classes; i++)
        changes += at[i].y == at[i - 1].y ? 0 : at[i].x == at[i - 1].x ? classes : 1;
    *leak = (logreg__leak){.right = (double)n, .all = (double)n};
    return changes + 1 == classes;
}

/* Rows whose mean is a first border between low numbers and high ones; sums that are made at a time; rows between looks at them. */
enum { FIRST = 16, LANES = 8, STRETCH = 64 };

/* Do pairs of rows in both orders, so many of them, say that neither the AUC nor what it lacks of 1 reaches LOGREG__LEAK_AUC? */
static bool mixed(double down, double up, double events, double others)
{
    return fmin(down, up) > PLAINLY * (1 - LOGREG__LEAK_AUC) * events * others;
}

/* Weights of rows of class k and of others, up to a border and above it. */
typedef struct {
    double low[LANES], high[LANES], event_low[LANES], event_high[LANES];
} halves;

static double total(const double *lane)
{
    double sum = 0;
    for (size_t l = 0; l < LANES; l++)
        sum += lane[l];
    return sum;
}

/* The same as mingles(), of n rows of a column that misses nothing, by no more of them than show it: nearly all columns do. */
static bool mingles_early(const double *x, const double *y, const double *w, size_t n, double k,
                          double events, double others)
{
    double border = 0;
    size_t few = n < FIRST ? n : FIRST;
    halves h = {.low = {0}};
    for (size_t i = 0; i < few; i++)
        border += x[i];
    border /= (double)few;
    for (size_t i = 0; i + LANES <= n; i += LANES) {
        for (size_t l = 0; l < LANES; l++) {
            double above = x[i + l] > border ? w[i + l] : 0, below = w[i + l] - above;
            bool event = y[i + l] == k;
            h.event_high[l] += event ? above : 0;
            h.event_low[l] += event ? below : 0;
            h.high[l] += event ? 0 : above;
            h.low[l] += event ? 0 : below;
        }
        if ((i + LANES) % STRETCH == 0 &&
            mixed(total(h.event_low) * total(h.high), total(h.event_high) * total(h.low), events, others))
            return true;
    }
    return false;
}

/* Is it plain that neither the AUC nor what it lacks of 1 reaches LOGREG__LEAK_AUC? Events up to the mean and others above it make pairs in the one order, events above it and others up to it in the other. */
static bool mingles(const double *y, const double *x, const double *w, size_t n, double events, double others)
{
    double mean = 0, high = 0, all = 0;
    for (size_t i = 0; i < n; i++)
        mean += x[i];
    mean /= (double)n;
    for (size_t i = 0; i < n; i++) {
        high += x[i] > mean ? w[i] * y[i] : 0;
        all += x[i] > mean ? w[i] : 0;
    }
    return mixed((events - high) * (all - high), high * (others - (all - high)), events, others);
}

/* AUC of a number for class k against all others; NaN where there are too few rows to say, or too little for a leak. */
static logreg_status auc_of(double *auc, const logreg__classed *c, const logreg__column *column, size_t k,
                            double *room, logreg_error *err)
{
    const logreg__response *r = c->response;
    size_t n = 0, run = c->rows < LOGREG__SEGMENT_ROWS ? c->rows : LOGREG__SEGMENT_ROWS;
    double all = 0, events = 0, *y = room, *x = y + c->rows, *w = x + c->rows;
    *auc = NAN;
    if (!column->n_missing && !column->base && !r->grouped && run &&
        mingles_early(column->numbers[0], c->y, c->w, run, (double)k, r->weight[k], r->n_obs - r->weight[k]))
        return LOGREG_OK;
    for (size_t i = 0; i < c->rows; i++) {
        double value = logreg__column_number(column, i);
        if (isnan(value) || isnan(c->y[i]))
            continue;
        y[n] = r->grouped ? c->y[i] : c->y[i] == (double)k;
        w[n] = c->w[i];
        all += w[n];
        events += w[n] * y[n];
        x[n++] = value;
    }
    if (events < LOGREG__LEAK_ROWS || all - events < LOGREG__LEAK_ROWS ||
        mingles(y, x, w, n, events, all - events))
        return LOGREG_OK;
    logreg_status status = logreg_metric_auc(auc, NULL, y, x, w, n, err);
    *auc = fmax(*auc, 1 - *auc);
    return status;
}

logreg_status logreg__leak_by_order(bool *found, logreg__leak *leak, const logreg__classed *c,
                                    const logreg__column *column, bool one, logreg_error *err)
{
    size_t classes = c->response->n_classes;
    double *room = logreg__new_raw(3 * c->rows, sizeof *room), auc = 0;
    logreg_status status = room ? LOGREG_OK : logreg__fail_memory(err);
    logreg__leak best = {0};
    *found = room && classes > 2 && stretches(leak, c, column, (pair *)room);
    for (size_t k = classes == 2; k < classes && status == LOGREG_OK && !*found && (classes == 2 || one);
         k++) {
        status = auc_of(&auc, c, column, k, room, err);
        if (auc > best.auc) /* not where it is NaN */
            best = (logreg__leak){.auc = auc, .of = k};
    }
    free(room);
    if (status != LOGREG_OK || *found || best.auc < LOGREG__LEAK_AUC)
        return status;
    *leak = best;
    *found = true;
    return status;
}

/* ---- Levels ---- */

static size_t level_of(const logreg__column *column, size_t i)
{
    if (column->kind == LOGREG_NUMERIC)
        return isnan(logreg__column_number(column, i));
    uint32_t code = logreg__column_code(column, i);
    return code == LOGREG__MISSING ? column->n_levels : code;
}

void logreg__tally_add(logreg__tally *t, const logreg__classed *c, size_t level, size_t i)
{
    double *count = t->count + level * t->n_classes;
    if (isnan(c->y[i]))
        return;
    if (c->response->grouped) {
        count[0] += c->w[i] * (1 - c->y[i]);
        count[1] += c->w[i] * c->y[i];
    } else {
        count[(size_t)c->y[i]] += c->w[i];
    }
}

bool logreg__tally_new(logreg__tally *t, const logreg__classed *c, const logreg__column *column)
{
    t->n_levels = 1 + (column->kind == LOGREG_NUMERIC ? 1 : column->n_levels);
    t->n_classes = c->response->n_classes;
    t->count = logreg__new(t->n_levels * t->n_classes, sizeof *t->count);
    for (size_t i = 0; t->count && i < c->rows; i++)
        logreg__tally_add(t, c, level_of(column, i), i);
    return t->count;
}

size_t logreg__tally_majority(const logreg__tally *t, size_t level, double *rows)
{
    const double *count = t->count + level * t->n_classes;
    size_t best = 0;
    *rows = 0;
    for (size_t k = 0; k < t->n_classes; k++) {
        *rows += count[k];
        best = count[k] > count[best] ? k : best;
    }
    return best;
}

/* Has each class more levels than an outcome has words? Those are groups of rows, each of one class by design: litters, cows. */
static bool groups_rows(const logreg__tally *t)
{
    double rows;
    for (size_t k = 0; k < t->n_classes; k++) {
        size_t levels = 0;
        for (size_t l = 0; l < t->n_levels; l++)
            levels += logreg__tally_majority(t, l, &rows) == k && rows > 0;
        if (levels <= LOGREG__LEAK_WORDS)
            return false;
    }
    return true;
}

bool logreg__leak_by_levels(logreg__leak *leak, const logreg__tally *t, const logreg__response *response,
                            double doubt)
{
    size_t used = 0;
    double right = 0, all = 0, most = 0, rows;
    for (size_t l = 0; l < t->n_levels; l++) {
        size_t k = logreg__tally_majority(t, l, &rows);
        right += t->count[l * t->n_classes + k];
        all += rows;
        used += rows > 0;
    }
    for (size_t k = 0; k < t->n_classes; k++)
        most = fmax(most, response->weight[k]);
    double rest = all - most;
    *leak = (logreg__leak){.right = right, .all = all};
    return rest >= LOGREG__LEAK_ROWS && all >= LOGREG__LEAK_ROWS * (double)used &&
           all - right <= doubt * rest && !groups_rows(t);
}
