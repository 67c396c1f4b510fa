/* Handwritten digits of 8 x 8 pixels: two classes and ten, weights as pictures, test images and the confusion matrix. */
#include <stdlib.h>

#include "demos.h"
#include "draw.h"

enum { SIDE = 8, PIXELS = SIDE * SIDE, DIGITS = 10, TRAIN = 898, SHOWN = 5, PAIR_A = 3, PAIR_B = 8 };

typedef struct {
    gsl_matrix *X;
    gsl_vector *y;
    size_t n;
} images;

typedef struct {
    logreg_model *model;
    gsl_matrix *P; /* of the test images */
    size_t n, right;
    double counts[DIGITS * DIGITS];
} result;

static void images_free(images *d)
{
    gsl_matrix_free(d->X);
    gsl_vector_free(d->y);
}

/* Rows first .. last - 1 of the frame, all digits or (only two) two of them, coded 0 and 1. */
static bool take(images *d, cli_lesson *l, const logreg_frame *frame, size_t first, size_t last, bool two)
{
    d->X = gsl_matrix_alloc(last - first, PIXELS);
    d->y = gsl_vector_alloc(last - first);
    if (!d->X || !d->y)
        return cli_lesson_no_memory(l);
    for (size_t i = first; i < last; i++) {
        double digit = logreg_frame_number(frame, i, PIXELS);
        if (two && digit != PAIR_A && digit != PAIR_B)
            continue;
        for (size_t j = 0; j < PIXELS; j++)
            gsl_matrix_set(d->X, d->n, j, logreg_frame_number(frame, i, j));
        gsl_vector_set(d->y, d->n++, two ? digit == PAIR_B : digit);
    }
    d->X->size1 = d->y->size = d->n; /* the rest of the block stays unused */
    return true;
}

static bool learn(result *r, cli_lesson *l, const images *train, const images *test)
{
    logreg_options options = logreg_options_default();
    options.penalty = "l2";
    options.C = 1;
    options.solver = "newton-cg"; /* which needs no matrix of 640 by 640 */
    options.threads = 1;          /* with so few rows more would wait for one another */
    options.measures = false;
    if (!cli_lesson_ok(l, logreg_fit(&r->model, train->X, train->y, &options, &l->err)))
        return false;
    size_t k = logreg_model_classes(r->model);
    r->P = gsl_matrix_alloc(test->n, k);
    if (!r->P)
        return cli_lesson_no_memory(l);
    if (!cli_lesson_ok(l, logreg_predict_proba(r->model, test->X, r->P, &l->err)))
        return false;
    r->n = test->n;
    logreg_labelled rows = {
        .n = test->n, .n_classes = k, .y = test->y->data, .p = r->P->data, .threshold = 0.5};
    double *event = NULL;
    if (k == 2) {
        event = malloc(test->n * sizeof *event);
        if (!event)
            return cli_lesson_no_memory(l);
        for (size_t i = 0; i < test->n; i++)
            event[i] = gsl_matrix_get(r->P, i, 1);
        rows.p = event;
    }
    logreg_metric_confusion(r->counts, &rows);
    for (size_t c = 0; c < k; c++)
        r->right += (size_t)r->counts[c * k + c];
    free(event);
    return true;
}

static void result_free(result *r)
{
    logreg_model_free(r->model);
    gsl_matrix_free(r->P);
}

/* ---- What is told ---- */

/* Ink as characters, from light to dark. */
static void show_image(cli_lesson *l, const images *d, size_t i)
{
    static const char ink[] = " .:-=+*#%@";
    char line[2 * SIDE + 1];
    for (size_t row = 0; row < SIDE; row++) {
        for (size_t column = 0; column < SIDE; column++) {
            size_t dark = (size_t)(gsl_matrix_get(d->X, i, SIDE * row + column) / 16 * 9 + 0.5);
            line[2 * column] = line[2 * column + 1] = ink[dark];
        }
        line[2 * SIDE] = '\0';
        cli_lesson_show(l, "%s", line);
    }
    cli_lesson_gap(l);
}

static void show_pair(const result *r, cli_lesson *l, size_t n_train)
{
    cli_lesson_say(l,
                   "First two classes: %d against %d. Each of the 64 pixels is a column, its ink a number "
                   "from 0 to 16, and has a coefficient: ink where it is positive speaks for "
                   "%d, ink where it is negative for %d. So many columns tell the %zu training images of the "
                   "two apart without an error, and then "
                   "the likelihood has no maximum ('logreg demo separation'); a ridge penalty (l2, C = 1) "
                   "keeps the coefficients finite.",
                   PAIR_A, PAIR_B, PAIR_B, PAIR_A, n_train);
    cli_lesson_head(l, "of test images   said %d  said %d", PAIR_A, PAIR_B);
    for (int c = 0; c < 2; c++)
        cli_lesson_show(l, "%14d  %7.0f  %6.0f", c ? PAIR_B : PAIR_A, r->counts[2 * c], r->counts[2 * c + 1]);
    cli_lesson_show(l, "right: %zu of %zu, %.4f", r->right, r->n, (double)r->right / (double)r->n);
    cli_lesson_gap(l);
}

