/* Paths from inside: of a formula or a matrix, of some of the rows perhaps. */
#ifndef LOGREG_SELECT_PATH_MAKE_H
#define LOGREG_SELECT_PATH_MAKE_H

#include <logreg/path.h>

#include "model/fitting.h"

/* What a path starts from: a formula on a frame, or a matrix. */
typedef struct {
    const logreg_frame *frame;
    const char *formula;
    const gsl_matrix *X; /* NULL: there is none */
    const gsl_vector *y;
} logreg__path_source;

/* Options of the fit that a path is: the strengths are its own. */
logreg_options logreg__path_fit_options(const logreg_options *options);

/* Do options make sense for a frame, or for a matrix, whose groups they then name by LOGREG__MATRIX_GROUPS? EINVAL. */
logreg_status logreg__path_check_frame(const logreg_frame *frame, const logreg_options *options,
                                       const logreg_path_options *path_options, logreg_error *err);
logreg_status logreg__path_check_matrix(const logreg_options *options, logreg_path_options *path_options,
                                        logreg_error *err);

/* The path of options that have been checked, and its model. leaving: rows that it goes without; NULL: none. */
logreg_status logreg__path_make(logreg_path **path, logreg_model **model, const logreg__path_source *source,
                                const logreg_options *options, const logreg_path_options *path_options,
                                const logreg__leaving *leaving, logreg_error *err);

#endif
