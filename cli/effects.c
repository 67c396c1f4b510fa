/* logreg effects MODEL FILE */
#include "effects.h"

#include <stdlib.h>
#include <string.h>

#include <logreg/report.h>

#include "commands.h"
#include "message.h"
#include "model_input.h"
#include "terminal.h"

typedef struct {
    cli_list of, discrete, at;
    const char *where;
    double conf_level;
    uint64_t threads;
    bool json, csv, quiet;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

/* The file's rows as the fit saw them: those of --where, and the class that others are compared with first. */
static int find_rows(logreg_frame **frame, const cli_call *call, const values *v, const logreg_model *model)
{
    logreg_error err;
    int code = cli_model_rows(frame, call, 1, &v->input, model, true, v->quiet);
    if (code == CLI_GO_ON && v->where && logreg_frame_filter(*frame, v->where, &err) != LOGREG_OK)
        return cli_fail(call, CLI_DATA, "--where: %s", err.message);
    size_t target = code == CLI_GO_ON ? logreg_frame_find(*frame, logreg_model_target(model)) : SIZE_MAX;
    if (target != SIZE_MAX && logreg_frame_kind(*frame, target) == LOGREG_CATEGORY &&
        logreg_frame_set_reference(*frame, logreg_model_target(model), logreg_model_class(model, 0), &err) !=
            LOGREG_OK)
        return cli_fail_error(call, &err);
    return code;
}

static int find(logreg_effects **effects, const cli_call *call, const values *v, const logreg_model *model,
                const logreg_frame *frame)
{
    logreg_error err;
    logreg_study *study = NULL;
    logreg_effect_at *at = NULL;
    logreg_effects_options o = logreg_effects_options_default();
    o.level = v->conf_level;
    o.threads = (int)v->threads;
    o.of = (const char *const *)v->of.item;
    o.n_of = v->of.n;
    o.discrete = (const char *const *)v->discrete.item;
    o.n_discrete = v->discrete.n;
    int code = cli_effects_at(&at, &o.n_at, &o.at_means, call, model, &v->at);
    o.at = at;
    if (code == CLI_GO_ON && logreg_study_new(&study, model, frame, o.threads, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON && logreg_effects_new(effects, study, &o, &err) != LOGREG_OK)
        code = err.status == LOGREG_EINVAL ? cli_fail(call, CLI_DATA, "%s", err.message)
                                           : cli_input_fail(call, frame, &err);
    logreg_study_free(study);
    free(at);
    return code;
}

static int describe(char **text, const cli_call *call, const values *v, const logreg_model *model,
                    const logreg_effects *effects)
{
    if (v->csv)
        return cli_effects_csv(text, call, effects);
    logreg_error err;
    logreg_report_options options = logreg_report_options_default();
    options.conf_level = v->conf_level;
    cli_terminal_page(&options, call->colour);
    logreg_status status = v->json ? logreg_report_effects_json(text, model, effects, &options, &err)
                                   : logreg_report_effects(text, model, effects, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    if (v->json && v->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_effects *effects = NULL;
    char *text = NULL;
    int code = cli_model_load(&model, call);
    if (code == CLI_GO_ON)
        code = find_rows(&frame, call, v, model);
    if (code == CLI_GO_ON)
        code = find(&effects, call, v, model, frame);
    if (code == CLI_GO_ON)
        code = describe(&text, call, v, model, effects);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
    }
    free(text);
    logreg_effects_free(effects);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code;
}

static const cli_option wanted[] = {
    {"of", CLI_LIST, PLACE(of), .argument = "NAME,..", .otherwise = "all columns of the model",
     .help = "the columns to tell the effects of"},
    {"at", CLI_LIST, PLACE(at), .argument = "NAME=VALUE,..", .otherwise = "as the rows are",
     .help = "give columns this value in all rows: age=40,sex=male; age=mean; means: all other numbers at "
             "theirs"},
    {"discrete", CLI_LIST, PLACE(discrete), .argument = "NAME,..",
     .help = "columns of 0 and 1 whose effect is that of 1 against 0, not of a number that moves"},
    {"where", CLI_TEXT, PLACE(where), .argument = "TEXT", .otherwise = "all rows",
     .help = "the rows of the fit, if it had a condition"},
    {"threads", CLI_INTEGER, PLACE(threads), .argument = "N", .range = "[1, 1024]",
     .otherwise = "one a processor", .help = "threads at most; results do not depend on it"},
    {0}};

static const cli_option output[] = {{"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X",
                                     .range = "(0, 1)", .initial = "0.95",
                                     .help = "level of confidence intervals"},
                                    {"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
                                    {"csv", CLI_FLAG, PLACE(csv), .help = "print CSV instead of text"},
                                    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
                                    {0}};

static const cli_group groups[] = {
    {"Effects", wanted, 0}, {"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg effects admit.json data.csv",
    "logreg effects admit.json data.csv --of gpa --at gre=700,school=north",
    "logreg effects admit.json data.csv --at means --json",
    NULL,
};

const cli_command command_effects = {
    .name = "effects",
    .summary = "effects on probabilities: slopes, risks, risk ratios",
    .section = "Models",
    .operands = "MODEL FILE",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
