/* The outcome's classes are read off the kept rows; how a cell becomes y is then a look-up. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/response_read.h"

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
    if (logreg_frame_fault(frame, j))
        return logreg__fail(err, LOGREG_EDATA, "%s", logreg_frame_fault(frame, j));
    if (frame->column[j].kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA, "column '%s' cannot give the %s: it holds text, not numbers",
                            name, role);
    *column = &frame->column[j];
    return LOGREG_OK;
}

/* The column of the matched sets, of either kind. */
static logreg_status find_strata(logreg__response *r, const logreg__outcome *outcome, logreg_error *err)
{
    if (!outcome->strata)
        return LOGREG_OK;
    size_t j = logreg_frame_find(r->frame, outcome->strata);
    if (j == SIZE_MAX) {
        const char *near = logreg_frame_nearest(r->frame, outcome->strata);
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' to take the strata from%s%s%s",
                            outcome->strata, near ? "; did you mean '" : "", near ? near : "",
                            near ? "'?" : "");
    }
    if (r->weights || r->trials || r->sampling)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "%s do not go with strata: a conditional likelihood is about which rows of a set are "
            "events, one outcome a row; write each outcome as a row of its own",
            r->weights    ? "weights"
            : r->sampling ? "sampling weights"
                          : "trials");
    if (logreg_frame_fault(r->frame, j))
        return logreg__fail(err, LOGREG_EDATA, "%s", logreg_frame_fault(r->frame, j));
    r->strata = &r->frame->column[j];
    if (r->strata == r->target)
        return logreg__fail(err, LOGREG_EINVAL, "column '%s' is the target; it cannot be the strata too",
                            outcome->strata);
    return LOGREG_OK;
}

/* A row of weight 0 may be of a class that has no rows; any code will do for it. */
static size_t class_of_number(const logreg__response *r, double value)
{
    size_t c = 0;
    while (c + 1 < r->n_classes && r->value_of[c] != value)
        c++;
    return c;
}

static size_t class_at(const logreg__response *r, size_t place)
{
    return r->class_of ? r->class_of[logreg__column_code(r->target, place)]
                       : class_of_number(r, logreg__column_number(r->target, place));
}

/* Trials with and without the event, as class weights have them. */
static void weigh_counts(double *events, double *others, const logreg__response *r, size_t place)
{
    *events = logreg__column_number(r->target, place);
    *others = logreg__column_number(r->trials, place) - *events;
    if (r->factor) {
        *others *= r->factor[0];
        *events *= r->factor[1];
    }
}

/* Prior weight times trials or what its class weighs. */
static double row_weight(const logreg__response *r, size_t place)
{
    double w = logreg__prior_weight(r, place), events, others;
    if (!r->factor)
        return w * (r->trials ? logreg__column_number(r->trials, place) : 1);
    if (!r->grouped)
        return w * r->factor[class_at(r, place)];
    weigh_counts(&events, &others, r, place);
    return w * (events + others);
}

static logreg_status read_outcome(logreg__response *r, const logreg__outcome *outcome,
                                  const logreg_frame *frame, const logreg__rows *rows, logreg_error *err)
{
    size_t j = logreg_frame_find(frame, outcome->target);
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EINVAL, "there is no column '%s' for the target", outcome->target);
    r->frame = frame;
    r->target = &frame->column[j];
    if (r->target->beside || r->target->faulty)
        return logreg__fail(err, LOGREG_EDATA, "%s", r->target->doubt);
    logreg_status status = find_number(&r->weights, frame, outcome->weights, "weights", err);
    if (status == LOGREG_OK)
        status = find_number(&r->sampling, frame, outcome->sampling, "sampling weights", err);
    if (status == LOGREG_OK)
        status = find_number(&r->offset, frame, outcome->offset, "offset", err);
    if (status == LOGREG_OK)
        status = find_number(&r->trials, frame, outcome->trials, "trials", err);
    if (status == LOGREG_OK)
        status = find_strata(r, outcome, err);
    if (status == LOGREG_OK)
        status = logreg__weights_check(r, rows, err);
    if (status != LOGREG_OK)
        return status;
    if (r->trials)
        status = logreg__classes_of_counts(r, rows, err);
    else if (r->target->kind == LOGREG_CATEGORY)
        status = logreg__classes_of_category(r, rows, err);
    else
        status = logreg__classes_of_numbers(r, rows, outcome->threads, err);
    if (status == LOGREG_OK && !r->grouped)
        status = logreg__classes_choose(r, outcome->positive, err);
    if (status == LOGREG_OK)
        status = logreg__class_weights_read(r, outcome->class_weight, err);
    if (status == LOGREG_OK && r->strata && r->n_classes > 2)
        status = logreg__fail(
            err, LOGREG_EDATA,
            "the target '%s' has %zu classes; within strata an event is compared with what is none, so "
            "that there must be two: name the event with --positive, or keep two with --where",
            r->target->name, r->n_classes);
    for (size_t c = 0; c < r->n_classes; c++)
        r->n_obs += r->weight ? r->weight[c] : 0;
    if (!logreg__response_weighted(r)) {
        r->n_positive = rows->n;
        r->largest_weight = 1;
        return status;
    }
    for (logreg__stroll s = {.rows = rows}; status == LOGREG_OK && logreg__stroll_on(&s);)
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

