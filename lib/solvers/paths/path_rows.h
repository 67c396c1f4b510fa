#ifndef LOGREG_SOLVERS_PATHS_PATH_ROWS_H
#define LOGREG_SOLVERS_PATHS_PATH_ROWS_H

#include "solvers/paths/path.h"

/* logreg__path_go for a ridge that logreg__solver_dual serves; path->loose and path->options, which are of single fits, do not matter. ENOMEM. */
logreg_status logreg__path_by_rows(logreg__path *path, logreg__problem *problem, logreg__shrinkage *shrinkage,
                                   double *theta, logreg_error *err);

#endif
