/* Missing cells of new rows, and what a model puts in their place. */
#ifndef CLI_IMPUTED_H
#define CLI_IMPUTED_H

#include <logreg/model.h>

#include "command.h"

/* A note on them, if there are any. CLI_GO_ON, or the exit code of what was printed. */
int cli_imputed_tell(const cli_call *call, const logreg_model *model, const logreg_frame *frame);

#endif
