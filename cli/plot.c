/* logreg plot MODEL [FILE], and plot FILE --probability COL */
#include "commands.h"
#include "message.h"
#include "model_input.h"
#include "options.h"
#include "picture.h"
#include "probability.h"
#include "target.h"

typedef struct {
    const char *output;
    double conf_level;
    bool alt, quiet;
    cli_figure figure;
    cli_probability probability;
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

/* Options that have no place beside others. */
static int check(const cli_call *call, const values *v)
{
    int code = cli_probability_check(call, &v->probability, "'logreg plot MODEL FILE' draws the model's own");
    if (code != CLI_GO_ON || !v->probability.columns.n)
        return code;
    if (logreg_figure_kind_find(v->figure.what)->need == LOGREG_FIGURE_ROWS)
        return CLI_GO_ON;
    return cli_fail(call, CLI_USAGE,
                    "--what %s%s draws a fitted model, and columns of probabilities come without one; --what "
                    "roc, precision-recall, calibration, gain, lift and confusion draw them",
                    v->figure.what, cli_given(call, "what") ? "" : ", the default,");
}

/* The model and the rows, or the columns among the rows that take its place. */
static int read(logreg_model **model, logreg_frame **frame, const cli_call *call, values *v)
{
    if (v->probability.columns.n) {
        int code =
            cli_input_read(frame, call, &v->input, call->operands[0], (cli_categories){.n = 0}, v->quiet);
        if (code == CLI_GO_ON)
            code = cli_target_pose(&v->probability.target, call, *frame);
        return code == CLI_GO_ON
                   ? cli_probability_model(model, call, &v->probability, "probability", *frame, NULL)
                   : code;
    }
    int code = cli_model_load(model, call);
    if (code == CLI_GO_ON && call->n_operands > 1)
        code = cli_model_rows(frame, call, 1, &v->input, *model, true, v->quiet);
    return code;
}

static int run(const cli_call *call)
{
    values *v = call->values;
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_figure *figure = NULL;
    int code = check(call, v);
    if (code == CLI_GO_ON && v->output)
        code = cli_picture_check(call, v->output);
    if (code == CLI_GO_ON)
        code = read(&model, &frame, call, v);
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

static const cli_group groups[] = {
    {"Figure", what, 0},
    {"Details", cli_figure_options, PLACE(figure)},
    {"Probabilities of another program", cli_probability_options, PLACE(probability)},
    {"Reading", cli_input_options, PLACE(input)},
    {"Output", output, 0},
    {0}};

static const char *const examples[] = {
    "logreg plot admit.json",
    "logreg plot admit.json -o curve.png",
    "logreg plot admit.json test.csv --what roc -o roc.svg",
    "logreg plot scored.csv --what calibration --target admit --probability p",
    NULL,
};

const cli_command command_plot = {
    .name = "plot",
    .summary = "draw a model, or probabilities: fitted curve, odds ratios, ROC and others",
    .section = "Models",
    .operands = "[MODEL] [FILE]",
    .min_operands = 1,
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
