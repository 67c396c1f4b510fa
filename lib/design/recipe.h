/* How one term of a design is made, and where its columns stand.
 *
 * Variables that scatter, categories, combine to one code; the others are numbers, some of several columns. Each way to
 * choose a column of each number gives one product; a term without categories makes a dense column of each product, one with
 * categories a group of each, of which a row has one column at most.
 */
#ifndef LOGREG_DESIGN_RECIPE_H
#define LOGREG_DESIGN_RECIPE_H

#include "design/cells.h"
#include "design/design.h"

/* A category of a group. */
typedef struct {
    logreg__cells cells;
    bool full;       /* level 0 has a column too */
    uint32_t stride; /* in the product of codes */
    uint32_t
        *step; /* what each level of the frame adds to the code, or NO_COLUMN; NULL: numbers as in C(zip) */
    size_t factor; /* in the number of the term's column, and how many there are: column / factor % count */
    size_t count;
} logreg__recipe_category;

/* A column of the frame, or some of those derived. */
typedef struct {
    const logreg__column *column; /* NULL: derived */
    size_t first;                 /* of the derived columns */
    const double *origin;         /* [count] what is taken away from them, or NULL */
    size_t factor, count;         /* as above */
    size_t stride;                /* in the number of the product */
} logreg__recipe_number;

typedef struct logreg__recipe {
    const logreg__term *term;
    size_t n_numbers;
    logreg__recipe_number *number;
    size_t n_categories;
    logreg__recipe_category *category;
    size_t n_products, n_codes;
    uint32_t *
        renumber; /* [n_products x n_codes] column of a group, or dense (then one code); NO_COLUMN: dropped */
    bool *empty;  /* [n_products] nothing of it is kept */
    bool *whole;  /* [n_products] all is kept: codes are columns as they stand */
} logreg__recipe;

/* Binds the term's variables: numbers with the strides of their products, categories with those of their codes. EDATA, ENOMEM. */
logreg_status logreg__recipe_make(logreg__recipe *r, const logreg__design *d, const logreg__term *term,
                                  logreg_error *err);

/* Gives the columns of a term, or those of them that are kept, their places in fold order. ENOMEM. */
logreg_status logreg__recipe_place(logreg__design *d, logreg__recipe *r, const logreg__term *term,
                                   const unsigned char *drop, logreg_error *err);

/* What the category of a row adds to its code, or NO_COLUMN. */
uint32_t logreg__recipe_step(const logreg__recipe_category *category, size_t place);

void logreg__recipe_clear(logreg__recipe *r);

#endif
