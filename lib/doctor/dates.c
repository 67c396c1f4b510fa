/* Columns of dates: so many different ones that a fit refuses them as levels, few that it takes, and numbers. */
#include "doctor/checkup.h"

#include <stdlib.h>

#include "csv/mending/rewrite.h"
#include "data/aside.h"
#include "data/calendar.h"
#include "data/day.h"
#include "data/day_number.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/suspicions.h"

/* The command that makes numbers of dates, what it gives to *gives: the caller's; NULL: there is none. */
static char *counting(const char **gives, logreg_checkup *c, size_t j, logreg__calendar kind)
{
    logreg__text statements = {0};
    char *command = NULL;
    const logreg__column *column = &c->frame->column[j];
    size_t rows = logreg_frame_rows(c->frame), field = j + column->n_left_out;
    char decimal = c->frame->dialect.decimal;
    *gives = logreg__calendar_gives[kind];
    if (logreg__calendar_amounts(kind))
        logreg__calendar_statement(&statements, kind, column, rows, field, decimal);
    else
        *gives = logreg__day_numbers_gives[logreg__day_numbers_statement(&statements, column, rows, field,
                                                                         decimal)];
    c->failed = c->failed || statements.failed ||
                (statements.start && !logreg__frame_mend(&command, c->frame, statements.start, NULL));
    free(statements.start);
    return command;
}

/* What to do with them where time matters. */
static void advise_number(logreg__finding *f, logreg_checkup *c, size_t j, logreg__calendar kind)
{
    const char *gives;
    f->command = counting(&gives, c, j, kind);
    if (f->command)
        logreg__page_format(&f->advice, "If time matters, the command that follows makes %s of it. ", gives);
    else
        logreg__page_add(&f->advice, "If time matters, make a number of it, such as days since the first. ");
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
    logreg__page_format(&f->message, logreg__calendar_says[kind],
                        logreg__figure_plain(first, c->profile[j].min, 13, f->message.sign));
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
    bool told = column->kind == LOGREG_CATEGORY && !column->insisted && !c->profile[j].wrapped;
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
