/* getopt_long under the tables of command.h. */
#include "options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "terminal.h"
#include "values.h"

static const cli_option general_options[] = {
    {"color", CLI_CHOICE, offsetof(cli_general, color), .argument = "auto|always|never", .initial = "auto",
     .help = "colours; auto: on a terminal, unless NO_COLOR is set or TERM is dumb"},
    {"help", CLI_FLAG, offsetof(cli_general, help), .help = "print this help; also -h"},
    {0}};

const cli_group cli_general_groups[] = {{"General", general_options, 0}, {0}};

/* An option and where its value goes. */
typedef struct {
    const cli_option *option;
    void *place;
} binding;

/* val of getopt's option i; above every character, so that '?' with optopt tells the two apart. */
enum { FIRST = 256 };

static size_t bind_groups(binding *bindings, size_t n, const cli_group *groups, void *values)
{
    for (const cli_group *g = groups; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++, n++)
            if (bindings)
                bindings[n] = (binding){o, (char *)values + g->base + o->place};
    return n;
}

/* All options of the call, its command's first; counts them only where bindings is NULL. */
static size_t bind_all(binding *bindings, cli_call *call)
{
    size_t n = bind_groups(bindings, 0, call->command->groups, call->values);
    return bind_groups(bindings, n, cli_general_groups, &call->general);
}

static int set_defaults(cli_call *call, const binding *bindings, size_t n)
{
    int code = CLI_GO_ON;
    for (size_t i = 0; i < n && code == CLI_GO_ON; i++) {
        cli_value_clear(bindings[i].option, bindings[i].place);
        if (bindings[i].option->initial)
            code = cli_value_set(call, bindings[i].option, bindings[i].place, bindings[i].option->initial);
    }
    return code;
}

static int fail_unknown(const cli_call *call, const binding *bindings, size_t n, const char *word)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
    logreg_nearest near = logreg_nearest_to(name);
    for (size_t i = 0; i < n; i++)
        logreg_nearest_offer(&near, bindings[i].option->name);
    if (near.name)
        return cli_fail(call, CLI_USAGE, "unknown option '--%s'; did you mean '--%s'?", name, near.name);
    return cli_fail(call, CLI_USAGE, "unknown option '--%s'", name);
}

/* What getopt_long's answer c about word means. */
static int take(cli_call *call, const binding *bindings, size_t n, int c, const char *word)
{
    if (c == 'h') {
        call->general.help = true;
        return CLI_GO_ON;
    }
    int seen = c == '?' || c == ':' ? optopt : c;
    for (size_t i = 0; i < n; i++) {
        if (!bindings[i].option->letter || bindings[i].option->letter != seen)
            continue;
        if (c == ':')
            return cli_fail(call, CLI_USAGE, "-%c needs a value: -%c %s", seen, seen,
                            bindings[i].option->argument);
        call->given[i] = true;
        return cli_value_set(call, bindings[i].option, bindings[i].place, optarg);
    }
    if (seen > 0 && seen < FIRST)
        return cli_fail(call, CLI_USAGE, "unknown option '-%c'", seen);
    const binding *b = seen ? &bindings[seen - FIRST] : NULL;
    size_t length = strcspn(word + 2, "=");
    if (!b || strlen(b->option->name) != length)
        return fail_unknown(call, bindings, n, word);
    if (c == ':')
        return cli_fail(call, CLI_USAGE, "--%s needs a value: --%s %s", b->option->name, b->option->name,
                        b->option->argument ? b->option->argument : "NAME");
    if (c == '?')
        return cli_fail(call, CLI_USAGE, "--%s takes no value", b->option->name);
    call->given[seen - FIRST] = true;
    if (!optarg && b->option->bare)
        return cli_value_set(call, b->option, b->place, b->option->bare);
    return cli_value_set(call, b->option, b->place, optarg);
}

/* A word that is no option: a file, the "-" of standard input, a negative number. */
static bool is_operand(const char *word)
{
    return word[0] != '-' || word[1] == '\0' || word[1] == '.' || (word[1] >= '0' && word[1] <= '9');
}

