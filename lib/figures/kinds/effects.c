/* The event's probability along each variable, or that of each of many classes, the others at their mean or reference level, or where they were told to be. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/effects.h"
#include "figures/setting/layout.h"
#include "figures/kinds/stands.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Columns of a variable's name, and of a level's that is short enough for three panels side by side. */
enum { TITLE_ROOM = 60, NAME_SHORT = 8 };

/* Width of all panels, what is not the panel's own of its share, what names beside it take, and between two labels below it. */
enum { WIDTH = 1600, MARGINS = 260, NAMES = 180, LABEL_GAP = 16 };

/* Heights: of the title, of a row of panels, of a level's row and of all but these in a panel. */
enum { HEAD_HEIGHT = 200, PANEL_HEIGHT = 520, LEVEL_HEIGHT = 36, FRAME_HEIGHT = 200 };

typedef logreg__effect_plot plot;

size_t logreg__effect_levels(const logreg_variable *v)
{
    return v->n_levels < LOGREG__EFFECT_LEVELS ? v->n_levels : LOGREG__EFFECT_LEVELS;
}

bool logreg__effect_shown(const logreg__effect_plot *p, size_t i, logreg_variable *v)
{
    return logreg_model_variable(p->order->model, i, v) == LOGREG_OK &&
           !(v->kind == LOGREG_NUMERIC && logreg__other_kind(p->order->model, i) != SIZE_MAX);
}

/* A number of two values in the rows that there are, as which it is drawn: nothing lies between them. */
typedef struct {
    double value[2];
    char text[2][LOGREG__FIGURE_SIZE];
    const char *level[2];
    bool only; /* it is one */
} pair;

static void look_for_pair(pair *two, const plot *p, const logreg_variable *v)
{
    const logreg_frame *frame = p->order->frame;
    size_t column = frame && v->kind == LOGREG_NUMERIC ? logreg_frame_find(frame, v->name) : SIZE_MAX;
    *two = (pair){.value = {v->min, v->max}, .level = {two->text[0], two->text[1]}};
    if (column == SIZE_MAX || logreg_frame_kind(frame, column) != LOGREG_NUMERIC || !(v->min < v->max))
        return;
    for (size_t row = 0; row < logreg_frame_rows(frame); row++) {
        double x = logreg_frame_number(frame, row, column);
        if (!isnan(x) && x != v->min && x != v->max)
            return;
    }
    for (int k = 0; k < 2; k++)
        logreg__figure_plain(two->text[k], two->value[k], 12, p->sign);
    two->only = true;
}

static logreg_status evaluate(logreg__grid *grid, plot *p, size_t i, const logreg_variable *v,
                              const pair *two, double *low, double *high, logreg_error *err)
{
    p->subject.variable = i;
    p->subject.v = *v;
    if (v->kind == LOGREG_CATEGORY || two->only)
        return logreg__grid_along(grid, p->order->model, i, two->only ? two->value : NULL,
                                  two->only ? 2 : logreg__effect_levels(v), p->subject.stand,
                                  p->subject.n_stands, p->subject.offset, p->order->options->conf_level, err);
    if (!logreg__lines_range(low, high, v))
        return logreg__fail(err, LOGREG_EINVAL, "'%.80s' has a range that no axis can hold", v->name);
    return logreg__lines_grid(grid, &p->subject, *low, *high, LOGREG__EFFECT_POINTS, err);
}

/* The scale of all: from 0 to 1 unless all probabilities lie near one of the two. */
static void widen(plot *p, const logreg__grid *grid)
{
    size_t K = grid->classes, highest = 0;
    for (size_t i = 0; i < grid->n; i++) {
        for (size_t k = 0; k < K; k++) {
            p->rises[k] = fmax(p->rises[k], grid->P[i * K + k]);
            highest = p->rises[k] > p->rises[highest] ? k : highest;
        }
        double P = grid->P[i * K + 1];
        p->all.low = K > 2 ? 0 : fmin(p->all.low, isnan(grid->low[i]) ? P : grid->low[i]);
        p->all.high = fmax(p->all.high, K > 2 ? p->rises[highest] : isnan(grid->high[i]) ? P : grid->high[i]);
    }
}

/* How much room the names of a factor's levels ask for. */
static void measure(plot *p, const logreg_variable *v)
{
    size_t n = logreg__effect_levels(v);
    int before = 0;
    for (size_t i = 0; i < n; i++) {
        int wide = logreg__columns(v->levels[i], strlen(v->levels[i]));
        double apart = LOGREG__LETTER_WIDTH * 0.5 * (before + wide) + LABEL_GAP;
        p->longest = wide > p->longest ? wide : p->longest;
        p->crowd = i ? fmax(p->crowd, ((double)n + 0.2) * apart) : p->crowd;
        before = wide;
    }
    p->levels = n > p->levels ? n : p->levels;
}

