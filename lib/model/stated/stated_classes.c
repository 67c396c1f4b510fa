/* Which classes probabilities in columns are of. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/label.h"
#include "model/fitting.h"
#include "model/stated/stated.h"

typedef logreg__stated_classes classes;

void logreg__stated_classes_clear(classes *c)
{
    for (size_t k = 0; k < c->n; k++)
        free(c->label[k]);
}

static logreg_status add(classes *c, const char *label, logreg_error *err)
{
    if (c->n == LOGREG__MOST_CLASSES)
        return logreg__fail(err, LOGREG_EINVAL, "more than %d classes are named", LOGREG__MOST_CLASSES);
    c->label[c->n] = logreg__copy(label);
    return c->label[c->n] ? (c->n++, LOGREG_OK) : logreg__fail_memory(err);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int by_value(const void *a, const void *b)
{
    return logreg__label_compare(*(char *const *)a, *(char *const *)b, '.');
}

/* As they were named, in level order. */
static logreg_status take_named(classes *c, const logreg_probability_columns *p, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; status == LOGREG_OK && j < p->n_columns; j++)
        status = logreg__label_place_in(c->label, c->n, p->label[j]) < c->n
                     ? logreg__fail(err, LOGREG_EINVAL,
                                    "two columns are to have the probability of class '%.80s'", p->label[j])
                     : add(c, p->label[j], err);
    if (status == LOGREG_OK)
        qsort(c->label, c->n, sizeof *c->label, logreg__labels_numbers(c->label, c->n) ? by_value : by_bytes);
    return status;
}

/* Is the target 0 or 1 wherever it is known? Then both are classes, though rows may have one of them alone. */
static bool is_coded(const logreg_frame *frame, const logreg__column *target)
{
    bool coded = target && target->kind == LOGREG_NUMERIC && target->n_missing < frame->n_rows;
    for (size_t i = 0; coded && i < frame->n_rows; i++) {
        double y = logreg__column_number(target, i);
        coded = isnan(y) || y == 0 || y == 1;
    }
    return coded;
}

/* The only level of a target that has one alone, else NULL. */
static const char *only_level(const logreg_frame *frame, const logreg__column *target)
{
    uint32_t first = LOGREG__MISSING;
    for (size_t i = 0; i < frame->n_rows; i++) {
        uint32_t code = logreg__column_code(target, i);
        if (code != LOGREG__MISSING && first != LOGREG__MISSING && code != first)
            return NULL;
        first = code != LOGREG__MISSING ? code : first;
    }
    return first != LOGREG__MISSING ? target->levels[first] : NULL;
}

/* Those of the rows that miss nothing. */
static logreg_status take_found(classes *c, const logreg_frame *frame, const logreg_probability_columns *p,
                                logreg_error *err)
{
    const logreg__outcome outcome = {.target = p->target,
                                     .weights = p->weights,
                                     .sampling = p->sampling_weights,
                                     .trials = p->trials,
                                     .positive = p->positive};
    const char *const role[] = {p->target, p->weights, p->sampling_weights, p->trials};
    size_t used[4], n = 0;
    for (size_t i = 0; i < 4; i++) {
        size_t j = role[i] ? logreg_frame_find(frame, role[i]) : SIZE_MAX;
        if (role[i] && j == SIZE_MAX)
            return logreg__fail(err, LOGREG_EDATA, "the data lack column '%.80s'", role[i]);
        if (role[i])
            used[n++] = j;
    }
    const logreg__column *target = &frame->column[used[0]];
    const char *only = target->kind == LOGREG_CATEGORY ? only_level(frame, target) : NULL;
    if (only)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the target '%.80s' has one class only, '%.80s': name the class of each column, as in "
            "--probability '%.80s=COLUMN,OTHER=COLUMN'",
            p->target, only, only);
    logreg__rows *rows = NULL;
    logreg__response *response = NULL;
    logreg_status status = logreg__rows_counting(&rows, frame, used, n, &outcome, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&response, &outcome, frame, rows, err);
    for (size_t k = 0; status == LOGREG_OK && k < response->n_classes; k++)
        status = add(c, response->label[k], err);
    logreg__response_free(response);
    logreg__rows_free(rows);
    return status;
}

static logreg_status choose_event(classes *c, const char *target, const char *positive, logreg_error *err)
{
    if (!positive)
        return LOGREG_OK;
    size_t k = logreg__label_place_in(c->label, c->n, positive);
    if (c->n != 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a positive label can be chosen for two classes only; there are %zu", c->n);
    if (k == c->n)
        return logreg__fail(err, LOGREG_EDATA,
                            "the target '%.80s' has no class '%.80s'; it has '%.80s' and '%.80s'", target,
                            positive, c->label[0], c->label[1]);
    char *event = c->label[k];
    c->label[k] = c->label[1];
    c->label[1] = event;
    return LOGREG_OK;
}

logreg_status logreg__stated_classes_find(classes *c, const logreg_frame *frame,
                                          const logreg_probability_columns *p, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    if (p->n_classes) {
        for (size_t k = 0; status == LOGREG_OK && k < p->n_classes; k++)
            status = add(c, p->class_label[k], err);
    } else if (p->trials) {
        return take_found(c, frame, p, err);
    } else if (p->label && p->n_columns > 1) {
        status = take_named(c, p, err);
    } else if (is_coded(frame, logreg__frame_column(frame, p->target))) {
        status = add(c, "0", err);
        if (status == LOGREG_OK)
            status = add(c, "1", err);
    } else {
        return take_found(c, frame, p, err);
    }
    return status == LOGREG_OK ? choose_event(c, p->target, p->positive, err) : status;
}
