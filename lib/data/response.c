/* The outcome's classes are read off the kept rows; how a cell becomes y is then a look-up. */
#include "data/response.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/place.h"

/* More classes than this are no classes: a measurement was taken for an outcome. */
#define MOST_CLASSES 50

/* Finds an optional column by name; it must be numeric. */
static logreg_status find_number(const logreg__column **column, const logreg_frame *frame, const char *name,
                                 const char *role, logreg_error *err)
{
    if (!name)
        return LOGREG_OK;
    size_t j = logreg_frame_find(frame, name);
    if (j == SIZE_MAX) {
        const char *near = logreg_frame_nearest(frame, name);
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' to take the %s from%s%s%s", name,
                            role, near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    }
    if (frame->column[j].kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' cannot give the %s: it holds text, not numbers",
                            name, role);
    *column = &frame->column[j];
    return LOGREG_OK;
}

/* Walks the kept rows in segments: place[] of each in turn. */
typedef struct {
    const logreg__rows *rows;
    size_t next, count;
    size_t place[LOGREG__BLOCK_ROWS];
} stroll;

static bool stroll_on(stroll *s)
{
    if (s->next >= s->rows->n)
        return false;
    size_t left = s->rows->n - s->next;
    s->count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    logreg__rows_list(s->rows, s->next, s->count, s->place);
    s->next += s->count;
    return true;
}

static logreg_status check_weights(const logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (stroll s = {.rows = rows}; r->weights && status == LOGREG_OK && stroll_on(&s);)
        for (size_t i = 0; i < s.count && status == LOGREG_OK; i++)
            status = logreg__weight_check(r->weights, r->frame, s.place[i], err);
    return status;
}

static double prior_weight(const logreg__response *r, size_t place)
{
    return r->weights ? logreg__column_number(r->weights, place) : 1;
}

static logreg_status need_two(size_t classes, const char *target, const char *only, logreg_error *err)
{
    if (classes >= 2)
        return LOGREG_OK;
    if (classes == 0)
        return logreg__fail(err, LOGREG_EDATA,
                            "no rows are left to fit: every row has a missing value or a weight of 0");
    return logreg__fail(err, LOGREG_EDATA,
                        "the target '%s' has one class only, '%s': a fit needs rows of at least two classes",
                        target, only);
}

/* ---- Classes given by a category ---- */

static logreg_status classes_of_category(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    const logreg__column *t = r->target;
    size_t levels = t->n_levels;
    double *weight = logreg__new(levels, sizeof *weight);
    r->class_of = logreg__new(levels, sizeof *r->class_of);
    if (!weight || !r->class_of) {
        free(weight);
        return logreg__fail_memory(err);
    }
    for (stroll s = {.rows = rows}; stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++)
            weight[logreg__column_code(t, s.place[i])] += prior_weight(r, s.place[i]);
    size_t classes = 0;
    const char *only = NULL;
    for (size_t l = 0; l < levels; l++)
        if (weight[l] > 0) {
            r->class_of[l] = (uint32_t)classes++;
            only = t->levels[l];
        }
    logreg_status status = need_two(classes, t->name, only, err);
    if (status == LOGREG_OK && classes > MOST_CLASSES)
        status =
            logreg__fail(err, LOGREG_EDATA,
                         "the target '%s' has %zu classes, more than %d: name another column with --target",
                         t->name, classes, MOST_CLASSES);
    if (status == LOGREG_OK) {
        r->label = logreg__new(classes, sizeof *r->label);
        r->weight = logreg__new(classes, sizeof *r->weight);
        if (!r->label || !r->weight)
            status = logreg__fail_memory(err);
    }
    for (size_t l = 0; status == LOGREG_OK && l < levels; l++)
        if (weight[l] > 0) {
            size_t c = r->n_classes++;
            r->weight[c] = weight[l];
            r->label[c] = logreg__copy(t->levels[l]);
            if (!r->label[c])
                status = logreg__fail_memory(err);
        }
    free(weight);
    return status;
}

/* ---- Classes given by numbers ---- */

/* Place of value among n ascending ones, or where it would go. */
static size_t place_of(const double *sorted, size_t n, double value)
{
    size_t i = 0;
    while (i < n && sorted[i] < value)
        i++;
    return i;
}

