/* Two models on the same rows: which has the better probabilities. */
#include <logreg/goodness.h>

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "goodness/parts.h"
#include "model/predict/labelled.h"

/* Where the other model has the first one's classes. */
static logreg_status match_classes(size_t *place, const logreg_model *m, const logreg_model *other,
                                   logreg_error *err)
{
    size_t K = m->n_classes;
    if (other->n_classes != K)
        return logreg__fail(err, LOGREG_EDATA,
                            "models of %zu and of %zu classes cannot be held against each other", K,
                            other->n_classes);
    for (size_t k = 0; k < K; k++) {
        const char *label = logreg_model_class(m, k);
        place[k] = 0;
        while (place[k] < K && strcmp(logreg_model_class(other, place[k]), label) != 0)
            place[k]++;
        if (place[k] == K)
            return logreg__fail(
                err, LOGREG_EDATA,
                "class '%s' is none of the model it is held against: they tell of different outcomes", label);
    }
    return LOGREG_OK;
}

static logreg_status compare(logreg_contest *c, const logreg__labelled *l, logreg_error *err)
{
    static const char *const name[] = {"auc", "log_loss", "brier"};
    const logreg_labelled rows = {.n = l->n, .n_classes = l->K, .y = l->y, .p = l->P, .w = l->w};
    logreg__sum sum = {0, 0};
    for (size_t i = 0; i < l->n; i++)
        logreg__sum_add(&sum, l->w ? l->w[i] : 1);
    c->n_used = l->n;
    c->n_obs = logreg__sum_value(sum);
    if (!(c->n_obs > 0))
        return logreg__fail(err, LOGREG_EDATA,
                            "no row is left to compare on: every one has a missing value or no weight");
    logreg_status status = LOGREG_OK;
    for (size_t i = l->K > 2; status == LOGREG_OK && i < sizeof name / sizeof *name; i++)
        status =
            logreg_metric_compare(&c->test[c->n_tests++], logreg_metric_find(name[i]), &rows, l->other, err);
    return status;
}

logreg_status logreg_contest_hold(logreg_contest *contest, const logreg_model *m, const logreg_frame *frame,
                                  const logreg_model *other, const logreg_frame *other_frame,
                                  logreg_error *err)
{
    if (logreg_frame_rows(frame) != logreg_frame_rows(other_frame))
        return logreg__fail(err, LOGREG_EINVAL, "the models are to be compared on %zu rows and on %zu",
                            logreg_frame_rows(frame), logreg_frame_rows(other_frame));
    if (m->sampling)
        return logreg__fail(
            err, LOGREG_EDATA,
            "a model of a sample is not tested against another: these tests take rows as drawn "
            "alike, not for as many as their sampling weights say");
    logreg_contest c = {.n_rows = logreg_frame_rows(frame), .n_classes = m->n_classes};
    logreg__labelled l = {0};
    size_t *place = logreg__new(m->n_classes, sizeof *place);
    logreg_status status = place ? match_classes(place, m, other, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status =
            logreg__labelled_predict_both(&l, m, frame, &(logreg__other){other, other_frame, place}, err);
    if (status == LOGREG_OK)
        status = compare(&c, &l, err);
    if (status == LOGREG_OK)
        status = logreg__own_rows(&c.own_rows[0], m, frame, err);
    if (status == LOGREG_OK)
        status = logreg__own_rows(&c.own_rows[1], other, other_frame, err);
    logreg__labelled_clear(&l);
    free(place);
    if (status == LOGREG_OK)
        *contest = c;
    return status;
}
