/* Effects on probabilities, for fit and for the command that bears the name. */
#ifndef CLI_EFFECTS_H
#define CLI_EFFECTS_H

#include <logreg/effects.h>

#include "command.h"

/* The items of --at, names and levels borrowed from the model, in a new array; *means where one of them is "means". CLI_GO_ON, or the exit
 * code of what was printed. */
int cli_effects_at(logreg_effect_at **at, size_t *n, bool *means, const cli_call *call,
                   const logreg_model *model, const cli_list *list);

/* Effects as CSV, a row each, in a new text. CLI_GO_ON, or the exit code of what was printed. */
int cli_effects_csv(char **text, const cli_call *call, const logreg_effects *effects);

#endif
