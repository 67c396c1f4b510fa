/* A fit of one number: rows as make_classification makes them, their scatter and the curve. */
#include <math.h>

#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

enum { ROWS = 200, SHOWN = 8 };

/* Rows as `logreg make-classification --n-features 1` makes them. */
static bool make(logreg_frame **frame, cli_lesson *l)
{
    logreg_classification_options options = logreg_classification_options_default();
    options.n_samples = ROWS;
    options.n_features = options.n_informative = options.n_clusters_per_class = 1;
    options.n_redundant = 0;
    options.flip_y = 0.05;
    options.random_state = l->seed;
    gsl_matrix *X = gsl_matrix_alloc(ROWS, 1);
    gsl_vector *y = gsl_vector_alloc(ROWS);
    bool ok = (X && y) || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_make_classification(X, y, &options, &l->err)) &&
         cli_lesson_ok(l, logreg_frame_new(frame, &l->err)) &&
         cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "x", X->data, ROWS, X->tda, &l->err)) &&
         cli_lesson_ok(l, logreg_frame_add_numeric(*frame, "y", y->data, ROWS, y->stride, &l->err));
    gsl_matrix_free(X);
    gsl_vector_free(y);
    return ok;
}

static void draw(const cli_rows *rows, cli_lesson *l, double b0, double b1)
{
    logreg_figure *f = NULL;
    double half = -b0 / b1, y = 0.5;
    char text[CLI_NUMBER_SIZE + 20], number[CLI_NUMBER_SIZE], sentence[160], label[CLI_CELL_SIZE],
        thinned[60] = "";
    if (cli_rows_every(rows) > 1)
        snprintf(thinned, sizeof thinned, ", one of every %zu", cli_rows_every(rows));
    snprintf(sentence, sizeof sentence,
             "Each dot is a row%s; the curve is the probability that the fit gives.", thinned);
    if (!cli_lesson_figure(&f, l, "One number, two outcomes, one curve", sentence))
        return;
    cli_lesson_words(l, f,
                     "The coefficients are %.5g and %.5g; at the mean of x, %.5g, the probability is %.3g.",
                     b0, b1, cli_rows_mean(rows), logreg_sigmoid(b0 + b1 * cli_rows_mean(rows)));
    cli_rows_draw(rows, f);
    cli_rows_draw_curve(rows, f, b0, b1, &(logreg_mark){.colour = 0, .size = 3.4});
    if (cli_rows_within(rows, half)) {
        logreg_figure_points(f, &half, &y, 1, &(logreg_mark){.colour = 1, .size = 1.4});
        snprintf(text, sizeof text, "1/2 at %s", cli_rows_value(number, rows, half));
        cli_draw_text(f, half, y, 1, b1 > 0 ? 1 : -1, cli_lesson_signed(label, l, text));
    }
    cli_lesson_draw(l, f);
}

/* Of a slope: four, or as many as tell it to four digits or so. */
static int decimals_of(const cli_rows *rows)
{
    int decimals = cli_rows_decimals(rows);
    return decimals == 5 ? 4 : decimals;
}

static void show_rows(const cli_rows *rows, cli_lesson *l, double b0, double b1)
{
    char slope[CLI_NUMBER_SIZE];
    cli_lesson_number(slope, fabs(b1), decimals_of(rows));
    cli_lesson_head(l, "        x  y   b0 + b1 x  probability   said");
    for (size_t i = 0; i < rows->n && i < SHOWN; i++) {
        double eta = b0 + b1 * rows->x[i], p = logreg_sigmoid(eta);
        cli_lesson_show(l, "%9.6g  %.0f  %10.4f  %11.4g   %d%s", rows->x[i], rows->y[i], eta, p, p >= 0.5,
                        (p >= 0.5) == (rows->y[i] > 0) ? "" : "  wrong");
        if (l->steps) {
            cli_lesson_show(l, "    %.4f %c %s x %.6g = %.4f", b0, b1 < 0 ? '-' : '+', slope, rows->x[i],
                            eta);
            cli_lesson_show(l, "    1 / (1 + exp(%.4f)) = %.4g", -eta, p);
        }
    }
    cli_lesson_gap(l);
}

