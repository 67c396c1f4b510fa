#include <logreg/goodness.h>

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "goodness/parts.h"

#define GROUPS 10
#define LEAST_GROUPS 3

logreg_goodness_options logreg_goodness_options_default(void)
{
    return (logreg_goodness_options){.n_groups = GROUPS};
}

static logreg_status check(const logreg_study *s, size_t n_groups, logreg_error *err)
{
    const logreg_model *m = s->model;
    if (n_groups < LEAST_GROUPS)
        return logreg__fail(err, LOGREG_EINVAL, "%zu groups are too few for a test of fit; take 3 or more",
                            n_groups);
    if (m->strata)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the fit to matched sets is not tested: their rows have no probabilities of their own");
    if (m->sampling)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the fit to a sample is not tested: these tests take rows as drawn alike, not for "
            "as many as their sampling weights say");
    if (m->penalty)
        return logreg__fail(err, LOGREG_EDATA,
                            "the fit with penalty '%s' is not tested: these tests are about a maximum of the "
                            "likelihood; fit without a penalty",
                            logreg_model_penalty(m));
    return logreg__study_sound(s, err);
}

static logreg_status work_out(logreg_goodness *g, const logreg_study *s, size_t n_groups, logreg_error *err)
{
    logreg__patterns patterns;
    logreg_status status = logreg__patterns_find(&patterns, s, err);
    if (status == LOGREG_OK)
        status = logreg__goodness_groups_find(&g->group, &g->n_groups, &g->hosmer_lemeshow, &patterns,
                                              n_groups, 2, err);
    if (status == LOGREG_OK)
        logreg__goodness_grouped(g, &patterns, s->model->rank);
    logreg__patterns_free(&patterns);
    if (status == LOGREG_OK && g->n_classes == 2)
        status = logreg__goodness_squares(g, s, err);
    if (status == LOGREG_OK && g->n_classes == 2)
        status = logreg__goodness_stukel(g, s, err);
    return status;
}

logreg_status logreg_goodness_new(logreg_goodness **goodness, const logreg_study *s,
                                  const logreg_goodness_options *options, logreg_error *err)
{
    size_t n_groups = options ? options->n_groups : GROUPS;
    logreg_status status = check(s, n_groups, err);
    if (status != LOGREG_OK)
        return status;
    logreg_goodness *g = logreg__new(1, sizeof *g);
    if (!g)
        return logreg__fail_memory(err);
    const logreg_test none = {NAN, NAN, NAN, 0};
    *g = (logreg_goodness){.n_classes = s->model->n_classes,
                           .squares = NAN,
                           .squares_expected = NAN,
                           .squares_error = NAN,
                           .squares_z = NAN,
                           .squares_p = NAN,
                           .stukel_score = none,
                           .stukel_lr = none};
    status = work_out(g, s, n_groups, err);
    if (status == LOGREG_OK)
        *goodness = g;
    else
        logreg_goodness_free(g);
    return status;
}

void logreg_goodness_free(logreg_goodness *g)
{
    if (!g)
        return;
    logreg__goodness_groups_free(g->group);
    free(g);
}
