/* Roman numbers beside others: I, II and III where some wrote 1, 2 and 3. */
#include "csv/numbers/forms.h"

#include <math.h>
#include <string.h>

/* From 1 to the largest that people write so among small numbers; 0: it is none. */
static int value_of(const char *text)
{
    static const char *const numeral[] = {"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                          "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                          "XV",   "XVI", "XVII", "XVIII", "XIX", "XX"};
    for (size_t k = 0; k < sizeof numeral / sizeof *numeral; k++)
        if (strcmp(numeral[k], text) == 0)
            return (int)k + 1;
    return 0;
}

bool logreg__is_roman(const char *text)
{
    return value_of(text) > 0;
}

void logreg__census_roman(logreg__census *s)
{
    enum { LARGEST = 20, FEWEST = 2 };
    size_t numerals = 0, long_ones = 0;
    double value[LOGREG__KINDS];
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        numerals += logreg__is_roman(s->text[k].text);
        long_ones += logreg__is_roman(s->text[k].text) && s->text[k].text[1];
    }
    if (!s->outfit.plain || s->outfit.most_plain > LARGEST || s->fractions ||
        s->text[LOGREG__KINDS - 1].cells || numerals < FEWEST || !long_ones)
        return;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++)
        value[k] = logreg__is_roman(s->text[k].text) ? value_of(s->text[k].text) : (double)NAN;
    logreg__census_say(s, value);
}
