/* What a reader of single kinds of figures goes by: where lines begin, what letters stand on and how wide they are, what shares are of. */
#include "fitted.h"
#include "frames.h"
#include "harness.h"
#include "oom.h"
#include "../reference/adjusted.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/figures.h>

#include "figures/figure.h"
#include "figures/setting/layout.h"
#include "figures/palette.h"
#include "figures/gnuplot/quote.h"
#include "figures/setting/width.h"

static logreg_figure *figure_of(const logreg_model *model, const logreg_frame *frame, const char *kind)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, kind, &source, NULL, NULL), LOGREG_OK);
    return figure;
}

static logreg_figure *curve_along(const logreg_model *model, const logreg_frame *frame, const char *feature)
{
    logreg_figure *figure = NULL;
    logreg_figure_options o = logreg_figure_options_default();
    o.feature = feature;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_OK);
    return figure;
}

static bool says(const logreg_figure *figure, const char *what)
{
    bool said = strstr(logreg_figure_alt(figure), what);
    if (!said)
        printf("# '%s' is not in '%s'\n", what, logreg_figure_alt(figure));
    return said;
}

typedef struct {
    logreg_figure_source source;
    const char *kind;
} job;

static bool build(void *context)
{
    const job *j = context;
    logreg_error err;
    logreg_figure *figure = NULL;
    logreg_status status = logreg_figure_build(&figure, j->kind, &j->source, NULL, &err);
    logreg_figure_free(figure);
    return status == LOGREG_OK || (status == LOGREG_ENOMEM && err.status == status);
}

/* ---- Curves ---- */

/* Rings and bars where the other variables stand in the curve are those that R finds. */
static void adjusted_shares(void)
{
    enum { GROUPS = sizeof adjusted_cases / sizeof *adjusted_cases };
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, cars, "am ~ wt + hp", NULL, NULL), LOGREG_OK);
    logreg_figure *figure = curve_along(model, cars, "wt");
    size_t rings = 0, bars = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->look.colour != LOGREG_STEEL)
            continue;
        CU_ASSERT_EQUAL_FATAL(item->n, GROUPS);
        for (size_t k = 0; k < item->n; k++) {
            const double *at = item->value + k * item->columns, *expected = adjusted_cases[k];
            CU_ASSERT_TRUE(near_rel(at[0], expected[0], 1e-12));
            bool ring = item->form == LOGREG__POINTS;
            CU_ASSERT_TRUE(near_abs(at[1], expected[ring ? 1 : 2], 1e-9));
            CU_ASSERT_TRUE(ring || near_abs(at[3], expected[3], 1e-9));
            rings += ring;
            bars += !ring;
        }
    }
    CU_ASSERT_TRUE(rings == GROUPS && bars == GROUPS);
    CU_ASSERT_TRUE(
        says(figure, "Shares are moved, by the model's log-odds, to where the other variables stand."));
    CU_ASSERT_TRUE(says(figure, "Shares of events from left to right: 1.0, 0.90, 0.40, 0, 0.0038, 0. "));
    logreg_figure_free(figure);
    logreg_model_free(model);
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, cars, "am ~ wt", NULL, NULL), LOGREG_OK);
    figure = curve_along(model, cars, "wt");
    CU_ASSERT_PTR_NULL(strstr(logreg_figure_alt(figure), "Shares are"));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(cars);
}

