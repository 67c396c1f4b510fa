/* Variables made of columns, from text: log(age), I(a^2), poly(x, 2), bs(x, df = 5, degree = 2). */
#include "base/error.h"
#include "base/memory.h"
#include "formula/basis_read.h"
#include "formula/condition.h"
#include "formula/made.h"
#include "formula/unknown.h"

bool logreg__made_function(const char *name)
{
    const char *other;
    for (size_t i = 0; (other = logreg__expression_function(i, LOGREG__ARITHMETIC)); i++)
        if (strcmp(other, name) == 0)
            return true;
    return strcmp(name, "I") == 0 || logreg__basis_named(name);
}

const char *logreg__made_nearest(const char *name)
{
    const char *names[40] = {"I", "C", "offset", "poly", "bs", "ns", "scale", "factor"};
    size_t n = 8;
    while (n < 40 && (names[n] = logreg__expression_function(n - 8, LOGREG__ARITHMETIC)))
        n++;
    return logreg__nearest(name, names, n);
}

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

/* The first argument may be named as R names it: bs(x = a). */
static logreg_status skip_x(logreg__tokens *in)
{
    const char *after = in->reader.next;
    while (*after == ' ')
        after++;
    bool named = in->token.kind == LOGREG__TOKEN_NAME && strcmp(in->reader.name, "x") == 0 && *after == '=' &&
                 after[1] != '=';
    logreg_status status = named ? logreg__tokens_advance(in) : LOGREG_OK;
    return status || !named ? status : logreg__tokens_advance(in);
}

/* What is inside the parentheses; the token is the first. */
static logreg_status read_inside(logreg__made *made, logreg__tokens *in)
{
    logreg_status status = made->basis.kind ? skip_x(in) : LOGREG_OK;
    if (!status)
        status = logreg__expression_read(&made->input, in,
                                         made->basis.kind ? LOGREG__ARITHMETIC : LOGREG__CONDITION);
    return status || !made->basis.kind ? status : logreg__basis_read(&made->basis, in);
}

static char *normal_form(const logreg__made *made, bool wrapped)
{
    logreg__text text = {0};
    const logreg__basis *b = &made->basis;
    logreg__text_add(&text, b->kind ? b->kind->name : wrapped ? "I" : "");
    logreg__text_add(&text, b->kind || wrapped ? "(" : "");
    logreg__expression_write(&text, made->input);
    if (b->kind)
        logreg__basis_write(&text, b);
    logreg__text_add(&text, b->kind || wrapped ? ")" : "");
    return logreg__text_take(&text);
}

/* The token stands where the parenthesis should be closed. */
static logreg_status cannot_follow(const logreg__tokens *in, bool wrapped)
{
    if (wrapped && logreg__token_is(&in->token, ","))
        return logreg__fail(in->err, LOGREG_EFORMULA, "%s, character %zu: I() takes one argument",
                            in->reader.what, in->token.at);
    if (wrapped && (logreg__condition_sign(in) || logreg__token_is(&in->token, "=")))
        return logreg__expression_stray(in, LOGREG__CONDITION);
    logreg_status status = wrapped ? LOGREG_OK : logreg__condition_no_term(in);
    if (status)
        return status;
    return logreg__fail(in->err, LOGREG_EFORMULA,
                        "%s, character %zu: '%.*s' cannot follow here; ')' or an operator should",
                        in->reader.what, in->token.at, shown(&in->token), in->token.text);
}

static logreg_status read(logreg__made *made, logreg__tokens *in)
{
    logreg__basis *b = &made->basis;
    bool wrapped = strcmp(in->reader.name, "I") == 0;
    b->kind = logreg__basis_named(in->reader.name);
    if (!b->kind && !wrapped) {
        logreg_status status = logreg__expression_read_call(&made->input, in);
        made->text = status ? NULL : normal_form(made, false);
        return status || made->text ? status : logreg__fail_memory(in->err);
    }
    logreg_status status = logreg__tokens_advance(in);
    size_t open_at = in->token.at;
    if (!status)
        status = logreg__tokens_advance(in);
    if (!status)
        status = read_inside(made, in);
    if (status)
        return status;
    if (in->token.kind == LOGREG__TOKEN_END)
        return logreg__fail(in->err, LOGREG_EFORMULA, "%s, character %zu: this parenthesis is never closed",
                            in->reader.what, open_at);
    if (!logreg__token_is(&in->token, ")"))
        return cannot_follow(in, wrapped);
    made->text = normal_form(made, wrapped);
    return made->text ? logreg__tokens_advance(in) : logreg__fail_memory(in->err);
}

logreg_status logreg__made_read(logreg__made **made, logreg__tokens *tokens)
{
    logreg__made *m = logreg__new(1, sizeof *m);
    logreg_status status = m ? read(m, tokens) : logreg__fail_memory(tokens->err);
    if (status)
        logreg__made_free(m);
    else
        *made = m;
    return status;
}

logreg_status logreg__made_parse(logreg__made **made, const char *text, logreg_error *err)
{
    logreg__tokens tokens;
    logreg__made *m = NULL;
    logreg_status status = logreg__tokens_open(&tokens, "variable", text, NULL, err);
    if (!status && (tokens.token.kind != LOGREG__TOKEN_CALL || !logreg__made_function(tokens.reader.name)))
        status = logreg__fail(err, LOGREG_EFORMULA, "'%.200s' is no variable", text);
    if (!status)
        status = logreg__made_read(&m, &tokens);
    if (!status && tokens.token.kind != LOGREG__TOKEN_END)
        status = logreg__fail(err, LOGREG_EFORMULA, "'%.200s' is more than a variable", text);
    logreg__tokens_close(&tokens);
    if (status)
        logreg__made_free(m);
    else
        *made = m;
    return status;
}

void logreg__made_free(logreg__made *made)
{
    if (!made)
        return;
    logreg__basis_clear(&made->basis);
    logreg__expression_free(made->input);
    free(made->text);
    free(made);
}
