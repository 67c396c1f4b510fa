#include "model/suspicions/judge.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "csv/numbers/named_units.h"
#include "data/purpose.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "data/twice.h"

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

/* Numbers beside the classes: 0, 1 and a few 9. */
static bool judge_target(logreg__suspicion *s, const logreg_frame *frame, size_t j)
{
    *s = (logreg__suspicion){.kind = LOGREG__SUSPECT_SENTINEL};
    return logreg_frame_sentinel(&s->numbers.found, frame, j) ||
           logreg_frame_odd_class(&s->numbers.found, frame, j);
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
    if (logreg__suspected(m, LOGREG__SUSPECT_UNIT_NAMES, NULL))
        logreg__suspicions_forget(m, LOGREG__SUSPECT_UNITS, NULL);
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
    s = (logreg__suspicion){.kind = LOGREG__SUSPECT_TWICE, .twice.rows = frame->n_rows / 2};
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
                                 .twice = {.rows = repeats.rows,
                                           .row = repeats.first + 1,
                                           .line = logreg__frame_line(frame, repeats.first)}};
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
