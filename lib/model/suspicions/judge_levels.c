/* What the levels of a category may be instead: several answers, days, numbers, another level by a slip. */
#include "model/suspicions/judge.h"

#include <stdlib.h>

#include "data/alike.h"
#include "data/elsewhere.h"
#include "data/day.h"
#include "data/label.h"
#include "data/sentinel.h"
#include "data/several.h"

bool logreg__judge_several(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = logreg_frame_find(frame, v->column);
    logreg__several several = {0};
    bool found = (j == SIZE_MAX || !frame->column[j].insisted) &&
                 logreg__several_answers(&several, v->levels, v->n_levels);
    *s = (logreg__suspicion){
        .kind = LOGREG__SUSPECT_SEVERAL,
        .several = {.combinations = v->n_levels,
                    .answers = several.n,
                    .unanswered = j == SIZE_MAX || several.none ? 0 : frame->column[j].n_missing,
                    .beside = found && j != SIZE_MAX && logreg__several_beside(&several, frame, j)}};
    return found;
}

/* A category of days, few enough for a fit to take them as levels. Two that are groups of somebody's making are let alone. */
bool logreg__judge_days(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = logreg_frame_find(frame, v->column);
    size_t dates = j == SIZE_MAX || frame->column[j].insisted || frame->column[j].dated
                       ? 0
                       : logreg__count_dates(v->levels, v->n_levels);
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_DATE, .date.levels = dates};
    return dates;
}

/* A category of numbers, by its levels or because the formula makes it one: -99 beside 1, 2 and 3. */
bool logreg__judge_levels(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = v->kind == LOGREG_CATEGORY && v->column ? logreg_frame_find(frame, v->column) : SIZE_MAX;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    return j != SIZE_MAX && logreg__levels_sentinel(&s->numbers.found, &frame->column[j], frame->n_rows);
}

/* Labels beyond these are not compared. */
enum { COMPARED = 200 };

/* Of a tally; none has a label that only stands in for missing cells. */
static size_t rows_of(const size_t *tally, const logreg__column *c, const char *label)
{
    size_t level = logreg__label_place_in(c->levels, c->n_levels, label);
    return level < c->n_levels ? tally[level] : 0;
}

/* Rows are counted once, and where labels are near, which they hardly ever are. found: there is a slip. False: memory is out. */
bool logreg__judge_labels(bool *found, logreg__suspicion *s, const logreg__variable *v,
                          const logreg_frame *frame)
{
    size_t j = logreg_frame_find(frame, v->column), *rows = NULL;
    const logreg__column *c = j == SIZE_MAX ? NULL : &frame->column[j];
    bool looked_at = c && c->kind == LOGREG_CATEGORY && v->n_levels <= COMPARED, ok = true;
    *found = false;
    for (size_t a = 0; a < v->n_levels && looked_at && ok && !*found; a++)
        for (size_t b = 0; b < a && ok && !*found; b++) {
            if (!logreg__labels_near(v->levels[a], v->levels[b]))
                continue;
            rows = rows ? rows : logreg__column_tally(c, frame->n_rows);
            ok = rows;
            if (!ok)
                continue;
            size_t n = rows_of(rows, c, v->levels[a]), m = rows_of(rows, c, v->levels[b]);
            const char *one = v->levels[a], *other = v->levels[b];
            *found = (logreg__label_slipped(one, n, other, m) || logreg__label_slipped(other, m, one, n)) &&
                     !logreg__labels_elsewhere(frame, j, one, other);
            if (*found)
                *s = (logreg__suspicion){
                    .kind = LOGREG__SUSPECT_MISTYPED,
                    .mistyped = {.label = n < m ? a : b, .other = n < m ? b : a, .rows = n < m ? n : m}};
        }
    free(rows);
    return ok;
}
