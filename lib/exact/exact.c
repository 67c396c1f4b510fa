/* Exact inference on a study: which coefficients and terms are wanted, a distribution for each, and what it says. */
#include <logreg/exact.h>

#include <math.h>
#include <stdio.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "exact/tests.h"

/* About five seconds, and 224 MiB where there are four columns. */
#define MOST_STATES ((size_t)1 << 21)
#define MOST_SHIFTS 5e7

logreg_exacts_options logreg_exacts_options_default(void)
{
    return (logreg_exacts_options){.level = 0.95};
}

void logreg_exacts_free(logreg_exacts *exact)
{
    if (!exact)
        return;
    for (size_t i = 0; i < exact->n; i++)
        free(exact->coefficient[i].remark);
    for (size_t i = 0; i < exact->n_terms; i++)
        free(exact->term[i].remark);
    free(exact->coefficient);
    free(exact->term);
    free(exact);
}

/* ---- Distributions ---- */

static logreg__limits limits_of(const logreg_exacts_options *o)
{
    return (logreg__limits){.states = o->most_states ? o->most_states : MOST_STATES,
                            .shifts = o->most_shifts > 0 ? o->most_shifts : MOST_SHIFTS};
}

/* Why there are no numbers; NULL: memory is out. */
static char *remark_on(const logreg__distribution *d, const logreg__lattice *l)
{
    char *text = NULL;
    return asprintf(&text, "too fine: %zu states after %zu of %zu different rows", d->states, d->cells,
                    l->n) < 0
               ? NULL
               : text;
}

static logreg_status find(logreg_exact *e, const logreg__lattice *l, size_t j, const logreg_study *s,
                          const logreg_exacts_options *o, logreg_error *err)
{
    logreg__distribution d;
    const logreg__limits limits = limits_of(o);
    *e = (logreg_exact){.name = logreg_model_coefficient_name(s->model, l->column[j])};
    logreg_status status = logreg__distribution_find(&d, l, &j, 1, &limits, err);
    if (status != LOGREG_OK)
        return status;
    e->states = d.states;
    if (d.too_fine) {
        e->statistic = e->least = e->most = e->estimate = e->median_unbiased = e->low = e->high = NAN;
        e->probability = e->p = e->p_mid = e->p_probability = e->score = e->p_score = NAN;
        e->remark = remark_on(&d, l);
        return e->remark ? LOGREG_OK : logreg__fail_memory(err);
    }
    double base = 0;
    for (size_t i = 0; i < l->n_sets; i++)
        base += l->base[j] * (double)l->events[i];
    e->statistic = base + l->unit[j] * (double)d.value[d.observed];
    e->least = base + l->unit[j] * (double)d.value[0];
    e->most = base + l->unit[j] * (double)d.value[d.n - 1];
    e->values = d.n;
    logreg__exact_test(e, &d);
    logreg__exact_estimate(e, &d, l->unit[j], o->level);
    logreg__distribution_clear(&d);
    return LOGREG_OK;
}

/* of: the m columns of the lattice that the term has. */
static logreg_status find_term(logreg_exact_term *t, const char *name, const logreg__lattice *l,
                               const size_t *of, size_t m, const logreg_exacts_options *o, logreg_error *err)
{
    logreg__distribution d;
    const logreg__limits limits = limits_of(o);
    *t = (logreg_exact_term){.name = name, .df = m};
    logreg_status status = logreg__distribution_find(&d, l, of, m, &limits, err);
    if (status != LOGREG_OK)
        return status;
    t->states = d.states;
    t->values = d.n;
    if (d.too_fine) {
        t->score = t->p_score = t->p_score_mid = NAN;
        t->probability = t->p_probability = t->p_probability_mid = NAN;
        t->remark = remark_on(&d, l);
        return t->remark ? LOGREG_OK : logreg__fail_memory(err);
    }
    status = logreg__exact_joint(t, &d, err);
    logreg__distribution_clear(&d);
    return status;
}

/* ---- Which coefficients ---- */

/* Is the name that of the variable which alone makes a coefficient's column: "sex" or "C(sex, sum)" of "C(sex, sum)[1]"? */
static bool is_variable_of(const logreg__variable *v, const char *coefficient, const char *name)
{
    if (!v->made && strcmp(v->column, name) == 0)
        return true;
    size_t n = strlen(name);
    return (v->made || v->kind == LOGREG_CATEGORY) && strncmp(coefficient, name, n) == 0 &&
           coefficient[n] == '[';
}

/* Does the name mean coefficient j: by its own name, or by that of what makes it and others? */
static bool is_called(const logreg_model *m, size_t j, const char *name)
{
    const char *own = logreg_model_coefficient_name(m, j);
    if (strcmp(own, name) == 0)
        return true;
    for (size_t t = 0; t < m->terms->n_terms; t++) {
        const logreg__term *term = &m->terms->term[t];
        if (j >= term->first && j < term->first + term->n_columns)
            return term->n == 1 && is_variable_of(&m->terms->variable[term->variable[0]], own, name);
    }
    return false;
}

static bool is_wanted(const logreg_model *m, size_t j, const logreg_exacts_options *o)
{
    bool wanted = o->n_of == 0;
    for (size_t i = 0; i < o->n_of && !wanted; i++)
        wanted = is_called(m, j, o->of[i]);
    return wanted;
}

