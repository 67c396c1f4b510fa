/* The parts of logreg fit: what the options say, notes on the data, the trace. */
#ifndef CLI_FIT_H
#define CLI_FIT_H

#include <logreg/data.h>
#include <logreg/model.h>

#include "command.h"
#include "describe.h"
#include "goodness.h"
#include "imputed.h"
#include "input.h"
#include "penalty.h"
#include "text.h"
#include "variables.h"

/* --exact without names. */
#define CLI_ALL_EXACT "."

typedef struct {
    cli_variables variables;

    const char *solver, *scaling;
    uint64_t max_iter, threads;
    double tol, learning_rate, momentum, validation_fraction;
    uint64_t batch_size, n_iter_no_change;
    const char *schedule;
    bool nesterov, no_average, early_stopping;

    cli_text text;
    cli_imputing imputing;

    cli_penalty penalty;

    const char *ci;     /* NULL: not given */
    uint64_t resamples; /* 0: not given */
    cli_list vcov;
    const char *step, *step_direction; /* step NULL: none */
    bool tests, effects, diagnostics;
    cli_list exact; /* names; CLI_ALL_EXACT alone: all */
    cli_goodness goodness;
    const char *sampling_weights, *survey_strata;
    const char *class_weight;
    const char *calibrate, *group; /* NULL: none */
    uint64_t folds;                /* 0: not given */

    cli_input input;

    cli_description output;
    const char *plot, *what, *trace, *save, *reproduce; /* what NULL: the curve */
    bool alt, quiet;
} cli_fit;

extern const cli_group cli_fit_groups[];

/* Options that do not go together. CLI_GO_ON, or the exit code of what was printed. */
int cli_fit_check(const cli_call *call, cli_fit *fit);

/* A note on texts among its levels and classes that may. CLI_GO_ON, or the exit code of what was printed. */
int cli_fit_note_gaps(const cli_call *call, const logreg_model *model, const logreg_frame *frame);

/* A note on rows left out for missing values, where there are any. */
void cli_fit_note_dropped(const cli_call *call, const logreg_model *model);

/* A note where the event is likely to be the other class. */
void cli_fit_note_event(const cli_call *call, const logreg_model *model);

/* Iterations, kept until the fit is done and columns have names. */
typedef struct {
    double *row; /* iteration, loss, gradient norm, step, validation loss, coefficients */
    size_t n_rows, n_beta, room;
    bool failed; /* memory was out */
} cli_trace;

/* A logreg_trace whose data is a cli_trace. */
void cli_trace_add(const logreg_trace_row *row, void *trace);

/* What has been traced, coefficients borrowed, in a new array; NULL: memory is out. */
logreg_trace_row *cli_trace_rows(const cli_trace *trace);

/* Writes the trace of a fit as CSV. CLI_GO_ON, or the exit code of what was printed. */
int cli_trace_write(const cli_trace *trace, const cli_call *call, const logreg_model *model,
                    const char *path);

#endif
