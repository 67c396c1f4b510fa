/* The right-hand side of a formula: operators on lists of products. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/frame.h"
#include "formula/formula.h"
#include "formula/parser.h"
#include "formula/unknown.h"

/* Parentheses within parentheses; each level costs a few stack frames. */
#define MAX_DEPTH 100

/* Products of a multiplication before repeats are dropped: many more than can remain, few enough to be quick. */
#define MAX_CROSS (10 * LOGREG__MAX_COLUMNS)

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

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

bool logreg__formula_operator(const logreg__token *token)
{
    return operation_of(token) || is_power(token);
}

/* ---- Operands ---------------------------------------------------------------------------------------------- */

/* The token is a name on the right-hand side. */
static logreg_status name(logreg__part *out, logreg__parser *p)
{
    size_t column = logreg_frame_find(p->in.frame, p->in.reader.name);
    const char *after = p->in.reader.next;
    if (column == SIZE_MAX && (*after == '$' || *after == '['))
        return logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "formula, character %zu: columns are named without their table: write a, not %.*s%s",
            p->in.token.at, (int)(p->in.token.length < 60 ? p->in.token.length : 60), p->in.token.text,
            *after == '$' ? "$a" : "[[\"a\"]]");
    if (column == SIZE_MAX)
        return logreg__unknown_column("formula", p->in.token.at, p->in.token.text, p->in.reader.name,
                                      p->in.frame, p->in.err);
    if (column == p->parsed->response && !p->minuses)
        return logreg__explains_itself(p, p->in.token.at);
    logreg_status status = logreg__parse_column(out, p, column, false);
    return status ? status : logreg__tokens_advance(&p->in);
}

static logreg_status parenthesis(logreg__part *out, logreg__parser *p)
{
    size_t open_at = p->in.token.at;
    if (++p->depth > MAX_DEPTH)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: more than %d parentheses within each other", open_at,
                            MAX_DEPTH);
    logreg_status status = logreg__tokens_advance(&p->in);
    if (!status)
        status = logreg__parse_terms(out, p, 1);
    if (!status && !logreg__token_is(&p->in.token, ")"))
        status = logreg__no_continuation(p, open_at);
    p->depth--;
    return status ? status : logreg__tokens_advance(&p->in);
}

static logreg_status dot(logreg__part *out, logreg__parser *p)
{
    size_t n = logreg_frame_columns(p->in.frame);
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < n && !status; j++)
        if (!p->hidden[j] && j != p->parsed->response)
            status = logreg__parse_column(out, p, j, false);
    bool sparse = p->in.frame->sparse && !p->minuses;
    p->parsed->sparse = p->parsed->sparse || sparse;
    if (!status && !out->list.n && !sparse)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no column that the dot could stand for",
                            p->in.token.at);
    return status ? status : logreg__tokens_advance(&p->in);
}

/* 1 is the intercept and 0 its absence. */
static logreg_status number(logreg__part *out, logreg__parser *p)
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
    return logreg__tokens_advance(&p->in);
}

/* 1 or 0 with a sign, after an operator: a + -1. */
static logreg_status signed_number(logreg__part *out, logreg__parser *p)
{
    bool minus = logreg__token_is(&p->in.token, "-");
    logreg__token sign = p->in.token;
    logreg_status status = logreg__tokens_advance(&p->in);
    if (status)
        return status;
    if (p->in.token.kind != LOGREG__TOKEN_NUMBER) {
        if (minus && p->in.token.kind != LOGREG__TOKEN_END)
            return logreg__fail(
                p->in.err, LOGREG_EFORMULA,
                "formula, character %zu: '-' takes a term away and no sign can precede it; for the "
                "negative of a column write I(-a)",
                sign.at);
        p->in.token = sign;
        return logreg__no_operand(p);
    }
    p->taken_away ^= minus;
    status = number(out, p);
    p->taken_away ^= minus;
    return status;
}

