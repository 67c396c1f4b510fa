/* What commands do to cells: statements of perl (rewrite.c). */
#ifndef LOGREG_CSV_MENDING_REWRITE_H
#define LOGREG_CSV_MENDING_REWRITE_H

#include "base/text.h"
#include "data/frame.h"
#include "data/several.h"
#include "data/twofold.h"

/* Adds to a program what writes `to` in a cell that is one of the texts that are marked: s/^["\s]*(?:n|NO)["\s]*?(?=\r?$)/No/. False: texts
 * are too long, or hold control characters. */
bool logreg__cell_rewrite(logreg__text *program, char *const *text, const bool *mark, size_t n,
                          const char *to, char delimiter);

/* Adds what writes `to` in a cell that begins with one of the texts that are marked, and goes on with no letter: s/^["\s]*Yes\W.*?(?=\r?$)/Yes/. False as above. */
bool logreg__cell_cut(logreg__text *program, const char *const *text, const bool *mark, size_t n,
                      const char *to, char delimiter);

/* Adds to statements what does the program to one cell, from 0. */
void logreg__cell_statements(logreg__text *statements, const char *program, size_t field);

/* Adds to statements what writes the few numbers of a column in the unit of the others. decimal: the mark in the file. */
void logreg__twofold_statements(logreg__text *statements, const logreg__twofold *twofold, size_t field,
                                char decimal);

/* Adds to rows what writes a 1 or a 0 for each of several answers in place of the cell of column j, and to header what writes a name for each in
 * place of the column's. Where nothing stands, 0 for each, as if none had been ticked, unless other cells are lists of none. False: texts hold
 * what cannot be written so. */
bool logreg__several_statements(logreg__text *rows, logreg__text *header, const logreg__several *several,
                                const logreg_frame *frame, size_t j);

/* The command that does so to one column: the caller's; NULL: there is none. False: memory is out. */
bool logreg__several_command(char **command, const logreg__several *several, const logreg_frame *frame,
                             size_t j);

#endif
