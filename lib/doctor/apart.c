/* Values that stand apart from the rest of a column: zeros where nothing else comes near, slips of a digit, other units. They
 * may be real, so that all this is good to know and no more. */
#include "doctor/checkup.h"

#include "formula/token.h"
#include "report/figure.h"
#include "report/summary.h"

/* Fewer different values than these are levels; a longer condition is told of one column alone. */
enum { DIFFERENT = 20, READABLE = 200 };

/* A value further from the others than this many times their range stands apart, in a row of 20 at most. */
#define FAR 2
#define FEW 20

static double step_within(const double *sorted, size_t first, size_t last)
{
    double widest = 0;
    for (size_t i = first + 1; i < last; i++)
        widest = fmax(widest, sorted[i] - sorted[i - 1]);
    return widest;
}

/* Zeros in half of the rows or fewer, with a gap behind them that the numbers next to it have not. */
static void see_zeros(logreg__profile *p, const double *sorted, size_t n)
{
    size_t zeros = 0;
    while (zeros < n && sorted[zeros] == 0)
        zeros++;
    if (zeros < 2 || 2 * zeros > n || p->distinct <= DIFFERENT)
        return;
    double gap = sorted[zeros];
    if (gap > 1 && gap >= 5 * step_within(sorted, zeros, zeros + (n - zeros) / 2))
        p->zeros = (logreg__apart){zeros, 0, 0, gap, sorted[n - 1]};
}

static void see_far_ones(logreg__profile *p, const double *sorted, size_t n)
{
    for (size_t k = 1; k <= n / FEW && p->distinct >= k + DIFFERENT; k++) {
        double high = sorted[n - 1 - k], low = sorted[k];
        if (sorted[n - k] - high >= FAR * (high - sorted[0]))
            p->far = (logreg__apart){k, sorted[n - k], sorted[n - 1], sorted[0], high};
        else if (low - sorted[k - 1] >= FAR * (sorted[n - 1] - low))
            p->far = (logreg__apart){k, sorted[0], sorted[k - 1], low, sorted[n - 1]};
        if (p->far.rows)
            return;
    }
}

void logreg__profile_apart(logreg__profile *p, const double *sorted, size_t n)
{
    if (n && sorted[0] == 0)
        see_zeros(p, sorted, n);
    if (!p->sentinel.n_values)
        see_far_ones(p, sorted, n);
}

/* ---- What is said ---- */

static void write_rest(logreg__finding *f, const logreg__apart *a)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__page_format(&f->message, "; all other values lie from %s to %s.",
                        logreg__figure_plain(low, a->low, 10, f->message.sign),
                        logreg__figure_plain(high, a->high, 10, f->message.sign));
}

static bool tells_zeros(const logreg_checkup *c, size_t j)
{
    return logreg__in_trial(c, j) && !logreg__by_levels(c, j) && c->profile[j].zeros.rows;
}

static void add_condition(logreg__text *condition, const logreg_checkup *c, size_t j)
{
    logreg__text_add(condition, condition->length ? " & " : "");
    logreg__name_quote(condition, logreg_frame_name(c->frame, j));
    logreg__text_add(condition, " != 0");
}

/* What to do is said of all columns that have such, as long as that can be read. */
static void tell_zeros(logreg_checkup *c, size_t j)
{
    const logreg__apart *a = &c->profile[j].zeros;
    logreg__finding *f = logreg__find(c, "zeros", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " is 0 in %zu rows", a->rows);
    write_rest(f, a);
    logreg__text condition = {0};
    logreg__page_add(&f->advice, "If no case can have 0, it stands for a missing value: --where ");
    for (size_t k = 0; k < logreg_frame_columns(c->frame) && condition.length < READABLE; k++)
        if (tells_zeros(c, k))
            add_condition(&condition, c, k);
    if (condition.length >= READABLE) {
        free(condition.start);
        condition = (logreg__text){0};
        add_condition(&condition, c, j);
    }
    logreg__write_word(&f->advice, &condition);
    logreg__page_add(&f->advice, ".");
}

/* The first row that holds a value from `from` to `to`. */
static size_t row_of(const logreg_checkup *c, size_t j, const logreg__apart *a)
{
    size_t i = 0;
    for (;; i++) {
        double x = logreg__column_number(&c->frame->column[j], i);
        if (x >= a->from && x <= a->to)
            return i;
    }
}

static void tell_far_ones(logreg_checkup *c, size_t j)
{
    const logreg__apart *a = &c->profile[j].far;
    char text[LOGREG__FIGURE_SIZE];
    size_t row = row_of(c, j, a), line = logreg__frame_line(c->frame, row);
    logreg__finding *f = logreg__find(c, "outlier", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " holds %s", logreg__figure_plain(text, a->from, 10, f->message.sign));
    if (a->to > a->from)
        logreg__page_format(&f->message, " to %s", logreg__figure_plain(text, a->to, 10, f->message.sign));
    if (a->rows > 1)
        logreg__page_format(&f->message, " in %zu rows, first", a->rows);
    logreg__page_format(&f->message, " in %s %zu", line ? "line" : "row", line ? line : row + 1);
    write_rest(f, a);
    logreg__page_add(&f->advice,
                     "Look at the file: a slip or another unit is to be mended there. Values so far out "
                     "move a fit more than all others do.");
}

void logreg__check_apart(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        if (tells_zeros(c, j))
            tell_zeros(c, j);
        if (logreg__in_trial(c, j) && !logreg__by_levels(c, j) && c->profile[j].far.rows)
            tell_far_ones(c, j);
    }
}
