/* Effects in one table: risks in percent, their changes in percentage points, and risk ratios. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "model/model.h"
#include "report/summary/covariance.h"
#include "report/options.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

enum { RISK, CHANGE, LOW, HIGH, P, RATIO, RATIO_LOW, RATIO_HIGH, N_COLUMNS };

typedef enum { CLASS, VARIABLE, EFFECT } line_kind;

/* A line of the table, and the effect that it is, or begins with. */
typedef struct {
    line_kind kind;
    const logreg_effect *effect;
} line;

typedef struct {
    const logreg_model *model;
    bool slopes_only;
    int place[N_COLUMNS]; /* of each column in the table; -1: it goes without */
    line *line;
    size_t n;
} lines;

/* Class by class, where there are several. */
static bool make_lines(lines *l, const logreg_effects *effects)
{
    size_t K = logreg_model_classes(l->model);
    l->slopes_only = true;
    l->line = logreg__new(2 * effects->n + K, sizeof *l->line);
    for (size_t k = 0; l->line && k < K; k++) {
        const logreg_effect *before = NULL;
        for (size_t i = 0; i < effects->n; i++) {
            const logreg_effect *e = &effects->effect[i];
            if (e->k != k)
                continue;
            l->slopes_only = l->slopes_only && !e->level;
            if (!before && K > 2)
                l->line[l->n++] = (line){CLASS, e};
            if (e->level && (!before || before->variable != e->variable))
                l->line[l->n++] = (line){VARIABLE, e};
            l->line[l->n++] = (line){EFFECT, e};
            before = e;
        }
    }
    return l->line;
}

/* In percent, with as many decimals as its standard error gives it, but not fewer than one. */
static void write_points(char *cell, double share, double std_error, int digits, const logreg__signs *sign)
{
    int decimals = logreg__decimals(100 * std_error, digits);
    if (decimals == LOGREG__POWERS)
        logreg__figure_digits(cell, 100 * share, 3, sign);
    else
        logreg__figure_fixed(cell, 100 * share, decimals < 1 ? 1 : decimals, sign);
}

/* The cell of a column; where the table goes without it, `spare`. */
static char *cell(logreg__table_row *row, const lines *l, int column, char *spare)
{
    return l->place[column] < 0 ? spare : row->cell[l->place[column]];
}

static void fill_effect(logreg__table_row *row, const lines *l, const logreg_effect *e, int room)
{
    char spare[LOGREG__FIGURE_SIZE];
    const logreg__signs *sign = row->label.sign;
    static const char word[] = " (reference)";
    bool reference = e->level && e->level == e->reference;
    int own = e->level ? 2 + logreg__columns(e->level, strlen(e->level)) : 0, width = (int)strlen(word);
    logreg__page_add(&row->label, e->level ? "  " : "");
    logreg__page_name(&row->label, e->level ? e->level : e->variable, e->level ? room - 2 : room);
    if (reference && own + width <= room)
        logreg__page_add(&row->label, word);
    if (e->level)
        write_points(cell(row, l, RISK, spare), e->risk.estimate, e->risk.std_error, 1, sign);
    if (reference)
        return;
    if (isnan(e->difference.estimate)) {
        row->remark = "infinite in some row";
        return;
    }
    const double points[] = {e->difference.estimate, e->difference.low, e->difference.high};
    for (int i = 0; i < 3; i++)
        write_points(cell(row, l, CHANGE + i, spare), points[i], e->difference.std_error, 2, sign);
    logreg__figure_p(cell(row, l, P, spare), e->p);
    if (!e->level)
        return;
    const double ratios[] = {e->ratio.estimate, e->ratio.low, e->ratio.high};
    for (int i = 0; i < 3; i++)
        logreg__figure_digits(cell(row, l, RATIO + i, spare), ratios[i], 3 + (ratios[i] >= 0.9995), sign);
}

static void fill_row(logreg__table_row *row, size_t i, int room, const void *data)
{
    const lines *l = data;
    const line *at = &l->line[i];
    switch (at->kind) {
    case CLASS:
        row->heading = true;
        logreg__write_event(&row->label, l->model, at->effect->k);
        return;
    case VARIABLE:
        logreg__page_name(&row->label, at->effect->variable, room);
        return;
    case EFFECT:
        fill_effect(row, l, at->effect, room);
        return;
    }
}

