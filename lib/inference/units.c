/* Odds ratios per so much of a number: exp(u b) for b, and for the ends of its interval. */
#include "inference/units.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "formula/made.h"
#include "inference/study.h"

/* ---- Which variable ---- */

/* Is it a factor of some term, and not only what one is made of? */
static bool stands_alone(const logreg__terms *terms, size_t variable)
{
    for (size_t t = 0; t < terms->n_terms; t++)
        for (size_t i = 0; i < terms->term[t].n; i++)
            if (terms->term[t].variable[i] == variable)
                return true;
    return false;
}

/* What a formula calls a variable; NULL: a basis, whose columns have no unit. */
static const char *name_of(const logreg__variable *v)
{
    return !v->made ? v->column : v->made->basis.kind ? NULL : v->made->text;
}

static size_t find(const logreg__terms *terms, const char *name)
{
    for (size_t v = 0; v < terms->n_variables; v++) {
        const char *own = name_of(&terms->variable[v]);
        if (own && strcmp(own, name) == 0)
            return v;
    }
    return SIZE_MAX;
}

static logreg_status unknown(const logreg__terms *terms, const char *name, logreg_error *err)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t v = 0; v < terms->n_variables; v++)
        if (name_of(&terms->variable[v]) && stands_alone(terms, v))
            logreg_nearest_offer(&near, name_of(&terms->variable[v]));
    if (near.name)
        return logreg__fail(err, LOGREG_EINVAL,
                            "the model has no variable '%.80s' to take a unit of; did you mean '%.80s'?",
                            name, near.name);
    return logreg__fail(err, LOGREG_EINVAL, "the model has no variable '%.80s' to take a unit of", name);
}

/* The place of the variable that a unit is of, in the terms. */
static logreg_status find_variable(size_t *place, const logreg__terms *terms, const logreg_unit *unit,
                                   logreg_error *err)
{
    logreg__made *made = NULL;
    *place = find(terms, unit->variable);
    if (*place == SIZE_MAX) { /* perhaps written otherwise than in normal form */
        logreg_status status = logreg__made_parse(&made, unit->variable, err);
        *place = status == LOGREG_OK ? find(terms, made->text) : SIZE_MAX;
        logreg__made_free(made);
        if (status == LOGREG_ENOMEM)
            return status;
    }
    if (*place == SIZE_MAX)
        return unknown(terms, unit->variable, err);
    if (terms->variable[*place].column && logreg__terms_step(terms, *place))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "'%.80s' stands in conditions alone, whose odds ratios compare TRUE with FALSE: it has "
            "no unit",
            unit->variable);
    if (!stands_alone(terms, *place))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "'%.80s' stands in functions alone, so that no odds ratio is per unit of it; take the "
            "unit of a function, such as log(x), or ask for effects on the probability",
            unit->variable);
    if (logreg__variable_coded(&terms->variable[*place]))
        return logreg__fail(
            err, LOGREG_EINVAL,
            terms->variable[*place].made
                ? "'%.80s' is a condition, whose odds ratio compares TRUE with FALSE: it has no unit"
                : "'%.80s' is a category, whose levels are compared with its reference: it has no unit",
            unit->variable);
    return LOGREG_OK;
}

/* ---- How much of it ---- */

typedef struct {
    double value, weight;
} weighted;

