/* Some of the rows of a fit as a problem of their own. */
#ifndef LOGREG_SELECT_PART_H
#define LOGREG_SELECT_PART_H

#include <logreg/path.h>

#include "model/doors/prepared.h"
#include "model/held/resample.h"

typedef struct {
    logreg__rows *rows;
    logreg__response response; /* the fit's, with the sums of these rows */
    double weight[LOGREG__MOST_CLASSES];
    logreg__prepared prepared; /* columns learned again from these rows; terms NULL: they are the fit's */
    logreg__design *design;
    logreg__problem *problem; /* not standardised */
    bool unconverged;         /* some strength of logreg__part_go is no minimum */
} logreg__part;

/* Parts begin as zeros and stand where they are, since they point into themselves; clear them, whatever comes back. */

/* Those kept rows i of f for which fold[i] is not `number`. What the fit learned of its columns, bases, what is imputed, words, is learned again from these rows alone, as the door of the fit
 * did from all; where nothing was, the columns are the fit's. EDATA: they have too little to learn from, with the number of the fold. ENOMEM. */
logreg_status logreg__part_train(logreg__part *part, const logreg__fitting *f, const uint32_t *fold,
                                 size_t number, int threads, logreg_error *err);

/* The others, with the columns of `train`, which is of the same fold and outlives this. ENOMEM. */
logreg_status logreg__part_test(logreg__part *part, const logreg__part *train, const logreg__fitting *f,
                                const uint32_t *fold, size_t number, int threads, logreg_error *err);

/* The rows of f that a resample has drawn, as often as it has, with the columns of f. ENOMEM. */
logreg_status logreg__part_drawn(logreg__part *part, const logreg__fitting *f,
                                 const logreg__resample *resample, int threads, logreg_error *err);

/* f as if the part were all of its rows; s is its penalty, from logreg__part_go. */
void logreg__part_fitting(logreg__fitting *within, const logreg__part *part, struct logreg__shrinkage *s,
                          const logreg__fitting *f);

void logreg__part_clear(logreg__part *part);

/* Standardises the part, and goes a path's strengths on it with the penalty of f: *theta [n x classes p] and *shrinkage, its penalty, are the caller's to free. ENOMEM. */
logreg_status logreg__part_go(double **theta, struct logreg__shrinkage **shrinkage, logreg__part *part,
                              const logreg__fitting *f, const logreg_path *path, double alpha,
                              logreg_error *err);

/* The mean losses of n thetas of one part on the rows of another. ENOMEM. */
logreg_status logreg__part_measure(double *loss, logreg__part *on, const logreg__part *of,
                                   const double *theta, size_t n, logreg_error *err);

/* A metric of n thetas of one part on the rows of another, of two classes at a threshold of 1/2. ENOMEM. */
logreg_status logreg__part_metric(double *value, logreg__part *on, const logreg__part *of,
                                  const double *theta, size_t n, const logreg_metric *metric,
                                  logreg_error *err);

/* The mean of losses of F folds, `apart` places apart, by their weights, and its standard error from their spread. Equation (109). */
void logreg__mean_of_folds(double *mean, double *error, const double *loss, size_t apart,
                           const double *weight, size_t F);

/* A class of the fit that the part has no row of; SIZE_MAX: it has all. */
size_t logreg__part_lacks(const logreg__part *part);

#endif
