/* Placements of rows in the order of their keys (sort_keys.h). Twice a placement times the size of the other class is a whole number, and sums of
 * squares fit into 128 bits, so that the order of additions does not matter. */
#ifndef LOGREG_METRICS_PLACING_H
#define LOGREG_METRICS_PLACING_H

#include <stddef.h>
#include <stdint.h>

typedef unsigned __int128 logreg__wide;

/* Sums of c and of c^2 over the rows of one class, c being twice the number of the other class below plus the number tied. */
typedef struct {
    logreg__wide sum, squares;
} logreg__places;

/* A walk along sorted keys: what it has summed, and how many of each class stand below. */
typedef struct {
    logreg__places events, others;
    uint64_t n_events, n_others;
} logreg__placing;

/* Along the n next keys, which are sorted, and tie with none before. */
void logreg__placing_walk(logreg__placing *w, const uint64_t *key, size_t n);

/* Sum over the events among sorted keys of the share of events among all rows that stand as high or higher; `events` of `rows` rows do, of those
 * from the first key on. */
double logreg__placing_precision(const uint64_t *key, size_t n, uint64_t events, uint64_t rows);

#endif
