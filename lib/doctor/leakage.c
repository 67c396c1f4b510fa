/* Columns that know too much. What tells the class almost without error is more often a consequence of the outcome
 * than a cause: a column that was filled in afterwards. */
#include "doctor/checkup.h"

#include "report/summary/summary.h"

/* A level decides if chance gives its rows one class less often than this, over all levels of the column. */
#define CHANCE 0.001

static bool separates(const logreg__leak *leak)
{
    return leak->auc > 0 ? leak->auc == 1 : leak->right == leak->all;
}

static void advise(logreg__finding *f, const logreg_checkup *c, size_t j, const logreg__leak *leak)
{
    logreg__page_add(&f->advice,
                     "Ask when the column was filled in. If after the outcome was known, leave it out");
    logreg__page_add(&f->advice, c->composed ? " of the formula" : ", --exclude ");
    if (!c->composed)
        logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, separates(leak) ? "; if before, keep it, and expect separation."
                                                 : "; if before, keep it.");
}

/* The same of several columns. */
static void share(logreg__finding *f, const logreg_checkup *c, const logreg__leak *leak, const char *label)
{
    logreg__leak_auc(f->shared.each, leak);
    logreg__write_leaks(&f->shared.all, leak, logreg_frame_name(c->frame, c->target), label);
    f->shared.way =
        c->composed
            ? ". Ask when the columns were filled in. If after the outcome was known, leave them out "
              "of the formula; if before, keep them."
            : ". Ask when the columns were filled in. If after the outcome was known, leave them out, "
              "--exclude ";
    f->shared.end = c->composed       ? NULL
                    : separates(leak) ? "; if before, keep them, and expect separation."
                                      : "; if before, keep them.";
}

/* whether: not the column itself, but whether it is missing. */
static void add_leak(logreg_checkup *c, size_t j, const logreg__leak *leak, bool whether)
{
    const logreg__response *r = c->response;
    const char *label = r->grouped ? NULL : r->label[leak->of];
    bool met = c->frame->column[c->target].known_by && strcmp(label, "TRUE") == 0;
    logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, j);
    f->whether = whether;
    logreg__page_add(&f->message, whether ? "Whether " : "");
    logreg__write_column(&f->message, c, j);
    logreg__page_add(&f->message, whether ? " is missing" : "");
    logreg__write_leak(&f->message, leak, logreg_frame_name(c->frame, c->target), met ? "" : label);
    logreg__page_add(&f->message, ".");
    advise(f, c, j, leak);
    if (!whether)
        share(f, c, leak, met ? "" : label);
}

/* Is it no level, but that the column is missing, or is not? */
static bool is_missingness(const logreg_checkup *c, size_t j, size_t level)
{
    return logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC || level == logreg_frame_levels(c->frame, j);
}

static void write_level(logreg__page *page, const logreg_checkup *c, size_t j, size_t level)
{
    logreg__write_column(page, c, j);
    if (is_missingness(c, j, level)) {
        bool number = logreg_frame_kind(c->frame, j) == LOGREG_NUMERIC;
        logreg__page_add(page, number && level == 0 ? " is not missing" : " is missing");
        return;
    }
    logreg__page_add(page, " = ");
    logreg__page_name(page, logreg_frame_level(c->frame, j, level), LOGREG__NAME_ROOM);
}

/* The same of several columns, which most often are missing in the same rows. missing: or that are not missing there. */
static void share_missing(logreg__finding *f, const logreg_checkup *c, double rows, size_t k, bool missing)
{
    logreg__page *all = &f->shared.all;
    logreg__page_add(all, missing ? " are missing in " : " are not missing in ");
    logreg__write_cases(all, c, rows);
    logreg__page_add(all, c->response->grouped ? " each, all of which are " : " each, all of which have ");
    logreg__write_class(all, c, k);
    f->shared.way = c->composed
                        ? ". Ask whether the outcome made it so; a fit leaves out the rows that miss them. "
                          "Leave them out of the formula."
                        : ". Ask whether the outcome made it so; a fit leaves out the rows that miss them. "
                          "Leave them out: --exclude ";
    f->shared.end = c->composed ? NULL : ".";
}

