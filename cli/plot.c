/* logreg plot MODEL [FILE] */
#include "commands.h"
#include "message.h"
#include "model_input.h"
#include "picture.h"

typedef struct {
    const char *output;
    double conf_level;
    bool alt, quiet;
    cli_figure figure;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

static int show(const cli_call *call, const values *v, const logreg_figure *figure)
{
    int code = CLI_GO_ON;
    if (v->output)
        code = cli_picture_write(call, v->output, figure);
    else if (!v->alt)
        code = cli_picture_print(call, figure);
    if (code == CLI_GO_ON && v->output && !v->quiet)
        cli_picture_note(call, v->output);
    if (code == CLI_GO_ON && v->alt)
        puts(logreg_figure_alt(figure));
    return code;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_figure *figure = NULL;
    int code = v->output ? cli_picture_check(call, v->output) : CLI_GO_ON;
    if (code == CLI_GO_ON)
        code = cli_model_load(&model, call);
    if (code == CLI_GO_ON && call->n_operands > 1)
        code = cli_model_rows(&frame, call, 1, &v->input, model, v->quiet);
    if (code == CLI_GO_ON) {
        const logreg_figure_source source = {.model = model, .frame = frame};
        code = cli_picture_build(&figure, call, &v->figure, v->conf_level, &source);
    }
    if (code == CLI_GO_ON)
        code = show(call, v, figure);
    logreg_figure_free(figure);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

static const cli_option what[] = {{"what", CLI_CHOICE, PLACE(figure.what), .argument = "KIND",
                                   .choices = cli_figure_of_model, .about = cli_figure_about_model,
                                   .elsewhere = cli_figure_home, .initial = "curve", .help = "what to draw"},
                                  {0}};

static const cli_option output[] = {
    {"output", CLI_TEXT, PLACE(output), .argument = "OUT", .letter = 'o', .otherwise = "the terminal",
     .help = "the picture: .png, .svg or .pdf, or .gp for gnuplot's script; also -o"},
    {"alt", CLI_FLAG, PLACE(alt), .help = "print in words what the picture shows, for who cannot see it"},
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .initial = "0.95",
     .help = "level of bands and intervals"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {{"Figure", what, 0},
                                   {"Details", cli_figure_options, PLACE(figure)},
                                   {"Reading", cli_input_options, PLACE(input)},
                                   {"Output", output, 0},
                                   {0}};

static const char *const examples[] = {
    "logreg plot admit.json",
    "logreg plot admit.json -o curve.png",
    "logreg plot admit.json test.csv --what roc -o roc.svg",
    NULL,
};

const cli_command command_plot = {
    .name = "plot",
    .summary = "draw a saved model: fitted curve, odds ratios, ROC and others",
    .section = "Models",
    .operands = "MODEL [FILE]",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
