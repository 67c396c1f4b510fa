/* Options of logreg path: what they are, which go together, and the lists that they hold. */
#include "path.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/metrics.h>

#include "message.h"
#include "outputs.h"
#include "options.h"
#include "picture.h"
#include "values.h"

#define PLACE(member) offsetof(cli_path_values, member)

static const cli_option strengths[] = {
    {"penalty", CLI_CHOICE, PLACE(penalty.name), .argument = "l1|elasticnet|l2", .initial = "l1",
     .help = "on absolute values of coefficients (lasso), on squares too, or on squares alone (ridge)"},
    {"l1-ratio", CLI_NUMBER, PLACE(penalty.l1_ratio), .argument = "X", .range = "[0, 1]", .otherwise = "0.5",
     .help = "elasticnet: the share of absolute values (glmnet's alpha)"},
    {"l1-ratios", CLI_LIST, PLACE(ratios), .argument = "X,..",
     .help = "elasticnet: several shares instead, of which the best is taken, by the same folds"},
    {"no-standardize", CLI_FLAG, PLACE(raw),
     .help = "penalise coefficients as they are told, not those of columns of variance 1"},
    {"penalty-factor", CLI_LIST, PLACE(penalty.factor), .argument = "NAME=X,..", .otherwise = "1",
     .help = "multiply the penalty of a column or term, or of all others (*=X); 0: it has none"},
    {"bounds", CLI_LIST, PLACE(penalty.bounds), .argument = "NAME=LOW:HIGH,..", .otherwise = "none",
     .help = "keep the coefficients of a column or term, or of all others (*=0:), within bounds about 0; one "
             "may be left out: age=0:"},
    {"n-lambda", CLI_INTEGER, PLACE(n_lambda), .argument = "N", .range = "[1, 100000]", .initial = "100",
     .help = "strengths, evenly apart in their logarithms, from the one that leaves nothing"},
    {"min-ratio", CLI_NUMBER, PLACE(least), .argument = "X", .range = "(0, 1)",
     .otherwise = "1e-4; 0.01 where rows are no more than columns",
     .help = "the least of them as a share of the largest"},
    {"lambdas", CLI_LIST, PLACE(lambda), .argument = "X,..", .help = "these strengths instead, in any order"},
    {"tol", CLI_NUMBER, PLACE(tol), .argument = "X", .range = "(0, 1)", .initial = "1e-10",
     .help = "violation of the conditions of optimality that counts as none, as a share of the largest "
             "lambda; loose ones are at most a tenth of each lambda too"},
    {0}};

static const cli_option weighing[] = {
    {"class-weight", CLI_TEXT, PLACE(class_weight), .argument = "balanced|LABEL=W,..", .otherwise = "1",
     .help = "what rows of a class weigh, in fits and on rows held out; balanced: each class as much as any "
             "other"},
    {0}};

static const cli_option validation[] = {
    {"folds", CLI_INTEGER, PLACE(folds), .argument = "K", .range = "[2, 1000000]", .initial = "10",
     .help = "parts that are held out one after the other"},
    {"repeats", CLI_INTEGER, PLACE(repeats), .argument = "N", .range = "[1, 1000]", .initial = "1",
     .help = "how often, with other folds each time"},
    {"group", CLI_TEXT, PLACE(group), .argument = "NAME",
     .help = "a column whose equal values stay in one fold, such as patient"},
    {"fold-column", CLI_TEXT, PLACE(fold_column), .argument = "NAME",
     .help = "a column whose values are the folds, as glmnet's foldid; --folds is as many as it has"},
    {"or-formula", CLI_TEXTS, PLACE(rivals), .argument = "TEXT",
     .help = "another formula, of which the best is taken, by the same folds; may be given again"},
    {"no-cv", CLI_FLAG, PLACE(no_cv), .help = "no cross-validation: the path alone"},
    {"measure", CLI_TEXT, PLACE(measure), .argument = "METRIC", .otherwise = "log_loss",
     .help = "what rows held out are to be predicted best by: log_loss, brier, mae, accuracy, auc, or "
             "another metric of logreg "
             "evaluate"},
    {"rule", CLI_CHOICE, PLACE(rule), .argument = "min|1se", .initial = "min",
     .help = "the model that is shown and saved: the best on rows held out, or the most penalty within a "
             "standard error of "
             "it"},
    {"nested", CLI_INTEGER, PLACE(nested), .argument = "K", .range = "[2, 1000000]", .otherwise = "none",
     .help = "also hold out this many outer folds of the whole procedure, choice of lambda included, and "
             "tell what it "
             "loses on them"},
    {"ci", CLI_CHOICE, PLACE(ci), .argument = "bootstrap", .otherwise = "none",
     .help = "intervals of coefficients from resamples of the rows, lambda chosen anew in each"},
    {"resamples", CLI_INTEGER, PLACE(resamples), .argument = "B", .range = "[1, 1000000]", .otherwise = "999",
     .help = "with --ci bootstrap: how many"},
    {"conf-level", CLI_NUMBER, PLACE(conf_level), .argument = "X", .range = "(0, 1)", .otherwise = "0.95",
     .help = "with --ci bootstrap: level of the intervals"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .range = "[0, inf)", .initial = "0",
     .help = "of the folds and resamples"},
    {0}};

