/* The table of coefficients: factors with their levels, the reference among them; log odds on the left, odds
 * ratios on the right. */
#include "report/summary/summary.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/inference.h>

#include "base/memory.h"
#include "model/estimate/penalised.h"
#include "report/explain/baseline.h"
#include "report/summary/covariance.h"
#include "report/summary/estimates.h"
#include "report/summary/shrinkage.h"

/* Log odds this near to 0 are 0 but for rounding. */
#define ROUNDING 1e-13

typedef enum { CLASS, FACTOR, REFERENCE, LEVEL, PLAIN, CONTRAST } line_kind;

/* A line of the table. */
typedef struct {
    line_kind kind;
    size_t k, j;     /* class and column */
    size_t against;  /* the class that this one is held against */
    size_t variable; /* of a factor */
    size_t level;
} line;

typedef struct {
    const logreg_model *model;
    const logreg_inference *inference;
    line *line;
    size_t n, room;
    bool failed;
} lines;

static void add(lines *l, line_kind kind, size_t k, size_t j, size_t variable, size_t level)
{
    if (l->failed || !logreg__grow(&l->line, &l->room, l->n + 1, sizeof *l->line)) {
        l->failed = true;
        return;
    }
    l->line[l->n++] = (line){.kind = kind, .k = k, .j = j, .variable = variable, .level = level};
}

/* The variable of a factor's column, or SIZE_MAX. */
static size_t factor_of(const logreg_model *model, size_t j, size_t *level)
{
    size_t variable;
    bool own = logreg_model_coefficient_variable(model, j, &variable, level) && *level != SIZE_MAX;
    return own ? variable : SIZE_MAX;
}

static const logreg_coefficient *coefficient_of(const lines *l, const line *at);

static bool is_larger(const lines *l, const line *one, const line *other)
{
    return fabs(coefficient_of(l, one)->estimate) > fabs(coefficient_of(l, other)->estimate);
}

/* The largest coefficients of sparse columns, the largest first; of equals the first. */
static void add_sparse(lines *l, size_t k)
{
    size_t p = l->model->p, first = l->n, most = first + LOGREG__MOST_SPARSE_SHOWN;
    for (size_t j = p - l->model->terms->n_sparse; j < p; j++) {
        const line at = {.kind = PLAIN, .k = k, .j = j};
        bool full = l->n == most;
        if (coefficient_of(l, &at)->estimate == 0 || (full && !is_larger(l, &at, &l->line[most - 1])))
            continue;
        if (!full)
            add(l, PLAIN, k, j, 0, 0);
        if (l->failed)
            return;
        size_t i = l->n - 1;
        for (; i > first && is_larger(l, &at, &l->line[i - 1]); i--)
            l->line[i] = l->line[i - 1];
        l->line[i] = at;
    }
}

static void add_predictor(lines *l, size_t k)
{
    size_t before = SIZE_MAX; /* factor of the line before */
    for (size_t j = 0; j < l->model->p - l->model->terms->n_sparse; j++) {
        size_t level = 0, factor = factor_of(l->model, j, &level);
        if (factor == SIZE_MAX) {
            add(l, PLAIN, k, j, 0, 0);
        } else {
            if (factor != before)
                add(l, FACTOR, k, j, factor, level);
            if (factor != before && level > 0)
                add(l, REFERENCE, k, j, factor, 0);
            add(l, LEVEL, k, j, factor, level);
        }
        before = factor;
    }
    add_sparse(l, k);
}

/* Of two classes that separation lets be compared, though not with the first: how they differ. */
static void add_contrasts(lines *l, size_t k, size_t against)
{
    double estimate, error;
    size_t n = 0, p = logreg_model_coefficients(l->model);
    for (size_t j = 0; j < p; j++)
        n += logreg_model_contrast(&estimate, &error, l->model, k, against, j);
    for (size_t j = 0; n && j <= p; j++) {
        add(l, j ? CONTRAST : CLASS, k, j ? j - 1 : 0, 0, 0);
        if (!l->failed)
            l->line[l->n - 1].against = against;
    }
}

