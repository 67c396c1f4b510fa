/* logreg evaluate MODEL FILE */
#include <stdlib.h>

#include <logreg/goodness.h>
#include <logreg/report.h>

#include "beyond.h"
#include "commands.h"
#include "message.h"
#include "model_input.h"
#include "terminal.h"

typedef struct {
    double threshold, conf_level;
    bool json, quiet, gof;
    uint64_t groups; /* 0: not given */
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

static int describe(char **text, const cli_call *call, const values *v, const logreg_model *model,
                    const logreg_evaluation *evaluation, const logreg_validation *validation)
{
    logreg_error err;
    logreg_report_options options = logreg_report_options_default();
    options.conf_level = v->conf_level;
    options.validation = validation;
    cli_terminal_page(&options, call->colour);
    logreg_status status = v->json ? logreg_report_evaluation_json(text, model, evaluation, &options, &err)
                                   : logreg_report_evaluation(text, model, evaluation, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_evaluation *evaluation = NULL;
    logreg_validation *validation = NULL;
    char *text = NULL;
    cli_beyond beyond = {0};
    logreg_goodness_options groups = logreg_goodness_options_default();
    if (v->groups && !v->gof)
        return cli_fail(call, CLI_USAGE, "--gof-groups needs --gof");
    groups.n_groups = v->groups ? v->groups : groups.n_groups;
    int code = cli_model_load(&model, call);
    if (code == CLI_GO_ON)
        code = cli_model_rows(&frame, call, &v->input, model, v->quiet);
    logreg_error err;
    if (code == CLI_GO_ON && logreg_evaluate(&evaluation, model, frame, v->threshold, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON && v->gof && logreg_validate(&validation, model, frame, &groups, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_beyond_look(&beyond, call, model, frame);
    if (code == CLI_GO_ON)
        cli_beyond_tell(&beyond, call, frame);
    if (code == CLI_GO_ON)
        code = describe(&text, call, v, model, evaluation, validation);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
    }
    free(text);
    free(beyond.spline);
    logreg_evaluation_free(evaluation);
    logreg_validation_free(validation);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code;
}

static const cli_option output[] = {
    {"threshold", CLI_NUMBER, PLACE(threshold), .argument = "X", .range = "[0, 1]", .initial = "0.5",
     .help = "probability from which on the event is said, of two classes"},
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .initial = "0.95",
     .help = "level of the AUC's interval, and of those of --gof"},
    {"gof", CLI_FLAG, PLACE(gof),
     .help =
         "test whether the probabilities hold on these rows: Hosmer-Lemeshow, Spiegelhalter, calibration"},
    {"gof-groups", CLI_INTEGER, PLACE(groups), .argument = "G", .range = "[3, 1000000]", .otherwise = "10",
     .help = "groups of the Hosmer-Lemeshow test, about"},
    {"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {{"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg evaluate admit.json test.csv",
    "logreg evaluate admit.json test.csv --threshold 0.3 --json",
    "logreg evaluate admit.json other_hospital.csv --gof",
    NULL,
};

const cli_command command_evaluate = {
    .name = "evaluate",
    .summary = "metrics of a model on labelled rows",
    .section = "Models",
    .operands = "MODEL FILE",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
