/* How a model was fitted, and whether it got there. */
#ifndef LOGREG_REPORT_SUMMARY_METHOD_H
#define LOGREG_REPORT_SUMMARY_METHOD_H

#include "model/model.h"
#include "report/page/page.h"

/* "maximum likelihood", as a title goes on. */
const char *logreg__method_of(const logreg_model *model);

/* Solver and iterations, and where they ended. */
void logreg__write_method(logreg__page *piece, const logreg_model *model);

/* "log loss 0.5132 of 89 rows, a share of 0.1 of each class" */
void logreg__write_held_out(logreg__page *piece, const logreg_model *model);

/* What is added to the log-likelihood, and what is done after that. */
void logreg__write_penalty(logreg__page *piece, const logreg_model *model);

#endif
