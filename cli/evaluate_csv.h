/* CSV of an evaluation. */
#ifndef CLI_EVALUATE_CSV_H
#define CLI_EVALUATE_CSV_H

#include <logreg/model.h>

#include "command.h"

/* What there is, as the argument of --csv. */
#define CLI_EVALUATE_CSV "metrics|report|confusion|roc|precision_recall|calibration|gain"

/* Prints one of these, with intervals at a level. CLI_GO_ON, or the exit code of what was printed instead. */
int cli_evaluate_csv(const cli_call *call, const char *what, const logreg_model *model,
                     const logreg_evaluation *evaluation, double conf_level);

#endif
