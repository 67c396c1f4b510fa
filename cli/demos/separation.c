/* A coefficient that runs off while the deviance flattens, and Firth's penalty, which stops it. */
#include <math.h>
#include <stdlib.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { ROWS = 8, KEPT = 40 };

static const double dose[ROWS] = {1, 2, 3, 4, 5, 6, 7, 8};
static const double better[ROWS] = {0, 0, 0, 0, 1, 1, 1, 1};

typedef struct {
    double b1[KEPT], deviance[KEPT];
    size_t n;
} course;

static void keep(const logreg_trace_row *row, void *data)
{
    course *c = data;
    if (c->n == KEPT)
        return;
    c->b1[c->n] = row->beta[1];
    c->deviance[c->n++] = 2 * ROWS * row->loss;
}

static bool make(logreg_frame **frame, cli_lesson *l)
{
    return cli_lesson_ok(l, logreg_frame_new(frame, &l->err)) &&
           cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "dose", dose, ROWS, 1, &l->err)) &&
           cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "better", better, ROWS, 1, &l->err));
}

static void show(const course *c, cli_lesson *l)
{
    cli_lesson_head(l, "iteration      slope   odds ratio      deviance   gained");
    for (size_t i = 0; i < c->n; i += i < 8 ? 1 : 4) {
        char gained[20] = "";
        if (i)
            snprintf(gained, sizeof gained, "%7.2g", c->deviance[i - 1] - c->deviance[i]);
        cli_lesson_show(l, "%9zu  %9.4f  %11.4g  %12.4g  %s", i, c->b1[i],
                        logreg_odds_from_log_odds(c->b1[i]), c->deviance[i], gained);
    }
    cli_lesson_gap(l);
}

/* What a steeper curve through the gap gains, by hand. */
static void work(cli_lesson *l)
{
    cli_lesson_say(l, "Why is there no end to it? Put the middle of the curve at 4.5, between the two "
                      "groups, and only let it grow steeper. "
                      "Each row is on its right side, so each doubling makes each row's probability larger:");
    cli_lesson_head(l, "slope   P(better) at 4      at 5   deviance");
    for (double b = 1; b <= 64; b *= 2) {
        double sum = 0;
        for (int i = 0; i < ROWS; i++)
            sum -= 2 * logreg_log_sigmoid((better[i] > 0 ? 1 : -1) * b * (dose[i] - 4.5));
        cli_lesson_show(l, "%5.0f  %15.6g  %8.6f  %9.4g", b, logreg_sigmoid(-b / 2), logreg_sigmoid(b / 2),
                        sum);
    }
    cli_lesson_gap(l);
}

static void draw(const course *c, cli_lesson *l, double firth)
{
    logreg_figure *f = NULL;
    double at[KEPT];
    if (!cli_lesson_figure(&f, l, "The coefficient runs off, the deviance flattens",
                           "Iterations of maximum likelihood on separated rows; dashed, Firth's estimate."))
        return;
    cli_lesson_words(l, f,
                     "After %zu iterations the slope is %.4g and the deviance %.2g; Firth's slope is %.4g.",
                     c->n - 1, c->b1[c->n - 1], c->deviance[c->n - 1], firth);
    for (size_t i = 0; i < c->n; i++)
        at[i] = (double)i;
    double last = (double)c->n - 1, top = fmax(c->b1[c->n - 1], firth) * 1.1;
    logreg_figure_size(f, 1600, 800);
    logreg_figure_columns(f, 2);
    logreg_figure_panel(f, "Slope");
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){
            .label = "iteration", .low = -0.5, .high = last + 0.5, .first = 0, .last = last});
    logreg_figure_set_axis(f, 'y', &(logreg_figure_axis){.low = 0, .high = top, .grid = true});
    cli_draw_level(f, firth, &(logreg_mark){.colour = 1, .dash = 1});
    logreg_figure_line(f, at, c->b1, c->n, &(logreg_mark){.colour = 0, .size = 3});
    logreg_figure_points(f, at, c->b1, c->n, &(logreg_mark){.colour = 0});
    logreg_figure_label(f, last, firth, "Firth",
                        &(logreg_mark){.colour = 1, .align = 1, .up = 1, .bold = true});
    logreg_figure_panel(f, "Deviance");
    logreg_figure_set_axis(
        f, 'x',
        &(logreg_figure_axis){
            .label = "iteration", .low = -0.5, .high = last + 0.5, .first = 0, .last = last});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.low = 0, .high = c->deviance[0] * 1.1, .grid = true});
    logreg_figure_line(f, at, c->deviance, c->n, &(logreg_mark){.colour = 0, .size = 3});
    logreg_figure_points(f, at, c->deviance, c->n, &(logreg_mark){.colour = 0});
    cli_lesson_draw(l, f);
}

