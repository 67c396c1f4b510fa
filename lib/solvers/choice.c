#include "solvers/choice.h"

/* Newton's method takes matrices of q^2 numbers; of more coefficients, or more beside sparse columns, nothing but vectors. */
#define MOST_OF_NEWTON 1500
#define MOST_BESIDE_SPARSE 300

/* So many columns are few enough for Newton's method, whatever else. Measured with tests/bench/solvers.py, as what follows is. */
#define FEW_COLUMNS 216

/* An information takes as long as so many products of second derivatives with a vector, times columns: both walk over the rows, and a matrix has more to do
 * with each number that comes from memory. Of several classes there are blocks for each pair of them, which take longer. */
#define COLUMNS_A_PRODUCT 24
#define COLUMNS_OF_CLASSES 3.5

/* Steps that a fit takes, and informations that coordinate descent does. */
#define STEPS 9
#define INFORMATIONS 3

logreg__choice logreg__choose(const logreg__problem *problem)
{
    double p = (double)problem->design->p, k = (double)problem->k, q = (double)problem->q;
    double n = (double)problem->design->n;
    bool sparse = problem->design->n_sparse > 0, smooth = problem->shrinkage->smooth;
    double columns = p * (k + 1) / 2 + q * q / (3 * n); /* of an information's blocks, and of its factor */
    double information = columns / (k > 1 ? COLUMNS_OF_CLASSES : COLUMNS_A_PRODUCT);
    if (!smooth && (sparse || n < p || columns <= FEW_COLUMNS))
        return (logreg__choice){.solver = &logreg__solver_cd};
    if (!smooth)
        return (logreg__choice){.solver = &logreg__solver_lbfgs,
                                .budget = (size_t)(INFORMATIONS * information),
                                .other = &logreg__solver_cd};
    if (sparse && problem->q <= MOST_BESIDE_SPARSE)
        return (logreg__choice){.solver = &logreg__solver_newton};
    if (sparse || problem->q > MOST_OF_NEWTON)
        return (logreg__choice){.solver = &logreg__solver_newton_cg};
    if (columns <= FEW_COLUMNS)
        return (logreg__choice){.solver = &logreg__solver_newton};
    return (logreg__choice){.solver = &logreg__solver_newton_cg,
                            .budget = (size_t)(STEPS * information),
                            .other = &logreg__solver_newton};
}
