/* The options of logreg fit. */
#include "fit.h"

#include <stddef.h>

#include "picture.h"

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
