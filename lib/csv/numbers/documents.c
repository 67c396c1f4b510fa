/* Numbers of documents and persons: 73.287.591, 732 829 320. Marks part their thousands as those of amounts, but all are different, have as many digits,
 * and are hardly ever round. Of seven digits they may as well be amounts in millions. */
#include "csv/numbers/forms.h"

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
