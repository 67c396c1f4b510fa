#include "data/day_number.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/calendar.h"
#include "data/gap.h"
#include "data/months.h"

const char *const logreg__day_numbers_gives[LOGREG__DAY_KINDS] = {
    [LOGREG__DAY_NUMBERS] = "days since the first date",
    [LOGREG__DAY_NUMBERS_ALONE] = "days since the first date, without what stands behind the day",
    [LOGREG__DAY_MONTHS] = "months since the first",
    [LOGREG__DAY_YEARS] = "years",
};

const char *const logreg__day_numbers_words[LOGREG__DAY_KINDS] = {
    [LOGREG__NO_DAY_NUMBERS] = "none",
    [LOGREG__DAY_NUMBERS] = "days",
    [LOGREG__DAY_NUMBERS_ALONE] = "days_alone",
    [LOGREG__DAY_MONTHS] = "months",
    [LOGREG__DAY_YEARS] = "years",
};

logreg__day_numbers logreg__day_numbers_of(logreg__day_form *form, const logreg_frame *frame, size_t j)
{
    if (!logreg__day_form_of(form, frame, j))
        return LOGREG__NO_DAY_NUMBERS;
    return logreg__says_birth(frame->column[j].name) ? LOGREG__DAY_YEARS
           : form->parts == 2                        ? LOGREG__DAY_MONTHS
           : form->dropped                           ? LOGREG__DAY_NUMBERS_ALONE
                                                     : LOGREG__DAY_NUMBERS;
}

/* The first day, or month, of all columns of the file that count such, so that the difference of two is what lies between them. */
static double origin(const logreg_frame *frame, bool days)
{
    double first = INFINITY;
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__day_form f;
        logreg__day_numbers kind = logreg__day_numbers_of(&f, frame, j);
        if (days ? !logreg__day_numbers_days(kind) : kind != LOGREG__DAY_MONTHS)
            continue;
        first = fmin(first, f.reading[f.order].first);
        if (f.open)
            first = fmin(first, f.reading[LOGREG__MONTH_FIRST].first);
    }
    return first;
}

/* ---- Statements ---- */

typedef struct {
    const logreg__day_form *form;
    logreg__day_order order;
    logreg__day_numbers kind;
    double origin;
    char decimal;
} task;

/* "(\d+)", "(\d{4})": part k of a date. */
static const char *pattern_of(const logreg__day_form *f, size_t k)
{
    if (k == f->named)
        return "([^-\\d\\s.,\\/]+)";
    if (f->sample)
        return "(\\d+)";
    if (f->short_years) /* 10721, whose 0 in front is lost */
        return k == 0 ? "(\\d*?)" : k == 1 ? "(\\d\\d?)" : "(\\d\\d)(?!\\d)";
    bool year = k == (f->order == LOGREG__YEAR_FIRST ? 0 : 2);
    return year ? "(\\d{4})" : k == 0 ? "(\\d\\d?)" : "(\\d\\d)";
}

static void add_pattern(logreg__text *text, const logreg__day_form *f)
{
    for (size_t k = 0; k < f->parts; k++) {
        bool beside = f->named != SIZE_MAX;
        logreg__text_add(text, !k ? "" : beside ? "[-\\s.,\\/]*" : f->mark ? "\\D" : "");
        logreg__text_add(text, pattern_of(f, k));
    }
    if (!logreg__day_form_timed(f))
        return;
    if (!f->sample) {
        logreg__text_add(text, "(\\d\\d)(\\d\\d)(\\d*)");
        return;
    }
    logreg__text_add(text, f->timed < f->n ? "(?:\\D+(\\d+):(\\d+):?(\\d*)" : "\\D+(\\d+):(\\d+):?(\\d*)");
    logreg__text_add(text, f->half ? "[\\d. ]*(.?)" : "");
    logreg__text_add(text, f->timed < f->n ? ")?" : "");
}

static void add(logreg__text *text, const char *format, const char *piece)
{
    char line[120];
    snprintf(line, sizeof line, format, piece);
    logreg__text_add(text, line);
}

