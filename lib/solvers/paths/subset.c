#include "solvers/paths/subset.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"

/* Where each column of the smaller design stands in the larger one: both know the column of the model. */
static bool find_places(logreg__subset *s)
{
    const logreg__design *whole = s->whole->design, *part = s->design;
    size_t *at = logreg__new_raw(whole->terms->n_columns, sizeof *at);
    s->place = logreg__new_raw(part->p, sizeof *s->place);
    for (size_t j = 0; at && j < whole->p; j++)
        at[whole->column[j]] = j;
    for (size_t j = 0; at && s->place && j < part->p; j++)
        s->place[j] = at[part->column[j]];
    free(at);
    return at && s->place;
}

static void copy_coordinates(logreg__subset *s)
{
    const logreg__problem *whole = s->whole;
    logreg__problem *part = s->problem;
    for (size_t j = 0; j < part->design->n_dense; j++) {
        part->centre[j] = whole->centre[s->place[j]];
        part->factor[j] = whole->factor[s->place[j]];
    }
    for (size_t g = 0; g < part->design->n_groups; g++)
        for (size_t h = 0; h < whole->design->n_groups; h++) {
            const logreg__group *of = &whole->design->group[h];
            size_t first = s->place[part->design->group[g].first];
            if (first >= of->first && first < of->first + of->count)
                part->factor[part->design->n_dense + g] = whole->factor[whole->design->n_dense + h];
        }
    part->inner = whole->inner;
    part->validation = whole->validation;
}

void logreg__subset_strength(logreg__subset *s)
{
    const logreg__shrinkage *from = s->whole->shrinkage;
    for (size_t j = 0; j < s->shrinkage->p; j++) {
        size_t at = s->place[j];
        s->shrinkage->factor[j] = from->factor[at];
        s->shrinkage->scale[j] = from->scale[at];
        s->shrinkage->noise[j] = from->noise[at];
        s->shrinkage->ridge[j] = from->ridge[at];
        s->shrinkage->lasso[j] = from->lasso[at];
        s->shrinkage->low[j] = from->low[at];
        s->shrinkage->high[j] = from->high[at];
    }
    s->shrinkage->smooth = from->smooth;
    s->shrinkage->tol = from->tol;
}

logreg_status logreg__subset_make(logreg__subset *s, const logreg__problem *whole,
                                  const unsigned char *wanted, logreg_error *err)
{
    const logreg__design *d = whole->design;
    *s = (logreg__subset){.whole = whole};
    unsigned char *drop = logreg__new_raw(d->terms->n_columns, 1);
    if (!drop)
        return logreg__fail_memory(err);
    memset(drop, 1, d->terms->n_columns);
    for (size_t j = 0; j < d->p; j++)
        drop[d->column[j]] = !wanted[j];
    logreg_status status =
        logreg__design_new(&s->design, d->terms, d->frame, d->rows, d->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&s->problem, s->design, whole->k, whole->threads, err);
    if (status == LOGREG_OK && !find_places(s))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        copy_coordinates(s);
    if (status == LOGREG_OK)
        status = logreg__shrinkage_new(&s->shrinkage, s->problem, err);
    if (status == LOGREG_OK) {
        logreg__subset_strength(s);
        s->problem->shrinkage = s->shrinkage;
    } else {
        logreg__subset_clear(s);
    }
    free(drop);
    return status;
}

void logreg__subset_clear(logreg__subset *s)
{
    logreg__shrinkage_free(s->shrinkage);
    logreg__problem_free(s->problem);
    logreg__design_free(s->design);
    free(s->place);
    *s = (logreg__subset){0};
}

void logreg__subset_take(double *part, const logreg__subset *s, const double *whole)
{
    size_t p = s->shrinkage->p, classes = logreg__shrinkage_classes(s->problem), all = s->whole->design->p;
    for (size_t c = 0; c < classes; c++)
        for (size_t j = 0; j < p; j++)
            part[c * p + j] = whole[c * all + s->place[j]];
}

void logreg__subset_give(double *whole, const logreg__subset *s, const double *part)
{
    size_t p = s->shrinkage->p, classes = logreg__shrinkage_classes(s->problem), all = s->whole->design->p;
    for (size_t c = 0; c < classes; c++)
        for (size_t j = 0; j < p; j++)
            whole[c * all + s->place[j]] = part[c * p + j];
}
