#include "report/explain/baseline.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "formula/operation.h"

/* ---- Columns where every number is 0 and every factor at its reference ---- */

/* An expression where all of its columns are 0, and differ from all texts. */
static double value_at_0(const logreg__expression *e)
{
    double stack[LOGREG__EXPRESSION_NODES], *top = stack;
    for (size_t i = 0; i < e->n; i++) {
        const logreg__operation *o = e->node[i].operation;
        if (!o) {
            *top++ = e->node[i].kind == LOGREG__NODE_NUMBER   ? e->node[i].number
                     : e->node[i].kind == LOGREG__NODE_STRING ? -1
                                                              : 0;
        } else if (o->one) {
            o->one(top - 1, 1);
        } else {
            top--;
            o->two(top - 1, top, 1);
        }
    }
    return *stack;
}

/* Room for the columns of any variable, and what a basis needs beside. */
static size_t room_for(const logreg__terms *terms)
{
    size_t room = 1;
    for (size_t i = 0; i < terms->n_variables; i++) {
        const logreg__made *made = terms->variable[i].made;
        size_t need = made && made->basis.kind ? made->basis.width + logreg__basis_work(&made->basis) : 1;
        room = need > room ? need : room;
    }
    return room;
}

/* Column `part` of those that a variable makes. */
static double part_at_0(const logreg__variable *v, bool full, size_t part, double *room)
{
    if (v->kind == LOGREG_CATEGORY)
        return full ? part == 0 : v->coding ? v->coding[part] : 0;
    if (!v->made)
        return 0;
    if (logreg__variable_coded(v))
        return full && part == 0; /* a condition's reference is FALSE */
    double x = value_at_0(v->made->input);
    const logreg__basis *basis = &v->made->basis;
    if (!basis->kind)
        return x;
    basis->kind->values(room, 1, basis, &x, 1, room + basis->width);
    return room[part];
}

/* Whether the column of a term is 0 there; what is no number (the log of 0) is not. */
static bool is_0(const logreg__terms *terms, const logreg__term *term, size_t column, double *room)
{
    double product = 1;
    for (size_t i = 0; i < term->n; i++)
        product *= part_at_0(&terms->variable[term->variable[i]], term->full[i],
                             logreg__term_part(terms, term, column, i), room);
    return product == 0;
}

static size_t find_odd(const logreg_model *model, double *room)
{
    for (size_t t = 0; t < model->terms->n_terms; t++) {
        const logreg__term *term = &model->terms->term[t];
        for (size_t c = 0; c < term->n_columns; c++)
            if (model->status[term->first + c] != LOGREG_COEF_ALIASED && !is_0(model->terms, term, c, room))
                return term->first + c;
    }
    return SIZE_MAX;
}

/* ---- The whole ---- */

static void count_variables(logreg__baseline *b, const logreg__terms *terms)
{
    for (size_t i = 0; i < terms->n_variables; i++) {
        const logreg__variable *v = &terms->variable[i];
        bool used = false;
        for (size_t t = 0; t < terms->n_terms; t++)
            for (size_t a = 0; a < terms->term[t].n; a++)
                used = used || terms->term[t].variable[a] == i;
        if (!used)
            continue;
        bool category = logreg__variable_coded(v);
        b->factors += category;
        b->number = b->number || !category;
        b->far = b->far || (!category && !v->made && (v->min > 0 || v->max < 0));
    }
    b->factor = b->factors > 0;
}

bool logreg__baseline_find(logreg__baseline *baseline, const logreg_model *model)
{
    double *room = logreg__new(room_for(model->terms), sizeof *room);
    if (!room)
        return false;
    *baseline = (logreg__baseline){.offset = model->offset || model->terms->offset};
    count_variables(baseline, model->terms);
    baseline->odd = find_odd(model, room);
    free(room);
    return true;
}