static int parse(cli_call *call, const binding *bindings, size_t n, const struct option *names, int argc,
                 char **argv)
{
    size_t used = 0;
    char **operands = argv + 1; /* moved to the front, over words already read */
    char letters[64] = "+:h", *end = letters + strlen(letters);
    for (size_t i = 0; i < n; i++)
        if (bindings[i].option->letter && end < letters + sizeof letters - 3) {
            *end++ = bindings[i].option->letter;
            *end++ = ':';
            *end = '\0';
        }
    opterr = 0;
    while (optind < argc) {
        char *word = argv[optind];
        if (is_operand(word)) {
            operands[used++] = word;
            optind++;
            continue;
        }
        int c = getopt_long(argc, argv, letters, names, NULL);
        if (c == -1)
            break;
        int code = take(call, bindings, n, c, word);
        if (code != CLI_GO_ON)
            return code;
    }
    while (optind < argc)
        operands[used++] = argv[optind++];
    call->operands = operands;
    call->n_operands = used;
    return CLI_GO_ON;
}

static bool is_choice(const cli_option *option, const char *word)
{
    char buffer[CLI_CHOICE_SIZE];
    const char *choice;
    for (size_t i = 0; (choice = cli_choice(option, i, buffer)); i++)
        if (strcmp(choice, word) == 0)
            return true;
    return false;
}

/* A word too many; perhaps the value of an option that takes it after '=' alone. */
static int fail_surplus(const cli_call *call)
{
    for (const cli_group *g = call->command->groups; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++)
            for (size_t i = 0; o->bare && i < call->n_operands; i++)
                if (cli_given(call, o->name) && is_choice(o, call->operands[i]))
                    return cli_fail(call, CLI_USAGE, "unexpected argument '%s'; write --%s=%s",
                                    call->operands[i], o->name, call->operands[i]);
    return cli_fail(call, CLI_USAGE, "unexpected argument '%s'", call->operands[call->command->max_operands]);
}

static int check_operands(const cli_call *call)
{
    const cli_command *command = call->command;
    if (call->n_operands < command->min_operands)
        return cli_fail(call, CLI_USAGE, "something is missing; usage: logreg %s [OPTION]... %s",
                        command->name, command->operands);
    if (call->n_operands > command->max_operands)
        return fail_surplus(call);
    return CLI_GO_ON;
}

static int argument_of(const cli_option *option)
{
    return option->kind == CLI_FLAG ? no_argument : option->bare ? optional_argument : required_argument;
}

int cli_options_parse(cli_call *call, int argc, char **argv)
{
    call->values = calloc(1, call->command->size ? call->command->size : 1);
    size_t n = bind_all(NULL, call);
    call->given = calloc(n, sizeof *call->given);
    binding *bindings = calloc(n, sizeof *bindings);
    struct option *names = calloc(n + 1, sizeof *names);
    int code = CLI_GO_ON;
    if (!call->values || !call->given || !bindings || !names) {
        code = cli_fail_memory(call);
    } else {
        bind_all(bindings, call);
        for (size_t i = 0; i < n; i++)
            names[i] = (struct option){bindings[i].option->name, argument_of(bindings[i].option), NULL,
                                       FIRST + (int)i};
        code = set_defaults(call, bindings, n);
    }
    if (code == CLI_GO_ON)
        code = parse(call, bindings, n, names, argc, argv);
    if (code == CLI_GO_ON) {
        call->colour = cli_terminal_colour(call->general.color);
        code = call->general.help ? CLI_GO_ON : check_operands(call);
    }
    free(names);
    free(bindings);
    return code;
}

bool cli_given(const cli_call *call, const char *name)
{
    size_t i = 0;
    for (const cli_group *g = call->command->groups; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++, i++)
            if (strcmp(o->name, name) == 0)
                return call->given[i];
    return false;
}

void cli_options_release(cli_call *call)
{
    for (const cli_group *g = call->values ? call->command->groups : NULL; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++)
            cli_value_free(o, (char *)call->values + g->base + o->place);
    free(call->values);
    free(call->given);
    call->values = NULL;
    call->given = NULL;
}
