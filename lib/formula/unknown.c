#include "formula/unknown.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "formula/condition.h"

#define NAMES_IN_MESSAGE 8

/* The column of the longest name that stands whole in the formula from text on, but needs backticks. */
static const char *unquoted_column(const logreg_frame *frame, const char *text)
{
    const char *longest = NULL;
    for (size_t j = 0; j < logreg_frame_columns(frame); j++) {
        const char *name = logreg_frame_name(frame, j);
        size_t n = strlen(name);
        if (n && strncmp(text, name, n) == 0 && !logreg__name_is_plain(name) &&
            (!longest || n > strlen(longest)))
            longest = name;
    }
    return longest;
}

logreg_status logreg__in_backticks(const char *what, size_t at, const char *text, const logreg_frame *frame,
                                   logreg_error *err)
{
    const char *name = frame ? unquoted_column(frame, text) : NULL;
    return name ? logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: write this name in backticks, `%s`",
                               what, at, name)
                : LOGREG_OK;
}

/* A column that goes on with a backtick where this name ends in a backslash, as R has a backtick within a name. */
static const char *escaped_column(const logreg_frame *frame, const char *name)
{
    size_t n = strlen(name);
    for (size_t j = 0; n > 1 && name[n - 1] == '\\' && j < logreg_frame_columns(frame); j++) {
        const char *column = logreg_frame_name(frame, j);
        if (strncmp(column, name, n - 1) == 0 &&
            (column[n - 1] == '`' || (column[n - 1] == '\\' && column[n] == '`')))
            return column;
    }
    return NULL;
}

static logreg_status tell_doubled(const char *what, size_t at, const char *column, logreg_error *err)
{
    logreg__text quoted = {0};
    logreg__name_quote(&quoted, column);
    if (quoted.failed || !quoted.start)
        logreg__fail_memory(err);
    else
        logreg__fail(err, LOGREG_EFORMULA,
                     "%s, character %zu: within backticks a backtick is doubled: write this name %s", what,
                     at, quoted.start);
    logreg_status status = quoted.failed || !quoted.start ? LOGREG_ENOMEM : LOGREG_EFORMULA;
    free(quoted.start);
    return status;
}

/* Writes "a, b, c, .." into text: the frame's columns, or the first of them. */
static void list_columns(char *text, size_t size, const logreg_frame *frame)
{
    size_t n = logreg_frame_columns(frame);
    *text = '\0';
    for (size_t j = 0; j < n && j <= NAMES_IN_MESSAGE; j++) {
        size_t used = strlen(text);
        const char *name = j < NAMES_IN_MESSAGE ? logreg_frame_name(frame, j) : "..";
        snprintf(text + used, size - used, "%s%.40s", j ? ", " : "", name);
    }
}

logreg_status logreg__unknown_column(const char *what, size_t at, const char *text, const char *name,
                                     const logreg_frame *frame, logreg_error *err)
{
    if (strncmp(name, "is_missing(", 11) == 0)
        return logreg__fail(
            err, LOGREG_EFORMULA,
            "%s, character %zu: there is no %.80s, which tells where a column is missing that is "
            "imputed: it needs --impute, and a column that misses something",
            what, at, name);
    logreg_status quoted = logreg__in_backticks(what, at, text, frame, err);
    if (quoted != LOGREG_OK)
        return quoted;
    const char *escaped = escaped_column(frame, name);
    if (escaped)
        return tell_doubled(what, at, escaped, err);
    const char *near = logreg_frame_nearest(frame, name);
    if (near)
        return logreg__fail(err, LOGREG_EFORMULA,
                            "%s, character %zu: no column is called '%.80s'; did you mean '%s'?", what, at,
                            name, near);
    char columns[400];
    list_columns(columns, sizeof columns, frame);
    return logreg__fail(err, LOGREG_EFORMULA,
                        "%s, character %zu: no column is called '%.80s'; the columns are %s", what, at, name,
                        columns);
}

logreg_status logreg__condition_no_term(const logreg__tokens *tokens)
{
    const logreg__token *t = &tokens->token;
    if (!logreg__condition_sign(tokens) && !logreg__token_is(t, "="))
        return LOGREG_OK;
    return logreg__fail(
        tokens->err, LOGREG_EFORMULA,
        "%s, character %zu: '%.*s' asks a condition, which is a term within I( ) alone, as in "
        "I(age > 65)",
        tokens->reader.what, t->at, (int)t->length, t->text);
}

const char *logreg__function_advice(const char *name)
{
    static const struct {
        const char *name, *advice;
    } table[] = {
        {"as.numeric", "a column of numbers stands by its name alone"},
        {"as.integer", "a column of numbers stands by its name alone"},
        {"as.character", "for a column of numbers as a category write C(name)"},
        {"interaction", "write a*b, which is the same model"},
        {"cut", "for a curve write bs(a, df = 5); for groups, add a column of them to the data"},
        {"cut2", "for a curve write bs(a, df = 5); for groups, add a column of them to the data"},
        {"s", "for a smooth curve write ns(a, df = 4)"},
        {"te", "for a smooth surface write ns(a, df = 3) * ns(b, df = 3)"},
        {"rcs", "for a natural cubic spline write ns(a, df = 4)"},
        {"lo", "for a smooth curve write ns(a, df = 4)"},
        {"mean", "to centre a column write scale(a, scale = FALSE)"},
        {"sd", "to centre and scale a column write scale(a)"},
        {"cbind", "events stand before '~', and --trials names the column of trials"},
        {"strata", "a group's own intercept is C(group) in the formula"},
        {"is.na", "write I(is.na(a)); with --impute is_missing(a)"},
        {"ifelse", "add a column of its values to the data"},
        {"pmin", "add a column of its values to the data"},
        {"pmax", "add a column of its values to the data"},
        {"rank", "add a column of its values to the data"},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].name, name) == 0)
            return table[i].advice;
    return NULL;
}
