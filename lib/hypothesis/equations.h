/* The equations of a hypothesis, C beta = value, from text and back. */
#ifndef LOGREG_HYPOTHESIS_EQUATIONS_H
#define LOGREG_HYPOTHESIS_EQUATIONS_H

#include "hypothesis/names.h"

typedef struct {
    size_t q, n;
    double *C;     /* [n x q] row after row; 0 where the coefficient is aliased */
    double *value; /* [n] */
    /* The same in as few rows as it takes, each with a coefficient of its own: row i has 1 at pivot[i], where the others have 0. */
    size_t rank;
    double *R, *v; /* [rank x q], [rank] */
    size_t *pivot; /* [rank] */
    bool *follows; /* [n] from those before it */
} logreg__equations;

/* Adds an equation; one that holds whatever the coefficients are is left out. EINVAL: one that none can meet; what as in messages. ENOMEM. */
logreg_status logreg__equations_add(logreg__equations *e, const double *row, double value, const char *what,
                                    logreg_error *err);

/* Reads them; what calls the text in messages. Clear in any case. EINVAL, EDATA, ENOMEM as logreg_hypotheses_new. */
logreg_status logreg__equations_read(logreg__equations *e, const logreg__names *names, const char *text,
                                     const char *what, logreg_error *err);

/* Finds the rows that suffice. EINVAL: there is no equation, or one contradicts those before it. ENOMEM. */
logreg_status logreg__equations_reduce(logreg__equations *e, const logreg_model *model, const char *what,
                                       logreg_error *err);

void logreg__equations_clear(logreg__equations *e);

/* "2*x1 - x2/3": a row of C, coefficients that count positively first, as it reads back. NULL: out of memory. */
char *logreg__equation_left(const logreg_model *model, const double *row);

/* "2*x1 - x2/3 = 0.5" from that. NULL: out of memory. */
char *logreg__equation_text(const char *left, double value);

#endif
