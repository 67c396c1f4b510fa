/* Which variables are told, and which stand still: names and values of the options, found in model and frame. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "effects/effects.h"

static const char *const zero_one[] = {"0", "1"};

/* A column of the model, once, however often the formula uses it: as a category if it does so anywhere. */
static bool find_variable(logreg_variable *v, const logreg_model *m, const char *name)
{
    bool found = false;
    for (size_t i = 0; i < logreg_model_variables(m); i++) {
        logreg_variable other;
        if (logreg_model_variable(m, i, &other) != LOGREG_OK || strcmp(other.name, name) != 0)
            continue;
        if (!found || other.kind == LOGREG_CATEGORY)
            *v = other;
        found = true;
    }
    return found;
}

static logreg_status unknown(const logreg_model *m, const char *name, logreg_error *err)
{
    logreg_nearest near = logreg_nearest_to(name);
    logreg__text all = {0};
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(m); i++)
        if (logreg_model_variable(m, i, &v) == LOGREG_OK) {
            logreg_nearest_offer(&near, v.name);
            logreg__text_add(&all, i ? ", " : "; it uses ");
            logreg__text_add(&all, v.name);
        }
    logreg_status status =
        all.failed  ? logreg__fail_memory(err)
        : near.name ? logreg__fail(err, LOGREG_EINVAL,
                                   "the model uses no column '%.80s'; did you mean '%.80s'?", name, near.name)
                    : logreg__fail(err, LOGREG_EINVAL, "the model uses no column '%.80s'%.200s", name,
                                   all.start ? all.start : "");
    free(all.start);
    return status;
}

static bool listed(const char *const *list, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

static bool is_fixed(const logreg__wanted *w, const char *name)
{
    for (size_t i = 0; i < w->n_at; i++)
        if (strcmp(w->at[i].variable, name) == 0)
            return true;
    return false;
}

/* ---- What stands still ---- */

static logreg_status fix(logreg__wanted *w, const logreg_study *s, const logreg_effect_at *at,
                         logreg_error *err)
{
    logreg_variable v = {0};
    if (!find_variable(&v, s->model, at->variable))
        return unknown(s->model, at->variable, err);
    if (is_fixed(w, v.name))
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' is fixed twice", v.name);
    logreg_effect_at *a = &w->at[w->n_at];
    *a = (logreg_effect_at){v.name, NULL, at->value};
    if (v.kind == LOGREG_CATEGORY) {
        for (size_t l = 0; at->level && l < v.n_levels; l++)
            if (strcmp(v.levels[l], at->level) == 0)
                a->level = v.levels[l];
        if (!a->level)
            return logreg__fail(err, LOGREG_EINVAL,
                                "'%.80s' has no level '%.80s' in the model; its first is '%.80s'", v.name,
                                at->level ? at->level : "", v.levels[0]);
    } else if (at->level) {
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' is a number to the model, not '%.80s'", v.name,
                            at->level);
    } else if (isnan(at->value)) {
        a->value = v.mean;
    }
    if (!a->level && !isfinite(a->value))
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' cannot stand at %g", v.name, a->value);
    w->at_column[w->n_at++] = logreg_frame_find(s->frame, v.name);
    return LOGREG_OK;
}

static logreg_status fix_all(logreg__wanted *w, const logreg_study *s, const logreg_effects_options *o,
                             logreg_error *err)
{
    size_t most = o->n_at + logreg_model_variables(s->model);
    w->at = logreg__new(most, sizeof *w->at);
    w->at_column = logreg__new(most, sizeof *w->at_column);
    logreg_status status = w->at && w->at_column ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < o->n_at; i++)
        status = fix(w, s, &o->at[i], err);
    for (size_t i = 0; status == LOGREG_OK && o->at_means && i < logreg_model_variables(s->model); i++) {
        logreg_variable v, own;
        if (logreg_model_variable(s->model, i, &v) == LOGREG_OK && !is_fixed(w, v.name) &&
            find_variable(&own, s->model, v.name) && own.kind == LOGREG_NUMERIC)
            status = fix(w, s, &(logreg_effect_at){v.name, NULL, NAN}, err);
    }
    return status;
}

/* ---- What is told ---- */

