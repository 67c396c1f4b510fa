#ifndef LOGREG_CLI_TARGET_H
#define LOGREG_CLI_TARGET_H

#include <logreg/data.h>

#include "command.h"

/* What a column is for; CLI_ROLE is weights, offset, trials, strata, clusters and the like. */
typedef enum { CLI_FREE, CLI_FEATURE, CLI_EXCLUDED, CLI_ROLE, CLI_TARGET } cli_use;

/* Of a target that nobody named: tell which, take it in silence, or take even one that does not look like an outcome. */
typedef enum { CLI_TELL, CLI_TAKE, CLI_TAKE_ANY } cli_choosing;

/* Takes the last column that no option names for the target. Refuses one that is none to all appearance, as it counts cases or measures
 * something, and names the columns that may be. With `trials` it counts events. CLI_GO_ON, or the exit code of what was printed. */
int cli_target_choose(cli_use *uses, const cli_call *call, const logreg_frame *frame, bool trials,
                      cli_choosing choice);

/* Makes a column of a target that is a condition, and the target that column's name. CLI_GO_ON, or the exit code of what was printed. */
int cli_target_pose(const char **target, const cli_call *call, logreg_frame *frame);

/* Tells what may surprise of the texts that a target compares columns with, if column j is a condition. CLI_GO_ON, or the exit code of what was printed. */
int cli_target_note(const cli_call *call, const logreg_frame *frame, size_t j);

/* Refuses a target that is one of two counts that add up in every row to a third column, or is that third, as pivot tables have them: events are to be
 * told from trials. CLI_GO_ON, or the exit code of what was printed. */
int cli_target_refuse_sum(const cli_use *uses, const cli_call *call, const logreg_frame *frame,
                          size_t target);

#endif
