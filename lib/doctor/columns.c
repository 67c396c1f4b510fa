/* One column at a time: kinds, ranges, what is missing, what is constant, what only numbers the rows. */
#include "doctor/checkup.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "data/crowd.h"
#include "data/feet.h"
#include "data/file_names.h"
#include "data/lone.h"
#include "data/prose.h"
#include "data/role.h"
#include "data/sentinel.h"
#include "model/suspicions/matching.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"

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
    if (logreg__feet_find(&p->feet, column, rows))
        return;
    if (!logreg__sentinel_find(&p->sentinel, column, rows, sorted, n))
        logreg__zeros_find(&p->zeros, column, rows, sorted, n, false);
    if (!p->sentinel.n_values && logreg__twofold_find(&p->twofold, column, rows, p->min, p->max))
        return;
    if (!p->sentinel.n_values)
        logreg__lone_find(&p->sentinel, column, rows, sorted, n, p->min, p->max);
    logreg__profile_apart(p, column, rows, sorted, n);
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
    logreg__levels_sentinel(&p->sentinel, column, rows);
    free(hash);
    return ok;
}

/* ---- What is wrong with one ---- */

/* What text adds where the same is said of several. */
static void leave_out_all(logreg__finding *f, const logreg_checkup *c)
{
    f->shared.way = c->composed ? " Leave them out of the formula." : " Leave them out: --exclude ";
    f->shared.end = c->composed ? NULL : ".";
}

static bool single_valued(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    if (p->distinct > 1)
        return false;
    bool category = logreg__by_levels(c, j), empty = p->distinct == 0;
    logreg__finding *f = logreg__find(c, empty ? "empty" : "constant",
                                      category || empty ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, j);
    bool gaps = logreg_frame_missing(c->frame, j) > 0;
    logreg__write_column(&f->message, c, j);
    if (empty) {
        logreg__page_add(&f->message, " holds nothing but missing values, so that no row would be left.");
        logreg__page_add(&f->shared.all, " hold nothing but missing values, so that no row would be left.");
    } else {
        logreg__page_format(&f->message, " has the same value in every row%s, so it explains nothing.",
                            gaps ? " where it is not missing" : "");
        logreg__page_format(&f->shared.all,
                            " have each the same value in every row%s, so they explain nothing.",
                            gaps ? " where they are not missing" : "");
    }
    logreg__advise_leaving_out(f, c, j);
    leave_out_all(f, c);
    return true;
}

/* What is said of rows that share a value, of several columns. */
static const char persons[] = " If rows that share a value belong together, as those of one person do, "
                              "standard errors are too small without --vcov cluster: and the column's name.";
static const char copies[] = " See whether rows that share one are cases entered twice.";

static void share_all(logreg__finding *f, const char *sentence)
{
    if (*logreg__page_string(&f->shared.all))
        logreg__page_add(&f->shared.all, sentence);
}

/* Rows that share an ID: of one patient, or of one case that was entered twice. */
static void share(logreg__finding *f, const logreg_checkup *c, size_t j, size_t rows)
{
    size_t values = c->profile[j].distinct;
    if (10 * values <= 9 * rows && logreg__groups_numbered(c->frame, j)) {
        logreg__write_sharing(&f->advice, logreg_frame_name(c->frame, j));
        share_all(f, persons);
    } else if (values < rows && 10 * values > 9 * rows) {
        logreg__page_format(
            &f->advice,
            rows - values == 1
                ? " One row shares it with another: see whether that is one case entered twice."
                : " %zu rows share it with others: see whether those are cases entered twice.",
            rows - values);
        share_all(f, copies);
    }
}

static void tell_id(logreg_checkup *c, size_t j, size_t rows)
{
    bool text = logreg_frame_kind(c->frame, j) == LOGREG_CATEGORY;
    logreg__finding *f = logreg__find(c, "id", text ? LOGREG_FINDING_STOPS : LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " looks like an ID: %zu different values in %zu rows.",
                        c->profile[j].distinct, rows);
    logreg__page_add(&f->message,
                     text ? " Each would be a level with a coefficient of its own."
                          : " As a number it would say that later rows are otherwise than earlier ones.");
    logreg__advise_leaving_out(f, c, j);
    if (!logreg__is_prose(&c->frame->column[j])) {
        snprintf(f->shared.each, sizeof f->shared.each, "%zu different in %zu rows", c->profile[j].distinct,
                 rows);
        logreg__page_add(&f->shared.all,
                         text ? " look like IDs. Each value would be a level with a coefficient of its own."
                              : " look like IDs. As numbers they would say that later rows are otherwise "
                                "than earlier ones.");
        leave_out_all(f, c);
    }
    share(f, c, j, rows);
    if (logreg__is_prose(&c->frame->column[j]))
        logreg__page_add(&f->advice, " Or let a fit count its words: --text.");
}

/* Whole numbers that a double no longer tells from their neighbours, but that text would: of 16 digits and more. */
static bool beyond_doubles(const logreg__profile *p)
{
    double least = fmin(fabs(p->min), fabs(p->max));
    return p->distinct > 0 && p->whole && p->min * p->max > 0 && least > 0x1p53 && least < 1e20;
}

