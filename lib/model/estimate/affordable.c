#include "model/estimate/affordable.h"

#include <stdlib.h>

#include "base/error.h"

/* A step of Newton's method costs about 2 q^3 / 3, a second for four thousand; fewer are fitted, whatever they say. R's nnet::multinom
 * refuses more than a thousand weights by default, too. */
#define MANY 1000

static const logreg__term *largest_term(const logreg__terms *terms)
{
    const logreg__term *largest = NULL;
    for (size_t t = 0; t < terms->n_terms; t++)
        if (!largest || terms->term[t].n_columns > largest->n_columns)
            largest = &terms->term[t];
    return largest;
}

logreg_status logreg__affordable(const logreg__fitting *f, logreg_error *err)
{
    const logreg__terms *terms = f->model->terms;
    size_t k = f->problem->k, q = f->problem->q;
    const logreg__term *term = largest_term(terms);
    if (k == 1 || q <= MANY || (double)q <= f->response->n_obs || !term)
        return LOGREG_OK;
    char *name = logreg__term_name(terms, term);
    if (!name)
        return logreg__fail_memory(err);
    logreg__fail(err, LOGREG_EDATA,
                 "the model has %zu coefficients, %zu for each class but the first, and %.15g observations, "
                 "which cannot tell so many: '%.200s' makes %zu of the %zu; leave it out, put classes of the "
                 "target together, or take a penalty, such as --penalty l2",
                 q, q / k, f->response->n_obs, name, term->n_columns, q / k);
    free(name);
    return LOGREG_EDATA;
}
