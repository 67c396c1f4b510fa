/* Sentences of the library name options of `logreg fit`, which other commands may lack. */
#ifndef CLI_ADVICE_H
#define CLI_ADVICE_H

#include "command.h"

/* Takes the way out by --categorical from a sentence, where the command has no such option: a model has decided which columns are categories. In place. */
void cli_advice_prune(char *text, const cli_command *command);

#endif
