/* How many threads walk over rows together. */
#ifndef LOGREG_BASE_THREADS_H
#define LOGREG_BASE_THREADS_H

#include <stddef.h>

#include <omp.h>

/* What an option says: 0 is one for each processor. */
static inline int logreg__threads(int wanted)
{
    return wanted > 0 ? wanted : omp_get_num_procs();
}

/* The same for a walk that does little with each of n rows: of few it is done sooner than threads are started. */
static inline int logreg__threads_for(int wanted, size_t n)
{
    return n < 100000 ? 1 : logreg__threads(wanted);
}

#endif