static void tell_course(const course *c, cli_lesson *l, const logreg_model *ml, const logreg_model *firth)
{
    double b0 = logreg_model_coefficient(firth, 1, 0), b1 = logreg_model_coefficient(firth, 1, 1);
    cli_lesson_say(
        l, "Eight patients were given doses from 1 to 8. None got better up to 4, all did from 5 on:");
    cli_lesson_show(l, "dose    1  2  3  4  5  6  7  8");
    cli_lesson_show(l, "better  0  0  0  0  1  1  1  1");
    cli_lesson_gap(l);
    cli_lesson_say(l, "A perfect prediction, one would think, and so an easy fit. Follow its iterations:");
    show(c, l);
    draw(c, l, b1);
    cli_lesson_say(l,
                   "The slope goes up and up, by about as much each time, and the deviance gains ever less, "
                   "on its way to 0. There is no maximum: whatever the "
                   "slope, a steeper curve does better. logreg proves that and says so: the classes are "
                   "separated, the slope is %s. A program that stops when the deviance hardly changes would "
                   "have printed the number where it stood, "
                   "as if it meant something.",
                   isinf(logreg_model_coefficient(ml, 1, 1)) ? "infinite" : "finite");
    if (l->steps)
        work(l);
    cli_lesson_say(
        l,
        "Firth's penalty adds half the logarithm of the information's determinant to the log-likelihood, and "
        "that falls as the curve grows steep. So it has a "
        "maximum, always:");
    cli_lesson_show(l, "Firth  intercept %.5f, slope %.5f", b0, b1);
    cli_lesson_show(l, "       odds ratio %.4g a unit of dose", logreg_odds_from_log_odds(b1));
    cli_lesson_show(l, "       P(better) at 4: %.4f, at 5: %.4f", logreg_sigmoid(b0 + 4 * b1),
                    logreg_sigmoid(b0 + 5 * b1));
    cli_lesson_gap(l);
    cli_lesson_say(l,
                   "Eight patients are no proof that 4 never helps and 5 always does, and the second fit "
                   "does not say so. Its odds ratio is not a risk ratio "
                   "either: from 4 to 5 the chance grows %.3g-fold.",
                   logreg_risk_ratio(logreg_sigmoid(b0 + 5 * b1), logreg_sigmoid(b0 + 4 * b1)));
}

static void tell(cli_lesson *l)
{
    course c = {.n = 0};
    logreg_frame *frame = NULL;
    logreg_model *ml = NULL, *firth = NULL;
    logreg_options plain = logreg_options_default(), penalised = plain;
    plain.trace = keep;
    plain.trace_data = &c;
    penalised.penalty = "firth";
    if (make(&frame, l) && cli_lesson_fit(&ml, l, frame, "better ~ dose", &plain) &&
        cli_lesson_fit(&firth, l, frame, "better ~ dose", &penalised))
        tell_course(&c, l, ml, firth);
    logreg_model_free(ml);
    logreg_model_free(firth);
    logreg_frame_free(frame);
}

const cli_demo demo_separation = {
    .name = "separation",
    .section = "Finding the fit",
    .title = "Separation: a coefficient that runs off, and what stops it",
    .tell = tell,
    .question = "One more patient got better at a dose of 2. Is there a maximum now? What does one row "
                "change, and why?",
    .next = "logreg fit @mtcars --features wt,qsec --penalty firth",
};
