/* Precision, recall and F1 of each class, as scikit-learn's classification_report. */
#include <math.h>

#include <logreg/metrics.h>

#include "base/memory.h"
#include "report/evaluation.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

enum { PRECISION, RECALL, F1, SUPPORT, COLUMNS };

typedef struct {
    const logreg_model *model;
    const logreg_class_scores *scores; /* [K + 2] */
    size_t K;
} source;

static void score(char *cell, double value, const logreg__signs *sign)
{
    if (isnan(value))
        strcpy(cell, "none");
    else
        logreg__figure_fixed(cell, value, 4, sign);
}

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    const logreg_class_scores *scores = &s->scores[i];
    const logreg__signs *sign = row->label.sign;
    logreg__page_add(&row->label, "  ");
    if (i < s->K)
        logreg__page_name(&row->label, logreg_model_class(s->model, i), room - 2);
    else
        logreg__page_add(&row->label, i == s->K ? "macro avg" : "weighted avg");
    score(row->cell[PRECISION], scores->precision, sign);
    score(row->cell[RECALL], scores->recall, sign);
    score(row->cell[F1], scores->f1, sign);
    logreg__figure_plain(row->cell[SUPPORT], scores->support, 9, sign);
}

void logreg__write_class_report(logreg__page *page, const logreg_model *model, const logreg_evaluation *e)
{
    static const logreg__table_column column[COLUMNS] = {[PRECISION] = {"precision", 1, ""},
                                                         [RECALL] = {"recall", 1, NULL},
                                                         [F1] = {"f1", 1, NULL},
                                                         [SUPPORT] = {"support", 1, NULL}};
    size_t K = e->n_classes;
    logreg_class_scores *scores = logreg__new(K + 2, sizeof *scores);
    if (!scores) {
        page->text.failed = true;
        return;
    }
    logreg_metric_report(scores, e->confusion, K);
    logreg__write_title(page, "Classification report");
    logreg__table_print(page, &(logreg__table){K + 2, COLUMNS, column, fill, &(source){model, scores, K}});
    free(scores);
}
