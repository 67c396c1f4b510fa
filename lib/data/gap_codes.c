/* Codes for missing values among texts: -2 for whoever was not asked, where others wrote what they eat. */
#include "data/gap.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "data/chosen.h"

bool logreg__gap_code(double x)
{
    double size = fabs(x);
    bool digit = x < 0 && size <= 9, nines = size > 9 && (logreg__nines(size) || logreg__beside_nines(size));
    return x == floor(x) && (digit || nines);
}

static bool is_number(double *x, const char *text)
{
    return logreg__number_parse(x, text, strlen(text), '.');
}

bool logreg__gap_codes(const logreg__column *c)
{
    enum { FEWEST_WORDS = 2 };
    size_t codes = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        double x;
        bool number = is_number(&x, c->levels[l]);
        if (number && !logreg__gap_code(x))
            return false;
        codes += number;
    }
    return codes && codes <= LOGREG__GAP_CODES && c->n_levels >= codes + FEWEST_WORDS;
}

bool logreg__gap_negative(const logreg__column *c, size_t level)
{
    double x;
    return c->levels[level][0] == '-' && is_number(&x, c->levels[level]) && x < 0 && logreg__gap_code(x) &&
           logreg__gap_codes(c);
}
