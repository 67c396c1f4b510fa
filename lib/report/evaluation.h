/* The sections of an evaluation's text. */
#ifndef LOGREG_REPORT_EVALUATION_H
#define LOGREG_REPORT_EVALUATION_H

#include <jansson.h>

#include <logreg/goodness.h>
#include <logreg/model.h>

#include "report/page/page.h"

/* The metrics that were asked for and have a meaning, a line each, with intervals at a level. */
void logreg__write_metrics(logreg__page *page, const logreg_evaluation *evaluation, double level);

/* The confusion matrix; of more classes than a page has columns for, rows, said and right ones of each. */
void logreg__write_confusion(logreg__page *page, const logreg_model *model,
                             const logreg_evaluation *evaluation);

/* Precision, recall and F1 of each class, and their means. */
void logreg__write_class_report(logreg__page *page, const logreg_model *model,
                                const logreg_evaluation *evaluation);

/* A curve as a table, thinned where it is long. */
void logreg__write_curve(logreg__page *page, const logreg_model *model, const logreg_curve *curve);

/* A rule as the command line has it: "cost:5,1"; returns its row of the table. */
#define LOGREG__RULE_SIZE (3 * LOGREG_NUMBER_SIZE)
const logreg_threshold_kind *logreg__rule_text(char *text, const logreg_threshold_rule *rule);

/* Another model on the same rows; NULL: it has no name. */
void logreg__write_contest(logreg__page *page, const logreg_contest *contest, const char *name, double level);

/* The key "against"; NULL: memory ran out. */
json_t *logreg__json_contest(const logreg_contest *contest, const char *name, double level);

/* The columns that a model's probabilities are read off, with something in front; false: it is a model that works them out, and nothing was written. */
bool logreg__write_stated(logreg__page *page, const char *before, const logreg_model *model);

#endif
