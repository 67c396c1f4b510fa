/* A line for each of many classes, which is the event to it, and all others are the rest. A few share a panel, in which a name stands where its line is farthest from the
 * others; of more each has a panel of its own, with the others faint behind it. */
#include "figures/rest.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/evaluated.h"
#include "figures/trail.h"
#include "report/figure.h"
#include "report/summary.h"

/* Classes that there is room for, those that share a panel, and columns of a name. */
enum { CLASSES_MOST = 12, SHARE_MOST = 4, NAME_ROOM = 20 };

/* What a kind draws of a curve. */
typedef struct {
    const char *kind, *curve, *title, *x, *y;
    const char *right, *upwards; /* the same in a sentence */
    const char *across, *up;     /* columns of the curve */
    const char *measure;         /* what the area below is called; NULL: it is none */
    bool square;
} view;

static const view views[] = {
    {"roc", "roc", "ROC curves of ", "False positive rate", "True positive rate", "the false positive rate",
     "the true one", "fpr", "tpr", "AUC", true},
    {"precision-recall", "precision_recall", "Precision and recall of ", "Recall: share of the class found",
     "Precision: right of those said", "recall", "precision", "recall", "precision", "average precision",
     true},
    {"calibration", "calibration", "Predicted and observed ", "Predicted probability", "Share of the class",
     "the predicted probability", "the share of the class", "prob_pred", "prob_true", NULL, true},
    {"gain", "gain", "Gain for each class of ", "Share of rows, likeliest first", "Share of the class found",
     "the share of rows, likeliest first", "the share of the class found", "rate", "gain", NULL, false},
    {"lift", "gain", "Lift for each class of ", "Share of rows, likeliest first",
     "Times as many of the class as by chance", "the share of rows, likeliest first",
     "how many times as many of the class as by chance", "rate", "lift", NULL, false},
};

typedef struct {
    const logreg__order *order;
    const view *view;
    logreg_evaluation *e;
    size_t drawn;
    logreg__trail trail[CLASSES_MOST];
    double anchor[CLASSES_MOST][2]; /* of names, as far as they are put */
    double top;                     /* of the axis */
} plot;

static bool share(const plot *p)
{
    return p->drawn <= SHARE_MOST;
}

static bool is_kind(const plot *p, const char *kind)
{
    return strcmp(p->view->kind, kind) == 0;
}

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
    if (is_kind(p, "precision-recall"))
        take_steps(t, x, y, c->n_points);
    for (size_t i = 0; !is_kind(p, "precision-recall") && i < c->n_points; i++) {
        if (isnan(x[i]) || isnan(y[i]))
            continue;
        if (t->n == 0 &&
            is_kind(p,
                    "lift")) { /* rows of equal probability have, in any order, as many events on average */
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

/* "setosa 0.998" */
static void write_name(logreg__page *name, const plot *p, size_t k)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page_name(name, logreg_model_class(p->order->model, k), NAME_ROOM);
    if (p->view->measure && p->trail[k].n)
        logreg__page_format(name, " %s",
                            logreg__figure_fixed(number, logreg__trail_area(&p->trail[k]), 3, name->sign));
}

static void add_name(logreg_figure *f, plot *p, size_t k)
{
    static const logreg_shape shapes[] = {LOGREG_CIRCLE, LOGREG_SQUARE, LOGREG_TRIANGLE, LOGREG_DIAMOND};
    const logreg__trail *t = &p->trail[k];
    const logreg_mark mark = {.colour = (int)k, .size = 1.5, .shape = shapes[k % 4]};
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    write_name(&name, p, k);
    logreg__trail_anchor(p->anchor, p->trail, p->drawn, k, p->top, is_kind(p, "calibration"));
    if (is_kind(p, "calibration"))
        logreg_figure_points(f, t->x, t->y, t->n, &mark);
    else
        logreg_figure_points(f, &p->anchor[k][0], &p->anchor[k][1], 1, &mark);
    logreg_figure_label(f, p->anchor[k][0], p->anchor[k][1], logreg__page_string(&name),
                        &(logreg_mark){.colour = (int)k, .right = 1, .up = -0.6, .beside = true});
    f->failed = f->failed || name.text.failed;
    logreg__page_free(&name);
}

/* ---- Words ---- */

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    logreg__page_add(&f->title, p->view->title);
    logreg__page_name(&f->title, logreg__target_name(p->order->model), 20);
    logreg__page_add(text, "Each class against all others");
    if (p->view->measure)
        logreg__page_format(text, ", with its %s,", p->view->measure);
    logreg__write_rows(text, p->order, p->e->n_used, p->e->n_obs);
    if (is_kind(p, "calibration")) {
        logreg__page_add(text, " Marks are shares in ten bins of about as many rows");
        logreg__page_add(text, " (");
        logreg__write_percent(text, p->order->options->conf_level);
        logreg__page_add(text, " Wilson); dotted: as predicted.");
    }
    if (!share(p))
        logreg__page_format(text, " To the right %s, upwards %s%s.", p->view->right, p->view->upwards,
                            is_kind(p, "calibration") ? "" : "; faint: the other classes");
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

static void say_class(logreg_figure *f, const plot *p, size_t k)
{
    char number[LOGREG__FIGURE_SIZE];
    const logreg__trail *t = &p->trail[k];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, logreg_model_class(p->order->model, k), LOGREG__NAME_ROOM);
    if (t->n == 0)
        logreg__page_add(&said, " has no rows.");
    else if (p->view->measure)
        logreg__page_format(&said, ": %s %s.", p->view->measure,
                            logreg__figure_fixed(number, logreg__trail_area(t), 3, said.sign));
    else if (is_kind(p, "calibration"))
        say_farthest(&said, t);
    else if (is_kind(p, "gain"))
        logreg__page_format(&said, ": the likeliest tenth of rows holds %s%% of it.",
                            logreg__figure_digits(number, 100 * logreg__trail_height(t, 0.1), 2, said.sign));
    else
        logreg__page_format(&said, ": the likeliest tenth of rows has %s times as many of it.",
                            logreg__figure_digits(number, logreg__trail_height(t, 0.1), 2, said.sign));
    logreg__figure_say(f, &said);
}

