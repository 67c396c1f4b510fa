#include "data/csv.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

logreg__cell logreg__cell_trim(logreg__cell cell)
{
    while (cell.n && is_blank(cell.text[cell.n - 1]))
        cell.n--;
    while (cell.n && is_blank(*cell.text)) {
        cell.text++;
        cell.n--;
    }
    return cell;
}

bool logreg__cell_missing(const logreg__cell *cell, const logreg_csv_options *options)
{
    if (!cell->n)
        return true;
    for (size_t i = 0; i < options->n_na_values; i++) {
        const char *token = options->na_values[i];
        if (*token == *cell->text && strlen(token) == cell->n && memcmp(token, cell->text, cell->n) == 0)
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
    logreg__show(shown, name ? name : "", name ? strlen(name) : 0);
    unsigned byte = (unsigned char)cell->text[valid];
    if (!byte)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu%s%s%s: a NUL byte stands here; this is no text file, or UTF-16 without "
            "a byte order mark",
            csv->file, cell->line, column + 1, name ? " '" : "", shown, name ? "'" : "");
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu%s%s%s: the byte 0x%02x is not UTF-8; convert the file (iconv -f LATIN1 -t "
        "UTF-8, if it is Latin-1)",
        csv->file, cell->line, column + 1, name ? " '" : "", shown, name ? "'" : "", byte);
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

char *logreg__show_word(char room[LOGREG__SHOWN + 2], const char *text, size_t n)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-+%@:/";
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
