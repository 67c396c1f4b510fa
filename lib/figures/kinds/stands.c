#include "figures/kinds/stands.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

static logreg_status unknown(const logreg_model *model, const char *name, logreg_error *err)
{
    logreg_nearest near = logreg_nearest_to(name);
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, &v) == LOGREG_OK)
            logreg_nearest_offer(&near, v.name);
    return logreg__fail(err, LOGREG_EINVAL, "the model has no variable '%.80s'%s%.80s%s", name,
                        near.name ? "; did you mean '" : "", near.name ? near.name : "",
                        near.name ? "'?" : "");
}

logreg_status logreg__variable_named(size_t *variable, logreg_variable *v, const logreg_model *model,
                                     const char *name, logreg_error *err)
{
    bool found = false;
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable other;
        if (logreg_model_variable(model, i, &other) != LOGREG_OK || strcmp(other.name, name) != 0 ||
            (found && other.kind != LOGREG_CATEGORY))
            continue;
        *variable = i;
        *v = other;
        found = true;
    }
    return found ? LOGREG_OK : unknown(model, name, err);
}

static logreg_status find_level(logreg__stand *stand, const logreg_variable *v, const logreg_effect_at *at,
                                logreg_error *err)
{
    char number[LOGREG__NUMBER_SIZE];
    const char *level = at->level ? at->level : logreg__number_shortest(number, at->value);
    for (size_t i = 0; i < v->n_levels; i++)
        if (strcmp(v->levels[i], level) == 0) {
            stand->place = i;
            return LOGREG_OK;
        }
    return logreg__fail(err, LOGREG_EINVAL, "'%.80s' has no level '%.80s' in the model; its first is '%.80s'",
                        v->name, level, v->levels[0]);
}

static logreg_status read_one(logreg__stand *stand, const logreg_model *model, const logreg_effect_at *at,
                              logreg_error *err)
{
    logreg_variable v;
    logreg_status status = logreg__variable_named(&stand->variable, &v, model, at->variable, err);
    if (status != LOGREG_OK)
        return status;
    if (v.kind == LOGREG_CATEGORY)
        return find_level(stand, &v, at, err);
    if (at->level)
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' is a number to the model, not '%.80s'", v.name,
                            at->level);
    stand->value = isnan(at->value) ? v.mean : at->value;
    if (!isfinite(stand->value))
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' cannot stand at %g", v.name, stand->value);
    return LOGREG_OK;
}

logreg_status logreg__stands_new(logreg__stand **out, const logreg_model *model,
                                 const logreg_figure_options *o, logreg_error *err)
{
    logreg__stand *stand = logreg__new(o->n_at, sizeof *stand);
    logreg_status status = stand ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < o->n_at; i++) {
        status = read_one(&stand[i], model, &o->at[i], err);
        for (size_t k = 0; status == LOGREG_OK && k < i; k++)
            if (stand[k].variable == stand[i].variable)
                status = logreg__fail(err, LOGREG_EINVAL, "'%.80s' is told to stand at two places",
                                      o->at[i].variable);
    }
    if (status == LOGREG_OK)
        *out = stand;
    else
        free(stand);
    return status;
}

static logreg_status check_factor(const logreg__subject *s, size_t variable, const logreg_variable *v,
                                  const char *by, logreg_error *err)
{
    if (logreg_model_classes(s->model) != 2)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "curves for each level of '%.80s' are of two classes, and the model has %zu: --at "
            "draws those of one level after the other",
            by, logreg_model_classes(s->model));
    if (v->kind != LOGREG_CATEGORY)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "'%.80s' is a number to the model, and has no levels to draw a curve each for; C() around "
            "it in the formula would give it some",
            by);
    for (size_t i = 0; i < s->n_stands; i++)
        if (s->stand[i].variable == variable)
            return logreg__fail(err, LOGREG_EINVAL,
                                "'%.80s' cannot stand at one level and have a curve for each", by);
    return LOGREG_OK;
}

logreg_status logreg__by_factor(logreg__stand **out, size_t *variable, logreg_variable *v,
                                const logreg__subject *s, const char *by, logreg_error *err)
{
    logreg_status status = logreg__variable_named(variable, v, s->model, by, err);
    if (status == LOGREG_OK)
        status = check_factor(s, *variable, v, by, err);
    logreg__stand *stand = status == LOGREG_OK ? logreg__new(s->n_stands + 1, sizeof *stand) : NULL;
    if (status == LOGREG_OK && !stand)
        return logreg__fail_memory(err);
    if (status != LOGREG_OK)
        return status;
    if (s->n_stands)
        memcpy(stand, s->stand, s->n_stands * sizeof *stand);
    stand[s->n_stands] = (logreg__stand){.variable = *variable};
    *out = stand;
    return LOGREG_OK;
}
