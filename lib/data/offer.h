/* What to say of a label that no row has. */
#ifndef LOGREG_DATA_OFFER_H
#define LOGREG_DATA_OFFER_H

#include <stddef.h>

enum { LOGREG__OFFER = 420 };

/* Of n levels the one that is the label but for its spelling, else the nearest, as logreg_nearest_offer has it; NULL: none is. rows: levels of 0 rows do not count; NULL: all do. */
const char *logreg__levels_nearest(const char *label, char *const *levels, const size_t *rows, size_t n);

/* Ends a sentence on it: "; did you mean 'active'?", or "; it has 'active', 'closed', ..". Returns room. */
const char *logreg__levels_offer(char room[LOGREG__OFFER], const char *label, char *const *levels,
                                 const size_t *rows, size_t n);

#endif
