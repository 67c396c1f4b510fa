#include "data/remark.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

/* Bytes of a mark of several bytes at text: a dagger, a section sign, a degree sign, a dot or figure above the line, an ellipsis; 0: none. */
static size_t long_mark(const char *text)
{
    static const char *const marks[] = {"\xe2\x80\xa0", "\xe2\x80\xa1", "\xc2\xa7", "\xc2\xb0",    "\xc2\xb9",
                                        "\xc2\xb2",     "\xc2\xb3",     "\xc2\xb7", "\xe2\x80\xa6"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

/* A hyphen or a longer dash at text; 0: none. */
static size_t dash(const char *text)
{
    bool longer = strncmp(text, "\xe2\x80\x93", 3) == 0 || strncmp(text, "\xe2\x80\x94", 3) == 0;
    return longer ? 3 : *text == '-';
}

/* Does it hold letters or figures? */
static bool has_words(const char *text)
{
    while (*text) {
        size_t mark = long_mark(text), line = dash(text);
        if (isalnum((unsigned char)*text) || ((unsigned char)*text >= 0x80 && !mark && !line))
            return true;
        text += mark ? mark : line ? line : 1;
    }
    return false;
}

/* Signs up to the end, in which full stops alone are abbreviations. */
static bool is_signs(bool *stops, const char *text)
{
    *stops = true;
    while (*text) {
        size_t mark = long_mark(text);
        if (!mark && !strchr("?*!.#^~ ", *text))
            return false;
        *stops = *stops && *text == '.';
        text += mark ? mark : 1;
    }
    return true;
}

logreg__remark_kind logreg__remark_of(size_t *answer, const char *text)
{
    size_t end = 0; /* of the answer so far, without blanks behind it */
    for (size_t i = 0; text[i]; i++) {
        bool stops, blank = text[i] == ' ';
        if (blank)
            continue;
        size_t line = dash(text + i);
        bool parted = line && (i > end || text[i + line] == ' ') && text[i + line],
             opened = strchr("([{", text[i]) || (strchr(",;:", text[i]) && text[i + 1]);
        *answer = end;
        if (end && (parted || opened))
            return has_words(text + i) ? LOGREG__REMARK_WORDS : LOGREG__SIGNS;
        if (end && is_signs(&stops, text + i))
            return stops ? LOGREG__STOPPED : LOGREG__SIGNS;
        end = i + 1;
    }
    *answer = end;
    return LOGREG__NO_REMARK;
}
