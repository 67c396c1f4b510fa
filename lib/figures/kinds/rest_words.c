#include "figures/kinds/rest_words.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Columns of a class's name, and of its column's before it. */
enum { NAME_ROOM = 20, TARGET_ROOM = 14 };

bool logreg__rest_shares(const logreg__rest *p)
{
    return p->drawn <= LOGREG__REST_SHARE;
}

bool logreg__rest_is(const logreg__rest *p, const char *kind)
{
    return strcmp(p->view->kind, kind) == 0;
}

void logreg__write_rest_class(logreg__page *page, const logreg__rest *p, size_t k)
{
    const char *class = logreg_model_class(p->order->model, k);
    double number;
    if (logreg__number_parse(&number, class, strlen(class), '.')) {
        logreg__page_name(page, logreg__target_name(p->order->model), TARGET_ROOM);
        logreg__page_add(page, " ");
    }
    logreg__page_name(page, class, NAME_ROOM);
}

void logreg__write_rest_area(logreg__page *page, const logreg__rest *p, size_t k, const char *before)
{
    char number[LOGREG__FIGURE_SIZE];
    if (p->view->measure && p->trail[k].n)
        logreg__page_format(page, "%s %s", before,
                            logreg__figure_fixed(number, logreg__trail_area(&p->trail[k]), 3, page->sign));
}

void logreg__rest_words(logreg_figure *f, const logreg__rest *p)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, p->view->title);
    logreg__page_name(&f->title, logreg__target_name(p->order->model), 20);
    logreg__page_add(text, "Each class against all others");
    if (p->view->measure)
        logreg__page_format(
            text, ", with its %s%s,", p->view->measure,
            logreg__rest_shares(p) || strcmp(p->view->measure, p->view->briefly) == 0 ? "" : " (AP)");
    logreg__write_rows(text, p->order, p->e->n_used, p->e->n_obs);
    if (logreg__rest_is(p, "calibration")) {
        logreg__page_add(text, " Marks are shares in ten bins of about as many rows");
        logreg__page_add(text, " (");
        logreg__write_percent(text, p->order->options->conf_level);
        logreg__page_add(text, " Wilson); dotted: as predicted.");
    }
    if (!logreg__rest_shares(p))
        logreg__page_format(text, " To the right %s, upwards %s%s.", p->view->right, p->view->upwards,
                            logreg__rest_is(p, "calibration") ? "" : "; faint: the other classes");
    if (p->drawn < p->e->n_classes)
        logreg__page_format(text, " %zu more classes are not drawn.", p->e->n_classes - p->drawn);
}

/* Where bins are farthest from what was predicted. */
static void say_farthest(logreg__page *said, const logreg__trail *t)
{
    char predicted[LOGREG__FIGURE_SIZE], seen[LOGREG__FIGURE_SIZE];
    size_t far = 0;
    for (size_t i = 1; i < t->n; i++)
        far = fabs(t->y[i] - t->x[i]) > fabs(t->y[far] - t->x[far]) ? i : far;
    logreg__page_format(said, ": farthest off where %s were predicted and %s were it.",
                        logreg__figure_digits(predicted, t->x[far], 2, said->sign),
                        logreg__figure_digits(seen, t->y[far], 2, said->sign));
}

void logreg__rest_say(logreg_figure *f, const logreg__rest *p, size_t k)
{
    char number[LOGREG__FIGURE_SIZE];
    const logreg__trail *t = &p->trail[k];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__write_rest_class(&said, p, k);
    if (t->n == 0)
        logreg__page_add(&said, " has no rows.");
    else if (p->view->measure)
        logreg__page_format(&said, ": %s %s.", p->view->measure,
                            logreg__figure_fixed(number, logreg__trail_area(t), 3, said.sign));
    else if (logreg__rest_is(p, "calibration"))
        say_farthest(&said, t);
    else if (logreg__rest_is(p, "gain"))
        logreg__page_format(&said, ": the likeliest tenth of rows holds %s%% of it.",
                            logreg__figure_digits(number, 100 * logreg__trail_height(t, 0.1), 2, said.sign));
    else
        logreg__page_format(&said, ": the likeliest tenth of rows has %s times as many of it.",
                            logreg__figure_digits(number, logreg__trail_height(t, 0.1), 2, said.sign));
    logreg__figure_say(f, &said);
}
