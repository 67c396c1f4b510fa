/* The centring of a design: what its files share. centring.c goes through the terms, centring_origin.c finds the centres, and
 * centring_express.c tells what a product of what is left is in columns of the model. */
#ifndef LOGREG_DESIGN_CENTRING_H
#define LOGREG_DESIGN_CENTRING_H

#include "base/dd.h"
#include "design/recipe.h"

/* Variables of a product; larger ones stay as they are. */
#define LOGREG__CENTRED_VARIABLES 12

/* A column is a product of parts: of each number one column, of each category one level (or contrast). */
typedef struct {
    size_t n, variable[LOGREG__CENTRED_VARIABLES], part[LOGREG__CENTRED_VARIABLES];
    bool level[LOGREG__CENTRED_VARIABLES]; /* the part is a level of a category, counted from 0 */
} logreg__parts;

typedef struct {
    logreg__design *d;
    size_t *fold;   /* [columns] place of a model column; SIZE_MAX: dropped */
    size_t *first;  /* [variables] in d->origin */
    size_t room;    /* of d->shift */
    size_t from;    /* the column whose shifts are being found, */
    size_t numbers; /* a product of so many */
    bool no_memory;
} logreg__centring;

/* Whether the variable is a number, or several: what can be centred. A condition needs none. */
static inline bool logreg__is_number(const logreg__variable *v)
{
    return v->kind == LOGREG_NUMERIC && !logreg__variable_coded(v);
}

/* A column that stands alone is centred by the problem, where there is an intercept. */
static inline bool logreg__to_centre(const logreg__design *d, const logreg__term *t)
{
    return t->n <= LOGREG__CENTRED_VARIABLES && (t->n > 1 || !d->intercept);
}

/* How many of a term's variables are numbers. */
size_t logreg__count_numbers(const logreg__terms *terms, const logreg__term *term);

/* Finds the centres of all numbers that are to have one. ENOMEM. */
logreg_status logreg__centring_origin(logreg__centring *c, size_t width, logreg_error *err);

/* Adds shifts to the columns whose sum is coefficient times the product; false: the model has none such, or no memory. */
bool logreg__centring_express(logreg__centring *c, const logreg__parts *product, logreg__dd coefficient);

#endif
