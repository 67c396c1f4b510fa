/* Grouped data that are not told to be such: shares of events, and counts of them. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "base/number.h"
#include "data/calendar.h"
#include "data/opposite.h"
#include "data/purpose.h"
#include "data/role.h"
#include "data/trials.h"
#include "report/summary/summary.h"

/* Rows that must fit before a column is taken for the trials. */
#define SOME_ROWS 4

/* Shares are rounded: a share times its trials may be this far from a whole number. */
#define ROUNDED 0.05

/* A target of more values than this is seldom one of classes. */
#define FEW_VALUES 5

static const logreg__column *column_of(const logreg_checkup *c, size_t j)
{
    return &c->frame->column[j];
}

/* Numbers of cases: whole, and none below 0. */
static bool counts(const logreg_checkup *c, size_t j)
{
    return column_of(c, j)->kind == LOGREG_NUMERIC && c->profile[j].whole && c->profile[j].min >= 0;
}

/* In no row less than the target (a count), or making it whole (a share). */
static bool may_be_trials(const logreg_checkup *c, size_t j, bool shares)
{
    if (j == c->target || j == c->offset || !counts(c, j))
        return false;
    size_t rows = logreg_frame_rows(c->frame), fit = 0;
    for (size_t i = 0; i < rows; i++) {
        double y = logreg__column_number(column_of(c, c->target), i),
               n = logreg__column_number(column_of(c, j), i);
        if (isnan(y) || isnan(n))
            continue;
        if (shares ? fabs(y * n - round(y * n)) > ROUNDED : y > n)
            return false;
        fit += shares ? y > 0 && y < 1 && n > 1 : n > 0;
    }
    return fit >= SOME_ROWS;
}

static const char *const words_for_weights[] = {"count",  "counts",  "freq", "frequency",
                                                "weight", "weights", "n",    NULL};

/* So many times the largest target in every row, and no event would be one of so many trials. */
#define FAR_ABOVE 1000

/* IDs, dates and codes are above every count. */
static bool is_name(const logreg_checkup *c, size_t j)
{
    const char *name = logreg_frame_name(c->frame, j);
    size_t rows = logreg_frame_rows(c->frame);
    return logreg_frame_identifies(c->frame, j) || logreg__named_id(name) || logreg__named_kind(name) ||
           logreg__named_area(name) || logreg__named_document(name) ||
           logreg__calendar_of(column_of(c, j), rows);
}

/* Do all trials bring as many events, as pieces of one price do, or none of them none or nothing else? */
static bool is_no_sample(const logreg_checkup *c, size_t j, bool says)
{
    bool multiple = true, bound = says;
    double factor = NAN;
    for (size_t i = 0; i < logreg_frame_rows(c->frame) && (multiple || !bound); i++) {
        double y = logreg__column_number(column_of(c, c->target), i),
               n = logreg__column_number(column_of(c, j), i);
        if (isnan(y) || isnan(n))
            continue;
        bound = bound || (n > 0 && (y == 0 || y == n));
        factor = isnan(factor) && y > 0 ? n / y : factor;
        multiple = multiple && fabs(n - factor * y) <= 1e-9 * n;
    }
    return multiple || !bound;
}

/* Hours, prices and weights are no number of trials; people and rounds may be. */
static bool is_amount(const char *name)
{
    return logreg__named_time(name) ||
           (logreg__named_scale(name) && !logreg__name_has(name, " pop population visit session run round "));
}

/* Are there rows without an event, and in one row of 20 half of the trials, or more, are events? Of two scores or sizes the one that is never the larger is seldom near the other, or 0. */
static bool reaches_ends(const logreg_checkup *c, size_t j)
{
    enum { ROWS = 20 };
    size_t rows = 0, half = 0, none = 0;
    for (size_t i = 0; i < logreg_frame_rows(c->frame); i++) {
        double y = logreg__column_number(column_of(c, c->target), i),
               n = logreg__column_number(column_of(c, j), i);
        bool counted = n > 0 && !isnan(y);
        rows += counted;
        half += counted && 2 * y >= n;
        none += counted && y == 0;
    }
    return none && half && ROWS * half >= rows;
}

/* Does a name or what they hold speak for it? */
static bool is_plausible(const logreg_checkup *c, size_t j, bool says)
{
    static const char counted[] =
        " people persons passengers patients subjects participants respondents students pupils children "
        "adults "
        "men women boys girls births holders customers members voters animals fish birds eggs larvae insects "
        "plants seeds pieces items visits sessions games shots throws rounds runs population personen leute "
        "patienten kinder tiere pflanzen personnes enfants animaux plantes personas ni\303\261os animales "
        "plantas persone bambini ";
    return says || logreg__name_has(logreg_frame_name(c->frame, j), counted) ||
           logreg__name_counts_events(logreg_frame_name(c->frame, c->target)) || reaches_ends(c, j);
}

/* May whole numbers that are never below the target be trials of it? */
static bool may_sample(const logreg_checkup *c, size_t j, bool says)
{
    const logreg__profile *p = &c->profile[j];
    bool amount = is_amount(logreg_frame_name(c->frame, j));
    return !is_name(c, j) && (says || (p->distinct > 1 && !amount)) &&
           p->min < FAR_ABOVE * fmax(1, c->profile[c->target].max) && !is_no_sample(c, j, says) &&
           is_plausible(c, j, says);
}

/* A target of few values is more likely to be of classes. */
static bool likely(const logreg_checkup *c)
{
    const logreg__profile *p = &c->profile[c->target];
    return p->distinct > FEW_VALUES || 2 * p->distinct > logreg_frame_rows(c->frame);
}

