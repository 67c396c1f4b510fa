/* The options of logreg fit. */
#include "fit.h"

#include <math.h>
#include <string.h>

#include "message.h"
#include "picture.h"
#include "vcov.h"

#define PLACE(member) offsetof(cli_fit, member)

static const cli_option solving[] = {
    {"solver", CLI_CHOICE, PLACE(solver), .choices = cli_solver_name, .about = cli_solver_summary,
     .initial = "auto", .help = "how the maximum of the likelihood is found"},
    {"max-iter", CLI_INTEGER, PLACE(max_iter), .argument = "N", .range = "[1, inf)",
     .otherwise = "the solver's own limit", .help = "iterations before giving up"},
    {"tol", CLI_NUMBER, PLACE(tol), .argument = "X", .range = "(0, 1)", .initial = "1e-10",
     .help = "distance to the maximum, in standard errors, that counts as converged"},
    {"learning-rate", CLI_NUMBER, PLACE(learning_rate), .argument = "X", .range = "(0, inf)",
     .otherwise = "gd: a line search; sgd, adam: their own",
     .help = "gd: the length of every step; sgd, adam: of the first"},
    {"momentum", CLI_NUMBER, PLACE(momentum), .argument = "X", .range = "[0, 1)", .otherwise = "0",
     .help = "gd: how much of the step before goes into the next"},
    {"nesterov", CLI_FLAG, PLACE(nesterov), .help = "gd: Nesterov's accelerated gradient"},
    {"batch-size", CLI_INTEGER, PLACE(batch_size), .argument = "N", .range = "[1, inf)",
     .otherwise = "32, or as many as coefficients", .help = "sgd, adam: rows of a batch"},
    {"schedule", CLI_CHOICE, PLACE(schedule), .argument = "constant|invscaling|optimal|adaptive",
     .otherwise = "invscaling", .help = "sgd, adam: how steps grow shorter"},
    {"no-average", CLI_FLAG, PLACE(no_average),
     .help = "sgd, adam: tell the last coefficients, not their average"},
    {"validation-fraction", CLI_NUMBER, PLACE(validation_fraction), .argument = "X", .range = "(0, 1)",
     .otherwise = "none; 0.1 with --early-stopping",
     .help = "hold this share of each class out of the fit, and tell its loss"},
    {"early-stopping", CLI_FLAG, PLACE(early_stopping),
     .help = "gd, sgd, adam: stop where the loss of the rows held out falls no more"},
    {"n-iter-no-change", CLI_INTEGER, PLACE(n_iter_no_change), .argument = "N", .range = "[1, inf)",
     .otherwise = "5", .help = "iterations without a gain of 1e-4 after which --early-stopping stops"},
    {"scaling", CLI_CHOICE, PLACE(scaling), .argument = "auto|none", .initial = "auto",
     .help = "auto: columns are centred and scaled inside, and coefficients told on the scale of the data"},
    {"threads", CLI_INTEGER, PLACE(threads), .argument = "N", .range = "[1, 1024]",
     .otherwise = "one a processor", .help = "threads at most; results do not depend on it"},
    {0}};

static const cli_option selecting[] = {
    {"step", CLI_CHOICE, PLACE(step), .argument = "aic|bic", .otherwise = "all terms stay",
     .help = "choose terms of the formula by this criterion, step by step"},
    {"step-direction", CLI_CHOICE, PLACE(step_direction), .argument = "backward|forward|both",
     .otherwise = "backward", .help = "drop terms, add them to the intercept alone, or drop and add again"},
    {0}};

static const cli_option matching[] = {
    {"strata", CLI_TEXT, PLACE(variables.strata), .argument = "NAME",
     .help = "a column of matched sets: rows are compared within sets, by the exact conditional likelihood"},
    {0}};