static void deciding_levels(logreg_checkup *c, size_t j, const logreg__tally *t)
{
    const logreg__response *r = c->response;
    bool told = c->profile[j].aside || c->profile[j].asked; /* why it is missing, and what to do */
    for (size_t l = 0; l < t->n_levels; l++) {
        double rows;
        size_t k = logreg__tally_majority(t, l, &rows);
        double by_chance = pow(r->weight[k] / r->n_obs, rows);
        if ((told && is_missingness(c, j, l)) || rows < LOGREG__LEAK_ROWS ||
            t->count[l * t->n_classes + k] < rows || by_chance * (double)t->n_levels > CHANCE)
            continue;
        logreg__finding *f = logreg__find(c, "deciding_level", LOGREG_FINDING_MISLEADS, j);
        logreg__page_add(&f->message, "All ");
        logreg__write_cases(&f->message, c, rows);
        logreg__page_add(&f->message, " where ");
        write_level(&f->message, c, j, l);
        logreg__page_add(&f->message, r->grouped ? " are " : " have ");
        logreg__write_class(&f->message, c, k);
        logreg__page_add(&f->message, ".");
        logreg__page_add(&f->advice, "Ask whether the outcome made it so");
        if (is_missingness(c, j, l)) {
            logreg__page_add(&f->advice, "; a fit leaves out the rows that miss it. ");
            logreg__advise_leaving_out(f, c, j);
            share_missing(f, c, rows, k, l == t->n_levels - 1);
        } else {
            logreg__page_add(&f->advice, "; if not, merge the level with another or expect a coefficient "
                                         "without bound.");
        }
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
    if (logreg__leak_by_levels(&leak, &t, c->response, LOGREG__LEAK_DOUBT))
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
    else if (!logreg__leak_by_codes(&found, &leak, classed, &c->frame->column[j]))
        c->failed = true;
    else if (found)
        add_leak(c, j, &leak, false);
}

/* ---- Parts of what a condition is about ---- */

/* Rows fewer than this prove no sum, and columns beyond these are not tried. */
enum { SUM_ROWS = 20, SUM_COLUMNS = 60 };

static bool is_part(const logreg_checkup *c, size_t j)
{
    return logreg__in_trial(c, j) && !logreg__by_levels(c, j) && c->profile[j].distinct > 2;
}

/* Is a + b the sum in every row that has all three? */
static bool add_up(const logreg_checkup *c, size_t a, size_t b, size_t sum)
{
    const logreg__column *column = c->frame->column;
    size_t rows = 0, n = logreg_frame_rows(c->frame);
    for (size_t i = 0; i < n; i++) {
        double x = logreg__column_number(&column[a], i), y = logreg__column_number(&column[b], i),
               z = logreg__column_number(&column[sum], i);
        if (isnan(x) || isnan(y) || isnan(z))
            continue;
        if (!(fabs(x + y - z) <= 1e-9 * (fabs(x) + fabs(y) + fabs(z))))
            return false;
        rows++;
    }
    return rows >= SUM_ROWS;
}

static void tell_sum(logreg_checkup *c, size_t a, size_t b, size_t sum, size_t about)
{
    logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, a);
    logreg__write_column(&f->message, c, a);
    logreg__page_add(&f->message, " and ");
    logreg__write_column(&f->message, c, b);
    logreg__page_add(&f->message, " add up to ");
    logreg__write_column(&f->message, c, sum);
    logreg__page_add(&f->message, " in every row, and together they tell the target, which asks about ");
    logreg__write_column(&f->message, c, about);
    logreg__page_add(&f->message, ".");
    if (c->composed) {
        logreg__page_add(&f->advice, "Leave one of them out of the formula.");
        return;
    }
    logreg__page_add(&f->advice, "Leave out what was not known before it, at least --exclude ");
    logreg__write_argument(&f->advice, c, a == about ? b : a);
    logreg__page_add(&f->advice, ".");
}

/* Two features that make the column, or of which one is made of the column and the other. */
static void check_sums(logreg_checkup *c, size_t about)
{
    size_t n = logreg_frame_columns(c->frame);
    if (n > SUM_COLUMNS || c->frame->column[about].kind != LOGREG_NUMERIC)
        return;
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++) {
            if (a == b || !is_part(c, a) || !is_part(c, b))
                continue;
            if (a < b && add_up(c, a, b, about)) {
                tell_sum(c, a, b, about, about);
                return;
            }
            if (add_up(c, about, a, b)) {
                tell_sum(c, about, a, b, about);
                return;
            }
        }
}

/* ---- What is made of a condition's columns ---- */

/* Does it go in every row with a column that the target asks about? That it tells the class then follows. */
static bool see_follower(logreg_checkup *c, size_t j)
{
    logreg__following found;
    for (size_t by = 0; by < logreg_frame_columns(c->frame) && !c->failed; by++) {
        if (!logreg__behind_target(c, by) || by == j)
            continue;
        if (!logreg__follows(&found, &c->frame->column[j], &c->frame->column[by], c->frame->n_rows))
            c->failed = true;
        if (c->failed || found.how == LOGREG__FOLLOWS_NOT)
            continue;
        logreg__finding *f = logreg__find(c, "leakage", LOGREG_FINDING_MISLEADS, j);
        logreg__write_following(&f->message, &found, logreg_frame_name(c->frame, j),
                                logreg_frame_name(c->frame, by));
        logreg__page_add(&f->message, ".");
        logreg__page_add(&f->advice,
                         "If it was made of that, or filled in with it, it says the outcome again. ");
        logreg__advise_leaving_out(f, c, j);
        return true;
    }
    return false;
}

void logreg__check_leakage(logreg_checkup *c)
{
    const logreg__classed classed = logreg__check_classed(c);
    if (c->n_classes == 0)
        return;
    for (size_t j = 0; j < logreg_frame_columns(c->frame); j++)
        if (logreg_frame_condition_uses(c->frame, c->target, j))
            check_sums(c, j);
    for (size_t j = 0; j < logreg_frame_columns(c->frame) && !c->failed; j++) {
        if (!logreg__in_trial(c, j) || see_follower(c, j))
            continue;
        if (!logreg__by_levels(c, j))
            check_number(c, j, &classed);
        check_levels(c, j, &classed);
    }
}
