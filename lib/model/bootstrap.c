#include "model/bootstrap.h"

#include <math.h>

#include "base/memory.h"
#include "model/fields.h"
#include "model/penalised.h"

logreg__bootstrap *logreg__bootstrap_new(size_t n)
{
    logreg__bootstrap *b = logreg__new(1, sizeof *b);
    double *ends = logreg__new(n, 2 * sizeof *ends);
    if (!b || !ends) {
        free(b);
        free(ends);
        return NULL;
    }
    b->n = n;
    b->low = ends;
    b->high = ends + n;
    return b;
}

void logreg__bootstrap_free(logreg__bootstrap *b)
{
    if (!b)
        return;
    free(b->low);
    free(b);
}

logreg_model_bootstrap logreg_model_bootstrapped(const logreg_model *m)
{
    const logreg__bootstrap *b = m->bootstrap;
    return !b ? (logreg_model_bootstrap){0}
              : (logreg_model_bootstrap){.n_refits = b->n_refits,
                                         .n_lacking = b->n_lacking,
                                         .n_unconverged = b->n_unconverged,
                                         .level = b->level,
                                         .lambda_chosen = b->chosen};
}

bool logreg_model_bootstrap_interval(double *low, double *high, const logreg_model *m, size_t k, size_t j)
{
    size_t first = logreg_model_first_class(m);
    bool there = m->bootstrap && k >= first && k < m->n_classes && j < m->p;
    size_t i = there ? (k - first) * m->p + j : 0;
    *low = there ? m->bootstrap->low[i] : NAN;
    *high = there ? m->bootstrap->high[i] : NAN;
    return there;
}

bool logreg__put_bootstrap(json_t *object, const logreg_model *m)
{
    const logreg__bootstrap *b = m->bootstrap;
    if (!b)
        return true;
    json_t *o = json_pack("{s:I, s:I, s:I, s:f, s:b, s:o, s:o}", "n_refits", (json_int_t)b->n_refits,
                          "n_lacking", (json_int_t)b->n_lacking, "n_unconverged",
                          (json_int_t)b->n_unconverged, "level", b->level, "lambda_chosen", b->chosen, "low",
                          logreg__reals_json(b->low, b->n), "high", logreg__reals_json(b->high, b->n));
    return json_object_set_new(object, "bootstrap", o) == 0;
}

bool logreg__read_bootstrap(logreg_model *m, logreg__model_reader *r, const json_t *root)
{
    const json_t *o = json_object_get(root, "bootstrap");
    if (!o)
        return true;
    size_t n = (m->n_classes - logreg_model_first_class(m)) * m->p;
    const json_t *chosen = json_object_get(o, "lambda_chosen"); /* older models lack it */
    logreg__bootstrap *b = m->bootstrap = logreg__bootstrap_new(n);
    if (!b)
        return logreg__read_no_memory(r);
    if (!logreg__penalty_shrinks(m->penalty))
        return logreg__read_wrong(r, "bootstrap", "goes with a penalty on sizes");
    if (!logreg__read_real(&b->level, json_object_get(o, "level")) || !(b->level > 0 && b->level < 1))
        return logreg__read_wrong(r, "level", "should be between 0 and 1");
    if (chosen && !json_is_boolean(chosen))
        return logreg__read_wrong(r, "lambda_chosen", "should be true or false");
    b->chosen = json_is_true(chosen);
    if (!logreg__read_count(&b->n_refits, r, o, "n_refits") ||
        !logreg__read_count(&b->n_lacking, r, o, "n_lacking") ||
        !logreg__read_count(&b->n_unconverged, r, o, "n_unconverged") ||
        !logreg__read_reals(b->low, n, false, r, o, "low") ||
        !logreg__read_reals(b->high, n, false, r, o, "high"))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!(b->low[i] <= b->high[i]))
            return logreg__read_wrong(r, "low", "should not be above high");
    return true;
}
