#include "model_input.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/sparse.h>

#include "message.h"
#include "values.h"

int cli_model_load(logreg_model **model, const cli_call *call)
{
    return cli_model_load_from(model, call, call->operands[0]);
}

int cli_model_load_from(logreg_model **model, const cli_call *call, const char *path)
{
    logreg_error err;
    if (logreg_model_load(model, path, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

/* Does a token mean missing in all columns, having no name of one in front? */
static bool of_all(const char *token)
{
    return !strchr(token + (*token != '\0'), '=');
}

/* The options with what meant missing where the model was fitted; tokens for all columns that are given now stand in place of its own.
 * False: memory is out. */
static bool add_na_values(cli_input *with, const cli_input *input, const logreg_model *model)
{
    size_t n = 0;
    bool given = false;
    while (logreg_model_na_value(model, n))
        n++;
    *with = *input;
    with->n_features = logreg_model_features(model);
    with->na_values.item = malloc((input->na_values.n + n + 1) * sizeof *with->na_values.item);
    if (!with->na_values.item)
        return false;
    for (size_t i = 0; i < input->na_values.n; i++) {
        with->na_values.item[i] = input->na_values.item[i];
        given = given || of_all(input->na_values.item[i]);
    }
    for (size_t i = 0; i < n; i++) {
        const char *token = logreg_model_na_value(model, i);
        if (!given || !of_all(token))
            with->na_values.item[with->na_values.n++] = (char *)token;
    }
    return true;
}

/* Does the model read the column as a number? Where it reads it as a category too, as in C(k) + k, it stays a number, whose values are the
 * levels. */
static bool is_number(const logreg_model *model, const char *name)
{
    const char *const role[] = {logreg_model_offset(model), logreg_model_weights(model),
                                logreg_model_sampling_weights(model), logreg_model_trials(model)};
    logreg_variable v;
    bool found = false;
    for (size_t i = 0; i < sizeof role / sizeof *role && !found; i++)
        found = role[i] && strcmp(role[i], name) == 0;
    for (size_t i = 0; i < logreg_model_variables(model) && !found; i++)
        found = logreg_model_variable(model, i, &v) == LOGREG_OK && v.kind == LOGREG_NUMERIC &&
                strcmp(v.name, name) == 0;
    return found;
}

/* Adds the target that is a condition. Where the frame lacks a column for it, whoever measures by it will tell; text among the numbers of such a column is told
 * here. */
static int add_condition(const cli_call *call, logreg_frame *frame, const logreg_model *model, bool outcome)
{
    logreg_error err;
    size_t j;
    if (logreg_frame_add_condition(frame, &j, logreg_model_target(model), &err) == LOGREG_OK || !outcome)
        return CLI_GO_ON;
    for (j = 0; j < logreg_frame_columns(frame); j++) {
        const char *fault = logreg_frame_fault(frame, j);
        if (fault && strcmp(fault, err.message) == 0)
            return cli_fail_error(call, &err);
    }
    return CLI_GO_ON;
}

int cli_model_rows(logreg_frame **frame, const cli_call *call, size_t operand, const cli_input *input,
                   const logreg_model *model, bool outcome, bool quiet)
{
    size_t n = logreg_model_csv_columns(model, outcome, NULL);
    logreg_csv_column *known = calloc(n + 1, sizeof *known);
    cli_input with;
    if (!known || !add_na_values(&with, input, model)) {
        free(known);
        return cli_fail_memory(call);
    }
    logreg_model_csv_columns(model, outcome, known);
    int code = cli_input_spare(call, "rejects", input->rejects, call->operands[0]);
    if (code == CLI_GO_ON)
        code = cli_input_read(frame, call, &with, call->n_operands > operand ? call->operands[operand] : NULL,
                              (cli_categories){.known = known, .n_known = n, .if_there = true}, quiet);
    free(with.na_values.item);
    free(known);
    if (code == CLI_GO_ON && logreg_model_target_is_condition(model))
        code = add_condition(call, *frame, model, outcome);
    return code;
}

/* The name of a column that the model reads: of a variable, or behind these the offset's. */
static const char *column_at(const logreg_model *model, size_t i)
{
    logreg_variable v;
    return logreg_model_variable(model, i, &v) == LOGREG_OK ? v.name : logreg_model_offset(model);
}

/* Finds the column of NAME=VALUE, where the name itself may hold a '='; *value moves behind it. */
static int find_column(const char **found, const char **value, const cli_call *call,
                       const logreg_model *model, const char *item)
{
    size_t n = logreg_model_variables(model) + (logreg_model_offset(model) != NULL),
           length = strcspn(item, "=");
    if (!item[length])
        return cli_fail(call, CLI_USAGE, "--at takes NAME=VALUE, not '%s'", item);
    char name[256];
    snprintf(name, sizeof name, "%.*s", (int)length, item);
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t i = 0; i < n; i++) {
        *found = column_at(model, i);
        size_t used = strlen(*found);
        if (strncmp(item, *found, used) == 0 && item[used] == '=') {
            *value = item + used + 1;
            return CLI_GO_ON;
        }
        logreg_nearest_offer(&near, *found);
    }
    return cli_fail(call, CLI_DATA, "--at: the model has no column '%s'%s%s%s", name,
                    near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

static int add_cell(logreg_frame *frame, const cli_call *call, const logreg_model *model, const char *item)
{
    const char *name = NULL, *value = "";
    int code = find_column(&name, &value, call, model, item);
    if (code != CLI_GO_ON)
        return code;
    if (logreg_frame_find(frame, name) != SIZE_MAX)
        return cli_fail(call, CLI_USAGE, "--at gives '%s' twice", name);
    logreg_error err;
    bool number = is_number(model, name);
    const char *label = *value ? value : NULL;
    double x = NAN;
    if (number && label && !cli_number_read(&x, value, strlen(value)))
        return cli_fail(call, CLI_DATA, "--at: '%s' is a number to the model, not '%s'", name, value);
    logreg_status status = number ? logreg_frame_add_numeric(frame, name, &x, 1, 1, &err)
                                  : logreg_frame_add_category(frame, name, &label, 1, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

int cli_model_row(logreg_frame **frame, const cli_call *call, const logreg_model *model, const cli_list *at)
{
    logreg_error err;
    logreg_frame *row = NULL;
    if (logreg_frame_new(&row, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    int code = CLI_GO_ON;
    for (size_t i = 0; i < at->n && code == CLI_GO_ON; i++)
        code = add_cell(row, call, model, at->item[i]);
    for (size_t i = 0; i < logreg_model_variables(model) && code == CLI_GO_ON; i++)
        if (logreg_frame_find(row, column_at(model, i)) == SIZE_MAX)
            code = cli_fail(call, CLI_DATA, "--at lacks '%s', which the model needs", column_at(model, i));
    if (code == CLI_GO_ON)
        *frame = row;
    else
        logreg_frame_free(row);
    return code;
}
