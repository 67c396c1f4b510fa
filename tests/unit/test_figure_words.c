/* What figures say of what they show: separation, turns, what is left out and why. */
#include "fitted.h"
#include "frames.h"
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <logreg/figures.h>

#include "figures/figure.h"
#include "figures/telling/turns.h"

/* Builds a figure, NULL where the fit has none of that kind. */
static logreg_figure *figure_of(const fitted *f, const char *kind, const logreg_figure_options *o)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = f->model, .frame = f->frame};
    logreg_status status = logreg_figure_build(&figure, kind, &source, o, NULL);
    CU_ASSERT_EQUAL(status == LOGREG_OK, figure != NULL);
    return figure;
}

static bool says(const logreg_figure *figure, const char *words)
{
    bool said = strstr(logreg_figure_alt(figure), words);
    if (!said)
        printf("# '%s' is not in '%s'\n", words, logreg_figure_alt(figure));
    return said;
}

/* Whatever is drawn of separated classes says so, and what is drawn of others does not. */
static void separated(void)
{
    static const struct {
        int fit;
        bool separated;
    } one[] = {{FIT_TOY_A, true}, {FIT_TOY_B, true}, {FIT_IRIS, true}, {FIT_SPECIES, false}};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        fitted f = fit_one(one[i].fit);
        size_t drawn = 0;
        const logreg_figure_kind *kind;
        for (size_t k = 0; (kind = logreg_figure_kind_at(k)); k++) {
            logreg_figure *figure = figure_of(&f, kind->name, NULL);
            if (!figure)
                continue;
            drawn++;
            CU_ASSERT_TRUE(one[i].separated ? says(figure, "eparated")
                                            : !strstr(logreg_figure_alt(figure), "eparated"));
            logreg_figure_free(figure);
        }
        CU_ASSERT_TRUE(drawn >= 8);
        fitted_free(&f);
    }
}

/* Turns of a wave are its crests and troughs, of a ripple too small to matter there are none, and of a flat top the first point is one. */
static void turns(void)
{
    enum { N = 201 };
    static const double flat[] = {0, 1, 1, 1, 0.2};
    double wave[N], ripple[N];
    size_t at[LOGREG__TURNS_MOST];
    for (int i = 0; i < N; i++) {
        wave[i] = sin(2 * M_PI * (double)i / 80);
        ripple[i] = (double)i / N + 0.004 * sin((double)i);
    }
    const logreg__way of_wave = {wave, 1, N, 0, 200}, of_ripple = {ripple, 1, N, 0, 200},
                      of_flat = {flat, 1, 5, 0, 1}, halves = {wave, 2, N / 2, 0, 1};
    CU_ASSERT_EQUAL_FATAL(logreg__turns(at, &of_wave, 0.1), 5);
    for (size_t k = 0; k < 5; k++)
        CU_ASSERT_EQUAL(at[k], 20 + 40 * k);
    CU_ASSERT_EQUAL(logreg__turns(at, &of_ripple, 0.05), 0);
    CU_ASSERT_TRUE(logreg__turns(at, &of_flat, 0.05) == 1 && at[0] == 1);
    CU_ASSERT_TRUE(logreg__turns(at, &halves, 0.1) == 5 && at[4] == 90);
    for (int i = 0; i < N; i++)
        wave[i] = i % 2;
    CU_ASSERT_EQUAL(logreg__turns(at, &of_wave, 0.1), LOGREG__TURNS_MOST);
}

/* x from 0 to 6, events where its sine is high, and a factor g of two levels. */
static logreg_frame *frame_of_waves(void)
{
    enum { ROWS = 180 };
    double x[ROWS], y[ROWS];
    const char *g[ROWS];
    logreg_frame *frame = NULL;
    for (int i = 0; i < ROWS; i++) {
        x[i] = 6.0 * i / (ROWS - 1);
        y[i] = 1.4 * sin(2 * x[i]) + (i * 37 % 100) / 50.0 - 1 > 0;
        g[i] = i % 3 ? "left" : "right";
    }
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "g", g, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return frame;
}

