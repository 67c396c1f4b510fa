/* logreg compare MODEL... */
#include <stdint.h>
#include <stdlib.h>

#include <logreg/inference.h>
#include <logreg/report.h>

#include "commands.h"
#include "describe.h"
#include "message.h"
#include "model_input.h"
#include "terminal.h"

typedef struct {
    bool json;
} values;

#define PLACE(member) offsetof(values, member)

static int describe(char **text, const cli_call *call, const logreg_comparison *c, size_t n)
{
    const values *v = call->values;
    logreg_error err;
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    const char *const *name = (const char *const *)call->operands;
    logreg_status status = v->json ? logreg_report_comparison_json(text, c, n, name, &options, &err)
                                   : logreg_report_comparison(text, c, n, name, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int compare(const cli_call *call, logreg_model **model, logreg_comparison *c, size_t n)
{
    char *text = NULL;
    logreg_error err;
    int code = CLI_GO_ON;
    for (size_t i = 0; code == CLI_GO_ON && i < n; i++)
        code = cli_model_load_from(&model[i], call, call->operands[i]);
    if (code == CLI_GO_ON && logreg_compare(c, (const logreg_model *const *)model, n, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    if (code == CLI_GO_ON)
        code = describe(&text, call, c, n);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
        for (size_t i = 0; i < n; i++)
            code = cli_describe_code(model[i]) == CLI_SOUND ? code : CLI_UNSOUND;
    }
    free(text);
    return code;
}

static int run(const cli_call *call)
{
    size_t n = (size_t)call->n_operands;
    logreg_model **model = calloc(n, sizeof *model);
    logreg_comparison *c = calloc(n, sizeof *c);
    int code = model && c ? compare(call, model, c, n) : cli_fail_memory(call);
    for (size_t i = 0; model && i < n; i++)
        logreg_model_free(model[i]);
    free(model);
    free(c);
    return code;
}

static const cli_option output[] = {{"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
                                    {0}};

static const cli_group groups[] = {{"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg compare small.json large.json",
    "logreg compare *.json --json",
    NULL,
};

const cli_command command_compare = {
    .name = "compare",
    .summary = "models of the same rows side by side: likelihood-ratio tests, AIC, BIC",
    .section = "Models",
    .operands = "MODEL...",
    .min_operands = 2,
    .max_operands = SIZE_MAX,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
