/* Terms: what a formula means on a set of data, kept with the model so that prediction needs raw columns only.
 *
 * A term is a product of variables; the columns of the design matrix are made from terms, in R's order: the intercept,
 * then each term's columns with the first factor's levels running fastest.
 */
#ifndef LOGREG_DESIGN_TERMS_H
#define LOGREG_DESIGN_TERMS_H

#include <logreg/data.h>

#include "formula/contrasts.h"
#include "formula/formula.h"
#include "formula/made.h"
#include "data/rows.h"
#include "design/fill.h"
#include "text/vocabulary.h"

/* A variable of the formula and what the data decided about it. */
typedef struct {
    char *column;            /* name in the frame; NULL: made */
    logreg__made *made;      /* of columns; NULL: it is one */
    bool wrapped;            /* written as C(column): shown so in coefficient names */
    bool indicates;          /* tells where another column, a variable too, is missing: is_missing(age) */
    logreg_column_kind kind; /* CATEGORY also for C(number) */
    char **
        levels; /* category: those that occur in the rows used, in level order, but the reference first; of a made condition FALSE and TRUE */
    size_t n_levels;
    logreg__contrast contrast;
    double
        *coding; /* contrasts other than treatment: [n_levels x (n_levels - 1)], a row a level; else NULL */
    size_t n_missing;      /* in rows of the frame that stand for something */
    double mean, min, max; /* numeric, over the rows used; filled in by the model */
} logreg__variable;

/* A column beside the variables: rows that miss it are left out. */
typedef struct {
    char *column;
    size_t n_missing; /* likewise */
} logreg__lacking;

/* Frees n columns and the list of them. */
void logreg__lacking_free(logreg__lacking *column, size_t n);

/* A product of variables, and the columns of the design matrix that it makes. */
typedef struct {
    size_t n;         /* variables in the product */
    size_t *variable; /* places in terms->variable, ascending */
    bool *full;       /* coded by all levels, not against the first (R's marginality rule) */
    size_t first;     /* first column of the design matrix */
    size_t n_columns; /* product over the variables of their widths */
} logreg__term;

typedef struct {
    char *response; /* NULL for a plain matrix */
    char *formula;  /* normal form, or NULL where there was none */
    bool intercept;
    size_t n_variables;
    logreg__variable
        *variable; /* the formula's factors, then columns that only made ones and the offset use */
    logreg__expression *offset; /* of the formula, or NULL */
    size_t n_taken;
    logreg__lacking *taken; /* named by the formula and taken away again */
    size_t n_fills;
    logreg__fill
        *fill; /* what stands in for missing cells: terms are bound to frames that are filled by these */
    size_t n_terms;
    logreg__term *term;
    size_t n_sparse; /* columns of the frame's sparse matrix, behind those of the terms; 0: none is wanted */
    size_t
        sparse_width; /* of that matrix, with columns that no row of the fit has a number in, which are none of the model's */
    uint32_t *sparse_column; /* [n_sparse] where in it those stand, ascending; NULL: they are all of it */
    char *sparse_names;      /* where their names stand, one after the other; NULL: each by itself */
    logreg__vocabulary *
        words; /* whose columns those are, counted in the texts of the column `text`; NULL: they are a frame's own */
    char *text;
    size_t n_columns; /* of the design matrix, intercept included */
    char **
        name; /* of each column: "(Intercept)", "age", "sex[male]", "sex[male]:age", "C(rank)[2]", "poly(age, 2)[1]",
                         * "C(rank, sum)[1]"; in backticks only inside of functions */
} logreg__terms;

/* Resolves the formula on the frame: kinds, the levels that occur in `rows` (which miss nothing that the formula
 * uses), coding and names, as R's model.frame and model.matrix with treatment contrasts. The levels of C(number) are its
 * distinct values, ascending, as the shortest text that reads back.
 * EDATA: a text column that looks like an ID or a date (see levels.h), with the way to leave it out; a category with
 * one level only; more than LOGREG__MAX_COLUMNS columns; no rows. ENOMEM. */
logreg_status logreg__terms_new(logreg__terms **terms, const logreg__formula *formula,
                                const logreg_frame *frame, const logreg__rows *rows, logreg_error *err);

/* Is the category of this column anywhere coded against its first level? */
bool logreg__terms_reference(const logreg__terms *terms, const char *column);

/* Have the rows decided about anything but levels: bases, what stands in for cells that rows miss, words? */
bool logreg__terms_learned(const logreg__terms *terms);

/* Adds columns of a frame's sparse matrix of `width` columns, x1 .. x<width>, to terms that have none: the n that `column` names, which becomes the terms' where it does not fail, or, where that is NULL, all n = width of them.
 * false: out of memory. */
bool logreg__terms_add_sparse(logreg__terms *terms, size_t width, uint32_t *column, size_t n);

/* Where sparse column j of the terms stands in the matrix. */
size_t logreg__terms_sparse_column(const logreg__terms *terms, size_t j);

/* Names them after the words that they count: review[good], and of hashed words review[#17]. false: out of memory. */
bool logreg__terms_name_words(logreg__terms *terms);

/* Takes the intercept's column away; factors stay coded as they were beside it. */
void logreg__terms_drop_intercept(logreg__terms *terms);

/* Terms of a plain matrix: an intercept if asked for, and every column of the frame as a numeric variable. ENOMEM. */
logreg_status logreg__terms_plain(logreg__terms **terms, const logreg_frame *frame, bool intercept,
                                  logreg_error *err);

/* Is this variable, a column, asked about in conditions, and in no other way? (terms_answered.c) */
bool logreg__terms_step(const logreg__terms *terms, size_t variable);

/* May rows miss this variable, since it is but asked about in conditions that can have an answer all the same? (terms_answered.c) */
bool logreg__terms_forgive(const logreg__terms *terms, size_t variable);

/* Leaves out the rows for which such conditions have no answer. EDATA: columns of another kind. ENOMEM. */
logreg_status logreg__terms_answered(logreg__rows *rows, const logreg__terms *terms,
                                     const logreg_frame *frame, logreg_error *err);

/* Columns that a variable makes: the levels (full) or one less, those of a basis, or 1. A condition is derived in full, whatever a term wants of it. */
size_t logreg__variable_width(const logreg__variable *variable, bool full);

/* Whether it is coded against its first level, or by all: a category, or a condition, whose levels are FALSE and TRUE. */
bool logreg__variable_coded(const logreg__variable *variable);

/* Gives what is made its levels, where it is a condition. false: out of memory. */
bool logreg__variable_level(logreg__variable *variable);

/* Whether each row has at most one of these columns, and 1 in it, by codes. */
bool logreg__variable_scatters(const logreg__variable *variable, bool full);

/* The column of the i-th variable of the term that column `column` (counted within the term) is a multiple of. */
size_t logreg__term_part(const logreg__terms *terms, const logreg__term *term, size_t column, size_t i);

/* Level of the i-th variable of the term that column `column` (counted within the term) stands for; SIZE_MAX for a
 * number and for contrasts other than treatment. */
size_t logreg__term_level(const logreg__terms *terms, const logreg__term *term, size_t column, size_t i);

/* What a term is called: "age", "C(rank)", "sex:log(age)", as its columns are but for what they have in brackets. NULL: out of memory. */
char *logreg__term_name(const logreg__terms *terms, const logreg__term *term);

void logreg__variable_clear(logreg__variable *variable);
void logreg__terms_free(logreg__terms *terms);

#endif
