/* Finds the rows that a model was fitted to again, makes sure that they are the same, and looks at the loss about its
 * coefficients once. */
#include "inference/study.h"

#include "base/error.h"
#include "base/memory.h"
#include "formula/condition.h"
#include "inference/study_peak.h"
#include "model/estimate/matched.h"
#include "model/fitting.h"
#include "model/predict/predict.h"
#include "model/stated/stated.h"

/* ---- Rows and outcome ---- */

static logreg_status name_terms(logreg_study *s, logreg_error *err)
{
    const logreg__terms *t = s->model->terms;
    s->term = logreg__new(t->n_terms, sizeof *s->term);
    for (size_t i = 0; s->term && i < t->n_terms; i++)
        if (!(s->term[i] = logreg__term_name(t, &t->term[i])))
            return logreg__fail_memory(err);
    return s->term ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status find_rows(logreg_study *s, const logreg__outcome *outcome, logreg_error *err)
{
    const logreg_model *m = s->model;
    logreg__formula *formula = NULL;
    logreg_options o = {.weights = m->weights,
                        .offset = m->offset,
                        .trials = m->trials,
                        .strata = m->strata,
                        .sampling_weights = m->sampling,
                        .survey_strata = m->survey_strata,
                        .clusters = {m->cluster[0], m->cluster[1]}};
    logreg_status status =
        m->plain ? logreg__rows_counting(&s->rows, s->frame, NULL, 0, outcome, err)
                 : logreg__formula_rows(&formula, &s->rows, m->terms->formula, s->frame, &o, err);
    if (status == LOGREG_OK)
        status = name_terms(s, err);
    logreg__formula_free(formula);
    return status;
}

/* The same rows, classes and weights? */
static logreg_status check_rows(const logreg_study *s, int threads, logreg_error *err)
{
    const logreg_model *m = s->model;
    char found[LOGREG__FINGERPRINT_SIZE];
    logreg_status status = logreg__fingerprint(found, s->frame, s->rows, s->response, threads, err);
    if (status != LOGREG_OK || (m->fingerprint && strcmp(found, m->fingerprint) == 0))
        return status;
    return logreg__fail(err, LOGREG_EDATA,
                        "these are not the rows that the model was fitted to: %zu of them are used here, %zu "
                        "were used in the fit, and rows, outcome or weights differ; give the file and the "
                        "conditions of the fit",
                        s->rows->n, m->rows_used);
}

/* What a study answers rests on the likelihood of the rows as they are. */
static logreg_status check_model(const logreg_model *m, logreg_error *err)
{
    if (logreg__check_fitted(m, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    if (m->n_held_out)
        return logreg__fail(
            err, LOGREG_EDATA,
            "%zu rows were held out of the fit, and this needs a fit to all; fit it without a "
            "validation fraction",
            m->n_held_out);
    if (m->terms->words)
        return logreg__fail(err, LOGREG_EDATA,
                            "the model counts the words of column '%s', and what goes back to the rows of a "
                            "fit, such as effects, does "
                            "not know words; the table of the fit tells their odds ratios",
                            m->terms->text);
    if (!m->class_factor)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EDATA,
                        "the model was fitted with class weights, and so has no likelihood of its rows that "
                        "this could be asked of; fit it without");
}

static logreg_status find_data(logreg_study *s, const logreg__outcome *outcome, logreg_error *err)
{
    logreg_status status = find_rows(s, outcome, err);
    if (status == LOGREG_OK)
        status = logreg__response_new(&s->response, outcome, s->frame, s->rows, err);
    return status == LOGREG_OK ? check_rows(s, outcome->threads, err) : status;
}

/* ---- The loss about the coefficients ---- */

static logreg_status find_design(logreg_study *s, int threads, logreg_error *err)
{
    const logreg_model *m = s->model;
    unsigned char *drop = logreg__new(m->p, 1);
    if (!drop)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < m->p; j++)
        drop[j] = m->status[j] == LOGREG_COEF_ALIASED;
    const logreg__matched *of = NULL;
    logreg_status status = LOGREG_OK;
    if (m->strata) {
        status = logreg__matched_make(&s->matched, m->terms, s->frame, s->rows, s->response, err);
        of = s->matched;
    }
    if (status == LOGREG_OK)
        status = of ? logreg__design_new(&s->design, of->terms, of->frame, of->rows, of->response, drop, err)
                    : logreg__design_new(&s->design, m->terms, s->frame, s->rows, s->response, drop, err);
    if (status == LOGREG_OK)
        status = logreg__problem_new(&s->problem, s->design, m->k, threads, err);
    if (status == LOGREG_OK && of)
        s->problem->sets = &of->sets;
    if (status == LOGREG_OK)
        status = logreg__design_centre(s->design, err);
    if (status == LOGREG_OK)
        status = logreg__problem_standardise(s->problem, true, err);
    free(drop);
    return status;
}

size_t logreg__study_coefficient(const logreg_study *s, size_t q)
{
    return q / s->design->p * s->model->p + s->design->column[q % s->design->p];
}

static logreg_status look(logreg_study *s, logreg_error *err)
{
    size_t q = s->problem->q;
    s->b = logreg__new_raw(q, sizeof *s->b);
    s->at = logreg__quadratic_new(q);
    if (!s->b || !s->at)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < q; j++)
        s->b[j] = s->model->finite[logreg__study_coefficient(s, j)];
    logreg__problem_b(s->problem, s->b, s->b);
    if (s->model->separation != LOGREG_SEPARATION_NONE) {
        logreg__quadratic_free(s->at);
        s->at = NULL;
        return LOGREG_OK;
    }
    logreg_status status = logreg__quadratic_at(s->at, s->problem, s->b, err);
    return status == LOGREG_OK ? logreg__quadratic_refine(s->at, s->problem, s->b, err) : status;
}