/* Rows of x from 0 to 10 in two groups; the chance of y rises with x in one of them and falls in the other, or goes up and down twice in both. */
static logreg_frame *frame_of_ways(bool waves)
{
    enum { ROWS = 400 };
    static double x[ROWS], y[ROWS];
    const char *g[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = 10 * (i * 37 % ROWS) / (double)ROWS;
        g[i] = i % 2 ? "b" : "a";
        double chance = waves ? 0.5 - 0.4 * cos(1.3 * x[i]) : i % 2 ? 0.9 - 0.08 * x[i] : 0.1 + 0.08 * x[i];
        y[i] = i * 61 % 97 < 97 * chance;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "g", g, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    return frame;
}

/* Rows of a level that the fit never saw can be counted, but not moved. */
static void shares_of_unknown_rows(void)
{
    logreg_frame *seen = frame_of_ways(false), *rows = NULL;
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, seen, "y ~ x + g", NULL, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&rows, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(rows, "x", (double[]){1, 2, 3, 4}, 4, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(
        logreg_frame_add_category(rows, "g", (const char *const[]){"a", "b", "c", "a"}, 4, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(rows, "y", (double[]){0, 1, 1, 1}, 4, 1, NULL), LOGREG_OK);
    logreg_figure *figure = curve_along(model, rows, "x");
    CU_ASSERT_TRUE(says(figure, "Shares are of all rows, wherever their other variables stand."));
    CU_ASSERT_TRUE(says(figure, "from left to right: 0.50, 1.0."));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(seen);
    logreg_frame_free(rows);
}

/* So are those of each level's curve: with a variable more, and by as much log-odds as R's mean fitted probabilities ask for. */
static void adjusted_by_level(void)
{
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, cars, "am ~ wt + hp + C(vs)", NULL, NULL), LOGREG_OK);
    logreg_figure_options o = logreg_figure_options_default();
    o.feature = "wt";
    o.by = "vs";
    const logreg_figure_source source = {.model = model, .frame = cars};
    logreg_figure *figure = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, "curve", &source, &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(
        says(figure, "Shares are moved, by the model's log-odds, to where the other variables stand."));
    size_t rings = 0;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        for (size_t k = 0; item->form == LOGREG__POINTS && item->look.hollow && k < item->n; k++, rings++)
            CU_ASSERT_TRUE(near_abs(item->value[2 * k + 1], adjusted_by_cases[rings], 1e-9));
    }
    CU_ASSERT_EQUAL(rings, sizeof adjusted_by_cases / sizeof *adjusted_by_cases);
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(cars);
}

/* A title says which way a curve goes where it goes that way whatever the others are; words tell where it turns. */
static void ways_of_curves(void)
{
    static const struct {
        bool waves;
        const char *formula, *said;
    } one[] = {{false, "y ~ x * g", "Chance of y = 1 by x. "},
               {false, "y ~ x:g", "Chance of y = 1 by x. "},
               {true, "y ~ bs(x, df = 7) + g", "Chance of y = 1 by x. "}};
    for (size_t k = 0; k < sizeof one / sizeof *one; k++) {
        logreg_frame *frame = frame_of_ways(one[k].waves);
        logreg_model *model = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, one[k].formula, NULL, NULL), LOGREG_OK);
        logreg_figure *figure = curve_along(model, frame, "x");
        CU_ASSERT_TRUE(says(figure, one[k].said));
        size_t places = 0;
        for (const char *at = logreg_figure_alt(figure); (at = strstr(at, " where x is")); at++)
            places++;
        CU_ASSERT_EQUAL(
            places, one[k].waves ? 5 : 3); /* the ends, and the middle or the turns: at 2.4, 4.8 and 7.2 */
        logreg_figure_free(figure);
        logreg_model_free(model);
        logreg_frame_free(frame);
    }
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, cars, "vs ~ mpg", NULL, NULL), LOGREG_OK);
    logreg_figure *figure = curve_along(model, cars, "mpg");
    CU_ASSERT_TRUE(says(figure, "Chance of vs = 1 rises with mpg. "));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(cars);
}

/* ---- Boundaries ---- */