/* ---- What it means ---- */

static void write_at(logreg__page *page, const logreg_effects *effects)
{
    char value[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < effects->n_at && i < LOGREG__LISTED; i++) {
        const logreg_effect_at *at = &effects->at[i];
        logreg__page_add(page, i == 0 ? "with " : ", ");
        logreg__page_name(page, at->variable, LOGREG__NAME_ROOM);
        logreg__page_add(page, " = ");
        if (at->level)
            logreg__page_name(page, at->level, LOGREG__NAME_ROOM);
        else
            logreg__page_add(page, logreg__figure_plain(value, at->value, 5, page->sign));
    }
    if (effects->n_at) {
        logreg__write_more(page, effects->n_at);
        logreg__page_add(page, " in all rows, ");
    }
}

/* The coefficient that alone tells a level, or the 1 of a 0 and 1, from the reference; NaN where products or functions may have a say too. */
static double own_coefficient(const logreg_model *model, const logreg_effect *e)
{
    double b = NAN;
    for (size_t j = logreg_model_has_intercept(model); j < logreg_model_coefficients(model); j++) {
        size_t v, level;
        logreg_variable variable;
        if (!logreg_model_coefficient_variable(model, j, &v, &level) ||
            logreg_model_variable(model, v, &variable) != LOGREG_OK)
            return NAN;
        if (strcmp(variable.name, e->variable) == 0 &&
            (level == SIZE_MAX || strcmp(variable.levels[level], e->level) == 0))
            b = logreg_model_coefficient(model, 1, j);
    }
    return b;
}

/* The largest effect that has an odds ratio to hold beside the ratio of risks, or NULL. */
static const logreg_effect *example(double *odds_ratio, const logreg_model *model,
                                    const logreg_effects *effects)
{
    const logreg_effect *best = NULL;
    bool two = logreg_model_classes(model) == 2 && logreg_model_has_intercept(model);
    for (size_t i = 0; two && i < effects->n; i++) {
        const logreg_effect *e = &effects->effect[i];
        if (!e->level || !isfinite(e->ratio.estimate) ||
            (best && fabs(best->difference.estimate) >= fabs(e->difference.estimate)))
            continue;
        double b = own_coefficient(model, e);
        if (isfinite(b)) {
            best = e;
            *odds_ratio = exp(b);
        }
    }
    return best;
}

static void write_warning(logreg__page *note, const logreg_model *model, const logreg_effects *effects)
{
    char odds[LOGREG__FIGURE_SIZE], risk[LOGREG__FIGURE_SIZE];
    double odds_ratio = NAN;
    const logreg_effect *e = example(&odds_ratio, model, effects);
    logreg__page_add(note, " An odds ratio is not a risk ratio");
    if (!e) {
        logreg__page_add(note, ".");
        return;
    }
    logreg__figure_digits(odds, odds_ratio, 3, note->sign);
    logreg__figure_digits(risk, e->ratio.estimate, 3, note->sign);
    logreg__page_add(note, ": of ");
    logreg__page_name(note, e->variable, LOGREG__NAME_ROOM);
    logreg__page_add(note, ", ");
    logreg__page_name(note, e->level, LOGREG__NAME_ROOM);
    logreg__page_add(note, " against ");
    logreg__page_name(note, e->reference, LOGREG__NAME_ROOM);
    logreg__page_format(note, ", the odds ratio is %s, the risk ratio %s.", odds, risk);
}

/* Columns that act through conditions alone, where all others are told of. */
static void write_steps(logreg__page *note, const logreg_model *model, const logreg_effects *effects)
{
    logreg_variable v;
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        bool told =
            !logreg_model_variable_steps(model, i) || logreg_model_variable(model, i, &v) != LOGREG_OK;
        for (size_t k = 0; !told && k < effects->n; k++)
            told = strcmp(effects->effect[k].variable, v.name) == 0;
        if (told)
            continue;
        logreg__page_add(note, " ");
        logreg__page_name(note, v.name, LOGREG__NAME_ROOM);
        logreg__page_add(note, " acts through conditions alone, and has no effect of its own here.");
    }
}

