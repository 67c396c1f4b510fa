/* Reading a table: FILE, - for standard input, or @name for a shipped data set. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <logreg/data.h>

#include "command.h"

/* Values of the options below. */
typedef struct {
    const char *delimiter;
    const char *decimal;
    const char *encoding;
    bool no_header;
    cli_list na_values;
    const char *on_bad_row;
    const char *rejects;
} cli_input;

extern const cli_option cli_input_options[];

/* Reads the table that file (NULL: standard input) names; the n columns called categorical are categories. A
 * delimiter that was found and is no comma is told unless quiet. CLI_GO_ON, or the exit code of what was printed. */
int cli_input_read(logreg_frame **frame, const cli_call *call, const cli_input *input, const char *file,
                   const char *const *categorical, size_t n, bool quiet);

/* The index of a column that an option names; CLI_GO_ON, or an error with the nearest name or those that there are. */
int cli_input_column(size_t *j, const cli_call *call, const logreg_frame *frame, const char *option,
                     const char *name);

#endif
