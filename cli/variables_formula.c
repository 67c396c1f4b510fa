#include "variables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/sparse.h>

#include "message.h"

/* What a column is for; ROLE is weights, offset, trials, strata, clusters and the like. */
typedef enum { FREE, FEATURE, EXCLUDED, ROLE, TARGET } use;

/* The column of an option that uses it, and so needs it sound. */
static int find_used(size_t *j, const cli_call *call, const logreg_frame *frame, const char *option,
                     const char *name)
{
    int code = cli_input_column(j, call, frame, option, name);
    const char *fault = code == CLI_GO_ON ? logreg_frame_fault(frame, *j) : NULL;
    return fault ? cli_fail(call, CLI_DATA, "%s", fault) : code;
}

/* Gives the columns of a list a use. */
static int mark_list(use *uses, const cli_call *call, const logreg_frame *frame, const char *option,
                     const cli_list *list, use as)
{
    int code = CLI_GO_ON;
    for (size_t i = 0, j; i < list->n && code == CLI_GO_ON; i++) {
        code = cli_input_column(&j, call, frame, option, list->item[i]);
        if (code == CLI_GO_ON)
            uses[j] = as;
    }
    return code;
}

/* The same for the one column, if any, of --weights, --offset, --trials, --strata or --target. */
static int mark_one(use *uses, const cli_call *call, const logreg_frame *frame, const char *option,
                    const char *name, use as)
{
    size_t j;
    if (!name)
        return CLI_GO_ON;
    int code = (as == ROLE ? find_used : cli_input_column)(&j, call, frame, option, name);
    if (code != CLI_GO_ON)
        return code;
    static const char *const also[] = {NULL, "--features", "--exclude", "another option", "--target"};
    if (uses[j] != FREE)
        return cli_fail(call, CLI_USAGE, "--%s names '%s', and so does %s", option, name, also[uses[j]]);
    uses[j] = as;
    return CLI_GO_ON;
}

static int mark_roles(use *uses, const cli_call *call, const logreg_frame *frame, const cli_role *role)
{
    int code = CLI_GO_ON;
    for (size_t j; role && role->option && code == CLI_GO_ON; role++) {
        if (role->name && !role->also)
            code = mark_one(uses, call, frame, role->option, role->name, ROLE);
        if (!role->name || !role->also)
            continue;
        code = find_used(&j, call, frame, role->option, role->name);
        if (code == CLI_GO_ON && uses[j] == TARGET)
            code = cli_fail(call, CLI_USAGE, "--%s: '%s' is the target", role->option, role->name);
        else if (code == CLI_GO_ON && uses[j] == FREE)
            uses[j] = ROLE;
    }
    return code;
}

/* How many different values column j has, up to 3. */
static size_t values_of(const logreg_frame *frame, size_t j)
{
    double value[2] = {NAN, NAN};
    size_t n = 0;
    if (logreg_frame_kind(frame, j) == LOGREG_CATEGORY)
        return logreg_frame_levels(frame, j);
    for (size_t i = 0; i < logreg_frame_rows(frame) && n < 3; i++) {
        double x = logreg_frame_number(frame, i, j);
        if (isnan(x) || (n > 0 && x == value[0]) || (n > 1 && x == value[1]))
            continue;
        if (n < 2)
            value[n] = x;
        n++;
    }
    return n;
}

/* Whole numbers, in no row more than those of column n? */
static bool counts_out_of(const logreg_frame *frame, size_t j, size_t n)
{
    for (size_t i = 0; i < logreg_frame_rows(frame); i++) {
        if (logreg_frame_kind(frame, j) == LOGREG_CATEGORY)
            return false;
        double x = logreg_frame_number(frame, i, j), most = logreg_frame_number(frame, i, n);
        if (!(x >= 0 && x <= most && x == floor(x)))
            return false;
    }
    return true;
}

/* A last column that counts cases, as tables are exported, is no outcome. That is the last one before it of two values, or one that
 * counts events among those cases. */
static int refuse_count(const use *uses, const cli_call *call, const logreg_frame *frame, size_t count)
{
    size_t outcome = SIZE_MAX, events = SIZE_MAX;
    for (size_t j = 0; j < count; j++) {
        if (uses[j] != FREE)
            continue;
        outcome = values_of(frame, j) == 2 ? j : outcome;
        events = counts_out_of(frame, j, count) ? j : events;
    }
    bool grouped = outcome == SIZE_MAX && events != SIZE_MAX;
    size_t target = grouped ? events : outcome;
    const char *name = logreg_frame_name(frame, count);
    return cli_fail(call, CLI_DATA,
                    "%s: the last column, '%s', tells by its name how many cases a row stands for: use --%s "
                    "'%s' --target %s%s%s, or "
                    "--target '%s' if it is the outcome",
                    logreg_frame_source(frame), name, grouped ? "trials" : "weights", name,
                    target == SIZE_MAX ? "" : "'",
                    target == SIZE_MAX ? "and the outcome's name" : logreg_frame_name(frame, target),
                    target == SIZE_MAX ? "" : "'", name);
}

