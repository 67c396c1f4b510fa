/* logreg learning-curve FILE */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/learning_curve.h>
#include <logreg/report.h>

#include "commands.h"
#include "csv.h"
#include "imputed.h"
#include "message.h"
#include "penalty.h"
#include "terminal.h"
#include "text.h"
#include "variables.h"

typedef struct {
    cli_variables variables;
    cli_penalty penalty;
    cli_imputing imputing;
    cli_text text;
    cli_numbers sizes;
    uint64_t repeats, seed, threads;
    double test_size;
    const char *solver, *class_weight;
    cli_input input;
    bool json, csv, quiet;
} values;

#define PLACE(member) offsetof(values, member)

static void put_measure(cli_csv *csv, const logreg_learning_measure *m)
{
    const double number[] = {m->train.mean, m->train.sd, m->test.mean, m->test.sd};
    for (size_t i = 0; i < sizeof number / sizeof *number; i++)
        cli_csv_number(csv, isfinite(number[i]) ? number[i] : NAN);
}

static void put_points(cli_csv *csv, const logreg_learning_curve *c)
{
    static const char *const measure[] = {"log_loss", "accuracy", "auc"}, *const part[] = {"train",
                                                                                           "train_sd", "test",
                                                                                           "test_sd"};
    cli_csv_text(csv, "n");
    for (size_t i = 0; i < sizeof measure / sizeof *measure; i++)
        for (size_t j = 0; j < sizeof part / sizeof *part; j++) {
            char name[40];
            snprintf(name, sizeof name, "%s_%s", measure[i], part[j]);
            cli_csv_text(csv, name);
        }
    cli_csv_text(csv, "separated");
    cli_csv_text(csv, "unsound");
    cli_csv_end(csv);
    for (size_t i = 0; i < c->n_points; i++) {
        const logreg_learning_point *p = &c->point[i];
        cli_csv_integer(csv, p->n);
        put_measure(csv, &p->log_loss);
        put_measure(csv, &p->accuracy);
        put_measure(csv, &p->auc);
        cli_csv_integer(csv, p->separated);
        cli_csv_integer(csv, p->unsound);
        cli_csv_end(csv);
    }
}

static int as_csv(char **text, const cli_call *call, const logreg_learning_curve *curve)
{
    char *made = NULL;
    size_t size;
    FILE *file = open_memstream(&made, &size);
    if (!file)
        return cli_fail_memory(call);
    cli_csv csv = {.file = file, .terminal = isatty(STDOUT_FILENO)};
    put_points(&csv, curve);
    if (fclose(file) != 0) {
        free(made);
        return cli_fail_memory(call);
    }
    *text = made;
    return CLI_GO_ON;
}

