/* How the time of a fit grows: data of twice the rows, or of twice the columns, side by side.
 *
 *     growth [REPEATS]
 *
 * Prints a table of docs/benchmarks.md: seconds (medians; sizes take turns) of the fit alone and with what is measured beside it, and how
 * many times those of the line above.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <logreg.h>

#include "timing.h"

enum { MOST_REPEATS = 99 };

/* So many of each: the first of a group has none to be compared with. */
static const struct {
    size_t rows, columns;
    int first;
} sizes[] = {
    {250000, 20, 1}, {500000, 20, 0},  {1000000, 20, 0}, {2000000, 20, 0},
    {100000, 50, 1}, {100000, 100, 0}, {100000, 200, 0},
};

enum { SIZES = sizeof sizes / sizeof *sizes };

static void die(const char *why)
{
    fprintf(stderr, "growth: %s\n", why);
    exit(1);
}

/* In [0, 1). */
static double uniform(uint64_t *state)
{
    *state = 6364136223846793005u * *state + 1442695040888963407u;
    return (double)(*state >> 11) * 0x1p-53;
}

/* Numbers about 0 in columns x1, x2, .., and an outcome y that a logistic model gives. */
static logreg_frame *make(size_t n, size_t p)
{
    logreg_frame *frame = NULL;
    uint64_t state = n + p;
    double *x = malloc(n * sizeof *x), *eta = calloc(n, sizeof *eta);
    if (!x || !eta || logreg_frame_new(&frame, NULL) != LOGREG_OK)
        die("out of memory");
    for (size_t j = 0; j <= p; j++) {
        char name[24];
        double beta = 3 * (uniform(&state) - 0.5) / sqrt((double)p);
        for (size_t i = 0; i < n; i++) {
            double u = uniform(&state);
            x[i] = j < p ? 3.5 * (u - 0.5) : u * (1 + exp(-eta[i])) < 1;
            eta[i] += beta * x[i];
        }
        snprintf(name, sizeof name, j < p ? "x%zu" : "y", j + 1);
        if (logreg_frame_add_numeric(frame, name, x, n, 1, NULL) != LOGREG_OK)
            die("out of memory");
    }
    free(x);
    free(eta);
    return frame;
}

static double fit(const logreg_frame *frame, bool measures)
{
    logreg_model *model = NULL;
    logreg_options options = logreg_options_default();
    options.measures = measures;
    logreg_error err;
    double start = now();
    if (logreg_fit_formula(&model, frame, "y ~ .", &options, &err) != LOGREG_OK)
        die(err.message);
    double seconds = now() - start;
    if (!logreg_model_converged(model))
        die("the fit did not converge");
    logreg_model_free(model);
    return seconds;
}

int main(int argc, char **argv)
{
    int repeats = argc > 1 ? atoi(argv[1]) : 5;
    if (repeats < 1 || repeats > MOST_REPEATS)
        die("usage: growth [REPEATS]");
    setenv("OPENBLAS_NUM_THREADS", "1", 1); /* as the program does */
    logreg_frame *frame[SIZES];
    double seconds[SIZES][2][MOST_REPEATS];
    for (int s = 0; s < SIZES; s++) {
        frame[s] = make(sizes[s].rows, sizes[s].columns);
        fit(frame[s], true);
    }
    for (int i = 0; i < repeats; i++)
        for (int s = 0; s < SIZES; s++)
            for (int measures = 0; measures < 2; measures++)
                seconds[s][measures][i] = fit(frame[s], measures);
    printf("| rows | columns | fit alone | of the line above | with measures | of the line above |\n"
           "| ---: | ---: | ---: | ---: | ---: | ---: |\n");
    double before[2] = {0};
    for (int s = 0; s < SIZES; s++) {
        printf("| %zu | %zu |", sizes[s].rows, sizes[s].columns);
        for (int measures = 0; measures < 2; measures++) {
            double middle = median(seconds[s][measures], repeats);
            printf(" %.4f |", middle);
            if (sizes[s].first)
                printf(" |");
            else
                printf(" %.2f |", middle / before[measures]);
            before[measures] = middle;
        }
        printf("\n");
        logreg_frame_free(frame[s]);
    }
    return 0;
}
