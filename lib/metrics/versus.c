/* Tests that two sets of probabilities of the same rows are equally good. */
#include "metrics/versus.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"

logreg_status logreg_metric_compare(logreg_metric_test *test, const logreg_metric *metric,
                                    const logreg_labelled *rows, const double *other_p, logreg_error *err)
{
    logreg_metric_test t = {metric, {NAN, NAN}, {NAN, NAN}, NAN, NAN, NAN, NAN};
    bool auc = strcmp(metric->name, "auc") == 0;
    logreg_status status = LOGREG_OK;
    if (auc && rows->n_classes == 2)
        status = logreg__compare_auc(&t, rows, other_p, err);
    else if (strcmp(metric->name, "log_loss") == 0)
        logreg__compare_log_loss(&t, rows, other_p);
    else if (strcmp(metric->name, "brier") == 0)
        logreg__compare_brier(&t, rows, other_p);
    else
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no test of two models by %s%s; there is by log_loss, "
                            "brier and, of two classes, auc",
                            metric->name, auc ? " of more than two classes" : "");
    if (status != LOGREG_OK)
        return status;
    if (t.difference_error > DBL_EPSILON) {
        t.z = t.difference / t.difference_error;
        t.p = 2 * gsl_cdf_ugaussian_Q(fabs(t.z));
    }
    *test = t;
    return LOGREG_OK;
}
