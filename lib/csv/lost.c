/* Decimals that a spreadsheet took for dates as it opened the file: 6.8 became 06. Aug, and 12.57 Dez 57. Which numbers they were is known where days
 * stand in front of months with a point, beside decimals that no calendar has, or both forms stand together. */
#include "csv/command.h"
#include "csv/numbers.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/role.h"

/* Fewer different days prove nothing. */
enum { FEWEST_DAYS = 5, LANGUAGES = 2, MONTH = 3 };

/* Months as spreadsheets shorten them where days have a point; the others stand in files that were put together elsewhere. */
static const char *const months[LANGUAGES] = {"janfebmrzaprmaijunjulaugsepoktnovdez",
                                              "janfebmaraprmayjunjulaugsepoctnovdec"};

/* The month that a text begins with, from 1; 0: none. */
static unsigned month_of(const char *text, const char *names)
{
    for (unsigned m = 0; m < 12; m++) {
        size_t k = 0;
        while (k < MONTH && (text[k] | 0x20) == names[MONTH * m + k])
            k++;
        if (k == MONTH)
            return m + 1;
    }
    return 0;
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* 06. Aug, Dez 57: the number that it was; 0: it is neither. */
static double lost_number(const char *text, const char *names)
{
    size_t day = digits_at(text);
    double number = 0;
    if (day > 2)
        return 0;
    const char *month = text + day + (day && text[day] == '.');
    bool parted = !day || month > text + day;
    month += day && parted && *month == ' ';
    unsigned m = parted ? month_of(month, names) : 0;
    const char *end = month + MONTH;
    char decimal[24];
    if (m && day && !*end)
        snprintf(decimal, sizeof decimal, "%.*s.%u", (int)day, text, m);
    else if (m && !day && *end == ' ' && digits_at(end + 1) == 2 && !end[3])
        snprintf(decimal, sizeof decimal, "%u.%.2s", m, end + 1);
    else
        return 0;
    logreg__number_parse(&number, decimal, strlen(decimal), '.');
    return number;
}

/* Is every text of the category a decimal, lost or not, and do some that were kept tell it, or days beside months of years, which no column of dates has? *sample:
 * the first that was lost. */
static bool is_lost(size_t *sample, const logreg__column *c, const char *names, char decimal)
{
    size_t lost = 0, days = 0, decimals = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *text = c->levels[l];
        double x;
        if (lost_number(text, names) > 0) {
            *sample = lost++ ? *sample : l;
            days += digits_at(text) > 0;
        } else if (logreg__number_parse(&x, text, strlen(text), decimal))
            decimals += strchr(text, decimal) != NULL;
        else
            return false;
    }
    return lost >= FEWEST_DAYS && (decimals || (days > 1 && lost - days > 1));
}

static size_t first_row(const logreg_frame *frame, size_t j, size_t level)
{
    size_t i = 0;
    while (i < frame->n_rows && logreg__column_code(&frame->column[j], i) != level)
        i++;
    return i < frame->n_rows ? i : 0;
}

/* The command that writes decimals in the columns that are marked; "": it is too long. */
static void write_command(char room[LOGREG__COMMAND], const logreg_frame *frame, const bool *lost,
                          const char *names, const logreg__csv *csv)
{
    char fields[600] = "", rows[LOGREG__COMMAND];
    size_t used = 0;
    for (size_t j = 0; j < frame->n_columns && used < sizeof fields; j++)
        if (lost[j])
            used += (size_t)snprintf(fields + used, sizeof fields - used, "%s%zu", used ? "," : "",
                                     j + frame->column[j].n_left_out);
    snprintf(rows, sizeof rows,
             "my $m = \"%s\"; for (@F[%s]) { "
             "s/(\\d\\d?)\\. ?([a-z]{3})/($1 + 0) . \"%c\" . (index($m, lc $2) \\/ 3 + 1)/ie; "
             "s/([a-z]{3}) (?=\\d\\d)/(index($m, lc $1) \\/ 3 + 1) . \"%c\"/ie }",
             names, fields, csv->options.decimal, csv->options.decimal);
    *room = '\0';
    if (used < sizeof fields)
        logreg__cells_command(room, &(logreg__cells){.rows = rows}, csv);
}

/* "'Nitrat', 'Chlorid' and 2 more", those but column j. */
static void write_others(char *room, size_t size, const logreg_frame *frame, const bool *lost, size_t j)
{
    enum { NAMED = 4 };
    size_t used = 0, n = 0;
    *room = '\0';
    for (size_t k = 0; k < frame->n_columns; k++)
        if (lost[k] && k != j && n++ < NAMED && used < size)
            used += (size_t)snprintf(room + used, size - used, "%s'%.40s'", n > 1 ? ", " : "; likewise in ",
                                     frame->column[k].name);
    if (n > NAMED && used < size)
        snprintf(room + used, size - used, " and %zu more", n - NAMED);
}

static logreg_status tell(logreg_frame *frame, size_t j, size_t sample, const bool *lost, const char *names,
                          const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    char command[LOGREG__COMMAND], others[300], word[LOGREG__COLUMN_WORD], number[LOGREG__NUMBER_SIZE];
    logreg_error err;
    write_command(command, frame, lost, names, csv);
    write_others(others, sizeof others, frame, lost, j);
    logreg__fail(&err, LOGREG_EDATA,
                 "%s:%zu:%zu '%.80s': '%s' is a date among decimals, which a spreadsheet made of %s%s. "
                 "Correct it where the file "
                 "was made%s%s; or, if it is a category, use --categorical %s",
                 csv->file, logreg__frame_line(frame, first_row(frame, j, sample)), j + 1, c->name,
                 c->levels[sample], logreg__number_shortest(number, lost_number(c->levels[sample], names)),
                 others, *command ? ", or make decimals of such dates, " : "", command,
                 logreg__show_column(word, c->name));
    c->doubt = logreg__copy(err.message);
    return c->doubt ? LOGREG_OK : logreg__fail_memory(csv->err);
}

logreg_status logreg__lost_check(logreg_frame *frame, const logreg__csv *csv)
{
    size_t n = frame->n_columns;
    bool *lost = logreg__new(n, sizeof *lost);
    size_t *sample = logreg__new(n, sizeof *sample);
    logreg_status status = lost && sample ? LOGREG_OK : logreg__fail_memory(csv->err);
    for (size_t k = 0; k < LANGUAGES && status == LOGREG_OK; k++) {
        for (size_t j = 0; j < n; j++) {
            const logreg__column *c = &frame->column[j];
            lost[j] = c->kind == LOGREG_CATEGORY && !c->insisted && !c->doubt &&
                      is_lost(&sample[j], c, months[k], csv->options.decimal);
        }
        for (size_t j = 0; j < n && status == LOGREG_OK; j++)
            if (lost[j])
                status = tell(frame, j, sample[j], lost, months[k], csv);
    }
    free(lost);
    free(sample);
    return status;
}
