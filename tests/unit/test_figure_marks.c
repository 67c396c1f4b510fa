/* Marks of single kinds of figures that a reader goes by: where lines begin, what letters stand on, what shares are of. */
#include "fitted.h"
#include "frames.h"
#include "harness.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/figures.h>

#include "figures/figure.h"
#include "figures/palette.h"

static logreg_figure *figure_of(const logreg_model *model, const logreg_frame *frame, const char *kind)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = model, .frame = frame};
    CU_ASSERT_EQUAL_FATAL(logreg_figure_build(&figure, kind, &source, NULL, NULL), LOGREG_OK);
    return figure;
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

const test_case tests[] = {
    {"a lift begins with the first row", lift_from_nothing_on},
    {"counts are read on every shade", letters_on_shades},
    {NULL, NULL},
};
