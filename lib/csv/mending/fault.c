/* The sentence on a column of numbers in which other things stand. */
#include "csv/mending/command.h"
#include "csv/header.h"
#include "csv/layout/shifted.h"
#include "csv/mending/plan.h"
#include "csv/mending/strays.h"
#include "csv/numbers/sums.h"
#include "csv/categories/lists.h"
#include "csv/categories/surplus.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

enum { WHAT = 500, TITLE = LOGREG__COMMAND + 80 };

/* Files that were joined end to end. loose: the name stands there otherwise written. */
static logreg_status tell_header(const logreg__fault *f, const char *name, bool loose, const logreg__csv *csv)
{
    char more[48] = "", what[WHAT];
    size_t line = f->strays->first.line;
    logreg__stage again = {loose ? LOGREG__STAGE_LOOSE : LOGREG__STAGE_HEADERS, 0, 0},
                  second = {LOGREG__STAGE_LINES, line, line};
    bool next = f->tally.strays == 1 && line == csv->header_line + 1;
    if (f->tally.strays > 1)
        snprintf(more, sizeof more, ", and so in %zu more", f->tally.strays - 1);
    for (size_t k = 0; csv->plan && k < LOGREG__KINDS && f->census.text[k].cells; k++)
        csv->plan->marked = csv->plan->marked || logreg__starts_with_mark(f->census.text[k].text);
    snprintf(what, sizeof what, "%.200s:%zu:%zu '%s': %s%s", csv->file, line, f->column + 1, name,
             next ? "a second header stands in this line" : "the header stands in this line again", more);
    return logreg__fail_stages(csv, next ? &second : &again, 1, what,
                               next ? "; take it out: " : "; take out what repeats it: ", "");
}

/* Are the strays rows of the header, or the last one? */
static bool are_rows(logreg__stage *stage, const logreg__fault *f, const logreg__csv *csv)
{
    const logreg__strays *s = f->strays;
    bool lines = s->above == s->count && s->count < f->frame->n_rows; /* of the last row too */
    *stage = (logreg__stage){LOGREG__STAGE_LINES, s->first.line,
                             lines ? logreg__frame_line(f->frame, s->count) - 1 : s->last};
    return s->census && logreg__stray_rows(s->first.line, s->last, f->tally.numbers && s->above == s->count,
                                           s->count == 1, csv);
}

/* The row of the first stray; as many as there are: none is left. */
static size_t first_row(const logreg__fault *f)
{
    size_t row = 0;
    while (row < f->frame->n_rows && logreg__frame_line(f->frame, row) < f->strays->first.line)
        row++;
    return row;
}

/* Does what is no number begin below a blank line, or a row of empty cells, in a row without numbers, with few rows behind it? */
static bool begins_below(const logreg__fault *f, const logreg__csv *csv)
{
    size_t line = f->strays->first.line, row = first_row(f), rows = f->frame->n_rows;
    bool blank = row && csv->blank_line + 1 == line, empty = row && row < rows;
    for (size_t j = 0; j < f->frame->n_columns && empty; j++)
        empty = logreg__cell_is_missing(&f->frame->column[j], row - 1);
    bool text = row < rows;
    for (size_t j = 0; j < f->frame->n_columns && text; j++)
        text =
            f->frame->column[j].kind == LOGREG_CATEGORY || logreg__cell_is_missing(&f->frame->column[j], row);
    return text && (blank || empty) && rows - row > 1 && 2 * (rows - row) < row;
}

static logreg_status tell_below(const logreg__fault *f, const char *name, const char *word,
                                const logreg__csv *csv)
{
    const logreg__sample *first = &f->strays->first;
    logreg__stage stage = {LOGREG__STAGE_BELOW, first->line, 0};
    char what[WHAT], tail[LOGREG__COLUMN_WORD + 40];
    snprintf(what, sizeof what, "%.200s:%zu:%zu '%s': '%s' is not a number, and the line above it is empty",
             csv->file, first->line, f->column + 1, name, first->text);
    snprintf(tail, sizeof tail, "; else use --categorical %s", word);
    return logreg__fail_stages(csv, &stage, 1, what, "; if the table ends there, take out the rest: ", tail);
}

