/* What a fit says of its columns that the report does not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <logreg/model.h>

#include "fit.h"
#include "message.h"

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

void cli_fit_note_dropped(const cli_call *call, const logreg_model *model)
{
    size_t read = logreg_model_rows_read(model), dropped = read - logreg_model_rows_used(model) -
                                                           logreg_model_rows_weightless(model) -
                                                           logreg_model_held_out(model);
    if (dropped)
        cli_note(call, "%zu of %zu rows %s missing values and %s left out", dropped, read,
                 dropped == 1 ? "has" : "have", dropped == 1 ? "is" : "are");
}

/* Access and Visual Basic write -1 for yes and 0 for no, of which 0 is the larger one. */
void cli_fit_note_event(const cli_call *call, const logreg_model *model)
{
    if (logreg_model_classes(model) == 2 && strcmp(logreg_model_class(model, 0), "-1") == 0 &&
        strcmp(logreg_model_class(model, 1), "0") == 0)
        cli_note(call, "the event is 0, the larger value; if -1 stands for yes, as some programs write it, "
                       "use --positive=-1");
    if (logreg_model_classes(model) == 2 && strcmp(logreg_model_class(model, 0), "1") == 0 &&
        strcmp(logreg_model_class(model, 1), "2") == 0)
        cli_note(call,
                 "the event is 2, the larger value; if 1 stands for yes, as questionnaires write it, use "
                 "--positive 1");
    if (logreg_model_event_sorts_last(model))
        cli_note(call, "the event is '%s', which sorts last; --positive '%s' models the other answer",
                 logreg_model_class(model, 1), logreg_model_class(model, 0));
}
