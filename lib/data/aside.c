#include "data/aside.h"

#include "data/calendar.h"
#include "data/crowd.h"
#include "data/day.h"
#include "data/role.h"

/* Two years of months may be a category. */
enum { MANY_DATES = 24 };

bool logreg__are_dates(const logreg__column *column, const unsigned char *seen, size_t levels, size_t rows)
{
    bool many = 2 * levels > rows || levels > MANY_DATES;
    size_t first = 0;
    while (seen && !seen[first])
        first++;
    const char *level = column->levels[first];
    return many && (logreg__is_date(level) || logreg__is_day(level) ||
                    logreg__texts_days(column->levels, seen, column->n_levels));
}

logreg__aside logreg__aside_of(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows - c->n_missing;
    if (c->kind == LOGREG_NUMERIC && c->written & LOGREG__WRITTEN_DOCUMENT)
        return LOGREG__ASIDE_ID;
    if (c->kind == LOGREG_NUMERIC)
        return logreg__calendar_of(c, frame->n_rows) != LOGREG__NO_DATES ? LOGREG__ASIDE_DATE
               : logreg_frame_identifies(frame, j)                       ? LOGREG__ASIDE_ID
                                                                         : LOGREG__ASIDE_NOT;
    if (c->insisted || !c->n_levels || rows < LOGREG__ID_ROWS)
        return LOGREG__ASIDE_NOT;
    return c->n_levels == 1 && !c->n_missing                           ? LOGREG__ASIDE_SINGLE
           : logreg__are_dates(c, NULL, c->n_levels, rows)             ? LOGREG__ASIDE_DATE
           : 10 * c->n_levels > 9 * rows                               ? LOGREG__ASIDE_ID
           : logreg__names_persons(c->name, c->n_levels, (double)rows) ? LOGREG__ASIDE_NAMES
                                                                       : LOGREG__ASIDE_NOT;
}

void logreg__aside_begin(logreg__text *text, unsigned kinds)
{
    static const char *const words[] = {[LOGREG__ASIDE_ID] = "IDs",
                                        [LOGREG__ASIDE_DATE] = "dates",
                                        [LOGREG__ASIDE_NAMES] = "names",
                                        [LOGREG__ASIDE_SINGLE] = "one value alone"};
    unsigned left = kinds;
    logreg__text_add(text, "; and leave out what seems to hold ");
    for (logreg__aside k = LOGREG__ASIDE_ID; k <= LOGREG__ASIDE_SINGLE; k++) {
        if (!(kinds >> k & 1))
            continue;
        left &= ~(1U << k);
        logreg__text_add(text, words[k]);
        logreg__text_add(text, !left ? ", " : left & (left - 1) ? ", " : " or ");
    }
}
