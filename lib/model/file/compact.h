/* Coefficients of sparse columns in the file of a model: places and values of those that are not 0. */
#ifndef LOGREG_MODEL_FILE_COMPACT_H
#define LOGREG_MODEL_FILE_COMPACT_H

#include "model/file/reader.h"

/* Coefficients of columns that are not sparse, of `rows` vectors of m->p, one vector after the other; new, or NULL: out of memory. */
double *logreg__compact_rest(const logreg_model *m, const double *x, size_t rows);

/* The way back. */
void logreg__compact_spread(double *x, const logreg_model *m, const double *rest, size_t rows);

/* Of `rows` vectors a list of {"columns": [..], "values": [..]} each, sparse columns numbered from 0. NULL: out of memory. */
json_t *logreg__compact_write(const logreg_model *m, const double *x, size_t rows);

/* Reads them into the vectors. */
bool logreg__compact_read(double *x, const logreg_model *m, size_t rows, logreg__model_reader *r,
                          const json_t *root, const char *member);

#endif
