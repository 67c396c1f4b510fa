#include "goodness.h"

#include <string.h>

#include "message.h"

#define PLACE(member) offsetof(cli_goodness, member)

const cli_option cli_goodness_options[] = {
    {"gof", CLI_FLAG, PLACE(gof),
     .help = "test the fit: Hosmer-Lemeshow, sum of squares, Stukel, Pearson and deviance"},
    {"gof-groups", CLI_INTEGER, PLACE(groups), .argument = "G", .range = "[3, 1000000]", .otherwise = "10",
     .help = "groups of the Hosmer-Lemeshow test, about"},
    {0}};

int cli_goodness_check(const cli_call *call, const cli_goodness *asked, const cli_goodness_beside *beside)
{
    if (asked->groups && !asked->gof)
        return cli_fail(call, CLI_USAGE, "--gof-groups needs --gof");
    if (asked->gof && beside->csv)
        return cli_fail(call, CLI_USAGE, "--gof has no place in --csv; take --json");
    if (asked->gof && strcmp(beside->penalty, "none") != 0)
        return cli_fail(call, CLI_USAGE,
                        "--gof tests a maximum of the likelihood; leave --penalty %s out, or --gof",
                        beside->penalty);
    if (asked->gof && beside->sampling_weights)
        return cli_fail(call, CLI_USAGE,
                        "--gof takes rows as drawn alike, which --sampling-weights says they are not; leave "
                        "one out");
    return CLI_GO_ON;
}

int cli_goodness_find(logreg_goodness **goodness, const cli_call *call, const cli_goodness *asked,
                      const logreg_study *study, bool sound, bool quiet)
{
    logreg_error err;
    logreg_goodness_options o = logreg_goodness_options_default();
    if (asked->groups)
        o.n_groups = asked->groups;
    if (asked->gof && !sound && !quiet)
        cli_note(call, "tests of fit are left out, since they need a finite maximum of the likelihood");
    if (asked->gof && sound && logreg_goodness_new(goodness, study, &o, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}
