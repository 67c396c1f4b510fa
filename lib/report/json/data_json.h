/* What a fit is of, as JSON. */
#ifndef LOGREG_REPORT_JSON_DATA_JSON_H
#define LOGREG_REPORT_JSON_DATA_JSON_H

#include "model/model.h"
#include "report/page/page.h"

/* The schema, the model's formula, the roles of columns, and counts of rows. */
void logreg__document_data(logreg__page *page, const logreg_model *model);

/* Its key class_weight, of a model that has class weights: {"no": 0.64, "yes": 2.27}, what a row of each class weighs. */
void logreg__document_class_weight(logreg__page *page, const logreg_model *model);

#endif
