/* Cells of a file, and how messages show them (cell.c). */
#ifndef LOGREG_CSV_CELL_H
#define LOGREG_CSV_CELL_H

#include "csv/csv.h"

typedef struct {
    const char *text; /* not closed by NUL */
    size_t n;
    size_t line; /* where it begins, from 1 */
} logreg__cell;

static inline bool logreg__is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Without blanks at its ends. */
static inline logreg__cell logreg__cell_trim(logreg__cell cell)
{
    while (cell.n && logreg__is_blank(cell.text[cell.n - 1]))
        cell.n--;
    while (cell.n && logreg__is_blank(*cell.text)) {
        cell.text++;
        cell.n--;
    }
    return cell;
}

/* The cell at *p of a raw line, quotes about it and all; its line is not told. *p moves to what ends it: a delimiter or line end outside quotes, or the end. */
logreg__cell logreg__cell_raw(const char **p, const char *end, char delimiter);

/* Is the cell one of the tokens that mean missing? A token that is a whole number means that number with zeros behind the decimal
 * mark too: -999 is also -999.00. */
bool logreg__cell_na(const logreg__cell *cell, const logreg_csv_options *options);

/* Does it say NA, which may be a code among codes of two letters? */
static inline bool logreg__cell_says_na(const logreg__cell *cell)
{
    return cell->n == 2 && cell->text[0] == 'N' && cell->text[1] == 'A';
}

/* Is it missing: empty, or one of those tokens? The cell is trimmed. */
static inline bool logreg__cell_missing(const logreg__cell *cell, const logreg__csv *csv)
{
    return !cell->n || (csv->may_be_na[(unsigned char)*cell->text] && logreg__cell_na(cell, &csv->options));
}

/* EDATA with its place if the cell is not UTF-8, or holds NUL. column counts from 0; name may be NULL. */
logreg_status logreg__cell_check(const logreg__cell *cell, size_t column, const char *name,
                                 const logreg__csv *csv);

/* Text for a message: cut at the end of a character to fit into the room, NUL closed. Returns room. */
#define LOGREG__SHOWN 80
char *logreg__show(char room[LOGREG__SHOWN], const char *text, size_t n);

/* Is that what was made of a longer text? */
bool logreg__is_cut(const char *shown);

/* Text as a word on the command line: quoted if need be. */
char *logreg__show_word(char room[LOGREG__SHOWN + 2], const char *text, size_t n);

/* A name for an option that takes a list of columns, to be pasted into a shell: in double quotes where it holds a comma or a quote, and then as a
 * word of the shell. One that is longer then than there is room for is cut as above. Returns room. */
#define LOGREG__COLUMN_WORD 800
char *logreg__show_column(char room[LOGREG__COLUMN_WORD], const char *name);

#endif
