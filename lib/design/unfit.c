#include "design/unfit.h"

#include <math.h>
#include <stdarg.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/word.h"
#include "data/calendar.h"
#include "data/crowd.h"
#include "data/day.h"
#include "data/prose.h"
#include "design/levels.h"
#include "formula/token.h"

/* Of each kind so many are named; the option holds all. */
enum { NAMED = 4, NAME = 60, LONG = 40 };

bool logreg__unfits_add(logreg__unfits *u, const logreg__unfit *unfit)
{
    if (!logreg__grow(&u->item, &u->room, u->n + 1, sizeof *u->item))
        return false;
    u->item[u->n++] = *unfit;
    return true;
}

void logreg__unfits_clear(logreg__unfits *u)
{
    free(u->item);
    *u = (logreg__unfits){0};
}

static bool known(const logreg__unfits *u, const logreg__column *column)
{
    for (size_t i = 0; i < u->n; i++)
        if (u->item[i].column == column)
            return true;
    return false;
}

const logreg__column *logreg__factor_column(const logreg__factor *factor, const logreg_frame *frame)
{
    return factor->made ? NULL : logreg__frame_column(frame, factor->column);
}

logreg_status logreg__unfits_find(logreg__unfits *u, const logreg__formula *f, const logreg_frame *frame,
                                  const logreg__rows *rows, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    for (size_t i = 0; i < f->n_factors && status == LOGREG_OK; i++) {
        const logreg__column *c = logreg__factor_column(&f->factor[i], frame);
        bool wrapped = f->factor[i].categorical;
        if (!c || known(u, c) || (c->kind == LOGREG_NUMERIC && !wrapped))
            continue;
        logreg__variable v = {
            .kind = LOGREG_CATEGORY, .wrapped = wrapped, .n_missing = logreg__rows_missing(rows, c)};
        v.column = logreg__copy(c->name);
        status = v.column ? logreg__levels_find(&v, u, c, rows, err) : logreg__fail_memory(err);
        logreg__variable_clear(&v);
    }
    return status;
}

/* All numbers are the same, and none is missing. */
static bool is_constant(const logreg__column *c, size_t rows)
{
    double first = rows ? logreg__column_number(c, 0) : (double)NAN;
    for (size_t i = 0; i < rows; i++)
        if (!(logreg__column_number(c, i) == first))
            return false;
    return rows;
}

static bool is_doubtful(logreg__unfit *u, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = u->column;
    size_t rows = frame->n_rows;
    if (c->kind == LOGREG_CATEGORY) {
        u->kind = LOGREG__UNFIT_NAMES;
        return logreg__names_persons(c->name, c->n_levels, (double)(rows - c->n_missing));
    }
    u->kind = LOGREG__UNFIT_SINGLE;
    if (is_constant(c, rows)) {
        char number[LOGREG__NUMBER_SIZE];
        snprintf(u->level, sizeof u->level, "%s",
                 logreg__number_shortest(number, logreg__column_number(c, 0)));
        return true;
    }
    bool dates = logreg__calendar_of(c, rows) != LOGREG__NO_DATES;
    u->kind = dates ? LOGREG__UNFIT_DATE : LOGREG__UNFIT_ID;
    return dates || logreg_frame_identifies(frame, j);
}

bool logreg__unfits_add_doubtful(logreg__unfits *unfits, const logreg__formula *f, const logreg_frame *frame)
{
    bool ok = true;
    for (size_t i = 0; i < f->n_factors && ok && !f->chosen; i++) {
        logreg__unfit u = {.column = logreg__factor_column(&f->factor[i], frame)};
        if (u.column && !f->factor[i].categorical && !known(unfits, u.column) &&
            is_doubtful(&u, frame, (size_t)(u.column - frame->column)))
            ok = logreg__unfits_add(unfits, &u);
    }
    return ok;
}

/* ---- What leaves them out ---- */

void logreg__leave_out(logreg__text *text, const size_t *column, size_t n, const logreg__formula *f,
                       const logreg_frame *frame)
{
    logreg__text list = {0};
    char *value = NULL;
    bool *skip = logreg__new(frame->n_columns, sizeof *skip);
    for (size_t i = 0; i < n && skip; i++)
        skip[column[i]] = true;
    for (size_t j = 0; j < frame->n_columns && skip && f->listed; j++)
        if (skip[j])
            logreg__text_add_item(&list, frame->column[j].name);
    if (skip)
        value = f->listed ? logreg__text_take(&list) : logreg__formula_without(f, frame, skip);
    logreg__text_add(text, f->listed ? "--exclude" : "--formula");
    logreg__text_add(text, value && *value == '-' ? "=" : " ");
    logreg__text_add_word(text, value ? value : "");
    text->failed = text->failed || !value;
    free(value);
    free(skip);
}

