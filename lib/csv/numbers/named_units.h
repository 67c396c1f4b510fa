/* Categories that are units of the numbers in another column: weight 154, weight_unit lb. */
#ifndef LOGREG_CSV_NUMBERS_NAMED_UNITS_H
#define LOGREG_CSV_NUMBERS_NAMED_UNITS_H

#include "base/text.h"
#include "data/frame.h"

/* Are the n labels of a category units of one kind, two or more different ones: kg and lb, F and C, USD and EUR, mg/dL and mmol/L? Of times, and of units of one letter, under a
 * name that says unit or currency alone: day and week, y and m may be anything. */
bool logreg__units_named(char *const *label, size_t n, const char *name);

/* The column of numbers whose units those of category j are; SIZE_MAX: there is none. */
size_t logreg__units_named_of(const logreg_frame *frame, size_t j);

/* Adds the statements of perl that write, by the units of category j, its numbers and units in the commonest of them; none where nothing says how much one is of the other (moneys), where
 * no column of numbers stands in front, or where decimals have a comma. False: memory is out. */
bool logreg__units_named_statements(logreg__text *statements, const logreg_frame *frame, size_t j);

#endif
