#include "lesson.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "../input.h"
#include "../message.h"

bool cli_lesson_ok(cli_lesson *lesson, logreg_status status)
{
    if (lesson->status == LOGREG_OK)
        lesson->status = status;
    return lesson->status == LOGREG_OK;
}

bool cli_lesson_no_memory(cli_lesson *lesson)
{
    if (lesson->status == LOGREG_OK) {
        lesson->err = (logreg_error){.status = LOGREG_ENOMEM, .message = "out of memory"};
        lesson->status = LOGREG_ENOMEM;
    }
    return false;
}

bool cli_lesson_refuse(cli_lesson *lesson, const char *format, ...)
{
    va_list arguments;
    if (lesson->status != LOGREG_OK)
        return false;
    va_start(arguments, format);
    vsnprintf(lesson->err.message, sizeof lesson->err.message, format, arguments);
    va_end(arguments);
    lesson->err.status = lesson->status = LOGREG_EDATA;
    return false;
}

static char *compose(cli_lesson *lesson, const char *format, va_list arguments)
{
    char *text = NULL;
    if (lesson->status != LOGREG_OK)
        return NULL;
    if (vasprintf(&text, format, arguments) >= 0) {
        cli_clean(text);
        return text;
    }
    cli_lesson_no_memory(lesson);
    return NULL;
}

/* Does the '-' at p mean minus, or join what stands around it? */
static bool is_minus(const char *text, const char *p)
{
    bool apart = p == text || strchr(" (=,[*/^", p[-1]);
    return *p == '-' && apart && p[1] && (isalnum((unsigned char)p[1]) || strchr(" .(", p[1]));
}

/* Is what stands behind the '-' at p a zero, whatever its digits? */
static bool is_zero(const char *p)
{
    size_t n = strspn(++p, "0.");
    return n > 0 && *p == '0' && !isalnum((unsigned char)p[n]);
}

/* Writes n bytes; returns the columns they take. */
static int put(const cli_lesson *lesson, const char *text, const char *from, size_t n)
{
    int columns = 0;
    for (const char *p = from; p < from + n; p++) {
        bool begins = ((unsigned char)*p & 0xC0) != 0x80;
        columns += begins;
        if (is_minus(text, p) && is_zero(p)) {
            bool aligned = p > text + 1 && p[-1] == ' ' && p[-2] == ' ';
            columns -= !aligned;
            if (aligned)
                fputc(' ', lesson->page);
        } else if (is_minus(text, p) && !lesson->look.ascii)
            fputs("\u2212", lesson->page);
        else if (!lesson->look.ascii || (unsigned char)*p < 0x80)
            fputc(*p, lesson->page);
        else if (begins)
            fputc('?', lesson->page);
    }
    return columns;
}

static int columns_of(const char *text, size_t n)
{
    int columns = 0;
    for (size_t i = 0; i < n; i++)
        columns += ((unsigned char)text[i] & 0xC0) != 0x80;
    return columns;
}

/* Wraps a text from a column on, and ends the paragraph. */
static void wrap(cli_lesson *lesson, const char *text, int column)
{
    for (const char *word = text; *word;) {
        size_t n = strcspn(word, " ");
        if (column && column + 1 + columns_of(word, n) > lesson->look.width) {
            fputc('\n', lesson->page);
            column = 0;
        }
        if (column)
            fputc(' ', lesson->page);
        column += (column > 0) + put(lesson, text, word, n);
        word += n + (word[n] == ' ');
    }
    fputs("\n\n", lesson->page);
}

void cli_lesson_say(cli_lesson *lesson, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = compose(lesson, format, arguments);
    va_end(arguments);
    if (text)
        wrap(lesson, text, 0);
    free(text);
}

void cli_lesson_lead(cli_lesson *lesson, const char *lead, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = compose(lesson, format, arguments);
    va_end(arguments);
    if (text) {
        bool colour = lesson->look.colour;
        fprintf(lesson->page, "%s%s%s", colour ? "\033[1m" : "", lead, colour ? "\033[0m" : "");
        wrap(lesson, text, (int)strlen(lead));
    }
    free(text);
}

void cli_lesson_command(cli_lesson *lesson, const char *lead, const char *command)
{
    bool colour = lesson->look.colour;
    if (lesson->status == LOGREG_OK)
        fprintf(lesson->page, "%s%s%s\n  %s\n\n", colour ? "\033[1m" : "", lead, colour ? "\033[0m" : "",
                command);
}

