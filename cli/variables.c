#include "variables.h"

#include <string.h>

#include "message.h"

#define PLACE(member) offsetof(cli_variables, member)

const cli_option cli_variables_options[] = {
    {"target", CLI_TEXT, PLACE(target), .argument = "NAME", .otherwise = "the last column",
     .help = "the column to explain, or a condition such as 'hours > 24' or 'answer == key'"},
    {"features", CLI_LIST, PLACE(features), .argument = "NAME,..", .otherwise = "all other columns",
     .help = "the columns that explain it; a name with a comma goes in double quotes"},
    {"exclude", CLI_LIST, PLACE(exclude), .argument = "NAME,..", .help = "columns to leave out"},
    {"formula", CLI_TEXT, PLACE(formula), .argument = "TEXT",
     .help =
         "the model as 'y ~ a*b + C(zip) - 1', instead of the three options above; or --target with 'a*b'"},
    {"no-intercept", CLI_FLAG, PLACE(no_intercept), .help = "fit without an intercept"},
    {"positive", CLI_TEXT, PLACE(positive), .argument = "LABEL", .otherwise = "the last of the two labels",
     .help = "the event whose probability is modelled; of three labels or more, against the others"},
    {"categorical", CLI_LIST, PLACE(categorical), .argument = "NAME,..",
     .help = "columns of numbers to treat as categories"},
    {"reference", CLI_LIST, PLACE(reference), .argument = "COL=LEVEL,..", .otherwise = "the first level",
     .help = "the level that the others of a category are compared with"},
    {"where", CLI_TEXT, PLACE(where), .argument = "TEXT", .otherwise = "all rows",
     .help = "the rows to use, as 'age > 18 & (sex == \"male\" | is.na(dose))'"},
    {"weights", CLI_TEXT, PLACE(weights), .argument = "NAME",
     .help = "a column of frequencies: a row counts as that many"},
    {"offset", CLI_TEXT, PLACE(offset), .argument = "NAME", .help = "a column that is added to the log-odds"},
    {"trials", CLI_TEXT, PLACE(trials), .argument = "NAME",
     .help = "a column of numbers of trials; the target then counts events"},
    {0}};

/* Is there a tilde outside names and texts? */
static bool names_target(const char *formula)
{
    char quote = 0;
    for (; *formula && (quote || *formula != '~'); formula++)
        if (quote)
            quote = *formula == quote ? 0 : quote;
        else if (strchr("`'\"", *formula))
            quote = *formula;
    return *formula == '~';
}

int cli_variables_check(const cli_call *call, cli_variables *v)
{
    size_t blanks = v->formula ? strspn(v->formula, " ") : 0;
    if (v->target && v->formula && v->formula[blanks] == '~') /* as in R's one-sided formulas */
        v->formula += blanks + 1;
    bool whole = v->formula && names_target(v->formula);
    const char *beside = v->target && whole ? "target"
                         : v->features.n    ? "features"
                         : v->exclude.n     ? "exclude"
                                            : NULL;
    v->named[0] = v->formula;
    v->named[1] = v->target;
    if (v->formula && !whole && !v->target)
        return cli_fail(
            call, CLI_DATA,
            "--formula '%s' has no target: write it in front of a tilde, 'y ~ %s', or add --target",
            v->formula, v->formula);
    if (v->formula && beside)
        return cli_fail(call, CLI_USAGE, "--formula names target and features itself; leave out --%s",
                        beside);
    if (v->trials && v->positive)
        return cli_fail(call, CLI_USAGE,
                        "--positive chooses one of two labels, and with --trials the target counts events; "
                        "leave one out");
    return CLI_GO_ON;
}

cli_categories cli_variables_categories(const cli_variables *v)
{
    static const char *const any[] = {LOGREG_ANY_COLUMN};
    bool some = v->features.n || v->formula, later = some || v->where; /* --where may take strays away */
    return (cli_categories){.name = (const char *const *)v->categorical.item,
                            .n = v->categorical.n,
                            .spared = later ? any : (const char *const *)v->exclude.item,
                            .n_spared = later ? 1 : v->exclude.n,
                            .mentioned = v->formula ? v->named : (const char *const *)v->features.item,
                            .n_mentioned = !v->formula ? v->features.n
                                           : v->target ? 2
                                                       : 1,
                            .outcome = some || v->strata ? NULL
                                       : v->target       ? v->target
                                                         : ""};
}

void cli_variables_set(logreg_options *options, const cli_variables *v)
{
    options->positive = v->positive;
    options->weights = v->weights;
    options->offset = v->offset;
    options->trials = v->trials;
    options->strata = v->strata;
    options->listed = !v->formula;
}
