/* The door of paths: strengths, the fits at them, their cross-validation, and the model that is chosen. */
#include <logreg/path.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/doors/options.h"
#include "model/estimate/penalised.h"
#include "model/fitting.h"
#include "model/shrink/shrink.h"
#include "select/bootstrapping.h"
#include "select/cross_validation.h"
#include "select/nested.h"
#include "select/path_make.h"
#include "solvers/paths/path.h"

/* Of squares alone no strength leaves nothing; the first is that of so large a share of absolute values, as in glmnet. */
#define LEAST_ALPHA 1e-3

/* A violation of this share of the largest lambda is never too much. */
#define FINE 1e-10

#define USUAL_LEAST 1e-4
#define LEAST_OF_FEW_ROWS 1e-2

logreg_path_options logreg_path_options_default(void)
{
    return (logreg_path_options){
        .n_lambda = 100, .folds = 10, .repeats = 1, .measure = "log_loss", .rule = "min"};
}

void logreg_path_free(logreg_path *path)
{
    if (!path)
        return;
    free(path->lambda);
    free(path->log_loss);
    free(path->explained);
    free(path->violation);
    free(path->converged);
    free(path->n_nonzero);
    free(path->unit);
    free(path->coefficient);
    free(path->fold);
    free(path->cv_log_loss);
    free(path->cv_error);
    free(path->cv_measure);
    free(path->cv_measure_error);
    free(path);
}

