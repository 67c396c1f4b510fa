/* Labels that are one, written in two ways or by a slip, and labels that are units: what a fit warns of, of a table that cannot be fitted yet. */
#include "base/memory.h"
#include "csv/numbers/named_units.h"
#include "data/alike.h"
#include "data/elsewhere.h"
#include "data/several.h"
#include "doctor/checkup.h"
#include "model/suspicions/suspicion.h"
#include "report/summary/summary.h"
#include "report/warnings/warnings.h"

/* Labels beyond these are not compared. */
enum { COMPARED = 200 };

static bool is_looked_at(const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    return logreg__in_trial(c, j) && column->kind == LOGREG_CATEGORY && !c->profile[j].wrapped &&
           c->profile[j].distinct <= COMPARED;
}

/* The labels that rows have: room for all. */
static size_t list_labels(char **label, size_t *rows, const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    size_t n = 0;
    for (size_t l = 0; l < column->n_levels; l++)
        if (c->profile[j].rows_of[l]) {
            rows[n] = c->profile[j].rows_of[l];
            label[n++] = column->levels[l];
        }
    return n;
}

/* What was found so far of all columns. */
typedef struct {
    logreg__page alike, slips;
    size_t n_alike, n_slips;
    bool lost, better;
    logreg__text statements; /* that mend both */
    bool whole;
} finds;

static void add_slips(finds *f, char *const *label, const size_t *rows, size_t n, const logreg_frame *frame,
                      size_t j)
{
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++) {
            if (a == b || !logreg__labels_near(label[a], label[b]) ||
                !logreg__label_slipped(label[a], rows[a], label[b], rows[b]) ||
                logreg__labels_elsewhere(frame, j, label[a], label[b]))
                continue;
            if (++f->n_slips > LOGREG__LISTED)
                return;
            logreg__page_add(&f->slips, f->n_slips > 1 ? "; " : "");
            logreg__write_slip(&f->slips, label[a], (double)rows[a], label[b], frame->column[j].name);
            return;
        }
}

/* False: memory is out. */
static bool look(finds *f, const logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    char **label = logreg__new(column->n_levels, sizeof *label);
    size_t *rows = logreg__new(column->n_levels, sizeof *rows), before = f->n_alike + f->n_slips;
    bool ok = label && rows;
    if (ok) {
        size_t n = list_labels(label, rows, c, j);
        f->n_alike = logreg__alike_pairs(&f->alike, &f->lost, &f->better, f->n_alike, label, n, column->name);
        logreg__several several;
        if (!logreg__several_answers(&several, label, n)) /* lists that share answers are near */
            add_slips(f, label, rows, n, c->frame, j);
        if (f->n_alike + f->n_slips > before && c->frame->cells)
            ok = logreg__alike_statements(&f->statements, &f->whole, c->frame, j);
    }
    free(label);
    free(rows);
    return ok;
}

/* Each finding has the command for both. */
static void finish(logreg_checkup *c, logreg__finding *f, const char *command)
{
    logreg__page_add(&f->advice, "Settle that first: what else is found here may go with it.");
    f->command = command ? logreg__copy(command) : NULL;
    c->failed = c->failed || (command && !f->command);
}

static void tell(logreg_checkup *c, finds *f, const char *command)
{
    if (f->n_alike) {
        logreg__finding *found = logreg__find(c, "alike_values", LOGREG_FINDING_MISLEADS, SIZE_MAX);
        logreg__page_add(&found->message, logreg__page_string(&f->alike));
        logreg__write_alike_way(&found->message, f->n_alike, command, f->lost, f->better);
        finish(c, found, command);
    }
    if (f->n_slips) {
        logreg__finding *found = logreg__find(c, "mistyped", LOGREG_FINDING_MISLEADS, SIZE_MAX);
        logreg__page_add(&found->message, logreg__page_string(&f->slips));
        logreg__write_slip_way(&found->message, f->n_slips, command);
        finish(c, found, command);
    }
}

static void see_units(logreg_checkup *c, size_t j)
{
    const logreg__column *column = &c->frame->column[j];
    size_t of = logreg__units_named(column->levels, column->n_levels, column->name)
                    ? logreg__units_named_of(c->frame, j)
                    : SIZE_MAX;
    if (of == SIZE_MAX)
        return;
    logreg__finding *f = logreg__find(c, "unit_names", LOGREG_FINDING_MISLEADS, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, " holds the units of ");
    logreg__write_column(&f->message, c, of);
    logreg__page_add(&f->message, ". A fit takes its numbers as they stand, as if all were of one.");
    logreg__text statements = {0};
    bool ok = !c->frame->cells || (logreg__units_named_statements(&statements, c->frame, j) &&
                                   logreg__statements_command(&f->command, &statements, c->frame));
    logreg__page_add(&f->advice,
                     f->command
                         ? "If they are not, the command that follows prints the file in the commonest unit."
                         : "If they are not, bring them to one unit first.");
    c->failed = c->failed || !ok;
}

void logreg__check_labels(logreg_checkup *c)
{
    finds f = {.whole = true};
    char *command = NULL;
    logreg__page_start_like(&f.alike, &c->spare.message);
    logreg__page_start_like(&f.slips, &c->spare.message);
    for (size_t j = 0; j < logreg_frame_columns(c->frame) && !c->failed; j++) {
        if (!is_looked_at(c, j))
            continue;
        c->failed = !look(&f, c, j);
        if (!c->failed)
            see_units(c, j);
    }
    if (f.whole && !c->failed)
        c->failed = !logreg__statements_command(&command, &f.statements, c->frame);
    else
        free(f.statements.start);
    if (!c->failed)
        tell(c, &f, command);
    c->failed = c->failed || f.alike.text.failed || f.slips.text.failed;
    free(command);
    logreg__page_free(&f.alike);
    logreg__page_free(&f.slips);
}
