/* The design: terms applied to the kept rows of a frame, handed out in blocks. Nothing is stored per row: a column
 * that stands in the frame is read in place, a derived one is made for a block and forgotten.
 *
 * Columns have two orders. Model order is the one the user sees (R's). Fold order puts dense columns first, then
 * groups of categories and last sparse columns, so that kernels find each kind together. column[] maps fold to model order.
 */
#ifndef LOGREG_DESIGN_DESIGN_H
#define LOGREG_DESIGN_DESIGN_H

#include <logreg/data.h>

#include "data/frame.h"
#include "design/response.h"
#include "data/rows.h"
#include "design/terms.h"

/* In a run of codes: this row has no column of the group (the reference level, or an aliased one). */
#define LOGREG__NO_COLUMN UINT32_MAX

/* The sparse columns of consecutive kept rows: row r has the numbers value[k] in fold columns first + column[k], ascending, from[r] <= k < to[r]. */
typedef struct {
    size_t first,
        n; /* fold columns first .. first + n - 1; n is 0 where there are none, and then nothing else is there */
    const int *column;
    const double *value;
    const size_t *from, *to;
} logreg__sparse_rows;

/* Up to BLOCK_ROWS consecutive kept rows. Pointers hold until the next block is fetched with the same scratch. */
typedef struct {
    size_t rows;
    const double *const *dense;  /* n_dense columns of `rows` doubles */
    const uint32_t *const *code; /* n_groups columns of `rows` codes: column within the group, or NO_COLUMN */
    const double *const *value;  /* n_groups columns: what stands in that column; NULL: 1 */
    const double *y;             /* class codes 0 .. K-1 as doubles, or the share of events of grouped data */
    const double *w;             /* prior weights (frequency times trials), or NULL: ones */
    const double *offset;        /* the formula's, the response's, or both; NULL: zeros */
    const double *unit; /* the part of w that one observation has; NULL: ones, or nobody wants them */
    logreg__sparse_rows sparse;
} logreg__block;

/* A set of columns of which a row has at most one: the levels of a factor, or of a product of factors. */
typedef struct {
    size_t first; /* first column, fold order */
    size_t count;
    bool numbers; /* what stands in the column of a row is a number, not 1 */
} logreg__group;

/* Part of a column made of centred numbers: u_from = x_from + sum (hi + lo) x_to. */
typedef struct {
    size_t to, from; /* fold order */
    size_t numbers;  /* that x_to is a product of */
    double hi, lo;
} logreg__shift;

/* What a column that the design leaves out is in every row, to rounding: the sum of multiplier[i] times model column column[i]. */
typedef struct {
    size_t n;
    const size_t *column; /* NULL: it is not known */
    const double *multiplier;
} logreg__makings;

typedef struct logreg__design {
    size_t n;       /* kept rows */
    size_t p;       /* columns */
    size_t n_dense; /* columns 0 .. n_dense-1 of the fold order */
    size_t n_groups;
    logreg__group *group;
    size_t first_sparse, n_sparse; /* sparse columns, the last ones */
    size_t *column;                /* [p] model column of each fold column */
    bool intercept;                /* dense column 0 is the column of ones */

    const logreg_frame *frame; /* borrowed, as are all below */
    const logreg__rows *rows;
    const logreg__terms *terms;
    const logreg__response *response; /* NULL: blocks have no y, w, offset (prediction) */
    struct logreg__recipe *recipe;    /* how each dense column and group is made */
    size_t n_recipes;

    const struct logreg__sparse *sparse; /* where they stand: row r of the frame at sparse_row + r */
    struct logreg__sparse *own_sparse;   /* the same, where only some of the frame's are wanted; or NULL */
    size_t sparse_row;

    struct logreg__derived *derived; /* variables whose columns are made for each block */
    size_t n_derived;
    size_t n_made;         /* their columns */
    size_t *first_derived; /* [variables] the first of them, or SIZE_MAX */
    logreg__bound *offset; /* the formula's, or NULL */
    size_t work;           /* numbers needed to make them */

    const double **
        standing; /* [n_dense] where each column stands from the first row on; owned. NULL: some is made, or rows are no run */

    const struct logreg__rowwise *
        rowwise; /* the numbers that blocks are made of, row by row (rowwise.h); NULL: they are made of columns */

    bool units; /* blocks have them; for those who count observations, as sandwiches do. False at first */

    const logreg__makings
        *makings; /* [terms->n_columns] of columns left out, for logreg__design_centre; NULL at first */

    /* after logreg__design_centre */
    double *origin;
    size_t n_shifts;
    logreg__shift *shift; /* those to columns of fewer numbers first, and those to one column together */
} logreg__design;

/* Binds terms and response to a frame. drop (terms->n_columns flags in model order, or NULL) leaves columns out.
 * Everything is borrowed and must outlive the design. Categories are matched by label: EDATA names all levels of the frame
 * that the terms do not know. EDATA also for a column that is missing or of another kind. ENOMEM. */
logreg_status logreg__design_new(logreg__design **design, const logreg__terms *terms,
                                 const logreg_frame *frame, const logreg__rows *rows,
                                 const logreg__response *response, const unsigned char *drop,
                                 logreg_error *err);

/* From here on, products are made of numbers less their mean, as far as the model has the columns that lead back: a product of a
 * and b the columns of a, of b, and the constant (an intercept, or a category coded by all levels), or what makes up those that are left out. Equation (25) of
 * docs/mathematics.md. Blocks then hold u = (a - m_a)(b - m_b), and shift[] tells what u is in the columns of the model. Numbers
 * about 0 stay as they are. ENOMEM. */
logreg_status logreg__design_centre(logreg__design *design, logreg_error *err);

void logreg__design_free(logreg__design *design);

/* The dense column, in fold order, in which each column of the design's frame stands as it is, the first of several; SIZE_MAX: none. place [frame->n_columns]. */
void logreg__design_places(size_t *place, const logreg__design *design);

/* Copies the columns of numbers that blocks hold as they are, and the outcome's, in these rows, which are the design's, so that many walks over a part of a frame read them in
 * place; nothing where the rows stand in the frame already, or where that would be more than `most` numbers. Before the first block. ENOMEM. */
logreg_status logreg__design_copy_rows(logreg__rows *rows, const logreg__design *design, size_t most,
                                       logreg_error *err);

/* Room that one thread needs to fetch blocks. */
typedef struct logreg__scratch logreg__scratch;
logreg__scratch *logreg__scratch_new(const logreg__design *design); /* NULL: out of memory */
void logreg__scratch_free(logreg__scratch *scratch);

/* Fetches kept rows first .. first + rows - 1; first is a multiple of BLOCK_ROWS (any row, where rows have an order of their own), rows <= BLOCK_ROWS. Cannot fail. */
void logreg__design_block(logreg__block *block, const logreg__design *design, size_t first, size_t rows,
                          logreg__scratch *scratch);

/* Lists the dense columns that a block which begins at kept row `first` will read in place, each at its first row; how many. */
size_t logreg__design_ahead(const double **place, const logreg__design *design, size_t first);

/* Writes the rows of a block out as a dense matrix: x[r * p + j] in fold order, uncentred. For the places that need
 * whole rows: rank, separation. */
void logreg__block_expand(double *x, const logreg__design *design, const logreg__block *block);

#endif
