/* Numbers in a form that is not read as one: with a unit, as a bound, a time, a fraction, in another notation. */
#include "csv/forms.h"
#include "csv/numbers.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"

static bool is_number(const char *text, size_t n, char decimal)
{
    double x;
    return n && !isblank((unsigned char)*text) && logreg__number_parse(&x, text, n, decimal);
}

static size_t count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* 12:30, 1:02:03.5 */
static bool is_clock(const char *text, char decimal)
{
    size_t n = count_digits(text), parts = 1;
    if (n < 1 || n > 3)
        return false;
    for (text += n; *text == ':' && parts < 3; parts++, text += 3)
        if (count_digits(text + 1) != 2)
            return false;
    if (parts == 3 && *text == decimal)
        text += 1 + count_digits(text + 1);
    return parts > 1 && !*text;
}

static bool is_fraction(const char *text)
{
    size_t n = count_digits(text);
    const char *behind = text + n + strspn(text + n, " ");
    if (!n || *behind != '/')
        return false;
    behind += 1 + strspn(behind + 1, " ");
    n = count_digits(behind);
    return n && !behind[n];
}

static bool is_hex(const char *text)
{
    text += *text == '-' || *text == '+';
    return text[0] == '0' && (text[1] == 'x' || text[1] == 'X') && text[2] &&
           !text[2 + strspn(text + 2, "0123456789abcdefABCDEF")];
}

/* 3.97D+01 */
static bool is_fortran(const char *text, size_t n, char decimal)
{
    char copy[64];
    const char *d = strpbrk(text, "dD");
    if (!d || d == text || n >= sizeof copy)
        return false;
    memcpy(copy, text, n);
    copy[d - text] = 'e';
    return is_number(copy, n, decimal);
}

/* ="39", =39 */
static bool is_formula(const char *text, size_t n, char decimal)
{
    if (*text != '=')
        return false;
    bool quoted = n > 3 && text[1] == '"' && text[n - 1] == '"';
    return quoted ? is_number(text + 2, n - 3, decimal) : is_number(text + 1, n - 1, decimal);
}

/* <0.5, >= 10 */
static bool is_bound(const char *text, char decimal)
{
    if (*text != '<' && *text != '>')
        return false;
    text += 1 + (text[1] == '=');
    text += strspn(text, " ");
    return is_number(text, strlen(text), decimal);
}

/* Letters, degrees and the like, which a regular expression takes as they stand. */
static bool is_unit(const char *text, size_t n)
{
    size_t plain = 0;
    while (plain < n && (isalpha((unsigned char)text[plain]) || text[plain] & 0x80 ||
                         (plain && strchr("/$", text[plain]))))
        plain++;
    return n && n < LOGREG__UNIT_ROOM && plain == n;
}

/* The number of "39 kg" ends there; 0: it is none. */
static size_t number_before_unit(const char *text, size_t n, char decimal)
{
    size_t end = n;
    while (end && !isdigit((unsigned char)text[end - 1]))
        end--;
    size_t blank = end < n && text[end] == ' ';
    return is_unit(text + end + blank, n - end - blank) && is_number(text, end, decimal) ? end : 0;
}

/* The number of "CHF 39" begins there; 0: it is none. */
static size_t number_behind_unit(const char *text, size_t n, char decimal)
{
    size_t at = strcspn(text, " +-.0123456789");
    size_t blank = text[at] == ' ';
    return is_unit(text, at) && is_number(text + at + blank, n - at - blank, decimal) ? at + blank : 0;
}

/* 39 +- 2, 39 ± 2, 39 (2) */
static bool is_spread(const char *text, char decimal)
{
    size_t sign_at = *text == '-' || *text == '+', n = sign_at + strspn(text + sign_at, ".,0123456789");
    size_t blank = text[n] == ' ';
    const char *behind = text + n + blank, *end = behind + strlen(behind);
    bool brackets = *behind == '(' && end[-1] == ')';
    bool sign = strncmp(behind, "\xc2\xb1", 2) == 0;
    size_t mark = brackets ? 1 : sign ? 2 : strncmp(behind, "+/-", 3) == 0 ? 3 : 0;
    behind += mark;
    behind += *behind == ' ';
    return mark && is_number(text, n, decimal) &&
           is_number(behind, (size_t)(end - behind) - brackets, decimal);
}

