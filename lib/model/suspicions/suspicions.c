#include "model/suspicions/suspicion.h"

#include <math.h>

#include "base/memory.h"
#include "csv/numbers/named_units.h"
#include "data/ages.h"
#include "data/alike.h"
#include "data/day.h"
#include "data/label.h"
#include "data/feet.h"
#include "data/lone.h"
#include "data/purpose.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "data/several.h"
#include "data/slip.h"
#include "data/twice.h"
#include "data/twofold.h"
#include "formula/stand_ins.h"
#include "model/model.h"

const char *const logreg__suspicion_words[LOGREG__SUSPICIONS] = {
    [LOGREG__SUSPECT_SENTINEL] = "sentinel",
    [LOGREG__SUSPECT_ZEROS] = "zeros",
    [LOGREG__SUSPECT_DATE] = "date",
    [LOGREG__SUSPECT_ID] = "id",
    [LOGREG__SUSPECT_TICKS] = "ticks",
    [LOGREG__SUSPECT_CODES] = "codes",
    [LOGREG__SUSPECT_UNITS] = "units",
    [LOGREG__SUSPECT_FEET] = "feet",
    [LOGREG__SUSPECT_LOSS] = "much_missing",
    [LOGREG__SUSPECT_LEVELS] = "many_levels",
    [LOGREG__SUSPECT_SEVERAL] = "several_answers",
    [LOGREG__SUSPECT_UNIT_NAMES] = "unit_names",
    [LOGREG__SUSPECT_MISTYPED] = "mistyped",
    [LOGREG__SUSPECT_SLIP] = "outlier",
    [LOGREG__SUSPECT_TWICE] = "duplicate_rows",
    [LOGREG__SUSPECT_WEIGHTS] = "sampling_weights",
    [LOGREG__SUSPECT_PREDICTIONS] = "predictions",
    [LOGREG__SUSPECT_PARTS] = "parts",
    [LOGREG__SUSPECT_CASES] = "frequencies",
    [LOGREG__SUSPECT_LEAK] = "leakage",
    [LOGREG__SUSPECT_MATCHED] = "matched_sets",
    [LOGREG__SUSPECT_TRIALS] = "counts",
    [LOGREG__SUSPECT_LOST] = "lost_classes",
    [LOGREG__SUSPECT_JOINED] = "joined_answers",
    [LOGREG__SUSPECT_FOLLOWS] = "made_of_target",
    [LOGREG__SUSPECT_DECIDED] = "said_twice",
    [LOGREG__SUSPECT_SKIPPED] = "skipped",
};

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(suspicion[i].column);
        free(suspicion[i].of_class);
    }
    free(suspicion);
}

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
static bool judge(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame, size_t j,
                  bool chosen)
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

static bool judge_category(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = logreg_frame_find(frame, v->column);
    logreg__several several = {0};
    bool found = (j == SIZE_MAX || !frame->column[j].insisted) &&
                 logreg__several_answers(&several, v->levels, v->n_levels);
    *s =
        (logreg__suspicion){.kind = LOGREG__SUSPECT_SEVERAL, .n_levels = v->n_levels, .n_decided = several.n};
    s->beside = found && j != SIZE_MAX && logreg__several_beside(&several, frame, j);
    s->numbers.n_rows = j == SIZE_MAX || several.none ? 0 : frame->column[j].n_missing;
    return found;
}

/* A category of days, few enough for a fit to take them as levels. Two that are groups of somebody's making are let alone. */
static bool judge_days(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = logreg_frame_find(frame, v->column);
    size_t dates =
        j == SIZE_MAX || frame->column[j].insisted ? 0 : logreg__count_dates(v->levels, v->n_levels);
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_DATE, .n_levels = dates};
    return dates;
}

