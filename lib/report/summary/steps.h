/* A stepwise choice of terms, in text and in JSON. */
#ifndef LOGREG_REPORT_SUMMARY_STEPS_H
#define LOGREG_REPORT_SUMMARY_STEPS_H

#include <logreg/select.h>

#include "report/page/page.h"

void logreg__write_steps(logreg__page *page, const logreg_steps *steps);

/* The object "selection". */
void logreg__document_steps(logreg__page *page, const logreg_steps *steps);

#endif
