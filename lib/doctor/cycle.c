/* Numbers that begin again, taken for measurements: a trend from January to December is honest, a season is none. */
#include "data/cycle.h"
#include "doctor/checkup.h"

#include <limits.h>
#include <stdlib.h>

#include "base/text.h"
#include "formula/token.h"

/* sin(wind / 57.3) + cos(wind / 57.3) */
static void write_waves(logreg__page *page, const char *column)
{
    logreg__text waves = {0};
    for (int k = 0; k < 2; k++) {
        logreg__text_add(&waves, k ? " + cos(" : "sin(");
        logreg__name_quote(&waves, column);
        logreg__text_add(&waves, " / 57.3)");
    }
    logreg__page_name(page, waves.start ? waves.start : "", INT_MAX);
    page->text.failed = page->text.failed || waves.failed;
    free(waves.start);
}

void logreg__see_cycle(logreg_checkup *c, size_t j)
{
    static const char *const says[LOGREG__CYCLES] = {
        [LOGREG__CYCLE_MONTHS] = "months of the year as numbers: December and January lie farthest apart",
        [LOGREG__CYCLE_HOURS] = "hours of the day as numbers: 23 and 0 lie farthest apart",
        [LOGREG__CYCLE_DEGREES] = "directions in degrees: 359 and 1 lie farthest apart",
    };
    logreg__cycle k = c->profile[j].wrapped
                          ? LOGREG__NO_CYCLE
                          : logreg__cycle_of(&c->frame->column[j], logreg_frame_rows(c->frame));
    if (!k)
        return;
    logreg__finding *f = logreg__find(c, "cycle", LOGREG_FINDING_NOTE, j);
    logreg__write_column(&f->message, c, j);
    logreg__page_format(&f->message, " holds %s.", says[k]);
    if (k == LOGREG__CYCLE_DEGREES) {
        logreg__page_add(&f->advice, "For a wave around the circle, put this into --formula: ");
        write_waves(&f->advice, c->frame->column[j].name);
        logreg__page_add(&f->advice, ".");
        return;
    }
    logreg__page_add(&f->advice, "If no trend from the first to the last is meant, --categorical ");
    logreg__write_argument(&f->advice, c, j);
    logreg__page_add(&f->advice, " gives each a coefficient.");
}
