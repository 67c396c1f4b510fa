/* The directions of recession of small integer data, by brute force in integers: what the library is tested against. */
#ifndef TESTS_RAYS_H
#define TESTS_RAYS_H

#include <stdbool.h>
#include <stddef.h>

#define RAYS_Q 4

/* Comparisons z_i as in lib/solvers/existence/cases.h, of q <= RAYS_Q entries. */
typedef struct {
    size_t q, m;
    const long (*z)[RAYS_Q];
} rays_cone;

/* Visits every extreme ray of {b : z_i'b >= 0}, possibly more than once; the rows must have rank q. */
void rays_visit(const rays_cone *cone, void (*visit)(const long *b, void *context), void *context);

/* Rank of m rows, counting only the columns for which keep (or NULL: all) is set. */
size_t rays_rank(const long (*z)[RAYS_Q], size_t m, size_t q, const bool *keep);

#endif
