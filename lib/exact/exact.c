/* From the distribution of a sufficient statistic to tests, estimates and intervals: equations (91) and (92). */
#include <logreg/exact.h>

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "exact/distribution.h"

#define MOST_STATES ((size_t)1 << 22)

/* Probabilities and scores that differ by less, relatively, are equal: they are sums in another order. */
#define EQUAL 1e-10

/* Halvings and doublings of a bracket: to the last bit, and from any scale. */
#define MOST_STEPS 2100

logreg_exacts_options logreg_exacts_options_default(void)
{
    return (logreg_exacts_options){.level = 0.95};
}

void logreg_exacts_free(logreg_exacts *exact)
{
    if (!exact)
        return;
    free(exact->coefficient);
    free(exact);
}

/* ---- What a distribution says ---- */

/* Where the coefficient is theta, per unit of the values: both tails, with the value observed, that value, and the mean less it. */
typedef struct {
    double lower, upper, own, ahead, variance;
} tails;

static tails look(const logreg__distribution *d, double theta)
{
    double top = -INFINITY, total = 0;
    tails t = {0};
    for (size_t i = 0; i < d->n; i++)
        top = fmax(top, log(d->weight[i]) + theta * (double)(d->value[i] - d->value[d->observed]));
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < d->n; i++) {
            double v = (double)(d->value[i] - d->value[d->observed]);
            double w = exp(log(d->weight[i]) + theta * v - top);
            if (round == 1) {
                t.variance += w / total * (v - t.ahead) * (v - t.ahead);
                continue;
            }
            total += w;
            t.ahead += w * v;
            t.lower += i <= d->observed ? w : 0;
            t.upper += i >= d->observed ? w : 0;
            t.own += i == d->observed ? w : 0;
            if (i + 1 == d->n) {
                t.lower /= total;
                t.upper /= total;
                t.own /= total;
                t.ahead /= total;
            }
        }
    return t;
}

typedef enum { UPPER_TAIL, LOWER_TAIL, MEAN } quantity;

/* Each rises with theta. */
static double rising(const logreg__distribution *d, double theta, quantity what, double at)
{
    tails t = look(d, theta);
    return what == UPPER_TAIL ? t.upper - at : what == LOWER_TAIL ? at - t.lower : t.ahead;
}

/* The theta at which a tail is `at`, or the mean is the value observed. */
static double solve(const logreg__distribution *d, quantity what, double at)
{
    double width = 1 / (double)(d->value[d->n - 1] - d->value[0]), low = -width, high = width;
    int steps = 0;
    for (; steps < MOST_STEPS && rising(d, low, what, at) > 0; steps++)
        low *= 2;
    for (; steps < MOST_STEPS && rising(d, high, what, at) < 0; steps++)
        high *= 2;
    for (; steps < MOST_STEPS; steps++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (rising(d, middle, what, at) < 0)
            low = middle;
        else
            high = middle;
    }
    return low + (high - low) / 2;
}

static void test(logreg_exact *e, const logreg__distribution *d)
{
    tails t = look(d, 0);
    double total = 0, no_more = 0, as_far = 0, own = d->weight[d->observed];
    e->probability = t.own;
    e->p = fmin(1, 2 * fmin(t.lower, t.upper));
    e->p_mid = fmin(1, 2 * fmin(t.lower, t.upper) - t.own);
    e->score = d->n > 1 ? t.ahead * t.ahead / t.variance : 0;
    for (size_t i = 0; i < d->n; i++) {
        double far = (double)(d->value[i] - d->value[d->observed]) - t.ahead;
        total += d->weight[i];
        no_more += d->weight[i] <= own * (1 + EQUAL) ? d->weight[i] : 0;
        as_far += far * far >= t.ahead * t.ahead * (1 - EQUAL) ? d->weight[i] : 0;
    }
    e->p_probability = fmin(1, no_more / total);
    e->p_score = fmin(1, as_far / total);
}

static void estimate(logreg_exact *e, const logreg__distribution *d, double unit, double level)
{
    bool first = d->observed == 0, last = d->observed + 1 == d->n;
    e->low = -INFINITY;
    e->high = INFINITY;
    e->estimate = e->median_unbiased = NAN;
    if (first && last)
        return;
    double tail = (1 - level) / 2;
    double from = first ? NAN : solve(d, UPPER_TAIL, 0.5) / unit,
           to = last ? NAN : solve(d, LOWER_TAIL, 0.5) / unit;
    e->median_unbiased = first ? to : last ? from : (from + to) / 2;
    e->estimate = first ? -INFINITY : last ? INFINITY : solve(d, MEAN, 0) / unit;
    if (!first)
        e->low = solve(d, UPPER_TAIL, tail) / unit;
    if (!last)
        e->high = solve(d, LOWER_TAIL, tail) / unit;
}

static logreg_status find(logreg_exact *e, const logreg__lattice *l, size_t j, const logreg_study *s,
                          const logreg_exacts_options *o, logreg_error *err)
{
    logreg__distribution d;
    *e = (logreg_exact){.name = logreg_model_coefficient_name(s->model, l->column[j])};
    logreg_status status =
        logreg__distribution_find(&d, l, j, o->most_states ? o->most_states : MOST_STATES, e->name, err);
    if (status != LOGREG_OK)
        return status;
    double base = 0;
    for (size_t i = 0; i < l->n_sets; i++)
        base += l->base[j] * (double)l->events[i];
    e->statistic = base + l->unit[j] * (double)d.value[d.observed];
    e->least = base + l->unit[j] * (double)d.value[0];
    e->most = base + l->unit[j] * (double)d.value[d.n - 1];
    e->values = d.n;
    e->states = d.states;
    test(e, &d);
    estimate(e, &d, l->unit[j], o->level);
    logreg__distribution_clear(&d);
    return LOGREG_OK;
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
        if (!there || strcmp(o->of[i], "(Intercept)") == 0)
            return logreg__fail(
                err, LOGREG_EINVAL, "there is no coefficient '%.80s' to test exactly%s%.80s%s", o->of[i],
                near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
    }
    return LOGREG_OK;
}

logreg_status logreg_exacts_new(logreg_exacts **out, const logreg_study *s,
                                const logreg_exacts_options *options, logreg_error *err)
{
    logreg_exacts_options o = options ? *options : logreg_exacts_options_default();
    logreg__lattice *l = NULL;
    logreg_exacts *exact = logreg__new(1, sizeof *exact);
    logreg_status status = check(s, &o, err);
    if (status == LOGREG_OK)
        status = exact ? logreg__lattice_new(&l, s, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        *exact =
            (logreg_exacts){.level = o.level, .coefficient = logreg__new(l->p, sizeof *exact->coefficient)};
        status = exact->coefficient ? LOGREG_OK : logreg__fail_memory(err);
    }
    for (size_t column = 0; status == LOGREG_OK && column < s->model->p; column++)
        for (size_t j = 0; status == LOGREG_OK && j < l->p; j++)
            if (l->column[j] == column && is_wanted(s->model, column, &o))
                status = find(&exact->coefficient[exact->n++], l, j, s, &o, err);
    logreg__lattice_free(l);
    if (status == LOGREG_OK)
        *out = exact;
    else
        logreg_exacts_free(exact);
    return status;
}
