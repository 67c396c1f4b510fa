/* Files that a command writes. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "command.h"

/* An option, without its dashes, and the file that it names; NULL: it was not given. */
typedef struct {
    const char *option, *path;
} cli_output;

/* Refuses two of n options that name one file, however they write it: the one written last would be all that is left. CLI_GO_ON, or the
 * exit code of what was printed. */
int cli_outputs_differ(const cli_call *call, const cli_output *output, size_t n);

#endif
