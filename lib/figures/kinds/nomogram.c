/* A nomogram: each variable gives points, their sum a probability, to be read off with a ruler. Of models without interactions. */
#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/nomogram.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* How far log-odds may be off the sum of what the variables give. */
#define ADDITIVE 1e-6

static double log_odds(const logreg__grid *grid, size_t i)
{
    return log(grid->P[2 * i + 1]) - log(grid->P[2 * i]);
}

/* ---- What variables give ---- */

static logreg_status measure(logreg__scale *s, const logreg_model *model, logreg_error *err)
{
    bool number = s->v.kind == LOGREG_NUMERIC;
    logreg__grid grid = {0};
    s->n = number ? LOGREG__SCALE_POINTS : s->v.n_levels;
    if (number)
        logreg__spread(s->at, s->v.min, s->v.max, LOGREG__SCALE_POINTS);
    logreg_status status =
        logreg__grid_new(&grid, model, s->variable, number ? s->at : NULL, s->n, 0, NAN, err);
    if (status != LOGREG_OK)
        return status;
    s->least = INFINITY;
    s->most = -INFINITY;
    for (size_t i = 0; i < s->n; i++) {
        s->eta[i] = log_odds(&grid, i);
        s->least = fmin(s->least, s->eta[i]);
        s->most = fmax(s->most, s->eta[i]);
    }
    for (size_t i = 0; i < s->n; i++)
        s->eta[i] -= s->least;
    logreg__grid_free(&grid);
    if (!isfinite(s->most - s->least))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no nomogram of a model that gives '%.80s' infinite log-odds",
                            s->v.name);
    return LOGREG_OK;
}

static logreg_status collect(logreg__nomogram *p, logreg_error *err)
{
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(p->model); i++) {
        if (logreg_model_variable(p->model, i, &v) != LOGREG_OK ||
            (v.kind == LOGREG_NUMERIC && logreg__other_kind(p->model, i) != SIZE_MAX))
            continue;
        if (p->n == LOGREG__SCALES_MOST)
            return logreg__fail(err, LOGREG_EINVAL,
                                "a nomogram has room for %d variables, and the model has more",
                                LOGREG__SCALES_MOST);
        if (v.kind == LOGREG_CATEGORY && v.n_levels > LOGREG__SCALE_LEVELS)
            return logreg__fail(err, LOGREG_EINVAL,
                                "a nomogram has room for %d levels of a factor, and '%.80s' has %zu",
                                LOGREG__SCALE_LEVELS, v.name, v.n_levels);
        if (v.kind == LOGREG_NUMERIC && !(v.max > v.min))
            return logreg__fail(err, LOGREG_EINVAL, "there is no nomogram without the range of '%.80s'",
                                v.name);
        p->scale[p->n++] = (logreg__scale){.variable = i, .v = v};
    }
    return p->n ? LOGREG_OK
                : logreg__fail(err, LOGREG_EINVAL, "there is no nomogram of a model without variables");
}

/* Where two variables both stand at an end, log-odds must be the sum of what each gives. */
static logreg_status check_pair(const logreg__nomogram *p, size_t a, size_t b, double reference,
                                logreg_error *err)
{
    const logreg__scale *s[] = {&p->scale[a], &p->scale[b]};
    logreg__stand stand[2];
    logreg__grid grid = {0};
    double sum = -reference;
    for (int i = 0; i < 2; i++) {
        size_t last = s[i]->n - 1;
        stand[i] = (logreg__stand){.variable = s[i]->variable, .value = s[i]->at[last], .place = last};
        sum += s[i]->eta[last] + s[i]->least;
    }
    logreg_status status = logreg__grid_over(&grid, p->model, stand, 2, 1, 0, NAN, err);
    if (status != LOGREG_OK)
        return status;
    double off = fabs(log_odds(&grid, 0) - sum);
    logreg__grid_free(&grid);
    if (off > ADDITIVE * fmax(1, fabs(sum)))
        return logreg__fail(
            err, LOGREG_EINVAL,
            "there is no nomogram of a model with interactions: what '%.80s' gives depends on '%.80s'",
            s[0]->v.name, s[1]->v.name);
    return LOGREG_OK;
}

