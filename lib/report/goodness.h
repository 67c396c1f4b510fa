/* Tests of fit, and optimism, in JSON. */
#ifndef LOGREG_REPORT_GOODNESS_H
#define LOGREG_REPORT_GOODNESS_H

#include <logreg/goodness.h>

#include <jansson.h>

#include "report/page/page.h"

/* A title, and a line a group, of a model of two classes. */
void logreg__write_goodness_groups(logreg__page *page, const logreg_model *model,
                                   const logreg_goodness_group *group, size_t n);

/* What logreg_validate found. */
void logreg__write_validation(logreg__page *page, const logreg_model *model,
                              const logreg_validation *validation, double conf_level);

/* The same as the value of a key "gof"; NULL: memory ran out. */
json_t *logreg__json_validation(const logreg_validation *validation, double conf_level);

/* The key "gof" of a fit. */
void logreg__document_goodness(logreg__page *page, const logreg_goodness *goodness);

/* The key "optimism". */
void logreg__document_optimism(logreg__page *page, const logreg_optimism *optimism);

#endif
