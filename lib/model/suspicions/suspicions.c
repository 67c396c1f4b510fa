#include "model/suspicions/judge.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "csv/numbers/named_units.h"
#include "data/purpose.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "data/twice.h"

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
    [LOGREG__SUSPECT_REFERENCE] = "reference",
};

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        free(suspicion[i].column);
        free(suspicion[i].of_class);
    }
    free(suspicion);
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

void logreg__suspicions_forget(logreg_model *m, logreg__suspicion_kind kind, const char *column)
{
    size_t kept = 0;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == kind && (!column || strcmp(s->column, column) == 0)) {
            free(s->column);
            free(s->of_class);
        } else {
            m->suspicion[kept++] = *s;
        }
    }
    m->n_suspicions = kept;
}

bool logreg__suspected(const logreg_model *m, logreg__suspicion_kind kind, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == kind && (!column || strcmp(m->suspicion[i].column, column) == 0))
            return true;
    return false;
}

/* Where a column says the units, none is guessed from numbers: who mends by both would do so twice. */
static void prefer_named_units(logreg_model *m)
{
    if (logreg__suspected(m, LOGREG__SUSPECT_UNIT_NAMES, NULL))
        logreg__suspicions_forget(m, LOGREG__SUSPECT_UNITS, NULL);
}

bool logreg__suspicion_add_once(logreg_model *m, const logreg__suspicion *s, const char *column)
{
    return logreg__suspected(m, s->kind, column) || logreg__suspicion_add(m, s, column);
}

static bool suspect(logreg_model *m, const logreg_frame *frame, bool chosen)
{
    logreg__suspicion s;
    bool ok = true;
    for (size_t v = 0, at = SIZE_MAX; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        bool category = variable->column && variable->kind == LOGREG_CATEGORY && !variable->wrapped;
        bool several = false;
        if (category &&
            (logreg__judge_days(&s, variable, frame) || logreg__judge_several(&s, variable, frame))) {
            several = s.kind == LOGREG__SUSPECT_SEVERAL;
            if (several) /* their levels are many because of that, and told so */
                logreg__suspicions_forget(m, LOGREG__SUSPECT_LEVELS, variable->column);
            ok = logreg__suspicion_add(m, &s, variable->column);
        }
        if (ok && logreg__judge_levels(&s, variable, frame))
            ok = logreg__suspicion_add_once(m, &s, variable->column);
        if (ok && category && logreg__units_named(variable->levels, variable->n_levels, variable->column)) {
            s = (logreg__suspicion){.kind = LOGREG__SUSPECT_UNIT_NAMES};
            ok = logreg__suspicion_add(m, &s, variable->column);
        }
        bool slipped = false;
        ok = ok &&
             (!category || several ||
              logreg__judge_labels(&slipped, &s, variable, frame)); /* lists that share answers are near */
        if (ok && slipped)
            ok = logreg__suspicion_add(m, &s, variable->column);
        bool number = variable->column && variable->kind == LOGREG_NUMERIC && !variable->wrapped &&
                      !logreg__suspected(m, LOGREG__SUSPECT_MATCHED, variable->column);
        at = variable->column ? logreg__frame_find_next(frame, variable->column, at) : SIZE_MAX;
        size_t j = number ? at : SIZE_MAX;
        if (ok && at != SIZE_MAX && !chosen && judge_purpose(&s, m, frame, at))
            ok = logreg__suspicion_add(m, &s, variable->column);
        else if (ok && j != SIZE_MAX && logreg__judge_numbers(&s, variable, frame, j, chosen))
            ok = logreg__suspicion_add_once(m, &s, variable->column);
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
        return suspect(m, frame, chosen) && logreg__suspect_behind(m, frame) &&
               logreg__suspect_skipped(m, frame) && suspect_repeats(m, frame);
    logreg_frame *part = counting_rows(m, frame, rows);
    bool ok = part && suspect(m, part, chosen) && logreg__suspect_behind(m, frame) &&
              logreg__suspect_skipped(m, frame);
    logreg_frame_free(part);
    return ok;
}
