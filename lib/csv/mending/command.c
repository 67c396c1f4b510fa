/* Commands that mend a file, for the end of a sentence: they print it mended, for another file or for a pipe. */
#include "csv/mending/command.h"
#include "csv/mending/plan.h"
#include "csv/source/source.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "base/word.h"

/* The text as a word for the shell, added to room. */
static void add_word(char *room, size_t size, const char *text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-+%@:/,\\";
    size_t used = strlen(room);
    size_t length = strlen(text);
    bool stops = length > 1 && strchr(".,:", text[length - 1]); /* which a sentence may have behind it */
    bool bare = length && !stops && !strchr(text, '\\') && strspn(text, plain) == length;
    if (bare) {
        snprintf(room + used, size - used, "%s", text);
        return;
    }
    bool hides = logreg__utf8_hides(text);
    char escaped[LOGREG__ESCAPED];
    used += (size_t)snprintf(room + used, size - used, hides ? "$'" : "'");
    while (*text && used + LOGREG__ESCAPED < size)
        if (hides) {
            used += (size_t)snprintf(room + used, size - used, "%s", logreg__word_escape(escaped, &text));
        } else {
            used += (size_t)snprintf(room + used, size - used, *text == '\'' ? "'\\''" : "%c", *text);
            text++;
        }
    snprintf(room + used, size - used, "'");
}

static void add(char room[LOGREG__COMMAND], const char *text)
{
    size_t used = strlen(room);
    snprintf(room + used, LOGREG__COMMAND - used, "%s", text);
}

/* As the command line calls what it reads. */
static const char *path(const logreg__csv *csv)
{
    return strcmp(csv->file, "standard input") == 0 ? "-" : csv->file;
}

/* The pipe so far, and what comes next in it; the file stands behind its first command. */
static void add_piece(char room[LOGREG__COMMAND], const char *piece, size_t at, const logreg__csv *csv)
{
    size_t used = strlen(room);
    if (used) {
        add(room, " | ");
        add(room, piece);
        return;
    }
    snprintf(room, LOGREG__COMMAND, "%.*s", (int)at, piece);
    add(room, " ");
    add_word(room, LOGREG__COMMAND, path(csv));
    add(room, piece + at);
}

const char *logreg__command(char room[LOGREG__COMMAND], const logreg__csv *csv, const char *format, ...)
{
    static const char *const unpack[] = {[LOGREG__GZIP] = "gzip -dc", [LOGREG__ZSTD] = "zstd -dc"};
    bool decode = csv->encoding != LOGREG__UTF8 && csv->encoding != LOGREG__ENCODINGS;
    char piece[LOGREG__COMMAND];
    size_t file;
    *room = '\0';
    if (csv->packing != LOGREG__UNPACKED)
        add_piece(room, unpack[csv->packing], strlen(unpack[csv->packing]), csv);
    if (decode) {
        snprintf(piece, sizeof piece, "iconv -f %s -t utf-8",
                 csv->charset ? csv->charset : logreg__encoding_name[csv->encoding]);
        add_piece(room, piece, strlen(piece), csv);
    }
    if (csv->cr)
        add_piece(room, *room ? "tr '\\r' '\\n'" : "tr '\\r' '\\n' <", *room ? 0 : 14, csv);
    if (logreg__stages_write(piece, &file, csv))
        add_piece(room, piece, file, csv);
    if (csv->plan)
        strcpy(csv->plan->prefix, room);
    va_list args;
    va_start(args, format);
    vsnprintf(piece, sizeof piece, format, args);
    va_end(args);
    if (*piece)
        add_piece(room, piece, strlen(piece), csv);
    add(room, decode && csv->options.encoding ? ", and read that without --encoding" : "");
    return room;
}

const char *logreg__delimiter_in_set(char room[3], const logreg__csv *csv)
{
    snprintf(room, 3, csv->options.delimiter == '/' ? "\\%c" : "%c", csv->options.delimiter);
    return csv->options.delimiter == '\t' ? "\\t" : room;
}

