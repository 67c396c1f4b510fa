/* A walk over all rows with the direction at hand: which comparisons does it leave undecided? */
#include <math.h>
#include <string.h>

#include "solvers/existence/recession.h"

/* A margin that is told from rounding by a closer look, where the rows that hold the direction in place have 1. */
#define DECIDED 0x1p-10

typedef enum { TIED, STRICT, VIOLATED } verdict;

/* What the direction does to comparison z (scaled), when z'b is of the size of rounding. */
static verdict look_closely(const logreg__recession *r, const double *z)
{
    size_t d = r->span->d;
    double *u = r->u, largest = 0, value = 0;
    if (!logreg__span_project(r->span, z, u, NULL))
        return TIED;
    for (size_t f = 0; f < d; f++) {
        largest = fmax(largest, fabs(u[f]));
        value += u[f] * r->margin->w[f];
    }
    return value >= DECIDED * largest ? STRICT : VIOLATED;
}

/* Linear predictors of classes 0 .. k at the row where the walk stands, and how far they feel rounding. */
static void predict(logreg__recession *r)
{
    const double *s = r->cases->s;
    for (size_t c = 0; c < r->k; c++) {
        double eta = 0, reach = 0;
        for (size_t j = 0; j < r->p; j++) {
            eta += s[j] * r->b[c * r->p + j];
            reach += fabs(s[j]) * r->reach[c * r->p + j];
        }
        r->eta[c + 1] = eta;
        r->noise[c + 1] = reach;
    }
}

static verdict judge(logreg__recession *r, size_t winner, size_t loser, double *measure)
{
    double value = r->eta[winner] - r->eta[loser], noise = r->noise[winner] + r->noise[loser];
    *measure = value / noise;
    if (value > noise)
        return STRICT;
    if (value < -noise)
        return VIOLATED;
    logreg__cases_compare(r->cases, winner, loser, r->z);
    *measure = 0;
    return look_closely(r, r->z);
}

/* Keeps the comparison if it is among the worst. */
static void keep_found(logreg__recession *r, size_t winner, size_t loser, double measure)
{
    size_t place = r->n_found;
    if (r->n_found == LOGREG__MOST_FOUND) {
        place = 0;
        for (size_t i = 1; i < LOGREG__MOST_FOUND; i++)
            if (r->measure[i] > r->measure[place])
                place = i;
        if (measure >= r->measure[place])
            return;
    }
    logreg__cases_compare(r->cases, winner, loser, r->z);
    for (size_t i = 0; i < r->n_found; i++)
        if (r->measure[i] == measure && memcmp(r->found + i * r->q, r->z, r->q * sizeof *r->z) == 0)
            return;
    r->n_found += r->n_found < LOGREG__MOST_FOUND;
    memcpy(r->found + place * r->q, r->z, r->q * sizeof *r->z);
    r->measure[place] = measure;
}

/* Judges the comparisons that `winner` must win at this row. */
static void judge_row(logreg__recession *r, size_t winner)
{
    unsigned char *tied = r->tied + r->cases->index * r->k;
    for (size_t loser = 0; loser <= r->k; loser++) {
        size_t other = loser < winner ? loser : loser - 1;
        double measure;
        if (loser == winner || tied[other])
            continue;
        verdict v = judge(r, winner, loser, &measure);
        if (v == TIED)
            tied[other] = 1;
        else if (v == VIOLATED)
            keep_found(r, winner, loser, measure);
    }
}

void logreg__recession_walk(logreg__recession *r)
{
    r->n_found = 0;
    logreg__cases_rewind(r->cases, 0);
    while (logreg__cases_next(r->cases)) {
        predict(r);
        judge_row(r, r->cases->winner);
        if (r->cases->both)
            judge_row(r, 1 - r->cases->winner);
    }
}
