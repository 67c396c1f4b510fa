/* --reproduce: a fit as code of another system that gives the same numbers from the same file. */
#ifndef CLI_REPRODUCE_H
#define CLI_REPRODUCE_H

#include <stdio.h>

#include "fit.h"

/* What the code is about. path: the file, or that of a shipped data set. */
typedef struct {
    FILE *out;
    const char *path;
    const cli_fit *fit;
    const logreg_model *model;
    const logreg_frame *frame;
    bool profile; /* intervals are by profile likelihood */
} cli_reproduction;

/* How a language writes the parts of a formula. */
typedef struct {
    void (*name)(const cli_reproduction *r, const char *name);
    /* name(..) up to its closing parenthesis, arguments being what stands between; false: there is no such function */
    bool (*function)(const cli_reproduction *r, const char *name, const char *arguments);
    const char *power;
} cli_language;

/* The code as a new text that the caller frees. CLI_GO_ON, or the exit code of what was printed. */
int cli_reproduce(char **text, const cli_call *call, const cli_fit *fit, const logreg_model *model,
                  const logreg_frame *frame, bool profile);

/* The code in either language; NULL, or why there is none, as a sentence after "there is no such code: ". */
const char *cli_reproduce_r(const cli_reproduction *r);
const char *cli_reproduce_python(const cli_reproduction *r);

/* An expression or the terms of a formula in normal form. False: a function that the language has not. */
bool cli_reproduce_terms(const cli_reproduction *r, const char *text, const cli_language *language);

/* Text in double quotes, with backslashes before what needs them: R and Python agree. */
void cli_reproduce_text(FILE *out, const char *text);

/* Has each column of which cells were filled written, and what the indicator of it is called, or NULL. False: memory is out. */
bool cli_reproduce_imputed(const cli_reproduction *r,
                           void (*write)(const cli_reproduction *r, const logreg_imputation *m,
                                         const char *indicator));

/* is_missing(..), arguments being what stands between. False: memory is out. */
bool cli_reproduce_indicator(const cli_reproduction *r, const char *arguments, const cli_language *language);

/* The variable of that name as a category, or as a number. */
bool cli_reproduce_variable(logreg_variable *v, const logreg_model *model, const char *name,
                            logreg_column_kind kind);

/* Has each whole number that means missing written for each column of numbers that was used: cells that hold it, however written, are missing.
 * So too what means it in one column alone. */
void cli_reproduce_sentinels(const cli_reproduction *r, const bool *used,
                             void (*write)(const cli_reproduction *r, const char *column, const char *value));

/* Does a text mean missing in a column of numbers alone? Others take it out of all columns, or of none. */
bool cli_reproduce_own_text(const cli_reproduction *r);

/* The i-th column whose rows of 0 count nowhere, where there are such rows; NULL: no more. */
const char *cli_reproduce_weight(const cli_reproduction *r, size_t i);

/* Are all frequencies whole numbers? */
bool cli_reproduce_whole(const cli_reproduction *r);

/* Columns of the frame that the fit used: target, variables, weights, offset, trials, strata, clusters, those taken away; [j] for each. NULL: out of memory. */
bool *cli_reproduce_used(const cli_reproduction *r);

/* Whether all labels of a category are numbers, which are then compared as such. */
bool cli_reproduce_numbers(const logreg_variable *v);

/* The tokens that meant missing in all columns; one of them, or NULL past the last. */
const char *cli_reproduce_na(const cli_reproduction *r, size_t i);

#endif
