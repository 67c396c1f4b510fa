/* Values of expressions: nodes stand in the order of evaluation, so that a block's values wait on a stack. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "formula/expression.h"
#include "data/label.h"
#include "formula/operation.h"
#include "formula/ordered.h"
#include "formula/textual.h"

/* ---- Binding ----------------------------------------------------------------------------------------------- */

static bool is_text(const logreg__bound *b, size_t node)
{
    return b->expression->node[node].kind == LOGREG__NODE_STRING ||
           (b->column[node] && b->column[node]->kind == LOGREG_CATEGORY && !b->level[node]);
}

static logreg_status wrong_use(const logreg__bound *b, size_t node, const logreg__node *operation,
                               logreg_error *err)
{
    const logreg__node *n = &b->expression->node[node];
    if (n->kind == LOGREG__NODE_STRING)
        return logreg__fail(err, LOGREG_EDATA,
                            "the text '%.80s' can be compared with a column of texts by == or !=, and in no "
                            "other way be used",
                            n->text);
    if (!operation)
        return logreg__fail(err, LOGREG_EDATA, "column '%.80s' holds text, not numbers", n->text);
    return logreg__textual_fail(b->expression, operation, b->frame, b->column[node], node == operation->left,
                                err);
}

/* The code of a string among the levels of the column it is compared with. */
static double code_of(const logreg__column *column, const char *string)
{
    size_t l = logreg__label_place_in(column->levels, column->n_levels, string);
    return l < column->n_levels ? (double)l : -1;
}

/* A category whose levels are all numbers, beside numbers in a comparison, is taken by these. */
static logreg_status take_numbers(logreg__bound *b, size_t node, logreg_error *err)
{
    const logreg__column *c = b->column[node];
    if (!c || c->kind != LOGREG_CATEGORY || !logreg__labels_numbers(c->levels, c->n_levels))
        return LOGREG_OK;
    b->level[node] = logreg__new_raw(c->n_levels, sizeof **b->level);
    if (!b->level[node])
        return logreg__fail_memory(err);
    for (size_t l = 0; l < c->n_levels; l++)
        logreg__number_parse(&b->level[node][l], c->levels[l], strlen(c->levels[l]), '.');
    return LOGREG_OK;
}

/* Where a column of dates or times is compared with such a one: its levels by their order to that, which becomes 0. *ordered: it is. */
static logreg_status take_order(bool *ordered, logreg__bound *b, size_t column, size_t other,
                                logreg_error *err)
{
    const logreg__column *c = b->column[column];
    const logreg__node *with = &b->expression->node[other];
    double *order = with->kind == LOGREG__NODE_STRING ? logreg__new_raw(c->n_levels, sizeof *order) : NULL;
    *ordered = order && logreg__texts_in_order(order, c->levels, c->n_levels, with->text);
    if (*ordered) {
        b->level[column] = order;
        b->constant[other] = 0;
    } else {
        free(order);
    }
    return order || with->kind != LOGREG__NODE_STRING ? LOGREG_OK : logreg__fail_memory(err);
}

/* Texts stand on both sides of a comparison of texts, a column on one of them, and nowhere else. */
static logreg_status check_operands(logreg__bound *b, const logreg__node *node, logreg_error *err)
{
    const logreg__expression *e = b->expression;
    size_t left = node->left, right = node->right;
    bool infix = node->operation->fix == LOGREG__INFIX, first = is_text(b, left);
    bool second = infix && is_text(b, right);
    if (node->operation->binding == LOGREG__BINDS_COMPARISON && first != second) {
        logreg_status status = take_numbers(b, first ? left : right, err);
        if (status != LOGREG_OK)
            return status;
        first = is_text(b, left);
        second = is_text(b, right);
    }
    if (!first && !second)
        return LOGREG_OK;
    if (!infix && node->operation->takes_texts && b->column[left])
        return LOGREG_OK;
    bool ordered = false;
    if (first && second && node->operation->binding == LOGREG__BINDS_COMPARISON &&
        !node->operation->takes_texts && !b->column[left] != !b->column[right]) {
        logreg_status status =
            take_order(&ordered, b, b->column[left] ? left : right, b->column[left] ? right : left, err);
        if (status != LOGREG_OK || ordered)
            return status;
    }
    if (!node->operation->takes_texts || !b->column[left] == !b->column[right])
        return wrong_use(b, first ? left : right, node, err);
    size_t column = b->column[left] ? left : right, other = b->column[left] ? right : left;
    if (first && second) {
        b->constant[other] = code_of(b->column[column], e->node[other].text);
        return LOGREG_OK;
    }
    if (is_text(b, column))
        return logreg__fail(err, LOGREG_EDATA,
                            "column '%.80s' holds text: what it is compared with stands in quotes, as in %s "
                            "%s \"%.80s\"",
                            e->node[column].text, e->node[column].text, node->operation->name,
                            b->column[column]->n_levels ? b->column[column]->levels[0] : "a");
    return logreg__fail(
        err, LOGREG_EDATA,
        "column '%.80s' holds numbers: compare it with a number, without quotes, not with '%.80s'",
        e->node[column].text, e->node[other].text);
}

