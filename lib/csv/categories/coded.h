/* Texts beside codes for missing values: what people wrote under "other, please specify", and -2 in all other rows. */
#ifndef LOGREG_CSV_CATEGORIES_CODED_H
#define LOGREG_CSV_CATEGORIES_CODED_H

#include "csv/mending/strays.h"

/* Are all numbers of a column one to three codes for missing values, and its texts, two different ones or more, words? Then it holds no numbers at all. */
bool logreg__coded_texts(const logreg__fault *fault, const logreg__column *done, size_t rows);

#endif
