#include "advice.h"

#include <string.h>

static const char option[] = "--categorical ";

static bool has_option(const cli_command *command, const char *name)
{
    for (const cli_group *g = command ? command->groups : NULL; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++)
            if (strcmp(o->name, name) == 0)
                return true;
    return false;
}

/* Behind a word of a shell, and what is said of the file that the option is for. */
static char *behind_word(char *at)
{
    static const char of_mended[] = " of the mended file";
    for (bool quoted = false; *at && (quoted || !strchr(" ;,", *at)); at++) {
        if (*at == '\\' && at[1])
            at++;
        else if (*at == '\'')
            quoted = !quoted;
    }
    return strncmp(at, of_mended, strlen(of_mended)) == 0 ? at + strlen(of_mended) : at;
}

/* Where the clause begins that ends at `at`: its place among those that lead to the option, the longest first. NULL: none does. */
static char *clause_before(char *text, char *at)
{
    static const char *const leads[] = {", or, if it is a category, use ",
                                        ", or, if it is a category, ",
                                        ", or, if they differ, use ",
                                        ", or use ",
                                        "; else use ",
                                        ", or "};
    for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) {
        size_t n = strlen(leads[k]);
        if ((size_t)(at - text) >= n && strncmp(at - n, leads[k], n) == 0)
            return at - n;
    }
    return NULL;
}

void cli_advice_prune(char *text, const cli_command *command)
{
    static const char next[] = ", or ";
    if (has_option(command, "categorical"))
        return;
    for (char *at = text; (at = strstr(at, option));) {
        char *end = behind_word(at + strlen(option)), *begin = clause_before(text, at);
        if (begin)
            at = begin;
        else if (strncmp(end, next, strlen(next)) == 0) /* Use --categorical x, or --na-values y */
            end += strlen(next);
        else
            end = at += strlen(option);
        memmove(at, end, strlen(end) + 1);
    }
}