static logreg_status check_zero_one(const logreg_study *s, const logreg_variable *v, logreg_error *err)
{
    const logreg__column *c = &s->frame->column[logreg_frame_find(s->frame, v->name)];
    size_t place[LOGREG__BLOCK_ROWS], ones = 0, others = 0;
    for (size_t first = 0; first < s->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = s->rows->n - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(s->rows, first, rows, place);
        for (size_t r = 0; r < rows; r++) {
            double x = logreg__column_number(c, place[r]);
            ones += x == 1;
            others += x != 1 && x != 0;
        }
    }
    if (others || !ones)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "'%.80s' holds other numbers than 0 and 1: its effect is that of a number that moves", v->name);
    return LOGREG_OK;
}

static logreg_status tell(logreg__wanted *w, const logreg_study *s, const logreg_effects_options *o,
                          const logreg_variable *v, logreg_error *err)
{
    logreg__target *t = &w->target[w->n++];
    bool discrete = v->kind == LOGREG_NUMERIC && listed(o->discrete, o->n_discrete, v->name);
    *t = (logreg__target){.column = logreg_frame_find(s->frame, v->name), .name = v->name};
    if (v->kind == LOGREG_CATEGORY) {
        t->levels = v->levels;
        t->n_levels = v->n_levels;
    } else if (discrete) {
        t->levels = zero_one;
        t->n_levels = 2;
        return check_zero_one(s, v, err);
    }
    return LOGREG_OK;
}

static bool told_already(const logreg__wanted *w, const char *name)
{
    for (size_t i = 0; i < w->n; i++)
        if (strcmp(w->target[i].name, name) == 0)
            return true;
    return false;
}

/* Do conditions alone ask about that column? */
static bool steps(const logreg_model *m, const char *name)
{
    bool found = false, all = true;
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(m); i++)
        if (logreg_model_variable(m, i, &v) == LOGREG_OK && strcmp(v.name, name) == 0) {
            found = true;
            all = all && logreg_model_variable_steps(m, i);
        }
    return found && all;
}

static logreg_status tell_all(logreg__wanted *w, const logreg_study *s, const logreg_effects_options *o,
                              logreg_error *err)
{
    const logreg_model *m = s->model;
    size_t n = o->n_of ? o->n_of : logreg_model_variables(m), skipped = 0;
    w->target = logreg__new(n, sizeof *w->target);
    logreg_status status = w->target ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < o->n_discrete; i++) {
        logreg_variable v;
        if (!find_variable(&v, m, o->discrete[i]))
            status = unknown(m, o->discrete[i], err);
    }
    for (size_t i = 0; status == LOGREG_OK && i < n; i++) {
        logreg_variable v;
        if (!o->n_of && logreg_model_variable(m, i, &v) != LOGREG_OK)
            continue;
        const char *name = o->n_of ? o->of[i] : v.name;
        if (!find_variable(&v, m, name))
            return unknown(m, name, err);
        bool levels = v.kind == LOGREG_CATEGORY || listed(o->discrete, o->n_discrete, name),
             fixed = is_fixed(w, name), stepping = steps(m, name);
        if (stepping && !o->n_of) {
            skipped++;
            continue;
        }
        if (stepping && !levels)
            return logreg__fail(err, LOGREG_EINVAL,
                                "'%.80s' acts through conditions alone, and has no slope: compare the "
                                "probabilities of rows that meet them and rows that do not",
                                name);
        if (o->n_of && levels && fixed)
            return logreg__fail(
                err, LOGREG_EINVAL,
                "'%.80s' stands still at one level, so that it has no effect; leave it out of one list",
                name);
        if (!told_already(w, v.name) && !(levels && fixed))
            status = tell(w, s, o, &v, err);
    }
    if (status == LOGREG_OK && skipped && !w->n)
        status = logreg__fail(
            err, LOGREG_EDATA,
            "the model's columns act through conditions alone: none has an effect of its own, and "
            "odds ratios tell those of the conditions");
    return status;
}

logreg_status logreg__wanted_find(logreg__wanted *w, const logreg_study *s, const logreg_effects_options *o,
                                  logreg_error *err)
{
    *w = (logreg__wanted){0};
    logreg_status status = fix_all(w, s, o, err);
    return status == LOGREG_OK ? tell_all(w, s, o, err) : status;
}

void logreg__wanted_clear(logreg__wanted *w)
{
    free(w->target);
    free(w->at);
    free(w->at_column);
}
