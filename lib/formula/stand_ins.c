#include "formula/stand_ins.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/word.h"
#include "data/gap.h"
#include "data/label.h"
#include "data/sentinel.h"
#include "formula/operation.h"

/* ---- What a condition names ---- */

/* The number that a node is, with its sign; NaN: it is none. */
static double number_of(const logreg__expression *e, size_t i)
{
    const logreg__node *node = &e->node[i];
    if (node->kind == LOGREG__NODE_NUMBER)
        return node->number;
    bool minus = node->kind == LOGREG__NODE_OPERATION && node->operation->fix != LOGREG__INFIX &&
                 strcmp(node->operation->name, "-") == 0;
    return minus && e->node[node->left].kind == LOGREG__NODE_NUMBER ? -e->node[node->left].number
                                                                    : (double)NAN;
}

/* What node i compares that column with; SIZE_MAX: it is no such comparison. */
static size_t compared_with(const logreg__expression *e, size_t i, const char *column)
{
    const logreg__node *o = &e->node[i];
    if (!o->operation || o->operation->binding != LOGREG__BINDS_COMPARISON)
        return SIZE_MAX;
    for (int side = 0; side < 2; side++) {
        const logreg__node *operand = &e->node[side ? o->right : o->left];
        if (operand->kind == LOGREG__NODE_COLUMN && strcmp(operand->text, column) == 0)
            return side ? o->left : o->right;
    }
    return SIZE_MAX;
}

static bool names_number(const logreg__expression *e, const char *column, double x)
{
    for (size_t i = 0; i < e->n; i++) {
        size_t other = compared_with(e, i, column);
        if (other != SIZE_MAX && number_of(e, other) == x)
            return true;
    }
    return false;
}

static bool names_text(const logreg__expression *e, const char *column, const char *text)
{
    for (size_t i = 0; i < e->n; i++) {
        size_t other = compared_with(e, i, column);
        if (other != SIZE_MAX && e->node[other].kind == LOGREG__NODE_STRING &&
            strcmp(e->node[other].text, text) == 0)
            return true;
    }
    return false;
}

static size_t rows_with(const logreg_frame *frame, size_t j, double x)
{
    size_t rows = 0;
    for (size_t r = 0; r < frame->n_rows; r++)
        rows += logreg__column_number(&frame->column[j], r) == x;
    return rows;
}

bool logreg__numbers_unnamed(logreg_sentinel *found, const logreg__expression *e, const logreg_frame *frame,
                             size_t j)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->n_values; i++) {
        double x = found->value[i];
        if (!names_number(e, frame->column[j].name, x))
            found->value[kept++] = x;
        else if (frame->column[j].kind == LOGREG_NUMERIC)
            found->n_rows -= rows_with(frame, j, x);
    }
    found->n_values = kept;
    return kept;
}

static size_t rows_of_text(const logreg_frame *frame, size_t j, const char *text)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = 0, level = logreg__label_place_in(c->levels, c->n_levels, text);
    for (size_t r = 0; r < frame->n_rows; r++)
        rows += logreg__column_code(c, r) == level;
    return rows;
}

bool logreg__texts_unnamed(logreg_gap *found, const logreg__expression *e, const logreg_frame *frame,
                           size_t j)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->n_texts; i++) {
        const char *text = found->text[i];
        if (names_text(e, frame->column[j].name, text))
            found->n_rows -= rows_of_text(frame, j, text);
        else
            found->text[kept++] = text;
    }
    found->n_texts = kept;
    return kept;
}

logreg_status logreg__condition_of(logreg__expression **expression, const logreg_frame *frame, size_t j)
{
    *expression = NULL;
    if (!logreg_frame_is_condition(frame, j))
        return LOGREG_OK;
    logreg_status status = logreg__expression_parse(expression, "condition", frame->column[j].name, frame,
                                                    LOGREG__CONDITION, NULL);
    return status == LOGREG_ENOMEM ? status : LOGREG_OK;
}

/* ---- What --where keeps ---- */

