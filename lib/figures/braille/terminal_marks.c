/* Marks on a canvas of braille. */
#include <math.h>

#include "base/memory.h"
#include "figures/setting/place.h"
#include "figures/braille/terminal.h"

/* Shades of a cell of an image, from nothing to full; of values below 0 the others. */
static const char *const shades[] = {" ", "░", "▒", "▓", "█"}, *const below[] = {" ", "·", "-", "=", "≡"};
static const char *const ascii_shades[] = {" ", ".", "+", "%", "#"}, *const ascii_below[] = {" ", ".", "-",
                                                                                             "=", "o"};
enum { SHADES = 5 };

/* Images of more cells than this are a background, which other marks are seen on. */
enum { CELLS_MOST = 1024 };

double logreg__scene_x(const logreg__scene *s, double x)
{
    const logreg__axis *axis = &s->panel->x;
    double value = isinf(x) ? (x > 0 ? axis->high : axis->low) : x;
    return (value - axis->low) / (axis->high - axis->low) * (2 * s->canvas.columns - 1);
}

double logreg__scene_y(const logreg__scene *s, double y)
{
    const logreg__axis *axis = &s->panel->y;
    double value = isinf(y) ? (y > 0 ? axis->high : axis->low) : y;
    return (axis->high - value) / (axis->high - axis->low) * (4 * s->canvas.rows - 1);
}

/* ---- Lines ---- */

/* The part of a line, from *from to *to of its length, on which start + t step lies within 0 and most (Liang & Barsky 1984). */
static void clip(double *from, double *to, double start, double step, double most)
{
    if (step == 0) {
        if (start < 0 || start > most)
            *to = -1;
        return;
    }
    double enters = (step > 0 ? -start : most - start) / step,
           leaves = (step > 0 ? most - start : -start) / step;
    *from = fmax(*from, enters);
    *to = fmin(*to, leaves);
}

/* A straight line; *along counts its dots, which the dashes go by. */
static void draw_line(logreg__scene *s, int layer, double x0, double y0, double x1, double y1, int dash,
                      int *along)
{
    static const int run[][2] = {{1, 0}, {3, 2}, {1, 2}, {4, 3}};
    double from = 0, to = 1;
    if (!isfinite(x0 + y0 + x1 + y1))
        return;
    clip(&from, &to, x0, x1 - x0, 2 * s->canvas.columns - 1);
    clip(&from, &to, y0, y1 - y0, 4 * s->canvas.rows - 1);
    if (from > to)
        return;
    double x = x0 + from * (x1 - x0), y = y0 + from * (y1 - y0), dx = (to - from) * (x1 - x0),
           dy = (to - from) * (y1 - y0);
    int steps = (int)ceil(fmax(fabs(dx), fabs(dy)));
    for (int i = 0; i <= steps; i++) {
        double t = steps ? i / (double)steps : 0;
        if (*along % (run[dash & 3][0] + run[dash & 3][1]) < run[dash & 3][0])
            logreg__canvas_dot(&s->canvas, layer, (int)lround(x + t * dx), (int)lround(y + t * dy));
        *along += i < steps || steps == 0;
    }
}

/* Through columns a and b of the item's rows. */
static void draw_path(logreg__scene *s, int layer, const logreg__item *item, size_t column, int dash)
{
    int along = 0;
    for (size_t i = 1; i < item->n; i++) {
        const double *p = item->value + (i - 1) * item->columns, *q = p + item->columns;
        draw_line(s, layer, logreg__scene_x(s, p[0]), logreg__scene_y(s, p[column]), logreg__scene_x(s, q[0]),
                  logreg__scene_y(s, q[column]), dash, &along);
    }
}

static void draw_segments(logreg__scene *s, int layer, const logreg__item *item)
{
    for (size_t i = 0; i < item->n; i++) {
        const double *v = item->value + 4 * i;
        int along = 0;
        draw_line(s, layer, logreg__scene_x(s, v[0]), logreg__scene_y(s, v[1]), logreg__scene_x(s, v[2]),
                  logreg__scene_y(s, v[3]), item->look.dash, &along);
    }
}

/* ---- Areas and points ---- */

