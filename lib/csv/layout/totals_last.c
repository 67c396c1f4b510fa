/* A last row without a label that sums up the others: all of its numbers say so. */
#include "csv/layout/totals.h"
#include "csv/mending/plan.h"

#include <math.h>

#include "base/number.h"
#include "data/frame.h"

/* Of fewer, one is easily the sum of the others by chance: the frequencies of a table of two by two, whose last cell stands for 1 and 1. */
enum { NUMBERS = 4 };

/* Could it be? Few files go on from here: a number is larger than the first ones of its column, or not whole as they are. */
static bool may_sum_up(const logreg_frame *frame)
{
    size_t last = frame->n_rows - 1, some = last < 64 ? last : 64;
    bool may = false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        if (c->kind == LOGREG_CATEGORY && logreg__column_code(c, last) != LOGREG__MISSING)
            return false;
        double x = c->kind == LOGREG_NUMERIC ? logreg__column_number(c, last) : NAN;
        logreg__block b = {0};
        for (size_t r = 0; r < some && !isnan(x); r++)
            logreg__block_add(&b, logreg__column_number(c, r));
        may = may || (!isnan(x) && (fabs(x) > b.most || (b.whole && x != floor(x))));
    }
    return may;
}

logreg_status logreg__totals_last(const logreg_frame *frame, const logreg__csv *csv)
{
    size_t last = frame->n_rows - 1, cells = 0, first = 0;
    logreg__relation how = LOGREG__OF_NONE;
    bool proof = false, sure = false;
    if (!may_sum_up(frame))
        return LOGREG_OK;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const logreg__column *c = &frame->column[j];
        double x = c->kind == LOGREG_NUMERIC ? logreg__column_number(c, last) : NAN;
        if (isnan(x))
            continue;
        logreg__block b = {0};
        bool strong;
        for (size_t r = 0; r < last; r++)
            logreg__block_add(&b, logreg__column_number(c, r));
        logreg__relation found = logreg__block_relate(x, &b, &strong);
        if (found == LOGREG__OF_NONE)
            return LOGREG_OK;
        first = cells++ ? first : j;
        how = how ? how : found;
        proof = proof || strong;
        sure = sure || (strong && (b.n >= NUMBERS || found == LOGREG__MEAN_OF));
    }
    char what[500], text[LOGREG__NUMBER_SIZE];
    size_t line = logreg__frame_line(frame, last);
    logreg__stage stage = {LOGREG__STAGE_LINES, line, line};
    bool gap = cells < frame->n_columns; /* which rows of data seldom have */
    if (!(sure || (proof && gap)) || (cells < 2 && frame->n_columns < 2))
        return LOGREG_OK;
    snprintf(what, sizeof what,
             "%.200s:%zu: this row sums up the others: %s in '%.80s' is the %s of the rows above%s",
             csv->file, line,
             logreg__number_shortest(text, logreg__column_number(&frame->column[first], last)),
             frame->column[first].name, logreg__relation_names[how], cells > 1 ? ", and so on" : "");
    return logreg__fail_stages(csv, &stage, 1, what, "; take it out: ", "");
}
