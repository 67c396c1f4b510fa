/* Missing cells, and what a model puts in their place. */
#ifndef CLI_IMPUTED_H
#define CLI_IMPUTED_H

#include <logreg/model.h>

#include "command.h"

/* What is to stand in, as options have it. */
typedef struct {
    cli_list rule;
    bool indicator;
} cli_imputing;

extern const cli_option cli_imputing_options[];

/* CLI_GO_ON, or the exit code of what was printed. */
int cli_imputing_check(const cli_call *call, const cli_imputing *imputing);

void cli_imputing_set(logreg_options *options, const cli_imputing *imputing);

/* A note on those of new rows, if there are any. CLI_GO_ON, or the exit code of what was printed. */
int cli_imputed_tell(const cli_call *call, const logreg_model *model, const logreg_frame *frame);

#endif
