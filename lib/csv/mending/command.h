/* Commands that mend a file, and what advice says beside them. */
#ifndef LOGREG_CSV_MENDING_COMMAND_H
#define LOGREG_CSV_MENDING_COMMAND_H

#include "csv/split.h"

/* ---- Commands (command.c) ---- */

/* "sed 2d FILE" for the format "sed 2d": a command that prints the file mended. Returns room. */
__attribute__((format(printf, 3, 4))) const char *
logreg__command(char room[LOGREG__COMMAND], const logreg__csv *csv, const char *format, ...);

/* For logreg__command: takes the quotes off lines that one pair of them encloses, but for delimiters at the end, and halves those within; a header of
 * cells in quotes stays. */
#define LOGREG__UNWRAP                                                                                       \
    "sed -E '/^\"([^\"]|\"\")*\"[,;\\t]*\\r?$/{s/^\"//;s/\"([,;\\t]*\\r?)$/\\1/;s/\"\"/\"/g;}'"

/* The delimiter as part of a set in a regular expression. Returns room, or a constant. */
const char *logreg__delimiter_in_set(char room[3], const logreg__csv *csv);

/* The delimiter as a regular expression. Returns room. */
const char *logreg__delimiter_pattern(char room[8], const logreg__csv *csv);

enum { LOGREG__NA_VALUES = 960 };

/* The list for --na-values that adds n tokens, each to the column of which it is one: what other columns have is theirs. all: to those in force, which
 * it would replace where a token is of no one column, NULL. Where there are more than these, or they have no room, words with the first of them.
 * Returns room. */
const char *logreg__na_values(char room[LOGREG__NA_VALUES], const logreg__csv *csv, bool all,
                              const char *const *token, const char *const *column, size_t n, bool more);

/* The tokens in force as a list for --na-values, not quoted for the shell, but for one of them, which may be NULL: the caller's. NULL: memory is out. */
char *logreg__na_list(const logreg__csv *csv, const char *but);

/* Token i of those in force, those of single columns behind the default ones, borrowed; NULL past the last. */
const char *logreg__na_in_force(const logreg__csv *csv, size_t i);

/* ---- Cells (cells_command.c) ---- */

/* What is done to the cells of rows: statements of perl on @F, cells from 0 as they stand in the file, quotes and all. */
typedef struct {
    const char *flags;  /* for perl, a blank behind; NULL: none */
    const char *header; /* for the row of the header; NULL: none */
    const char *rows;   /* for rows of data; NULL: none */
    size_t least;       /* rows of fewer cells, as blank lines are, stay as they are */
} logreg__cells;

/* The command, with the stages of the plan before it; "": it is too long. Returns room. */
const char *logreg__cells_command(char room[LOGREG__COMMAND], const logreg__cells *what,
                                  const logreg__csv *csv);

/* Keeps it with the frame, for statements to come (logreg__frame_mend). False: memory is out. */
bool logreg__cells_keep(logreg_frame *frame, const logreg__csv *csv);

/* The same alone, without the file's name. */
const char *logreg__cells_piece(char room[LOGREG__COMMAND], const logreg__cells *what,
                                const logreg__csv *csv);

/* The command that gives column j the name that it has among those without. */
const char *logreg__rename_command(char room[LOGREG__COMMAND], size_t j, const logreg__csv *csv);

/* The delimiter in a pattern or a string of perl within quotes of the shell. Returns room. */
const char *logreg__delimiter_perl(char room[8], char delimiter);

enum { LOGREG__PATTERN = 4 * LOGREG__SHOWN + 1 };

/* Text as it stands in a file, its quotes doubled, as a pattern of perl within quotes of the shell. Returns room. */
const char *logreg__cell_pattern(char room[LOGREG__PATTERN], const char *text);

/* ---- Advice (advice.c) ---- */

/* The sentence "WHAT; THE WAY ON" on a row of another length than the header, after so many good rows. EDATA. */
logreg_status logreg__fail_length(const char *what, const logreg__row *row, size_t header, size_t rows,
                                  const char *first_name, const logreg__csv *csv);

/* Do strays that stand in lines first to last, all of them on top, or alone, belong to no row of data: to the header, or at the end? */
bool logreg__stray_rows(size_t first, size_t last, bool on_top, bool alone, const logreg__csv *csv);

#endif