/* ---- One ---- */

__attribute__((format(printf, 2, 3))) static void add(logreg__text *text, const char *format, ...)
{
    char piece[400];
    va_list args;
    va_start(args, format);
    vsnprintf(piece, sizeof piece, format, args);
    va_end(args);
    logreg__text_add(text, piece);
}

static const char *plural(size_t n)
{
    return n == 1 ? "" : "s";
}

/* What is to be said of a column that stands alone, up to the way out. */
static void add_alone(logreg__text *text, const logreg__unfit *u, const logreg_frame *frame, bool advise)
{
    const char *name = u->column->name, *one, *other;
    switch (u->kind) {
    case LOGREG__UNFIT_DATE:
    case LOGREG__UNFIT_ID:
        add(text, "column '%.80s' looks like %s, %zu different texts in %zu rows (such as '%s')", name,
            u->kind == LOGREG__UNFIT_DATE ? "a date" : "an ID", u->levels, u->rows, u->level);
        if (u->kind == LOGREG__UNFIT_DATE && u->column->kind == LOGREG_CATEGORY &&
            logreg__dates_differ(&one, &other, u->column->levels, u->column->n_levels))
            add(text, ", written in several ways, as '%.40s' and '%.40s' are", one, other);
        if (u->kind == LOGREG__UNFIT_ID && u->levels < u->rows)
            add(text, ", of which some may be one case entered twice");
        break;
    case LOGREG__UNFIT_SINGLE:
        if (u->n_missing && advise)
            add(text,
                "column '%.80s' holds only '%s', and in %zu row%s nothing: if empty means no there, write "
                "that; else it explains nothing",
                name, u->level, u->n_missing, plural(u->n_missing));
        else
            add(text, "column '%.80s' holds only '%s' in the %zu row%s %s%s", name, u->level, u->rows,
                plural(u->rows),
                frame->n_excluded && u->rows == frame->n_rows ? "that --where keeps"
                                                              : "without missing values",
                advise ? ", so it explains nothing" : "");
        break;
    case LOGREG__UNFIT_EMPTY:
        add(text, "column '%.80s' is empty", name);
        break;
    default:
        add(text, "column '%.80s' is missing in %zu of %zu rows", name, u->n_missing, u->rows);
    }
}

/* The way out, and the way in for who means a date or an ID. instead: what can be done with all of them where the formula has nothing else, or NULL. */
static void add_way(logreg__text *text, const logreg__unfits *u, const logreg__formula *f,
                    const logreg_frame *frame, const char *instead)
{
    size_t *column = logreg__new(u->n, sizeof *column), meant = 0;
    for (size_t i = 0; i < u->n && column; i++) {
        column[i] = (size_t)(u->item[i].column - frame->column);
        meant += u->item[i].kind == LOGREG__UNFIT_DATE || u->item[i].kind == LOGREG__UNFIT_ID;
    }
    logreg__text_add(text, instead ? instead : u->n == 1 ? "leave it out, " : "Leave them out, ");
    if (column && !instead)
        logreg__leave_out(text, column, u->n, f, frame);
    text->failed = text->failed || !column;
    free(column);
    for (size_t i = 0; i < u->n; i++)
        if (f->listed && u->item[i].kind == LOGREG__UNFIT_ID && logreg__is_prose(u->item[i].column)) {
            logreg__text_add(text, "; or count its words, --text ");
            logreg__text_add_word(text, u->item[i].column->name);
            logreg__text_add(text, " --penalty l2");
            return;
        }
    if (meant && u->n == 1 && strlen(u->item->column->name) > LONG) {
        logreg__text_add(text, "; in a formula, C() about its name takes it all the same");
    } else if (meant && u->n == 1) {
        logreg__text_add(text, "; C(");
        logreg__name_quote(text, u->item->column->name);
        logreg__text_add(text, ") in a formula takes it all the same");
    } else if (meant) {
        logreg__text_add(text, "; C(..) in a formula takes dates and IDs all the same");
    }
}

/* ---- Several ---- */

/* 'name', cut at the end of a character. */
static void add_name(logreg__text *text, const char *name)
{
    size_t n = strlen(name), kept = n;
    if (n > NAME)
        for (kept = NAME; kept && ((unsigned char)name[kept] & 0xC0) == 0x80;)
            kept--;
    add(text, "'%.*s%s'", (int)kept, name, kept < n ? ".." : "");
}

