/* Rows that sum up others: totals at the end or on top, subtotals of groups, means; with a label or without one. A label alone is no
 * proof, since "total" may be a level; a number that is the sum of the others is. */
#include "csv/layout/totals.h"
#include "csv/mending/plan.h"
#include "csv/numbers/sums.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/frame.h"

/* Rows are named in a command up to so many. */
enum { NAMED = 40 };

static const char *const names[] = {
    [LOGREG__SUM_OF] = "sum", [LOGREG__MEAN_OF] = "mean", [LOGREG__COUNT_OF] = "number"};

/* ---- Rows with a label ---- */

typedef struct {
    const logreg_frame *frame;
    const logreg__csv *csv;
    size_t label;        /* the column that says so, */
    bool *says, *beside; /*   by its levels */
    size_t found[NAMED], n_found;
    size_t column; /* what proves the first of them; SIZE_MAX: that it is empty where others are not */
    logreg__relation how;
} search;

static size_t code_of(const search *s, size_t row)
{
    uint32_t code = logreg__column_code(&s->frame->column[s->label], row);
    return code == LOGREG__MISSING ? SIZE_MAX : code;
}

static bool says(const search *s, size_t row)
{
    size_t code = code_of(s, row);
    return code != SIZE_MAX && s->says[code];
}

static bool stands_beside(const search *s, size_t row)
{
    size_t code = code_of(s, row);
    return code != SIZE_MAX && s->beside[code];
}

/* How column j of a row goes with the rows of data between two others, and with all; the row itself is none of them. */
static logreg__relation relate_row(const search *s, size_t j, size_t row, size_t from, size_t to,
                                   bool *strong)
{
    logreg__block near = {0}, all = {0};
    const logreg__column *c = &s->frame->column[j];
    for (size_t r = 0; r < s->frame->n_rows; r++) {
        if (r == row || says(s, r) || stands_beside(s, r))
            continue;
        double x = logreg__column_number(c, r);
        logreg__block_add(&all, x);
        if (r >= from && r < to)
            logreg__block_add(&near, x);
    }
    double x = logreg__column_number(c, row);
    logreg__relation found = logreg__block_relate(x, &near, strong);
    return found != LOGREG__OF_NONE ? found : logreg__block_relate(x, &all, strong);
}

/* Do the numbers of the row prove that it sums up others? One that no row of data could hold, or all of them. */
static bool proven(search *s, size_t row, size_t from)
{
    size_t cells = 0, related = 0, column = 0;
    logreg__relation how = LOGREG__OF_NONE;
    bool proof = false;
    for (size_t j = 0; j < s->frame->n_columns && !proof; j++) {
        const logreg__column *c = &s->frame->column[j];
        if (c->kind != LOGREG_NUMERIC || isnan(logreg__column_number(c, row)))
            continue;
        logreg__relation found = relate_row(s, j, row, from, row, &proof);
        cells++;
        related += found != LOGREG__OF_NONE;
        if (found != LOGREG__OF_NONE && (proof || related == 1)) {
            column = j;
            how = found;
        }
    }
    proof = proof || (cells > 1 && related == cells);
    if (proof && !s->n_found) {
        s->column = column;
        s->how = how;
    }
    return proof;
}

/* Is it the last row, and empty in two or more columns in which no row of data is? */
static bool emptied(const search *s, size_t row)
{
    size_t empty = 0, rows = s->frame->n_rows;
    for (size_t j = 0; j < s->frame->n_columns && row + 1 == rows; j++) {
        const logreg__column *c = &s->frame->column[j];
        empty += j != s->label && c->n_missing == 1 && logreg__cell_is_missing(c, row);
    }
    return empty > 1;
}

static void keep(search *s, size_t row)
{
    if (s->n_found < NAMED)
        s->found[s->n_found] = row;
    s->n_found++;
}

/* All rows that say so must be proven, and be few: else the word is a level. */
static bool search_rows(search *s)
{
    size_t rows = s->frame->n_rows, from = 0, said = 0;
    for (size_t r = 0; r < rows; r++) {
        bool follows = s->n_found && stands_beside(s, r) && from == r;
        if (!says(s, r) && !follows)
            continue;
        if (!follows && !proven(s, r, from)) {
            if (!emptied(s, r))
                return false;
            s->column = s->n_found ? s->column : SIZE_MAX;
        }
        said += !follows;
        keep(s, r);
        from = r + 1;
    }
    return said > 0 && 3 * said <= rows;
}

/* ---- The sentences ---- */

