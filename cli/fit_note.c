/* What a fit says of its columns that the report does not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "fit.h"
#include "message.h"

typedef struct {
    logreg_sentinel first;
    const char *name; /* of the first column that has some; NULL: none has */
    size_t columns;
} finds;

static void look(finds *f, const logreg_frame *frame, const char *name, bool target)
{
    logreg_sentinel found;
    size_t j = logreg_frame_find(frame, name);
    bool any = j != SIZE_MAX && (logreg_frame_sentinel(&found, frame, j) ||
                                 (target && logreg_frame_odd_class(&found, frame, j)));
    if (!any)
        return;
    if (!f->columns++) {
        f->first = found;
        f->name = name;
    }
}

void cli_fit_note_sentinels(const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    finds f = {0};
    logreg_variable variable;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, &variable) == LOGREG_OK && variable.kind == LOGREG_NUMERIC &&
            (variable.max >= 9 || variable.min <= -9)) /* without nines there is nothing to look for */
            look(&f, frame, variable.name, false);
    if (logreg_model_classes(model) > 2)
        look(&f, frame, logreg_model_target(model), true);
    if (!f.columns)
        return;
    char values[LOGREG_SENTINELS * (LOGREG_NUMBER_SIZE + 2)] = "", more[64] = "";
    char low[LOGREG_NUMBER_SIZE], high[LOGREG_NUMBER_SIZE];
    for (size_t i = 0, used = 0; i < f.first.n_values; i++) {
        char text[LOGREG_NUMBER_SIZE];
        logreg_number_text(text, f.first.value[i]);
        used += (size_t)snprintf(values + used, sizeof values - used, "%s%s", i ? ", " : "", text);
    }
    logreg_number_text(low, f.first.low);
    logreg_number_text(high, f.first.high);
    if (f.columns > 1)
        snprintf(more, sizeof more, ", and so in %zu more column%s", f.columns - 1, f.columns > 2 ? "s" : "");
    cli_note(call,
             "%s in %zu row%s of '%.80s', where all other values lie from %s to %s%s, may stand for missing "
             "values; logreg doctor tells what to do then",
             values, f.first.n_rows, f.first.n_rows == 1 ? "" : "s", f.name, low, high, more);
}

int cli_fit_note_gaps(const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    logreg_error err;
    char *sentence;
    if (logreg_model_gaps(&sentence, model, frame, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    if (sentence)
        cli_note(call, "%s", sentence);
    free(sentence);
    return CLI_GO_ON;
}

/* Are all columns of the frame but this one categories, or of two values, as those of a table of counts? */
static bool is_table(const logreg_model *model, const char *count)
{
    logreg_variable variable;
    for (size_t i = 0; i < logreg_model_variables(model); i++)
        if (logreg_model_variable(model, i, &variable) == LOGREG_OK && strcmp(variable.name, count) != 0 &&
            variable.kind == LOGREG_NUMERIC && variable.max - variable.min > 1)
            return false;
    return true;
}

/* Access and Visual Basic write -1 for yes and 0 for no, of which 0 is the larger one. */
void cli_fit_note_event(const cli_call *call, const logreg_model *model)
{
    if (logreg_model_classes(model) == 2 && strcmp(logreg_model_class(model, 0), "-1") == 0 &&
        strcmp(logreg_model_class(model, 1), "0") == 0)
        cli_note(call, "the event is 0, the larger value; if -1 stands for yes, as some programs write it, "
                       "use --positive=-1");
}

void cli_fit_note_roles(const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    logreg_variable variable;
    char names[512] = "";
    size_t ids = 0, used = 0;
    for (size_t i = 0; i < logreg_model_variables(model); i++) {
        size_t j = logreg_model_variable(model, i, &variable) == LOGREG_OK
                       ? logreg_frame_find(frame, variable.name)
                       : SIZE_MAX;
        if (j == SIZE_MAX)
            continue;
        if (logreg_frame_identifies(frame, j)) {
            if (used + strlen(variable.name) + 2 < sizeof names)
                used += (size_t)snprintf(names + used, sizeof names - used, "%s%s", used ? "," : "",
                                         variable.name);
            ids++;
        } else if (!logreg_model_weights(model) && !logreg_model_trials(model) &&
                   logreg_frame_counts_cases(frame, j) && is_table(model, variable.name)) {
            cli_note(
                call,
                "'%.80s' tells by its name how many cases a row stands for; if it does, use --%s '%.80s'",
                variable.name, logreg_model_classes(model) > 2 ? "trials" : "weights", variable.name);
        }
    }
    bool one = ids == 1;
    if (ids)
        cli_note(call,
                 "'%s' seem%s only to number the rows, and go%s in as %s: if so, use --exclude '%s'; if not, "
                 "--features with %s "
                 "keeps this note away",
                 names, one ? "s" : "", one ? "es" : "", one ? "a number" : "numbers", names,
                 one ? "it" : "them");
}