/* "{Jan=>1, Mai=>5}->{$2}": the names that the column has, as they are written. */
static void add_names(logreg__text *text, const logreg__day_form *f, const logreg__column *c)
{
    char found[32][32];
    size_t n = 0;
    logreg__text_add(text, "{");
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *name = c->levels[l];
        size_t length = 0, k = 0;
        if (logreg__gap_text(name))
            continue;
        for (size_t part = 0; part < f->named; part++)
            name += strspn(name, "0123456789"), name += strspn(name, "-./, ");
        while (isalpha((unsigned char)name[length]) || name[length] & 0x80)
            length++;
        if (length >= sizeof found[0] || n == sizeof found / sizeof *found)
            continue;
        snprintf(found[n], sizeof found[n], "%.*s", (int)length, name);
        while (strcmp(found[k], found[n]) != 0)
            k++;
        if (k < n)
            continue;
        char entry[64];
        snprintf(entry, sizeof entry, "%s\"%s\",%u", n ? "," : "", found[n],
                 logreg__month(found[n], length, f->language));
        logreg__text_add(text, entry);
        n++;
    }
    logreg__text_add(text, f->named ? "}->{$2}" : "}->{$1}");
}

/* "$3 + 2000" */
static void add_year(logreg__text *text, const task *t, const char *part)
{
    const logreg__day_form *f = t->form;
    size_t early = f->reading[t->order].early;
    logreg__text_add(text, part);
    if (f->short_years && early && early < f->n)
        add(text, " + (%s > 30 ? 1900 : 2000)", part);
    else if (f->short_years)
        logreg__text_add(text, early ? " + 2000" : " + 1900");
}

static void add_month(logreg__text *text, const task *t, const logreg__column *c, const char *part)
{
    if (t->form->named == SIZE_MAX)
        logreg__text_add(text, part);
    else
        add_names(text, t->form, c);
}

/* "timegm(0, 0, 0, $3, $2 - 1, $1) / 86400 - 17957", with a time "(timegm(..) + 3600 * $4 + 60 * $5 + $6 - 1551484800) / 86400" */
static void add_days(logreg__text *text, const task *t, const logreg__column *c, const char *const part[3])
{
    bool timed = logreg__day_form_timed(t->form);
    char since[64];
    logreg__text_add(text, timed ? "(timegm(0, 0, 0, " : "timegm(0, 0, 0, ");
    logreg__text_add(text, part[2]);
    logreg__text_add(text, ", ");
    add_month(text, t, c, part[1]);
    logreg__text_add(text, " - 1, ");
    add_year(text, t, part[0]);
    logreg__text_add(text, ")");
    if (timed)
        logreg__text_add(text,
                         t->form->half ? " + 3600 * ($4 % 12 + 12 * (lc $7 eq \"p\"))" : " + 3600 * $4");
    snprintf(since, sizeof since, "%s %c %.0f%s", timed ? " + 60 * $5 + $6" : " / 86400",
             t->origin < 0 ? '+' : '-', fabs(timed ? 86400 * t->origin : t->origin),
             timed ? ") / 86400" : "");
    logreg__text_add(text, since);
}

static void add_value(logreg__text *text, const task *t, const logreg__column *c)
{
    static const char *const parts[LOGREG__DAY_ORDERS][3] = {
        {"$1", "$2", "$3"}, {"$3", "$2", "$1"}, {"$3", "$1", "$2"}};
    static const char *const months[2][2] = {{"$1", "$2"}, {"$2", "$1"}};
    const char *const *part = t->form->parts == 2 ? months[t->order != LOGREG__YEAR_FIRST] : parts[t->order];
    if (logreg__day_numbers_days(t->kind)) {
        add_days(text, t, c, part);
        return;
    }
    bool years = t->kind == LOGREG__DAY_YEARS;
    char since[40];
    logreg__text_add(text, years ? "sprintf(\"%.2f\", " : "12 * ");
    add_year(text, t, part[0]);
    logreg__text_add(text, years ? " + (" : " + ");
    add_month(text, t, c, part[1]);
    snprintf(since, sizeof since, " - %.0f", t->origin);
    logreg__text_add(text, years ? " - 0.5) / 12)" : since);
}

