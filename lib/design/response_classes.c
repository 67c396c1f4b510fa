/* The classes of a target that holds labels, or numbers that stand for them. */
#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/threads.h"
#include "data/label.h"
#include "design/response_read.h"
#include "design/response_refused.h"

/* ---- Classes given by a category ---- */

logreg_status logreg__classes_of_category(logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    const logreg__column *t = r->target;
    size_t levels = t->n_levels;
    double *weight = logreg__new(levels, sizeof *weight);
    r->class_of = logreg__new(levels, sizeof *r->class_of);
    if (!weight || !r->class_of) {
        free(weight);
        return logreg__fail_memory(err);
    }
    for (logreg__stroll s = {.rows = rows}; logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++)
            weight[logreg__column_code(t, s.place[i])] += logreg__prior_weight(r, s.place[i]);
    size_t classes = 0;
    const char *only = NULL;
    for (size_t l = 0; l < levels; l++)
        if (weight[l] > 0) {
            r->class_of[l] = (uint32_t)classes++;
            only = t->levels[l];
        }
    logreg_status status = logreg__refuse_few(classes, t, r->frame, only, err);
    if (status == LOGREG_OK && classes > 2 && t->surplus)
        status = logreg__fail(err, LOGREG_EDATA, "%s", t->surplus);
    if (status == LOGREG_OK && classes > 2 && t->doubt && !t->ticks)
        status = logreg__fail(err, LOGREG_EDATA, "%s", t->doubt);
    if (status == LOGREG_OK)
        status = logreg__refuse_remarks(t, weight, classes, err);
    if (status == LOGREG_OK && classes > LOGREG__MOST_CLASSES)
        status = logreg__refuse_many(t, weight, classes, err);
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

/* Adds the numbers up if all are 0 or 1, which is where y - y y is 0 or -0. Side by side, so that the compiler makes vectors of them;
 * those that come a while later are meanwhile brought near. */
static bool sum_coded(double *sum, const double *y, size_t count)
{
    enum { ABREAST = 8, AHEAD = 256 };
    double one[ABREAST] = {0};
    uint64_t odd[ABREAST] = {0}, any = 0;
    for (size_t i = 0; i + ABREAST <= count; i += ABREAST) {
        __builtin_prefetch(y + (i + AHEAD < count ? i + AHEAD : i));
        for (size_t l = 0; l < ABREAST; l++) {
            double away = y[i + l] - y[i + l] * y[i + l];
            uint64_t bits;
            memcpy(&bits, &away, sizeof bits);
            odd[l] |= bits;
            one[l] += y[i + l];
        }
    }
    for (size_t i = count / ABREAST * ABREAST; i < count; i++) {
        any |= !(y[i] == 0 || y[i] == 1) ? UINT64_MAX : 0;
        one[0] += y[i];
    }
    for (size_t l = 0; l < ABREAST; l++) {
        *sum += one[l];
        any |= odd[l];
    }
    return any << 1 == 0; /* but for the sign */
}

/* The same for the segment of n rows that begins at a row. */
static bool sum_segment(double *sum, const logreg__response *r, size_t n, size_t at)
{
    size_t left = n - at, count = left < LOGREG__SEGMENT_ROWS ? left : LOGREG__SEGMENT_ROWS;
    return sum_coded(sum, r->target->numbers[at / LOGREG__SEGMENT_ROWS], count);
}

/* Most outcomes are 0 and 1 and count once: counted in place, without a look at which they are. false: this one is not so, and
 * nothing is known of it. */
static bool count_coded(double *value, double *weight, size_t *classes, const logreg__response *r,
                        const logreg__rows *rows, int threads)
{
    if (rows->bits || r->weights || r->sampling || r->target->base || rows->n == 0)
        return false;
    double ones = 0;
    if (!sum_segment(&ones, r, rows->n, 0))
        return false;
    size_t strays = 0;
    threads = logreg__threads_for(threads, rows->n);
#pragma omp parallel for num_threads(threads) if (threads > 1) reduction(+ : ones, strays)
    for (size_t at = LOGREG__SEGMENT_ROWS; at < rows->n; at += LOGREG__SEGMENT_ROWS)
        strays += !sum_segment(&ones, r, rows->n, at);
    if (strays)
        return false;
    double others = (double)rows->n - ones;
    *classes = 0;
    for (int c = 0; c < 2; c++)
        if ((c ? ones : others) > 0) {
            value[*classes] = c;
            weight[(*classes)++] = c ? ones : others;
        }
    return true;
}

/* first[c]: the first row of the frame with that value. */
static logreg_status collect_values(double *value, double *weight, size_t *first, size_t *classes,
                                    const logreg__response *r, const logreg__rows *rows, logreg_error *err)
{
    size_t at = 0; /* mostly that of the row before */
    for (logreg__stroll s = {.rows = rows}; logreg__stroll_on(&s);)
        for (size_t i = 0; i < s.count; i++) {
            double y = logreg__column_number(r->target, s.place[i]), w = logreg__prior_weight(r, s.place[i]);
            if (w == 0)
                continue;
            if (at == *classes || value[at] != y)
                at = place_of(value, *classes, y);
            if (at == *classes || value[at] != y) {
                if (*classes == LOGREG__MOST_CLASSES)
                    return logreg__refuse_measured(r, err);
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

logreg_status logreg__classes_of_numbers(logreg__response *r, const logreg__rows *rows, int threads,
                                         logreg_error *err)
{
    double value[LOGREG__MOST_CLASSES], weight[LOGREG__MOST_CLASSES];
    size_t first[LOGREG__MOST_CLASSES], classes = 0;
    if (r->target->surplus)
        return logreg__fail(err, LOGREG_EDATA, "%s", r->target->surplus);
    logreg_status status = count_coded(value, weight, &classes, r, rows, threads)
                               ? LOGREG_OK
                               : collect_values(value, weight, first, &classes, r, rows, err);
    if (status != LOGREG_OK)
        return status;
    char only[LOGREG__NUMBER_SIZE] = "";
    if (classes)
        logreg__number_shortest(only, value[0]);
    status = logreg__refuse_few(classes, r->target, r->frame, only, err);
    if (status == LOGREG_OK)
        status = logreg__refuse_shares(value, weight, first, classes, r, err);
    if (status == LOGREG_OK)
        status = logreg__refuse_odd(value, weight, first, classes, r, err);
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

/* ---- Which is the event ---- */

/* Makes the class called positive the event. */
logreg_status logreg__classes_choose(logreg__response *r, const char *positive, logreg_error *err)
{
    if (!positive)
        return LOGREG_OK;
    if (r->n_classes > 2)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a positive label can be chosen for two classes only; '%s' has %zu: for one "
                            "against the others make the target a condition, as in %s == \"%s\"",
                            r->target->name, r->n_classes, r->target->name, positive);
    size_t event = logreg__label_place_in(r->label, r->n_classes, positive);
    if (event == 1)
        return LOGREG_OK;
    if (event != 0)
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
