/* The words of a text column as columns of a fit. */
#ifndef CLI_TEXT_H
#define CLI_TEXT_H

#include <logreg/model.h>

#include "command.h"
#include "penalty.h"

/* Values of the options below. */
typedef struct {
    const char *column, *weight;
    uint64_t ngrams, min_rows, max_words, hash; /* 0: not given */
} cli_text;

extern const cli_option cli_text_options[];

/* Options that do not go together. CLI_GO_ON, or the exit code of what was printed. */
int cli_text_check(const cli_call *call, const cli_text *text, const cli_penalty *penalty);

void cli_text_set(logreg_options *options, const cli_text *text);

/* A note on words of new rows that the model does not know, where there are any. CLI_GO_ON, or the exit code of what was printed. */
int cli_text_tell(const cli_call *call, const logreg_model *model, const logreg_frame *frame);

#endif
