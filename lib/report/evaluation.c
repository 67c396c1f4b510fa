/* An evaluation as text: rows, metrics, confusion matrix. */
#include <string.h>

#include "base/error.h"
#include "report/evaluation.h"
#include "report/page/figure.h"
#include "report/goodness.h"
#include "report/options.h"
#include "report/summary/summary.h"
#include "report/page/table.h"

/* Room for a class above a column of the matrix. */
#define CLASS_ROOM 12

#define THRESHOLD_DIGITS 15

/* How the threshold was chosen, and what that does. */
static void write_rule(logreg__page *page, const logreg_evaluation *e)
{
    char text[LOGREG__FIGURE_SIZE], rule[LOGREG__RULE_SIZE];
    logreg__page note;
    logreg__page_start_like(&note, page);
    const logreg_threshold_kind *kind = logreg__rule_text(rule, &e->rule);
    logreg__page_format(
        &note,
        "It was chosen on these rows by %s, %s, so that it flatters them: judge it on others, "
        "with --threshold %s.",
        rule, kind->summary, logreg__figure_plain(text, e->threshold, THRESHOLD_DIGITS, page->sign));
    logreg__page_paragraph(page, LOGREG__PLAIN, "", 2, &note);
}

const logreg_threshold_kind *logreg__rule_text(char *text, const logreg_threshold_rule *rule)
{
    size_t k = 0, at = strlen(strcpy(text, rule->name));
    while (strcmp(logreg_threshold_at(k)->name, rule->name) != 0)
        k++;
    for (size_t i = 0; i < logreg_threshold_at(k)->n_values; i++) {
        text[at++] = i ? ',' : ':';
        at += logreg_number_text(text + at, rule->value[i]);
    }
    return logreg_threshold_at(k);
}

bool logreg__write_stated(logreg__page *page, const char *before, const logreg_model *m)
{
    size_t n = 0;
    for (size_t k = 0; k < logreg_model_classes(m); k++) {
        const char *column = logreg_model_probability(m, k);
        if (!column)
            continue;
        logreg__page_add(page, n++ ? ", " : before);
        logreg__page_name(page, column, LOGREG__NAME_ROOM);
    }
    return n > 0;
}

static void write_rows(logreg__page *page, const logreg_model *m, const logreg_evaluation *e)
{
    logreg__page_styled(page, LOGREG__BOLD, "Evaluation");
    logreg__page_add(page, "\n  ");
    logreg__write_count(page, (double)e->n_rows, "row", "rows");
    size_t missing = e->n_rows - e->n_used - e->n_weightless;
    if (e->n_weightless)
        logreg__page_format(page, ", %zu %s", e->n_weightless,
                            logreg_model_trials(m) ? "of no trials or weight" : "of weight 0");
    if (missing)
        logreg__page_format(page, ", %zu with missing values left out", missing);
    if (e->n_obs != (double)e->n_used) {
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_format(page, ", %s %s", logreg__figure_plain(text, e->n_obs, 12, page->sign),
                            logreg_model_grouped(m) ? "trials" : "by weight");
    }
    logreg__page_add(page, "\n");
    if (logreg__write_stated(page, "  Probabilities of the file: ", m))
        logreg__page_add(page, "\n");
    if (e->n_classes == 2) {
        logreg__page_add(page, "  Event: ");
        logreg__write_event(page, m, 1);
        char text[LOGREG__FIGURE_SIZE];
        logreg__page_format(page, ", said from a probability of %s on\n",
                            logreg__figure_plain(text, e->threshold, THRESHOLD_DIGITS, page->sign));
    }
    if (e->rule.name)
        write_rule(page, e);
}

/* What both tables read. */
typedef struct {
    const logreg_model *model;
    const logreg_evaluation *evaluation;
} source;

static void start_row(logreg__table_row *row, size_t i, int room, const source *s)
{
    logreg__page_add(&row->label, "  ");
    logreg__page_name(&row->label, logreg_model_class(s->model, i), room - 2);
}

static void matrix_row(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    size_t K = s->evaluation->n_classes;
    start_row(row, i, room, s);
    for (size_t j = 0; j < K; j++)
        logreg__figure_plain(row->cell[j], s->evaluation->confusion[i * K + j], 9, row->label.sign);
}

/* Of a class: its rows, those said to be of it, those of them that are. */
static void class_row(logreg__table_row *row, size_t i, int room, const void *data)
{
    const source *s = data;
    size_t K = s->evaluation->n_classes;
    double rows = 0, said = 0;
    for (size_t j = 0; j < K; j++) {
        rows += s->evaluation->confusion[i * K + j];
        said += s->evaluation->confusion[j * K + i];
    }
    start_row(row, i, room, s);
    logreg__figure_plain(row->cell[0], rows, 9, row->label.sign);
    logreg__figure_plain(row->cell[1], said, 9, row->label.sign);
    logreg__figure_plain(row->cell[2], s->evaluation->confusion[i * K + i], 9, row->label.sign);
}

void logreg__write_confusion(logreg__page *page, const logreg_model *model, const logreg_evaluation *e)
{
    const source rows = {model, e}, *s = &rows;
    size_t K = e->n_classes;
    if (K > LOGREG__TABLE_COLUMNS) {
        static const logreg__table_column column[] = {{"rows", 1, ""}, {"said", 1, NULL}, {"right", 1, NULL}};
        logreg__write_title(page, "Classes: rows of each, rows said to be of it, and how many of these are");
        logreg__table_print(page, &(logreg__table){K, 3, column, class_row, s});
        return;
    }
    logreg__page title[LOGREG__TABLE_COLUMNS];
    logreg__table_column column[LOGREG__TABLE_COLUMNS];
    for (size_t j = 0; j < K; j++) {
        logreg__page_start_like(&title[j], page);
        logreg__page_name(&title[j], logreg_model_class(s->model, j), CLASS_ROOM);
        column[j] = (logreg__table_column){logreg__page_string(&title[j]), 1, j ? NULL : "said to be"};
    }
    logreg__write_title(page, "Confusion matrix: a line for what is so, a column for what is said");
    logreg__table_print(page, &(logreg__table){K, (int)K, column, matrix_row, s});
    for (size_t j = 0; j < K; j++) {
        page->text.failed = page->text.failed || title[j].text.failed;
        logreg__page_free(&title[j]);
    }
}

logreg_status logreg_report_evaluation(char **text, const logreg_model *model,
                                       const logreg_evaluation *evaluation,
                                       const logreg_report_options *options, logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page;
    logreg__page_start(&page, &o);
    write_rows(&page, model, evaluation);
    logreg__write_metrics(&page, evaluation, o.conf_level);
    logreg__write_confusion(&page, model, evaluation);
    if (o.class_report)
        logreg__write_class_report(&page, model, evaluation);
    for (size_t i = 0; i < evaluation->n_curves; i++)
        logreg__write_curve(&page, model, evaluation->curve[i]);
    if (o.contest)
        logreg__write_contest(&page, o.contest, o.contest_name, o.conf_level);
    if (o.validation)
        logreg__write_validation(&page, model, o.validation, o.conf_level);
    return logreg__page_finish(text, &page, err);
}
