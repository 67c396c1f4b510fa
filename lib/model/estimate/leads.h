/* Which classes a direction of recession leaves possible in a row. */
#ifndef LOGREG_MODEL_ESTIMATE_LEADS_H
#define LOGREG_MODEL_ESTIMATE_LEADS_H

#include "design/design.h"

/* A lead up to this is none, where rows do not ask for less or more. */
#define LOGREG__USUAL_LEAD 1e-9

/* lead[c], c = 0 .. k: by how much the largest x'd of all classes exceeds that of class c, against the sum of the sizes of all
 * terms. x: [p]; direction: [k * p], class 0 having none. O(k p). */
void logreg__leads(double *lead, const double *x, const double *direction, size_t p, size_t k);

/* Whether row r of a block has a weight, so that it was decided about. */
bool logreg__row_counts(const logreg__block *block, size_t r);

/* The lead up to which a class is possible, such that the rows of the design are decided as `tied` says ([n * k], those of
 * logreg__existence): LOGREG__USUAL_LEAD where that will do. Where none will do, the largest that is a tie. ENOMEM. O(n k p). */
logreg_status logreg__least_lead(double *least, const logreg__design *design, size_t k,
                                 const double *direction, const unsigned char *tied, logreg_error *err);

#endif
