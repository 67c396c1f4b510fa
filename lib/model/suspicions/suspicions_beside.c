/* What is suspected of a column because of another: codes and zeros that stand for missing values there. */
#include "data/sentinel.h"
#include "model/suspicions/finders.h"

#include <string.h>

/* Is anything suspected of a column? */
static bool is_suspected(const logreg_model *m, const char *column)
{
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (strcmp(m->suspicion[i].column, column) == 0)
            return true;
    return false;
}

/* Where a variable stands that is a column of numbers as it is, of which nothing is suspected; SIZE_MAX: it is none. */
static size_t unsuspected(const logreg_model *m, const logreg__variable *x, const logreg_frame *frame)
{
    bool number = x->column && x->kind == LOGREG_NUMERIC && !x->wrapped;
    return number && !is_suspected(m, x->column) ? logreg_frame_find(frame, x->column) : SIZE_MAX;
}

/* Codes that one column has for missing values, others may have too. False: memory is out. */
static bool codes_beside(logreg_model *m, const logreg_frame *frame)
{
    logreg__codes codes = {.n = 0};
    bool ok = true;
    for (size_t i = 0; i < m->n_suspicions; i++)
        if (m->suspicion[i].kind == LOGREG__SUSPECT_SENTINEL)
            logreg__codes_add(&codes, &m->suspicion[i].numbers.found);
    logreg__codes_add_given(&codes, m->na_values, m->n_na_values);
    for (size_t i = 0; i < m->n_suspicions; i++) /* no hand slipped that wrote what others did */
        if (m->suspicion[i].kind == LOGREG__SUSPECT_SLIP && !m->suspicion[i].numbers.between &&
            logreg__codes_are(&codes, &m->suspicion[i].numbers.found))
            m->suspicion[i].kind = LOGREG__SUSPECT_SENTINEL;
    for (size_t i = 0; i < m->n_suspicions; i++) {
        logreg__suspicion *s = &m->suspicion[i];
        size_t j = s->kind == LOGREG__SUSPECT_SENTINEL && !s->numbers.between
                       ? logreg_frame_find(frame, s->column)
                       : SIZE_MAX;
        if (j != SIZE_MAX)
            s->numbers.none = logreg__codes_none(&s->numbers.found, &frame->column[j], frame->n_rows);
    }
    for (size_t v = 0; codes.any && ok && v < m->terms->n_variables; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        size_t j = unsuspected(m, x, frame);
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_SENTINEL};
        if (j != SIZE_MAX &&
            logreg__codes_find(&s.numbers.found, &frame->column[j], frame->n_rows, x->min, x->max, &codes))
            ok = logreg__suspicion_add(m, &s, x->column);
    }
    return ok;
}

/* Where zeros of one column stand for missing values, those of others may. False: memory is out. */
static bool zeros_beside(logreg_model *m, const logreg_frame *frame)
{
    bool any = false, ok = true;
    for (size_t i = 0; i < m->n_suspicions; i++)
        any = any || m->suspicion[i].kind == LOGREG__SUSPECT_ZEROS;
    for (size_t v = 0; any && ok && v < m->terms->n_variables; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        size_t j = x->min == 0 ? unsuspected(m, x, frame) : SIZE_MAX;
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_ZEROS, .numbers.beside = true};
        if (j != SIZE_MAX &&
            logreg__zeros_find(&s.numbers.found, &frame->column[j], frame->n_rows, NULL, 0, true))
            ok = logreg__suspicion_add(m, &s, x->column);
    }
    return ok;
}

bool logreg__find_beside(const logreg__search *q)
{
    return codes_beside(q->model, q->counting) && zeros_beside(q->model, q->counting);
}