void logreg__response_fill(const logreg__response *r, const size_t *place, size_t count, double *y, double *w,
                           double *offset)
{
    for (size_t i = 0; y && i < count; i++)
        if (r->grouped) {
            double events, others;
            weigh_counts(&events, &others, r, place[i]);
            y[i] = events + others > 0 ? events / (events + others) : 0;
        } else {
            y[i] = (double)class_at(r, place[i]);
        }
    for (size_t i = 0; w && i < count; i++)
        w[i] = row_weight(r, place[i]);
    for (size_t i = 0; offset && i < count; i++)
        offset[i] = logreg__column_number(r->offset, place[i]);
}

void logreg__response_units(const logreg__response *r, const size_t *place, size_t count, double *unit)
{
    for (size_t i = 0; i < count; i++)
        unit[i] = (r->trials ? logreg__column_number(r->trials, place[i]) : 1) *
                  (r->sampling ? logreg__column_number(r->sampling, place[i]) : 1);
}

const double *logreg__response_in_place(const logreg__response *r, const logreg__rows *rows, size_t first)
{
    bool coded = r->value_of && r->n_classes == 2 && r->value_of[0] == 0 && r->value_of[1] == 1;
    if (!coded || r->weights || r->sampling || r->factor)
        return NULL;
    const double *copy = logreg__rows_copied(rows, r->frame, r->target);
    if (copy)
        return copy + first;
    if (!logreg__rows_stand(rows) || r->target->base)
        return NULL;
    return r->target->numbers[first / LOGREG__SEGMENT_ROWS] + first % LOGREG__SEGMENT_ROWS;
}

void logreg__response_fill_kept(const logreg__response *r, const logreg__rows *rows, size_t first,
                                size_t count, double *y, double *w)
{
    size_t place[LOGREG__BLOCK_ROWS];
    for (size_t i = 0; i < count; i += LOGREG__BLOCK_ROWS) {
        size_t n = count - i < LOGREG__BLOCK_ROWS ? count - i : LOGREG__BLOCK_ROWS;
        const double *in_place = w ? NULL : logreg__response_in_place(r, rows, first + i);
        if (in_place) {
            memcpy(y + i, in_place, n * sizeof *y);
            continue;
        }
        logreg__rows_list(rows, first + i, n, place);
        logreg__response_fill(r, place, n, y + i, w ? w + i : NULL, NULL);
    }
}

void logreg__response_near(const logreg__response *r, const logreg__rows *rows, size_t first)
{
    enum { LINE = 64 / sizeof(double) };
    if (first >= rows->n || rows->n - first < LOGREG__BLOCK_ROWS)
        return;
    const double *y = logreg__response_in_place(r, rows, first);
    for (size_t i = 0; y && i < LOGREG__BLOCK_ROWS; i += LINE)
        __builtin_prefetch(y + i, 0, 2);
}

void logreg__response_free(logreg__response *r)
{
    if (!r)
        return;
    for (size_t c = 0; r->label && c < r->n_classes; c++)
        free(r->label[c]);
    free(r->label);
    free(r->weight);
    free(r->factor);
    free(r->counted);
    free(r->class_of);
    free(r->value_of);
    free(r);
}
