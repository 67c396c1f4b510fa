/* Rows that are held out of a fit, so that its loss is measured on rows that it never saw. */
#ifndef LOGREG_MODEL_HELD_HELD_OUT_H
#define LOGREG_MODEL_HELD_HELD_OUT_H

#include "model/fitting.h"

/* The share of rows to hold out: of options, or a tenth where they stop early. */
double logreg__held_out_share(const logreg_options *options);

/* So many numbers of the rows held out, and of those that stay, are copied at most: neither stand together in the frame, and are walked again and again. */
#define LOGREG__MOST_HELD_COPIED 10000000

/* Moves that share of the rows, of those of each class (of counts, of all), to (*rows)->held, drawn by options->random_state; at least one row of a
 * class stays, and a class of one row does. EDATA: none is left to hold out, and as logreg__response_new. ENOMEM. */
logreg_status logreg__held_out_choose(logreg__rows **rows, const logreg__outcome *outcome,
                                      const logreg_frame *frame, const logreg_options *options,
                                      logreg_error *err);

/* Takes rows out of *rows for as long as the fit lasts; categories keep the levels of all. ENOMEM. */
logreg_status logreg__held_out_leave(logreg__rows **rows, const logreg__leaving *leaving, logreg_error *err);

/* The loss of the rows held out as a problem in the coefficients of the data; f->held is NULL where there are none. EDATA: a level that the fit never
 * saw. ENOMEM. */
logreg_status logreg__held_out_problem(logreg__fitting *f, logreg_error *err);

/* What the model tells of them once it is there. ENOMEM. */
logreg_status logreg__held_out_measure(logreg__fitting *f, logreg_error *err);

#endif
