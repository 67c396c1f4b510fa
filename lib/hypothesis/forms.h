/* Linear forms in the coefficients of a model, a_1 beta_1 + .. + a_q beta_q + a_0: what sides of equations are. A name that stands for several
 * coefficients makes several forms, and what is done to them is done to each.
 */
#ifndef LOGREG_HYPOTHESIS_FORMS_H
#define LOGREG_HYPOTHESIS_FORMS_H

#include <stdbool.h>

#include <logreg/base.h>

typedef struct {
    size_t n, q;
    double *a; /* [n x (q + 1)] row after row, a_0 last; owned */
} logreg__forms;

/* n forms that are 0. false: out of memory. */
bool logreg__forms_init(logreg__forms *forms, size_t n, size_t q);
void logreg__forms_clear(logreg__forms *forms);

static inline double *logreg__form(const logreg__forms *forms, size_t i)
{
    return forms->a + i * (forms->q + 1);
}

/* Are they one number? */
bool logreg__forms_constant(const logreg__forms *forms);

void logreg__forms_scale(logreg__forms *forms, double factor);

/* forms += factor * other, of which one may be repeated for each of the others. What rounding leaves of a difference is 0. EINVAL: both are several, and not
 * as many. ENOMEM. */
logreg_status logreg__forms_add(logreg__forms *forms, double factor, const logreg__forms *other,
                                const char *what, logreg_error *err);

#endif