bool logreg__fault_text(const logreg__fault *f, const logreg__csv *csv)
{
    logreg__stage stage;
    logreg__form form;
    return !are_rows(&stage, f, csv) && !logreg__census_numbers(&f->census, &form);
}

/* The first stray; each of several files may have brought its byte order mark. */
static const char *first_of(const logreg__fault *f)
{
    const char *first = f->strays->first.text;
    return first + (logreg__starts_with_mark(first) ? LOGREG__MARK_SIZE : 0);
}

/* Is the category's level in a row no other row's? */
static bool stands_once(const logreg__column *category, size_t row, size_t rows)
{
    size_t times = 0;
    for (size_t i = 0; i < rows && times < 2; i++)
        times += logreg__column_code(category, i) == logreg__column_code(category, row);
    return times == 1;
}

/* May all cells of that row be names: no number, and no text but names of columns and what no other row has? One name among values is a
 * tick: 'x' in a column x. */
static bool may_be_names(const logreg__fault *f)
{
    size_t row = first_row(f), rows = f->frame->n_rows;
    for (size_t j = 0; j < f->frame->n_columns && row < rows; j++) {
        const logreg__column *c = &f->frame->column[j];
        if (logreg__cell_is_missing(c, row))
            continue;
        const char *label = c->kind == LOGREG_CATEGORY ? logreg_frame_label(f->frame, row, j) : NULL;
        if (!label || !(logreg__utf8_same_letters(label, c->name) || stands_once(c, row, rows)))
            return false;
    }
    return true;
}

static bool repeats_header(const logreg__fault *f, const logreg__csv *csv)
{
    char name[LOGREG__SHOWN];
    logreg__stage stage;
    bool on_top = f->strays->kinds > 1 && are_rows(&stage, f, csv); /* one of several rows of names */
    return csv->options.header && !on_top &&
           logreg__utf8_same_letters(first_of(f), logreg__show(name, f->name, strlen(f->name))) &&
           may_be_names(f);
}

/* The number of a page; NULL: there is none. */
static const logreg__sample *page_of(const logreg__fault *f)
{
    for (size_t k = 0; k < LOGREG__KINDS && f->census.text[k].cells; k++)
        if (logreg__says_page(f->census.text[k].text))
            return &f->census.text[k];
    return NULL;
}

bool logreg__fault_lines(const logreg__fault *f, const logreg__csv *csv)
{
    logreg__stage stage;
    const char *first = first_of(f);
    bool totals = logreg__says_total(first, strlen(first)) && are_rows(&stage, f, csv);
    return totals || page_of(f) || repeats_header(f, csv) || begins_below(f, csv);
}

/* Text, most of it, where the caller knows of numbers. */
static logreg_status tell_known(const logreg__fault *f, const logreg__sample *first, const char *name,
                                const logreg__csv *csv)
{
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is not a number (%zu of %zu values), and this column must hold "
        "numbers; put them there, or give it another name and this one to the column that is "
        "meant",
        csv->file, first->line, f->column + 1, name, first->text, f->tally.strays,
        f->tally.strays + f->tally.numbers);
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

/* Texts in this column, and numbers that are written otherwise in others, which the command mends. */
static logreg_status tell_with_others(const logreg__fault *f, const logreg__mending *all, const char *what,
                                      const char *word, const logreg__csv *csv)
{
    char remedy[LOGREG__REMEDY], na[LOGREG__NA_ADVICE], nil[LOGREG__NIL_ADVICE], name[LOGREG__SHOWN],
        more[48] = "";
    logreg__remedy(remedy, &f->census, f->name, LOGREG__FORM_NUMBER, all, csv);
    if (all->columns > 1)
        snprintf(more, sizeof more, ", as %zu more columns do", all->columns - 1);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s, and '%s' has '%.40s'%s. %s, and use %s, or --categorical %s%s", what,
                        logreg__show(name, all->name[0], strlen(all->name[0])), all->shown[0], more, remedy,
                        logreg__na_advice(na, all, csv), word, logreg__nil_advice(nil, all, csv));
}

