/* From a model and a design to probabilities. */
#ifndef LOGREG_MODEL_PREDICT_PREDICT_H
#define LOGREG_MODEL_PREDICT_PREDICT_H

#include "design/design.h"
#include "model/model.h"

/* P (n x K, row by row) of every kept row of a design of the model's terms. Where the design has a response, its offset counts;
 * else offset, a column of the design's frame or NULL. tied: what logreg__existence says of these very rows, where the
 * design has a response; NULL: a direction of recession speaks for itself. ENOMEM. */
logreg_status logreg__predict_rows(const logreg_model *model, const logreg__design *design,
                                   const logreg__column *offset, const unsigned char *tied, int threads,
                                   double *P, logreg_error *err);

/* Linear predictors of all K classes, class 0 last, in P (n x K), those of impossible ones -inf. offset: a column of the design's
 * frame that is added to those of the other classes, or NULL. ENOMEM. */
logreg_status logreg__class_predictors(const logreg_model *model, const logreg__design *design,
                                       const logreg__column *offset, const unsigned char *tied, int threads,
                                       double *P, logreg_error *err);

/* Turns n rows of these into probabilities, class by class, calibrated where the model is. ENOMEM. */
logreg_status logreg__class_probabilities(double *P, size_t n, const logreg_model *model, logreg_error *err);

/* Columns of the frame that rows must not miss for a prediction: the model's variables, and last its offset; those of conditions that may have
 * an answer all the same are only to be there (logreg__terms_answered). column: room for n_variables + 2 of the
 * terms. EDATA: one is not there, or the offset holds text. */
logreg_status logreg__needed_columns(size_t *column, size_t *n, const logreg_model *model,
                                     const logreg_frame *frame, logreg_error *err);

/* EDATA if the model is that of matched sets, which gives no probabilities. */
logreg_status logreg__check_probable(const logreg_model *model, logreg_error *err);

/* EINVAL unless a result has the room that is needed. */
logreg_status logreg__check_shape(const gsl_matrix *out, size_t rows, size_t columns, logreg_error *err);

/* A frame over the columns x1 .. xp of a matrix, which it borrows; count: NaN are missing cells, and not just what they are. ENOMEM. */
logreg_status logreg__frame_of_matrix(logreg_frame **frame, const gsl_matrix *X, bool count,
                                      logreg_error *err);

/* Standard errors of the log-odds of a design's rows, for two classes: the root of x' V x; NaN where an unbounded coefficient
 * takes part. ENOMEM. */
logreg_status logreg__std_error_rows(double *std_error, const logreg_model *model,
                                     const logreg__design *design, logreg_error *err);

/* EINVAL unless the frame has n rows from `first` on. */
logreg_status logreg__check_rows(const logreg_frame *frame, size_t first, size_t n, logreg_error *err);

/* logreg_predict_proba_rows. std_error: of two classes, linear predictors instead (logreg__class_predictors), since those far out
 * are lost in probabilities, and the standard errors of the log-odds, NaN in rows that miss a value; NULL: not asked for.
 * labelled: as logreg_predict_proba_labelled. */
logreg_status logreg__predict_frame(const logreg_model *model, const logreg_frame *frame, size_t first,
                                    gsl_matrix *P, double *std_error, bool labelled, logreg_error *err);

#endif
