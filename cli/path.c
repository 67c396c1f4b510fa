/* logreg path FILE */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <logreg/path.h>
#include <logreg/report.h>

#include "commands.h"
#include "csv.h"
#include "describe.h"
#include "fit.h"
#include "imputed.h"
#include "input.h"
#include "message.h"
#include "options.h"
#include "penalty.h"
#include "text.h"
#include "picture.h"
#include "terminal.h"
#include "values.h"
#include "variables.h"

typedef struct {
    cli_variables variables;
    cli_penalty penalty;
    cli_imputing imputing;
    cli_text text;
    bool raw;
    uint64_t n_lambda, folds, repeats, nested, seed, threads;
    double least, tol;
    cli_list lambda, ratios, rivals;
    const char *group, *fold_column, *rule, *measure, *ci;
    uint64_t resamples;
    double conf_level;
    bool no_cv;
    cli_input input;
    bool json, alt, quiet;
    const char *csv, *save, *plot, *what;
} values;

#define PLACE(member) offsetof(values, member)

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

static const cli_group groups[] = {{"Model", cli_variables_options, PLACE(variables)},
                                   {"Penalty", strengths, 0},
                                   {"Missing values", cli_imputing_options, PLACE(imputing)},
                                   {"Texts", cli_text_options, PLACE(text)},
                                   {"Cross-validation", validation, 0},
                                   {"Reading", cli_input_options, PLACE(input)},
                                   {"Output", output, 0},
                                   {0}};

typedef struct {
    logreg_frame *frame;
    char *formula, *text, *alt; /* alt: words of the picture */
    double *lambda, *ratio;
    const char **formulas; /* [1 + rivals], the first is formula */
    logreg_grid *grid;     /* owns path, where there is one */
    logreg_penalty_part *parts;
    size_t n_parts, folds; /* of --fold-column */
    logreg_path *path;
    logreg_model *model;
} work;

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
static int check_no_folds(const cli_call *call, const values *v)
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

static int check(const cli_call *call, const values *v)
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
    return code == CLI_GO_ON ? cli_input_spare(call, "save", v->save, file) : code;
}

