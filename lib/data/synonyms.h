/* What is written in two ways: codes, as genotypes, blood groups, stages and numbers are, and words cut short (marked.h). */
#ifndef LOGREG_DATA_SYNONYMS_H
#define LOGREG_DATA_SYNONYMS_H

#include <stdbool.h>

/* Is one the other: A/G, G/A; O+, O pos, 0 Rh positive; NYHA II, NYHA 2; 1, 1.0, 01? A 2 alone is a number, and no II. Fem., Female. A glance at most labels. */
bool logreg__labels_mean_one(const char *a, const char *b);

#endif
