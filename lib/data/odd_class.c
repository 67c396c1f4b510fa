/* Numbers beside the two classes of an outcome: 0, 1 and a few 9. */
#include "data/ends.h"

#include <math.h>

/* The values of a column of few of them, in order, with their rows; 0: there are more, or one is not whole. */
static size_t few_values(double value[LOGREG__ENDS], size_t rows_of[LOGREG__ENDS],
                         const logreg__column *column, size_t rows)
{
    logreg__end all = {0};
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(column, i);
        bool known = isnan(x);
        for (size_t k = 0; k < all.n && !known; k++)
            known = all.value[k] == x;
        if (!known && (all.n == LOGREG__ENDS || x != floor(x)))
            return 0;
        if (!isnan(x))
            logreg__end_count(&all, x, -1);
    }
    for (size_t k = 0; k < all.n; k++) {
        value[k] = all.value[k];
        rows_of[k] = all.rows[k];
    }
    return all.n;
}

bool logreg_frame_odd_class(logreg_sentinel *found, const logreg_frame *frame, size_t j)
{
    double value[LOGREG__ENDS];
    size_t of[LOGREG__ENDS], pair = 0, others = 0;
    *found = (logreg_sentinel){0};
    size_t n = logreg_frame_kind(frame, j) == LOGREG_NUMERIC
                   ? few_values(value, of, &frame->column[j], frame->n_rows)
                   : 0;
    for (size_t k = 0; k + 1 < n; k++) /* the two that most rows have */
        if (of[k] + of[k + 1] > of[pair] + of[pair + 1])
            pair = k;
    if (n < 3 || value[pair + 1] != value[pair] + 1 || value[pair] < 0 || value[pair] > 1)
        return false;
    size_t rarer = of[pair] < of[pair + 1] ? of[pair] : of[pair + 1], rows = of[pair] + of[pair + 1];
    for (size_t k = 0; k < n; k++)
        others += k == pair || k == pair + 1 ? 0 : of[k];
    bool goes_on = n == 3 && value[pair + 1] + 1 == value[n - 1] && pair == 0; /* 0, 1, 2: a count does so */
    if ((goes_on ? 20 * others > rows + others : 10 * others > rows) || 2 * others > rarer)
        return false;
    *found = (logreg_sentinel){.low = value[pair], .high = value[pair + 1], .n_rows = others};
    for (size_t k = 0; k < n; k++)
        if (k != pair && k != pair + 1)
            found->value[found->n_values++] = value[k];
    return true;
}
