/* Expressions over the columns of a frame: log(age + 1), age > 18 & sex == "male".
 *
 * An expression is read from tokens into a tree, bound to a frame, and evaluated on blocks of rows. Its text in normal
 * form reads back as the same tree, and so is how a model file holds it.
 *
 *     from loosest to tightest     |  ||      &  &&      !      == != < > <= >=      + -      * /      + - before      ^ **
 *
 * as R has them: ^ goes from right to left, and -a^2 is -(a^2). Functions take one argument. Comparisons and logic
 * give 1 or 0. As in R, what is computed of a missing value is missing, but missing & 0 is 0, and missing | 1 is 1.
 * A category can be compared by == and != with a text or another category, by < and > too where all are dates or times that sort as texts (formula/ordered.h), asked whether it is missing,
 * is.na(sex), and, if all its levels are numbers, compared with numbers, by == and != with a column of them if some are; it can be used in no other way. */
#ifndef LOGREG_FORMULA_EXPRESSION_H
#define LOGREG_FORMULA_EXPRESSION_H

#include <logreg/data.h>

#include "base/text.h"
#include "data/frame.h"
#include "formula/tokens.h"

/* Longer expressions are refused, so that those who walk them need little stack. */
#define LOGREG__EXPRESSION_NODES 1000

typedef enum {
    LOGREG__NODE_NUMBER,
    LOGREG__NODE_STRING,
    LOGREG__NODE_COLUMN,
    LOGREG__NODE_OPERATION
} logreg__node_kind;

struct logreg__operation; /* a row of the table in expression.c */

typedef struct {
    logreg__node_kind kind;
    const struct logreg__operation *operation; /* NULL for the others */
    size_t left,
        right; /* operands of the operation, which stand before it; functions and signs have the left alone */
    double number;
    char *text; /* name of the column, or string; owned */
    size_t at;  /* where it stands in the text that was read */
} logreg__node;

/* Nodes in the order of evaluation; the last is the whole. */
typedef struct {
    size_t n, room;
    logreg__node *node;
} logreg__expression;

/* What an expression may be: for design matrices numbers alone, for filters comparisons, logic and strings too. */
typedef enum { LOGREG__ARITHMETIC, LOGREG__CONDITION } logreg__grammar;

/* Reads an expression as far as it goes: tokens->token is then what follows. EFORMULA, with the place: what cannot be read,
 * an unknown function (with the nearest) or column, no column at all. ENOMEM. */
logreg_status logreg__expression_read(logreg__expression **expression, logreg__tokens *tokens,
                                      logreg__grammar grammar);

/* EFORMULA: the token cannot follow the expression that was read. */
logreg_status logreg__expression_stray(const logreg__tokens *tokens, logreg__grammar grammar);

/* Reads one call of a function, and no operator after it: log(a) of log(a) + b. */
logreg_status logreg__expression_read_call(logreg__expression **expression, logreg__tokens *tokens);

/* Reads a whole text; what follows is EFORMULA too. */
logreg_status logreg__expression_parse(logreg__expression **expression, const char *what, const char *text,
                                       const logreg_frame *frame, logreg__grammar grammar, logreg_error *err);

/* Adds the normal form: blanks about operators but ^ and /, parentheses only where they are needed, as R's deparse. */
void logreg__expression_write(logreg__text *text, const logreg__expression *expression);

/* Is the whole a condition, which is met or not? And does any part ask one? */
bool logreg__expression_is_condition(const logreg__expression *expression);
bool logreg__expression_asks(const logreg__expression *expression);

/* Names of the functions of a grammar, NULL past the last. */
const char *logreg__expression_function(size_t i, logreg__grammar grammar);

void logreg__expression_free(logreg__expression *expression);

/* ---- Values ------------------------------------------------------------------------------------------------ */

/* An expression on a frame; both are borrowed. */
typedef struct {
    const logreg__expression *expression;
    const logreg_frame *frame;
    const logreg__column **column; /* [nodes] of those that are columns, else NULL */
    double *constant; /* [nodes] numbers, and the codes of strings; -1: no level of the category */
    double **level;   /* [nodes] of categories that are compared as numbers: what each level is, else NULL */
    size_t depth;     /* values that wait for others at most */
} logreg__bound;

/* EDATA: a column that is not there, or of a kind that the expression cannot use; a string that is no level of the category
 * it is compared with is no error. ENOMEM. */
logreg_status logreg__bound_new(logreg__bound **bound, const logreg__expression *expression,
                                const logreg_frame *frame, logreg_error *err);

/* Values in `rows` rows of the frame, at most LOGREG__BLOCK_ROWS; NaN: missing, or without meaning (log of -1). work has
 * room for bound->depth * LOGREG__BLOCK_ROWS numbers; value may be work. O(rows nodes). */
void logreg__bound_values(double *value, const logreg__bound *bound, const size_t *place, size_t rows,
                          double *work);

/* The same with derivatives by a column of numbers: exact, by the rules of calculus. work: twice that room. slope may be infinite (the root
 * of 0); it is 0 at the corner of abs and at the steps of floor and ceiling, and of conditions. */
void logreg__bound_slopes(double *value, double *slope, const logreg__bound *bound, const logreg__column *by,
                          const size_t *place, size_t rows, double *work);

/* answer[r]: does row r of the frame meet a condition? False: memory is out. (filter.c) */
enum { LOGREG__NOT_MET, LOGREG__MET, LOGREG__MET_MISSING };
bool logreg__bound_answers(unsigned char *answer, const logreg__bound *bound);

/* keep[r]: 1 if row r of the frame meets a condition, else 0. Missing is not met. *met: how many do. False: memory is out. (filter.c) */
bool logreg__bound_meets(size_t *met, unsigned char *keep, const logreg__bound *bound);

/* Whether a row misses a value of a column that the expression uses. */
bool logreg__bound_missing(const logreg__bound *bound, size_t place);

/* The values in `rows` rows of a node that is no operation. */
void logreg__bound_leaf(double *value, const logreg__bound *bound, size_t node, const size_t *place,
                        size_t rows);

void logreg__bound_free(logreg__bound *bound);

#endif
