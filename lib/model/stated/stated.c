#include "model/stated/stated.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/place.h"

/* What arithmetic in single precision leaves of 0, of 1, and of a sum. */
#define ROUNDING 1e-6

logreg_status logreg__check_fitted(const logreg_model *m, logreg_error *err)
{
    if (!m->stated)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL,
                        "the model reads its probabilities off columns, and has no coefficients");
}

const char *logreg_model_probability(const logreg_model *m, size_t k)
{
    if (!m->stated || k >= m->n_classes || m->stated->variable[k] == LOGREG__STATED_REST)
        return NULL;
    return m->terms->variable[m->stated->variable[k]].column;
}

static logreg_status no_probability(const logreg_frame *frame, size_t row, const logreg__column *column,
                                    double x, logreg_error *err)
{
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail_at(
        err, frame, row, column,
        "'%.80s' is %s in this row, and a probability lies from 0 to 1: divide percentages by 100, take 1 / "
        "(1 + exp(-x)) of log-odds x, and say by --na-values which number means missing",
        column->name, logreg__number_shortest(text, x));
}

static logreg_status no_sum(const logreg_frame *frame, size_t row, double sum, size_t K, logreg_error *err)
{
    char text[LOGREG__NUMBER_SIZE];
    return logreg__fail_at(
        err, frame, row, NULL,
        "the probabilities of the %zu classes sum to %s in this row, and not to 1: divide "
        "each by their sum if they are weights of the classes, and give a column for every class",
        K, logreg__number_format(text, sum, 6));
}

/* The columns of the frame that the terms' variables are. */
static logreg_status find(const logreg__column **column, const logreg_model *m, const logreg_frame *frame,
                          logreg_error *err)
{
    for (size_t v = 0; v < m->terms->n_variables; v++) {
        const char *name = m->terms->variable[v].column;
        column[v] = logreg__frame_column(frame, name);
        if (!column[v])
            return logreg__fail(err, LOGREG_EDATA, "the data lack column '%.80s', which has probabilities",
                                name);
        if (column[v]->kind != LOGREG_NUMERIC)
            return logreg__fail(err, LOGREG_EDATA, "column '%.80s' holds text, and no probabilities", name);
    }
    return LOGREG_OK;
}

static logreg_status read_row(double *p, const logreg_model *m, const logreg__column *const *column,
                              const logreg_frame *frame, size_t row, logreg_error *err)
{
    size_t K = m->n_classes;
    const size_t *variable = m->stated->variable;
    double sum = 0;
    for (size_t k = 0; k < K; k++) {
        const logreg__column *c = variable[k] == LOGREG__STATED_REST ? NULL : column[variable[k]];
        double x = c ? logreg__column_number(c, row) : 0;
        if (x < -ROUNDING || x > 1 + ROUNDING)
            return no_probability(frame, row, c, x, err);
        p[k] = fmin(fmax(x, 0), 1);
        sum += x;
    }
    for (size_t k = 0; k < K; k++)
        if (isnan(sum))
            p[k] = NAN;
        else if (variable[k] == LOGREG__STATED_REST)
            p[k] = 1 - p[1 - k];
    bool whole = m->terms->n_variables == 1 || !(fabs(sum - 1) > m->stated->slack);
    return whole ? LOGREG_OK : no_sum(frame, row, sum, K, err);
}

logreg_status logreg__stated_read(gsl_matrix *P, const logreg_model *m, const logreg_frame *frame,
                                  size_t first, logreg_error *err)
{
    const logreg__column **column = logreg__new(m->terms->n_variables, sizeof *column);
    logreg_status status = column ? find(column, m, frame, err) : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < P->size1; i++)
        status = read_row(P->data + i * P->tda, m, column, frame, first + i, err);
    free(column);
    return status;
}
