/* Lists of several IDs in a cell, among cells of one: 47,48,50,134 beside 47 and 134. Where each has three digits, as 105,161,164, they look like a number
 * with commas between thousands, far beyond all others. */
#include "csv/categories/lists.h"

#include <ctype.h>
#include <string.h>

#include "base/error.h"

/* Plain numbers beside them; parts of a list that is no number; how many times as large as those a list read as a number is. */
enum { FEWEST = 3, PARTS = 3, FAR = 1000 };

/* Digits that commas part, at least so many numbers, none larger than one that stands alone? */
static bool is_list(const char *text, double most)
{
    size_t parts = 0;
    for (const char *c = text; isdigit((unsigned char)*c); c++) {
        double part = 0;
        for (; isdigit((unsigned char)*c); c++)
            part = 10 * part + (*c - '0');
        if (part > most)
            return false;
        parts++;
        if (!*c)
            return parts >= PARTS;
        c += *c == ',' && c[1] == ' ';
        if (*c != ',' && *c != ' ')
            return false;
    }
    return false;
}

/* Are all cells whose commas may part thousands far beyond all others, with nothing between, and parts as large as those? */
static bool far(const logreg__census *s)
{
    const logreg__commas *c = &s->commas;
    return c->cells && !c->led && c->most_part <= s->outfit.most_plain &&
           c->least > FAR * s->outfit.most_plain;
}

/* The first list that is no number in any writing, where it is no slip among amounts: there are two, or a third of all cells with commas are such, or the
 * others are no amounts either. NULL: there is none. */
static const logreg__sample *certain(const logreg__census *s)
{
    const logreg__sample *first = NULL;
    size_t cells = 0;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        if (!is_list(s->text[k].text, s->outfit.most_plain))
            continue;
        cells += s->text[k].cells;
        first = first ? first : &s->text[k];
    }
    return cells > 1 || 2 * cells >= s->commas.cells || far(s) ? first : NULL;
}

/* The cell that shows that the column holds such; NULL: it does not. */
static const logreg__sample *find(const logreg__fault *f, bool *sure)
{
    const logreg__census *s = &f->census;
    unsigned commas = 1U << LOGREG__GROUP_COMMA | 1U << LOGREG__GROUP_LAKH;
    if (f->known || f->tally.numbers < FEWEST || s->decimal != '.' || s->outfit.traits || s->outfit.united ||
        s->outfit.groups & ~commas || s->commas.cells != s->cells[LOGREG__FORM_DRESSED])
        return NULL;
    const logreg__sample *list = certain(s);
    *sure = list;
    return list ? list : far(s) ? &s->shown[LOGREG__FORM_DRESSED] : NULL;
}

bool logreg__lists_ids(const logreg__fault *f)
{
    bool sure;
    return find(f, &sure);
}

logreg_status logreg__id_lists_fault(const logreg__fault *f, const logreg__csv *csv)
{
    char name[LOGREG__SHOWN], word[LOGREG__COLUMN_WORD];
    bool sure;
    const logreg__sample *first = find(f, &sure);
    if (!first)
        return LOGREG_OK;
    logreg__show_column(word, f->name);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is likely to be a list of IDs such as other cells have alone: %s "
        "(%zu of %zu values are no plain numbers). Leave the column out, --exclude %s, or take it as a "
        "category, by "
        "which each list is a level, --categorical %s%s",
        csv->file, first->line, f->column + 1, logreg__show(name, f->name, strlen(f->name)), first->text,
        sure ? "its commas stand where no thousands end"
             : "without its commas it would be more than 1000 times as large as each of those",
        f->tally.strays, f->tally.strays + f->tally.numbers, word, word,
        sure ? "" : "; if commas do part thousands there, take them out of those cells");
}