/* The line may as well be the header, below a title. */
static const char *write_title(char room[TITLE], size_t line, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    snprintf(room, TITLE, "; if it names the columns itself: %s",
             logreg__command(command, csv, "tail -n +%zu", logreg__stages_line(csv, line)));
    return room;
}

/* Digits, with a decimal mark and an exponent perhaps: a stray that is that is beyond the numbers there are. */
static bool is_too_large(const char *text, char mark)
{
    static const char digits[] = "0123456789";
    const char *c = text + (*text == '-' || *text == '+');
    size_t n = strspn(c, digits);
    c += n;
    if (*c && *c == mark && !logreg__is_cut(text)) {
        n += strspn(c + 1, digits);
        c += 1 + strspn(c + 1, digits);
    }
    if (n && (*c == 'e' || *c == 'E')) {
        c += c[1] == '-' || c[1] == '+' ? 2 : 1;
        n = strspn(c, digits);
        c += n;
    }
    return n && (!*c || (logreg__is_cut(text) && strcmp(c, "...") == 0));
}

static logreg_status tell_text(const logreg__fault *f, const logreg__mending *all, const char *name,
                               const char *word, const logreg__csv *csv)
{
    const logreg__sample *first = &f->census.shown[LOGREG__FORM_TEXT];
    char what[WHAT], na[LOGREG__NA_ADVICE], how[160],
        title[TITLE] = "", tail[TITLE + LOGREG__NA_ADVICE + LOGREG__NIL_ADVICE + 200],
        nil[LOGREG__NIL_ADVICE];
    logreg__stage rows;
    snprintf(what, sizeof what, "%.200s:%zu:%zu '%s': '%s' is %s (%zu of %zu values)", csv->file, first->line,
             f->column + 1, name, first->text,
             is_too_large(first->text, csv->options.decimal) ? "beyond the largest number, 1.8e308"
                                                             : "not a number",
             f->tally.strays, f->tally.strays + f->tally.numbers);
    if (f->codes)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s, and the others are written as 1E2 is, so that all are likely to be codes: use "
            "--categorical %s",
            what, word);
    if (f->known && logreg__tally_verdict(&f->tally) == LOGREG__TEXT)
        return tell_known(f, first, name, csv);
    bool are = are_rows(&rows, f, csv), scale = !are && is_scale(f);
    bool names = are && f->strays->above && rows.a == rows.b && rows.a == csv->names_line;
    logreg__digits digits = are || scale ? LOGREG__DIGITS_NONE : logreg__census_digits(&f->census);
    logreg__na_advice(na, all, csv);
    logreg__nil_advice(nil, all, csv);
    if (digits)
        snprintf(tail, sizeof tail, "%s --categorical %s, or %s%s",
                 digits == LOGREG__DIGITS_COUNTED ? "Put its number in its place, or use" : "Use", word, na,
                 nil);
    else
        snprintf(tail, sizeof tail, "%s%s %s, or --categorical %s%s",
                 names ? write_title(title, rows.a, csv) : "", are || scale ? "; else use" : "Use", na, word,
                 nil);
    if (!are && !scale && all->columns && csv->options.outcome)
        return tell_with_others(f, all, what, word, csv);
    if (!are)
        return logreg__fail(csv->err, LOGREG_EDATA, "%s. %s%s", what,
                            scale ? "If this is an end of a scale, put its number in its place" : "", tail);
    if (f->strays->above && rows.a < rows.b)
        snprintf(how, sizeof how, ". If lines %zu to %zu belong to the header, take them out: ", rows.a,
                 rows.b);
    else
        snprintf(how, sizeof how, ". If line %zu %s, take it out: ", rows.a,
                 f->strays->above ? "belongs to the header" : "is no row of data");
    return logreg__fail_stages(csv, &rows, 1, what, how, tail);
}

