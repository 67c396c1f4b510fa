/* The fitted equation, a sentence a coefficient, and what holds for all of them. */
#include "report/explain/explain.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "report/page/figure.h"
#include "report/curves/grid.h"
#include "report/options.h"
#include "report/summary/summary.h"

#define ROOM LOGREG__NAME_ROOM

/* ---- The equation ---- */

static void add_part(logreg__page *note, const logreg_model *model, size_t k, size_t j, bool first)
{
    char text[LOGREG__FIGURE_SIZE];
    double b = logreg_model_coefficient(model, k, j);
    bool constant = j == 0 && logreg_model_has_intercept(model), negative = signbit(b);
    if (logreg_model_coefficient_status(model, k, j) == LOGREG_COEF_ALIASED)
        return;
    logreg__page_add(note, first ? (negative ? note->sign->minus : "") : " ");
    if (!first)
        logreg__page_format(note, "%s ", negative ? note->sign->minus : "+");
    logreg__page_add(note, logreg__figure_digits(text, fabs(b), 5, note->sign));
    if (constant)
        return;
    logreg__page_add(note, " ");
    logreg__page_name(note, logreg_model_coefficient_name(model, j), ROOM);
}

static void write_equation(logreg__page *page, const logreg_model *model, size_t k)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "log odds of ");
    if (logreg_model_classes(model) > 2) {
        logreg__page_name(&note, logreg_model_class(model, k), ROOM);
        logreg__page_add(&note, " against ");
        logreg__page_name(&note, logreg_model_class(model, 0), ROOM);
    } else {
        logreg__page_name(&note, logreg__target_name(model), ROOM);
        logreg__write_label(&note, model, 1, ROOM);
    }
    logreg__page_add(&note, ":  ");
    for (size_t j = 0; j < logreg_model_coefficients(model); j++)
        add_part(&note, model, k, j, j == 0);
    if (logreg_model_offset(model)) {
        logreg__page_add(&note, " + ");
        logreg__page_name(&note, logreg_model_offset(model), ROOM);
    }
    if (model->terms->offset)
        logreg__page_add(&note, " + the formula's offset");
    logreg__page_paragraph(page, LOGREG__PLAIN, "  ", 4, &note);
}

/* How log odds become a probability, and what x[a] stands for. */
static void write_key(logreg__page *page, const logreg_model *model)
{
    logreg__page note;
    bool level = false;
    for (size_t j = 0; j < logreg_model_coefficients(model) && !level; j++) {
        size_t v, l;
        level = logreg_model_coefficient_variable(model, j, &v, &l) && l != SIZE_MAX;
        if (!level)
            continue;
        logreg_variable variable;
        logreg__page_start_like(&note, page);
        logreg__page_name(&note, logreg_model_coefficient_name(model, j), ROOM);
        logreg__page_add(&note, " is 1 where ");
        if (logreg_model_variable(model, v, &variable) == LOGREG_OK) {
            logreg__page_name(&note, variable.name, ROOM);
            logreg__page_add(&note, " is ");
            logreg__page_name(&note, variable.levels[l], ROOM);
        }
        logreg__page_add(&note, ", else 0, and the others like it.");
        logreg__page_paragraph(page, LOGREG__PLAIN, "  ", 2, &note);
    }
    logreg__page_start_like(&note, page);
    if (logreg_model_strata(model).column)
        logreg__page_add(&note, "Each set has an intercept of its own besides, which is not known, and so "
                                "neither are probabilities.");
    else
        logreg__page_add(&note,
                         logreg_model_classes(model) > 2
                             ? "With the odds exp(log odds) of each class, and 1 of the one that they are "
                               "against, a probability is that over the sum of all."
                             : "With the odds exp(log odds), the probability is odds / (1 + odds).");
    logreg__page_paragraph(page, LOGREG__PLAIN, "  ", 2, &note);
}

/* ---- Columns that several variables are made of ---- */

/* 1, or where the range is small a power of ten that it holds ten of or more. */
static double step_of(const logreg_variable *v)
{
    double range = v->max - v->min;
    return range >= 3 ? 1 : pow(10, floor(log10(range / 3)));
}

/* By how much h more multiplies the odds of class k at x. */
static double ratio_at(const logreg__grid *g, size_t at, size_t k)
{
    const double *here = g->P + at * g->classes, *there = here + g->classes;
    return there[k] / there[0] / (here[k] / here[0]);
}

static void write_curved(logreg__page *page, const logreg_model *model, size_t variable,
                         const logreg_variable *v, size_t k)
{
    double h = step_of(v), x[6] = {v->min, v->min + h, v->mean, v->mean + h, v->max - h, v->max};
    logreg__grid grid;
    if (logreg__grid_new(&grid, model, variable, x, 6, 0, 0.95, NULL) != LOGREG_OK)
        return;
    static const char *const where[] = {" (its smallest)", " (its mean)", " (so much below its largest)"};
    char text[LOGREG__FIGURE_SIZE];
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_format(&note, "What %s more does to the odds", logreg__figure_plain(text, h, 4, page->sign));
    if (logreg_model_classes(model) > 2) {
        logreg__page_add(&note, " of ");
        logreg__page_name(&note, logreg_model_class(model, k), ROOM);
        logreg__page_add(&note, " against ");
        logreg__page_name(&note, logreg_model_class(model, 0), ROOM);
    }
    logreg__page_add(&note, " depends on where it starts: they are ");
    for (int i = 0; i < 3; i++) {
        double start = x[2 * i], ratio = ratio_at(&grid, (size_t)(2 * i), k);
        logreg__page_add(&note, i == 0 ? "" : i == 1 ? ", " : ", and ");
        logreg__page_add(&note, isfinite(ratio)
                                    ? logreg__figure_digits(text, ratio, 3 + (ratio >= 0.9995), page->sign)
                                    : "?");
        logreg__page_format(&note, " times as high from %s",
                            logreg__figure_plain(text, start, 4, page->sign));
        logreg__page_add(&note, where[i]);
    }
    logreg__page_add(&note, ", with other numbers at their means and factors at their references.");
    logreg__grid_free(&grid);
    logreg__write_named(page, v->name, &note);
}

