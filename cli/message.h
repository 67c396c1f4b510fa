/* Sentences for people, on standard error. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <logreg/base.h>

#include "command.h"

/* Prints "logreg COMMAND: sentence", control characters made '?', and returns the exit code; for CLI_USAGE a second
 * line points to --help. */
__attribute__((format(printf, 3, 4))) int cli_fail(const cli_call *call, int code, const char *format, ...);

/* The same for an error of the library: files give CLI_IO, options that make no sense CLI_USAGE, all else
 * CLI_DATA. */
int cli_fail_error(const cli_call *call, const logreg_error *err);

/* Bytes of the sequence at the head of the text that a terminal would obey, or that turns the text about it or does not show: C0 and
 * DEL, C1, marks of direction and width, line and paragraph separators, tags. 0: none. */
size_t cli_hostile(const char *text);

/* Each of these becomes '?', in place. */
void cli_clean(char *text);

/* Whether there is nothing to clean. */
bool cli_is_clean(const char *text);

/* Memory is out. */
int cli_fail_memory(const cli_call *call);

/* Prints "logreg COMMAND: note: sentence". */
__attribute__((format(printf, 2, 3))) void cli_note(const cli_call *call, const char *format, ...);

#endif
