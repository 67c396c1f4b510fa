/* One class of an outcome of three or more against the others together, as a condition on its column. */
#include <logreg/model.h>

#include "base/error.h"
#include "data/label.h"
#include "design/response.h"
#include "formula/token.h"
#include "formula/tokens.h"

/* The column that stands alone before the ~, and what stands behind it; SIZE_MAX: none does, or the formula cannot be read. */
static logreg_status read_response(size_t *column, const char **rest, const logreg_frame *frame,
                                   const char *text)
{
    logreg__tokens in;
    *column = SIZE_MAX;
    logreg_status status = logreg__tokens_open(&in, "formula", text, frame, NULL);
    size_t j =
        !status && in.token.kind == LOGREG__TOKEN_NAME ? logreg_frame_find(frame, in.reader.name) : SIZE_MAX;
    if (j != SIZE_MAX && (status = logreg__tokens_advance(&in)) == LOGREG_OK &&
        logreg__token_is(&in.token, "~")) {
        *column = j;
        *rest = in.token.text;
    }
    logreg__tokens_close(&in);
    return status == LOGREG_ENOMEM ? status : LOGREG_OK;
}

/* Classes of a target: labels, which are borrowed from the column or the response. */
typedef struct {
    const logreg__column *target;
    logreg__response *response; /* of numbers */
    char **label;
    size_t n, n_there; /* labels, and how many of them rows have */
} classes;

/* A category's levels, however many; of one that a fit refuses, none. */
static logreg_status read_levels(classes *c, const logreg_frame *frame)
{
    const logreg__column *t = c->target;
    size_t *rows = logreg__column_tally(t, frame->n_rows);
    if (!rows)
        return LOGREG_ENOMEM;
    for (size_t l = 0; l < t->n_levels; l++)
        c->n_there += rows[l] > 0;
    free(rows);
    if (t->surplus || (t->doubt && !t->ticks) || t->known_by)
        c->n_there = 0;
    c->label = t->levels;
    c->n = t->n_levels;
    return LOGREG_OK;
}

/* Numbers as a fit takes them for classes, where nothing is missing but in the target; none where it refuses them. */
static logreg_status read_numbers(classes *c, const logreg_frame *frame, size_t j)
{
    logreg__rows *rows = NULL;
    const logreg__outcome outcome = {.target = c->target->name};
    logreg_status status = logreg__rows_complete(&rows, frame, &j, 1, NULL);
    if (status == LOGREG_OK)
        status = logreg__response_new(&c->response, &outcome, frame, rows, NULL);
    if (status == LOGREG_OK) {
        c->label = c->response->label;
        c->n = c->n_there = c->response->n_classes;
    }
    logreg__rows_free(rows);
    return status == LOGREG_ENOMEM ? status : LOGREG_OK;
}

static logreg_status no_class(const classes *c, const char *label, logreg_error *err)
{
    const char *near = logreg__nearest(label, (const char *const *)c->label, c->n);
    char all[400] = "";
    size_t used = 0, shown = 0;
    for (; shown < c->n && used + strlen(c->label[shown]) + 5 < sizeof all; shown++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s'%s'", shown ? ", " : "", c->label[shown]);
    if (near)
        return logreg__fail(err, LOGREG_EDATA,
                            "the target '%.80s' has no class '%.80s'; did you mean '%.80s'?", c->target->name,
                            label, near);
    return logreg__fail(err, LOGREG_EDATA, "the target '%.80s' has no class '%.80s'; it has %s%s",
                        c->target->name, label, all, shown < c->n ? ", .." : "");
}

/* The formula with the class in place of its response. */
static logreg_status write(char **formula, const classes *c, const char *label, const char *rest,
                           logreg_error *err)
{
    logreg__text text = {0};
    logreg__name_quote(&text, c->target->name);
    logreg__text_add(&text, " == ");
    if (c->target->kind == LOGREG_CATEGORY)
        logreg__string_quote(&text, label);
    else
        logreg__text_add(&text, label);
    logreg__text_add(&text, " ");
    logreg__text_add(&text, rest);
    *formula = logreg__text_take(&text);
    return *formula ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg_frame_add_event(logreg_frame *frame, char **formula, size_t *n_others, const char *text,
                                     const char *label, logreg_error *err)
{
    classes c = {.n = 0};
    size_t j, column;
    const char *rest = "";
    char *made = NULL;
    logreg_status status = read_response(&j, &rest, frame, text);
    if (status == LOGREG_OK && j != SIZE_MAX) {
        c.target = &frame->column[j];
        status = c.target->kind == LOGREG_CATEGORY ? read_levels(&c, frame) : read_numbers(&c, frame, j);
    }
    if (status != LOGREG_OK)
        return logreg__fail_memory(err);
    bool several = c.n_there > 2;
    size_t others = several ? c.n_there - 1 : 0,
           of = several ? logreg__label_place_in(c.label, c.n, label) : 0;
    if (several)
        status = of == c.n ? no_class(&c, label, err) : write(&made, &c, c.label[of], rest, err);
    logreg__response_free(c.response);
    if (status == LOGREG_OK && made)
        status = logreg_frame_add_condition(frame, &column, made, err);
    if (status == LOGREG_OK) {
        *formula = made;
        *n_others = others;
    } else {
        free(made);
    }
    return status;
}