static int by_fall(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static int read_lambdas(work *w, const cli_call *call, const values *v)
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

static int read_ratios(work *w, const cli_call *call, const values *v)
{
    w->ratio = v->ratios.n ? calloc(v->ratios.n, sizeof *w->ratio) : NULL;
    w->formulas = calloc(v->rivals.n + 1, sizeof *w->formulas);
    if ((v->ratios.n && !w->ratio) || !w->formulas)
        return cli_fail_memory(call);
    for (size_t i = 0; i < v->rivals.n; i++)
        w->formulas[i + 1] = v->rivals.item[i];
    for (size_t i = 0; i < v->ratios.n; i++) {
        const char *text = v->ratios.item[i];
        if (!cli_number_read(&w->ratio[i], text, strlen(text)) || !(w->ratio[i] >= 0 && w->ratio[i] <= 1))
            return cli_fail(call, CLI_USAGE, "--l1-ratios: '%s' is no share between 0 and 1", text);
    }
    return CLI_GO_ON;
}

static int by_rise(const void *a, const void *b)
{
    return -by_fall(a, b);
}

/* How many folds the column of --fold-column has: its different values. */
static int count_folds(work *w, const cli_call *call, const char *name)
{
    size_t j = logreg_frame_find(w->frame, name), n = logreg_frame_rows(w->frame), present = 0;
    if (j == SIZE_MAX) /* which is told as of any option that names a column */
        return CLI_GO_ON;
    if (logreg_frame_kind(w->frame, j) == LOGREG_CATEGORY) {
        w->folds = logreg_frame_levels(w->frame, j);
    } else {
        double *value = malloc((n ? n : 1) * sizeof *value);
        if (!value)
            return cli_fail_memory(call);
        for (size_t r = 0; r < n; r++)
            if (!isnan(logreg_frame_number(w->frame, r, j)))
                value[present++] = logreg_frame_number(w->frame, r, j);
        qsort(value, present, sizeof *value, by_rise);
        for (size_t r = 0; r < present; r++)
            w->folds += r == 0 || value[r] != value[r - 1];
        free(value);
    }
    if (w->folds < 2)
        return cli_fail(call, CLI_DATA,
                        "--fold-column: '%s' has one value, which makes one fold, and it takes two", name);
    return CLI_GO_ON;
}

static int load(work *w, const cli_call *call, const values *v)
{
    const cli_role roles[] = {
        {"text", v->text.column, false},
        {v->fold_column ? "fold-column" : "group", v->fold_column ? v->fold_column : v->group, true},
        {NULL, NULL, false}};

    cli_input input = v->input;
    input.threads = (int)v->threads;
    int code = cli_input_read(&w->frame, call, &input, call->n_operands ? call->operands[0] : NULL,
                              cli_variables_categories(&v->variables), v->quiet);
    if (code == CLI_GO_ON)
        code = cli_variables_frame(call, &v->variables, w->frame, v->quiet);
    if (code == CLI_GO_ON && v->fold_column)
        code = count_folds(w, call, v->fold_column);
    if (code == CLI_GO_ON)
        code = cli_variables_formula(&w->formula, call, &v->variables, roles, w->frame,
                                     v->quiet ? CLI_TAKE : CLI_TELL);
    return code;
}

static int go(work *w, const cli_call *call, const values *v)
{
    logreg_error err;
    logreg_options options = logreg_options_default();
    logreg_path_options path = logreg_path_options_default();
    cli_variables_set(&options, &v->variables);
    cli_imputing_set(&options, &v->imputing);
    cli_text_set(&options, &v->text);
    options.penalty = v->penalty.name;
    options.l1_ratio = isnan(v->penalty.l1_ratio) ? options.l1_ratio : v->penalty.l1_ratio;
    options.standardize = !v->raw;
    options.tol = v->tol;
    options.parts = w->parts;
    options.n_parts = w->n_parts;
    options.threads = (int)v->threads;
    options.chosen = v->variables.features.n || v->variables.formula;
    path.n_lambda = w->lambda ? v->lambda.n : v->n_lambda;
    path.lambda = w->lambda;
    path.least = isnan(v->least) ? 0 : v->least;
    path.folds = v->no_cv ? 0 : v->fold_column ? w->folds : v->folds;
    path.repeats = v->repeats;
    path.nested = v->nested;
    path.group = v->fold_column ? v->fold_column : v->group;
    path.random_state = v->seed;
    path.rule = v->rule;
    path.measure = v->measure ? v->measure : path.measure;
    logreg_bootstrap_options bootstrap = logreg_bootstrap_options_default();
    bootstrap.n_refits = v->resamples ? v->resamples : bootstrap.n_refits;
    bootstrap.level = isnan(v->conf_level) ? bootstrap.level : v->conf_level;
    bootstrap.random_state = v->seed;
    path.bootstrap = v->ci ? &bootstrap : NULL;
    w->formulas[0] = w->formula;
    const logreg_grid_options grid = {w->formulas, v->rivals.n + 1, w->ratio, v->ratios.n};
    logreg_status status =
        v->ratios.n || v->rivals.n
            ? logreg_grid_new(&w->grid, &w->model, w->frame, &options, &path, &grid, &err)
            : logreg_path_new(&w->path, &w->model, w->frame, w->formula, &options, &path, &err);
    if (status != LOGREG_OK)
        return cli_input_fail(call, w->frame, &err);
    if (w->grid)
        w->path = w->grid->path[w->grid->best];
    if (!v->quiet)
        cli_fit_note_dropped(call, w->model);
    return CLI_GO_ON;
}

static void write_strengths(cli_csv *csv, const logreg_path *p)
{
    static const char *const names[] = {"lambda",      "n_nonzero", "explained_deviance", "log_loss",
                                        "cv_log_loss", "cv_error",  "cv_measure",         "cv_measure_error"};
    bool other = p->folds && strcmp(p->measure->name, "log_loss") != 0;
    for (size_t i = 0; i < (other ? 8 : p->folds ? 6 : 4); i++)
        cli_csv_text(csv, names[i]);
    cli_csv_end(csv);
    for (size_t i = 0; i < p->n; i++) {
        cli_csv_number(csv, p->lambda[i]);
        cli_csv_integer(csv, p->n_nonzero[i]);
        cli_csv_number(csv, p->explained[i]);
        cli_csv_number(csv, p->log_loss[i]);
        if (p->folds) {
            cli_csv_number(csv, p->cv_log_loss[i]);
            cli_csv_number(csv, p->cv_error[i]);
        }
        if (other) {
            cli_csv_number(csv, p->cv_measure[i]);
            cli_csv_number(csv, p->cv_measure_error[i]);
        }
        cli_csv_end(csv);
    }
}

static void write_coefficients(cli_csv *csv, const logreg_path *p, const logreg_model *model)
{
    size_t classes = p->n_classes - p->first_class;
    cli_csv_text(csv, "lambda");
    if (classes > 1)
        cli_csv_text(csv, "y.level");
    cli_csv_text(csv, "term");
    cli_csv_text(csv, "estimate");
    cli_csv_end(csv);
    for (size_t i = 0; i < p->n; i++)
        for (size_t c = 0; c < classes; c++)
            for (size_t j = 0; j < p->p; j++) {
                double estimate = p->coefficient[(i * classes + c) * p->p + j];
                if (estimate == 0)
                    continue;
                cli_csv_number(csv, p->lambda[i]);
                if (classes > 1)
                    cli_csv_text(csv, logreg_model_class(model, c));
                cli_csv_text(csv, logreg_model_coefficient_name(model, j));
                cli_csv_number(csv, estimate);
                cli_csv_end(csv);
            }
}

/* The path, then the chosen model as fit prints it. */
static int print_text(work *w, const cli_call *call, const values *v)
{
    logreg_error err;
    char *model = NULL;
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    if (w->grid) {
        char *grid = NULL;
        if (logreg_report_grid(&grid, w->grid, w->formulas, &options, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        printf("%s\n", grid);
        free(grid);
    }
    logreg_status status = logreg_report_path(&w->text, w->path, w->model, &options, &err);
    if (status == LOGREG_OK)
        status = logreg_report_text(&model, w->model, &options, &err);
    if (status != LOGREG_OK)
        return cli_fail_error(call, &err);
    fputs(w->text, stdout);
    char lambda[LOGREG_NUMBER_SIZE];
    logreg_number_text(lambda, logreg_model_lambda(w->model));
    printf("\n%s: logreg fit with --penalty %s%s --lambda %s\n\n%s",
           v->no_cv ? "The model of the last lambda"
           : strcmp(v->rule, "min") == 0
               ? (w->path->measure->loss ? "The model of the least held-out loss"
                                         : "The model that is best on rows held out")
               : "The model within a standard error of that",
           v->penalty.name, v->raw ? "" : " --standardize", lambda, model);
    free(model);
    if (w->alt)
        printf("\n%s\n", w->alt);
    return CLI_GO_ON;
}

static int print(work *w, const cli_call *call, const values *v)
{
    logreg_error err;
    if (v->json) {
        logreg_report_options options = logreg_report_options_default();
        options.grid = w->grid;
        options.grid_formula = w->formulas;
        if (logreg_report_path_json(&w->text, w->path, w->model, &options, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        fputs(w->text, stdout);
    } else if (v->csv) {
        cli_csv csv = cli_csv_to(stdout);
        if (strcmp(v->csv, "path") == 0)
            write_strengths(&csv, w->path);
        else
            write_coefficients(&csv, w->path, w->model);
    } else {
        int code = print_text(w, call, v);
        if (code != CLI_GO_ON)
            return code;
    }
    for (size_t i = 0; i < w->path->n; i++)
        if (!w->path->converged[i])
            return CLI_UNSOUND;
    return cli_describe_code(w->model);
}

static int draw(work *w, const cli_call *call, const values *v)
{
    logreg_figure *figure = NULL;
    const logreg_figure_source source = {.model = w->model, .path = w->path};
    const cli_figure choice = {.what = v->what ? v->what : "coefficients", .threshold = 0.5};
    int code = cli_picture_build(&figure, call, &choice, 0.95, &source);
    if (code == CLI_GO_ON)
        code = cli_picture_keep(v->alt ? &w->alt : NULL, call, v->plot, figure, v->quiet);
    logreg_figure_free(figure);
    return code;
}

static int run(const cli_call *call)
{
    values *v = call->values;
    logreg_error err;
    work w = {0};
    int code = check(call, v);
    if (code == CLI_GO_ON)
        code = cli_penalty_parts(&w.parts, &w.n_parts, call, &v->penalty);
    if (code == CLI_GO_ON)
        code = read_lambdas(&w, call, v);
    if (code == CLI_GO_ON)
        code = read_ratios(&w, call, v);
    if (code == CLI_GO_ON)
        code = load(&w, call, v);
    if (code == CLI_GO_ON)
        code = go(&w, call, v);
    if (code == CLI_GO_ON && v->plot)
        code = draw(&w, call, v);
    if (code == CLI_GO_ON && v->save && logreg_model_save(w.model, v->save, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    if (code == CLI_GO_ON)
        code = print(&w, call, v);
    if (w.grid)
        logreg_grid_free(w.grid);
    else
        logreg_path_free(w.path);
    free(w.ratio);
    free(w.formulas);
    logreg_model_free(w.model);
    logreg_frame_free(w.frame);
    free(w.formula);
    free(w.text);
    free(w.alt);
    free(w.lambda);
    free(w.parts);
    return code;
}

static const char *const examples[] = {
    "logreg path data.csv --target admit",
    "logreg path data.csv --target admit --penalty elasticnet --l1-ratio 0.5 --rule 1se --save admit.json",
    "logreg path visits.csv --target better --group patient --csv=coefficients",
    NULL,
};

const cli_command command_path = {
    .name = "path",
    .summary = "fits under a penalty of falling strength, and the one that predicts best",
    .section = "Models",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