/* Rows of the column, among those that meet the condition, which hold one of the numbers, or texts. */
static size_t kept_rows(const logreg_frame *frame, size_t j, const unsigned char *keep,
                        const logreg_sentinel *numbers, const logreg_gap *gap)
{
    const logreg__column *c = &frame->column[j];
    size_t rows = 0;
    for (size_t i = 0; i < numbers->n_values; i++)
        for (size_t r = 0; r < frame->n_rows; r++)
            rows += keep[r] && logreg__column_number(c, r) == numbers->value[i];
    for (size_t i = 0; i < gap->n_texts; i++) {
        size_t level = logreg__label_place_in(c->levels, c->n_levels, gap->text[i]);
        for (size_t r = 0; r < frame->n_rows; r++)
            rows += keep[r] && logreg__column_code(c, r) == level;
    }
    return rows;
}

/* What node i of the condition, a column, holds for missing values; false: nothing that the condition does not name. */
static bool find(logreg_sentinel *numbers, logreg_gap *gap, const logreg__expression *e,
                 const logreg_frame *frame, size_t j)
{
    *numbers = (logreg_sentinel){0};
    *gap = (logreg_gap){0};
    return (logreg_frame_sentinel(numbers, frame, j) && logreg__numbers_unnamed(numbers, e, frame, j)) ||
           (logreg_frame_gap(gap, frame, j) && logreg__texts_unnamed(gap, e, frame, j));
}

/* "99 of 'sat' (9 of 80 rows)" */
static void write_kept(logreg__text *told, const logreg_frame *frame, size_t j, size_t rows,
                       const logreg_sentinel *numbers, const logreg_gap *gap)
{
    char text[LOGREG__NUMBER_SIZE];
    size_t n = numbers->n_values + gap->n_texts;
    for (size_t i = 0; i < n; i++) {
        logreg__text_add(told, i ? (i + 1 == n ? " and " : ", ") : told->length ? "; " : "");
        logreg__text_add(told, gap->n_texts ? "'" : "");
        logreg__text_add(told,
                         gap->n_texts ? gap->text[i] : logreg__number_shortest(text, numbers->value[i]));
        logreg__text_add(told, gap->n_texts ? "'" : "");
    }
    logreg__text_add(told, " of '");
    logreg__text_add(told, frame->column[j].name);
    logreg__text_add(told, "' (");
    logreg__text_add(told, logreg__number_shortest(text, (double)rows));
    logreg__text_add(told, rows == 1 ? " row)" : " rows)");
}

/* Adds what is kept to what is told, and to the list; a column that stands there twice, once. */
static void look(logreg__text *told, logreg__text *list, const logreg__expression *e,
                 const logreg_frame *frame, const unsigned char *keep)
{
    logreg_sentinel numbers;
    logreg_gap gap;
    for (size_t i = 0; i < e->n; i++) {
        size_t j =
            e->node[i].kind == LOGREG__NODE_COLUMN ? logreg_frame_find(frame, e->node[i].text) : SIZE_MAX;
        for (size_t k = 0; k < i && j != SIZE_MAX; k++)
            if (e->node[k].kind == LOGREG__NODE_COLUMN && strcmp(e->node[k].text, e->node[i].text) == 0)
                j = SIZE_MAX;
        size_t rows = j != SIZE_MAX && find(&numbers, &gap, e, frame, j)
                          ? kept_rows(frame, j, keep, &numbers, &gap)
                          : 0;
        if (!rows)
            continue;
        write_kept(told, frame, j, rows, &numbers, &gap);
        if (gap.n_texts && !list->length)
            logreg__add_na_in_force(list, frame);
        for (size_t k = 0; k < gap.n_texts; k++)
            logreg__text_add_item(list, gap.text[k]);
        logreg__add_na_values(list, frame->column[j].name, &numbers);
    }
}

bool logreg__kept_stand_ins(logreg__text *told, const logreg__bound *bound)
{
    const logreg_frame *frame = bound->frame;
    logreg__text list = {0};
    unsigned char *keep = logreg__new_raw(frame->n_rows, 1);
    size_t met;
    bool ok = keep && logreg__bound_meets(&met, keep, bound);
    if (ok)
        look(told, &list, bound->expression, frame, keep);
    if (list.length) {
        logreg__text_add(told, " may stand for missing values, and are kept: --na-values ");
        logreg__text_add_word(told, list.start);
        logreg__text_add(told, " leaves such rows out");
    }
    ok = ok && !told->failed && !list.failed;
    free(list.start);
    free(keep);
    return ok;
}
