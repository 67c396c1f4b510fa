#include "csv/mending/command.h"
#include "csv/mending/plan.h"
#include "csv/source/source.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/word.h"

logreg__cell logreg__cell_raw(const char **p, const char *end, char delimiter)
{
    const char *from = *p, *at = from;
    for (bool quoted = false; at < end; at++) {
        quoted ^= *at == '"';
        if (!quoted && (*at == delimiter || *at == '\n' || *at == '\r'))
            break;
    }
    *p = at;
    return (logreg__cell){from, (size_t)(at - from), 0};
}

/* Is the token a whole number, and do only a decimal mark and zeros stand behind it? */
static bool zeros_behind(const logreg__cell *cell, const char *token, size_t length, char decimal)
{
    size_t sign = *token == '-' || *token == '+', at = length + 1;
    if (cell->text[length] != decimal || length == sign || strspn(token + sign, "0123456789") < length - sign)
        return false;
    while (at < cell->n && cell->text[at] == '0')
        at++;
    return at == cell->n;
}

bool logreg__cell_na(const logreg__cell *cell, const logreg_csv_options *options)
{
    for (size_t i = 0; i < options->n_na_values; i++) {
        const char *token = options->na_values[i];
        size_t length = strlen(token);
        if (length <= cell->n && memcmp(token, cell->text, length) == 0 &&
            (length == cell->n || zeros_behind(cell, token, length, options->decimal)))
            return true;
    }
    return false;
}

logreg_status logreg__cell_check(const logreg__cell *cell, size_t column, const char *name,
                                 const logreg__csv *csv)
{
    size_t valid = logreg__utf8_valid(cell->text, cell->n);
    if (valid == cell->n)
        return LOGREG_OK;
    char shown[LOGREG__SHOWN];
    bool named = name && *name;
    logreg__show(shown, named ? name : "", named ? strlen(name) : 0);
    unsigned byte = (unsigned char)cell->text[valid];
    char what[LOGREG__COMMAND + 80];
    char command[LOGREG__COMMAND];
    if (!byte && csv->encoding == LOGREG__UTF16)
        snprintf(what, sizeof what, "a NUL character stands here; this is no text file, or not in UTF-16");
    else if (!byte && cell->line == 1)
        snprintf(what, sizeof what,
                 "a NUL byte stands here; this is no text file, or UTF-16 without a byte order mark: use "
                 "--encoding utf-16");
    else if (!byte)
        snprintf(what, sizeof what, "a NUL byte stands here; if this is a text file, take it out: %s",
                 logreg__command(command, csv, "sed 's/\\x00//g'"));
    else if (csv->encoding == LOGREG__UTF16)
        snprintf(what, sizeof what, "half a character of UTF-16 stands here; the file is damaged");
    else if (csv->encoding < LOGREG__ENCODINGS && logreg__codepage(csv->encoding))
        snprintf(what, sizeof what, "the byte 0x%02x is no character of %s", byte,
                 logreg__encoding_name[csv->encoding]);
    else {
        if (csv->bad_bytes)
            *csv->bad_bytes = true;
        snprintf(what, sizeof what, "%s:%zu:%zu%s%s%s: the byte 0x%02x is not UTF-8", csv->file, cell->line,
                 column + 1, named ? " '" : "", shown, named ? "'" : "", byte);
        if (csv->foreign)
            return logreg__fail(
                csv->err, LOGREG_EDATA,
                "%s, and the text is likely to be in %s, which is not read; make it UTF-8: %s", what,
                csv->foreign->name,
                logreg__command(command, csv, "iconv -f %s -t UTF-8", csv->foreign->iconv));
        logreg__encoding guess = csv->guess ? csv->guess : LOGREG__WINDOWS1252;
        logreg__stage stage = {LOGREG__STAGE_ENCODING, guess, 0};
        char how[120];
        snprintf(how, sizeof how, "; use --encoding %s%s, if that is what the file is",
                 logreg__encoding_name[guess],
                 guess == LOGREG__WINDOWS1252 && byte >= 0xa0 ? ", which reads Latin-1 too" : "");
        return logreg__fail_stages(csv, &stage, 1, what, how, "");
    }
    return logreg__fail(csv->err, LOGREG_EDATA, "%s:%zu:%zu%s%s%s: %s", csv->file, cell->line, column + 1,
                        named ? " '" : "", shown, named ? "'" : "", what);
}

char *logreg__show(char room[LOGREG__SHOWN], const char *text, size_t n)
{
    size_t keep = n < LOGREG__SHOWN ? n : LOGREG__SHOWN - 4;
    while (keep < n && keep && ((unsigned char)text[keep] & 0xc0) == 0x80) /* the middle of a character */
        keep--;
    memcpy(room, text, keep);
    strcpy(room + keep, keep < n ? "..." : "");
    return room;
}

bool logreg__is_cut(const char *shown)
{
    enum { LEAST = LOGREG__SHOWN - 4 - 3 }; /* less the rest of a character */
    size_t n = strlen(shown);
    return n >= LEAST + 3 && strcmp(shown + n - 3, "...") == 0;
}

static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-+%@:/";

char *logreg__show_column(char room[LOGREG__COLUMN_WORD], const char *name)
{
    enum { CLOSED = LOGREG__COLUMN_WORD - 2 }; /* less the quotes that close it */
    bool item = strpbrk(name, ",\"");
    size_t n = strlen(name), length = 0;
    bool hides = logreg__utf8_hides(name), word = !n || strspn(name, plain) < n;
    char as[LOGREG__ESCAPED];
    strcpy(room, hides ? "$'" : word ? "'" : "");
    strcat(room, item ? "\"" : "");
    length = strlen(room);
    for (const char *c = name; *c; length += strlen(as)) {
        if (hides && *c != '"') {
            logreg__word_escape(as, &c);
        } else {
            snprintf(as, sizeof as, *c == '\'' ? "'\\''" : *c == '"' ? "\"\"" : "%c", *c);
            c++;
        }
        if (length + strlen(as) >= CLOSED)
            return logreg__show_word(room, name, n);
        strcpy(room + length, as);
    }
    strcat(room, item ? "\"" : "");
    strcat(room, word ? "'" : "");
    return room;
}

char *logreg__show_word(char room[LOGREG__SHOWN + 2], const char *text, size_t n)
{
    logreg__show(room, text, n);
    size_t length = strlen(room);
    if (strspn(room, plain) == length)
        return room;
    char mark = strchr(room, '\'') ? '"' : '\'';
    memmove(room + 1, room, length);
    room[0] = room[length + 1] = mark;
    room[length + 2] = '\0';
    return room;
}
