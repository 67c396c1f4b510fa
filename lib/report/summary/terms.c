/* The table of tests of whole terms. */
#include "report/summary/summary.h"

#include <math.h>

#include "model/model.h"
#include "report/page/table.h"

enum { DF, LR, LR_P, SCORE_P, WALD_P, N_COLUMNS };

/* Columns where Wald's test is the only one. */
enum { WALD_DF, WALD, WALD_ONLY_P, N_WALD_COLUMNS };

typedef struct {
    const logreg_inference *inference;
    bool wald_only, mended;
} tests;

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const tests *all = data;
    const logreg_term_test *t = &all->inference->term[i];
    const logreg_test *first = all->wald_only ? &t->wald : &t->lr;
    logreg__page_add(&row->label, "  ");
    logreg__page_name(&row->label, all->inference->term_name[i], room - 2);
    if (first->df == 0) {
        row->remark = "no columns of its own";
        return;
    }
    if (isnan(first->statistic)) {
        row->remark = all->mended      ? "rests on the mending"
                      : all->wald_only ? "needs more clusters"
                                       : "not found";
        return;
    }
    logreg__write_test_df(row->cell[DF], first, row->label.sign);
    logreg__figure_fixed(row->cell[LR], first->statistic, 2, row->label.sign);
    logreg__figure_p(row->cell[LR_P], first->p);
    if (all->wald_only)
        return;
    logreg__figure_p(row->cell[SCORE_P], t->score.p);
    logreg__figure_p(row->cell[WALD_P], t->wald.p);
}

void logreg__write_terms(logreg__page *page, const logreg_model *model, const logreg_inference *inference)
{
    if (inference->n_terms == 0)
        return;
    const tests all = {inference, logreg__model_robust(model), logreg_model_vcov_mended(model)};
    logreg__write_title(page, all.wald_only
                                  ? "Tests of each term, in the whole model"
                                  : "Tests of each term, in the model without the terms that contain it");
    const logreg__table_column column[N_COLUMNS] = {
        [DF] = {"df", 1, ""},
        [LR] = {page->ascii ? "LR chi2" : "LR χ²", 1, NULL},
        [LR_P] = {"p (LR)", 1, NULL},
        [SCORE_P] = {"p (score)", 1, NULL},
        [WALD_P] = {"p (Wald)", 1, NULL},
    };
    const logreg__table_column wald_column[N_WALD_COLUMNS] = {
        [WALD_DF] = {"df", 1, ""},
        [WALD] = {logreg_model_sampling_weights(model) ? "Wald F"
                  : page->ascii                        ? "Wald chi2"
                                                       : "Wald χ²",
                  1, NULL},
        [WALD_ONLY_P] = {"p", 1, NULL},
    };
    int of_likelihood = logreg_model_separation(model) != LOGREG_SEPARATION_NONE ? SCORE_P : N_COLUMNS;
    logreg__table_print(page,
                        &(logreg__table){inference->n_terms, all.wald_only ? N_WALD_COLUMNS : of_likelihood,
                                         all.wald_only ? wald_column : column, fill, &all});
}
