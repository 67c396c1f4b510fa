/* Help, written from the tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "command.h"

/* What the program is and its commands in sections. */
void cli_help_program(FILE *out, bool colour);

/* A command: examples first, then its options by group, defaults in brackets. */
void cli_help_command(FILE *out, const cli_command *command, bool colour);

/* Usage and examples alone, for a command that was given nothing to work on. */
void cli_help_short(FILE *out, const cli_command *command, bool colour);

#endif