/* Separated classes: the boundary is the straight line that the fit decides by, not a staircase of cells. */
static void leaping_boundary(void)
{
    enum { ROWS = 40 };
    double x[ROWS], z[ROWS], y[ROWS];
    for (int i = 0; i < ROWS; i++) {
        x[i] = i * 17 % ROWS / 10.0 - 2;
        z[i] = i * 29 % 37 / 9.0 - 2;
        y[i] = x[i] + 0.7 * z[i] > 0.1;
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "z", z, ROWS, 1, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x + z", NULL, NULL), LOGREG_OK);
    logreg_figure *figure = figure_of(model, frame, "boundary");
    const logreg__item *line = NULL;
    for (size_t i = 0; i < figure->panel->n; i++)
        if (figure->panel->item[i].form == LOGREG__SEGMENTS &&
            figure->panel->item[i].look.colour == LOGREG_INK)
            line = &figure->panel->item[i];
    CU_ASSERT_PTR_NOT_NULL_FATAL(line);
    const double *first = line->value, *far = line->value;
    for (size_t i = 0; i < 2 * line->n; i++)
        if (hypot(line->value[2 * i] - first[0], line->value[2 * i + 1] - first[1]) >
            hypot(far[0] - first[0], far[1] - first[1]))
            far = line->value + 2 * i;
    for (size_t i = 0; i < 2 * line->n; i++) { /* off the line from one end to the other */
        const double *at = line->value + 2 * i, dx = far[0] - first[0], dy = far[1] - first[1];
        CU_ASSERT_TRUE(fabs((at[0] - first[0]) * dy - (at[1] - first[1]) * dx) / hypot(dx, dy) < 1e-4);
    }
    CU_ASSERT_TRUE(says(figure, "Separated: "));
    CU_ASSERT_TRUE(oom_each(build, &(job){{.model = model, .frame = frame}, "boundary"}));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

/* ---- Lift ---- */

/* The first rows of equal probability have as many events in any part of them: the line begins at 0, as high as they are. */
static void lift_from_nothing_on(void)
{
    static const int which[] = {FIT_BEETLE, FIT_SPECIES};
    for (size_t k = 0; k < sizeof which / sizeof *which; k++) {
        fitted f = fit_one(which[k]);
        logreg_figure *figure = figure_of(f.model, f.frame, "lift");
        size_t lines = 0;
        for (size_t i = 0; i < figure->panel->n; i++) {
            const logreg__item *item = &figure->panel->item[i];
            if (item->form != LOGREG__LINE || item->look.dash)
                continue;
            CU_ASSERT_TRUE(item->value[0] == 0 && item->value[1] == item->value[3] && item->value[2] > 0);
            lines++;
        }
        CU_ASSERT_EQUAL(lines, logreg_model_classes(f.model) == 2 ? 1 : logreg_model_classes(f.model));
        logreg_figure_free(figure);
        fitted_free(&f);
    }
}

/* ---- Letters on colours ---- */

/* Relative luminance of a colour on its way from white, a share of it (WCAG 2.1). */
static double luminance(const char *colour, double share)
{
    static const double weight[] = {0.2126, 0.7152, 0.0722};
    unsigned long rgb = strtoul(colour + 1, NULL, 16);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = (255 + share * ((double)(rgb >> (16 - 8 * i) & 255) - 255)) / 255;
        sum += weight[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

/* Counts can be read on every shade of a cell, by a contrast of 4. */
static void letters_on_shades(void)
{
    enum { ROWS = 100 };
    static double x[ROWS], y[ROWS];
    for (int k = 0; k <= 20; k++) {
        for (int i = 0; i < ROWS; i++) {
            x[i] = i % 2;
            y[i] = (i / 2 < 50 - 5 * k / 2) == i % 2;
        }
        logreg_frame *frame = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "x", x, ROWS, 1, NULL), LOGREG_OK);
        CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "y", y, ROWS, 1, NULL), LOGREG_OK);
        logreg_model *model = NULL;
        CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x", NULL, NULL), LOGREG_OK);
        logreg_figure *figure = figure_of(model, frame, "confusion");
        const logreg__item *image = NULL;
        for (size_t i = 0; i < figure->panel->n; i++) {
            const logreg__item *item = &figure->panel->item[i];
            image = item->form == LOGREG__IMAGE ? item : image;
            if (item->form != LOGREG__LABEL || item->look.colour == LOGREG_PALE) /* of a count of none */
                continue;
            size_t cell = (size_t)floor(item->value[1]) * 2 + (size_t)floor(item->value[0]);
            double ground = luminance(logreg__colour(0), image->value[cell]) + 0.05,
                   letter = luminance(logreg__ink(item->look.colour), 1) + 0.05;
            CU_ASSERT_TRUE(fmax(ground, letter) / fmin(ground, letter) > 4);
        }
        CU_ASSERT_PTR_NOT_NULL(image);
        logreg_figure_free(figure);
        logreg_model_free(model);
        logreg_frame_free(frame);
    }
}