/* Whether a figure's words have a sentence that begins so, and tells three turns: "from A to B, C, D and E". */
static bool tells_turns(const logreg_figure *figure, const char *first)
{
    const char *at = strstr(logreg_figure_alt(figure), first), *end = at ? strstr(at, ". ") : NULL;
    int turns = 0;
    end = at && !end ? at + strlen(at) : end;
    for (const char *c = at; c && c < end; c++)
        turns += strncmp(c, " at ", 4) == 0;
    if (turns != 5)
        printf("# '%s': %s\n", first, logreg_figure_alt(figure));
    return turns == 5;
}

/* Curves of levels, and those beside each other, tell where they turn, as the one curve does; so do those of classes. */
static void turns_are_told(void)
{
    fitted f = {.frame = frame_of_waves()};
    f.model = fit_frame(f.frame, "y ~ bs(x, df = 7) + g", NULL);
    logreg_figure_options o = logreg_figure_options_default();
    o.by = "g";
    logreg_figure *levels = figure_of(&f, "curve", &o), *effects = figure_of(&f, "effects", NULL);
    CU_ASSERT_TRUE_FATAL(levels && effects);
    CU_ASSERT_TRUE(tells_turns(levels, "left: from "));
    CU_ASSERT_TRUE(tells_turns(levels, "right: from "));
    CU_ASSERT_TRUE(tells_turns(effects, "x: from "));
    logreg_figure_free(levels);
    logreg_figure_free(effects);
    fitted_free(&f);
    logreg_options firth = firth_options("firth");
    f = (fitted){.frame = frame_shipped("iris")};
    f.model = fit_frame(f.frame, "species ~ sepal_width + sepal_length", &firth);
    logreg_figure *classes = figure_of(&f, "curve", NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(classes);
    CU_ASSERT_TRUE(
        says(classes, " versicolor: from below 0.0001 at 4.23 to 0.72 at 5.59 and 0.040 at 7.97."));
    logreg_figure_free(classes);
    fitted_free(&f);
}

/* Columns that an absolute-value penalty took to 0 are hollow, and told as dropped; one of a ridge is neither. */
static void dropped(void)
{
    for (int ridge = 0; ridge < 2; ridge++) {
        logreg_options o = logreg_options_default();
        o.penalty = ridge ? "l2" : "l1";
        o.lambda = 0.28;
        o.standardize = true;
        fitted f = {.frame = frame_shipped("mtcars")};
        f.model = fit_frame(f.frame, "vs ~ mpg + wt + hp + qsec", &o);
        logreg_figure *figure = figure_of(&f, "forest", NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(figure);
        size_t zeros = 0, hollow = 0;
        for (size_t j = 1; j < logreg_model_coefficients(f.model); j++)
            zeros += logreg_model_coefficient(f.model, 1, j) == 0;
        for (size_t i = 0; i < figure->panel->n; i++) {
            const logreg__item *item = &figure->panel->item[i];
            if (item->form != LOGREG__POINTS || !item->look.hollow)
                continue;
            hollow++;
            CU_ASSERT_TRUE(item->value[0] == 0 && item->look.colour < 0);
        }
        CU_ASSERT_TRUE(hollow == zeros && (ridge ? zeros == 0 : zeros == 2));
        CU_ASSERT_TRUE(ridge ? !strstr(logreg_figure_alt(figure), "dropped")
                             : says(figure, "The penalty dropped 2 columns, which are hollow, at 1.") &&
                                   says(figure, ": 1.00, dropped."));
        logreg_figure_free(figure);
        fitted_free(&f);
    }
}

/* Smooth lines of a panel. */
static size_t smooth_lines(const logreg_figure *figure)
{
    size_t lines = 0;
    for (size_t i = 0; i < figure->panel->n; i++)
        lines += figure->panel->item[i].form == LOGREG__LINE && figure->panel->item[i].n == 101;
    return lines;
}

/* Of few rows no smooth line is drawn, and the words say why; bins hold five rows at least. */
static void few_rows(void)
{
    static const struct {
        size_t rows, bins;
        bool smooth, residuals;
    } one[] = {{8, 2, false, false}, {29, 5, false, true}, {30, 6, true, true}, {60, 10, true, true}};
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        double x[60], z[60], y[60];
        for (size_t k = 0; k < one[i].rows; k++) {
            x[k] = (double)(k * 7 % 11);
            z[k] = (double)(k * k % 13) + 0.01 * (double)k;
            y[k] = (double)(k * 5 % 3 == 0);
        }
        logreg_options firth = firth_options("firth");
        fitted f = {.frame = frame_of_two(x, z, 1, y, one[i].rows)};
        f.model = fit_frame(f.frame, "y ~ x1 + x2", &firth);
        logreg_figure *bins = figure_of(&f, "calibration", NULL),
                      *residuals = figure_of(&f, "residuals", NULL);
        CU_ASSERT_TRUE_FATAL(bins && residuals);
        size_t rings = 0;
        for (size_t k = 0; k < bins->panel->n; k++)
            rings += bins->panel->item[k].form == LOGREG__POINTS ? bins->panel->item[k].n : 0;
        CU_ASSERT_EQUAL(rings, one[i].bins);
        CU_ASSERT_EQUAL(smooth_lines(bins), one[i].smooth);
        CU_ASSERT_TRUE(says(bins, one[i].smooth ? "the line is smooth"
                                                : "Without a smooth line: through fewer than 30"));
        CU_ASSERT_EQUAL(smooth_lines(residuals), one[i].residuals);
        CU_ASSERT_TRUE(
            says(residuals, one[i].residuals ? "a line far from 0" : "Without a smooth line: fewer than 10"));
        logreg_figure_free(bins);
        logreg_figure_free(residuals);
        fitted_free(&f);
    }
}

/* Where no interval is drawn of probabilities, the words say why. */
static void intervalless(void)
{
    enum { ROWS = 60 };
    static const char *const kind[] = {"curve", "effects"};
    double x[ROWS], far[ROWS], y[ROWS];
    logreg_options plain = logreg_options_default(), ridge = plain, weighted = plain, calibrated = plain;
    ridge.penalty = "l2";
    weighted.class_weight = "1=2";
    calibrated.calibrate = "platt";
    for (int i = 0; i < ROWS; i++) {
        x[i] = i % 17;
        far[i] = 1e6 + 1e-3 * (i % 17);
        y[i] = i * 7 % 17 + i % 5 > 9;
    }
    const struct {
        const char *formula;
        const logreg_options *options;
        const char *why;
    } fit[] = {{"y ~ x1", &plain, NULL},
               {"y ~ x1", &ridge, "have no intervals: the penalty moves estimates"},
               {"y ~ x1", &weighted, "have no intervals: weights of classes leave no standard errors"},
               {"y ~ x1", &calibrated, "have no intervals: how far off the calibration is"},
               {"y ~ x2", &plain, "have no intervals: columns vary so little"}};
    fitted f = {.frame = frame_of_two(x, far, 1, y, ROWS)};
    for (size_t i = 0; i < sizeof fit / sizeof *fit; i++) {
        f.model = fit_frame(f.frame, fit[i].formula, fit[i].options);
        for (size_t k = 0; k < sizeof kind / sizeof *kind; k++) {
            logreg_figure *figure = figure_of(&f, kind[k], NULL);
            CU_ASSERT_PTR_NOT_NULL_FATAL(figure);
            size_t bands = 0;
            for (size_t j = 0; j < figure->panel->n; j++)
                bands += figure->panel->item[j].form == LOGREG__BAND;
            CU_ASSERT_EQUAL(bands, fit[i].why == NULL);
            CU_ASSERT_TRUE(fit[i].why ? says(figure, fit[i].why)
                                      : !strstr(logreg_figure_alt(figure), "no intervals"));
            logreg_figure_free(figure);
        }
        logreg_model_free(f.model);
    }
    logreg_frame_free(f.frame);
}

/* A number of which the rows have two values has a dot at each, as the levels of a factor have; one of more has its curve. */
static void two_values(void)
{
    enum { ROWS = 40 };
    double x[ROWS], two[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i % 9;
        two[i] = i % 2 ? 5 : -1;
        y[i] = i * 5 % 7 > 3;
    }
    fitted f = {.frame = frame_of_two(x, two, 1, y, ROWS)};
    f.model = fit_frame(f.frame, "y ~ x1 + x2", NULL);
    logreg_figure *figure = figure_of(&f, "effects", NULL);
    CU_ASSERT_TRUE_FATAL(figure && figure->n == 2);
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < figure->panel[k].n; i++) {
            const logreg__item *item = &figure->panel[k].item[i];
            CU_ASSERT_EQUAL(item->form,
                            k ? (i ? LOGREG__POINTS : LOGREG__SEGMENTS) : (i ? LOGREG__LINE : LOGREG__BAND));
            CU_ASSERT_TRUE(k == 0 || item->n == 2);
        }
    CU_ASSERT_STRING_EQUAL(figure->panel[1].x.tick[0].text, "−1");
    CU_ASSERT_STRING_EQUAL(figure->panel[1].x.tick[1].text, "5");
    CU_ASSERT_TRUE(says(figure, " at −1, ") && says(figure, " at 5."));
    logreg_figure_free(figure);
    fitted_free(&f);
}

