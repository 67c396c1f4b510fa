#include "solvers/choice.h"

#include <math.h>

#include "solvers/dual.h"

/* Newton's method takes matrices of q^2 numbers; of more coefficients, or more beside sparse columns, nothing but vectors. */
#define MOST_OF_NEWTON 1500
#define MOST_BESIDE_SPARSE 300

/* So many columns are few enough for Newton's method, whatever else. Measured with tests/bench/solvers.py, as what follows is. */
#define FEW_COLUMNS 216

/* An information takes as long as so many products of second derivatives with a vector, times columns: both walk over the rows, and a matrix has more to do
 * with each number that comes from memory. Of several classes there are blocks for each pair of them, which take longer. */
#define COLUMNS_A_PRODUCT 24
#define COLUMNS_OF_CLASSES 6

/* Steps that a fit takes, of many columns and few rows more; and informations that coordinate descent does. */
#define STEPS 9
#define STEPS_OF_ROWS 14
#define INFORMATIONS 5

/* Of two classes lbfgs takes less time than newton-cg where columns are not collinear; it is given this share of what the surest way costs, or so many steps where only newton-cg goes on. */
#define TRIED 0.7
#define STEPS_OF_LBFGS 200

/* Products that newton-cg needs where it is quick: what costs no more is as good. */
#define FEW_PRODUCTS 60

/* The BLAS does so many operations, of what `dual` has for it, in the time of one of a walk's. */
#define QUICK 6

/* What a fit by coefficients of rows costs, in products: the rows' own, 2 n^2 p operations, and a factor of m^3 / 3 in each step; a product takes 4 n q. */
static double cost_of_rows(double n, double p, double k)
{
    return (2 * n * n * p + STEPS_OF_ROWS * pow(k * n, 3) / 3) / (QUICK * 4 * n * k * p);
}

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
    if (sparse)
        return (logreg__choice){.solver = &logreg__solver_newton_cg};
    bool matrices = problem->q <= MOST_OF_NEWTON;
    double by_rows = logreg__dual_check(problem, NULL) == LOGREG_OK ? cost_of_rows(n, p, k) : INFINITY;
    double by_columns = matrices ? STEPS * information : INFINITY, direct = fmin(by_rows, by_columns);
    if (by_rows <= FEW_PRODUCTS && by_rows < by_columns)
        return (logreg__choice){.solver = &logreg__solver_dual};
    if (matrices && columns <= FEW_COLUMNS)
        return (logreg__choice){.solver = &logreg__solver_newton};
    const logreg__solver *surest = by_rows < by_columns ? &logreg__solver_dual : &logreg__solver_newton;
    if (k > 1 && isinf(direct))
        return (logreg__choice){.solver = &logreg__solver_newton_cg};
    if (k > 1)
        return (logreg__choice){
            .solver = &logreg__solver_newton_cg, .budget = (size_t)direct, .other = surest};
    if (isinf(direct))
        return (logreg__choice){
            .solver = &logreg__solver_lbfgs, .budget = STEPS_OF_LBFGS, .other = &logreg__solver_newton_cg};
    return (logreg__choice){
        .solver = &logreg__solver_lbfgs, .budget = (size_t)(TRIED * direct), .other = surest};
}

const logreg__solver *logreg__other_than_rows(const logreg__problem *problem)
{
    return problem->q <= MOST_OF_NEWTON ? &logreg__solver_newton : &logreg__solver_newton_cg;
}