/* Names that have no room below the panels are put beside rows. */
static void lay_out(logreg_figure *f, plot *p)
{
    bool named = p->all.choice.n > 1; /* classes beside each panel */
    p->columns = p->n == 1 ? 1 : p->n == 2 || p->n == 4 || named ? 2 : 3;
    p->all.rows = p->crowd > WIDTH / p->columns - MARGINS - (named ? NAMES : 0);
    if (p->all.rows && p->longest > NAME_SHORT && p->columns > 2)
        p->columns = 2;
    int rows = ((int)p->n + p->columns - 1) / p->columns, height = PANEL_HEIGHT;
    if (rows == 1 && p->columns == 1)
        height *= 2;
    else if (p->all.rows)
        height = (int)fmax(height, FRAME_HEIGHT + LEVEL_HEIGHT * (double)p->levels);
    logreg_figure_columns(f, p->columns);
    logreg_figure_size(f, WIDTH, HEAD_HEIGHT + height * rows);
}

/* Of the class that it moves most. */
static double swing_of(const logreg__grid *grid)
{
    double swing = 0;
    for (size_t k = grid->classes == 2; k < grid->classes; k++) {
        double least = 1, most = 0;
        for (size_t i = 0; i < grid->n; i++) {
            least = fmin(least, grid->P[i * grid->classes + k]);
            most = fmax(most, grid->P[i * grid->classes + k]);
        }
        swing = fmax(swing, most - least);
    }
    return swing;
}

/* The classes that are drawn: of two the event alone. */
static void choose_classes(plot *p)
{
    size_t K = logreg_model_classes(p->all.model);
    const logreg__grid highest = {.n = 1, .classes = K, .P = p->rises};
    p->all.choice = K == 2 ? (logreg__choice){.n = 1, .class = {1}} : logreg__lines_choose(&highest);
}

/* First a look at all, for the scale; then the panels. */
static logreg_status add_panels(logreg_figure *f, plot *p, bool look, logreg_error *err)
{
    logreg_status status = LOGREG_OK;
    size_t shown = 0;
    for (size_t i = 0; status == LOGREG_OK && i < logreg_model_variables(p->order->model); i++) {
        logreg_variable v;
        logreg__grid grid = {0};
        pair two;
        double low = 0, high = 1;
        if (!logreg__effect_shown(p, i, &v))
            continue;
        if (shown++ >= LOGREG__EFFECT_PANELS)
            continue;
        look_for_pair(&two, p, &v);
        status = evaluate(&grid, p, i, &v, &two, &low, &high, err);
        if (status != LOGREG_OK)
            return status;
        if (two.only) {
            v.kind = LOGREG_CATEGORY;
            v.n_levels = 2;
            v.levels = two.level;
        }
        if (look) {
            widen(p, &grid);
            p->intervals = p->intervals || logreg__grid_has_interval(&grid);
            if (!p->strongest || swing_of(&grid) > p->swing) {
                p->swing = swing_of(&grid);
                p->strongest = v.name;
            }
            if (v.kind == LOGREG_CATEGORY)
                measure(p, &v);
        } else {
            char *title = logreg__figure_short(f, v.name, TITLE_ROOM);
            logreg_figure_panel(f, title ? title : "");
            free(title);
            if (v.kind == LOGREG_CATEGORY)
                logreg__effect_factor(f, &p->all, &grid, &v);
            else
                logreg__effect_number(f, &p->all, &grid, low, high);
            logreg__effect_say(f, p, &grid, &v, low, high);
        }
        logreg__grid_free(&grid);
    }
    p->n = shown < LOGREG__EFFECT_PANELS ? shown : LOGREG__EFFECT_PANELS;
    p->left_out = shown - p->n;
    return status;
}

logreg_status logreg__build_effects(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.order = order, .sign = f->title.sign, .all = {.model = order->model, .low = 1, .high = 0}};
    logreg_report_options choice = logreg_report_options_default();
    choice.conf_level = order->options->conf_level;
    logreg_status status = logreg__subject_choose(&p.subject, order->model, order->frame, &choice, err);
    if (status != LOGREG_OK)
        return status;
    if (logreg__subject_lacks(&p.subject))
        return logreg__fail(err, LOGREG_EINVAL, "there are no effects to draw: %s",
                            logreg__subject_lacks(&p.subject));
    logreg__stand *stand = NULL;
    status = logreg__stands_new(&stand, order->model, order->options, err);
    p.subject.stand = stand;
    p.subject.n_stands = order->options->n_at;
    if (status == LOGREG_OK)
        status = add_panels(f, &p, true, err);
    p.all.high = logreg__scale_top(p.all.high);
    p.all.low = p.all.high < 1 ? 0 : 1 - logreg__scale_top(1 - p.all.low);
    if (status == LOGREG_OK) {
        choose_classes(&p);
        lay_out(f, &p);
        logreg__effects_words(f, &p);
        if (p.n > 1)
            logreg__effects_say_strongest(f, &p);
        status = add_panels(f, &p, false, err);
    }
    free(stand);
    return status;
}
