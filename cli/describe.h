/* What fit and show print of a model. */
#ifndef CLI_DESCRIBE_H
#define CLI_DESCRIBE_H

#include <logreg/data.h>
#include <logreg/model.h>
#include <logreg/report.h>

#include "command.h"

/* Values of the options that say how. */
typedef struct {
    double conf_level;
    const char *curve;
    bool no_curve, json, explain;
    cli_list unit, hypothesis;
    const char *csv; /* tidy, glance, augment or hypotheses; NULL: no CSV */
} cli_description;

/* --json and --csv exclude each other; --curve does not go with what draws none, unless a picture is drawn. CLI_GO_ON, or
 * the exit code of what was printed. */
int cli_describe_check(const cli_call *call, const cli_description *how, bool picture);

/* Tests of the hypotheses that it names, of which there is at least one; study NULL: Wald's alone. CLI_GO_ON, or the exit code of what was printed. */
int cli_describe_hypotheses(logreg_hypotheses **hypotheses, const cli_call *call, const cli_description *how,
                            const logreg_model *model, const logreg_study *study, bool profile);

/* The model as a new text that the caller frees: JSON, CSV (but augment), or a page with the curve below and the rows of the
 * frame (NULL: none) as its dots. The seconds of options are told; NULL: none. inference as in
 * logreg_report_options. CLI_GO_ON, or the exit code of what was
 * printed. */
int cli_describe(char **text, const cli_call *call, const cli_description *how, const logreg_model *model,
                 const logreg_frame *frame, const logreg_report_options *seconds,
                 const logreg_inference *inference);

/* The same for CSV alone. */
int cli_describe_csv(char **text, const cli_call *call, const cli_description *how, const logreg_model *model,
                     const logreg_inference *inference, const logreg_hypotheses *hypotheses);

/* Beside CSV, which has no room for them: the model's warnings on standard error. CLI_GO_ON, or the exit code of what was
 * printed. */
int cli_describe_warnings(const cli_call *call, const logreg_model *model);

/* The exit code of a model that is printed: CLI_SOUND, or CLI_UNSOUND where it is not the finite maximum. */
int cli_describe_code(const logreg_model *model);

#endif
