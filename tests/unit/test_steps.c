/* Traces of first-order methods, step for step, against scikit-learn's own optimizers: tests/reference/steps.py. */
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg.h>

#include "case_file.h"
#include "frames.h"

enum { P = 3, MOST = 40 };

/* Sums of 150 numbers, in steps that feed on one another; iterates of the order of 1. */
#define TOL_TRACE 1e-12

typedef struct {
    double loss, gradient, step, held, b[P];
} row;

typedef struct {
    char name[60], solver[10], schedule[20];
    logreg_options o;
    double weights, seed, nesterov, batch, average, scaling, early, patience, limit, fraction;
    size_t n;
    row rows[MOST];
    bool ends;
    double end[P];
} expected;

static bool read_row(expected *e, const char *line)
{
    size_t i;
    row r;
    if (sscanf(line, "row %zu %lf %lf %lf %lf %lf %lf %lf", &i, &r.loss, &r.gradient, &r.step, &r.held,
               &r.b[0], &r.b[1], &r.b[2]) != 8 ||
        i != e->n || i >= MOST)
        return false;
    e->rows[e->n++] = r;
    return true;
}

static bool read_line(void *to, const char *line)
{
    expected *e = to;
    if (text_of(e->name, sizeof e->name, line, "case")) {
        e->average = 1;
        e->patience = 5;
        e->limit = 6;
        return true;
    }
    e->ends = e->ends || strncmp(line, "end", 3) == 0;
    return text_of(e->solver, sizeof e->solver, line, "solver") ||
           text_of(e->schedule, sizeof e->schedule, line, "schedule") ||
           number_of(&e->o.learning_rate, line, "learning_rate") ||
           number_of(&e->o.momentum, line, "momentum") || number_of(&e->nesterov, line, "nesterov") ||
           number_of(&e->batch, line, "batch_size") || number_of(&e->average, line, "average") ||
           number_of(&e->scaling, line, "scaling") || number_of(&e->fraction, line, "validation_fraction") ||
           number_of(&e->early, line, "early_stopping") ||
           number_of(&e->patience, line, "n_iter_no_change") || number_of(&e->limit, line, "max_iter") ||
           number_of(&e->seed, line, "seed") || number_of(&e->weights, line, "weights") ||
           read_row(e, line) || sscanf(line, "end %lf %lf %lf", &e->end[0], &e->end[1], &e->end[2]) == 3;
}

typedef struct {
    const expected *e;
    size_t n;
    bool ok;
} comparison;

static void compare(const logreg_trace_row *got, void *data)
{
    comparison *c = data;
    size_t i = c->n++;
    if (i >= c->e->n)
        return;
    const row *r = &c->e->rows[i];
    bool ok = got->iteration == i && got->n_beta == P && near_rel(got->loss, r->loss, TOL_TRACE) &&
              near_abs(got->gradient_norm, r->gradient, TOL_TRACE) &&
              near_rel(got->step, r->step, TOL_TRACE) && near_abs(got->validation_loss, r->held, TOL_TRACE);
    for (size_t j = 0; j < P; j++)
        ok = near_abs(got->beta[j], r->b[j], TOL_TRACE) && ok;
    if (!ok)
        printf("# iteration %zu of '%s'\n", i, c->e->name);
    c->ok = c->ok && ok;
}

/* Nesterov's steps of a given length take fewer gradients where nobody looks on; the path is the same, bit by bit. */
static bool same_unseen(const logreg_model *m, const logreg_frame *frame, logreg_options o)
{
    o.trace = NULL;
    logreg_model *unseen = fit_frame(frame, "y ~ x1 + x2", &o);
    bool same = logreg_model_iterations(m) == logreg_model_iterations(unseen) &&
                logreg_model_converged(m) == logreg_model_converged(unseen);
    for (size_t j = 0; j < P; j++)
        same = logreg_model_coefficient(m, 1, j) == logreg_model_coefficient(unseen, 1, j) && same;
    logreg_model_free(unseen);
    return same;
}

static void check_case(const void *of, void *frame)
{
    const expected *e = of;
    logreg_options o = logreg_options_default();
    comparison c = {e, 0, true};
    o.solver = *e->solver ? e->solver : "gd";
    o.schedule = or_null(e->schedule);
    o.learning_rate = e->o.learning_rate;
    o.momentum = e->o.momentum;
    o.nesterov = e->nesterov > 0;
    o.batch_size = (size_t)e->batch;
    o.average = e->average > 0;
    o.scaling = e->scaling > 0;
    o.validation_fraction = e->fraction;
    o.early_stopping = e->early > 0;
    o.n_iter_no_change = (size_t)e->patience;
    o.max_iter = (size_t)e->limit;
    o.random_state = (uint64_t)e->seed;
    o.weights = e->weights > 0 ? "w" : NULL;
    o.trace = compare;
    o.trace_data = &c;
    logreg_model *m = fit_frame(frame, "y ~ x1 + x2", &o);
    CU_ASSERT_TRUE(c.ok && same_unseen(m, frame, o));
    CU_ASSERT_EQUAL(c.n, e->n);
    CU_ASSERT_EQUAL(logreg_model_stopped_early(m), e->ends);
    for (size_t j = 0; j < P; j++)
        CU_ASSERT_TRUE(near_abs(logreg_model_coefficient(m, 1, j),
                                e->ends ? e->end[j] : e->rows[e->n - 1].b[j], TOL_TRACE));
    if (c.n != e->n)
        printf("# '%s': %zu rows, not %zu\n", e->name, c.n, e->n);
    logreg_model_free(m);
}

static void traces(void)
{
    logreg_frame *frame = frame_of_file("tests/reference/data/calibrated.csv");
    CU_ASSERT_EQUAL(each_case("tests/reference/steps.txt", sizeof(expected), read_line, check_case, frame),
                    30);
    logreg_frame_free(frame);
}

const test_case tests[] = {{"traces step for step", traces}, {NULL, NULL}};
