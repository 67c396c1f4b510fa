/* Options of logreg fit that do not go together. */
#include "fit.h"

#include <math.h>
#include <string.h>

#include "message.h"
#include "outputs.h"
#include "picture.h"
#include "vcov.h"

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

int cli_fit_check(const cli_call *call, cli_fit *fit)
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
    if (code == CLI_GO_ON)
        code = cli_input_spare(call, "plot", fit->plot, file);
    const cli_output written[] = {
        {"save", fit->save}, {"trace", fit->trace}, {"plot", fit->plot}, {"rejects", fit->input.rejects}};
    return code == CLI_GO_ON ? cli_outputs_differ(call, written, sizeof written / sizeof *written) : code;
}
