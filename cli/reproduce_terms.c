/* Expressions and terms of formulas in another language. */
#include "reproduce.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool begins_name(char c)
{
    return isalpha((unsigned char)c) || c == '.' || c == '_' || (unsigned char)c >= 0x80;
}

/* Copies what stands between a quote at *text and the next one that is not doubled, and moves behind it. */
static char *take_quoted(const char **text)
{
    char quote = **text, *name = malloc(strlen(*text)), *to = name;
    const char *c = *text + 1;
    for (; name && *c && (*c != quote || c[1] == quote); c++) {
        c += *c == quote;
        *to++ = *c;
    }
    if (name)
        *to = '\0';
    *text = *c ? c + 1 : c;
    return name;
}

/* The closing parenthesis of the one at text. */
static const char *closing(const char *text)
{
    int depth = 0;
    char quote = '\0';
    for (; *text; text++) {
        if (quote)
            quote = *text == quote ? '\0' : quote;
        else if (strchr("\"'`", *text))
            quote = *text;
        else if (*text == '(')
            depth++;
        else if (*text == ')' && --depth == 0)
            return text;
    }
    return text;
}

static bool take_name(const cli_reproduction *r, const char **text, const cli_language *language)
{
    size_t n = 0;
    while (begins_name((*text)[n]) || isdigit((unsigned char)(*text)[n]))
        n++;
    char *name = strndup(*text, n), *arguments = NULL;
    const char *rest = *text + n;
    bool ok = name;
    if (ok && *rest == '(') {
        const char *end = closing(rest);
        arguments = strndup(rest + 1, (size_t)(end - rest - 1));
        ok = arguments && language->function(r, name, arguments);
        rest = *end ? end + 1 : end;
    } else if (ok) {
        language->name(r, name);
    }
    free(arguments);
    free(name);
    *text = rest;
    return ok;
}

bool cli_reproduce_terms(const cli_reproduction *r, const char *text, const cli_language *language)
{
    bool ok = true;
    while (*text && ok) {
        if (*text == '`') {
            char *name = take_quoted(&text);
            ok = name;
            if (name)
                language->name(r, name);
            free(name);
        } else if (*text == '"' || *text == '\'') {
            char *string = take_quoted(&text);
            ok = string;
            if (string)
                cli_reproduce_text(r->out, string);
            free(string);
        } else if (isdigit((unsigned char)*text)) {
            size_t n = strspn(text, "0123456789.");
            n += text[n] == 'e' ? 1 + (size_t)(text[n + 1] == '-') : 0; /* 1e-5 */
            n += strspn(text + n, "0123456789");
            fwrite(text, 1, n, r->out);
            text += n;
        } else if (begins_name(*text)) {
            ok = take_name(r, &text, language);
        } else if (*text == '^') {
            fputs(language->power, r->out);
            text++;
        } else {
            fputc(*text++, r->out);
        }
    }
    return ok;
}
