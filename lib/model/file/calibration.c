/* What calibrates the model's probabilities. */
#include <math.h>

#include "base/memory.h"
#include "model/file/fields.h"
#include "model/file/section.h"
#include "model/predict/calibrated.h"

#define LOSS(member) LOGREG__FIELD(REAL, #member, logreg__calibration, member)

static const logreg__field facts[] = {
    {LOGREG__FIELD(COUNT, "folds", logreg__calibration, folds)},
    {LOGREG__FIELD(TEXT, "group", logreg__calibration, group)},
    {LOSS(log_loss)},
    {LOSS(brier)},
    {LOSS(calibrated_log_loss)},
    {LOSS(calibrated_brier)},
    {.name = NULL},
};

static json_t *one(const logreg_calibrator *c)
{
    json_t *o = json_object();
    if (c->kind == LOGREG__PLATT) {
        logreg__json_set(&o, "slope", logreg__json_real(c->slope));
        logreg__json_set(&o, "intercept", logreg__json_real(c->intercept));
    } else {
        logreg__json_set(&o, "scores", logreg__json_reals(c->score, c->n));
        logreg__json_set(&o, "probabilities", logreg__json_reals(c->p, c->n));
    }
    return o;
}

static void put(json_t **file, const logreg_model *m)
{
    const logreg__calibration *x = m->calibration;
    if (!x)
        return;
    json_t *o = json_object(), *list = json_array();
    logreg__json_set(&o, "method", json_string(logreg_calibrator_method(x->calibrator[0])));
    logreg__put_fields(&o, x, facts);
    for (size_t i = 0; i < x->n; i++)
        logreg__json_append(&list, one(x->calibrator[i]));
    logreg__json_set(&o, "calibrators", list);
    logreg__json_set(file, "calibration", o);
}

static bool get_line(logreg_calibrator *c, logreg__model_reader *r, const json_t *o)
{
    return (logreg__read_real(&c->slope, logreg__read_member(r, o, "slope")) && isfinite(c->slope) &&
            logreg__read_real(&c->intercept, logreg__read_member(r, o, "intercept")) &&
            isfinite(c->intercept)) ||
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

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *o = logreg__read_member(r, file, "calibration");
    int kind = 0;
    if (!o)
        return true;
    if (!logreg__read_word(&kind, logreg__calibrator_words, LOGREG__CALIBRATORS, r,
                           logreg__read_member(r, o, "method"), "method"))
        return false;
    const json_t *list = logreg__read_array(r, o, "calibrators");
    size_t n = m->n_classes == 2 ? 1 : m->n_classes;
    if (!list)
        return false;
    if (json_array_size(list) != n || m->strata)
        return logreg__read_wrong(r, "calibrators", "has the wrong length");
    m->calibration = logreg__calibration_new(n);
    if (!m->calibration)
        return logreg__read_no_memory(r);
    return logreg__read_fields(m->calibration, facts, r, o) && get_calibrators(m->calibration, kind, r, list);
}

const logreg__section logreg__section_calibration = {put, get, NULL};
