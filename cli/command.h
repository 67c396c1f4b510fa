/* What a command of the program is: one const struct with a table of options. Parsing, help and did-you-mean all come
 * from the table, so an option is added by one row and one member.
 *
 *     struct greet { const char *name; bool loud; };
 *     static const cli_option options[] = {
 *         {"name", CLI_TEXT, offsetof(struct greet, name), .argument = "WHO", .help = "whom to greet"},
 *         {"loud", CLI_FLAG, offsetof(struct greet, loud), .help = "in capitals"},
 *         {0}};
 *     static const cli_group groups[] = {{"Greeting", options, 0}, {0}};
 *     static int run(const cli_call *call) { const struct greet *g = call->values; ... return CLI_SOUND; }
 *     const cli_command command_greet = {"greet", "say hello", .run = run, ...};
 *
 * A command prints on standard output only when all that can fail has succeeded; main flushes, closes and checks it.
 * LC_NUMERIC stays "C": strtod and printf speak one language. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Exit codes; they are part of the program's contract (docs/cli.md). */
enum {
    CLI_SOUND = 0,    /* what was asked for */
    CLI_DATA = 1,     /* the data or the model will not do; nothing was printed */
    CLI_USAGE = 2,    /* the command line makes no sense */
    CLI_IO = 3,       /* reading or writing failed */
    CLI_UNSOUND = 4,  /* printed, but not the finite optimum of what was asked for */
    CLI_CLOSED = 141, /* the reader of a pipe went away */
    CLI_GO_ON = -1    /* no exit code yet */
};

/* Kinds of options, and the member of the command's struct that receives the value. */
typedef enum {
    CLI_FLAG,    /* bool: takes no value */
    CLI_TEXT,    /* const char *, NULL if not given */
    CLI_CHOICE,  /* const char *: one of the names in `argument` ("a|b|c") or `choices`, NULL if not given */
    CLI_NUMBER,  /* double, NaN if not given */
    CLI_INTEGER, /* uint64_t, 0 if not given */
    CLI_LIST,    /* cli_list: a,b,"c,d"; given again it grows */
    CLI_TEXTS,   /* cli_list: a text as it is; given again another */
    CLI_NUMBERS  /* cli_numbers: 0.5,-1,2 */
} cli_kind;

typedef struct {
    char **item;
    size_t n;
} cli_list;

typedef struct {
    double *value;
    size_t n;
} cli_numbers;

typedef struct {
    const char *name; /* without dashes; NULL closes the table */
    cli_kind kind;
    size_t place;         /* offsetof the member in the group's struct */
    const char *argument; /* placeholder in help, such as "NAME" */
    const char *initial;  /* the value if not given, parsed as if given, shown in brackets; NULL: none */
    const char
        *bare; /* a value that need not be given: what --name alone stands for; only =VALUE gives another */
    const char *otherwise; /* what happens if not given, in words, shown in brackets instead */
    const char *range;     /* of numbers and integers, as "(0, 1)" or "[1, inf)"; NULL: any */
    const char *beyond; /* what to do instead of asking for a number that is none or out of range, or NULL */
    const char *(*choices)(
        size_t i); /* names of a CLI_CHOICE that a table of the library knows; NULL past the last */
    const char *(*about)(size_t i); /* a line of help for each of them, or NULL */
    const char *(*elsewhere)(
        const char *text); /* the command that knows a choice which is none here, or NULL */
    const char *help;
    char letter; /* of a short form that takes a value too, as -o; 0: none */
} cli_option;

/* Options under one heading of the help. A table can be shared between commands: base is where its struct
 * stands within the command's. */
typedef struct {
    const char *title; /* NULL closes the list */
    const cli_option *options;
    size_t base;
} cli_group;

typedef struct cli_call cli_call;

typedef struct {
    const char *name;
    const char *summary;  /* one line, for the list of commands */
    const char *section;  /* heading it stands under in that list */
    const char *operands; /* in the usage line, such as "MODEL [FILE]" */
    size_t min_operands, max_operands;
    const char *const *examples;      /* lines of help, closed by NULL */
    const cli_group *groups;          /* closed by a NULL title; NULL: no options of its own */
    size_t size;                      /* of the struct that receives the values */
    int (*run)(const cli_call *call); /* returns an exit code */
} cli_command;

/* Options that every command has. */
typedef struct {
    bool help;
    const char *color;
} cli_general;

/* A command with its options filled in. */
struct cli_call {
    const cli_command *command; /* NULL: the program itself */
    void *values;               /* the command's struct, read through a const pointer */
    char *const *operands;
    size_t n_operands;
    cli_general general;
    bool *given; /* which options stand on the command line, in the order of the tables; see cli_given */
    bool colour; /* standard output takes colours */
};

/* All commands in the order of the help, closed by NULL; stands in main.c. */
extern const cli_command *const cli_commands[];

/* The command of that name, or NULL after an error with the nearest name; also in main.c. */
const cli_command *cli_command_find(const cli_call *call, const char *name);

#endif
