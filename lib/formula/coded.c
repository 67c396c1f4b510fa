#include "formula/coded.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "formula/unknown.h"

static int shown(const logreg__token *token)
{
    return token->length < 60 ? (int)token->length : 60;
}

/* What follows a column in factor() and ordered(). */
static logreg_status alone(const logreg__tokens *in)
{
    return logreg__fail(
        in->err, LOGREG_EFORMULA,
        "%s, character %zu: factor() takes a column and nothing else: its levels are those in "
        "the data, and C(a, base = 2) chooses the reference",
        in->reader.what, in->token.at);
}

static logreg_status usage(const logreg__tokens *in)
{
    return logreg__fail(in->err, LOGREG_EFORMULA,
                        "%s, character %zu: C() takes the name of one column, as in C(zip)", in->reader.what,
                        in->token.at);
}

static bool is_factor(const char *name)
{
    return strcmp(name, "factor") == 0 || strcmp(name, "as.factor") == 0;
}

bool logreg__coded_function(const char *name)
{
    return strcmp(name, "C") == 0 || is_factor(name) || strcmp(name, "ordered") == 0 ||
           strcmp(name, "relevel") == 0;
}

static logreg_status read_name(logreg__coded *c, logreg__tokens *in)
{
    if (in->token.kind != LOGREG__TOKEN_NAME)
        return usage(in);
    if (in->frame && logreg_frame_find(in->frame, in->reader.name) == SIZE_MAX)
        return logreg__unknown_column(in->reader.what, in->token.at, in->token.text, in->reader.name,
                                      in->frame, in->err);
    c->at = in->token.at;
    c->column = logreg__copy(in->reader.name);
    return c->column ? logreg__tokens_advance(in) : logreg__fail_memory(in->err);
}

/* A name, or factor(name). */
static logreg_status read_column(logreg__coded *c, logreg__tokens *in)
{
    if (in->token.kind != LOGREG__TOKEN_CALL || !is_factor(in->reader.name))
        return read_name(c, in);
    logreg_status status = logreg__tokens_advance(in);
    if (!status)
        status = logreg__tokens_advance(in);
    if (!status)
        status = read_name(c, in);
    if (status)
        return status;
    return logreg__token_is(&in->token, ")") ? logreg__tokens_advance(in) : alone(in);
}

/* sum, contr.sum or "contr.sum"; the token is the name. */
static logreg_status read_contrast(logreg__coded *c, logreg__tokens *in)
{
    const char *word = in->reader.name;
    size_t prefix = strncmp(word, "contr.", 6) == 0 ? 6 : 0;
    for (size_t i = 0; i < LOGREG__CONTRASTS; i++)
        if (strcmp(word + prefix, logreg__contrast_words[i]) == 0) {
            c->contrast = (logreg__contrast)i;
            return logreg__tokens_advance(in);
        }
    const char *near = logreg__nearest(word + prefix, logreg__contrast_words, LOGREG__CONTRASTS);
    return logreg__fail(in->err, LOGREG_EFORMULA, "%s, character %zu: C() knows no contrast '%.*s'%s%s%s",
                        in->reader.what, in->token.at, shown(&in->token), in->token.text,
                        near ? "; did you mean '" : "; there are treatment, sum, helmert and poly",
                        near ? near : "", near ? "'?" : "");
}

/* A level: its number or name. */
static logreg_status read_level(logreg__coded *c, logreg__tokens *in)
{
    const logreg__token *t = &in->token;
    double x;
    if (t->kind == LOGREG__TOKEN_STRING) {
        c->base_label = logreg__copy(in->reader.name);
        return c->base_label ? logreg__tokens_advance(in) : logreg__fail_memory(in->err);
    }
    if (t->kind != LOGREG__TOKEN_NUMBER || !logreg__number_parse(&x, t->text, t->length, '.') || x < 1 ||
        x > 1e6 || x != floor(x))
        return logreg__fail(
            in->err, LOGREG_EFORMULA,
            "%s, character %zu: base is the number of a level, counted from 1, or its name in quotes",
            in->reader.what, t->at);
    c->base = (size_t)x;
    return logreg__tokens_advance(in);
}

/* What follows `base`. */
static logreg_status read_base(logreg__coded *c, logreg__tokens *in)
{
    logreg_status status = logreg__tokens_advance(in);
    if (!status && !logreg__token_is(&in->token, "="))
        return logreg__fail(in->err, LOGREG_EFORMULA,
                            "%s, character %zu: '=' should follow base, as in C(f, base = 2)",
                            in->reader.what, in->token.at);
    if (!status)
        status = logreg__tokens_advance(in);
    return status ? status : read_level(c, in);
}

