/* Stepwise choice of terms. A term that is left out stays in the formula as taken away, `y ~ a - b`: so rows that miss b are left out of every model. */
#include <logreg/select.h>

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "formula/token.h"
#include "model/doors/imputing.h"
#include "model/doors/options.h"
#include "model/fitting.h"
#include "model/model.h"

/* What must be gained, so that rounding moves nothing in circles. */
#define LEAST_GAIN 1e-7

static const char *const criteria[] = {"aic", "bic"};
static const char *const directions[] = {"backward", "forward", "both"};

logreg_step_options logreg_step_options_default(void)
{
    return (logreg_step_options){.criterion = criteria[0], .direction = directions[0]};
}

void logreg_steps_free(logreg_steps *steps)
{
    if (!steps)
        return;
    for (size_t i = 0; i < steps->n; i++)
        free(steps->step[i].term);
    free(steps->step);
    free(steps);
}

typedef struct {
    const logreg_frame *frame;
    const logreg_options *options; /* of the last fit */
    const logreg__formula *whole;
    logreg_steps *steps;
    bool *in; /* [n_products] */
    char *fingerprint;
} search;

/* ---- Models ---- */

static void write_product(logreg__text *text, const logreg__formula *f, const logreg__product *p)
{
    for (size_t i = 0; i < p->n; i++) {
        logreg__text_add(text, i ? ":" : "");
        logreg__text_add(text, f->factor[p->factor[i]].text);
    }
}

/* The formula of the terms that are in. */
static char *write_formula(const search *s)
{
    const logreg__formula *f = s->whole;
    logreg__text text = {0};
    size_t written = 0;
    logreg__name_quote(&text, f->response);
    logreg__text_add(&text, " ~ ");
    for (size_t i = 0; i < f->n_products; i++)
        if (s->in[i]) {
            logreg__text_add(&text, written++ ? " + " : "");
            write_product(&text, f, &f->product[i]);
        }
    logreg__text_add(&text, written ? "" : "1");
    if (f->offset) {
        logreg__text_add(&text, " + offset(");
        logreg__expression_write(&text, f->offset);
        logreg__text_add(&text, ")");
    }
    for (size_t i = 0; i < f->n_products; i++)
        if (!s->in[i]) {
            logreg__text_add(&text, " - ");
            write_product(&text, f, &f->product[i]);
        }
    for (size_t i = 0; i < f->n_taken; i++) {
        logreg__text_add(&text, " - ");
        logreg__name_quote(&text, f->taken[i]);
    }
    logreg__text_add(&text, f->intercept ? "" : " - 1");
    return logreg__text_take(&text);
}

static logreg_status fit(logreg_model **model, search *s, const logreg_options *options, logreg_error *err)
{
    char *formula = write_formula(s);
    logreg_status status =
        formula ? logreg_fit_formula(model, s->frame, formula, options, err) : logreg__fail_memory(err);
    free(formula);
    return status;
}

/* The model of the terms that are in, as a row; the rows must be those of the first. */
static logreg_status look(logreg_step_row *row, search *s, logreg_error *err)
{
    logreg_options o = *s->options;
    logreg_model *m = NULL;
    o.measures = o.score_test = false;
    o.trace = NULL;
    o.vcov = NULL;
    o.clusters[0] = o.clusters[1] = NULL;
    logreg_status status = fit(&m, s, &o, err);
    if (status != LOGREG_OK)
        return status;
    s->steps->n_fits++;
    if (!s->fingerprint)
        s->fingerprint = logreg__copy(m->fingerprint);
    if (!s->fingerprint)
        status = logreg__fail_memory(err);
    else if (strcmp(s->fingerprint, m->fingerprint) != 0)
        status = logreg__fail(err, LOGREG_EDATA,
                              "models with and without a term were fitted to other rows, so that they cannot "
                              "be compared; keep complete rows with --where");
    *row = (logreg_step_row){.parameters = (double)(m->k * m->rank),
                             .log_likelihood = logreg_model_log_likelihood(m),
                             .criterion = s->steps->criterion == criteria[0] ? logreg_model_aic(m)
                                                                             : logreg_model_bic(m)};
    logreg_model_free(m);
    return status;
}

