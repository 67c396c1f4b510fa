/* Columns that know too much. What tells the class almost without error is more often a consequence of the outcome
 * than a cause: a column that was filled in afterwards. */
#include "doctor/checkup.h"

#include <logreg/metrics.h>

#include "base/memory.h"
#include "base/number.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* A number whose AUC is at least this, or a category that leaves at most the rest of the rows undecided, is suspect. */
#define SUSPECT_AUC 0.99

/* A level decides if chance gives its rows one class less often than this, over all levels of the column. */
#define CHANCE 0.001

static void advise(logreg__finding *f)
{
    logreg__page_add(&f->advice,
                     "Ask when the column was filled in: if after the outcome was known, leave it out. If "
                     "before, keep it, and expect separation.");
}

/* ---- Numbers ---- */

/* Room for the rows that have a number and a class. */
typedef struct {
    double *y, *x, *w;
} cases;

/* AUC of a number for class k against all others; NaN where there are too few rows to say. */
static double auc_of(logreg_checkup *c, size_t j, size_t k, cases *at)
{
    size_t n = 0;
    double all = 0, events = 0;
    for (size_t i = 0; i < logreg_frame_rows(c->frame); i++) {
        double value = logreg__column_number(&c->frame->column[j], i);
        if (isnan(value) || isnan(c->y[i]))
            continue;
        at->y[n] = c->response->grouped ? c->y[i] : c->y[i] == (double)k;
        at->w[n] = c->w[i];
        all += at->w[n];
        events += at->w[n] * at->y[n];
        at->x[n++] = value;
    }
    double auc = NAN;
    if (events >= LOGREG__CHECK_ROWS && all - events >= LOGREG__CHECK_ROWS)
        c->failed = c->failed || logreg_metric_auc(&auc, NULL, at->y, at->x, at->w, n, NULL) != LOGREG_OK;
    return fmax(auc, 1 - auc);
}

static void check_number(logreg_checkup *c, size_t j, cases *at)
{
    double best = 0;
    size_t of = 0;
    for (size_t k = c->n_classes == 2; k < c->n_classes; k++) {
        double auc = auc_of(c, j, k, at);
        if (auc > best) {
            best = auc;
            of = k;
        }
    }
    if (best < SUSPECT_AUC)
        return;
    logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " by itself tells ");
    logreg__write_class(&f->message, c, of);
    logreg__page_add(&f->message, c->response->grouped ? "" : " from the rest");
    char text[LOGREG__NUMBER_SIZE];
    if (best == 1)
        logreg__page_add(&f->message, " without error (AUC 1).");
    else
        logreg__page_format(&f->message, " almost without error (AUC %s).",
                            logreg__number_format(text, fmin(best, 0.9999), 4));
    advise(f);
}

/* ---- Levels ---- */

/* Rows (sums of weights) of a column by level and class; the level past the last is that of missing cells. */
typedef struct {
    size_t n_levels, n_classes;
    double *count;
} tally;

static size_t level_of(const logreg__column *column, size_t i)
{
    if (column->kind == LOGREG_NUMERIC)
        return isnan(logreg__column_number(column, i));
    uint32_t code = logreg__column_code(column, i);
    return code == LOGREG__MISSING ? column->n_levels : code;
}

static bool tally_new(tally *t, const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    t->n_levels = 1 + (column->kind == LOGREG_NUMERIC ? 1 : column->n_levels);
    t->n_classes = c->n_classes;
    t->count = logreg__new(t->n_levels * t->n_classes, sizeof *t->count);
    for (size_t i = 0; t->count && i < logreg_frame_rows(c->frame); i++)
        if (!isnan(c->y[i])) {
            double *count = t->count + level_of(column, i) * t->n_classes;
            if (c->response->grouped) {
                count[0] += c->w[i] * (1 - c->y[i]);
                count[1] += c->w[i] * c->y[i];
            } else {
                count[(size_t)c->y[i]] += c->w[i];
            }
        }
    return t->count;
}

/* The class that most rows of a level have; *rows receives how many rows there are. */
static size_t majority(const tally *t, size_t level, double *rows)
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

