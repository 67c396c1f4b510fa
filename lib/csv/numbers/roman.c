/* Roman numbers beside others: I, II and III where some wrote 1, 2 and 3. */
#include "csv/numbers/forms.h"

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
    size_t numerals = 0, long_ones = 0, kept = 0;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        numerals += logreg__is_roman(s->text[k].text);
        long_ones += logreg__is_roman(s->text[k].text) && s->text[k].text[1];
    }
    if (!s->outfit.plain || s->outfit.most_plain > LARGEST || s->fractions ||
        s->text[LOGREG__KINDS - 1].cells || numerals < FEWEST || !long_ones)
        return;
    s->shown[LOGREG__FORM_TEXT] = (logreg__sample){.cells = 0};
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        const logreg__sample text = s->text[k];
        bool roman = logreg__is_roman(text.text);
        logreg__form form = roman ? LOGREG__FORM_SPELT : LOGREG__FORM_TEXT;
        logreg__sample *shown = &s->shown[form];
        if (!shown->cells || text.line < shown->line)
            *shown = text;
        if (!roman) {
            s->text[kept++] = text;
            continue;
        }
        logreg__spelt_add(s->spelt, text.text, value_of(text.text));
        s->cells[LOGREG__FORM_SPELT] += text.cells;
        s->levels[LOGREG__FORM_SPELT]++;
        s->cells[LOGREG__FORM_TEXT] -= text.cells;
        s->levels[LOGREG__FORM_TEXT]--;
    }
    memset(s->text + kept, 0, (LOGREG__KINDS - kept) * sizeof *s->text);
}
