/* What a penalty on sizes is, and what a fit with it does not tell. */
#ifndef LOGREG_REPORT_SUMMARY_SHRINKAGE_H
#define LOGREG_REPORT_SUMMARY_SHRINKAGE_H

#include <logreg/model.h>

#include "report/page/page.h"

/* Of so many sparse columns a table has the coefficients, the largest. */
#define LOGREG__MOST_SPARSE_SHOWN 20

/* "lambda 0.05 (C = 0.0667) on |b|, ...", for the header. */
void logreg__write_shrinkage(logreg__page *piece, const logreg_model *model);

/* How near to optimal the coefficients are. */
void logreg__write_violation(logreg__page *piece, const logreg_model *model);

/* Below the table of coefficients: how many are 0, and what coefficients of several classes mean. */
void logreg__write_sparsity(logreg__page *page, const logreg_model *model);

/* Why there are no standard errors. */
void logreg__write_no_errors(logreg__page *page, const logreg_model *model);

#endif
