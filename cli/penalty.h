/* The penalty of a fit: its options, and what they say of single columns. */
#ifndef CLI_PENALTY_H
#define CLI_PENALTY_H

#include <logreg/model.h>

#include "command.h"

typedef struct {
    const char *name, *firth_se;
    double C, lambda, l1_ratio; /* NaN: not given */
    bool standardize;
    cli_list factor, bounds;
} cli_penalty;

extern const cli_option cli_penalty_options[];

/* The library's solvers, and before them its own choice: for options of the kind CLI_CHOICE. */
const char *cli_solver_name(size_t i);
const char *cli_solver_summary(size_t i);

/* Is it none, or one of the sizes of coefficients: l2, l1, elasticnet? */
bool cli_penalty_none(const cli_penalty *penalty);
bool cli_penalty_shrinks(const cli_penalty *penalty);

/* What goes with it and what only with another. CLI_GO_ON, or the exit code of what was printed. */
int cli_penalty_check(const cli_call *call, const cli_penalty *penalty);

/* What goes with a solver. The same. */
int cli_penalty_solver(const cli_call *call, const cli_penalty *penalty, const char *solver);

/* What --penalty-factor and --bounds say, n of it, for the caller to free; names are the options'. CLI_GO_ON, or the exit code of what was printed. */
int cli_penalty_parts(logreg_penalty_part **part, size_t *n, const cli_call *call, cli_penalty *penalty);

/* Into the options of a fit; parts apart. */
void cli_penalty_set(logreg_options *options, const cli_penalty *penalty);

#endif
