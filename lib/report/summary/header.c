/* The facts above the tables: what was fitted, to which rows, how, and whether it got there. */
#include "report/summary/summary.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report/calibration.h"
#include "report/summary/covariance.h"
#include "report/page/figure.h"
#include "report/summary/imputed.h"
#include "report/summary/method.h"
#include "report/texts.h"

/* Column where facts stand; lines that a formula may fill, and lines of one that is longer. */
#define INDENT 14
#define FORMULA_LINES 8
#define FORMULA_LINES_CUT 4

/* Prints "  label   text", the text broken as need be, and starts the next piece. */
static void fact(logreg__page *page, const char *label, logreg__page *piece)
{
    char text[INDENT + 1];
    snprintf(text, sizeof text, "  %s", label);
    logreg__page_paragraph(page, LOGREG__DIM, text, INDENT, piece);
    logreg__page_start_like(piece, page);
}

/* The formula; one that is too long loses words from its middle. */
static void write_formula(logreg__page *piece, const logreg_model *model)
{
    const char *formula = logreg_model_formula(model);
    if (!formula)
        return;
    int line = piece->width - INDENT, room = FORMULA_LINES * line;
    size_t n = strlen(formula), head = (size_t)(FORMULA_LINES_CUT * line) / 2, tail = head;
    if (n <= (size_t)room) {
        logreg__page_name(piece, formula, room);
        return;
    }
    while (head && formula[head] != ' ')
        head--;
    while (tail && formula[n - tail] != ' ')
        tail--;
    char *start = strndup(formula, head);
    piece->text.failed = piece->text.failed || !start;
    logreg__page_name(piece, start ? start : "", room);
    logreg__page_format(piece, " %s", piece->sign->ellipsis);
    logreg__page_name(piece, formula + n - tail, room);
    free(start);
}

static void add_missing(logreg__page *piece, const char *column, size_t n, const char *note, size_t *with)
{
    if (!n || (*with)++ >= LOGREG__LISTED)
        return;
    logreg__page_add(piece, *with == 1 ? "; missing: " : ", ");
    logreg__page_name(piece, column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, " %zu%s", n, note);
}

/* "; missing: age 177, fare 1": why rows were dropped. */
static void write_missing(logreg__page *piece, const logreg_model *model)
{
    size_t with = 0;
    for (size_t i = 0; i < model->n_lacking; i++) {
        const char *column = model->lacking[i].column;
        bool condition = model->target_is_condition && strcmp(column, model->target) == 0;
        add_missing(piece, condition ? "the target" : column, model->lacking[i].n_missing, "", &with);
    }
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) == LOGREG_OK)
            add_missing(piece, v.name, v.n_missing, "", &with);
    }
    const logreg__terms *t = model->terms;
    for (size_t i = 0; i < t->n_taken; i++)
        add_missing(piece, t->taken[i].column, t->taken[i].n_missing,
                    " (taken away, but named in the formula)", &with);
    logreg__write_more(piece, with);
}

static void write_rows(logreg__page *piece, const logreg_model *model)
{
    size_t read = logreg_model_rows_read(model), used = logreg_model_rows_used(model);
    if (logreg_model_source(model)) {
        logreg__page_name(piece, logreg_model_source(model), piece->width - INDENT - 1);
        logreg__page_add(piece, ": ");
    }
    size_t excluded = logreg_model_rows_excluded(model), nothing = logreg_model_rows_weightless(model);
    logreg__write_count(piece, (double)(read + excluded), "row", "rows");
    if (excluded)
        logreg__page_format(piece, " read, %zu excluded by the condition", excluded);
    if (nothing)
        logreg__page_format(piece, "%s, %zu %s", excluded ? "" : " read", nothing,
                            logreg_model_trials(model) ? "of no trials or weight" : "of weight 0");
    size_t held = logreg_model_held_out(model), dropped = read - nothing - used - held;
    if (!dropped && !held) {
        logreg__page_add(piece, excluded || nothing ? ", all others used" : ", all used");
        return;
    }
    logreg__page_format(piece, "%s, %zu used", excluded || nothing ? "" : " read", used);
    if (held)
        logreg__page_format(piece, ", %zu held out", held);
    if (!dropped)
        return;
    logreg__page_format(piece, ", %zu dropped", dropped);
    write_missing(piece, model);
}

