#include "advice.h"

#include <string.h>

#include "options.h"

/* What leads to an option, the longest first: with it goes what it is said for. NULL closes the list. */
static const char *const to_categories[] = {"; or, if this column is a category, use ",
                                            ", or, if it is a category, use ",
                                            ", or, if it is a category, ",
                                            ", or, if they differ, use ",
                                            ", or use ",
                                            "; else use ",
                                            ", or ",
                                            NULL};
static const char *const to_exclude[] = {
    ", or, if these are IDs, ", ", and use ", "; then use ", ", ", " ", NULL};

static bool has_option(const cli_command *command, const char *name)
{
    for (const cli_group *g = command ? command->groups : NULL; g && g->title; g++)
        for (const cli_option *o = g->options; o->name; o++)
            if (strcmp(o->name, name) == 0)
                return true;
    return false;
}

/* Do other options name the columns? */
static bool names_columns(const cli_call *call)
{
    return call->command && call->given && (cli_given(call, "formula") || cli_given(call, "features"));
}

/* Behind a word of a shell, and what is said of the file that the option is for. */
static char *behind_word(char *at)
{
    static const char of_mended[] = " of the mended file";
    for (bool quoted = false; *at && (quoted || !strchr(" ;", *at)); at++) {
        if (!quoted && *at == ',' && at[1] == ' ')
            break;
        if (*at == '\\' && at[1])
            at++;
        else if (*at == '\'')
            quoted = !quoted;
    }
    return strncmp(at, of_mended, strlen(of_mended)) == 0 ? at + strlen(of_mended) : at;
}

/* Where the clause begins that ends at `at`; NULL: none of those does. A blank leads behind the value of another option alone: --decimal ',' --exclude row. */
static char *clause_before(const char *const *lead, const char *text, char *at)
{
    for (; *lead; lead++) {
        size_t n = strlen(*lead);
        bool led = (size_t)(at - text) > n && strncmp(at - n, *lead, n) == 0;
        if (led && (n > 1 || at[-2] == '\''))
            return at - n;
    }
    return NULL;
}

static void prune(char *text, const char *option, const char *const *lead)
{
    static const char next[] = ", or ";
    for (char *at = text; (at = strstr(at, option));) {
        char *end = behind_word(at + strlen(option)), *begin = clause_before(lead, text, at);
        if (begin)
            at = begin;
        else if (strncmp(end, next, strlen(next)) == 0) /* Use --categorical x, or --na-values y */
            end += strlen(next);
        else
            end = at += strlen(option);
        memmove(at, end, strlen(end) + 1);
    }
}

void cli_advice_prune(char *text, const cli_call *call)
{
    if (!has_option(call->command, "categorical"))
        prune(text, "--categorical ", to_categories);
    if (names_columns(call) || !has_option(call->command, "exclude"))
        prune(text, "--exclude ", to_exclude);
}
