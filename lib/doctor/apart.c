/* Values that stand apart from the rest of a column: slips of a digit, other units. They may be real, so that all this is good to know and no
 * more. */
#include "doctor/checkup.h"

#include "data/ages.h"
#include "data/slip.h"
#include "formula/token.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Fewer different values than these are levels. */
enum { DIFFERENT = 20 };

/* A value further from the others than this many times their range stands apart, in a row of 20 at most. */
#define FAR 2
#define FEW 20

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

static logreg__apart apart_of(const logreg_sentinel *far)
{
    return (logreg__apart){far->n_rows, far->value[0], far->value[far->n_values - 1], far->low, far->high};
}

/* What a fit warns of though it is no further away: a number that without its sign would lie among the others. */
static void see_slip(logreg__profile *p, const logreg__column *column, size_t rows)
{
    logreg_sentinel slip;
    bool between;
    if (logreg__slip_find(&slip, &between, column, rows, p->min, p->max))
        p->far = apart_of(&slip);
}

void logreg__profile_apart(logreg__profile *p, const logreg__column *column, size_t rows,
                           const double *sorted, size_t n)
{
    logreg_sentinel ages;
    bool between;
    if (p->sentinel.n_values)
        return;
    bool impossible = logreg__ages_find(&ages, &between, column, rows, p->min, p->max);
    if (impossible && !between && logreg__ages_missing(&ages)) {
        p->sentinel = ages;
        return;
    }
    if (impossible)
        p->far = apart_of(&ages);
    else
        see_far_ones(p, sorted, n);
    if (!p->far.rows)
        see_slip(p, column, rows);
}

/* ---- What is said ---- */

static void write_rest(logreg__finding *f, const logreg__apart *a)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    logreg__page_format(&f->message, "; all other values lie from %s to %s.",
                        logreg__figure_plain(low, a->low, 10, f->message.sign),
                        logreg__figure_plain(high, a->high, 10, f->message.sign));
}

bool logreg__is_apart(const logreg_checkup *c, size_t j, size_t row)
{
    const logreg__apart *a = &c->profile[j].far;
    if (!a->rows || logreg__by_levels(c, j))
        return false;
    double x = logreg__column_number(&c->frame->column[j], row);
    return x >= a->from && x <= a->to && !(x >= a->low && x <= a->high);
}

void logreg__write_apart_rows(logreg__page *page, const logreg_checkup *c, size_t first, size_t n)
{
    size_t line = logreg__frame_line(c->frame, first);
    if (n > 1)
        logreg__page_format(page, "%zu rows, the first in ", n);
    logreg__page_format(page, "%s %zu", line ? "line" : "row", line ? line : first + 1);
    logreg__page_add(page, n > 1 ? ", alone make" : " alone makes");
}

void logreg__advise_apart_rows(logreg__finding *f, size_t n)
{
    logreg__page_add(&f->advice,
                     n > 1 ? "If they are wrong, mend them in the file; if they are right, what the "
                             "coefficients say hangs on them."
                           : "If it is wrong, mend it in the file; if it is right, what the "
                             "coefficients say hangs on it.");
}

/* The first row that holds a value apart. */
static size_t row_of(const logreg_checkup *c, size_t j)
{
    size_t i = 0;
    while (!logreg__is_apart(c, j, i))
        i++;
    return i;
}

/* On a scale of logarithms, is it nearer to the others than these reach? Then they are amounts with a long tail. */
static bool has_tail(const logreg__apart *a)
{
    return a->low > 0 && a->from > a->high && log(a->from / a->high) < log(a->high / a->low);
}

/* What there is to do where it is right. */
static void advise_kept(logreg__finding *f, const logreg_checkup *c, size_t j, bool wrong)
{
    if (wrong || !has_tail(&c->profile[j].far)) {
        logreg__page_add(&f->advice, "Values so far out move a fit more than all others do.");
        return;
    }
    logreg__text name = {0};
    logreg__name_quote(&name, logreg_frame_name(c->frame, j));
    logreg__page_add(&f->advice, "If it is right, it moves a fit more than all others do, and less as log(");
    logreg__page_add(&f->advice, name.start ? name.start : "");
    logreg__page_add(&f->advice, ") in a formula.");
    f->advice.text.failed = f->advice.text.failed || name.failed;
    free(name.start);
}

static void tell_far_ones(logreg_checkup *c, size_t j)
{
    const logreg__apart *a = &c->profile[j].far;
    char text[LOGREG__FIGURE_SIZE];
    size_t row = row_of(c, j), line = logreg__frame_line(c->frame, row);
    logreg__finding *f = logreg__find(c, "outlier", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " holds %s", logreg__figure_plain(text, a->from, 10, f->message.sign));
    if (a->to > a->from)
        logreg__page_format(&f->message, " to %s", logreg__figure_plain(text, a->to, 10, f->message.sign));
    if (a->rows > 1)
        logreg__page_format(&f->message, " in %zu rows, first", a->rows);
    logreg__page_format(&f->message, " in %s %zu", line ? "line" : "row", line ? line : row + 1);
    write_rest(f, a);
    bool born = logreg__ages_born(a->from, a->to) && logreg__named_age(logreg_frame_name(c->frame, j));
    bool ages = logreg__ages_for_years(a->from, a->to, a->low, a->high);
    logreg__page_add(&f->advice, born   ? "Look at the file: years of birth are no ages. "
                                 : ages ? "Look at the file: ages are no years of birth. "
                                        : "If that is a slip or another unit, mend it in the file. ");
    if (logreg__in_trial(c, j))
        advise_kept(f, c, j, born);
    else
        logreg__page_add(&f->advice, "The target takes it as it stands.");
}

void logreg__check_apart(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        bool seen = logreg__in_trial(c, j) || logreg__behind_target(c, j);
        if (seen && !logreg__by_levels(c, j) && c->profile[j].far.rows)
            tell_far_ones(c, j);
    }
}
