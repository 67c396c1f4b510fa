/* Options of logreg fit about how well the model fits. */
#ifndef CLI_GOODNESS_H
#define CLI_GOODNESS_H

#include <logreg/goodness.h>

#include "command.h"

typedef struct {
    bool gof;
    uint64_t groups;         /* 0: not given */
    uint64_t optimism, seed; /* refits; 0: none */
} cli_goodness;

extern const cli_option cli_goodness_options[];

/* What a fit is asked for that does not go with these options; NULL: nothing that is of such a kind. */
typedef struct {
    const char *penalty, *sampling_weights, *cluster;
    bool csv, drawn; /* drawn: the fit itself draws something by the seed */
} cli_goodness_beside;

/* Options that do not go together. CLI_GO_ON, or the exit code of what was printed. */
int cli_goodness_check(const cli_call *call, const cli_goodness *asked, const cli_goodness_beside *beside);

/* What was found; NULL: it was not asked for, or could not be found. */
typedef struct {
    logreg_goodness *tests;
    logreg_optimism *optimism;
} cli_found_goodness;

/* Is anything asked for? */
bool cli_goodness_asked(const cli_goodness *asked);

/* What was asked for, as far as the model has a finite maximum; that it has none is noted unless quiet. study may be NULL where
 * nothing was asked for. CLI_GO_ON, or the exit code of what was printed. */
int cli_goodness_find(cli_found_goodness *found, const cli_call *call, const cli_goodness *asked,
                      const logreg_study *study, const logreg_frame *frame, bool sound, bool quiet);
void cli_goodness_release(cli_found_goodness *found);

#endif
