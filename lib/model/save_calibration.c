/* Writing what calibrates a model. */
#include <math.h>

#include "model/fields.h"

json_t *logreg__reals_json(const double *list, size_t n)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < n; i++)
        if (json_array_append_new(array, json_real(list[i])) != 0) {
            json_decref(array);
            array = NULL;
        }
    return array;
}

static json_t *one(const logreg_calibrator *c)
{
    return c->kind == LOGREG__PLATT ? json_pack("{s:f, s:f}", "slope", c->slope, "intercept", c->intercept)
                                    : json_pack("{s:o, s:o}", "scores", logreg__reals_json(c->score, c->n),
                                                "probabilities", logreg__reals_json(c->p, c->n));
}

static json_t *real(double x)
{
    return isfinite(x) ? json_real(x) : json_null();
}

bool logreg__put_calibration(json_t *object, const logreg_model *m)
{
    const logreg__calibration *x = m->calibration;
    if (!x)
        return true;
    json_t *list = json_array();
    bool ok = list != NULL;
    for (size_t i = 0; ok && i < x->n; i++)
        ok = json_array_append_new(list, one(x->calibrator[i])) == 0;
    ok = ok && json_object_set_new(
                   object, "calibration",
                   json_pack("{s:s, s:I, s:s?, s:o, s:o, s:o, s:o, s:O}", "method",
                             logreg_calibrator_method(x->calibrator[0]), "folds", (json_int_t)x->folds,
                             "group", x->group, "log_loss", real(x->log_loss), "brier", real(x->brier),
                             "calibrated_log_loss", real(x->calibrated_log_loss), "calibrated_brier",
                             real(x->calibrated_brier), "calibrators", list)) == 0;
    json_decref(list);
    return ok;
}