/* ---- Steps ---- */

static bool contains(const logreg__formula *f, size_t whole, size_t part)
{
    return whole != part && logreg__product_within(&f->product[part], SIZE_MAX, &f->product[whole]);
}

/* Would the model, with term i turned in or out, keep marginality, and have a coefficient? */
static bool may_turn(const search *s, size_t i)
{
    const logreg__formula *f = s->whole;
    size_t others = 0;
    for (size_t j = 0; j < f->n_products; j++) {
        others += j != i && s->in[j];
        if (s->in[i] ? s->in[j] && contains(f, j, i) : !s->in[j] && contains(f, i, j))
            return false;
    }
    bool column = (f->intercept && !s->options->strata) || others > 0 || !s->in[i];
    bool way = s->in[i] ? s->steps->direction != directions[1] : s->steps->direction != directions[0];
    return column && way;
}

/* The best of the models that are a term away, drops before additions among equals; *which is SIZE_MAX where there is none. */
static logreg_status find_best(size_t *which, logreg_step_row *best, search *s, const logreg_step_row *now,
                               logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    *which = SIZE_MAX;
    best->criterion = INFINITY;
    for (int adding = 0; adding < 2; adding++)
        for (size_t i = 0; status == LOGREG_OK && i < s->whole->n_products; i++) {
            logreg_step_row row;
            if (s->in[i] == adding || !may_turn(s, i))
                continue;
            s->in[i] = !s->in[i];
            status = look(&row, s, err);
            s->in[i] = !s->in[i];
            /* Of a term that is aliased whole there is nothing to drop or add. */
            if (status == LOGREG_OK && row.parameters != now->parameters && row.criterion < best->criterion) {
                *best = row;
                *which = i;
            }
        }
    return status;
}

static logreg_status keep_step(search *s, const logreg_step_row *row, size_t term, logreg_error *err)
{
    logreg_steps *steps = s->steps;
    size_t room = steps->n;
    if (!logreg__grow(&steps->step, &room, steps->n + 1, sizeof *steps->step))
        return logreg__fail_memory(err);
    steps->step[steps->n] = *row;
    if (term != SIZE_MAX) {
        logreg__text text = {0};
        write_product(&text, s->whole, &s->whole->product[term]);
        steps->step[steps->n].added = s->in[term];
        if (!(steps->step[steps->n].term = logreg__text_take(&text)))
            return logreg__fail_memory(err);
    }
    steps->n++;
    return LOGREG_OK;
}

static logreg_status walk(search *s, logreg_error *err)
{
    logreg_step_row now, best = {0};
    size_t which = SIZE_MAX;
    for (size_t i = 0; i < s->whole->n_products; i++)
        s->in[i] = true;
    if (s->steps->direction == directions[1]) {   /* as many as there must be: none */
        logreg_status whole = look(&now, s, err); /* the rows */
        if (whole != LOGREG_OK)
            return whole;
        s->steps->n_fits = 0; /* it is none to choose */
        for (size_t i = 0; i < s->whole->n_products; i++)
            s->in[i] = false;
    }
    logreg_status status = look(&now, s, err);
    if (status == LOGREG_OK)
        status = keep_step(s, &now, SIZE_MAX, err);
    while (status == LOGREG_OK) {
        status = find_best(&which, &best, s, &now, err);
        if (status != LOGREG_OK || which == SIZE_MAX || !(best.criterion < now.criterion - LEAST_GAIN))
            break;
        s->in[which] = !s->in[which];
        now = best;
        status = keep_step(s, &now, which, err);
    }
    return status;
}

/* ---- The door ---- */

