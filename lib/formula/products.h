/* Lists of products of factors: the algebra of a formula's right-hand side.
 *
 * A factor is a number; a product holds its factors in ascending order, each once, so that a:b equals b:a and a:a
 * is a. Lists keep the order in which products were written. Functions that return bool return false, with both
 * lists still fit to be freed, where memory is out. */
#ifndef LOGREG_FORMULA_PRODUCTS_H
#define LOGREG_FORMULA_PRODUCTS_H

#include <stdbool.h>
#include <stddef.h>

/* Factors in ascending order. */
typedef struct {
    size_t n;
    size_t *factor;
} logreg__product;

/* Starts as {0}. */
typedef struct {
    size_t n, room;
    logreg__product *item;
} logreg__products;

/* Adds a single factor as a product of one. */
bool logreg__products_add(logreg__products *list, size_t factor);

/* left becomes left and then right; right becomes empty. Repeats stay until the list is made unique. */
bool logreg__products_join(logreg__products *left, logreg__products *right);

/* left becomes left without what is in right. */
bool logreg__products_remove(logreg__products *left, logreg__products *right);

/* left becomes every product of one of left and one of right, right's running fastest. */
bool logreg__products_cross(logreg__products *left, logreg__products *right);

/* left becomes left, right and their cross, but nothing stays nothing, as in R; right becomes empty. */
bool logreg__products_star(logreg__products *left, logreg__products *right);

/* left becomes left, and each of its products with all of right's together: what a/b adds to a; nothing stays nothing. */
bool logreg__products_nest(logreg__products *left, logreg__products *right);

/* left becomes each of its products with all of right's together: a %in% b. */
bool logreg__products_within(logreg__products *left, logreg__products *right);

/* A copy; list starts as {0}. */
bool logreg__products_copy(logreg__products *list, const logreg__products *from);

/* Keeps the first of equal products. */
bool logreg__products_unique(logreg__products *list);

/* Sorts by the number of factors; the order within each number stays. */
bool logreg__products_sort(logreg__products *list);

/* Whether every factor of `part` but `without` (SIZE_MAX: none) is in `whole`. */
bool logreg__product_within(const logreg__product *part, size_t without, const logreg__product *whole);

void logreg__products_clear(logreg__products *list);

#endif
