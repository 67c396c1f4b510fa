/* What to say of a formula that cannot be read. */
#include "base/error.h"
#include "formula/parser.h"
#include "formula/unknown.h"

static const char what_can_be_used[] =
    "a formula is made of column names, + - : * / ^ %in% ( ), the dot, and functions such as C() and log()";

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

/* Characters that word processors and web pages put where others were meant. */
static const char *meant(const logreg__token *token)
{
    static const struct {
        const char *sign, *advice;
    } table[] = {
        {"\u2212", "write -, the sign of the keyboard"}, /* minus */
        {"\u2013", "write -, the sign of the keyboard"}, /* dash */
        {"\u00d7", "write *"},
        {"\u201c", "a name with blanks or signs stands in backticks"}, /* quotes */
        {"\u201d", "a name with blanks or signs stands in backticks"},
        {"\u2018", "a name with blanks or signs stands in backticks"},
        {"\u2019", "a name with blanks or signs stands in backticks"},
        {"|", "groups of rows are no part of a model here: (1 | g) is not fitted"},
        {"$", "columns are named without their table"},
        {"[", "columns are named without their table"},
        {"%%", "operators of arithmetic stand within I()"},
    };
    if (token->kind == LOGREG__TOKEN_STRING)
        return "a name with blanks or signs stands in backticks";
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (logreg__token_is(token, table[i].sign))
            return table[i].advice;
    return NULL;
}

/* EFORMULA where a column that needs backticks stands there without. */
static logreg_status unquoted(const logreg__parser *p)
{
    return logreg__in_backticks("formula", p->in.token.at, p->in.token.text, p->in.frame, p->in.err);
}

logreg_status logreg__no_operand(const logreg__parser *p)
{
    const logreg__token *t = &p->in.token;
    if (unquoted(p) != LOGREG_OK)
        return LOGREG_EFORMULA;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: it ends where a column name should follow", t->at);
    if (logreg__formula_operator(t) || logreg__token_is(t, ")") || logreg__token_is(t, "~"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: '%.*s' stands where a column name should be", t->at,
                            shown(t), t->text);
    const char *advice = meant(t);
    logreg_status condition = advice ? LOGREG_OK : logreg__condition_no_term(&p->in);
    if (condition != LOGREG_OK)
        return condition;
    return logreg__fail(p->in.err, LOGREG_EFORMULA, "formula, character %zu: '%.*s' is not supported; %s",
                        t->at, shown(t), t->text, advice ? advice : what_can_be_used);
}

logreg_status logreg__no_continuation(const logreg__parser *p, size_t open_at)
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
    return logreg__no_operand(p);
}

logreg_status logreg__explains_itself(const logreg__parser *p, size_t at)
{
    return logreg__fail(
        p->in.err, LOGREG_EFORMULA,
        "formula, character %zu: '%.80s' is the response and cannot explain itself; take it out "
        "on the right",
        at, logreg_frame_name(p->in.frame, p->parsed->response));
}

logreg_status logreg__no_function(const logreg__parser *p)
{
    const char *function = p->in.reader.name, *advice = logreg__function_advice(function);
    if (unquoted(p) != LOGREG_OK)
        return LOGREG_EFORMULA;
    if (advice)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no function %s(); %s", p->in.token.at, function,
                            advice);
    const char *near = logreg__made_nearest(function);
    if (near)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: there is no function %.80s(); did you mean %s()?",
                            p->in.token.at, function, near);
    return logreg__fail(p->in.err, LOGREG_EFORMULA,
                        "formula, character %zu: the function %.80s() is not supported; %s", p->in.token.at,
                        function, what_can_be_used);
}

logreg_status logreg__no_response(const logreg__parser *p)
{
    const char *advice = "a name with blanks or signs stands in backticks";
    if (unquoted(p) != LOGREG_OK)
        return LOGREG_EFORMULA;
    if (p->in.token.kind == LOGREG__TOKEN_CALL) {
        const char *f = p->in.reader.name;
        if (strcmp(f, "cbind") == 0)
            advice = "write the column of events, and name that of trials by --trials";
        else if (strcmp(f, "factor") == 0 || strcmp(f, "as.factor") == 0 || strcmp(f, "C") == 0)
            advice = "its values are classes anyway, so write it without a function";
        else if (strcmp(f, "I") == 0)
            advice = "write it alone, or compare it, as in a > 1";
    }
    if (logreg__token_is(&p->in.token, "="))
        advice = "a formula has ~ where an equation has =";
    return logreg__fail(
        p->in.err, LOGREG_EFORMULA,
        "formula, character %zu: the response, before '~', is the name of one column or a condition; %s",
        p->in.token.at, advice);
}
