/* Numbers of papers and things with a letter within: 00508T10 beside 00397110, as the first eight signs of a CUSIP. The letter and what is behind it is no unit: all
 * are of one width, and hardly any comes twice. */
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>

#include "data/role.h"
#include "data/sentinel.h"

enum { SHORTEST = 6, SHARE = 10 };

/* Digits at both ends, and a letter within. */
static bool is_lettered(const char *text, size_t n)
{
    size_t letters = 0;
    for (size_t k = 0; k < n; k++)
        letters += isalpha((unsigned char)text[k]) != 0;
    return letters && isdigit((unsigned char)*text) && isdigit((unsigned char)text[n - 1]);
}

void logreg__serials_add(logreg__serials *s, const char *text, size_t n, size_t cells)
{
    if (s->uneven)
        return;
    s->uneven = n < SHORTEST || (s->width && n != s->width);
    for (size_t k = 0; k < n && !s->uneven; k++)
        s->uneven = !isalnum((unsigned char)text[k]);
    s->width = n;
    s->lettered += !s->uneven && is_lettered(text, n) ? cells : 0;
}

/* Are the numbers of that width, with zeros in front or none, but for one in ten such as 471e10, and nearly all different? */
static bool are_wide(const logreg__column *c, size_t rows, size_t width)
{
    size_t n, fit = 0, different = 0;
    double *sorted = logreg__numbers_sorted(&n, c, rows), most = pow(10, (double)width);
    bool padded = c->written & LOGREG__WRITTEN_PADDED;
    for (size_t i = 0; sorted && i < n; i++) {
        fit += sorted[i] == floor(sorted[i]) && sorted[i] < most && sorted[i] >= (padded ? 0 : most / 10);
        different += i == 0 || sorted[i] != sorted[i - 1];
    }
    free(sorted);
    return different >= LOGREG__ID_ROWS && SHARE * different > (SHARE - 1) * n &&
           SHARE * fit > (SHARE - 1) * n;
}

/* m2, and any that all numbers with a letter have, such as m3 and CO2, which end in one digit. */
static bool has_measure(const logreg__outfit *o)
{
    size_t known = o->units < LOGREG__UNITS ? o->units : LOGREG__UNITS;
    for (size_t k = 0; k < known; k++) {
        size_t n = strlen(o->unit[k]);
        if (logreg__unit_scale(o->unit[k]).kind ||
            (known == 1 && (n < 2 || !isdigit((unsigned char)o->unit[k][n - 2]))))
            return true;
    }
    return false;
}

bool logreg__census_serials(const logreg__census *s, const logreg__column *c, size_t rows)
{
    const logreg__serials *serials = &s->serials;
    size_t united = s->cells[LOGREG__FORM_UNIT], lettered = united + s->cells[LOGREG__FORM_TEXT], others = 0;
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        others += f == LOGREG__FORM_NUMBER ? 0 : s->cells[f];
    bool padded = c->kind == LOGREG_NUMERIC && c->written & LOGREG__WRITTEN_PADDED;
    if (serials->uneven || !lettered || others > lettered || serials->lettered < lettered)
        return false;
    if (united ? has_measure(&s->outfit) : !padded) /* a letter may be a slip in an amount */
        return false;
    if (c->kind == LOGREG_NUMERIC)
        return are_wide(c, rows, serials->width);
    size_t cells = rows - c->n_missing;
    return c->n_levels >= LOGREG__ID_ROWS && SHARE * c->n_levels > (SHARE - 1) * cells;
}
