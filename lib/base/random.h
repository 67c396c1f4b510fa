/* Random streams: the same numbers on every machine, whatever its libraries.
 *
 * Philox 4x64-10 (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011): the
 * words are a keyed permutation of a counter. Chosen over GSL's generators because its key holds a whole
 * 64-bit seed (gsl_rng_set takes 32 bits of it for most) and a stream number beside it: streams of one seed
 * never overlap, so that every purpose, fold, replicate or segment of rows can have its own, whoever computes
 * it and in whatever order.
 */
#ifndef LOGREG_BASE_RANDOM_H
#define LOGREG_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t key[2];
    uint64_t counter;
    uint64_t word[4]; /* the last block */
    unsigned used;    /* words of it that have been given out */
} logreg__random;

/* Starts stream number `stream` of a seed. */
void logreg__random_init(logreg__random *random, uint64_t seed, uint64_t stream);

/* 64 random bits. */
uint64_t logreg__random_bits(logreg__random *random);

/* Uniform on the multiples of 2^-53 in [0, 1). */
double logreg__random_uniform(logreg__random *random);

/* Standard normal. */
double logreg__random_normal(logreg__random *random);

/* Uniform on 0 .. n - 1, without bias; n >= 1. */
uint64_t logreg__random_below(logreg__random *random, uint64_t n);

/* Fills permutation with 0 .. n - 1 in random order, each order as likely as any other. */
void logreg__random_permutation(logreg__random *random, size_t *permutation, size_t n);

#endif