static logreg_status tell_numbers(const logreg__fault *f, logreg__form form, const logreg__mending *all,
                                  const char *name, const char *word, const logreg__csv *csv)
{
    const logreg__sample *shown = &f->census.shown[form];
    char what[LOGREG__WHAT], remedy[LOGREG__REMEDY], others[LOGREG__REMEDY], na[LOGREG__NA_ADVICE],
        nil[LOGREG__NIL_ADVICE];
    size_t count = f->tally.strays;
    logreg__remedy_what(what, &f->census, form, count - f->census.cells[LOGREG__FORM_TEXT],
                        count + f->tally.numbers);
    logreg__remedy(remedy, &f->census, f->name, form, all, csv);
    logreg__na_advice(na, all, csv);
    if (logreg__outfit_suffixed(&f->census.outfit) && f->known)
        return tell_known(f, shown, name, csv);
    if (logreg__outfit_suffixed(&f->census.outfit))
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu '%s': '%s' is a number with a letter behind it, as IDs have (%zu of %zu "
            "values). Use --exclude %s, or, if it is a category, --categorical %s",
            csv->file, shown->line, f->column + 1, name, shown->text, count, count + f->tally.numbers, word,
            word);
    logreg_status between = form == LOGREG__FORM_RANGE
                                ? logreg__between_fault(f, what, name, word, all->some_na, csv)
                                : LOGREG_OK;
    if (between != LOGREG_OK)
        return between;
    bool days = form == LOGREG__FORM_DAY && *na;
    if (days)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s:%zu:%zu '%s': '%s' is %s%s. %s, or leave that out, %s", csv->file,
                            shown->line, f->column + 1, name, shown->text, what,
                            logreg__remedy_others(others, all, &f->census, f->name), remedy, na);
    logreg_status status = logreg__fail(
        csv->err, LOGREG_EDATA, "%s:%zu:%zu '%s': '%s' is %s%s. %s%s%s%s--categorical %s%s%s", csv->file,
        shown->line, f->column + 1, name, shown->text, what,
        logreg__remedy_others(others, all, &f->census, f->name), remedy, *na ? ", and use " : "", na,
        *na                               ? "; or, if this column is a category, use "
        : strncmp(remedy, "Use ", 4) == 0 ? ", or "
                                          : ", or use ",
        word, logreg__mended_words(remedy, csv), logreg__nil_advice(nil, all, csv));
    char mark = csv->options.decimal == '.' ? ',' : '.', only[24];
    snprintf(only, sizeof only, "Use --decimal '%c'", mark);
    if (strcmp(remedy, only) == 0 && !*na)
        logreg__plan_decimal(csv, mark);
    return status;
}

logreg_status logreg__fault_tell(const logreg__fault *f, const logreg__mending *all, const logreg__csv *csv)
{
    char name[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD];
    logreg__form form;
    size_t numbers = logreg__census_numbers(&f->census, &form);
    logreg__show(name, f->name, strlen(f->name));
    logreg__show_column(word, f->name);
    const logreg__sample *page = page_of(f);
    if (page)
        return logreg__fail_pages(csv, page->line, f->column, page->text);
    if (repeats_header(f, csv))
        return tell_header(f, name, strcmp(first_of(f), name) != 0, csv);
    if (begins_below(f, csv))
        return tell_below(f, name, word, csv);
    const logreg__sample *text = &f->census.shown[LOGREG__FORM_TEXT];
    logreg_status status =
        text->line ? logreg__shifted_check(f->frame, f->column, text->line, text->text, csv) : LOGREG_OK;
    if (status == LOGREG_OK)
        status = logreg__answers_fault(f->frame, f->column, f->strays, &f->tally, csv);
    if (status == LOGREG_OK)
        status = logreg__lists_fault(f, csv);
    if (status == LOGREG_OK)
        status = logreg__ditto_fault(f->frame, f->column, &f->census, csv);
    if (status != LOGREG_OK)
        return status;
    return numbers ? tell_numbers(f, form, all, name, word, csv) : tell_text(f, all, name, word, csv);
}
