#include "formula/condition.h"

#include "base/error.h"
#include "base/memory.h"
#include "formula/operation.h"
#include "formula/unquoted.h"

/* ---- Reading ----------------------------------------------------------------------------------------------- */

bool logreg__condition_sign(const logreg__tokens *in)
{
    const logreg__token *t = &in->token;
    for (const logreg__operation *o = logreg__operations; o->name; o++)
        if (o->grammar == LOGREG__CONDITION &&
            (t->kind == LOGREG__TOKEN_CALL
                 ? o->fix == LOGREG__FUNCTION && strcmp(in->reader.name, o->name) == 0
                 : logreg__token_is(t, o->name) || (o->spelling && logreg__token_is(t, o->spelling))))
            return true;
    return logreg__token_is(t, "%in%");
}

logreg_status logreg__condition_stands(bool *stands, const logreg__tokens *tokens)
{
    logreg__tokens ahead;
    logreg_error err;
    logreg_status status =
        logreg__tokens_open(&ahead, tokens->reader.what, tokens->token.text, tokens->frame, &err);
    *stands = false;
    while (!status && !*stands && ahead.token.kind != LOGREG__TOKEN_END &&
           !logreg__token_is(&ahead.token, "~")) {
        *stands = logreg__condition_sign(&ahead);
        status = logreg__tokens_advance(&ahead);
    }
    logreg__tokens_close(&ahead);
    return status == LOGREG_ENOMEM ? logreg__fail_memory(tokens->err) : LOGREG_OK;
}

logreg_status logreg__condition_read(logreg__expression **expression, char **name, logreg__tokens *tokens)
{
    logreg__expression *e = NULL;
    logreg__text text = {0};
    size_t at = tokens->token.at;
    logreg_status status = logreg__expression_read(&e, tokens, LOGREG__CONDITION);
    if (status)
        return status;
    const logreg__operation *whole = e->node[e->n - 1].operation;
    if (tokens->token.kind != LOGREG__TOKEN_END && !logreg__token_is(&tokens->token, "~"))
        status = logreg__expression_stray(tokens, LOGREG__CONDITION);
    else if (!whole || whole->grammar != LOGREG__CONDITION)
        status = logreg__fail(tokens->err, LOGREG_EFORMULA,
                              "%s, character %zu: this gives numbers; an outcome is a column, or a condition "
                              "such as a > 1",
                              tokens->reader.what, at);
    if (!status) {
        logreg__expression_write(&text, e);
        *name = logreg__text_take(&text);
        status = *name ? LOGREG_OK : logreg__fail_memory(tokens->err);
    }
    if (status)
        logreg__expression_free(e);
    else
        *expression = e;
    return status;
}

/* ---- The column -------------------------------------------------------------------------------------------- */

bool logreg_frame_is_condition(const logreg_frame *frame, size_t j)
{
    return j < frame->n_columns && frame->column[j].known_by;
}

bool logreg_frame_condition_uses(const logreg_frame *frame, size_t condition, size_t j)
{
    const logreg__column *c = &frame->column[condition];
    bool uses = false;
    for (size_t i = 0; i < c->n_known_by; i++)
        uses = uses || c->known_by[i] == j;
    return uses;
}

