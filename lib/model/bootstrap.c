#include "model/bootstrap.h"

#include <math.h>

#include "base/memory.h"

logreg__bootstrap *logreg__bootstrap_new(size_t n)
{
    logreg__bootstrap *b = logreg__new(1, sizeof *b);
    double *ends = logreg__new(n, 2 * sizeof *ends);
    if (!b || !ends) {
        free(b);
        free(ends);
        return NULL;
    }
    b->n = n;
    b->low = ends;
    b->high = ends + n;
    return b;
}

void logreg__bootstrap_free(logreg__bootstrap *b)
{
    if (!b)
        return;
    free(b->low);
    free(b);
}

logreg_model_bootstrap logreg_model_bootstrapped(const logreg_model *m)
{
    const logreg__bootstrap *b = m->bootstrap;
    return !b ? (logreg_model_bootstrap){0}
              : (logreg_model_bootstrap){.n_refits = b->n_refits,
                                         .n_lacking = b->n_lacking,
                                         .n_unconverged = b->n_unconverged,
                                         .level = b->level,
                                         .lambda_chosen = b->chosen};
}

bool logreg_model_bootstrap_interval(double *low, double *high, const logreg_model *m, size_t k, size_t j)
{
    size_t first = logreg_model_first_class(m);
    bool there = m->bootstrap && k >= first && k < m->n_classes && j < m->p;
    size_t i = there ? (k - first) * m->p + j : 0;
    *low = there ? m->bootstrap->low[i] : NAN;
    *high = there ? m->bootstrap->high[i] : NAN;
    return there;
}
