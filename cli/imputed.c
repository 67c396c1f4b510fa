#include "imputed.h"

#include <stdio.h>
#include <stdlib.h>

#include "message.h"

#define PLACE(member) offsetof(cli_imputing, member)

const cli_option cli_imputing_options[] = {
    {"impute", CLI_LIST, PLACE(rule), .argument = "HOW|COL=HOW,..", .otherwise = "rows are left out",
     .help = "what stands in for missing values: mean, median, most_frequent, constant:VALUE or level, for "
             "all columns or "
             "one"},
    {"missing-indicator", CLI_FLAG, PLACE(indicator),
     .help = "with --impute: a column is_missing(COL) for each column that misses something"},
    {0}};

int cli_imputing_check(const cli_call *call, const cli_imputing *imputing)
{
    if (imputing->indicator && !imputing->rule.n)
        return cli_fail(call, CLI_USAGE, "--missing-indicator needs --impute");
    return CLI_GO_ON;
}

void cli_imputing_set(logreg_options *options, const cli_imputing *imputing)
{
    options->impute = (const char *const *)imputing->rule.item;
    options->n_impute = imputing->rule.n;
    options->missing_indicator = imputing->indicator;
}

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
