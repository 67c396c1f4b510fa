/* A fit as a whole, as JSON. */
#ifndef LOGREG_REPORT_JSON_FIT_JSON_H
#define LOGREG_REPORT_JSON_FIT_JSON_H

#include <logreg/inference.h>

#include "report/page/page.h"

/* How it went, its likelihoods, tests, measures and penalty; what its covariance and intervals are. */
void logreg__document_fit(logreg__page *page, const logreg_model *model, const logreg_inference *inference);

#endif
