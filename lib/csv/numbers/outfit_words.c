/* Units of several words that say one measure all the same: private bath, shared baths; M views, K views. */
#include "csv/numbers/outfit.h"

#include "data/answers.h"
#include "data/role.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Where the last word of a unit begins; its length, without an s at its end, goes to n. */
static const char *last_word(size_t *n, const char *unit)
{
    const char *at = unit + strlen(unit);
    while (at > unit && at[-1] != ' ')
        at--;
    *n = strlen(at);
    *n -= *n > 2 && tolower((unsigned char)at[*n - 1]) == 's';
    return at;
}

static bool same_word(const char *a, size_t n, const char *b, size_t m)
{
    return n == m && strncasecmp(a, b, n) == 0;
}

/* Does no word change the number: days of days ago, dozen, K of K views? */
static bool is_neutral(const char *unit)
{
    char word[LOGREG__UNIT_ROOM];
    for (const char *at = unit; *at;) {
        size_t n = strcspn(at, " ");
        memcpy(word, at, n);
        word[n] = '\0';
        if (logreg__unit_scale(word).size > 0 || logreg__unit_power(word) || logreg__is_currency(word) ||
            logreg__unit_degrees(word) || !isalpha((unsigned char)*word) || strpbrk(word, "/^%0123456789") ||
            logreg__plain_among(
                word, " dozen dozens pair pairs half halves double triple score hundred hundreds per sq "
                      "square cubic cu "))
            return false;
        at += n + (at[n] == ' ');
    }
    return true;
}

bool logreg__outfit_measures(const logreg__outfit *o, const char *unit)
{
    enum { SHORTEST = 3 };
    size_t n, m;
    const char *word = last_word(&n, unit);
    bool same = o->units && o->units <= LOGREG__UNITS && n >= SHORTEST && is_neutral(unit);
    for (size_t k = 0; k < o->units && same; k++) {
        const char *other = last_word(&m, o->unit[k]);
        same = !o->before[k] && same_word(word, n, other, m) && is_neutral(o->unit[k]);
    }
    return same;
}

bool logreg__outfit_worded(const logreg__outfit *o)
{
    return o->units > 1 && logreg__outfit_measures(o, o->unit[0]);
}

/* What stands behind the power at the head of a unit, views of M views; the unit itself, where none stands there. */
static const char *behind_power(int *power, const char *unit)
{
    char word[LOGREG__UNIT_ROOM];
    size_t n = strcspn(unit, " ");
    memcpy(word, unit, n);
    word[n] = '\0';
    *power = unit[n] ? logreg__unit_power(word) : 0;
    return *power ? unit + n + 1 : unit;
}

int logreg__outfit_power_of_words(const logreg__outfit *o, size_t k)
{
    int power, own;
    size_t n, m;
    const char *tail = behind_power(&own, o->unit[k]);
    if (o->units < 2 || o->units > LOGREG__UNITS || !is_neutral(tail))
        return 0;
    last_word(&n, tail);
    for (size_t i = 0; i < o->units; i++) {
        const char *other = behind_power(&power, o->unit[i]);
        last_word(&m, other);
        if (o->before[i] || !is_neutral(other) || strchr(other, ' ') || strchr(tail, ' ') ||
            !same_word(tail, n, other, m))
            return 0;
    }
    return own;
}