/* ---- Widths ---- */

/* Words as wide as the font's files have them, by tests/reference/letters.py, plain and bold, in 2000ths of a letter's height: those without signs to the
 * last digit. */
static void letters_of_the_font(void)
{
    static const struct {
        const char *text;
        double plain, bold, within;
    } word[] = {{"Odds ratio, log scale", 17739, 17978, 1e-12},
                {"Mecklenburg-Vorpommern", 23935, 24356, 1e-12},
                {"@%&<mW>", 10736, 10870, 1e-12},
                {"0.25 − 1.50", 10088, 10042, 1e-12},
                {"“naïve” … ŁÓDŹ", 14046, 14255, 0.05},
                {"日本 а", 5506, 5501, 0.08},
                {"", 0, 0, 0},
                {"\xff?", 2 * 895, 2 * 920, 1e-12}};
    for (size_t i = 0; i < sizeof word / sizeof *word; i++) {
        double unit = LOGREG__LETTER_HEIGHT / 2000;
        CU_ASSERT_TRUE(near_rel(logreg__width(word[i].text, 1, false), word[i].plain * unit, word[i].within));
        CU_ASSERT_TRUE(
            near_rel(logreg__width(word[i].text, 2, true), 2 * word[i].bold * unit, word[i].within));
    }
}

/* A string of a script is as wide as it may be at most, and whole where it has room. */
static void quoted_within(void)
{
    static const char text[] = "P(experienced_a_cardiovascular_event_within_ten_years = 1)";
    for (double room = 80; room < 1200; room += 40) {
        logreg__text out = {0};
        logreg__quote_within(&out, text, room, false);
        CU_ASSERT_PTR_NOT_NULL_FATAL(out.start);
        bool whole = strstr(out.start, text);
        CU_ASSERT_EQUAL(whole, logreg__width(text, 1, false) <= room);
        CU_ASSERT_TRUE(whole || strstr(out.start, "…"));
        out.start[out.length - 1] = '\0';
        CU_ASSERT_TRUE(logreg__width(out.start + 1, 1, false) <= room);
        free(out.start);
    }
}

