#include "variables.h"

#include <stdlib.h>
#include <string.h>

#include <logreg/sparse.h>

#include "asides.h"
#include "message.h"

/* The column of an option that uses it, and so needs it sound. */
static int find_used(size_t *j, const cli_call *call, const logreg_frame *frame, const char *option,
                     const char *name)
{
    int code = cli_input_column(j, call, frame, option, name);
    const char *fault = code == CLI_GO_ON ? logreg_frame_fault(frame, *j) : NULL;
    return fault ? cli_fail(call, CLI_DATA, "%s", fault) : code;
}

/* The items of a list from i on that are, with the commas between them, the name of one column; of several such the most. 0: none are; SIZE_MAX: memory is out. */
static size_t count_parts(const logreg_frame *frame, const cli_list *list, size_t i)
{
    size_t room = 1, used = 0, parts = 0;
    for (size_t k = i; k < list->n; k++)
        room += strlen(list->item[k]) + 1;
    char *name = malloc(room);
    if (!name)
        return SIZE_MAX;
    for (size_t k = i; k < list->n; k++) {
        used += (size_t)snprintf(name + used, room - used, "%s%s", k > i ? "," : "", list->item[k]);
        parts = k > i && logreg_frame_find(frame, name) != SIZE_MAX ? k - i + 1 : parts;
    }
    free(name);
    return parts;
}

/* The list with those items as one, for a shell; new, or NULL. */
static char *with_whole_name(const cli_list *list, size_t i, size_t parts)
{
    char *text = NULL, *name = NULL;
    size_t size, length;
    FILE *out = open_memstream(&text, &size), *whole = open_memstream(&name, &length);
    for (size_t k = i; whole && k < i + parts; k++)
        fprintf(whole, "%s%s", k > i ? "," : "", list->item[k]);
    bool ok = whole && fclose(whole) == 0;
    for (size_t k = 0; out && ok && k < list->n; k += k == i ? parts : 1) {
        fputs(k ? "," : "'", out);
        cli_write_item(out, k == i ? name : list->item[k]);
    }
    if (out)
        fputc('\'', out);
    ok = out && fclose(out) == 0 && ok;
    free(name);
    if (ok)
        return text;
    free(text);
    return NULL;
}

/* A name with a comma that was taken apart. CLI_GO_ON: item i is no part of one. */
static int refuse_parts(const cli_call *call, const logreg_frame *frame, const char *option,
                        const cli_list *list, size_t i)
{
    size_t parts = count_parts(frame, list, i);
    if (!parts)
        return CLI_GO_ON;
    char *whole = parts == SIZE_MAX ? NULL : with_whole_name(list, i, parts);
    if (!whole)
        return cli_fail_memory(call);
    int code =
        cli_fail(call, CLI_DATA,
                 "--%s: %s has no column '%s', but one whose name holds a comma, which stands in double "
                 "quotes: --%s %s",
                 option, logreg_frame_source(frame), list->item[i], option, whole);
    free(whole);
    return code;
}

/* Gives the columns of a list a use. */
static int mark_list(cli_use *uses, const cli_call *call, const logreg_frame *frame, const char *option,
                     const cli_list *list, cli_use as)
{
    int code = CLI_GO_ON;
    for (size_t i = 0, j; i < list->n && code == CLI_GO_ON; i++) {
        if (logreg_frame_find(frame, list->item[i]) == SIZE_MAX)
            code = refuse_parts(call, frame, option, list, i);
        if (code == CLI_GO_ON)
            code = cli_input_column(&j, call, frame, option, list->item[i]);
        if (code == CLI_GO_ON)
            uses[j] = as;
    }
    return code;
}

/* The same for the one column, if any, of --weights, --offset, --trials, --strata or --target. */
static int mark_one(cli_use *uses, const cli_call *call, const logreg_frame *frame, const char *option,
                    const char *name, cli_use as)
{
    size_t j;
    if (!name)
        return CLI_GO_ON;
    int code = (as == CLI_ROLE ? find_used : cli_input_column)(&j, call, frame, option, name);
    if (code != CLI_GO_ON)
        return code;
    static const char *const also[] = {NULL, "--features", "--exclude", "another option", "--target"};
    if (uses[j] != CLI_FREE)
        return cli_fail(call, CLI_USAGE, "--%s names '%s', and so does %s", option, name, also[uses[j]]);
    uses[j] = as;
    return CLI_GO_ON;
}

static int mark_roles(cli_use *uses, const cli_call *call, const logreg_frame *frame, const cli_role *role)
{
    int code = CLI_GO_ON;
    for (size_t j; role && role->option && code == CLI_GO_ON; role++) {
        if (role->name && !role->also)
            code = mark_one(uses, call, frame, role->option, role->name, CLI_ROLE);
        if (!role->name || !role->also)
            continue;
        code = find_used(&j, call, frame, role->option, role->name);
        if (code == CLI_GO_ON && uses[j] == CLI_TARGET)
            code = cli_fail(call, CLI_USAGE, "--%s: '%s' is the target", role->option, role->name);
        else if (code == CLI_GO_ON && uses[j] == CLI_FREE)
            uses[j] = CLI_ROLE;
    }
    return code;
}

/* Columns that a condition for the target is about know it. */
static void leave_out_known(cli_use *uses, const logreg_frame *frame)
{
    size_t n = logreg_frame_columns(frame);
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; uses[t] == CLI_TARGET && j < n; j++)
            if (uses[j] == CLI_FREE && logreg_frame_condition_uses(frame, t, j))
                uses[j] = CLI_EXCLUDED;
}

