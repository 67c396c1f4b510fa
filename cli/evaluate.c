/* logreg evaluate MODEL FILE, and evaluate FILE --probability COL */
#include <stdlib.h>
#include <string.h>

#include <logreg/goodness.h>
#include <logreg/report.h>

#include "beyond.h"
#include "commands.h"
#include "evaluate_csv.h"
#include "imputed.h"
#include "text.h"
#include "message.h"
#include "metrics.h"
#include "model_input.h"
#include "options.h"
#include "probability.h"
#include "target.h"
#include "terminal.h"
#include "threshold.h"

typedef struct {
    double conf_level, beta;
    uint64_t top_k, n_bins, groups; /* groups 0: not given */
    const char *threshold, *bin_strategy, *csv, *against;
    cli_list metrics, curves;
    bool json, quiet, gof, report;
    cli_probability probability;
    cli_input input;
} values;

#define PLACE(member) offsetof(values, member)

static bool is_curve(const char *word)
{
    for (size_t i = 0; logreg_curve_name(i); i++)
        if (strcmp(logreg_curve_name(i), word) == 0)
            return true;
    return false;
}

static int fail_curve(const cli_call *call, const char *word)
{
    logreg_nearest near = logreg_nearest_to(word);
    for (size_t i = 0; logreg_curve_name(i); i++)
        logreg_nearest_offer(&near, logreg_curve_name(i));
    return cli_fail(call, CLI_USAGE,
                    "--curves: '%s' is none of roc, precision_recall, calibration, gain%s%s%s", word,
                    near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

static bool is_contest(const values *v)
{
    return v->against || v->probability.against.n;
}

/* The place of FILE, which no MODEL stands before where columns are judged. */
static size_t file_operand(const values *v)
{
    return v->probability.columns.n ? 0 : 1;
}

/* Options that have no place beside others. */
static int check(const cli_call *call, const values *v)
{
    if (v->groups && !v->gof)
        return cli_fail(call, CLI_USAGE, "--gof-groups needs --gof");
    if (v->json && v->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    if (v->csv && (v->gof || v->report || is_contest(v)))
        return cli_fail(call, CLI_USAGE, "--%s has no place in CSV%s",
                        v->gof       ? "gof"
                        : v->report  ? "report"
                        : v->against ? "against"
                                     : "against-probability",
                        v->report && !v->gof ? "; --csv=report prints it" : "");
    if (v->against && v->probability.against.n)
        return cli_fail(call, CLI_USAGE,
                        "--against and --against-probability exclude each other; leave one out");
    size_t file = file_operand(v);
    if (v->against && (call->n_operands <= file || strcmp(call->operands[file], "-") == 0))
        return cli_fail(
            call, CLI_USAGE,
            "--against reads the rows once for each model, and standard input is gone by then: name a file");
    if (v->metrics.n && v->csv && strcmp(v->csv, "metrics") != 0)
        return cli_fail(call, CLI_USAGE, "--metrics has no place in --csv=%s", v->csv);
    if (v->curves.n && v->csv)
        return cli_fail(call, CLI_USAGE, "--curves has no place in CSV; --csv=%s prints one",
                        v->curves.item[0]);
    for (size_t i = 0; i < v->curves.n; i++)
        if (!is_curve(v->curves.item[i]))
            return fail_curve(call, v->curves.item[i]);
    if (call->n_operands == 0 && !v->probability.columns.n)
        return cli_fail(
            call, CLI_USAGE,
            "something is missing; usage: logreg evaluate [OPTION]... MODEL FILE, or logreg evaluate "
            "[OPTION]... FILE --probability COL --target NAME");
    return cli_probability_check(call, &v->probability, "--against MODEL tests which is better");
}

/* What of the library's options the command line says. */
static int read_options(logreg_evaluation_options *o, const cli_call *call, const values *v)
{
    *o = logreg_evaluation_options_default();
    o->beta = v->beta;
    o->top_k = v->top_k;
    o->n_bins = v->n_bins;
    o->quantile_bins = strcmp(v->bin_strategy, "quantile") == 0;
    o->conf_level = v->conf_level;
    o->curve = (const char *const *)v->curves.item;
    o->n_curves = v->curves.n;
    if (v->csv && is_curve(v->csv)) {
        o->curve = &v->csv;
        o->n_curves = 1;
    }
    return cli_threshold_read(o, call, v->threshold);
}

/* Another model on the same rows, which it reads with what meant missing where it was fitted. */
static int hold_against_model(logreg_contest *contest, const cli_call *call, const values *v,
                              const logreg_model *model, const logreg_frame *frame)
{
    logreg_model *other = NULL;
    logreg_frame *own = NULL;
    logreg_error err;
    int code = cli_model_load_from(&other, call, v->against);
    if (code == CLI_GO_ON)
        code = cli_model_rows(&own, call, file_operand(v), &v->input, other, true, true);
    if (code == CLI_GO_ON && logreg_contest_hold(contest, model, frame, other, own, &err) != LOGREG_OK)
        code = cli_input_fail(call, own, &err);
    logreg_frame_free(own);
    logreg_model_free(other);
    return code;
}

/* Other columns of the same rows. */
static int hold_against_columns(logreg_contest *contest, const cli_call *call, const values *v,
                                const logreg_model *model, const logreg_frame *frame)
{
    logreg_model *other = NULL;
    logreg_error err;
    int code = cli_probability_model(&other, call, &v->probability, "against-probability", frame, model);
    if (code == CLI_GO_ON && logreg_contest_hold(contest, model, frame, other, frame, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    logreg_model_free(other);
    return code;
}

/* The model and the rows, or the columns among the rows that take its place. */
static int read(logreg_model **model, logreg_frame **frame, const cli_call *call, values *v)
{
    int code;
    if (v->probability.columns.n) {
        code = cli_input_read(frame, call, &v->input, call->n_operands ? call->operands[0] : NULL,
                              (cli_categories){.n = 0}, v->quiet);
        if (code == CLI_GO_ON)
            code = cli_target_pose(&v->probability.target, call, *frame);
        if (code == CLI_GO_ON)
            code = cli_probability_model(model, call, &v->probability, "probability", *frame, NULL);
        return code == CLI_GO_ON ? cli_metrics_check(call, &v->metrics, logreg_model_classes(*model)) : code;
    }
    code = cli_model_load(model, call);
    if (code == CLI_GO_ON)
        code = cli_metrics_check(call, &v->metrics, logreg_model_classes(*model));
    return code == CLI_GO_ON ? cli_model_rows(frame, call, 1, &v->input, *model, true, v->quiet) : code;
}

static int print(const cli_call *call, const values *v, const logreg_model *model,
                 const logreg_evaluation *evaluation, const logreg_validation *validation,
                 const logreg_contest *contest, const char *contest_name)
{
    if (v->csv)
        return cli_evaluate_csv(call, v->csv, model, evaluation, v->conf_level);
    logreg_error err;
    char *text;
    logreg_report_options options = logreg_report_options_default();
    options.conf_level = v->conf_level;
    options.validation = validation;
    options.class_report = v->report;
    options.contest = is_contest(v) ? contest : NULL;
    options.contest_name = contest_name;
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
    values *v = call->values;
    logreg_model *model = NULL;
    logreg_frame *frame = NULL;
    logreg_evaluation *evaluation = NULL;
    logreg_validation *validation = NULL;
    cli_metrics metrics = {0};
    cli_beyond beyond = {0};
    logreg_goodness_options groups = logreg_goodness_options_default();
    groups.n_groups = v->groups ? v->groups : groups.n_groups;
    logreg_evaluation_options o;
    int code = check(call, v);
    if (code == CLI_GO_ON)
        code = read_options(&o, call, v);
    if (code == CLI_GO_ON)
        code = cli_metrics_read(&metrics, call, &v->metrics, v->json || v->csv ? "all" : "core");
    if (code == CLI_GO_ON)
        code = read(&model, &frame, call, v);
    if (code == CLI_GO_ON && cli_given(call, "threshold") && logreg_model_classes(model) > 2)
        code =
            cli_fail(call, CLI_USAGE,
                     "--threshold is of two classes, and the model has %zu, of which the likeliest is said",
                     logreg_model_classes(model));
    o.metric = metrics.metric;
    o.n_metrics = metrics.n;
    logreg_error err;
    if (code == CLI_GO_ON && logreg_evaluate(&evaluation, model, frame, &o, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    if (code == CLI_GO_ON && v->gof && logreg_validate(&validation, model, frame, &groups, &err) != LOGREG_OK)
        code = cli_input_fail(call, frame, &err);
    logreg_contest contest;
    char *other = v->probability.against.n ? cli_probability_name(&v->probability.against) : NULL;
    if (code == CLI_GO_ON && v->probability.against.n && !other)
        code = cli_fail_memory(call);
    if (code == CLI_GO_ON && is_contest(v))
        code = v->against ? hold_against_model(&contest, call, v, model, frame)
                          : hold_against_columns(&contest, call, v, model, frame);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_imputed_tell(call, model, frame);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_text_tell(call, model, frame);
    if (code == CLI_GO_ON && !v->quiet)
        code = cli_beyond_look(&beyond, call, model, frame);
    if (code == CLI_GO_ON)
        cli_beyond_tell(&beyond, call, frame);
    if (code == CLI_GO_ON)
        code = print(call, v, model, evaluation, validation, &contest, v->against ? v->against : other);
    free(other);
    free(beyond.spline);
    free(metrics.metric);
    logreg_evaluation_free(evaluation);
    logreg_validation_free(validation);
    logreg_frame_free(frame);
    logreg_model_free(model);
    return code == CLI_GO_ON ? CLI_SOUND : code;
}

static const cli_option measures[] = {
    {"threshold", CLI_TEXT, PLACE(threshold), .argument = "X|RULE", .initial = "0.5",
     .help = "probability from which on the event is said, of two classes; a rule chooses it on these rows: "
             "youden, f1, "
             "cost:FP,FN, sensitivity:X, specificity:X, rate:X"},
    {"metrics", CLI_LIST, PLACE(metrics), .argument = "NAME,..", .otherwise = "core; all in JSON and CSV",
     .help = "metrics to tell: names, core, or all"},
    {"curves", CLI_LIST, PLACE(curves), .argument = "NAME,..",
     .help = "curves in text and JSON: roc, precision_recall, calibration, gain"},
    {"beta", CLI_NUMBER, PLACE(beta), .argument = "X", .range = "(0, inf)", .initial = "2",
     .help = "of fbeta: recall counts so many times as much as precision"},
    {"top-k", CLI_INTEGER, PLACE(top_k), .argument = "K", .range = "[1, 1000000]", .initial = "2",
     .help = "of top_k_accuracy"},
    {"n-bins", CLI_INTEGER, PLACE(n_bins), .argument = "N", .range = "[1, 1000000]", .initial = "10",
     .help = "bins of the probability for ece, Brier's parts and the calibration curve"},
    {"bin-strategy", CLI_CHOICE, PLACE(bin_strategy), .argument = "uniform|quantile", .initial = "uniform",
     .help = "bins of equal width, or of about as many rows each"},
    {"against", CLI_TEXT, PLACE(against), .argument = "MODEL",
     .help = "test whether another model is as good on these rows: DeLong's test of the AUC, and of log loss "
             "and Brier"},
    {"against-probability", CLI_LIST, PLACE(probability.against), .argument = "[LABEL=]COL,..",
     .help = "the same, with the probabilities in these columns in place of another model's"},
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
     .help = "print CSV instead of text: the metrics, a row a class, a row a cell of the confusion matrix, "
             "or a curve; "
             "alone: metrics"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {
    {"Metrics", measures, 0},
    {"Probabilities of another program", cli_probability_options, PLACE(probability)},
    {"Reading", cli_input_options, PLACE(input)},
    {"Output", output, 0},
    {0}};

static const char *const examples[] = {
    "logreg evaluate admit.json test.csv",
    "logreg evaluate admit.json test.csv --threshold 0.3 --json",
    "logreg evaluate admit.json test.csv --metrics core,mcc,average_precision",
    "logreg evaluate admit.json test.csv --threshold cost:1,5 --curves gain",
    "logreg evaluate admit.json test.csv --against larger.json",
    "logreg evaluate admit.json other_hospital.csv --gof",
    "logreg evaluate scored.csv --target admit --probability p",
    "logreg evaluate scored.csv --target admit --probability p --against-probability q",
    NULL,
};

const cli_command command_evaluate = {
    .name = "evaluate",
    .summary = "metrics of a model, or of probabilities, on labelled rows",
    .section = "Models",
    .operands = "[MODEL] FILE",
    .max_operands = 2,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
