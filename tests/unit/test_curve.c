/* The terminal curve: how it looks, and what it runs along. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/report.h>

#include "fitted.h"
#include "oom.h"
#include "report/curves/lines.h"

static char *curve_of(int which, const logreg_report_options *o, bool rows)
{
    fitted f = fit_one(which);
    char *text = NULL;
    logreg_error err = {.message = ""};
    logreg_status status = logreg_report_curve(&text, f.model, rows ? f.frame : NULL, o, &err);
    if (status != LOGREG_OK)
        printf("# %s: %s\n", f.name, err.message);
    CU_ASSERT_EQUAL_FATAL(status, LOGREG_OK);
    fitted_free(&f);
    return text;
}

static bool says(const char *text, const char *what)
{
    bool ok = strstr(text, what);
    if (!ok)
        printf("# '%s' is not in\n%s\n", what, text);
    return ok;
}

static logreg_report_options ascii(int width, int height)
{
    logreg_report_options o = logreg_report_options_default();
    o.ascii = true;
    o.width = width;
    o.height = height;
    return o;
}

/* ---- How it looks ---- */

static void a_curve(void)
{
    logreg_report_options o = ascii(60, 12);
    char *text = curve_of(FIT_CHALLENGER, &o, true);
    CU_ASSERT_TRUE(same_text(text, "P(distress = 1)\n"
                                   "     | o      ooo        oo           oo       oo\n"
                                   " 1.0 +..___ . . . . . .\n"
                                   "     |    '''--.__      . .\n"
                                   "     |           ''-._      . .\n"
                                   "     |                '-._      . .\n"
                                   "     |                   ''-_       .\n"
                                   " 0.5 +                       '-.      . . . .\n"
                                   "     |. . . . . . .             '-._          . . . . . . .\n"
                                   "     |              . . . . . .     '-.__\n"
                                   "     |                          . . .   ''-..___\n"
                                   " 0.0 +                                . . . . .'''-----.....\n"
                                   "     |                         o ooooooo  o o  oooo  o o  oo\n"
                                   "     +----+---------+--------+--------+--------+--------+---\n"
                                   "         55        60       65       70       75       80\n"
                                   "                           temperature\n"
                                   "Dots: events above, the others below. Dotted lines: 95% Wald\n"
                                   "interval.\n"));
    free(text);
}

static void a_curve_without_rows(void)
{
    logreg_report_options o = ascii(60, 12);
    char *text = curve_of(FIT_CHALLENGER, &o, false);
    CU_ASSERT_TRUE(says(text, "\nDotted lines: 95% Wald interval.\n"));
    CU_ASSERT_TRUE(says(text, "P(distress = 1)\n 1.00 +__"));
    CU_ASSERT_PTR_NULL(strstr(text, "Dots"));
    free(text);
}

static void bars(void)
{
    logreg_report_options o = ascii(60, 12);
    o.feature = "dept";
    char *text = curve_of(FIT_UCB, &o, true);
    CU_ASSERT_TRUE(same_text(text, "P(admitted = yes) by dept\n"
                                   "  A |##########################        0.824  0.741 to 0.885\n"
                                   "  B |######################            0.680  0.478 to 0.831\n"
                                   "  C |###########                       0.341  0.304 to 0.380\n"
                                   "  D |###########                       0.349  0.303 to 0.399\n"
                                   "  E |########                          0.239  0.200 to 0.284\n"
                                   "  F |##                                0.070  0.048 to 0.103\n"
                                   "    +-------+-------+-------+-------+\n"
                                   "  0.00    0.25    0.50    0.75    1.00\n"
                                   "Numbers: the probability and its 95% Wald interval. With\n"
                                   "gender at female.\n"));
    free(text);
    o = logreg_report_options_default();
    o.feature = "dept";
    text = curve_of(FIT_UCB, &o, true);
    CU_ASSERT_TRUE(
        says(text, "  A │██████████████████████████████████████████▉           0.824  0.741 to 0.885\n"));
    free(text);
}

static void bars_of_classes(void)
{
    logreg_report_options o = ascii(60, 12);
    o.feature = "g";
    char *text = curve_of(FIT_SPECIES, &o, true);
    CU_ASSERT_TRUE(says(text, "P(y) by g\n  high\n    one  |#"));
    CU_ASSERT_TRUE(says(text, "  low\n    one  |#"));
    free(text);
    o.height = 8;
    o.feature = NULL;
    text = curve_of(FIT_TWICE, &o, true);
    CU_ASSERT_TRUE(says(text, "mpg"));
    free(text);
}

static void lines_of_classes(void)
{
    logreg_report_options o = logreg_report_options_default();
    char *text = curve_of(FIT_SPECIES, &o, true);
    CU_ASSERT_TRUE(says(text, " ⠤⠤⠤⠤ one\n") && says(text, " ⠤⠄⠠⠤ two\n") && says(text, " zero\n"));
    CU_ASSERT_TRUE(says(text, "Each line is the probability of a class. With g at high.\n"));
    free(text);
    text = curve_of(FIT_TEN, &o, true);
    CU_ASSERT_TRUE(says(text, " 2 more stay below 0."));
    free(text);
    o.ascii = true;
    text = curve_of(FIT_SPECIES, &o, true);
    CU_ASSERT_TRUE(says(text, " AAAA one\n") && says(text, " BBBB two\n"));
    free(text);
}