static const cli_option inference[] = {
    {"conf-level", CLI_NUMBER, PLACE(output.conf_level), .argument = "X", .range = "(0, 1)",
     .initial = "0.95", .help = "level of confidence intervals"},
    {"ci", CLI_CHOICE, PLACE(ci), .argument = "wald|profile|bootstrap",
     .otherwise =
         "wald; with --penalty firth or flic, profile up to 1e5 rows where rows x coefficients^4 <= 1e9",
     .help = "how coefficients' intervals and p values are found: from standard errors, from the "
             "likelihood itself, or, of penalty l2, l1 and elasticnet, from refits to resamples"},
    {"resamples", CLI_INTEGER, PLACE(resamples), .argument = "B", .range = "[1, 1000000]", .otherwise = "999",
     .help = "with --ci bootstrap: how many resamples of the rows are fitted"},
    {"unit", CLI_LIST, PLACE(output.unit), .argument = "NAME=SIZE,..|sd|iqr", .otherwise = "1",
     .help = "how much of a number its odds ratio is told for: age=10, age=sd or age=iqr; sd alone: for all "
             "numbers"},
    {"vcov", CLI_LIST, PLACE(vcov), .argument = "classical|HC0|HC1|HC2|HC3|cluster:COL[,COL]",
     .otherwise = "classical",
     .help = "the covariance that standard errors come from: that of the likelihood, one that holds where "
             "the likelihood "
             "does not, or one for rows that belong together"},
    {"tests", CLI_FLAG, PLACE(tests),
     .help = "test each term, and compute the score test however large the file"},
    {"hypothesis", CLI_TEXTS, PLACE(output.hypothesis), .argument = "TEXT",
     .help = "test whether equations in coefficients hold, such as 'gre + gpa = 1', 'rank[2] = rank[3]' or "
             "'rank'; "
             "may be given again"},
    {"exact", CLI_LIST, PLACE(exact), .argument = "NAME,..", .bare = CLI_ALL_EXACT,
     .help = "exact inference for small samples, on all coefficients or those of these columns"},
    {"diagnostics", CLI_FLAG, PLACE(diagnostics),
     .help = "tell the most influential rows, and what columns share; with --csv=augment, of every row"},
    {"effects", CLI_FLAG, PLACE(effects),
     .help = "tell effects on the probability: average slopes, adjusted risks, risk ratios"},
    {0}};

static const cli_option survey[] = {
    {"sampling-weights", CLI_TEXT, PLACE(sampling_weights), .argument = "NAME",
     .help = "a column of sampling weights: for how many of the population a row stands; with --vcov "
             "cluster:COL where clusters were "
             "drawn"},
    {"survey-strata", CLI_TEXT, PLACE(survey_strata), .argument = "NAME",
     .help = "a column of strata that rows, or their clusters, were drawn from"},
    {0}};

static const cli_option weighing[] = {
    {"class-weight", CLI_TEXT, PLACE(class_weight), .argument = "balanced|LABEL=W,..", .otherwise = "1",
     .help =
         "what rows of a class weigh; balanced: each class as much as any other. There are then no standard "
         "errors and tests"},
    {0}};

static const cli_option calibrating[] = {
    {"calibrate", CLI_CHOICE, PLACE(calibrate), .argument = "platt|isotonic", .otherwise = "none",
     .help = "calibrate the probabilities that the model predicts on rows held out: by a sigmoid, or by "
             "rising steps"},
    {"folds", CLI_INTEGER, PLACE(folds), .argument = "K", .range = "[2, 1000000]", .otherwise = "5",
     .help = "with --calibrate: parts that are held out one after the other"},
    {"group", CLI_TEXT, PLACE(group), .argument = "NAME",
     .help = "with --calibrate: a column whose equal values stay in one fold, such as patient"},
    {0}};

