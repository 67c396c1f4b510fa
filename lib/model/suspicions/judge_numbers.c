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
    s->units.found = (logreg_sentinel){.value = {t.from, t.to},
                                       .n_values = t.to > t.from ? 2 : 1,
                                       .n_rows = t.rows,
                                       .low = t.low,
                                       .high = t.high};
    s->units.factor = t.factor;
    s->units.line = logreg__frame_line(frame, t.first);
    return true;
}

logreg__twofold logreg__suspicion_twofold(const logreg__suspicion *s)
{
    const logreg_sentinel *n = &s->units.found;
    return (logreg__twofold){.factor = s->units.factor,
                             .from = n->value[0],
                             .to = n->value[n->n_values - 1],
                             .low = n->low,
                             .high = n->high,
                             .rows = n->n_rows};
}

/* Some that are not as the others are, or codes. */
static bool judge_odd_numbers(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame,
                              size_t j, bool chosen)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    logreg_sentinel *found = &s->numbers.found;
    bool *between = &s->numbers.between;
    s->kind = LOGREG__SUSPECT_SENTINEL;
    if (logreg__sentinel_plausible(v->min, v->max) && logreg__sentinel_find(found, c, rows, NULL, 0))
        return true;
    s->kind = LOGREG__SUSPECT_UNITS;
    if (two_units(s, v, frame, c))
        return true;
    s->kind = LOGREG__SUSPECT_SENTINEL;
    if (logreg__lone_find(found, c, rows, NULL, 0, v->min, v->max))
        return true;
    s->kind = LOGREG__SUSPECT_SLIP;
    if (logreg__ages_find(found, between, c, rows, v->min, v->max)) {
        s->kind = !*between && logreg__ages_missing(found) ? LOGREG__SUSPECT_SENTINEL : LOGREG__SUSPECT_SLIP;
        return true;
    }
    if (logreg__slip_find(found, between, c, rows, v->min, v->max))
        return true;
    s->kind = LOGREG__SUSPECT_CODES;
    if (!chosen && logreg__numbers_code(frame, j))
        return true;
    s->kind = LOGREG__SUSPECT_ZEROS;
    return v->min == 0 && v->max > 1 && logreg__zeros_find(found, c, rows, NULL, 0, false);
}

/* v: what is known of the column in the rows of the fit. */
bool logreg__judge_numbers(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame,
                           size_t j, bool chosen)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = frame->n_rows;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_DATE, .date.calendar = logreg__calendar_of(c, rows)};
    if (s->date.calendar) {
        s->date.least = least(c, rows);
        return true;
    }
    s->kind = LOGREG__SUSPECT_FEET;
    if (logreg__feet_find(&s->feet.least, c, rows))
        return true;
    s->kind = LOGREG__SUSPECT_TICKS;
    if (v->min == v->max && v->n_missing) {
        s->ticks.number = v->min;
        s->ticks.missing = v->n_missing;
        return true;
    }
    s->kind = LOGREG__SUSPECT_ID;
    if (logreg_frame_identifies(frame, j)) {
        s->id.groups = chosen ? 0 : logreg__groups_numbered(frame, j);
        s->id.rows = rows - c->n_missing;
        return !chosen;
    }
    return judge_odd_numbers(s, v, frame, j, chosen);
}
