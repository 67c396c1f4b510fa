/* Which way a curve goes. */
#ifndef LOGREG_FIGURES_TELLING_DIRECTION_H
#define LOGREG_FIGURES_TELLING_DIRECTION_H

#include "report/curves/curve.h"

/* *way is 1 where the event's probability rises with the subject's variable, -1 where it falls, and 0 where it would be too much to say so: where its own coefficient is not significant, where
 * the grid's curve does not go that way all along, or by less than `least` in all, or where it goes another way with one of the other variables at an end of its range or another level. ENOMEM. */
logreg_status logreg__direction(int *way, const logreg__subject *subject, const logreg__grid *grid,
                                double least, logreg_error *err);

#endif