/* Long names of everything: no line is wider than the picture, names of ticks and of lines begin and end within it, and panels side by side do not meet. */
static void long_names_within(void)
{
    enum { ROWS = 24 };
    static const char *const level[] = {"MMMMMMMMMMMMMMMMMMMMMMMM",
                                        "Mecklenburg-Vorpommern and all the rest"};
    static const char *const kind[] = {"effects", "forest", "confusion", "curve"};
    const char *g[ROWS], *y[ROWS];
    double x[ROWS];
    for (int i = 0; i < ROWS; i++) {
        g[i] = level[i / 3 % 2];
        x[i] = i * 7 % 11;
        y[i] = i % 3 ? "MMMMMMMMMMMMMMMMMMMM WWWWWWWWWW" : "never @ @ @ @ @ @ @ @ @ @ @ @ @";
    }
    logreg_frame *frame = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(&frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "W@W@W@W@W@W@W@W@W", g, ROWS, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_numeric(frame, "MWMWMWMWMWMWMWMWMWM", x, ROWS, 1, NULL),
                          LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(frame, "@@@@@@@@@@@@@@@@@@@@@@@", y, ROWS, NULL),
                          LOGREG_OK);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(
        logreg_fit_formula(&model, frame,
                           "`@@@@@@@@@@@@@@@@@@@@@@@` ~ `W@W@W@W@W@W@W@W@W` + MWMWMWMWMWMWMWMWMWM", NULL,
                           NULL),
        LOGREG_OK);
    for (size_t k = 0; k < sizeof kind / sizeof *kind; k++) {
        logreg_figure *figure = figure_of(model, frame, kind[k]);
        logreg__layout layout;
        CU_ASSERT_EQUAL_FATAL(logreg__layout_new(&layout, figure, NULL), LOGREG_OK);
        for (char *line = layout.lines.start, *end; line; line = end) {
            end = strchr(line, '\n');
            if (end)
                *end++ = '\0';
            double wide =
                logreg__width(line, LOGREG__SENTENCE_SIZE / LOGREG__LETTER_SIZE, false) + layout.text_left;
            CU_ASSERT_TRUE(wide < figure->width - 30);
        }
        for (size_t i = 0; i < figure->n; i++) {
            const logreg__axis *up = &figure->panel[i].y;
            double before = i ? layout.panel[i - 1].right : 0;
            for (size_t j = 0; j < up->n; j++)
                CU_ASSERT_TRUE(layout.panel[i].left - logreg__width(up->tick[j].text, 1, false) - before >
                               60);
            for (size_t j = 0; j < figure->panel[i].n; j++)
                if (figure->panel[i].item[j].form == LOGREG__NAME)
                    CU_ASSERT_TRUE(layout.panel[i].right +
                                       logreg__width(figure->panel[i].item[j].text, 0.9, false) <
                                   figure->width);
            CU_ASSERT_TRUE(layout.panel[i].right - layout.panel[i].left > 200);
        }
        logreg__layout_free(&layout);
        logreg_figure_free(figure);
    }
    logreg_model_free(model);
    logreg_frame_free(frame);
}

/* ---- Words ---- */

/* Texts of three kinds, each with a word of its own and one that all have. */
static logreg_model *fit_texts(logreg_frame **frame, size_t kinds)
{
    static const char *const text[] = {"good soup", "bad soup", "dull film", "good meal soup",
                                       "bad meal",  "dull day", "good",      "bad film"};
    static const char *const kind[] = {"a", "b", "c", "a", "b", "c", "a", "b"};
    const char *y[8];
    for (int i = 0; i < 8; i++)
        y[i] = kinds == 2 && *kind[i] == 'c' ? "b" : kind[i];
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "text";
    CU_ASSERT_EQUAL_FATAL(logreg_frame_new(frame, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(*frame, "text", text, 8, NULL), LOGREG_OK);
    CU_ASSERT_EQUAL_FATAL(logreg_frame_add_category(*frame, "y", y, 8, NULL), LOGREG_OK);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, *frame, "y ~ 1", &o, NULL), LOGREG_OK);
    return model;
}

/* The heaviest words of the reviews are scikit-learn's (tests/reference/text_fits.json), in order, and no others are drawn. */
static void heaviest_words(void)
{
    static const double best[] = {2.5466195955223343, 2.5466195955223343, 2.1856893758366174,
                                  2.1749443236904806, 2.105709468038073,  2.059621501643025,
                                  2.009632697926707},
                        worst[] = {-3.260072076720158, -2.6811572233709127, -2.106505655007384,
                                   -1.993942825402858, -1.9535712780467622};
    logreg_frame *reviews = frame_shipped("reviews");
    logreg_model *model = NULL;
    logreg_options o = logreg_options_default();
    o.penalty = "l2";
    o.text = "review";
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, reviews, "sentiment ~ 1", &o, NULL), LOGREG_OK);
    logreg_figure *figure = figure_of(model, NULL, "words");
    size_t good = 0, bad = 0;
    double last = -INFINITY;
    for (size_t i = 0; i < figure->panel->n; i++) {
        const logreg__item *item = &figure->panel->item[i];
        if (item->form != LOGREG__BOXES)
            continue;
        double b = item->value[0] == 0 ? item->value[2] : item->value[0];
        CU_ASSERT_TRUE(b < 0 || good == 0 || b <= last);
        if (b > 0 && good < sizeof best / sizeof *best)
            CU_ASSERT_TRUE(near_abs(b, best[good], 1e-5));
        if (b < 0 && bad < sizeof worst / sizeof *worst)
            CU_ASSERT_TRUE(near_abs(b, worst[bad], 1e-5));
        good += b > 0;
        bad += b < 0;
        last = b;
    }
    CU_ASSERT_TRUE(good == 10 && bad == 10);
    CU_ASSERT_TRUE(says(figure, "The heaviest of 319 words of review: what one more of each adds"));
    CU_ASSERT_TRUE(says(figure, "against it again 0.0384, not 0.0685, worse 0.122,"));
    logreg_figure_free(figure);
    figure = figure_of(model, reviews, "forest"); /* rows or none, words count by one */
    CU_ASSERT_TRUE(says(figure, "Numbers count by one unit."));
    logreg_figure_free(figure);
    logreg_model_free(model);
    logreg_frame_free(reviews);
}

