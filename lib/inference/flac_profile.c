/* Rows and pseudo-rows are written out, and fitted as any others: the pseudo-rows of a row weigh its leverage at Firth's estimate, half of that an event and half none,
 * with a column of their own behind those of the model. Their weights stay what they are where a coefficient is held, as in R's logistf.
 */
#include "inference/flac_profile.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "design/expansion.h"
#include "inference/profile.h"
#include "solvers/factor.h"
#include "solvers/firth/firth.h"

/* Standard errors that the coefficients of rows and pseudo-rows may be from those of the model. */
#define ELSEWHERE 1e-4

typedef struct {
    const logreg_study *of;
    size_t *column, n_columns; /* columns of the model that have one here, the intercept aside */
    double *leverage;          /* [kept rows] */
    double *room;
    gsl_matrix X;
    gsl_vector y, w, o;
    logreg_options options;
    logreg_model *model;
    logreg_study *study;
} both;

static void clear(both *x)
{
    logreg_study_free(x->study);
    logreg_model_free(x->model);
    free(x->column);
    free(x->leverage);
    free(x->room);
}

/* ---- Leverages ---- */

/* Firth's estimate, which the model does not keep. */
static logreg_status find_firth(logreg__solution *s, const logreg__problem *problem, logreg_error *err)
{
    logreg_options options = logreg_options_default();
    logreg_status status = logreg__solver_firth.run(s, problem, &options, err);
    if (status == LOGREG_OK)
        status = logreg__firth_search(s, problem, &options, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_at(s->at, problem, s->beta, err);
    return status == LOGREG_OK ? logreg__quadratic_refine(s->at, problem, s->beta, err) : status;
}

static logreg_status find_leverages(double *leverage, const logreg_study *of, logreg_error *err)
{
    const logreg__problem *problem = of->problem;
    size_t q = problem->q;
    double *input = logreg__new(q + q * q, sizeof *input), *white = NULL, sum;
    logreg__solution s = {.beta = logreg__new(q, sizeof *s.beta), .at = logreg__quadratic_new(q)};
    logreg_status status = input && s.beta && s.at ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        memcpy(s.beta, of->b, q * sizeof *s.beta);
        status = find_firth(&s, problem, err);
    }
    if (status == LOGREG_OK)
        status = logreg__factor_begin(&white, s.at->L, q, NULL, err);
    if (status == LOGREG_OK) {
        memcpy(input, s.beta, q * sizeof *input);
        memcpy(input + q, white + q, q * q * sizeof *input);
        status = logreg__fold(problem, &logreg__kernel_leverage, 1, input, &sum, leverage, err);
    }
    free(white);
    free(input);
    free(s.beta);
    logreg__quadratic_free(s.at);
    return status;
}

/* ---- Rows ---- */

/* Adds a row whose columns in the order of the model are x. */
static void add_row(both *b, const double *x, double pseudo, double y, double w, double offset)
{
    size_t at = b->X.size1;
    if (!(w > 0))
        return;
    double *to = b->X.data + at * b->X.tda;
    for (size_t j = 0; j < b->n_columns; j++)
        to[j] = x[b->column[j]];
    to[b->n_columns] = pseudo;
    b->y.data[at] = y;
    b->w.data[at] = w;
    b->o.data[at] = offset;
    b->X.size1++;
}

static bool make_room(both *b, size_t n)
{
    size_t width = b->n_columns + 1;
    b->room = n > SIZE_MAX / 4 / (width + 3) ? NULL : logreg__new_raw(4 * n, (width + 3) * sizeof *b->room);
    if (!b->room)
        return false;
    double *behind = b->room + 4 * n * width;
    b->X = (gsl_matrix){.size2 = width, .tda = width, .data = b->room};
    b->y = (gsl_vector){.stride = 1, .data = behind};
    b->w = (gsl_vector){.stride = 1, .data = behind + 4 * n};
    b->o = (gsl_vector){.stride = 1, .data = behind + 8 * n};
    return true;
}

