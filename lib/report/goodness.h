/* Tests of fit, and optimism, in JSON. */
#ifndef LOGREG_REPORT_GOODNESS_H
#define LOGREG_REPORT_GOODNESS_H

#include <logreg/goodness.h>

#include "report/page.h"

/* The key "gof". */
void logreg__document_goodness(logreg__page *page, const logreg_goodness *goodness);

/* The key "optimism". */
void logreg__document_optimism(logreg__page *page, const logreg_optimism *optimism);

#endif
