/* Matrices and data frames as R prints them: rows of a matrix are called [1,], and what is too wide for the page goes on below, in blocks with a
 * header each. */
#include "csv/mending/command.h"
#include "csv/dialect.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* Fewer rows are no table. */
enum { FEW = 3 };

/* Words that blanks part, quotes minded. */
static size_t count_words(const char *p, const char *end)
{
    size_t words = 0;
    bool quoted = false, inside = false;
    for (; p < end; p++) {
        quoted ^= *p == '"';
        bool blank = !quoted && (logreg__is_blank(*p) || *p == '\r');
        words += !blank && !inside;
        inside = !blank;
    }
    return words;
}

/* The line at *p, without blanks, a backslash of pandas and line ends behind it; *p moves to the next. */
static logreg__cell next_line(const char **p, const char *end)
{
    const char *from = *p, *stop = memchr(from, '\n', (size_t)(end - from));
    stop = stop ? stop : end;
    *p = stop < end ? stop + 1 : end;
    while (stop > from && strchr(" \t\r\\", stop[-1]))
        stop--;
    return (logreg__cell){from, (size_t)(stop - from), 0};
}

static size_t first_word(const logreg__cell *line)
{
    size_t n = 0;
    while (n < line->n && line->text[n] != ' ')
        n++;
    return n;
}

/* Is it a data frame in blocks: a header that blanks begin, rows with a name and as many words, and such a header again, above the first name? */
static bool is_wrapped(const char *head, size_t n)
{
    const char *p = head, *end = head + n;
    logreg__cell line = next_line(&p, end), first = {.n = 0};
    size_t names = count_words(line.text, line.text + line.n), rows = 0;
    if (!names || *line.text != ' ')
        return false;
    while (p < end) {
        line = next_line(&p, end);
        if (!line.n)
            continue;
        size_t words = count_words(line.text, line.text + line.n);
        if (*line.text == ' ') {
            logreg__cell row = next_line(&p, end);
            return rows >= FEW && first_word(&row) == first.n && memcmp(row.text, first.text, first.n) == 0 &&
                   count_words(row.text, row.text + row.n) == words + 1;
        }
        if (words != names + 1)
            return false;
        if (!rows++)
            first = (logreg__cell){line.text, first_word(&line), 0};
    }
    return false;
}

/* "[12,]" at the beginning of a line, behind blanks: its number; 0: none. */
static size_t row_number(const char *p, const char *end)
{
    size_t number = 0;
    while (p < end && *p == ' ')
        p++;
    if (p == end || *p++ != '[')
        return 0;
    for (; p < end && isdigit((unsigned char)*p) && number < SIZE_MAX / 20; p++)
        number = 10 * number + (size_t)(*p - '0');
    return end - p > 1 && p[0] == ',' && p[1] == ']' ? number : 0;
}

/* Is it a matrix: a header, and below it rows that count on from 1, with a word more each? */
static bool is_matrix(const char *head, size_t n, bool cut)
{
    const char *end = head + n, *stop = logreg__line_end(head, end);
    size_t names = count_words(head, stop), row = 0;
    if (!names || row_number(head, stop))
        return false;
    for (const char *p = stop; p < end && row < FEW; p = stop) {
        p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
        stop = logreg__line_end(p, end);
        if (stop == end && cut)
            break;
        if (row_number(p, stop) != row + 1 || count_words(p, stop) != names + 1)
            return false;
        row++;
    }
    return row == FEW;
}

logreg_status logreg__printed_check(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    if (!is_matrix(head, n, cut) && is_wrapped(head, n))
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s is a table as R and pandas print it, in blocks of columns; join these: %s, and use "
            "--delimiter ' '",
            csv->file,
            logreg__command(
                command, csv,
                "perl -lne 's/[\\\\\\s]+$//; next if /^$/; if (/^ /) { $h .= $_ } elsif (s/^(\\S+)//) { "
                "exists $r{$1} or push @k, $1; $r{$1} .= $_ } END { print for map { s/^ +//r =~ s/ +/ /gr } "
                "$h, map $r{$_}, @k }'"));
    if (!is_matrix(head, n, cut))
        return LOGREG_OK;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s is a matrix as R prints it, not a CSV file; take the names of rows out, and join what goes on "
        "below: %s, and use --delimiter ' '",
        csv->file,
        logreg__command(command, csv,
                        "perl -lne 's/^\\s+|\\s+$//g; s/ +(?=([^\"]*\"[^\"]*\")*[^\"]*$)/ /g; if "
                        "(s/^\\[(\\d+),\\] ?//) { "
                        "$r[$1] .= ($r[$1] ? \" \" : \"\") . $_ } elsif (/./) { s/\\[,(\\d+)\\]/V$1/g; $h .= "
                        "($h ? \" \" : "
                        "\"\") . $_ } END { print for $h, grep defined, @r }'"));
}
