/* Decimals that a spreadsheet took for dates as it opened the file: 6.8 became 06. Aug, or 06-août, and 12.57 Dez 57. Which numbers they were is known where days
 * stand in front of months with a point, beside decimals that no calendar has, or both forms stand together. */
#include "csv/mending/command.h"
#include "csv/numbers/numbers.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/months.h"

/* Fewer different days prove nothing. */
enum { FEWEST_DAYS = 5 };

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* The word for a month in a lost decimal, and its number. */
typedef struct {
    const char *word;
    size_t n;
    unsigned month;
} month_word;

/* What parts a day and a month: ". ", "-" before small letters (with a capital it is of English, which takes fractions and no decimals for days). */
static size_t part_at(const char *text)
{
    size_t n = strspn(text, ".-/");
    n += text[n] == ' ';
    bool hyphen = *text == '-' || *text == '/';
    return n > 2 || (hyphen && text[n] >= 'A' && text[n] <= 'Z') ? 0 : n;
}

/* Letters, and bytes of such. */
static size_t letters_at(const char *text)
{
    size_t n = 0;
    while (isalpha((unsigned char)text[n]) || text[n] & 0x80)
        n++;
    return n;
}

/* 06. Aug, 06-août, Dez 57, déc.-57: the number that it was; 0: it is neither. */
static double lost_number(month_word *found, const char *text, size_t language)
{
    size_t day = digits_at(text), part = day ? part_at(text + day) : 0;
    double number = 0;
    if (day > 2 || (day && !part))
        return 0;
    found->word = text + day + part;
    found->n = letters_at(found->word);
    found->month = logreg__month(found->word, found->n, language);
    const char *end = found->word + found->n;
    end += found->month && *end == '.';
    char decimal[24];
    if (found->month && day && !*end)
        snprintf(decimal, sizeof decimal, "%.*s.%u", (int)day, text, found->month);
    else if (found->month && !day && *end && strchr(" -/", *end) && digits_at(end + 1) == 2 && !end[3])
        snprintf(decimal, sizeof decimal, "%u.%.2s", found->month, end + 1);
    else
        return 0;
    logreg__number_parse(&number, decimal, strlen(decimal), '.');
    return number;
}

/* What is to be said of a column. */
typedef struct {
    bool lost, told;
    char decimal;  /* the mark of those that were kept; 0: there are none */
    size_t sample; /* the first that was lost */
} verdict;

/* The mark of a decimal; 0: it is none. */
static char mark_of(const char *text)
{
    double x;
    const char *mark = strpbrk(text, ".,");
    return mark && logreg__number_parse(&x, text, strlen(text), *mark) ? *mark : '\0';
}

/* Is every text of the category a decimal, lost or not, and do some that were kept tell it, or days beside months of years, which no column of dates has? */
static bool is_lost(verdict *v, const logreg__column *c, size_t language)
{
    size_t lost = 0, days = 0;
    month_word month;
    double x;
    v->decimal = '\0';
    for (size_t l = 0; l < c->n_levels; l++) {
        const char *text = c->levels[l];
        char mark = mark_of(text);
        if (lost_number(&month, text, language) > 0) {
            v->sample = lost++ ? v->sample : l;
            days += digits_at(text) > 0;
        } else if (mark && (!v->decimal || v->decimal == mark))
            v->decimal = mark;
        else if (!logreg__number_parse(&x, text, strlen(text), '.') || mark)
            return false;
    }
    return lost >= FEWEST_DAYS && (v->decimal || (days > 1 && lost - days > 1));
}

static size_t first_row(const logreg_frame *frame, size_t j, size_t level)
{
    size_t i = 0;
    while (i < frame->n_rows && logreg__column_code(&frame->column[j], i) != level)
        i++;
    return i < frame->n_rows ? i : 0;
}

/* "Jan 1 jan 1 Feb 2": the words of a column, as they are written, that are not yet in the list. */
static void add_words(logreg__text *words, const logreg__column *c, size_t language)
{
    for (size_t l = 0; l < c->n_levels; l++) {
        month_word m;
        char entry[80];
        if (!(lost_number(&m, c->levels[l], language) > 0))
            continue;
        snprintf(entry, sizeof entry, "%.*s %u ", (int)m.n, m.word, m.month);
        if (!words->start || !strstr(words->start, entry))
            logreg__text_add(words, entry);
    }
}

