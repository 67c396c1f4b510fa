/* One column at a time: kinds, ranges, what is missing, what is constant, what only numbers the rows. */
#include "doctor/checkup.h"

#include <math.h>
#include <strings.h>

#include "base/memory.h"
#include "data/levels.h"
#include "report/summary.h"

/* A column that misses more than this share of its cells costs more rows than it is likely to be worth. */
#define MUCH_MISSING 0.3

/* More levels than this are seldom meant: each is a coefficient. */
#define MANY_LEVELS 50

/* ---- Profiles ---- */

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static uint64_t mix(uint64_t hash, uint64_t bits)
{
    hash = (hash ^ bits) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

static void profile_numbers(logreg__profile *p, const logreg__column *column, size_t rows, double *sorted)
{
    size_t n = 0;
    p->whole = true;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i) + 0.0; /* -0 becomes 0 */
        uint64_t bits = 1;
        if (!isnan(x)) {
            memcpy(&bits, &x, sizeof bits);
            p->whole = p->whole && x == floor(x);
            sorted[n++] = x;
        }
        p->hash = mix(p->hash, bits);
    }
    qsort(sorted, n, sizeof *sorted, ascending);
    for (size_t i = 0; i < n; i++)
        p->distinct += i == 0 || sorted[i] != sorted[i - 1];
    p->min = n ? sorted[0] : (double)NAN;
    p->max = n ? sorted[n - 1] : (double)NAN;
}

static uint64_t hash_of(const char *label)
{
    uint64_t hash = 2;
    for (; *label; label++)
        hash = mix(hash, (unsigned char)*label);
    return hash;
}

/* Levels may stand in another order than those of a column with the same labels. False: memory is out. */
static bool profile_codes(logreg__profile *p, const logreg__column *column, size_t rows)
{
    uint64_t *hash = logreg__new_raw(column->n_levels, sizeof *hash);
    p->rows_of = logreg__new(column->n_levels, sizeof *p->rows_of);
    bool ok = hash && p->rows_of;
    for (size_t l = 0; ok && l < column->n_levels; l++)
        hash[l] = hash_of(column->levels[l]);
    for (size_t i = 0; ok && i < rows; i++) {
        uint32_t code = logreg__column_code(column, i);
        p->hash = mix(p->hash, code == LOGREG__MISSING ? 1 : hash[code]);
        if (code != LOGREG__MISSING)
            p->distinct += p->rows_of[code]++ == 0;
    }
    free(hash);
    return ok;
}

/* ---- What is wrong with one ---- */

static void advise_leaving_out(logreg__finding *f, const logreg_checkup *c, size_t j)
{
    logreg__page_add(&f->advice, "Leave it out: --exclude ");
    logreg__write_column(&f->advice, c, j);
    logreg__page_add(&f->advice, ".");
}

static bool single_valued(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    if (p->distinct > 1)
        return false;
    bool category = logreg__by_levels(c, j), empty = p->distinct == 0;
    logreg__finding *f = logreg__find(c, empty ? "empty" : "constant",
                                      category || empty ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, empty ? " holds nothing but missing values, so that no row would be left."
                                        : " has the same value in every row where it is not missing, so it "
                                          "explains nothing.");
    advise_leaving_out(f, c, j);
    return true;
}

bool logreg__numbers_rows(const logreg_checkup *c, size_t j)
{
    size_t rows = logreg_frame_rows(c->frame);
    for (size_t i = 1; i < rows; i++)
        if (logreg_frame_number(c->frame, i, j) != logreg_frame_number(c->frame, i - 1, j) + 1)
            return false;
    return true;
}

/* "id", or a name that ends in a word "id". */
static bool named_id(const char *name)
{
    size_t n = strlen(name);
    if (n < 2 || strcasecmp(name + n - 2, "id") != 0)
        return false;
    bool camel = n > 2 && name[n - 3] >= 'a' && name[n - 3] <= 'z' && name[n - 2] == 'I';
    return n == 2 || strchr("_-. ", name[n - 3]) || camel;
}

