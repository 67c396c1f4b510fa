/* Effects, variable by variable: a walk for a number that moves, one a level else. */
#include "effects/effects.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "model/predict/predict.h"

logreg_effects_options logreg_effects_options_default(void)
{
    return (logreg_effects_options){.level = 0.95};
}

/* What the work on all variables shares. */
typedef struct {
    const logreg_study *study;
    const logreg__wanted *wanted;
    int threads;
    double width;       /* of intervals, in standard errors */
    size_t first_class; /* of those that are told */
    logreg__means means, reference;
    double *room;        /* q numbers */
    logreg_effect *next; /* where the next effect goes */
} job;

static const logreg_effect_number nothing = {NAN, NAN, NAN, NAN};

/* The effect at number `at` of the variable's, which go class by class. */
static logreg_effect *place(job *w, const logreg__target *t, size_t c, size_t level)
{
    const logreg_model *m = w->study->model;
    size_t levels = t->levels ? t->n_levels : 1;
    logreg_effect *e = w->next + (c - w->first_class) * levels + level;
    *e = (logreg_effect){.variable = t->name,
                         .level = t->levels ? t->levels[level] : NULL,
                         .reference = t->levels ? t->levels[0] : NULL,
                         .k = c,
                         .class_name = logreg_model_class(m, c),
                         .risk = nothing,
                         .difference = nothing,
                         .z = NAN,
                         .p = NAN,
                         .ratio = nothing};
    return e;
}

static void test(logreg_effect *e, const job *w)
{
    e->z = e->difference.std_error > 0 ? e->difference.estimate / e->difference.std_error : NAN;
    e->p = 2 * logreg__model_tail(w->study->model, fabs(e->z));
}

/* The model's frame with what stands still. */
static logreg_status start_scenario(logreg__scenario *s, const job *w, logreg_error *err)
{
    logreg_status status = logreg__scenario_start(s, w->study->frame) ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < w->wanted->n_at; i++) {
        const logreg_effect_at *at = &w->wanted->at[i];
        if (at->level)
            status = logreg__scenario_level(s, w->wanted->at_column[i], at->level, err);
        else
            logreg__scenario_number(s, w->wanted->at_column[i], at->value);
    }
    return status;
}

static logreg_status find_slope(job *w, const logreg__target *t, logreg_error *err)
{
    const logreg_model *m = w->study->model;
    logreg__scenario s;
    logreg_status status = start_scenario(&s, w, err);
    if (status == LOGREG_OK)
        status = logreg__means_find(&w->means, w->study, &s, &s.frame.column[t->column], w->threads, err);
    for (size_t c = w->first_class; status == LOGREG_OK && c < m->n_classes; c++) {
        logreg_effect *e = place(w, t, c, 0);
        if (!isfinite(w->means.value[c]))
            continue; /* as that of sqrt(x) at 0 */
        e->difference = logreg__delta_mean(m, &w->means, c, w->width);
        test(e, w);
    }
    logreg__scenario_clear(&s);
    return status;
}

static logreg_status find_level(job *w, const logreg__target *t, size_t level, logreg_error *err)
{
    const logreg_model *m = w->study->model;
    logreg__means *means = level ? &w->means : &w->reference;
    logreg__scenario s;
    logreg_status status = start_scenario(&s, w, err);
    if (status == LOGREG_OK)
        status = logreg__scenario_level(&s, t->column, t->levels[level], err);
    if (status == LOGREG_OK)
        status = logreg__means_find(means, w->study, &s, NULL, w->threads, err);
    for (size_t c = w->first_class; status == LOGREG_OK && c < m->n_classes; c++) {
        logreg_effect *e = place(w, t, c, level);
        e->risk = logreg__delta_risk(m, means, c, w->width);
        if (!level)
            continue;
        e->difference = logreg__delta_difference(m, means, &w->reference, c, w->width, w->room);
        e->ratio = logreg__delta_ratio(m, means, &w->reference, c, w->width, w->room);
        test(e, w);
    }
    logreg__scenario_clear(&s);
    return status;
}

static logreg_status find_all(job *w, logreg_error *err)
{
    const logreg_model *m = w->study->model;
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; status == LOGREG_OK && i < w->wanted->n; i++) {
        const logreg__target *t = &w->wanted->target[i];
        size_t levels = t->levels ? t->n_levels : 1;
        if (!t->levels)
            status = find_slope(w, t, err);
        for (size_t l = 0; t->levels && status == LOGREG_OK && l < levels; l++)
            status = find_level(w, t, l, err);
        w->next += levels * (m->n_classes - w->first_class);
    }
    return status;
}

static logreg_status check(const logreg_study *s, const logreg_effects_options *o, logreg_error *err)
{
    logreg_status probable = logreg__check_probable(s->model, err);
    if (probable != LOGREG_OK)
        return probable;
    if (!(o->level > 0 && o->level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o->level);
    if (s->model->calibration)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the model's probabilities are calibrated, and effects on them are not computed; fit "
            "without calibration");
    if (s->model->separation != LOGREG_SEPARATION_NONE)
        return logreg__fail(
            err, LOGREG_EDATA,
            "the classes are separated: coefficients are infinite, and effects on the probability have no "
            "standard errors");
    if (!s->model->converged)
        return logreg__fail(err, LOGREG_EDATA, "the fit has not converged: it has no effects to tell");
    return LOGREG_OK;
}

/* How many effects there are. */
static size_t count(const logreg__wanted *w, size_t classes)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n; i++)
        n += classes * (w->target[i].levels ? w->target[i].n_levels : 1);
    return n;
}

logreg_status logreg_effects_new(logreg_effects **out, const logreg_study *study,
                                 const logreg_effects_options *options, logreg_error *err)
{
    logreg_effects_options o = options ? *options : logreg_effects_options_default();
    const logreg_model *m = study->model;
    logreg__wanted wanted = {0};
    logreg_effects *effects = NULL;
    job w = {.study = study, .wanted = &wanted, .threads = o.threads, .first_class = m->n_classes == 2};
    bool room = logreg__means_init(&w.means, m);
    room = logreg__means_init(&w.reference, m) && room;
    w.room = logreg__new_raw(m->q, sizeof *w.room);
    room = room && w.room;
    logreg_status status = check(study, &o, err);
    if (status == LOGREG_OK)
        status = room ? logreg__wanted_find(&wanted, study, &o, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        effects = logreg__new(1, sizeof *effects);
        size_t n = count(&wanted, m->n_classes - w.first_class);
        if (effects)
            *effects = (logreg_effects){.level = o.level,
                                        .n = n,
                                        .effect = logreg__new(n, sizeof *effects->effect),
                                        .n_at = wanted.n_at};
        if (!effects || !effects->effect)
            status = logreg__fail_memory(err);
    }
    if (status == LOGREG_OK) {
        w.width = logreg__model_quantile(m, (1 - o.level) / 2);
        w.next = effects->effect;
        status = find_all(&w, err);
        effects->at = wanted.at; /* which the work reads too */
        wanted.at = NULL;
    }
    logreg__means_clear(&w.means);
    logreg__means_clear(&w.reference);
    free(w.room);
    logreg__wanted_clear(&wanted);
    if (status == LOGREG_OK)
        *out = effects;
    else
        logreg_effects_free(effects);
    return status;
}

void logreg_effects_free(logreg_effects *effects)
{
    if (!effects)
        return;
    free(effects->effect);
    free(effects->at);
    free(effects);
}