static void draw_boxes(logreg__scene *s, int layer, const logreg__item *item)
{
    for (size_t i = 0; i < item->n; i++) {
        const double *v = item->value + 4 * i;
        double x0 = logreg__scene_x(s, v[0]), y0 = logreg__scene_y(s, v[1]), x1 = logreg__scene_x(s, v[2]),
               y1 = logreg__scene_y(s, v[3]);
        if (!isfinite(x0 + y0 + x1 + y1))
            continue;
        int left = (int)lround(fmax(0, fmin(x0, x1))), top = (int)lround(fmax(0, fmin(y0, y1)));
        int right = (int)lround(fmin(2 * s->canvas.columns, fmax(x0, x1))),
            bottom = (int)lround(fmin(4 * s->canvas.rows, fmax(y0, y1)));
        for (int y = top; y <= bottom; y++)
            for (int x = left; x <= right; x++)
                if ((x + y) % 2 == 0)
                    logreg__canvas_dot(&s->canvas, layer, x, y);
    }
}

/* Few points are drawn four times as large as many. */
static void draw_points(logreg__scene *s, int layer, const logreg__item *item)
{
    int size = item->n <= (size_t)s->canvas.columns ? 2 : 1;
    for (size_t i = 0; i < item->n; i++) {
        double x = logreg__scene_x(s, item->value[2 * i]), y = logreg__scene_y(s, item->value[2 * i + 1]);
        if (!(x > -1 && y > -1 && x < 2 * s->canvas.columns && y < 4 * s->canvas.rows))
            continue;
        for (int d = 0; d < size * size; d++)
            logreg__canvas_dot(&s->canvas, layer, (int)lround(x) + d % size, (int)lround(y) - d / size);
    }
}

static bool draw_image(logreg__scene *s, const logreg__item *item, bool ascii)
{
    if (item->classes) /* which have no shades of their own here: lines and names tell them */
        return true;
    double x0 = logreg__scene_x(s, item->corner[0]), x1 = logreg__scene_x(s, item->corner[2]),
           y0 = logreg__scene_y(s, item->corner[1]), y1 = logreg__scene_y(s, item->corner[3]);
    bool under = item->n * item->columns > CELLS_MOST;
    for (int row = 0; row < s->canvas.rows; row++)
        for (int column = 0; column < s->canvas.columns; column++) {
            double i = floor((4 * row + 1.5 - y0) / (y1 - y0) * (double)item->n),
                   j = floor((2 * column + 0.5 - x0) / (x1 - x0) * (double)item->columns);
            if (i < 0 || j < 0 || i >= (double)item->n || j >= (double)item->columns)
                continue;
            double v = item->value[(size_t)i * item->columns + (size_t)j] / item->most;
            int shade = isnan(v) ? 0 : (int)fmin(SHADES - 1, round(fabs(v) * (SHADES - 1)));
            const char *text =
                v < 0 ? (ascii ? ascii_below : below)[shade] : (ascii ? ascii_shades : shades)[shade];
            if (!logreg__canvas_text(&s->canvas, row, column, LOGREG__HUE + (v < 0), text, under))
                return false;
        }
    return true;
}

/* Where it was found to hide least. */
static bool draw_placed(logreg__scene *s, int layer, const logreg__item *item, const logreg__spot *spot,
                        const logreg__page *name)
{
    int along = 0;
    if (spot->leads)
        draw_line(s, layer, 2 * spot->from_x, 4 * spot->from_y, 2 * spot->to_x, 4 * spot->to_y, 0, &along);
    return spot->left_out || logreg__canvas_text(&s->canvas, (int)floor(spot->y),
                                                 (int)lround(spot->x - logreg__page_columns(name) / 2.0),
                                                 item->look.bold ? LOGREG__BOLD : LOGREG__DIM,
                                                 logreg__page_string(name), false);
}

/* Whether a label has these cells for itself, and those beside them, which it then takes; images give each label its own. */
static bool take(const logreg__scene *s, bool *taken, int row, int start, int wide)
{
    int gap = 1;
    for (size_t i = 0; i < s->panel->n; i++)
        gap = s->panel->item[i].form == LOGREG__IMAGE ? 0 : gap;
    if (row < 0 || row >= s->canvas.rows)
        return false;
    bool *line = taken + (size_t)row * (size_t)s->canvas.columns;
    for (int c = start - gap; c < start + wide + gap; c++)
        if (c >= 0 && c < s->canvas.columns && line[c])
            return false;
    for (int c = start; c < start + wide && c < s->canvas.columns; c++)
        line[c] = true;
    return true;
}

