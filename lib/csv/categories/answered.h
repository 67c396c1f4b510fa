/* A category as answers to one question: two of them, in spellings, with remarks behind some, and texts that stand for missing values beside them. */
#ifndef LOGREG_CSV_CATEGORIES_ANSWERED_H
#define LOGREG_CSV_CATEGORIES_ANSWERED_H

#include "base/text.h"
#include "csv/cell.h"
#include "data/frame.h"
#include "data/remark.h"

/* Columns of more levels than these are not looked at, and those of more without remarks. */
enum { LOGREG__ANSWERED = 64, LOGREG__ANSWERED_PLAIN = 16 };

typedef struct {
    const logreg_frame *frame;
    const logreg__column *column;
    const logreg__csv *csv;
    size_t j, n;
    size_t rows[LOGREG__ANSWERED],
        first[LOGREG__ANSWERED];         /* of each level: how many, and which is the first */
    bool gap[LOGREG__ANSWERED], certain; /* stands for a missing value; all that do can mean nothing else */
    bool other[LOGREG__ANSWERED]; /* neither that nor one of the answers: a third one, which stays as it is */
    logreg__remark_kind
        remark[LOGREG__ANSWERED]; /* that is passed over; full stops are none, but not part of an answer */
    const char
        *text[LOGREG__ANSWERED]; /* the answer that a level gives, without its remark: a level, or one of */
    char bare[LOGREG__ANSWERED][LOGREG__SHOWN];
    size_t gaps, others, remarks, gap_rows, values;
    int side[LOGREG__ANSWERED]; /* which of two answers a level gives */
    bool answers;               /* they are known ones, in any spelling */
    bool spelt;                 /* two answers in more levels than two */
} logreg__answered;

/* Looks at category j, of three levels or more. most: which remarks are passed over. False: it has too many levels, or too few. O(rows) and the
 * square of levels. (answered.c) */
bool logreg__answered_take(logreg__answered *s, const logreg_frame *frame, size_t j, logreg__remark_kind most,
                           const logreg__csv *csv);

/* Are they beyond doubt two answers? Single letters alone may be anything: H, M and F. */
bool logreg__answered_plainly(const logreg__answered *s);

/* The command that writes each answer in one way, and each text for missing values if gaps, of which left has what is left; "": it is too
 * long. statements: those of it, owned by the caller, or NULL. False: memory is out. (unite.c) */
bool logreg__answered_unite(char command[LOGREG__COMMAND], char **statements, logreg__answered *left,
                            const logreg__answered *s, bool gaps);

/* The command that does the program, which it frees, to the cells of column j; "": it is too long, or not whole. kept: NULL, or where its statements go, for the caller to
 * free. False: memory is out. */
bool logreg__column_command(char command[LOGREG__COMMAND], char **kept, logreg__text *program, bool whole,
                            size_t j, const logreg__csv *csv);

#endif