static void scales_follow_rare_events(void)
{
    logreg_report_options o = ascii(80, 16);
    char *text = curve_of(FIT_OFFSET, &o, true);
    CU_ASSERT_PTR_NULL(strstr(text, " 1.00 +"));
    CU_ASSERT_TRUE(says(text, " The offset at 1.0"));
    CU_ASSERT_TRUE(says(text, "(240 of 2000 drawn)"));
    free(text);
    text = curve_of(FIT_CHALLENGER, &o, true);
    CU_ASSERT_TRUE(says(text, " 1.00 +") && says(text, " 0.00 +"));
    free(text);
}

static void grouped_rows_are_shares(void)
{
    logreg_report_options o = logreg_report_options_default();
    char *text = curve_of(FIT_BEETLE, &o, true);
    CU_ASSERT_TRUE(says(text, "P(killed)\n 1.00 ┤") && says(text, "Dots: the share of events in each row."));
    free(text);
}

static void nothing_to_draw(void)
{
    char *text = curve_of(FIT_EMPTY, NULL, true);
    CU_ASSERT_TRUE(says(text, "There is no curve to draw: the model has no variables"));
    free(text);
    text = curve_of(FIT_UNMEASURED, NULL, true);
    CU_ASSERT_TRUE(says(text, "There is no curve to draw: the model was fitted without measures"));
    free(text);
}

static void ranges(void)
{
    double low, high;
    logreg_variable v = {.name = "x", .min = 53, .max = 81};
    CU_ASSERT_TRUE(logreg__lines_range(&low, &high, &v) && low == 53 && high == 81);
    v.min = v.max = 0;
    CU_ASSERT_TRUE(logreg__lines_range(&low, &high, &v) && low == -0.5 && high == 0.5);
    v.min = v.max = -1e9;
    CU_ASSERT_TRUE(logreg__lines_range(&low, &high, &v) && low == -1.5e9 && high == -0.5e9);
    v.min = -1.7e308, v.max = 1.7e308;
    CU_ASSERT_FALSE(logreg__lines_range(&low, &high, &v));
    v.min = 0, v.max = 5e-324;
    CU_ASSERT_FALSE(logreg__lines_range(&low, &high, &v));
}

static void a_constant_has_an_axis(void)
{
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_numeric(frame, "x", (double[]){7, 7, 7, 7}, 4, 1, NULL);
    logreg_frame_add_numeric(frame, "y", (double[]){0, 1, 1, 0}, 4, 1, NULL);
    logreg_model *model = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_fit_formula(&model, frame, "y ~ x - 1", NULL, NULL), LOGREG_OK);
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_curve(&text, model, frame, NULL, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(says(text, " 4 ") && says(text, " 10"));
    free(text);
    logreg_model_free(model);
    logreg_frame_free(frame);
}

/* The variable that separates is drawn, as a step, at the place where the classes part. */
static void separated_fits_are_steps(void)
{
    logreg_report_options o = ascii(60, 8);
    char *text = curve_of(FIT_TOY_B, &o, true);
    CU_ASSERT_TRUE(same_text(text, "P(y = 1)\n"
                                   "     |           oo   oo   oo    o                   oo   oo\n"
                                   " 1.0 +           |''''''''''''''''''''''''''''''''''''''''''\n"
                                   "     |           |\n"
                                   "     |           |\n"
                                   " 0.5 +           /\n"
                                   "     |           |\n"
                                   " 0.0 +___________|\n"
                                   "     | o    o    oo\n"
                                   "     +------+---------+----------+---------+---------+------\n"
                                   "            2         4          6         8        10\n"
                                   "                                x1\n"
                                   "Dots: events above, the others below. Separated:\n"
                                   "probabilities are 0 or 1 where the separating variables\n"
                                   "decide, and have no interval there. With x2 at its mean of\n"
                                   "2.3.\n"));
    free(text);
    text = curve_of(FIT_TOY_A, &o, true);
    CU_ASSERT_TRUE(says(text, " x1\n") && says(text, "Separated:"));
    free(text);
    o.width = 80;
    text = curve_of(FIT_IRIS, &o, true);
    CU_ASSERT_TRUE(says(text, " petal_") && says(text, "Separated:"));
    free(text);
}

/* ---- What it runs along ---- */

static void runs_along_the_strongest_number(void)
{
    logreg_report_options o = logreg_report_options_default();
    char *text = curve_of(FIT_ALIASED, &o, true);
    CU_ASSERT_TRUE(says(text, " a\nDots: "));
    free(text);
    text = curve_of(FIT_MATRIX, &o, true);
    CU_ASSERT_TRUE(says(text, " x1\n") && says(text, "With x2 at its mean of "));
    free(text);
    /* factors only: the one whose levels lie farthest apart */
    text = curve_of(FIT_UCB, &o, true);
    CU_ASSERT_TRUE(says(text, "P(admitted = yes) by dept\n") && says(text, " With gender at female."));
    free(text);
}

