/* --unit: how much of a number odds ratios are told for. */
#ifndef CLI_UNITS_H
#define CLI_UNITS_H

#include <logreg/inference.h>

#include "command.h"

/* The unit of each NAME=SIZE of a list, in a new array whose names stand in the list's items, which are cut. rows: are the rows at hand
 * that sd and iqr want? CLI_GO_ON, or the exit code of what was printed. */
int cli_units_read(logreg_unit **units, const cli_call *call, const cli_list *list, bool rows);

#endif
