/* A line for each of many classes, which is the event to it, and all others are the rest. A few share a panel, in which a name stands where its line is farthest from the
 * others; of more each has a panel of its own, with the others faint behind it. */
#include "figures/kinds/rest.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/rest_words.h"

static const logreg__rest_view views[] = {
    {"roc", "roc", "ROC curves of ", "False positive rate", "True positive rate", "the false positive rate",
     "the true one", "fpr", "tpr", "AUC", "AUC", true},
    {"precision-recall", "precision_recall", "Precision and recall of ", "Recall: share of the class found",
     "Precision: right of those said", "recall", "precision", "recall", "precision", "average precision",
     "AP", true},
    {"calibration", "calibration", "Predicted and observed ", "Predicted probability", "Share of the class",
     "the predicted probability", "the share of the class", "prob_pred", "prob_true", NULL, NULL, true},
    {"gain", "gain", "Gain for each class of ", "Share of rows, likeliest first", "Share of the class found",
     "the share of rows, likeliest first", "the share of the class found", "rate", "gain", NULL, NULL, false},
    {"lift", "gain", "Lift for each class of ", "Share of rows, likeliest first",
     "Times as many of the class as by chance", "the share of rows, likeliest first",
     "how many times as many of the class as by chance", "rate", "lift", NULL, NULL, false},
};

typedef logreg__rest plot;

/* ---- Lines ---- */

/* Precision by the steps that average precision sums, from the highest threshold down; the point that says nothing has no precision of its own. */
static void take_steps(logreg__trail *t, const double *recall, const double *precision, size_t n)
{
    for (size_t i = n - 1; i-- > 0;) {
        t->x[t->n] = i + 2 < n ? recall[i + 1] : 0;
        t->y[t->n++] = precision[i];
        t->x[t->n] = recall[i];
        t->y[t->n++] = precision[i];
    }
}

static void take_trail(plot *p, size_t k)
{
    const logreg_curve *c = p->e->curve[k];
    const double *x = logreg_curve_column(c, p->view->across), *y = logreg_curve_column(c, p->view->up);
    logreg__trail *t = &p->trail[k];
    if (logreg__rest_is(p, "precision-recall"))
        take_steps(t, x, y, c->n_points);
    for (size_t i = 0; !logreg__rest_is(p, "precision-recall") && i < c->n_points; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        if (t->n == 0 &&
            logreg__rest_is(
                p, "lift")) { /* rows of equal probability have, in any order, as many events on average */
            t->x[t->n] = 0;
            t->y[t->n++] = y[i];
        }
        t->x[t->n] = x[i];
        t->y[t->n++] = y[i];
    }
    if (t->n && (isnan(t->x[t->n - 1]) || isnan(t->y[t->n - 1]))) /* of a class without rows */
        t->n = 0;
    for (size_t i = 0; i < t->n; i++)
        p->top = fmax(p->top, t->y[i]);
}

static logreg_status take_all(plot *p, logreg_error *err)
{
    for (size_t k = 0; k < p->drawn; k++) {
        size_t room = 2 * p->e->curve[k]->n_points + 1;
        p->trail[k].x = logreg__new(room, 2 * sizeof(double));
        if (!p->trail[k].x)
            return logreg__fail_memory(err);
        p->trail[k].y = p->trail[k].x + room;
        take_trail(p, k);
    }
    return LOGREG_OK;
}

/* ---- Names ---- */

static void add_name(logreg_figure *f, plot *p, size_t k)
{
    static const logreg_shape shapes[] = {LOGREG_CIRCLE, LOGREG_SQUARE, LOGREG_TRIANGLE, LOGREG_DIAMOND};
    const logreg__trail *t = &p->trail[k];
    const logreg_mark mark = {.colour = (int)k, .size = 1.5, .shape = shapes[k % 4]};
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    logreg__write_rest_class(&name, p, k);
    logreg__write_rest_area(&name, p, k, ":");
    logreg__trail_anchor(p->anchor, p->trail, p->drawn, k, p->top, logreg__rest_is(p, "calibration"));
    if (logreg__rest_is(p, "calibration"))
        logreg_figure_points(f, t->x, t->y, t->n, &mark);
    else
        logreg_figure_points(f, &p->anchor[k][0], &p->anchor[k][1], 1, &mark);
    logreg_figure_label(f, p->anchor[k][0], p->anchor[k][1], logreg__page_string(&name),
                        &(logreg_mark){.colour = (int)k, .right = 1, .up = -0.6, .beside = true});
    f->failed = f->failed || name.text.failed;
    logreg__page_free(&name);
}

/* ---- The figure ---- */

static void add_axes(logreg_figure *f, const plot *p)
{
    bool lift = logreg__rest_is(p, "lift"), chance = !logreg__rest_is(p, "precision-recall"),
         own = !logreg__rest_shares(p);
    logreg__axis_between(f, 'x', own ? NULL : p->view->x, 0, 1, 0.012, own ? 3 : 5);
    logreg__axis_between(f, 'y', own ? NULL : p->view->y, 0, lift ? 1.08 * p->top : 1, 0.012, own ? 3 : 5);
    if (chance)
        logreg_figure_line(f, (const double[]){0, 1}, (const double[]){lift, 1}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
    if (chance && !own && !logreg__rest_is(p, "calibration"))
        logreg_figure_label(f, 0.8, lift ? 1 : 0.8, "chance",
                            &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85, .right = 1, .up = -0.8});
}

