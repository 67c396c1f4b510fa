/* logreg make-classification */
#include <stdlib.h>
#include <string.h>

#include <logreg/data.h>

#include "commands.h"
#include "csv.h"
#include "message.h"
#include "options.h"
#include "values.h"

typedef struct {
    uint64_t n_samples, n_features, n_informative, n_redundant, n_repeated, n_classes, n_clusters_per_class;
    cli_numbers weights, coefficients;
    double flip_y, class_sep;
    const char *shift, *scale, *format;
    bool no_hypercube, no_shuffle;
    uint64_t seed;
} values;

#define PLACE(member) offsetof(values, member)

static const cli_option shape[] = {
    {"n-samples", CLI_INTEGER, PLACE(n_samples), .argument = "N", .initial = "100", .range = "[1, inf)",
     .help = "rows"},
    {"n-features", CLI_INTEGER, PLACE(n_features), .argument = "N", .initial = "20", .range = "[1, inf)",
     .help = "columns besides y; those that are none of the following three are noise"},
    {"n-informative", CLI_INTEGER, PLACE(n_informative), .argument = "N", .initial = "2", .range = "[1, inf)",
     .help = "features that the clusters live in"},
    {"n-redundant", CLI_INTEGER, PLACE(n_redundant), .argument = "N", .initial = "2",
     .help = "random linear combinations of the informative features"},
    {"n-repeated", CLI_INTEGER, PLACE(n_repeated), .argument = "N", .initial = "0",
     .help = "copies of informative and redundant features"},
    {"n-classes", CLI_INTEGER, PLACE(n_classes), .argument = "N", .initial = "2", .range = "[1, inf)",
     .help = "values of y: 0, 1, .."},
    {"n-clusters-per-class", CLI_INTEGER, PLACE(n_clusters_per_class), .argument = "N", .initial = "2",
     .range = "[1, inf)", .help = "clusters that make up a class"},
    {"weights", CLI_NUMBERS, PLACE(weights), .argument = "SHARE,..", .otherwise = "equal shares",
     .help = "share of each class in the rows; without the last, that gets the rest"},
    {0}};

static const cli_option difficulty[] = {
    {"class-sep", CLI_NUMBER, PLACE(class_sep), .argument = "X", .initial = "1", .range = "[0, inf)",
     .help = "half the side of the hypercube on whose vertices the clusters lie"},
    {"flip-y", CLI_NUMBER, PLACE(flip_y), .argument = "X", .initial = "0.01", .range = "[0, 1]",
     .help = "share of the labels that are drawn anew, from all classes"},
    {"no-hypercube", CLI_FLAG, PLACE(no_hypercube), .help = "clusters on vertices of a random polytope"},
    {"shift", CLI_TEXT, PLACE(shift), .argument = "X,..|random", .initial = "0",
     .help = "added to the features: one number for all, one each, or random ones up to --class-sep"},
    {"scale", CLI_TEXT, PLACE(scale), .argument = "X,..|random", .initial = "1",
     .help = "factor of the features, after the shift; random: from 1 to 100"},
    {0}};

static const cli_option known[] = {
    {"coefficients", CLI_NUMBERS, PLACE(coefficients), .argument = "B0,B1,..",
     .help = "draw from this logistic model instead, the intercept first: normal features, y 0 or 1"},
    {0}};

static const cli_option output[] = {
    {"no-shuffle", CLI_FLAG, PLACE(no_shuffle),
     .help = "rows by cluster; columns informative, redundant, repeated, noise"},
    {"format", CLI_CHOICE, PLACE(format), .argument = "csv|svmlight", .initial = "csv",
     .help = "how rows are written"},
    {"seed", CLI_INTEGER, PLACE(seed), .argument = "N", .initial = "0",
     .help = "the same seed gives the same data, on every machine"},
    {0}};

static const cli_group groups[] = {{"Shape", shape, 0},
                                   {"Difficulty", difficulty, 0},
                                   {"A known model", known, 0},
                                   {"Output", output, 0},
                                   {0}};

/* Whether the n letters at text spell an option as the library does: n_samples for --n-samples. */
static bool is_option(const char *text, size_t n)
{
    for (const cli_group *g = groups; g->title; g++)
        for (const cli_option *o = g->options; o->name; o++) {
            size_t i = 0;
            while (i < n && o->name[i] == (text[i] == '_' ? '-' : text[i]))
                i++;
            if (i == n && !o->name[n])
                return true;
        }
    return false;
}

/* The library's sentence about its parameters, with the names of our options. */
static int fail_parameters(const cli_call *call, const logreg_error *err)
{
    char text[3 * LOGREG_MESSAGE_SIZE];
    size_t used = 0, n;
    for (const char *from = err->message; *from; from += n) {
        n = strspn(from, "abcdefghijklmnopqrstuvwxyz_");
        bool option = n && is_option(from, n);
        n = n ? n : 1;
        char *word = text + used;
        used += (size_t)snprintf(word, sizeof text - used, "%s%.*s", option ? "--" : "", (int)n, from);
        for (; option && *word; word++)
            *word = *word == '_' ? '-' : *word;
    }
    return cli_fail(call, err->status == LOGREG_EINVAL ? CLI_USAGE : CLI_DATA, "%s", text);
}

/* X,.. or random, which leaves no numbers. */
static int read_shift_or_scale(cli_numbers *numbers, const cli_call *call, const char *name, const char *text)
{
    if (strcmp(text, "random") == 0)
        return CLI_GO_ON;
    return cli_value_set(call, &(cli_option){.name = name, .kind = CLI_NUMBERS}, numbers, text);
}

