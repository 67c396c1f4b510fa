/* logreg fit FILE */
#include "fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <logreg/bootstrap.h>
#include <logreg/inference.h>
#include <logreg/report.h>

#include "augment.h"
#include "commands.h"
#include "message.h"
#include "picture.h"
#include "reproduce.h"
#include "terminal.h"
#include "units.h"
#include "vcov.h"

/* All that a run makes; what is not made yet is NULL. */
typedef struct {
    logreg_frame *frame;
    char *formula;
    cli_vcov vcov;
    logreg_penalty_part *parts;
    size_t n_parts;
    logreg_model *model;
    logreg_study *study;
    logreg_unit *units;
    logreg_inference *inference;
    logreg_exacts *exact;
    logreg_hypotheses *hypotheses;
    logreg_steps *steps;
    logreg_effects *effects;
    logreg_diagnostics *diagnostics;
    cli_found_goodness goodness;
    cli_trace trace;
    char *text;                   /* what will be printed; or */
    char *alt;                    /* words of the picture */
    cli_augmented augmented;      /* with --csv=augment, this */
    double start, loaded, fitted; /* seconds of a clock */
} work;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int formula(work *w, const cli_call *call, cli_fit *fit)
{
    const cli_role roles[] = {{"text", fit->text.column, false},
                              {"sampling-weights", fit->sampling_weights, false},
                              {"survey-strata", fit->survey_strata, true},
                              {"vcov", w->vcov.cluster[0], true},
                              {"vcov", w->vcov.cluster[1], true},
                              {"group", fit->group, true},
                              {NULL, NULL, false}};
    return cli_variables_formula(&w->formula, call, &fit->variables, roles, w->frame,
                                 fit->quiet ? CLI_TAKE : CLI_TELL);
}

static bool is_augment(const cli_fit *fit)
{
    return fit->output.csv && strcmp(fit->output.csv, "augment") == 0;
}

static int load(work *w, const cli_call *call, cli_fit *fit)
{
    w->start = now();
    cli_input input = fit->input;
    input.threads = (int)fit->threads;
    input.keep_cells = is_augment(fit);
    int code = cli_input_read(&w->frame, call, &input, call->n_operands ? call->operands[0] : NULL,
                              cli_variables_categories(&fit->variables), fit->quiet);
    size_t j;
    if (code == CLI_GO_ON)
        code = cli_variables_frame(call, &fit->variables, w->frame,
                                   fit->quiet ? CLI_NOTE_NOTHING : CLI_NOTE_ALL);
    if (code == CLI_GO_ON && fit->output.curve)
        code = cli_input_column(&j, call, w->frame, "curve", fit->output.curve);
    if (code == CLI_GO_ON)
        code = cli_vcov_read(&w->vcov, call, &fit->vcov);
    if (code == CLI_GO_ON)
        code = formula(w, call, fit);
    w->loaded = now();
    return code;
}

static int solve(work *w, const cli_call *call, const cli_fit *fit)
{
    logreg_options options = logreg_options_default();
    cli_variables_set(&options, &fit->variables);
    cli_vcov_set(&options, &w->vcov);
    options.sampling_weights = fit->sampling_weights;
    options.survey_strata = fit->survey_strata;
    options.class_weight = fit->class_weight;
    cli_imputing_set(&options, &fit->imputing);
    options.calibrate = fit->calibrate;
    options.calibrate_folds = fit->folds ? fit->folds : options.calibrate_folds;
    options.calibrate_group = fit->group;
    cli_text_set(&options, &fit->text);
    options.solver = fit->solver;
    cli_penalty_set(&options, &fit->penalty);
    options.parts = w->parts;
    options.n_parts = w->n_parts;
    options.max_iter = fit->max_iter;
    options.tol = fit->tol;
    options.learning_rate = isnan(fit->learning_rate) ? 0 : fit->learning_rate;
    options.momentum = isnan(fit->momentum) ? 0 : fit->momentum;
    options.nesterov = fit->nesterov;
    options.batch_size = fit->batch_size;
    options.schedule = fit->schedule;
    options.average = !fit->no_average;
    options.early_stopping = fit->early_stopping;
    options.n_iter_no_change = fit->n_iter_no_change ? fit->n_iter_no_change : options.n_iter_no_change;
    options.validation_fraction = isnan(fit->validation_fraction) ? 0 : fit->validation_fraction;
    options.random_state = fit->goodness.seed;
    options.scaling = strcmp(fit->scaling, "auto") == 0;
    options.score_test = fit->tests;
    options.threads = (int)fit->threads;
    options.chosen = fit->variables.features.n || fit->variables.formula;
    options.trace = fit->trace || fit->what ? cli_trace_add : NULL;
    options.trace_data = &w->trace;

    logreg_error err;
    logreg_step_options step = logreg_step_options_default();
    step.criterion = fit->step;
    step.direction = fit->step_direction ? fit->step_direction : step.direction;
    logreg_bootstrap_options bootstrap = logreg_bootstrap_options_default();
    bootstrap.n_refits = fit->resamples ? fit->resamples : bootstrap.n_refits;
    bootstrap.level = fit->output.conf_level;
    bootstrap.random_state = fit->goodness.seed;
    logreg_status status =
        fit->step ? logreg_step(&w->model, &w->steps, w->frame, w->formula, &options, &step, &err)
        : fit->ci && strcmp(fit->ci, "bootstrap") == 0
            ? logreg_fit_bootstrap(&w->model, w->frame, w->formula, &options, &bootstrap, &err)
            : logreg_fit_formula(&w->model, w->frame, w->formula, &options, &err);
    if (status != LOGREG_OK)
        return cli_input_fail(call, w->frame, &err);
    w->fitted = now();
    if (fit->quiet)
        return CLI_GO_ON;
    cli_fit_note_dropped(call, w->model);
    if (!fit->variables.positive)
        cli_fit_note_event(call, w->model);
    return cli_fit_note_gaps(call, w->model, w->frame);
}

