/* Tests of linear hypotheses, in text and in JSON. */
#ifndef LOGREG_REPORT_HYPOTHESES_H
#define LOGREG_REPORT_HYPOTHESES_H

#include <logreg/hypothesis.h>

#include "report/page/page.h"

void logreg__write_hypotheses(logreg__page *page, const logreg_model *model,
                              const logreg_hypotheses *hypotheses);

/* The list "hypotheses", one a line. */
void logreg__document_hypotheses(logreg__page *page, const logreg_hypotheses *hypotheses);

#endif
