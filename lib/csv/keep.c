#include "csv/keep.h"

#include "base/number.h"

static const char *skip_digits(const char *c, const char *end)
{
    while (c < end && *c >= '0' && *c <= '9')
        c++;
    return c;
}

/* Is it a number in its shortest text, beyond doubt? Of decimals of up to 15 digits no two are one double, and from 0.0001 on they are written
 * without an exponent. */
static bool is_short(const logreg__cell *cell, char mark)
{
    enum { DIGITS = 15, ZEROS = 3 };
    const char *end = cell->text + cell->n, *whole = cell->text + (*cell->text == '-'),
               *point = skip_digits(whole, end);
    bool zero = point - whole == 1 && *whole == '0';
    if (point == whole || (*whole == '0' && !zero) || end - whole > DIGITS)
        return false;
    if (point == end)
        return !zero || whole == cell->text;
    const char *digit = point + 1;
    while (zero && digit < end && *digit == '0')
        digit++;
    return *point == mark && digit - point <= ZEROS + 1 && skip_digits(digit, end) == end &&
           end[-1] != mark && end[-1] != '0';
}

bool logreg__cell_differs(bool *is_number, const logreg__cell *cell, char decimal)
{
    double x;
    *is_number = is_short(cell, decimal);
    if (*is_number)
        return false;
    *is_number = logreg__number_parse(&x, cell->text, cell->n, decimal);
    if (!*is_number)
        return false;
    char text[LOGREG__NUMBER_SIZE];
    size_t n = strlen(logreg__number_shortest(text, x));
    for (size_t i = 0; i < n && n == cell->n; i++)
        if ((cell->text[i] == decimal ? '.' : cell->text[i]) != text[i])
            return true;
    return n != cell->n;
}

bool logreg__cell_keep(logreg__verbatim **kept, size_t row, const logreg__cell *cell, char decimal)
{
    double x;
    const char *mark = decimal != '.' && logreg__number_parse(&x, cell->text, cell->n, decimal)
                           ? memchr(cell->text, decimal, cell->n)
                           : NULL;
    return logreg__verbatim_add(kept, row, cell->text, cell->n, mark ? (size_t)(mark - cell->text) : cell->n);
}