static bool is_long_id(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    const logreg__column *column = &c->frame->column[j];
    if (p->wrapped || column->kind != LOGREG_NUMERIC || !beyond_doubles(p) ||
        logreg_frame_rows(c->frame) - column->n_missing < LOGREG__ID_ROWS)
        return false;
    logreg__finding *f = logreg__find(c, "id", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(
        &f->message,
        " looks like an ID: whole numbers beyond 2^53, of which a number keeps no more than 16 "
        "digits, so that different ones may become one. As a number it has %zu different value%s left.",
        p->distinct, p->distinct == 1 ? "" : "s");
    logreg__advise_leaving_out(f, c, j);
    return true;
}

/* Are they those of matched sets? The trial fit says so. */
static bool numbers_sets(const logreg_checkup *c, size_t j)
{
    const logreg__classed classed = logreg__check_classed(c);
    logreg__matching matching;
    return c->n_classes && !c->options.chosen &&
           logreg__matching_find(&matching, &classed, &c->frame->column[j], c->profile[j].min,
                                 c->profile[j].max);
}

/* As a fit judges text; whole numbers by their name, or if they count the rows. */
static bool identifies(logreg_checkup *c, size_t j)
{
    const logreg__profile *p = &c->profile[j];
    const logreg__column *column = &c->frame->column[j];
    size_t rows = logreg_frame_rows(c->frame) - column->n_missing;
    if (rows < LOGREG__ID_ROWS || p->wrapped)
        return false;
    if (logreg__see_dates(c, j, rows))
        return true;
    bool category = column->kind == LOGREG_CATEGORY;
    if (category ? !logreg__texts_identify(column, p->distinct, rows)
                 : !logreg_frame_identifies(c->frame, j) || numbers_sets(c, j))
        return false;
    tell_id(c, j, rows);
    return true;
}

/* Numbers that are names, by that of their column. */
static void see_codes(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    if (c->profile[j].wrapped || !logreg__numbers_code(c->frame, j))
        return;
    logreg__finding *f = logreg__find(c, "codes", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " holds %zu different whole numbers %s.", c->profile[j].distinct,
                        logreg__codes_by(column->name, false));
    logreg__page_add(&f->advice, "If they are names of kinds, say --categorical ");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, ".");
    snprintf(f->shared.each, sizeof f->shared.each, "%zu different", c->profile[j].distinct);
    logreg__page_format(&f->shared.all, " hold whole numbers %s. ", logreg__codes_by(column->name, true));
    f->shared.way = "If they are names of kinds, say --categorical ";
    f->shared.end = ".";
}

/* Rows, or trials or frequencies, where a column is not missing. */
static double count_cases(const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    size_t rows = logreg_frame_rows(c->frame);
    double cases = 0;
    if (!c->w || c->options.sampling_weights)
        return (double)(rows - column->n_missing);
    for (size_t i = 0; i < rows; i++)
        cases += logreg__cell_is_missing(column, i) ? 0 : c->w[i];
    return cases;
}

/* As a fit counts them. told: why there are many. */
static void count_levels(logreg_checkup *c, size_t j, bool told)
{
    logreg__profile *p = &c->profile[j];
    const char *name = logreg_frame_name(c->frame, j);
    double cases = logreg__by_levels(c, j) ? count_cases(c, j) : 0;
    p->crowded =
        cases > 0 && (logreg__crowded(p->distinct, cases) ||
                      (!p->wrapped && !c->options.chosen && logreg__names_persons(name, p->distinct, cases)));
    p->unwanted =
        p->crowded && !p->wrapped && !c->options.chosen && logreg__names_persons(name, p->distinct, cases);
    if (!p->crowded || told)
        return;
    logreg__finding *f = logreg__find(c, "many_levels", LOGREG_FINDING_MISLEADS, j);
    logreg__write_levels(&f->message, name, p->distinct, cases);
    logreg__page_add(&f->message, ": each but the first is a coefficient, from few rows.");
    logreg__advise_leaving_out(f, c, j);
    logreg__page_add(&f->advice, " If these are groups that you mean, merge rare ones.");
    snprintf(f->shared.each, sizeof f->shared.each, "%zu levels in %.15g rows", p->distinct, cases);
    logreg__page_add(&f->shared.all, " have many levels: each but the first is a coefficient, from few rows. "
                                     "If these are groups that you mean, merge rare ones.");
    leave_out_all(f, c);
    const logreg__column *column = &c->frame->column[j];
    if (logreg__names_sharers(name, column->levels, column->n_levels)) {
        logreg__write_sharing(&f->advice, name);
        share_all(f, persons);
    }
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
        logreg__see_garbled(c, j);
        if (!logreg__in_trial(c, j))
            continue;
        logreg__see_namesake(c, j);
        c->profile[j].skip = logreg__see_ticks(c, j);
        if (c->profile[j].skip)
            continue;
        bool faulty = c->frame->column[j].faulty; /* whatever numbers it has are a part of it */
        c->profile[j].unwanted = !faulty && (is_long_id(c, j) || single_valued(c, j));
        bool misread =
            !c->profile[j].unwanted && /* of use once it is mended */
            (logreg__see_misread(c, j) || (c->frame->column[j].several && logreg__see_several(c, j)));
        c->profile[j].unwanted = c->profile[j].unwanted || (!misread && identifies(c, j));
        c->profile[j].skip = c->profile[j].unwanted || misread;
        if (c->profile[j].skip)
            continue;
        logreg__see_few(c, j);
        logreg__see_dated(c, j);
        see_codes(c, j);
        logreg__see_cycle(c, j);
        logreg__see_feet(c, j);
        bool several = !logreg__see_days(c, j) && logreg__see_several(c, j);
        count_levels(c, j, several);
    }
    logreg__check_missing(c);
}
