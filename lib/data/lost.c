/* Classes of a target that a fit has no row of, since features are missing there. */
#include "data/losses.h"

#include <math.h>

/* The level's code, or the number; NaN: missing. */
static double class_of(const logreg__column *target, size_t row)
{
    if (target->kind == LOGREG_NUMERIC)
        return logreg__column_number(target, row);
    uint32_t code = logreg__column_code(target, row);
    return code == LOGREG__MISSING ? (double)NAN : code;
}

/* Classes with rows, as they come. */
typedef struct {
    size_t n, first[LOGREG__LOST_MOST], rows[LOGREG__LOST_MOST];
    double class[LOGREG__LOST_MOST];
} tally;

/* The place of a class, n where it is none of them. */
static size_t place_of(const tally *t, double class)
{
    size_t k = 0;
    while (k < t->n && t->class[k] != class)
        k++;
    return k;
}

static bool misses_feature(const logreg__loss_columns *c, size_t row)
{
    for (size_t j = 0; j < c->n_features; j++)
        if (logreg__loss_misses(c, j, row))
            return true;
    return false;
}

/* Is the row one of the fit's? */
static bool is_kept(const logreg__loss_columns *c, size_t row)
{
    if (c->rows)
        return logreg__rows_has(c->rows, row);
    return logreg__loss_usable(c, row) && !misses_feature(c, row);
}

/* Classes of the rows that are left out for features alone. False: there are too many. */
static bool count_dropped(tally *t, const logreg__loss_columns *c)
{
    for (size_t i = 0; i < c->frame->n_rows; i++) {
        double class = class_of(c->target, i);
        if (isnan(class) || is_kept(c, i) || !logreg__loss_usable(c, i) || !misses_feature(c, i))
            continue;
        size_t k = place_of(t, class);
        if (k == LOGREG__LOST_MOST)
            return false;
        if (k == t->n) {
            t->class[k] = class;
            t->first[k] = i;
            t->rows[k] = 0;
            t->n++;
        }
        t->rows[k]++;
    }
    return true;
}

/* Takes the classes that are kept out of those that are not. */
static void forget_kept(tally *t, const logreg__loss_columns *c)
{
    for (size_t i = 0; i < c->frame->n_rows && t->n; i++) {
        size_t k = is_kept(c, i) ? place_of(t, class_of(c->target, i)) : t->n;
        if (k == t->n)
            continue;
        t->n--;
        t->class[k] = t->class[t->n];
        t->first[k] = t->first[t->n];
        t->rows[k] = t->rows[t->n];
    }
}

static size_t count_kept(const logreg__loss_columns *c)
{
    tally t = {.n = 0};
    for (size_t i = 0; i < c->frame->n_rows && t.n < LOGREG__LOST_MOST; i++) {
        double class = class_of(c->target, i);
        if (is_kept(c, i) && place_of(&t, class) == t.n)
            t.class[t.n++] = class;
    }
    return t.n;
}

void logreg__lost_find(logreg__lost *lost, const logreg__loss_columns *c)
{
    tally t = {.n = 0};
    *lost = (logreg__lost){0};
    if (!c->target || !count_dropped(&t, c))
        return;
    forget_kept(&t, c);
    if (t.n && logreg_frame_measures(c->frame, (size_t)(c->target - c->frame->column)))
        return; /* numbers that are hardly classes */
    lost->n = t.n;
    lost->left = t.n ? count_kept(c) : 0;
    for (size_t k = 0; k < t.n; k++) {
        size_t at = k; /* in the order of the file, whichever went out before */
        for (; at && lost->class[at - 1].first > t.first[k]; at--)
            lost->class[at] = lost->class[at - 1];
        lost->class[at].first = t.first[k];
        lost->class[at].rows = t.rows[k];
    }
}

bool logreg__lost_has(const logreg__lost *lost, size_t k, const logreg__column *target, size_t row)
{
    return class_of(target, row) == class_of(target, lost->class[k].first);
}

/* ---- Which features are given up for them ---- */

/* Features that a row misses and that are not offered; *last is one of them. */
static size_t lacks(size_t *last, const logreg__loss *loss, const logreg__loss_columns *c, size_t row)
{
    size_t n = 0;
    for (size_t j = 0; j < c->n_features; j++)
        if (!loss[j].offered && logreg__loss_misses(c, j, row)) {
            *last = j;
            n++;
        }
    return n;
}

/* Offers a feature, unless it is the last; or, one being SIZE_MAX, all that the row misses. */
static void offer(logreg__loss *loss, const logreg__loss_columns *c, size_t row, size_t one)
{
    size_t left = 0;
    for (size_t j = 0; j < c->n_features; j++)
        left += !loss[j].offered && (one == SIZE_MAX ? !logreg__loss_misses(c, j, row) : j != one);
    for (size_t j = 0; left && j < c->n_features; j++)
        if (!loss[j].offered && (one == SIZE_MAX ? logreg__loss_misses(c, j, row) : j == one))
            loss[j].offered = loss[j].for_class = true;
}

/* So that a class has a row that lacks least; of features of which one is enough, that which brings most rows back. */
static void offer_for(logreg__loss *loss, const logreg__lost *lost, size_t k, const logreg__loss_columns *c)
{
    size_t best = 0, least = SIZE_MAX, last = 0, most = 0;
    for (size_t j = 0; j < c->n_features; j++)
        loss[j].of_class = 0;
    for (size_t i = lost->class[k].first; i < c->frame->n_rows; i++) {
        if (!logreg__lost_has(lost, k, c->target, i) || !logreg__loss_usable(c, i))
            continue;
        size_t n = lacks(&last, loss, c, i);
        best = n < least ? i : best;
        least = n < least ? n : least;
        loss[last].of_class += n == 1;
    }
    for (size_t j = 0; j < c->n_features; j++)
        most = loss[j].of_class > loss[most].of_class ? j : most;
    if (least)
        offer(loss, c, best, least == 1 ? most : SIZE_MAX);
}

void logreg__lost_way(logreg__loss *loss, logreg__lost *lost, const logreg__loss_columns *c)
{
    size_t last;
    for (size_t k = 0; k < lost->n; k++)
        offer_for(loss, lost, k, c);
    for (size_t k = 0; k < lost->n; k++)
        for (size_t i = lost->class[k].first; i < c->frame->n_rows; i++)
            lost->class[k].back += logreg__lost_has(lost, k, c->target, i) && logreg__loss_usable(c, i) &&
                                   lacks(&last, loss, c, i) == 0;
}
