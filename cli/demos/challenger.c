/* The O-rings of the space shuttle, and what 23 flights say of a launch at 31 degrees. */
#include <math.h>

#include <logreg/inference.h>
#include <logreg/special.h>

#include "demos.h"
#include "draw.h"

enum { POINTS = 105 };

#define LEVEL 0.95

/* Probability and interval at n temperatures. */
static bool predict(const logreg_model *m, cli_lesson *l, const double *t, size_t n, double *p, double *low,
                    double *high)
{
    logreg_frame *frame = NULL;
    gsl_matrix *P = gsl_matrix_alloc(n, 2);
    gsl_vector_view lows = gsl_vector_view_array(low, n), highs = gsl_vector_view_array(high, n);
    bool ok = P || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_frame_new(&frame, &l->err)) &&
         cli_lesson_ok(l, logreg_frame_add_numeric(frame, "temperature", t, n, 1, &l->err)) &&
         cli_lesson_ok(l, logreg_predict_proba_frame(m, frame, P, &l->err)) &&
         cli_lesson_ok(l,
                       logreg_predict_interval_frame(m, frame, LEVEL, &lows.vector, &highs.vector, &l->err));
    for (size_t i = 0; ok && i < n; i++)
        p[i] = gsl_matrix_get(P, i, 1);
    gsl_matrix_free(P);
    logreg_frame_free(frame);
    return ok;
}

static void show(const logreg_model *m, cli_lesson *l)
{
    static const double t[] = {31, 40, 53, 60, 65, 70, 75, 81};
    enum { ROWS = sizeof t / sizeof *t };
    double p[ROWS], low[ROWS], high[ROWS];
    if (!predict(m, l, t, ROWS, p, low, high))
        return;
    cli_lesson_head(l, "degrees   logit  probability        95%% interval");
    for (int i = 0; i < ROWS; i++)
        cli_lesson_show(l, "%7.0f  %6.3f  %11.5f  %8.5f to %7.5f%s", t[i], logreg_logit(p[i]), p[i], low[i],
                        high[i], t[i] < 53 ? "  unseen" : "");
    cli_lesson_gap(l);
}

static void by_hand(const logreg_model *m, cli_lesson *l)
{
    double b0 = logreg_model_coefficient(m, 1, 0), b1 = logreg_model_coefficient(m, 1, 1), eta = b0 + b1 * 31;
    double v00 = logreg_model_covariance(m, 1, 0, 1, 0), v01 = logreg_model_covariance(m, 1, 0, 1, 1),
           v11 = logreg_model_covariance(m, 1, 1, 1, 1), se = sqrt(v00 + 2 * 31 * v01 + 31 * 31 * v11);
    cli_lesson_say(
        l, "At 31 degrees by hand, the interval too: on the scale of the logit, then through the sigmoid.");
    cli_lesson_show(l, "logit        %.6f %c %.7f x 31 = %.6f", b0, b1 < 0 ? '-' : '+', fabs(b1), eta);
    cli_lesson_show(l, "probability  1 / (1 + exp(%.6f)) = %.5f", -eta, logreg_sigmoid(eta));
    cli_lesson_show(l, "variance     %.6f + 2 x 31 x (%.8f)", v00, v01);
    cli_lesson_show(l, "             + 31 x 31 x %.9f = %.4f", v11, se * se);
    cli_lesson_show(l, "its root     %.6f", se);
    cli_lesson_show(l, "low          sigmoid(%.6f - 1.959964 x %.6f) = %.5f", eta, se,
                    logreg_sigmoid(eta - 1.959963985 * se));
    cli_lesson_show(l, "high         sigmoid(%.6f + 1.959964 x %.6f) = %.5f", eta, se,
                    logreg_sigmoid(eta + 1.959963985 * se));
    cli_lesson_gap(l);
}