static int draw_clusters(gsl_matrix *X, gsl_vector *y, const cli_call *call, const values *v)
{
    cli_numbers shift = {0}, scale = {0};
    int code = read_shift_or_scale(&shift, call, "shift", v->shift);
    if (code == CLI_GO_ON)
        code = read_shift_or_scale(&scale, call, "scale", v->scale);
    if (code == CLI_GO_ON) {
        logreg_error err;
        logreg_classification_options options = {
            .n_samples = v->n_samples,
            .n_features = v->n_features,
            .n_informative = v->n_informative,
            .n_redundant = v->n_redundant,
            .n_repeated = v->n_repeated,
            .n_classes = v->n_classes,
            .n_clusters_per_class = v->n_clusters_per_class,
            .weights = v->weights.value,
            .n_weights = v->weights.n,
            .flip_y = v->flip_y,
            .class_sep = v->class_sep,
            .hypercube = !v->no_hypercube,
            .shift = shift.value,
            .n_shift = shift.n,
            .scale = scale.value,
            .n_scale = scale.n,
            .shuffle = !v->no_shuffle,
            .random_state = v->seed,
        };
        if (logreg_make_classification(X, y, &options, &err) != LOGREG_OK)
            code = fail_parameters(call, &err);
    }
    free(shift.value);
    free(scale.value);
    return code;
}

static int draw_logistic(gsl_matrix *X, gsl_vector *y, const cli_call *call, const values *v)
{
    logreg_error err;
    gsl_vector_const_view beta = gsl_vector_const_view_array(v->coefficients.value, v->coefficients.n);
    if (logreg_make_logistic(X, y, &beta.vector, v->seed, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

static void print_csv(const gsl_matrix *X, const gsl_vector *y)
{
    cli_csv csv = cli_csv_to(stdout);
    char name[32];
    for (size_t j = 1; j <= X->size2; j++) {
        snprintf(name, sizeof name, "x%zu", j);
        cli_csv_text(&csv, name);
    }
    cli_csv_text(&csv, "y");
    bool open = cli_csv_end(&csv);
    for (size_t i = 0; i < X->size1 && open; i++) {
        for (size_t j = 0; j < X->size2; j++)
            cli_csv_number(&csv, gsl_matrix_get(X, i, j));
        cli_csv_integer(&csv, (uint64_t)gsl_vector_get(y, i));
        open = cli_csv_end(&csv);
    }
}

/* Numbers that are 0 are not written, as svmlight has it. */
static void print_svmlight(const gsl_matrix *X, const gsl_vector *y)
{
    char number[LOGREG_NUMBER_SIZE];
    for (size_t i = 0; i < X->size1 && !ferror(stdout); i++) {
        printf("%.0f", gsl_vector_get(y, i));
        for (size_t j = 0; j < X->size2; j++) {
            double x = gsl_matrix_get(X, i, j);
            if (x == 0)
                continue;
            printf(" %zu:", j + 1);
            fwrite(number, 1, logreg_number_text(number, x), stdout);
        }
        putchar('\n');
    }
}

/* A known model needs nothing but its coefficients, a number of rows and a seed. */
static int check(const cli_call *call, const values *v)
{
    if (!v->coefficients.n)
        return CLI_GO_ON;
    for (const cli_group *g = groups; g->title; g++)
        for (const cli_option *o = g->options; o->name; o++) {
            bool needed = o->place == PLACE(coefficients) || o->place == PLACE(n_samples) ||
                          o->place == PLACE(seed) || o->place == PLACE(format);
            if (!needed && cli_given(call, o->name))
                return cli_fail(call, CLI_USAGE,
                                "--%s does not go with --coefficients, which is the whole model", o->name);
        }
    if (v->coefficients.n < 2)
        return cli_fail(call, CLI_USAGE, "--coefficients needs the intercept and at least one more number");
    return CLI_GO_ON;
}

static int run(const cli_call *call)
{
    const values *v = call->values;
    bool logistic = v->coefficients.n > 0;
    int code = check(call, v);
    if (code != CLI_GO_ON)
        return code;
    size_t n = v->n_samples, p = logistic ? v->coefficients.n - 1 : v->n_features;
    bool small = n <= SIZE_MAX / sizeof(double) / p;
    gsl_matrix *X = small ? gsl_matrix_alloc(n, p) : NULL;
    gsl_vector *y = small ? gsl_vector_alloc(n) : NULL;
    if (!X || !y)
        code = cli_fail_memory(call);
    else
        code = logistic ? draw_logistic(X, y, call, v) : draw_clusters(X, y, call, v);
    if (code == CLI_GO_ON) {
        if (strcmp(v->format, "svmlight") == 0)
            print_svmlight(X, y);
        else
            print_csv(X, y);
        code = CLI_SOUND;
    }
    if (X)
        gsl_matrix_free(X);
    if (y)
        gsl_vector_free(y);
    return code;
}

static const char *const examples[] = {
    "logreg make-classification --n-samples 1000 --seed 1 > data.csv",
    "logreg make-classification --n-classes 3 --n-informative 5 --class-sep 0.5",
    "logreg make-classification --coefficients 0.5,-1,2 | logreg fit -",
    "logreg make-classification --n-samples 1000 --format svmlight > data.svm",
    NULL,
};

const cli_command command_make_classification = {
    .name = "make-classification",
    .summary = "synthetic data: clusters of points, or a known logistic model",
    .section = "Data",
    .operands = "",
    .examples = examples,
    .groups = groups,
    .size = sizeof(values),
    .run = run,
};
