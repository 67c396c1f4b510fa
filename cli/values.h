/* The text of an option's argument as a value. */
#ifndef CLI_VALUES_H
#define CLI_VALUES_H

#include "command.h"

/* Stores text (NULL for a flag) at place. CLI_GO_ON, or the exit code of what was printed. */
int cli_value_set(const cli_call *call, const cli_option *option, void *place, const char *text);

/* What stands at place if the option is never given. */
void cli_value_clear(const cli_option *option, void *place);

/* Frees what cli_value_set allocated. */
void cli_value_free(const cli_option *option, void *place);

/* Reads n bytes of text as a decimal number; false for anything else: empty, hexadecimal, inf, nan, 1e400. */
bool cli_number_read(double *value, const char *text, size_t n);

/* Name i of a choice, in buffer or in the library's table; NULL past the last. */
#define CLI_CHOICE_SIZE 32
const char *cli_choice(const cli_option *option, size_t i, char buffer[CLI_CHOICE_SIZE]);

#endif
