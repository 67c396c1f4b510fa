/* From text to tree: precedence climbing (M. Richards, "BCPL: The Language and its Compiler", 1979), nodes being added in
 * the order of their evaluation. */
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "formula/expression.h"
#include "formula/operation.h"
#include "formula/unknown.h"

/* Operations within operations; each level costs a few stack frames. */
#define MAX_DEPTH 100

/* ---- Complaints -------------------------------------------------------------------------------------------- */

typedef struct {
    logreg__tokens *in;
    logreg__expression *out;
    logreg__grammar grammar;
    size_t depth;
} parser;

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

static logreg_status no_operand(const parser *p)
{
    const logreg__token *t = &p->in->token;
    const char *what = p->in->reader.what;
    logreg_status quoted = logreg__in_backticks(what, t->at, t->text, p->in->frame, p->in->err);
    if (quoted != LOGREG_OK)
        return quoted;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in->err, LOGREG_EFORMULA,
                            "%s, character %zu: it ends where a column name or a number should follow", what,
                            t->at);
    return logreg__fail(p->in->err, LOGREG_EFORMULA,
                        "%s, character %zu: '%.*s' stands where a column name or a number should be", what,
                        t->at, shown(t), t->text);
}

static logreg_status unknown_function(const parser *p)
{
    const char *names[32], *near;
    size_t n = 0;
    logreg_status quoted = logreg__in_backticks(p->in->reader.what, p->in->token.at, p->in->token.text,
                                                p->in->frame, p->in->err);
    if (quoted != LOGREG_OK)
        return quoted;
    while (n < 32 && (names[n] = logreg__expression_function(n, p->grammar)))
        n++;
    const char *advice = logreg__function_advice(p->in->reader.name);
    if (advice)
        return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: there is no function %s(); %s",
                            p->in->reader.what, p->in->token.at, p->in->reader.name, advice);
    near = logreg__nearest(p->in->reader.name, names, n);
    return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: there is no function %.80s()%s%s%s",
                        p->in->reader.what, p->in->token.at, p->in->reader.name,
                        near ? "; did you mean " : "", near ? near : ", but " LOGREG__FUNCTIONS,
                        near ? "()?" : "");
}

static logreg_status not_closed(const parser *p, size_t open_at)
{
    const logreg__token *t = &p->in->token;
    const char *what = p->in->reader.what;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in->err, LOGREG_EFORMULA,
                            "%s, character %zu: this parenthesis is never closed", what, open_at);
    logreg_status condition = p->grammar == LOGREG__CONDITION ? LOGREG_OK : logreg__condition_no_term(p->in);
    if (condition != LOGREG_OK)
        return condition;
    return logreg__fail(p->in->err, LOGREG_EFORMULA,
                        "%s, character %zu: '%.*s' cannot follow here; ')' or an operator should", what,
                        t->at, shown(t), t->text);
}

/* ---- Nodes ------------------------------------------------------------------------------------------------- */

/* Takes node.text over. */
static logreg_status push(parser *p, logreg__node node)
{
    logreg__expression *e = p->out;
    if (e->n == LOGREG__EXPRESSION_NODES) {
        free(node.text);
        return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: this expression is too long",
                            p->in->reader.what, node.at);
    }
    if (!logreg__grow(&e->node, &e->room, e->n + 1, sizeof *e->node)) {
        free(node.text);
        return logreg__fail_memory(p->in->err);
    }
    e->node[e->n++] = node;
    return LOGREG_OK;
}

/* Does the name stand behind == or !=, where a text is likely to be meant? */
static bool is_compared(const logreg__token *name)
{
    size_t back = 1;
    while (back < name->at && name->text[-(ptrdiff_t)back] == ' ')
        back++;
    return back + 1 < name->at && name->text[-(ptrdiff_t)back] == '=' &&
           strchr("=!", name->text[-(ptrdiff_t)back - 1]);
}

static logreg_status unknown_column(const parser *p)
{
    const logreg__tokens *in = p->in;
    if (p->grammar == LOGREG__CONDITION && is_compared(&in->token))
        return logreg__fail(
            in->err, LOGREG_EFORMULA,
            "%s, character %zu: no column is called '%.80s'; a text stands in quotes, \"%.80s\", "
            "and a shell takes these off where none stand about the whole",
            in->reader.what, in->token.at, in->reader.name, in->reader.name);
    return logreg__unknown_column(in->reader.what, in->token.at, in->token.text, in->reader.name, in->frame,
                                  in->err);
}

/* A column or a string: the token's name. */
static logreg_status push_name(parser *p, logreg__node_kind kind)
{
    const logreg__tokens *in = p->in;
    if (kind == LOGREG__NODE_COLUMN && in->frame && logreg_frame_find(in->frame, in->reader.name) == SIZE_MAX)
        return unknown_column(p);
    char *name = logreg__copy(in->reader.name);
    if (!name)
        return logreg__fail_memory(in->err);
    logreg_status status = push(p, (logreg__node){.kind = kind, .text = name, .at = in->token.at});
    return status ? status : logreg__tokens_advance(p->in);
}

