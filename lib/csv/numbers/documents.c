/* Numbers of documents and persons: 73.287.591, 732 829 320. Marks part their thousands as those of amounts, but all are different, have as many digits,
 * and are hardly ever round. Of seven digits they may as well be amounts in millions. */
#include "csv/numbers/forms.h"

#include <ctype.h>

enum { LOOKED_AT = 1000, FEWEST = 20, DIGITS = 8, SHARE = 10 };

/* Have the digits stood there before? By a set of bits that some of a thousand share. */
static bool again(logreg__documents *d, const char *digits, size_t n)
{
    enum { BITS = 64 * (sizeof d->seen / sizeof *d->seen) };
    uint64_t hash = 0;
    for (size_t k = 0; k < n; k++)
        hash = 10 * hash + (uint64_t)(digits[k] - '0');
    size_t bit = (size_t)(hash * 0x9e3779b97f4a7c15u >> 32) % BITS;
    bool was = d->seen[bit / 64] >> bit % 64 & 1;
    d->seen[bit / 64] |= UINT64_C(1) << bit % 64;
    return was;
}

void logreg__documents_add(logreg__documents *d, const char *text, size_t cells)
{
    char digits[24];
    size_t n = 0;
    d->cells += cells;
    if (d->looked_at >= LOOKED_AT)
        return;
    for (; *text && n < sizeof digits; text++)
        if (*text >= '0' && *text <= '9')
            digits[n++] = *text;
    d->looked_at += cells;
    d->uneven = d->uneven || n < DIGITS || n == sizeof digits || (d->width && n != d->width);
    d->width = n;
    if (d->uneven)
        return;
    d->repeats += cells - !again(d, digits, n);
    d->round += digits[n - 1] == '0' && digits[n - 2] == '0' ? cells : 0;
}

bool logreg__census_documents(const logreg__census *s)
{
    const logreg__documents *d = &s->documents;
    const logreg__outfit *o = &s->outfit;
    unsigned marks = 1U << LOGREG__GROUP_POINT | 1U << LOGREG__GROUP_BLANK | 1U << LOGREG__GROUP_NBSP |
                     1U << LOGREG__GROUP_NARROW | 1U << LOGREG__GROUP_THIN;
    bool bare =
        o->groups && !(o->groups & ~marks) && !o->traits && !o->units && !o->plain && !o->point && !o->comma;
    return bare && !d->uneven && d->cells >= FEWEST && d->cells == o->cells &&
           SHARE * d->repeats < d->looked_at && SHARE * d->round < d->looked_at;
}

/* ---- Letters before some of them: C.A. 3413, PC 17066, A/5. 21762 ---- */

/* The letters and marks before the digits at the end, which are three or more; 0: it is none of these. */
static size_t prefix_of(const char *text)
{
    size_t n = strlen(text), digits = 0;
    while (digits < n && isdigit((unsigned char)text[n - digits - 1]))
        digits++;
    return isalpha((unsigned char)*text) && digits >= 3 ? n - digits : 0;
}

bool logreg__census_tickets(const logreg__census *s)
{
    enum { SHORTEST = 4, LONGEST = 7, MOST = 5 };
    const logreg__outfit *o = &s->outfit;
    size_t texts = s->cells[LOGREG__FORM_TEXT], numbers = s->cells[LOGREG__FORM_NUMBER], prefixed = 0,
           known = 0, levels = s->levels[LOGREG__FORM_TEXT] + s->levels[LOGREG__FORM_NUMBER];
    bool two = false;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        size_t n = prefix_of(s->text[k].text);
        known += s->text[k].cells;
        prefixed += n ? s->text[k].cells : 0;
        two = two || (n && (n != prefix_of(s->text->text) || memcmp(s->text[k].text, s->text->text, n) != 0));
    }
    bool long_enough = o->longest_whole >= SHORTEST && o->longest_whole <= LONGEST;
    return two && long_enough && !s->fractions && MOST * prefixed >= (MOST - 1) * known &&
           numbers >= FEWEST && 2 * levels > texts + numbers;
}
