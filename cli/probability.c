#include "probability.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "message.h"

#define PLACE(member) offsetof(cli_probability, member)

const cli_option cli_probability_options[] = {
    {"probability", CLI_LIST, PLACE(columns), .argument = "[LABEL=]COL,..",
     .help = "no model, but the probabilities in this column of FILE, of two classes those of the event; "
             "else a column for each class"},
    {"target", CLI_TEXT, PLACE(target), .argument = "NAME",
     .help = "the column with what happened, or a condition"},
    {"positive", CLI_TEXT, PLACE(positive), .argument = "LABEL", .otherwise = "the last of the two labels",
     .help = "the event whose probability it is"},
    {"weights", CLI_TEXT, PLACE(weights), .argument = "NAME", .help = "a column of frequencies"},
    {"sampling-weights", CLI_TEXT, PLACE(sampling), .argument = "NAME",
     .help = "a column of sampling weights, which leave no intervals"},
    {"trials", CLI_TEXT, PLACE(trials), .argument = "NAME",
     .help = "a column of numbers of trials; the target then counts events"},
    {0}};

int cli_probability_check(const cli_call *call, const cli_probability *p, const char *with_model)
{
    if (p->columns.n && !p->target)
        return cli_fail(call, CLI_USAGE, "--probability needs --target: the column with what happened");
    if (p->columns.n && call->n_operands > 1)
        return cli_fail(call, CLI_USAGE,
                        "--probability takes columns of FILE, and there is no MODEL: name FILE alone; %s",
                        with_model);
    for (const cli_option *o = cli_probability_options; !p->columns.n && o->name; o++) {
        const char *const *text = (const char *const *)((const char *)p + o->place);
        if (o->kind == CLI_TEXT && *text)
            return cli_fail(call, CLI_USAGE, "--%s needs --probability: a MODEL knows its own", o->name);
    }
    return CLI_GO_ON;
}

/* One item: a column, or LABEL=COLUMN, where either may hold a '='. */
static int read_item(const char **column, const char **label, const cli_call *call, const char *option,
                     const logreg_frame *frame, char *item)
{
    size_t j;
    *column = item;
    *label = NULL;
    for (char *at = item; logreg_frame_find(frame, *column) == SIZE_MAX && (at = strchr(at, '=')); at++)
        if (logreg_frame_find(frame, at + 1) != SIZE_MAX) {
            *column = at + 1;
            *label = item;
            *at = '\0';
            break;
        }
    if (*label && !**label)
        return cli_fail(call, CLI_USAGE, "--%s: '=%s' names no class in front of the =", option, *column);
    const char *equals = *label ? NULL : strrchr(item, '=');
    if (equals && !equals[1] && logreg_frame_find(frame, item) == SIZE_MAX)
        return cli_fail(call, CLI_USAGE, "--%s: '%s' names no column behind the =", option, item);
    return *label
               ? CLI_GO_ON
               : cli_input_column(&j, call, frame, option,
                                  logreg_frame_find(frame, item) == SIZE_MAX && equals ? equals + 1 : item);
}

static int read_items(const char **column, const char **label, const cli_call *call, const char *option,
                      const logreg_frame *frame, const cli_list *list)
{
    size_t labelled = 0;
    for (size_t i = 0; i < list->n; i++) {
        int code = read_item(&column[i], &label[i], call, option, frame, list->item[i]);
        if (code != CLI_GO_ON)
            return code;
        labelled += label[i] != NULL;
    }
    if (labelled && labelled < list->n)
        return cli_fail(call, CLI_USAGE,
                        "--%s: name the class of each column, as in LABEL=COLUMN, or of none of them",
                        option);
    return CLI_GO_ON;
}

/* The columns that the options name besides. */
static int check_columns(const cli_call *call, const cli_probability *v, const logreg_frame *frame)
{
    int code = CLI_GO_ON;
    for (const cli_option *o = cli_probability_options; code == CLI_GO_ON && o->name; o++) {
        const char *name = o->kind == CLI_TEXT ? *(const char *const *)((const char *)v + o->place) : NULL;
        size_t j;
        if (name && strcmp(o->name, "positive") != 0)
            code = cli_input_column(&j, call, frame, o->name, name);
    }
    for (size_t i = 0; code == CLI_GO_ON && i < v->columns.n; i++)
        if (strcmp(v->columns.item[i], v->target) == 0)
            code = cli_fail(call, CLI_USAGE, "--probability: '%s' is the target", v->target);
    return code;
}

static int make(logreg_model **model, const cli_call *call, logreg_probability_columns *p,
                const logreg_frame *frame, const logreg_model *like)
{
    size_t K = like ? logreg_model_classes(like) : 0;
    const char **class_label = calloc(K + 1, sizeof *class_label);
    if (!class_label)
        return cli_fail_memory(call);
    for (size_t k = 0; k < K; k++)
        class_label[k] = logreg_model_class(like, k);
    p->class_label = class_label;
    p->n_classes = K;
    logreg_error err;
    logreg_status status = logreg_model_of_columns(model, frame, p, &err);
    free(class_label);
    return status == LOGREG_OK ? CLI_GO_ON : cli_input_fail(call, frame, &err);
}

int cli_probability_model(logreg_model **model, const cli_call *call, const cli_probability *v,
                          const char *option, const logreg_frame *frame, const logreg_model *like)
{
    const cli_list *list = strcmp(option, "probability") == 0 ? &v->columns : &v->against;
    const char **column = calloc(2 * list->n, sizeof *column), **label = column ? column + list->n : NULL;
    if (!column)
        return cli_fail_memory(call);
    int code = like ? CLI_GO_ON : check_columns(call, v, frame);
    if (code == CLI_GO_ON)
        code = read_items(column, label, call, option, frame, list);
    logreg_probability_columns p = {.column = column,
                                    .n_columns = list->n,
                                    .label = label[0] ? label : NULL,
                                    .target = like ? logreg_model_target(like) : v->target,
                                    .positive = like ? NULL : v->positive,
                                    .weights = like ? logreg_model_weights(like) : v->weights,
                                    .sampling_weights =
                                        like ? logreg_model_sampling_weights(like) : v->sampling,
                                    .trials = like ? logreg_model_trials(like) : v->trials};
    if (code == CLI_GO_ON)
        code = make(model, call, &p, frame, like);
    free(column);
    return code;
}

char *cli_probability_name(const cli_list *list)
{
    char *name = NULL;
    size_t size;
    FILE *text = open_memstream(&name, &size);
    for (size_t i = 0; text && i < list->n; i++)
        fprintf(text, "%s%s", i ? "," : "", list->item[i]);
    bool failed = !text || ferror(text);
    failed = (text && fclose(text) != 0) || failed;
    if (failed) {
        free(name);
        return NULL;
    }
    return name;
}