static logreg_status push_number(parser *p)
{
    const logreg__token *t = &p->in->token;
    logreg__node node = {.kind = LOGREG__NODE_NUMBER, .at = t->at};
    if (!logreg__number_parse(&node.number, t->text, t->length, '.'))
        return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: the number %.*s is too large",
                            p->in->reader.what, t->at, shown(t), t->text);
    logreg_status status = push(p, node);
    return status ? status : logreg__tokens_advance(p->in);
}

/* ---- Grammar ----------------------------------------------------------------------------------------------- */

static const logreg__operation *operation(const parser *p, logreg__fix fix)
{
    const logreg__token *t = &p->in->token;
    for (const logreg__operation *o = logreg__operations; o->name; o++) {
        bool named = fix == LOGREG__FUNCTION
                         ? t->kind == LOGREG__TOKEN_CALL && strcmp(p->in->reader.name, o->name) == 0
                         : logreg__token_is(t, o->name) || (o->spelling && logreg__token_is(t, o->spelling));
        if (o->fix == fix && named && (o->grammar == LOGREG__ARITHMETIC || p->grammar == LOGREG__CONDITION))
            return o;
    }
    return NULL;
}

static logreg_status climb(parser *p, int binding);

/* The token is '('. */
static logreg_status parenthesis(parser *p)
{
    size_t open_at = p->in->token.at;
    logreg_status status = logreg__tokens_advance(p->in);
    if (!status)
        status = climb(p, 0);
    if (!status && !logreg__token_is(&p->in->token, ")"))
        status = not_closed(p, open_at);
    return status ? status : logreg__tokens_advance(p->in);
}

static logreg_status call(parser *p)
{
    const logreg__operation *o = operation(p, LOGREG__FUNCTION);
    size_t at = p->in->token.at;
    bool as_is = strcmp(p->in->reader.name, "I") == 0; /* as R has it: within arithmetic it does nothing */
    if (!o && !as_is)
        return unknown_function(p);
    logreg_status status = logreg__tokens_advance(p->in);
    size_t open_at = p->in->token.at;
    if (!status)
        status = logreg__tokens_advance(p->in);
    if (!status)
        status = climb(p, 0);
    if (!status && logreg__token_is(&p->in->token, ","))
        return logreg__fail(p->in->err, LOGREG_EFORMULA, "%s, character %zu: %s() takes one argument%s",
                            p->in->reader.what, p->in->token.at, o ? o->name : "I",
                            o && strcmp(o->name, "log") == 0 ? "; to base 7 write I(log(a)/log(7))" : "");
    if (!status && !logreg__token_is(&p->in->token, ")"))
        status = not_closed(p, open_at);
    if (!status)
        status = logreg__tokens_advance(p->in);
    if (status || !o)
        return status;
    return push(
        p, (logreg__node){.kind = LOGREG__NODE_OPERATION, .operation = o, .left = p->out->n - 1, .at = at});
}

/* An operation before its operand; a plus does nothing. */
static logreg_status prefixed(parser *p, const logreg__operation *o)
{
    size_t at = p->in->token.at;
    logreg_status status = logreg__tokens_advance(p->in);
    if (!status)
        status = climb(p, o ? o->binding : LOGREG__BINDS_SIGN);
    if (status || !o)
        return status;
    return push(
        p, (logreg__node){.kind = LOGREG__NODE_OPERATION, .operation = o, .left = p->out->n - 1, .at = at});
}

static logreg_status operand(parser *p)
{
    const logreg__token *t = &p->in->token;
    const logreg__operation *prefix = operation(p, LOGREG__PREFIX);
    if (prefix || logreg__token_is(t, "+"))
        return prefixed(p, prefix);
    if (logreg__token_is(t, "("))
        return parenthesis(p);
    switch (t->kind) {
    case LOGREG__TOKEN_NAME:
        return push_name(p, LOGREG__NODE_COLUMN);
    case LOGREG__TOKEN_STRING:
        return p->grammar == LOGREG__CONDITION ? push_name(p, LOGREG__NODE_STRING) : no_operand(p);
    case LOGREG__TOKEN_NUMBER:
        return push_number(p);
    case LOGREG__TOKEN_CALL:
        return call(p);
    default:
        return no_operand(p);
    }
}

/* An operand, and the infix operations on it that bind at least so tightly. */
static logreg_status climb(parser *p, int binding)
{
    const logreg__operation *o;
    if (++p->depth > MAX_DEPTH)
        return logreg__fail(p->in->err, LOGREG_EFORMULA,
                            "%s, character %zu: more than %d operations within each other",
                            p->in->reader.what, p->in->token.at, MAX_DEPTH);
    logreg_status status = operand(p);
    while (!status && (o = operation(p, LOGREG__INFIX)) && o->binding >= binding) {
        size_t left = p->out->n - 1, at = p->in->token.at;
        status = logreg__tokens_advance(p->in);
        if (!status)
            status = climb(p, o->binding + (o->binding != LOGREG__BINDS_POWER));
        if (!status)
            status = push(p, (logreg__node){.kind = LOGREG__NODE_OPERATION,
                                            .operation = o,
                                            .left = left,
                                            .right = p->out->n - 1,
                                            .at = at});
        const logreg__operation *next = status ? NULL : operation(p, LOGREG__INFIX);
        if (next && o->binding == LOGREG__BINDS_COMPARISON && next->binding == LOGREG__BINDS_COMPARISON)
            status =
                logreg__fail(p->in->err, LOGREG_EFORMULA,
                             "%s, character %zu: a second comparison; join two by &, as in 1 < a & a < 2",
                             p->in->reader.what, p->in->token.at);
    }
    p->depth--;
    return status;
}

