/* From argv to a command's struct of values. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "command.h"

/* Parses argv (argv[0] is the command's name) into call, whose command is set: values are allocated, defaults
 * filled in. CLI_GO_ON, or the exit code of what was printed. Release in every case. Options and operands may
 * mix; "--" ends options; a word such as -2.5 is an operand. Names are never abbreviated, so that a new
 * option never changes what an old command line means. */
int cli_options_parse(cli_call *call, int argc, char **argv);
void cli_options_release(cli_call *call);

/* Whether the command's option of that name stands on the command line, rather than having its default. */
bool cli_given(const cli_call *call, const char *name);

/* The options that every command has, closed by a NULL title. */
extern const cli_group cli_general_groups[];

#endif
