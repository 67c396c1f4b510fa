/* A formula being read: what the files of its parser share. */
#ifndef LOGREG_FORMULA_PARSER_H
#define LOGREG_FORMULA_PARSER_H

#include "formula/parse.h"

typedef struct {
    logreg__tokens in;
    bool *hidden;
    logreg__parsed *parsed;
    size_t *place;   /* [2 columns] factor of the column, and of C(column); SIZE_MAX: not yet one */
    bool taken_away; /* under an odd number of minus signs, where 1 and 0 change their roles */
    size_t minuses;  /* that this stands behind: what is named there will not be part of the model */
    size_t depth;
    logreg__text offset; /* (a) + (b), what is in each offset() */
} logreg__parser;

/* What a part of the formula means. */
typedef struct {
    logreg__products list;
    size_t number_at; /* where a 0 or 1 stands in it, while there is nothing else; 0: none */
    size_t offset_at; /* where an offset() does */
} logreg__part;

/* Reads operands joined by operators that bind at least so tightly; 1: all. + and - may also stand first: they then act on
 * nothing. */
logreg_status logreg__parse_terms(logreg__part *out, logreg__parser *p, int binding);

/* Adds the column's factor, or that of C(column). */
logreg_status logreg__parse_column(logreg__part *out, logreg__parser *p, size_t column, bool categorical);

/* Reads a call: the token is a function's name. */
logreg_status logreg__parse_call(logreg__part *out, logreg__parser *p);

/* Whether a token is an operator of formulas. */
bool logreg__formula_operator(const logreg__token *token);

/* ---- Complaints: each returns EFORMULA with a sentence about the token ---- */

/* It cannot stand where a column is wanted. */
logreg_status logreg__no_operand(const logreg__parser *p);

/* It cannot follow what was read. open_at: where the innermost open parenthesis stands; 0: none. */
logreg_status logreg__no_continuation(const logreg__parser *p, size_t open_at);

/* It is a function that there is not. */
logreg_status logreg__no_function(const logreg__parser *p);

/* It cannot stand for the response, or follow it. */
logreg_status logreg__no_response(const logreg__parser *p);

/* The response stands at this place on the right. */
logreg_status logreg__explains_itself(const logreg__parser *p, size_t at);

#endif
