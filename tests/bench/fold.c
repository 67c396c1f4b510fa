/* Times the kernels of the fold on random data, beside what the machine can do: a plain read of the same numbers, and X'X by
 * the BLAS, one thread over blocks of rows that stay in cache.
 *
 *     fold [LEVEL] [N P]...      LEVEL: baseline, avx2 or avx512; default the best. N rows, P numbers.
 *
 * A line is a kernel: milliseconds (the median of several), GB/s of X and y in doubles, GFLOP/s with n p^2 counted for an
 * information, the time relative to the read, and the median of those relative to the BLAS of the same turn, which has as many threads. Beside a level that is not
 * the machine's best stand the kernels that OpenBLAS has for such processors. Rows should be a multiple of 4096 times the threads, or one waits for another.
 */
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gsl/gsl_cblas.h>

#include "engine/fold.h"
#include "timing.h"

void openblas_set_num_threads(int);

enum { REPEATS = 7 };

/* Rows of a block that the BLAS sees: 1 MiB, which is the quickest of the sizes tried. */
#define BLAS_BLOCK ((size_t)1 << 17)

typedef struct {
    size_t n, p;
    double *x; /* column-major, then y */
    logreg_frame *frame;
    logreg__terms *terms;
    logreg__rows *rows;
    logreg__response *response;
    logreg__design *design;
    logreg__problem *problem;
    double *b, *acc, *out;
} bench;

static void die(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static double draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (double)(*state >> 11) / 9007199254740992.0;
}

static void bench_make(bench *b, size_t n, size_t p)
{
    uint64_t state = 1;
    *b = (bench){.n = n, .p = p, .x = malloc((p + 1) * n * sizeof *b->x)};
    if (!b->x)
        die("out of memory");
    for (size_t i = 0; i < n * p; i++)
        b->x[i] = 2 * draw(&state) + draw(&state) - 1.5;
    for (size_t i = 0; i < n; i++)
        b->x[n * p + i] = draw(&state) < 1 / (1 + exp(-b->x[i]));
    logreg_error err = {.message = ""};
    bool ok = logreg_frame_new(&b->frame, &err) == LOGREG_OK;
    char name[32];
    for (size_t j = 0; ok && j <= p; j++) {
        if (j == p)
            ok = logreg__terms_plain(&b->terms, b->frame, true, &err) == LOGREG_OK;
        snprintf(name, sizeof name, "x%zu", j);
        ok = ok &&
             logreg_frame_add_numeric(b->frame, j < p ? name : "y", b->x + j * n, n, 1, &err) == LOGREG_OK;
    }
    logreg__outcome outcome = {.target = "y"};
    ok = ok && logreg__rows_complete(&b->rows, b->frame, NULL, 0, &err) == LOGREG_OK &&
         logreg__response_new(&b->response, &outcome, b->frame, b->rows, &err) == LOGREG_OK &&
         logreg__design_new(&b->design, b->terms, b->frame, b->rows, b->response, NULL, &err) == LOGREG_OK &&
         logreg__problem_new(&b->problem, b->design, 1, 0, &err) == LOGREG_OK &&
         logreg__problem_standardise(b->problem, true, &err) == LOGREG_OK;
    if (!ok)
        die(err.message);
    size_t q = b->problem->q;
    b->b = calloc(2 * q, sizeof *b->b);
    b->acc = calloc(2 + q + q * q, sizeof *b->acc);
    b->out = calloc(n, sizeof *b->out);
    if (!b->b || !b->acc || !b->out)
        die("out of memory");
    for (size_t j = 0; j < 2 * q; j++)
        b->b[j] = 0.5 * sin((double)(3 * j + 1)) / sqrt((double)q);
}

static void bench_clear(bench *b)
{
    logreg__problem_free(b->problem);
    logreg__design_free(b->design);
    logreg__response_free(b->response);
    logreg__rows_free(b->rows);
    logreg__terms_free(b->terms);
    logreg_frame_free(b->frame);
    free(b->x);
    free(b->b);
    free(b->acc);
    free(b->out);
}

static const logreg__kernel *const kernels[] = {
    &logreg__kernel_moments,     &logreg__kernel_spread,   &logreg__kernel_value,
    &logreg__kernel_predictor,   &logreg__kernel_gradient, &logreg__kernel_hessian_vector,
    &logreg__kernel_information, &logreg__kernel_gram,
};

/* Places among what takes turns. */
enum { BLAS, READ, MOST_CONTESTANTS = 2 + sizeof kernels / sizeof *kernels };

/* ---- What is timed ---- */

static void run_kernel(const bench *b, int threads, const void *what)
{
    const logreg__kernel *kernel = what;
    b->problem->threads = threads;
    if (logreg__fold(b->problem, kernel, 1, b->b, b->acc, kernel->output ? b->out : NULL, NULL) != LOGREG_OK)
        die("the fold failed");
}

/* The sum of the numbers where they stand in the frame. */
static void run_read(const bench *b, int threads, const void *what)
{
    (void)what;
    size_t segments = logreg__runs(b->n);
    double total = 0;
#pragma omp parallel for num_threads(threads) schedule(static) reduction(+ : total)
    for (size_t s = 0; s < segments; s++) {
        size_t left = b->n - s * LOGREG__SEGMENT_ROWS;
        size_t rows = left < LOGREG__SEGMENT_ROWS ? left : LOGREG__SEGMENT_ROWS;
        for (size_t j = 0; j <= b->p; j++) {
            const double *x = b->frame->column[j].numbers[s];
            double sum[32] = {0};
            for (size_t r = 0; r + 32 <= rows; r += 32)
                for (size_t l = 0; l < 32; l++)
                    sum[l] += x[r + l];
            for (size_t l = 0; l < 32; l++)
                total += sum[l];
        }
    }
    b->acc[0] = total;
}

