/* Sparse rows, as svmlight files have them: how full they are, rows and columns without numbers, columns of one value, and sizes that a penalty takes for importance. */
#include "doctor/checkup.h"

#include "base/memory.h"
#include "data/sparse.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Sizes of columns that are further apart than this make a penalty go by units. Of indicators of words, all of size 1, none are. */
#define APART 100

/* What the numbers of a column come to: how many, whether all are `value`, and the sum of their squares. */
typedef struct {
    size_t n;
    double value, squares;
    bool same;
} tally;

static double size_of(const tally *t)
{
    return sqrt(t->squares / (double)t->n);
}

/* ---- Rows ---- */

static void count_rows(logreg_checkup *c, const logreg__sparse *s)
{
    logreg__sparse_census *census = &c->census;
    for (size_t r = 0; r < s->n; r++) {
        size_t n = (size_t)(s->start[r + 1] - s->start[r]);
        census->least = r && census->least < n ? census->least : n;
        census->most = census->most > n ? census->most : n;
        if (n == 0 && census->empty_rows++ == 0)
            census->first_empty = r;
    }
    census->numbers = (size_t)s->start[s->n];
}

static void tell_empty_rows(logreg_checkup *c)
{
    const logreg__sparse_census *census = &c->census;
    if (!census->empty_rows)
        return;
    size_t line = logreg__frame_line(c->frame, census->first_empty);
    logreg__finding *f = logreg__find(c, "empty_rows", LOGREG_FINDING_NOTE, SIZE_MAX);
    logreg__page_format(&f->message,
                        census->empty_rows == 1 ? "%zu row has no number at all; it is %s %zu."
                                                : "%zu rows have no number at all; the first is %s %zu.",
                        census->empty_rows, line ? "line" : "row", line ? line : census->first_empty + 1);
    logreg__page_add(&f->advice,
                     "A fit knows nothing of them but their class, and predicts them all alike. If "
                     "their numbers were lost, leave them out of the file.");
}

/* ---- Columns ---- */

/* Of the columns that have any, by their place among these. */
static tally *tally_columns(const logreg__sparse *s, size_t n)
{
    tally *t = logreg__new(n, sizeof *t);
    for (int k = 0; t && k < s->start[s->n]; k++) {
        tally *of = &t[s->column[k]];
        double x = s->value[k];
        of->same = of->n == 0 || (of->same && x == of->value);
        of->value = x;
        of->squares += x * x;
        of->n++;
    }
    return t;
}

static void tell_empty_columns(logreg_checkup *c, size_t width)
{
    size_t empty = width - c->census.held;
    if (!empty)
        return;
    logreg__finding *f = logreg__find(c, "empty_columns", LOGREG_FINDING_NOTE, SIZE_MAX);
    bool one = empty == 1;
    logreg__page_format(&f->message, "%zu of %zu columns %s no number in any row.", empty, width,
                        one ? "has" : "have");
    logreg__page_add(&f->advice, one ? "It is none of a model's, and costs nothing."
                                     : "They are none of a model's, and cost nothing.");
}

static void tell_constant(logreg_checkup *c, const tally *t, const uint32_t *held)
{
    size_t constant = 0;
    logreg__finding *f = NULL;
    for (size_t j = 0; j < c->census.held; j++) {
        if (!t[j].same || t[j].n < logreg_frame_rows(c->frame))
            continue;
        f = f ? f : logreg__find(c, "constant", LOGREG_FINDING_NOTE, SIZE_MAX);
        if (constant++ < LOGREG__LISTED)
            logreg__page_format(&f->message, "%sx%u", constant > 1 ? ", " : "", held[j] + 1);
    }
    if (!constant)
        return;
    logreg__write_more(&f->message, constant);
    logreg__page_format(&f->message, " %s the same value in every row, so %s nothing.",
                        constant == 1 ? "has" : "have", constant == 1 ? "it explains" : "they explain");
    logreg__page_add(&f->advice, "A fit has an intercept of its own, which is not penalised, and gives such "
                                 "columns the coefficient 0: leave them out of the file.");
}

static void tell_scales(logreg_checkup *c, const tally *t, const uint32_t *held)
{
    size_t least = SIZE_MAX, most = SIZE_MAX;
    for (size_t j = 0; j < c->census.held; j++) {
        if (t[j].n < LOGREG__LEAK_ROWS)
            continue;
        least = least == SIZE_MAX || size_of(&t[j]) < size_of(&t[least]) ? j : least;
        most = most == SIZE_MAX || size_of(&t[j]) > size_of(&t[most]) ? j : most;
    }
    if (least == SIZE_MAX || !(size_of(&t[most]) > APART * size_of(&t[least])))
        return;
    char small[LOGREG__FIGURE_SIZE], large[LOGREG__FIGURE_SIZE];
    logreg__finding *f = logreg__find(c, "scales", LOGREG_FINDING_MISLEADS, SIZE_MAX);
    logreg__page_format(
        &f->message,
        "The numbers of x%u are about %s in size, those of x%u about %s. Sparse rows are fitted with a "
        "penalty on sizes of coefficients, which columns of small numbers need large ones of: it would go "
        "by units.",
        held[most] + 1, logreg__figure_plain(large, size_of(&t[most]), 3, f->message.sign), held[least] + 1,
        logreg__figure_plain(small, size_of(&t[least]), 3, f->message.sign));
    logreg__page_add(&f->advice,
                     "Let it go by columns of variance 1: logreg fit --standardize; logreg path does.");
}

void logreg__check_sparse(logreg_checkup *c)
{
    const logreg__sparse *s = c->frame->sparse;
    uint32_t *held = s ? logreg__sparse_held(&c->census.held, s) : NULL;
    if (!s)
        return;
    logreg__sparse *few = held ? logreg__sparse_pick(s, 0, s->n, held, c->census.held) : NULL;
    tally *t = few ? tally_columns(few, c->census.held) : NULL;
    if (t) {
        count_rows(c, s);
        if (c->census.numbers == 0)
            c->census.held = 0;
        tell_empty_rows(c);
        tell_empty_columns(c, s->p);
        tell_constant(c, t, held);
        tell_scales(c, t, held);
    }
    c->failed = c->failed || !t;
    logreg__sparse_free(few);
    free(held);
    free(t);
}
