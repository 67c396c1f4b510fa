#include "formula/unquoted.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "formula/token.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* May an operand begin behind what has been read, which ends at `at`? */
static bool begins_operand(const char *text, const char *at)
{
    while (at > text && is_blank(at[-1]))
        at--;
    return at == text || strchr("(&|!<>=+-*/^", at[-1]);
}

/* May it end here? */
static bool ends_operand(const char *at)
{
    at += strspn(at, " \t");
    return !*at || strchr("=!<>&|+-*/^)", *at);
}

/* The longest name in need of backticks that is the operand which begins here, or NULL. */
static const char *name_at(const logreg_frame *frame, const char *at)
{
    const char *longest = NULL;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const char *name = frame->column[j].name;
        size_t n = strlen(name);
        if (n && strncmp(at, name, n) == 0 && (!longest || n > strlen(longest)) && ends_operand(at + n) &&
            !logreg__name_is_plain(name))
            longest = name;
    }
    return longest;
}

/* Behind the text in quotes that begins here, or the backticks. */
static const char *behind_quotes(const char *at)
{
    const char *end = at + 1;
    while (*end && *end != *at)
        end += *end == '\\' && end[1] && *at != '`' ? 2 : 1;
    return end + (*end != '\0');
}

bool logreg__names_quoted(char **quoted, const logreg_frame *frame, const char *text)
{
    logreg__text out = {0};
    bool any = false;
    logreg__text_add(&out, "");
    for (const char *at = text, *end; *at; at = end) {
        const char *name = !is_blank(*at) && begins_operand(text, at) ? name_at(frame, at) : NULL;
        end = name ? at + strlen(name) : strchr("\"'`", *at) ? behind_quotes(at) : at + 1;
        if (name)
            logreg__name_quote(&out, name);
        else
            logreg__text_add_bytes(&out, at, (size_t)(end - at));
        any = any || name;
    }
    char *taken = logreg__text_take(&out);
    if (!any)
        free(taken);
    *quoted = any ? taken : NULL;
    return taken;
}

logreg_status logreg__condition_parse(logreg__expression **expression, const char *text,
                                      const logreg_frame *frame, logreg_error *err)
{
    char *quoted = NULL;
    logreg_status status =
        logreg__expression_parse(expression, "condition", text, frame, LOGREG__CONDITION, err);
    if (status != LOGREG_EFORMULA)
        return status;
    if (!logreg__names_quoted(&quoted, frame, text))
        return logreg__fail_memory(err);
    if (quoted)
        status = logreg__expression_parse(expression, "condition", quoted, frame, LOGREG__CONDITION, err);
    free(quoted);
    return status;
}