static int mark(cli_use *uses, const cli_call *call, const cli_variables *v, const cli_role *roles,
                const logreg_frame *frame, cli_choosing choice)
{
    int code = mark_list(uses, call, frame, "features", &v->features, CLI_FEATURE);
    if (code == CLI_GO_ON)
        code = mark_list(uses, call, frame, "exclude", &v->exclude, CLI_EXCLUDED);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "weights", v->weights, CLI_ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "offset", v->offset, CLI_ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "trials", v->trials, CLI_ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "strata", v->strata, CLI_ROLE);
    if (code == CLI_GO_ON)
        code = mark_one(uses, call, frame, "target", v->target, CLI_TARGET);
    if (code == CLI_GO_ON)
        code = mark_roles(uses, call, frame, roles);
    for (size_t j = 0; j < logreg_frame_columns(frame); j++)
        if (uses[j] == CLI_FREE && logreg_frame_by_name_alone(frame, j))
            uses[j] = CLI_EXCLUDED;
    if (code == CLI_GO_ON && !v->target && !v->formula)
        code = cli_target_choose(uses, call, frame, v->trials, choice);
    leave_out_known(uses, frame);
    for (size_t j = 0; j < logreg_frame_columns(frame) && code == CLI_GO_ON && v->target && !v->trials; j++)
        if (uses[j] == CLI_TARGET && choice != CLI_TAKE_ANY)
            code = cli_target_refuse_sum(uses, call, frame, j);
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

static void write_formula(FILE *out, cli_use *uses, const cli_variables *v, const logreg_frame *frame)
{
    size_t n = logreg_frame_columns(frame), n_terms = 0;
    for (size_t j = 0; j < n; j++)
        if (uses[j] == CLI_TARGET)
            cli_variables_write(out, logreg_frame_name(frame, j));
    fputs(" ~ ", out);
    if (v->formula) {
        fputs(v->formula, out);
        return;
    }
    for (size_t i = 0; i < v->features.n; i++) {
        size_t j = logreg_frame_find(frame, v->features.item[i]);
        if (uses[j] == CLI_FEATURE)
            write_term(out, frame, j, &n_terms);
        uses[j] = uses[j] == CLI_FEATURE ? CLI_EXCLUDED : uses[j]; /* named twice, written once */
    }
    bool dot = logreg_frame_sparse(frame) && !v->features.n; /* which does not mean numbers of queries */
    for (size_t j = 0; j < n && !v->features.n && !dot; j++)
        if (uses[j] == CLI_FREE)
            write_term(out, frame, j, &n_terms);
    if (dot)
        fputc('.', out);
    else if (!n_terms)
        fputc('1', out);
}

/* Says which class --positive takes, of how many rows, out of a target of three or more; j is whether a row is of it. */
static void tell_event(const cli_call *call, const char *positive, const logreg_frame *frame, size_t j,
                       size_t others)
{
    size_t rows[2] = {0}; /* without the event, and with */
    for (size_t i = 0; i < logreg_frame_rows(frame); i++) {
        const char *label = logreg_frame_label(frame, i, j);
        if (label)
            rows[strcmp(label, "TRUE") == 0]++;
    }
    cli_note(call, "the event is '%s' (%zu row%s), against %zu other classes together (%zu)", positive,
             rows[1], rows[1] == 1 ? "" : "s", others, rows[0]);
}

/* Where --positive names one class of three or more, the response is that one against the others; *chosen: it does. */
static int choose_event(char **formula, bool *chosen, const cli_call *call, const char *positive,
                        logreg_frame *frame, bool quiet)
{
    logreg_error err;
    char *made = NULL;
    size_t others, j;
    if (logreg_frame_add_event(frame, &made, &others, *formula, positive, &err) != LOGREG_OK)
        return cli_fail(call, CLI_DATA, "--positive: %s", err.message);
    *chosen = made != NULL;
    if (!made)
        return CLI_GO_ON;
    free(*formula);
    *formula = made;
    if (quiet || logreg_frame_add_condition(frame, &j, made, &err) != LOGREG_OK) /* where it stands */
        return CLI_GO_ON;
    tell_event(call, positive, frame, j, others);
    return cli_target_note(call, frame, j);
}

int cli_variables_rival(char **formula, const cli_call *call, const char *positive, logreg_frame *frame)
{
    logreg_error err;
    size_t j;
    bool chosen;
    if (logreg_frame_add_condition(frame, &j, *formula, &err) != LOGREG_OK)
        return cli_input_fail(call, frame, &err);
    return positive ? choose_event(formula, &chosen, call, positive, frame, true) : CLI_GO_ON;
}

int cli_variables_formula(char **formula, const cli_call *call, cli_variables *v, const cli_role *roles,
                          logreg_frame *frame, cli_choosing choice)
{
    cli_use *uses = calloc(logreg_frame_columns(frame), sizeof *uses);
    int code = uses ? mark(uses, call, v, roles, frame, choice) : cli_fail_memory(call);
    if (code == CLI_GO_ON) {
        char *text = NULL;
        size_t size;
        FILE *out = open_memstream(&text, &size);
        if (out) {
            if (v->formula && !v->target)
                fputs(v->formula, out);
            else
                write_formula(out, uses, v, frame);
            fputs(v->no_intercept ? " - 1" : "", out);
        }
        if (!out || fclose(out) != 0) {
            free(text);
            code = cli_fail_memory(call);
        } else {
            bool chosen = false;
            if (v->positive && !v->trials)
                code = choose_event(&text, &chosen, call, v->positive, frame, choice == CLI_TAKE);
            v->positive = chosen ? NULL : v->positive;
            *formula = text;
        }
    }
    free(uses);
    return code;
}
