/* What the covariance of the coefficients is, in words. */
#ifndef LOGREG_REPORT_SUMMARY_COVARIANCE_H
#define LOGREG_REPORT_SUMMARY_COVARIANCE_H

#include "report/page/page.h"

/* "HC3: sandwich, squared scores over (1 - leverage)^2" */
void logreg__write_covariance(logreg__page *page, const logreg_model *model);

/* "HC3", "clusters of school and year" */
void logreg__write_covariance_name(logreg__page *page, const logreg_model *model);

/* Checks of warnings.h. */
bool logreg__few_clusters(logreg__page *piece, const logreg_model *model);
bool logreg__vcov_mended(logreg__page *piece, const logreg_model *model);

#endif