static int describe(char **text, const cli_call *call, const values *v, const logreg_learning_curve *curve)
{
    if (v->csv)
        return as_csv(text, call, curve);
    logreg_error err;
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    logreg_status status = v->json ? logreg_report_learning_curve_json(text, curve, &options, &err)
                                   : logreg_report_learning_curve(text, curve, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int find(logreg_learning_curve **curve, const cli_call *call, const values *v,
                const logreg_frame *frame, const char *formula, const logreg_penalty_part *parts,
                size_t n_parts)
{
    logreg_error err;
    logreg_options o = logreg_options_default();
    logreg_learning_curve_options how = logreg_learning_curve_options_default();
    cli_variables_set(&o, &v->variables);
    cli_penalty_set(&o, &v->penalty);
    cli_imputing_set(&o, &v->imputing);
    cli_text_set(&o, &v->text);
    o.parts = parts;
    o.n_parts = n_parts;
    o.solver = v->solver;
    o.class_weight = v->class_weight;
    o.random_state = v->seed;
    o.threads = (int)v->threads;
    how.sizes = v->sizes.n ? v->sizes.value : NULL;
    how.n_sizes = v->sizes.n;
    how.repeats = v->repeats;
    how.test_size = v->test_size;
    how.random_state = v->seed;
    if (logreg_learning_curve_new(curve, frame, formula, &o, &how, &err) != LOGREG_OK)
        return cli_input_fail(call, frame, &err);
    return CLI_GO_ON;
}

static int check(const cli_call *call, values *v)
{
    if (v->json && v->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    int code = cli_variables_check(call, &v->variables);
    if (code == CLI_GO_ON)
        code = cli_penalty_check(call, &v->penalty);
    if (code == CLI_GO_ON)
        code = cli_imputing_check(call, &v->imputing);
    if (code == CLI_GO_ON)
        code = cli_text_check(call, &v->text, &v->penalty);
    return code == CLI_GO_ON ? cli_penalty_solver(call, &v->penalty, v->solver) : code;
}

static int run(const cli_call *call)
{
    values *v = call->values;
    logreg_penalty_part *parts = NULL;
    size_t n_parts = 0;
    logreg_frame *frame = NULL;
    logreg_learning_curve *curve = NULL;
    char *formula = NULL, *text = NULL;
    const cli_role roles[] = {{"text", v->text.column, false}, {NULL, NULL, false}};
    int code = check(call, v);
    if (code == CLI_GO_ON)
        code = cli_penalty_parts(&parts, &n_parts, call, &v->penalty);
    if (code == CLI_GO_ON)
        code = cli_input_read(&frame, call, &v->input, call->n_operands ? call->operands[0] : NULL,
                              cli_variables_categories(&v->variables), v->quiet);
    if (code == CLI_GO_ON)
        code = cli_variables_frame(call, &v->variables, frame, v->quiet ? CLI_NOTE_NOTHING : CLI_NOTE_ALL);
    if (code == CLI_GO_ON)
        code = cli_variables_formula(&formula, call, &v->variables, roles, frame,
                                     v->quiet ? CLI_TAKE : CLI_TELL);
    if (code == CLI_GO_ON)
        code = find(&curve, call, v, frame, formula, parts, n_parts);
    if (code == CLI_GO_ON)
        code = describe(&text, call, v, curve);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
    }
    free(text);
    free(formula);
    free(parts);
    logreg_learning_curve_free(curve);
    logreg_frame_free(frame);
    return code;
}

static const cli_option growing[] = {
    {"sizes", CLI_NUMBERS, PLACE(sizes), .argument = "N,..", .otherwise = "1/32, 1/16, .. 1/2 and all",
     .help = "numbers of rows to fit to, or shares of those that are there up to 1"},
    {"repeats", CLI_INTEGER, PLACE(repeats), .argument = "N", .range = "[1, 100000]", .initial = "5",
     .help = "how often rows are parted anew"},
    {"test-size", CLI_NUMBER, PLACE(test_size), .argument = "X", .range = "(0, 1)", .initial = "0.25",
     .help = "the share of each class that is held out to measure by"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .initial = "0",
     .help = "the same seed gives the same parts, on every machine"},
    {"solver", CLI_CHOICE, PLACE(solver), .choices = cli_solver_name, .about = cli_solver_summary,
     .initial = "auto", .help = "how the maximum of the likelihood is found"},
    {"class-weight", CLI_TEXT, PLACE(class_weight), .argument = "balanced|LABEL=W,..", .otherwise = "1",
     .help = "what rows of a class weigh, in fits and measures"},
    {"threads", CLI_INTEGER, PLACE(threads), .argument = "N", .range = "[1, 1024]",
     .otherwise = "one a processor", .help = "threads at most; results do not depend on it"},
    {0}};

static const cli_option output[] = {{"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
                                    {"csv", CLI_FLAG, PLACE(csv), .help = "print CSV instead of text"},
                                    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
                                    {0}};

static const cli_group groups[] = {{"Model", cli_variables_options, PLACE(variables)},
                                   {"Penalty", cli_penalty_options, PLACE(penalty)},
                                   {"Missing values", cli_imputing_options, PLACE(imputing)},
                                   {"Texts", cli_text_options, PLACE(text)},
                                   {"Growing", growing, 0},
                                   {"Reading", cli_input_options, PLACE(input)},
                                   {"Output", output, 0},
                                   {0}};

static const char *const examples[] = {
    "logreg learning-curve data.csv --target admit",
    "logreg learning-curve @titanic --sizes 50,100,200,400 --repeats 20 --seed 1",
    "logreg learning-curve data.csv --penalty l2 --C 0.1",
    "logreg learning-curve data.csv --formula 'y ~ a * b' --csv > curve.csv",
    NULL,
};

const cli_command command_learning_curve = {
    .name = "learning-curve",
    .summary = "what more rows would buy: fits to growing parts of a file",
    .section = "Models",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
