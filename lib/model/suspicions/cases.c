/* Columns that count the cases of a table of counts: as a variable of the fit, or left out of it, so that each row counts once. */
#include "model/suspicions/finders.h"

#include <string.h>

#include "base/memory.h"
#include "data/purpose.h"
#include "data/role.h"

/* Are all variables but one categories, or of two values? */
static bool all_classify(const logreg__terms *terms, const char *but)
{
    for (size_t v = 0; v < terms->n_variables; v++) {
        const logreg__variable *x = &terms->variable[v];
        if (x->column && strcmp(x->column, but) != 0 && x->kind == LOGREG_NUMERIC && x->max - x->min > 1)
            return false;
    }
    return true;
}

bool logreg__counts_cases(const logreg_model *m, const logreg_frame *frame, size_t j)
{
    size_t *column, n = 0, target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    if (logreg_model_weights(m) || logreg_model_trials(m) || !logreg_frame_counts_cases(frame, j))
        return false;
    if (all_classify(m->terms, frame->column[j].name))
        return true;
    column = logreg__new_raw(m->terms->n_variables + 1, sizeof *column);
    for (size_t v = 0; column && v < m->terms->n_variables; v++) {
        const char *name = m->terms->variable[v].column;
        size_t k = name ? logreg_frame_find(frame, name) : SIZE_MAX;
        if (k != SIZE_MAX && k != j)
            column[n++] = k;
    }
    if (column && target != SIZE_MAX)
        column[n++] = target;
    bool counts = column && logreg__tabulates(frame, column, n); /* without memory it is a note less */
    free(column);
    return counts;
}

/* Is it in the fit, as whatever: a variable, the target or what that asks about, an offset, clusters, strata? */
static bool is_used(const logreg_model *m, const logreg_frame *frame, size_t j)
{
    const char *const roles[] = {m->target,     m->weights,    m->trials,   m->offset,       m->strata,
                                 m->cluster[0], m->cluster[1], m->sampling, m->survey_strata};
    const char *name = frame->column[j].name;
    size_t target = m->target ? logreg_frame_find(frame, m->target) : SIZE_MAX;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (roles[i] && strcmp(roles[i], name) == 0)
            return true;
    for (size_t v = 0; v < m->terms->n_variables; v++)
        if (m->terms->variable[v].column && strcmp(m->terms->variable[v].column, name) == 0)
            return true;
    return target != SIZE_MAX && logreg_frame_condition_uses(frame, target, j);
}

bool logreg__find_uncounted(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    bool counted = m->weights || m->trials || m->sampling, ok = true;
    for (size_t j = 0; j < frame->n_columns && !counted && ok; j++) {
        if (!logreg_frame_counts_cases(frame, j) || is_used(m, frame, j) || !logreg__lists_cases(frame, j))
            continue;
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_CASES, .cases.rows = frame->n_rows};
        for (size_t i = 0; i < frame->n_rows; i++)
            s.cases.cases += logreg__column_number(&frame->column[j], i);
        ok = logreg__suspicion_add(m, &s, frame->column[j].name);
        counted = true;
    }
    return ok;
}
