#include "data/day.h"

#include <string.h>
#include <strings.h>

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

bool logreg__is_day(const char *text)
{
    static const char months[] =
        "jan feb mar apr may jun jul aug sep oct nov dec mai okt dez m\xc3\xa4r avr f\xc3\xa9v "
        "ene abr ago dic";
    size_t n = count_digits(text), k;
    if (n >= 1 && n <= 2 && text[n] == '.' && (k = count_digits(text + n + 1)) >= 1 && k <= 2)
        return text[n + 1 + k] == '.' && !text[n + 2 + k];
    const char *month = text + n + strspn(text + n, "-. /");
    for (const char *m = months; m; m = strchr(m, ' ') ? strchr(m, ' ') + 1 : NULL) {
        size_t length = strcspn(m, " ");
        if (strncasecmp(month, m, length) != 0)
            continue;
        month += length;
        month += strspn(month, "-. /,");
        k = strspn(month, "0123456789");
        return n <= 2 && n + k >= 1 && k <= 4 && (!month[k] || month[k] == ':' || month[k] == ' ');
    }
    return false;
}
