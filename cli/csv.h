/* Writing CSV (RFC 4180, commas, LF), one row at a time. */
#ifndef CLI_CSV_H
#define CLI_CSV_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <logreg/data.h>

typedef struct {
    FILE *file;
    bool terminal; /* what is written ends up on a terminal, which must not obey it */
    bool begun;    /* the row has a cell */
} cli_csv;

/* A writer to a file, from one thread. */
cli_csv cli_csv_to(FILE *file);

/* A cell of text, quoted where it must be; NULL, a missing value, is empty. */
void cli_csv_text(cli_csv *csv, const char *text);

/* A cell with the shortest text that reads back as the same double; NaN, a missing value, is empty. */
void cli_csv_number(cli_csv *csv, double value);

/* A cell with a whole number. */
void cli_csv_integer(cli_csv *csv, uint64_t value);

/* A cell of a frame. */
void cli_csv_cell(cli_csv *csv, const logreg_frame *frame, size_t row, size_t j);

/* The same, as it stands in the file, if that was read so that its cells are kept. */
void cli_csv_cell_as_read(cli_csv *csv, const logreg_frame *frame, size_t row, size_t j);

/* Ends the row; false once writing has failed, so that a long loop can stop. */
bool cli_csv_end(cli_csv *csv);

#endif
