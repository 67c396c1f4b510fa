/* One class of an outcome of three or more against the others together, as a condition on its column. */
#include <logreg/model.h>

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"
#include "data/label.h"
#include "data/offer.h"
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

/* city == "Madrid" */
static void write_class(logreg__text *text, const classes *c, const char *label)
{
    logreg__name_quote(text, c->target->name);
    logreg__text_add(text, " == ");
    if (c->target->kind == LOGREG_CATEGORY)
        logreg__string_quote(text, label);
    else
        logreg__text_add(text, label);
}

/* Adds city == "Madrid" | city == "Bilbao" for labels between commas. False: some are no classes, or there is one alone. */
static bool write_either(logreg__text *text, const classes *c, char *labels)
{
    size_t n = 0, at;
    char *rest = NULL;
    for (char *label = strtok_r(labels, ",", &rest); label; label = strtok_r(NULL, ",", &rest), n++) {
        label += strspn(label, " ");
        for (size_t end = strlen(label); end && label[end - 1] == ' ';)
            label[--end] = '\0';
        at = logreg__label_place_in(c->label, c->n, label);
        if (at == c->n)
            return false;
        logreg__text_add(text, n ? " | " : "");
        write_class(text, c, c->label[at]);
    }
    return n > 1;
}

/* Several classes against the rest are a condition: the sentence on that, where the label is a list of them. */
static logreg_status suggest_either(const classes *c, const char *label, logreg_error *err)
{
    logreg__text condition = {0}, word = {0};
    char *labels = logreg__copy(label);
    bool told = labels && write_either(&condition, c, labels);
    if (told)
        logreg__text_add_word(&word, condition.start ? condition.start : "");
    bool ok = labels && !condition.failed && !word.failed;
    if (ok && told)
        logreg__fail(err, LOGREG_EDATA,
                     "the target '%.80s' has no class '%.80s': for those classes that it lists, against the "
                     "others, make the target a condition, --target %s",
                     c->target->name, label, word.start);
    free(labels);
    free(condition.start);
    free(word.start);
    return !ok ? logreg__fail_memory(err) : told ? LOGREG_EDATA : LOGREG_OK;
}

static logreg_status no_class(const classes *c, const char *label, logreg_error *err)
{
    char offer[LOGREG__OFFER];
    logreg_status status = suggest_either(c, label, err);
    return status != LOGREG_OK
               ? status
               : logreg__fail(err, LOGREG_EDATA, "the target '%.80s' has no class '%.80s'%s", c->target->name,
                              label, logreg__levels_offer(offer, label, c->label, NULL, c->n));
}

/* The formula with the class in place of its response. */
static logreg_status write(char **formula, const classes *c, const char *label, const char *rest,
                           logreg_error *err)
{
    logreg__text text = {0};
    write_class(&text, c, label);
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
