/* Diagnostics in JSON. */
#ifndef LOGREG_REPORT_DIAGNOSTICS_H
#define LOGREG_REPORT_DIAGNOSTICS_H

#include <logreg/diagnostics.h>

#include "report/page/page.h"

/* The key "diagnostics". */
void logreg__document_diagnostics(logreg__page *page, const logreg_model *model,
                                  const logreg_diagnostics *diagnostics);

#endif
