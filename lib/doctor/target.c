/* The classes of the target, and whether there are enough rows of each. */
#include "doctor/checkup.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "report/summary.h"

/* More are a measurement, which a fit refuses. */
#define MOST_CLASSES 50

/* A class with a smaller share is rare: accuracy then praises whoever never expects it. */
#define RARE_SHARE 0.05

/* Class of each row: its place among the values, in level order. */
static void classify_codes(logreg_checkup *c, const logreg__column *column)
{
    for (size_t k = 0; k < column->n_levels; k++) {
        c->label[k] = logreg__copy(column->levels[k]);
        c->failed = c->failed || !c->label[k];
    }
    for (size_t i = 0; i < logreg_frame_rows(c->frame); i++)
        c->class_of[i] = logreg__column_code(column, i);
}

static void classify_numbers(logreg_checkup *c, const logreg__column *column)
{
    double value[MOST_CLASSES];
    size_t n = 0, rows = logreg_frame_rows(c->frame);
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        size_t at = 0;
        while (at < n && value[at] < x)
            at++;
        if (isnan(x) || (at < n && value[at] == x))
            continue;
        memmove(value + at + 1, value + at, (n++ - at) * sizeof *value);
        value[at] = x;
    }
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        uint32_t k = 0;
        while (k < n && value[k] != x)
            k++;
        c->class_of[i] = k < n ? k : LOGREG__MISSING;
    }
    for (size_t k = 0; k < n; k++) {
        char text[LOGREG__NUMBER_SIZE];
        c->label[k] = logreg__copy(logreg__number_shortest(text, value[k]));
        c->failed = c->failed || !c->label[k];
    }
}

static bool no_classes(logreg_checkup *c)
{
    size_t n = c->profile[c->target].distinct;
    if (n >= 2 && n <= MOST_CLASSES)
        return false;
    logreg__finding *f = logreg__find(c, "target", LOGREG_FINDING_STOPS, c->target);
    logreg__page_add(&f->message, "The target ");
    logreg__write_column(&f->message, c, c->target);
    if (n > MOST_CLASSES)
        logreg__page_format(&f->message, " has %zu different values, too many to be classes.", n);
    else
        logreg__page_add(&f->message, n ? " has the same value in every row." : " is missing in every row.");
    logreg__page_add(&f->advice, n > MOST_CLASSES
                                     ? "Name another with --target, or cut its values into classes."
                                     : "Name another with --target, or add rows of another class.");
    return true;
}

static void lopsided(logreg_checkup *c)
{
    size_t n = 0, rarest = 0;
    for (size_t k = 0; k < c->n_classes; k++) {
        n += c->count[k];
        rarest = c->count[k] < c->count[rarest] ? k : rarest;
    }
    double share = (double)c->count[rarest] / (double)n;
    if (share >= RARE_SHARE)
        return;
    logreg__finding *f = logreg__find(c, "imbalance", LOGREG_FINDING_NOTE, c->target);
    logreg__page_format(&f->message, "%zu of %zu rows have ", c->count[rarest], n);
    logreg__write_column(&f->message, c, c->target);
    logreg__page_add(&f->message, " = ");
    logreg__page_name(&f->message, c->label[rarest], LOGREG__NAME_ROOM);
    char percent[LOGREG__NUMBER_SIZE];
    logreg__page_format(&f->message, ": whoever always says otherwise is right in %s%% of rows.",
                        logreg__number_format(percent, 100 * (1 - share), 4));
    logreg__page_add(&f->advice,
                     "Judge a fit by AUC and log loss, not by accuracy. The rows need no balancing: "
                     "that would spoil the probabilities.");
}

void logreg__check_target(logreg_checkup *c)
{
    const logreg__column *column = &c->frame->column[c->target];
    size_t n = c->profile[c->target].distinct, rows = logreg_frame_rows(c->frame);
    if (no_classes(c))
        return;
    c->label = logreg__new(n, sizeof *c->label);
    c->count = logreg__new(n, sizeof *c->count);
    c->class_of = logreg__new_raw(rows, sizeof *c->class_of);
    c->failed = c->failed || !c->label || !c->count || !c->class_of;
    if (c->failed)
        return;
    c->n_classes = n;
    if (column->kind == LOGREG_NUMERIC)
        classify_numbers(c, column);
    else
        classify_codes(c, column);
    for (size_t i = 0; i < rows; i++)
        if (c->class_of[i] != LOGREG__MISSING)
            c->count[c->class_of[i]]++;
    if (!c->failed)
        lopsided(c);
}
