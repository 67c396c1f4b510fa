#include "data/unknown.h"

#include <string.h>

#include "base/error.h"
#include "data/token.h"

#define NAMES_IN_MESSAGE 8

/* A column whose whole name stands in the formula from text on, but needs backticks. */
static const char *unquoted_column(const logreg_frame *frame, const char *text)
{
    for (size_t j = 0; j < logreg_frame_columns(frame); j++) {
        const char *name = logreg_frame_name(frame, j);
        if (strncmp(text, name, strlen(name)) == 0 && !logreg__name_is_plain(name))
            return name;
    }
    return NULL;
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
    const char *quoted = unquoted_column(frame, text);
    if (quoted)
        return logreg__fail(err, LOGREG_EFORMULA, "%s, character %zu: write this name in backticks, `%s`",
                            what, at, quoted);
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
