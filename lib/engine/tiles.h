/* The information's dense part to three or five digits, on the processor's matrix unit (Intel AMX): good enough to steer by, at a fraction of the
 * price where columns are many. Each number is taken as the sum of one or two parts of 8 bits, and products are summed in single precision.
 */
#ifndef LOGREG_ENGINE_TILES_H
#define LOGREG_ENGINE_TILES_H

#include <stdbool.h>
#include <stddef.h>

/* Does this machine have such a unit, and does the system let this process use it? Leave is asked for by a call to the system, once it is wanted. */
bool logreg__tiles_there(void);

/* Doubles of room for a block of n columns. */
size_t logreg__tiles_room(size_t n);

/* Adds Z' diag(s) Z to the lower triangle of H, as `information` of inner.h, with numbers of 1 or 2 parts. Room begins a line of cache. */
void logreg__tiles_information(double *H, size_t ldh, const double *Z, size_t rows, size_t n, const double *s,
                               double *room, size_t parts);

#endif