const char *logreg__delimiter_pattern(char room[8], const logreg__csv *csv)
{
    char c = csv->options.delimiter;
    const char *form = c == '\t'                           ? "\\t"
                       : c == '^' || c == '\\' || c == '/' ? "\\%c"
                       : strchr(",;:", c)                  ? "%c"
                                                           : "[%c]";
    snprintf(room, 8, form, c);
    return room;
}

const char *logreg__na_in_force(const logreg__csv *csv, size_t i)
{
    const logreg_csv_options *o = &csv->options;
    if (i < o->n_na_values)
        return o->na_values[i];
    size_t own = i - o->n_na_values;
    return !csv->na_given && own < csv->n_given_na ? csv->given_na[own] : NULL;
}

enum { NA_LIST = LOGREG__NA_VALUES - 16, NA_END = NA_LIST - 8, FIRST = 5 };

/* "one,two": a token more, quoted where it must be. From NA_END on the list is full. */
static size_t add_text(char list[NA_LIST], size_t at, const char *text)
{
    for (; *text && at < NA_END; text++) {
        if (*text == '"')
            list[at++] = '"';
        list[at++] = *text;
    }
    return at;
}

static void add_token(char list[NA_LIST], size_t *used, const char *column, const char *text)
{
    bool quote = strpbrk(text, ",\"") || (column && strpbrk(column, ",\""));
    size_t at = *used;
    if (at && at < NA_END)
        list[at++] = ',';
    if (quote && at < NA_END)
        list[at++] = '"';
    if (column)
        at = add_text(list, at, column);
    if (column && at < NA_END)
        list[at++] = '=';
    at = add_text(list, at, text);
    if (quote && at < NA_END)
        list[at++] = '"';
    list[at] = '\0';
    *used = at;
}

/* The list of tokens, of their columns if these are given; how long it is as a word of the shell. */
static size_t write_list(char list[NA_LIST], const logreg__csv *csv, bool in_force_too,
                         const char *const *token, const char *const *column, size_t n)
{
    size_t used = 0, longer = 0;
    const char *text;
    *list = '\0';
    for (size_t i = in_force_too ? 0 : csv->options.n_na_values; (text = logreg__na_in_force(csv, i)); i++)
        add_token(list, &used, NULL, text);
    for (size_t i = 0; i < n; i++)
        add_token(list, &used, column ? column[i] : NULL, token[i]);
    for (const char *c = list; *c; c++)
        longer += *c == '\'' || *c == '\\' ? 3 : 3 * logreg__utf8_hidden(c);
    return used + longer;
}

const char *logreg__na_values(char room[LOGREG__NA_VALUES], const logreg__csv *csv, bool all,
                              const char *const *token, const char *const *column, size_t n, bool more)
{
    char list[NA_LIST] = "";
    size_t used = NA_END;
    bool own = true;
    for (size_t i = 0; i < n; i++)
        own = own && column[i];
    if (own)
        used = write_list(list, csv, csv->na_given, token, column, n);
    if (used >= NA_END) /* or names have no room */
        used = write_list(list, csv, csv->na_given || all, token, own ? NULL : column, n);
    *room = '\0';
    if (used < NA_END && !more) {
        add_word(room, LOGREG__NA_VALUES, list);
        return room;
    }
    used = (size_t)snprintf(room, LOGREG__NA_VALUES, "for each of these texts: ");
    for (size_t i = 0; i < n && i < FIRST; i++)
        used += (size_t)snprintf(room + used, LOGREG__NA_VALUES - used, "'%.80s', ", token[i]);
    snprintf(room + used, LOGREG__NA_VALUES - used, "..");
    return room;
}

char *logreg__na_list(const logreg__csv *csv, const char *but)
{
    logreg__text list = {0};
    const char *text;
    for (size_t i = 0; (text = logreg__na_in_force(csv, i)); i++)
        if (!but || strcmp(text, but) != 0)
            logreg__text_add_item(&list, text);
    logreg__text_add(&list, "");
    return logreg__text_take(&list);
}