/* The last column that no option names. */
static int choose_target(use *uses, const cli_call *call, const logreg_frame *frame, bool quiet)
{
    size_t j =
        logreg_frame_sparse(frame) ? 1 : logreg_frame_columns(frame); /* of svmlight the labels stand first */
    while (j > 0 && uses[j - 1] != FREE)
        j--;
    if (j == 0)
        return cli_fail(call, CLI_USAGE, "the options leave no column for the target; name it with --target");
    if (logreg_frame_counts_cases(frame, j - 1))
        return refuse_count(uses, call, frame, j - 1);
    uses[j - 1] = TARGET;
    if (!quiet && !logreg_frame_sparse(frame))
        cli_note(call, "the target is '%s', the last column%s; --target names another",
                 logreg_frame_name(frame, j - 1),
                 j < logreg_frame_columns(frame) ? " that no option names" : "");
    return CLI_GO_ON;
}

static int mark(use *uses, const cli_call *call, const cli_variables *v, const cli_role *roles,
                const logreg_frame *frame, bool quiet)
{
    int code = mark_list(uses, call, frame, "features", &v->features, FEATURE);
    if (code == CLI_GO_ON)
        code = mark_list(uses, call, frame, "exclude", &v->exclude, EXCLUDED);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "weights", v->weights, ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "offset", v->offset, ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "trials", v->trials, ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "strata", v->strata, ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "target", v->target, TARGET);
    if (code == CLI_GO_ON)
        code = mark_roles(uses, call, frame, roles);
    if (code == CLI_GO_ON && !v->target && !v->formula)
        code = choose_target(uses, call, frame, quiet);
    return code;
}

void cli_variables_write(FILE *out, const char *name)
{
    fputc('`', out);
    for (; *name; name++) {
        if (*name == '`')
            fputc('`', out);
        fputc(*name, out);
    }
    fputc('`', out);
}

/* Writes column j as the next term. */
static void write_term(FILE *out, const logreg_frame *frame, size_t j, size_t *n_terms)
{
    fputs((*n_terms)++ ? " + " : "", out);
    cli_variables_write(out, logreg_frame_name(frame, j));
}

static void write_formula(FILE *out, use *uses, const cli_variables *v, const logreg_frame *frame)
{
    size_t n = logreg_frame_columns(frame), n_terms = 0;
    for (size_t j = 0; j < n; j++)
        if (uses[j] == TARGET)
            cli_variables_write(out, logreg_frame_name(frame, j));
    fputs(" ~ ", out);
    for (size_t i = 0; i < v->features.n; i++) {
        size_t j = logreg_frame_find(frame, v->features.item[i]);
        if (uses[j] == FEATURE)
            write_term(out, frame, j, &n_terms);
        uses[j] = uses[j] == FEATURE ? EXCLUDED : uses[j]; /* named twice, written once */
    }
    bool dot = logreg_frame_sparse(frame) && !v->features.n; /* which does not mean numbers of queries */
    for (size_t j = 0; j < n && !v->features.n && !dot; j++)
        if (uses[j] == FREE)
            write_term(out, frame, j, &n_terms);
    if (dot)
        fputc('.', out);
    else if (!n_terms)
        fputc('1', out);
}

int cli_variables_formula(char **formula, const cli_call *call, const cli_variables *v, const cli_role *roles,
                          const logreg_frame *frame, bool quiet)
{
    use *uses = calloc(logreg_frame_columns(frame), sizeof *uses);
    int code = uses ? mark(uses, call, v, roles, frame, quiet) : cli_fail_memory(call);
    if (code == CLI_GO_ON) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        if (out) {
            if (v->formula)
                fputs(v->formula, out);
            else
                write_formula(out, uses, v, frame);
            fputs(v->no_intercept ? " - 1" : "", out);
        }
        if (!out || fclose(out) != 0) {
            free(text);
            code = cli_fail_memory(call);
        } else {
            *formula = text;
        }
    }
    free(uses);
    return code;
}
