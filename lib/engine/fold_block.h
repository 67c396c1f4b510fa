/* A block of the design, centred and scaled and filled up: what the fold shows to kernels. */
#ifndef LOGREG_ENGINE_FOLD_BLOCK_H
#define LOGREG_ENGINE_FOLD_BLOCK_H

#include "engine/fold.h"

/* Room that one thread needs. */
typedef struct logreg__block_room {
    logreg__scratch *blocks;
    double *Z, *value, *ones, *zeros, *filled;
    const double **value_at, **ahead;
    size_t ones_in_Z; /* rows of the column of ones that stand in Z */
} logreg__block_room;

/* false: out of memory; what is there is cleared all the same. */
bool logreg__block_room_init(logreg__block_room *room, const logreg__problem *problem);
void logreg__block_room_clear(logreg__block_room *room);

/* Shows block i of BLOCK_ROWS rows of the problem's sample, or of all rows, of which there are `blocks`. The walk knows its problem
 * and scratch, and whether it goes by columns. */
void logreg__block_show(logreg__walk *walk, logreg__block_room *room, size_t i, size_t blocks);

/* Centres and scales columns first .. first + count - 1 of the block that is shown, BLOCK_ROWS apart. */
void logreg__block_columns(double *Z, const logreg__walk *walk, size_t first, size_t count);

#endif