const char *cli_lesson_brief(char brief[CLI_CELL_SIZE], const char *text, int most)
{
    size_t n = 0;
    for (int columns = 0; text[n] && n < CLI_CELL_SIZE - 4; n++) {
        columns += ((unsigned char)text[n] & 0xC0) != 0x80;
        if (columns > most)
            break;
    }
    while (n && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    snprintf(brief, CLI_CELL_SIZE, "%.*s", (int)n, text);
    return brief;
}

const char *cli_lesson_cell(char cell[CLI_CELL_SIZE], const char *text, int width)
{
    char brief[CLI_CELL_SIZE];
    cli_lesson_brief(brief, text, abs(width));
    size_t n = strlen(brief), blanks = (size_t)(abs(width) - columns_of(brief, n));
    memset(cell, ' ', n + blanks);
    memcpy(cell + (width < 0 ? blanks : 0), brief, n);
    cell[n + blanks] = '\0';
    return cell;
}

const char *cli_lesson_signed(char text[CLI_CELL_SIZE], const cli_lesson *lesson, const char *from)
{
    size_t n = 0;
    for (const char *p = from; *p && n < CLI_CELL_SIZE - 4; p++) {
        if (is_minus(from, p) && !lesson->look.ascii)
            n += (size_t)snprintf(text + n, 4, "\u2212");
        else
            text[n++] = *p;
    }
    text[n] = '\0';
    return text;
}

const char *cli_lesson_number(char text[CLI_NUMBER_SIZE], double value, int decimals)
{
    bool lost = value != 0 && fabs(value) < pow(10, -decimals) / 2;
    if (fabs(value) >= 1e5) /* ten digits are enough */
        decimals = (int)fmax(0, decimals + 4 - floor(log10(fabs(value))));
    snprintf(text, CLI_NUMBER_SIZE, lost || (decimals > 8 && value != 0) ? "%.*e" : "%.*f",
             lost           ? 2
             : decimals > 8 ? 4
                            : decimals,
             value);
    return text;
}

static void show(cli_lesson *lesson, char *text, bool bold)
{
    if (!text)
        return;
    size_t n = strlen(text);
    while (n && text[n - 1] == ' ')
        n--;
    fputs(bold && lesson->look.colour ? "  \033[1m" : "  ", lesson->page);
    put(lesson, text, text, n);
    fputs(bold && lesson->look.colour ? "\033[0m\n" : "\n", lesson->page);
    free(text);
}

void cli_lesson_show(cli_lesson *lesson, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    show(lesson, compose(lesson, format, arguments), false);
    va_end(arguments);
}

void cli_lesson_head(cli_lesson *lesson, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    show(lesson, compose(lesson, format, arguments), true);
    va_end(arguments);
}

void cli_lesson_left_out(cli_lesson *lesson, double used)
{
    double lacking = lesson->frame ? (double)logreg_frame_rows(lesson->frame) - used : 0;
    if (lacking > 0)
        cli_lesson_say(lesson,
                       lacking == 1 ? "One row misses a value and is left out."
                                    : "%.0f rows miss a value and are left out.",
                       lacking);
}

void cli_lesson_gap(cli_lesson *lesson)
{
    if (lesson->status == LOGREG_OK)
        fputc('\n', lesson->page);
}

void cli_lesson_draw(cli_lesson *lesson, logreg_figure *figure)
{
    char *text = NULL;
    logreg_figure_free(lesson->figure);
    lesson->figure = figure;
    if (lesson->status == LOGREG_OK &&
        cli_lesson_ok(lesson, logreg_figure_text(&text, figure, &lesson->look, &lesson->err))) {
        if (lesson->alt)
            cli_lesson_lead(lesson, "The picture:", "%s", logreg_figure_alt(figure));
        else
            fprintf(lesson->page, "%s\n", text);
    }
    free(text);
}

bool cli_lesson_figure(logreg_figure **figure, cli_lesson *lesson, const char *title, const char *sentences)
{
    return lesson->status == LOGREG_OK &&
           cli_lesson_ok(lesson, logreg_figure_new(figure, title, sentences, &lesson->err));
}

void cli_lesson_words(const cli_lesson *lesson, logreg_figure *figure, const char *format, ...)
{
    char words[CLI_CELL_SIZE], text[CLI_CELL_SIZE];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    logreg_figure_say(figure, cli_lesson_signed(text, lesson, words));
}

bool cli_lesson_data(logreg_frame **frame, cli_lesson *lesson, const char *name)
{
    const cli_input as_it_is = {.on_bad_row = "fail"};
    if (lesson->status != LOGREG_OK)
        return false;
    lesson->code = cli_input_read(frame, lesson->call, &as_it_is, name, (cli_categories){0}, true);
    return lesson->code == CLI_GO_ON || cli_lesson_ok(lesson, LOGREG_EIO);
}

bool cli_lesson_fit(logreg_model **model, cli_lesson *lesson, const logreg_frame *frame, const char *formula,
                    const logreg_options *options)
{
    return lesson->status == LOGREG_OK &&
           cli_lesson_ok(lesson, logreg_fit_formula(model, frame, formula, options, &lesson->err));
}
