/* Columns whose filled cells begin groups of rows, as those of merged cells do and those of an optional field do not. */
#ifndef LOGREG_CSV_CATEGORIES_BEGUN_H
#define LOGREG_CSV_CATEGORIES_BEGUN_H

#include "data/frame.h"

/* Do the filled cells of a category, of which the first row has one and each is another, begin groups? Either another column changes at them alone, or begins
 * anew; or more of them than chance would have stand regularly, where labels need less of a proof than mails, codes, dates and remarks. O(rows columns). */
bool logreg__begins_groups(const logreg_frame *frame, size_t j);

/* Is column c filled wherever the merged one is, and not everywhere? Then it was merged within its groups. */
bool logreg__merged_with(const logreg__column *c, const logreg__column *merged, size_t rows);

#endif
