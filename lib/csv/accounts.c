/* A dash for 0, as accounts write it: beside amounts it is no missing value, or may be none. */
#include "csv/mend.h"

#include <string.h>

/* Cells at least. */
enum { SEVERAL = 2 };

/* A hyphen, a longer dash, or a minus sign. */
static size_t dash(const char *text)
{
    static const char *const marks[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x88\x92"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strncmp(text, marks[i], strlen(marks[i])) == 0)
            return strlen(marks[i]);
    return 0;
}

bool logreg__is_nil(const char *text)
{
    size_t dashes = 0, money = 0;
    while (*text) {
        size_t line = dash(text), unit = line || *text == ' ' ? 0 : logreg__unit_length(text, strlen(text));
        char word[LOGREG__UNIT_ROOM] = "";
        if (!line && !unit && *text != ' ')
            return false;
        if (unit >= sizeof word)
            return false;
        memcpy(word, text, unit);
        if (unit && !logreg__is_currency(word))
            return false;
        dashes += line > 0;
        money += unit > 0;
        text += line ? line : unit ? unit : 1;
    }
    return dashes == 1 && money < 2;
}

size_t logreg__nil_cells(const logreg__census *column)
{
    size_t cells = 0;
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells; k++)
        cells += logreg__is_nil(column->text[k].text) ? column->text[k].cells : 0;
    return cells >= SEVERAL && logreg__outfit_amounts(&column->outfit) ? cells : 0;
}

const char *logreg__nil_statement(const logreg__mending *m)
{
    bool hyphens = true;
    for (size_t k = 0; k < m->texts && k < LOGREG__MENDED_TEXTS; k++)
        hyphens = hyphens && (!logreg__is_nil(m->text[k]) || strchr(m->text[k], '-'));
    return hyphens ? "s/^\\W*-\\W*?(?=\\r?$)/0/"
                   : "s/^\\W*(?:-|\xe2\x80\x93|\xe2\x80\x94|\xe2\x88\x92)\\W*?(?=\\r?$)/0/";
}

const char *logreg__nil_advice(char room[LOGREG__NIL_ADVICE], const logreg__mending *all,
                               const logreg__csv *csv)
{
    char way[LOGREG__REMEDY], na[LOGREG__NA_ADVICE];
    bool thousands;
    size_t k = 0;
    *room = '\0';
    if (!all->nil_cells || all->pairs || logreg__mending_doubt(all, &thousands, csv))
        return room;
    while (k + 1 < all->texts && !logreg__is_nil(all->text[k]))
        k++;
    logreg__mending zeros = *all;
    zeros.nil = true;
    logreg__remedy_way(way, sizeof way, NULL, &zeros, thousands, csv);
    logreg__na_advice(na, &zeros, csv);
    if (strncmp(way, "perl", 4) != 0)
        return room;
    int n = snprintf(room, LOGREG__NIL_ADVICE, "; if '%s' stands for 0, as in accounts, write that, %s%s%s",
                     all->text[k], way, *na ? ", and use " : "", na);
    if (n < 0 || n >= LOGREG__NIL_ADVICE)
        *room = '\0';
    return room;
}