/* A category of numbers, by its levels or because the formula makes it one: -99 beside 1, 2 and 3. */
static bool judge_numbers(logreg__suspicion *s, const logreg__variable *v, const logreg_frame *frame)
{
    size_t j = v->kind == LOGREG_CATEGORY && v->column ? logreg_frame_find(frame, v->column) : SIZE_MAX;
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    return j != SIZE_MAX && logreg__levels_sentinel(&s->numbers, &frame->column[j], frame->n_rows);
}

/* What the column of a variable is there for, if it is none. */
static bool judge_purpose(logreg__suspicion *s, const logreg_model *m, const logreg_frame *frame, size_t j)
{
    static const logreg__suspicion_kind kind[LOGREG__PURPOSES] = {
        [LOGREG__WEIGHTS] = LOGREG__SUSPECT_WEIGHTS,
        [LOGREG__PREDICTIONS] = LOGREG__SUSPECT_PREDICTIONS,
        [LOGREG__PARTS] = LOGREG__SUSPECT_PARTS,
    };
    logreg__purpose purpose = logreg__purpose_of(&frame->column[j], frame->n_rows);
    bool known = purpose && !(purpose == LOGREG__WEIGHTS && logreg_model_sampling_weights(m));
    *s = (logreg__suspicion){.kind = known ? kind[purpose] : LOGREG__SUSPECT_CASES};
    return known || logreg__counts_cases(m, frame, j);
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
static bool judge_labels(bool *found, logreg__suspicion *s, const logreg__variable *v,
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
            *found = logreg__label_slipped(one, n, other, m) || logreg__label_slipped(other, m, one, n);
            if (*found)
                *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_MISTYPED,
                                         .n_levels = n < m ? a : b,
                                         .n_decided = n < m ? b : a,
                                         .numbers = {.n_rows = n < m ? n : m}};
        }
    free(rows);
    return ok;
}

bool logreg__suspicion_add(logreg_model *m, const logreg__suspicion *s, const char *column)
{
    size_t room = m->n_suspicions;
    char *copy = logreg__copy(column), *of_class = s->of_class ? logreg__copy(s->of_class) : NULL;
    if (!copy || (s->of_class && !of_class) ||
        !logreg__grow(&m->suspicion, &room, m->n_suspicions + 1, sizeof *m->suspicion)) {
        free(copy);
        free(of_class);
        return false;
    }
    m->suspicion[m->n_suspicions] = *s;
    m->suspicion[m->n_suspicions].of_class = of_class;
    m->suspicion[m->n_suspicions++].column = copy;
    return true;
}

/* Numbers beside the classes: 0, 1 and a few 9. */
static bool judge_target(logreg__suspicion *s, const logreg_frame *frame, size_t j)
{
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    return logreg_frame_sentinel(&s->numbers, frame, j) || logreg_frame_odd_class(&s->numbers, frame, j);
}

/* The columns of numbers that the model takes, and its target, without rows that stand for nothing; NULL: memory is out. */
static logreg_frame *counting_rows(const logreg_model *m, const logreg_frame *frame, const logreg__rows *rows)
{
    logreg_frame *part = NULL;
    size_t n = rows->n_total - rows->n_weightless;
    double *value = logreg__new_raw(n, sizeof *value);
    bool ok = value && logreg_frame_new(&part, NULL) == LOGREG_OK;
    for (size_t v = 0; ok && v <= m->terms->n_variables; v++) {
        const char *name = v < m->terms->n_variables ? m->terms->variable[v].column : m->target;
        size_t j = name ? logreg_frame_find(frame, name) : SIZE_MAX, kept = 0;
        if (j == SIZE_MAX || frame->column[j].kind != LOGREG_NUMERIC ||
            logreg_frame_find(part, name) != SIZE_MAX)
            continue;
        for (size_t i = 0; i < rows->n_total; i++)
            if (!logreg__rows_weightless(rows, i))
                value[kept++] = logreg__column_number(&frame->column[j], i);
        ok = logreg_frame_add_numeric(part, name, value, n, 1, NULL) == LOGREG_OK;
    }
    free(value);
    if (ok)
        return part;
    logreg_frame_free(part);
    return NULL;
}

