/* What of a table goes into a model, and as what: options that mean the same wherever a model is spoken of. */
#ifndef CLI_VARIABLES_H
#define CLI_VARIABLES_H

#include <logreg/data.h>
#include <logreg/model.h>

#include "command.h"
#include "input.h"
#include "target.h"

/* Values of the options below. */
typedef struct {
    const char *target, *formula, *positive, *weights, *offset, *trials, *strata, *where;
    cli_list features, exclude, categorical, reference;
    bool no_intercept;
    const char
        *named[2]; /* --formula, and the --target beside one that is a right side alone; set by the check */
} cli_variables;

extern const cli_option cli_variables_options[];

/* Options that do not go together. CLI_GO_ON, or the exit code of what was printed: then --formula names the target, or is a right side and --target does. */
int cli_variables_check(const cli_call *call, cli_variables *v);

/* The columns of --categorical, which must be there, and those that --exclude names, or may be left out by --features and --formula, which need not be
 * sound. */
cli_categories cli_variables_categories(const cli_variables *v);

/* What is noted beside: nothing, what may surprise of --where, or how many rows it leaves too. */
typedef enum { CLI_NOTE_NOTHING, CLI_NOTE_DOUBTS, CLI_NOTE_ALL } cli_notes;

/* Keeps the rows of --where, makes a column of a condition that --target or --formula has for the outcome, and --target the column's name, and puts the
 * levels of --reference first. CLI_GO_ON, or the exit code of what was printed. */
int cli_variables_frame(const cli_call *call, cli_variables *v, logreg_frame *frame, cli_notes notes);

/* A column that another option names. With `also` it may be a feature too, where --features says so. */
typedef struct {
    const char *option, *name; /* no name: nothing */
    bool also;
} cli_role;

/* The formula in a new string that the caller frees: as given, or made of --target, --features and --exclude. Columns
 * that options name are checked; those of other options (closed by a row without an option; NULL: none) are no features of themselves. Where
 * no option names the target, `choice` says how the last column becomes it. Where --positive names one class of three or more, the response is that one against
 * the others, a column that joins the frame, and the option is done with. CLI_GO_ON, or the exit code of what was printed. */
int cli_variables_formula(char **formula, const cli_call *call, cli_variables *v, const cli_role *roles,
                          logreg_frame *frame, cli_choosing choice);

/* The same for the response of another formula, in place of *formula, which is the caller's: positive is what --positive said. */
int cli_variables_rival(char **formula, const cli_call *call, const char *positive, logreg_frame *frame);

/* Writes a column's name as a formula takes any: in backticks, those inside doubled. */
void cli_variables_write(FILE *out, const char *name);

/* Fills in positive, weights, offset, trials and strata. */
void cli_variables_set(logreg_options *options, const cli_variables *v);

#endif
