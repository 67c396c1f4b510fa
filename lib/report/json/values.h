/* JSON values of a report. NULL stands for memory that ran out, and all of these hand it on: only the end needs a look. */
#ifndef LOGREG_REPORT_JSON_VALUES_H
#define LOGREG_REPORT_JSON_VALUES_H

#include <jansson.h>

#include "report/page/page.h"

/* A number; null if it is not finite. */
json_t *logreg__json_real(double value);

/* The same, as an integer where it is whole. */
json_t *logreg__json_count(double value);

/* A name as it is, but for bytes that are not UTF-8, each of which becomes U+FFFD; null for NULL. */
json_t *logreg__json_name(const char *text);

/* Puts a value into *object, or lets go of both and sets *object to NULL. */
void logreg__json_set(json_t **object, const char *key, json_t *value);
void logreg__json_append(json_t **array, json_t *value);

/* Puts what there is to say of a test, or of an estimate, into *object, a key for each number. */
void logreg__json_set_test(json_t **object, logreg_test test);
void logreg__json_set_estimate(json_t **object, const logreg_coefficient *c);

/* What the ends of an interval by the likelihood are, since an infinite one is null and one that was not found too. */
void logreg__json_set_ends(json_t **object, const logreg_coefficient *c);

/* A test as an object of its own; null where it was not computed, or does not exist. */
json_t *logreg__json_test(logreg_test test);

/* [first, second] */
json_t *logreg__json_pair(json_t *first, json_t *second);

/* Writes a value, with whatever could harm a terminal as \uXXXX, and lets go of it. The thread's locale must write
 * numbers with a point. */
void logreg__json_encode(logreg__page *page, json_t *value);

#endif
