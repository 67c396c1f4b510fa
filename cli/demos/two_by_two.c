/* In a table of two by two the logarithm of the odds ratio is the coefficient, to the last digit. */
#include <math.h>
#include <stdlib.h>

#include <logreg/inference.h>
#include <logreg/special.h>

#include "demos.h"
#include "draw.h"
#include "rows.h"

/* Rows of the table are values of the feature, columns those of the target. */
typedef struct {
    double n[2][2];
    const char *row[2], *column[2], *feature, *target;
    logreg_model *model;
} table;

static double share(const table *t, int i)
{
    return t->n[i][1] / (t->n[i][0] + t->n[i][1]);
}

static double odds(const table *t, int i)
{
    return t->n[i][1] / t->n[i][0];
}

static bool is_empty(const table *t)
{
    return t->n[0][0] == 0 || t->n[0][1] == 0 || t->n[1][0] == 0 || t->n[1][1] == 0;
}

/* Odds as text: "none" of a group that has nothing to compare with. */
static const char *odds_text(char text[40], const table *t, int i, const char *format)
{
    snprintf(text, 40, format, odds(t, i));
    return isfinite(odds(t, i)) ? text : "none";
}

/* ---- Where the counts come from ---- */

/* 100 pupils who revised and 100 who did not. */
static bool count_pupils(table *t, cli_lesson *l)
{
    static const char *const revised[] = {"no", "no", "yes", "yes"}, *const passed[] = {"no", "yes", "no",
                                                                                        "yes"};
    static const double pupils[] = {50, 50, 20, 80};
    logreg_frame *frame = NULL;
    logreg_options options = logreg_options_default();
    options.weights = "pupils";
    bool ok = cli_lesson_ok(l, logreg_frame_new(&frame, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_category(frame, "revised", revised, 4, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_category(frame, "passed", passed, 4, &l->err)) &&
              cli_lesson_ok(l, logreg_frame_add_numeric(frame, "pupils", pupils, 4, 1, &l->err)) &&
              cli_lesson_fit(&t->model, l, frame, "passed ~ revised", &options);
    for (int i = 0; i < 4; i++)
        t->n[i / 2][i % 2] = pupils[i];
    for (int i = 0; i < 2; i++) {
        t->row[i] = revised[2 * i];
        t->column[i] = passed[i];
    }
    t->feature = "revised";
    t->target = "passed";
    logreg_frame_free(frame);
    return ok;
}

static bool count_cells(table *t, cli_lesson *l)
{
    size_t n = logreg_frame_rows(l->frame), j = logreg_frame_find(l->frame, l->feature);
    gsl_vector *y = gsl_vector_alloc(n), *w = gsl_vector_alloc(n);
    bool ok = (y && w) || cli_lesson_no_memory(l);
    ok = ok && cli_lesson_ok(l, logreg_model_outcome_frame(t->model, l->frame, y, w, &l->err));
    for (size_t i = 0; ok && i < n; i++) {
        const char *label = logreg_frame_label(l->frame, i, j);
        double outcome = gsl_vector_get(y, i);
        if (label && !isnan(outcome))
            t->n[label == logreg_frame_level(l->frame, j, 1)][outcome > 0]++;
    }
    gsl_vector_free(y);
    gsl_vector_free(w);
    return ok;
}

static bool count_own(table *t, cli_lesson *l)
{
    size_t j = logreg_frame_find(l->frame, l->feature);
    if (!cli_rows_levels(l, l->frame, l->feature, 2))
        return false;
    char *formula = cli_rows_formula(l->target, l->feature, NULL);
    if (!formula)
        return cli_lesson_no_memory(l);
    bool ok = cli_lesson_fit(&t->model, l, l->frame, formula, NULL);
    free(formula);
    if (!ok)
        return false;
    if (logreg_model_classes(t->model) != 2)
        return cli_lesson_refuse(l, "the target '%s' has %zu values, and this lesson is about two", l->target,
                                 logreg_model_classes(t->model));
    for (size_t i = 0; i < 2; i++) {
        t->row[i] = logreg_frame_level(l->frame, j, i);
        t->column[i] = logreg_model_class(t->model, i);
    }
    t->feature = l->feature;
    t->target = l->target;
    return count_cells(t, l);
}

/* ---- What they tell ---- */

static void show_table(const table *t, cli_lesson *l)
{
    char cell[CLI_CELL_SIZE], left[CLI_CELL_SIZE], right[CLI_CELL_SIZE], number[40];
    cli_lesson_head(l, "              %s", cli_lesson_cell(cell, t->target, -18));
    cli_lesson_head(l, "%s %s %s     sum   share    odds", cli_lesson_cell(cell, t->feature, 14),
                    cli_lesson_cell(left, t->column[0], -8), cli_lesson_cell(right, t->column[1], -8));
    for (int i = 0; i < 2; i++)
        cli_lesson_show(l, "%s%9.0f%9.0f%8.0f%8.4g%8s", cli_lesson_cell(cell, t->row[i], 14), t->n[i][0],
                        t->n[i][1], t->n[i][0] + t->n[i][1], share(t, i), odds_text(number, t, i, "%.4g"));
    cli_lesson_gap(l);
}

static void show_ratios(const table *t, cli_lesson *l)
{
    double ratio = odds(t, 1) / odds(t, 0), risks = logreg_risk_ratio(share(t, 1), share(t, 0));
    cli_lesson_show(l, "odds ratio      %.4g / %.4g = %.6g", odds(t, 1), odds(t, 0), ratio);
    if (l->steps)
        cli_lesson_show(l, "  or crosswise  (%.0f x %.0f) / (%.0f x %.0f) = %.6g", t->n[1][1], t->n[0][0],
                        t->n[0][1], t->n[1][0], ratio);
    cli_lesson_show(l, "its logarithm   log %.6g = %.9f", ratio, log(ratio));
    cli_lesson_show(l, "risk ratio      %.4g / %.4g = %.6g", share(t, 1), share(t, 0), risks);
    cli_lesson_gap(l);
    cli_lesson_say(l,
                   "The odds are %.3g-fold, the chance is %.3g-fold. An odds ratio is not a risk ratio: read "
                   "as one it %s.",
                   ratio, risks, fabs(log(ratio)) > fabs(log(risks)) ? "exaggerates" : "misleads");
}

static void show_fit(const table *t, cli_lesson *l)
{
    double b0 = logreg_model_coefficient(t->model, 1, 0), b1 = logreg_model_coefficient(t->model, 1, 1);
    logreg_coefficient c;
    cli_lesson_say(l, "Now let a logistic regression find it, with x = 0 for '%s' and 1 for '%s':", t->row[0],
                   t->row[1]);
    cli_lesson_show(l, "intercept    %12.9f   log of the odds %.4g", b0, odds(t, 0));
    cli_lesson_show(l, "coefficient  %12.9f   log of the odds ratio", b1);
    cli_lesson_gap(l);
    if (l->steps && cli_lesson_ok(l, logreg_inference_coefficient(&c, t->model, 1, 1, 0.95, &l->err))) {
        cli_lesson_say(l, "Its standard error is a matter of the four counts, too:");
        cli_lesson_show(l, "sqrt(1/%.0f + 1/%.0f + 1/%.0f + 1/%.0f) = %.7f", t->n[0][0], t->n[0][1],
                        t->n[1][0], t->n[1][1],
                        sqrt(1 / t->n[0][0] + 1 / t->n[0][1] + 1 / t->n[1][0] + 1 / t->n[1][1]));
        cli_lesson_show(l, "and of the fit: %.7f", c.std_error);
        cli_lesson_gap(l);
    }
}

static void draw(const table *t, cli_lesson *l)
{
    logreg_figure *f = NULL;
    char label[120], title[3 * CLI_CELL_SIZE], target[CLI_CELL_SIZE], event[CLI_CELL_SIZE],
        brief[2][CLI_CELL_SIZE];
    const double at[] = {0, 1};
    const char *const text[] = {cli_lesson_brief(brief[0], t->row[0], 30),
                                cli_lesson_brief(brief[1], t->row[1], 30)};
    snprintf(title, sizeof title, "Share of %s = %s in two groups", cli_lesson_brief(target, t->target, 30),
             cli_lesson_brief(event, t->column[1], 30));
    if (!cli_lesson_figure(&f, l, title, "Odds are the height of a bar against what is missing above it."))
        return;
    char number[2][40];
    cli_lesson_words(l, f, "%s: %.4g, odds %s. %s: %.4g, odds %s.", text[0], share(t, 0),
                     odds_text(number[0], t, 0, "%.4g"), text[1], share(t, 1),
                     odds_text(number[1], t, 1, "%.4g"));
    logreg_figure_size(f, 1600, 800);
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){.label = t->feature,
                                                 .low = -0.6,
                                                 .high = 1.6,
                                                 .ticks = LOGREG_TICKS_LIST,
                                                 .n = 2,
                                                 .at = at,
                                                 .text = text});
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = "share", .low = 0, .high = 1, .grid = true});
    for (int i = 0; i < 2; i++) {
        double x0 = i - 0.3, x1 = i + 0.3, y0 = 0, y1 = share(t, i);
        logreg_figure_boxes(f, &x0, &y0, &x1, &y1, 1, &(logreg_mark){.colour = i, .opacity = 0.85});
        snprintf(label, sizeof label, "%.3g, odds %s", share(t, i), odds_text(number[i], t, i, "%.3g"));
        logreg_figure_label(f, i, y1, label,
                            &(logreg_mark){.colour = LOGREG_INK, .bold = true, .up = y1 > 0.9 ? -1 : 1});
    }
    cli_lesson_draw(l, f);
}

