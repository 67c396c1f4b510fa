/* What the first bytes tell: delimiter, line ends, where the table begins. */
#ifndef LOGREG_CSV_DIALECT_H
#define LOGREG_CSV_DIALECT_H

#include "csv/cell.h"
#include "csv/source/source.h"

/* ---- Dialect (dialect.c) ---- */

/* Finds the delimiter where the options name none, and where the table begins, for sentences on a header that is none.
 * Spreadsheets write, and read, a first line such as "sep=;" that names it and is not part of the table: the source
 * moves behind that, and behind what a plan takes out above the table; *line is where it then stands. EDATA for a table that no
 * delimiter splits, but something else does. */
logreg_status logreg__dialect_start(size_t *line, logreg__csv *csv, logreg__source *source);

/* The delimiter among tab ; , | that splits the first lines most evenly; ',' if there is none. Cut says that head
 * is not the whole file. The decimal mark is no delimiter. splits: was there one? */
char logreg__dialect_delimiter(const char *head, size_t n, bool cut, char decimal, bool *splits);

/* The first line, from 0, that has as many fields as most of the first lines have, and more than half as many that hold
 * something as the fullest of these: where the table begins if there is something above it. Their number of fields. SIZE_MAX: lines are too different. */
size_t logreg__dialect_table(size_t *fields, const char *head, size_t n, bool cut, char delimiter);

/* Names the first row groups of columns, and the second each column? By the first rows. index: the third one holds nothing but the name of the
 * first column, as pandas writes it. (groups.c) */
logreg__groups logreg__groups_look(bool *index, const char *head, size_t n, char delimiter);

/* A header below lines that hold the delimiter too. */
typedef struct {
    size_t line; /* where it stands, from 0; 0: there is none */
    bool
        sure; /* the lines above are no header and no rows, by their lengths, numbers in the first, or the outcome's name; */
    bool
        title; /*   or they seem to be none, by what names look like; else they may be a header of groups, or lack names */
    size_t maybe; /* a line, from 0, that may be the header as well as the one above it; 0: none may */
} logreg__preamble;

/* By the first lines. (preamble.c) */
logreg__preamble logreg__preamble_look(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* ---- Look (look.c) ---- */

/* Counts line ends outside quotes, and quoted cells, of the first n bytes; the delimiter is filled in. */
void logreg__dialect_look(logreg_dialect *dialect, const char *head, size_t n);

/* Do n bytes hold a length such as 5'11", of which the quote is none? */
bool logreg__feet_look(const char *head, size_t n);

/* Does the first line hold every quote twice, the first and the last one too? */
bool logreg__doubled_look(const char *head, size_t n);

/* ---- Layout (layout.c) ---- */

/* Where the line ends that begins at p. */
static inline const char *logreg__line_end(const char *p, const char *end)
{
    while (p < end && *p != '\n' && *p != '\r')
        p++;
    return p;
}

/* EDATA where the file is a table drawn with lines. (drawn.c) */
logreg_status logreg__drawn_check(const char *head, size_t n, const logreg__csv *csv);

/* EDATA where each value has a line of its own below a rule. (records.c) */
logreg_status logreg__records_check(const char *head, size_t n, const logreg__csv *csv);

/* EDATA where it is a matrix as R prints it, or a table in blocks of columns. (printed.c) */
logreg_status logreg__printed_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where it is a listing of Stata's. (listing.c) */
logreg_status logreg__listing_check(const char *head, size_t n, const logreg__csv *csv);

/* EDATA where dashes below the header say how wide columns are. (ruled.c) */
logreg_status logreg__ruled_check(const char *head, size_t n, const logreg__csv *csv);

/* EDATA where each line is a variable, and each column a case. (sideways.c) */
logreg_status logreg__sideways_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where each value has its name in front: age=39 y=1. (pairs.c) */
logreg_status logreg__pairs_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where no delimiter that is looked for splits the first lines, but something else does. Cut: head is not the whole file. */
logreg_status logreg__layout_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where the delimiter stands in pairs alone: a header would tell the empty columns between them from others, but there is
 * none. (others.c) */
logreg_status logreg__doubled_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where no known delimiter splits the lines, but each has as many of another sign. (others.c) */
logreg_status logreg__others_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where cells stand below each other, blanks alone between columns, and all columns but the first have names. (aligned.c) */
logreg_status logreg__aligned_check(const char *head, size_t n, bool cut, const logreg__csv *csv);

/* EDATA where another sign alone stands between the names of the header, which are in quotes. (others.c) */
logreg_status logreg__between_quotes_check(const char *head, size_t n, const logreg__csv *csv);

#endif
