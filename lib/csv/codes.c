/* Columns that read as numbers, or as a category, and are something else: codes such as 1E2, months, days that a spreadsheet made of
 * other things. Nothing is wrong with the file, so that a note must do; and sound numbers must not be taken for such, so that all
 * rows must agree. */
#include "csv/forms.h"
#include "csv/numbers.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "data/day.h"

/* Categories of more levels are not looked at. */
enum { MOST_LEVELS = 50, FEW_ROWS = 10 };

/* 1.2022 for January 2022 */
static bool is_month(double x)
{
    double month = floor(x), year = 1e4 * (x - month);
    return month >= 1 && month <= 12 && year > 1899.5 && year < 2100 && fabs(year - nearbyint(year)) < 1e-6;
}

/* Days since 1900, from 1955 to 2064 */
static bool is_serial(double x)
{
    return x >= 20000 && x <= 60000 && x == floor(x);
}

static bool all_are(bool (*is)(double), const logreg__column *c, size_t rows)
{
    size_t n = 0, changes = 0;
    double last = NAN;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        if (isnan(x))
            continue;
        if (!is(x))
            return false;
        changes += n++ && x != last;
        last = x;
    }
    return n >= FEW_ROWS && changes > 1;
}

/* Does the name say that it is a date? */
static bool is_dated(const char *name)
{
    static const char *const ends[] = {"date", "datum", "fecha", "dato", "data"};
    size_t n = strlen(name);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        size_t length = strlen(ends[k]);
        if (n >= length && strcasecmp(name + n - length, ends[k]) == 0)
            return true;
    }
    return false;
}

/* The level that is a day, among others that are numbers; n_levels: there is none. */
static size_t find_day(const logreg__column *c)
{
    size_t day = c->n_levels, numbers = 0;
    for (size_t l = c->n_levels; l-- > 0 && c->n_levels <= MOST_LEVELS;) {
        logreg__guise g;
        logreg__form f = logreg__form_of(&g, c->levels[l], strlen(c->levels[l]), '.');
        day = f == LOGREG__FORM_DAY ? l : day;
        numbers += f == LOGREG__FORM_NUMBER || f == LOGREG__FORM_RANGE;
    }
    return numbers ? day : c->n_levels;
}

/* The note on column j, if there is one. False: memory is out. */
static bool note(logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char word[LOGREG__SHOWN + 2], shown[LOGREG__SHOWN];
    logreg__show_word(word, c->name, strlen(c->name));
    logreg__show(shown, c->name, strlen(c->name));
    if (c->kind == LOGREG_CATEGORY) {
        size_t day = c->insisted ? c->n_levels : find_day(c);
        return day == c->n_levels ||
               logreg__frame_note(
                   frame,
                   "%s: '%.40s' of '%s' is a date among numbers; spreadsheets make dates of 1-2 and 1/2, so "
                   "correct it where the file was made",
                   csv->file, c->levels[day], shown);
    }
    if (c->kind == LOGREG_NUMERIC && c->written == LOGREG__WRITTEN_CODE)
        return logreg__frame_note(
            frame,
            "%s: all numbers of '%s' are written as 1E2 is, and read as 100; if they are codes, use "
            "--categorical %s",
            csv->file, shown, word);
    if (c->kind == LOGREG_NUMERIC && all_are(is_month, c, frame->n_rows))
        return logreg__frame_note(
            frame,
            "%s: '%s' holds months such as 01.2022, read as numbers, which put all Januaries before any "
            "February; make them dates or years, or use --exclude %s",
            csv->file, shown, word);
    if (c->kind == LOGREG_NUMERIC && is_dated(c->name) && all_are(is_serial, c, frame->n_rows))
        return logreg__frame_note(
            frame,
            "%s: '%s' is read as numbers, which are days since 1900 as spreadsheets count them; if its "
            "order says nothing, use --exclude %s",
            csv->file, shown, word);
    return true;
}

logreg_status logreg__codes_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++)
        if (!note(frame, j, csv))
            return logreg__fail_memory(csv->err);
    return LOGREG_OK;
}