/* A factor is called what its columns are called before their level: "sex" of "sex[male]", "C(rank)" of "C(rank)[2]". */
static void name_factor(logreg__page *label, const char *column, const char *level, int room)
{
    size_t n = strlen(column), suffix = strlen(level) + 2;
    char *name = strndup(column, n > suffix ? n - suffix : n);
    label->text.failed = label->text.failed || !name;
    logreg__page_name(label, name ? name : "", room);
    free(name);
}

static void name_level(logreg__page *label, const lines *l, const line *at, int room)
{
    logreg_variable v;
    if (logreg_model_variable(l->model, at->variable, &v) != LOGREG_OK)
        return;
    if (at->kind == FACTOR) {
        name_factor(label, logreg_model_coefficient_name(l->model, at->j), v.levels[at->level], room);
    } else {
        logreg__page_add(label, "  ");
        logreg__page_name(label, v.levels[at->level], room - 2);
    }
}

static const logreg_coefficient *coefficient_of(const lines *l, const line *at)
{
    size_t k = at->k - logreg_model_first_class(l->model);
    return &l->inference->coefficient[k * logreg_model_coefficients(l->model) + at->j];
}

/* "age", or "age per 10" where its odds ratio is. */
static void name_plain(logreg__page *label, const lines *l, const line *at, int room)
{
    const char *name = logreg_model_coefficient_name(l->model, at->j);
    double unit = coefficient_of(l, at)->unit;
    char per[LOGREG__FIGURE_SIZE];
    if (unit == 1) {
        logreg__page_name(label, name, room);
        return;
    }
    logreg__figure_plain(per, unit, 4, label->sign);
    int taken = (int)strlen(" per ") + logreg__columns(per, strlen(per));
    logreg__page_name(label, name, room > taken ? room - taken : 1);
    logreg__page_format(label, " per %s", per);
}

static bool is_intercept(const logreg_model *model, size_t j)
{
    return j == 0 && logreg_model_has_intercept(model);
}

/* Whether an intercept, or what a word adds to it, is 0 but for rounding; other columns have units in which that may be much. */
static bool is_nothing(const logreg_model *model, size_t j, double estimate)
{
    const logreg__terms *terms = model->terms;
    bool word = logreg_model_text(model, NULL, NULL) && j >= terms->n_columns - terms->n_sparse;
    return (word || is_intercept(model, j)) && fabs(estimate) < ROUNDING;
}

static void fill_contrast(logreg__table_row *row, const lines *l, const line *at, int room, int digits)
{
    const logreg_coefficient *c = logreg__contrast_of(l->inference, l->model, at->k, at->against, at->j);
    logreg__page_name(&row->label, logreg_model_coefficient_name(l->model, at->j), room);
    if (c->status == LOGREG_COEF_OK)
        logreg__estimates_fill(row, c, digits, !is_intercept(l->model, at->j));
    else
        row->remark = "without a limit: separated";
}

static void fill_row(logreg__table_row *row, size_t i, int room, int digits, const void *data)
{
    const lines *l = data;
    const line *at = &l->line[i];
    switch (at->kind) {
    case CLASS:
        row->heading = true;
        if (logreg_model_first_class(l->model) == 0) {
            logreg__page_name(&row->label, logreg__target_name(l->model), LOGREG__NAME_ROOM);
            logreg__page_add(&row->label, " = ");
        }
        logreg__page_name(&row->label, logreg_model_class(l->model, at->k), LOGREG__NAME_ROOM);
        if (logreg_model_first_class(l->model) == 0)
            return;
        logreg__page_add(&row->label, " against ");
        logreg__page_name(&row->label, logreg_model_class(l->model, at->against), LOGREG__NAME_ROOM);
        return;
    case CONTRAST:
        fill_contrast(row, l, at, room, digits);
        return;
    case PLAIN:
        name_plain(&row->label, l, at, room);
        break;
    case FACTOR:
        name_level(&row->label, l, at, room);
        return;
    case REFERENCE:
        name_level(&row->label, l, at, room);
        row->remark = "reference";
        return;
    case LEVEL:
        name_level(&row->label, l, at, room);
        break;
    }
    logreg_coefficient c = *coefficient_of(l, at);
    if (isnan(c.std_error) && is_nothing(l->model, at->j, c.estimate))
        c.estimate = 0;
    bool ascii = row->label.ascii;
    if (isfinite(c.low) != isfinite(c.high) && !isfinite(c.estimate)) {
        logreg__estimates_fill_unbounded(row, &c, !is_intercept(l->model, at->j));
        return;
    }
    switch (c.status) {
    case LOGREG_COEF_OK:
        logreg__estimates_fill(row, &c, digits, !is_intercept(l->model, at->j));
        break;
    case LOGREG_COEF_ALIASED:
        row->remark = logreg__report_is_long(l->model) ? "aliased: see above" : "aliased: see below";
        break;
    case LOGREG_COEF_PLUS_INFINITY:
        row->remark = ascii ? "+inf: separated" : "+∞: separated";
        break;
    case LOGREG_COEF_MINUS_INFINITY:
        row->remark = ascii ? "-inf: separated" : "−∞: separated";
        break;
    case LOGREG_COEF_UNDETERMINED:
        row->remark = "without a limit: separated";
        break;
    }
}

