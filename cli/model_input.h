/* Reading what commands on a saved model need: the model, and rows as it sees them. */
#ifndef CLI_MODEL_INPUT_H
#define CLI_MODEL_INPUT_H

#include <logreg/model.h>

#include "input.h"

/* Loads the model that the first operand names, or one from another path. CLI_GO_ON, or the exit code of what was printed. */
int cli_model_load(logreg_model **model, const cli_call *call);
int cli_model_load_from(logreg_model **model, const cli_call *call, const char *path);

/* Reads the rows of an operand (none: standard input), in most commands the second, number 1, as the model knows its columns; outcome: its target, weights and
 * the like too. CLI_GO_ON, or the exit code of what was printed. */
int cli_model_rows(logreg_frame **frame, const cli_call *call, size_t operand, const cli_input *input,
                   const logreg_model *model, bool outcome, bool quiet);

/* One row of the model's columns, given as NAME=VALUE each; an empty value is missing. CLI_GO_ON, or the exit code of what
 * was printed. */
int cli_model_row(logreg_frame **frame, const cli_call *call, const logreg_model *model, const cli_list *at);

#endif
