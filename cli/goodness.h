/* Options of logreg fit about how well the model fits. */
#ifndef CLI_GOODNESS_H
#define CLI_GOODNESS_H

#include <logreg/goodness.h>

#include "command.h"

typedef struct {
    bool gof;
    uint64_t groups; /* 0: not given */
} cli_goodness;

extern const cli_option cli_goodness_options[];

/* What a fit is asked for that does not go with these options; NULL: nothing that is of such a kind. */
typedef struct {
    const char *penalty, *sampling_weights;
    bool csv;
} cli_goodness_beside;

/* Options that do not go together. CLI_GO_ON, or the exit code of what was printed. */
int cli_goodness_check(const cli_call *call, const cli_goodness *asked, const cli_goodness_beside *beside);

/* What was asked for, as far as the model has a finite maximum; that it has none is noted unless quiet. study may be NULL where
 * nothing was asked for. CLI_GO_ON, or the exit code of what was printed. */
int cli_goodness_find(logreg_goodness **goodness, const cli_call *call, const cli_goodness *asked,
                      const logreg_study *study, bool sound, bool quiet);

#endif