/* 39-, 1.234,50- */
static bool is_minus_behind(const char *text, size_t n, char decimal)
{
    if (n < 2 || text[n - 1] != '-' || !isdigit((unsigned char)*text))
        return false;
    logreg__cell cell = {text, n - 1, 0};
    return is_number(text, n - 1, decimal) || logreg__cell_dressed(&cell, decimal);
}

/* Only digits of other scripts than ours, perhaps with marks. */
static bool is_script(const char *text)
{
    static const struct {
        const char *lead;
        unsigned char first;
    } scripts[] = {{"\xd9", 0xa0}, {"\xdb", 0xb0}, {"\xe0\xa5", 0xa6}, {"\xef\xbc", 0x90}};
    size_t digits = 0;
    while (*text) {
        size_t k = 0, length = 0;
        for (; k < sizeof scripts / sizeof *scripts; k++) {
            length = strlen(scripts[k].lead);
            unsigned char last =
                strncmp(text, scripts[k].lead, length) == 0 ? (unsigned char)text[length] : 0;
            if (last >= scripts[k].first && last < scripts[k].first + 10)
                break;
        }
        bool digit = k < sizeof scripts / sizeof *scripts;
        bool mark = !digit && (strchr("+-.,", *text) || strncmp(text, "\xd9\xab", 2) == 0);
        if (!digit && !mark)
            return false;
        digits += digit;
        text += digit ? length + 1 : *text & 0x80 ? 2 : 1;
    }
    return digits;
}

logreg__form logreg__form_of(const char *text, char decimal)
{
    size_t n = strlen(text);
    logreg__cell cell = {text, n, 0};
    if (is_number(text, n, decimal))
        return LOGREG__FORM_NUMBER;
    if (logreg__cell_dressed(&cell, decimal))
        return LOGREG__FORM_DRESSED;
    if (is_number(text, n, (char)(decimal == '.' ? ',' : '.')))
        return LOGREG__FORM_MARKED;
    return is_bound(text, decimal)                                ? LOGREG__FORM_BOUND
           : is_hex(text)                                         ? LOGREG__FORM_HEX
           : is_clock(text, decimal)                              ? LOGREG__FORM_CLOCK
           : is_fraction(text)                                    ? LOGREG__FORM_FRACTION
           : is_formula(text, n, decimal)                         ? LOGREG__FORM_FORMULA
           : is_fortran(text, n, decimal)                         ? LOGREG__FORM_FORTRAN
           : is_spread(text, decimal)                             ? LOGREG__FORM_SPREAD
           : is_script(text)                                      ? LOGREG__FORM_SCRIPT
           : number_before_unit(text, n, decimal)                 ? LOGREG__FORM_UNIT
           : number_behind_unit(text, n, decimal)                 ? LOGREG__FORM_PREFIX
           : *text == '\'' && is_number(text + 1, n - 1, decimal) ? LOGREG__FORM_APOSTROPHE
           : is_minus_behind(text, n, decimal)                    ? LOGREG__FORM_MINUS
                                                                  : LOGREG__FORM_TEXT;
}

void logreg__form_unit(char unit[LOGREG__UNIT_ROOM], const char *text, logreg__form form, char decimal)
{
    size_t n = strlen(text);
    if (form == LOGREG__FORM_UNIT) {
        size_t end = number_before_unit(text, n, decimal);
        end += text[end] == ' ';
        snprintf(unit, LOGREG__UNIT_ROOM, "%s", text + end);
    } else {
        snprintf(unit, LOGREG__UNIT_ROOM, "%.*s", (int)strcspn(text, " +-.0123456789"), text);
    }
}

bool logreg__is_currency(const char *unit)
{
    static const char *const words[] = {"CHF", "EUR", "USD", "GBP", "INR", "Rs",  "SEK", "NOK",
                                        "DKK", "PLN", "BRL", "R$",  "AUD", "CAD", "JPY", "CNY"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(unit, words[i]) == 0)
            return true;
    return strncmp(unit, "\xe2\x82", 2) == 0; /* the signs of Unicode */
}
