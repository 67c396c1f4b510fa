/* Numbers that stand for missing values among levels: -99 beside 1, 2 and 3. */
#include "data/sentinel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "data/label.h"

/* The levels as a column of numbers, which the caller frees. NULL: memory is out. */
static logreg_frame *as_numbers(const logreg__column *c, size_t rows)
{
    logreg_frame *frame = NULL;
    double *number = logreg__new_raw(c->n_levels, sizeof *number), *x = logreg__new_raw(rows, sizeof *x);
    bool ok = number && x && logreg_frame_new(&frame, NULL) == LOGREG_OK;
    for (size_t l = 0; ok && l < c->n_levels; l++)
        ok = logreg__number_parse(&number[l], c->levels[l], strlen(c->levels[l]), '.');
    for (size_t i = 0; ok && i < rows; i++) {
        uint32_t code = logreg__column_code(c, i);
        x[i] = code == LOGREG__MISSING ? (double)NAN : number[code];
    }
    ok = ok && logreg_frame_add_numeric(frame, c->name, x, rows, 1, NULL) == LOGREG_OK;
    free(number);
    free(x);
    if (ok)
        return frame;
    logreg_frame_free(frame);
    return NULL;
}

/* 7, 8 and 9 beyond a scale of answers are levels that many mean: don't know, refused. */
static bool are_answers(const logreg_sentinel *found)
{
    for (size_t i = 0; i < found->n_values; i++)
        if (found->value[i] < 0 || found->value[i] > 9)
            return false;
    return true;
}

static bool find(logreg_sentinel *found, const logreg__column *c, size_t rows)
{
    enum { FEWEST = 3 };
    if (c->kind == LOGREG_NUMERIC)
        return logreg__sentinel_find(found, c, rows, NULL, 0);
    if (c->n_levels < FEWEST || !logreg__labels_numbers(c->levels, c->n_levels))
        return false;
    logreg_frame *numbers = as_numbers(c, rows);
    bool any = numbers && logreg_frame_sentinel(found, numbers, 0);
    logreg_frame_free(numbers);
    return any;
}

bool logreg__levels_sentinel(logreg_sentinel *found, const logreg__column *c, size_t rows)
{
    if (find(found, c, rows) && !are_answers(found))
        return true;
    *found = (logreg_sentinel){0};
    return false;
}
