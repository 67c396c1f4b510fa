/* Effects in JSON. */
#ifndef LOGREG_REPORT_EFFECTS_H
#define LOGREG_REPORT_EFFECTS_H

#include <logreg/effects.h>

#include "report/page/page.h"

/* What was fixed, "effects_at", and the list "effects", an item a line. */
void logreg__document_effects(logreg__page *page, const logreg_effects *effects);

#endif