bool logreg__explain_follows(const logreg_model *model, size_t i)
{
    logreg_variable v;
    return logreg_model_separation(model) == LOGREG_SEPARATION_NONE &&
           logreg_model_variable(model, i, &v) == LOGREG_OK && v.kind == LOGREG_NUMERIC &&
           logreg__explain_curved(model, v.name) && logreg__other_kind(model, i) == SIZE_MAX &&
           v.max > v.min && isfinite(v.max - v.min);
}

static void write_all_curved(logreg__page *page, const logreg_model *model, size_t k)
{
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg__explain_follows(model, i) && logreg_model_variable(model, i, &v) == LOGREG_OK)
            write_curved(page, model, i, &v, k);
    }
}

/* ---- What holds for all ---- */

/* Can two classes be compared in anything, though not with the first? */
static bool has_contrasts(const logreg_model *model, size_t k, size_t against)
{
    double estimate, error;
    bool finite = false;
    for (size_t j = 0; j < logreg_model_coefficients(model); j++)
        finite = finite || logreg_model_contrast(&estimate, &error, model, k, against, j);
    return finite;
}

/* What of the numbers can be trusted where not all is well. */
static void write_standing(logreg__page *note, const logreg_model *model)
{
    if (logreg_model_separation(model) == LOGREG_SEPARATION_NONE) {
        if (!logreg_model_sound(model))
            logreg__page_add(
                note, "The fit did not reach its maximum, so take none of these numbers for an answer. ");
        return;
    }
    bool finite = false;
    for (size_t k = 1; k < logreg_model_classes(model); k++) {
        for (size_t j = 0; j < logreg_model_coefficients(model); j++)
            finite = finite || logreg_model_coefficient_status(model, k, j) == LOGREG_COEF_OK;
        for (size_t against = 1; against < k; against++)
            finite = finite || has_contrasts(model, k, against);
    }
    logreg__page_add(
        note, finite ? "The classes are parted in some rows, so that what is infinite or undetermined has no "
                       "number; the numbers given are exact, from the rows that are not parted. "
                     : "The classes are parted, so that no coefficient has a number. ");
}

static void write_closing(logreg__page *page, const logreg_model *model)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(page, "\n");
    write_standing(&note, model);
    logreg__page_add(&note, "An odds ratio is not a risk ratio: odds twice as high lead from 1% to 2%, but "
                            "from 50% to 67% and from 90% to 95%. ");
    if (logreg_model_classes(model) > 2)
        logreg__page_add(&note, "Odds here are those of one class against another, and a class may become "
                                "less likely though its odds against that one rise. ");
    logreg__page_add(&note, "\"All else equal\" compares rows that differ in one thing; that a change of it "
                            "would bring about the rest, no "
                            "fit can tell. Where rows do not tell higher from lower, that is not to say that "
                            "there is no difference.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "  ", 2, &note);
}

static void write_classes(logreg__page *page, const logreg_model *model, size_t k, size_t against)
{
    logreg__page_add(page, k > 1 ? "\n  " : "  ");
    logreg__page_name(page, logreg_model_class(model, k), ROOM);
    logreg__page_add(page, " against ");
    logreg__page_name(page, logreg_model_class(model, against), ROOM);
    logreg__page_add(page, "\n");
}

/* Of two classes that separation lets be compared, though not with the first, what is finite. */
static void write_contrasts(logreg__page *page, const logreg_model *model, const logreg_inference *inference,
                            size_t k, size_t against)
{
    if (!has_contrasts(model, k, against))
        return;
    write_classes(page, model, k, against);
    for (size_t j = 0; j < logreg_model_coefficients(model); j++)
        logreg__write_sentence(page, model, inference, k, against, j);
}

void logreg__write_explanation(logreg__page *page, const logreg_model *model,
                               const logreg_inference *inference)
{
    size_t K = logreg_model_classes(model);
    bool finite = logreg_model_separation(model) == LOGREG_SEPARATION_NONE;
    if (finite) {
        logreg__write_title(page, "The fitted equation");
        for (size_t k = 1; k < K; k++)
            write_equation(page, model, k);
        write_key(page, model);
    }
    logreg__write_title(page, "In words");
    for (size_t k = 1; k < K; k++) {
        if (K > 2)
            write_classes(page, model, k, 0);
        for (size_t j = 0; j < logreg_model_coefficients(model); j++)
            logreg__write_sentence(page, model, inference, k, 0, j);
        write_all_curved(page, model, k);
    }
    for (size_t k = 2; k < K; k++)
        for (size_t against = 1; against < k; against++)
            write_contrasts(page, model, inference, k, against);
    write_closing(page, model);
}
