/* Rows that sum up others: totals at the end or on top, subtotals of groups, means. A label alone is no proof, since "total" may be a
 * level; a number that is the sum of the others is, and where sums are of rows that are not there, or rounded, what else sets such rows apart. */
#include "csv/layout/totals.h"
#include "csv/mending/plan.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/frame.h"

/* Rows are named in a command up to so many; fewer rows of data prove nothing by being smaller. */
enum { NAMED = 40, FEWEST = 8 };

const char *const logreg__relation_names[] = {
    [LOGREG__SUM_OF] = "sum", [LOGREG__MEAN_OF] = "mean", [LOGREG__COUNT_OF] = "number"};

typedef enum {
    RELATED, /* a number is the sum, the mean or the number of others */
    EMPTIED, /* most of its cells are empty */
    LARGER,  /* its number is larger than any of a row of data, */
    GAPS,    /*   or missing in no other */
    BEHIND   /* it stands at the group that its label names */
} evidence;

typedef struct {
    const logreg_frame *frame;
    const logreg__csv *csv;
    size_t label;        /* the column that says so, */
    bool *says, *beside; /*   by its levels */
    size_t found[NAMED], n_found;
    evidence why;  /* of the first of them, */
    size_t column; /*   in this column */
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
            s->why = s->n_found ? s->why : EMPTIED;
        }
        said += !follows;
        keep(s, r);
        from = r + 1;
    }
    return said > 0 && 3 * said <= rows;
}

/* ---- By what else sets them apart ---- */

/* Numbers that are larger than those of all rows of data, or missing in none of these: the first such column, n_columns: none. */
static size_t set_apart(const search *s, bool missing, size_t *columns)
{
    size_t n = s->frame->n_columns, first = n;
    for (size_t j = 0; j < n; j++) {
        const logreg__column *c = &s->frame->column[j];
        double most = -HUGE_VAL, least = HUGE_VAL;
        bool apart = j != s->label && (missing || c->kind == LOGREG_NUMERIC);
        for (size_t r = 0; r < s->frame->n_rows && apart; r++) {
            bool empty = logreg__cell_is_missing(c, r);
            double x = missing || empty ? 0 : logreg__column_number(c, r);
            if (says(s, r)) {
                least = fmin(least, x);
                apart = empty == missing;
            } else if (!stands_beside(s, r)) {
                most = fmax(most, x);
                apart = !missing || !empty;
            }
        }
        apart = apart && (missing || least > most);
        *columns += apart;
        first = apart && first == n ? j : first;
    }
    return first;
}

/* Is the group that the label of a row names, Leeds in "Leeds total", that of the row above or below? */
static bool stands_at_group(const search *s, size_t row)
{
    logreg__rest rest;
    const char *label = logreg_frame_label(s->frame, row, s->label);
    logreg__says_surely(label, strlen(label), &rest);
    for (size_t side = 0; side < 2 && rest.n; side++) {
        size_t next = side ? row + 1 : row - 1;
        const char *group = next < s->frame->n_rows ? logreg_frame_label(s->frame, next, s->label) : NULL;
        if (group && strlen(group) == rest.n && memcmp(group, rest.text, rest.n) == 0)
            return true;
    }
    return false;
}

/* Are these rows of totals, whose numbers do not add up, as where rows were filtered or sums rounded? Each is set apart, or stands at its group, or at an
 * end of the table; one alone at an end. */
static bool search_words(search *s)
{
    size_t rows = s->frame->n_rows, columns = 0, gaps = 0, said = 0, tail = rows;
    const logreg__column *c = &s->frame->column[s->label];
    logreg__rest rest;
    for (size_t l = 0; l < c->n_levels; l++)
        if (s->says[l] && !logreg__says_surely(c->levels[l], strlen(c->levels[l]), &rest))
            return false;
    size_t larger = set_apart(s, false, &columns), gap = set_apart(s, true, &gaps);
    while (tail && (says(s, tail - 1) || stands_beside(s, tail - 1)))
        tail--;
    for (size_t r = 0; r < rows; r++)
        said += says(s, r);
    bool apart = columns || gaps > (said == 1);
    s->n_found = 0;
    for (size_t r = 0; r < rows; r++) {
        bool ends = r == 0 || r >= tail, group = says(s, r) && stands_at_group(s, r);
        if (!says(s, r) && !(stands_beside(s, r) && r > tail))
            continue;
        if (!group && !(apart && (said > 1 || ends)) && !(ends && s->n_found > 1))
            return false;
        if (!s->n_found) {
            s->why = columns ? LARGER : group ? BEHIND : GAPS;
            s->column = columns ? larger : gap;
        }
        keep(s, r);
    }
    return s->n_found && 3 * said <= rows && rows - said >= FEWEST;
}

/* ---- The sentences ---- */

/* ", since .. ": what tells that the first of them is one. */
static void write_reason(char *room, size_t size, const search *s)
{
    const char *name = s->why == EMPTIED || s->why == BEHIND ? "" : s->frame->column[s->column].name;
    size_t row = s->found[0];
    char number[LOGREG__NUMBER_SIZE];
    switch (s->why) {
    case RELATED:
        snprintf(room, size, ", since column '%.80s' holds the %s of %s", name,
                 logreg__relation_names[s->how], row ? "the rows above" : "the others");
        break;
    case EMPTIED:
        snprintf(room, size, ", and most of its cells are empty");
        break;
    case LARGER:
        logreg__number_shortest(number, logreg__column_number(&s->frame->column[s->column], row));
        snprintf(room, size, " by its name, and %s in column '%.80s' is more than any other row has", number,
                 name);
        break;
    case GAPS:
        snprintf(room, size, " by its name, and column '%.80s' is empty there alone", name);
        break;
    case BEHIND:
        snprintf(room, size, " by its name, beside the rows of which it is one");
        break;
    }
}

static logreg_status fail_labelled(const search *s)
{
    char what[600], more[64] = "";
    const logreg__column *c = &s->frame->column[s->label];
    bool mean = s->why == RELATED && s->how == LOGREG__MEAN_OF, one = s->n_found == 1;
    logreg__stage stage[NAMED];
    for (size_t i = 0; i < s->n_found && i < NAMED; i++) {
        size_t line = logreg__frame_line(s->frame, s->found[i]);
        stage[i] = (logreg__stage){LOGREG__STAGE_LINES, line, line};
    }
    if (!one)
        snprintf(more, sizeof more, ", and there %s %zu more such row%s", s->n_found == 2 ? "is" : "are",
                 s->n_found - 1, s->n_found == 2 ? "" : "s");
    char why[200];
    write_reason(why, sizeof why, s);
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
        found = search_rows(&s) || search_words(&s);
    logreg_status status = !room ? logreg__fail_memory(csv->err) : found ? fail_labelled(&s) : LOGREG_OK;
    free(s.says);
    free(s.beside);
    return status;
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
    return frame->n_rows > 3 && status == LOGREG_OK ? logreg__totals_last(frame, csv) : status;
}
