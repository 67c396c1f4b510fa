/* Numbers as programs print what holds them, and with the fractions of print. */
#include "csv/numbers/forms.h"

#include <ctype.h>

#include "base/number.h"

static bool is_name(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '.';
}

/* Behind what may open: a bracket, a quote within one, a mark of a web page, a name before a bracket, the name of a member; NULL: nothing does. */
static const char *skip_opening(const char *text, bool within)
{
    if (*text == '<') {
        const char *end = isalpha((unsigned char)text[1]) ? strchr(text, '>') : NULL;
        return end ? end + 1 : NULL;
    }
    if (*text && strchr("[{(", *text))
        return text + 1;
    if (within && (*text == '\'' || *text == '"')) {
        size_t n = strcspn(text + 1, "'\"");
        const char *behind = text + 1 + n + (text[1 + n] != '\0');
        behind += strspn(behind, " ");
        bool member = n && (isalpha((unsigned char)text[1]) || strchr("$@_", text[1])) && *behind == ':';
        return member ? behind + 1 : text + 1;
    }
    size_t n = 0;
    while (is_name(text[n]))
        n++;
    return n && isalpha((unsigned char)*text) && text[n] == '(' ? text + n + 1 : NULL;
}

/* Brackets, quotes and commas that close, or the end of a mark of a web page. */
static bool closes(const char *text)
{
    size_t n = strspn(text, "]})'\", ");
    if (n && !text[n])
        return true;
    const char *end = strncmp(text, "</", 2) == 0 ? strchr(text, '>') : NULL;
    return end && (!end[1] || closes(end + 1));
}

bool logreg__is_wrapped(const char *text)
{
    const char *at = text, *behind;
    while ((behind = skip_opening(at, at > text)))
        at = behind + strspn(behind, " ");
    size_t n = strspn(at, "+-.0123456789eE");
    double x;
    bool number = at > text && n && logreg__number_parse(&x, at, n, '.');
    bool minus = at == text + 1 && *text == '(' && strcmp(at + n, ")") == 0;
    return number && !minus && closes(at + n);
}

bool logreg__is_vulgar(const char *text)
{
    size_t n = logreg__count_digits(text);
    const unsigned char *u = (const unsigned char *)text + n + (n && text[n] == ' ');
    bool quarter = u[0] == 0xc2 && u[1] >= 0xbc && u[1] <= 0xbe && !u[2];
    bool third = u[0] == 0xe2 && u[1] == 0x85 && (u[2] == 0x93 || u[2] == 0x94) && !u[3];
    bool eighth = u[0] == 0xe2 && u[1] == 0x85 && u[2] >= 0x9b && u[2] <= 0x9e && !u[3];
    return n < 4 && (quarter || third || eighth);
}
