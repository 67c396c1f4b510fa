/* The outcome of new rows in the classes of a model. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"
#include "data/place.h"
#include "design/response.h"
#include "formula/condition.h"
#include "model/model.h"

/* A column by name; its role is told where it is missing or holds text though numbers are due. */
static logreg_status find(const logreg__column **column, const logreg_frame *frame, const char *name,
                          const char *role, bool number, bool condition, logreg_error *err)
{
    if (!name)
        return LOGREG_OK;
    size_t j = logreg_frame_find(frame, name);
    if (j == SIZE_MAX && condition)
        return logreg__condition_lacks(frame, name, err);
    if (j == SIZE_MAX)
        return logreg__fail(err, LOGREG_EDATA, "the data lack column '%s', the model's %s", name, role);
    if (number && frame->column[j].kind != LOGREG_NUMERIC)
        return logreg__fail(err, LOGREG_EDATA, "column '%s', the model's %s, holds text", name, role);
    *column = &frame->column[j];
    return LOGREG_OK;
}

/* "'no', 'yes', .." */
static void list_classes(char *text, size_t size, const logreg_model *m)
{
    size_t used = 0;
    for (size_t c = 0; c < m->n_classes && c <= 8 && used < size; c++)
        used += (size_t)snprintf(text + used, size - used, c == 8 ? ", .." : "%s'%.40s'", c ? ", " : "",
                                 m->class_label[c]);
}

static logreg_status no_class(const logreg_frame *frame, size_t row, const logreg__column *t,
                              const char *label, const logreg_model *m, logreg_error *err)
{
    char classes[512] = "";
    list_classes(classes, sizeof classes, m);
    return logreg__fail_at(err, frame, row, t, "the target '%s' is '%s', which is %s %s", m->target, label,
                           m->stated ? "none of the classes that have a probability:"
                                     : "no class of the model; it knows",
                           classes);
}

/* y from a category, by label. Rows of weight 0 may have any. */
static logreg_status from_labels(double *y, const double *w, const logreg_frame *frame,
                                 const logreg__column *t, const logreg_model *m, logreg_error *err)
{
    double *class_of = logreg__new_raw(t->n_levels, sizeof *class_of);
    if (!class_of)
        return logreg__fail_memory(err);
    for (size_t l = 0; l < t->n_levels; l++) {
        size_t c = logreg__label_place_in(m->class_label, m->n_classes, t->levels[l]);
        class_of[l] = c < m->n_classes ? (double)c : NAN;
    }
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < frame->n_rows; i++) {
        uint32_t code = logreg__column_code(t, i);
        y[i] = code == LOGREG__MISSING ? NAN : class_of[code];
        if (code != LOGREG__MISSING && isnan(y[i]) && w[i] != 0)
            status = no_class(frame, i, t, t->levels[code], m, err);
    }
    free(class_of);
    return status;
}

/* y from numbers, by value: "1.0" is the class "1". */
static logreg_status from_numbers(double *y, const double *w, const logreg_frame *frame,
                                  const logreg__column *t, const logreg_model *m, logreg_error *err)
{
    double *value = logreg__new_raw(m->n_classes, sizeof *value);
    if (!value)
        return logreg__fail_memory(err);
    for (size_t c = 0; c < m->n_classes; c++)
        if (!logreg__number_parse(&value[c], m->class_label[c], strlen(m->class_label[c]), '.'))
            value[c] = NAN;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < frame->n_rows; i++) {
        double x = logreg__column_number(t, i);
        size_t c = 0;
        while (c < m->n_classes && value[c] != x)
            c++;
        y[i] = c < m->n_classes ? (double)c : NAN;
        char text[LOGREG__NUMBER_SIZE];
        if (isnan(y[i]) && !isnan(x) && w[i] != 0)
            status = no_class(frame, i, t, logreg__number_shortest(text, x), m, err);
    }
    free(value);
    return status;
}

/* y the share of events among the trials. */
static logreg_status from_counts(double *y, const double *w, const logreg_frame *frame,
                                 const logreg__column *t, const logreg__column *trials, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < frame->n_rows; i++) {
        double of = logreg__column_number(trials, i);
        if (w[i] != 0)
            status = logreg__counts_check(t, trials, frame, i, err);
        y[i] = of == 0 ? 0 : logreg__column_number(t, i) / of;
    }
    return status;
}

/* Weights but for trials, whose counts are to be checked wherever these are not 0. */
static logreg_status weigh(double *w, const logreg_frame *frame, const logreg__column *weights,
                           const logreg__column *sampling, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < frame->n_rows; i++) {
        if (weights)
            status = logreg__weight_check(weights, frame, i, err);
        if (status == LOGREG_OK && sampling)
            status = logreg__sampling_check(sampling, frame, i, err);
        w[i] = weights ? logreg__column_number(weights, i) : 1;
        double drawn = sampling ? logreg__column_number(sampling, i) : 1;
        w[i] = w[i] == 0 || drawn == 0 ? 0 : w[i] * drawn;
    }
    return status;
}

logreg_status logreg_model_outcome_frame(const logreg_model *m, const logreg_frame *frame, gsl_vector *y,
                                         gsl_vector *w, logreg_error *err)
{
    size_t n = frame->n_rows;
    const logreg__column *target = NULL, *weights = NULL, *sampling = NULL, *trials = NULL;
    if (m->plain)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the model was fitted to a matrix; a frame has no outcome of its own for it");
    if (y->size != n || w->size != n)
        return logreg__fail(err, LOGREG_EINVAL, "y and w have %zu and %zu entries for %zu rows", y->size,
                            w->size, n);
    logreg_status status = find(&target, frame, m->target, "target", m->grouped, m->target_is_condition, err);
    if (status == LOGREG_OK)
        status = find(&weights, frame, m->weights, "weights", true, false, err);
    if (status == LOGREG_OK)
        status = find(&sampling, frame, m->sampling, "sampling weights", true, false, err);
    if (status == LOGREG_OK)
        status = find(&trials, frame, m->trials, "trials", true, false, err);
    if (status != LOGREG_OK)
        return status;
    double *yw = logreg__new_raw(n, 2 * sizeof *yw), *own = yw ? yw + n : NULL;
    status = yw ? weigh(own, frame, weights, sampling, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK && m->grouped)
        status = from_counts(yw, own, frame, target, trials, err);
    else if (status == LOGREG_OK && target->kind == LOGREG_CATEGORY)
        status = from_labels(yw, own, frame, target, m, err);
    else if (status == LOGREG_OK)
        status = from_numbers(yw, own, frame, target, m, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        double weight = own[i] != 0 && trials ? own[i] * logreg__column_number(trials, i) : own[i];
        bool missing = isnan(yw[i]) || isnan(weight);
        y->data[i * y->stride] = missing ? NAN : yw[i];
        w->data[i * w->stride] = missing && weight != 0 ? NAN : weight;
    }
    free(yw);
    return status;
}