static void runs_along_what_is_asked_for(void)
{
    fitted f = fit_one(FIT_ALIASED);
    logreg_report_options o = logreg_report_options_default();
    o.feature = "b";
    char *text = NULL;
    CU_ASSERT_EQUAL_FATAL(logreg_report_curve(&text, f.model, f.frame, &o, NULL), LOGREG_OK);
    CU_ASSERT_TRUE(says(text, " b\nDots: "));
    free(text);
    char untouched;
    logreg_error err;
    text = &untouched;
    o.feature = "gruop";
    CU_ASSERT_EQUAL(logreg_report_curve(&text, f.model, f.frame, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(
        err.message, "the model has no variable 'gruop' to draw a curve along; did you mean 'group'?"));
    o.feature = "temperature";
    CU_ASSERT_EQUAL(logreg_report_curve(&text, f.model, f.frame, &o, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(err.message, "the model has no variable 'temperature' to draw a curve along"));
    CU_ASSERT_PTR_EQUAL(text, &untouched);
    fitted_free(&f);
}

static void a_column_taken_twice_runs_along_its_levels(void)
{
    logreg_report_options o = logreg_report_options_default();
    o.feature = "cyl";
    char *text = curve_of(FIT_TWICE, &o, true);
    CU_ASSERT_TRUE(says(text, "P(am = 1) by cyl\n  4 │") && says(text, " With mpg at its mean of\n20.09.\n"));
    free(text);
}

static void rows_must_be_those_of_the_model(void)
{
    fitted f = fit_one(FIT_CHALLENGER), other = fit_one(FIT_BEETLE);
    char untouched, *text = &untouched;
    logreg_error err;
    CU_ASSERT_EQUAL(logreg_report_curve(&text, f.model, other.frame, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(
        same_text(err.message, "the rows to draw lack column 'temperature', which the model was fitted to"));
    logreg_frame *frame = NULL;
    logreg_frame_new(&frame, NULL);
    logreg_frame_add_category(frame, "temperature", (const char *const[]){"hot", "cold"}, 2, NULL);
    logreg_frame_add_numeric(frame, "distress", (double[]){0, 1}, 2, 1, NULL);
    CU_ASSERT_EQUAL(logreg_report_curve(&text, f.model, frame, NULL, &err), LOGREG_EINVAL);
    CU_ASSERT_TRUE(same_text(
        err.message, "the rows to draw have text in column 'temperature'; the model knows numbers there"));
    CU_ASSERT_PTR_EQUAL(text, &untouched);
    logreg_frame_free(frame);
    fitted_free(&f);
    fitted_free(&other);
}

/* ---- Memory ---- */

static bool draw(void *context)
{
    const fitted *f = context;
    logreg_error err;
    logreg_report_options o = ascii(60, 8);
    char untouched, *text = &untouched;
    logreg_status status = logreg_report_curve(&text, f->model, f->frame, &o, &err);
    if (status == LOGREG_OK)
        free(text);
    return status == LOGREG_OK ||
           (status == LOGREG_ENOMEM && err.status == LOGREG_ENOMEM && text == &untouched);
}

/* Of a variable that is not there: names are collected to say which one may be meant. */
static bool refuse(void *context)
{
    const fitted *f = context;
    logreg_error err;
    logreg_report_options o = ascii(60, 8);
    o.feature = "temperatur";
    char untouched, *text = &untouched;
    logreg_status status = logreg_report_curve(&text, f->model, f->frame, &o, &err);
    return (status == LOGREG_EINVAL || status == LOGREG_ENOMEM) && err.status == status && text == &untouched;
}

static void memory_that_runs_out_is_told(void)
{
    static const int which[] = {FIT_CHALLENGER, FIT_UCB, FIT_SPECIES};
    for (size_t i = 0; i < sizeof which / sizeof *which; i++) {
        fitted f = fit_one(which[i]);
        CU_ASSERT_TRUE(oom_each(draw, &f));
        CU_ASSERT_TRUE(oom_each(refuse, &f));
        fitted_free(&f);
    }
}

const test_case tests[] = {
    {"a curve", a_curve},
    {"a curve without rows", a_curve_without_rows},
    {"bars", bars},
    {"bars of classes", bars_of_classes},
    {"lines of classes", lines_of_classes},
    {"scales follow rare events", scales_follow_rare_events},
    {"grouped rows are shares", grouped_rows_are_shares},
    {"nothing to draw", nothing_to_draw},
    {"separated fits are steps", separated_fits_are_steps},
    {"ranges", ranges},
    {"a constant has an axis", a_constant_has_an_axis},
    {"runs along the strongest number", runs_along_the_strongest_number},
    {"runs along what is asked for", runs_along_what_is_asked_for},
    {"a column taken twice runs along its levels", a_column_taken_twice_runs_along_its_levels},
    {"rows must be those of the model", rows_must_be_those_of_the_model},
    {"memory that runs out is told", memory_that_runs_out_is_told},
    {NULL, NULL},
};
