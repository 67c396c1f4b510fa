/* Fits with a penalty on sizes, equation (110): what the penalty is of each column, which solver serves it, and how near to optimal its answer is. Products of
 * columns are not centred first, as they are for other fits, since the penalty is about coefficients of the columns as they stand. */
#include "model/shrink.h"

#include <float.h>
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/penalised.h"
#include "model/unpenalised.h"
#include "solvers/choice.h"
#include "solvers/dual.h"
#include "solvers/screened.h"
#include "solvers/shrinkage.h"

/* A violation that is small beside the largest lambda is no proof where lambda is smaller still: it is to be small beside that too. */
#define FINE 1e-6

/* Of lambda times the sum of weights, so that squares of scales times it are numbers. */
#define WEAKEST 1e-100
#define STRONGEST 1e60

logreg_status logreg__shrink_check(const logreg_options *o, logreg_error *err)
{
    if (!(o->C >= 0) || isinf(o->C))
        return logreg__fail(err, LOGREG_EINVAL,
                            "C is %g; it must be a positive number (a larger one penalises less, and "
                            "penalty 'none' not at all)",
                            o->C);
    if (!(o->lambda >= 0) || isinf(o->lambda))
        return logreg__fail(err, LOGREG_EINVAL,
                            "lambda is %g; it must be a positive number (a smaller one penalises less, and "
                            "penalty 'none' not at all)",
                            o->lambda);
    if (o->C > 0 && o->lambda > 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "C is %g and lambda %g, which say the same thing: lambda is 1 / (C sum of "
                            "weights); leave one of them out",
                            o->C, o->lambda);
    if (!(o->l1_ratio >= 0 && o->l1_ratio <= 1))
        return logreg__fail(err, LOGREG_EINVAL, "l1_ratio is %g; it must be between 0 and 1", o->l1_ratio);
    for (size_t i = 0; i < o->n_parts; i++) {
        const logreg_penalty_part *part = &o->parts[i];
        if (!part->name)
            return logreg__fail(err, LOGREG_EINVAL, "part %zu of the penalty has no name", i + 1);
        if (!(part->factor >= 0) || isinf(part->factor))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the penalty's factor of '%.80s' is %g; it must be at least 0", part->name,
                                part->factor);
        if (!(part->low <= 0 && part->high >= 0))
            return logreg__fail(err, LOGREG_EINVAL,
                                "the coefficient of '%.80s' is to lie between %g and %g; 0 must be within",
                                part->name, part->low, part->high);
    }
    return LOGREG_OK;
}

static logreg_status check_strength(double strength, logreg_error *err)
{
    if (strength >= WEAKEST && strength <= STRONGEST)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EINVAL,
        "the penalty is too %s to compute with: lambda times the sum of weights, which is 1 / C, is "
        "%.2g; it should lie between 1e-100 and 1e60",
        strength < 1 ? "weak" : "strong", strength);
}

/* ---- What the penalty is ---- */

static double ratio_of(const logreg__fitting *f)
{
    return f->model->penalty == LOGREG__PENALTY_L2   ? 0
           : f->model->penalty == LOGREG__PENALTY_L1 ? 1
                                                     : f->options->l1_ratio;
}

/* Marks the columns, in model order, that go by a name: a term's, one of a column's own, or that of all. *found: there are any. */
static logreg_status mark_named(unsigned char *marked, bool *found, const char *name, const logreg__terms *t,
                                logreg_error *err)
{
    bool all = strcmp(name, LOGREG_ALL_COLUMNS) == 0;
    *found = all;
    for (size_t j = t->intercept; j < t->n_columns; j++) {
        marked[j] = all || strcmp(t->name[j], name) == 0;
        *found = *found || marked[j];
    }
    for (size_t i = 0; !all && i < t->n_terms; i++) {
        char *own = logreg__term_name(t, &t->term[i]);
        if (!own)
            return logreg__fail_memory(err);
        bool same = strcmp(own, name) == 0;
        free(own);
        for (size_t j = 0; same && j < t->term[i].n_columns; j++)
            marked[t->term[i].first + j] = 1;
        *found = *found || same;
    }
    return LOGREG_OK;
}

/* *found: the problem's terms have what the part names. */
static logreg_status apply_part(bool *found, logreg__shrinkage *s, const logreg__problem *problem,
                                const logreg_penalty_part *part, logreg_error *err)
{
    const logreg__design *d = problem->design;
    unsigned char *marked = logreg__new(d->terms->n_columns, 1);
    logreg_status status =
        marked ? mark_named(marked, found, part->name, d->terms, err) : logreg__fail_memory(err);
    for (size_t j = 0; status == LOGREG_OK && j < d->p; j++)
        if (marked[d->column[j]]) {
            s->factor[j] = part->factor;
            logreg__shrinkage_bound(s, problem, j, part->low, part->high);
        }
    free(marked);
    return status;
}