/* Dots of rows with frequencies are of observations. */
static void frequencies(void)
{
    enum { ROWS = 12 };
    double x[ROWS], y[ROWS], n[ROWS];
    for (int large = 0; large < 2; large++) {
        fitted f = {.frame = NULL};
        for (int i = 0; i < ROWS; i++) {
            x[i] = i % 6;
            y[i] = i * 5 % 3 == 0;
            n[i] = large ? 200 : 2;
        }
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f.frame, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f.frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f.frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f.frame, "n", n, ROWS, 1, NULL), LOGREG_OK);
        logreg_options o = logreg_options_default();
        o.weights = "n";
        f.model = fit_frame(f.frame, "y ~ x", &o);
        logreg_figure *figure = figure_of(&f, "curve", NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(figure);
        CU_ASSERT_TRUE(says(figure, large ? "dots are 1000 of 2400 observations in 12 rows,"
                                          : "dots are the 24 observations in 12 rows,"));
        logreg_figure_free(figure);
        fitted_free(&f);
    }
}

/* Effects have a panel for each of 24 variables, and say how many more there are. */
static void many_variables(void)
{
    enum { ROWS = 90, VARIABLES = 26 };
    double x[ROWS], y[ROWS];
    fitted f = {.frame = NULL};
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&f.frame, NULL), LOGREG_OK);
    for (int k = 0; k < VARIABLES; k++) {
        char name[8];
        for (int i = 0; i < ROWS; i++)
            x[i] = (i * (2 * k + 3) + i * i * (k + 1)) % 89;
        snprintf(name, sizeof name, "x%d", k);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f.frame, name, x, ROWS, 1, NULL), LOGREG_OK);
    }
    for (int i = 0; i < ROWS; i++)
        y[i] = i * 5 % 7 > 3;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(f.frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    logreg_options ridge = logreg_options_default();
    ridge.penalty = "l2";
    f.model = fit_frame(f.frame, "y ~ .", &ridge);
    logreg_figure *figure = figure_of(&f, "effects", NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(figure);
    CU_ASSERT_EQUAL(figure->n, 24);
    CU_ASSERT_TRUE(says(figure, "2 more variables are not drawn."));
    logreg_figure_free(figure);
    fitted_free(&f);
}

const test_case tests[] = {
    {"what is drawn of separated classes says so", separated},
    {"a curve turns at its crests and troughs", turns},
    {"curves of levels and classes tell their turns", turns_are_told},
    {"ratios that a penalty dropped are told apart", dropped},
    {"few rows have no smooth line", few_rows},
    {"why there are no intervals is told", intervalless},
    {"a number of two values has two dots", two_values},
    {"dots of frequencies are told as observations", frequencies},
    {"effects of many variables", many_variables},
    {NULL, NULL},
};
