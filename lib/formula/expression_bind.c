/* Expressions bound to frames: which texts may stand beside what in a comparison, and by which numbers they are compared. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/day.h"
#include "data/label.h"
#include "formula/expression.h"
#include "formula/operation.h"
#include "formula/ordered.h"
#include "formula/textual.h"

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

/* ---- Texts and numbers ---- */

/* A category beside numbers is taken by those that its levels are; the others are equal to none of them. *numbers: how many are. */
static logreg_status read_levels(size_t *numbers, logreg__bound *b, size_t node, logreg_error *err)
{
    const logreg__column *c = b->column[node];
    b->level[node] = logreg__new_raw(c->n_levels, sizeof **b->level);
    if (!b->level[node])
        return logreg__fail_memory(err);
    *numbers = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        bool number = logreg__number_parse(&b->level[node][l], c->levels[l], strlen(c->levels[l]), '.');
        *numbers += number;
        b->level[node][l] = number ? b->level[node][l] : INFINITY;
    }
    return LOGREG_OK;
}

/* A column of texts beside one of numbers; what some of its levels are asked for is whether they are the same. */
static logreg_status bind_mixed(logreg__bound *b, const logreg__node *node, size_t text, logreg_error *err)
{
    size_t numbers = 0, other = text == node->left ? node->right : node->left;
    if (!node->operation->takes_texts || b->column[text]->doubt)
        return wrong_use(b, text, node, err);
    logreg_status status = read_levels(&numbers, b, text, err);
    if (status != LOGREG_OK || numbers)
        return status;
    return logreg__fail(err, LOGREG_EDATA,
                        "column '%.80s' holds text and '%.80s' numbers, so that no row can have the same in "
                        "both",
                        b->column[text]->name, b->column[other]->name);
}

static logreg_status bind_number(logreg__bound *b, const logreg__node *node, size_t text, logreg_error *err)
{
    const logreg__node *of = b->expression->node;
    size_t other = text == node->left ? node->right : node->left, numbers;
    const logreg__column *c = b->column[text];
    if (c && logreg__labels_numbers(c->levels, c->n_levels))
        return read_levels(&numbers, b, text, err);
    if (c && b->column[other])
        return bind_mixed(b, node, text, err);
    if (!node->operation->takes_texts || !c == !b->column[other])
        return wrong_use(b, text, node, err);
    if (c)
        return logreg__fail(err, LOGREG_EDATA,
                            "column '%.80s' holds text: what it is compared with stands in quotes, as in %s "
                            "%s \"%.80s\"",
                            of[text].text, of[text].text, node->operation->name,
                            c->n_levels ? c->levels[0] : "a");
    return logreg__fail(
        err, LOGREG_EDATA,
        "column '%.80s' holds numbers: compare it with a number, without quotes, not with '%.80s'",
        of[other].text, of[text].text);
}

/* ---- Texts and texts ---- */

/* A column and a text: by the place of that among the levels or, where all sort as what they mean, by the order of all. */
static logreg_status bind_string(logreg__bound *b, const logreg__node *node, logreg_error *err)
{
    size_t column = b->column[node->left] ? node->left : node->right,
           string = column == node->left ? node->right : node->left;
    const logreg__column *c = b->column[column];
    logreg__texts levels = {c->levels, c->n_levels}, one = {&b->expression->node[string].text, 1};
    if (node->operation->takes_texts) {
        size_t l = logreg__label_place_in(c->levels, c->n_levels, *one.text);
        b->constant[string] = l < c->n_levels ? (double)l : -1;
        return LOGREG_OK;
    }
    if (!logreg__texts_in_order(levels, one))
        return wrong_use(b, column, node, err);
    b->level[column] = logreg__new_raw(c->n_levels, sizeof **b->level);
    bool ok = b->level[column] && logreg__texts_rank(b->level[column], levels, &b->constant[string], one);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* Are the dates of two columns written in two ways, by which the same day would be two texts? *err is set then, or where memory is out. */
static logreg_status check_dates(logreg__texts a, logreg__texts b, logreg_error *err)
{
    const char *one, *other;
    char **all = logreg__new_raw(a.n + b.n, sizeof *all);
    if (!all)
        return logreg__fail_memory(err);
    memcpy(all, a.text, a.n * sizeof *all);
    memcpy(all + a.n, b.text, b.n * sizeof *all);
    bool differ = logreg__count_dates(a.text, a.n) && logreg__count_dates(b.text, b.n) &&
                  logreg__dates_differ(&one, &other, all, a.n + b.n);
    free(all);
    if (!differ)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EDATA,
                        "dates are compared as texts, and these are written in two ways, as '%.40s' and as "
                        "'%.40s'; write all as 2024-01-31",
                        one, other);
}

/* Two columns: by the rank of each text among those of both. */
static logreg_status bind_columns(logreg__bound *b, const logreg__node *node, logreg_error *err)
{
    size_t left = node->left, right = node->right;
    logreg__texts a = {b->column[left]->levels, b->column[left]->n_levels},
                  c = {b->column[right]->levels, b->column[right]->n_levels};
    logreg_status status = check_dates(a, c, err);
    if (!status && !node->operation->takes_texts && !logreg__texts_in_order(a, c))
        status = wrong_use(b, left, node, err);
    if (status)
        return status;
    b->level[left] = logreg__new_raw(a.n, sizeof **b->level);
    b->level[right] = logreg__new_raw(c.n, sizeof **b->level);
    bool ok = b->level[left] && b->level[right] && logreg__texts_rank(b->level[left], a, b->level[right], c);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* ---- Operands ---- */

/* Texts stand in comparisons, with a column on one side or both, and in what asks whether they are missing. */
static logreg_status bind_operands(logreg__bound *b, const logreg__node *node, logreg_error *err)
{
    bool infix = node->operation->fix == LOGREG__INFIX, first = is_text(b, node->left);
    bool second = infix && is_text(b, node->right);
    if (!first && !second)
        return LOGREG_OK;
    size_t text = first ? node->left : node->right;
    if (!infix)
        return node->operation->takes_texts && b->column[text] ? LOGREG_OK : wrong_use(b, text, node, err);
    if (node->operation->binding != LOGREG__BINDS_COMPARISON)
        return wrong_use(b, text, node, err);
    if (first != second)
        return bind_number(b, node, text, err);
    if (b->column[node->left] && b->column[node->right])
        return bind_columns(b, node, err);
    return b->column[node->left] || b->column[node->right] ? bind_string(b, node, err)
                                                           : wrong_use(b, text, node, err);
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
            if (logreg_frame_fault(frame, j) && !frame->examined)
                return logreg__fail(err, LOGREG_EDATA, "%s", logreg_frame_fault(frame, j));
            b->column[i] = &frame->column[j];
        } else if (node->operation) {
            status = bind_operands(b, node, err);
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
