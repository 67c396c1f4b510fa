#include "penalty.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "values.h"

#define PLACE(member) offsetof(cli_penalty, member)

const cli_option cli_penalty_options[] = {
    {"penalty", CLI_CHOICE, PLACE(name), .argument = "none|firth|flic|flac|l2|l1|elasticnet",
     .initial = "none",
     .help = "firth: Jeffreys' prior, finite estimates whatever is separated; flic, flac: the same with mean "
             "predictions as observed; l2, l1, elasticnet: on sizes of coefficients (ridge, lasso, both)"},
    {"C", CLI_NUMBER, PLACE(C), .argument = "X", .range = "(0, inf)",
     .otherwise = "1, where --lambda is not given",
     .beyond = "the larger, the weaker the penalty; for none leave --penalty out",
     .help = "l2, l1, elasticnet: how weak the penalty is, as scikit-learn has it"},
    {"lambda", CLI_NUMBER, PLACE(lambda), .argument = "X", .range = "(0, inf)",
     .beyond = "the smaller, the weaker the penalty; for none leave --penalty out",
     .help = "l2, l1, elasticnet: how strong it is beside the mean loss, as glmnet has it: 1 / (C sum of "
             "weights)"},
    {"l1-ratio", CLI_NUMBER, PLACE(l1_ratio), .argument = "X", .range = "[0, 1]", .otherwise = "0.5",
     .help = "elasticnet: the share of absolute values (glmnet's alpha); the rest is squares"},
    {"standardize", CLI_FLAG, PLACE(standardize),
     .help = "l2, l1, elasticnet: penalise coefficients of columns of variance 1, as glmnet does; "
             "coefficients are told on "
             "the scale of the data"},
    {"penalty-factor", CLI_LIST, PLACE(factor), .argument = "NAME=X,..", .otherwise = "1",
     .help = "multiply the penalty of a column or term, or of all others (*=X); 0: it has none"},
    {"bounds", CLI_LIST, PLACE(bounds), .argument = "NAME=LOW:HIGH,..", .otherwise = "none",
     .help = "keep the coefficients of a column or term, or of all others (*=0:), within bounds about 0; one "
             "may be left out: age=0:"},
    {"firth-se", CLI_CHOICE, PLACE(firth_se), .argument = "information|augmented", .initial = "information",
     .help = "firth: standard errors from inv(X'WX), as SAS and brglm2, or inv(X'W(1+h)X), as logistf"},
    {0}};

const char *cli_solver_name(size_t i)
{
    return i ? logreg_solver_name(i - 1) : "auto";
}

const char *cli_solver_summary(size_t i)
{
    return i ? logreg_solver_summary(i - 1) : "newton, or what serves the penalty best";
}

int cli_penalty_solver(const cli_call *call, const cli_penalty *p, const char *solver)
{
    bool shrinks = cli_penalty_shrinks(p),
         usual = strcmp(solver, "newton") == 0 || strcmp(solver, "auto") == 0;
    if (!cli_penalty_none(p) && !shrinks && !usual)
        return cli_fail(call, CLI_USAGE, "--penalty %s goes with --solver newton alone", p->name);
    if (!shrinks && strcmp(solver, "cd") == 0)
        return cli_fail(call, CLI_USAGE, "--solver cd needs --penalty l2, l1 or elasticnet");
    if (!shrinks && strcmp(solver, "dual") == 0)
        return cli_fail(call, CLI_USAGE, "--solver dual needs --penalty l2");
    return CLI_GO_ON;
}

bool cli_penalty_none(const cli_penalty *p)
{
    return strcmp(p->name, "none") == 0;
}

bool cli_penalty_shrinks(const cli_penalty *p)
{
    return strcmp(p->name, "l2") == 0 || strcmp(p->name, "l1") == 0 || strcmp(p->name, "elasticnet") == 0;
}

int cli_penalty_check(const cli_call *call, const cli_penalty *p)
{
    const char *shrinking = !isnan(p->C)        ? "C"
                            : !isnan(p->lambda) ? "lambda"
                            : p->standardize    ? "standardize"
                            : p->factor.n       ? "penalty-factor"
                            : p->bounds.n       ? "bounds"
                                                : NULL;
    if (shrinking && !cli_penalty_shrinks(p))
        return cli_fail(call, CLI_USAGE, "--%s needs --penalty l2, l1 or elasticnet", shrinking);
    if (!isnan(p->C) && !isnan(p->lambda))
        return cli_fail(
            call, CLI_USAGE,
            "--C and --lambda say the same thing, lambda = 1 / (C sum of weights): leave one out");
    if (!isnan(p->l1_ratio) && strcmp(p->name, "elasticnet") != 0)
        return cli_fail(call, CLI_USAGE, "--l1-ratio needs --penalty elasticnet");
    if (strcmp(p->firth_se, "augmented") == 0 && strcmp(p->name, "firth") != 0)
        return cli_fail(call, CLI_USAGE, "--firth-se augmented needs --penalty firth");
    return CLI_GO_ON;
}

/* NAME and what stands behind its last '='; the item is cut there. */
static char *cut(char *item)
{
    char *equals = strrchr(item, '=');
    if (!equals || equals == item || !equals[1])
        return NULL;
    *equals = '\0';
    return equals + 1;
}

