/* What stands in for the missing cells of a column: chosen by rules, learned from the rows used, kept with the terms. */
#ifndef LOGREG_DESIGN_FILL_H
#define LOGREG_DESIGN_FILL_H

#include "data/filled.h"
#include "data/typical.h"

typedef enum {
    LOGREG__FILL_MEAN,
    LOGREG__FILL_MEDIAN,
    LOGREG__FILL_MOST_FREQUENT,
    LOGREG__FILL_CONSTANT,
    LOGREG__FILL_LEVEL, /* a level of their own */
    LOGREG__FILLS
} logreg__fill_how;

extern const char *const logreg__fill_words[LOGREG__FILLS];

/* The level that missing cells of a category are, if they are one of their own. */
#define LOGREG__MISSING_LEVEL "(missing)"

typedef struct {
    char *column;
    logreg__fill_how how;
    logreg_column_kind kind;
    double number;    /* of a column of numbers */
    char *label;      /* of a category; NULL: no row of the fit has that level, and missing cells stay so */
    size_t n_missing; /* cells of the rows used that it stands in for */
    bool indicated;   /* the formula has the column's indicator */
} logreg__fill;

/* Rules as options have them: HOW for all columns that it suits, or COL=HOW; HOW is a word, or constant:VALUE. */
typedef struct {
    const char *const *rule;
    size_t n;
} logreg__fill_rules;

/* A fill for each of n columns of the frame that a rule is for, with kind and how, and for a constant the value. categorical: flags of
 * columns, [columns], that the formula takes for categories whatever they hold. EINVAL: a rule that is none, or does not suit its
 * column, or whose column is none of these. ENOMEM. *fill has room for n and belongs to the caller, also on failure. */
logreg_status logreg__fills_choose(logreg__fill *fill, size_t *n_fills, logreg__fill_rules rules,
                                   const logreg_frame *frame, const size_t *column, size_t n,
                                   const bool *categorical, logreg_error *err);

/* That of a column; NULL: there is none. */
logreg__fill *logreg__fill_of(logreg__fill *fill, size_t n, const char *column);

/* Learns what stands in from the rows. empty: room for n columns of the frame, where those go that have no value in these rows to learn
 * from, and how many. ENOMEM. */
logreg_status logreg__fills_learn(logreg__fill *fill, size_t n, const logreg_frame *frame,
                                  const logreg__rows *rows, const logreg__counting *counting, int threads,
                                  size_t *empty, size_t *n_empty, logreg_error *err);

/* Fills the cells, and writes the indicators that are wanted. Columns that the frame lacks are passed over. ENOMEM. */
logreg_status logreg__fills_put(logreg__filled *filled, const logreg__fill *fill, size_t n, int threads,
                                logreg_error *err);

/* Where there are fills, a frame with them takes the place of *frame, which it borrows; *filled is to be freed. Else all stays. Columns that
 * the frame lacks are passed over. EDATA: the frame has a column that is called as an indicator. ENOMEM. */
logreg_status logreg__fills_apply(logreg__filled **filled, const logreg_frame **frame,
                                  const logreg__fill *fill, size_t n, logreg_error *err);

void logreg__fills_free(logreg__fill *fill, size_t n);

#endif
