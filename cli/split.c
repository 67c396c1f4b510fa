/* logreg split FILE */
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>
#include <logreg/sparse.h>

#include "commands.h"
#include "input.h"
#include "message.h"
#include "outputs.h"

typedef struct {
    const char *target;
    double test_size;
    uint64_t seed;
    cli_input input;
    const char *train, *test;
    bool quiet;
} values;

/* What is read, and the parts. */
typedef struct {
    const values *v;
    logreg_split *split;
} work;

/* options: NULL of svmlight files. */
static int read_rows(void *to, const cli_call *call, FILE *stream, const char *name,
                     const logreg_csv_options *options)
{
    work *w = to;
    logreg_error err;
    logreg_split_options how = {
        .target = w->v->target, .test_size = w->v->test_size, .random_state = w->v->seed};
    logreg_svmlight_options sparse = logreg_svmlight_options_default();
    sparse.zero_based = w->v->input.zero_based;
    logreg_status status = options
                               ? logreg_split_csv_stream(&w->split, stream, name, options, &how, &err)
                               : logreg_split_svmlight_stream(&w->split, stream, name, &sparse, &how, &err);
    return status == LOGREG_OK ? CLI_GO_ON : cli_fail_error(call, &err);
}

enum { CLASSES_TOLD = 3 }; /* one by one; of more, how many there are */

static bool is_in_both(const logreg_split *split, size_t k)
{
    return logreg_split_count(split, k, false) && logreg_split_count(split, k, true);
}

/* A class that is not in both parts. */
static void tell_class(const cli_call *call, const logreg_split *split, size_t k)
{
    size_t train = logreg_split_count(split, k, false), test = logreg_split_count(split, k, true);
    const char *name = logreg_split_class(split, k);
    cli_note(call, "no row of %s%s%s is in the %s part: there %s %zu of them", name ? "'" : "",
             name ? name : "missing values", name ? "'" : "", train ? "test" : "training",
             train + test == 1 ? "is only" : "are", train + test);
}

static void tell_classes(const cli_call *call, const logreg_split *split)
{
    size_t n = 0;
    for (size_t k = 0; k < logreg_split_classes(split); k++)
        if (!is_in_both(split, k) && ++n <= CLASSES_TOLD)
            tell_class(call, split, k);
    if (n > CLASSES_TOLD)
        cli_note(call, "%zu more of the %zu classes are not in both parts: --target wants a column of few classes",
                 n - CLASSES_TOLD, logreg_split_classes(split));
}

static void print_row(const char *name, size_t train, size_t test)
{
    printf("%10zu %10zu  %s\n", train, test, name);
}

/* Rows of both parts, and of each class. Labels may hold what a terminal would obey. */
static int print(const cli_call *call, const logreg_split *split)
{
    size_t K = logreg_split_classes(split);
    char **label = calloc(K + 1, sizeof *label);
    bool ok = label != NULL;
    for (size_t k = 0; ok && k < K; k++) {
        const char *name = logreg_split_class(split, k);
        ok = asprintf(&label[k], "%s", name ? name : "(missing)") >= 0;
        if (ok)
            cli_clean(label[k]);
    }
    if (ok) {
        printf("%10s %10s\n", "train", "test");
        print_row("rows", logreg_split_rows(split, false), logreg_split_rows(split, true));
    }
    for (size_t k = 0; ok && k < K; k++)
        print_row(label[k], logreg_split_count(split, k, false), logreg_split_count(split, k, true));
    for (size_t k = 0; label && k < K; k++)
        free(label[k]);
    free(label);
    return ok ? CLI_SOUND : cli_fail_memory(call);
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    work w = {.v = v};
    logreg_error err;
    const char *file = call->n_operands ? call->operands[0] : NULL;
    bool sparse = cli_input_sparse(&v->input, file);
    const char *train = v->train ? v->train : sparse ? "train.svm" : "train.csv";
    const char *test = v->test ? v->test : sparse ? "test.svm" : "test.csv";
    const cli_output written[] = {{"train", train}, {"test", test}, {"rejects", v->input.rejects}};
    int code = cli_outputs_differ(call, written, sizeof written / sizeof *written);
    if (code == CLI_GO_ON)
        code = sparse ? cli_input_open_sparse(call, &v->input, file, read_rows, &w)
                      : cli_input_open(call, &v->input, file, (cli_categories){.n = 0}, read_rows, &w);
    if (code == CLI_GO_ON && logreg_split_write(w.split, train, test, &err) != LOGREG_OK)
        code = cli_fail_error(call, &err);
    if (code == CLI_GO_ON && !v->quiet && !sparse) {
        const char *first;
        size_t rejected = logreg_split_rejected(w.split, &first);
        cli_input_tell_delimiter(call, &v->input, logreg_split_delimiter(w.split));
        cli_input_tell_rejected(call, &v->input, rejected, first);
    }
    if (code == CLI_GO_ON && !v->quiet)
        tell_classes(call, w.split);
    if (code == CLI_GO_ON)
        code = print(call, w.split);
    logreg_split_free(w.split);
    return code;
}

#define PLACE(member) offsetof(values, member)

static const cli_option rows[] = {
    {"target", CLI_TEXT, PLACE(target), .argument = "NAME", .otherwise = "rows are drawn from all alike",
     .help = "the column whose values both parts hold in the same shares"},
    {"test-size", CLI_NUMBER, PLACE(test_size), .argument = "X", .range = "(0, inf)", .initial = "0.25",
     .help = "the test part: a share of the rows, below 1, or a number of rows"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .initial = "0",
     .help = "the same seed gives the same parts, on every machine"},
    {0}};

static const cli_option output[] = {
    {"train", CLI_TEXT, PLACE(train), .argument = "FILE",
     .otherwise = "train.csv; of svmlight files train.svm", .help = "where the rows to train on go"},
    {"test", CLI_TEXT, PLACE(test), .argument = "FILE", .otherwise = "test.csv; of svmlight files test.svm",
     .help = "where the rows to test on go"},
    {"quiet", CLI_FLAG, PLACE(quiet), .help = "no notes on standard error"},
    {0}};

static const cli_group groups[] = {
    {"Rows", rows, 0}, {"Reading", cli_input_options, PLACE(input)}, {"Output", output, 0}, {0}};

static const char *const examples[] = {
    "logreg split data.csv --target admit --seed 1",
    "logreg split data.csv --test-size 0.1 --train fit.csv --test held-out.csv",
    "logreg split @iris --target species --test-size 30",
    "logreg split rows.svm --target y --train fit.svm --test held-out.svm",
    NULL,
};

const cli_command command_split = {
    .name = "split",
    .summary = "part a file into rows to train on and rows to test on",
    .section = "Data",
    .operands = "FILE",
    .max_operands = 1,
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
