/* Columns that no fit can use, for the end of a sentence on others: so that one who has mended these need not read another sentence. */
#include "csv/mending/asides.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"
#include "base/word.h"

bool logreg__asides_wanted(const logreg__csv *csv, bool failing)
{
    return csv->options.outcome && csv->plan && (failing || csv->plan->n);
}

/* Is it the column of row names, which has none, or that by what was to be mended, and is left out by that sentence? */
static bool is_row_name(const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    bool named = logreg__stages_have(csv, LOGREG__STAGE_ROW) || logreg__stages_have(csv, LOGREG__STAGE_ROWS);
    return (j == 0 && !*c->name && c->n_missing < frame->n_rows) || (named && strcmp(c->name, "row") == 0);
}

/* Columns without a name are none, such as one that a delimiter at the end of each line makes. */
static bool is_outcome(const logreg_frame *frame, size_t j, const char *outcome)
{
    size_t last = frame->n_columns;
    while (last && !*frame->column[last - 1].name)
        last--;
    return *outcome ? strcmp(frame->column[j].name, outcome) == 0 : j + 1 == last;
}

void logreg__asides_add(logreg__asides *a, const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    if (c->spared || is_outcome(frame, j, csv->options.outcome))
        return;
    if (is_row_name(frame, j, csv)) {
        logreg__text_add_item(&a->list, "row");
        return;
    }
    if (!*c->name)
        return;
    logreg__aside kind = logreg__aside_of(frame, j);
    if (kind == LOGREG__ASIDE_NOT)
        return;
    a->kinds |= 1U << kind;
    logreg__text_add_item(&a->list, c->name);
}

logreg_status logreg__asides_keep(logreg__asides *a, const logreg__csv *csv)
{
    char *room = csv->plan->aside;
    logreg__text text = {0};
    *room = '\0';
    if (a->kinds) {
        logreg__aside_begin(&text, a->kinds);
        logreg__text_add(&text, "--exclude ");
        logreg__text_add_word(&text, a->list.start ? a->list.start : "");
    }
    bool failed = text.failed || a->list.failed;
    if (!failed && a->kinds && text.length < sizeof csv->plan->aside)
        memcpy(room, text.start, text.length + 1);
    free(text.start);
    free(a->list.start);
    return failed ? logreg__fail_memory(csv->err) : LOGREG_OK;
}

void logreg__asides_tell(logreg_error *err, const logreg__plan *plan)
{
    size_t told = strlen(err->message), more = strlen(plan->aside);
    if (told + more < sizeof err->message)
        memcpy(err->message + told, plan->aside, more + 1);
}
