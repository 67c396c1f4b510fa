#include "model/shrink/unpenalised.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "solvers/paths/subset.h"
#include "solvers/shrinkage.h"

/* Has column j neither penalty nor bounds? Bounded ones begin at 0, since their maximum without bounds is none that need be there. */
static bool is_free(const logreg__shrinkage *s, size_t j)
{
    return s->factor[j] == 0 && isinf(s->low[j]) && isinf(s->high[j]);
}

static bool any_free(const logreg__fitting *f)
{
    for (size_t j = f->design->intercept; j < f->design->p; j++)
        if (is_free(f->shrinkage, j))
            return true;
    return false;
}

/* Newton's method on these columns from f->b to f->b, where the others are 0. */
static logreg_status solve_part(logreg__fitting *f, const logreg__subset *part, logreg_error *err)
{
    logreg_options options = logreg_options_default();
    logreg__problem bare = *part->problem;
    size_t p = bare.design->p, q = bare.q;
    double *b = logreg__new_raw(q, sizeof *b);
    logreg__quadratic *at = logreg__quadratic_new(q);
    bare.shrinkage = NULL;
    logreg_status status = b && at ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < q; i++)
        b[i] = f->b[i / p * f->design->p + part->place[i % p]];
    logreg__solution s = {.beta = b, .at = at};
    if (status == LOGREG_OK)
        status = logreg__solver_newton.run(&s, &bare, &options, err);
    for (size_t i = 0; status == LOGREG_OK && i < q; i++)
        f->b[i / p * f->design->p + part->place[i % p]] = b[i];
    free(b);
    logreg__quadratic_free(at);
    if (status == LOGREG_OK && !s.converged)
        return logreg__fail(err, LOGREG_EDATA,
                            "the columns without a penalty alone have no maximum of the likelihood: they are "
                            "collinear, or part the classes; give them a penalty, or leave some of them out");
    return status;
}

static logreg_status solve_free(logreg__fitting *f, logreg_error *err)
{
    logreg__problem whole = *f->problem;
    logreg__subset part = {0};
    unsigned char *wanted = logreg__new(f->design->p, 1);
    if (!wanted)
        return logreg__fail_memory(err);
    for (size_t j = 0; j < f->design->p; j++)
        wanted[j] = j < f->design->intercept || is_free(f->shrinkage, j);
    whole.shrinkage = f->shrinkage;
    logreg_status status = logreg__subset_make(&part, &whole, wanted, err);
    if (status == LOGREG_OK)
        status = solve_part(f, &part, err);
    logreg__subset_clear(&part);
    free(wanted);
    return status;
}

logreg_status logreg__unpenalised_fit(logreg__fitting *f, double *g, logreg_error *err)
{
    const logreg__response *r = f->response;
    size_t classes = logreg__shrinkage_classes(f->problem);
    double *gradient = logreg__new_raw(f->problem->q, sizeof *gradient), loss;
    logreg_status status = gradient ? LOGREG_OK : logreg__fail_memory(err);
    logreg__fitting_null(f->b, f->problem);
    bool offset = r->offset || f->model->terms->offset;
    if (status == LOGREG_OK && (any_free(f) || (f->design->intercept && offset)))
        status = solve_free(f, err);
    if (status == LOGREG_OK)
        status = logreg__quadratic_gradient(&loss, gradient, f->problem, f->b, NULL, err);
    if (status == LOGREG_OK) {
        logreg__shrinkage_gradient(g, f->problem, gradient);
        f->model->largest_lambda = logreg__shrinkage_largest(f->shrinkage, g, classes, r->n_obs);
    }
    free(gradient);
    return status;
}