static logreg_status gather(logreg__nomogram *p, logreg_error *err)
{
    logreg__grid grid = {0};
    double range = 0;
    logreg_status status = collect(p, err);
    for (size_t i = 0; status == LOGREG_OK && i < p->n; i++) {
        status = measure(&p->scale[i], p->model, err);
        range = fmax(range, p->scale[i].most - p->scale[i].least);
    }
    if (status == LOGREG_OK)
        status = logreg__grid_over(&grid, p->model, NULL, 0, 1, 0, NAN, err);
    if (status != LOGREG_OK)
        return status;
    double reference = log_odds(&grid, 0);
    logreg__grid_free(&grid);
    for (size_t a = 0; status == LOGREG_OK && a < p->n; a++)
        for (size_t b = a + 1; status == LOGREG_OK && b < p->n; b++)
            status = check_pair(p, a, b, reference, err);
    if (status == LOGREG_OK && !(range > 0))
        status =
            logreg__fail(err, LOGREG_EINVAL, "there is no nomogram of a model whose variables give nothing");
    p->unit = range / LOGREG__FULL_POINTS;
    p->base = reference;
    for (size_t i = 0; i < p->n; i++)
        p->base += p->scale[i].least - reference;
    return status;
}

/* Points of a number's ends, or of each level; and what the largest sums mean, for who cannot see the scales. */
static void say_points(logreg_figure *f, const logreg__nomogram *p)
{
    char number[LOGREG__FIGURE_SIZE], value[LOGREG__FIGURE_SIZE];
    double total = 0;
    logreg__page said;
    for (size_t i = 0; i < p->n; i++) {
        const logreg__scale *s = &p->scale[i];
        bool levels = s->v.kind == LOGREG_CATEGORY;
        total += s->most - s->least;
        logreg__page_start_like(&said, &f->title);
        logreg__page_name(&said, s->v.name, LOGREG__NAME_ROOM);
        for (size_t k = 0; k < s->n; k += levels ? 1 : s->n - 1) {
            logreg__page_format(&said, "%s %s points at ", k ? "," : ":",
                                logreg__figure_plain(number, s->eta[k] / p->unit, 3, said.sign));
            if (levels)
                logreg__page_name(&said, s->v.levels[k], LOGREG__NAME_ROOM);
            else
                logreg__page_add(&said, logreg__figure_plain(value, s->at[k], 3, said.sign));
        }
        logreg__page_add(&said, ".");
        logreg__figure_say(f, &said);
    }
    logreg__page_start_like(&said, &f->title);
    for (int k = 0; k <= 2; k++) {
        double eta = k * total / 2;
        logreg__page_format(&said, "%s %s points mean ",
                            k == 0   ? "Sums of"
                            : k == 1 ? ","
                                     : " and",
                            logreg__figure_plain(number, eta / p->unit, 3, said.sign));
        logreg__page_add(&said, logreg__figure_digits(value, 1 / (1 + exp(-p->base - eta)), 2, said.sign));
    }
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

static void write_words(logreg_figure *f, const logreg__nomogram *p)
{
    logreg__page_add(&f->title, "Nomogram: the chance of ");
    logreg__page_name(&f->title, logreg__target_name(p->model), 24);
    logreg__write_label(&f->title, p->model, 1, 16);
    logreg__page_add(&f->sentences, "Read the points of each value straight up on the first scale, add them, "
                                    "and read the probability below the sum.");
}

logreg_status logreg__build_nomogram(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__subject subject;
    logreg__nomogram p = {.model = order->model};
    logreg_status status = logreg__subject_choose(&subject, order->model, order->frame, NULL, err);
    if (status == LOGREG_OK && logreg_model_calibrated(order->model).method)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no nomogram of a model whose probabilities are calibrated");
    if (status == LOGREG_OK && logreg_model_offset(order->model))
        return logreg__fail(err, LOGREG_EINVAL, "there is no nomogram of a model with an offset");
    if (status == LOGREG_OK && logreg__subject_lacks(&subject))
        return logreg__fail(err, LOGREG_EINVAL, "there is no nomogram: %s", logreg__subject_lacks(&subject));
    if (status != LOGREG_OK)
        return status;
    p.scale = logreg__new(LOGREG__SCALES_MOST, sizeof *p.scale);
    status = p.scale ? gather(&p, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK) {
        write_words(f, &p);
        say_points(f, &p);
        logreg__nomogram_draw(f, &p);
    }
    free(p.scale);
    return status;
}
