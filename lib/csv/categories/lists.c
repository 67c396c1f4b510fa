/* Codes of several answers in a cell, among cells of one: "1, 2" and 1,2,3 beside 1, 2 and 3. Where the comma is the decimal mark, or may be, 1,2 among
 * them is such a list too, and no number. */
#include "csv/categories/lists.h"
#include "csv/mending/command.h"
#include "csv/mending/rewrite.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "data/several.h"

/* Codes are small and few, and each stands in two rows on average. */
enum { LARGEST = 30, FEWEST = 2, MOST = 20, LONGEST = LOGREG_MESSAGE_SIZE - 600 };

typedef struct {
    bool alone[LARGEST + 1], listed[LARGEST + 1];
    size_t wholes;  /* cells of one code */
    size_t certain; /* lists that are no numbers in any writing, */
    size_t numbers; /*   and those that are: 1,2 */
    bool three;     /* one holds three codes or more */
} codes;

/* The codes of a list: "1, 2", 1,2,3. blank: a blank stands behind a comma. 0: it is none, or one code alone. */
static size_t codes_of(size_t code[LOGREG__SHOWN], bool *blank, const char *text)
{
    size_t n = 0;
    for (*blank = false; isdigit((unsigned char)*text) && n < LOGREG__SHOWN; text++) {
        size_t digits = strspn(text, "0123456789");
        code[n] = 0;
        for (size_t i = 0; i < digits && i < 3; i++)
            code[n] = 10 * code[n] + (size_t)(text[i] - '0');
        if (digits > 2 || code[n] > LARGEST)
            return 0;
        n++;
        text += digits;
        size_t gap = strspn(text, " ");
        text += gap;
        if (!*text)
            return n > 1 && !gap ? n : 0;
        if (*text != ',')
            return 0;
        gap = strspn(text + 1, " ");
        *blank = *blank || gap;
        text += gap;
    }
    return 0;
}

/* Adds a list in so many cells; false: it is none. */
static bool add_list(codes *s, const char *text, size_t cells)
{
    size_t code[LOGREG__SHOWN];
    bool blank;
    size_t n = codes_of(code, &blank, text);
    for (size_t i = 0; i < n; i++) {
        s->listed[code[i]] = true;
        for (size_t k = 0; k < i; k++)
            if (code[k] == code[i])
                return false;
    }
    *(blank || n > 2 ? &s->certain : &s->numbers) += cells;
    s->three = s->three || n > 2;
    return n > 0;
}

/* A number of the column: a code, or, behind a decimal comma, two. */
static bool add_number(codes *s, double x, char decimal)
{
    char text[32];
    if (!(x >= 0 && x <= LARGEST))
        return false;
    if (x == floor(x)) {
        s->alone[(size_t)x] = true;
        s->wholes++;
        return true;
    }
    snprintf(text, sizeof text, "%.12g", x);
    char *point = strchr(text, '.');
    if (!point || decimal != ',')
        return false;
    *point = ',';
    return add_list(s, text, 1);
}

/* Do few codes stand alone, and lists hold them alone, but for one that stands nowhere else? As many lists as may be numbers are certain. */
static bool are_codes(const codes *s)
{
    size_t alone = 0, other = 0;
    for (size_t k = 0; k <= LARGEST; k++) {
        alone += s->alone[k];
        other += s->listed[k] && !s->alone[k];
    }
    return s->certain && alone >= FEWEST && alone <= MOST && s->wholes >= 2 * alone && !other &&
           s->wholes > s->certain + s->numbers && (s->three || s->numbers <= s->certain);
}

