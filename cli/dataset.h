/* Data sets that are shipped with the program, by name. */
#ifndef CLI_DATASET_H
#define CLI_DATASET_H

#include "command.h"

/* The path of NAME.csv in the folder of shipped data sets, as a new text. CLI_GO_ON, or the exit code of what was printed. */
int cli_dataset_path(char **path, const cli_call *call, const char *name);

/* Opens NAME.csv in the folder of shipped data sets, found from where the program stands, installed or in its build
 * tree. *stream receives it. CLI_GO_ON, or the exit code of what was printed. */
int cli_dataset_open(FILE **stream, const cli_call *call, const char *name);

#endif