/* Says of an expression without a column that it has none, or how one is written whose name stands in quotes. */
static logreg_status no_column(const parser *p, size_t at)
{
    const logreg__node *quoted = NULL;
    logreg__text name = {0};
    for (size_t i = 0; i < p->out->n && !quoted && p->in->frame; i++)
        if (p->out->node[i].kind == LOGREG__NODE_STRING &&
            logreg_frame_find(p->in->frame, p->out->node[i].text) != SIZE_MAX)
            quoted = &p->out->node[i];
    if (!quoted)
        return logreg__fail(p->in->err, LOGREG_EFORMULA,
                            "%s, character %zu: this names no column, and so is the same in every row",
                            p->in->reader.what, at);
    logreg__name_quote(&name, quoted->text);
    logreg_status status =
        name.failed ? logreg__fail_memory(p->in->err)
                    : logreg__fail(p->in->err, LOGREG_EFORMULA,
                                   "%s, character %zu: what stands in quotes is a text; the column of this "
                                   "name is written %s",
                                   p->in->reader.what, quoted->at, name.start);
    free(name.start);
    return status;
}

/* Hands over what was read, if it uses a column. */
static logreg_status finish(logreg__expression **expression, parser *p, size_t at, logreg_status status)
{
    size_t columns = 0;
    for (size_t i = 0; !status && i < p->out->n; i++)
        columns += p->out->node[i].kind == LOGREG__NODE_COLUMN;
    if (!status && !columns)
        status = no_column(p, at);
    if (status)
        logreg__expression_free(p->out);
    else
        *expression = p->out;
    return status;
}

logreg_status logreg__expression_read(logreg__expression **expression, logreg__tokens *tokens,
                                      logreg__grammar grammar)
{
    parser p = {.in = tokens, .out = logreg__new(1, sizeof *p.out), .grammar = grammar};
    size_t at = tokens->token.at;
    logreg_status status = p.out ? climb(&p, 0) : logreg__fail_memory(tokens->err);
    return finish(expression, &p, at, status);
}

/* What to write for a word of another language that stands where an expression might go on. */
static const char *advice_on(const logreg__token *t, logreg__grammar grammar)
{
    static const struct {
        const char *word, *advice;
    } table[] = {
        {"=", "to compare, write =="},
        {"and", "for both of two conditions write &"},
        {"or", "for either of two conditions write |"},
        {"in", "for one of several values write a == \"b\" | a == \"c\""},
        {"%in%", "for one of several values write a == \"b\" | a == \"c\""},
        {"is", "to compare, write ==; for a missing value is.na(a)"},
    };
    size_t n = grammar == LOGREG__CONDITION ? sizeof table / sizeof *table : 1;
    for (size_t i = 0; i < n; i++)
        if (strlen(table[i].word) == t->length && strncasecmp(table[i].word, t->text, t->length) == 0)
            return table[i].advice;
    return "an operator or the end should";
}

logreg_status logreg__expression_stray(const logreg__tokens *tokens, logreg__grammar grammar)
{
    const logreg__token *t = &tokens->token;
    return logreg__fail(tokens->err, LOGREG_EFORMULA, "%s, character %zu: '%.*s' cannot follow here; %s",
                        tokens->reader.what, t->at, shown(t), t->text, advice_on(t, grammar));
}

logreg_status logreg__expression_parse(logreg__expression **expression, const char *what, const char *text,
                                       const logreg_frame *frame, logreg__grammar grammar, logreg_error *err)
{
    logreg__tokens tokens;
    logreg__expression *e = NULL;
    logreg_status status = logreg__tokens_open(&tokens, what, text, frame, err);
    if (!status)
        status = logreg__expression_read(&e, &tokens, grammar);
    if (!status && tokens.token.kind != LOGREG__TOKEN_END)
        status = logreg__expression_stray(&tokens, grammar);
    logreg__tokens_close(&tokens);
    if (status)
        logreg__expression_free(e);
    else
        *expression = e;
    return status;
}

logreg_status logreg__expression_read_call(logreg__expression **expression, logreg__tokens *tokens)
{
    parser p = {.in = tokens, .out = logreg__new(1, sizeof *p.out), .grammar = LOGREG__ARITHMETIC};
    size_t at = tokens->token.at;
    logreg_status status = p.out ? climb(&p, LOGREG__BINDS_CALL) : logreg__fail_memory(tokens->err);
    return finish(expression, &p, at, status);
}
