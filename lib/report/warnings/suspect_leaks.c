/* Columns that tell the class by themselves. */
#include <math.h>

#include "base/number.h"
#include "model/model.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"
#include "report/warnings/suspect.h"
#include "report/warnings/suspicions.h"

void logreg__write_leak(logreg__page *page, const logreg__leak *leak, const char *target, const char *label)
{
    char text[LOGREG__FIGURE_SIZE];
    if (!(leak->auc > 0)) {
        logreg__page_format(page, " by itself gives the right class in %s of ",
                            logreg__figure_plain(text, leak->right, 10, page->sign));
        logreg__write_count(page, leak->all, label ? "row" : "trial", label ? "rows" : "trials");
        return;
    }
    logreg__page_add(page, label ? " by itself tells " : " by itself tells the events of ");
    logreg__page_name(page, target, LOGREG__NAME_ROOM);
    if (label && *label) {
        logreg__page_add(page, " = ");
        logreg__page_name(page, label, LOGREG__NAME_ROOM);
    }
    logreg__page_add(page, label ? " from the rest" : "");
    if (leak->auc == 1)
        logreg__page_add(page, " without error (AUC 1)");
    else
        logreg__page_format(page, " almost without error (AUC %s)",
                            logreg__number_format(text, fmin(leak->auc, 0.9999), 4));
}

static void write_leak(logreg__page *piece, const logreg_model *m, const logreg__suspicion *s)
{
    const char *label = m->grouped ? NULL : m->class_label[s->leak.of];
    bool met = m->target_is_condition && strcmp(label, "TRUE") == 0;
    logreg__page_name(piece, s->column, LOGREG__NAME_ROOM);
    logreg__write_leak(piece, &s->leak, logreg__target_name(m), met ? "" : label);
}

static void advise_leaks(logreg__page *piece, const logreg_model *m, size_t n)
{
    logreg__page_add(piece, n == 1
                                ? ". Ask when the column was filled in. If after the outcome was known, "
                                : ". Ask when the columns were filled in. If after the outcome was known, ");
    logreg__suspect_without(piece, m, LOGREG__SUSPECT_LEAK);
    logreg__page_format(piece, " leaves %s out; if before, keep %s", n == 1 ? "it" : "them",
                        n == 1 ? "it" : "them");
    logreg__page_add(piece, logreg_model_separation(m) ? ", and expect separation." : ".");
}

const logreg__suspect_kind logreg__suspect_leaks = {LOGREG__SUSPECT_LEAK, "; ", write_leak, advise_leaks};