static void write_binary(logreg__page *piece, const logreg_model *model)
{
    logreg__write_event(piece, model, 1);
    if (logreg_model_grouped(model)) {
        logreg__page_add(piece, ", ");
        logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
        logreg__page_add(piece, " out of ");
        logreg__page_name(piece, logreg_model_trials(model), LOGREG__NAME_ROOM);
        logreg__page_add(piece, " trials a row: ");
    } else {
        logreg__page_add(piece, model->strata ? " within strata: " : ", one outcome a row: ");
    }
    logreg__write_count(piece, logreg_model_class_weight(model, 1), "event", "events");
    logreg__page_add(piece, ", ");
    logreg__write_count(piece, logreg_model_class_weight(model, 0), "non-event", "non-events");
}

static void add_dropped(logreg__page *piece, size_t n, const char *why, size_t *with)
{
    if (n)
        logreg__page_format(piece, "%s%zu %s", (*with)++ ? ", " : "; left out: ", n, why);
}

/* "stratum: 83, 63 of them informative, with 207 rows and 66 events; left out: 20 without an event" */
static void write_strata(logreg__page *piece, const logreg_model *model)
{
    logreg_strata s = logreg_model_strata(model);
    size_t with = 0;
    if (!s.column)
        return;
    logreg__page_name(piece, s.column, LOGREG__NAME_ROOM);
    logreg__page_format(piece, ": %zu, ", s.n);
    if (s.informative == s.n)
        logreg__page_add(piece, "all informative");
    else
        logreg__page_format(piece, "%zu of them informative, with %zu rows and %zu events", s.informative,
                            s.rows, s.events);
    add_dropped(piece, s.single, "of a single row", &with);
    add_dropped(piece, s.eventless, "without an event", &with);
    add_dropped(piece, s.full, "without a non-event", &with);
}

static void write_classes(logreg__page *piece, const logreg_model *model)
{
    size_t classes = logreg_model_classes(model);
    logreg__page_name(piece, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_format(piece, ", %zu classes: ", classes);
    for (size_t k = 0; k < classes && k < LOGREG__LISTED; k++) {
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_add(piece, k ? ", " : "");
        logreg__page_name(piece, logreg_model_class(model, k), LOGREG__NAME_ROOM);
        logreg__page_format(piece, " (%s%s)",
                            logreg__figure_plain(text, logreg_model_class_weight(model, k), 10, piece->sign),
                            k || logreg_model_first_class(model) == 0 ? "" : ", the reference");
    }
    logreg__write_more(piece, classes);
}

/* "a row of no weighs 0.6412, of yes 2.27" */
static void write_class_factors(logreg__page *piece, const logreg_model *model)
{
    size_t classes = logreg_model_classes(model);
    if (!logreg_model_class_weighted(model))
        return;
    for (size_t k = 0; k < classes && k < LOGREG__LISTED; k++) {
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_add(piece, k ? ", of " : "a row of ");
        logreg__page_name(piece, logreg_model_class(model, k), LOGREG__NAME_ROOM);
        logreg__page_format(piece, " %s%s", k ? "" : "weighs ",
                            logreg__figure_plain(text, logreg_model_class_factor(model, k), 4, piece->sign));
    }
    logreg__write_more(piece, classes);
}

static void write_references(logreg__page *piece, const logreg_model *model)
{
    size_t with = 0;
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) != LOGREG_OK || v.kind != LOGREG_CATEGORY ||
            !logreg__terms_reference(model->terms, v.name))
            continue;
        if (with++ < LOGREG__LISTED) {
            logreg__page_add(piece, with == 1 ? "" : ", ");
            logreg__page_name(piece, v.name, LOGREG__NAME_ROOM);
            logreg__page_add(piece, " = ");
            logreg__page_name(piece, v.levels[0], LOGREG__NAME_ROOM);
        }
    }
    logreg__write_more(piece, with);
}