static logreg_status check(const logreg_options *o, const logreg_path_options *p, logreg_error *err)
{
    if (!o->penalty || !logreg__penalty_shrinks(logreg__penalty_find(o->penalty)))
        return logreg__fail(err, LOGREG_EINVAL,
                            "a path is one of penalty 'l1', 'elasticnet' or 'l2', and penalty is '%s'",
                            o->penalty ? o->penalty : "");
    if (o->calibrate)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a path is not calibrated; fit with the lambda that it chooses, and calibrate that");
    if (p->n_lambda == 0)
        return logreg__fail(err, LOGREG_EINVAL, "a path has at least one lambda");
    if (!(p->least >= 0 && p->least < 1))
        return logreg__fail(err, LOGREG_EINVAL,
                            "the least lambda is to be %g of the largest; it must be between 0 and 1",
                            p->least);
    for (size_t i = 0; p->lambda && i < p->n_lambda; i++)
        if (!(p->lambda[i] > 0) || isinf(p->lambda[i]) || (i && !(p->lambda[i] < p->lambda[i - 1])))
            return logreg__fail(
                err, LOGREG_EINVAL,
                "lambda number %zu is %g; they must be positive, each less than the one before", i + 1,
                p->lambda[i]);
    if (p->folds == 1 || (p->folds > 0 && p->repeats == 0))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "cross-validation takes 2 folds or more (0: none) and 1 repeat or more, not %zu and %zu",
            p->folds, p->repeats);
    if (p->nested == 1 || (p->nested && !p->folds))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "nested cross-validation takes 2 outer folds or more, and folds within them, not %zu and %zu",
            p->nested, p->folds);
    if (p->folds && (!p->measure || !logreg_metric_find(p->measure)))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no measure '%.80s'; measures are the metrics, such as log_loss, brier, "
                            "mae, accuracy and auc",
                            p->measure ? p->measure : "");
    if (p->bootstrap && !p->folds)
        return logreg__fail(err, LOGREG_EINVAL,
                            "bootstrap intervals of a path choose lambda on folds, and folds is 0; "
                            "logreg_fit_bootstrap has those at one lambda");
    if (p->bootstrap && logreg__bootstrap_check(o, p->bootstrap, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    if (!p->rule || (strcmp(p->rule, "min") != 0 && strcmp(p->rule, "1se") != 0))
        return logreg__fail(err, LOGREG_EINVAL, "there is no rule '%s'; there are min and 1se",
                            p->rule ? p->rule : "");
    return LOGREG_OK;
}

/* ---- Strengths and room ---- */

static double alpha_of(const logreg__fitting *f)
{
    return f->model->l1_ratio;
}

static void set_lambdas(logreg_path *path, const logreg__fitting *f, const logreg_path_options *o)
{
    double most = f->model->largest_lambda / fmax(alpha_of(f), LEAST_ALPHA);
    double least = o->least > 0 ? o->least : f->rows->n <= f->design->p ? LEAST_OF_FEW_ROWS : USUAL_LEAST;
    if (!(most > 0))
        most = 1; /* nothing has a slope: any strength does */
    path->n = o->n_lambda;
    for (size_t i = 0; i < path->n; i++)
        path->lambda[i] =
            o->lambda ? o->lambda[i] : most * pow(least, path->n > 1 ? (double)i / (double)(path->n - 1) : 0);
}

static bool make_room(logreg_path *path, const logreg__fitting *f, size_t n)
{
    path->p = f->model->p;
    path->n_classes = f->model->n_classes;
    path->first_class = f->model->k > 1 ? 0 : 1;
    path->largest_lambda = f->model->largest_lambda;
    path->lambda = logreg__new_raw(n, sizeof *path->lambda);
    path->log_loss = logreg__new_raw(n, sizeof *path->log_loss);
    path->explained = logreg__new_raw(n, sizeof *path->explained);
    path->violation = logreg__new_raw(n, sizeof *path->violation);
    path->converged = logreg__new(n, sizeof *path->converged);
    path->n_nonzero = logreg__new(n, sizeof *path->n_nonzero);
    path->unit = logreg__new(path->p, sizeof *path->unit);
    size_t of = (path->n_classes - path->first_class) * path->p;
    path->coefficient = logreg__new(n, of * sizeof *path->coefficient);
    return path->lambda && path->log_loss && path->explained && path->violation && path->converged &&
           path->n_nonzero && path->unit && path->coefficient;
}

/* ---- What has come of them ---- */

static size_t count_nonzero(const double *theta, const logreg__fitting *f)
{
    size_t classes = logreg__shrinkage_classes(f->problem), p = f->design->p, n = 0;
    for (size_t j = f->design->intercept; j < p; j++) {
        bool any = false;
        for (size_t c = 0; c < classes; c++)
            any = any || theta[c * p + j] != 0;
        n += any;
    }
    return n;
}

static logreg_status tell(logreg_path *path, const logreg__path *gone, const logreg__fitting *f,
                          logreg_error *err)
{
    size_t classes = logreg__shrinkage_classes(f->problem), of = classes * f->design->p;
    double most = f->model->largest_lambda > 0 ? f->model->largest_lambda : 1;
    logreg_status status = LOGREG_OK;
    path->n = gone->done;
    for (size_t j = 0; j < path->p; j++)
        path->unit[j] = 1;
    for (size_t j = 0; j < f->design->p; j++) {
        double factor = logreg__problem_factor(f->problem, j);
        path->unit[f->design->column[j]] = factor > 0 ? f->shrinkage->scale[j] / factor : 1;
    }
    for (size_t i = 0; status == LOGREG_OK && i < path->n; i++) {
        const double *theta = gone->theta + i * of;
        path->log_loss[i] = gone->loss[i] / gone->weight;
        path->violation[i] = gone->violation[i] / most;
        path->converged[i] = gone->converged[i];
        path->n_nonzero[i] = count_nonzero(theta, f);
        status = logreg__shrink_coefficients(path->coefficient + i * classes * path->p, theta, f, err);
    }
    return status;
}

/* ---- The prelude of the fit ---- */

typedef struct {
    logreg_path *path;
    const logreg_path_options *options;
} request;

/* The loss of the intercepts alone; where an offset stands beside them, of what has no penalty. */
static logreg_status find_null(double *null, const logreg__fitting *f, logreg_error *err)
{
    const logreg__response *r = f->response;
    if (!f->design->intercept || r->offset || f->model->terms->offset)
        return logreg__fold(f->problem, &logreg__kernel_value, 1, f->b, null, NULL, err);
    *null = 0;
    for (size_t c = 0; c < r->n_classes; c++)
        *null -= r->weight[c] * log(r->weight[c] / r->n_obs);
    return LOGREG_OK;
}

static logreg_status go(logreg_path *path, double *theta, logreg__fitting *f, const logreg_path_options *o,
                        logreg_error *err)
{
    size_t n = path->n, of = logreg__shrinkage_classes(f->problem) * f->design->p;
    double *start = logreg__new_raw(of, sizeof *start), *loss = logreg__new_raw(2 * n, sizeof *loss), null;
    unsigned char *converged = logreg__new(n, 1);
    logreg_status status = start && loss && converged ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = find_null(&null, f, err);
    if (status == LOGREG_OK) {
        logreg__path gone = {.n = n,
                             .lambda = path->lambda,
                             .alpha = alpha_of(f),
                             .weight = f->response->n_obs,
                             .theta = theta,
                             .loss = loss,
                             .violation = loss + n,
                             .converged = converged,
                             .stop = o->lambda ? 0 : null,
                             .usual = fmax(FINE * path->largest_lambda,
                                           logreg__shrinkage_rounding(f->shrinkage, f->response->n_obs))};
        logreg__shrinkage_theta(start, f->problem, f->b);
        status = logreg__path_go(&gone, f->problem, f->shrinkage, start, err);
        if (status == LOGREG_OK)
            status = tell(path, &gone, f, err);
    }
    free(start);
    free(loss);
    free(converged);
    return status;
}

/* Columns of one value are not there, and those of factor 0 free of every strength. */
static logreg_status check_penalised(const logreg__fitting *f, logreg_error *err)
{
    const logreg__design *d = f->design;
    size_t j = d->intercept;
    while (j < d->p && !(f->shrinkage->factor[j] > 0))
        j++;
    if (j < d->p)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EDATA,
                        d->p > d->intercept
                            ? "no column has a penalty, since the factors of all are 0, so that there is no "
                              "path to go; leave some of them without a factor, or fit without a penalty"
                            : "all columns have one value in the rows used, so that there is no path to go; "
                              "take columns that vary");
}

