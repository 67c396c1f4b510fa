/* Marks in gnuplot's language: each is a block of numbers and a clause of the plot command, or a label. */
#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/number.h"
#include "figures/palette.h"
#include "figures/gnuplot/quote.h"
#include "figures/gnuplot/script.h"

/* Digits of a value, counted from the largest that an axis has: what is finer is no thousandth of a point. */
#define DIGITS 5

/* Images of more cells than this are drawn as one, others as squares, which no viewer blurs. */
#define CELLS_MOST 1024

static const char *const block[] = {"line", "band", "points", "segments", "boxes", "image"};

/* ---- Numbers ---- */

/* Decimals that an axis needs; powers of ten where its numbers are no ordinary ones. */
static int decimals_of(const logreg__axis *axis)
{
    double span = fabs(axis->high - axis->low), largest = fmax(fabs(axis->low), fabs(axis->high));
    double d = ceil(DIGITS - log10(span));
    return largest < 1e9 && d < 15 ? (int)fmax(0, d) : -1;
}

static void add_value(logreg__text *script, double value, const logreg__axis *axis, int decimals)
{
    char number[LOGREG__NUMBER_SIZE];
    bool edge = isinf(value); /* as it is written there: gnuplot draws no line whose ends both lie beyond */
    if (edge || isnan(value) || decimals < 0) {
        logreg__script_number(script, edge ? (value > 0 ? axis->high : axis->low) : value, 10);
        return;
    }
    double unit = pow(10, decimals), rounded = round(value * unit) / unit;
    logreg__text_add(script, logreg__number_format(number, rounded == 0 ? 0 : rounded, 15));
}

static bool has_nan(const double *value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (isnan(value[i]))
            return true;
    return false;
}

/* Columns go with the axes: x of lines first, of segments x and y in turn. What lacks a number breaks the line. */
static void add_data(logreg__text *script, const logreg__panel *panel, const logreg__item *item,
                     const char *name)
{
    int decimals[] = {decimals_of(&panel->x), decimals_of(&panel->y)};
    bool open = false;
    double fine = item->classes ? 1e4 : 1e3;
    logreg__script_add(script, "%s << EOD\n", name);
    for (size_t i = 0; i < item->n; i++) {
        const double *row = item->value + i * item->columns;
        if (item->form != LOGREG__IMAGE && has_nan(row, item->columns)) {
            if (open)
                logreg__text_add(script, "\n");
            open = false;
            continue;
        }
        for (size_t k = 0; k < item->columns; k++) {
            bool y = item->columns == 4 ? k % 2 == 1 : k > 0;
            logreg__text_add(script, k ? " " : "");
            if (item->form == LOGREG__IMAGE)
                logreg__script_number(script, fmax(-1, fmin(1, round(fine * row[k] / item->most) / fine)), 5);
            else
                add_value(script, row[k], y ? &panel->y : &panel->x, decimals[y]);
        }
        logreg__text_add(script, "\n");
        open = true;
    }
    logreg__text_add(script, "EOD\n");
}

/* ---- Looks ---- */

/* The colour with its transparency, as gnuplot has it: 00 hides what is below. */
static void add_colour(logreg__text *script, const logreg_mark *look)
{
    int clear = look->opacity > 0 ? (int)lround(255 * (1 - fmin(1, look->opacity))) : 0;
    const char *colour = logreg__colour(look->colour);
    if (clear)
        logreg__script_add(script, " linecolor rgb '#%02x%s'", (unsigned)clear, colour + 1);
    else
        logreg__script_add(script, " linecolor rgb '%s'", colour);
}

static void add_line_look(logreg__text *script, const logreg_mark *look)
{
    static const char *const dash[] = {"", " dashtype (10,9)", " dashtype 3", " dashtype (18,9,2,9)"};
    logreg__text_add(script, " linewidth ");
    logreg__script_number(script, look->size > 0 ? look->size : 2.4, 3);
    logreg__text_add(script, dash[look->dash & 3]);
    add_colour(script, look);
}

static void add_fill(logreg__text *script, const logreg_mark *look, double usual)
{
    logreg__script_add(script, " fillcolor rgb '%s' fillstyle transparent solid ",
                       logreg__colour(look->colour));
    logreg__script_number(script, look->opacity > 0 ? look->opacity : usual, 3);
    logreg__text_add(script, " noborder");
}

/* A ring is a dot with a white one on it. */
static void add_points(logreg__text *script, const char *name, const logreg_mark *look)
{
    static const int type[] = {7, 5, 9, 13};
    double size = look->size > 0 ? look->size : 1;
    int shape = type[look->shape % 4];
    logreg__script_add(script, "%s using 1:2 with points pointtype %d pointsize ", name, shape);
    logreg__script_number(script, size, 3);
    add_colour(script, look);
    if (!look->hollow)
        return;
    logreg__script_add(script, ", \\\n     %s using 1:2 with points pointtype %d pointsize ", name, shape);
    logreg__script_number(script, 0.63 * size, 3);
    logreg__script_add(script, " linecolor rgb '%s'", logreg__colour(LOGREG_WHITE));
}

