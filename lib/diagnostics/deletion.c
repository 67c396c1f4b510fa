/* How far the coefficients move without a row, all the way to the maximum of the others: the loss of the study with a row's weight made 0, climbed down from the study's own
 * coefficients. Equation (82) has the first step of that.
 */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "diagnostics/diagnosis.h"
#include "solvers/firth/firth.h"
#include "solvers/solver.h"

/* The study's rows with weights of their own, and room to climb. */
typedef struct {
    const logreg_study *study;
    double *weight; /* [rows of the frame] */
    logreg__column column;
    logreg__response response;
    logreg__design design;
    logreg__problem problem;
    double *b; /* [q] */
    logreg__quadratic *at;
} room;

static double weight_of(const logreg_study *s, size_t row)
{
    return s->response->weights ? logreg__column_number(s->response->weights, row) : 1;
}

/* false: out of memory; what is there is to be cleared all the same. */
static bool init(room *r, const logreg_study *s)
{
    size_t n = s->frame->n_rows, q = s->problem->q;
    *r = (room){.study = s,
                .weight = logreg__new_raw(n, sizeof *r->weight),
                .response = *s->response,
                .design = *s->design,
                .problem = *s->problem,
                .b = logreg__new_raw(q, sizeof *r->b),
                .at = logreg__quadratic_new(q)};
    for (size_t i = 0; r->weight && i < n; i++)
        r->weight[i] = weight_of(s, i);
    r->column = (logreg__column){.kind = LOGREG_NUMERIC, .base = r->weight, .stride = 1};
    r->response.weights = &r->column;
    r->design.response = &r->response;
    r->problem.design = &r->design;
    return r->weight && r->b && r->at;
}

static void clear(room *r)
{
    free(r->weight);
    free(r->b);
    logreg__quadratic_free(r->at);
}

/* |L'(b - peak)|^2 with L L' = H, over the number of coefficients. */
static double distance(const room *r)
{
    const logreg_study *s = r->study;
    size_t q = s->problem->q;
    double sum = 0;
    for (size_t j = 0; j < q; j++) {
        double along = 0;
        for (size_t i = j; i < q; i++)
            along += s->at->L[j * q + i] * (r->b[i] - s->peak[i]);
        sum += along * along;
    }
    return sum / (double)q;
}

/* A maximum that is not proven is taken for none. */
static logreg_status leave_out(double *cook, room *r, size_t row, logreg_error *err)
{
    const logreg_study *s = r->study;
    const logreg__solver *solver = s->model->penalty ? &logreg__solver_firth : &logreg__solver_newton;
    const logreg_options options = logreg_options_default();
    logreg__solution solution = {.beta = r->b, .at = r->at};
    memcpy(r->b, s->peak, s->problem->q * sizeof *r->b);
    r->weight[row] = 0;
    logreg_status status = solver->run(&solution, &r->problem, &options, err);
    r->weight[row] = weight_of(s, row);
    *cook = solution.converged ? distance(r) : INFINITY;
    return status;
}

logreg_status logreg_diagnostics_delete(double *cook, const logreg_study *s, const size_t *place, size_t n,
                                        logreg_error *err)
{
    logreg_status status = logreg__diagnostics_check(s, err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        if (place[i] >= s->rows->n)
            status = logreg__fail(err, LOGREG_EINVAL, "there is no row %zu to leave out: the fit has %zu",
                                  place[i], s->rows->n);
    if (status != LOGREG_OK)
        return status;
    room r;
    double *found = logreg__new_raw(n, sizeof *found);
    status = init(&r, s) && found ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        size_t row;
        logreg__rows_list(s->rows, place[i], 1, &row);
        status = leave_out(&found[i], &r, row, err);
    }
    if (status == LOGREG_OK)
        memcpy(cook, found, n * sizeof *cook);
    free(found);
    clear(&r);
    return status;
}