static logreg_status operand(logreg__part *out, logreg__parser *p)
{
    switch (p->in.token.kind) {
    case LOGREG__TOKEN_NAME:
        return name(out, p);
    case LOGREG__TOKEN_CALL:
        return logreg__parse_call(out, p);
    case LOGREG__TOKEN_DOT:
        return dot(out, p);
    case LOGREG__TOKEN_NUMBER:
        return number(out, p);
    default:
        if (logreg__token_is(&p->in.token, "+") || logreg__token_is(&p->in.token, "-"))
            return signed_number(out, p);
        return logreg__token_is(&p->in.token, "(") ? parenthesis(out, p) : logreg__no_operand(p);
    }
}

static logreg_status too_many(const logreg__parser *p, size_t most, size_t at)
{
    return logreg__fail(p->in.err, LOGREG_EFORMULA, "formula, character %zu: this makes more than %zu terms",
                        at, most);
}

/* left becomes `left operation right`; at is where the operator stands. */
static logreg_status apply(logreg__part *left, logreg__part *right, const operation *o, size_t at,
                           const logreg__parser *p)
{
    size_t number_at = left->number_at ? left->number_at : right->number_at;
    bool alone = (left->number_at && !left->list.n) || (right->number_at && !right->list.n);
    if (o->multiplies && alone)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: 1 and 0 are added or taken away, not multiplied",
                            number_at);
    size_t offset_at = left->offset_at ? left->offset_at : right->offset_at;
    if (o->multiplies && offset_at)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: an offset is added, not multiplied", offset_at);
    if (o->multiplies && left->list.n > MAX_CROSS / (right->list.n ? right->list.n : 1))
        return too_many(p, LOGREG__MAX_COLUMNS, at);
    if (!o->apply(&left->list, &right->list))
        return logreg__fail_memory(p->in.err);
    left->number_at = left->list.n ? 0 : number_at;
    left->offset_at = offset_at;
    size_t columns = logreg_frame_columns(p->in.frame), most = LOGREG__MAX_COLUMNS;
    if (!o->multiplies && columns > most) /* a list of them all is no mistake of whoever wrote it */
        most = columns;
    bool tidy = o->multiplies || left->list.n > most;
    if (tidy && !logreg__products_unique(&left->list))
        return logreg__fail_memory(p->in.err);
    return left->list.n > most ? too_many(p, most, at) : LOGREG_OK;
}

/* left to the power that the token after ^ is: so many factors left, each from any of its products, repeats dropped. */
static logreg_status raise(logreg__part *left, logreg__parser *p)
{
    static const operation cross = {"^", 5, true, logreg__products_cross};
    logreg__products base = {0};
    size_t at = p->in.token.at;
    double power = 0;
    logreg_status status = logreg__tokens_advance(&p->in);
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
        logreg__part right = {0};
        size_t before = left->list.n;
        status = logreg__products_copy(&right.list, &base) ? apply(left, &right, &cross, at, p)
                                                           : logreg__fail_memory(p->in.err);
        grows = left->list.n > before;
        logreg__products_clear(&right.list);
    }
    logreg__products_clear(&base);
    return status ? status : logreg__tokens_advance(&p->in);
}

logreg_status logreg__parse_terms(logreg__part *out, logreg__parser *p, int binding)
{
    const operation *o = operation_of(&p->in.token);
    bool signed_start = o && binding == 1 && o->binding == 1;
    logreg_status status = signed_start ? LOGREG_OK : operand(out, p);
    while (!status && !signed_start && is_power(&p->in.token))
        status = raise(out, p);
    while (!status && (o = operation_of(&p->in.token)) && o->binding >= binding) {
        logreg__part right = {0};
        size_t at = p->in.token.at;
        bool minus = o->apply == logreg__products_remove;
        status = logreg__tokens_advance(&p->in);
        p->taken_away ^= minus;
        p->minuses += minus;
        if (!status)
            status = logreg__parse_terms(&right, p, o->binding + 1);
        p->minuses -= minus;
        p->taken_away ^= minus;
        if (!status)
            status = apply(out, &right, o, at, p);
        logreg__products_clear(&right.list);
    }
    return status;
}
