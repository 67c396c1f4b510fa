/* Which columns cost a fit many of its rows, since they are missing there. */
#ifndef LOGREG_DATA_LOSSES_H
#define LOGREG_DATA_LOSSES_H

#include "data/rows.h"

/* Which part of the rows a column may miss: more is worth a word, or speaks against the column. */
typedef enum { LOGREG__LOSS_HALF = 2, LOGREG__LOSS_QUARTER = 4 } logreg__loss_part;

/* What a fit uses of a frame: n different columns, the features in front. */
typedef struct {
    const logreg_frame *frame;
    const size_t *column;
    size_t n_features, n;
    const logreg__column *target; /* whose classes are to keep rows; NULL: none is */
    const logreg__rows
        *rows; /* the fit's; those that stand for nothing do not count. NULL: all that miss nothing */
} logreg__loss_columns;

/* Does the row miss the i-th of the columns? */
static inline bool logreg__loss_misses(const logreg__loss_columns *c, size_t i, size_t row)
{
    return logreg__cell_is_missing(&c->frame->column[c->column[i]], row);
}

/* Does it miss features alone, or nothing? */
bool logreg__loss_usable(const logreg__loss_columns *columns, size_t row);

/* What a feature costs, in rows that miss features alone. */
typedef struct {
    size_t missing;  /* rows that miss it */
    size_t alone;    /*   and no other */
    size_t back;     /*   and come back without all that cost much; 0 for one that does not */
    bool offered;    /* is it to be left out? */
    bool for_class;  /*   for the sake of a class that has no rows with it? */
    size_t of_class; /* rows of a class that lack no other; used by lost.c */
} logreg__loss;

/* Classes of the target that rows that miss nothing have none of, though others do. */
enum { LOGREG__LOST_MOST = 50 };
typedef struct {
    size_t n;    /* so many; 0 too where the target has more than LOGREG__LOST_MOST */
    size_t left; /* classes that have rows, where some are lost */
    struct {
        size_t first, rows; /* the first row of the frame that is of it, and how many there are */
        size_t back; /* that come back without the features offered; 0: no choice of features brings any */
    } class[LOGREG__LOST_MOST];
} logreg__lost;

typedef struct {
    size_t usable; /* rows that miss features alone, or nothing: no choice of features brings others back */
    size_t left;   /* of these, rows that miss nothing */
    size_t kept;   /* rows that are left besides, without the features offered */
    logreg__lost lost;
} logreg__loss_rows;

/* Finds the features to leave out: of those that miss such a part of the usable rows, or cost alone more than are left, the fewest that
 * bring as many rows back as all. One is left where all are such. worth_it: a feature that few rows more would go for, a tenth of all that come
 * back together with others like it, is not left out for them; and nothing is where no more than a tenth of the rows left come back. Besides, those without
 * which each class has rows, as long as one feature is left. loss: [n_features], zeros. Few walks of the rows. */
logreg__loss_rows logreg__losses_weigh(logreg__loss *loss, const logreg__loss_columns *columns,
                                       logreg__loss_part part, bool worth_it);

/* ---- Classes (lost.c) ---- */

/* Finds lost classes; of rows that miss nothing it looks at no more than it takes to see each class. */
void logreg__lost_find(logreg__lost *lost, const logreg__loss_columns *columns);

/* Offers the fewest features besides without which each of them has rows, and counts those. */
void logreg__lost_way(logreg__loss *loss, logreg__lost *lost, const logreg__loss_columns *columns);

/* Is the row of the k-th of them? */
bool logreg__lost_has(const logreg__lost *lost, size_t k, const logreg__column *target, size_t row);

/* Are so many rows left that no column can be missing in such a part? */
static inline bool logreg__loss_light(size_t left, size_t rows, logreg__loss_part part)
{
    return (size_t)part * left > ((size_t)part - 1) * rows;
}

#endif