/* The cells of a column of numbers: what is none as its census has it. */
static bool add_numbers(codes *s, const logreg__fault *f, char decimal)
{
    const logreg__census *census = &f->census;
    const logreg__column *c = &f->frame->column[f->column];
    size_t worn = census->cells[LOGREG__FORM_MARKED], cells = worn;
    bool ok = !worn || add_list(s, census->shown[LOGREG__FORM_MARKED].text, worn);
    for (size_t k = 0; k < LOGREG__KINDS && census->text[k].cells && ok; k++) {
        ok = add_list(s, census->text[k].text, census->text[k].cells);
        cells += census->text[k].cells;
    }
    ok = ok && cells == f->tally.strays;
    for (size_t r = 0; r < f->frame->n_rows && ok; r++) {
        double x = logreg__column_number(c, r);
        ok = isnan(x) || add_number(s, x, decimal);
    }
    return ok;
}

/* The cells of a category. */
static bool add_labels(codes *s, const logreg__fault *f)
{
    bool ok = true;
    for (size_t r = 0; r < f->frame->n_rows && ok; r++) {
        const char *label = logreg_frame_label(f->frame, r, f->column);
        bool one = label && *label && !label[strspn(label, "0123456789")] && strlen(label) < 3;
        ok = !label || (one ? add_number(s, strtod(label, NULL), '.') : add_list(s, label, 1));
    }
    return ok;
}

static bool take(codes *s, const logreg__fault *f, char decimal)
{
    *s = (codes){0};
    if (f->known || !f->census.text->cells || !add_list(&(codes){0}, f->census.text->text, 1))
        return false;
    bool numbers = f->frame->column[f->column].kind == LOGREG_NUMERIC;
    return (numbers ? add_numbers(s, f, decimal) : add_labels(s, f)) && are_codes(s);
}

bool logreg__lists_codes(const logreg__fault *f, const logreg__csv *csv)
{
    codes s;
    return take(&s, f, csv->options.decimal);
}

/* The command that writes a column for each code; "": it is too long. False: memory is out. */
static bool write_command(char command[LOGREG__COMMAND], const codes *s, const logreg__fault *f,
                          const logreg__csv *csv)
{
    static const logreg__several_form form = {"", "", ",", false};
    logreg__several several = {.form = &form, .bare = true, .none = true}; /* an empty cell tells nothing */
    logreg__text rows = {0}, header = {0};
    char text[LARGEST + 1][4];
    for (size_t k = 0; k <= LARGEST; k++)
        if (s->alone[k]) {
            int n = snprintf(text[k], sizeof text[k], "%zu", k);
            several.answer[several.n].text = text[k];
            several.answer[several.n++].n = (size_t)n;
        }
    bool whole = logreg__several_statements(&rows, &header, &several, f->frame, f->column),
         ok = !rows.failed && !header.failed;
    *command = '\0';
    if (ok && whole && csv->options.header)
        logreg__cells_command(command,
                              &(logreg__cells){.header = header.start,
                                               .rows = rows.start,
                                               .least = csv->blank_line ? f->column + 1 : 0},
                              csv);
    if (strlen(command) > LONGEST)
        *command = '\0';
    free(rows.start);
    free(header.start);
    return ok;
}

logreg_status logreg__lists_fault(const logreg__fault *f, const logreg__csv *csv)
{
    codes s;
    char command[LOGREG__COMMAND], name[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD], number[96] = "";
    if (!take(&s, f, csv->options.decimal))
        return logreg__id_lists_fault(f, csv);
    if (!write_command(command, &s, f, csv))
        return logreg__fail_memory(csv->err);
    const logreg__sample *first = &f->census.shown[LOGREG__FORM_TEXT];
    size_t lists = s.certain + s.numbers;
    if (s.numbers)
        snprintf(number, sizeof number, "; two codes with a comma and no blank are one too, and no number");
    logreg__show_column(word, f->name);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' lists codes that stand alone in other cells (%zu of %zu values are such "
        "lists)%s. Use --categorical %s, by which each list is a level, or write a column of 0 and 1 for "
        "each "
        "code%s%s",
        csv->file, first->line, f->column + 1, logreg__show(name, f->name, strlen(f->name)), first->text,
        lists, lists + s.wholes, number, word, *command ? ", " : "", command);
}
