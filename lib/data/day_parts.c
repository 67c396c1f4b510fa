#include "data/day_parts.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "data/day.h"
#include "data/months.h"

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || c & 0x80;
}

/* A number of up to four digits, or the name of a month in the language. */
static bool read_part(logreg__day_parts *p, const char **at, size_t language)
{
    const char *text = *at;
    size_t k = p->n, digits = strspn(text, "0123456789"), letters = 0;
    while (!digits && is_letter(text[letters]))
        letters++;
    if (digits > 4 || (!digits && (!letters || p->named != SIZE_MAX || language == LOGREG__LANGUAGES)))
        return false;
    p->value[k] = digits ? strtol(text, NULL, 10) : (long)logreg__month(text, letters, language);
    p->width[k] = digits;
    p->named = digits ? p->named : k;
    p->n++;
    *at = text + digits + letters;
    return digits || p->value[k];
}

/* What parts two of them: one mark between numbers, the same again; any or none beside a name. */
static bool read_mark(logreg__day_parts *p, const char **at)
{
    const char *text = *at;
    size_t n = strspn(text, "-./, ");
    bool name = p->named != SIZE_MAX || is_letter(text[n]);
    if (!name && (n != 1 || *text == ' ' || *text == ',' || (p->mark && p->mark != *text)))
        return false;
    p->mark = name ? '\0' : *text;
    *at = text + n;
    return is_letter(text[n]) || isdigit((unsigned char)text[n]);
}

/* Hours and minutes, seconds, AM or PM; a zone may be behind. */
static void read_time(logreg__day_parts *p, const char *text)
{
    long hour, minute, second = 0;
    char *end;
    text += strspn(text, " ,T");
    if (!isdigit((unsigned char)*text))
        return;
    hour = strtol(text, &end, 10);
    if (*end != ':' || !isdigit((unsigned char)end[1]))
        return;
    minute = strtol(end + 1, &end, 10);
    if (*end == ':' && isdigit((unsigned char)end[1])) {
        second = strtol(end + 1, &end, 10);
        end += *end == '.' ? 1 + strspn(end + 1, "0123456789") : 0;
    }
    text = end + strspn(end, " ");
    size_t half = strncasecmp(text, "am", 2) == 0 || strncasecmp(text, "pm", 2) == 0       ? 2
                  : strncasecmp(text, "a.m.", 4) == 0 || strncasecmp(text, "p.m.", 4) == 0 ? 4
                                                                                           : 0;
    bool noon = half && (*text | 0x20) == 'p';
    p->timed = hour <= 24 && minute < 60 && second < 62 && (!half || (hour && hour <= 12));
    p->half = half;
    p->zone = text + half + strspn(text + half, " ");
    p->late = (half ? hour % 12 + 12 * noon : hour) || minute || second;
}

bool logreg__day_parts_read(logreg__day_parts *p, bool *dropped, const char *text, size_t language)
{
    *p = (logreg__day_parts){.named = SIZE_MAX};
    *dropped = false;
    if (!read_part(p, &text, language) || !read_mark(p, &text) || !read_part(p, &text, language))
        return false;
    if (!*text)
        return p->mark != '.' && (p->width[0] == 4) != (p->width[1] == 4);
    if (!read_mark(p, &text) || !read_part(p, &text, language) || p->named == 2)
        return false;
    if (!*text)
        return true;
    if (!strchr(" T,", *text) || logreg__is_date(text + 1))
        return false;
    read_time(p, text);
    *dropped = !p->timed;
    return true;
}
