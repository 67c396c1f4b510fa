/* logreg plot MODEL [FILE] */
#include "commands.h"
#include "message.h"
#include "model_input.h"
#include "picture.h"

typedef struct {
    const char *what, *output, *curve;
    double conf_level;
    bool quiet;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

static int run(const cli_call *call)
{
    const values *v = call->values;
    if (!v->output)
        return cli_fail(call, CLI_USAGE, "the picture needs a file: -o OUT.png, .svg, .pdf or .gp");
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    int code = cli_picture_check(call, v->output, v->what);
    if (code == CLI_GO_ON)
        code = cli_model_load(&model, call);
    if (code == CLI_GO_ON && call->n_operands > 1)
        code = cli_model_rows(&frame, call, &v->input, model, v->quiet);
    if (code == CLI_GO_ON) {
        const cli_picture picture = {
            .path = v->output, .what = v->what, .feature = v->curve, .conf_level = v->conf_level};
        code = cli_picture_write(call, &picture, model, frame);
    }
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

static const cli_option output[] = {
    {"what", CLI_CHOICE, PLACE(what), .choices = logreg_figure_name, .about = logreg_figure_summary,
     .initial = "curve", .help = "what to draw"},
    {"output", CLI_TEXT, PLACE(output), .argument = "OUT", .letter = 'o',
     .help = "the picture: .png, .svg or .pdf, or .gp for gnuplot's script; also -o"},
    {"curve", CLI_TEXT, PLACE(curve), .argument = "NAME", .otherwise = "the strongest",
     .help = "the column that the curve runs along"},
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .initial = "0.95",
     .help = "level of bands and intervals"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {{"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg plot admit.json -o curve.png",
    "logreg plot admit.json test.csv --what roc -o roc.svg",
    NULL,
};

const cli_command command_plot = {
    .name = "plot",
    .summary = "draw a saved model: fitted curve, ROC",
    .section = "Models",
    .operands = "MODEL [FILE]",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
