/* Sentences of the library name options of `logreg fit`, which other commands lack, or which have no place beside others that are given. */
#ifndef CLI_ADVICE_H
#define CLI_ADVICE_H

#include "command.h"

/* Takes from a sentence the way out by --categorical where the command has no such option, since a model has decided which columns are categories, and --exclude where it has none either, or where a formula
 * or --features name the columns. In place. */
void cli_advice_prune(char *text, const cli_call *call);

#endif
