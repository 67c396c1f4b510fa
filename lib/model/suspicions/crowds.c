/* Categories of so many levels that each is a coefficient of few rows, and how many of their levels decide the class. */
#include <math.h>

#include "base/memory.h"
#include "data/crowd.h"
#include "model/suspicions/finders.h"

/* Lowest and highest y of each level of a column, in rows of any weight. */
static void find_ends(double (*end)[2], const logreg__column *c, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS], count;
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < f->rows->n; first += count) {
        size_t left = f->rows->n - first;
        count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, count, place);
        logreg__response_fill(f->response, place, count, y, w, NULL);
        for (size_t i = 0; i < count; i++) {
            double *e = end[logreg__column_code(c, place[i])];
            e[0] = fmin(e[0], y[i]);
            e[1] = fmax(e[1], y[i]);
        }
    }
}

/* Levels whose rows all have one class; of shares of events, none or nothing but events. False: memory is out. */
static bool count_decided(size_t *decided, const logreg__column *c, const logreg__fitting *f)
{
    double(*end)[2] = logreg__new_raw(c->n_levels, sizeof *end);
    for (size_t l = 0; l < c->n_levels && end; l++) {
        end[l][0] = HUGE_VAL;
        end[l][1] = -HUGE_VAL;
    }
    if (end)
        find_ends(end, c, f);
    for (size_t l = 0; l < c->n_levels && end; l++)
        *decided += end[l][0] == end[l][1] && end[l][0] == floor(end[l][0]);
    free(end);
    return end;
}

/* Does a term consist of the variable alone, so that a level's rows can be moved by themselves? */
static bool stands_alone(const logreg__terms *t, size_t v)
{
    for (size_t k = 0; k < t->n_terms; k++)
        if (t->term[k].n == 1 && t->term[k].variable[0] == v)
            return true;
    return false;
}

static bool crowds(const logreg__variable *v, double cases, bool chosen)
{
    return logreg__crowded(v->n_levels, cases) ||
           (!chosen && !v->wrapped && logreg__names_persons(v->column, v->n_levels, cases));
}

bool logreg__find_crowds(const logreg__search *q)
{
    const logreg__fitting *f = q->fitting;
    logreg_model *m = q->model;
    double cases = m->strata ? (double)m->rows_used : f->response->sampling ? m->n_frequency : m->n_obs;
    bool ok = true;
    for (size_t v = 0; v < m->terms->n_variables && ok; v++) {
        const logreg__variable *variable = &m->terms->variable[v];
        if (!variable->column || variable->kind != LOGREG_CATEGORY || !crowds(variable, cases, q->chosen))
            continue;
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_LEVELS,
                               .many = {.levels = variable->n_levels, .cases = (size_t)cases}};
        const logreg__column *c = &f->frame->column[logreg_frame_find(f->frame, variable->column)];
        if (c->kind == LOGREG_CATEGORY && !m->strata && stands_alone(m->terms, v))
            ok = count_decided(&s.many.decided, c, f);
        ok = ok && logreg__suspicion_add(m, &s, variable->column);
    }
    return ok;
}
