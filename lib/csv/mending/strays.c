#include "csv/mending/strays.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

enum { FEW_KINDS = LOGREG__STRAY_KINDS, FEW_SHARE = 10 };

logreg__verdict logreg__tally_verdict(const logreg__tally *tally)
{
    if (!tally->strays)
        return LOGREG__NUMBERS;
    size_t odd = tally->strays - tally->numeric, tenth = (tally->numbers + tally->strays) / FEW_SHARE;
    bool slips = tally->numbers > tally->strays && (tally->kinds <= FEW_KINDS || tally->strays <= tenth);
    return slips || odd == 0 || (tally->numeric && odd <= tenth) ? LOGREG__FAULT : LOGREG__TEXT;
}

/* Is it another one than those before? Known as long as there are few. */
static bool note_kind(logreg__strays *s, const logreg__cell *cell)
{
    char shown[LOGREG__SHOWN];
    logreg__show(shown, cell->text, cell->n);
    for (size_t k = 0; k < s->kinds && k < FEW_KINDS; k++)
        if (strcmp(shown, s->kind[k]) == 0)
            return false;
    if (s->kinds > FEW_KINDS)
        return true;
    if (s->kinds < FEW_KINDS)
        strcpy(s->kind[s->kinds], shown);
    s->kinds++;
    return true;
}

bool logreg__strays_place(logreg__strays **strays, const logreg__cell *cell)
{
    logreg__strays *s = *strays ? *strays : logreg__new(1, sizeof *s);
    if (!s)
        return false;
    *strays = s;
    if (!s->count++) {
        logreg__show(s->first.text, cell->text, cell->n);
        s->first.line = cell->line;
    }
    s->last = cell->line;
    return true;
}

bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, bool first, char decimal)
{
    if (!logreg__strays_place(strays, cell))
        return false;
    logreg__strays *s = *strays;
    if (!s->census)
        s->census = logreg__new(1, sizeof *s->census);
    if (!s->census)
        return false;
    s->above += first;
    logreg__census_add(s->census, cell, 1, note_kind(s, cell), decimal);
    return true;
}

void logreg__strays_free(logreg__strays *strays)
{
    if (strays)
        free(strays->census);
    free(strays);
}

logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers)
{
    if (!strays || !strays->census)
        return (logreg__tally){.numbers = numbers};
    return (logreg__tally){numbers, strays->count, strays->kinds, strays->census->signs};
}

size_t logreg__strays_texts(const char **text, const logreg__strays *s)
{
    size_t n = s->kinds < FEW_KINDS ? s->kinds : FEW_KINDS;
    for (size_t k = 0; k < n; k++)
        text[k] = s->kind[k];
    return n;
}

size_t logreg__strays_line(const logreg__strays *s)
{
    return s->first.line;
}

logreg__tally logreg__census_tally(const logreg__census *category)
{
    logreg__tally tally = {.numbers = category->cells[LOGREG__FORM_NUMBER], .numeric = category->signs};
    for (logreg__form f = 0; f < LOGREG__FORMS; f++) {
        tally.strays += f == LOGREG__FORM_NUMBER ? 0 : category->cells[f];
        tally.kinds += f == LOGREG__FORM_NUMBER ? 0 : category->levels[f];
    }
    return tally;
}

logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is text in a column that began with numbers, and a stream cannot be "
        "read twice. Use --categorical %s, or read a file",
        csv->file, strays->first.line, column + 1, logreg__show(shown, name, strlen(name)),
        strays->first.text, logreg__show_column(word, name));
}
