#include "goodness/added.h"

#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/estimate/rank.h"

/* ---- The frame, under names that are not taken ---- */

/* "added 1" */
static char *free_name(const logreg_frame *frame, size_t i)
{
    char name[64];
    for (size_t try = 0;; try++) {
        snprintf(name, sizeof name, "added %zu.%zu", i + 1, try);
        if (logreg_frame_find(frame, name) == SIZE_MAX)
            return logreg__copy(name);
    }
}

static bool extend_frame(logreg__added *a, const logreg_frame *frame, const double *const *value)
{
    size_t n = frame->n_columns;
    a->frame = *frame;
    a->frame.named = NULL;
    a->frame.column = logreg__new(n + a->n, sizeof *a->frame.column);
    a->name = logreg__new(a->n, sizeof *a->name);
    if (!a->frame.column || !a->name)
        return false;
    memcpy(a->frame.column, frame->column, n * sizeof *frame->column);
    for (size_t i = 0; i < a->n; i++) {
        if (!(a->name[i] = free_name(frame, i)))
            return false;
        a->frame.column[n + i] =
            (logreg__column){.name = a->name[i], .kind = LOGREG_NUMERIC, .base = value[i], .stride = 1};
    }
    a->frame.n_columns = a->frame.room = n + a->n;
    bool ok = true;
    for (size_t j = 0; ok && j < a->frame.n_columns; j++)
        ok = logreg__frame_note_name(&a->frame, j);
    return ok;
}

/* ---- The terms: a number each, behind the others ---- */

static bool extend_terms(logreg__added *a, const logreg__terms *t)
{
    a->terms = *t;
    a->terms.variable = logreg__new(t->n_variables + a->n, sizeof *t->variable);
    a->terms.term = logreg__new(t->n_terms + a->n, sizeof *t->term);
    a->terms.name = logreg__new(t->n_columns + a->n, sizeof *t->name);
    a->place = logreg__new(a->n, sizeof *a->place);
    a->full = logreg__new(a->n, sizeof *a->full);
    if (!a->terms.variable || !a->terms.term || !a->terms.name || !a->place || !a->full)
        return false;
    if (t->n_variables)
        memcpy(a->terms.variable, t->variable, t->n_variables * sizeof *t->variable);
    if (t->n_terms)
        memcpy(a->terms.term, t->term, t->n_terms * sizeof *t->term);
    memcpy(a->terms.name, t->name, t->n_columns * sizeof *t->name);
    for (size_t i = 0; i < a->n; i++) {
        a->place[i] = t->n_variables + i;
        a->terms.variable[a->place[i]] = (logreg__variable){.column = a->name[i], .kind = LOGREG_NUMERIC};
        a->terms.term[t->n_terms + i] = (logreg__term){
            .n = 1, .variable = &a->place[i], .full = &a->full[i], .first = t->n_columns + i, .n_columns = 1};
        a->terms.name[t->n_columns + i] = a->name[i];
    }
    a->terms.n_variables += a->n;
    a->terms.n_terms += a->n;
    a->terms.n_columns += a->n;
    return true;
}

/* ---- The problem ---- */

static void clear_problem(logreg__added *a)
{
    logreg__problem_free(a->problem);
    logreg__design_free(a->design);
    a->problem = NULL;
    a->design = NULL;
}

static logreg_status make_problem(logreg__added *a, const logreg_study *s, const unsigned char *drop,
                                  logreg_error *err)
{
    logreg_status status =
        logreg__design_new(&a->design, &a->terms, &a->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&a->problem, a->design, s->problem->k, s->problem->threads, err);
    if (status == LOGREG_OK)
        status = logreg__design_centre(a->design, err);
    return status == LOGREG_OK ? logreg__problem_standardise(a->problem, true, err) : status;
}

/* Which columns are left out: of the model's those that it leaves out, of those added the combinations of others. */
static logreg_status mark_useless(unsigned char *drop, const logreg__added *a, const logreg_study *s,
                                  logreg_error *err)
{
    size_t p = s->model->p, all = a->terms.n_columns;
    unsigned char *found = logreg__new(all, 1);
    logreg__alias *alias = logreg__new(all, sizeof *alias);
    logreg_status status =
        found && alias ? logreg__rank_find(found, alias, a->problem, err) : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < all; j++)
        drop[j] = j < p ? s->model->status[j] == LOGREG_COEF_ALIASED : found[j];
    for (size_t j = 0; alias && j < all; j++) {
        free(alias[j].name);
        free(alias[j].column);
        free(alias[j].multiplier);
    }
    free(alias);
    free(found);
    return status;
}

static logreg_status start(logreg__added *a, const logreg_study *s, logreg_error *err)
{
    a->b = logreg__new(a->problem->q, sizeof *a->b);
    if (!a->b)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < a->problem->q; j++)
        if (a->design->column[j] < s->model->p)
            a->b[j] = s->model->finite[a->design->column[j]];
    logreg__problem_b(a->problem, a->b, a->b);
    return LOGREG_OK;
}

logreg_status logreg__added_make(logreg__added *a, const logreg_study *s, const double *const *value,
                                 size_t n, logreg_error *err)
{
    *a = (logreg__added){.n = n};
    size_t p = s->model->p;
    unsigned char *drop = logreg__new(p + n, 1);
    bool ok = extend_frame(a, s->frame, value) && extend_terms(a, s->model->terms) && drop;
    logreg_status status = ok ? make_problem(a, s, NULL, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = mark_useless(drop, a, s, err);
    a->n_useful = n;
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        a->n_useful -= drop[p + i];
    if (status == LOGREG_OK && memchr(drop, 1, p + n)) {
        clear_problem(a);
        status = make_problem(a, s, drop, err);
    }
    if (status == LOGREG_OK)
        status = start(a, s, err);
    free(drop);
    return status;
}

void logreg__added_clear(logreg__added *a)
{
    clear_problem(a);
    logreg__frame_forget_names(&a->frame);
    for (size_t i = 0; a->name && i < a->n; i++)
        free(a->name[i]);
    free(a->name);
    free(a->frame.column);
    free(a->terms.variable);
    free(a->terms.term);
    free(a->terms.name);
    free(a->place);
    free(a->full);
    free(a->b);
}
