#include "model_input.h"

#include <stdlib.h>

#include "message.h"

int cli_model_load(logreg_model **model, const cli_call *call)
{
    logreg_error err;
    if (logreg_model_load(model, call->operands[0], &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

int cli_model_rows(logreg_frame **frame, const cli_call *call, const cli_input *input,
                   const logreg_model *model, bool quiet)
{
    size_t n = logreg_model_variables(model), n_categories = 0;
    const char **category = calloc(n + 1, sizeof *category);
    if (!category)
        return cli_fail_memory(call);
    for (size_t i = 0; i < n; i++) {
        logreg_variable variable;
        if (logreg_model_variable(model, i, &variable) == LOGREG_OK && variable.kind == LOGREG_CATEGORY)
            category[n_categories++] = variable.name;
    }
    int code = cli_input_read(frame, call, input, call->n_operands > 1 ? call->operands[1] : NULL, category,
                              n_categories, quiet);
    free(category);
    return code;
}
