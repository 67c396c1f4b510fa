/* What stands in for missing values, in words and in JSON. */
#ifndef LOGREG_REPORT_SUMMARY_IMPUTED_H
#define LOGREG_REPORT_SUMMARY_IMPUTED_H

#include <jansson.h>

#include "report/page/page.h"

/* "age 177 by 28 (median), embarked 2 by S (most frequent)"; nothing where nothing was missing. */
void logreg__write_imputed(logreg__page *piece, const logreg_model *model);

/* A check of warnings.h. */
bool logreg__imputed(logreg__page *piece, const logreg_model *model);

/* A list, of all columns that have something to stand in. */
json_t *logreg__imputed_json(const logreg_model *model);

#endif
