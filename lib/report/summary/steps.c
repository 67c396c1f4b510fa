/* The way of a stepwise choice: a model a line. */
#include <math.h>

#include "report/json/document.h"
#include "report/page/figure.h"
#include "report/summary/steps.h"
#include "report/summary/summary.h"
#include "report/page/table.h"
#include "report/json/values.h"

enum { PARAMETERS, DEVIANCE, CRITERION, N_COLUMNS };

static void fill(logreg__table_row *row, size_t i, int room, const void *data)
{
    const logreg_step_row *s = &((const logreg_steps *)data)->step[i];
    const logreg__signs *sign = row->label.sign;
    logreg__page_add(&row->label, s->term ? (s->added ? "+ " : "- ") : "the start");
    if (s->term)
        logreg__page_name(&row->label, s->term, room - 2);
    logreg__figure_plain(row->cell[PARAMETERS], s->parameters, 6, sign);
    logreg__figure_fixed(row->cell[DEVIANCE], -2 * s->log_likelihood, 3, sign);
    logreg__figure_fixed(row->cell[CRITERION], s->criterion, 3, sign);
}

void logreg__write_steps(logreg__page *page, const logreg_steps *steps)
{
    const char *criterion = steps->criterion[0] == 'a' ? "AIC" : "BIC";
    logreg__page title;
    logreg__page_start_like(&title, page);
    logreg__page_format(&title, "Terms chosen by %s, %s, among %zu %s", criterion,
                        steps->direction[0] == 'b' && steps->direction[1] == 'o' ? "both ways"
                                                                                 : steps->direction,
                        steps->n_fits, steps->n_fits == 1 ? "model" : "models");
    page->text.failed = page->text.failed || title.text.failed;
    if (!page->text.failed) {
        const logreg__table_column column[N_COLUMNS] = {
            [PARAMETERS] = {"k", 1, ""},
            [DEVIANCE] = {page->ascii ? "-2 log L" : "−2 log L", 1, NULL},
            [CRITERION] = {criterion, 1, NULL},
        };
        logreg__write_title(page, logreg__page_string(&title));
        logreg__table_print(page, &(logreg__table){steps->n, N_COLUMNS, column, fill, steps});
    }
    logreg__page_free(&title);
}

static json_t *item(const logreg_step_row *s)
{
    json_t *object = json_object();
    logreg__json_set(&object, "action", json_string(!s->term ? "start" : s->added ? "add" : "drop"));
    logreg__json_set(&object, "term", logreg__json_name(s->term));
    logreg__json_set(&object, "parameters", logreg__json_count(s->parameters));
    logreg__json_set(&object, "log_likelihood", logreg__json_real(s->log_likelihood));
    logreg__json_set(&object, "criterion", logreg__json_real(s->criterion));
    return object;
}

void logreg__document_steps(logreg__page *page, const logreg_steps *steps)
{
    json_t *object = json_object(), *list = json_array();
    for (size_t i = 0; i < steps->n; i++)
        logreg__json_append(&list, item(&steps->step[i]));
    logreg__json_set(&object, "criterion", json_string(steps->criterion));
    logreg__json_set(&object, "direction", json_string(steps->direction));
    logreg__json_set(&object, "n_fits", logreg__json_count((double)steps->n_fits));
    logreg__json_set(&object, "steps", list);
    logreg__document_put(page, "selection", object);
}
