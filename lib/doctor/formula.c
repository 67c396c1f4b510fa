/* What a formula and options make of the columns. */
#include "doctor/checkup.h"

#include "base/error.h"
#include "base/memory.h"
#include "formula/token.h"
#include "model/fitting.h"

static bool is_role(const logreg_checkup *c, size_t j)
{
    return j == c->weights || j == c->offset || j == c->trials;
}

/* "y ~ .", of the last column that is there for nothing else, of sparse rows of their label; "y ~ 1" where it stands alone. NULL: memory is out. */
static char *last_by_others(const logreg_checkup *c, size_t target)
{
    size_t others = c->frame->sparse != NULL;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        others += j != target && !is_role(c, j);
    logreg__text text = {0};
    logreg__name_quote(&text, logreg_frame_name(c->frame, target));
    logreg__text_add(&text, others ? " ~ ." : " ~ 1");
    return logreg__text_take(&text);
}

static logreg_status find_role(size_t *j, const logreg_checkup *c, const char *name, const char *role,
                               logreg_error *err)
{
    *j = name ? logreg_frame_find(c->frame, name) : SIZE_MAX;
    if (!name || *j != SIZE_MAX)
        return LOGREG_OK;
    const char *near = logreg_frame_nearest(c->frame, name);
    return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' to take the %s from%s%s%s", name, role,
                        near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
}

static logreg_status find_roles(logreg_checkup *c, logreg_error *err)
{
    const logreg_options *o = &c->options;
    if (o->weight_values || o->offset_values)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "weight_values and offset_values go with a matrix; name columns of the frame instead");
    logreg_status status = find_role(&c->weights, c, o->weights, "weights", err);
    if (status == LOGREG_OK)
        status = find_role(&c->offset, c, o->offset, "offset", err);
    if (status == LOGREG_OK)
        status = find_role(&c->trials, c, o->trials, "trials", err);
    return status;
}

/* Columns of factors are features; those in offset() are needed only. */
static logreg_status mark(logreg_checkup *c, logreg_error *err)
{
    size_t *column = NULL, n, features;
    logreg_status status = logreg__formula_columns(&column, &n, c->formula, c->frame, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < n; i++)
        c->profile[column[i]].needed = c->profile[column[i]].forgiven = true;
    free(column);
    status = logreg__formula_uses(&column, &n, &features, c->formula, c->frame, &c->options, true, err);
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < n; i++)
        c->profile[column[i]].forgiven = false;
    free(column);
    for (size_t i = 0; i < c->formula->n_taken; i++) {
        size_t j = logreg_frame_find(c->frame, c->formula->taken[i]);
        c->profile[j].taken = !is_role(c, j);
    }
    for (size_t i = 0; i < c->formula->n_factors; i++) {
        const logreg__factor *f = &c->formula->factor[i];
        for (size_t k = 0; f->made && k < f->made->input->n; k++)
            if (f->made->input->node[k].kind == LOGREG__NODE_COLUMN)
                c->profile[logreg_frame_find(c->frame, f->made->input->node[k].text)].feature = true;
        c->composed = c->composed || f->made || f->categorical;
        if (!f->made) {
            logreg__profile *p = &c->profile[logreg_frame_find(c->frame, f->column)];
            p->feature = true;
            p->wrapped = p->wrapped || f->categorical;
        }
    }
    for (size_t i = 0; i < c->formula->n_products; i++)
        c->composed = c->composed || c->formula->product[i].n > 1;
    c->composed = c->composed || c->formula->offset;
    c->target = logreg_frame_find(c->frame, c->formula->response);
    const size_t role[] = {c->target, c->weights, c->offset, c->trials};
    for (int i = 0; i < 4; i++)
        if (role[i] != SIZE_MAX)
            c->profile[role[i]].needed = true;
    return LOGREG_OK;
}

logreg_status logreg__check_formula(logreg_checkup *c, const char *formula, logreg_error *err)
{
    logreg_status status = find_roles(c, err);
    if (status != LOGREG_OK)
        return status;
    size_t last = logreg_frame_columns(c->frame);
    if (c->frame->sparse && last > 0)
        last = 1;
    while (last > 0 && is_role(c, last - 1))
        last--;
    if (!formula && last == 0)
        return logreg__fail(err, LOGREG_EINVAL, "no column is left for the target");
    char *made = formula ? NULL : last_by_others(c, last - 1);
    status = formula || made
                 ? logreg__formula_beside(&c->formula, formula ? formula : made, c->frame, &c->options, err)
                 : logreg__fail_memory(err);
    free(made);
    return status == LOGREG_OK ? mark(c, err) : status;
}
