/* Targets that cannot serve, each with the sentence that says what to do. weight: of each level or value. EDATA, ENOMEM. */
#ifndef LOGREG_DESIGN_RESPONSE_REFUSED_H
#define LOGREG_DESIGN_RESPONSE_REFUSED_H

#include "design/response.h"

/* Fewer than two classes; `only` is the label of the one. LOGREG_OK: there are two. */
logreg_status logreg__refuse_few(size_t classes, const logreg__column *target, const logreg_frame *frame,
                                 const char *only, logreg_error *err);

/* A number of more values than a model has classes. */
logreg_status logreg__refuse_measured(const logreg__response *r, logreg_error *err);

/* Too many classes: the most frequent may stand against the others, if it is frequent. */
logreg_status logreg__refuse_many(const logreg__column *t, const double *weight, size_t classes,
                                  logreg_error *err);

/* Texts most of which stand once. LOGREG_OK: they do not. */
logreg_status logreg__refuse_remarks(const logreg__column *t, const double *weight, size_t classes,
                                     logreg_error *err);

/* The first row, in order, that holds a share of events is told. Few of them among 0 and 1 are likely to be rows of means. */
logreg_status logreg__refuse_shares(const double *value, const double *weight, const size_t *first,
                                    size_t classes, const logreg__response *r, logreg_error *err);

/* One row of a third class beside 0 and 1, or 1 and 2: a slip, or a code for a missing value, and no class that could be fitted. */
logreg_status logreg__refuse_odd(const double *value, const double *weight, const size_t *first,
                                 size_t classes, const logreg__response *r, logreg_error *err);

#endif
