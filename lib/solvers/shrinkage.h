/* A penalty on sizes: sum_j lambda v_j ((1 - alpha) / 2 (s_j beta_j)^2 + alpha |s_j beta_j|) beside the mean loss, equation (110), seen in the
 * coordinates of a problem's z and beside the loss of all rows. It is a part of the problem, which quadratic.h adds to losses, gradients and second derivatives as
 * far as it is smooth. Two classes have one coefficient a column; more have one for each of the K, theta_c, of which the problem's are the differences
 * b_c = theta_c - theta_0 (penalties do not mind which class is called the first).
 */
#ifndef LOGREG_SOLVERS_SHRINKAGE_H
#define LOGREG_SOLVERS_SHRINKAGE_H

#include "engine/problem.h"

typedef struct logreg__shrinkage {
    size_t p;
    double *factor; /* [p] v_j; 0: no penalty, as intercepts have none */
    double *
        scale; /* [p] what a z's coefficient is multiplied by before it is penalised, s_j times the problem's factor; slopes over it and the
                     * weight of all rows are lambda's. 0: a constant column, whose coefficient a ridge holds at 0 */
    double *ridge;        /* [p] of theta^2 / 2 */
    double *lasso;        /* [p] of |theta| */
    double *low, *high;   /* [p] bounds on theta */
    double *noise;        /* [p] a slope that counts as none, being rounding of sums over rows */
    double lambda, alpha; /* the strength that was set */
    bool smooth;          /* no lasso, no bounds */
    double tol;           /* violation that counts as none, in units of lambda */
    double *room;         /* all arrays; owned */
} logreg__shrinkage;

/* With factors and scales 1 but for the intercept's, no bounds and no penalty yet. ENOMEM. */
logreg_status logreg__shrinkage_new(logreg__shrinkage **shrinkage, const logreg__problem *problem,
                                    logreg_error *err);
/* A copy, strength and bounds and all. ENOMEM. */
logreg_status logreg__shrinkage_copy(logreg__shrinkage **copy, const logreg__shrinkage *from,
                                     logreg_error *err);
void logreg__shrinkage_free(logreg__shrinkage *shrinkage);

/* Makes noise, which is that of columns of length one, that of sparse columns as long as they are, since these are not scaled. One walk where there are any. ENOMEM. */
logreg_status logreg__shrinkage_measure(logreg__shrinkage *shrinkage, const logreg__problem *problem,
                                        logreg_error *err);

/* What rounding leaves of a mean slope, in units of lambda: where no column has any other, no tolerance is a part of the largest. */
double logreg__shrinkage_rounding(const logreg__shrinkage *shrinkage, double weight);

/* Makes scales those of columns of variance 1, by 1/n. Two walks. ENOMEM. */
logreg_status logreg__shrinkage_standardise(logreg__shrinkage *shrinkage, const logreg__problem *problem,
                                            logreg_error *err);

/* Sets the strength: lambda beside the mean loss of rows that weigh `weight` together, and the share alpha of the absolute values. */
void logreg__shrinkage_set(logreg__shrinkage *shrinkage, double lambda, double alpha, double weight);

/* Bounds of coefficient j in terms of beta. */
void logreg__shrinkage_bound(logreg__shrinkage *shrinkage, const logreg__problem *problem, size_t j,
                             double low, double high);

/* How many coefficients a column has: 1 of two classes, else K. */
size_t logreg__shrinkage_classes(const logreg__problem *problem);

/* theta [classes * p] of b [q], class by class: that with the least penalty, and intercepts whose mean is 0. And back. */
void logreg__shrinkage_theta(double *theta, const logreg__problem *problem, const double *b);
void logreg__shrinkage_b(double *b, const logreg__problem *problem, const double *theta);

/* The penalty at theta. */
double logreg__shrinkage_value(const logreg__shrinkage *shrinkage, const double *theta, size_t classes);

/* The quadratic part, as a function of b: its value, of which the gradient is added to g [q]; and its second derivatives, added to H [q x q]. */
double logreg__shrinkage_slope(double *g, const logreg__problem *problem, const double *b);
void logreg__shrinkage_curve(double *H, const logreg__problem *problem);

/* How far theta is from optimal, given the gradient g [classes * p] of the loss alone: the largest violation of the conditions of Karush, Kuhn and
 * Tucker, in units of lambda. residual [classes * p] receives each; NULL: not wanted. */
double logreg__shrinkage_violation(double *residual, const logreg__shrinkage *shrinkage, const double *theta,
                                   const double *g, size_t classes, double weight);

/* The steepest slope of a gradient g [q] of the penalised loss, where nothing but squares is penalised, in units of lambda. */
double logreg__shrinkage_steepest(const logreg__problem *problem, const double *g);

/* The least lambda at which all penalised coefficients are 0, for alpha = 1, given the gradient there; bounds are not minded. */
double logreg__shrinkage_largest(const logreg__shrinkage *shrinkage, const double *g, size_t classes,
                                 double weight);

/* The gradient in theta from that in b [q]. */
void logreg__shrinkage_gradient(double *g, const logreg__problem *problem, const double *gradient);

#endif
