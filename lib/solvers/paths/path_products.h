#ifndef LOGREG_SOLVERS_PATHS_PATH_PRODUCTS_H
#define LOGREG_SOLVERS_PATHS_PATH_PRODUCTS_H

#include "solvers/paths/path.h"

/* logreg__path_go for a ridge that logreg__solver_newton_cg serves; path->options, which are of single fits, do not matter. O(numbers) a product, and no room but for vectors. ENOMEM. */
logreg_status logreg__path_by_products(logreg__path *path, logreg__problem *problem,
                                       logreg__shrinkage *shrinkage, double *theta, logreg_error *err);

#endif
