/* logreg/sparse.h - data that are nearly all zeros: svmlight files and GSL's sparse matrices.
 *
 *     logreg_options o = logreg_options_default();
 *     o.penalty = "l2";
 *     logreg_frame *frame = NULL;
 *     logreg_model *m = NULL;
 *     if (logreg_frame_read_svmlight(&frame, "data.svm", NULL, &err) == LOGREG_OK &&
 *         logreg_fit_formula(&m, frame, "y ~ .", &o, &err) == LOGREG_OK)
 *         printf("%g\n", logreg_model_log_likelihood(m));
 *     logreg_model_free(m);
 *     logreg_frame_free(frame);
 *
 * A frame may hold a sparse matrix beside its columns: p columns of numbers, called x1 .. xp, of which only those that are not 0 are stored. The dot of a
 * formula means them too, and nothing else of a formula names them. They are never centred or made dense, so that a pass over the rows costs what there are
 * non-zeros. Fits to them take a penalty on sizes: "l2", "l1" or "elasticnet". Columns that no row of the frame has a number in, as most of hashed files, are none of a model's: its
 * coefficients are the others', by name, and it takes rows as wide as those of its fit.
 */
#ifndef LOGREG_SPARSE_H
#define LOGREG_SPARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <gsl/gsl_spmatrix.h>

#include <logreg/base.h>
#include <logreg/data.h>
#include <logreg/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Files ------------------------------------------------------------------------------------------------- */

/* How to read a file. Take logreg_svmlight_options_default() and change what differs. */
typedef struct {
    size_t
        n_features; /* columns of the matrix; numbers beyond them are left out and counted. 0 (default): as many as the largest index */
    bool zero_based; /* indices count from 0; default false: from 1 */
} logreg_svmlight_options;

LOGREG_API logreg_svmlight_options logreg_svmlight_options_default(void);

/* Reads rows LABEL INDEX:VALUE INDEX:VALUE .. as SVMlight, LIBSVM and LIBLINEAR have them, packed by gzip or zstd or not, whatever the file's name. Labels
 * are a column y of numbers (-1 and +1, 0 and 1, or many classes); qid:NUMBER behind them, in all rows or none, a column qid that the dot does not mean. Text from # on
 * and blank lines are passed over. Index i is column x<i>, or x<i + 1> where they count from 0. Numbers are read correctly rounded; zeros that are written are not stored.
 * EDATA, with file:line:column and what stands there: a label or value that is no finite number or, of values, beyond 1e100; an index that is no whole number,
 * below the first, or not above the one before it; a colon that lacks. EIO, EINVAL, ENOMEM. options may be NULL. Time and memory (12 bytes a non-zero) are linear in
 * the file, up to 2^31 - 2 rows, columns and non-zeros. */
LOGREG_API logreg_status logreg_frame_read_svmlight(logreg_frame **frame, const char *path,
                                                    const logreg_svmlight_options *options,
                                                    logreg_error *err);

/* The same from a stream that is open for reading; name stands for it in messages. The stream is left open. */
LOGREG_API logreg_status logreg_frame_read_svmlight_stream(logreg_frame **frame, FILE *stream,
                                                           const char *name,
                                                           const logreg_svmlight_options *options,
                                                           logreg_error *err);

/* Writes the rows of a frame that has a sparse matrix, with the column `target` as labels; they read back as the same doubles. EDATA: the frame has none, or the target is no
 * column of numbers without gaps. EIO: rows before the failure are written. EINVAL: no such column. */
LOGREG_API logreg_status logreg_frame_write_svmlight(const logreg_frame *frame, const char *target,
                                                     FILE *stream, logreg_error *err);

/* As logreg_split_csv_stream, for svmlight files: lines stay as they are, blank lines and comments go. Classes are the labels, as numbers, where options->target is "y", which a frame of such a file calls them; NULL: rows
 * are drawn from all alike. svmlight (or NULL) says from what indices count. EDATA also: lines that logreg_frame_read_svmlight refuses, another target. */
LOGREG_API logreg_status logreg_split_svmlight_stream(logreg_split **split, FILE *stream, const char *name,
                                                      const logreg_svmlight_options *svmlight,
                                                      const logreg_split_options *options, logreg_error *err);

/* ---- Frames ------------------------------------------------------------------------------------------------ */

/* Gives a frame that has columns a sparse matrix of as many rows: a copy of X, of any of GSL's storages. EINVAL: another number of rows, a matrix is there
 * already, a number that is not finite or beyond 1e100, an index out of range or twice. ENOMEM. O(non-zeros + rows + columns). */
LOGREG_API logreg_status logreg_frame_add_sparse(logreg_frame *frame, const gsl_spmatrix *X,
                                                 logreg_error *err);

/* The frame's matrix in compressed rows (GSL_SPMATRIX_CSR), or NULL. Borrowed, for reading. */
LOGREG_API const gsl_spmatrix *logreg_frame_sparse(const logreg_frame *frame);

/* Numbers of its file that were left out, standing beyond n_features. */
LOGREG_API size_t logreg_frame_beyond(const logreg_frame *frame);

/* ---- Matrices ---------------------------------------------------------------------------------------------- */

/* As logreg_fit, for a sparse X (n x p, of any storage) and y (n class codes 0 .. K-1); columns are called x1 .. xp, all of them, also those without a number. A copy of X is held while the fit runs. EINVAL also: no
 * penalty on sizes, a solver that makes a matrix of all pairs of more than 20000 coefficients ("auto", "newton-cg" and "lbfgs" make none), or options that name columns of a frame. */
LOGREG_API logreg_status logreg_fit_sparse(logreg_model **model, const gsl_spmatrix *X, const gsl_vector *y,
                                           const logreg_options *options, logreg_error *err);

/* Columns of the sparse matrix that the model was fitted to, 0 if there was none. */
LOGREG_API size_t logreg_model_features(const logreg_model *model);

/* Coefficients that stand before those of the sparse matrix, the intercept among them: all of them where there is none. */
LOGREG_API size_t logreg_model_dense(const logreg_model *model);

/* As logreg_predict_proba: P is n x K for the n rows of X, which has the columns of the fit. EINVAL: shapes, X, or a model that was not fitted to a sparse matrix
 * alone. ENOMEM. O(non-zeros K). */
LOGREG_API logreg_status logreg_predict_proba_sparse(const logreg_model *model, const gsl_spmatrix *X,
                                                     gsl_matrix *P, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