/* "'a', 'b' and 3 more look like dates": those of one kind. Returns how many there are. */
static size_t add_kind(logreg__text *text, const logreg__unfits *u, logreg__unfit_kind kind, size_t named)
{
    static const char *const one[] = {" looks like a date", " looks like an ID",
                                      " holds names",       "",
                                      " is empty",          ""},
                             *const many[] = {" look like dates", " look like IDs",
                                              " hold names",      " hold one value each",
                                              " are empty",       " are missing in most rows"};
    bool each = kind == LOGREG__UNFIT_SINGLE || kind == LOGREG__UNFIT_SPARSE;
    size_t of = 0, told = 0;
    for (size_t i = 0; i < u->n; i++)
        of += u->item[i].kind == kind;
    for (size_t i = 0; i < u->n && told < named; i++) {
        const logreg__unfit *item = &u->item[i];
        if (item->kind != kind)
            continue;
        logreg__text_add(text, !told ? "" : told + 1 == of ? " and " : ", ");
        add_name(text, item->column->name);
        if (kind == LOGREG__UNFIT_SINGLE)
            add(text, told ? " only '%s'" : " holds only '%s'", item->level);
        if (kind == LOGREG__UNFIT_SPARSE)
            add(text, told ? " in %zu" : " is missing in %zu of %zu rows", item->n_missing, item->rows);
        told++;
    }
    if (of > told)
        add(text, " and %zu more", of - told);
    if (of > told || (of > 1 && !each))
        logreg__text_add(text, many[kind]);
    else if (of)
        logreg__text_add(text, one[kind]);
    return of;
}

static void add_all(logreg__text *text, const logreg__unfits *u, size_t named)
{
    add(text, "%zu columns are of no use to a fit: ", u->n);
    for (logreg__unfit_kind kind = 0, before = 0; kind < LOGREG__UNFIT_KINDS; kind++) {
        size_t length = text->length;
        logreg__text_add(text, before ? "; " : "");
        if (add_kind(text, u, kind, named))
            before = 1;
        else
            text->length = length;
    }
}

/* The sentence with so many named of each kind; where it is too long for an error, without what cannot be cut. */
static void write_all(logreg__text *text, const logreg__unfits *u, const logreg__formula *f,
                      const logreg_frame *frame, const char *instead, size_t named, bool whole)
{
    add_all(text, u, named);
    logreg__text_add(text, whole && instead ? ": " : ". ");
    if (whole) {
        add_way(text, u, f, frame, instead);
    } else {
        logreg__text_add(text, f->listed ? "Name the columns that you want with --features"
                                         : "Write the formula without them");
        logreg__text_add(text, "; logreg doctor lists all that are of no use");
    }
}

/* Adds what may be said behind the sentence, as far as there is room for it. days: what can be done with dates; "" where that is said. */
static void add_more(logreg__text *text, const logreg__unfits *u, const logreg__formula *f,
                     const logreg_frame *frame, const char *days)
{
    size_t length = text->length;
    logreg__dropped_add(text, u, f, frame);
    if (!text->failed && text->length >= LOGREG_MESSAGE_SIZE)
        text->start[text->length = length] = '\0';
    if (text->length + strlen(days) + 2 >= LOGREG_MESSAGE_SIZE)
        return;
    logreg__text_add(text, *days ? "; " : "");
    logreg__text_add(text, days);
}

static bool all_dates(const logreg__unfits *u)
{
    for (size_t i = 0; i < u->n; i++)
        if (u->item[i].kind != LOGREG__UNFIT_DATE)
            return false;
    return true;
}

logreg_status logreg__unfits_fail(const logreg__unfits *u, const logreg__formula *f,
                                  const logreg_frame *frame, bool advise, logreg_error *err)
{
    logreg__text text = {0}, days = {0};
    bool any = advise && logreg__unfits_days(&days, u, frame);
    const char *way = any && days.start ? days.start : "";
    const char *instead = any && all_dates(u) && !logreg__unfits_leave(u, f, frame) ? way : NULL;
    if (u->n == 1 || !advise) {
        add_alone(&text, u->item, frame, advise);
        logreg__text_add(&text, advise ? ": " : "");
        if (advise)
            add_way(&text, u, f, frame, instead);
    } else {
        for (size_t named = NAMED, tries = 0; tries < 3 && !text.failed; named = 1, tries++) {
            text.length = 0;
            write_all(&text, u, f, frame, instead, named, tries < 2);
            if (text.length < LOGREG_MESSAGE_SIZE)
                break;
        }
    }
    if (advise)
        add_more(&text, u, f, frame, instead ? "" : way);
    logreg_status status = text.failed || days.failed ? logreg__fail_memory(err)
                                                      : logreg__fail(err, LOGREG_EDATA, "%s", text.start);
    free(text.start);
    free(days.start);
    return status;
}
