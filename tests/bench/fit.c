/* Times a fit, from doubles in memory to coefficients with standard errors, against the floor of this machine: one read of the
 * data and one X'X by the BLAS, a thread each half of the rows, in blocks of 1 MiB that stay in cache.
 *
 *     fit FILE.csv [REPEATS]     fits the last column on all others
 *
 * Prints one line of JSON: seconds (medians; fit and floor take turns) to read the file, to fit without measures, with them, and
 * without on one thread; and of the floor's two parts.
 */
#include <gsl/gsl_cblas.h>

#include "table.h"
#include "timing.h"

void openblas_set_num_threads(int);

enum { MOST_REPEATS = 99 };

#define BLAS_BLOCK ((size_t)1 << 17)

/* A matrix as the BLAS likes it best: blocks of rows, each of all columns. */
typedef struct {
    size_t n, p, rows; /* rows of a block */
    double *x;
} matrix;

static matrix matrix_make(size_t n, size_t p)
{
    matrix m = {.n = n, .p = p, .rows = BLAS_BLOCK / p};
    m.x = malloc(n * p * sizeof *m.x);
    if (!m.x)
        die("out of memory");
    for (size_t i = 0; i < n * p; i++)
        m.x[i] = (double)(i * 2654435761u % 1000003) / 1000003 - 0.5;
    return m;
}

/* Eight sums abreast, a chunk of rows to a thread. */
static double read_all(const matrix *m)
{
    enum { CHUNK = 1 << 15, ABREAST = 8 };
    double sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (size_t first = 0; first < m->n * m->p / CHUNK * CHUNK; first += CHUNK) {
        double part[ABREAST] = {0};
        for (size_t i = 0; i < CHUNK; i += ABREAST)
            for (size_t l = 0; l < ABREAST; l++)
                part[l] += m->x[first + i + l];
        for (size_t l = 0; l < ABREAST; l++)
            sum += part[l];
    }
    return sum;
}

static void square(const matrix *m)
{
#pragma omp parallel
    {
        double *C = calloc(m->p * m->p, sizeof *C);
#pragma omp for schedule(static)
        for (size_t first = 0; first < m->n; first += m->rows) {
            size_t rows = m->n - first < m->rows ? m->n - first : m->rows;
            cblas_dsyrk(CblasRowMajor, CblasLower, CblasTrans, (int)m->p, (int)rows, 1, m->x + first * m->p,
                        (int)m->p, 1, C, (int)m->p);
        }
        free(C);
    }
}

static double fit(const logreg_frame *frame, const char *formula, int threads, bool measures)
{
    logreg_model *model = NULL;
    logreg_error err;
    logreg_options options = logreg_options_default();
    options.threads = threads;
    options.measures = measures;
    double start = now();
    if (logreg_fit_formula(&model, frame, formula, &options, &err) != LOGREG_OK)
        die(err.message);
    double seconds = now() - start;
    if (!logreg_model_converged(model))
        die("the fit did not converge");
    logreg_model_free(model);
    return seconds;
}

int main(int argc, char **argv)
{
    static const char usage[] = "usage: fit FILE.csv [REPEATS]";
    if (argc < 2)
        die(usage);
    int repeats = repeats_of(argc > 2 ? argv[2] : "5", MOST_REPEATS, usage);
    openblas_set_num_threads(1);
    char formula[300];
    double start = now(), fits[MOST_REPEATS], measured[MOST_REPEATS], single[MOST_REPEATS],
           reads[MOST_REPEATS], squares[MOST_REPEATS], sum = 0;
    logreg_frame *frame = table_read(formula, argv[1]);
    double reading = now() - start;
    matrix m = matrix_make(logreg_frame_rows(frame), logreg_frame_columns(frame));
    fit(frame, formula, 0, true);
    square(&m);
    for (int i = 0; i < repeats; i++) {
        fits[i] = fit(frame, formula, 0, false);
        start = now();
        sum += read_all(&m);
        reads[i] = now() - start;
        start = now();
        square(&m);
        squares[i] = now() - start;
        measured[i] = fit(frame, formula, 0, true);
        single[i] = fit(frame, formula, 1, false);
    }
    printf("{\"read\": %.4f, \"fit\": %.4f, \"fit_with_measures\": %.4f, \"fit_one_thread\": %.4f, "
           "\"floor_read\": %.4f, \"floor_square\": %.4f, \"checksum\": %g}\n",
           reading, median(fits, repeats), median(measured, repeats), median(single, repeats),
           median(reads, repeats), median(squares, repeats), sum);
    free(m.x);
    logreg_frame_free(frame);
    return 0;
}
