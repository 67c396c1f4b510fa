/* logreg evaluate MODEL FILE */
#include <stdlib.h>
#include <string.h>

#include <logreg/goodness.h>
#include <logreg/report.h>

#include "beyond.h"
#include "commands.h"
#include "evaluate_csv.h"
#include "message.h"
#include "metrics.h"
#include "model_input.h"
#include "terminal.h"

typedef struct {
    double threshold, conf_level, beta;
    uint64_t top_k, n_bins, groups; /* groups 0: not given */
    const char *bin_strategy, *csv;
    cli_list metrics;
    bool json, quiet, gof, report;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

/* Options that have no place beside others. */
static int check(const cli_call *call, const values *v)
{
    if (v->groups && !v->gof)
        return cli_fail(call, CLI_USAGE, "--gof-groups needs --gof");
    if (v->json && v->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    if (v->csv && (v->gof || v->report))
        return cli_fail(call, CLI_USAGE, "--%s has no place in CSV%s", v->gof ? "gof" : "report",
                        v->gof ? "" : "; --csv=report prints it");
    if (v->metrics.n && v->csv && strcmp(v->csv, "metrics") != 0)
        return cli_fail(call, CLI_USAGE, "--metrics has no place in --csv=%s", v->csv);
    return CLI_GO_ON;
}

static int measure(logreg_evaluation **evaluation, const cli_call *call, const values *v,
                   const logreg_model *model, const logreg_frame *frame, const cli_metrics *metrics)
{
    logreg_error err;
    logreg_evaluation_options o = logreg_evaluation_options_default();
    o.threshold = v->threshold;
    o.metric = metrics->metric;
    o.n_metrics = metrics->n;
    o.beta = v->beta;
    o.top_k = v->top_k;
    o.n_bins = v->n_bins;
    o.quantile_bins = strcmp(v->bin_strategy, "quantile") == 0;
    return logreg_evaluate(evaluation, model, frame, &o, &err) == LOGREG_OK
               ? CLI_GO_ON
               : cli_input_fail(call, frame, &err);
}

static int print(const cli_call *call, const values *v, const logreg_model *model,
                 const logreg_evaluation *evaluation, const logreg_validation *validation)
{
    if (v->csv)
        return cli_evaluate_csv(call, v->csv, model, evaluation, v->conf_level);
    logreg_error err;
    char *text;
    logreg_report_options options = logreg_report_options_default();
    options.conf_level = v->conf_level;
    options.validation = validation;
    options.class_report = v->report;
    cli_terminal_page(&options, call->colour);
    logreg_status status = v->json ? logreg_report_evaluation_json(&text, model, evaluation, &options, &err)
                                   : logreg_report_evaluation(&text, model, evaluation, &options, &err);
    if (status != LOGREG_OK)
        return cli_fail_error(call, &err);
    fputs(text, stdout);
    free(text);
    return CLI_GO_ON;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_evaluation *evaluation = NULL;
    logreg_validation *validation = NULL;
    cli_metrics metrics = {0};
    cli_beyond beyond = {0};
    logreg_goodness_options groups = logreg_goodness_options_default();
    groups.n_groups = v->groups ? v->groups : groups.n_groups;
    int code = check(call, v);
    if (code == CLI_GO_ON)
        code = cli_metrics_read(&metrics, call, &v->metrics, v->json || v->csv ? "all" : "core");
    if (code == CLI_GO_ON)
        code = cli_model_load(&model, call);
    if (code == CLI_GO_ON)
        code = cli_metrics_check(call, &v->metrics, logreg_model_classes(model));
    if (code == CLI_GO_ON)
        code = cli_model_rows(&frame, call, &v->input, model, v->quiet);
    if (code == CLI_GO_ON)
        code = measure(&evaluation, call, v, model, frame, &metrics);
    logreg_error err;
    if (code == CLI_GO_ON && v->gof && logreg_validate(&validation, model, frame, &groups, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_beyond_look(&beyond, call, model, frame);
    if (code == CLI_GO_ON)
        cli_beyond_tell(&beyond, call, frame);
    if (code == CLI_GO_ON)
        code = print(call, v, model, evaluation, validation);
    free(beyond.spline);
    free(metrics.metric);
    logreg_evaluation_free(evaluation);
    logreg_validation_free(validation);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

static const cli_option measures[] = {
    {"threshold", CLI_NUMBER, PLACE(threshold), .argument = "X", .range = "[0, 1]", .initial = "0.5",
     .help = "probability from which on the event is said, of two classes"},
    {"metrics", CLI_LIST, PLACE(metrics), .argument = "NAME,..", .otherwise = "core; all in JSON and CSV",
     .help = "metrics to tell: names, core, or all"},
    {"beta", CLI_NUMBER, PLACE(beta), .argument = "X", .range = "(0, inf)", .initial = "2",
     .help = "of fbeta: recall counts so many times as much as precision"},
    {"top-k", CLI_INTEGER, PLACE(top_k), .argument = "K", .range = "[1, 1000000]", .initial = "2",
     .help = "of top_k_accuracy"},
    {"n-bins", CLI_INTEGER, PLACE(n_bins), .argument = "N", .range = "[1, 1000000]", .initial = "10",
     .help = "bins of the probability for ece and Brier's parts"},
    {"bin-strategy", CLI_CHOICE, PLACE(bin_strategy), .argument = "uniform|quantile", .initial = "uniform",
     .help = "bins of equal width, or of about as many rows each"},
    {"gof", CLI_FLAG, PLACE(gof),
     .help =
         "test whether the probabilities hold on these rows: Hosmer-Lemeshow, Spiegelhalter, calibration"},
    {"gof-groups", CLI_INTEGER, PLACE(groups), .argument = "G", .range = "[3, 1000000]", .otherwise = "10",
     .help = "groups of the Hosmer-Lemeshow test, about"},
    {0}};

static const cli_option output[] = {
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .initial = "0.95",
     .help = "level of intervals"},
    {"report", CLI_FLAG, PLACE(report),
     .help = "text has precision, recall and F1 of each class too; JSON always has"},
    {"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
    {"csv", CLI_CHOICE, PLACE(csv), .argument = CLI_EVALUATE_CSV, .bare = "metrics",
     .help =
         "print CSV instead of text: the metrics, a row a class, or a row a cell of the confusion matrix; "
         "alone: metrics"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {
    {"Metrics", measures, 0}, {"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg evaluate admit.json test.csv",
    "logreg evaluate admit.json test.csv --threshold 0.3 --json",
    "logreg evaluate admit.json test.csv --metrics core,mcc,average_precision",
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
