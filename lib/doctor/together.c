/* One command for all that findings have commands for: each of those reads the file as it is, so that who follows two loses what the first did. */
#include "doctor/checkup.h"

#include "csv/mending/together.h"
#include "report/page/pasted.h"

/* What is done while cells are as they stand in the file, and what is done last. The others go in between, in the order of the findings. */
static const char *const first[] = {"merged_cells", "duplicate_rows", "unit_names", NULL};
static const char *const late[] = {"several_answers", "joined_answers", NULL};

static bool is_among(const char *code, const char *const *codes)
{
    while (*codes && strcmp(code, *codes) != 0)
        codes++;
    return *codes;
}

/* Copies the one command of a text to *command, if it has none yet. False: there is another, so that a person must choose. */
static bool take_command(char **command, const char *text, bool *failed)
{
    for (bool start = true; *text; start = *text++ == ' ') {
        size_t n = start ? logreg__pasted_command(text) : 0;
        if (!n)
            continue;
        if (*command && (strlen(*command) != n || strncmp(*command, text, n) != 0))
            return false;
        if (!*command) {
            logreg__text copy = {0};
            logreg__text_add_bytes(&copy, text, n);
            *failed = *failed || copy.failed;
            *command = logreg__text_take(&copy);
        }
        text += n - 1;
    }
    return true;
}

/* Its command in *command, the caller's; NULL: it has none. False: a person must choose, among commands, or between one and values left out. */
static bool command_of(char **command, const logreg_checkup *c, size_t i, bool *failed)
{
    logreg_finding f = logreg_checkup_finding(c, i);
    *command = f.command ? logreg__copy(f.command) : NULL;
    *failed = *failed || (f.command && !*command);
    bool one = take_command(command, f.message, failed) && take_command(command, f.advice, failed) &&
               !(*command && strcmp(f.code, "sentinel") == 0);
    if (!one) {
        free(*command);
        *command = NULL;
    }
    return one;
}

/* Does it join cells that a comma parted, so that those behind them are others? Two columns may tell of one row, each in its own way. */
static bool moves_cells(const char *command)
{
    return command && strstr(command, "splice @F");
}

/* Puts what moves cells into list, if it is one command; else there is a choice, and none of them is left in `of`. */
static size_t gather_moving(char **list, char **of, logreg_checkup *c)
{
    size_t n = 0, at = 0;
    for (size_t i = 0; i < c->n_findings; i++)
        if (moves_cells(of[i])) {
            n += !n || strcmp(of[i], of[at]) != 0;
            at = i;
        }
    c->choices = c->choices || n > 1;
    for (size_t i = 0; i < c->n_findings && n > 1; i++)
        if (moves_cells(of[i])) {
            free(of[i]);
            of[i] = NULL;
        }
    if (n == 1)
        list[0] = of[at];
    return n == 1;
}

/* Adds the commands of findings whose codes are among those, or among neither list. */
static size_t gather(char **list, size_t n, char *const *of, const logreg_checkup *c,
                     const char *const *codes)
{
    for (size_t i = 0; i < c->n_findings; i++) {
        const char *code = c->finding[i].code;
        bool belongs = codes ? is_among(code, codes) : !is_among(code, first) && !is_among(code, late);
        if (of[i] && belongs && !moves_cells(of[i]))
            list[n++] = of[i];
    }
    return n;
}

void logreg__take_together(logreg_checkup *c)
{
    size_t n = 0, all = c->n_findings;
    char **of = logreg__new(2 * all + 1, sizeof *of), **list = of ? of + all : NULL;
    c->failed = c->failed || !of;
    for (size_t i = 0; i < all && !c->failed; i++)
        c->choices = !command_of(&of[i], c, i, &c->failed) || c->choices;
    if (!c->failed) {
        n = gather_moving(list, of, c);
        n = gather(list, n, of, c, first);
        n = gather(list, n, of, c, NULL);
        n = gather(list, n, of, c, late);
        c->failed = !logreg__commands_join(&c->together, (const char *const *)list, n);
    }
    for (size_t i = 0; i < all && of; i++)
        free(of[i]);
    free(of);
}