static void write_meaning(logreg__page *page, const logreg_model *model, const logreg_effects *effects)
{
    bool slopes = false, levels = false;
    for (size_t i = 0; i < effects->n; i++) {
        slopes = slopes || !effects->effect[i].level;
        levels = levels || effects->effect[i].level;
    }
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "Changes are in percentage points");
    if (slopes)
        logreg__page_format(&note, "%s the slope of the probability, per 1 of it, on average",
                            levels ? "; that of a number is" : ": that of a number is");
    logreg__page_add(&note, ".");
    if (levels) {
        logreg__page_add(&note,
                         " A level's risk is the mean probability if every row had that level and kept all "
                         "else; the others are compared with the first.");
        write_warning(&note, model, effects);
    }
    write_steps(&note, model, effects);
    if (strcmp(logreg_model_vcov(model), "classical") != 0) {
        logreg__page_add(&note, " Standard errors come from ");
        logreg__write_covariance_name(&note, model);
        logreg__page_add(&note, ".");
    }
    if (logreg__model_errorless(model))
        logreg__page_format(
            &note,
            " There are no intervals and p values: penalty %s moves coefficients towards 0 on "
            "purpose, and effects with them, by an amount that no standard error tells.",
            logreg_model_penalty(model));
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}

/* The columns that this table has, of those there are; how many. */
static int choose_columns(logreg__table_column *to, lines *l, const logreg__table_column *all)
{
    int n = 0;
    for (int i = 0; i < N_COLUMNS; i++) {
        bool risk = i == RISK || i >= RATIO, bare = i != RISK && i != CHANGE && i != RATIO;
        bool gone = (l->slopes_only && risk) || (logreg__model_errorless(l->model) && bare);
        l->place[i] = gone ? -1 : n;
        if (!gone)
            to[n++] = all[i];
    }
    return n;
}

/* "Effects on P(y = yes), averaged over 891 rows", as it stands above the table. */
static void write_heading(logreg__page *page, const logreg_model *model, const logreg_effects *effects)
{
    logreg__page note;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "on ");
    if (logreg_model_classes(model) == 2)
        logreg__write_event(&note, model, 1);
    else
        logreg__page_add(&note, "the probability of each class");
    logreg__page_add(&note, ", ");
    write_at(&note, effects);
    double rows = (double)logreg_model_rows_used(model), n = logreg_model_n_obs(model);
    logreg__page_add(&note, "averaged over ");
    logreg__write_count(&note, rows, "row", "rows");
    if (n != rows) {
        logreg__page_add(&note, " that stand for ");
        logreg__write_count(&note, n, "observation", "observations");
    }
    logreg__page_paragraph(page, LOGREG__BOLD, "Effects", 0, &note);
}

void logreg__write_effects(logreg__page *page, const logreg_model *model, const logreg_effects *effects)
{
    lines l = {.model = model};
    logreg__page interval;
    logreg__page_start_like(&interval, page);
    logreg__write_percent(&interval, effects->level);
    logreg__page_add(&interval, " interval");
    if (!make_lines(&l, effects) || interval.text.failed)
        page->text.failed = true;
    if (!page->text.failed) {
        const char *title = logreg__page_string(&interval);
        const logreg__table_column all[N_COLUMNS] = {
            [RISK] = {"Risk, %", 1, ""},    [CHANGE] = {"Change", 1, "percentage points"},
            [LOW] = {title, 2, NULL},       [HIGH] = {NULL, 1, NULL},
            [P] = {"p", 1, NULL},           [RATIO] = {"Ratio", 1, "risk ratio"},
            [RATIO_LOW] = {title, 2, NULL}, [RATIO_HIGH] = {NULL, 1, NULL},
        };
        write_heading(page, model, effects);
        logreg__table_column column[N_COLUMNS];
        int columns = choose_columns(column, &l, all);
        if (l.n) {
            logreg__table_print(page, &(logreg__table){l.n, columns, column, fill_row, &l});
            write_meaning(page, model, effects);
        } else {
            logreg__page_add(page, "  None: the model has no variables that could move.\n");
        }
    }
    logreg__page_free(&interval);
    free(l.line);
}

logreg_status logreg_report_effects(char **text, const logreg_model *model, const logreg_effects *effects,
                                    const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &o);
    logreg__write_effects(&page, model, effects);
    return logreg__page_finish(text, &page, err);
}
