/* Columns that know too much. What tells the class almost without error is more often a consequence of the outcome
 * than a cause: a column that was filled in afterwards. */
#include "doctor/checkup.h"

#include "report/summary/summary.h"

/* A level decides if chance gives its rows one class less often than this, over all levels of the column. */
#define CHANCE 0.001

static void advise(logreg__finding *f, const logreg_checkup *c, size_t j)
{
    logreg__page_add(&f->advice,
                     "Ask when the column was filled in. If after the outcome was known, leave it out");
    logreg__page_add(&f->advice, c->composed ? " of the formula" : ", --exclude ");
    if (!c->composed)
        logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, "; if before, keep it, and expect separation.");
}

/* whether: not the column itself, but whether it is missing. */
static void add_leak(logreg_checkup *c, size_t j, const logreg__leak *leak, bool whether)
{
    const logreg__response *r = c->response;
    const char *label = r->grouped ? NULL : r->label[leak->of];
    bool met = c->frame->column[c->target].known_by && strcmp(label, "TRUE") == 0;
    logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, j);
    logreg__page_add(&f->message, whether ? "Whether " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, whether ? " is missing" : "");
    logreg__write_leak(&f->message, leak, logreg_frame_name(c->frame, c->target), met ? "" : label);
    logreg__page_add(&f->message, ".");
    advise(f, c, j);
}

static void write_level(logreg__page *page, const logreg_checkup *c, size_t j, size_t level)
{
    bool number = logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC;
    logreg__write_column(page, c, j);
    if (number || level == logreg_frame_levels(c->frame, j)) {
        logreg__page_add(page, number && level == 0 ? " is not missing" : " is missing");
        return;
    }
    logreg__page_add(page, " = ");
    logreg__page_name(page, logreg_frame_level(c->frame, j, level), LOGREG__NAME_ROOM);
}

static void deciding_levels(logreg_checkup *c, size_t j, const logreg__tally *t)
{
    const logreg__response *r = c->response;
    for (size_t l = 0; l < t->n_levels; l++) {
        double rows;
        size_t k = logreg__tally_majority(t, l, &rows);
        double by_chance = pow(r->weight[k] / r->n_obs, rows);
        if (rows < LOGREG__LEAK_ROWS || t->count[l * t->n_classes + k] < rows ||
            by_chance * (double)t->n_levels > CHANCE)
            continue;
        logreg__finding *f = logreg__find(c, "deciding_level", LOGREG_FINDING_MISLEADS, j);
        logreg__page_add(&f->message, "All ");
        logreg__write_cases(&f->message, c, rows);
        logreg__page_add(&f->message, " where ");
        write_level(&f->message, c, j, l);
        logreg__page_add(&f->message, r->grouped ? " are " : " have ");
        logreg__write_class(&f->message, c, k);
        logreg__page_add(&f->message, ".");
        logreg__page_add(&f->advice,
                         "Ask whether the outcome made it so; if not, merge the level with another or "
                         "expect a coefficient without bound.");
        return;
    }
}

static void check_levels(logreg_checkup *c, size_t j, const logreg__classed *classed)
{
    bool category = logreg_frame_kind(c->frame, j) == LOGREG_CATEGORY;
    logreg__tally t;
    logreg__leak leak;
    if (!category && !logreg_frame_missing(c->frame, j))
        return;
    if (!logreg__tally_new(&t, classed, &c->frame->column[j])) {
        c->failed = true;
        return;
    }
    if (logreg__leak_by_levels(&leak, &t, c->response))
        add_leak(c, j, &leak, !category);
    else
        deciding_levels(c, j, &t);
    free(t.count);
}

static void check_number(logreg_checkup *c, size_t j, const logreg__classed *classed)
{
    logreg__leak leak;
    bool found;
    if (logreg__leak_by_order(&found, &leak, classed, &c->frame->column[j], true, NULL) != LOGREG_OK)
        c->failed = true;
    else if (found)
        add_leak(c, j, &leak, false);
}

void logreg__check_leakage(logreg_checkup *c)
{
    const logreg__classed classed = logreg__check_classed(c);
    if (c->n_classes == 0)
        return;
    for (size_t j = 0; j < logreg_frame_columns(c->frame) && !c->failed; j++) {
        if (!logreg__in_trial(c, j))
            continue;
        if (!logreg__by_levels(c, j))
            check_number(c, j, &classed);
        check_levels(c, j, &classed);
    }
}