static void add_bars(logreg_figure *f, const plot *p, size_t k, int colour)
{
    const logreg_curve *c = p->e->curve[k];
    const double *x = logreg_curve_column(c, "prob_pred");
    logreg_figure_segments(f, x, logreg_curve_column(c, "conf_low"), x, logreg_curve_column(c, "conf_high"),
                           c->n_points, &(logreg_mark){.colour = colour, .size = 1.4, .opacity = 0.6});
}

/* All in one panel. */
static logreg_status add_together(logreg_figure *f, plot *p, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    bool bins = logreg__rest_is(p, "calibration");
    if (p->view->square) {
        logreg_figure_size(f, 1100, 1100);
        logreg_figure_square(f);
    }
    add_axes(f, p);
    for (size_t k = 0; status == LOGREG_OK && k < p->drawn; k++) {
        if (bins)
            add_bars(f, p, k, (int)k);
        status = logreg__trail_draw(f, &p->trail[k], &(logreg_mark){.colour = (int)k, .size = bins ? 1.6 : 3},
                                    err);
    }
    for (size_t k = 0; status == LOGREG_OK && k < p->drawn; k++)
        if (p->trail[k].n)
            add_name(f, p, k);
    return status;
}

/* A panel of class k. */
static logreg_status add_panel(logreg_figure *f, const plot *p, size_t k, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    bool bins = logreg__rest_is(p, "calibration");
    const logreg__trail *t = &p->trail[k];
    logreg__page title, area;
    logreg__page_start_like(&title, &f->title);
    logreg__page_start_like(&area, &f->title);
    logreg__write_rest_class(&title, p, k);
    logreg__write_rest_area(&area, p, k, p->view->briefly);
    logreg_figure_panel(f, logreg__page_string(&title));
    add_axes(f, p);
    for (size_t c = 0; status == LOGREG_OK && !bins && c < p->drawn; c++)
        if (c != k)
            status = logreg__trail_draw(
                f, &p->trail[c], &(logreg_mark){.colour = LOGREG_PALE, .size = 1, .opacity = 0.6}, err);
    if (bins)
        add_bars(f, p, k, LOGREG_STEEL);
    if (status == LOGREG_OK)
        status = logreg__trail_draw(f, t, &(logreg_mark){.size = bins ? 1.6 : 3}, err);
    if (bins)
        logreg_figure_points(f, t->x, t->y, t->n, &(logreg_mark){.size = 1});
    if (area.text.length) /* in the corner that a good curve leaves free */
        logreg_figure_label(f, logreg__rest_is(p, "roc") ? 1 : 0, 0, logreg__page_string(&area),
                            &(logreg_mark){.colour = LOGREG_INK,
                                           .size = 0.85,
                                           .align = logreg__rest_is(p, "roc") ? 1 : -1,
                                           .right = logreg__rest_is(p, "roc") ? -0.4 : 0.6,
                                           .up = 0.7});
    f->failed = f->failed || title.text.failed || area.text.failed;
    logreg__page_free(&title);
    logreg__page_free(&area);
    return status;
}

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    enum { COLUMNS = 4 };
    logreg_status status = take_all(p, err);
    if (status != LOGREG_OK)
        return status;
    logreg__rest_words(f, p);
    for (size_t k = 0; k < p->drawn; k++)
        logreg__rest_say(f, p, k);
    if (logreg__rest_shares(p))
        return add_together(f, p, err);
    logreg_figure_columns(f, COLUMNS);
    logreg_figure_size(f, 1600,
                       260 + (p->view->square ? 390 : 420) * (int)((p->drawn + COLUMNS - 1) / COLUMNS));
    if (p->view->square)
        logreg_figure_square(f);
    for (size_t k = 0; status == LOGREG_OK && k < p->drawn; k++)
        status = add_panel(f, p, k, err);
    return status;
}

logreg_status logreg__rest_build(logreg_figure *f, const logreg__order *order, const char *kind,
                                 logreg_error *err)
{
    const logreg__rest_view *v = views;
    while (strcmp(v->kind, kind) != 0)
        v++;
    plot p = {.order = order, .view = v, .top = strcmp(kind, "lift") == 0 ? 0 : 1};
    logreg_status status = logreg__evaluated(&p.e, order, v->curve, NULL, "a curve", err);
    if (status != LOGREG_OK)
        return status;
    p.drawn = p.e->n_classes < LOGREG__REST_MOST ? p.e->n_classes : LOGREG__REST_MOST;
    status = build(f, &p, err);
    for (size_t k = 0; k < p.drawn; k++)
        free(p.trail[k].x);
    logreg_evaluation_free(p.e);
    return status;
}