static void show_probabilities(const result *r, cli_lesson *l, const images *test)
{
    cli_lesson_say(l, "The first test images and the probability of each digit, in percent:");
    cli_lesson_head(l, "is    0    1    2    3    4    5    6    7    8    9");
    for (size_t i = 0; i < SHOWN; i++) {
        char line[200];
        size_t n = 0;
        for (size_t k = 0; k < DIGITS; k++)
            n += (size_t)snprintf(line + n, sizeof line - n, "%5.*f", gsl_matrix_get(r->P, i, k) < 0.9995,
                                  100 * gsl_matrix_get(r->P, i, k));
        cli_lesson_show(l, "%2.0f%s", gsl_vector_get(test->y, i), line);
    }
    cli_lesson_gap(l);
}

static void show_confusion(const result *r, cli_lesson *l)
{
    cli_lesson_say(l, "Of all test images, what they are (down) and what was said (across):");
    cli_lesson_head(l, "is    0    1    2    3    4    5    6    7    8    9");
    for (int i = 0; i < DIGITS; i++) {
        char line[200];
        size_t n = 0;
        for (int j = 0; j < DIGITS; j++)
            n += (size_t)snprintf(line + n, sizeof line - n, "%5.0f", r->counts[DIGITS * i + j]);
        cli_lesson_show(l, "%2d%s", i, line);
    }
    cli_lesson_show(l, "right: %zu of %zu, %.4f", r->right, r->n, (double)r->right / (double)r->n);
    cli_lesson_gap(l);
}

/* The image that was surest to be what it is not. */
static void show_worst(const result *r, cli_lesson *l, const images *test)
{
    size_t worst = 0, said = 0;
    for (size_t i = 0; i < test->n; i++)
        if (gsl_matrix_get(r->P, i, (size_t)gsl_vector_get(test->y, i)) <
            gsl_matrix_get(r->P, worst, (size_t)gsl_vector_get(test->y, worst)))
            worst = i;
    for (size_t k = 0; k < DIGITS; k++)
        if (gsl_matrix_get(r->P, worst, k) > gsl_matrix_get(r->P, worst, said))
            said = k;
    cli_lesson_say(l, "This one is a %.0f, and was said to be a %zu with a probability of %.4f:",
                   gsl_vector_get(test->y, worst), said, gsl_matrix_get(r->P, worst, said));
    show_image(l, test, worst);
}

static void weights_panel(logreg_figure *f, const logreg_model *m, size_t k, const char *title, double most)
{
    static const double edge_x[] = {0, SIDE, SIDE, 0, 0}, edge_y[] = {0, 0, SIDE, SIDE, 0};
    double value[PIXELS];
    for (size_t row = 0; row < SIDE; row++)
        for (size_t column = 0; column < SIDE; column++) /* figures have the lowest row first */
            value[SIDE * row + column] = logreg_model_coefficient(m, k, 1 + SIDE * (SIDE - 1 - row) + column);
    logreg_figure_panel(f, title);
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.low = 0, .high = SIDE, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.low = 0, .high = SIDE, .ticks = LOGREG_TICKS_NONE});
    logreg_figure_image(f, value, SIDE, SIDE, 0, 0, SIDE, SIDE, most, true);
    logreg_figure_line(f, edge_x, edge_y, 5, &(logreg_mark){.colour = LOGREG_RULE, .size = 1});
}