/* s{..}{..}e, for a cell of the column. */
static void add_program(logreg__text *text, const task *t, const logreg__column *c)
{
    bool comma = t->decimal == ',' && (t->kind == LOGREG__DAY_YEARS || logreg__day_form_timed(t->form));
    logreg__text_add(text, t->form->zeros ? "s{^[\"\\s]*\\K(?=.*[1-9])" : "s{^[\"\\s]*\\K");
    add_pattern(text, t->form);
    logreg__text_add(text, "[^\"\\r]*}{");
    logreg__text_add(text, comma ? "(my $x = " : "");
    add_value(text, t, c);
    logreg__text_add(text, comma ? ") =~ tr/./,/; $x" : "");
    logreg__text_add(text, "}e for ");
}

/* Adds the program for the cell of a field; to the statement before where that is the same one, so that one program is written for several. */
static void add_cell(logreg__text *statements, logreg__text *before, logreg__text *program, size_t field)
{
    char cell[32];
    bool same = before->start && program->start && strcmp(before->start, program->start) == 0;
    snprintf(cell, sizeof cell, "%s$F[%zu]", same ? ", " : "", field);
    if (!same && statements->length)
        logreg__text_add(statements, "; ");
    logreg__text_add(statements, same || !program->start ? "" : program->start);
    logreg__text_add(statements, cell);
    statements->failed = statements->failed || program->failed;
    free(before->start);
    *before = *program;
}

void logreg__day_numbers_statements(logreg__text *statements, const logreg_frame *frame, const bool *column,
                                    bool month_first)
{
    logreg__text before = {0};
    double first[2] = {origin(frame, false), origin(frame, true)};
    for (size_t j = 0; j < frame->n_columns; j++) {
        logreg__day_form f;
        logreg__day_numbers kind = column[j] ? logreg__day_numbers_of(&f, frame, j) : LOGREG__NO_DAY_NUMBERS;
        if (!kind)
            continue;
        const logreg__column *c = &frame->column[j];
        task t = {.form = &f,
                  .order = f.open && month_first ? LOGREG__MONTH_FIRST : f.order,
                  .kind = kind,
                  .origin = first[logreg__day_numbers_days(kind)],
                  .decimal = frame->dialect.decimal};
        logreg__text program = {0};
        if (logreg__day_numbers_days(kind) &&
            !(statements->start && strstr(statements->start, "use Time::Local")))
            logreg__text_add(statements, statements->length ? "; use Time::Local" : "use Time::Local");
        add_program(&program, &t, c);
        add_cell(statements, &before, &program, j + c->n_left_out);
    }
    free(before.start);
}

logreg__day_numbers logreg__day_numbers_statement(logreg__text *statements, const logreg_frame *frame,
                                                  size_t j)
{
    logreg__day_form f;
    logreg__day_numbers kind = logreg__day_numbers_of(&f, frame, j);
    bool *column = kind && !f.open ? logreg__new(frame->n_columns, sizeof *column) : NULL;
    if (column) {
        column[j] = true;
        logreg__day_numbers_statements(statements, frame, column, false);
    }
    statements->failed = statements->failed || (kind && !f.open && !column);
    free(column);
    return f.open ? LOGREG__NO_DAY_NUMBERS : kind;
}

void logreg__day_numbers_open(logreg__text *text, const logreg__day_form *f)
{
    add(text, "no row tells whether the day or the month is first in '%.40s'", f->sample);
}

bool logreg__day_number_of(double *days, const logreg_frame *frame, size_t j, const char *date)
{
    logreg__day_form f;
    if (!logreg__day_numbers_days(logreg__day_numbers_of(&f, frame, j)) || f.open ||
        !logreg__day_form_read(days, &f, date))
        return false;
    *days -= origin(frame, true);
    return true;
}
