/* logreg help [COMMAND] */
#include "commands.h"

#include "help.h"

static int run(const cli_call *call)
{
    if (call->n_operands == 0) {
        cli_help_program(stdout, call->colour);
        return CLI_SOUND;
    }
    const cli_command *command = cli_command_find(call, call->operands[0]);
    if (!command)
        return CLI_USAGE;
    cli_help_command(stdout, command, call->colour);
    return CLI_SOUND;
}

static const char *const examples[] = {"logreg help", "logreg help help", NULL};

const cli_command command_help = {
    .name = "help",
    .summary = "this overview, or all options of a command",
    .section = "Help",
    .operands = "[COMMAND]",
    .max_operands = 1,
    .examples = examples,
    .run = run,
};
