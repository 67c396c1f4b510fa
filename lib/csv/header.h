/* The first row: names of columns. */
#ifndef LOGREG_CSV_HEADER_H
#define LOGREG_CSV_HEADER_H

#include "csv/split.h"

/* ---- Header (header.c) ---- */

/* The names that a row of n cells holds, or V1, V2, .. where the options say that there is no header. One array of
 * strings, each owned; "" for those that are empty. EDATA for names that are alike, not UTF-8, or all numbers; ENOMEM. */
logreg_status logreg__header_names(char ***names, const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* EDATA for names that are not empty, but of which a reader sees nothing, or that look alike to one; ENOMEM.
 * (names.c) */
logreg_status logreg__names_check(char **names, const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* The ways out where the first row looks like data. */
#define LOGREG__NO_HEADER "if the file has no header, use --no-header; if these are its names, --header"

/* EDATA where names are values of their own columns, as where the file has no header. (headless.c) */
logreg_status logreg__headless_check(const logreg_frame *frame, const logreg__csv *csv);

/* The sentence on a column that an option names and that is not among n names: the nearest, or those that there are. EDATA. */
logreg_status logreg__fail_column(const logreg__csv *csv, const char *option, const char *name,
                                  char *const *names, size_t n);

void logreg__names_free(char **names, size_t n);

/* What only the whole table tells of its header: takes columns out that have neither a name nor values. EDATA for one with
 * values, and if the header looks like a row of data: a name that is a number, and one that its column holds too. */
logreg_status logreg__header_check(logreg_frame *frame, const logreg__csv *csv);

/* ---- Columns without a name (nameless.c) ---- */

/* EDATA where so many cells of the header are empty that it stands further down, or what is above the table tells so. */
logreg_status logreg__nameless_check(const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* How many of the n cells of a header name what most rows have: empty ones at its end, which the rows lack, do not count. */
size_t logreg__nameless_end(const logreg__cell *cell, size_t n, const logreg__csv *csv);

/* How many cells of a row below such a header count: empty ones that stand below these names do not. */
size_t logreg__nameless_left(const logreg__row *row, size_t width, size_t unnamed);

/* EDATA where the last columns have no name and hold something in few rows. */
logreg_status logreg__nameless_side(const logreg_frame *frame, const logreg__csv *csv);

/* Calls the first column row where it has no name and counts the rows, from 0 or 1 on, sets it aside, and notes that. False: memory is out. */
bool logreg__nameless_count(logreg_frame *frame, const logreg__csv *csv);

/* Takes out the columns whose name is empty. EDATA for one that holds values. */
logreg_status logreg__nameless_drop(logreg_frame *frame, const logreg__csv *csv);

#endif
