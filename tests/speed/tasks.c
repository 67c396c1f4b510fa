/* What instructions are counted of: small tasks, each in a function of its own, by which callgrind tells them apart. Data are the same in
 * every run, and one thread does all.
 *
 *     tasks           does all of them
 *     tasks --level   prints the level of kernels that this processor has
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg.h>

#include "engine/inner.h"

#ifdef __clang__
#define TASK static __attribute__((noinline))
#else
#define TASK static __attribute__((noinline, noclone))
#endif

enum { MOST_ROWS = 70000, AUC_ROWS = 20000 };

static void demand(bool ok, const char *what)
{
    if (ok)
        return;
    fprintf(stderr, "%s\n", what);
    exit(1);
}

/* Numbers in (0, 1). */
static double draw(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return ((double)(*state >> 11) + 0.5) / 9007199254740992.0;
}

/* Numbers x0, x1 and so on; factors f0 .. of 2, 5, 11 and 40 levels; y of several classes, which x0 has to do with. */
static logreg_frame *make(size_t rows, size_t numbers, size_t factors, size_t classes)
{
    static const size_t levels[] = {2, 5, 11, 40};
    static char label[40][4];
    static double x[MOST_ROWS], y[MOST_ROWS];
    static const char *text[MOST_ROWS];
    uint64_t state = 1;
    char name[8];
    logreg_frame *frame = NULL;
    bool ok = logreg_frame_new(&frame, NULL) == LOGREG_OK;
    for (size_t l = 0; l < 40; l++)
        snprintf(label[l], sizeof label[l], "l%zu", l);
    for (size_t j = 0; ok && j < numbers; j++) {
        for (size_t i = 0; i < rows; i++) {
            x[i] = 2 * draw(&state) - 1;
            if (j == 0)
                y[i] = floor((double)classes * fmin(0.7 * draw(&state) + 0.15 * (x[i] + 1), 0.999));
        }
        snprintf(name, sizeof name, "x%zu", j);
        ok = logreg_frame_add_numeric(frame, name, x, rows, 1, NULL) == LOGREG_OK;
    }
    for (size_t f = 0; ok && f < factors; f++) {
        for (size_t i = 0; i < rows; i++)
            text[i] = label[(size_t)((double)levels[f] * draw(&state))];
        snprintf(name, sizeof name, "f%zu", f);
        ok = logreg_frame_add_category(frame, name, text, rows, NULL) == LOGREG_OK;
    }
    demand(ok && logreg_frame_add_numeric(frame, "y", y, rows, 1, NULL) == LOGREG_OK, "no data");
    return frame;
}

static void fit(const logreg_frame *frame)
{
    logreg_model *model = NULL;
    logreg_options options = logreg_options_default();
    options.threads = 1;
    demand(logreg_fit_formula(&model, frame, "y ~ .", &options, NULL) == LOGREG_OK, "a fit failed");
    demand(logreg_model_converged(model), "a fit did not converge");
    logreg_model_free(model);
}

TASK void task_numbers20(const logreg_frame *frame)
{
    fit(frame);
}

TASK void task_numbers100(const logreg_frame *frame)
{
    fit(frame);
}

TASK void task_factors(const logreg_frame *frame)
{
    fit(frame);
}

TASK void task_classes(const logreg_frame *frame)
{
    fit(frame);
}

/* So many rows that the fit starts from samples of them. */
TASK void task_sampled(const logreg_frame *frame)
{
    fit(frame);
}

static void read_rows(FILE *stream)
{
    logreg_frame *frame = NULL;
    demand(logreg_frame_read_csv_stream(&frame, stream, "rows", NULL, NULL) == LOGREG_OK, "no rows");
    logreg_frame_free(frame);
}

TASK void task_read(FILE *stream)
{
    read_rows(stream);
}

/* Labels in quotes, as R writes them. */
TASK void task_quoted(FILE *stream)
{
    read_rows(stream);
}

TASK void task_auc(const double *y, const double *p, size_t n)
{
    double auc, se;
    demand(logreg_metric_auc(&auc, &se, y, p, NULL, n, NULL) == LOGREG_OK, "no AUC");
}

/* ---- */

static void do_fit(void (*task)(const logreg_frame *), size_t rows, size_t numbers, size_t factors,
                   size_t classes)
{
    logreg_frame *frame = make(rows, numbers, factors, classes);
    task(frame);
    logreg_frame_free(frame);
}

static void do_read(void (*task)(FILE *), size_t rows, const char *quote)
{
    FILE *stream = tmpfile();
    uint64_t state = 2;
    demand(stream != NULL, "no scratch file");
    fprintf(stream, "a,b,c,d,f,y\n");
    for (size_t i = 0; i < rows; i++)
        fprintf(stream, "%.6g,%.6g,%.15g,%d,%sl%d%s,%d\n", draw(&state), 100 * draw(&state), draw(&state),
                (int)(1000 * draw(&state)), quote, (int)(20 * draw(&state)), quote, draw(&state) < 0.5);
    rewind(stream);
    task(stream);
    fclose(stream);
}

static void do_auc(size_t rows)
{
    static double y[AUC_ROWS], p[AUC_ROWS];
    uint64_t state = 3;
    for (size_t i = 0; i < rows; i++) {
        p[i] = draw(&state);
        y[i] = draw(&state) < p[i];
    }
    task_auc(y, p, rows);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--level") == 0) {
        puts(logreg__inner_level(0)->name);
        return 0;
    }
    do_fit(task_numbers20, 4000, 20, 0, 2);
    do_fit(task_numbers100, 1500, 100, 0, 2);
    do_fit(task_factors, 4000, 6, 4, 2);
    do_fit(task_classes, 1500, 8, 1, 4);
    do_fit(task_sampled, MOST_ROWS, 6, 0, 2);
    do_read(task_read, 12000, "");
    do_read(task_quoted, 12000, "\"");
    do_auc(AUC_ROWS);
    return 0;
}
