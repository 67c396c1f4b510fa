/* What an intercept says, and a level that has a column of its own. */
#include <math.h>
#include <stdint.h>

#include "report/explain/baseline.h"
#include "report/explain/explain_words.h"

/* "Where every number in the formula is 0 and every factor at its reference, " */
static void add_baseline(const logreg__saying *s, const logreg__baseline *at)
{
    if (at->odd != SIZE_MAX) {
        logreg__say(s, at->offset ? "Where every other column of the equation and the offset are 0, "
                                  : "Where every other column of the equation is 0, ");
        return;
    }
    if (!at->number && !at->factors && !at->offset) {
        logreg__say(s, "In any row, ");
        return;
    }
    logreg__say(s, at->number    ? "Where every number in the formula is 0"
                   : at->factors ? "Where every factor is at its reference"
                                 : "Where the offset is 0");
    if (at->number && at->factors)
        logreg__say(s, " and every factor at its reference");
    if (at->offset && (at->number || at->factors))
        logreg__say(s, " and the offset 0");
    logreg__say(s, ", ");
}

/* The same for a level that has a column of its own. */
static void add_own_level(const logreg__saying *s, const logreg__baseline *at)
{
    logreg__say(s, "Where ");
    logreg__say_name(s, logreg__said_variable(s, 0)->column);
    logreg__say(s, " is ");
    logreg__say_name(s, logreg__said_level(s, 0));
    if (at->number || at->factors > 1)
        logreg__say(s, at->offset ? ", every column of another variable 0 and the offset 0"
                                  : " and every column of another variable 0");
    else if (at->offset)
        logreg__say(s, " and the offset 0");
    logreg__say(s, ", ");
}

static void add_finite(const logreg__saying *s)
{
    double odds = exp(s->c->estimate);
    logreg__say(s, " are ");
    logreg__say_exp(s, s->c->estimate);
    if (logreg_model_classes(s->model) == 2) {
        logreg__say(s, ", a probability of ");
        logreg__say_number(s, isfinite(odds) ? 100 * odds / (1 + odds) : 100, 3);
        logreg__say(s, "%");
    }
}

void logreg__say_baseline(const logreg__saying *s)
{
    logreg__baseline at;
    if (!logreg__baseline_find(&at, s->model)) {
        s->note->text.failed = true;
        return;
    }
    bool finite = s->c->status == LOGREG_COEF_OK;
    logreg__say(s, finite ? "" : "Infinite. ");
    if (s->role.term)
        add_own_level(s, &at);
    else
        add_baseline(s, &at);
    logreg__say_odds(s);
    if (finite)
        add_finite(s);
    else
        logreg__say(s,
                    s->c->status == LOGREG_COEF_PLUS_INFINITY ? " rise without limit" : " fall to nothing");
    logreg__say(s, ".");
    if (at.far)
        logreg__say(
            s, " No row is there, since some number is never 0: it is a place to count from, and no more.");
}
