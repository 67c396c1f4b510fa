/* From a raw frame to the columns of a fit: its rows, and what is learned from them before there are coefficients: words, what stands in for missing cells, levels, bases. */
#ifndef LOGREG_MODEL_DOORS_PREPARED_H
#define LOGREG_MODEL_DOORS_PREPARED_H

#include "model/doors/imputing.h"
#include "model/doors/texts.h"

/* Starts as {0}. */
typedef struct {
    const logreg_frame
        *frame; /* that terms are bound to: the raw one, or one of those below, which borrow it */
    logreg__formula *formula; /* owned, as all below is; NULL: of a matrix, or made again */
    logreg__rows *rows;       /* NULL: made again */
    logreg__terms *terms;     /* with what was learned */
    logreg__imputing imputing;
    logreg__texts texts;
} logreg__prepared;

/* Of a formula, which has been checked with its options. What is there stays also after a failure. leaving: rows that it goes without; NULL: none. As logreg__formula_imputed, logreg__texts_learn and
 * logreg__terms_new. */
logreg_status logreg__prepare(logreg__prepared *prepared, const logreg_frame *raw, const char *text,
                              const logreg_options *options, const logreg__leaving *leaving,
                              logreg_error *err);

/* What a fit was prepared from, for those who do it again with some of its rows. */
typedef struct logreg__source {
    const logreg_frame *raw;        /* borrowed, as all is */
    const char *text;               /* of the formula; NULL: of a matrix, */
    size_t n_features;              /*   whose columns are the first ones, */
    const logreg__outcome *outcome; /*   and whose outcome this is */
    const logreg_options *options;
    const logreg__rows *rows; /* the fit's, whose levels categories keep */
} logreg__source;

/* Learns all of it again from `rows`, which are some of the fit's. EDATA: they have too little to learn from. ENOMEM. */
logreg_status logreg__prepare_again(logreg__prepared *prepared, const logreg__source *source,
                                    const logreg__rows *rows, int threads, logreg_error *err);

void logreg__prepared_clear(logreg__prepared *prepared);

#endif
