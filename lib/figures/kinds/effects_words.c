/* What effects say. */
#include "figures/kinds/caveats.h"
#include "figures/kinds/effects.h"
#include "figures/telling/turns.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Levels that have no row. */
static void write_left_out(logreg__page *text, const logreg__effect_plot *p)
{
    size_t shown = 0;
    for (size_t i = 0; i < logreg_model_variables(p->order->model); i++) {
        logreg_variable v;
        if (!logreg__effect_shown(p, i, &v) || shown++ >= LOGREG__EFFECT_PANELS ||
            v.kind != LOGREG_CATEGORY || v.n_levels <= LOGREG__EFFECT_LEVELS)
            continue;
        logreg__page_add(text, " Of ");
        logreg__page_name(text, v.name, LOGREG__NAME_ROOM);
        logreg__page_format(text, ", the first %d of %zu levels are drawn.", LOGREG__EFFECT_LEVELS,
                            v.n_levels);
    }
}

/* Where each stands while another varies. */
static void write_stands(logreg__page *text, const logreg__effect_plot *p)
{
    logreg__subject all = p->subject;
    all.variable = SIZE_MAX;
    logreg__write_others(text, &all);
}

void logreg__effects_words(logreg_figure *f, const logreg__effect_plot *p)
{
    logreg__page *text = &f->sentences;
    char number[LOGREG__FIGURE_SIZE];
    logreg__title_by(f, p->order->model, ", variable by variable", "");
    logreg__page_add(text, p->n == 1 ? "Logistic fit" : "Each varies alone");
    if (p->intervals) {
        logreg__page_add(text, "; bands and bars are ");
        logreg__write_percent(text, p->order->options->conf_level);
        logreg__page_add(text, " Wald intervals.");
    } else
        logreg__page_add(text, p->all.choice.n > 1 ? "; lines and marks are the probabilities of the classes."
                                                   : ".");
    size_t classes = logreg_model_classes(p->all.model) - (size_t)p->all.choice.n;
    if (p->all.choice.n > 1 && classes)
        logreg__page_format(text, " %zu more classes stay below %s.", classes,
                            logreg__figure_digits(number, p->all.choice.highest_left_out, 2, text->sign));
    if (p->left_out)
        logreg__page_format(text, " %zu more variable%s not drawn.", p->left_out,
                            p->left_out == 1 ? " is" : "s are");
    write_left_out(text, p);
    if (p->n > 1)
        write_stands(text, p);
    logreg__write_intervalless(text, p->order->model, p->intervals);
    logreg__say_intervalless(f, p->order->model);
    logreg__write_separated(text, p->order->model);
}

/* "0.62 at male" of a class. */
static void write_level(logreg__page *said, const logreg__grid *grid, const logreg_variable *v, size_t class,
                        size_t i)
{
    char y[LOGREG__FIGURE_SIZE];
    logreg__page_format(said, "%s at ",
                        logreg__figure_digits(y, grid->P[i * grid->classes + class], 2, said->sign));
    logreg__page_name(said, v->levels[i], LOGREG__EFFECT_NAME);
}

void logreg__effect_say(logreg_figure *f, const logreg__effect_plot *p, const logreg__grid *grid,
                        const logreg_variable *v, double low, double high)
{
    const logreg__choice *c = &p->all.choice;
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, v->name, LOGREG__NAME_ROOM);
    logreg__page_add(&said, ":");
    for (int k = 0; k < c->n; k++) {
        logreg__page_add(&said, k ? "; " : " ");
        if (grid->classes > 2) {
            logreg__page_name(&said, logreg_model_class(p->all.model, c->class[k]), LOGREG__NAME_ROOM);
            logreg__page_add(&said, " ");
        }
        const logreg__way way = {grid->P + c->class[k], grid -> classes, grid -> n, low, high};
        if (v->kind == LOGREG_NUMERIC)
            logreg__write_way(&said, &way, LOGREG__TURN * (p->all.high - p->all.low));
        for (size_t i = 0; v->kind == LOGREG_CATEGORY && i < grid->n; i++) {
            logreg__page_add(&said, i ? ", " : "");
            write_level(&said, grid, v, c->class[k], i);
        }
    }
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

void logreg__effects_say_strongest(logreg_figure *f, const logreg__effect_plot *p)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, p->strongest, LOGREG__NAME_ROOM);
    logreg__page_format(&said, " makes the largest difference, %s.",
                        logreg__figure_digits(number, p->swing, 2, said.sign));
    logreg__figure_say(f, &said);
}