static int ascending(const void *a, const void *b)
{
    const weighted *x = a, *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

/* Values and weights of the rows used that have a weight; how many. */
static logreg_status fetch(weighted *at, size_t *n, const logreg_study *s, const logreg__variable *v,
                           logreg_error *err)
{
    logreg__bound *bound = NULL;
    size_t place[LOGREG__BLOCK_ROWS], j = v->made ? 0 : logreg_frame_find(s->frame, v->column);
    double value[LOGREG__BLOCK_ROWS], w[LOGREG__BLOCK_ROWS], *work = NULL;
    logreg_status status = LOGREG_OK;
    if (v->made)
        status = logreg__bound_new(&bound, v->made->input, s->frame, err);
    if (bound && !(work = logreg__new_raw(bound->depth * LOGREG__BLOCK_ROWS, sizeof *work)))
        status = logreg__fail_memory(err);
    *n = 0;
    for (size_t first = 0; status == LOGREG_OK && first < s->rows->n; first += LOGREG__BLOCK_ROWS) {
        size_t left = s->rows->n - first, rows = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
        logreg__rows_list(s->rows, first, rows, place);
        if (bound)
            logreg__bound_values(value, bound, place, rows, work);
        logreg__response_fill(s->response, place, rows, NULL, w, NULL);
        for (size_t r = 0; r < rows; r++)
            if (w[r] > 0)
                at[(*n)++] = (weighted){
                    bound ? value[r] : logreg__column_number(&s->frame->column[j], place[r]), w[r]};
    }
    free(work);
    logreg__bound_free(bound);
    return status;
}

static double deviation(const weighted *at, size_t n)
{
    logreg__sum sum = {0}, square = {0}, weight = {0};
    for (size_t i = 0; i < n; i++) {
        logreg__sum_add(&weight, at[i].weight);
        logreg__sum_add(&sum, at[i].weight * (at[i].value - at[0].value));
    }
    double total = logreg__sum_value(weight), mean = at[0].value + logreg__sum_value(sum) / total;
    for (size_t i = 0; i < n; i++)
        logreg__sum_add(&square, at[i].weight * (at[i].value - mean) * (at[i].value - mean));
    return sqrt(logreg__sum_value(square) / (total - 1));
}

/* The value that stands at place `at` (from 0) of the rows, each repeated as often as its weight says. */
static double value_at(const weighted *rows, size_t n, double at)
{
    double before = 0;
    size_t i = 0;
    while (i + 1 < n && before + rows[i].weight <= at)
        before += rows[i++].weight;
    return rows[i].value;
}

static double quantile(const weighted *rows, size_t n, double total, double p)
{
    double at = (total - 1) * p, below = floor(at), low = value_at(rows, n, below);
    return low + (at - below) * (value_at(rows, n, below + 1) - low);
}

static double range(weighted *at, size_t n)
{
    double total = 0;
    qsort(at, n, sizeof *at, ascending);
    for (size_t i = 0; i < n; i++)
        total += at[i].weight;
    return total > 1 ? quantile(at, n, total, 0.75) - quantile(at, n, total, 0.25) : NAN;
}

static logreg_status measure(logreg_unit *unit, const logreg_study *s, const logreg__variable *v,
                             logreg_error *err)
{
    size_t n;
    weighted *at = logreg__new_raw(s->rows->n, sizeof *at);
    logreg_status status = at ? fetch(at, &n, s, v, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        unit->size = unit->kind == LOGREG_UNIT_SD ? deviation(at, n) : range(at, n);
        if (!(unit->size > 0 && isfinite(unit->size)))
            status =
                logreg__fail(err, LOGREG_EINVAL, "the %s of '%.80s' is %g, which is no unit; give a number",
                             unit->kind == LOGREG_UNIT_SD ? "standard deviation" : "interquartile range",
                             unit->variable, unit->size);
    }
    free(at);
    return status;
}

/* ---- All of them ---- */

typedef struct {
    double *size; /* [variables of the terms] */
    bool *given;  /* likewise */
} sizes;

static logreg_status check_study(const logreg_unit *unit, const logreg_inference_options *o,
                                 logreg_error *err)
{
    if (unit->kind == LOGREG_UNIT_SIZE || o->study)
        return LOGREG_OK;
    return logreg__fail(err, LOGREG_EINVAL,
                        "the standard deviation and the quartiles of '%.80s' are those of rows, and need a "
                        "study of the model; give a number",
                        unit->variable ? unit->variable : "all numbers");
}

static logreg_status find_size(sizes *to, logreg_inference *inference, const logreg_unit *wanted,
                               const logreg_model *m, const logreg_inference_options *o, logreg_error *err)
{
    size_t v;
    logreg_unit *unit = &inference->unit[inference->n_units++];
    *unit = *wanted;
    logreg_status status = find_variable(&v, m->terms, unit, err);
    if (status != LOGREG_OK)
        return status;
    if (to->given[v])
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' has two units; give one", unit->variable);
    to->given[v] = true;
    status = check_study(unit, o, err);
    if (status == LOGREG_OK && unit->kind != LOGREG_UNIT_SIZE)
        status = measure(unit, o->study, &m->terms->variable[v], err);
    else if (status == LOGREG_OK && !(unit->size > 0 && isfinite(unit->size)))
        status = logreg__fail(err, LOGREG_EINVAL, "the unit of '%.80s' is %g; it must be positive",
                              unit->variable, unit->size);
    to->size[v] = unit->size;
    return status;
}

/* Of every number that has none yet, but for indicators of missing values. What does not vary stays at 1. */
static logreg_status find_rest(sizes *to, logreg_inference *inference, const logreg_unit *wanted,
                               const logreg_model *m, const logreg_inference_options *o, logreg_error *err)
{
    const logreg__terms *t = m->terms;
    if (wanted->kind == LOGREG_UNIT_SIZE)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a unit of all numbers is their standard deviation or interquartile range; name the "
            "variable that %g is a unit of",
            wanted->size);
    logreg_status status = check_study(wanted, o, err);
    for (size_t v = 0; status == LOGREG_OK && v < t->n_variables; v++) {
        const logreg__variable *variable = &t->variable[v];
        logreg_unit unit = {.variable = name_of(variable), .kind = wanted->kind};
        bool meant = unit.variable && variable->kind == LOGREG_NUMERIC && !variable->indicates &&
                     !to->given[v] && stands_alone(t, v);
        logreg_status found = meant ? measure(&unit, o->study, variable, NULL) : LOGREG_EINVAL;
        if (found == LOGREG_ENOMEM)
            status = logreg__fail_memory(err);
        if (found != LOGREG_OK)
            continue;
        inference->unit[inference->n_units++] = unit;
        to->given[v] = true;
        to->size[v] = unit.size;
    }
    return status;
}

