/* logreg/exact.h - exact inference for small samples: the distribution of a coefficient's sufficient statistic given all others'.
 *
 *     logreg_study *study;      the model beside its rows: logreg/inference.h
 *     logreg_exacts *exact = NULL;
 *     if (logreg_exacts_new(&exact, study, NULL, &err) == LOGREG_OK)
 *         printf("%s: p = %g\n", exact->coefficient[0].name, exact->coefficient[0].p);
 *     logreg_exacts_free(exact);
 *
 * Of two classes the sufficient statistic of a coefficient is t = sum of x y over the rows. Given those of all other coefficients, the intercept's
 * among them, or given the events of each stratum, its distribution depends on that coefficient alone: equations (90) to (92) of
 * docs/mathematics.md. It is found whole, by the multivariate shift algorithm (Hirji, Mehta & Patel, J. Amer. Statist. Assoc. 82, 1987), and needs no
 * maximum: it is there where classes are separated too. Decimals count as such; of columns whose values are none of up to nine places, sums that agree
 * to 1e-12 of the largest value count as equal.
 */
#ifndef LOGREG_EXACT_H
#define LOGREG_EXACT_H

#include <logreg/base.h>
#include <logreg/inference.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const char *name;        /* of the coefficient; borrowed from the model */
    double statistic;        /* t as observed, */
    double least, most;      /*   and the ends of its distribution; where all are the same the data say nothing: p is 1 */
    size_t values;           /* different values that it can have */
    size_t states;           /* partial sums that were kept at a time, at most */
    double estimate;         /* conditional maximum likelihood; infinite where t is at an end */
    double median_unbiased;  /* where t is as likely to be above as below; at an end where one tail is 1/2. NaN: none */
    double low, high;        /* each tail beyond is (1 - level) / 2, as Clopper and Pearson's; infinite where t is at an end */
    double probability;      /* of t itself, if the coefficient is 0 */
    double p;                /* twice the smaller tail, at most 1 */
    double p_mid;            /* the same with half of the probability of t itself */
    double p_probability;    /* of all values that are no more probable than t (as R's fisher.test has it) */
    double score, p_score;   /* (t - mean)^2 / variance, and the probability of all values whose score is as large */
    char *remark;            /* why there are none of these numbers but states (they are NaN): the distribution is too fine; NULL: there are */
} logreg_exact;

/* A term of several columns, such as a factor: tests that all its coefficients are 0, in the joint distribution of their statistics given all
 * others': equation (93). */
typedef struct {
    const char *name;             /* of the term; borrowed from the study */
    size_t df;                    /* coefficients, less those whose statistics the others settle */
    size_t values, states;        /* as above; a value is one of all statistics */
    double probability;           /* of what was observed, if all these coefficients are 0 */
    double p_probability;         /* of all values that are no more probable */
    double score, p_score;        /* (t - mean)' inv(variance) (t - mean), and the probability of all values whose score is as large */
    double p_probability_mid, p_score_mid; /* the same less half of the probability */
    char *remark;                 /* as above */
} logreg_exact_term;

/* What is asked for. Take logreg_exacts_options_default() and change what differs. What it points to is borrowed. */
typedef struct {
    double level;           /* of intervals; default 0.95 */
    const char *const *of;  /* n_of names of coefficients, or of columns that have some; default: all but the intercept */
    size_t n_of;
    size_t most_states;     /* before it gives up on a coefficient or term; default 0: 2097152. Each takes 8 bytes for each coefficient and 32 more, twice */
    double most_shifts;     /* likewise, of states from row to row, some 1e7 of which take a second; default 0: 5e7. What is bound to take more is given up early */
} logreg_exacts_options;

LOGREG_API logreg_exacts_options logreg_exacts_options_default(void);

typedef struct {
    double level;
    size_t n; /* in the model's order, without aliased ones */
    logreg_exact *coefficient;
    size_t n_terms; /* of two columns or more, all of them asked for; in the model's order */
    logreg_exact_term *term;
    size_t most_states, bytes; /* states that were allowed, and bytes that one takes */
    double most_shifts;
} logreg_exacts;

/* EINVAL: the level, a name that the model has not. EDATA: more than two classes; sampling weights; weights that are no whole numbers. ENOMEM. Time is
 * proportional to states times rows that differ. What has more of these than allowed has a remark instead of numbers. */
LOGREG_API logreg_status logreg_exacts_new(logreg_exacts **exact, const logreg_study *study,
                                           const logreg_exacts_options *options, logreg_error *err);
LOGREG_API void logreg_exacts_free(logreg_exacts *exact);

#ifdef __cplusplus
}
#endif

#endif
