/* An information of one block of rows that stands in cache, beside dsyrk on the same block: what the kernel is worth by itself. The kernel weighs the rows;
 * dsyrk does not, and would need a weighed copy.
 *
 *     block [LEVEL]     LEVEL: 0, the best that the processor has (default), 1, the next, ..
 *
 * One thread, processor time, medians; OPENBLAS_NUM_THREADS=1, and OPENBLAS_CORETYPE=Haswell or Prescott beside the lower levels.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <gsl/gsl_cblas.h>

#include "base/random.h"
#include "engine/fold.h"
#include "engine/inner.h"
#include "timing.h"

enum { TURNS = 9, ROWS = LOGREG__BLOCK_ROWS, MOST_COLUMNS = 1000 };

/* Products that a turn takes. */
#define WORK 4e8

static double processor_time(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double *room_of(size_t n)
{
    double *room = aligned_alloc(64, (n * sizeof *room + 63) / 64 * 64);
    if (!room) {
        fprintf(stderr, "block: out of memory\n");
        exit(1);
    }
    return room;
}

int main(int argc, char **argv)
{
    static const size_t columns[] = {3, 5, 10, 20, 50, 100, 200, 500, MOST_COLUMNS};
    const logreg__inner *inner = logreg__inner_level(argc > 1 ? strtoul(argv[1], NULL, 10) : 0);
    double *Z = room_of((size_t)ROWS * MOST_COLUMNS), *H = room_of((size_t)MOST_COLUMNS * MOST_COLUMNS),
           *s = room_of(ROWS), *scaled = room_of((size_t)ROWS * LOGREG__SCALED_COLUMNS);
    logreg__random random;
    logreg__random_init(&random, 1, 0);
    for (size_t i = 0; i < (size_t)ROWS * MOST_COLUMNS; i++)
        Z[i] = logreg__random_normal(&random);
    for (size_t i = 0; i < ROWS; i++)
        s[i] = logreg__random_uniform(&random);
    printf("| columns | %s, of dsyrk |\n| ---: | ---: |\n", inner->name);
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
        size_t p = columns[k], blocks = (size_t)(WORK / (double)(ROWS * p * p)) + 1;
        double ours[TURNS], theirs[TURNS];
        memset(H, 0, p * p * sizeof *H);
        for (int t = 0; t < TURNS; t++) {
            double start = processor_time();
            for (size_t b = 0; b < blocks; b++)
                inner->information(H, p, Z, ROWS, p, s, scaled, NULL, 0);
            ours[t] = processor_time() - start;
            start = processor_time();
            for (size_t b = 0; b < blocks; b++)
                cblas_dsyrk(CblasColMajor, CblasLower, CblasTrans, (int)p, ROWS, 1, Z, ROWS, 1, H, (int)p);
            theirs[t] = processor_time() - start;
        }
        printf("| %zu | %.2f |\n", p, median(ours, TURNS) / median(theirs, TURNS));
    }
    free(Z);
    free(H);
    free(s);
    free(scaled);
    return 0;
}
