#include "csv/categories/coded.h"

#include <math.h>

#include "data/gap.h"

/* One to three different numbers of a column, all of them codes. */
static bool numbers_code(const logreg__column *c, size_t rows)
{
    double code[LOGREG__GAP_CODES];
    size_t n = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        size_t k = 0;
        while (k < n && code[k] != x)
            k++;
        if (isnan(x) || k < n)
            continue;
        if (n == LOGREG__GAP_CODES || !logreg__gap_code(x))
            return false;
        code[n++] = x;
    }
    return n > 0;
}

bool logreg__coded_texts(const logreg__fault *f, const logreg__column *done, size_t rows)
{
    const logreg__census *s = &f->census;
    size_t words = s->cells[LOGREG__FORM_TEXT] + s->cells[LOGREG__FORM_WORDS];
    if (f->known || f->tally.strays < 2 || f->tally.kinds < 2 || words < f->tally.strays)
        return false;
    if (logreg__gap_text(s->text->text))
        return false;
    return done->kind == LOGREG_CATEGORY ? logreg__gap_codes(done) : numbers_code(done, rows);
}