static const cli_option output[] = {
    {"curve", CLI_TEXT, PLACE(output.curve), .argument = "NAME", .otherwise = "the strongest",
     .help = "the column that the curve runs along"},
    {"no-curve", CLI_FLAG, PLACE(output.no_curve), .help = "print no curve"},
    {"plot", CLI_TEXT, PLACE(plot), .argument = "FILE",
     .help = "draw the curve to this file: .png, .svg or .pdf, or .gp for gnuplot's script"},
    {"what", CLI_CHOICE, PLACE(what), .argument = "KIND", .choices = cli_figure_of_fit, .otherwise = "curve",
     .help = "what --plot draws: a kind of logreg plot"},
    {"alt", CLI_FLAG, PLACE(alt), .help = "print in words what the picture shows, for who cannot see it"},
    {"explain", CLI_FLAG, PLACE(output.explain),
     .help = "also tell the fitted equation, and each coefficient in words"},
    {"json", CLI_FLAG, PLACE(output.json), .help = "print JSON instead of text"},
    {"csv", CLI_CHOICE, PLACE(output.csv), .argument = "tidy|glance|augment|hypotheses", .bare = "tidy",
     .help = "print CSV instead of text: a row a coefficient, one row, the rows with their fit, or a row an "
             "equation of "
             "--hypothesis; alone: tidy"},
    {"save", CLI_TEXT, PLACE(save), .argument = "MODEL",
     .help = "write the model to this file, for logreg predict"},
    {"reproduce", CLI_CHOICE, PLACE(reproduce), .argument = "r|python",
     .help = "print code of R or Python instead that gives the same numbers from the same file"},
    {"trace", CLI_TEXT, PLACE(trace), .argument = "FILE.csv",
     .help = "write the iterations to this file, a row each"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

const cli_group cli_fit_groups[] = {{"Model", cli_variables_options, PLACE(variables)},
                                    {"Missing values", cli_imputing_options, PLACE(imputing)},
                                    {"Texts", cli_text_options, PLACE(text)},
                                    {"Matched sets", matching, 0},
                                    {"Selection", selecting, 0},
                                    {"Solver", solving, 0},
                                    {"Penalty", cli_penalty_options, PLACE(penalty)},
                                    {"Inference", inference, 0},
                                    {"Goodness of fit", cli_goodness_options, PLACE(goodness)},
                                    {"Survey", survey, 0},
                                    {"Class weights", weighing, 0},
                                    {"Calibration", calibrating, 0},
                                    {"Reading", cli_input_options, PLACE(input)},
                                    {"Output", output, 0},
                                    {0}};

/* What has no meaning where intercepts are not known, or is no row of a matched set. */
static int check_strata(const cli_call *call, const cli_fit *fit)
{
    const char *beside = fit->variables.weights                                       ? "weights"
                         : fit->variables.trials                                      ? "trials"
                         : fit->output.curve                                          ? "curve"
                         : fit->plot                                                  ? "plot"
                         : fit->effects                                               ? "effects"
                         : fit->diagnostics                                           ? "diagnostics"
                         : fit->goodness.gof                                          ? "gof"
                         : fit->goodness.optimism                                     ? "optimism"
                         : fit->output.csv && strcmp(fit->output.csv, "augment") == 0 ? "csv=augment"
                                                                                      : NULL;
    if (!fit->variables.strata || !beside)
        return CLI_GO_ON;
    return cli_fail(
        call, CLI_USAGE,
        fit->variables.weights || fit->variables.trials
            ? "--strata and --%s do not go together: each row of a matched set is one outcome"
            : "--strata and --%s do not go together: matched sets have intercepts that are not known, and so "
              "no probabilities",
        beside);
}

/* What has no meaning away from the maximum of the likelihood. */
static int check_shrinking(const cli_call *call, const cli_fit *fit)
{
    bool bootstrap = fit->ci && strcmp(fit->ci, "bootstrap") == 0;
    const char *beside = fit->tests                 ? "tests"
                         : fit->output.hypothesis.n ? "hypothesis"
                         : fit->exact.n             ? "exact"
                         : fit->diagnostics         ? "diagnostics"
                         : fit->output.explain      ? "explain"
                         : fit->reproduce           ? "reproduce"
                         : fit->ci && !bootstrap    ? "ci"
                                                    : NULL;
    if (bootstrap && !cli_penalty_shrinks(&fit->penalty))
        return cli_fail(
            call, CLI_USAGE,
            "--ci bootstrap is for --penalty l2, l1 and elasticnet; without them there are wald and profile");
    if (fit->resamples && !bootstrap)
        return cli_fail(call, CLI_USAGE, "--resamples needs --ci bootstrap");
    if (bootstrap && fit->class_weight)
        return cli_fail(
            call, CLI_USAGE,
            "--ci bootstrap draws rows as they are, not as --class-weight counts them; leave one out");
    if (!cli_penalty_shrinks(&fit->penalty) || !beside)
        return CLI_GO_ON;
    return cli_fail(
        call, CLI_USAGE,
        "--%s goes by the maximum of the likelihood, which --penalty %s leaves; leave one of them out",
        beside, fit->penalty.name);
}

/* What goes with a penalty. */
static int check_penalty(const cli_call *call, const cli_fit *fit)
{
    const char *penalty = fit->penalty.name;
    bool penalised = !cli_penalty_none(&fit->penalty);
    int code = cli_penalty_solver(call, &fit->penalty, fit->solver);
    if (code != CLI_GO_ON)
        return code;
    if (penalised && fit->variables.strata)
        return cli_fail(call, CLI_USAGE, "--penalty %s is not computed for --strata; leave one out", penalty);
    if (penalised && fit->vcov.n && strcmp(fit->vcov.item[0], "classical") != 0)
        return cli_fail(call, CLI_USAGE,
                        "--vcov %s is about maximum likelihood; leave --penalty %s out, or --vcov",
                        fit->vcov.item[0], penalty);
    if (penalised && fit->sampling_weights)
        return cli_fail(call, CLI_USAGE, "--penalty %s is not computed for --sampling-weights; leave one out",
                        penalty);
    return check_shrinking(call, fit);
}

static int check_survey(const cli_call *call, const cli_fit *fit, const cli_vcov *vcov)
{
    if (!fit->sampling_weights && fit->survey_strata)
        return cli_fail(call, CLI_USAGE, "--survey-strata needs --sampling-weights");
    if (!fit->sampling_weights || !vcov->kind)
        return CLI_GO_ON;
    if (!vcov->cluster[0])
        return cli_fail(call, CLI_USAGE,
                        "--sampling-weights has a covariance of its own, that of the sampling; leave out "
                        "--vcov %s, or name "
                        "the clusters that were drawn by --vcov cluster:COL",
                        vcov->kind);
    if (vcov->cluster[1])
        return cli_fail(
            call, CLI_USAGE,
            "with --sampling-weights clusters are what was drawn, and of one kind, not '%s' and '%s'",
            vcov->cluster[0], vcov->cluster[1]);
    return CLI_GO_ON;
}

/* The first option given that asks for what rests on the likelihood of all rows as they are; NULL: none. */
static const char *rests_on_rows(const cli_fit *fit)
{
    return fit->step                                    ? "step"
           : fit->ci && strcmp(fit->ci, "profile") == 0 ? "ci"
           : fit->tests                                 ? "tests"
           : fit->output.hypothesis.n                   ? "hypothesis"
           : fit->exact.n                               ? "exact"
           : fit->diagnostics                           ? "diagnostics"
           : fit->effects                               ? "effects"
           : fit->goodness.gof                          ? "gof"
           : fit->goodness.optimism                     ? "optimism"
           : fit->reproduce                             ? "reproduce"
                                                        : NULL;
}

/* What rests on the likelihood of the rows as they are. */
static int check_class_weight(const cli_call *call, const cli_fit *fit)
{
    bool firth = !cli_penalty_none(&fit->penalty) && !cli_penalty_shrinks(&fit->penalty);
    const char *beside = fit->variables.strata                                        ? "strata"
                         : fit->sampling_weights                                      ? "sampling-weights"
                         : fit->vcov.n && strcmp(fit->vcov.item[0], "classical") != 0 ? "vcov"
                         : firth                                                      ? "penalty"
                                                                                      : rests_on_rows(fit);
    if (!fit->class_weight || !beside)
        return CLI_GO_ON;
    return cli_fail(
        call, CLI_USAGE,
        "--class-weight and --%s do not go together: rows that weigh what their class is to weigh have no "
        "likelihood; leave one out",
        beside);
}

/* Options of some solvers beside others. */
static int check_solver(const cli_call *call, const cli_fit *fit)
{
    bool gd = strcmp(fit->solver, "gd") == 0;
    bool batches = strcmp(fit->solver, "sgd") == 0 || strcmp(fit->solver, "adam") == 0;
    const char *of_gd = !isnan(fit->momentum) ? "momentum" : fit->nesterov ? "nesterov" : NULL;
    const char *of_batches = fit->batch_size   ? "batch-size"
                             : fit->schedule   ? "schedule"
                             : fit->no_average ? "no-average"
                                               : NULL;
    const char *of_both = !isnan(fit->learning_rate) ? "learning-rate"
                          : fit->early_stopping      ? "early-stopping"
                                                     : NULL;
    if (of_gd && !gd)
        return cli_fail(call, CLI_USAGE, "--%s needs --solver gd", of_gd);
    if (of_batches && !batches)
        return cli_fail(call, CLI_USAGE, "--%s needs --solver sgd or adam", of_batches);
    if (of_both && !gd && !batches)
        return cli_fail(call, CLI_USAGE, "--%s needs --solver gd, sgd or adam", of_both);
    bool adaptive = fit->schedule && strcmp(fit->schedule, "adaptive") == 0;
    if (fit->n_iter_no_change && !fit->early_stopping && !adaptive)
        return cli_fail(call, CLI_USAGE, "--n-iter-no-change needs --early-stopping or --schedule adaptive");
    if (batches && fit->variables.strata)
        return cli_fail(call, CLI_USAGE,
                        "--solver %s takes rows one by one, not the matched sets of --strata", fit->solver);
    bool held = fit->early_stopping || !isnan(fit->validation_fraction);
    const char *whole = fit->variables.strata   ? "strata"
                        : fit->sampling_weights ? "sampling-weights"
                                                : rests_on_rows(fit);
    if (held && whole)
        return cli_fail(call, CLI_USAGE, "--%s needs all rows, of which --%s holds some out; leave one out",
                        whole, fit->early_stopping ? "early-stopping" : "validation-fraction");
    return CLI_GO_ON;
}

/* What is about probabilities as they were fitted, or holds out rows itself. */
static int check_calibration(const cli_call *call, const cli_fit *fit)
{
    if (!fit->calibrate && (fit->folds || fit->group))
        return cli_fail(call, CLI_USAGE, "--%s needs --calibrate", fit->folds ? "folds" : "group");
    const char *beside = fit->variables.strata              ? "strata"
                         : fit->step                        ? "step"
                         : fit->early_stopping              ? "early-stopping"
                         : !isnan(fit->validation_fraction) ? "validation-fraction"
                         : fit->effects                     ? "effects"
                         : fit->diagnostics                 ? "diagnostics"
                         : fit->goodness.gof                ? "gof"
                         : fit->goodness.optimism           ? "optimism"
                         : fit->output.explain              ? "explain"
                         : fit->reproduce                   ? "reproduce"
                                                            : NULL;
    if (!fit->calibrate || !beside)
        return CLI_GO_ON;
    bool rows = fit->step || fit->early_stopping || !isnan(fit->validation_fraction);
    return cli_fail(
        call, CLI_USAGE,
        rows ? "--calibrate and --%s do not go together: both go by rows that the other is not to see; "
               "leave one out"
             : "--calibrate and --%s do not go together: that is about probabilities as they were "
               "fitted; leave one out",
        beside);
}

int cli_fit_check(const cli_call *call, const cli_fit *fit)
{
    int code = check_solver(call, fit);
    if (code != CLI_GO_ON)
        return code;
    const char *file = call->n_operands ? call->operands[0] : NULL;
    cli_vcov vcov;
    code = cli_imputing_check(call, &fit->imputing);
    if (code != CLI_GO_ON)
        return code;
    if (fit->step_direction && !fit->step)
        return cli_fail(call, CLI_USAGE, "--step-direction needs --step");
    if (fit->step && !cli_penalty_none(&fit->penalty))
        return cli_fail(call, CLI_USAGE,
                        "--step goes by the maximum of the likelihood, not with --penalty %s",
                        fit->penalty.name);
    if (fit->exact.n && fit->output.csv)
        return cli_fail(call, CLI_USAGE, "--exact has no place in --csv; take --json");
    if (fit->what && !fit->plot)
        return cli_fail(call, CLI_USAGE, "--what is about the picture of --plot FILE");
    if (fit->alt &&
        (code = cli_picture_check_alt(call, fit->plot, fit->output.json, fit->output.csv)) != CLI_GO_ON)
        return code;
    if (fit->diagnostics && fit->output.csv && strcmp(fit->output.csv, "augment") != 0)
        return cli_fail(call, CLI_USAGE,
                        "--diagnostics has a place in --csv=augment alone, or in text or JSON");
    const char *other = fit->output.json           ? "json"
                        : fit->output.csv          ? "csv"
                        : fit->effects             ? "effects"
                        : fit->diagnostics         ? "diagnostics"
                        : fit->goodness.gof        ? "gof"
                        : fit->goodness.optimism   ? "optimism"
                        : fit->exact.n             ? "exact"
                        : fit->output.hypothesis.n ? "hypothesis"
                        : fit->output.explain      ? "explain"
                                                   : NULL;
    if (fit->reproduce && other)
        return cli_fail(call, CLI_USAGE, "--reproduce prints code and nothing else; leave out --%s", other);
    if (fit->effects && fit->output.csv)
        return cli_fail(call, CLI_USAGE,
                        "--effects has no place in --csv; logreg effects MODEL FILE --csv prints them");
    code = cli_penalty_check(call, &fit->penalty);
    if (code == CLI_GO_ON)
        code = cli_text_check(call, &fit->text, &fit->penalty);
    if (code == CLI_GO_ON)
        code = check_penalty(call, fit);
    if (code == CLI_GO_ON)
        code = cli_variables_check(call, &fit->variables);
    if (code == CLI_GO_ON)
        code = check_strata(call, fit);
    if (code == CLI_GO_ON)
        code = cli_vcov_read(&vcov, call, &fit->vcov);
    if (code == CLI_GO_ON)
        code = check_survey(call, fit, &vcov);
    if (code == CLI_GO_ON)
        code = check_class_weight(call, fit);
    if (code == CLI_GO_ON)
        code = check_calibration(call, fit);
    bool drawn = (fit->ci && strcmp(fit->ci, "bootstrap") == 0) || fit->calibrate || fit->early_stopping ||
                 !isnan(fit->validation_fraction) || strcmp(fit->solver, "sgd") == 0 ||
                 strcmp(fit->solver, "adam") == 0;
    const cli_goodness_beside beside = {fit->penalty.name, fit->sampling_weights, vcov.cluster[0],
                                        fit->output.csv != NULL, drawn};
    if (code == CLI_GO_ON)
        code = cli_goodness_check(call, &fit->goodness, &beside);
    bool robust = fit->sampling_weights || (vcov.kind && strcmp(vcov.kind, "classical") != 0);
    if (code == CLI_GO_ON && robust && fit->ci && strcmp(fit->ci, "profile") == 0)
        return cli_fail(call, CLI_USAGE,
                        "--ci profile goes by the likelihood, which --%s %s does not; leave one out",
                        fit->sampling_weights ? "sampling-weights" : "vcov",
                        fit->sampling_weights ? fit->sampling_weights : fit->vcov.item[0]);
    if (code == CLI_GO_ON)
        code = cli_describe_check(call, &fit->output, fit->plot);
    if (code == CLI_GO_ON && fit->plot)
        code = cli_picture_check(call, fit->plot);
    if (code == CLI_GO_ON)
        code = cli_input_spare(call, "save", fit->save, file);
    if (code == CLI_GO_ON)
        code = cli_input_spare(call, "trace", fit->trace, file);
    return code == CLI_GO_ON ? cli_input_spare(call, "plot", fit->plot, file) : code;
}
