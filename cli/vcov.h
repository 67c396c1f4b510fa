/* --vcov: a covariance by its name, or cluster:COL and cluster:COL1,COL2. */
#ifndef CLI_VCOV_H
#define CLI_VCOV_H

#include <logreg/model.h>

#include "command.h"

/* Borrowed from the words; kind NULL: the default. */
typedef struct {
    const char *kind, *cluster[2];
} cli_vcov;

/* What the words of the option mean. CLI_GO_ON, or the exit code of what was printed. */
int cli_vcov_read(cli_vcov *vcov, const cli_call *call, const cli_list *words);

void cli_vcov_set(logreg_options *options, const cli_vcov *vcov);

#endif