static logreg_status bind(logreg__bound *b, const logreg_frame *frame, logreg_error *err)
{
    const logreg__expression *e = b->expression;
    logreg_status status = LOGREG_OK;
    size_t waiting = 0;
    for (size_t i = 0; i < e->n && !status; i++) {
        const logreg__node *node = &e->node[i];
        bool infix = node->operation && node->operation->fix == LOGREG__INFIX;
        waiting += node->operation ? 0 : 1;
        b->depth = waiting > b->depth ? waiting : b->depth;
        waiting -= infix;
        b->constant[i] = node->number;
        if (node->kind == LOGREG__NODE_COLUMN) {
            size_t j = logreg_frame_find(frame, node->text);
            if (j == SIZE_MAX)
                return logreg__fail(err, LOGREG_EDATA, "the data lack column '%.80s'", node->text);
            if (logreg_frame_fault(frame, j))
                return logreg__fail(err, LOGREG_EDATA, "%s", logreg_frame_fault(frame, j));
            b->column[i] = &frame->column[j];
        } else if (node->operation) {
            status = check_operands(b, node, err);
        }
    }
    if (!status && is_text(b, e->n - 1))
        status = wrong_use(b, e->n - 1, NULL, err);
    return status;
}

logreg_status logreg__bound_new(logreg__bound **bound, const logreg__expression *expression,
                                const logreg_frame *frame, logreg_error *err)
{
    logreg__bound *b = logreg__new(1, sizeof *b);
    if (!b)
        return logreg__fail_memory(err);
    b->expression = expression;
    b->frame = frame;
    b->column = logreg__new(expression->n, sizeof(const logreg__column *));
    b->constant = logreg__new(expression->n, sizeof *b->constant);
    b->level = logreg__new(expression->n, sizeof *b->level);
    logreg_status status =
        b->column && b->constant && b->level ? bind(b, frame, err) : logreg__fail_memory(err);
    if (status)
        logreg__bound_free(b);
    else
        *bound = b;
    return status;
}

void logreg__bound_free(logreg__bound *b)
{
    if (!b)
        return;
    for (size_t i = 0; b->level && i < b->expression->n; i++)
        free(b->level[i]);
    free(b->level);
    free(b->column);
    free(b->constant);
    free(b);
}

/* ---- Values ------------------------------------------------------------------------------------------------ */

static void read_column(double *value, const logreg__column *column, const double *level, const size_t *place,
                        size_t rows)
{
    for (size_t r = 0; r < rows; r++)
        if (column->kind == LOGREG_NUMERIC) {
            value[r] = logreg__column_number(column, place[r]);
        } else {
            uint32_t code = logreg__column_code(column, place[r]);
            value[r] = code == LOGREG__MISSING ? (double)NAN : level ? level[code] : code;
        }
}

void logreg__bound_leaf(double *value, const logreg__bound *b, size_t node, const size_t *place, size_t rows)
{
    for (size_t r = 0; !b->column[node] && r < rows; r++)
        value[r] = b->constant[node];
    if (b->column[node])
        read_column(value, b->column[node], b->level[node], place, rows);
}

void logreg__bound_values(double *value, const logreg__bound *b, const size_t *place, size_t rows,
                          double *work)
{
    const logreg__expression *e = b->expression;
    double *top = work; /* the next free place of the stack */
    for (size_t i = 0; i < e->n; i++) {
        const logreg__operation *o = e->node[i].operation;
        if (!o) {
            logreg__bound_leaf(top, b, i, place, rows);
            top += LOGREG__BLOCK_ROWS;
        } else if (o->one) {
            o->one(top - LOGREG__BLOCK_ROWS, rows);
        } else {
            top -= LOGREG__BLOCK_ROWS;
            o->two(top - LOGREG__BLOCK_ROWS, top, rows);
        }
    }
    if (value != work)
        memcpy(value, work, rows * sizeof *value);
}

bool logreg__bound_missing(const logreg__bound *b, size_t place)
{
    bool missing = false;
    for (size_t i = 0; i < b->expression->n; i++) {
        const logreg__column *c = b->column[i];
        if (c)
            missing |= c->kind == LOGREG_NUMERIC ? isnan(logreg__column_number(c, place))
                                                 : logreg__column_code(c, place) == LOGREG__MISSING;
    }
    return missing;
}
