/* Variables that another one decides, so that a fit has no room for the coefficients of both. */
#include "data/decided.h"

#include <string.h>

#include "base/memory.h"
#include "model/suspicions/finders.h"

/* Is a coefficient of the variable by itself left out? */
static bool is_aliased(const logreg_model *m, size_t v)
{
    const logreg__terms *t = m->terms;
    for (size_t k = 0; k < t->n_terms; k++)
        if (t->term[k].n == 1 && *t->term[k].variable == v)
            for (size_t j = 0; j < t->term[k].n_columns; j++)
                if (m->status[t->term[k].first + j] == LOGREG_COEF_ALIASED)
                    return true;
    return false;
}

/* Where in the frame the column of a variable stands that is taken as it is; SIZE_MAX: it is none. */
static size_t place_of(const logreg_model *m, const logreg_frame *frame, size_t v)
{
    const logreg__variable *x = &m->terms->variable[v];
    return x->column && !x->wrapped && !x->indicates ? logreg_frame_find(frame, x->column) : SIZE_MAX;
}

/* Is it told of the two already, the other way round? */
static bool is_told(const logreg_model *m, const char *column, const char *by)
{
    for (size_t i = 0; i < m->n_suspicions; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == LOGREG__SUSPECT_DECIDED && strcmp(s->column, by) == 0 &&
            strcmp(s->decided.by, column) == 0)
            return true;
    }
    return false;
}

/* What decides variable v, of several that of the fewest levels. False: memory is out. */
static bool find(logreg__suspicion *s, const logreg_model *m, const logreg_frame *frame, const bool *aliased,
                 size_t v)
{
    size_t j = place_of(m, frame, v), fewest = SIZE_MAX;
    bool ok = true;
    for (size_t w = 0; w < m->terms->n_variables && j != SIZE_MAX && ok; w++) {
        size_t i = place_of(m, frame, w);
        const logreg__column *by = i == SIZE_MAX || i == j ? NULL : &frame->column[i];
        logreg__decision found;
        if (!by || by->kind != LOGREG_CATEGORY || by->n_levels >= fewest || !(aliased[v] || aliased[w]) ||
            is_told(m, frame->column[j].name, by->name))
            continue;
        ok = logreg__decides(&found, by, &frame->column[j], frame->n_rows);
        if (!ok || found == LOGREG__UNDECIDED)
            continue;
        fewest = by->n_levels;
        s->decided.by = by->name; /* which is copied */
        s->decided.both = found == LOGREG__ONE_TO_ONE;
        s->decided.as_number = frame->column[j].kind == LOGREG_NUMERIC;
    }
    return ok;
}

bool logreg__find_decided(const logreg__search *q)
{
    logreg_model *m = q->model;
    const logreg_frame *frame = q->counting;
    size_t n = m->terms->n_variables;
    if (m->strata || m->rank >= m->p)
        return true;
    bool *aliased = logreg__new(n, sizeof *aliased), ok = aliased;
    for (size_t v = 0; v < n && ok; v++)
        aliased[v] = is_aliased(m, v);
    for (size_t v = 0; v < n && ok; v++) {
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_DECIDED};
        ok = find(&s, m, frame, aliased, v);
        if (ok && s.decided.by)
            ok = logreg__suspicion_add(m, &s, m->terms->variable[v].column);
    }
    free(aliased);
    return ok;
}

bool logreg__alias_is_decided(const logreg_model *m, size_t j)
{
    const logreg__terms *t = m->terms;
    const char *column = NULL;
    for (size_t k = 0; k < t->n_terms && !column; k++)
        if (t->term[k].n == 1 && j >= t->term[k].first && j - t->term[k].first < t->term[k].n_columns)
            column = t->variable[*t->term[k].variable].column;
    for (size_t i = 0; i < m->n_suspicions && column; i++) {
        const logreg__suspicion *s = &m->suspicion[i];
        if (s->kind == LOGREG__SUSPECT_DECIDED &&
            (strcmp(s->column, column) == 0 || strcmp(s->decided.by, column) == 0))
            return true;
    }
    return false;
}