static logreg_status fail_name(const char *name, const logreg__terms *t, logreg_error *err)
{
    logreg_nearest near = logreg_nearest_to(name);
    char *term = NULL;
    for (size_t j = t->intercept; j < t->n_columns; j++)
        logreg_nearest_offer(&near, t->name[j]);
    for (size_t i = 0; i < t->n_terms; i++) {
        char *own = logreg__term_name(t, &t->term[i]);
        if (!own) {
            free(term);
            return logreg__fail_memory(err);
        }
        logreg_nearest_offer(&near, own);
        char *spare = near.name == own ? term : own;
        term = near.name == own ? own : term;
        free(spare);
    }
    bool intercept = strcmp(name, "(Intercept)") == 0, meant = near.name && !intercept;
    logreg__fail(err, LOGREG_EDATA,
                 "the penalty names '%.80s', which is no term and no column of this model%s%.80s%s", name,
                 intercept ? ": the intercept is never penalised"
                 : meant   ? "; did you mean '"
                           : "",
                 meant ? near.name : "", meant ? "'?" : "");
    free(term);
    return LOGREG_EDATA;
}

static logreg_status apply_parts(logreg__fitting *f, logreg_error *err)
{
    for (size_t i = 0; i < f->options->n_parts; i++) {
        const logreg_penalty_part *part = &f->options->parts[i];
        bool found = false;
        logreg_status status = apply_part(&found, f->shrinkage, f->problem, part, err);
        if (status != LOGREG_OK)
            return status;
        if (!found)
            return fail_name(part->name, f->model->terms, err);
    }
    return LOGREG_OK;
}

static logreg_status keep_parts(logreg_model *m, const logreg_options *o, logreg_error *err)
{
    m->part = logreg__new(o->n_parts, sizeof *m->part);
    for (size_t i = 0; m->part && i < o->n_parts; i++) {
        const logreg_penalty_part *part = &o->parts[i];
        m->part[i] = (logreg__penalty_part){logreg__copy(part->name), part->factor, part->low, part->high};
        if (!m->part[i].name)
            return logreg__fail_memory(err);
        m->n_parts++;
    }
    return m->part ? LOGREG_OK : logreg__fail_memory(err);
}

/* Solvers that go by slopes alone show what raw columns do to them; others do not mind. */
static bool wants_raw(const logreg_options *o)
{
    return !o->scaling && (strcmp(o->solver, "gd") == 0 || strcmp(o->solver, "lbfgs") == 0);
}

/* A penalty on a problem's columns, whose sizes are known, of no strength yet. Where it fails *shrinkage may be there all the same. */
static logreg_status size(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                          const logreg_options *options, logreg_error *err)
{
    logreg_status status = logreg__shrinkage_new(shrinkage, problem, err);
    if (status == LOGREG_OK)
        status = logreg__shrinkage_measure(*shrinkage, problem, err);
    if (status == LOGREG_OK && options->standardize)
        status = logreg__shrinkage_standardise(*shrinkage, problem, err);
    return status;
}

/* The design and its problem without products of centred columns and without the columns in f->drop, and sizes of coefficients. */
static logreg_status lay_out_columns(logreg__fitting *f, bool raw, logreg_error *err)
{
    logreg_status status = logreg__fitting_problem(&f->design, &f->problem, f, f->rows, f->drop, false, err);
    if (status == LOGREG_OK && !raw)
        status = logreg__problem_standardise(f->problem, true, err);
    if (status == LOGREG_OK)
        status = size(&f->shrinkage, f->problem, f->options, err);
    return status;
}

/* Columns of one value have the coefficient 0, and are left out of the design; those that are scaled tell which they are. */
static logreg_status drop_constants(logreg__fitting *f, logreg_error *err)
{
    bool raw = wants_raw(f->options), any = raw;
    for (size_t j = f->design->intercept; j < f->design->p; j++) {
        f->drop[f->design->column[j]] = f->shrinkage->scale[j] == 0;
        any = any || f->shrinkage->scale[j] == 0;
    }
    if (!any)
        return LOGREG_OK;
    logreg__shrinkage_free(f->shrinkage);
    f->shrinkage = NULL;
    logreg__fitting_forget(f);
    return lay_out_columns(f, raw, err);
}

/* All of the problem, and what the penalty is of each coefficient but for its strength. */
static logreg_status lay_out(logreg__fitting *f, logreg_error *err)
{
    f->drop = logreg__new(f->model->p, 1);
    logreg_status status = f->drop ? LOGREG_OK : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = lay_out_columns(f, false, err);
    if (status == LOGREG_OK)
        status = drop_constants(f, err);
    if (status == LOGREG_OK)
        status = apply_parts(f, err);
    return status == LOGREG_OK ? keep_parts(f->model, f->options, err) : status;
}