/* The command that writes decimals in the columns that are marked; "": it is too long. False: memory is out. */
static bool write_command(char room[LOGREG__COMMAND], const logreg_frame *frame, const verdict *column,
                          size_t language, const logreg__csv *csv)
{
    char fields[600] = "", rows[LOGREG__COMMAND], mark = '\0';
    logreg__text words = {0};
    size_t used = 0;
    for (size_t j = 0; j < frame->n_columns && used < sizeof fields; j++)
        if (column[j].lost) {
            add_words(&words, &frame->column[j], language);
            mark = mark ? mark : column[j].decimal;
            used += (size_t)snprintf(fields + used, sizeof fields - used, "%s%zu", used ? "," : "",
                                     j + frame->column[j].n_left_out);
        }
    bool ok = !words.failed;
    mark = mark ? mark : csv->options.decimal;
    size_t n = ok ? (size_t)snprintf(rows, sizeof rows,
                                     "my %%m = qw(%s); for (@F[%s]) { "
                                     "s/(\\d+)[-. \\/]+([^-.\\s\\/\\d\"]+)\\.?/($1 + 0) . \"%c$m{$2}\"/e; "
                                     "s/^([\"\\s]*)([^-.\\s\\/\\d\"]+)[-. \\/]+(?=\\d\\d)/$1$m{$2}%c/ }",
                                     words.start ? words.start : "", fields, mark, mark)
                  : 0;
    *room = '\0';
    if (ok && used < sizeof fields && n < sizeof rows)
        logreg__cells_command(room, &(logreg__cells){.rows = rows}, csv);
    free(words.start);
    return ok;
}

/* "'Nitrat', 'Chlorid' and 2 more", those but column j. */
static void write_others(char *room, size_t size, const logreg_frame *frame, const verdict *column, size_t j)
{
    enum { NAMED = 4 };
    size_t used = 0, n = 0;
    *room = '\0';
    for (size_t k = 0; k < frame->n_columns; k++)
        if (column[k].lost && k != j && n++ < NAMED && used < size)
            used += (size_t)snprintf(room + used, size - used, "%s'%.40s'", n > 1 ? ", " : "; likewise in ",
                                     frame->column[k].name);
    if (n > NAMED && used < size)
        snprintf(room + used, size - used, " and %zu more", n - NAMED);
}

static logreg_status tell(logreg_frame *frame, size_t j, const verdict *column, size_t language,
                          const logreg__csv *csv)
{
    logreg__column *c = &frame->column[j];
    const char *sample = c->levels[column[j].sample];
    char command[LOGREG__COMMAND], others[300], word[LOGREG__COLUMN_WORD], number[LOGREG__NUMBER_SIZE];
    logreg_error err;
    month_word m;
    if (!write_command(command, frame, column, language, csv))
        return logreg__fail_memory(csv->err);
    write_others(others, sizeof others, frame, column, j);
    logreg__fail(&err, LOGREG_EDATA,
                 "%s:%zu:%zu '%.80s': '%s' is a date among decimals, which a spreadsheet made of %s%s. "
                 "Correct it where the file "
                 "was made%s%s; or, if it is a category, use --categorical %s",
                 csv->file, logreg__frame_line(frame, first_row(frame, j, column[j].sample)), j + 1, c->name,
                 sample, logreg__number_shortest(number, lost_number(&m, sample, language)), others,
                 *command ? ", or make decimals of such dates, " : "", command,
                 logreg__show_column(word, c->name));
    free(c->doubt); /* what was said of labels and dates */
    c->ways = 0;
    c->doubt = logreg__copy(err.message);
    return c->doubt ? LOGREG_OK : logreg__fail_memory(csv->err);
}

/* Columns that are lost in one language come into one command. */
static logreg_status check(logreg_frame *frame, verdict *column, size_t language, const logreg__csv *csv)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        column[j].told = column[j].told || column[j].lost;
        column[j].lost = c->kind == LOGREG_CATEGORY && !c->insisted && !c->faulty && !column[j].told &&
                         is_lost(&column[j], c, language);
    }
    for (size_t j = 0; j < frame->n_columns && status == LOGREG_OK; j++)
        if (column[j].lost)
            status = tell(frame, j, column, language, csv);
    return status;
}

logreg_status logreg__lost_check(logreg_frame *frame, const logreg__csv *csv)
{
    verdict *column = logreg__new(frame->n_columns, sizeof *column);
    logreg_status status = column ? LOGREG_OK : logreg__fail_memory(csv->err);
    for (size_t k = 0; k <= LOGREG__ROMAN && status == LOGREG_OK; k++)
        status = check(frame, column, k, csv);
    free(column);
    return status;
}