static void write_seconds(logreg__page *piece, const logreg_report_options *o)
{
    const struct {
        double seconds;
        const char *what;
    } part[] = {{o->seconds_total, ""}, {o->seconds_load, " reading"}, {o->seconds_fit, " fitting"}};
    for (size_t i = 0; i < 3; i++) {
        char text[LOGREG__FIGURE_SIZE];
        double s = part[i].seconds;
        if (isnan(s))
            continue;
        logreg__figure_digits(text, s < 1 ? 1e3 * s : s, 2, piece->sign);
        logreg__page_format(piece, "%s%s %s%s", piece->text.length ? ", " : "", text, s < 1 ? "ms" : "s",
                            part[i].what);
    }
}

/* A fact that is there or not: printed if anything was written. */
static void fact_if(logreg__page *page, const char *label, logreg__page *piece)
{
    if (piece->text.length)
        fact(page, label, piece);
}

void logreg__write_header(logreg__page *page, const logreg_model *model, const logreg_report_options *options)
{
    logreg__page piece;
    bool binary = logreg_model_classes(model) == 2;
    logreg__page_start_like(&piece, page);
    logreg__page_format(&piece, "%s, %s",
                        model->strata ? "Conditional logistic regression"
                        : binary      ? "Logistic regression"
                                      : "Multinomial logistic regression",
                        logreg__method_of(model));
    page->text.failed = page->text.failed || piece.text.failed;
    logreg__page_styled(page, LOGREG__BOLD, logreg__page_string(&piece));
    logreg__page_free(&piece);
    logreg__page_add(page, "\n\n");
    logreg__page_start_like(&piece, page);
    write_formula(&piece, model);
    fact_if(page, "Formula", &piece);
    logreg__write_texts(&piece, model);
    fact_if(page, "Texts", &piece);
    write_rows(&piece, model);
    fact(page, "Data", &piece);
    logreg__write_imputed(&piece, model);
    fact_if(page, "Imputed", &piece);
    binary ? write_binary(&piece, model) : write_classes(&piece, model);
    fact(page, "Modelling", &piece);
    write_strata(&piece, model);
    fact_if(page, "Strata", &piece);
    write_references(&piece, model);
    fact_if(page, "Reference", &piece);
    if (logreg_model_weights(model)) {
        logreg__page_name(&piece, logreg_model_weights(model), LOGREG__NAME_ROOM);
        logreg__page_add(&piece, ", frequencies: ");
        double counted =
            logreg_model_sampling_weights(model) ? model->n_frequency : logreg_model_n_obs(model);
        logreg__write_count(&piece, counted, "observation", "observations");
        fact(page, "Weights", &piece);
    }
    write_class_factors(&piece, model);
    fact_if(page, "By class", &piece);
    if (logreg_model_sampling_weights(model)) {
        logreg__page_name(&piece, logreg_model_sampling_weights(model), LOGREG__NAME_ROOM);
        logreg__page_add(&piece, ", sampling: ");
        logreg__write_count(&piece, model->n_frequency, "observation stands for ", "observations stand for ");
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_add(&piece, logreg__figure_plain(text, logreg_model_n_obs(model), 10, piece.sign));
        fact(page, "Sample", &piece);
    }
    if (logreg_model_offset(model)) {
        logreg__page_name(&piece, logreg_model_offset(model), LOGREG__NAME_ROOM);
        fact(page, "Offset", &piece);
    }
    logreg__write_method(&piece, model);
    fact(page, "Method", &piece);
    logreg__write_held_out(&piece, model);
    fact_if(page, "Held out", &piece);
    if (model->penalty) {
        logreg__write_penalty(&piece, model);
        fact(page, "Penalty", &piece);
    }
    logreg__write_calibration(&piece, model);
    fact_if(page, "Calibrated", &piece);
    if (!logreg__model_errorless(model)) {
        logreg__write_covariance(&piece, model);
        fact(page, "Covariance", &piece);
    }
    write_seconds(&piece, options);
    fact_if(page, "Time", &piece);
    logreg__page_free(&piece);
}
