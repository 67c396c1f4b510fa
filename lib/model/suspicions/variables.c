/* Variables, each by itself: what else a category may be, or a column of numbers. */
#include "csv/numbers/named_units.h"
#include "data/purpose.h"
#include "model/suspicions/finders.h"
#include "model/suspicions/judge.h"

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

/* Days or several answers, codes for missing values, units, slips. */
static bool look_at_levels(logreg_model *m, const logreg_frame *frame, const logreg__variable *v)
{
    logreg__suspicion s;
    bool category = v->column && v->kind == LOGREG_CATEGORY && !v->wrapped;
    bool ok = true, several = false, slipped = false;
    if (category && (logreg__judge_days(&s, v, frame) || logreg__judge_several(&s, v, frame))) {
        several = s.kind == LOGREG__SUSPECT_SEVERAL;
        if (several) /* their levels are many because of that, and told so */
            logreg__suspicions_forget(m, LOGREG__SUSPECT_LEVELS, v->column);
        ok = logreg__suspicion_add(m, &s, v->column);
    }
    if (ok && logreg__judge_levels(&s, v, frame))
        ok = logreg__suspicion_add_once(m, &s, v->column);
    if (ok && category && logreg__units_named(v->levels, v->n_levels, v->column)) {
        s = (logreg__suspicion){.kind = LOGREG__SUSPECT_UNIT_NAMES};
        ok = logreg__suspicion_add(m, &s, v->column);
    }
    if (ok && category && !several) /* lists that share answers are near */
        ok = logreg__judge_labels(&slipped, &s, v, frame);
    return ok && (!slipped || logreg__suspicion_add(m, &s, v->column));
}

/* Of column j, where it stands. */
static bool look_at_numbers(logreg_model *m, const logreg_frame *frame, const logreg__variable *v, size_t j,
                            bool chosen)
{
    logreg__suspicion s;
    bool number =
        v->kind == LOGREG_NUMERIC && !v->wrapped && !logreg__suspected(m, LOGREG__SUSPECT_MATCHED, v->column);
    if (!chosen && judge_purpose(&s, m, frame, j))
        return logreg__suspicion_add(m, &s, v->column);
    return !number || !logreg__judge_numbers(&s, v, frame, j, chosen) ||
           logreg__suspicion_add_once(m, &s, v->column);
}

bool logreg__find_variables(const logreg__search *q)
{
    logreg_model *m = q->model;
    bool ok = true;
    for (size_t v = 0, j = SIZE_MAX; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        ok = look_at_levels(m, q->counting, x);
        j = x->column ? logreg__frame_find_next(q->counting, x->column, j) : SIZE_MAX;
        ok = ok && (j == SIZE_MAX || look_at_numbers(m, q->counting, x, j, q->chosen));
    }
    /* Where a column says the units, none is guessed from numbers: who mends by both would do so twice. */
    if (logreg__suspected(m, LOGREG__SUSPECT_UNIT_NAMES, NULL))
        logreg__suspicions_forget(m, LOGREG__SUSPECT_UNITS, NULL);
    return ok;
}
