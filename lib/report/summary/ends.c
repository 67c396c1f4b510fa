/* What is known of the ends of profile intervals, below their table. */
#include <math.h>

#include <logreg/inference.h>

#include "report/summary/summary.h"

static bool unknown(double end, logreg_end known)
{
    (void)known;
    return isnan(end);
}

static bool outermost(double end, logreg_end known)
{
    return isfinite(end) && known == LOGREG_END_OUTERMOST;
}

/* Ends of intervals by the likelihood of which that is known, one by one. */
static void write_ends(logreg__page *page, const logreg_coefficient *coefficient, size_t n,
                       bool (*is)(double end, logreg_end known), const char *words)
{
    logreg__page note;
    size_t found = 0;
    logreg__page_start_like(&note, page);
    for (size_t i = 0; i < n; i++) {
        const logreg_coefficient *c = &coefficient[i];
        bool low = is(c->low, c->low_end), high = is(c->high, c->high_end);
        if (c->status == LOGREG_COEF_ALIASED || !(low || high))
            continue;
        if (found++ < LOGREG__LISTED) {
            logreg__page_add(&note, found > 1 ? ", " : words);
            logreg__page_add(&note, !low    ? "the upper end for "
                                    : !high ? "the lower end for "
                                            : "both ends for ");
            logreg__page_name(&note, c->name, LOGREG__NAME_ROOM);
            logreg__page_add(&note, c->class_name ? " of " : "");
            logreg__page_name(&note, c->class_name ? c->class_name : "", LOGREG__NAME_ROOM);
        }
    }
    logreg__write_more(&note, found);
    logreg__page_add(&note, ".");
    if (found)
        logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
    else
        logreg__page_free(&note);
}

/* Ends of a penalised likelihood that were not searched beyond: all of them, or none. */
static void write_one_path(logreg__page *page, const logreg_coefficient *coefficient, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const logreg_coefficient *c = &coefficient[i];
        if (c->low_end == LOGREG_END_ONE_PATH || c->high_end == LOGREG_END_ONE_PATH) {
            logreg__page note;
            logreg__page_start_like(&note, page);
            logreg__page_add(
                &note,
                "The ends of intervals are those along one path from the estimate: a penalised likelihood "
                "may reach farther another way, which is searched for in smaller fits alone.");
            logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
            return;
        }
    }
}

void logreg__write_ends(logreg__page *page, const logreg_coefficient *coefficient, size_t n)
{
    write_ends(page, coefficient, n, unknown, "Not found, so that they are unknown, not infinite: ");
    write_ends(page, coefficient, n, outermost,
               "The profile has several branches, and these ends are the outermost found, not proven: ");
    write_one_path(page, coefficient, n);
}
