/* What --at says, and CSV. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "csv.h"
#include "effects.h"
#include "message.h"
#include "values.h"

/* ---- --at ---- */

/* The variable that NAME=VALUE begins with, as a category if the model has it as one; *value moves behind it. The name may hold a '='. */
static bool find_variable(logreg_variable *found, const char **value, const logreg_model *model,
                          const char *item)
{
    bool any = false;
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) != LOGREG_OK)
            continue;
        size_t n = strlen(v.name);
        if (strncmp(item, v.name, n) != 0 || item[n] != '=' || (any && v.kind != LOGREG_CATEGORY))
            continue;
        *found = v;
        *value = item + n + 1;
        any = true;
    }
    return any;
}

static int fail_unknown(const cli_call *call, const logreg_model *model, const char *item)
{
    char name[256];
    size_t length = strcspn(item, "=");
    if (!item[length])
        return cli_fail(call, CLI_USAGE, "--at takes NAME=VALUE, NAME=mean, or means, not '%s'", item);
    snprintf(name, sizeof name, "%.*s", (int)length, item);
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        logreg_variable v;
        if (logreg_model_variable(model, i, &v) == LOGREG_OK)
            logreg_nearest_offer(&near, v.name);
    }
    return cli_fail(call, CLI_DATA, "--at: the model has no column '%s'%s%s%s", name,
                    near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

static int read_one(logreg_effect_at *at, const cli_call *call, const logreg_model *model, const char *item)
{
    logreg_variable v = {0};
    const char *value = "";
    if (!find_variable(&v, &value, model, item))
        return fail_unknown(call, model, item);
    *at = (logreg_effect_at){v.name, NULL, NAN};
    if (v.kind == LOGREG_CATEGORY)
        at->level = value;
    else if (strcmp(value, "mean") != 0 && !cli_number_read(&at->value, value, strlen(value)))
        return cli_fail(call, CLI_DATA, "--at: '%s' is a number to the model, not '%s'", v.name, value);
    return CLI_GO_ON;
}

int cli_effects_at(logreg_effect_at **at, size_t *n, bool *means, const cli_call *call,
                   const logreg_model *model, const cli_list *list)
{
    logreg_effect_at *made = calloc(list->n + 1, sizeof *made);
    int code = made ? CLI_GO_ON : cli_fail_memory(call);
    size_t used = 0;
    for (size_t i = 0; i < list->n && code == CLI_GO_ON; i++) {
        if (strcmp(list->item[i], "means") == 0)
            *means = true;
        else
            code = read_one(&made[used++], call, model, list->item[i]);
    }
    if (code != CLI_GO_ON) {
        free(made);
        return code;
    }
    *at = made;
    *n = used;
    return CLI_GO_ON;
}

/* ---- CSV ---- */

static void put(cli_csv *csv, double value)
{
    cli_csv_number(csv, isfinite(value) ? value : NAN);
}

static void put_number(cli_csv *csv, const logreg_effect_number *x)
{
    put(csv, x->estimate);
    put(csv, x->std_error);
}

static void put_row(cli_csv *csv, const logreg_effect *e)
{
    cli_csv_text(csv, e->class_name);
    cli_csv_text(csv, e->variable);
    cli_csv_text(csv, e->level);
    cli_csv_text(csv, e->reference);
    put_number(csv, &e->difference);
    put(csv, e->z);
    put(csv, e->p);
    put(csv, e->difference.low);
    put(csv, e->difference.high);
    put_number(csv, &e->risk);
    put(csv, e->risk.low);
    put(csv, e->risk.high);
    put_number(csv, &e->ratio);
    put(csv, e->ratio.low);
    put(csv, e->ratio.high);
    cli_csv_end(csv);
}

int cli_effects_csv(char **text, const cli_call *call, const logreg_effects *effects)
{
    static const char *const names[] = {
        "class",     "variable",  "level",      "reference",           "estimate",       "std.error",
        "statistic", "p.value",   "conf.low",   "conf.high",           "risk",           "risk.std.error",
        "risk.low",  "risk.high", "risk.ratio", "log.ratio.std.error", "risk.ratio.low", "risk.ratio.high"};
    char *made = NULL;
    size_t size;
    FILE *file = open_memstream(&made, &size);
    if (!file)
        return cli_fail_memory(call);
    cli_csv csv = {.file = file, .terminal = isatty(STDOUT_FILENO)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cli_csv_text(&csv, names[i]);
    cli_csv_end(&csv);
    for (size_t i = 0; i < effects->n; i++)
        put_row(&csv, &effects->effect[i]);
    if (fclose(file) != 0) {
        free(made);
        return cli_fail_memory(call);
    }
    *text = made;
    return CLI_GO_ON;
}