/* What the rows of a block count, as events and as none, then their pseudo-rows. */
static void write_block(both *b, const logreg__expansion *e, double *row)
{
    const logreg__block *block = &e->block;
    const logreg__design *d = e->design;
    for (size_t i = 0; i < block->rows; i++) {
        for (size_t a = 0; a < d->p; a++)
            row[d->column[a]] = e->x[i * d->p + a];
        double w = block->w ? block->w[i] : 1, offset = block->offset ? block->offset[i] : 0;
        double h = b->leverage[e->first + i];
        add_row(b, row, 0, 1, w * block->y[i], offset);
        add_row(b, row, 0, 0, w * (1 - block->y[i]), offset);
        add_row(b, row, 1, 1, h / 2, offset);
        add_row(b, row, 1, 0, h / 2, offset);
    }
}

static logreg_status write_rows(both *b, logreg_error *err)
{
    const logreg_study *s = b->of;
    const logreg_model *m = s->model;
    unsigned char *drop = logreg__new(m->p, 1);
    double *row = logreg__new(m->p, sizeof *row);
    logreg__design *plain = NULL;
    logreg_status status = drop && row ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t j = 0; drop && j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    if (status == LOGREG_OK)
        status = logreg__design_new(&plain, m->terms, s->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK) {
        logreg__expansion e;
        bool ok = logreg__expansion_init(&e, plain) && make_room(b, plain->n);
        while (ok && logreg__expansion_next(&e))
            write_block(b, &e, row);
        b->y.size = b->w.size = b->o.size = b->X.size1;
        logreg__expansion_clear(&e);
        status = ok ? LOGREG_OK : logreg__fail_memory(err);
    }
    logreg__design_free(plain);
    free(drop);
    free(row);
    return status;
}

/* ---- Their fit ---- */

static logreg_status check_estimates(const both *b, logreg_error *err)
{
    const logreg_model *m = b->of->model, *own = b->model;
    double apart = own->converged ? 0 : INFINITY;
    for (size_t j = 0; j < b->n_columns; j++) {
        double se = sqrt(own->covariance[(j + 1) * own->q + j + 1]);
        apart = fmax(apart, fabs(own->beta[j + 1] - m->beta[b->column[j]]) / se);
    }
    if (apart < ELSEWHERE)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EDATA,
        "the coefficients of penalty flac are not found again on these rows, so that there is no profile "
        "about them; take Wald's intervals");
}

static logreg_status fit(both *b, logreg_error *err)
{
    b->options = logreg_options_default();
    b->options.measures = false;
    b->options.threads = b->of->problem->threads;
    b->options.weight_values = &b->w;
    b->options.offset_values = &b->o;
    logreg_status status = logreg_fit(&b->model, &b->X, &b->y, &b->options, err);
    if (status == LOGREG_OK)
        status = check_estimates(b, err);
    return status == LOGREG_OK ? logreg_study_new_matrix(&b->study, b->model, &b->X, &b->y, &b->options, err)
                               : status;
}

static logreg_status prepare(both *b, const logreg_study *s, logreg_error *err)
{
    const logreg_model *m = s->model;
    *b = (both){.of = s,
                .column = logreg__new(m->p, sizeof *b->column),
                .leverage = logreg__new(s->design->n, sizeof *b->leverage)};
    for (size_t j = 1; b->column && j < m->p; j++)
        if (m->status[j] != LOGREG_COEF_ALIASED)
            b->column[b->n_columns++] = j;
    logreg_status status = b->column && b->leverage ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = find_leverages(b->leverage, s, err);
    if (status == LOGREG_OK)
        status = write_rows(b, err);
    return status == LOGREG_OK ? fit(b, err) : status;
}

logreg_status logreg__flac_profile_of(logreg_profile *out, const logreg_study *s, const double *C,
                                      const double *value, size_t m, double level, logreg_error *err)
{
    both b;
    size_t p = s->model->p;
    logreg_status status = prepare(&b, s, err);
    size_t width = b.n_columns + 2; /* the intercept, and the column of pseudo-rows */
    double *own = status == LOGREG_OK ? logreg__new(m, width * sizeof *own) : NULL;
    if (status == LOGREG_OK && !own)
        status = logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < m; i++) {
        own[i * width] = C[i * p];
        for (size_t j = 0; j < b.n_columns; j++)
            own[i * width + 1 + j] = C[i * p + b.column[j]];
    }
    if (status == LOGREG_OK)
        status = logreg__profile_of(out, b.study, own, value, m, level, err);
    free(own);
    clear(&b);
    return status;
}
