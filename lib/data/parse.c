#include "data/parse.h"

#include "base/error.h"
#include "base/memory.h"
#include "data/formula.h"
#include "data/token.h"
#include "data/unknown.h"

/* Parentheses within parentheses; each level costs a few stack frames. */
#define MAX_DEPTH 100

/* Products of a multiplication before repeats are dropped: many more than can remain, few enough to be quick. */
#define MAX_CROSS (10 * LOGREG__MAX_COLUMNS)

static const char what_can_be_used[] = "a formula is made of column names, + - : * ( ) C() and the dot";

typedef struct {
    logreg__reader reader;
    logreg__token token;
    const logreg_frame *frame;
    const bool *hidden;
    logreg__parsed *parsed;
    size_t *place;   /* [2 columns] factor of the column, and of C(column); SIZE_MAX: not yet one */
    bool taken_away; /* under an odd number of minus signs, where 1 and 0 change their roles */
    size_t depth;
    logreg_error *err;
} parser;

/* What a part of the formula means. */
typedef struct {
    logreg__products list;
    size_t number_at; /* where a 0 or 1 stands in it; 0: none */
} part;

static logreg_status advance(parser *p)
{
    return logreg__token_next(&p->token, &p->reader, p->err);
}

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

/* Adds the column's factor, which is made when it is first met. */
static logreg_status add_column(part *out, parser *p, size_t column, bool categorical)
{
    size_t *place = &p->place[2 * column + categorical];
    logreg__parsed *all = p->parsed;
    if (*place == SIZE_MAX) {
        if (!logreg__grow(&all->factor, &all->room, all->n_factors + 1, sizeof *all->factor))
            return logreg__fail_memory(p->err);
        *place = all->n_factors;
        all->factor[all->n_factors++] = (logreg__occurrence){column, categorical};
    }
    return logreg__products_add(&out->list, *place) ? LOGREG_OK : logreg__fail_memory(p->err);
}

/* The token is a name on the right-hand side. */
static logreg_status name(part *out, parser *p, bool categorical)
{
    size_t column = logreg_frame_find(p->frame, p->reader.name);
    if (column == SIZE_MAX)
        return logreg__unknown_column("formula", p->token.at, p->token.text, p->reader.name, p->frame,
                                      p->err);
    if (column == p->parsed->response)
        return logreg__fail(
            p->err, LOGREG_EFORMULA,
            "formula, character %zu: '%.80s' is the response and cannot explain itself; take it out "
            "on the right",
            p->token.at, p->reader.name);
    logreg_status status = add_column(out, p, column, categorical);
    return status ? status : advance(p);
}

/* ---- Grammar ----------------------------------------------------------------------------------------------- */

typedef struct {
    const char *sign;
    int binding;
    bool multiplies;
    bool (*apply)(logreg__products *left, logreg__products *right);
} operation;

static const operation operations[] = {
    {"+", 1, false, logreg__products_join},
    {"-", 1, false, logreg__products_remove},
    {"*", 2, true, logreg__products_star},
    {":", 3, true, logreg__products_cross},
};

static const operation *operation_of(const logreg__token *token)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        if (logreg__token_is(token, operations[i].sign))
            return &operations[i];
    return NULL;
}

/* The token cannot stand where a column is wanted. */
static logreg_status no_operand(const parser *p)
{
    const logreg__token *t = &p->token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: it ends where a column name should follow", t->at);
    if (operation_of(t) || logreg__token_is(t, ")") || logreg__token_is(t, "~"))
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: '%.*s' stands where a column name should be", t->at,
                            shown(t), t->text);
    return logreg__fail(p->err, LOGREG_EFORMULA, "formula, character %zu: '%.*s' is not supported; %s", t->at,
                        shown(t), t->text, what_can_be_used);
}

