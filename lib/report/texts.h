/* The words that a model counts in texts. */
#ifndef LOGREG_REPORT_TEXTS_H
#define LOGREG_REPORT_TEXTS_H

#include <jansson.h>

#include <logreg/model.h>

#include "report/page/page.h"

/* "319 words of review, how often each comes"; nothing of a model without texts. */
void logreg__write_texts(logreg__page *piece, const logreg_model *model);

/* The same for JSON; NULL: memory is out. The model has texts. */
json_t *logreg__texts_json(const logreg_model *model);

#endif
