/* Signs and words that repeat the cell above: " and ditto. As levels they mean nothing. */
#include "csv/mending/command.h"
#include "csv/categories/surplus.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "data/answers.h"

static bool is_sign(const char *text)
{
    static const char *const signs[] = {"\"",   "''",     "\xe2\x80\x9d", "\xe2\x80\xb3",   "\xe3\x80\x83",
                                        "-\"-", "- \" -", "-''-",         "-\xe2\x80\x9d-", "-//-",
                                        "\"\"", "~\"~"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(text, signs[i]) == 0)
            return true;
    return false;
}

bool logreg__is_ditto(const char *text)
{
    return is_sign(text) ||
           logreg__plain_among(text, " ditto do. dito dto dto. idem sameasabove asabove wieoben s.o. ");
}

static bool repeats_in(const logreg__column *c, size_t row)
{
    return c->kind == LOGREG_CATEGORY && !logreg__cell_is_missing(c, row) &&
           logreg__is_ditto(c->levels[logreg__column_code(c, row)]);
}

/* A word may be a name, as idem is of a package: does it stand in two rows, or beside another that repeats? */
static bool is_meant(const logreg_frame *frame, size_t j)
{
    size_t rows = 0;
    bool beside = false;
    for (size_t i = 0; i < frame->n_rows && rows < 2 && !beside; i++) {
        bool here = repeats_in(&frame->column[j], i);
        rows += here;
        for (size_t k = 0; here && k < frame->n_columns && !beside; k++)
            beside = k != j && repeats_in(&frame->column[k], i);
    }
    return rows > 1 || beside;
}

/* A level of the category that does, and does not stand in the first row; NULL: none. */
static const char *repeating(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    if (c->kind != LOGREG_CATEGORY || c->insisted || c->n_levels < 2)
        return NULL;
    for (size_t l = 0; l < c->n_levels; l++)
        if (logreg__is_ditto(c->levels[l]))
            return logreg__column_code(c, 0) == l || !(is_sign(c->levels[l]) || is_meant(frame, j))
                       ? NULL
                       : c->levels[l];
    return NULL;
}

/* Adds the text to the alternatives of a pattern, if it is not there; a quote alone stands in the file as four of them. */
static void add_text(logreg__text *pattern, const char *text)
{
    char escaped[LOGREG__PATTERN + 8];
    if (strcmp(text, "\"") == 0)
        strcpy(escaped, "\"{4}");
    else
        logreg__cell_pattern(escaped, text);
    if (pattern->length && strstr(pattern->start, escaped))
        return;
    logreg__text_add(pattern, pattern->length ? "|" : "");
    logreg__text_add(pattern, escaped);
}

/* The command that writes, in those columns and in column `of`, whose text is given, what stands above; "": it is too long. Returns room. */
static const char *fill_down(char room[LOGREG__COMMAND], const logreg_frame *frame, size_t of,
                             const char *text, const logreg__csv *csv)
{
    logreg__text pattern = {0}, cells = {0};
    char program[LOGREG__COMMAND], field[24];
    logreg__cells what = {.rows = program};
    for (size_t j = 0; j < frame->n_columns; j++) {
        const char *own = j == of ? text : repeating(frame, j);
        size_t at = j + frame->column[j].n_left_out;
        if (!own)
            continue;
        add_text(&pattern, own);
        for (size_t l = 0; l < frame->column[j].n_levels; l++)
            if (logreg__is_ditto(frame->column[j].levels[l]))
                add_text(&pattern, frame->column[j].levels[l]);
        snprintf(field, sizeof field, "%s%zu", cells.length ? ", " : "", at);
        logreg__text_add(&cells, field);
        what.least = csv->blank_line ? at + 1 : 0;
    }
    *room = '\0';
    if (!pattern.failed && !cells.failed &&
        snprintf(program, sizeof program,
                 "for (%s) { $F[$_] = $v[$_] if $F[$_] =~ /^[\" ]*?(?:%s)[\" ]*\\r?$/; $v[$_] = $F[$_] }",
                 cells.start, pattern.start) < LOGREG__COMMAND)
        logreg__cells_command(room, &what, csv);
    free(pattern.start);
    free(cells.start);
    return room;
}

/* The sentence, on column j. */
static void compose(logreg_error *err, const logreg_frame *frame, size_t j, const char *text, size_t line,
                    const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    char command[LOGREG__COMMAND], word[LOGREG__COLUMN_WORD];
    fill_down(command, frame, j, text, csv);
    logreg__fail(
        err, LOGREG_EDATA,
        "%s:%zu:%zu '%.80s': '%s' seems to repeat what stands above it. Write that%s%s, or, if it is a "
        "category, use --categorical %s",
        csv->file, line, j + 1 + c->n_left_out, c->name, text, *command ? ", " : "", command,
        logreg__show_column(word, c->name));
}

logreg_status logreg__ditto_check(logreg_frame *frame, const logreg__csv *csv)
{
    for (size_t j = 0; j < frame->n_columns; j++) {
        const char *text = repeating(frame, j);
        logreg__column *c = &frame->column[j];
        logreg_error err;
        size_t row = 0;
        if (!text)
            continue;
        while (logreg__cell_is_missing(c, row) || strcmp(logreg_frame_label(frame, row, j), text) != 0)
            row++;
        compose(&err, frame, j, text, logreg__frame_line(frame, row), csv);
        char *doubt = logreg__copy(err.message);
        if (!doubt)
            return logreg__fail_memory(csv->err);
        free(c->doubt);
        c->doubt = doubt;
        c->ways = 0;
        c->sparse = true;
    }
    return LOGREG_OK;
}

logreg_status logreg__ditto_fault(const logreg_frame *frame, size_t j, const logreg__census *census,
                                  const logreg__csv *csv)
{
    for (size_t k = 0; k < LOGREG__KINDS && census->text[k].cells; k++)
        if (logreg__is_ditto(census->text[k].text)) {
            logreg_error err;
            compose(&err, frame, j, census->text[k].text, census->text[k].line, csv);
            return logreg__fail(csv->err, LOGREG_EDATA, "%s", err.message);
        }
    return LOGREG_OK;
}