logreg_status logreg__shrink_like(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                                  const logreg__fitting *f, logreg_error *err)
{
    logreg__shrinkage *s = NULL;
    bool found; /* words of all rows may be none of some */
    logreg_status status = size(&s, problem, f->options, err);
    for (size_t i = 0; status == LOGREG_OK && i < f->options->n_parts; i++)
        status = apply_part(&found, s, problem, &f->options->parts[i], err);
    if (status == LOGREG_OK) {
        s->tol = f->shrinkage->tol;
        *shrinkage = s;
    } else {
        logreg__shrinkage_free(s);
    }
    return status;
}

/* ---- The fit ---- */

static logreg_status choose(logreg__choice *choice, logreg__fitting *f, logreg_error *err)
{
    const char *name = f->options->solver;
    bool smooth = f->shrinkage->smooth, sparse = f->design->n_sparse > 0;
    *choice = strcmp(name, "auto") == 0
                  ? logreg__choose(f->problem)
                  : (logreg__choice){.n = 1, .stage = {{.solver = logreg__solver_find(name)}}};
    size_t sure = 0;
    while (choice->stage[sure].budget)
        sure++;
    if (f->options->trace) /* which counts the steps of one */
        *choice = (logreg__choice){.n = 1, .stage = {choice->stage[sure]}};
    const logreg__solver *solver = choice->stage[0].solver;
    if (!smooth && !solver->creased)
        return logreg__fail(err, LOGREG_EINVAL,
                            "solver '%s' goes by slopes, which absolute values and bounds do not have "
                            "everywhere; take 'cd' or 'lbfgs', or leave the choice to 'auto'",
                            name);
    if (solver == &logreg__solver_dual && logreg__dual_check(f->problem, err) != LOGREG_OK)
        return LOGREG_EINVAL;
    bool matrices = solver == &logreg__solver_cd ? !logreg__screened_serves(f->problem) : !solver->matrixless;
    if (sparse && matrices && f->problem->q > LOGREG__MAX_COLUMNS)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "solver '%s' makes a matrix of all pairs of coefficients, and there are %zu of these; take "
            "'newton-cg' or 'lbfgs', or leave the choice to 'auto'",
            name, f->problem->q);
    return LOGREG_OK;
}

/* Slopes of each class are its own; intercepts are known by their differences from the first, which have the means of columns in them. */
static void scatter(double *to, const double *theta, const double *beta, const logreg__fitting *f)
{
    const logreg__design *d = f->design;
    size_t p = f->model->p, k = f->model->k, classes = logreg__shrinkage_classes(f->problem);
    double sum = 0;
    for (size_t c = 0; c < classes; c++)
        for (size_t j = d->intercept; j < d->p; j++)
            to[c * p + d->column[j]] = theta[c * d->p + j] * logreg__problem_factor(f->problem, j);
    for (size_t c = 0; d->intercept && classes > 1 && c < k; c++)
        sum += beta[c * d->p];
    for (size_t c = 0; d->intercept && c < classes; c++)
        to[c * p] = classes == 1 ? beta[0] : (c ? beta[(c - 1) * d->p] : 0) - sum / (double)classes;
}

logreg_status logreg__shrink_coefficients(double *to, const double *theta, const logreg__fitting *f,
                                          logreg_error *err)
{
    double *beta = logreg__new_raw(f->problem->q, sizeof *beta);
    if (!beta)
        return logreg__fail_memory(err);
    logreg__shrinkage_b(beta, f->problem, theta);
    logreg__problem_beta(f->problem, beta, beta);
    scatter(to, theta, beta, f);
    free(beta);
    return LOGREG_OK;
}

/* Of two classes the model's own; of more those of each, of which predictions go by the differences from the first. */
static logreg_status keep_coefficients(logreg__fitting *f, const double *theta, logreg_error *err)
{
    logreg_model *m = f->model;
    bool several = m->k > 1;
    if (several)
        m->own = logreg__new(m->n_classes, m->p * sizeof *m->own);
    if (several && !m->own)
        return logreg__fail_memory(err);
    logreg_status status = logreg__shrink_coefficients(several ? m->own : m->finite, theta, f, err);
    for (size_t i = 0; several && i < m->q; i++)
        m->finite[i] = m->own[m->p + i] - m->own[i % m->p];
    memcpy(m->beta, m->finite, m->q * sizeof *m->beta);
    return status;
}

