/* Columns of dates: so many different ones that a fit refuses them as levels, few that it takes, and numbers. */
#include "doctor/checkup.h"

#include <limits.h>
#include <stdlib.h>

#include "csv/mending/rewrite.h"
#include "data/aside.h"
#include "data/calendar.h"
#include "data/day.h"
#include "data/day_number.h"
#include "formula/token.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"

/* Does a finding tell that the column is of dates of which days, months or years can be made? */
static bool is_told(const logreg_checkup *c, size_t j, logreg__day_form *form)
{
    const logreg__column *column = &c->frame->column[j];
    bool levels = column->kind == LOGREG_CATEGORY && (column->insisted || c->profile[j].wrapped);
    return c->profile[j].feature && !levels && logreg__day_numbers_of(form, c->frame, j);
}

/* The command for all columns of dates, so that the difference of two is what lies between them. */
static char *command_of_days(logreg_checkup *c, bool month_first)
{
    size_t n = logreg_frame_columns(c->frame);
    bool *told = logreg__new(n, sizeof *told), ok = told;
    logreg__text statements = {0};
    logreg__day_form form;
    char *command = NULL;
    for (size_t j = 0; j < n && ok; j++)
        told[j] = is_told(c, j, &form);
    if (ok)
        logreg__day_numbers_statements(&statements, c->frame, told, month_first);
    ok = ok && !statements.failed && logreg__frame_mend(&command, c->frame, statements.start, NULL);
    c->failed = c->failed || !ok;
    free(statements.start);
    free(told);
    return command;
}

/* That for hours, months or years that are numbers. */
static char *command_of_amounts(logreg_checkup *c, size_t j, logreg__calendar kind)
{
    logreg__text statements = {0};
    char *command = NULL;
    const logreg__column *column = &c->frame->column[j];
    logreg__calendar_statement(&statements, kind, column, logreg_frame_rows(c->frame), j + column->n_left_out,
                               c->frame->dialect.decimal);
    c->failed =
        c->failed || statements.failed || !logreg__frame_mend(&command, c->frame, statements.start, NULL);
    free(statements.start);
    return command;
}

/* Another column of days than j, or SIZE_MAX. */
static size_t other_days(const logreg_checkup *c, size_t j)
{
    logreg__day_form form;
    for (size_t k = 0; k < logreg_frame_columns(c->frame); k++)
        if (k != j && is_told(c, k, &form) &&
            logreg__day_numbers_days(logreg__day_numbers_of(&form, c->frame, k)))
            return k;
    return SIZE_MAX;
}

/* ", as of left, so that I(left - joined) is the days between". */
static void tell_between(logreg__finding *f, const logreg_checkup *c, size_t j)
{
    size_t other = other_days(c, j);
    if (other == SIZE_MAX)
        return;
    size_t first = other < j ? other : j, second = other < j ? j : other;
    logreg__text formula = {0};
    logreg__text_add(&formula, "I(");
    logreg__name_quote(&formula, logreg_frame_name(c->frame, second));
    logreg__text_add(&formula, " - ");
    logreg__name_quote(&formula, logreg_frame_name(c->frame, first));
    logreg__text_add(&formula, ")");
    logreg__page_add(&f->advice, ", as of ");
    logreg__write_column(&f->advice, c, other);
    logreg__page_add(&f->advice, ", so that ");
    logreg__page_name(&f->advice, formula.start ? formula.start : "", INT_MAX);
    logreg__page_add(&f->advice, " in a formula is the days between the two");
    f->advice.text.failed = f->advice.text.failed || formula.failed;
    free(formula.start);
}

/* Days, months or years of a column. */
static void advise_days(logreg__finding *f, logreg_checkup *c, size_t j, logreg__day_numbers kind,
                        const logreg__day_form *form)
{
    logreg__text open = {0};
    f->command = command_of_days(c, false);
    char *other = form->open ? command_of_days(c, true) : NULL;
    if (form->open)
        logreg__day_numbers_open(&open, form);
    if (other)
        logreg__page_format(&f->advice, "If time matters: %s. If it is the month, %s; if it is the day, ",
                            open.start ? open.start : "", other);
    logreg__page_format(&f->advice, "%s command that follows turns it into %s",
                        other ? "the" : "If time matters, the", logreg__day_numbers_gives[kind]);
    if (logreg__day_numbers_days(kind))
        tell_between(f, c, j);
    if (form->like != SIZE_MAX) {
        logreg__page_add(&f->advice, form->order == LOGREG__DAY_FIRST ? " (the day first, as in "
                                                                      : " (the month first, as in ");
        logreg__write_column(&f->advice, c, form->like);
        logreg__page_add(&f->advice, ")");
    }
    if (form->in_sequence)
        logreg__page_format(&f->advice, " (the %s first, since the rows are in order of time then)",
                            form->order == LOGREG__DAY_FIRST ? "day" : "month");
    logreg__page_add(&f->advice, ". ");
    f->advice.text.failed = f->advice.text.failed || open.failed;
    free(open.start);
    free(other);
}