/* first[c]: the first row of the frame with that value. */
static logreg_status collect_values(double *value, double *weight, size_t *first, size_t *classes,
                                    const logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    size_t at = 0; /* mostly that of the row before */
    for (stroll s = {.rows = rows}; stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double y = logreg__column_number(r->target, s.place[i]), w = prior_weight(r, s.place[i]);
            if (w == 0)
                continue;
            if (at == *classes || value[at] != y)
                at = place_of(value, *classes, y);
            if (at == *classes || value[at] != y) {
                if (*classes == MOST_CLASSES)
                    return logreg__fail(
                        err, LOGREG_EDATA,
                        "the target '%s' is a measurement, not a class: it has more than %d distinct values; "
                        "name the "
                        "outcome with --target, or the number of trials with --trials if it counts events",
                        r->target->name, MOST_CLASSES);
                memmove(value + at + 1, value + at, (*classes - at) * sizeof *value);
                memmove(weight + at + 1, weight + at, (*classes - at) * sizeof *weight);
                memmove(first + at + 1, first + at, (*classes - at) * sizeof *first);
                value[at] = y;
                weight[at] = 0;
                first[at] = s.place[i];
                ++*classes;
            }
            weight[at] += w;
        }
    return LOGREG_OK;
}

/* The first row, in order, that holds a share of events is told. */
static logreg_status refuse_shares(const double *value, const size_t *first, size_t classes,
                                   const logreg__response *r, logreg_error *err)
{
    size_t worst = classes;
    for (size_t c = 0; c < classes; c++)
        if (value[c] > 0 && value[c] < 1 && (worst == classes || first[c] < first[worst]))
            worst = c;
    if (worst == classes)
        return LOGREG_OK;
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail_at(err, r->frame, first[worst], r->target,
                           "the target '%s' holds %s: shares of events need the number of trials, so give "
                           "counts of events and --trials",
                           r->target->name, logreg__number_shortest(text, value[worst]));
}

static logreg_status classes_of_numbers(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    double value[MOST_CLASSES], weight[MOST_CLASSES];
    size_t first[MOST_CLASSES], classes = 0;
    logreg_status status = collect_values(value, weight, first, &classes, r, rows, err);
    if (status != LOGREG_OK)
        return status;
    char only[LOGREG__NUMBER_SIZE] = "";
    if (classes)
        logreg__number_shortest(only, value[0]);
    status = need_two(classes, r->target->name, only, err);
    if (status == LOGREG_OK)
        status = refuse_shares(value, first, classes, r, err);
    if (status != LOGREG_OK)
        return status;
    r->label = logreg__new(classes, sizeof *r->label);
    r->weight = logreg__new(classes, sizeof *r->weight);
    r->value_of = logreg__new(classes, sizeof *r->value_of);
    if (!r->label || !r->weight || !r->value_of)
        return logreg__fail_memory(err);
    for (; r->n_classes < classes; r->n_classes++) {
        char text[LOGREG__NUMBER_SIZE];
        r->value_of[r->n_classes] = value[r->n_classes];
        r->weight[r->n_classes] = weight[r->n_classes];
        r->label[r->n_classes] = logreg__copy(logreg__number_shortest(text, value[r->n_classes]));
        if (!r->label[r->n_classes])
            return logreg__fail_memory(err);
    }
    return LOGREG_OK;
}

/* Prior weight times trials. */
static double row_weight(const logreg__response *r, size_t place)
{
    return prior_weight(r, place) * (r->trials ? logreg__column_number(r->trials, place) : 1);
}

/* Makes the class called positive the event. */
static logreg_status choose_event(logreg__response *r, const char *positive, logreg_error *err)
{
    if (!positive)
        return LOGREG_OK;
    if (r->n_classes > 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a positive label can be chosen for two classes only; '%s' has %zu",
                            r->target->name, r->n_classes);
    if (strcmp(positive, r->label[1]) == 0)
        return LOGREG_OK;
    if (strcmp(positive, r->label[0]) != 0)
        return logreg__fail(err, LOGREG_EDATA, "the target '%s' has no class '%s'; it has '%s' and '%s'",
                            r->target->name, positive, r->label[0], r->label[1]);
    char *label = r->label[0];
    r->label[0] = r->label[1];
    r->label[1] = label;
    double weight = r->weight[0];
    r->weight[0] = r->weight[1];
    r->weight[1] = weight;
    if (r->value_of) {
        double value = r->value_of[0];
        r->value_of[0] = r->value_of[1];
        r->value_of[1] = value;
    }
    for (size_t l = 0; r->class_of && l < r->target->n_levels; l++)
        r->class_of[l] = 1 - r->class_of[l];
    return LOGREG_OK;
}

/* ---- Counts of events out of trials ---- */

/* log C(n, r); lgamma_r, since lgamma sets a global. */
static double log_choose(double n, double r)
{
    int sign;
    return lgamma_r(n + 1, &sign) - lgamma_r(r + 1, &sign) - lgamma_r(n - r + 1, &sign);
}