static logreg_status fail_labelled(const search *s)
{
    char what[600], more[64] = "";
    const logreg__column *c = &s->frame->column[s->label];
    bool mean = s->how == LOGREG__MEAN_OF, one = s->n_found == 1;
    logreg__stage stage[NAMED];
    for (size_t i = 0; i < s->n_found && i < NAMED; i++) {
        size_t line = logreg__frame_line(s->frame, s->found[i]);
        stage[i] = (logreg__stage){LOGREG__STAGE_LINES, line, line};
    }
    if (!one)
        snprintf(more, sizeof more, ", and there %s %zu more such row%s", s->n_found == 2 ? "is" : "are",
                 s->n_found - 1, s->n_found == 2 ? "" : "s");
    char why[200] = ", and most of its cells are empty";
    if (s->column != SIZE_MAX)
        snprintf(why, sizeof why, ", since column '%.80s' holds the %s of %s",
                 s->frame->column[s->column].name, names[s->how],
                 s->found[0] ? "the rows above" : "the others");
    snprintf(what, sizeof what, "%.200s:%zu:%zu '%.80s': '%.40s' is a row of %s%s%s", s->csv->file,
             logreg__frame_line(s->frame, s->found[0]), s->label + 1 + c->n_left_out, c->name,
             logreg_frame_label(s->frame, s->found[0], s->label), mean ? "means" : "totals", why, more);
    return logreg__fail_stages(s->csv, stage, s->n_found < NAMED ? s->n_found : NAMED, what,
                               one                  ? "; take it out: "
                               : s->n_found > NAMED ? "; take the first of them out: "
                                                    : "; take them out: ",
                               "");
}

/* Column j has labels that say so: looks whether the numbers say so too. */
static logreg_status check_label(const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    search s = {.frame = frame, .csv = csv, .label = j};
    bool any = false;
    for (size_t l = 0; l < c->n_levels && !any; l++)
        any = logreg__says_total(c->levels[l], strlen(c->levels[l]));
    if (!any)
        return LOGREG_OK;
    s.says = logreg__new(c->n_levels, sizeof *s.says);
    s.beside = logreg__new(c->n_levels, sizeof *s.beside);
    bool room = s.says && s.beside, found = false;
    for (size_t l = 0; l < c->n_levels && room; l++) {
        size_t n = strlen(c->levels[l]);
        s.says[l] = logreg__says_total(c->levels[l], n);
        s.beside[l] = logreg__says_spread(c->levels[l]);
    }
    if (room)
        found = search_rows(&s);
    logreg_status status = !room ? logreg__fail_memory(csv->err) : found ? fail_labelled(&s) : LOGREG_OK;
    free(s.says);
    free(s.beside);
    return status;
}

/* ---- The last row, without a label ---- */

/* Of fewer, one is easily the sum of the others by chance: the frequencies of a table of two by two, whose last cell stands for 1 and 1. */
enum { NUMBERS = 4 };

/* Could it be? Few files go on from here: a number is larger than the first ones of its column, or not whole as they are. */
static bool may_sum_up(const logreg_frame *frame)
{
    size_t last = frame->n_rows - 1, some = last < 64 ? last : 64;
    bool may = false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (c->kind == LOGREG_CATEGORY && logreg__column_code(c, last) != LOGREG__MISSING)
            return false;
        double x = c->kind == LOGREG_NUMERIC ? logreg__column_number(c, last) : NAN;
        logreg__block b = {0};
        for (size_t r = 0; r < some && !isnan(x); r++)
            logreg__block_add(&b, logreg__column_number(c, r));
        may = may || (!isnan(x) && (fabs(x) > b.most || (b.whole && x != floor(x))));
    }
    return may;
}

static logreg_status check_last(const logreg_frame *frame, const logreg__csv *csv)
{
    size_t last = frame->n_rows - 1, cells = 0, first = 0;
    logreg__relation how = LOGREG__OF_NONE;
    bool proof = false, sure = false;
    if (!may_sum_up(frame))
        return LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        double x = c->kind == LOGREG_NUMERIC ? logreg__column_number(c, last) : NAN;
        if (isnan(x))
            continue;
        logreg__block b = {0};
        bool strong;
        for (size_t r = 0; r < last; r++)
            logreg__block_add(&b, logreg__column_number(c, r));
        logreg__relation found = logreg__block_relate(x, &b, &strong);
        if (found == LOGREG__OF_NONE)
            return LOGREG_OK;
        first = cells++ ? first : j;
        how = how ? how : found;
        proof = proof || strong;
        sure = sure || (strong && (b.n >= NUMBERS || found == LOGREG__MEAN_OF));
    }
    char what[500], text[LOGREG__NUMBER_SIZE];
    size_t line = logreg__frame_line(frame, last);
    logreg__stage stage = {LOGREG__STAGE_LINES, line, line};
    bool gap = cells < frame->n_columns; /* which rows of data seldom have */
    if (!(sure || (proof && gap)) || (cells < 2 && frame->n_columns < 2))
        return LOGREG_OK;
    snprintf(what, sizeof what,
             "%.200s:%zu: this row sums up the others: %s in '%.80s' is the %s of the rows above%s",
             csv->file, line,
             logreg__number_shortest(text, logreg__column_number(&frame->column[first], last)),
             frame->column[first].name, names[how], cells > 1 ? ", and so on" : "");
    return logreg__fail_stages(csv, &stage, 1, what, "; take it out: ", "");
}

logreg_status logreg__totals_labelled(const logreg_frame *frame, const logreg__csv *csv)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns && frame->n_rows > 3 && status == LOGREG_OK; j++)
        if (frame->column[j].kind == LOGREG_CATEGORY)
            status = check_label(frame, j, csv);
    return status;
}

logreg_status logreg__totals_check(const logreg_frame *frame, const logreg__csv *csv)
{
    logreg_status status = logreg__totals_labelled(frame, csv);
    return frame->n_rows > 3 && status == LOGREG_OK ? check_last(frame, csv) : status;
}
