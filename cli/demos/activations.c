/* Sigmoid, tanh and ReLU side by side with their derivatives. */
#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

typedef struct {
    const char *name;
    double (*value)(double), (*slope)(double);
} activation;

static const activation all[] = {{"sigmoid", logreg_sigmoid, logreg_sigmoid_derivative},
                                 {"tanh", logreg_tanh, logreg_tanh_derivative},
                                 {"ReLU", logreg_relu, logreg_relu_derivative}};
enum { ALL = sizeof all / sizeof *all };

static const double at[] = {-4, -2, -1, -0.5, 0, 0.5, 1, 2, 4};
enum { PLACES = sizeof at / sizeof *at };

static void table(cli_lesson *l)
{
    cli_lesson_head(l, "   x   sigmoid     slope      tanh     slope   ReLU  slope");
    for (int i = 0; i < PLACES; i++)
        cli_lesson_show(l, "%4.1f  %8.5f  %8.5f  %8.5f  %8.5f  %5.1f  %5.0f", at[i], logreg_sigmoid(at[i]),
                        logreg_sigmoid_derivative(at[i]), logreg_tanh(at[i]), logreg_tanh_derivative(at[i]),
                        logreg_relu(at[i]), logreg_relu_derivative(at[i]));
    cli_lesson_gap(l);
}

static void scaled(cli_lesson *l)
{
    cli_lesson_say(l, "tanh is the sigmoid in other clothes, twice as high, moved down by 1 and twice as "
                      "fast: tanh(x) = 2 sigmoid(2 x) - 1.");
    if (l->steps) {
        cli_lesson_show(l, "tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))");
        cli_lesson_show(l, "        = (1 - exp(-2 x)) / (1 + exp(-2 x))  over exp(x)");
        cli_lesson_show(l, "        = (2 - (1 + exp(-2 x))) / (1 + exp(-2 x))");
        cli_lesson_show(l, "        = 2 / (1 + exp(-2 x)) - 1 = 2 sigmoid(2 x) - 1");
        cli_lesson_gap(l);
    }
    cli_lesson_head(l, "   x   sigmoid(2 x)   2 sigmoid(2 x) - 1        tanh(x)");
    for (int i = 0; i < PLACES; i += 2)
        cli_lesson_show(l, "%4.1f  %13.9f  %19.9f  %13.9f", at[i], logreg_sigmoid(2 * at[i]),
                        2 * logreg_sigmoid(2 * at[i]) - 1, logreg_tanh(at[i]));
    cli_lesson_gap(l);
}

/* The axes of a panel. */
static void begin(logreg_figure *f, const char *title, double low, double high)
{
    logreg_figure_panel(f, title);
    logreg_figure_set_axis(f, 'x', &(logreg_figure_axis){.label = "x", .low = -4, .high = 4, .most = 5});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .low = low - 0.15, .high = high + 0.25, .first = low, .last = high, .grid = true});
}

static void draw_all(logreg_figure *f, bool slopes)
{
    static const int dash[ALL] = {0, 1, 3};
    for (int i = 0; i < ALL; i++)
        cli_draw_function(f, slopes ? all[i].slope : all[i].value, -4, 4,
                          &(logreg_mark){.colour = i, .size = 3, .dash = dash[i]});
}

static double twice_as_fast(double x)
{
    return logreg_sigmoid(2 * x);
}

static double stretched(double x)
{
    return 2 * logreg_sigmoid(2 * x) - 1;
}

/* The sigmoid, squeezed to sigmoid(2 x), stretched to 2 sigmoid(2 x) - 1; and dots of tanh, which lie on that. */
static void draw_scaled(logreg_figure *f)
{
    const logreg_mark dots = {.colour = 1, .size = 1.1};
    cli_draw_function(f, logreg_sigmoid, -4, 4, &(logreg_mark){.colour = 0, .size = 3});
    cli_draw_function(f, twice_as_fast, -4, 4, &(logreg_mark){.colour = 2, .size = 3, .dash = 1});
    cli_draw_function(f, stretched, -4, 4, &(logreg_mark){.colour = 3, .size = 3});
    for (int i = -8; i <= 8; i++) {
        double x = i / 2.0, y = logreg_tanh(x);
        logreg_figure_points(f, &x, &y, 1, &dots);
    }
    cli_draw_text(f, -4, 0.5, 0, -1, "s(x)");
    cli_draw_text(f, -4, 1.02, 2, -1, "dashes: s(2 x)");
    cli_draw_text(f, 4, -0.75, 1, 1, "dots: tanh");
}

static void draw(cli_lesson *l)
{
    logreg_figure *f = NULL;
    if (!cli_lesson_figure(
            &f, l, "Three activations and their slopes",
            "The sigmoid's slope never passes 1/4, that of tanh is 1 in the middle, that of "
            "ReLU 1 for ever. Squeeze the sigmoid s(x) to s(2 x), take twice that, less 1: it is tanh."))
        return;
    cli_lesson_words(l, f, "At 1 the sigmoid is %.3f with slope %.3f, tanh %.3f with %.3f, ReLU 1 with 1.",
                     logreg_sigmoid(1), logreg_sigmoid_derivative(1), logreg_tanh(1),
                     logreg_tanh_derivative(1));
    logreg_figure_size(f, 1600, 700);
    logreg_figure_columns(f, 3);
    begin(f, "Values", -1, 2);
    draw_all(f, false);
    cli_draw_text(f, -4, 0.55, 0, -1, all[0].name);
    cli_draw_text(f, -4, -0.65, 1, -1, all[1].name);
    cli_draw_text(f, 1.7, 1.9, 2, 1, all[2].name);
    begin(f, "Slopes", 0, 1);
    draw_all(f, true);
    cli_draw_text(f, 1.3, 0.26, 0, -1, all[0].name);
    cli_draw_text(f, -0.9, 0.6, 1, 1, all[1].name);
    cli_draw_text(f, 1.3, 1.1, 2, -1, all[2].name);
    begin(f, "tanh by sigmoid", -1, 1);
    draw_scaled(f);
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    cli_lesson_say(l, "A neuron bends the sum that it has made, by its activation. Three that are in use: "
                      "the sigmoid, between 0 and 1; "
                      "the hyperbolic tangent, between -1 and 1; and the rectified linear unit (ReLU), the "
                      "larger of x and 0.");
    table(l);
    draw(l);
    scaled(l);
    cli_lesson_say(l,
                   "What speaks for which: the sigmoid is a probability, and so stands where one is wanted, "
                   "at the end. tanh is centred on zero "
                   "and four times as steep in the middle. ReLU has the slope 1 however far out, so it does "
                   "not saturate to the right; to the left it is 0 and learns nothing.");
}

const cli_demo demo_activations = {
    .name = "activations",
    .section = "Neurons",
    .title = "Sigmoid, tanh and ReLU, with their slopes",
    .tell = tell,
    .question = "The slope of tanh is 1 - tanh(x)^2. Show it from the slope of the sigmoid and tanh(x) = 2 "
                "sigmoid(2 x) - 1.",
    .next = "logreg demo neuron",
};
