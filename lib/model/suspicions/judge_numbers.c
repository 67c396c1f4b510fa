/* What a column of numbers may be instead: the first that fits is told. */
#include "model/suspicions/judge.h"

#include <math.h>

#include "data/ages.h"
#include "data/feet.h"
#include "data/lone.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "data/slip.h"
#include "data/twofold.h"

static double least(const logreg__column *c, size_t rows)
{
    double low = INFINITY;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        low = x < low ? x : low; /* false for a missing one */
    }
    return low;
}

static bool two_units(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame,
                      const logreg__column *c)
{
    logreg__twofold t;
    if (!logreg__twofold_find(&t, c, frame->n_rows, v->min, v->max))
        return false;
    s->numbers = (logreg_sentinel){.value = {t.from, t.to},
                                   .n_values = t.to > t.from ? 2 : 1,
                                   .n_rows = t.rows,
                                   .low = t.low,
                                   .high = t.high};
    s->factor = t.factor;
    s->line = logreg__frame_line(frame, t.first);
    return true;
}

/* v: what is known of the column in the rows of the fit. */
bool logreg__judge_numbers(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame,
                           size_t j, bool chosen)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_DATE, .calendar = logreg__calendar_of(c, rows)};
    if (s->calendar) {
        s->numbers.low = least(c, rows);
        return true;
    }
    s->kind = LOGREG__SUSPECT_FEET;
    if (logreg__feet_find(&s->numbers.low, c, rows))
        return true;
    s->kind = LOGREG__SUSPECT_TICKS;
    if (v->min == v->max && v->n_missing) {
        s->numbers = (logreg_sentinel){.low = v->min, .n_rows = v->n_missing};
        return true;
    }
    s->kind = LOGREG__SUSPECT_ID;
    if (logreg_frame_identifies(frame, j)) {
        s->n_levels = chosen ? 0 : logreg__groups_numbered(frame, j);
        s->numbers.n_rows = rows - c->n_missing;
        return !chosen;
    }
    s->kind = LOGREG__SUSPECT_SENTINEL;
    if (logreg__sentinel_plausible(v->min, v->max) && logreg__sentinel_find(&s->numbers, c, rows, NULL, 0))
        return true;
    s->kind = LOGREG__SUSPECT_UNITS;
    if (two_units(s, v, frame, c))
        return true;
    s->kind = LOGREG__SUSPECT_SENTINEL;
    if (logreg__lone_find(&s->numbers, c, rows, NULL, 0, v->min, v->max))
        return true;
    s->kind = LOGREG__SUSPECT_SLIP;
    if (logreg__ages_find(&s->numbers, &s->between, c, rows, v->min, v->max)) {
        s->kind = !s->between && logreg__ages_missing(&s->numbers) ? LOGREG__SUSPECT_SENTINEL
                                                                   : LOGREG__SUSPECT_SLIP;
        return true;
    }
    if (logreg__slip_find(&s->numbers, &s->between, c, rows, v->min, v->max))
        return true;
    s->kind = LOGREG__SUSPECT_CODES;
    if (!chosen && logreg__numbers_code(frame, j))
        return true;
    s->kind = LOGREG__SUSPECT_ZEROS;
    return v->min == 0 && v->max > 1 && logreg__zeros_find(&s->numbers, c, rows, NULL, 0, false);
}
