/* The threshold from which on the event is said: a number, or a rule that chooses it. */
#ifndef CLI_THRESHOLD_H
#define CLI_THRESHOLD_H

#include <logreg/model.h>

#include "command.h"

/* Reads "0.3", "youden" or "cost:5,1" into the options. CLI_GO_ON, or the exit code of what was printed. */
int cli_threshold_read(logreg_evaluation_options *options, const cli_call *call, const char *text);

#endif