static void draw(const logreg_model *m, cli_lesson *l, const logreg_frame *flights)
{
    double t[POINTS], p[POINTS], low[POINTS], high[POINTS];
    logreg_figure *f = NULL;
    for (int i = 0; i < POINTS; i++)
        t[i] = 30 + 0.5 * i;
    if (!predict(m, l, t, POINTS, p, low, high) ||
        !cli_lesson_figure(&f, l, "At 31 degrees the curve says disaster, and the band says: we do not know",
                           "Distress of an O-ring by temperature at launch, 23 flights, with the 95% band."))
        return;
    cli_lesson_words(l, f, "At %.0f degrees the probability is %.4f, from %.3f to %.3f; at %.0f it is %.3f.",
                     t[2], p[2], low[2], high[2], t[80], p[80]);
    logreg_figure_set_axis(
        f, 'x', &(logreg_figure_axis){.label = "temperature, degrees Fahrenheit", .low = 30, .high = 82});
    logreg_figure_set_axis(
        f, 'y',
        &(logreg_figure_axis){
            .label = "P(distress)", .low = -0.07, .high = 1.07, .first = 0, .last = 1, .grid = true});
    logreg_figure_band(f, t, low, high, POINTS, &(logreg_mark){.colour = 0});
    logreg_figure_line(f, t, p, POINTS, &(logreg_mark){.colour = 0, .size = 3.2});
    for (size_t i = 0; i < logreg_frame_rows(flights); i++) {
        double x = logreg_frame_number(flights, i, 0), y = logreg_frame_number(flights, i, 1);
        logreg_figure_points(f, &x, &y, 1, &(logreg_mark){.colour = 1, .opacity = 0.7});
    }
    cli_draw_upright(f, 31, &(logreg_mark){.colour = LOGREG_INK, .dash = 1});
    cli_draw_text(f, 31.5, 0.5, LOGREG_INK, -1, "31 degrees, the launch");
    cli_lesson_draw(l, f);
}

static void tell_flights(const logreg_model *m, cli_lesson *l, const logreg_frame *flights)
{
    double b1 = logreg_model_coefficient(m, 1, 1);
    cli_lesson_say(l, "On 28 January 1986 the space shuttle Challenger was launched at 31 degrees Fahrenheit "
                      "and broke apart: "
                      "O-rings had not sealed. Of 23 flights before it seven had shown damage. Was it "
                      "to be foreseen? A logistic regression of distress on temperature:");
    draw(m, l, flights);
    show(m, l);
    if (l->steps)
        by_hand(m, l);
    cli_lesson_say(l,
                   "Each degree more multiplies the odds of distress by exp(%.4f) = %.3f; ten degrees less "
                   "multiply them by %.1f. Odds, "
                   "not risks: near 1 a probability has no room for that.",
                   b1, logreg_odds_from_log_odds(b1), logreg_odds_from_log_odds(-10 * b1));
    cli_lesson_say(l, "And see the band. The coldest flight before had been at 53 degrees. At 31 the curve "
                      "is carried on far beyond what "
                      "was seen, by a straight line on the scale of the logit that nobody has tested there. "
                      "The honest answer was not 0.9996 but: we do not know, so do not launch.");
}

static void tell(cli_lesson *l)
{
    logreg_frame *flights = NULL;
    logreg_model *m = NULL;
    if (cli_lesson_data(&flights, l, "@challenger") &&
        cli_lesson_fit(&m, l, flights, "distress ~ temperature", NULL))
        tell_flights(m, l, flights);
    logreg_model_free(m);
    logreg_frame_free(flights);
}

const cli_demo demo_challenger = {
    .name = "challenger",
    .section = "Using the fit",
    .title = "Challenger at 31 degrees: a curve far beyond what was seen",
    .tell = tell,
    .question = "Those who decided looked at the seven flights with damage alone, and saw no trend in their "
                "temperatures. What had "
                "they left out, and why does it matter?",
    .next = "logreg fit @challenger --explain",
};
