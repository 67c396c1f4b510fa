/* logreg calc NUMBER... */
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "odds.h"

typedef struct {
    const char *from;
} values;

enum { SCALES = 3 };

static const char *const heading[SCALES] = {"probability", "odds", "logit"};

/* Three cells a row, to the right of their columns. */
static void print_row(const cli_call *call, const char *const cell[SCALES], const int width[SCALES],
                      bool bold)
{
    const char *begin = bold && call->colour ? "\033[1m" : "", *end = *begin ? "\033[0m" : "";
    for (int s = 0; s < SCALES; s++)
        printf("%s%s%*s%s", s ? "  " : "", begin, width[s], cell[s], end);
    putchar('\n');
}

static void print_table(const cli_call *call, const cli_odds *row)
{
    char text[SCALES][CLI_ODDS_SIZE];
    int width[SCALES];
    for (int s = 0; s < SCALES; s++) {
        width[s] = (int)strlen(heading[s]);
        for (size_t i = 0; i < call->n_operands; i++) {
            int n = (int)strlen(cli_odds_text(text[s], &row[i], (cli_odds_scale)s));
            width[s] = n > width[s] ? n : width[s];
        }
    }
    print_row(call, heading, width, true);
    for (size_t i = 0; i < call->n_operands; i++) {
        const char *cell[SCALES];
        for (int s = 0; s < SCALES; s++)
            cell[s] = cli_odds_text(text[s], &row[i], (cli_odds_scale)s);
        print_row(call, cell, width, false);
    }
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    cli_odds_scale scale = strcmp(v->from, "p") == 0      ? CLI_FROM_P
                           : strcmp(v->from, "odds") == 0 ? CLI_FROM_ODDS
                                                          : CLI_FROM_LOGIT;
    cli_odds *row = calloc(call->n_operands, sizeof *row);
    if (!row)
        return cli_fail_memory(call);
    int code = CLI_SOUND;
    for (size_t i = 0; i < call->n_operands && code == CLI_SOUND; i++) {
        const char *wrong = cli_odds_read(&row[i], scale, call->operands[i]);
        if (wrong)
            code = cli_fail(call, CLI_USAGE, "'%s' %s", call->operands[i], wrong);
    }
    if (code == CLI_SOUND)
        print_table(call, row);
    free(row);
    return code;
}

static const cli_option options[] = {
    {"from", CLI_CHOICE, offsetof(values, from), .argument = "p|odds|logit", .initial = "p",
     .help = "what the numbers are: probabilities (0.8 or 80%), odds, or log-odds"},
    {0}};

static const cli_group groups[] = {{"Numbers", options, 0}, {0}};

static const char *const examples[] = {
    "logreg calc 0.8 25%",
    "logreg calc --from odds 4",
    "logreg calc --from logit -1.5 40",
    NULL,
};

const cli_command command_calc = {
    .name = "calc",
    .summary = "probability, odds and log-odds side by side",
    .section = "Classroom",
    .operands = "NUMBER...",
    .min_operands = 1,
    .max_operands = SIZE_MAX,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
