/* Categories whose first level lacks a class under separation: measured against it the coefficients of all other levels run away, however many rows they have. */
#include <string.h>

#include "base/memory.h"
#include "data/label.h"
#include "model/suspicions/finders.h"

/* A level by the rows used: how many, and in how many classes. */
typedef struct {
    size_t rows, classes;
} tally;

/* seen[l * n_classes + k]: has level l rows of class k? */
static void count(tally *level, bool *seen, const logreg__column *c, const logreg__fitting *f)
{
    size_t place[LOGREG__BLOCK_ROWS], n, classes = f->model->n_classes;
    double y[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS];
    for (size_t first = 0; first < f->rows->n; first += n) {
        size_t left = f->rows->n - first;
        n = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(f->rows, first, n, place);
        logreg__response_fill(f->response, place, n, y, w, NULL);
        for (size_t i = 0; i < n; i++) {
            size_t l = logreg__column_code(c, place[i]), k = (size_t)y[i];
            if (!(w[i] > 0))
                continue;
            level[l].rows++;
            seen[l * classes + k] = true;
            if (y[i] > (double)k) /* a share of events */
                seen[l * classes + k + 1] = true;
        }
    }
    for (size_t l = 0; l < c->n_levels; l++)
        for (size_t k = 0; k < classes; k++)
            level[l].classes += seen[l * classes + k];
}

/* The first column of the term that has each level of variable v but the first to itself; SIZE_MAX: there is none. */
static size_t column_of(const logreg__terms *t, size_t v)
{
    const logreg__variable *x = &t->variable[v];
    for (size_t k = 0; k < t->n_terms; k++)
        if (t->term[k].n == 1 && t->term[k].variable[0] == v)
            return x->coding || t->term[k].full[0] ? SIZE_MAX : t->term[k].first;
    return SIZE_MAX;
}

static bool runs_away(const logreg_model *m, size_t j)
{
    for (size_t k = 0; k < m->k; k++) {
        logreg_coef_status s = m->status[k * m->p + j];
        if (s == LOGREG_COEF_PLUS_INFINITY || s == LOGREG_COEF_MINUS_INFINITY)
            return true;
    }
    return false;
}

/* The commonest of the levels that lacks no class and has a coefficient that runs away; 0: none, or most lack one, so that a class is rare, and no level odd. */
static size_t better(const tally *level, const logreg__column *c, const logreg__variable *v, size_t first,
                     const logreg_model *m)
{
    size_t best = 0, most = 0, whole = 0;
    for (size_t l = 1; l < v->n_levels; l++) {
        const tally *t = &level[logreg__label_place_in(c->levels, c->n_levels, v->levels[l])];
        whole += t->classes == m->n_classes;
        if (t->classes == m->n_classes && t->rows > most && runs_away(m, first + l - 1)) {
            best = l;
            most = t->rows;
        }
    }
    return 2 * whole > v->n_levels - 1 ? best : 0;
}

/* The reference, unless the formula names another. */
static size_t first_with_rows(const tally *level, const logreg__column *c)
{
    size_t l = 0;
    while (l + 1 < c->n_levels && !level[l].rows)
        l++;
    return l;
}

/* False: memory is out. */
static bool judge(const logreg__fitting *f, size_t v, size_t first)
{
    logreg_model *m = f->model;
    const logreg__variable *x = &m->terms->variable[v];
    const logreg__column *c = &f->frame->column[logreg_frame_find(f->frame, x->column)];
    if (c->kind != LOGREG_CATEGORY)
        return true;
    tally *level = logreg__new(c->n_levels, sizeof *level);
    bool *seen = logreg__new(c->n_levels * m->n_classes, sizeof *seen), ok = level && seen;
    if (ok) {
        count(level, seen, c, f);
        size_t r = first_with_rows(level, c), l = better(level, c, x, first, m);
        logreg__suspicion s = {.kind = LOGREG__SUSPECT_REFERENCE,
                               .reference = {.rows = level[r].rows, .better = x->levels[l]}};
        if (l && level[r].classes < m->n_classes && strcmp(c->levels[r], x->levels[0]) == 0)
            ok = logreg__suspicion_add(m, &s, x->column);
    }
    free(level);
    free(seen);
    return ok;
}

bool logreg__find_references(const logreg__search *q)
{
    enum { LEAST_LEVELS = 3 }; /* of two, one runs away in any case */
    const logreg_model *m = q->model;
    bool ok = true;
    for (size_t v = 0; v < m->terms->n_variables && ok && m->separation && !m->strata; v++) {
        const logreg__variable *x = &m->terms->variable[v];
        bool named = x->column && !x->indicates && x->kind == LOGREG_CATEGORY && x->n_levels >= LEAST_LEVELS;
        size_t first = named ? column_of(m->terms, v) : SIZE_MAX;
        ok = first == SIZE_MAX || judge(q->fitting, v, first);
    }
    return ok;
}