/* Where a column says the units, none is guessed from numbers: who mends by both would do so twice. */
static void prefer_named_units(logreg_model *m)
{
    size_t kept = 0;
    bool named = false;
    for (size_t i = 0; i < m->n_suspicions; i++)
        named = named || m->suspicion[i].kind == LOGREG__SUSPECT_UNIT_NAMES;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (named && m->suspicion[i].kind == LOGREG__SUSPECT_UNITS)
            free(m->suspicion[i].column);
        else
            m->suspicion[kept++] = m->suspicion[i];
    m->n_suspicions = kept;
}

/* Is it known to number matched sets? */
static bool is_matched(const logreg_model *m, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_MATCHED && strcmp(m->suspicion[i].column, column) == 0)
            return true;
    return false;
}

/* Levels that are combinations of answers are many because of that, and told so. */
static void forget_levels(logreg_model *m, const char *column)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_LEVELS && strcmp(m->suspicion[i].column, column) == 0)
            free(m->suspicion[i].column);
        else
            m->suspicion[kept++] = m->suspicion[i];
    m->n_suspicions = kept;
}

/* A column may be there as a number and as a category. */
static bool add_once(logreg_model *m, const logreg__suspicion *s, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == s->kind && strcmp(m->suspicion[i].column, column) == 0)
            return true;
    return logreg__suspicion_add(m, s, column);
}

static bool suspect(logreg_model *m, const logreg_frame *frame, bool chosen)
{
    logreg__suspicion s;
    bool ok = true;
    for (size_t v = 0, at = SIZE_MAX; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        bool category = variable->column && variable->kind == LOGREG_CATEGORY && !variable->wrapped;
        bool several = false;
        if (category && (judge_days(&s, variable, frame) || judge_category(&s, variable, frame))) {
            several = s.kind == LOGREG__SUSPECT_SEVERAL;
            if (several)
                forget_levels(m, variable->column);
            ok = logreg__suspicion_add(m, &s, variable->column);
        }
        if (ok && judge_numbers(&s, variable, frame))
            ok = add_once(m, &s, variable->column);
        if (ok && category && logreg__units_named(variable->levels, variable->n_levels, variable->column)) {
            s = (logreg__suspicion){.kind = LOGREG__SUSPECT_UNIT_NAMES};
            ok = logreg__suspicion_add(m, &s, variable->column);
        }
        bool slipped = false;
        ok = ok && (!category || several ||
                    judge_labels(&slipped, &s, variable, frame)); /* lists that share answers are near */
        if (ok && slipped)
            ok = logreg__suspicion_add(m, &s, variable->column);
        bool number = variable->column && variable->kind == LOGREG_NUMERIC && !variable->wrapped &&
                      !is_matched(m, variable->column);
        at = variable->column ? logreg__frame_find_next(frame, variable->column, at) : SIZE_MAX;
        size_t j = number ? at : SIZE_MAX;
        if (ok && at != SIZE_MAX && !chosen && judge_purpose(&s, m, frame, at))
            ok = logreg__suspicion_add(m, &s, variable->column);
        else if (ok && j != SIZE_MAX && judge(&s, variable, frame, j, chosen))
            ok = add_once(m, &s, variable->column);
    }
    prefer_named_units(m);
    ok = ok && logreg__suspect_beside(m, frame) && logreg__suspect_grouped(m, frame) &&
         logreg__suspect_uncounted(m, frame) && logreg__suspect_joined(m, frame) &&
         logreg__suspect_decided(m, frame) && logreg__suspect_followers(m, frame);
    size_t target = logreg_frame_find(frame, m->target);
    s = (logreg__suspicion){.kind = LOGREG__SUSPECT_PREDICTIONS};
    if (ok && target != SIZE_MAX && logreg_frame_predicts(frame, target))
        ok = logreg__suspicion_add(m, &s, m->target);
    if (ok && m->numeric_target && m->n_classes > 2 && target != SIZE_MAX && judge_target(&s, frame, target))
        ok = logreg__suspicion_add(m, &s, m->target);
    s = (logreg__suspicion){.kind = LOGREG__SUSPECT_TWICE, .numbers.n_rows = frame->n_rows / 2};
    if (ok && m->target && logreg__frame_twice(frame))
        ok = logreg__suspicion_add(m, &s, m->target);
    return ok;
}

