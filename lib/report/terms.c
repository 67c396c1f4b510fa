/* The table of tests of whole terms. */
#include "report/summary.h"

#include <math.h>

#include "report/table.h"

enum { DF, LR, LR_P, SCORE_P, WALD_P, N_COLUMNS };

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_inference *inference = data;
    const logreg_term_test *t = &inference->term[i];
    logreg__page_add(&row->label, "  ");
    logreg__page_name(&row->label, inference->term_name[i], room - 2);
    if (t->lr.df == 0) {
        row->remark = "no columns of its own";
        return;
    }
    if (isnan(t->lr.statistic)) {
        row->remark = "not found";
        return;
    }
    logreg__figure_plain(row->cell[DF], t->lr.df, 6, row->label.sign);
    logreg__figure_fixed(row->cell[LR], t->lr.statistic, 2, row->label.sign);
    logreg__figure_p(row->cell[LR_P], t->lr.p);
    logreg__figure_p(row->cell[SCORE_P], t->score.p);
    logreg__figure_p(row->cell[WALD_P], t->wald.p);
}

void logreg__write_terms(logreg__page *page, const logreg_inference *inference)
{
    if (inference->n_terms == 0)
        return;
    logreg__write_title(page, "Tests of each term, in the model without the terms that contain it");
    const logreg__table_column column[N_COLUMNS] = {
        [DF] = {"df", 1, ""},        [LR] = {page->ascii ? "LR chi2" : "LR χ²", 1, NULL},
        [LR_P] = {"p (LR)", 1, NULL},     [SCORE_P] = {"p (score)", 1, NULL},
        [WALD_P] = {"p (Wald)", 1, NULL},
    };
    logreg__table_print(page, &(logreg__table){inference->n_terms, N_COLUMNS, column, fill, inference});
}