static void show_odds(cli_lesson *l, const cli_rows *rows, double b0, double b1)
{
    double sd = cli_rows_deviation(rows), unit = pow(10, floor(log10(sd))),
           middle = round(cli_rows_mean(rows) / unit) * unit, step = round(sd / unit) * unit,
           more = cli_rows_step(rows);
    char one[40] = "One", by[2 * CLI_NUMBER_SIZE], slope[CLI_NUMBER_SIZE], at[40];
    cli_lesson_number(slope, b1, decimals_of(rows));
    if (more != 1)
        snprintf(one, sizeof one, "%.6g", more);
    snprintf(by, sizeof by, more == 1 ? "%s" : "%s x %.6g", slope, more);
    cli_lesson_say(l,
                   "%s more of x multiplies the odds by exp(%s) = %.4g, wherever x stands. What it adds to "
                   "the probability depends on where, and so the odds ratio is not a risk ratio:",
                   one, by, logreg_odds_from_log_odds(b1 * more));
    snprintf(at, sizeof at, "at x + %.6g", more);
    cli_lesson_head(l, "        x          p %12s  odds ratio  risk ratio", at);
    for (int k = -2; k <= 2; k++) {
        double x = middle + k * step, p = logreg_sigmoid(b0 + b1 * x),
               after = logreg_sigmoid(b0 + b1 * (x + more));
        cli_lesson_show(l, "%9.6g  %9.4g  %11.4g  %10.4g  %10.4g", x, p, after,
                        logreg_odds_from_log_odds(b1 * more), logreg_risk_ratio(after, p));
    }
    cli_lesson_gap(l);
}

static void tell_rows(const cli_rows *rows, cli_lesson *l)
{
    double b0 = logreg_model_coefficient(rows->model, 1, 0), b1 = logreg_model_coefficient(rows->model, 1, 1);
    size_t right = 0;
    for (size_t i = 0; i < rows->n; i++)
        right += (b0 + b1 * rows->x[i] >= 0) == (rows->y[i] > 0);
    if (l->frame)
        cli_rows_introduce(rows, l);
    else
        cli_lesson_say(
            l,
            "%d rows of one number x and an outcome y, made at random: two heaps, at -1 and 1, one an "
            "outcome, and one label in twenty thrown anew.",
            ROWS);
    draw(rows, l, b0, b1);
    cli_lesson_say(l, "The fit, and the first rows by it:");
    char slope[CLI_NUMBER_SIZE], half[CLI_NUMBER_SIZE];
    cli_lesson_show(l, "probability = sigmoid(%.4f %c %s x)", b0, b1 < 0 ? '-' : '+',
                    cli_lesson_number(slope, fabs(b1), decimals_of(rows)));
    cli_lesson_gap(l);
    show_rows(rows, l, b0, b1);
    if (cli_rows_within(rows, -b0 / b1))
        cli_lesson_say(l,
                       "It says 1 from x = %s on%s, where the probability is 1/2: %zu of %zu rows are right.",
                       cli_rows_value(half, rows, -b0 / b1), b1 > 0 ? "" : " downwards", right, rows->n);
    else
        cli_lesson_say(l,
                       "Among these rows the probability does not cross 1/2, so that the same is said of "
                       "all: %zu of %zu are right.",
                       right, rows->n);
    show_odds(l, rows, b0, b1);
}

static void tell(cli_lesson *l)
{
    cli_rows rows = {0};
    logreg_frame *made = NULL;
    if (l->frame ? cli_rows_take(&rows, l) : make(&made, l) && cli_rows_take_frame(&rows, l, made, "y", "x"))
        tell_rows(&rows, l);
    cli_rows_free(&rows);
    logreg_frame_free(made);
}

const cli_demo demo_one_feature = {
    .name = "one-feature",
    .section = "Finding the fit",
    .title = "A fit of one number: the rows, the curve, and what it says",
    .rows = "a target of two values and a --feature of numbers",
    .columns = 2,
    .tell = tell,
    .question =
        "Where would the curve be steeper: if the two heaps overlapped less, or more? What if they did "
        "not overlap at all?",
    .next = "logreg demo one-feature @mtcars --target am --feature wt",
};
