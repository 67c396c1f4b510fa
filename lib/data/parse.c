#include "data/parse.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/formula.h"
#include "data/token.h"
#include "data/unknown.h"

/* Parentheses within parentheses; each level costs a few stack frames. */
#define MAX_DEPTH 100

/* Products of a multiplication before repeats are dropped: many more than can remain, few enough to be quick. */
#define MAX_CROSS (10 * LOGREG__MAX_COLUMNS)

static const char what_can_be_used[] =
    "a formula is made of column names, + - : * / ^ %in% ( ), the dot, and functions such as C() and log()";

typedef struct {
    logreg__tokens in;
    const bool *hidden;
    logreg__parsed *parsed;
    size_t *place;   /* [2 columns] factor of the column, and of C(column); SIZE_MAX: not yet one */
    bool taken_away; /* under an odd number of minus signs, where 1 and 0 change their roles */
    size_t depth;
    logreg__text offset; /* (a) + (b), what is in each offset() */
} parser;

/* What a part of the formula means. */
typedef struct {
    logreg__products list;
    size_t number_at; /* where a 0 or 1 stands in it; 0: none */
    size_t offset_at; /* where an offset() does */
} part;

static logreg_status advance(parser *p)
{
    return logreg__token_next(&p->in.token, &p->in.reader, p->in.err);
}

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

/* Appends a factor, which it takes over, and gives its place; SIZE_MAX: out of memory. */
static size_t new_factor(parser *p, logreg__factor *factor)
{
    logreg__parsed *all = p->parsed;
    if (!factor->text || !logreg__grow(&all->factor, &all->room, all->n_factors + 1, sizeof *all->factor)) {
        logreg__factor_clear(factor);
        return SIZE_MAX;
    }
    all->factor[all->n_factors] = *factor;
    return all->n_factors++;
}

static logreg_status add_place(part *out, parser *p, size_t place)
{
    bool ok = place != SIZE_MAX && logreg__products_add(&out->list, place);
    return ok ? LOGREG_OK : logreg__fail_memory(p->in.err);
}

/* Adds the column's factor, which is made when it is first met. */
static logreg_status add_column(part *out, parser *p, size_t column, bool categorical)
{
    size_t *place = &p->place[2 * column + categorical];
    if (*place == SIZE_MAX) {
        logreg__text text = {0};
        const char *name = logreg_frame_name(p->in.frame, column);
        logreg__text_add(&text, categorical ? "C(" : "");
        logreg__name_quote(&text, name);
        logreg__text_add(&text, categorical ? ")" : "");
        logreg__factor factor = {.column = logreg__copy(name), .categorical = categorical};
        factor.text = factor.column ? logreg__text_take(&text) : NULL;
        free(text.start);
        *place = new_factor(p, &factor);
    }
    return add_place(out, p, *place);
}

/* Adds a factor of another kind, which it takes over, unless there is one of that text. */
static logreg_status add_factor(part *out, parser *p, logreg__factor *factor)
{
    size_t place = 0;
    while (factor->text && place < p->parsed->n_factors &&
           strcmp(p->parsed->factor[place].text, factor->text) != 0)
        place++;
    if (factor->text && place < p->parsed->n_factors)
        logreg__factor_clear(factor);
    else
        place = new_factor(p, factor);
    return add_place(out, p, place);
}

static logreg_status explains_itself(parser *p, size_t at)
{
    return logreg__fail(
        p->in.err, LOGREG_EFORMULA,
        "formula, character %zu: '%.80s' is the response and cannot explain itself; take it out "
        "on the right",
        at, logreg_frame_name(p->in.frame, p->parsed->response));
}

/* The token is a name on the right-hand side. */
static logreg_status name(part *out, parser *p)
{
    size_t column = logreg_frame_find(p->in.frame, p->in.reader.name);
    if (column == SIZE_MAX)
        return logreg__unknown_column("formula", p->in.token.at, p->in.token.text, p->in.reader.name,
                                      p->in.frame, p->in.err);
    if (column == p->parsed->response)
        return explains_itself(p, p->in.token.at);
    logreg_status status = add_column(out, p, column, false);
    return status ? status : advance(p);
}

/* ---- Calls ------------------------------------------------------------------------------------------------- */

