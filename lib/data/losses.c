#include "data/losses.h"

size_t logreg__losses_count(size_t *alone, const logreg_frame *frame, const size_t *column, size_t n,
                            const logreg__rows *weighed)
{
    size_t with = 0;
    for (size_t i = 0; i < frame->n_rows; i++) {
        size_t missing = 0, last = 0;
        if (weighed && logreg__rows_weightless(weighed, i))
            continue;
        for (size_t j = 0; j < n && missing < 2; j++)
            if (logreg__cell_is_missing(&frame->column[column[j]], i)) {
                missing++;
                last = j;
            }
        with += missing > 0;
        if (missing == 1)
            alone[last]++;
    }
    return with;
}
