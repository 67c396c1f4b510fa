#include "data/losses.h"

/* One row in so many, or fewer, is too few to leave a column out for. */
enum { FEW = 10 };

bool logreg__loss_usable(const logreg__loss_columns *c, size_t row)
{
    if (c->rows && logreg__rows_weightless(c->rows, row))
        return false;
    for (size_t j = c->n_features; j < c->n; j++)
        if (logreg__loss_misses(c, j, row))
            return false;
    return true;
}

static logreg__loss_rows count(logreg__loss *loss, const logreg__loss_columns *c)
{
    logreg__loss_rows rows = {0};
    for (size_t i = 0; i < c->frame->n_rows; i++) {
        size_t missing = 0, last = 0;
        if (!logreg__loss_usable(c, i))
            continue;
        for (size_t j = 0; j < c->n_features; j++)
            if (logreg__loss_misses(c, j, i)) {
                loss[j].missing++;
                missing++;
                last = j;
            }
        rows.usable++;
        rows.left += missing == 0;
        if (missing == 1)
            loss[last].alone++;
    }
    return rows;
}

/* Offers features that cost much, but for one that is left where all do. */
static void offer_heavy(logreg__loss *loss, const logreg__loss_columns *c, const logreg__loss_rows *rows,
                        logreg__loss_part part)
{
    size_t heavy = 0, least = 0;
    for (size_t j = 0; j < c->n_features; j++) {
        loss[j].offered =
            loss[j].missing && ((size_t)part * loss[j].missing >= rows->usable || loss[j].alone > rows->left);
        heavy += loss[j].offered;
        least = loss[j].missing < loss[least].missing ? j : least;
    }
    if (heavy == c->n_features && heavy)
        loss[least].offered = false;
}

/* Rows that come back without the features offered; of each, those that it misses. */
static size_t count_back(logreg__loss *loss, const logreg__loss_columns *c)
{
    size_t back = 0;
    for (size_t j = 0; j < c->n_features; j++)
        loss[j].back = 0;
    for (size_t i = 0; i < c->frame->n_rows; i++) {
        size_t missing = 0;
        bool comes = logreg__loss_usable(c, i);
        for (size_t j = 0; comes && j < c->n_features; j++)
            if (logreg__loss_misses(c, j, i)) {
                comes = loss[j].offered;
                missing++;
            }
        if (!comes || !missing)
            continue;
        back++;
        for (size_t j = 0; j < c->n_features; j++)
            loss[j].back += logreg__loss_misses(c, j, i);
    }
    return back;
}

/* Takes the features that bring fewest rows back from the offer, as long as these are no more than `spare` together. */
static void withdraw(logreg__loss *loss, const logreg__loss_columns *c, size_t spare)
{
    for (;;) {
        size_t least = SIZE_MAX;
        for (size_t j = 0; j < c->n_features; j++)
            if (loss[j].offered && (least == SIZE_MAX || loss[j].back < loss[least].back))
                least = j;
        if (least == SIZE_MAX || loss[least].back > spare)
            return;
        spare -= loss[least].back;
        loss[least].offered = false;
    }
}

logreg__loss_rows logreg__losses_weigh(logreg__loss *loss, const logreg__loss_columns *c,
                                       logreg__loss_part part, bool worth_it)
{
    logreg__loss_rows rows = count(loss, c);
    offer_heavy(loss, c, &rows, part);
    rows.kept = count_back(loss, c);
    withdraw(loss, c, worth_it ? rows.kept / FEW : 0);
    if (worth_it)
        rows.kept = count_back(loss, c);
    if (worth_it && FEW * rows.kept <= rows.left)
        withdraw(loss, c, SIZE_MAX);
    logreg__lost_find(&rows.lost, c);
    if (!rows.lost.n)
        return rows;
    logreg__lost_way(loss, &rows.lost, c);
    rows.kept = count_back(loss, c);
    return rows;
}