static logreg_status coded(part *out, parser *p)
{
    logreg__factor factor = {.categorical = true};
    logreg_status status = logreg__coded_read(&factor.coded, &p->in);
    size_t column = status ? SIZE_MAX : logreg_frame_find(p->in.frame, factor.coded.column);
    if (!status && column == p->parsed->response)
        status = explains_itself(p, factor.coded.at);
    if (status || logreg__coded_plain(&factor.coded)) {
        logreg__factor_clear(&factor);
        return status ? status : add_column(out, p, column, true);
    }
    logreg__text text = {0};
    logreg__coded_write(&text, &factor.coded, true);
    factor.column = logreg__copy(factor.coded.column);
    factor.text = logreg__text_take(&text);
    if (!factor.column) {
        logreg__factor_clear(&factor);
        return logreg__fail_memory(p->in.err);
    }
    return add_factor(out, p, &factor);
}

/* The response is not among the expression's columns. */
static logreg_status check_columns(parser *p, const logreg__expression *e)
{
    for (size_t i = 0; i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN &&
            logreg_frame_find(p->in.frame, e->node[i].text) == p->parsed->response)
            return explains_itself(p, e->node[i].at);
    return LOGREG_OK;
}

static logreg_status made(part *out, parser *p)
{
    logreg__factor factor = {0};
    logreg_status status = logreg__made_read(&factor.made, &p->in);
    if (!status)
        status = check_columns(p, factor.made->input);
    if (status) {
        logreg__factor_clear(&factor);
        return status;
    }
    factor.text = logreg__copy(factor.made->text);
    return add_factor(out, p, &factor);
}

static logreg_status no_continuation(const parser *p, size_t open_at);

static logreg_status offset(part *out, parser *p)
{
    logreg__expression *e = NULL;
    out->offset_at = p->in.token.at;
    if (p->taken_away)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: an offset can be added only; leave it out instead",
                            out->offset_at);
    logreg_status status = advance(p);
    size_t open_at = p->in.token.at;
    if (!status)
        status = advance(p);
    if (!status)
        status = logreg__expression_read(&e, &p->in, LOGREG__ARITHMETIC);
    if (!status)
        status = check_columns(p, e);
    if (!status && !logreg__token_is(&p->in.token, ")"))
        status = no_continuation(p, open_at);
    if (!status) {
        logreg__text_add(&p->offset, p->offset.length ? " + (" : "(");
        logreg__expression_write(&p->offset, e);
        logreg__text_add(&p->offset, ")");
        status = advance(p);
    }
    logreg__expression_free(e);
    return status;
}

static logreg_status call(part *out, parser *p)
{
    const char *function = p->in.reader.name;
    if (strcmp(function, "C") == 0)
        return coded(out, p);
    if (strcmp(function, "offset") == 0)
        return offset(out, p);
    if (logreg__made_function(function))
        return made(out, p);
    const char *near = logreg__made_nearest(function);
    if (near)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no function %.80s(); did you mean %s()?",
                            p->in.token.at, function, near);
    return logreg__fail(p->in.err, LOGREG_EFORMULA,
                        "formula, character %zu: the function %.80s() is not supported; %s", p->in.token.at,
                        function, what_can_be_used);
}

/* ---- Grammar ----------------------------------------------------------------------------------------------- */

typedef struct {
    const char *sign;
    int binding;
    bool multiplies;
    bool (*apply)(logreg__products *left, logreg__products *right);
} operation;

static const operation operations[] = {
    {"+", 1, false, logreg__products_join},     {"-", 1, false, logreg__products_remove},
    {"*", 2, true, logreg__products_star},      {"/", 2, true, logreg__products_nest},
    {"%in%", 3, true, logreg__products_within}, {":", 4, true, logreg__products_cross},
};

static const operation *operation_of(const logreg__token *token)
{
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        if (logreg__token_is(token, operations[i].sign))
            return &operations[i];
    return NULL;
}

static bool is_power(const logreg__token *token)
{
    return logreg__token_is(token, "^") || logreg__token_is(token, "**");
}

