/* logreg doctor FILE */
#include <stdlib.h>

#include <logreg/doctor.h>

#include "commands.h"
#include "message.h"
#include "terminal.h"
#include "variables.h"

typedef struct {
    cli_variables variables;
    cli_input input;
    bool json;
} doctor;

static int write(char **text, const cli_call *call, const doctor *d, const logreg_checkup *checkup)
{
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    logreg_error err;
    logreg_status status = d->json ? logreg_checkup_json(text, checkup, &err)
                                   : logreg_checkup_text(text, checkup, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int run(const cli_call *call)
{
    doctor *d = call->values;
    logreg_frame *frame = NULL;
    logreg_checkup *checkup = NULL;
    char *formula = NULL, *text = NULL;
    logreg_options options = logreg_options_default();
    logreg_error err;
    cli_categories categories = cli_variables_categories(&d->variables);
    categories.examine = true;
    int code = cli_variables_check(call, &d->variables);
    if (code == CLI_GO_ON)
        code = cli_input_read(&frame, call, &d->input, call->n_operands ? call->operands[0] : NULL,
                              categories, true);
    if (code == CLI_GO_ON)
        code = cli_variables_frame(call, &d->variables, frame, CLI_NOTE_DOUBTS);
    if (code == CLI_GO_ON)
        code = cli_variables_formula(&formula, call, &d->variables, NULL, frame, CLI_TAKE_ANY);
    cli_variables_set(&options, &d->variables);
    options.chosen = d->variables.features.n || d->variables.formula;
    options.guessed = !d->variables.target && !d->variables.formula;
    if (code == CLI_GO_ON && logreg_checkup_new(&checkup, frame, formula, &options, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON)
        code = write(&text, call, d, checkup);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
    }
    free(text);
    free(formula);
    logreg_checkup_free(checkup);
    logreg_frame_free(frame);
    return code;
}

#define PLACE(member) offsetof(doctor, member)

static const cli_option output[] = {{"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
                                    {0}};

static const cli_group groups[] = {{"Model", cli_variables_options, PLACE(variables)},
                                   {"Reading", cli_input_options, PLACE(input)},
                                   {"Output", output, 0},
                                   {0}};

static const char *const examples[] = {
    "logreg doctor data.csv",
    "logreg doctor data.csv --target admit --exclude id",
    "logreg doctor data.csv --formula 'admit ~ gre * gpa + C(rank)' --where 'year > 2000'",
    "logreg doctor @beetle --target killed --trials n",
    "logreg doctor @wdbc --json",
    "logreg doctor rows.svm",
    NULL,
};

const cli_command command_doctor = {
    .name = "doctor",
    .summary = "look at a file before a fit: what stops it or misleads",
    .section = "Models",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(doctor),
    .run = run,
};
