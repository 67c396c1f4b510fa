/* Until existence.c is there (delete this file then): existence stays undecided, and a fit without a proof is "not converged". */
#include "base/error.h"
#include "solvers/existence.h"

logreg_status logreg__existence_decide(logreg__existence **existence, const logreg__design *design, size_t k,
                                       logreg_error *err)
{
    (void)existence;
    (void)design;
    (void)k;
    return logreg__fail(err, LOGREG_ENUMERIC, "undecided");
}

void logreg__existence_free(logreg__existence *existence)
{
    (void)existence;
}