/* relevel(a, ref = "b"), or without the name. */
static logreg_status read_reference(logreg__coded *c, logreg__tokens *in)
{
    logreg_status status = LOGREG_OK;
    bool there = logreg__token_is(&in->token, ",");
    if (there)
        status = logreg__tokens_advance(in);
    if (!status && there && in->token.kind == LOGREG__TOKEN_NAME && strcmp(in->reader.name, "ref") == 0) {
        status = logreg__tokens_advance(in);
        there = status || logreg__token_is(&in->token, "=");
        if (!status && there)
            status = logreg__tokens_advance(in);
    }
    if (!status && !there)
        return logreg__fail(in->err, LOGREG_EFORMULA,
                            "%s, character %zu: relevel() is used as relevel(a, ref = \"b\")",
                            in->reader.what, in->token.at);
    return status ? status : read_level(c, in);
}

static logreg_status read_arguments(logreg__coded *c, logreg__tokens *in)
{
    bool contrast = false, base = false;
    logreg_status status = LOGREG_OK;
    while (!status && logreg__token_is(&in->token, ",")) {
        status = logreg__tokens_advance(in);
        bool name = !status && in->token.kind == LOGREG__TOKEN_NAME;
        bool is_base = name && strcmp(in->reader.name, "base") == 0;
        name |= !status && in->token.kind == LOGREG__TOKEN_STRING;
        if (status)
            break;
        if (!name || (is_base ? base : contrast || base))
            return logreg__fail(
                in->err, LOGREG_EFORMULA,
                "%s, character %zu: '%.*s' cannot stand here; C() is used as C(f, sum) or C(f, "
                "treatment, base = 2)",
                in->reader.what, in->token.at, shown(&in->token), in->token.text);
        status = is_base ? read_base(c, in) : read_contrast(c, in);
        base |= is_base;
        contrast |= !is_base;
    }
    if (!status && base && c->contrast != LOGREG__TREATMENT)
        return logreg__fail(in->err, LOGREG_EFORMULA, "%s, character %zu: %s contrasts have no base",
                            in->reader.what, in->token.at, logreg__contrast_words[c->contrast]);
    return status;
}

logreg_status logreg__coded_read(logreg__coded *c, logreg__tokens *in)
{
    bool contrasts = strcmp(in->reader.name, "C") == 0, relevel = strcmp(in->reader.name, "relevel") == 0;
    if (strcmp(in->reader.name, "ordered") == 0)
        c->contrast = LOGREG__POLY;
    logreg_status status = logreg__tokens_advance(in);
    size_t open_at = in->token.at;
    if (!status)
        status = logreg__tokens_advance(in);
    if (!status)
        status = read_column(c, in);
    if (!status && contrasts)
        status = read_arguments(c, in);
    if (!status && relevel)
        status = read_reference(c, in);
    if (!status && in->token.kind == LOGREG__TOKEN_END)
        return logreg__fail(in->err, LOGREG_EFORMULA, "%s, character %zu: this parenthesis is never closed",
                            in->reader.what, open_at);
    if (!status && !logreg__token_is(&in->token, ")"))
        return contrasts || relevel ? usage(in) : alone(in);
    if (c->base == 1)
        c->base = 0; /* it is the first anyway */
    return status ? status : logreg__tokens_advance(in);
}

void logreg__coded_write(logreg__text *text, const logreg__coded *c, bool quoted)
{
    logreg__text_add(text, "C(");
    if (quoted)
        logreg__name_quote(text, c->column);
    else
        logreg__text_add(text, c->column);
    if (c->contrast != LOGREG__TREATMENT) {
        logreg__text_add(text, ", ");
        logreg__text_add(text, logreg__contrast_words[c->contrast]);
    }
    if (c->base || c->base_label)
        logreg__text_add(text, ", base = ");
    if (c->base_label) {
        logreg__string_quote(text, c->base_label);
    } else if (c->base) {
        char number[LOGREG__NUMBER_SIZE];
        logreg__text_add(text, logreg__number_shortest(number, (double)c->base));
    }
    logreg__text_add(text, ")");
}

bool logreg__coded_plain(const logreg__coded *c)
{
    return c->contrast == LOGREG__TREATMENT && !c->base && !c->base_label;
}

void logreg__coded_clear(logreg__coded *c)
{
    free(c->column);
    free(c->base_label);
    *c = (logreg__coded){0};
}
