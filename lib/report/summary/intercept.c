/* What stands below the table of coefficients about the intercept. */
#include <math.h>
#include <stdint.h>

#include "report/explain/baseline.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* "with every number at 0 and every factor at its reference" */
static void write_place(logreg__page *note, const logreg__baseline *at)
{
    logreg__page_add(note, at->number && at->factor
                               ? " with every number at 0 and every factor at its reference"
                           : at->number ? " with every variable at 0"
                           : at->factor ? " with every factor at its reference"
                                        : "");
    if (at->offset)
        logreg__page_add(note, at->number || at->factor ? " and the offset at 0" : " with the offset at 0");
}

/* "Those with every variable at 0 differ, since log(dose) is not 0 there." */
static void write_odd(logreg__page *note, const logreg__baseline *at, const logreg_model *model)
{
    logreg__page_add(note, at->number && at->factor
                               ? " Those with every number at 0 and every factor at its reference"
                           : at->number ? " Those with every variable at 0"
                                        : " Those with every factor at its reference");
    logreg__page_add(note, " differ, since ");
    logreg__page_name(note, logreg_model_coefficient_name(model, at->odd), LOGREG__NAME_ROOM);
    logreg__page_add(note, " is not 0 there.");
}

void logreg__write_intercept(logreg__page *page, const logreg_model *model)
{
    logreg__baseline at;
    if (!logreg__baseline_find(&at, model)) {
        page->text.failed = true;
        return;
    }
    logreg__page note;
    char text[LOGREG__FIGURE_SIZE];
    double b = logreg_model_coefficient(model, 1, 0);
    bool one = logreg_model_classes(model) == 2, odd = at.odd != SIZE_MAX;
    logreg__page_start_like(&note, page);
    logreg__page_format(&note,
                        one ? "The intercept is the log of the %sodds"
                            : "Each intercept is the log of the %sodds of its class",
                        odd ? "" : "baseline ");
    if (odd)
        logreg__page_add(&note, at.offset ? " where every other column and the offset are 0"
                                          : " where every other column is 0");
    if (one && isfinite(b))
        logreg__page_format(&note, ": odds of %s", logreg__figure_exp(text, b, 3, page->sign));
    if (!odd)
        write_place(&note, &at);
    logreg__page_add(&note, ".");
    if (odd)
        write_odd(&note, &at, model);
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 0, &note);
}
