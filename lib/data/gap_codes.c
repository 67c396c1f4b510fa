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

/* Are one to three levels numbers that may be codes, one of them surely, and two or more words? */
static bool codes_among(const logreg__column *c, bool (*may_be)(double x))
{
    enum { FEWEST_WORDS = 2 };
    size_t codes = 0, sure = 0;
    for (size_t l = 0; l < c->n_levels; l++) {
        double x;
        bool number = is_number(&x, c->levels[l]);
        if (number && !may_be(x))
            return false;
        codes += number;
        sure += number && (logreg__gap_code(x) || x == 9);
    }
    return sure && codes <= LOGREG__GAP_CODES && c->n_levels >= codes + FEWEST_WORDS;
}

bool logreg__gap_codes(const logreg__column *c)
{
    return codes_among(c, logreg__gap_code);
}

static bool is_unlabelled(double x)
{
    return logreg__gap_code(x) || (x >= 7 && x <= 9 && x == floor(x));
}

bool logreg__gap_unlabelled(const logreg__column *c)
{
    return codes_among(c, is_unlabelled);
}

bool logreg__gap_negative(const logreg__column *c, size_t level)
{
    double x;
    return c->levels[level][0] == '-' && is_number(&x, c->levels[level]) && x < 0 && logreg__gap_code(x) &&
           logreg__gap_codes(c);
}
