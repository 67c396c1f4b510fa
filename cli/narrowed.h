/* Classes of the target that --where leaves no row of. */
#ifndef CLI_NARROWED_H
#define CLI_NARROWED_H

#include "variables.h"

enum { CLI_CLASSES = 20 };

typedef struct {
    const char *label; /* the frame's; NULL: a number */
    double number;
    size_t rows;
} cli_class;

typedef struct {
    cli_class class[CLI_CLASSES];
    size_t n;
} cli_classes;

typedef struct {
    size_t column; /* of the target; SIZE_MAX: it is not known, or has more classes */
    size_t rows;
    cli_classes before;
} cli_narrowed;

/* Counts the classes of the target before rows are left out. A condition becomes a column of the frame. */
void cli_narrowed_before(cli_narrowed *narrowed, const cli_variables *v, logreg_frame *frame);

/* Behind that: says so where one class alone is left, with the condition and the rows of each before, and fails, but for the doctor, who goes on; notes what else is gone, unless the
 * condition names the target. CLI_GO_ON, or the exit code of what was printed. */
int cli_narrowed_after(const cli_narrowed *narrowed, const cli_call *call, const cli_variables *v,
                       const logreg_frame *frame, cli_notes notes);

#endif