static logreg_status find_measure(logreg_path *path, const logreg_path_options *o, logreg_error *err)
{
    path->measure = logreg_metric_find(o->measure);
    if (path->n_classes == 2 ? path->measure->two_classes : path->measure->more_classes)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL, "measure '%s' has no meaning for %zu classes%s", o->measure,
                        path->n_classes,
                        path->n_classes == 2 ? "" : "; auc_ovr and auc_ovo are AUCs of many");
}

static logreg_status run(logreg__fitting *f, void *data, logreg_error *err)
{
    request *r = data;
    const logreg_path_options *o = r->options;
    logreg_path *path = r->path;
    size_t of = logreg__shrinkage_classes(f->problem) * f->design->p;
    double *theta = logreg__new_raw(o->n_lambda, of * sizeof *theta);
    logreg_status status = theta && make_room(path, f, o->n_lambda) ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = check_penalised(f, err);
    if (status == LOGREG_OK) {
        set_lambdas(path, f, o);
        status = go(path, theta, f, o, err);
    }
    if (status == LOGREG_OK && o->folds)
        status = find_measure(path, o, err);
    if (status == LOGREG_OK && o->folds)
        status = logreg__cross_validate(path, f, alpha_of(f), o, err);
    if (status == LOGREG_OK && o->nested)
        status = logreg__validate_nested(path, f, alpha_of(f), o, err);
    if (status == LOGREG_OK && o->bootstrap)
        status = logreg__bootstrap_path(f, path, alpha_of(f), o, err);
    if (status == LOGREG_OK) {
        bool least = strcmp(o->rule, "min") == 0;
        path->chosen = !o->folds ? path->n - 1 : least ? path->best : path->best_1se;
        f->model->lambda = path->lambda[path->chosen];
        f->share = LOGREG__OF_STRENGTH;
        logreg__shrinkage_b(f->b, f->problem, theta + path->chosen * of);
    }
    free(theta);
    return status;
}