/* The loss, its slopes and what they say of optimality at f->b; then all of it into the model. */
static logreg_status store(logreg__fitting *f, double *theta, double *g, logreg_error *err)
{
    logreg_model *m = f->model;
    size_t q = f->problem->q, classes = logreg__shrinkage_classes(f->problem);
    logreg__problem bare = *f->problem;
    bare.shrinkage = NULL;
    double *gradient = logreg__new_raw(q, sizeof *gradient);
    if (!gradient)
        return logreg__fail_memory(err);
    logreg_status status = logreg__quadratic_gradient(&m->loss, gradient, &bare, f->b, NULL, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_theta(theta, f->problem, f->b);
        logreg__shrinkage_gradient(g, f->problem, gradient);
        double worst = logreg__shrinkage_violation(NULL, f->shrinkage, theta, g, classes, f->response->n_obs);
        m->violation = m->largest_lambda > 0 ? worst / m->largest_lambda : worst;
        m->penalised_loss = m->loss + logreg__shrinkage_value(f->shrinkage, theta, classes);
        m->score_norm = worst * f->response->n_obs;
        status = keep_coefficients(f, theta, err);
    }
    free(gradient);
    return status;
}

/* A decrement tells how far coefficients are off, which a strong penalty makes small whatever the slopes are: steps until these are small too. */
static logreg_status flatten(logreg__fitting *f, logreg_error *err)
{
    const logreg__shrinkage *s = f->shrinkage;
    logreg_status status = LOGREG_OK;
    for (int step = 0; status == LOGREG_OK && step < 3; step++) {
        if (logreg__shrinkage_steepest(f->problem, f->at->g) <= s->tol)
            break;
        status = logreg__quadratic_advance(f->at, f->problem, f->b, NULL, err);
    }
    return status;
}

/* From f->b to f->b. */
static logreg_status run(logreg__fitting *f, const logreg__solver *solver, size_t budget, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__quadratic_free(f->at);
    free(m->solver);
    f->at = logreg__quadratic_new(solver->matrixless ? 0 : f->problem->q);
    m->solver = logreg__copy(solver->name);
    f->solution = (logreg__solution){.beta = f->b, .at = f->at, .finite = true, .budget = budget};
    logreg_status status = f->at && m->solver ? solver->run(&f->solution, f->problem, f->options, err)
                                              : logreg__fail_memory(err);
    m->iterations += f->solution.iterations;
    return status;
}

static logreg_status solve(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    logreg__choice choice;
    size_t limit = f->options->max_iter;
    logreg_status status = choose(&choice, f, err);
    m->iterations = 0;
    for (size_t i = 0; status == LOGREG_OK && i < choice.n; i++) {
        bool spent = limit && m->iterations >= limit;
        if (i && (f->solution.converged || spent))
            break;
        status = run(f, choice.stage[i].solver, choice.stage[i].budget, err);
    }
    if (status == LOGREG_OK && f->solution.converged && f->at->factored)
        status = flatten(f, err);
    m->converged = f->solution.converged;
    m->decrement = f->at && f->at->factored ? f->at->decrement : NAN;
    return status;
}

logreg_status logreg__shrink(logreg__fitting *f, logreg_error *err)
{
    logreg_model *m = f->model;
    const logreg_options *o = f->options;
    double weight = f->response->n_obs, *theta = NULL;
    logreg_status status = lay_out(f, err);
    if (status != LOGREG_OK)
        return status;
    size_t n = logreg__shrinkage_classes(f->problem) * f->design->p;
    theta = logreg__new_raw(2 * n, sizeof *theta);
    f->b = logreg__new(f->problem->q, sizeof *f->b);
    if (!theta || !f->b)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg__unpenalised_fit(f, theta + n, err);
    if (status == LOGREG_OK) {
        m->rank = m->p;
        m->l1_ratio = ratio_of(f);
        m->lambda = o->lambda > 0 ? o->lambda : 1 / ((o->C > 0 ? o->C : 1) * weight);
        m->standardized = o->standardize;
        f->problem->shrinkage = f->shrinkage;
        f->shrinkage->tol =
            fmax(o->tol * m->largest_lambda, logreg__shrinkage_rounding(f->shrinkage, weight));
        if (f->prelude && f->prelude->run)
            status = f->prelude->run(f, f->prelude->data, err);
    }
    if (status == LOGREG_OK)
        status = check_strength(m->lambda * weight, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_set(f->shrinkage, m->lambda, m->l1_ratio, weight);
        double fine = fmin(o->tol * m->largest_lambda, fmax(o->tol, FINE) * m->lambda);
        f->shrinkage->tol = fmax(fine, logreg__shrinkage_rounding(f->shrinkage, weight));
        status = solve(f, err);
    }
    if (status == LOGREG_OK)
        status = store(f, theta, theta + n, err);
    free(theta);
    return status;
}
