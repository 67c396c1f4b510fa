/* A formula cut into tokens. */
#ifndef LOGREG_FORMULA_TOKEN_H
#define LOGREG_FORMULA_TOKEN_H

#include <logreg/base.h>

#include "base/text.h"

typedef enum {
    LOGREG__TOKEN_END,
    LOGREG__TOKEN_NAME, /* age, `blood type`; is_missing(age), of which that is the whole name */
    LOGREG__TOKEN_CALL, /* an unquoted name that a '(' follows; the '(' is the next token */
    LOGREG__TOKEN_DOT,
    LOGREG__TOKEN_NUMBER, /* 2, .5, 1e-3 */
    LOGREG__TOKEN_STRING, /* "male", 'male'; a backslash before a quote or another takes it as it is */
    LOGREG__TOKEN_SIGN    /* anything else: one character, or one of ** %in% == != <= >= && || */
} logreg__token_kind;

typedef struct {
    logreg__token_kind kind;
    const char *text; /* as written, in the formula */
    size_t length;    /* bytes */
    size_t at;        /* place of its first character in the formula, from 1 */
} logreg__token;

typedef struct {
    const char *what; /* what messages call the text: "formula" */
    const char *next;
    size_t at;  /* place of *next */
    char *name; /* room for the whole text: receives the last NAME or CALL without its backticks, or STRING */
} logreg__reader;

/* Reads the next token. EFORMULA: bytes that are not UTF-8, a backtick or quote that nothing closes, an empty name, a
 * name that begins with a digit. */
logreg_status logreg__token_next(logreg__token *token, logreg__reader *reader, logreg_error *err);

/* Whether the token is this sign. */
bool logreg__token_is(const logreg__token *token, const char *sign);

/* Whether a name may stand in a formula without backticks: letters of any script, digits, dots and underscores, not
 * beginning with a digit, nor with a dot before a digit. */
bool logreg__name_is_plain(const char *name);

/* Adds a name as a formula has it: in backticks where need be, a backtick inside doubled; is_missing(`blood type`) so. */
void logreg__name_quote(logreg__text *text, const char *name);

/* Adds a text in double quotes, as it reads back. */
void logreg__string_quote(logreg__text *text, const char *string);

#endif
