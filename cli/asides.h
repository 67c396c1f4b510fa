#ifndef CLI_ASIDES_H
#define CLI_ASIDES_H

#include <logreg/data.h>

#include "target.h"

/* "; and leave out what no fit can use, --exclude 'a,b'", of columns that no option names; "" where there are none. The caller's; NULL: memory is
 * out. */
char *cli_asides(const cli_use *uses, const logreg_frame *frame);

#endif
