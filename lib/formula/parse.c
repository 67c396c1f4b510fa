/* A formula: its two sides. */
#include "formula/parse.h"

#include "base/error.h"
#include "base/memory.h"
#include "formula/condition.h"
#include "formula/parser.h"
#include "formula/unknown.h"

static logreg_status no_tilde(const logreg__parser *p)
{
    return logreg__fail(p->in.err, LOGREG_EFORMULA,
                        "formula, character %zu: '~' is missing; write it as y ~ a + b", p->in.token.at);
}

/* The response is a condition: the column that says where it is met. */
static logreg_status posed(logreg__parser *p)
{
    logreg__expression *e = NULL;
    size_t at = p->in.token.at;
    char *name = NULL;
    logreg_status status = logreg__condition_read(&e, &name, &p->in);
    if (!status && p->in.token.kind == LOGREG__TOKEN_END)
        status = no_tilde(p);
    size_t j = status ? SIZE_MAX : logreg_frame_find(p->in.frame, name);
    if (!status && (j == SIZE_MAX || !logreg_frame_is_condition(p->in.frame, j)))
        status = logreg__fail(p->in.err, LOGREG_EFORMULA,
                              "formula, character %zu: the response is a condition, '%.200s', of which "
                              "logreg_frame_add_condition() makes a column first",
                              at, name);
    p->parsed->response = j;
    logreg__expression_free(e);
    free(name);
    return status ? status : logreg__tokens_advance(&p->in);
}

static logreg_status response(logreg__parser *p)
{
    const logreg__token *t = &p->in.token;
    if (t->kind == LOGREG__TOKEN_END)
        return logreg__fail(p->in.err, LOGREG_EFORMULA, "the formula is empty; write it as y ~ a + b");
    if (logreg__token_is(t, "~"))
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: the response is missing before '~'", t->at);
    bool condition;
    logreg_status looked = logreg__condition_stands(&condition, &p->in);
    if (looked || condition)
        return looked ? looked : posed(p);
    if (t->kind == LOGREG__TOKEN_NAME) {
        p->parsed->response = logreg_frame_find(p->in.frame, p->in.reader.name);
        if (p->parsed->response == SIZE_MAX)
            return logreg__unknown_column("formula", p->in.token.at, p->in.token.text, p->in.reader.name,
                                          p->in.frame, p->in.err);
        logreg__token name = *t;
        logreg_status status = logreg__tokens_advance(&p->in);
        if (status || logreg__token_is(t, "~"))
            return status ? status : logreg__tokens_advance(&p->in);
        if (t->kind == LOGREG__TOKEN_END)
            return no_tilde(p);
        status = logreg__in_backticks("formula", name.at, name.text, p->in.frame, p->in.err);
        if (status)
            return status;
    }
    return logreg__no_response(p);
}

/* What a condition is about knows it. */
static void hide_known(logreg__parser *p)
{
    for (size_t i = 0; i < logreg_frame_columns(p->in.frame); i++)
        p->hidden[i] = p->hidden[i] || logreg_frame_condition_uses(p->in.frame, p->parsed->response, i);
}

static logreg_status right_side(logreg__parser *p)
{
    logreg__part all = {0};
    logreg_status status = logreg__parse_terms(&all, p, 1);
    p->parsed->products = all.list;
    if (status)
        return status;
    if (p->in.token.kind != LOGREG__TOKEN_END)
        return logreg__no_continuation(p, 0);
    if (!logreg__products_unique(&p->parsed->products) || !logreg__products_sort(&p->parsed->products))
        return logreg__fail_memory(p->in.err);
    if (p->offset.failed)
        return logreg__fail_memory(p->in.err);
    if (p->offset.length)
        status = logreg__expression_parse(&p->parsed->offset, "formula", p->offset.start, NULL,
                                          LOGREG__ARITHMETIC, p->in.err);
    if (status)
        return status;
    if (!p->parsed->products.n && !p->parsed->intercept && !p->parsed->sparse)
        return logreg__fail(
            p->in.err, LOGREG_EFORMULA,
            "the formula leaves neither a term nor an intercept: there is nothing to estimate");
    return LOGREG_OK;
}

logreg_status logreg__parse(logreg__parsed *parsed, const char *text, const logreg_frame *frame, bool *hidden,
                            logreg_error *err)
{
    size_t columns = logreg_frame_columns(frame);
    logreg__parser p = {.hidden = hidden, .parsed = parsed};
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
        hide_known(&p);
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
