/* JSON values of a report, which hand NULL on as those of base/json.h do. */
#ifndef LOGREG_REPORT_JSON_VALUES_H
#define LOGREG_REPORT_JSON_VALUES_H

#include "base/json.h"
#include "report/page/page.h"

/* A number, as an integer where it is whole; null if it is not finite. */
json_t *logreg__json_count(double value);

/* A name as it is, but for bytes that are not UTF-8, each of which becomes U+FFFD; null for NULL. */
json_t *logreg__json_name(const char *text);

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
