/* What odds ratios say. */
#include <math.h>
#include <string.h>

#include "figures/kinds/caveats.h"
#include "figures/kinds/forest.h"
#include "report/summary/summary.h"

/* Ratios without a place that are named. */
enum { NAMED = 4 };

static bool is_without(const logreg_coefficient *c, logreg_coef_status why)
{
    return strcmp(c->name, "(Intercept)") != 0 && c->status == why;
}

/* Ratios that have no place on the axis: how many are so, and the first of them. */
static void write_without(logreg__page *text, const logreg__forest *p, logreg_coef_status why,
                          const char *what)
{
    size_t n = 0, named = 0;
    for (size_t i = 0; i < p->inference->n_coefficients; i++)
        n += is_without(&p->inference->coefficient[i], why);
    if (n == 0)
        return;
    logreg__page_format(text, n == 1 ? " One ratio is %s" : " Ratios that are %s", what);
    for (size_t i = 0; i < p->inference->n_coefficients && named < NAMED; i++) {
        const logreg_coefficient *c = &p->inference->coefficient[i];
        if (!is_without(c, why))
            continue;
        logreg__page_add(text, named++ ? ", " : "");
        if (c->class_name) {
            logreg__page_name(text, c->class_name, LOGREG__RATIO_CLASS);
            logreg__page_add(text, ": ");
        }
        logreg__page_name(text, c->name, LOGREG__RATIO_NAME);
    }
    if (n > named)
        logreg__page_format(text, " and %zu more", n - named);
    logreg__page_add(text, ".");
}

/* Columns without a part in the model: those drawn, and where some are not, all. */
static void write_dropped(logreg__page *text, const logreg__forest *p)
{
    size_t n = 0, drawn = 0;
    for (size_t i = 0; i < p->inference->n_coefficients; i++)
        n += logreg__ratio_dropped(&p->inference->coefficient[i], p->model);
    for (size_t i = 0; i < p->n; i++)
        drawn += logreg__ratio_dropped(p->row[i], p->model);
    if (n == 0)
        return;
    logreg__page_add(text, " The penalty dropped ");
    logreg__write_count(text, (double)n, "column", "columns");
    logreg__page_add(text, drawn == 0 ? "."
                           : n == 1   ? ", which is hollow, at 1."
                                      : ", which are hollow, at 1.");
}

void logreg__forest_words(logreg_figure *f, const logreg__forest *p)
{
    logreg__page *text = &f->sentences;
    bool intervals = false;
    for (size_t i = 0; i < p->n; i++)
        intervals = intervals || !isnan(p->row[i]->low);
    logreg__page_add(&f->title, "Odds ratios of ");
    logreg__page_name(&f->title, logreg__target_name(p->model), 24);
    if (logreg_model_classes(p->model) == 2)
        logreg__write_label(&f->title, p->model, 1, 16);
    if (logreg_model_classes(p->model) > 2) {
        logreg__page_add(text, "Classes against ");
        logreg__page_name(text, logreg_model_class(p->model, 0), LOGREG__NAME_ROOM);
        logreg__page_add(text, ". ");
    }
    logreg__page_add(text, p->deviations ? "Numbers count by their standard deviation"
                                         : "Numbers count by one unit");
    if (intervals) {
        logreg__page_add(text, "; bars are ");
        logreg__write_percent(text, p->inference->level);
        logreg__page_add(text, strcmp(p->inference->method, "bootstrap") == 0 ? " bootstrap" : " Wald");
        logreg__page_add(text, " intervals, blue where they leave out 1");
    }
    logreg__page_add(text, ".");
    write_dropped(text, p);
    logreg__write_products(text, p->model);
    if (p->left_out)
        logreg__page_format(text, " The %zu weakest are not drawn.", p->left_out);
    write_without(text, p, LOGREG_COEF_PLUS_INFINITY,
                  "infinite, since classes are separated, and not drawn: ");
    write_without(text, p, LOGREG_COEF_MINUS_INFINITY, "0, since classes are separated, and not drawn: ");
    write_without(text, p, LOGREG_COEF_UNDETERMINED, "left open by separation: ");
    write_without(text, p, LOGREG_COEF_ALIASED, "of a column that others make up: ");
}
