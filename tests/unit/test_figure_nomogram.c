/* Scales of nomograms: points, levels, probabilities. */
#include "figured.h"

#include <math.h>
#include <stdlib.h>

/* Points read off the scales of a nomogram add up to the model's own probability. */
static void nomogram_adds_up(void)
{
    fitted f = fit_one(FIT_CHALLENGER);
    logreg_figure *figure = figure_of(&f, "nomogram");
    double half = NAN, scale = NAN, sixty = NAN, total = NAN;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->form != LOGREG__LABEL)
            continue;
        if (item->value[1] == 1 && strcmp(item->text, "0.5") == 0)
            half = item->value[0];
        if (item->value[1] == 3 && strcmp(item->text, "65") == 0)
            sixty = item->value[0];
    }
    /* of one variable the sum is its own points: half is where the linear predictor is 0 */
    double b0 = logreg_model_coefficient(f.model, 1, 0), b1 = logreg_model_coefficient(f.model, 1, 1);
    logreg_variable v;
    CU_ASSERT_EQUAL_FATAL(logreg_model_variable(f.model, 0, &v), LOGREG_OK);
    scale = 100 / (v.max - v.min);
    total = (v.max + b0 / b1) * scale; /* points fall with temperature */
    CU_ASSERT_TRUE(near_abs(half, total, 1e-6));
    CU_ASSERT_TRUE(near_abs(sixty, (v.max - 65) * scale, 1e-6));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* The scale of the probability reaches as far as sums do, has one half and others about it, and no labels that meet, of models that are sure, unsure, and of one that never gets near one half. */
static void nomogram_of(const char *data, const char *formula, const char *weights, double fewest, bool half,
                        const char *said)
{
    logreg_frame *frame = frame_shipped(data);
    logreg_options o = logreg_options_default();
    o.weights = weights;
    logreg_model *model = fit_frame(frame, formula, &o);
    logreg_figure *f = NULL;
    double at[64], wide[64];
    size_t n = 0;
    bool has_half = false;
    CU_ASSERT_EQUAL_FATAL(
        logreg_figure_build(&f, "nomogram", &(logreg_figure_source){.model = model}, NULL, NULL), LOGREG_OK);
    for (size_t i = 0; i < f->panel->n; i++) {
        const logreg__item *item = &f->panel->item[i];
        if (item->form != LOGREG__LABEL || item->value[1] != 1)
            continue;
        has_half = has_half || strcmp(item->text, "0.5") == 0;
        at[n] = item->value[0];
        wide[n++] = 1.15 * (double)strlen(item->text);
    }
    CU_ASSERT_TRUE((double)n >= fewest);
    CU_ASSERT_EQUAL(has_half, half);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            CU_ASSERT_TRUE(fabs(at[i] - at[k]) > (wide[i] + wide[k]) / 2);
    CU_ASSERT_PTR_NOT_NULL(strstr(logreg_figure_alt(f), said));
    logreg_figure_free(f);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

static void nomogram_scale(void)
{
    nomogram_of("wdbc", "diagnosis ~ mean_radius + mean_texture + mean_smoothness + mean_symmetry", NULL, 7,
                true, "Sums beyond that scale");
    nomogram_of("ucb", "admitted ~ gender + dept", "count", 7, true, "below the sum.");
    nomogram_of("ucb", "admitted ~ gender", "count", 3, false, "below the sum.");
}

/* Levels of which the names would meet stand in rows, each beside its dot, at the points of its coefficient, and no two on each other; of too many a sentence. */
static void nomogram_levels(void)
{
    enum { LEVELS = 24 };
    logreg_frame *frame = frame_of_levels(LEVELS, "region-");
    logreg_options ridge = logreg_options_default();
    ridge.penalty = "l2";
    const fitted f = {.model = fit_frame(frame, "y ~ g + x", &ridge), .frame = frame};
    logreg_figure *figure = figure_of(&f, "nomogram");
    const logreg__panel *panel = figure->panel;
    double x[LEVELS], y[LEVELS], end[LEVELS], beta[LEVELS] = {0}, least = 0, most = 0;
    size_t n = 0;
    for (size_t k = 1; k < LEVELS; k++) {
        beta[k] = logreg_model_coefficient(f.model, 1, k);
        least = fmin(least, beta[k]);
        most = fmax(most, beta[k]);
    }
    logreg_variable v;
    CU_ASSERT_EQUAL_FATAL(logreg_model_variable(f.model, 1, &v), LOGREG_OK);
    double unit =
        fmax(most - least, fabs(logreg_model_coefficient(f.model, 1, LEVELS)) * (v.max - v.min)) / 100;
    for (size_t i = 1; i < panel->n; i++) {
        const logreg__item *dot = &panel->item[i - 1], *name = &panel->item[i];
        if (dot->form != LOGREG__POINTS || name->form != LOGREG__LABEL)
            continue;
        CU_ASSERT_TRUE_FATAL(n < LEVELS);
        size_t level = (size_t)strtoul(name->text + strlen("region-"), NULL, 10);
        CU_ASSERT_TRUE(near_abs(dot->value[0], (beta[level] - least) / unit, 1e-6));
        double wide = 1.25 * (double)(strlen(name->text) + 1);
        x[n] = dot->value[0] - (name->look.align > 0 ? wide : 0);
        end[n] = x[n] + wide;
        y[n++] = dot->value[1];
    }
    CU_ASSERT_EQUAL(n, LEVELS);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            CU_ASSERT_TRUE(fabs(y[i] - y[k]) > 0.3 || end[i] < x[k] || end[k] < x[i]);
    logreg_figure_free(figure);
    logreg_model_free(f.model);
    logreg_frame_free(frame);
    frame = frame_of_levels(40, "r");
    logreg_model *many = fit_frame(frame, "y ~ g + x", &ridge);
    refused(many, frame, "nomogram", "room for 32 levels of a factor, and 'g' has 40");
    logreg_model_free(many);
    logreg_frame_free(frame);
}

const test_case tests[] = {
    {"a nomogram adds up", nomogram_adds_up},
    {"probabilities of a nomogram can be read off", nomogram_scale},
    {"levels of a nomogram have room for their names", nomogram_levels},
    {NULL, NULL},
};