static void refuses(const logreg_model *model, const logreg_frame *frame, const char *kind, const char *why)
{
    logreg_error err = {.message = ""};
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL(logreg_figure_build(&figure, kind, &source, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_PTR_NULL(figure);
    CU_ASSERT_PTR_NOT_NULL(strstr(err.message, why));
}

/* Of three classes each has a panel, in which its own word comes first; models without words are refused, and figures of single rows of those that have. */
static void words_of_classes(void)
{
    static const char *const own[] = {"good", "bad", "dull"};
    logreg_frame *frame = NULL;
    logreg_model *model = fit_texts(&frame, 3);
    logreg_figure *figure = figure_of(model, NULL, "words");
    CU_ASSERT_EQUAL_FATAL(figure->n, 3);
    for (size_t k = 0; k < 3; k++) {
        const logreg__panel *panel = &figure->panel[k];
        size_t i = 0;
        while (i < panel->n && panel->item[i].form != LOGREG__LABEL)
            i++;
        CU_ASSERT_TRUE(i < panel->n && strcmp(panel->item[i].text, own[k]) == 0);
    }
    logreg_figure_free(figure);
    refuses(model, frame, "influence", "is not drawn of models that count words");
    logreg_model_free(model);
    logreg_frame_free(frame);
    fitted f = fit_one(FIT_CHALLENGER);
    refuses(f.model, f.frame, "words", "there are no words to draw");
    fitted_free(&f);
}

/* ---- Memory ---- */

static void out_of_memory(void)
{
    logreg_frame *cars = frame_shipped("mtcars");
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, cars, "vs ~ mpg * C(am)", NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(oom_each(build, &(job){{.model = model, .frame = cars}, "curve"}));
    logreg_model_free(model);
    logreg_frame_free(cars);
    logreg_frame *texts = NULL;
    model = fit_texts(&texts, 2);
    CU_ASSERT_TRUE(oom_each(build, &(job){{.model = model}, "words"}));
    logreg_model_free(model);
    logreg_frame_free(texts);
}

const test_case tests[] = {
    {"shares stand where the other variables do", adjusted_shares},
    {"shares of levels stand where the other variables do", adjusted_by_level},
    {"shares of rows that nothing is predicted of stay", shares_of_unknown_rows},
    {"titles and words tell the ways of curves", ways_of_curves},
    {"the boundary of separated classes is straight", leaping_boundary},
    {"a lift begins with the first row", lift_from_nothing_on},
    {"counts are read on every shade", letters_on_shades},
    {"letters are as wide as the font's", letters_of_the_font},
    {"strings of a script have their room", quoted_within},
    {"long names stay within the picture", long_names_within},
    {"the heaviest words are scikit-learn's", heaviest_words},
    {"words of three classes, and of none", words_of_classes},
    {"out of memory", out_of_memory},
    {NULL, NULL},
};
