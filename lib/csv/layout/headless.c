/* A first row of words that is data: its cells are values of their own columns. */
#include "csv/header.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "data/day.h"

/* The name as the file has it, without the number that told it from another one. */
static logreg__cell written(const logreg__column *c, size_t j, const logreg__csv *csv)
{
    logreg__cell name = {c->name, strlen(c->name), 0};
    for (size_t i = 0; csv->plan && i < csv->plan->done; i++) {
        const logreg__stage *s = &csv->plan->stage[i];
        if (s->kind != LOGREG__STAGE_NAME || s->a != j + c->n_left_out || !s->b)
            continue;
        while (name.n && name.text[name.n - 1] != '_')
            name.n--;
        name.n -= name.n > 0;
    }
    return name;
}

static bool is_text(const char *text, logreg__cell cell)
{
    return strncmp(text, cell.text, cell.n) == 0 && !text[cell.n];
}

static bool has_level(const logreg__column *c, logreg__cell text)
{
    for (size_t l = 0; c->kind == LOGREG_CATEGORY && l < c->n_levels; l++)
        if (is_text(c->levels[l], text))
            return true;
    return false;
}

/* Which of the levels of one column another has: all, or all but the name. */
typedef enum { LESS, ALL_BUT_NAME, ALL } shared;

static shared share(const logreg__column *c, logreg__cell name, const logreg__column *other)
{
    for (size_t l = 0; l < c->n_levels; l++) {
        logreg__cell level = {c->levels[l], strlen(c->levels[l]), 0};
        if (!is_text(c->levels[l], name) && !has_level(other, level))
            return LESS;
    }
    return has_level(other, name) ? ALL : ALL_BUT_NAME;
}

typedef enum { NO, DOUBTFUL, YES } answer;

/* Is the name a value, in two rows at least? Ticks are not, written as the name of their column beside answers that the next has too;
 * DOUBTFUL: one of two that no other column has. */
static answer is_value(const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    logreg__cell name = written(c, j, csv);
    bool known = c->n_levels > 2;
    size_t rows = 0;
    if (c->n_levels < 2 || !has_level(c, name))
        return NO;
    for (size_t k = 0; k < frame->n_columns; k++) {
        shared all = k != j ? share(c, name, &frame->column[k]) : LESS;
        if (all == ALL_BUT_NAME)
            return NO;
        known = known || all == ALL;
    }
    for (size_t i = 0; i < frame->n_rows && rows < 2; i++) {
        const char *label = logreg_frame_label(frame, i, j);
        rows += label && is_text(label, name);
    }
    return rows < 2 ? NO : known ? YES : DOUBTFUL;
}

/* Numbers or dates below a word, which is a name then. */
static bool is_named(const logreg__column *c, const logreg__csv *csv)
{
    double x;
    return c->kind == LOGREG_NUMERIC
               ? !logreg__number_parse(&x, c->name, strlen(c->name), csv->options.decimal)
               : !logreg__is_date(c->name) && logreg__count_dates(c->levels, c->n_levels) > 0;
}

logreg_status logreg__headless_check(const logreg_frame *frame, const logreg__csv *csv)
{
    size_t values = 0, doubtful = 0, dates = 0, groups = 0, of = frame->n_columns;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (is_named(c, csv))
            return LOGREG_OK;
        if (c->kind != LOGREG_CATEGORY)
            continue;
        answer value = is_value(frame, j, csv);
        values += value == YES;
        doubtful += value == DOUBTFUL;
        of = value == YES && of == frame->n_columns ? j : of;
        groups += 4 * c->n_levels < frame->n_rows;
        dates += logreg__is_date(c->name);
    }
    bool all = values + doubtful == frame->n_columns;
    size_t signs = values + (all ? doubtful : 0) + (dates > 0);
    if (!values || signs < 2 || (!all && 2 * values < groups))
        return LOGREG_OK;
    if (csv->plan)
        csv->plan->no_names = true;
    logreg__cell name = written(&frame->column[of], of, csv);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu: the first row looks like data: '%.*s' is a value of its own column, %zu; " LOGREG__NO_HEADER,
        csv->file, csv->header_line, name.n < 80 ? (int)name.n : 80, name.text,
        of + 1 + frame->column[of].n_left_out);
}
