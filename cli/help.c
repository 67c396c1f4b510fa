#include "help.h"

#include <stdlib.h>
#include <string.h>

#include <logreg/base.h>

#include "options.h"
#include "values.h"

/* Where texts begin: those of options, and of commands. */
enum { WIDTH = 80, COLUMN = 30, NARROW = 24 };

static void heading(FILE *out, const char *text, bool colour)
{
    fprintf(out, "\n%s%s:%s\n", colour ? "\033[1m" : "", text, colour ? "\033[0m" : "");
}

/* Writes words from the given column on, wrapped, each further line hanging below. */
static void wrap(FILE *out, const char *text, int column, int indent)
{
    while (*text) {
        size_t n = strcspn(text, " ");
        if (column > indent && column + 1 + (int)n > WIDTH) {
            fprintf(out, "\n%*s", indent, "");
            column = indent;
        }
        column += fprintf(out, "%s%.*s", column > indent ? " " : "", (int)n, text);
        text += n + (text[n] == ' ');
    }
    fputc('\n', out);
}

/* A name of a list, and from the given column on what is said about it. */
static void entry(FILE *out, const char *name, const char *text, int column)
{
    int used = fprintf(out, "  %s", name);
    if (used > column - 2) {
        fputc('\n', out);
        used = 0;
    }
    fprintf(out, "%*s", column - used, "");
    wrap(out, text, column, column);
}

static void write_option(FILE *out, const cli_option *o)
{
    char name[256], text[1024], buffer[CLI_CHOICE_SIZE];
    size_t used = (size_t)snprintf(name, sizeof name, "--%s", o->name);
    const char *choice;
    if (o->argument)
        snprintf(name + used, sizeof name - used, o->bare ? "[=%s]" : " %s", o->argument);
    else
        for (size_t i = 0; o->choices && used < sizeof name && (choice = cli_choice(o, i, buffer)); i++)
            used += (size_t)snprintf(name + used, sizeof name - used, "%c%s", i ? '|' : ' ', choice);
    const char *initial = o->otherwise ? o->otherwise : o->initial;
    snprintf(text, sizeof text, "%s%s%s%s", o->help, initial ? " [" : "", initial ? initial : "",
             initial ? "]" : "");
    entry(out, name, text, COLUMN);
    for (size_t i = 0; o->about && (choice = cli_choice(o, i, buffer)); i++) {
        snprintf(text, sizeof text, "%s: %s", choice, o->about(i));
        fprintf(out, "%*s", COLUMN + 2, "");
        wrap(out, text, COLUMN + 2, COLUMN + 4);
    }
}

static void write_groups(FILE *out, const cli_group *groups, bool colour)
{
    for (const cli_group *g = groups; g && g->title; g++) {
        heading(out, g->title, colour);
        for (const cli_option *o = g->options; o->name; o++)
            write_option(out, o);
    }
}

void cli_help_short(FILE *out, const cli_command *command, bool colour)
{
    fprintf(out, "logreg %s - %s\n", command->name, command->summary);
    heading(out, "Examples", colour);
    for (const char *const *line = command->examples; *line; line++)
        fprintf(out, "  %s\n", *line);
    heading(out, "Usage", colour);
    fprintf(out, "  logreg %s [OPTION]...%s%s\n", command->name, *command->operands ? " " : "",
            command->operands);
}

void cli_help_command(FILE *out, const cli_command *command, bool colour)
{
    cli_help_short(out, command, colour);
    write_groups(out, command->groups, colour);
    write_groups(out, cli_general_groups, colour);
}

/* Whether an earlier command stands in the same section. */
static bool section_is_old(const cli_command *const *at)
{
    for (const cli_command *const *c = cli_commands; c < at; c++)
        if (strcmp((*c)->section, (*at)->section) == 0)
            return true;
    return false;
}

void cli_help_program(FILE *out, bool colour)
{
    fprintf(out, "logreg %s - logistic regression: fit, inference, prediction\n", logreg_version());
    heading(out, "Examples", colour);
    for (const cli_command *const *c = cli_commands; *c; c++)
        fprintf(out, "  %s\n", (*c)->examples[0]);
    for (const cli_command *const *at = cli_commands; *at; at++) {
        if (section_is_old(at))
            continue;
        heading(out, (*at)->section, colour);
        for (const cli_command *const *c = at; *c; c++)
            if (strcmp((*c)->section, (*at)->section) == 0)
                entry(out, (*c)->name, (*c)->summary, NARROW);
    }
    fputs("\n'logreg help COMMAND' tells a command's options; 'logreg --version' the version.\n", out);
}