/* The column that holds the trials, or SIZE_MAX: one whose name says so, or the first. For shares that of --weights goes
 * before all. */
static size_t find_trials(const logreg_checkup *c, bool shares)
{
    size_t found = SIZE_MAX;
    if (shares && c->weights != SIZE_MAX && may_be_trials(c, c->weights, true))
        return c->weights;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        bool says = logreg__name_says_trials(logreg_frame_name(c->frame, j));
        if (j != c->weights && (says || found == SIZE_MAX) && (shares || says || likely(c)) &&
            may_be_trials(c, j, shares) && (shares || may_sample(c, j, says))) {
            found = j;
            if (says)
                break;
        }
    }
    return found;
}

/* Numbers from 0 to 1, some of them between. */
static bool holds_shares(const logreg_checkup *c)
{
    const logreg__profile *p = &c->profile[c->target];
    return column_of(c, c->target)->kind == LOGREG_NUMERIC && !p->whole && p->min >= 0 && p->max <= 1;
}

static void tell_shares(logreg_checkup *c, size_t trials)
{
    logreg__finding *f = logreg__find(c, "shares", LOGREG_FINDING_STOPS, c->target);
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    logreg__page_add(&f->message,
                     " holds shares of events. Each counts for as much as it has trials, so a fit "
                     "needs their number.");
    if (trials == SIZE_MAX) {
        logreg__page_add(&f->advice, "Give two columns instead, of events and of trials: --target EVENTS "
                                     "--trials TRIALS. If it is no share, it is a measurement, not a class: "
                                     "--target names another.");
        return;
    }
    logreg__page_add(&f->message, " Times ");
    logreg__write_column(&f->message, c, trials);
    logreg__page_add(&f->message, " they are whole numbers in every row.");
    logreg__page_add(&f->advice, "Make a column of ");
    logreg__write_column(&f->advice, c, c->target);
    logreg__page_add(&f->advice, " times ");
    logreg__write_column(&f->advice, c, trials);
    logreg__page_add(&f->advice, ", rounded, then: --target EVENTS --trials ");
    logreg__write_argument(&f->advice, c, trials);
    logreg__page_add(&f->advice, " --exclude ");
    logreg__write_argument(&f->advice, c, c->target);
    logreg__page_add(&f->advice, ".");
}

static void tell_counts(logreg_checkup *c, size_t trials)
{
    logreg__finding *f = logreg__find(c, "counts", LOGREG_FINDING_MISLEADS, c->target);
    logreg__write_column(&f->message, c, c->target);
    logreg__page_add(&f->message, " holds whole numbers, in no row more than ");
    logreg__write_column(&f->message, c, trials);
    logreg__page_add(
        &f->message,
        ". If it counts events out of so many trials, a fit must know: without that it takes each "
        "number for a class.");
    logreg__page_add(&f->advice, "Say --trials ");
    logreg__write_argument(&f->advice, c, trials);
    logreg__page_add(&f->advice, ".");
    c->counted = true;
    c->profile[trials].skip = c->profile[trials].feature;
}

/* Are the columns of a fit, but for this one, those of a table of counts? */
static bool tabulates(logreg_checkup *c, size_t but)
{
    size_t columns = logreg_frame_columns(c->frame), n = 0,
           *column = logreg__new_raw(columns, sizeof *column);
    c->failed = c->failed || !column;
    for (size_t j = 0; column && j < columns; j++)
        if (j != but && (j == c->target || logreg__in_trial(c, j)))
            column[n++] = j;
    bool counts = column && logreg__tabulates(c->frame, column, n);
    free(column);
    return counts;
}

/* A feature that says how many cases a row stands for; many a weight is that of a body. */
static void check_frequencies(logreg_checkup *c)
{
    for (size_t j = 0; c->weights == SIZE_MAX && c->trials == SIZE_MAX && j < logreg_frame_columns(c->frame);
         j++) {
        if (!logreg__in_trial(c, j) || !counts(c, j) || c->profile[j].distinct <= 2 ||
            !logreg__name_says(logreg_frame_name(c->frame, j), words_for_weights) ||
            logreg__counts_on(column_of(c, j), logreg_frame_rows(c->frame)) ||
            !(logreg_frame_counts_cases(c->frame, j) || tabulates(c, j)))
            continue;
        logreg__finding *f = logreg__find(c, "frequencies", LOGREG_FINDING_MISLEADS, j);
        logreg__write_column(&f->message, c, j);
        logreg__page_add(&f->message, " holds whole numbers under a name that counts. If a row stands for so "
                                      "many cases, it is no variable but their number.");
        logreg__page_add(&f->advice, "Then say --weights ");
        logreg__write_argument(&f->advice, c, j);
        logreg__page_add(&f->advice, ".");
        c->profile[j].skip = true;
        return;
    }
}

bool logreg__check_counts(logreg_checkup *c)
{
    const logreg__profile *p = &c->profile[c->target];
    bool numbers =
        c->trials == SIZE_MAX && column_of(c, c->target)->kind == LOGREG_NUMERIC && p->distinct > 2;
    bool shares = numbers && holds_shares(c);
    size_t trials = shares || (numbers && counts(c, c->target)) ? find_trials(c, shares) : SIZE_MAX;
    if (shares)
        tell_shares(c, trials);
    else if (trials != SIZE_MAX)
        tell_counts(c, trials);
    else
        check_frequencies(c);
    return shares;
}