static logreg_status find_word(const char **to, const char *const *words, size_t n, const char *word,
                               const char *what, logreg_error *err)
{
    for (size_t i = 0; i < n; i++)
        if (word && strcmp(words[i], word) == 0) {
            *to = words[i];
            return LOGREG_OK;
        }
    return logreg__fail(err, LOGREG_EINVAL, "there is no %s '%.40s' to step by; there are %s, %s%s%s", what,
                        word ? word : "", words[0], words[1], n > 2 ? ", " : "", n > 2 ? words[2] : "");
}

static logreg_status check(logreg_steps *steps, const logreg_options *o, const logreg_step_options *step,
                           const logreg__formula *formula, logreg_error *err)
{
    logreg_status status = find_word(&steps->criterion, criteria, 2, step->criterion, "criterion", err);
    if (status == LOGREG_OK)
        status = find_word(&steps->direction, directions, 3, step->direction, "direction", err);
    if (status == LOGREG_OK && o->penalty && strcmp(o->penalty, "none") != 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "information criteria speak of the maximum of the likelihood, which penalty '%s' "
                            "is not about; step "
                            "without it",
                            o->penalty);
    if (status == LOGREG_OK && o->sampling_weights)
        return logreg__fail(err, LOGREG_EINVAL,
                            "a fit with sampling weights has no likelihood, and so no information criterion; "
                            "step without them");
    if (status == LOGREG_OK && o->class_weight)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a fit with class weights has no likelihood, and so no information criterion; step "
            "without them");
    if (status == LOGREG_OK && o->calibrate)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "terms chosen by all rows have seen those that calibration would hold out; fit the "
            "chosen formula, to other rows, to calibrate it");
    bool empty = !formula->intercept || o->strata;
    if (status == LOGREG_OK && empty && steps->direction == directions[1])
        return logreg__fail(
            err, LOGREG_EINVAL,
            "forward steps begin with the intercept alone, and there is none; step backward, or both ways");
    return status;
}

/* The formula that terms are dropped from: where options want indicators, with these, so that the fits need not add them. */
static logreg_status read_whole(logreg__formula **whole, const char *text, const logreg_frame *frame,
                                logreg_options *o, logreg_error *err)
{
    if (!o->n_impute)
        return logreg__formula_beside(whole, text, frame, o, err);
    logreg__imputing imputing = {0};
    logreg__rows *rows = NULL;
    logreg_status status = logreg__options_check(o, err);
    if (status == LOGREG_OK)
        status = logreg__formula_imputed(whole, &rows, &imputing, &frame, text, o, NULL, err);
    logreg__rows_free(rows);
    logreg__imputing_clear(&imputing);
    o->missing_indicator = false;
    return status;
}

logreg_status logreg_step(logreg_model **model, logreg_steps **out, const logreg_frame *frame,
                          const char *text, const logreg_options *options, const logreg_step_options *step,
                          logreg_error *err)
{
    logreg_options o = options ? *options : logreg_options_default();
    logreg_step_options how = step ? *step : logreg_step_options_default();
    logreg__formula *whole = NULL;
    logreg_model *m = NULL;
    logreg_steps *steps = logreg__new(1, sizeof *steps);
    logreg_status status = steps ? read_whole(&whole, text, frame, &o, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = check(steps, &o, &how, whole, err);
    search s = {.frame = frame, .options = &o, .whole = whole, .steps = steps};
    if (status == LOGREG_OK) {
        s.in = logreg__new(whole->n_products, sizeof *s.in);
        status = s.in ? walk(&s, err) : logreg__fail_memory(err);
    }
    if (status == LOGREG_OK)
        status = fit(&m, &s, &o, err);
    if (status == LOGREG_OK && !(m->selection = logreg__copy(steps->criterion)))
        status = logreg__fail_memory(err);
    free(s.in);
    free(s.fingerprint);
    logreg__formula_free(whole);
    if (status == LOGREG_OK) {
        *model = m;
        *out = steps;
    } else {
        logreg_model_free(m);
        logreg_steps_free(steps);
    }
    return status;
}
