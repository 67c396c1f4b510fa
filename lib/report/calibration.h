/* What calibrates a model, in words and as JSON. */
#ifndef LOGREG_REPORT_CALIBRATION_H
#define LOGREG_REPORT_CALIBRATION_H

#include <jansson.h>

#include "model/model.h"
#include "report/page/page.h"

/* Nothing of a model that is not calibrated. */
void logreg__write_calibration(logreg__page *piece, const logreg_model *model);

/* Of one that is. */
json_t *logreg__calibration_json(const logreg_model *model);

#endif
