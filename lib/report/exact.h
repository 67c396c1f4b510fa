/* Exact inference in JSON. */
#ifndef LOGREG_REPORT_EXACT_H
#define LOGREG_REPORT_EXACT_H

#include <logreg/exact.h>

#include "report/page/page.h"

/* The list "exact", a coefficient a line. */
void logreg__document_exact(logreg__page *page, const logreg_exacts *exact);

#endif