/* What shades mean for the ten digits, and for the last picture, whose scale is its own. */
static void scale_panel(logreg_figure *f, const cli_lesson *l, double ten, double pair)
{
    enum { SHADES = 21 };
    const double side = SIDE, wide = 0.16 * side;
    const logreg_mark look = {.colour = LOGREG_GREY, .align = -1};
    double shade[2 * SHADES];
    char text[CLI_CELL_SIZE], raw[CLI_CELL_SIZE];
    for (int i = 0; i < 2 * SHADES; i++)
        shade[i] = (double)(i / 2 - SHADES / 2) / (SHADES / 2);
    logreg_figure_panel(f, "Scale");
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE, .bare = true});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.high = side, .ticks = LOGREG_TICKS_NONE, .bare = true});
    logreg_figure_image(f, shade, SHADES, 2, 0, 0, wide, side, 1, true);
    for (int i = -1; i < 2; i++) {
        const char *what = i < 0 ? "against" : i ? "for" : "nothing";
        snprintf(raw, sizeof raw, i ? "%.2g %s" : "0", i * ten, what);
        logreg_figure_label(f, 1.3 * wide, side * (0.5 + 0.44 * i), cli_lesson_signed(text, l, raw), &look);
        snprintf(raw, sizeof raw, "(last: %.2g)", i * pair);
        if (i)
            logreg_figure_label(f, 1.3 * wide, side * (0.5 + 0.32 * i), cli_lesson_signed(text, l, raw),
                                &look);
    }
}

static double largest(const logreg_model *m, size_t first, size_t last)
{
    double most = 0;
    for (size_t k = first; k <= last; k++)
        for (size_t j = 1; j <= PIXELS; j++) {
            double b = logreg_model_coefficient(m, k, j);
            most = b > most ? b : -b > most ? -b : most;
        }
    return most;
}

static void draw(const result *pair, const result *ten, cli_lesson *l)
{
    logreg_figure *f = NULL;
    int height = l->look.height;
    char title[40];
    double most = largest(ten->model, 0, DIGITS - 1);
    if (!cli_lesson_figure(
            &f, l, "What the fit looks for in each digit",
            "Coefficients of the 64 pixels: ink where it is dark blue speaks for the digit, "
            "where it is orange and dashed against it. The last compares two digits alone, on a "
            "scale of its own."))
        return;
    cli_lesson_words(l, f,
                     "Of %zu images that it has not seen it reads %zu rightly; of the two digits %zu of %zu.",
                     ten->n, ten->right, pair->right, pair->n);
    logreg_figure_size(f, 1600, 1300);
    logreg_figure_columns(f, 4);
    logreg_figure_square(f);
    for (size_t k = 0; k < DIGITS; k++) {
        snprintf(title, sizeof title, "%zu", k);
        weights_panel(f, ten->model, k, title, most);
    }
    snprintf(title, sizeof title, "%d against %d", PAIR_B, PAIR_A);
    double own = largest(pair->model, 1, 1);
    weights_panel(f, pair->model, 1, title, own);
    scale_panel(f, l, most, own);
    l->look.height = 8;
    cli_lesson_draw(l, f);
    l->look.height = height;
}

static void tell_images(cli_lesson *l, const result *pair, const result *ten, const images *test)
{
    cli_lesson_say(l,
                   "1,797 digits, written by hand by 13 people, as pictures of 8 x 8 pixels. The fit learns "
                   "from the first %d and is judged by the others, which it has never "
                   "seen. The first of those:",
                   TRAIN);
    show_image(l, test, 0);
    show_pair(pair, l, logreg_model_rows_used(pair->model));
    cli_lesson_say(l, "Then all ten: each digit has 64 coefficients and an intercept, which give it a score, "
                      "and softmax makes probabilities of the ten.");
    draw(pair, ten, l);
    show_probabilities(ten, l, test);
    show_confusion(ten, l);
    if (l->steps)
        show_worst(ten, l, test);
    cli_lesson_say(l, "All of that by adding up weighted ink. It has no notion of strokes or loops, and a "
                      "digit moved by one pixel would be another row to it.");
}

static void tell(cli_lesson *l)
{
    logreg_frame *frame = NULL;
    images train = {0}, test = {0}, train2 = {0}, test2 = {0};
    result pair = {0}, ten = {0};
    if (cli_lesson_data(&frame, l, "@digits")) {
        size_t n = logreg_frame_rows(frame);
        if (take(&train, l, frame, 0, TRAIN, false) && take(&test, l, frame, TRAIN, n, false) &&
            take(&train2, l, frame, 0, TRAIN, true) && take(&test2, l, frame, TRAIN, n, true) &&
            learn(&ten, l, &train, &test) && learn(&pair, l, &train2, &test2))
            tell_images(l, &pair, &ten, &test);
    }
    result_free(&pair);
    result_free(&ten);
    images_free(&train);
    images_free(&test);
    images_free(&train2);
    images_free(&test2);
    logreg_frame_free(frame);
}

const cli_demo demo_digits = {
    .name = "digits",
    .section = "Many classes",
    .title = "Reading handwritten digits by logistic regression",
    .tell = tell,
    .question = "Which digits are taken for one another most often? Look at their pictures of weights: where "
                "are these alike?",
    .next = "logreg demo digits --steps",
};
