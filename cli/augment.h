/* logreg fit --csv=augment: the rows of the data with what the model says of each. */
#ifndef CLI_AUGMENT_H
#define CLI_AUGMENT_H

#include <stdio.h>

#include <logreg/diagnostics.h>
#include <logreg/model.h>

#include "command.h"

typedef struct {
    const logreg_model *model; /* borrowed, as are the next two */
    const logreg_frame *frame;
    const logreg_diagnostics *diagnostics; /* of the rows used, or NULL */
    bool *used; /* [columns] by the model; the others are printed as they stand in the file */
    gsl_matrix *P;
    gsl_vector *y, *w;
} cli_augmented;

/* All that can fail, before a byte is written. CLI_GO_ON, or the exit code of what was printed; release it in either case. */
int cli_augment(cli_augmented *a, const cli_call *call, const logreg_model *model, const logreg_frame *frame,
                const logreg_diagnostics *diagnostics);

/* The rows as CSV. */
void cli_augment_write(const cli_augmented *a, FILE *out);

void cli_augment_release(cli_augmented *a);

#endif
