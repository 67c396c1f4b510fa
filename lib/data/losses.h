/* Which columns cost a fit many of its rows, since they are missing there. */
#ifndef LOGREG_DATA_LOSSES_H
#define LOGREG_DATA_LOSSES_H

#include "data/rows.h"

/* Which part of the rows a column may miss: more is worth a word, or speaks against the column. */
typedef enum { LOGREG__LOSS_HALF = 2, LOGREG__LOSS_QUARTER = 4 } logreg__loss_part;

/* What a feature costs, in rows that miss features alone. */
typedef struct {
    size_t missing; /* rows that miss it */
    size_t alone;   /*   and no other */
    size_t back;    /*   and come back without all that cost much; 0 for one that does not */
    bool offered;   /* is it to be left out? */
} logreg__loss;

typedef struct {
    size_t usable; /* rows that miss features alone, or nothing: no choice of features brings others back */
    size_t left;   /* of these, rows that miss nothing */
    size_t kept;   /* rows that are left besides, without the features offered */
} logreg__loss_rows;

/* Finds the features to leave out: of those that miss such a part of the usable rows, or cost alone more than are left, the fewest that
 * bring as many rows back as all. One is left where all are such. worth_it: a feature that few rows more would go for, a tenth of all that come
 * back together with others like it, is not left out for them; and nothing is where no more than a tenth of the rows left come back. column: n different
 * ones of the frame, the features in front. loss: [n_features], zeros. weighed: rows of it that stand for nothing do not count; or NULL. Two walks of
 * the rows. */
logreg__loss_rows logreg__losses_weigh(logreg__loss *loss, const logreg_frame *frame, const size_t *column,
                                       size_t n_features, size_t n, const logreg__rows *weighed,
                                       logreg__loss_part part, bool worth_it);

/* Are so many rows left that no column can be missing in such a part? */
static inline bool logreg__loss_light(size_t left, size_t rows, logreg__loss_part part)
{
    return (size_t)part * left > ((size_t)part - 1) * rows;
}

#endif
