/* Parts of the code for R. */
#ifndef CLI_REPRODUCE_R_H
#define CLI_REPRODUCE_R_H

#include "reproduce.h"

/* A name in backticks, and d[["name"]]. */
void cli_r_name(const cli_reproduction *r, const char *name);
void cli_r_column(FILE *out, const char *name);

/* Why no package of R gives the same numbers; NULL: one does. */
const char *cli_r_check(const cli_reproduction *r);

/* The column .weight, of frequencies; where R's package takes none, rows are written out. */
void cli_r_weights(const cli_reproduction *r);

/* The fit of `formula` to d by the package that has it, and the table of its coefficients. */
void cli_r_fit(const cli_reproduction *r);

#endif
