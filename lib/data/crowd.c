#include "data/crowd.h"

#include <ctype.h>
#include <string.h>

#include "data/role.h"

bool logreg__crowded(size_t levels, double cases)
{
    enum { A_LEVEL = 3, MANY = 20, FEW_EACH = 20 };
    double n = (double)levels;
    return (cases >= LOGREG__ID_ROWS && A_LEVEL * n > cases) || (levels > MANY && FEW_EACH * n > cases);
}

bool logreg__names_persons(const char *name, size_t levels, double cases)
{
    enum { FEWEST = 6, FEW_EACH = 100, NO_KINDS = 10, RARE = 20 };
    double n = (double)levels;
    return (levels >= FEWEST && FEW_EACH * n > cases && logreg__named_person(name)) ||
           (levels >= NO_KINDS && RARE * n > cases &&
            (logreg__named_being(name) || logreg__named_case(name)));
}

/* A sign as the form of a label has it: digits and letters are one each. */
static char form_of(char sign)
{
    unsigned char c = (unsigned char)sign;
    return isdigit(c) ? '0' : isalpha(c) || c >= 0x80 ? 'a' : sign;
}

/* Have two labels the same form, where runs of digits may be longer in one? */
static bool same_form(const char *a, const char *b)
{
    while (*a && *b && form_of(*a) == form_of(*b)) {
        char form = form_of(*a);
        do
            a++;
        while (form == '0' && form_of(*a) == '0');
        do
            b++;
        while (form == '0' && form_of(*b) == '0');
    }
    return !*a && !*b;
}

/* A letter, or four digits in a row, beside some digit. */
static bool is_number(const char *label)
{
    size_t digits = 0, run = 0, longest = 0;
    bool letter = false;
    for (; *label; label++) {
        bool digit = form_of(*label) == '0';
        run = digit ? run + 1 : 0;
        longest = run > longest ? run : longest;
        digits += digit;
        letter = letter || form_of(*label) == 'a';
    }
    return digits && (letter || longest > 3);
}

static bool is_hexadecimal(const char *label)
{
    size_t n = strspn(label, "0123456789abcdefABCDEF-");
    return n >= 16 && !label[n] && strpbrk(label, "0123456789");
}

bool logreg__labels_numbered(char *const *label, size_t n)
{
    bool formed = n, hexadecimal = n;
    for (size_t i = 0; i < n && (formed || hexadecimal); i++) {
        formed = formed && is_number(label[i]) && same_form(label[i], label[0]);
        hexadecimal = hexadecimal && is_hexadecimal(label[i]);
    }
    return formed || hexadecimal;
}