/* The token cannot follow what was read. open_at: where the innermost open parenthesis stands; 0: none. */
static logreg_status no_continuation(const parser *p, size_t open_at)
{
    const logreg__token *t = &p->token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: this parenthesis is never closed", open_at);
    if (logreg__token_is(t, ")"))
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: this parenthesis closes nothing", t->at);
    if (logreg__token_is(t, "~"))
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: a second '~'; a formula has one", t->at);
    if (t->kind != LOGREG__TOKEN_SIGN || logreg__token_is(t, "("))
        return logreg__fail(
            p->err, LOGREG_EFORMULA,
            "formula, character %zu: an operator (+ - : *) is missing before '%.*s'; a name with "
            "blanks or signs stands in backticks",
            t->at, shown(t), t->text);
    return no_operand(p);
}

static logreg_status expression(part *out, parser *p, int binding);

static logreg_status parenthesis(part *out, parser *p)
{
    size_t open_at = p->token.at;
    if (++p->depth > MAX_DEPTH)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: more than %d parentheses within each other", open_at,
                            MAX_DEPTH);
    logreg_status status = advance(p);
    if (!status)
        status = expression(out, p, 1);
    if (!status && !logreg__token_is(&p->token, ")"))
        status = no_continuation(p, open_at);
    p->depth--;
    return status ? status : advance(p);
}

/* C(name); the token is the C. */
static logreg_status call(part *out, parser *p)
{
    const logreg__token *t = &p->token;
    if (strcmp(p->reader.name, "C") != 0)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: the function %.*s() is not supported; %s", t->at,
                            shown(t), t->text, what_can_be_used);
    logreg_status status = advance(p);
    size_t open_at = t->at;
    if (!status)
        status = advance(p);
    if (!status && t->kind != LOGREG__TOKEN_NAME)
        status =
            logreg__fail(p->err, LOGREG_EFORMULA,
                         "formula, character %zu: C() takes the name of one column, as in C(zip)", t->at);
    if (!status)
        status = name(out, p, true);
    if (!status && t->kind == LOGREG__TOKEN_END)
        return no_continuation(p, open_at);
    if (!status && !logreg__token_is(t, ")"))
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: C() takes the name of one column, as in C(zip)", t->at);
    return status ? status : advance(p);
}

static logreg_status dot(part *out, parser *p)
{
    size_t n = logreg_frame_columns(p->frame);
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < n && !status; j++)
        if (!p->hidden[j] && j != p->parsed->response)
            status = add_column(out, p, j, false);
    if (!status && !out->list.n)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no column that the dot could stand for",
                            p->token.at);
    return status ? status : advance(p);
}

/* 1 is the intercept and 0 its absence. */
static logreg_status number(part *out, parser *p)
{
    const logreg__token *t = &p->token;
    bool one = t->length == 1 && *t->text == '1', zero = t->length == 1 && *t->text == '0';
    if (!one && !zero)
        return logreg__fail(
            p->err, LOGREG_EFORMULA,
            "formula, character %zu: of numbers only 1 (intercept) and 0 (none) can stand in a "
            "formula, not %.*s",
            t->at, shown(t), t->text);
    p->parsed->intercept = one != p->taken_away;
    out->number_at = t->at;
    return advance(p);
}

static logreg_status operand(part *out, parser *p)
{
    switch (p->token.kind) {
    case LOGREG__TOKEN_NAME:
        return name(out, p, false);
    case LOGREG__TOKEN_CALL:
        return call(out, p);
    case LOGREG__TOKEN_DOT:
        return dot(out, p);
    case LOGREG__TOKEN_NUMBER:
        return number(out, p);
    default:
        return logreg__token_is(&p->token, "(") ? parenthesis(out, p) : no_operand(p);
    }
}

static logreg_status too_many(const parser *p, size_t at)
{
    return logreg__fail(p->err, LOGREG_EFORMULA, "formula, character %zu: this makes more than %d terms", at,
                        LOGREG__MAX_COLUMNS);
}

/* left becomes `left operation right`; at is where the operator stands. */
static logreg_status apply(part *left, part *right, const operation *o, size_t at, const parser *p)
{
    size_t number_at = left->number_at ? left->number_at : right->number_at;
    if (o->multiplies && number_at)
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: 1 and 0 are added or taken away, not multiplied",
                            number_at);
    if (o->multiplies && left->list.n > MAX_CROSS / (right->list.n ? right->list.n : 1))
        return too_many(p, at);
    if (!o->apply(&left->list, &right->list))
        return logreg__fail_memory(p->err);
    left->number_at = number_at;
    bool tidy = o->multiplies || left->list.n > LOGREG__MAX_COLUMNS;
    if (tidy && !logreg__products_unique(&left->list))
        return logreg__fail_memory(p->err);
    return left->list.n > LOGREG__MAX_COLUMNS ? too_many(p, at) : LOGREG_OK;
}