/* The part of that name, or a new one, which begins as all columns are. */
static logreg_penalty_part *find(logreg_penalty_part *part, size_t *n, const char *name)
{
    for (size_t i = 0; i < *n; i++)
        if (strcmp(part[i].name, name) == 0)
            return &part[i];
    bool all = *n > 0 && strcmp(part[0].name, LOGREG_ALL_COLUMNS) == 0;
    part[*n] = all ? part[0] : (logreg_penalty_part){NULL, 1, -INFINITY, INFINITY};
    part[*n].name = name;
    return &part[(*n)++];
}

/* Items of an option by their names, which cut() has left of them, that of all columns first, since others begin as it is. An item that cannot be read
 * stays where it is, to be told of. */
typedef int reader(logreg_penalty_part *part, size_t *n, const cli_call *call, char *item);

static bool names_all(const char *item)
{
    size_t n = strlen(LOGREG_ALL_COLUMNS);
    return strncmp(item, LOGREG_ALL_COLUMNS, n) == 0 && (item[n] == '=' || !item[n]);
}

static int read_items(logreg_penalty_part *part, size_t *n, const cli_call *call, const cli_list *list,
                      bool all, reader *read)
{
    int code = CLI_GO_ON;
    for (size_t i = 0; code == CLI_GO_ON && i < list->n; i++)
        if (names_all(list->item[i]) == all)
            code = read(part, n, call, list->item[i]);
    return code;
}

/* Whether an item, which has been read, names what one before it does. */
static int check_twice(const cli_call *call, const char *option, const cli_list *list, const char *once)
{
    for (size_t i = 1; i < list->n; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(list->item[i], list->item[j]) == 0)
                return cli_fail(call, CLI_USAGE, "--%s names %s twice; write %s=%s once", option,
                                list->item[i], list->item[i], once);
    return CLI_GO_ON;
}

static int read_factor(logreg_penalty_part *part, size_t *n, const cli_call *call, char *item)
{
    char *text = cut(item);
    double factor;
    if (!text)
        return cli_fail(call, CLI_USAGE, "--penalty-factor takes NAME=X, such as age=0, not '%s'", item);
    if (!cli_number_read(&factor, text, strlen(text)) || !(factor >= 0))
        return cli_fail(call, CLI_USAGE, "--penalty-factor %s=%s: '%s' is no number of at least 0", item,
                        text, text);
    find(part, n, item)->factor = factor;
    return CLI_GO_ON;
}

/* A bound as it is written, or none where nothing is. */
static bool read_bound(double *bound, const char *text, size_t length)
{
    return length == 0 || cli_number_read(bound, text, length);
}

static int read_bounds(logreg_penalty_part *part, size_t *n, const cli_call *call, char *item)
{
    char *text = cut(item), *colon = text ? strchr(text, ':') : NULL;
    double low = -INFINITY, high = INFINITY;
    if (!colon)
        return cli_fail(call, CLI_USAGE,
                        "--bounds takes NAME=LOW:HIGH, such as age=0: or dose=-1:1, not '%s%s%s'", item,
                        text ? "=" : "", text ? text : "");
    if (!read_bound(&low, text, (size_t)(colon - text)) || !read_bound(&high, colon + 1, strlen(colon + 1)) ||
        !text[1])
        return cli_fail(call, CLI_USAGE,
                        "--bounds %s=%s: these should be two numbers, or one, as in %s=-1:1 or %s=0:", item,
                        text, item, item);
    if (low > high)
        return cli_fail(call, CLI_USAGE, "--bounds %s=%s: the lower bound stands first, and %.*s is above %s",
                        item, text, (int)(colon - text), text, colon + 1);
    if (!(low <= 0 && high >= 0))
        return cli_fail(call, CLI_USAGE,
                        "--bounds %s=%s: 0, to which a penalty draws coefficients, must lie within", item,
                        text);
    logreg_penalty_part *own = find(part, n, item);
    own->low = low;
    own->high = high;
    return CLI_GO_ON;
}

int cli_penalty_parts(logreg_penalty_part **out, size_t *n, const cli_call *call, cli_penalty *p)
{
    *n = 0;
    if (p->factor.n + p->bounds.n == 0)
        return CLI_GO_ON;
    logreg_penalty_part *part = calloc(p->factor.n + p->bounds.n, sizeof *part);
    int code = part ? CLI_GO_ON : cli_fail_memory(call);
    for (int all = 1; code == CLI_GO_ON && all >= 0; all--) {
        code = read_items(part, n, call, &p->factor, all, read_factor);
        if (code == CLI_GO_ON)
            code = read_items(part, n, call, &p->bounds, all, read_bounds);
    }
    if (code == CLI_GO_ON)
        code = check_twice(call, "penalty-factor", &p->factor, "X");
    if (code == CLI_GO_ON)
        code = check_twice(call, "bounds", &p->bounds, "LOW:HIGH");
    if (code == CLI_GO_ON)
        *out = part;
    else
        free(part);
    return code;
}

void cli_penalty_set(logreg_options *options, const cli_penalty *p)
{
    options->penalty = p->name;
    options->firth_se = p->firth_se;
    options->C = isnan(p->C) ? 0 : p->C;
    options->lambda = isnan(p->lambda) ? 0 : p->lambda;
    if (!isnan(p->l1_ratio))
        options->l1_ratio = p->l1_ratio;
    options->standardize = p->standardize;
}
