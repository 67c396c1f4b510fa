#include "report/goodness.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "report/json/document.h"
#include "report/json/values.h"

/* Null where there is none. A statistic may be infinite: what a model held for certain did not come true. */
static json_t *test(logreg_test t)
{
    if (isnan(t.statistic))
        return json_null();
    json_t *object = json_object();
    logreg__json_set_test(&object, t);
    return object;
}

static json_t *group(const logreg_goodness_group *g, size_t n_classes)
{
    json_t *object = json_object(), *observed = json_array(), *expected = json_array();
    for (size_t c = 0; c < n_classes; c++) {
        logreg__json_append(&observed, logreg__json_count(g->observed[c]));
        logreg__json_append(&expected, logreg__json_real(g->expected[c]));
    }
    logreg__json_set(&object, "low", logreg__json_real(g->low));
    logreg__json_set(&object, "high", logreg__json_real(g->high));
    logreg__json_set(&object, "n", logreg__json_count(g->observations));
    logreg__json_set(&object, "observed", observed);
    logreg__json_set(&object, "expected", expected);
    return object;
}

static json_t *hosmer_lemeshow(logreg_test found, const logreg_goodness_group *of, size_t n, size_t n_classes)
{
    json_t *object = test(found), *groups = json_array();
    for (size_t i = 0; i < n; i++)
        logreg__json_append(&groups, group(&of[i], n_classes));
    logreg__json_set(&object, "groups", groups);
    return object;
}

static json_t *squares(const logreg_goodness *g)
{
    if (isnan(g->squares))
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "statistic", logreg__json_real(g->squares));
    logreg__json_set(&object, "expected", logreg__json_real(g->squares_expected));
    logreg__json_set(&object, "std_error", logreg__json_real(g->squares_error));
    logreg__json_set(&object, "z", logreg__json_real(g->squares_z));
    logreg__json_set(&object, "p", logreg__json_real(g->squares_p));
    return object;
}

static json_t *stukel(const logreg_goodness *g)
{
    if (isnan(g->stukel_score.statistic))
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "score", test(g->stukel_score));
    logreg__json_set(&object, "lr", test(g->stukel_lr));
    return object;
}

static json_t *patterns(const logreg_goodness *g)
{
    json_t *object = json_object();
    logreg__json_set(&object, "n", logreg__json_count((double)g->n_patterns));
    logreg__json_set(&object, "least_expected", logreg__json_real(g->least_expected));
    logreg__json_set(&object, "below_five", logreg__json_real(g->below_five));
    logreg__json_set(&object, "pearson", test(g->pearson));
    logreg__json_set(&object, "deviance", test(g->deviance));
    return object;
}

void logreg__document_goodness(logreg__page *page, const logreg_goodness *g)
{
    json_t *object = json_object();
    logreg__json_set(&object, "hosmer_lemeshow",
                     hosmer_lemeshow(g->hosmer_lemeshow, g->group, g->n_groups, g->n_classes));
    logreg__json_set(&object, "sum_of_squares", squares(g));
    logreg__json_set(&object, "stukel", stukel(g));
    logreg__json_set(&object, "patterns", patterns(g));
    logreg__document_put(page, "gof", object);
}

/* ---- Optimism ---- */

static json_t *optimism_index(const logreg_optimism_index *i)
{
    json_t *object = json_object();
    logreg__json_set(&object, "apparent", logreg__json_real(i->apparent));
    logreg__json_set(&object, "training", logreg__json_real(i->training));
    logreg__json_set(&object, "test", logreg__json_real(i->test));
    logreg__json_set(&object, "optimism", logreg__json_real(i->optimism));
    logreg__json_set(&object, "std_error", logreg__json_real(i->error));
    logreg__json_set(&object, "corrected", logreg__json_real(i->corrected));
    return object;
}

void logreg__document_optimism(logreg__page *page, const logreg_optimism *o)
{
    json_t *object = json_object();
    logreg__json_set(&object, "refits", logreg__json_count((double)o->n_refits));
    logreg__json_set(&object, "used", logreg__json_count((double)o->n_used));
    logreg__json_set(&object, "separated", logreg__json_count((double)o->n_separated));
    logreg__json_set(&object, "singular", logreg__json_count((double)o->n_singular));
    logreg__json_set(&object, "seed",
                     o->seed <= INT64_MAX ? json_integer((json_int_t)o->seed)
                                          : logreg__json_real((double)o->seed));
    logreg__json_set(&object, "slope", optimism_index(&o->slope));
    logreg__json_set(&object, "intercept", optimism_index(&o->intercept));
    logreg__json_set(&object, "in_the_large", optimism_index(&o->in_the_large));
    logreg__json_set(&object, "auc", optimism_index(&o->auc));
    logreg__json_set(&object, "brier", optimism_index(&o->brier));
    logreg__document_put(page, "optimism", object);
}

/* ---- Validation ---- */

static json_t *calibrated(double estimate, double error, double z)
{
    if (isnan(estimate))
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "estimate", logreg__json_real(estimate));
    logreg__json_set(&object, "std_error", logreg__json_real(error));
    logreg__json_set(
        &object, "ci",
        logreg__json_pair(logreg__json_real(estimate - z * error), logreg__json_real(estimate + z * error)));
    return object;
}

static json_t *calibration(const logreg_calibration *c, double level)
{
    double z = gsl_cdf_ugaussian_Qinv((1 - level) / 2);
    json_t *object = json_object();
    logreg__json_set(&object, "slope", calibrated(c->slope, c->slope_error, z));
    logreg__json_set(&object, "intercept", calibrated(c->intercept, c->intercept_error, z));
    logreg__json_set(&object, "in_the_large", calibrated(c->in_the_large, c->in_the_large_error, z));
    logreg__json_set(&object, "test", test((logreg_test){c->statistic, 2, c->p, 0}));
    return object;
}

static json_t *spiegelhalter(const logreg_validation *v)
{
    if (isnan(v->spiegelhalter_z))
        return json_null();
    json_t *object = json_object();
    logreg__json_set(&object, "z", logreg__json_real(v->spiegelhalter_z));
    logreg__json_set(&object, "p", logreg__json_real(v->spiegelhalter_p));
    return object;
}

json_t *logreg__json_validation(const logreg_validation *v, double conf_level)
{
    json_t *object = json_object();
    bool two = v->n_classes == 2;
    logreg__json_set(&object, "own_rows", json_boolean(v->own_rows));
    logreg__json_set(&object, "hosmer_lemeshow",
                     hosmer_lemeshow(v->hosmer_lemeshow, v->group, v->n_groups, v->n_classes));
    logreg__json_set(&object, "spiegelhalter", spiegelhalter(v));
    logreg__json_set(&object, "calibration", two ? calibration(&v->calibration, conf_level) : json_null());
    return object;
}