/* Named ones first, which all numbers then spare. */
static logreg_status find_sizes(sizes *to, logreg_inference *inference, const logreg_model *m,
                                const logreg_inference_options *o, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    const logreg_unit *rest = NULL;
    for (size_t v = 0; v < m->terms->n_variables; v++)
        to->size[v] = 1;
    for (size_t i = 0; status == LOGREG_OK && i < o->n_units; i++) {
        if (o->unit[i].variable)
            status = find_size(to, inference, &o->unit[i], m, o, err);
        else if (rest)
            status = logreg__fail(err, LOGREG_EINVAL, "all numbers have two units; give one");
        else
            rest = &o->unit[i];
    }
    return status == LOGREG_OK && rest ? find_rest(to, inference, rest, m, o, err) : status;
}

static void apply(logreg_coefficient *c, double unit)
{
    c->unit = unit;
    if (isnan(c->odds_ratio))
        return;
    c->odds_ratio = exp(unit * c->estimate);
    c->odds_ratio_low = exp(unit * c->low);
    c->odds_ratio_high = exp(unit * c->high);
}

logreg_status logreg__units_apply(logreg_inference *inference, const logreg_model *m,
                                  const logreg_inference_options *o, logreg_error *err)
{
    const logreg__terms *terms = m->terms;
    sizes to = {.size = logreg__new_raw(terms->n_variables, sizeof *to.size),
                .given = logreg__new(terms->n_variables, sizeof *to.given)};
    inference->unit = logreg__new(o->n_units + terms->n_variables, sizeof *inference->unit);
    inference->n_units = 0;
    logreg_status status = to.size && to.given && inference->unit ? find_sizes(&to, inference, m, o, err)
                                                                  : logreg__fail_memory(err);
    for (size_t t = 0; status == LOGREG_OK && t < terms->n_terms; t++) {
        const logreg__term *term = &terms->term[t];
        double unit = 1;
        for (size_t i = 0; i < term->n; i++)
            unit *= to.size[term->variable[i]];
        for (size_t j = term->first; unit != 1 && j < term->first + term->n_columns; j++)
            for (size_t i = j; i < inference->n_coefficients; i += m->p)
                apply(&inference->coefficient[i], unit);
        for (size_t j = term->first; unit != 1 && j < term->first + term->n_columns; j++)
            for (size_t i = j; i < inference->n_contrasts; i += m->p)
                apply(&inference->contrast[i], unit);
    }
    free(to.size);
    free(to.given);
    return status;
}
