/* What the place that standard output goes to can show. */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include <stdbool.h>

#include <logreg/report.h>

/* Colours, for --color WHEN: "always", "never", or "auto": a terminal, unless NO_COLOR is set or TERM is dumb. */
bool cli_terminal_colour(const char *when);

/* The locale's characters are UTF-8. */
bool cli_terminal_utf8(void);

/* Columns to fill: a terminal's width between 60 and 120, else 80. */
int cli_terminal_width(void);

/* Options of a report that fits there, in colours or not. */
void cli_terminal_page(logreg_report_options *options, bool colour);

#endif