static void write_level(logreg__page *page, const logreg_checkup *c, size_t j, size_t level)
{
    bool number = logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC;
    logreg__write_column(page, c, j);
    if (number || level == logreg_frame_levels(c->frame, j)) {
        logreg__page_add(page, number && level == 0 ? " is not missing" : " is missing");
        return;
    }
    logreg__page_add(page, " = ");
    logreg__page_name(page, logreg_frame_level(c->frame, j, level), LOGREG__NAME_ROOM);
}

/* Do the levels tell the classes, with a row in a hundred in doubt? */
static bool determines(logreg_checkup *c, size_t j, const tally *t)
{
    size_t used = 0;
    double right = 0, all = 0, most = 0, rows;
    for (size_t l = 0; l < t->n_levels; l++) {
        size_t k = majority(t, l, &rows);
        right += t->count[l * t->n_classes + k];
        all += rows;
        used += rows > 0;
    }
    for (size_t k = 0; k < c->n_classes; k++)
        most = fmax(most, c->response->weight[k]);
    double rest = all - most;
    if (rest < LOGREG__CHECK_ROWS || all < LOGREG__CHECK_ROWS * (double)used ||
        all - right > (1 - SUSPECT_AUC) * rest)
        return false;
    logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, j);
    bool number = logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC;
    logreg__page_add(&f->message, number ? "Whether " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, number ? " is missing" : "");
    char text[LOGREG__FIGURE_SIZE];
    logreg__page_format(&f->message, " by itself gives the right class in %s of ",
                        logreg__figure_plain(text, right, 10, f->message.sign));
    logreg__write_cases(&f->message, c, all);
    logreg__page_add(&f->message, ".");
    advise(f);
    return true;
}

static void deciding_levels(logreg_checkup *c, size_t j, const tally *t)
{
    const logreg__response *r = c->response;
    for (size_t l = 0; l < t->n_levels; l++) {
        double rows;
        size_t k = majority(t, l, &rows);
        double by_chance = pow(r->weight[k] / r->n_obs, rows);
        if (rows < LOGREG__CHECK_ROWS || t->count[l * t->n_classes + k] < rows ||
            by_chance * (double)t->n_levels > CHANCE)
            continue;
        logreg__finding *f = logreg__find(c, "deciding_level", LOGREG_FINDING_MISLEADS, j);
        logreg__page_add(&f->message, "All ");
        logreg__write_cases(&f->message, c, rows);
        logreg__page_add(&f->message, " where ");
        write_level(&f->message, c, j, l);
        logreg__page_add(&f->message, r->grouped ? " are " : " have ");
        logreg__write_class(&f->message, c, k);
        logreg__page_add(&f->message, ".");
        logreg__page_add(&f->advice,
                         "Ask whether the outcome made it so; if not, merge the level with another or "
                         "expect a coefficient without bound.");
        return;
    }
}

static void check_levels(logreg_checkup *c, size_t j)
{
    bool category = logreg_frame_kind(c->frame, j) == LOGREG_CATEGORY;
    if (!category && !logreg_frame_missing(c->frame, j))
        return;
    tally t;
    if (!tally_new(&t, c, j)) {
        c->failed = true;
        return;
    }
    if (!determines(c, j, &t))
        deciding_levels(c, j, &t);
    free(t.count);
}

void logreg__check_leakage(logreg_checkup *c)
{
    if (c->n_classes == 0)
        return;
    size_t rows = logreg_frame_rows(c->frame);
    cases at = {.y = logreg__new_raw(rows, sizeof(double)),
                .x = logreg__new_raw(rows, sizeof(double)),
                .w = logreg__new_raw(rows, sizeof(double))};
    c->failed = c->failed || !at.y || !at.x || !at.w;
    for (size_t j = 0; j < logreg_frame_columns(c->frame) && !c->failed; j++) {
        if (!logreg__in_trial(c, j))
            continue;
        if (!logreg__by_levels(c, j))
            check_number(c, j, &at);
        check_levels(c, j);
    }
    free(at.y);
    free(at.x);
    free(at.w);
}
