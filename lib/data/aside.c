#include "data/aside.h"

#include "data/calendar.h"
#include "data/crowd.h"
#include "data/day.h"
#include "data/file_names.h"
#include "data/gap.h"
#include "data/role.h"

/* Two years of months may be a category. */
enum { MANY_DATES = 24 };

/* Are nine in ten of the levels dates, each by itself? */
static bool mostly_dates(const logreg__column *column, const unsigned char *seen)
{
    size_t dates = 0, others = 0;
    for (size_t l = 0; l < column->n_levels && 10 * others <= column->n_levels; l++) {
        const char *level = column->levels[l];
        bool date = logreg__is_date(level) || logreg__is_day(level);
        bool counts = (!seen || seen[l]) && (date || !logreg__gap_text(level));
        dates += counts && date;
        others += counts && !date;
    }
    return dates > 0 && dates >= 9 * others;
}

bool logreg__are_dates(const logreg__column *column, const unsigned char *seen, size_t levels, size_t rows)
{
    bool many = !column->dated && (2 * levels > rows || levels > MANY_DATES);
    return many && (mostly_dates(column, seen) || logreg__texts_days(column->levels, seen, column->n_levels));
}

static bool is_constant(const logreg__column *c, size_t rows)
{
    size_t i = 1;
    while (i < rows && logreg__column_number(c, i) == logreg__column_number(c, 0))
        i++;
    return i == rows;
}

static logreg_aside numbers(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    return logreg__calendar_of(c, frame->n_rows) != LOGREG__NO_DATES ? LOGREG_ASIDE_DATE
           : logreg_frame_identifies(frame, j)                       ? LOGREG_ASIDE_ID
           : !c->n_missing && is_constant(c, frame->n_rows)          ? LOGREG_ASIDE_SINGLE
                                                                     : LOGREG_ASIDE_NOT;
}

static logreg_aside texts(const logreg__column *c, size_t rows)
{
    return c->n_levels == 1                                            ? LOGREG_ASIDE_SINGLE
           : logreg__are_dates(c, NULL, c->n_levels, rows)             ? LOGREG_ASIDE_DATE
           : logreg__texts_identify(c, c->n_levels, rows)              ? LOGREG_ASIDE_ID
           : logreg__names_persons(c->name, c->n_levels, (double)rows) ? LOGREG_ASIDE_NAMES
                                                                       : LOGREG_ASIDE_NOT;
}

logreg_aside logreg_frame_aside(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows - c->n_missing;
    if (c->insisted || frame->n_rows < LOGREG__ID_ROWS)
        return LOGREG_ASIDE_NOT;
    if (c->kind == LOGREG_NUMERIC &&
        c->written & LOGREG__WRITTEN_DOCUMENT) /* where its texts are missing yet */
        return LOGREG_ASIDE_ID;
    if (!rows)
        return LOGREG_ASIDE_EMPTY;
    if (c->kind == LOGREG_NUMERIC)
        return numbers(frame, j);
    bool ticks = c->n_levels == 1 && c->n_missing; /* where nothing may mean no */
    return !c->n_levels || rows < LOGREG__ID_ROWS || ticks ? LOGREG_ASIDE_NOT : texts(c, rows);
}

bool logreg_frame_by_name_alone(const logreg_frame *frame, size_t j)
{
    return frame->column[j].aside;
}

void logreg__aside_begin(logreg__text *text, unsigned kinds)
{
    static const char *const words[] = {[LOGREG_ASIDE_ID] = "IDs",
                                        [LOGREG_ASIDE_DATE] = "dates",
                                        [LOGREG_ASIDE_NAMES] = "names",
                                        [LOGREG_ASIDE_SINGLE] = "one value alone",
                                        [LOGREG_ASIDE_EMPTY] = "nothing"};
    unsigned left = kinds;
    logreg__text_add(text, "; and leave out what seems to hold ");
    for (logreg_aside k = LOGREG_ASIDE_ID; k <= LOGREG_ASIDE_EMPTY; k++) {
        if (!(kinds >> k & 1))
            continue;
        left &= ~(1U << k);
        logreg__text_add(text, words[k]);
        logreg__text_add(text, !left ? ", " : left & (left - 1) ? ", " : " or ");
    }
}
