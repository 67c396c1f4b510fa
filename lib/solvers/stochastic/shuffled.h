/* A problem whose rows are handed out in random order, a window of them at a time. */
#ifndef LOGREG_SOLVERS_STOCHASTIC_SHUFFLED_H
#define LOGREG_SOLVERS_STOCHASTIC_SHUFFLED_H

#include "base/random.h"
#include "design/rowwise.h"
#include "engine/fold_block.h"

typedef struct {
    logreg__problem problem; /* from and window are the caller's to set */
    logreg__problem whole;   /* the same rows in their own order */
    logreg__design design, whole_design;
    logreg__rows rows;
    size_t *order, *place; /* [n] of rows */
    logreg__rowwise *rowwise;
    logreg__block_room room;
    logreg__random random;
} logreg__shuffled;

/* The rows of a problem, which must stay where it is, as must the struct. A copy of their numbers, up to 256 MB of them, has those of a row together. false: out of memory; clear it also then. */
bool logreg__shuffled_init(logreg__shuffled *shuffled, const logreg__problem *problem, uint64_t seed);
void logreg__shuffled_clear(logreg__shuffled *shuffled);

/* Draws the next order, each as likely as any other (Fisher & Yates on a Philox stream). */
void logreg__shuffle(logreg__shuffled *shuffled);

#endif