static const cli_option output[] = {
    {"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
    {"csv", CLI_CHOICE, PLACE(csv), .argument = "path|coefficients", .bare = "path",
     .help =
         "print CSV instead of text: a row a strength, or a row a coefficient that is not 0; alone: path"},
    {"plot", CLI_TEXT, PLACE(plot), .argument = "FILE",
     .help = "draw the path to this file: .png, .svg or .pdf, or .gp for gnuplot's script"},
    {"what", CLI_CHOICE, PLACE(what), .argument = "KIND", .choices = cli_figure_of_path,
     .about = cli_figure_about_path, .otherwise = "coefficients", .help = "what --plot draws"},
    {"alt", CLI_FLAG, PLACE(alt), .help = "print in words what the picture shows, for who cannot see it"},
    {"save", CLI_TEXT, PLACE(save), .argument = "MODEL", .help = "write the chosen model to this file"},
    {"threads", CLI_INTEGER, PLACE(threads), .argument = "N", .range = "[1, 1024]",
     .otherwise = "one a processor", .help = "threads at most; results do not depend on it"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

const cli_group cli_path_groups[] = {{"Model", cli_variables_options, PLACE(variables)},
                                     {"Penalty", strengths, 0},
                                     {"Class weights", weighing, 0},
                                     {"Missing values", cli_imputing_options, PLACE(imputing)},
                                     {"Texts", cli_text_options, PLACE(text)},
                                     {"Cross-validation", validation, 0},
                                     {"Reading", cli_input_options, PLACE(input)},
                                     {"Output", output, 0},
                                     {0}};

/* ---- Which go together ---- */

static int fail_measure(const cli_call *call, const char *word)
{
    logreg_nearest near = logreg_nearest_to(word);
    for (size_t i = 0; logreg_metric_at(i); i++)
        logreg_nearest_offer(&near, logreg_metric_at(i)->name);
    return cli_fail(
        call, CLI_USAGE, "--measure: '%s' is no metric, such as log_loss, brier, mae, accuracy and auc%s%s%s",
        word, near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

/* With --no-cv: what is about folds. */
static int check_no_folds(const cli_call *call, const cli_path_values *v)
{
    static const char *const of_folds[] = {"folds",      "repeats", "group", "fold-column", "l1-ratios",
                                           "or-formula", "measure", "rule",  "nested"};
    for (size_t i = 0; i < sizeof of_folds / sizeof *of_folds; i++)
        if (cli_given(call, of_folds[i]))
            return cli_fail(call, CLI_USAGE, "--%s is about folds, which --no-cv leaves out", of_folds[i]);
    if (v->ci)
        return cli_fail(call, CLI_USAGE,
                        "--ci bootstrap chooses lambda on folds, which --no-cv leaves out; logreg fit has it "
                        "for one lambda");
    if (cli_given(call, "seed"))
        return cli_fail(call, CLI_USAGE, "--seed is about folds, which --no-cv leaves out");
    if (v->what && strcmp(v->what, "loss") == 0)
        return cli_fail(call, CLI_USAGE, "--what loss is about folds, which --no-cv leaves out");
    return CLI_GO_ON;
}

int cli_path_check(const cli_call *call, cli_path_values *v)
{
    if (v->json && v->csv)
        return cli_fail(call, CLI_USAGE, "--json and --csv exclude each other; leave one out");
    if (!isnan(v->penalty.l1_ratio) && strcmp(v->penalty.name, "elasticnet") != 0)
        return cli_fail(call, CLI_USAGE, "--l1-ratio needs --penalty elasticnet");
    int code = v->no_cv ? check_no_folds(call, v) : CLI_GO_ON;
    if (code != CLI_GO_ON)
        return code;
    if (v->ratios.n && strcmp(v->penalty.name, "elasticnet") != 0)
        return cli_fail(call, CLI_USAGE, "--l1-ratios needs --penalty elasticnet");
    if (v->ratios.n && !isnan(v->penalty.l1_ratio))
        return cli_fail(call, CLI_USAGE, "--l1-ratios are all shares; leave out --l1-ratio");
    if (v->measure && !logreg_metric_find(v->measure))
        return fail_measure(call, v->measure);
    if ((v->resamples || !isnan(v->conf_level)) && !v->ci)
        return cli_fail(call, CLI_USAGE, "--%s needs --ci bootstrap",
                        v->resamples ? "resamples" : "conf-level");
    if (v->ci && v->class_weight)
        return cli_fail(
            call, CLI_USAGE,
            "--ci bootstrap draws rows as they are, not as --class-weight counts them; leave one out");
    if (v->ci && (v->ratios.n || v->rivals.n))
        return cli_fail(call, CLI_USAGE,
                        "--ci bootstrap is for one path; leave out --%s, and take the best of them alone",
                        v->ratios.n ? "l1-ratios" : "or-formula");
    static const char *const deals[] = {"folds", "repeats", "group", "nested"};
    for (size_t i = 0; v->fold_column && i < sizeof deals / sizeof *deals; i++)
        if (cli_given(call, deals[i]))
            return cli_fail(
                call, CLI_USAGE,
                "--fold-column says which fold each row is in, and --%s deals folds; leave one out",
                deals[i]);
    if (v->lambda.n && !isnan(v->least))
        return cli_fail(call, CLI_USAGE, "--lambdas are all strengths; leave out --min-ratio");
    if (v->what && !v->plot)
        return cli_fail(call, CLI_USAGE, "--what is about the picture of --plot FILE");
    if (v->alt && (code = cli_picture_check_alt(call, v->plot, v->json, v->csv)) != CLI_GO_ON)
        return code;
    const char *file = call->n_operands ? call->operands[0] : NULL;
    code = cli_text_check(call, &v->text, &v->penalty);
    if (code == CLI_GO_ON)
        code = cli_imputing_check(call, &v->imputing);
    if (code == CLI_GO_ON)
        code = cli_variables_check(call, &v->variables);
    if (code == CLI_GO_ON && v->plot)
        code = cli_picture_check(call, v->plot);
    if (code == CLI_GO_ON)
        code = cli_input_spare(call, "plot", v->plot, file);
    if (code == CLI_GO_ON)
        code = cli_input_spare(call, "save", v->save, file);
    const cli_output written[] = {{"plot", v->plot}, {"save", v->save}, {"rejects", v->input.rejects}};
    return code == CLI_GO_ON ? cli_outputs_differ(call, written, sizeof written / sizeof *written) : code;
}

/* ---- Lists ---- */

static int by_fall(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static int read_lambdas(cli_path_work *w, const cli_call *call, const cli_path_values *v)
{
    w->lambda = v->lambda.n ? calloc(v->lambda.n, sizeof *w->lambda) : NULL;
    if (v->lambda.n && !w->lambda)
        return cli_fail_memory(call);
    for (size_t i = 0; i < v->lambda.n; i++) {
        const char *text = v->lambda.item[i];
        if (!cli_number_read(&w->lambda[i], text, strlen(text)) || !(w->lambda[i] > 0))
            return cli_fail(call, CLI_USAGE, "--lambdas: '%s' is no positive number", text);
    }
    if (w->lambda)
        qsort(w->lambda, v->lambda.n, sizeof *w->lambda, by_fall);
    for (size_t i = 1; i < v->lambda.n; i++)
        if (w->lambda[i] == w->lambda[i - 1])
            return cli_fail(call, CLI_USAGE, "--lambdas: %g stands twice; leave one out", w->lambda[i]);
    return CLI_GO_ON;
}

static int read_ratios(cli_path_work *w, const cli_call *call, const cli_path_values *v)
{
    w->ratio = v->ratios.n ? calloc(v->ratios.n, sizeof *w->ratio) : NULL;
    w->formulas = calloc(v->rivals.n + 1, sizeof *w->formulas);
    if ((v->ratios.n && !w->ratio) || !w->formulas)
        return cli_fail_memory(call);
    for (size_t i = 0; i < v->rivals.n; i++)
        if (!(w->formulas[i + 1] = strdup(v->rivals.item[i])))
            return cli_fail_memory(call);
    for (size_t i = 0; i < v->ratios.n; i++) {
        const char *text = v->ratios.item[i];
        if (!cli_number_read(&w->ratio[i], text, strlen(text)) || !(w->ratio[i] >= 0 && w->ratio[i] <= 1))
            return cli_fail(call, CLI_USAGE, "--l1-ratios: '%s' is no share between 0 and 1", text);
    }
    return CLI_GO_ON;
}

int cli_path_read(cli_path_work *w, const cli_call *call, cli_path_values *v)
{
    int code = cli_penalty_parts(&w->parts, &w->n_parts, call, &v->penalty);
    if (code == CLI_GO_ON)
        code = read_lambdas(w, call, v);
    return code == CLI_GO_ON ? read_ratios(w, call, v) : code;
}