static logreg_status count_events(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    if (r->target->kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA,
                            "with trials the target counts events, but column '%s' holds text",
                            r->target->name);
    r->grouped = true;
    r->label = logreg__new(2, sizeof *r->label);
    r->weight = logreg__new(2, sizeof *r->weight);
    if (!r->label || !r->weight)
        return logreg__fail_memory(err);
    r->n_classes = 2;
    r->label[0] = logreg__copy("non-event");
    r->label[1] = logreg__copy("event");
    if (!r->label[0] || !r->label[1])
        return logreg__fail_memory(err);
    for (stroll s = {.rows = rows}; stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double events = logreg__column_number(r->target, s.place[i]),
                   trials = logreg__column_number(r->trials, s.place[i]), w = prior_weight(r, s.place[i]);
            logreg_status status = logreg__counts_check(r->target, r->trials, r->frame, s.place[i], err);
            if (status != LOGREG_OK)
                return status;
            r->weight[0] += w * (trials - events);
            r->weight[1] += w * events;
            r->log_choose += w * log_choose(trials, events);
        }
    for (int c = 0; c < 2; c++)
        if (!(r->weight[c] > 0))
            return logreg__fail(err, LOGREG_EDATA, "the target '%s' counts no %ss at all: a fit needs both",
                                r->target->name, r->label[c]);
    return LOGREG_OK;
}

/* ---- Together ---- */

static logreg_status read_outcome(logreg__response *r, const logreg__outcome *outcome,
                                  const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    size_t j = logreg_frame_find(frame, outcome->target);
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' for the target", outcome->target);
    r->frame = frame;
    r->target = &frame->column[j];
    logreg_status status = find_number(&r->weights, frame, outcome->weights, "weights", err);
    if (status == LOGREG_OK)
        status = find_number(&r->offset, frame, outcome->offset, "offset", err);
    if (status == LOGREG_OK)
        status = find_number(&r->trials, frame, outcome->trials, "trials", err);
    if (status == LOGREG_OK)
        status = check_weights(r, rows, err);
    if (status != LOGREG_OK)
        return status;
    if (r->trials)
        status = count_events(r, rows, err);
    else if (r->target->kind == LOGREG_CATEGORY)
        status = classes_of_category(r, rows, err);
    else
        status = classes_of_numbers(r, rows, err);
    if (status == LOGREG_OK && !r->grouped)
        status = choose_event(r, outcome->positive, err);
    for (size_t c = 0; c < r->n_classes; c++)
        r->n_obs += r->weight ? r->weight[c] : 0;
    if (!r->weights && !r->trials) {
        r->n_positive = rows->n;
        r->largest_weight = 1;
        return status;
    }
    for (stroll s = {.rows = rows}; status == LOGREG_OK && stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double w = row_weight(r, s.place[i]);
            r->n_positive += w > 0;
            r->largest_weight = fmax(r->largest_weight, w);
        }
    return status;
}

logreg_status logreg__response_new(logreg__response **out, const logreg__outcome *outcome,
                                   const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    logreg__response *r = logreg__new(1, sizeof *r);
    if (!r)
        return logreg__fail_memory(err);
    logreg_status status = read_outcome(r, outcome, frame, rows, err);
    if (status == LOGREG_OK)
        *out = r;
    else
        logreg__response_free(r);
    return status;
}

/* A row of weight 0 may be of a class that has no rows; any code will do for it. */
static double class_of_number(const logreg__response *r, double value)
{
    size_t c = 0;
    while (c + 1 < r->n_classes && r->value_of[c] != value)
        c++;
    return (double)c;
}

void logreg__response_fill(const logreg__response *r, const size_t *place, size_t count, double *y, double *w,
                           double *offset)
{
    for (size_t i = 0; y && i < count; i++)
        if (r->grouped) {
            double trials = logreg__column_number(r->trials, place[i]);
            y[i] = trials > 0 ? logreg__column_number(r->target, place[i]) / trials : 0;
        } else if (r->class_of) {
            y[i] = r->class_of[logreg__column_code(r->target, place[i])];
        } else {
            y[i] = class_of_number(r, logreg__column_number(r->target, place[i]));
        }
    for (size_t i = 0; w && i < count; i++)
        w[i] = row_weight(r, place[i]);
    for (size_t i = 0; offset && i < count; i++)
        offset[i] = logreg__column_number(r->offset, place[i]);
}

const double *logreg__response_in_place(const logreg__response *r, size_t first)
{
    bool coded = r->value_of && r->n_classes == 2 && r->value_of[0] == 0 && r->value_of[1] == 1;
    if (!coded || r->weights || r->target->base)
        return NULL;
    return r->target->numbers[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
}

void logreg__response_free(logreg__response *r)
{
    if (!r)
        return;
    for (size_t c = 0; r->label && c < r->n_classes; c++)
        free(r->label[c]);
    free(r->label);
    free(r->weight);
    free(r->class_of);
    free(r->value_of);
    free(r);
}
