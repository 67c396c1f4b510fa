/* logreg show MODEL */
#include <math.h>
#include <stdlib.h>

#include "commands.h"
#include "describe.h"
#include "message.h"
#include "model_input.h"
#include "units.h"

#define PLACE(member) offsetof(cli_description, member)

/* The inference that units ask for; NULL: there are none. */
static int infer(logreg_inference **inference, const cli_call *call, const cli_description *how,
                 const logreg_model *model)
{
    logreg_unit *units = NULL;
    logreg_error err;
    int code = cli_units_read(&units, call, &how->unit, false);
    logreg_inference_options o = logreg_inference_options_default();
    o.level = how->conf_level;
    o.unit = units;
    o.n_units = how->unit.n;
    if (code == CLI_GO_ON && units && logreg_inference_new(inference, model, &o, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    free(units);
    return code;
}

/* What the bootstrap left is of one level. */
static void note_level(const cli_call *call, const cli_description *how, const logreg_model *model)
{
    logreg_model_bootstrap b = logreg_model_bootstrapped(model);
    if (b.n_refits && fabs(b.level - how->conf_level) > 1e-12)
        cli_note(call, "the model keeps bootstrap intervals of level %g, which these are", b.level);
}

static int run(const cli_call *call)
{
    const cli_description *how = call->values;
    int code = cli_describe_check(call, how, false);
    if (code != CLI_GO_ON)
        return code;
    logreg_model *model = NULL;
    logreg_inference *inference = NULL;
    logreg_hypotheses *hypotheses = NULL;
    char *text = NULL;
    code = cli_model_load(&model, call);
    if (code == CLI_GO_ON)
        note_level(call, how, model);
    if (code == CLI_GO_ON)
        code = infer(&inference, call, how, model);
    if (code == CLI_GO_ON && how->hypothesis.n)
        code = cli_describe_hypotheses(&hypotheses, call, how, model, NULL, false);
    logreg_report_options more = logreg_report_options_default();
    more.hypotheses = hypotheses;
    if (code == CLI_GO_ON)
        code = cli_describe(&text, call, how, model, NULL, &more, inference);
    if (code == CLI_GO_ON && how->csv)
        code = cli_describe_warnings(call, model);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = cli_describe_code(model);
    }
    free(text);
    logreg_hypotheses_free(hypotheses);
    logreg_inference_free(inference);
    logreg_model_free(model);
    return code;
}

static const cli_option output[] = {
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .initial = "0.95",
     .help = "level of confidence intervals"},
    {"unit", CLI_LIST, PLACE(unit), .argument = "NAME=SIZE,..", .otherwise = "1",
     .help = "how much of a number its odds ratio is told for: age=10"},
    {"hypothesis", CLI_TEXTS, PLACE(hypothesis), .argument = "TEXT",
     .help = "test by Wald whether equations in coefficients hold, as logreg fit --hypothesis"},
    {"curve", CLI_TEXT, PLACE(curve), .argument = "NAME", .otherwise = "the strongest",
     .help = "the column that the curve runs along"},
    {"no-curve", CLI_FLAG, PLACE(no_curve), .help = "print no curve"},
    {"explain", CLI_FLAG, PLACE(explain),
     .help = "also tell the fitted equation, and each coefficient in words"},
    {"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
    {"csv", CLI_CHOICE, PLACE(csv), .argument = "tidy|glance|hypotheses", .bare = "tidy",
     .help = "print CSV instead of text: a row a coefficient, one row, or a row an equation of --hypothesis; "
             "alone: tidy"},
    {0}};

static const cli_group groups[] = {{"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg show admit.json",
    "logreg show admit.json --json --conf-level 0.9",
    NULL,
};

const cli_command command_show = {
    .name = "show",
    .summary = "print a saved model again",
    .section = "Models",
    .operands = "MODEL",
    .min_operands = 1,
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(cli_description),
    .run = run,
};
