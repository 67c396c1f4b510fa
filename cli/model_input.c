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

int cli_model_rows(logreg_frame **frame, const cli_call *call, size_t operand, const cli_input *input,
                   const logreg_model *model, bool quiet)
{
    size_t n = logreg_model_variables(model), n_categories = 0;
    const char **category = calloc(n + 1, sizeof *category);
    cli_input with;
    if (!category || !add_na_values(&with, input, model)) {
        free(category);
        return cli_fail_memory(call);
    }
    for (size_t i = 0; i < n; i++) {
        logreg_variable variable;
        if (logreg_model_variable(model, i, &variable) == LOGREG_OK && variable.kind == LOGREG_CATEGORY)
            category[n_categories++] = variable.name;
    }
    int code = cli_input_read(frame, call, &with, call->n_operands > operand ? call->operands[operand] : NULL,
                              (cli_categories){.name = category, .n = n_categories, .if_there = true}, quiet);
    free(with.na_values.item);
    free(category);
    return code;
}

/* A column that the model reads. Where it stands both as a number and as a category it is a number. */
typedef struct {
    const char *name;
    bool number;
} column;

static column column_at(const logreg_model *model, size_t i)
{
    logreg_variable v = {0};
    if (logreg_model_variable(model, i, &v) != LOGREG_OK)
        return (column){logreg_model_offset(model), true};
    bool number = v.kind == LOGREG_NUMERIC;
    for (size_t j = 0; j < logreg_model_variables(model); j++) {
        logreg_variable other;
        if (logreg_model_variable(model, j, &other) == LOGREG_OK && strcmp(other.name, v.name) == 0)
            number = number || other.kind == LOGREG_NUMERIC;
    }
    return (column){v.name, number};
}

/* Finds the column of NAME=VALUE, where the name itself may hold a '='; *value moves behind it. */
static int find_column(column *found, const char **value, const cli_call *call, const logreg_model *model,
                       const char *item)
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
        size_t used = strlen(found->name);
        if (strncmp(item, found->name, used) == 0 && item[used] == '=') {
            *value = item + used + 1;
            return CLI_GO_ON;
        }
        logreg_nearest_offer(&near, found->name);
    }
    return cli_fail(call, CLI_DATA, "--at: the model has no column '%s'%s%s%s", name,
                    near.name ? "; did you mean '" : "", near.name ? near.name : "", near.name ? "'?" : "");
}

static int add_cell(logreg_frame *frame, const cli_call *call, const logreg_model *model, const char *item)
{
    column c = {0};
    const char *value = "";
    int code = find_column(&c, &value, call, model, item);
    if (code != CLI_GO_ON)
        return code;
    if (logreg_frame_find(frame, c.name) != SIZE_MAX)
        return cli_fail(call, CLI_USAGE, "--at gives '%s' twice", c.name);
    logreg_error err;
    const char *label = *value ? value : NULL;
    double x = NAN;
    if (c.number && label && !cli_number_read(&x, value, strlen(value)))
        return cli_fail(call, CLI_DATA, "--at: '%s' is a number to the model, not '%s'", c.name, value);
    logreg_status status = c.number ? logreg_frame_add_numeric(frame, c.name, &x, 1, 1, &err)
                                    : logreg_frame_add_category(frame, c.name, &label, 1, &err);
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
        if (logreg_frame_find(row, column_at(model, i).name) == SIZE_MAX)
            code =
                cli_fail(call, CLI_DATA, "--at lacks '%s', which the model needs", column_at(model, i).name);
    if (code == CLI_GO_ON)
        *frame = row;
    else
        logreg_frame_free(row);
    return code;
}
