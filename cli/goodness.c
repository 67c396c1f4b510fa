#include "goodness.h"

#include <string.h>

#include "input.h"
#include "message.h"

#define PLACE(member) offsetof(cli_goodness, member)

const cli_option cli_goodness_options[] = {
    {"gof", CLI_FLAG, PLACE(gof),
     .help = "test the fit: Hosmer-Lemeshow, sum of squares, Stukel, Pearson and deviance"},
    {"gof-groups", CLI_INTEGER, PLACE(groups), .argument = "G", .range = "[3, 1000000]", .otherwise = "10",
     .help = "groups of the Hosmer-Lemeshow test, about"},
    {"optimism", CLI_INTEGER, PLACE(optimism), .argument = "B", .range = "[2, 1000000]", .otherwise = "none",
     .help =
         "correct calibration, AUC and Brier score for optimism, by so many refits to bootstrap resamples"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .otherwise = "0",
     .help = "of resamples, of rows held out, of folds and of batches: the same seed draws the same, on "
             "every machine"},
    {0}};

/* What an option takes for granted that the others deny. */
static int check_beside(const cli_call *call, const char *option, const cli_goodness_beside *beside)
{
    if (beside->csv)
        return cli_fail(call, CLI_USAGE, "--%s has no place in --csv; take --json", option);
    if (beside->sampling_weights)
        return cli_fail(
            call, CLI_USAGE,
            "--%s takes rows as drawn alike, which --sampling-weights says they are not; leave one out",
            option);
    return CLI_GO_ON;
}

int cli_goodness_check(const cli_call *call, const cli_goodness *asked, const cli_goodness_beside *beside)
{
    int code = CLI_GO_ON;
    bool penalised = strcmp(beside->penalty, "none") != 0, firth = strcmp(beside->penalty, "firth") == 0;
    if (asked->groups && !asked->gof)
        return cli_fail(call, CLI_USAGE, "--gof-groups needs --gof");
    if (asked->seed && !asked->optimism && !beside->drawn)
        return cli_fail(call, CLI_USAGE,
                        "--seed needs --optimism, --validation-fraction, --calibrate, --ci bootstrap, or a "
                        "solver that draws "
                        "its batches");
    if (asked->gof)
        code = check_beside(call, "gof", beside);
    if (code == CLI_GO_ON && asked->gof && penalised)
        return cli_fail(call, CLI_USAGE,
                        "--gof tests a maximum of the likelihood; leave --penalty %s out, or --gof",
                        beside->penalty);
    if (code == CLI_GO_ON && asked->optimism)
        code = check_beside(call, "optimism", beside);
    if (code == CLI_GO_ON && asked->optimism && penalised && !firth)
        return cli_fail(call, CLI_USAGE, "--optimism refits with --penalty none or firth, not with %s",
                        beside->penalty);
    if (code == CLI_GO_ON && asked->optimism && beside->cluster)
        return cli_fail(
            call, CLI_USAGE,
            "--optimism draws rows one by one, and those of a cluster of '%s' belong together; leave "
            "--vcov or --optimism out",
            beside->cluster);
    return code;
}

bool cli_goodness_asked(const cli_goodness *asked)
{
    return asked->gof || asked->optimism;
}

int cli_goodness_find(cli_found_goodness *found, const cli_call *call, const cli_goodness *asked,
                      const logreg_study *study, const logreg_frame *frame, bool sound, bool quiet)
{
    logreg_error err;
    logreg_goodness_options g = logreg_goodness_options_default();
    logreg_optimism_options o = {asked->optimism, asked->seed};
    if (asked->groups)
        g.n_groups = asked->groups;
    if (!sound) {
        if (asked->gof && !quiet)
            cli_note(call, "tests of fit are left out, since they need a finite maximum of the likelihood");
        if (asked->optimism && !quiet)
            cli_note(call, "optimism is left out, since it needs a finite maximum of the likelihood");
        return CLI_GO_ON;
    }
    if (asked->gof && logreg_goodness_new(&found->tests, study, &g, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (asked->optimism && logreg_optimism_new(&found->optimism, study, &o, &err) != LOGREG_OK)
        return cli_input_fail(call, frame, &err);
    return CLI_GO_ON;
}

void cli_goodness_release(cli_found_goodness *found)
{
    logreg_goodness_free(found->tests);
    logreg_optimism_free(found->optimism);
}
