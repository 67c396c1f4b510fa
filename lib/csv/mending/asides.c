/* Columns that no fit can use, for the end of a sentence on others: so that one who has mended these need not read another sentence. */
#include "csv/mending/asides.h"
#include "csv/mending/plan.h"

#include <math.h>
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

/* Has the column two values? */
static bool has_two(const logreg__column *c, size_t rows)
{
    double value[2];
    size_t n = 0;
    if (c->kind == LOGREG_CATEGORY)
        return c->n_levels == 2;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x) || (n && x == value[0]) || (n == 2 && x == value[1]))
            continue;
        if (n == 2)
            return false;
        value[n++] = x;
    }
    return n == 2;
}

/* Of the columns of two values before j the one that most rows have, at least half of them: the last of these, and of those that 19 rows in 20 have;
 * n_columns: there is none. */
static size_t last_of_two(const logreg_frame *frame, size_t j)
{
    size_t best = frame->n_columns, least = frame->n_rows / 2 + 1;
    while (j-- > 0) {
        const logreg__column *c = &frame->column[j];
        size_t missing = 20 * c->n_missing > frame->n_rows ? c->n_missing : 0;
        if (!*c->name || c->spared || missing >= least || !has_two(c, frame->n_rows))
            continue;
        best = j;
        least = missing;
    }
    return best;
}

/* That nobody named: the last one. Columns without a name are none, such as one that a delimiter at the end of each line makes. */
static bool is_last(const logreg_frame *frame, size_t j)
{
    size_t last = frame->n_columns;
    while (last && !*frame->column[last - 1].name)
        last--;
    return j + 1 == last;
}

void logreg__asides_add(logreg__asides *a, const logreg_frame *frame, size_t j, const logreg__csv *csv)
{
    const logreg__column *c = &frame->column[j];
    const char *outcome = csv->options.outcome;
    bool last = !*outcome && is_last(frame, j);
    size_t other = last ? last_of_two(frame, j) : frame->n_columns;
    if (c->spared || (last && other == frame->n_columns) || (*outcome && strcmp(c->name, outcome) == 0))
        return;
    if (is_row_name(frame, j, csv)) {
        logreg__text_add_item(&a->list, "row");
        return;
    }
    if (!*c->name || c->aside)
        return;
    logreg_aside kind = logreg_frame_aside(frame, j);
    bool happened = last && kind == LOGREG_ASIDE_DATE && c->n_missing; /* to some, which may be the outcome */
    if (kind == LOGREG_ASIDE_NOT || happened)
        return;
    a->kinds |= 1U << kind;
    a->outcome = last ? frame->column[other].name : a->outcome;
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
        if (a->outcome) {
            logreg__text_add(&text, "; and name the outcome, such as --target ");
            logreg__text_add_word(&text, a->outcome);
        }
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