static logreg_status unknown(const logreg_model *m, const char *name, const char *near, logreg_error *err)
{
    logreg__text all = {0};
    for (size_t j = logreg_model_has_intercept(m); j < m->p; j++) {
        logreg__text_add(&all, all.length ? ", " : "; those that can be: ");
        logreg__text_add(&all, logreg_model_coefficient_name(m, j));
    }
    logreg_status status =
        all.failed ? logreg__fail_memory(err)
        : near     ? logreg__fail(err, LOGREG_EINVAL,
                                  "there is no coefficient '%.80s' to test exactly; did you mean '%.80s'?", name,
                                  near)
                   : logreg__fail(err, LOGREG_EINVAL, "there is no coefficient '%.80s' to test exactly%.200s",
                                  name, all.start ? all.start : "");
    free(all.start);
    return status;
}

static logreg_status check(const logreg_study *s, const logreg_exacts_options *o, logreg_error *err)
{
    const logreg_model *m = s->model;
    if (!(o->level > 0 && o->level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o->level);
    if (m->n_classes > 2)
        return logreg__fail(err, LOGREG_EDATA, "exact inference is about two classes; the model has %zu",
                            m->n_classes);
    if (logreg__model_robust(m))
        return logreg__fail(
            err, LOGREG_EDATA,
            "exact inference counts what rows that are independent and alike can show, and the model's "
            "covariance (%s) says that they may not be: leave one of the two out",
            m->vcov);
    for (size_t i = 0; i < o->n_of; i++) {
        bool there = false;
        logreg_nearest near = logreg_nearest_to(o->of[i]);
        for (size_t j = 0; j < m->p; j++) {
            there = there || is_called(m, j, o->of[i]);
            logreg_nearest_offer(&near, logreg_model_coefficient_name(m, j));
        }
        if (!there)
            return unknown(m, o->of[i], near.name, err);
    }
    return LOGREG_OK;
}

/* ---- The door ---- */

/* Each wanted coefficient of the lattice, in the model's order. */
static logreg_status find_coefficients(logreg_exacts *exact, const logreg__lattice *l, const logreg_study *s,
                                       const logreg_exacts_options *o, bool intercept, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t column = 0; status == LOGREG_OK && column < s->model->p; column++)
        for (size_t j = 0; status == LOGREG_OK && j < l->p; j++) {
            bool is_intercept = s->model->terms->intercept && column == 0;
            if (l->column[j] == column && is_intercept == intercept && is_wanted(s->model, column, o))
                status = find(&exact->coefficient[exact->n++], l, j, s, o, err);
        }
    return status;
}

/* Each term of several coefficients, all of them wanted. */
static logreg_status find_terms(logreg_exacts *exact, const logreg__lattice *l, const logreg_study *s,
                                const logreg_exacts_options *o, logreg_error *err)
{
    const logreg__terms *terms = s->model->terms;
    size_t *of = logreg__new(l->p, sizeof *of);
    logreg_status status = of ? LOGREG_OK : logreg__fail_memory(err);
    for (size_t t = 0; status == LOGREG_OK && t < terms->n_terms; t++) {
        const logreg__term *term = &terms->term[t];
        size_t m = 0;
        bool all = true;
        for (size_t j = 0; j < l->p; j++)
            if (l->column[j] >= term->first && l->column[j] < term->first + term->n_columns) {
                all = all && is_wanted(s->model, l->column[j], o);
                of[m++] = j;
            }
        if (all && m > 1)
            status =
                find_term(&exact->term[exact->n_terms++], logreg_study_term_name(s, t), l, of, m, o, err);
    }
    free(of);
    return status;
}

/* With the intercept as a column of its own, since it is asked for. */
static logreg_status find_intercept(logreg_exacts *exact, const logreg_study *s,
                                    const logreg_exacts_options *o, logreg_error *err)
{
    logreg__lattice *l = NULL;
    logreg_status status = logreg__lattice_new(&l, s, true, err);
    if (status == LOGREG_OK)
        status = find_coefficients(exact, l, s, o, true, err);
    logreg__lattice_free(l);
    return status;
}

logreg_status logreg_exacts_new(logreg_exacts **out, const logreg_study *s,
                                const logreg_exacts_options *options, logreg_error *err)
{
    logreg_exacts_options o = options ? *options : logreg_exacts_options_default();
    logreg__lattice *l = NULL;
    logreg_exacts *exact = logreg__new(1, sizeof *exact);
    logreg_status status = check(s, &o, err);
    if (status == LOGREG_OK)
        status = exact ? logreg__lattice_new(&l, s, false, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        const logreg__limits limits = limits_of(&o);
        *exact = (logreg_exacts){.level = o.level,
                                 .most_states = limits.states,
                                 .most_shifts = limits.shifts,
                                 .bytes = 2 * (l->p + 3) * sizeof(int64_t),
                                 .coefficient = logreg__new(l->p + 1, sizeof *exact->coefficient),
                                 .term = logreg__new(s->model->terms->n_terms, sizeof *exact->term)};
        status = exact->coefficient && exact->term ? LOGREG_OK : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK && o.n_of > 0 && s->design->intercept && is_wanted(s->model, 0, &o))
        status = find_intercept(exact, s, &o, err);
    if (status == LOGREG_OK)
        status = find_coefficients(exact, l, s, &o, false, err);
    if (status == LOGREG_OK)
        status = find_terms(exact, l, s, &o, err);
    logreg__lattice_free(l);
    if (status == LOGREG_OK)
        *out = exact;
    else
        logreg_exacts_free(exact);
    return status;
}
