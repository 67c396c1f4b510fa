/* The program: a table of commands, and what happens before and after one runs. */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <gsl/gsl_errno.h>

#include <logreg/base.h>

#include "commands.h"
#include "help.h"
#include "message.h"
#include "options.h"
#include "terminal.h"

const cli_command *const cli_commands[] = {
    &command_doctor,
    &command_fit,
    &command_predict,
    &command_evaluate,
    &command_effects,
    &command_show,
    &command_compare,
    &command_path,
    &command_plot,
    &command_learning_curve,
    &command_split,
    &command_make_classification,
    &command_demo,
    &command_calc,
    &command_help,
    NULL,
};

const cli_command *cli_command_find(const cli_call *call, const char *name)
{
    logreg_nearest near = logreg_nearest_to(name);
    for (const cli_command *const *c = cli_commands; *c; c++) {
        if (strcmp((*c)->name, name) == 0)
            return *c;
        logreg_nearest_offer(&near, (*c)->name);
    }
    if (near.name)
        cli_fail(call, CLI_USAGE, "unknown command '%s'; did you mean '%s'?", name, near.name);
    else
        cli_fail(call, CLI_USAGE, "unknown command '%s'", name);
    return NULL;
}

/* The reader of a pipe went away: nobody is left to write for. */
static void pipe_closed(int signal_number)
{
    (void)signal_number;
    _exit(CLI_CLOSED);
}

static void prepare(void)
{
    /* A file opened later must not take the place of a closed standard stream. /dev/null is opened so that
     * reading works as an empty file and writing fails. */
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            (void)!open("/dev/null", O_RDONLY);
    struct sigaction action = {.sa_handler = pipe_closed};
    sigaction(SIGPIPE, &action, NULL);
    action.sa_handler = SIG_IGN; /* a file that would grow beyond its limit (ulimit -f) is a write that fails, which is told */
    sigaction(SIGXFSZ, &action, NULL);
    setlocale(LC_CTYPE, "");
    gsl_set_error_handler_off();
    /* OpenBLAS reads it when the first large matrix loads it. Its threads would turn round and round beside those of the fold. */
    setenv("OPENBLAS_NUM_THREADS", "1", 0);
    static char buffer[1 << 16];
    if (!isatty(STDOUT_FILENO))
        setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
}

static int dispatch(int argc, char **argv)
{
    cli_call call = {.colour = cli_terminal_colour("auto")};
    if (argc < 2) {
        cli_help_program(stderr, false);
        return CLI_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("logreg %s\n", logreg_version());
        return CLI_SOUND;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        cli_help_program(stdout, call.colour);
        return CLI_SOUND;
    }
    if (argv[1][0] == '-')
        return cli_fail(&call, CLI_USAGE, "unknown option '%s'; the command comes first", argv[1]);
    call.command = cli_command_find(&call, argv[1]);
    if (!call.command)
        return CLI_USAGE;
    int code = cli_options_parse(&call, argc - 1, argv + 1);
    if (code == CLI_GO_ON && call.general.help) {
        cli_help_command(stdout, call.command, call.colour);
        code = CLI_SOUND;
    }
    if (code == CLI_GO_ON)
        code = call.command->run(&call);
    cli_options_release(&call);
    return code;
}

/* What was printed counts only when it has arrived. */
static int finish(int code)
{
    errno = 0;
    bool failed = ferror(stdout) != 0;
    failed |= fclose(stdout) != 0;
    if (!failed)
        return code;
    return cli_fail(&(cli_call){0}, CLI_IO, "cannot write to standard output%s%s", errno ? ": " : "",
                    errno ? strerror(errno) : "");
}

int main(int argc, char **argv)
{
    prepare();
    return finish(dispatch(argc, argv));
}