/* The token cannot stand where a column is wanted. */
static logreg_status no_operand(const parser *p)
{
    const logreg__token *t = &p->in.token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: it ends where a column name should follow", t->at);
    if (operation_of(t) || is_power(t) || logreg__token_is(t, ")") || logreg__token_is(t, "~"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: '%.*s' stands where a column name should be", t->at,
                            shown(t), t->text);
    return logreg__fail(p->in.err, LOGREG_EFORMULA, "formula, character %zu: '%.*s' is not supported; %s",
                        t->at, shown(t), t->text, what_can_be_used);
}

/* The token cannot follow what was read. open_at: where the innermost open parenthesis stands; 0: none. */
static logreg_status no_continuation(const parser *p, size_t open_at)
{
    const logreg__token *t = &p->in.token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: this parenthesis is never closed", open_at);
    if (logreg__token_is(t, ")"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: this parenthesis closes nothing", t->at);
    if (logreg__token_is(t, "~"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: a second '~'; a formula has one", t->at);
    if (t->kind != LOGREG__TOKEN_SIGN || logreg__token_is(t, "("))
        return logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "formula, character %zu: an operator (+ - : *) is missing before '%.*s'; a name with "
            "blanks or signs stands in backticks",
            t->at, shown(t), t->text);
    return no_operand(p);
}

static logreg_status expression(part *out, parser *p, int binding);

static logreg_status parenthesis(part *out, parser *p)
{
    size_t open_at = p->in.token.at;
    if (++p->depth > MAX_DEPTH)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: more than %d parentheses within each other", open_at,
                            MAX_DEPTH);
    logreg_status status = advance(p);
    if (!status)
        status = expression(out, p, 1);
    if (!status && !logreg__token_is(&p->in.token, ")"))
        status = no_continuation(p, open_at);
    p->depth--;
    return status ? status : advance(p);
}

static logreg_status dot(part *out, parser *p)
{
    size_t n = logreg_frame_columns(p->in.frame);
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < n && !status; j++)
        if (!p->hidden[j] && j != p->parsed->response)
            status = add_column(out, p, j, false);
    if (!status && !out->list.n)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no column that the dot could stand for",
                            p->in.token.at);
    return status ? status : advance(p);
}

/* 1 is the intercept and 0 its absence. */
static logreg_status number(part *out, parser *p)
{
    const logreg__token *t = &p->in.token;
    bool one = t->length == 1 && *t->text == '1', zero = t->length == 1 && *t->text == '0';
    if (!one && !zero)
        return logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "formula, character %zu: of numbers only 1 (intercept) and 0 (none) can stand in a "
            "formula, not %.*s",
            t->at, shown(t), t->text);
    p->parsed->intercept = one != p->taken_away;
    out->number_at = t->at;
    return advance(p);
}

static logreg_status operand(part *out, parser *p)
{
    switch (p->in.token.kind) {
    case LOGREG__TOKEN_NAME:
        return name(out, p);
    case LOGREG__TOKEN_CALL:
        return call(out, p);
    case LOGREG__TOKEN_DOT:
        return dot(out, p);
    case LOGREG__TOKEN_NUMBER:
        return number(out, p);
    default:
        return logreg__token_is(&p->in.token, "(") ? parenthesis(out, p) : no_operand(p);
    }
}

static logreg_status too_many(const parser *p, size_t at)
{
    return logreg__fail(p->in.err, LOGREG_EFORMULA, "formula, character %zu: this makes more than %d terms",
                        at, LOGREG__MAX_COLUMNS);
}

/* left becomes `left operation right`; at is where the operator stands. */
static logreg_status apply(part *left, part *right, const operation *o, size_t at, const parser *p)
{
    size_t number_at = left->number_at ? left->number_at : right->number_at;
    if (o->multiplies && number_at)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: 1 and 0 are added or taken away, not multiplied",
                            number_at);
    size_t offset_at = left->offset_at ? left->offset_at : right->offset_at;
    if (o->multiplies && offset_at)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: an offset is added, not multiplied", offset_at);
    if (o->multiplies && left->list.n > MAX_CROSS / (right->list.n ? right->list.n : 1))
        return too_many(p, at);
    if (!o->apply(&left->list, &right->list))
        return logreg__fail_memory(p->in.err);
    left->number_at = number_at;
    left->offset_at = offset_at;
    bool tidy = o->multiplies || left->list.n > LOGREG__MAX_COLUMNS;
    if (tidy && !logreg__products_unique(&left->list))
        return logreg__fail_memory(p->in.err);
    return left->list.n > LOGREG__MAX_COLUMNS ? too_many(p, at) : LOGREG_OK;
}

