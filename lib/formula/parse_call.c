/* Factors of a formula: columns, and calls of functions. */
#include "base/error.h"
#include "base/memory.h"
#include "formula/parser.h"

/* Appends a factor, which it takes over, and gives its place; SIZE_MAX: out of memory. */
static size_t new_factor(logreg__parser *p, logreg__factor *factor)
{
    logreg__parsed *all = p->parsed;
    if (!factor->text || !logreg__grow(&all->factor, &all->room, all->n_factors + 1, sizeof *all->factor)) {
        logreg__factor_clear(factor);
        return SIZE_MAX;
    }
    all->factor[all->n_factors] = *factor;
    return all->n_factors++;
}

static logreg_status add_place(logreg__part *out, logreg__parser *p, size_t place)
{
    bool ok = place != SIZE_MAX && logreg__products_add(&out->list, place);
    return ok ? LOGREG_OK : logreg__fail_memory(p->in.err);
}

/* Adds the column's factor, which is made when it is first met. */
logreg_status logreg__parse_column(logreg__part *out, logreg__parser *p, size_t column, bool categorical)
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
static logreg_status add_factor(logreg__part *out, logreg__parser *p, logreg__factor *factor)
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

static logreg_status coded(logreg__part *out, logreg__parser *p)
{
    logreg__factor factor = {.categorical = true};
    logreg_status status = logreg__coded_read(&factor.coded, &p->in);
    size_t column = status ? SIZE_MAX : logreg_frame_find(p->in.frame, factor.coded.column);
    if (!status && column == p->parsed->response && !p->minuses)
        status = logreg__explains_itself(p, factor.coded.at);
    if (status || logreg__coded_plain(&factor.coded)) {
        logreg__factor_clear(&factor);
        return status ? status : logreg__parse_column(out, p, column, true);
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
static logreg_status check_columns(logreg__parser *p, const logreg__expression *e)
{
    for (size_t i = 0; i < e->n && !p->minuses; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN &&
            logreg_frame_find(p->in.frame, e->node[i].text) == p->parsed->response)
            return logreg__explains_itself(p, e->node[i].at);
    return LOGREG_OK;
}

static logreg_status made(logreg__part *out, logreg__parser *p)
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

static logreg_status offset(logreg__part *out, logreg__parser *p)
{
    logreg__expression *e = NULL;
    out->offset_at = p->in.token.at;
    if (p->taken_away)
        return logreg__fail(p->in.err, LOGREG_EFORMULA,
                            "formula, character %zu: an offset can be added only; leave it out instead",
                            out->offset_at);
    logreg_status status = logreg__tokens_advance(&p->in);
    size_t open_at = p->in.token.at;
    if (!status)
        status = logreg__tokens_advance(&p->in);
    if (!status)
        status = logreg__expression_read(&e, &p->in, LOGREG__ARITHMETIC);
    if (!status)
        status = check_columns(p, e);
    if (!status && !logreg__token_is(&p->in.token, ")"))
        status = logreg__no_continuation(p, open_at);
    if (!status) {
        logreg__text_add(&p->offset, p->offset.length ? " + (" : "(");
        logreg__expression_write(&p->offset, e);
        logreg__text_add(&p->offset, ")");
        status = logreg__tokens_advance(&p->in);
    }
    logreg__expression_free(e);
    return status;
}

logreg_status logreg__parse_call(logreg__part *out, logreg__parser *p)
{
    const char *function = p->in.reader.name;
    if (logreg__coded_function(function))
        return coded(out, p);
    if (strcmp(function, "offset") == 0)
        return offset(out, p);
    if (logreg__made_function(function))
        return made(out, p);
    return logreg__no_function(p);
}