/* ---- The doors ---- */

logreg_status logreg__path_make(logreg_path **path, logreg_model **model, const logreg__path_source *from,
                                const logreg_options *o, const logreg_path_options *p,
                                const logreg__leaving *leaving, logreg_error *err)
{
    logreg_path *made = logreg__new(1, sizeof *made);
    request r = {made, p};
    const logreg__prelude prelude = {.run = run, .data = &r, .leaving = leaving, .groups = p->group_values};
    logreg_model *m = NULL;
    logreg_status status = !made     ? logreg__fail_memory(err)
                           : from->X ? logreg__fit_matrix(&m, from->X, from->y, o, &prelude, err)
                                     : logreg__fit_formula(&m, from->frame, from->formula, o, &prelude, err);
    if (status != LOGREG_OK) {
        logreg_path_free(made);
        return status;
    }
    for (size_t i = 0; i < made->n; i++)
        made->explained[i] = fmax(0, 1 - (made->log_loss[i] * logreg__model_weight(m) - m->saturated_loss) /
                                             (m->null_loss - m->saturated_loss));
    made->l1_ratio = m->l1_ratio;
    *path = made;
    *model = m;
    return LOGREG_OK;
}

logreg_options logreg__path_fit_options(const logreg_options *options)
{
    logreg_options o = options ? *options : logreg_options_default();
    if (!options)
        o.penalty = logreg__penalty_words[LOGREG__PENALTY_L1];
    o.C = o.lambda = 0;
    return o;
}

logreg_status logreg__path_check_frame(const logreg_frame *frame, const logreg_options *o,
                                       const logreg_path_options *p, logreg_error *err)
{
    logreg_status status = check(o, p, err);
    if (status == LOGREG_OK && p->group && logreg_frame_find(frame, p->group) == SIZE_MAX)
        status = logreg__fail(err, LOGREG_EINVAL, "there is no column '%.80s' to group rows by", p->group);
    if (status == LOGREG_OK && p->group_values)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "group_values go with a matrix; name a column of the frame as group instead");
    return status;
}

logreg_status logreg__path_check_matrix(const logreg_options *o, logreg_path_options *p, logreg_error *err)
{
    logreg_status status = check(o, p, err);
    if (status == LOGREG_OK && p->group)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "group names a column of a frame; give group_values with a matrix");
    p->group = p->group_values ? LOGREG__MATRIX_GROUPS : NULL;
    return status;
}

logreg_status logreg_path_new(logreg_path **path, logreg_model **model, const logreg_frame *frame,
                              const char *formula, const logreg_options *options,
                              const logreg_path_options *path_options, logreg_error *err)
{
    logreg_options o = logreg__path_fit_options(options);
    logreg_path_options p = path_options ? *path_options : logreg_path_options_default();
    logreg_status status = logreg__path_check_frame(frame, &o, &p, err);
    const logreg__path_source from = {.frame = frame, .formula = formula};
    return status == LOGREG_OK ? logreg__path_make(path, model, &from, &o, &p, NULL, err) : status;
}

logreg_status logreg_path_new_matrix(logreg_path **path, logreg_model **model, const gsl_matrix *X,
                                     const gsl_vector *y, const logreg_options *options,
                                     const logreg_path_options *path_options, logreg_error *err)
{
    logreg_options o = logreg__path_fit_options(options);
    logreg_path_options p = path_options ? *path_options : logreg_path_options_default();
    logreg_status status = logreg__path_check_matrix(&o, &p, err);
    const logreg__path_source from = {.X = X, .y = y};
    return status == LOGREG_OK ? logreg__path_make(path, model, &from, &o, &p, NULL, err) : status;
}
