#include "imputed.h"

#include <stdio.h>
#include <stdlib.h>

#include "message.h"

/* More columns than these are counted, not named. */
enum { NAMED = 4 };

static void tell(FILE *note, const logreg_imputation *m, size_t missing, size_t rows, size_t before)
{
    char number[LOGREG_NUMBER_SIZE];
    if (m->kind == LOGREG_NUMERIC)
        logreg_number_text(number, m->number);
    fprintf(note, before ? ", '%.80s' in %zu" : "'%.80s' is missing in %zu", m->column, missing);
    if (!before)
        fprintf(note, " of %zu rows, where the model puts", rows);
    else
        fprintf(note, ":");
    fprintf(note, " %.80s (%s)", m->kind == LOGREG_NUMERIC ? number : m->label, m->how);
}

int cli_imputed_tell(const cli_call *call, const logreg_model *model, const logreg_frame *frame)
{
    char *text = NULL;
    size_t length, n = 0;
    logreg_imputation m;
    FILE *note = open_memstream(&text, &length);
    if (!note)
        return cli_fail_memory(call);
    for (size_t i = 0; logreg_model_imputation(model, i, &m) == LOGREG_OK; i++) {
        size_t j = logreg_frame_find(frame, m.column);
        size_t missing = j == SIZE_MAX ? 0 : logreg_frame_missing(frame, j);
        bool filled = missing && (m.kind == LOGREG_NUMERIC || m.label);
        if (filled && n < NAMED)
            tell(note, &m, missing, logreg_frame_rows(frame), n);
        n += filled;
    }
    if (n > NAMED)
        fprintf(note, ", and so in %zu more column%s", n - NAMED, n == NAMED + 1 ? "" : "s");
    bool failed = fclose(note) != 0;
    if (!failed && n)
        cli_note(call, "%s", text);
    free(text);
    return failed ? cli_fail_memory(call) : CLI_GO_ON;
}