/* Firth's penalty is for data whose likelihoods are far from those of a normal, and so are Wald's intervals. Profiles cost about n q^4, of few
 * coefficients more. */
#define PROFILED 1e9
#define FEW_COEFFICIENTS 10

static bool wants_profile(const work *w, const cli_fit *fit)
{
    if (fit->ci)
        return strcmp(fit->ci, "profile") == 0;
    bool penalised = strcmp(fit->penalty.name, "firth") == 0 || strcmp(fit->penalty.name, "flic") == 0;
    double q = (double)(logreg_model_coefficients(w->model) * (logreg_model_classes(w->model) - 1));
    q = fmax(q, FEW_COEFFICIENTS);
    double cost = (double)logreg_model_rows_used(w->model) * q * q * q * q;
    return penalised && logreg_model_converged(w->model) && cost <= PROFILED;
}

/* What goes beyond the model's own numbers. */
static int infer(work *w, const cli_call *call, const cli_fit *fit)
{
    logreg_error err;
    logreg_inference_options o = logreg_inference_options_default();
    bool rows = false; /* are they needed? */
    for (size_t i = 0; i < fit->output.unit.n; i++)
        rows = rows || w->units[i].kind != LOGREG_UNIT_SIZE;
    o.unit = w->units;
    o.n_units = fit->output.unit.n;
    o.level = fit->output.conf_level;
    o.profile = wants_profile(w, fit);
    bool limit = logreg_model_separation(w->model) != LOGREG_SEPARATION_NONE;
    o.terms = fit->tests && (cli_describe_code(w->model) == CLI_SOUND || limit) &&
              strcmp(fit->penalty.name, "flac") != 0;
    bool exact = fit->exact.n > 0, hypotheses = fit->output.hypothesis.n > 0;
    bool effects = fit->effects && cli_describe_code(w->model) == CLI_SOUND;
    bool diagnostics = fit->diagnostics && cli_describe_code(w->model) == CLI_SOUND;
    bool sound = cli_describe_code(w->model) == CLI_SOUND;
    bool goodness = cli_goodness_asked(&fit->goodness) && sound;
    if (o.profile || o.terms || rows || effects || exact || diagnostics || goodness || hypotheses) {
        if (logreg_study_new(&w->study, w->model, w->frame, (int)fit->threads, &err) != LOGREG_OK)
            return cli_fail_error(call, &err);
        o.study = w->study;
    }
    if (logreg_inference_new(&w->inference, w->model, &o, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (hypotheses) {
        int code = cli_describe_hypotheses(&w->hypotheses, call, &fit->output, w->model, w->study, o.profile);
        if (code != CLI_GO_ON)
            return code;
    }
    logreg_exacts_options x = logreg_exacts_options_default();
    x.level = fit->output.conf_level;
    x.of = (const char *const *)fit->exact.item;
    x.n_of = exact && strcmp(fit->exact.item[0], CLI_ALL_EXACT) == 0 ? 0 : fit->exact.n;
    if (exact && logreg_exacts_new(&w->exact, w->study, &x, &err) != LOGREG_OK)
        return cli_input_fail(call, w->frame, &err);
    logreg_effects_options e = logreg_effects_options_default();
    e.level = fit->output.conf_level;
    e.threads = (int)fit->threads;
    if (effects && logreg_effects_new(&w->effects, w->study, &e, &err) != LOGREG_OK)
        return cli_input_fail(call, w->frame, &err);
    if (fit->tests && !o.terms && strcmp(fit->penalty.name, "flac") != 0 && !fit->quiet)
        cli_note(call, "tests of terms are left out, since they need a finite maximum of the likelihood");
    if (fit->effects && !effects && !fit->quiet)
        cli_note(call, "effects are left out, since they need a finite maximum of the likelihood");
    if (fit->diagnostics && !diagnostics && !fit->quiet)
        cli_note(call, "diagnostics are left out, since they need a finite maximum of the likelihood");
    if (diagnostics && logreg_diagnostics_new(&w->diagnostics, w->study, NULL, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return cli_goodness_find(&w->goodness, call, &fit->goodness, w->study, w->frame, sound, fit->quiet);
}

static int describe(work *w, const cli_call *call, const cli_fit *fit)
{
    if (fit->reproduce)
        return cli_reproduce(&w->text, call, fit, w->model, w->frame,
                             strcmp(w->inference->method, "profile") == 0);
    if (is_augment(fit))
        return cli_augment(&w->augmented, call, w->model, w->frame, w->diagnostics);
    logreg_report_options seconds = logreg_report_options_default();
    seconds.seconds_load = w->loaded - w->start;
    seconds.seconds_fit = w->fitted - w->loaded;
    seconds.seconds_total = now() - w->start;
    seconds.effects = w->effects;
    seconds.exact = w->exact;
    seconds.hypotheses = w->hypotheses;
    seconds.diagnostics = w->diagnostics;
    seconds.goodness = w->goodness.tests;
    seconds.optimism = w->goodness.optimism;
    seconds.steps = w->steps;
    return cli_describe(&w->text, call, &fit->output, w->model, w->frame, &seconds, w->inference);
}

static int draw(work *w, const cli_call *call, const cli_fit *fit)
{
    logreg_figure *figure = NULL;
    logreg_trace_row *row = cli_trace_rows(&w->trace);
    if (!row)
        return cli_fail_memory(call);
    const logreg_figure_source source = {
        .model = w->model, .frame = w->frame, .trace = row, .n_trace = w->trace.n_rows};
    const cli_figure choice = {
        .what = fit->what ? fit->what : "curve", .curve = fit->output.curve, .threshold = 0.5};
    int code = cli_picture_build(&figure, call, &choice, fit->output.conf_level, &source);
    if (code == CLI_GO_ON)
        code = cli_picture_keep(fit->alt ? &w->alt : NULL, call, fit->plot, figure, fit->quiet);
    logreg_figure_free(figure);
    free(row);
    return code;
}

static int store(work *w, const cli_call *call, const cli_fit *fit)
{
    logreg_error err;
    int code = fit->trace ? cli_trace_write(&w->trace, call, w->model, fit->trace) : CLI_GO_ON;
    if (code == CLI_GO_ON && fit->plot)
        code = draw(w, call, fit);
    if (code == CLI_GO_ON && fit->save && logreg_model_save(w->model, fit->save, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    return code;
}

static int print(const work *w)
{
    if (w->text)
        fputs(w->text, stdout);
    else
        cli_augment_write(&w->augmented, stdout);
    if (w->alt)
        printf("\n%s\n", w->alt);
    return cli_describe_code(w->model);
}

static int run(const cli_call *call)
{
    cli_fit *fit = call->values;
    work w = {0};
    int code = cli_fit_check(call, fit);
    if (code == CLI_GO_ON)
        code = cli_penalty_parts(&w.parts, &w.n_parts, call, &fit->penalty);
    if (code == CLI_GO_ON)
        code = cli_units_read(&w.units, call, &fit->output.unit, true);
    if (code == CLI_GO_ON)
        code = load(&w, call, fit);
    if (code == CLI_GO_ON)
        code = solve(&w, call, fit);
    if (code == CLI_GO_ON)
        code = infer(&w, call, fit);
    if (code == CLI_GO_ON)
        code = describe(&w, call, fit);
    if (code == CLI_GO_ON)
        code = store(&w, call, fit);
    if (code == CLI_GO_ON && fit->output.csv && !fit->quiet)
        code = cli_describe_warnings(call, w.model);
    if (code == CLI_GO_ON)
        code = print(&w);
    cli_augment_release(&w.augmented);
    free(w.text);
    free(w.alt);
    free(w.trace.row);
    logreg_effects_free(w.effects);
    logreg_exacts_free(w.exact);
    logreg_hypotheses_free(w.hypotheses);
    logreg_diagnostics_free(w.diagnostics);
    cli_goodness_release(&w.goodness);
    logreg_steps_free(w.steps);
    logreg_inference_free(w.inference);
    free(w.units);
    free(w.parts);
    logreg_study_free(w.study);
    logreg_model_free(w.model);
    free(w.formula);
    logreg_frame_free(w.frame);
    return code;
}

static const char *const examples[] = {
    "logreg fit @challenger",
    "logreg fit data.csv --target admit --exclude id",
    "logreg fit data.csv --formula 'admit ~ gre + gpa + C(rank)' --save admit.json",
    "logreg fit visits.csv --target better --vcov cluster:patient",
    "logreg fit @beetle --target killed --trials n",
    NULL,
};

const cli_command command_fit = {
    .name = "fit",
    .summary = "fit a model, print its coefficients and curve",
    .section = "Models",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = cli_fit_groups,
    .size = sizeof(cli_fit),
    .run = run,
};
