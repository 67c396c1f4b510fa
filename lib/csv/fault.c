/* The sentence on a column of numbers in which other things stand. */
#include "csv/command.h"
#include "csv/header.h"
#include "csv/strays.h"
#include "csv/surplus.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

/* Files that were joined end to end. loose: the name stands there otherwise written. */
static logreg_status tell_header(const logreg__fault *f, const char *name, bool loose, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND], more[48] = "";
    if (f->tally.strays == 1 && f->strays->first.line == csv->header_line + 1)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s:%zu:%zu '%s': a second header stands in this line; take it out: %s",
                            csv->file, f->strays->first.line, f->column + 1, name,
                            logreg__command(command, csv, "sed %zud", f->strays->first.line));
    if (f->tally.strays > 1)
        snprintf(more, sizeof more, ", and so in %zu more", f->tally.strays - 1);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': the header stands in this line again%s; take out what repeats it: %s", csv->file,
        f->strays->first.line, f->column + 1, name, more, logreg__headers_command(command, loose, csv));
}

/* The way on from strays that are rows of the header or the last one; "": they are not. */
static void advise_rows(char *room, size_t size, const logreg__fault *f, const logreg__csv *csv)
{
    const logreg__strays *s = f->strays;
    *room = '\0';
    if (s->census)
        logreg__advice_stray(room, size, s->first.line, s->last, f->tally.numbers && s->above == s->count,
                             s->count == 1, csv);
}

bool logreg__fault_text(const logreg__fault *f, const logreg__csv *csv)
{
    char advice[LOGREG__COMMAND + 100];
    logreg__form form;
    advise_rows(advice, sizeof advice, f, csv);
    return !*advice && !logreg__census_numbers(&f->census, &form);
}

/* Words for the ends of a scale of which the other steps are numbers: "strongly agree". */
static bool is_scale(const logreg__fault *f)
{
    const logreg__outfit *o = &f->census.outfit;
    const logreg__sample *text = f->census.text;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < 4; i++)
            if (!isalpha((unsigned char)text[k].text[i]))
                return false;
    return !text[2].cells && !f->census.fractions && o->most_plain <= 10 &&
           10 * f->tally.strays > f->tally.numbers;
}

static logreg_status tell_text(const logreg__fault *f, const logreg__mending *all, const char *name,
                               const char *word, const logreg__csv *csv)
{
    const logreg__sample *first = &f->census.shown[LOGREG__FORM_TEXT];
    char advice[LOGREG__COMMAND + 100], na[LOGREG__COMMAND];
    advise_rows(advice, sizeof advice, f, csv);
    if (!*advice && is_scale(f))
        snprintf(advice, sizeof advice, "If this is an end of a scale, put its number in its place");
    if (f->codes)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu '%s': '%s' is not a number (%zu of %zu values), and the others are written as 1E2 "
            "is, so that all are likely to be codes: use --categorical %s",
            csv->file, first->line, f->column + 1, name, first->text, f->tally.strays,
            f->tally.strays + f->tally.numbers, word);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is not a number (%zu of %zu values). %s%s %s, or --categorical %s", csv->file,
        first->line, f->column + 1, name, first->text, f->tally.strays, f->tally.strays + f->tally.numbers,
        advice, *advice ? "; else use" : "Use", logreg__na_advice(na, all, csv), word);
}

static logreg_status tell_numbers(const logreg__fault *f, logreg__form form, const logreg__mending *all,
                                  const char *name, const char *word, const logreg__csv *csv)
{
    const logreg__sample *shown = &f->census.shown[form];
    char what[LOGREG__WHAT], remedy[LOGREG__REMEDY], others[LOGREG__REMEDY], na[LOGREG__COMMAND];
    size_t count = f->tally.strays;
    logreg__remedy_what(what, &f->census, form, count - f->census.cells[LOGREG__FORM_TEXT],
                        count + f->tally.numbers);
    logreg__remedy(remedy, &f->census, form, all, csv);
    logreg__na_advice(na, all, csv);
    return logreg__fail(
        csv->err, LOGREG_EDATA, "%s:%zu:%zu '%s': '%s' is %s%s. %s%s%s, or %s--categorical %s", csv->file,
        shown->line, f->column + 1, name, shown->text, what, logreg__remedy_others(others, all, f->name),
        remedy, *na ? ", and use " : "", na, strncmp(remedy, "Use ", 4) == 0 ? "" : "use ", word);
}

logreg_status logreg__fault_tell(const logreg__fault *f, const logreg__mending *all, const logreg__csv *csv)
{
    char name[LOGREG__SHOWN], word[LOGREG__SHOWN + 2];
    logreg__form form;
    size_t numbers = logreg__census_numbers(&f->census, &form);
    const char *first =
        f->strays->first.text; /* each of several files may have brought its byte order mark */
    first += strncmp(first, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    logreg__show(name, f->name, strlen(f->name));
    logreg__show_word(word, f->name, strlen(f->name));
    if (csv->options.header && logreg__utf8_same_letters(first, name))
        return tell_header(f, name, strcmp(first, name) != 0, csv);
    logreg_status status = logreg__answers_fault(f->frame, f->column, f->strays, &f->tally, csv);
    if (status != LOGREG_OK)
        return status;
    return numbers ? tell_numbers(f, form, all, name, word, csv) : tell_text(f, all, name, word, csv);
}
