/* Ranges among codes: 1-2 beside 0, 1 and 2 is an answer that is either, and its middle none that anyone gave. */
#include "csv/mending/strays.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "data/ends.h"

/* All values of a column of few whole numbers; false: there are more, or others. */
static bool take_codes(logreg__end *codes, const logreg__column *column, size_t rows)
{
    *codes = (logreg__end){0};
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(column, r);
        bool known = isnan(x);
        for (size_t k = 0; k < codes->n && !known; k++)
            known = codes->value[k] == x;
        if (!known && (codes->n == LOGREG__ENDS || x != floor(x)))
            return false;
        if (!isnan(x))
            logreg__end_count(codes, x, -1);
    }
    return codes->n > 1;
}

static bool is_code(const logreg__end *codes, double x)
{
    bool is = false;
    for (size_t k = 0; k < codes->n && !is; k++)
        is = codes->value[k] == x;
    return is;
}

/* Is the text two codes with something between, the lower one first? */
static bool lies_between(const char *text, const logreg__end *codes)
{
    char *end;
    if (!isdigit((unsigned char)*text))
        return false;
    double low = (double)strtol(text, &end, 10);
    while (*end && !isdigit((unsigned char)*end))
        end++;
    double high = (double)strtol(end, &end, 10);
    return !*end && low < high && is_code(codes, low) && is_code(codes, high);
}

logreg_status logreg__between_fault(const logreg__fault *f, const char *what, const char *name,
                                    const char *word, bool some_na, const logreg__csv *csv)
{
    const logreg__column *c = &f->frame->column[f->column];
    const logreg__sample *shown = &f->census.shown[LOGREG__FORM_RANGE];
    const char *text[LOGREG__STRAY_KINDS];
    char way[LOGREG__REMEDY], na[LOGREG__NA_ADVICE];
    logreg__end codes;
    size_t n =
        f->strays && f->strays->kinds <= LOGREG__STRAY_KINDS ? logreg__strays_texts(text, f->strays) : 0;
    bool all = n && c->kind == LOGREG_NUMERIC && take_codes(&codes, c, f->frame->n_rows);
    for (size_t k = 0; k < n && all; k++)
        all = lies_between(text[k], &codes);
    if (!all)
        return LOGREG_OK;
    /* of this column alone: others have their sentence when it is settled */
    logreg__mending own = {.text_cells = f->tally.strays, .some_na = some_na}, middle = {0};
    bool ok = logreg__mending_add(&middle, &f->census, f->column, f->name);
    for (size_t k = 0; k < n; k++)
        logreg__mending_add_text(&own, text[k], f->name);
    if (ok)
        logreg__remedy_way(way, sizeof way, NULL, &middle, false, csv);
    logreg__mending_clear(&middle);
    if (!ok)
        return logreg__fail_memory(csv->err);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu:%zu '%s': '%s' is %s, and its ends are values of the column. Use %s, or "
        "--categorical %s; if numbers in between mean something, put its middle in its place, %s",
        csv->file, shown->line, f->column + 1, name, shown->text, what, logreg__na_advice(na, &own, csv),
        word, way);
}