/* Operands joined by operators that bind at least so tightly. + and - may also stand first: they then act on
 * nothing. */
static logreg_status expression(part *out, parser *p, int binding)
{
    const operation *o = operation_of(&p->token);
    bool signed_start = o && binding == 1 && o->binding == 1;
    logreg_status status = signed_start ? LOGREG_OK : operand(out, p);
    while (!status && (o = operation_of(&p->token)) && o->binding >= binding) {
        part right = {0};
        size_t at = p->token.at;
        bool minus = o->apply == logreg__products_remove;
        status = advance(p);
        p->taken_away ^= minus;
        if (!status)
            status = expression(&right, p, o->binding + 1);
        p->taken_away ^= minus;
        if (!status)
            status = apply(out, &right, o, at, p);
        logreg__products_clear(&right.list);
    }
    return status;
}

static logreg_status response(parser *p)
{
    const logreg__token *t = &p->token;
    logreg_status status = advance(p);
    if (status)
        return status;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->err, LOGREG_EFORMULA, "the formula is empty; write it as y ~ a + b");
    if (logreg__token_is(t, "~"))
        return logreg__fail(p->err, LOGREG_EFORMULA,
                            "formula, character %zu: the response is missing before '~'", t->at);
    if (t->kind == LOGREG__TOKEN_NAME) {
        p->parsed->response = logreg_frame_find(p->frame, p->reader.name);
        if (p->parsed->response == SIZE_MAX)
            return logreg__unknown_column("formula", p->token.at, p->token.text, p->reader.name, p->frame,
                                          p->err);
        status = advance(p);
        if (status || logreg__token_is(t, "~"))
            return status ? status : advance(p);
        if (t->kind == LOGREG__TOKEN_END)
            return logreg__fail(p->err, LOGREG_EFORMULA,
                                "formula, character %zu: '~' is missing; write it as y ~ a + b", t->at);
    }
    return logreg__fail(
        p->err, LOGREG_EFORMULA,
        "formula, character %zu: the response, before '~', is the name of one column; a name with blanks "
        "or signs stands in backticks",
        t->at);
}

static logreg_status right_side(parser *p)
{
    part all = {0};
    logreg_status status = expression(&all, p, 1);
    p->parsed->products = all.list;
    if (status)
        return status;
    if (p->token.kind != LOGREG__TOKEN_END)
        return no_continuation(p, 0);
    if (!logreg__products_unique(&p->parsed->products) || !logreg__products_sort(&p->parsed->products))
        return logreg__fail_memory(p->err);
    if (!p->parsed->products.n && !p->parsed->intercept)
        return logreg__fail(
            p->err, LOGREG_EFORMULA,
            "the formula leaves neither a term nor an intercept: there is nothing to estimate");
    return LOGREG_OK;
}

logreg_status logreg__parse(logreg__parsed *parsed, const char *text, const logreg_frame *frame,
                            const bool *hidden, logreg_error *err)
{
    size_t columns = logreg_frame_columns(frame);
    parser p = {.reader = {.what = "formula", .next = text, .at = 1},
                .frame = frame,
                .hidden = hidden,
                .parsed = parsed,
                .err = err};
    p.reader.name = logreg__new_raw(strlen(text) + 1, 1);
    p.place = logreg__new_raw(columns, 2 * sizeof *p.place);
    parsed->intercept = true;
    logreg_status status = p.reader.name && p.place ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; !status && i < 2 * columns; i++)
        p.place[i] = SIZE_MAX;
    if (!status)
        status = response(&p);
    if (!status)
        status = right_side(&p);
    free(p.place);
    free(p.reader.name);
    return status;
}

void logreg__parsed_clear(logreg__parsed *parsed)
{
    logreg__products_clear(&parsed->products);
    free(parsed->factor);
    *parsed = (logreg__parsed){0};
}
