/* Names that say what each number of a column stands for: "Education [0-primary. 1-vocational. 2-higher]",
 * "Marital (1=single 2=married 3=widowed)". */
#include "data/role.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST = 3, MOST = 32, DIGITS = 3 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Of ASCII, or any of other alphabets. */
static bool is_letter(char c)
{
    return logreg__is_small(c) || logreg__is_large(c) || c & 0x80;
}

static const char *skip_blanks(const char *text)
{
    return text + strspn(text, " ");
}

/* A number of up to three digits, a sign and a word, of which the first letter is asked for: 1=single, 2 - married,
 * 3) widowed. */
static bool is_said(long *code, const char *text)
{
    char *end;
    if (!is_digit(*text))
        return false;
    *code = strtol(text, &end, 10);
    const char *sign = skip_blanks(end);
    return end - text <= DIGITS && *sign && strchr("=:-.)", *sign) && is_letter(*skip_blanks(sign + 1));
}

/* The numbers of a name, each higher than the one before; 0: they are fewer than three, or more than there is room
 * for. */
static size_t codes_of(long code[MOST], const char *name)
{
    size_t n = 0;
    for (const char *at = name; *at; at++) {
        bool begins = at == name || !(is_digit(at[-1]) || is_letter(at[-1]));
        long next;
        if (!begins || !is_said(&next, at))
            continue;
        if (n == MOST || (n && next <= code[n - 1]))
            return 0;
        code[n++] = next;
    }
    return n >= FEWEST ? n : 0;
}

bool logreg__named_codes(const char *name)
{
    long code[MOST];
    return codes_of(code, name);
}

bool logreg__numbers_spelt(const logreg__column *c, size_t rows)
{
    long code[MOST];
    size_t n = codes_of(code, c->name), met = 0;
    bool there[MOST] = {false};
    for (size_t i = 0; n && i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        while (k < n && (double)code[k] != x)
            k++;
        if (k == n && !isnan(x))
            return false;
        if (k < n && !there[k]) {
            there[k] = true;
            met++;
        }
    }
    return met >= FEWEST;
}