static bool identifies(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    size_t rows = logreg_frame_rows(c->frame) - logreg_frame_missing(c->frame, j);
    bool category = logreg_frame_kind(c->frame, j) == LOGREG_CATEGORY;
    bool text = category && 10 * p->distinct > 9 * rows;
    bool number = !category && p->whole && p->distinct == rows &&
                  (named_id(logreg_frame_name(c->frame, j)) || logreg__numbers_rows(c, j));
    if (rows < LOGREG__ID_ROWS || p->wrapped || !(text || number))
        return false;
    logreg__finding *f = logreg__find(c, "id", text ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " looks like an ID: %zu different values in %zu rows.", p->distinct,
                        rows);
    logreg__page_add(&f->message,
                     text ? " Each would be a level with a coefficient of its own."
                          : " As a number it would say that later rows are otherwise than earlier ones.");
    advise_leaving_out(f, c, j);
    return true;
}

static void count_levels(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    if (!logreg__by_levels(c, j) || p->distinct <= MANY_LEVELS)
        return;
    logreg__finding *f = logreg__find(c, "many_levels", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " has %zu levels; each but the first costs a coefficient.", p->distinct);
    logreg__page_add(&f->advice, "Merge rare levels, or leave the column out.");
}

/* ---- Missing values ---- */

static void much_missing(logreg_checkup *c, size_t j)
{
    size_t rows = logreg_frame_rows(c->frame), missing = logreg_frame_missing(c->frame, j);
    if ((double)missing <= MUCH_MISSING * (double)rows)
        return;
    logreg__finding *f = logreg__find(c, "much_missing", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " is missing in %zu of %zu rows, which a fit with it leaves out.",
                        missing, rows);
    logreg__page_add(&f->advice, "Leave the column out if the rows matter more: --exclude ");
    logreg__write_column(&f->advice, c, j);
    logreg__page_add(&f->advice, ".");
}

static bool loses_rows(const logreg_checkup *c, size_t j)
{
    return c->profile[j].needed && !c->profile[j].skip;
}

static void rows_missing(logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), columns = logreg_frame_columns(c->frame), with = 0;
    for (size_t i = 0; i < rows; i++) {
        bool missing = false;
        for (size_t j = 0; j < columns && !missing; j++)
            missing = loses_rows(c, j) && logreg__cell_is_missing(&c->frame->column[j], i);
        with += missing;
    }
    if (!with)
        return;
    logreg__finding *f =
        logreg__find(c, "missing", with == rows ? LOGREG_FINDING_STOPS : LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message,
                        "%zu of %zu rows have a missing value, and a fit leaves them out: ", with, rows);
    size_t listed = 0;
    for (size_t j = 0; j < columns; j++) {
        if (!loses_rows(c, j) || !logreg_frame_missing(c->frame, j) || listed++ >= LOGREG__LISTED)
            continue;
        logreg__page_add(&f->message, listed > 1 ? ", " : "");
        logreg__write_column(&f->message, c, j);
        logreg__page_format(&f->message, " %zu", logreg_frame_missing(c->frame, j));
    }
    logreg__write_more(&f->message, listed);
    logreg__page_add(&f->message, ".");
    logreg__page_add(&f->advice,
                     "Ask why they are missing: where that goes with the target, the rows that are "
                     "left are no fair sample. Excluding a column brings its rows back.");
}

void logreg__profile_columns(logreg_checkup *c)
{
    size_t rows = logreg_frame_rows(c->frame), columns = logreg_frame_columns(c->frame);
    double *sorted = logreg__new_raw(rows, sizeof *sorted);
    c->failed = !sorted;
    for (size_t j = 0; j < columns && !c->failed; j++) {
        logreg__profile *p = &c->profile[j];
        if (logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC)
            profile_numbers(p, &c->frame->column[j], rows, sorted);
        else
            c->failed = !profile_codes(p, &c->frame->column[j], rows);
    }
    free(sorted);
}

void logreg__check_columns(logreg_checkup *c)
{
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++) {
        if (!logreg__in_trial(c, j))
            continue;
        c->profile[j].skip = single_valued(c, j) || identifies(c, j);
        if (c->profile[j].skip)
            continue;
        much_missing(c, j);
        count_levels(c, j);
    }
    rows_missing(c);
}
