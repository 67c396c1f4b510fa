/* Intervals by refits to resamples. */
#include "base/memory.h"
#include "model/bootstrap.h"
#include "model/estimate/penalised.h"
#include "model/file/fields.h"
#include "model/file/section.h"

#define FIELD(kind, name, member) LOGREG__FIELD(kind, name, logreg__bootstrap, member)

static const logreg__field facts[] = {
    {FIELD(COUNT, "n_refits", n_refits)},
    {FIELD(COUNT, "n_lacking", n_lacking)},
    {FIELD(COUNT, "n_unconverged", n_unconverged)},
    {FIELD(NUMBER, "level", level)},
    {FIELD(FLAG_OR_FALSE, "lambda_chosen", chosen)},
    {.name = NULL},
};

static void put(json_t **file, const logreg_model *m)
{
    const logreg__bootstrap *b = m->bootstrap;
    if (!b)
        return;
    json_t *o = json_object();
    logreg__put_fields(&o, b, facts);
    logreg__json_set(&o, "low", logreg__json_reals(b->low, b->n));
    logreg__json_set(&o, "high", logreg__json_reals(b->high, b->n));
    logreg__json_set(file, "bootstrap", o);
}

static bool get(logreg_model *m, logreg__model_reader *r, const json_t *file)
{
    const json_t *o = logreg__read_member(r, file, "bootstrap");
    if (!o)
        return true;
    size_t n = (m->n_classes - logreg_model_first_class(m)) * m->p;
    logreg__bootstrap *b = m->bootstrap = logreg__bootstrap_new(n);
    if (!b)
        return logreg__read_no_memory(r);
    return logreg__read_fields(b, facts, r, o) && logreg__read_reals(b->low, n, false, r, o, "low") &&
           logreg__read_reals(b->high, n, false, r, o, "high");
}

static bool check(logreg_model *m, logreg__model_reader *r)
{
    const logreg__bootstrap *b = m->bootstrap;
    if (!b)
        return true;
    if (!logreg__penalty_shrinks(m->penalty))
        return logreg__read_wrong(r, "bootstrap", "goes with a penalty on sizes");
    if (!(b->level > 0 && b->level < 1))
        return logreg__read_wrong(r, "level", "should be between 0 and 1");
    for (size_t i = 0; i < b->n; i++)
        if (!(b->low[i] <= b->high[i]))
            return logreg__read_wrong(r, "low", "should not be above high");
    return true;
}

const logreg__section logreg__section_bootstrap = {put, get, check};
