/* logreg/hypothesis.h - tests of linear hypotheses about coefficients: that combinations of them have given values.
 *
 *     const char *text[] = {"gre + 100*gpa = 1", "rank[2] = rank[3] = rank[4]", "rank"};
 *     logreg_hypotheses_options o = logreg_hypotheses_options_default();
 *     o.study = study;                        the model beside its rows: logreg/inference.h
 *     logreg_hypotheses *h = NULL;
 *     if (logreg_hypotheses_new(&h, model, text, 3, &o, &err) == LOGREG_OK)
 *         printf("chi-squared %g, p = %g\n", h->hypothesis[0].lr.statistic, h->hypothesis[0].lr.p);
 *     logreg_hypotheses_free(h);
 *
 * A hypothesis is a list of equations, separated by commas, which are to hold together. Their sides are sums of coefficients, called as
 * logreg_model_coefficient_name has them, with numbers, + - * / and parentheses; a = b = c are two equations, and what has no = is to be 0. A term of the
 * formula, such as C(rank), stands for all of its coefficients that are not aliased. With more than two classes CLASS:name is the coefficient of a class,
 * and a name alone stands for those of all classes. docs/cli.md tells all of it.
 *
 * C beta = v is tested three ways. Wald: how far C beta is from v, by the model's covariance, whatever that is. Likelihood ratio: what the maximum
 * loses by the constraint. Score (Rao): how steep the likelihood is at the maximum under the constraint. The last two go by the rows. Where classes are
 * separated they are those of the limit. Equations (41) and (42) of docs/mathematics.md.
 */
#ifndef LOGREG_HYPOTHESIS_H
#define LOGREG_HYPOTHESIS_H

#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

#include <logreg/base.h>
#include <logreg/inference.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One equation, as it is read: coefficients on the left, a number on the right. */
typedef struct {
    char *text;   /* "gre + 100*gpa = 1" */
    char *left;   /* "gre + 100*gpa" */
    double value; /* 1 */
    logreg_coefficient
        of; /* the left side as if it were a coefficient, called `left`; z and p are about the equation: that it is
                              * `value`. No odds ratio where the intercept takes part */
    bool follows; /* from the equations before it, so that it adds nothing */
} logreg_equation;

typedef struct {
    char *text; /* as it was given; of a matrix: its equations */
    size_t n_equations;
    logreg_equation *equation;
    size_t df;             /* equations that do not follow from others: the rank of C */
    logreg_test wald;      /* NaN where a coefficient is infinite, or clusters are too few */
    logreg_test lr, score; /* NaN without a study, and where a remark says why */
    const char *remark;    /* why a test is missing that should be there, a sentence; NULL: none is. Static */
} logreg_hypothesis;

/* What is asked for. Take logreg_hypotheses_options_default() and change what differs. */
typedef struct {
    double level; /* of intervals; default 0.95 */
    bool profile; /* intervals, z and p of equations by profile likelihood instead of Wald's; needs a study */
    const logreg_study *study; /* the model's, borrowed; default NULL: Wald's tests alone */
} logreg_hypotheses_options;

LOGREG_API logreg_hypotheses_options logreg_hypotheses_options_default(void);

typedef struct {
    double level;
    const char *method; /* of the equations' intervals: "wald" or "profile" */
    size_t n;
    logreg_hypothesis *hypothesis;
} logreg_hypotheses;

/* Tests n hypotheses. Of separated classes each takes a fit with its rows written out, and so does each equation whose coefficients are infinite. All maxima that this takes are found side by side, as in logreg_study_profile; each score test costs an information more. The model
 * is borrowed. EINVAL: a text that cannot be read, with the place; no such coefficient (with the nearest); equations that contradict each other or say
 * nothing; the level, no study where one is needed. EDATA: an aliased coefficient. ENOMEM. */
LOGREG_API logreg_status logreg_hypotheses_new(logreg_hypotheses **hypotheses, const logreg_model *model,
                                               const char *const *text, size_t n,
                                               const logreg_hypotheses_options *options, logreg_error *err);

/* The same for one hypothesis C beta = v: C is m x p (K-1), coefficients class by class as in logreg_study_profile; v has m entries, NULL: zeros. EINVAL
 * also: the shapes, a number that is not finite. */
LOGREG_API logreg_status logreg_hypotheses_new_matrix(logreg_hypotheses **hypotheses,
                                                      const logreg_model *model, const gsl_matrix *C,
                                                      const gsl_vector *v,
                                                      const logreg_hypotheses_options *options,
                                                      logreg_error *err);

LOGREG_API void logreg_hypotheses_free(logreg_hypotheses *hypotheses);

#ifdef __cplusplus
}
#endif

#endif