logreg_status logreg__study_combinations(double *A, const logreg_study *s, const double *C, size_t m,
                                         logreg_error *err)
{
    size_t q = s->problem->q;
    double *unit = logreg__new(q, sizeof *unit), *beta = logreg__new_raw(q, sizeof *beta);
    bool ok = unit && beta;
    for (size_t j = 0; ok && j < q; j++) { /* A = T'C' of equation (9), a row for each b_j */
        unit[j] = 1;
        logreg__problem_beta(s->problem, beta, unit);
        unit[j] = 0;
        for (size_t i = 0; i < m; i++) {
            double sum = 0;
            for (size_t a = 0; a < q; a++)
                sum += C[i * s->model->q + logreg__study_coefficient(s, a)] * beta[a];
            A[i * q + j] = sum;
        }
    }
    free(unit);
    free(beta);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

/* ---- The two doors ---- */

static logreg_status finish(logreg_study **study, logreg_study *s, const logreg__outcome *outcome,
                            int threads, logreg_error *err)
{
    const logreg__terms *terms = s->model->terms;
    logreg_status status = logreg__fills_apply(&s->filled, &s->frame, terms->fill, terms->n_fills, err);
    if (status == LOGREG_OK)
        status = find_data(s, outcome, err);
    if (status == LOGREG_OK)
        status = find_design(s, threads, err);
    if (status == LOGREG_OK)
        status = look(s, err);
    if (status == LOGREG_OK)
        status = logreg__study_find_peak(s, err);
    if (status == LOGREG_OK)
        status = logreg__study_check_peak(s, err);
    if (status == LOGREG_OK)
        *study = s;
    else
        logreg_study_free(s);
    return status;
}

logreg_status logreg_study_new(logreg_study **study, const logreg_model *m, const logreg_frame *frame,
                               int threads, logreg_error *err)
{
    if (m->plain)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the model was fitted to a matrix; logreg_study_new_matrix takes it");
    logreg_status sound = check_model(m, err);
    if (sound != LOGREG_OK)
        return sound;
    logreg_study *s = logreg__new(1, sizeof *s);
    if (!s)
        return logreg__fail_memory(err);
    *s = (logreg_study){.model = m, .frame = frame};
    if (m->target_is_condition && logreg_frame_find(frame, m->target) == SIZE_MAX) {
        logreg_study_free(s);
        return logreg__condition_lacks(frame, m->target, err);
    }
    const logreg__outcome outcome = {.target = m->target,
                                     .threads = threads,
                                     .weights = m->weights,
                                     .sampling = m->sampling,
                                     .offset = m->offset,
                                     .trials = m->trials,
                                     .strata = m->strata,
                                     .positive = m->n_classes == 2 && !m->grouped ? m->class_label[1] : NULL};
    return finish(study, s, &outcome, threads, err);
}

logreg_status logreg_study_new_matrix(logreg_study **study, const logreg_model *m, const gsl_matrix *X,
                                      const gsl_vector *y, const logreg_options *options, logreg_error *err)
{
    logreg_options o = options ? *options : logreg_options_default();
    logreg__outcome outcome;
    if (!m->plain)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the model was fitted to a formula; logreg_study_new takes its frame");
    if (X->size2 != m->n_variables)
        return logreg__fail(err, LOGREG_EINVAL, "the matrix has %zu columns; the model was fitted to %zu",
                            X->size2, m->n_variables);
    logreg_status sound = check_model(m, err);
    if (sound != LOGREG_OK)
        return sound;
    logreg_study *s = logreg__new(1, sizeof *s);
    if (!s)
        return logreg__fail_memory(err);
    s->model = m;
    logreg_status status = logreg__matrix_frame(&s->own, X, y, &o, m->terms->n_fills > 0, err);
    if (status == LOGREG_OK)
        status = logreg__matrix_outcome(&outcome, s->own, y, &o, err);
    s->frame = s->own;
    if (status == LOGREG_OK)
        return finish(study, s, &outcome, o.threads, err);
    logreg_study_free(s);
    return status;
}

void logreg_study_free(logreg_study *s)
{
    if (!s)
        return;
    for (size_t i = 0; s->term && i < s->model->terms->n_terms; i++)
        free(s->term[i]);
    free(s->term);
    if (s->objective != s->problem) {
        free(s->objective);
        free(s->peak);
        logreg__quadratic_free(s->at_peak);
    }
    free(s->b);
    logreg__quadratic_free(s->at);
    logreg__problem_free(s->problem);
    logreg__design_free(s->design);
    logreg__matched_free(s->matched);
    logreg__response_free(s->response);
    logreg__rows_free(s->rows);
    logreg__filled_free(s->filled);
    logreg_frame_free(s->own);
    free(s);
}

size_t logreg_study_term_count(const logreg_study *s)
{
    return s->model->terms->n_terms;
}

const char *logreg_study_term_name(const logreg_study *s, size_t i)
{
    return i < s->model->terms->n_terms ? s->term[i] : NULL;
}
