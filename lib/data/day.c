#include "data/day.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

bool logreg__is_day(const char *text)
{
    /* a name before the shorter one that it begins with */
    static const char months[] = "janv jan f\xc3\xa9vr f\xc3\xa9v feb fev mars mar mrz mrt m\xc3\xa4r apr "
                                 "avr abr may mai mei juin jun giu juil jul lug "
                                 "ao\xc3\xbbt aug ago sept sep oct okt ott nov dec dez dic ene";
    size_t n = count_digits(text), k;
    if (n >= 1 && n <= 2 && text[n] == '.' && (k = count_digits(text + n + 1)) >= 1 && k <= 2)
        return text[n + 1 + k] == '.' && !text[n + 2 + k];
    const char *month = text + n + strspn(text + n, "-. /");
    for (const char *m = months; m; m = strchr(m, ' ') ? strchr(m, ' ') + 1 : NULL) {
        size_t length = strcspn(m, " ");
        if ((month[0] | 0x20) != m[0] || strncasecmp(month, m, length) != 0)
            continue;
        month += length;
        month += strspn(month, "-. /,");
        k = strspn(month, "0123456789");
        return n <= 2 && n + k >= 1 && k <= 4 && (!month[k] || month[k] == ':' || month[k] == ' ');
    }
    return false;
}

bool logreg__is_date(const char *text)
{
    size_t length[3], n = 0;
    char mark = '\0';
    for (size_t part = 0; part < 3; part++) {
        size_t begin = n;
        while (isdigit((unsigned char)text[n]))
            n++;
        length[part] = n - begin;
        if (part == 2)
            break;
        bool fits = part ? text[n] == mark : text[n] == '-' || text[n] == '/' || text[n] == '.';
        if (!fits)
            return false;
        mark = text[n++];
    }
    bool year_first = length[0] == 4 && length[2] >= 1 && length[2] <= 2;
    bool year_last = length[2] == 4 && length[0] >= 1 && length[0] <= 2;
    return (year_first || year_last) && length[1] >= 1 && length[1] <= 2 &&
           (text[n] == '\0' || text[n] == 'T' || text[n] == ' ');
}