/* X'X of the caller's numbers, read row by row as if so stored: p numbers a row. */
static void run_blas(const bench *b, int threads, const void *what)
{
    (void)what;
    size_t p = b->p, block = BLAS_BLOCK / p, blocks = (b->n + block - 1) / block;
    double *sums = calloc((size_t)threads, p * p * sizeof *sums);
    if (!sums)
        die("out of memory");
#pragma omp parallel for num_threads(threads) schedule(static)
    for (size_t i = 0; i < blocks; i++) {
        size_t left = b->n - i * block, rows = left < block ? left : block;
        cblas_dsyrk(CblasRowMajor, CblasUpper, CblasTrans, (int)p, (int)rows, 1, b->x + i * block * p, (int)p,
                    1, sums + (size_t)omp_get_thread_num() * p * p, (int)p);
    }
    free(sums);
}

/* ---- Turns ---- */

typedef struct {
    const char *name;
    void (*action)(const bench *, int threads, const void *what);
    const void *what;
    double t[REPEATS], relative[REPEATS]; /* seconds; of those that the BLAS took in the same turn */
} contestant;

static void take_turns(const bench *b, int threads, contestant *c, size_t n)
{
    for (int turn = -1; turn < REPEATS; turn++) {
        double t[MOST_CONTESTANTS];
        for (size_t i = 0; i < n; i++) {
            double start = now();
            c[i].action(b, threads, c[i].what);
            t[i] = now() - start;
        }
        for (size_t i = 0; turn >= 0 && i < n; i++) {
            c[i].t[turn] = t[i];
            c[i].relative[turn] = t[i] / t[BLAS];
        }
    }
}

static void measure(const bench *b, int threads)
{
    contestant c[MOST_CONTESTANTS] = {{.name = "dsyrk, rows", .action = run_blas},
                                      {.name = "read", .action = run_read}};
    size_t n = 2;
    for (size_t i = 0; i < sizeof kernels / sizeof *kernels; i++)
        c[n++] = (contestant){.name = kernels[i]->name, .action = run_kernel, .what = kernels[i]};
    take_turns(b, threads, c, n);
    double bytes = (double)b->n * (double)(b->p + 1) * sizeof(double), read = 0;
    printf("%zu x %zu, %d threads\n", b->n, b->p, threads);
    for (size_t i = 0; i < n; i++) {
        double t = median(c[i].t, REPEATS), p = (double)(i == BLAS ? b->p : b->p + 1);
        read = i == READ ? t : read;
        printf("  %-16s %9.2f ms %7.1f GB/s", c[i].name, 1e3 * t, 1e-9 * bytes / t);
        bool square =
            i == BLAS || c[i].what == &logreg__kernel_information || c[i].what == &logreg__kernel_gram;
        if (square)
            printf(" %7.1f GFLOP/s", 1e-9 * (double)b->n * p * p / t);
        else
            printf(" %15s", "");
        if (i > READ)
            printf("   %5.2f x read %6.2f x dsyrk", t / read, median(c[i].relative, REPEATS));
        printf("\n");
    }
    fflush(stdout);
}

/* The inner loops called name; the best ones for NULL. */
static const logreg__inner *level(const char *name)
{
    for (size_t i = 0; logreg__inner_level(i); i++)
        if (!name || strcmp(logreg__inner_level(i)->name, name) == 0)
            return logreg__inner_level(i);
    die("this machine has no such level of kernels");
    return NULL;
}

/* The BLAS settles which kernels it has as it is loaded, so that another process must begin with another choice. */
static void begin_with_blas_of(const logreg__inner *inner, char **argv)
{
    const char *choice = "OPENBLAS_CORETYPE";
    if (inner == logreg__inner_level(0) || getenv(choice))
        return;
    setenv(choice, inner == &logreg__baseline_inner ? "Prescott" : "Haswell", 1);
    execv("/proc/self/exe", argv);
    die("this program cannot begin again");
}

int main(int argc, char **argv)
{
    bool named = argc > 1 && (argv[1][0] < '0' || argv[1][0] > '9');
    const logreg__inner *inner = level(named ? argv[1] : NULL);
    begin_with_blas_of(inner, argv);
    argc -= named;
    argv += named;
    printf("%s\n", inner->name);
    static const size_t sizes[][2] = {{1000000, 20}, {2000000, 5}, {100000, 100}, {50000, 500}};
    openblas_set_num_threads(1);
    size_t given = argc > 2 ? (size_t)(argc - 1) / 2 : 0;
    for (size_t i = 0; i < (given ? given : sizeof sizes / sizeof *sizes); i++) {
        bench b;
        if (given)
            bench_make(&b, strtoul(argv[1 + 2 * i], NULL, 10), strtoul(argv[2 + 2 * i], NULL, 10));
        else
            bench_make(&b, sizes[i][0], sizes[i][1]);
        b.problem->inner = inner;
        for (int threads = 1; threads <= 2; threads++)
            measure(&b, threads);
        bench_clear(&b);
    }
    return 0;
}
