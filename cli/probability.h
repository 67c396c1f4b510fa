/* Probabilities of another program, read off columns of the table. */
#ifndef CLI_PROBABILITY_H
#define CLI_PROBABILITY_H

#include <logreg/model.h>

#include "command.h"

/* Values of the options below, and the columns that these are held against, an option of evaluate's own. */
typedef struct {
    cli_list columns, against;
    const char *target, *positive, *weights, *sampling, *trials;
} cli_probability;

extern const cli_option cli_probability_options[];

/* Options that need others; with_model ends the sentence on a MODEL beside columns. CLI_GO_ON, or the exit code of what was printed. */
int cli_probability_check(const cli_call *call, const cli_probability *probability, const char *with_model);

/* The model that reads the frame's columns of an option. like: whose outcome and classes it has; NULL: the options say. CLI_GO_ON, or the exit code of what was printed. */
int cli_probability_model(logreg_model **model, const cli_call *call, const cli_probability *probability,
                          const char *option, const logreg_frame *frame, const logreg_model *like);

/* The columns of a list as one text, which the caller frees. NULL: memory is out. */
char *cli_probability_name(const cli_list *columns);

#endif
