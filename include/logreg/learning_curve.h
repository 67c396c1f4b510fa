/* logreg/learning_curve.h - what more rows would buy: fits to growing parts of a table, measured on rows that none of them saw.
 *
 *     logreg_learning_curve *curve = NULL;
 *     if (logreg_learning_curve_new(&curve, frame, "y ~ age + sex", NULL, NULL, &err) == LOGREG_OK)
 *         for (size_t i = 0; i < curve->n_points; i++)
 *             printf("%zu %g\n", curve->point[i].n, curve->point[i].log_loss.test.mean);
 *     logreg_learning_curve_free(curve);
 */
#ifndef LOGREG_LEARNING_CURVE_H
#define LOGREG_LEARNING_CURVE_H

#include <stdint.h>

#include <logreg/base.h>
#include <logreg/data.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const double *sizes;   /* n_sizes numbers of rows to fit to, from 2 on, or shares of those that are there, in (0, 1]; borrowed. NULL (default): 1/32, 1/16, .. 1/2
                            * and all, as far as these are 10 rows and 2 a class */
    size_t n_sizes;
    size_t repeats;        /* how often rows are parted anew; default 5 */
    double test_size;      /* share of the rows of each class that is held out to measure by, in (0, 1); default 0.25 */
    uint64_t random_state; /* the same seed, the same parts; default 0 */
} logreg_learning_curve_options;

LOGREG_API logreg_learning_curve_options logreg_learning_curve_options_default(void);

/* Mean and standard deviation over the repeats: NaN of one alone, or where there is no value; infinite where a fit gave an outcome that came about no chance. */
typedef struct {
    double mean, sd;
} logreg_spread;

/* A measure on the rows that were fitted to, and on those held out. */
typedef struct {
    logreg_spread train, test;
} logreg_learning_measure;

typedef struct {
    size_t n; /* rows fitted to */
    logreg_learning_measure log_loss, accuracy, auc; /* accuracy by 1/2, or the likeliest class; AUC of two classes, else NaN */
    size_t separated; /* fits without a finite maximum, whose limit was measured */
    size_t unsound;   /* other fits that did not end as they should */
} logreg_learning_point;

typedef struct {
    size_t n_points;
    logreg_learning_point *point; /* n ascending */
    size_t n_rows, n_train, n_test; /* rows that miss nothing, or nothing that is not imputed; parts of them */
    size_t n_classes, repeats;
    char *target;
} logreg_learning_curve;

/* Parts the rows that miss nothing, fits the formula as options say to the first n of the others in an order in which each class comes as often as in all, and measures. Sizes of one repeat
 * are nested: the rows of a larger one are those of the smaller and more. Levels, knots and the like are those of all rows, so that no part lacks a column; what a part does not
 * have is aliased there. Where options impute or count words, what stands in, indicators, vocabularies and knots are learned from the rows fitted to alone. Rows count as often as options->weights and trials say, and in the measures too. options and how may be NULL; without strata, sampling weights, validation_fraction and calibrate: EINVAL. EDATA as
 * logreg_fit_formula; rows fitted to that leave nothing to impute by; a class with too few rows for both parts, a size beyond those there are. ENOMEM. Free with logreg_learning_curve_free (NULL is fine). repeats x sizes fits. */
LOGREG_API logreg_status logreg_learning_curve_new(logreg_learning_curve **curve, const logreg_frame *frame,
                                                   const char *formula, const logreg_options *options,
                                                   const logreg_learning_curve_options *how, logreg_error *err);
LOGREG_API void logreg_learning_curve_free(logreg_learning_curve *curve);

#ifdef __cplusplus
}
#endif

#endif