/* What to do with them where time matters. */
static void advise_number(logreg__finding *f, logreg_checkup *c, size_t j, logreg__calendar kind)
{
    logreg__day_form form;
    logreg__day_numbers days =
        logreg__calendar_amounts(kind) ? LOGREG__NO_DAY_NUMBERS : logreg__day_numbers_of(&form, c->frame, j);
    if (days) {
        advise_days(f, c, j, days, &form);
    } else if (logreg__calendar_amounts(kind)) {
        f->command = command_of_amounts(c, j, kind);
        logreg__page_format(&f->advice, "If time matters, the command that follows turns it into %s. ",
                            logreg__calendar_gives[kind]);
    } else {
        logreg__page_add(&f->advice, "If time matters, make a number of it, such as days since the first. ");
    }
}

/* Such dates are to be brought to one way before anything is made of them. */
static void tell_ways(logreg__finding *f, const logreg__column *column)
{
    const char *one, *other;
    if (!logreg__dates_differ(&one, &other, column->levels, column->n_levels))
        return;
    logreg__page_add(&f->message, " They are written in several ways, as ");
    logreg__page_name(&f->message, one, LOGREG__NAME_ROOM);
    logreg__page_add(&f->message, " and ");
    logreg__page_name(&f->message, other, LOGREG__NAME_ROOM);
    logreg__page_add(&f->message, " are.");
}

static void tell_date(logreg_checkup *c, size_t j, size_t rows)
{
    logreg__finding *f = logreg__find(c, "date", LOGREG_FINDING_STOPS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message,
                        " holds dates, %zu different ones in %zu rows. Each would be a level with a "
                        "coefficient of its own.",
                        c->profile[j].distinct, rows);
    tell_ways(f, &c->frame->column[j]);
    advise_number(f, c, j, LOGREG__NO_DATES);
    logreg__advise_leaving_out(f, c, j);
}

static void tell_dates(logreg_checkup *c, size_t j, logreg__calendar kind)
{
    char first[LOGREG__FIGURE_SIZE];
    logreg__finding *f = logreg__find(c, "date", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(
        &f->message, logreg__calendar_says[kind],
        logreg__figure_plain(first, c->profile[j].min, kind == LOGREG__STAMPS ? 14 : 13, f->message.sign));
    logreg__page_add(&f->message, ".");
    advise_number(f, c, j, kind);
    logreg__advise_leaving_out(f, c, j);
}

bool logreg__see_dates(logreg_checkup *c, size_t j, size_t rows)
{
    const logreg__column *column = &c->frame->column[j];
    if (column->kind == LOGREG_CATEGORY) {
        bool many = logreg__are_dates(column, NULL, c->profile[j].distinct, rows);
        if (many)
            tell_date(c, j, rows);
        return many;
    }
    logreg__calendar kind = logreg__calendar_of(column, logreg_frame_rows(c->frame));
    if (kind)
        tell_dates(c, j, kind);
    return kind;
}

bool logreg__see_days(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    bool told =
        column->kind == LOGREG_CATEGORY && !column->insisted && !c->profile[j].wrapped && !column->dated;
    size_t days = told ? logreg__count_dates(column->levels, column->n_levels) : 0;
    if (!days)
        return false;
    logreg__finding *f = logreg__find(c, "date", LOGREG_FINDING_MISLEADS, j);
    logreg__write_days(&f->message, column->name, days);
    logreg__page_add(&f->message, ".");
    tell_ways(f, column);
    advise_number(f, c, j, LOGREG__NO_DATES);
    logreg__advise_leaving_out(f, c, j);
    logreg__page_add(&f->advice, " If they are groups that you mean, --categorical ");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, " says so.");
    return true;
}
