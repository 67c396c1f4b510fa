/* Counts of cases with an event and of those without, in two columns, as R's cbind(dead, alive) has them: as an outcome each number would be a class. */
#include "csv/categories/surplus.h"
#include "csv/mending/command.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/word.h"
#include "data/opposite.h"

/* More columns or rows than these are no table of counts; fewer rows or different numbers prove nothing. */
enum { WIDEST = 60, LONGEST = 1000, FEWEST_ROWS = 4, FEWEST_VALUES = 3 };

/* Whole numbers, none below 0, three of them different. */
static bool counts(const logreg__column *c, size_t rows)
{
    double value[FEWEST_VALUES];
    size_t n = 0, k;
    if (c->kind != LOGREG_NUMERIC || c->surplus || rows - c->n_missing < FEWEST_ROWS)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (x < 0 || x != floor(x))
            return false;
        for (k = 0; k < n && value[k] != x;)
            k++;
        if (k == n && n < FEWEST_VALUES)
            value[n++] = x;
    }
    return n == FEWEST_VALUES;
}

/* What two columns add up to in every row; NAN: now this, now that. */
static double same_sum(const logreg__column *a, const logreg__column *b, size_t rows)
{
    double sum = NAN;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(a, i) + logreg__column_number(b, i);
        if (isnan(x))
            continue;
        if (x != sum && !isnan(sum))
            return NAN;
        sum = x;
    }
    return sum;
}

/* Their sum has a column: others tell that. */
static bool summed(const logreg_frame *frame, size_t a, size_t b)
{
    for (size_t k = 0; k < frame->n_columns; k++) {
        size_t i = 0;
        while (frame->column[k].kind == LOGREG_NUMERIC && i < frame->n_rows &&
               !(logreg__column_number(&frame->column[a], i) + logreg__column_number(&frame->column[b], i) !=
                 logreg__column_number(&frame->column[k], i)))
            i++;
        if (i == frame->n_rows)
            return true;
    }
    return false;
}

static bool is_taken(const logreg_frame *frame, const char *name)
{
    size_t j = 0;
    while (j < frame->n_columns && strcmp(frame->column[j].name, name) != 0)
        j++;
    return j < frame->n_columns;
}

/* A name for the sum that no column has. */
static const char *name_for_sum(const logreg_frame *frame)
{
    static const char *const names[] = {"n", "trials", "n_trials"};
    size_t k = 0;
    while (k + 1 < sizeof names / sizeof *names && is_taken(frame, names[k]))
        k++;
    return names[k];
}

static void add_option(logreg__text *text, const char *option, const char *column)
{
    logreg__text item = {0};
    logreg__text_add_item(&item, column);
    logreg__text_add(text, option);
    if (!item.failed)
        logreg__text_add_word(text, item.start);
    text->failed = text->failed || item.failed;
    free(item.start);
}

/* The sentence for whoever takes one of the two, `asked`, for an outcome. sum: what they add up to where that tells them; NAN: their names do. */
static char *compose(const logreg_frame *frame, size_t with, size_t without, size_t asked, double sum,
                     const logreg__csv *csv)
{
    const logreg__column *a = &frame->column[with], *b = &frame->column[without];
    const char *n = name_for_sum(frame);
    char command[LOGREG__COMMAND], rows[160], header[40], what[LOGREG_MESSAGE_SIZE], first[LOGREG__SHOWN],
        second[LOGREG__SHOWN], proof[60] = "";
    size_t i = with + a->n_left_out, j = without + b->n_left_out;
    snprintf(rows, sizeof rows,
             "splice @F, 1, 0, \"$F[%zu]|$F[%zu]\" =~ /([\\d.]+)\\D*\\|\\D*([\\d.]+)/ ? $1 + $2 : \"\"", i,
             j);
    snprintf(header, sizeof header, "splice @F, 1, 0, \"%s\"", n);
    logreg__cells_command(
        command, &(logreg__cells){.rows = rows, .header = header, .least = (i > j ? i : j) + 1}, csv);
    if (!isnan(sum))
        snprintf(proof, sizeof proof, ", which add up to %.17g in every row,", sum);
    snprintf(what, sizeof what,
             "%.200s: '%s' and '%s'%s look like counts of cases with and without an event. Write their sum "
             "in a column%s%s, and use --target ",
             csv->file, logreg__show(first, a->name, strlen(a->name)),
             logreg__show(second, b->name, strlen(b->name)), proof, *command ? ", " : "", command);
    logreg__text text = {0};
    logreg__text_add(&text, what);
    logreg__text_add_word(&text, a->name);
    logreg__text_add(&text, " --trials ");
    logreg__text_add(&text, n);
    add_option(&text, " --exclude ", b->name);
    add_option(&text, ", or, if each number is a class, --categorical ", frame->column[asked].name);
    return logreg__text_take(&text);
}

/* NAN: neither their names nor their sums tell. A sum of 100 may be one of percents. */
static bool tells(double *sum, const logreg__column *a, const logreg__column *b, size_t rows)
{
    *sum = NAN;
    if (logreg__names_opposite(a->name, b->name))
        return true;
    *sum = same_sum(a, b, rows);
    return *sum > 0 && *sum != 100;
}

static logreg_status say(logreg_frame *frame, size_t a, size_t b, double sum, const logreg__csv *csv)
{
    const size_t asked[] = {a, b};
    for (int k = 0; k < 2; k++) {
        bool turn = k && !isnan(sum); /* nothing says which of them is the event */
        char *sentence = compose(frame, turn ? b : a, turn ? a : b, asked[k], sum, csv);
        if (!sentence)
            return logreg__fail_memory(csv->err);
        frame->column[asked[k]].surplus = sentence;
    }
    return LOGREG_OK;
}

logreg_status logreg__opposites_check(logreg_frame *frame, const logreg__csv *csv)
{
    size_t rows = frame->n_rows, column[WIDEST], n = 0;
    logreg_status status = LOGREG_OK;
    double sum;
    if (frame->n_columns > WIDEST || !csv->options.header || rows < FEWEST_ROWS || rows > LONGEST)
        return LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++)
        if (counts(&frame->column[j], rows))
            column[n++] = j;
    for (size_t k = 0; k < n * n && status == LOGREG_OK; k++) {
        size_t a = column[k / n], b = column[k % n];
        const logreg__column *with = &frame->column[a], *without = &frame->column[b];
        if (a != b && !with->surplus && !without->surplus && tells(&sum, with, without, rows) &&
            !summed(frame, a, b))
            status = say(frame, a, b, sum, csv);
    }
    return status;
}
