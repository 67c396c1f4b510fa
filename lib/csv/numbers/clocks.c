/* Times of day and lengths of time with colons: 13:05, 4:37 PM, 46:57, 1:02:33. What a:bb is, hours or minutes, only the column tells. */
#include "csv/numbers/forms.h"

#include <stdlib.h>
#include <string.h>

/* The parts of a clock; false: it is none. */
typedef struct {
    size_t parts;
    unsigned first, last; /* of the parts */
    bool fraction;        /* behind the last */
    bool hours;           /* with a word for hours behind */
    bool half;            /* with AM or PM behind */
    bool padded;          /* 01:9, 1:05: a zero before a digit */
} clock_parts;

/* Blanks, those too that are no spaces. */
static const char *skip_blanks(const char *text)
{
    for (;;)
        if (*text == ' ')
            text++;
        else if (strncmp(text, "\xc2\xa0", 2) == 0)
            text += 2;
        else if (strncmp(text, "\xe2\x80\xaf", 3) == 0)
            text += 3;
        else
            return text;
}

/* AM, pm, a.m., p. m.; and behind a time alone a or p. */
static bool is_half(const char *text, bool colon)
{
    const char *letter = skip_blanks(text);
    if (!*letter || !strchr("aApP", *letter))
        return false;
    const char *behind = letter + 1 + (letter[1] == '.');
    behind = skip_blanks(behind);
    if (*behind != 'm' && *behind != 'M')
        return colon && letter == text && !letter[1];
    behind += 1 + (behind[1] == '.');
    return !*behind;
}

/* loose: the last of two parts may have one digit. */
static bool take_apart(clock_parts *c, const char *text, bool loose)
{
    static const char *const hours[] = {"h", " h", " hrs", " Uhr"};
    size_t n = logreg__count_digits(text), digits = n;
    *c = (clock_parts){.parts = 1};
    if (n < 1 || n > 3)
        return false;
    c->first = (unsigned)atoi(text);
    c->padded = n > 1 && *text == '0';
    for (text += n; *text == ':' && c->parts < 3; c->parts++, text += 1 + n) {
        n = logreg__count_digits(text + 1);
        if (n != 2 && !(loose && n == 1 && c->parts == 1))
            return false;
        c->last = (unsigned)atoi(text + 1);
        c->padded = c->padded || (n == 2 && text[1] == '0');
    }
    c->fraction = c->parts > 1 && (*text == '.' || *text == ',') && logreg__count_digits(text + 1);
    if (c->fraction)
        text += 1 + logreg__count_digits(text + 1);
    c->half = digits < 3 && c->first <= 12 && !(c->fraction && c->parts < 3) && is_half(text, c->parts > 1);
    for (size_t k = 0; k < sizeof hours / sizeof *hours; k++)
        c->hours = c->hours || strcmp(text, hours[k]) == 0;
    return c->half || (c->parts > 1 && (!*text || c->hours));
}

bool logreg__is_clock(const char *text)
{
    clock_parts c;
    return take_apart(&c, text, false) && !c.half;
}

bool logreg__is_half_day(const char *text)
{
    clock_parts c;
    return take_apart(&c, text, false) && c.half;
}

void logreg__clocks_add(logreg__clocks *s, const char *text)
{
    clock_parts c;
    if (!take_apart(&c, text, true) || c.half)
        return;
    s->sixty = s->sixty || (c.parts == 2 && c.last >= 60);
    s->timed = s->timed || (c.parts == 2 && (c.padded || c.fraction));
    unsigned *most = c.parts == 2 ? &s->most_two : &s->most_three;
    if (c.parts == 2 && (!s->two || c.first < s->least_two))
        s->least_two = c.first;
    *most = c.first > *most ? c.first : *most;
    s->late = s->late || (c.parts == 2 && (c.first > 24 || (c.first == 24 && c.last)));
    s->two = s->two || c.parts == 2;
    s->three = s->three || c.parts == 3;
    s->seconds = s->seconds || (c.parts == 3 && (c.last || c.fraction));
    s->split = s->split || (c.fraction && c.parts == 2);
    s->hours = s->hours || c.hours;
}

bool logreg__clocks_minutes(const logreg__clocks *s)
{
    if (s->hours || !s->two)
        return false;
    bool apart = s->three && s->seconds && s->most_three < s->least_two;
    return s->split || s->late || apart;
}
