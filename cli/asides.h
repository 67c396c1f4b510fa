#ifndef CLI_ASIDES_H
#define CLI_ASIDES_H

#include <stdio.h>

#include <logreg/data.h>

#include "target.h"

/* "; and leave out what no fit can use, --exclude 'a,b'", of columns that no option names; "" where there are none. The caller's; NULL: memory is
 * out. */
char *cli_asides(const cli_use *uses, const logreg_frame *frame);

/* A name in a list within single quotes of the shell: in double quotes where it holds a comma. */
void cli_write_item(FILE *out, const char *name);

#endif