/* left to the power that the token after ^ is: so many factors left, each from any of its products, repeats dropped. */
static logreg_status raise(part *left, parser *p)
{
    static const operation cross = {"^", 5, true, logreg__products_cross};
    logreg__products base = {0};
    size_t at = p->in.token.at;
    double power = 0;
    logreg_status status = advance(p);
    const logreg__token *t = &p->in.token;
    if (!status &&
        (t->kind != LOGREG__TOKEN_NUMBER || !logreg__number_parse(&power, t->text, t->length, '.') ||
         power < 1 || power != floor(power)))
        status = logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "formula, character %zu: after ^ comes a whole number from 1 on, as in (a + b)^2; the "
            "square of a column is I(a^2)",
            t->at);
    if (!status && !logreg__products_copy(&base, &left->list))
        status = logreg__fail_memory(p->in.err);
    /* every power holds the one before, so that one that is no longer is the last */
    bool grows = true;
    for (double k = 1; !status && grows && k < power; k++) {
        part right = {0};
        size_t before = left->list.n;
        status = logreg__products_copy(&right.list, &base) ? apply(left, &right, &cross, at, p)
                                                           : logreg__fail_memory(p->in.err);
        grows = left->list.n > before;
        logreg__products_clear(&right.list);
    }
    logreg__products_clear(&base);
    return status ? status : advance(p);
}

/* Operands joined by operators that bind at least so tightly. + and - may also stand first: they then act on
 * nothing. */
static logreg_status expression(part *out, parser *p, int binding)
{
    const operation *o = operation_of(&p->in.token);
    bool signed_start = o && binding == 1 && o->binding == 1;
    logreg_status status = signed_start ? LOGREG_OK : operand(out, p);
    while (!status && !signed_start && is_power(&p->in.token))
        status = raise(out, p);
    while (!status && (o = operation_of(&p->in.token)) && o->binding >= binding) {
        part right = {0};
        size_t at = p->in.token.at;
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
    const logreg__token *t = &p->in.token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in.err, LOGREG_EFORMULA, "the formula is empty; write it as y ~ a + b");
    if (logreg__token_is(t, "~"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: the response is missing before '~'", t->at);
    if (t->kind == LOGREG__TOKEN_NAME) {
        p->parsed->response = logreg_frame_find(p->in.frame, p->in.reader.name);
        if (p->parsed->response == SIZE_MAX)
            return logreg__unknown_column("formula", p->in.token.at, p->in.token.text, p->in.reader.name,
                                          p->in.frame, p->in.err);
        logreg_status status = advance(p);
        if (status || logreg__token_is(t, "~"))
            return status ? status : advance(p);
        if (t->kind == LOGREG__TOKEN_END)
            return logreg__fail(p->in.err, LOGREG_EFORMULA,
                                "formula, character %zu: '~' is missing; write it as y ~ a + b", t->at);
    }
    return logreg__fail(
        p->in.err, LOGREG_EFORMULA,
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
    if (p->in.token.kind != LOGREG__TOKEN_END)
        return no_continuation(p, 0);
    if (!logreg__products_unique(&p->parsed->products) || !logreg__products_sort(&p->parsed->products))
        return logreg__fail_memory(p->in.err);
    if (p->offset.failed)
        return logreg__fail_memory(p->in.err);
    if (p->offset.length)
        status = logreg__expression_parse(&p->parsed->offset, "formula", p->offset.start, NULL,
                                          LOGREG__ARITHMETIC, p->in.err);
    if (status)
        return status;
    if (!p->parsed->products.n && !p->parsed->intercept)
        return logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "the formula leaves neither a term nor an intercept: there is nothing to estimate");
    return LOGREG_OK;
}

logreg_status logreg__parse(logreg__parsed *parsed, const char *text, const logreg_frame *frame,
                            const bool *hidden, logreg_error *err)
{
    size_t columns = logreg_frame_columns(frame);
    parser p = {.hidden = hidden, .parsed = parsed};
    p.place = logreg__new_raw(columns, 2 * sizeof *p.place);
    parsed->intercept = true;
    logreg_status status = logreg__tokens_open(&p.in, "formula", text, frame, err);
    if (!status && !p.place)
        status = logreg__fail_memory(err);
    for (size_t i = 0; !status && i < 2 * columns; i++)
        p.place[i] = SIZE_MAX;
    if (!status)
        status = response(&p);
    if (!status)
        status = right_side(&p);
    free(p.place);
    free(p.offset.start);
    logreg__tokens_close(&p.in);
    return status;
}

void logreg__parsed_clear(logreg__parsed *parsed)
{
    logreg__products_clear(&parsed->products);
    for (size_t i = 0; i < parsed->n_factors; i++)
        logreg__factor_clear(&parsed->factor[i]);
    free(parsed->factor);
    logreg__expression_free(parsed->offset);
    *parsed = (logreg__parsed){0};
}
