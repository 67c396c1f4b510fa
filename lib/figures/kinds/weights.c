/* Coefficients as images: a model whose numbers are the pixels of a square, row by row from the top, has a picture for each class. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kind.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Classes that there is room for, columns of a name, the smallest square that is one, shades of the scale. */
enum { CLASSES_MOST = 12, NAME_ROOM = 14, SIDE_LEAST = 4, SHADES = 21 };

typedef struct {
    const logreg_model *model;
    size_t side, first; /* pixels of a side, the first of their columns */
    size_t K, shown;    /* classes; those that have a picture: of two the event's alone */
    double *value;      /* [shown x side^2], the lowest row first, as images have it */
    double most;
} plot;

/* The number at the end of a name, and how long the name is before it; false: there is none. */
static bool ending(unsigned long *number, size_t *length, const char *name)
{
    size_t n = strlen(name), at = n;
    while (at > 0 && n - at < 9 && isdigit((unsigned char)name[at - 1]))
        at--;
    *number = strtoul(name + at, NULL, 10);
    *length = at;
    return at < n;
}

/* Do names look like those of pixels? They end in numbers that go up from each to the next, or from each to the next of a row. */
static bool named_like_pixels(const plot *p)
{
    unsigned long before = 0, first = 0, number;
    size_t length, prefix = 0;
    bool up = true, rows = true;
    const char *start = logreg_model_coefficient_name(p->model, p->first);
    for (size_t i = 0; i < p->side * p->side; i++) {
        const char *name = logreg_model_coefficient_name(p->model, p->first + i);
        if (!ending(&number, &length, name))
            return false;
        if (i == 0) {
            first = number;
            prefix = length;
        }
        up = up && length == prefix && strncmp(name, start, length) == 0 && (i == 0 || number > before);
        rows = rows && number == first + i % p->side;
        before = number;
    }
    return up || rows;
}

/* Are the columns but for the intercept numbers that stand for themselves, and their count a square? */
static bool find_square(plot *p)
{
    size_t n = logreg_model_coefficients(p->model), variable, level;
    p->first = logreg_model_has_intercept(p->model);
    p->side = (size_t)lround(sqrt((double)(n - p->first)));
    if (p->side < SIDE_LEAST || p->side * p->side != n - p->first)
        return false;
    for (size_t j = p->first; j < n; j++)
        if (!logreg_model_coefficient_variable(p->model, j, &variable, &level) || level != SIZE_MAX)
            return false;
    return named_like_pixels(p);
}

/* What is not known counts as nothing: pixels that never vary. */
static double coefficient(const plot *p, size_t k, size_t j)
{
    double b = k < logreg_model_first_class(p->model) ? 0 : logreg_model_coefficient(p->model, k, j);
    return isfinite(b) ? b : 0;
}

/* Of more than two classes each less the mean of all, which tells the same probabilities. */
static void fill(plot *p)
{
    size_t pixels = p->side * p->side;
    for (size_t i = 0; i < pixels; i++) {
        double mean = 0;
        for (size_t k = 0; p->K > 2 && k < p->K; k++)
            mean += coefficient(p, k, p->first + i) / (double)p->K;
        for (size_t s = 0; s < p->shown; s++) {
            double b = coefficient(p, p->K > 2 ? s : 1, p->first + i) - mean;
            size_t row = p->side - 1 - i / p->side;
            p->value[s * pixels + row * p->side + i % p->side] = b;
            p->most = fmax(p->most, fabs(b));
        }
    }
}