/* label[r]: whether row r meets the condition; NULL: it is missing. */
static logreg_status judge(const char **label, const logreg__bound *bound, size_t n, logreg_error *err)
{
    static const char *const of[] = {[LOGREG__NOT_MET] = "FALSE", [LOGREG__MET] = "TRUE"};
    unsigned char *answer = logreg__new_raw(n, 1);
    bool ok = answer && logreg__bound_answers(answer, bound);
    for (size_t r = 0; ok && r < n; r++)
        label[r] = answer[r] == LOGREG__MET_MISSING ? NULL : of[answer[r]];
    free(answer);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* Adds the column; known_by is the condition's columns, some perhaps twice, and becomes its. */
static logreg_status add(logreg_frame *frame, const char *name, const logreg__bound *bound, size_t **known_by,
                         size_t n_known_by, logreg_error *err)
{
    size_t n = frame->n_rows, at = frame->n_columns;
    const char **label = logreg__new(n, sizeof *label);
    logreg_status status = label ? judge(label, bound, n, err) : logreg__fail_memory(err);
    if (!status)
        status = logreg_frame_add_category(frame, name, label, n, err);
    if (!status) {
        frame->column[at].known_by = *known_by;
        frame->column[at].n_known_by = n_known_by;
        *known_by = NULL;
    }
    free(label);
    return status;
}

static logreg_status make(logreg_frame *frame, const char *name, const logreg__expression *e,
                          logreg_error *err)
{
    logreg__bound *bound = NULL;
    size_t n = 0, *known_by = logreg__new(e->n, sizeof *known_by);
    for (size_t i = 0; known_by && i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN)
            known_by[n++] = logreg_frame_find(frame, e->node[i].text);
    logreg_status status = known_by ? logreg__bound_new(&bound, e, frame, err) : logreg__fail_memory(err);
    if (!status)
        status = add(frame, name, bound, &known_by, n, err);
    logreg__bound_free(bound);
    free(known_by);
    return status;
}

/* The column that stands alone, or in front of whatever a formula goes on with; a target that goes on is a condition that cannot be read. The token is a name. */
static logreg_status read_name(size_t *column, logreg__tokens *in, const char *text)
{
    logreg__tokens again;
    logreg__expression *e = NULL;
    char *name = NULL;
    size_t j = logreg_frame_find(in->frame, in->reader.name);
    logreg_status status = logreg__tokens_advance(in);
    bool alone = strchr(text, '~') || j == SIZE_MAX || (!status && in->token.kind == LOGREG__TOKEN_END);
    if (alone) {
        *column = j;
        return status == LOGREG_ENOMEM ? status : LOGREG_OK;
    }
    status = logreg__tokens_open(&again, "condition", text, in->frame, in->err);
    if (!status)
        status = logreg__condition_read(&e, &name, &again);
    logreg__tokens_close(&again);
    logreg__expression_free(e);
    free(name);
    return status;
}

static logreg_status add_text(logreg_frame *frame, size_t *column, const char *text, logreg_error *err)
{
    logreg__tokens in;
    logreg__expression *e = NULL;
    char *name = NULL;
    bool stands = false;
    *column = logreg_frame_find(frame, text);
    if (*column != SIZE_MAX)
        return LOGREG_OK;
    logreg_status status =
        logreg__tokens_open(&in, strchr(text, '~') ? "formula" : "condition", text, frame, err);
    bool read = !status; /* else the fit has a sentence on it */
    status = status == LOGREG_EFORMULA ? LOGREG_OK : status;
    if (!status && read)
        status = logreg__condition_stands(&stands, &in);
    if (!status && stands)
        status = logreg__condition_read(&e, &name, &in);
    else if (!status && read && in.token.kind == LOGREG__TOKEN_NAME)
        status = read_name(column, &in, text);
    logreg__tokens_close(&in);
    size_t j = name ? logreg_frame_find(frame, name) : SIZE_MAX;
    if (!status && j != SIZE_MAX && !logreg_frame_is_condition(frame, j))
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "a column is called '%.80s' as this condition is: name the column in backticks, "
                         "`%.80s`, or rename it",
                         name, name);
    else if (!status && name && j == SIZE_MAX)
        status = make(frame, name, e, err);
    if (!status && name)
        *column = logreg_frame_find(frame, name);
    logreg__expression_free(e);
    free(name);
    return status;
}

logreg_status logreg_frame_add_condition(logreg_frame *frame, size_t *column, const char *text,
                                         logreg_error *err)
{
    char *quoted = NULL;
    logreg_status status = add_text(frame, column, text, err);
    bool read = status != LOGREG_EFORMULA && !(status == LOGREG_OK && *column == SIZE_MAX);
    if (read || strchr(text, '~'))
        return status;
    if (!logreg__names_quoted(&quoted, frame, text))
        return logreg__fail_memory(err);
    if (quoted)
        status = add_text(frame, column, quoted, err);
    free(quoted);
    return status;
}

logreg_status logreg__condition_lacks(const logreg_frame *frame, const char *condition, logreg_error *err)
{
    logreg__expression *e = NULL;
    logreg__bound *bound = NULL;
    logreg_status status = logreg__expression_parse(&e, "condition", condition, NULL, LOGREG__CONDITION, err);
    for (size_t i = 0; !status && i < e->n; i++)
        if (e->node[i].kind == LOGREG__NODE_COLUMN && logreg_frame_find(frame, e->node[i].text) == SIZE_MAX)
            status =
                logreg__fail(err, LOGREG_EDATA,
                             "the data lack column '%.80s', of which the model's target, '%.200s', is made",
                             e->node[i].text, condition);
    if (!status)
        status = logreg__bound_new(&bound, e, frame, err);
    if (!status)
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "the data lack '%.200s', the model's target, which logreg_frame_add_condition() "
                         "makes of their columns",
                         condition);
    logreg__bound_free(bound);
    logreg__expression_free(e);
    return status;
}
