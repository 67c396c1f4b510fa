#include "data/csv.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"

enum { FEW_KINDS = 3, FEW_SHARE = 10 };

struct logreg__strays {
    size_t count, marked, dressed;
    size_t line; /* of the first */
    size_t kinds;
    char text[FEW_KINDS][LOGREG__SHOWN]; /* the different ones, as messages show them */
};

/* The mark that is not the decimal one. */
static char other_mark(char decimal)
{
    return decimal == '.' ? ',' : '.';
}

logreg__verdict logreg__tally_verdict(const logreg__tally *tally)
{
    if (!tally->strays)
        return LOGREG__NUMBERS;
    bool few = tally->kinds <= FEW_KINDS || tally->strays <= (tally->numbers + tally->strays) / FEW_SHARE;
    bool slips = tally->numbers > tally->strays && few;
    return slips || tally->marked == tally->strays || tally->dressed == tally->strays ? LOGREG__FAULT
                                                                                      : LOGREG__TEXT;
}

bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, char decimal)
{
    logreg__strays *s = *strays ? *strays : logreg__new(1, sizeof *s);
    if (!s)
        return false;
    *strays = s;
    if (!s->count++)
        s->line = cell->line;
    double x;
    s->marked += logreg__number_parse(&x, cell->text, cell->n, other_mark(decimal));
    s->dressed += logreg__cell_dressed(cell, decimal);
    if (s->kinds > FEW_KINDS)
        return true;
    char shown[LOGREG__SHOWN];
    logreg__show(shown, cell->text, cell->n);
    for (size_t k = 0; k < s->kinds; k++)
        if (strcmp(shown, s->text[k]) == 0)
            return true;
    if (s->kinds < FEW_KINDS)
        strcpy(s->text[s->kinds], shown);
    s->kinds++;
    return true;
}

logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers)
{
    logreg__tally none = {.numbers = numbers};
    return strays ? (logreg__tally){numbers, strays->count, strays->kinds, strays->marked, strays->dressed}
                  : none;
}

bool logreg__levels_tally(logreg__tally *tally, const logreg__column *c, size_t rows, char decimal)
{
    size_t *count = logreg__new(c->n_levels, sizeof *count);
    if (!count)
        return false;
    for (size_t r = 0; r < rows; r++) {
        uint32_t code = logreg__column_code(c, r);
        if (code != LOGREG__MISSING)
            count[code]++;
    }
    *tally = (logreg__tally){0};
    for (size_t k = 0; k < c->n_levels; k++) {
        double x;
        size_t length = strlen(c->levels[k]);
        if (logreg__number_parse(&x, c->levels[k], length, decimal)) {
            tally->numbers += count[k];
            continue;
        }
        tally->kinds++;
        tally->strays += count[k];
        if (logreg__number_parse(&x, c->levels[k], length, other_mark(decimal)))
            tally->marked += count[k];
        logreg__cell label = {c->levels[k], length, 0};
        if (logreg__cell_dressed(&label, decimal))
            tally->dressed += count[k];
    }
    free(count);
    return true;
}

logreg_status logreg__strays_fault(const logreg__strays *strays, const logreg__tally *tally, size_t column,
                                   const char *name, const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], word[LOGREG__SHOWN + 2], token[LOGREG__SHOWN + 2];
    const char *stray = strays->text[0];
    size_t values = tally->numbers + tally->strays;
    logreg__show(shown, name, strlen(name));
    logreg__show_word(word, name, strlen(name));
    logreg__show_word(token, stray, strlen(stray));
    char advice[400];
    char mark = csv->options.decimal, other = other_mark(mark);
    double x;
    if (tally->dressed == tally->strays)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu '%s': '%s' is a number with signs (%zu of %zu values). Take out currency "
            "and percent signs and marks between thousands, or use --categorical %s%s%c",
            csv->file, strays->line, column + 1, shown, stray, tally->strays, values, word,
            strays->marked == tally->strays ? "; a decimal mark needs --decimal " : "",
            strays->marked == tally->strays ? other : '\0');
    if (logreg__number_parse(&x, stray, strlen(stray), other))
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu '%s': '%s' is not a number with the decimal mark '%c' (%zu of %zu values). Use "
            "--decimal %c, or --categorical %s; marks between thousands cannot be read",
            csv->file, strays->line, column + 1, shown, stray, mark, tally->strays, values, other, word);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu '%s': '%s' is not a number (%zu of %zu values). Use --na-values %s, or "
                        "--categorical %s%s",
                        csv->file, strays->line, column + 1, shown, stray, tally->strays, values, token, word,
                        logreg__advice_stray(advice, sizeof advice, strays->line, tally->strays, csv));
}

logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], word[LOGREG__SHOWN + 2];
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is text in a column that began with numbers, and a stream cannot be "
        "read twice. Use --categorical %s, or read a file",
        csv->file, strays->line, column + 1, logreg__show(shown, name, strlen(name)), strays->text[0],
        logreg__show_word(word, name, strlen(name)));
}