static void add_image(logreg__text *script, const char *name, const logreg__item *item)
{
    double wide = (item->corner[2] - item->corner[0]) / (double)item->columns,
           high = (item->corner[3] - item->corner[1]) / (double)item->n;
    const double number[] = {item->corner[0] + wide / 2, wide, item->corner[1] + high / 2, high};
    static const char *const between[] = {" matrix using (", "+$1*", "):(", "+$2*"};
    logreg__text_add(script, name);
    for (int i = 0; i < 4; i++) {
        logreg__text_add(script, between[i]);
        logreg__script_number(script, number[i], 10);
    }
    logreg__script_add(script, "):3 with image%s", item->n * item->columns <= CELLS_MOST ? " pixels" : "");
}

static void add_clause(logreg__text *script, const char *name, const logreg__item *item)
{
    switch (item->form) {
    case LOGREG__LINE:
        logreg__script_add(script, "%s using 1:2 with lines", name);
        add_line_look(script, &item->look);
        break;
    case LOGREG__BAND:
        logreg__script_add(script, "%s using 1:2:3 with filledcurves", name);
        add_fill(script, &item->look, 0.16);
        break;
    case LOGREG__POINTS:
        add_points(script, name, &item->look);
        break;
    case LOGREG__SEGMENTS:
        logreg__script_add(script, "%s using 1:2:($3-$1):($4-$2) with vectors nohead", name);
        add_line_look(script, &item->look);
        break;
    case LOGREG__BOXES:
        logreg__script_add(script, "%s using (($1+$3)/2):(($2+$4)/2):1:3:2:4 with boxxyerror", name);
        add_fill(script, &item->look, 1);
        break;
    case LOGREG__IMAGE:
        add_image(script, name, item);
        break;
    case LOGREG__LABEL:
    case LOGREG__NAME:
        break;
    }
}

/* ---- All of a panel ---- */

static bool is_text(const logreg__item *item)
{
    return item->form == LOGREG__LABEL || item->form == LOGREG__NAME;
}

static void name_block(char name[32], size_t place, size_t i, const logreg__item *item)
{
    if (place)
        snprintf(name, 32, "$p%zu_%s%zu", place + 1, block[item->form], i + 1);
    else
        snprintf(name, 32, "$%s%zu", block[item->form], i + 1);
}

/* How strong the colours of classes are where they are hardly, and where they are all but surely the likeliest: dots must be seen on them. */
#define PALE_CLASS 0.08
#define FULL_CLASS 0.5

static void add_class_palette(logreg__text *script, size_t classes)
{
    char pale[LOGREG__COLOUR_SIZE], full[LOGREG__COLOUR_SIZE];
    double unit = 1 / (double)classes;
    logreg__text_add(script, "set cbrange [0:1]\nset palette maxcolors 0 defined (");
    for (size_t k = 0; k < classes; k++) {
        logreg__text_add(script, k ? ", " : "");
        logreg__script_number(script, (double)k * unit, 6);
        logreg__script_add(script, " '%s', ", logreg__tint(pale, (int)k, PALE_CLASS));
        logreg__script_number(script, ((double)k + LOGREG__STRONGEST) * unit, 6);
        logreg__script_add(script, " '%s'", logreg__tint(full, (int)k, FULL_CLASS));
    }
    logreg__text_add(script, ")\n");
}

static void add_palette(logreg__text *script, bool is_signed)
{
    if (is_signed)
        logreg__script_add(script, "set cbrange [-1:1]\nset palette defined (-1 '%s', 0 '%s', 1 '%s')\n",
                           logreg__shade(-1), logreg__shade(0), logreg__shade(1));
    else
        logreg__script_add(script, "set cbrange [0:1]\nset palette defined (0 '%s', 1 '%s')\n",
                           logreg__shade(0), logreg__colour(0));
}

void logreg__script_marks(logreg__text *script, const logreg_figure *f, const logreg__panel *panel,
                          size_t place)
{
    (void)f;
    char name[32];
    bool first = true;
    for (size_t i = 0; i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        if (is_text(item))
            continue;
        name_block(name, place, i, item);
        add_data(script, panel, item, name);
        if (item->form == LOGREG__IMAGE && item->classes)
            add_class_palette(script, item->classes);
        else if (item->form == LOGREG__IMAGE)
            add_palette(script, item->is_signed);
    }
    for (size_t i = 0; i < panel->n; i++) {
        if (is_text(&panel->item[i]))
            continue;
        name_block(name, place, i, &panel->item[i]);
        logreg__text_add(script, first ? "plot " : ", \\\n     ");
        add_clause(script, name, &panel->item[i]);
        first = false;
    }
    logreg__text_add(script, first ? "plot NaN\n" : "\n"); /* gnuplot draws axes beside something only */
}
