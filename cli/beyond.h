/* Rows that lie beyond the boundary of a model's splines. */
#ifndef CLI_BEYOND_H
#define CLI_BEYOND_H

#include <logreg/model.h>

#include "command.h"

/* The splines that some rows of a frame lie beyond. */
typedef struct {
    size_t n;
    logreg_spline *spline;
} cli_beyond;

/* Looks at the rows; free beyond->spline, also after a failure. CLI_GO_ON, or the exit code of what was printed. */
int cli_beyond_look(cli_beyond *beyond, const cli_call *call, const logreg_model *model,
                    const logreg_frame *frame);

/* A note a spline. */
void cli_beyond_tell(const cli_beyond *beyond, const cli_call *call, const logreg_frame *frame);

#endif
