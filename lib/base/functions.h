/* log, exp and powers of doubles, as formulas use them. Their bits do not depend on the machine's mathematical library, so that a
 * saved model predicts the same ones everywhere. Special values are those of C's <math.h>. */
#ifndef LOGREG_BASE_FUNCTIONS_H
#define LOGREG_BASE_FUNCTIONS_H

/* Within 0.52 units in the last place. */
double logreg__log_of(double x);
double logreg__log2_of(double x);
double logreg__log10_of(double x);
double logreg__log1p_of(double x);
double logreg__exp_of(double x);
double logreg__expm1_of(double x);

/* x^y. Whole and half y to 64 within 0.51 units in the last place; others within 1 unit for results in [1e-7, 1e7] and 11 at the
 * ends of the range. */
double logreg__power_of(double x, double y);

#endif