/* The strongest pixels of a class, for who cannot see them. */
static void say_strongest(logreg_figure *f, const plot *p, size_t s, const char *name)
{
    const double *value = p->value + s * p->side * p->side;
    size_t best[2] = {0};
    for (size_t i = 0; i < p->side * p->side; i++) {
        best[0] = value[i] > value[best[0]] ? i : best[0];
        best[1] = value[i] < value[best[1]] ? i : best[1];
    }
    char number[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_add(&said, name);
    for (int k = 0; k < 2; k++)
        logreg__page_format(&said, "%s the pixel in row %zu, column %zu (%s)",
                            k ? ", most against it" : ": most speaks for it", p->side - best[k] / p->side,
                            best[k] % p->side + 1,
                            logreg__figure_digits(number, value[best[k]], 2, said.sign));
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* What shades mean, beside the classes. */
static void add_scale(logreg_figure *f, const plot *p)
{
    char number[LOGREG__FIGURE_SIZE], text[LOGREG__FIGURE_SIZE + 16];
    double shade[2 * SHADES], side = (double)p->side, wide = 0.16 * side;
    static const char *const names[] = {"against", "nothing", "for"};
    for (int i = 0; i < 2 * SHADES; i++) /* two columns, since gnuplot draws no image of one */
        shade[i] = p->most * (2.0 * (i / 2) / (SHADES - 1) - 1);
    logreg_figure_panel(f, "Scale");
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE, .bare = true});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE, .bare = true});
    logreg_figure_image(f, shade, SHADES, 2, 0, 0, wide, side, p->most, true);
    for (int i = 0; i < 3; i++) {
        double y = side * (0.06 + 0.44 * i);
        snprintf(text, sizeof text, "%s %s",
                 logreg__figure_digits(number, p->most * (i - 1), 2, f->title.sign), names[i]);
        logreg_figure_label(f, 1.3 * wide, y, i == 1 ? "0" : text,
                            &(logreg_mark){.colour = LOGREG_GREY, .align = -1});
    }
}

static void add_class(logreg_figure *f, const plot *p, size_t s)
{
    double side = (double)p->side;
    char *name = logreg__figure_short(f, logreg_model_class(p->model, p->K > 2 ? s : 1), NAME_ROOM);
    logreg_figure_panel(f, name ? name : "");
    say_strongest(f, p, s, name ? name : "");
    free(name);
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_image(f, p->value + s * p->side * p->side, p->side, p->side, 0, 0, side, side, p->most,
                        true);
    const double corner[] = {0, side, side, 0, 0}, up[] = {0, 0, side, side, 0};
    logreg_figure_line(f, corner, up, 5, &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2});
}

logreg_status logreg__build_weights(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.model = order->model, .K = logreg_model_classes(order->model)};
    if (!find_square(&p))
        return logreg__fail(err, LOGREG_EINVAL,
                            "weights are drawn as images where the columns are the pixels of a square, 16 at "
                            "least, with names that end in running numbers, such as p1 to p64 of 8 x 8; "
                            "the model has %zu coefficients of other columns",
                            logreg_model_coefficients(order->model));
    p.shown = p.K == 2 ? 1 : p.K < CLASSES_MOST ? p.K : CLASSES_MOST;
    p.value = logreg__new(p.shown * p.side * p.side, sizeof *p.value);
    if (!p.value)
        return logreg__fail_memory(err);
    fill(&p);
    int panels = (int)p.shown + 1,
        columns = panels < 4     ? panels
                  : panels == 13 ? 5
                                 : 4,
        rows = (panels + columns - 1) / columns;
    logreg__page_add(&f->title, "What the model looks for in ");
    logreg__page_name(&f->title, logreg__target_name(order->model), 24);
    logreg__page_format(
        &f->sentences,
        "Coefficients of %zu × %zu pixels: ink where it is dark blue speaks for the class, where "
        "it is orange and dashed against it.",
        p.side, p.side);
    if (p.shown < p.K && p.K > 2)
        logreg__page_format(&f->sentences, " %zu more classes are not drawn.", p.K - p.shown);
    logreg_figure_columns(f, columns);
    logreg_figure_size(f, 1600, 230 + rows * (1600 / columns));
    logreg_figure_square(f);
    for (size_t s = 0; s < p.shown; s++)
        add_class(f, &p, s);
    add_scale(f, &p);
    free(p.value);
    return p.most > 0 ? LOGREG_OK
                      : logreg__fail(err, LOGREG_EINVAL,
                                     "there is nothing to draw: no coefficient is finite and not 0");
}