/* The least and the largest number of a column, as if it were a variable of the fit. */
static logreg__variable ends_of(const logreg__column *c, size_t rows)
{
    logreg__variable v = {.min = INFINITY, .max = -INFINITY};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        v.min = x < v.min ? x : v.min; /* false for a missing one */
        v.max = x > v.max ? x : v.max;
    }
    return v;
}

/* Is column j of the outcome's condition suspect in a way that matters to it? What the condition names is known. */
static bool judge_behind(logreg__suspicion *s, const logreg__expression *condition, const logreg_frame *frame,
                         size_t j)
{
    const logreg__column *c = &frame->column[j];
    const logreg__variable v = ends_of(c, c->kind == LOGREG_NUMERIC ? frame->n_rows : 0);
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    bool found = c->kind == LOGREG_NUMERIC ? v.min < v.max && judge(s, &v, frame, j, true)
                                           : logreg__levels_sentinel(&s->numbers, c, frame->n_rows);
    bool matters = s->kind == LOGREG__SUSPECT_SENTINEL || s->kind == LOGREG__SUSPECT_ZEROS ||
                   s->kind == LOGREG__SUSPECT_SLIP || s->kind == LOGREG__SUSPECT_UNITS;
    return found && matters && (s->between || logreg__numbers_unnamed(&s->numbers, condition, frame, j));
}

static bool suspect_behind(logreg_model *m, const logreg_frame *frame)
{
    logreg__expression *condition = NULL;
    size_t target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    bool ok = target == SIZE_MAX || logreg__condition_of(&condition, frame, target) == LOGREG_OK;
    for (size_t j = 0; condition && ok && j < frame->n_columns; j++) {
        logreg__suspicion s;
        if (logreg_frame_condition_uses(frame, target, j) && judge_behind(&s, condition, frame, j))
            ok = add_once(m, &s, frame->column[j].name);
    }
    logreg__expression_free(condition);
    return ok;
}

/* Some rows that stand there twice, where not all do; under the name of the column that numbers them, or the target's. */
static bool suspect_repeats(logreg_model *m, const logreg_frame *frame)
{
    logreg__repeats repeats;
    bool all = m->n_suspicions && m->suspicion[m->n_suspicions - 1].kind == LOGREG__SUSPECT_TWICE;
    if (all || !m->target)
        return true;
    if (!logreg__repeats_find(&repeats, frame))
        return false;
    const logreg__suspicion s = {.kind = LOGREG__SUSPECT_TWICE,
                                 .numbers.n_rows = repeats.rows,
                                 .row = repeats.first + 1,
                                 .line = logreg__frame_line(frame, repeats.first)};
    const char *but = repeats.but == SIZE_MAX ? m->target : frame->column[repeats.but].name;
    return !repeats.rows || logreg__suspicion_add(m, &s, but);
}

bool logreg__suspect(logreg_model *m, const logreg_frame *frame, const logreg__rows *rows, bool chosen)
{
    if (!rows->n_weightless)
        return suspect(m, frame, chosen) && suspect_behind(m, frame) && logreg__suspect_skipped(m, frame) &&
               suspect_repeats(m, frame);
    logreg_frame *part = counting_rows(m, frame, rows);
    bool ok = part && suspect(m, part, chosen) && suspect_behind(m, frame) && logreg__suspect_skipped(m, frame);
    logreg_frame_free(part);
    return ok;
}