static void tell(cli_lesson *l)
{
    table t = {.feature = ""};
    if (l->frame ? count_own(&t, l) : count_pupils(&t, l)) {
        if (l->frame)
            cli_lesson_say(l,
                           "Your rows, counted: what '%s' is, by '%s'. First the frequencies, then the odds, "
                           "which are the second count over the first.",
                           t.target, t.feature);
        else
            cli_lesson_say(
                l,
                "Of 100 pupils who had not revised 50 passed a test; of 100 who had, 80 did. First the "
                "frequencies, then the odds of passing, which are those who passed over those who did not.");
        cli_lesson_left_out(l, t.n[0][0] + t.n[0][1] + t.n[1][0] + t.n[1][1]);
        show_table(&t, l);
        draw(&t, l);
        if (is_empty(&t)) {
            cli_lesson_say(l, "One of the counts is 0, and so there is no odds ratio: it would be 0 or "
                              "without end, and a coefficient, its logarithm, runs off. 'logreg demo "
                              "separation' shows what stops it. More rows would fill the table.");
            logreg_model_free(t.model);
            return;
        }
        show_ratios(&t, l);
        show_fit(&t, l);
        cli_lesson_say(l,
                       "So a coefficient is the logarithm of an odds ratio, and its exponential is that odds "
                       "ratio. With one group against another that is no approximation but the same number.");
    }
    logreg_model_free(t.model);
}

const cli_demo demo_two_by_two = {
    .name = "two-by-two",
    .section = "Odds and logit",
    .title = "In a two-by-two table the log odds ratio is the coefficient",
    .rows = "a target of two values and a --feature of two",
    .columns = 2,
    .levels = true,
    .tell = tell,
    .question = "Count the other outcome instead. What becomes of the odds ratio, of the coefficient and of "
                "the risk ratio? Two of them can be told without computing.",
    .next = "logreg demo two-by-two @titanic --target survived --feature sex",
};
