/* Text in, rows of cells out, by libcsv (split.c, lines.c). */
#ifndef LOGREG_CSV_SPLIT_H
#define LOGREG_CSV_SPLIT_H

#include "csv/cell.h"

/* A row, of n = 0 cells for a blank line. */
typedef struct {
    const logreg__cell *cell;
    size_t n;
    size_t line;
    const char
        *text; /* as it stands in the file, line end included; NULL where broken rows end the reading */
    size_t length;
} logreg__row;

/* The line in which a row of cells ends. */
static inline size_t logreg__row_end(const logreg__row *row)
{
    const logreg__cell *last = &row->cell[row->n - 1];
    size_t line = last->line;
    for (size_t i = 0; i < last->n; i++)
        line += last->text[i] == '\n';
    return line;
}

/* Takes a row, which lives until the return. False: stop. */
typedef bool logreg__row_taker(void *taker, const logreg__row *row);

typedef enum {
    LOGREG__SPLIT_ALL,     /* to the end of the file */
    LOGREG__SPLIT_STOPPED, /* by the taker */
    LOGREG__SPLIT_NO_MEMORY,
    LOGREG__SPLIT_UNREADABLE,  /* reading failed, errno tells why */
    LOGREG__SPLIT_QUOTE,       /* a quote in a field that is not quoted */
    LOGREG__SPLIT_BLANK_QUOTE, /* a quote behind blanks */
    LOGREG__SPLIT_BACKSLASH,   /* text behind a quote that a backslash stands before */
    LOGREG__SPLIT_AFTER_QUOTE, /* text behind a closing quote */
    LOGREG__SPLIT_UNCLOSED,    /* a quote that is still open at the end */
    LOGREG__SPLIT_TOO_LONG,    /* a field beyond LOGREG__FIELD_LIMIT */
    LOGREG__SPLIT_TOO_WIDE     /* a row beyond the limits of a row */
} logreg__split_end;

/* Where the splitting stood when it ended: line and column (field number) from 1. */
typedef struct {
    logreg__split_end end;
    size_t line, column;
} logreg__split_result;

#define LOGREG__FIELD_LIMIT ((size_t)16 << 20)
#define LOGREG__ROW_LIMIT ((size_t)256 << 20)
#define LOGREG__CELL_LIMIT ((size_t)4 << 20)

/* Takes a line that begins a row whose quotes are broken. False: stop. */
typedef bool logreg__row_refuser(void *taker, const logreg__row *row, const logreg__split_result *why);

/* For whom rows are split, and how. */
typedef struct {
    size_t line; /* that the first bytes stand in */
    char delimiter;
    logreg__row_taker *take;
    logreg__row_refuser *refuse; /* goes on behind a broken line; NULL: such a line ends the splitting */
    void *taker;
} logreg__splitting;

/* Text is split as it comes. */
typedef struct logreg__splitter logreg__splitter;

/* NULL: memory is out. */
logreg__splitter *logreg__splitter_new(const logreg__splitting *splitting);

/* Takes bytes, up to where a row ends or else all n; how many. */
size_t logreg__splitter_take(logreg__splitter *splitter, const char *bytes, size_t n);

/* Does the next byte begin a row? */
bool logreg__splitter_between(const logreg__splitter *splitter);

/* Between rows: the next ones, a line each, have been read in another way. */
void logreg__splitter_pass(logreg__splitter *splitter, size_t rows);

/* The line of the next byte that begins a row. */
size_t logreg__splitter_line(const logreg__splitter *splitter);

/* There are no more bytes. */
void logreg__splitter_finish(logreg__splitter *splitter);

/* Where it stands: SPLIT_ALL as long as nothing has ended it. */
logreg__split_result logreg__splitter_result(const logreg__splitter *splitter);

void logreg__splitter_free(logreg__splitter *splitter);

#endif
