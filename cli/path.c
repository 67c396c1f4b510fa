/* logreg path FILE */
#include "path.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/figures.h>

#include "fit.h"
#include "message.h"
#include "picture.h"

static int by_rise(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* How many folds the column of --fold-column has: its different values. */
static int count_folds(cli_path_work *w, const cli_call *call, const char *name)
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

static int load(cli_path_work *w, const cli_call *call, cli_path_values *v)
{
    const cli_role roles[] = {
        {"text", v->text.column, false},
        {v->fold_column ? "fold-column" : "group", v->fold_column ? v->fold_column : v->group, true},
        {NULL, NULL, false}};

    const char *positive = v->variables.trials ? NULL : v->variables.positive;
    cli_input input = v->input;
    input.threads = (int)v->threads;
    int code = cli_input_read(&w->frame, call, &input, call->n_operands ? call->operands[0] : NULL,
                              cli_variables_categories(&v->variables), v->quiet);
    if (code == CLI_GO_ON)
        code = cli_variables_frame(call, &v->variables, w->frame, v->quiet ? CLI_NOTE_NOTHING : CLI_NOTE_ALL);
    if (code == CLI_GO_ON && v->fold_column)
        code = count_folds(w, call, v->fold_column);
    if (code == CLI_GO_ON)
        code = cli_variables_formula(&w->formula, call, &v->variables, roles, w->frame,
                                     v->quiet ? CLI_TAKE : CLI_TELL);
    for (size_t i = 0; code == CLI_GO_ON && i < v->rivals.n; i++)
        code = cli_variables_rival(&w->formulas[i + 1], call, positive, w->frame);
    return code;
}

static int go(cli_path_work *w, const cli_call *call, const cli_path_values *v)
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
    options.class_weight = v->class_weight;
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
    const logreg_grid_options grid = {(const char *const *)w->formulas, v->rivals.n + 1, w->ratio,
                                      v->ratios.n};
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

static int draw(cli_path_work *w, const cli_call *call, const cli_path_values *v)
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
    cli_path_values *v = call->values;
    logreg_error err;
    cli_path_work w = {0};
    int code = cli_path_check(call, v);
    if (code == CLI_GO_ON)
        code = cli_path_read(&w, call, v);
    if (code == CLI_GO_ON)
        code = load(&w, call, v);
    if (code == CLI_GO_ON)
        code = go(&w, call, v);
    if (code == CLI_GO_ON && v->plot)
        code = draw(&w, call, v);
    if (code == CLI_GO_ON && v->save && logreg_model_save(w.model, v->save, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    if (code == CLI_GO_ON)
        code = cli_path_print(&w, call, v);
    if (w.grid)
        logreg_grid_free(w.grid);
    else
        logreg_path_free(w.path);
    free(w.ratio);
    for (size_t i = 1; w.formulas && i <= v->rivals.n; i++)
        free(w.formulas[i]);
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
    .groups = cli_path_groups,
    .size = sizeof(cli_path_values),
    .run = run,
};
