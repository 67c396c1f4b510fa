/* logreg doctor FILE */
#include <stdlib.h>

#include <logreg/doctor.h>

#include "commands.h"
#include "input.h"
#include "message.h"
#include "terminal.h"

typedef struct {
    const char *target;
    cli_list exclude, categorical;
    cli_input input;
    bool json;
} doctor;

/* Columns that options name must be there. */
static int check_names(const cli_call *call, const doctor *d, const logreg_frame *frame)
{
    size_t j;
    int code = d->target ? cli_input_column(&j, call, frame, "target", d->target) : CLI_GO_ON;
    for (size_t i = 0; i < d->exclude.n && code == CLI_GO_ON; i++)
        code = cli_input_column(&j, call, frame, "exclude", d->exclude.item[i]);
    return code;
}

static int write(char **text, const cli_call *call, const doctor *d, const logreg_checkup *checkup)
{
    logreg_report_options options = logreg_report_options_default();
    options.colour = call->colour;
    options.ascii = !cli_terminal_utf8();
    options.width = cli_terminal_width();
    logreg_error err;
    logreg_status status = d->json ? logreg_checkup_json(text, checkup, &err)
                                   : logreg_checkup_text(text, checkup, &options, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

static int run(const cli_call *call)
{
    const doctor *d = call->values;
    logreg_frame *frame = NULL;
    logreg_checkup *checkup = NULL;
    char *text = NULL;
    logreg_error err;
    int code = cli_input_read(
        &frame, call, &d->input, call->n_operands ? call->operands[0] : NULL,
        (cli_categories){.name = (const char *const *)d->categorical.item, .n = d->categorical.n}, true);
    if (code == CLI_GO_ON)
        code = check_names(call, d, frame);
    if (code == CLI_GO_ON &&
        logreg_checkup_new(&checkup, frame, d->target, (const char *const *)d->exclude.item, d->exclude.n,
                           &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    if (code == CLI_GO_ON)
        code = write(&text, call, d, checkup);
    if (code == CLI_GO_ON) {
        fputs(text, stdout);
        code = CLI_SOUND;
    }
    free(text);
    logreg_checkup_free(checkup);
    logreg_frame_free(frame);
    return code;
}

#define PLACE(member) offsetof(doctor, member)

static const cli_option model[] = {
    {"target", CLI_TEXT, PLACE(target), .argument = "NAME", .otherwise = "the last column",
     .help = "the column to explain"},
    {"exclude", CLI_LIST, PLACE(exclude), .argument = "NAME,..", .help = "columns to leave out"},
    {"categorical", CLI_LIST, PLACE(categorical), .argument = "NAME,..",
     .help = "columns of numbers to treat as categories"},
    {0}};

static const cli_option output[] = {{"json", CLI_FLAG, PLACE(json), .help = "print JSON instead of text"},
                                    {0}};

static const cli_group groups[] = {
    {"Model", model, 0}, {"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg doctor data.csv",
    "logreg doctor data.csv --target admit --exclude id",
    "logreg doctor @wdbc --json",
    NULL,
};

const cli_command command_doctor = {
    .name = "doctor",
    .summary = "look at a file before a fit: what stops it or misleads",
    .section = "Models",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(doctor),
    .run = run,
};