/* "Odds ratios are told per 10 of age and per standard deviation of bmi, 4.31; estimates per 1." */
static void write_units(logreg__page *page, const logreg_inference *inference)
{
    logreg__page note;
    char size[LOGREG__FIGURE_SIZE];
    size_t n = inference->n_units;
    logreg__page_start_like(&note, page);
    logreg__page_add(&note, "Odds ratios are told");
    for (size_t i = 0; i < n; i++) {
        const logreg_unit *unit = &inference->unit[i];
        logreg__page_add(&note, i == 0 ? " " : i + 1 < n ? ", " : " and ");
        logreg__figure_plain(size, unit->size, 4, page->sign);
        if (unit->kind == LOGREG_UNIT_SIZE)
            logreg__page_format(&note, "per %s of ", size);
        else
            logreg__page_format(&note, "per %s (%s) of ",
                                unit->kind == LOGREG_UNIT_SD ? "standard deviation" : "interquartile range",
                                size);
        logreg__page_name(&note, unit->variable, LOGREG__NAME_ROOM);
    }
    logreg__page_add(&note, "; estimates and standard errors per 1.");
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}

/* Standard errors that are not the likelihood's own are named where they stand. */
static void write_heading(logreg__page *page, const logreg_model *model)
{
    if (!logreg__model_robust(model)) {
        logreg__write_title(page, "Coefficients");
        return;
    }
    logreg__page title;
    logreg__page_start_like(&title, page);
    logreg__page_add(&title, "Coefficients, with standard errors by ");
    logreg__write_covariance_name(&title, model);
    page->text.failed = page->text.failed || title.text.failed;
    logreg__write_title(page, logreg__page_string(&title));
    logreg__page_free(&title);
}

void logreg__write_coefficients(logreg__page *page, const logreg_model *model,
                                const logreg_inference *inference)
{
    lines l = {.model = model, .inference = inference};
    size_t classes = logreg_model_classes(model);
    for (size_t k = logreg_model_first_class(model); k < classes; k++) {
        if (classes > 2)
            add(&l, CLASS, k, 0, 0, 0);
        add_predictor(&l, k);
    }
    for (size_t k = 2; k < classes; k++)
        for (size_t against = 1; against < k; against++)
            add_contrasts(&l, k, against);
    page->text.failed = page->text.failed || l.failed;
    if (!page->text.failed) {
        write_heading(page, model);
        logreg__estimates_print(page, model,
                                &(logreg__estimates){l.n, fill_row, &l, inference->method, inference->level});
        if (logreg__penalty_shrinks(model->penalty))
            logreg__write_sparsity(page, model);
        if (logreg_model_has_intercept(model) && logreg_model_first_class(model) > 0)
            logreg__write_intercept(page, model);
        if (inference->n_units)
            write_units(page, inference);
        if (strcmp(inference->method, "profile") == 0)
            logreg__write_ends(page, inference->coefficient, inference->n_coefficients);
    }
    free(l.line);
}