/* The row of a label: its own, or where another stands there the next that is free, below or above. Small letters, as numbers of scales have them, are
 * left out then: -1. */
static int row_for(const logreg__scene *s, bool *taken, const logreg__item *item, int row, int start,
                   int wide)
{
    row = row < 0 ? 0 : row >= s->canvas.rows ? s->canvas.rows - 1 : row;
    if (take(s, taken, row, start, wide))
        return row;
    bool small = item->look.size > 0 && item->look.size < 1;
    for (int step = 1; !small && step < 3; step++) {
        if (take(s, taken, row + step, start, wide))
            return row + step;
        if (take(s, taken, row - step, start, wide))
            return row - step;
    }
    return small ? -1 : row;
}

static bool draw_label(logreg__scene *s, bool *taken, int layer, const logreg__spot *spot,
                       const logreg__item *item, bool ascii)
{
    logreg__page page, name;
    logreg_report_options options = logreg_report_options_default();
    options.ascii = ascii;
    logreg__page_start(&page, &options);
    logreg__page_start_like(&name, &page);
    logreg__page_name(&name, item->text, s->canvas.columns);
    double x = logreg__scene_x(s, item->value[0]) / 2 + item->look.right,
           y = logreg__scene_y(s, item->value[1]) / 4 - item->look.up;
    int wide = logreg__page_columns(&name);
    int start = (int)floor(x) - (item->look.align > 0 ? wide : item->look.align < 0 ? 0 : wide / 2);
    start = start + wide > s->canvas.columns ? s->canvas.columns - wide : start;
    start = start < 0 ? 0 : start;
    if (fabs(item->look.up) == 1) /* a row from that of the dot */
        y = round(logreg__scene_y(s, item->value[1])) / 4 - item->look.up;
    bool ok = true, placed = item->look.beside || item->look.along;
    int row = placed || isnan(x + y) ? -1 : row_for(s, taken, item, (int)floor(y), start, wide);
    if (placed)
        ok = draw_placed(s, layer, item, spot, &name);
    else if (row >= 0)
        ok = logreg__canvas_text(&s->canvas, row, start, item->look.bold ? LOGREG__BOLD : LOGREG__DIM,
                                 logreg__page_string(&name), false);
    ok = ok && !name.text.failed;
    logreg__page_free(&name);
    logreg__page_free(&page);
    return ok;
}

bool logreg__scene_draw(logreg__scene *s, bool ascii)
{
    /* a letter is as wide as two dots and as high as four, which a point takes up */
    const logreg__rectangle r = {.right = s->canvas.columns, .bottom = s->canvas.rows};
    logreg__spot *spot = logreg__new(s->panel->n, sizeof *spot);
    bool *taken = logreg__new((size_t)s->canvas.rows * (size_t)s->canvas.columns, sizeof *taken);
    bool ok = spot && taken && logreg__place_labels(spot, s->panel, &r, &(logreg__letters){1, 1, 1, true});
    for (size_t i = 0; ok && i < s->panel->n; i++) {
        const logreg__item *item = &s->panel->item[i];
        int layer = (int)i;
        if (item->form == LOGREG__LINE)
            draw_path(s, layer, item, 1, item->look.dash);
        else if (item->form == LOGREG__BAND)
            for (size_t k = 1; k < 3; k++)
                draw_path(s, layer, item, k, 2);
        else if (item->form == LOGREG__POINTS)
            draw_points(s, layer, item);
        else if (item->form == LOGREG__SEGMENTS)
            draw_segments(s, layer, item);
        else if (item->form == LOGREG__BOXES)
            draw_boxes(s, layer, item);
        else if (item->form == LOGREG__IMAGE)
            ok = draw_image(s, item, ascii);
    }
    for (size_t i = 0; ok && i < s->panel->n; i++) /* over all that might hide them */
        if (s->panel->item[i].form == LOGREG__LABEL)
            ok = draw_label(s, taken, (int)i, &spot[i], &s->panel->item[i], ascii);
    free(taken);
    free(spot);
    return ok;
}
