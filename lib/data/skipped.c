#include "data/skipped.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "base/word.h"

/* A column of more values tells nothing; fewer rows, with and without, are chance; so many values are named. */
enum { VALUES = 12, FEWEST = 10, NAMED = 3 };

/* Chance has it in one case of e^CHANCE. */
static const double CHANCE = 20;

/* What rows with one value of the other column have. */
typedef struct {
    double number; /* or the code of a level */
    size_t rows, missing;
} value;

typedef struct {
    value value[VALUES];
    size_t n;
    size_t rows, other; /* rows of values that always miss the column, and others that miss it */
    size_t marked;      /* such values */
    size_t there;       /* rows of the other values that have it */
} census;

/* The value of a row, which is added if it is new; NULL: there are too many. */
static value *value_of(census *c, double number)
{
    size_t k = 0;
    while (k < c->n && c->value[k].number != number)
        k++;
    if (k == VALUES)
        return NULL;
    if (k == c->n)
        c->value[c->n++] = (value){.number = number};
    return &c->value[k];
}

static double number_of(const logreg__column *c, size_t row)
{
    return c->kind == LOGREG_NUMERIC ? logreg__column_number(c, row) : (double)logreg__column_code(c, row);
}

static bool take(census *c, const logreg_frame *frame, const logreg__column *by, const logreg__column *column)
{
    *c = (census){.n = 0};
    if (by->kind == LOGREG_CATEGORY && by->n_levels > VALUES)
        return false;
    for (size_t r = 0; r < frame->n_rows; r++) {
        bool missing = logreg__cell_is_missing(column, r);
        if (logreg__cell_is_missing(by, r)) {
            c->other += missing;
            continue;
        }
        value *v = value_of(c, number_of(by, r));
        if (!v)
            return false;
        v->rows++;
        v->missing += missing;
    }
    for (size_t k = 0; k < c->n; k++) {
        bool all = c->value[k].missing == c->value[k].rows;
        c->marked += all;
        c->rows += all ? c->value[k].missing : 0;
        c->other += all ? 0 : c->value[k].missing;
        c->there += c->value[k].rows - c->value[k].missing;
    }
    return true;
}

/* Do the values tell where it is missing, as chance does not? */
static bool tells(const census *c)
{
    double missing = (double)(c->rows + c->other), there = (double)c->there, all = missing + there;
    return c->rows >= FEWEST && c->there >= FEWEST && FEWEST * c->other <= c->there &&
           FEWEST * c->other <= c->rows &&
           (double)c->rows * log(all / missing) + there * log(all / there) > CHANCE;
}

static bool is_marked(const value *v)
{
    return v->missing == v->rows;
}

static void add_value(logreg__text *text, const logreg__column *by, double number)
{
    char room[LOGREG__NUMBER_SIZE];
    logreg__text_add(text, by->kind == LOGREG_NUMERIC ? logreg__number_shortest(room, number)
                                                      : by->levels[(size_t)number]);
}

/* "smoking = former or never" */
static char *write_where(const census *c, const logreg__column *by)
{
    logreg__text text = {0};
    size_t told = 0;
    char more[32];
    logreg__text_add(&text, by->name);
    for (size_t k = 0; k < c->n; k++) {
        if (!is_marked(&c->value[k]) || told++ >= NAMED)
            continue;
        logreg__text_add(&text, told == 1 ? " = " : told == c->marked ? " or " : ", ");
        add_value(&text, by, c->value[k].number);
    }
    snprintf(more, sizeof more, " or %zu more", told - NAMED);
    logreg__text_add(&text, told > NAMED ? more : "");
    return logreg__text_take(&text);
}

bool logreg__skipped_find(logreg__skipped *s, const logreg_frame *frame, const bool *column, size_t j)
{
    const logreg__column *c = &frame->column[j], *by = NULL;
    census best = {.n = 0}, one;
    *s = (logreg__skipped){.where = NULL};
    for (size_t k = 0; k < frame->n_columns && c->n_missing >= FEWEST; k++) {
        if (k == j || !column[k] || !take(&one, frame, &frame->column[k], c) || !tells(&one))
            continue;
        if (!by || one.other < best.other || (one.other == best.other && one.n < best.n)) {
            best = one;
            by = &frame->column[k];
        }
    }
    if (!by || logreg_frame_aside(frame, j)) /* no fit takes dates and IDs for levels */
        return true;
    s->where = write_where(&best, by);
    s->rows = best.rows;
    s->other = best.other;
    s->way = c->kind == LOGREG_CATEGORY                 ? LOGREG__SKIPPED_LEVEL
             : by->kind == LOGREG_NUMERIC && best.n > 2 ? LOGREG__SKIPPED_MARKED
                                                        : LOGREG__SKIPPED_ZERO;
    return s->where;
}

void logreg__skipped_item(logreg__text *list, const char *column, logreg__skipped_way way)
{
    logreg__text item = {0};
    logreg__text_add(&item, column);
    logreg__text_add(&item, way == LOGREG__SKIPPED_LEVEL ? "=level" : "=constant:0");
    logreg__text_add_item(list, item.start ? item.start : "");
    list->failed = list->failed || item.failed;
    free(item.start);
}
