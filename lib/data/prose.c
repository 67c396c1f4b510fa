#include "data/prose.h"

#include <string.h>

/* Labels that are looked at, evenly spread. */
enum { LOOKED_AT = 200, WORDS = 4 };

static size_t words(const char *label)
{
    size_t n = 0;
    while (*(label += strspn(label, " \t\n\r")) && n < WORDS) {
        label += strcspn(label, " \t\n\r");
        n++;
    }
    return n;
}

bool logreg__is_prose(const logreg__column *column)
{
    size_t step = column->n_levels / LOOKED_AT + 1, looked = 0, long_ones = 0;
    if (column->kind != LOGREG_CATEGORY)
        return false;
    for (size_t i = 0; i < column->n_levels; i += step, looked++)
        long_ones += words(column->levels[i]) == WORDS;
    return 2 * long_ones > looked;
}
