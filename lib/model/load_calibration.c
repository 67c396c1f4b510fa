/* Reading what calibrates a model. */
#include <math.h>

#include "base/memory.h"
#include "model/calibrated.h"
#include "model/reader.h"

static bool get_line(logreg_calibrator *c, logreg__model_reader *r, const json_t *o)
{
    return (logreg__read_real(&c->slope, json_object_get(o, "slope")) && isfinite(c->slope) &&
            logreg__read_real(&c->intercept, json_object_get(o, "intercept")) && isfinite(c->intercept)) ||
           logreg__read_wrong(r, "calibrators", "should hold slopes and intercepts");
}

static bool get_corners(logreg_calibrator *c, logreg__model_reader *r, const json_t *o)
{
    size_t n = 0;
    c->slope = c->intercept = NAN;
    if (!logreg__read_list(&c->score, &c->n, r, o, "scores") ||
        !logreg__read_list(&c->p, &n, r, o, "probabilities"))
        return false;
    bool rising = n == c->n && n > 0;
    for (size_t i = 0; rising && i < n; i++)
        rising = c->p[i] >= 0 && c->p[i] <= 1 &&
                 (i == 0 || (c->score[i - 1] < c->score[i] && c->p[i - 1] <= c->p[i]));
    return rising || logreg__read_wrong(r, "calibrators", "should hold rising scores with probabilities");
}

static bool get_calibrators(logreg__calibration *x, int kind, logreg__model_reader *r, const json_t *list)
{
    for (size_t i = 0; i < x->n; i++) {
        logreg_calibrator *c = x->calibrator[i] = logreg__new(1, sizeof *c);
        if (!c)
            return logreg__read_no_memory(r);
        c->kind = (logreg__calibrator_kind)kind;
        if (!(kind == LOGREG__PLATT ? get_line : get_corners)(c, r, json_array_get(list, i)))
            return false;
    }
    return true;
}

bool logreg__read_calibration(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    const json_t *o = json_object_get(root, "calibration");
    int kind = 0;
    if (!o)
        return true;
    if (!logreg__read_word(&kind, logreg__calibrator_words, LOGREG__CALIBRATORS, r,
                           json_object_get(o, "method"), "method"))
        return false;
    const json_t *list = logreg__read_array(r, o, "calibrators");
    size_t n = m->n_classes == 2 ? 1 : m->n_classes;
    if (!list)
        return false;
    if (json_array_size(list) != n || m->strata)
        return logreg__read_wrong(r, "calibrators", "has the wrong length");
    logreg__calibration *x = m->calibration = logreg__calibration_new(n);
    if (!x)
        return logreg__read_no_memory(r);
    return logreg__read_count(&x->folds, r, o, "folds") &&
           logreg__read_text(&x->group, r, o, "group", true) &&
           (logreg__read_real(&x->log_loss, json_object_get(o, "log_loss")) &&
                    logreg__read_real(&x->brier, json_object_get(o, "brier")) &&
                    logreg__read_real(&x->calibrated_log_loss, json_object_get(o, "calibrated_log_loss")) &&
                    logreg__read_real(&x->calibrated_brier, json_object_get(o, "calibrated_brier"))
                ? get_calibrators(x, kind, r, list)
                : logreg__read_wrong(r, "calibration", "should hold losses"));
}