/* ---- The figure ---- */

static void add_axes(logreg_figure *f, const plot *p)
{
    bool lift = is_kind(p, "lift"), chance = !is_kind(p, "precision-recall"), own = !share(p);
    logreg__axis_between(f, 'x', own ? NULL : p->view->x, 0, 1, 0.012, own ? 3 : 5);
    logreg__axis_between(f, 'y', own ? NULL : p->view->y, 0, lift ? 1.08 * p->top : 1, 0.012, own ? 3 : 5);
    if (chance)
        logreg_figure_line(f, (const double[]){0, 1}, (const double[]){lift, 1}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
    if (chance && !own && !is_kind(p, "calibration"))
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
    bool bins = is_kind(p, "calibration");
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
    bool bins = is_kind(p, "calibration");
    const logreg__trail *t = &p->trail[k];
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    write_name(&name, p, k);
    logreg_figure_panel(f, logreg__page_string(&name));
    f->failed = f->failed || name.text.failed;
    logreg__page_free(&name);
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
    return status;
}

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    enum { COLUMNS = 4 };
    logreg_status status = take_all(p, err);
    if (status != LOGREG_OK)
        return status;
    write_words(f, p);
    for (size_t k = 0; k < p->drawn; k++)
        say_class(f, p, k);
    if (share(p))
        return add_together(f, p, err);
    logreg_figure_columns(f, COLUMNS);
    logreg_figure_size(f, 1600, 260 + 420 * (int)((p->drawn + COLUMNS - 1) / COLUMNS));
    if (p->view->square)
        logreg_figure_square(f);
    for (size_t k = 0; status == LOGREG_OK && k < p->drawn; k++)
        status = add_panel(f, p, k, err);
    return status;
}

logreg_status logreg__rest_build(logreg_figure *f, const logreg__order *order, const char *kind,
                                 logreg_error *err)
{
    const view *v = views;
    while (strcmp(v->kind, kind) != 0)
        v++;
    plot p = {.order = order, .view = v, .top = strcmp(kind, "lift") == 0 ? 0 : 1};
    logreg_status status = logreg__evaluated(&p.e, order, v->curve, NULL, "a curve", err);
    if (status != LOGREG_OK)
        return status;
    p.drawn = p.e->n_classes < CLASSES_MOST ? p.e->n_classes : CLASSES_MOST;
    status = build(f, &p, err);
    for (size_t k = 0; k < p.drawn; k++)
        free(p.trail[k].x);
    logreg_evaluation_free(p.e);
    return status;
}
