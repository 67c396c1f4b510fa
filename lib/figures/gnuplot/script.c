#include "figures/gnuplot/script.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "figures/palette.h"
#include "figures/gnuplot/quote.h"

/* Of titles of panels from each other, and from the edge; and by how much a label may be longer than the axis that goes up beside it. */
#define TITLE_APART 24.0
#define LABEL_MORE 40.0

void logreg__script_add(logreg__text *script, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    logreg__text_add(script, text);
}

void logreg__script_number(logreg__text *script, double value, int digits)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__text_add(script, isfinite(value) ? logreg__number_format(number, value, digits) : "NaN");
}

/* A length as a share of the picture. */
static void add_share(logreg__text *script, double length, double of)
{
    logreg__script_number(script, length / of, 5);
}

/* ---- The head ---- */

/* A line of text that begins at a place of the picture. */
static void add_line(logreg__text *script, const logreg_figure *f, const char *text, double x, double y,
                     const char *font, double size, int colour)
{
    logreg__text_add(script, "set label ");
    logreg__quote(script, text);
    logreg__text_add(script, " at screen ");
    add_share(script, x, f->width);
    logreg__text_add(script, ", screen ");
    add_share(script, f->height - y, f->height);
    logreg__script_add(script, " left font '%s,", font);
    logreg__script_number(script, size, 4);
    logreg__script_add(script, "' textcolor rgb '%s' noenhanced\n", logreg__ink(colour));
}

/* Lines of text, the first at y. */
static void add_lines(logreg__text *script, const logreg_figure *f, const logreg__layout *layout,
                      const logreg__text *lines, double y, const char *font, double size, int colour)
{
    const char *line = lines->start ? lines->start : "";
    for (int i = 0; *line; i++) {
        size_t n = strcspn(line, "\n");
        logreg__text one = {0};
        logreg__text_add_bytes(&one, line, n);
        if (one.start)
            add_line(script, f, one.start, layout->text_left, y + layout->line_step * i, font, size, colour);
        script->failed = script->failed || one.failed;
        free(one.start);
        line += n + (line[n] == '\n');
    }
}

static void add_head(logreg__text *script, const logreg_figure *f, const logreg__layout *layout)
{
    add_lines(script, f, layout, &layout->title, layout->title_y, "Lato:Bold", layout->title_size, LOGREG_INK);
    add_lines(script, f, layout, &layout->lines, layout->line_y, "Lato", LOGREG__SENTENCE_SIZE, LOGREG_SOFT);
}

/* ---- A panel ---- */

/* Where it stands and what it says, for a list of ticks or as labels beside an axis that has no line. */
static void add_ticks(logreg__text *script, const logreg__axis *axis, char which, double length, bool turned)
{
    if (axis->n == 0 || axis->bare)
        logreg__script_add(script, "unset %ctics\n", which);
    else if (!turned)
        logreg__script_add(script, "set %ctics (", which);
    else if (axis->numbers)
        logreg__script_add(script, "set %ctics norotate center (", which);
    else
        logreg__script_add(script, "set %ctics rotate by %d right (", which, LOGREG__TURN);
    for (size_t i = 0; i < axis->n && !axis->bare; i++) {
        bool named = which == 'y' || logreg__layout_names_tick(axis, i, length);
        logreg__text_add(script, i ? ", " : "");
        logreg__quote_tick(script, named ? axis->tick[i].text : "");
        logreg__text_add(script, " ");
        logreg__script_number(script, axis->tick[i].at, 10);
        logreg__text_add(script, i + 1 == axis->n ? ")\n" : "");
    }
    for (size_t i = 0; i < axis->n && axis->bare; i++) {
        logreg__text_add(script, "set label ");
        logreg__quote(script, axis->tick[i].text);
        logreg__text_add(script, which == 'x' ? " at first " : " at graph 0, first ");
        logreg__script_number(script, axis->tick[i].at, 10);
        logreg__script_add(script, "%s textcolor rgb '%s' noenhanced\n",
                           which == 'x' ? ", graph 0 center offset 0,-1" : " right offset -1,0",
                           logreg__ink(LOGREG_GREY));
    }
}

static void add_axis(logreg__text *script, const logreg__axis *axis, char which, double length, double room,
                     bool turned)
{
    logreg__script_add(script, "set %crange [", which);
    logreg__script_number(script, axis->low, 10);
    logreg__text_add(script, ":");
    logreg__script_number(script, axis->high, 10);
    logreg__text_add(script, "]\n");
    add_ticks(script, axis, which, length, turned);
    logreg__script_add(script, "set %clabel ", which);
    logreg__quote_within(script, axis->label ? axis->label : "", room, false);
    logreg__script_add(script, " textcolor rgb '%s' noenhanced\n", logreg__ink(LOGREG_GREY));
    if (axis->grid)
        logreg__script_add(script, "set grid %ctics back linetype 1 linewidth 1 linecolor rgb '%s'\n", which,
                           logreg__colour(LOGREG_RULE));
}

/* What a label below a panel has, which may be longer than the axis. */
static double room_below(const logreg_figure *f, const logreg__layout *layout, size_t place)
{
    size_t columns = (size_t)f->columns;
    const logreg__rectangle *r = &layout->panel[place];
    bool first = place % columns == 0, last = (place + 1) % columns == 0 || place + 1 == f->n;
    double left = first ? 0 : (layout->panel[place - 1].right + r->left) / 2,
           right = last ? f->width : (r->right + layout->panel[place + 1].left) / 2;
    return r->right - r->left + 2 * fmin(r->left - left, right - r->right);
}

static void add_panel(logreg__text *script, const logreg_figure *f, size_t place,
                      const logreg__layout *layout)
{
    const logreg__rectangle *r = &layout->panel[place];
    const logreg__panel *panel = &f->panel[place];
    static const char *const side[] = {"lmargin", "rmargin", "tmargin", "bmargin"};
    const double at[] = {r->left / f->width, r->right / f->width, 1 - r->top / f->height,
                         1 - r->bottom / f->height};
    for (int i = 0; i < 4; i++) {
        logreg__script_add(script, "set %s at screen ", side[i]);
        logreg__script_number(script, at[i], 5);
        logreg__text_add(script, "\n");
    }
    logreg__script_add(script, "set border %d linewidth 1.2 linecolor rgb '%s'\nunset grid\n",
                       (panel->x.n && !panel->x.bare) + 2 * (panel->y.n && !panel->y.bare),
                       logreg__colour(LOGREG_PALE));
    double wide = r->right - r->left, high = r->bottom - r->top;
    add_axis(script, &panel->x, 'x', wide, room_below(f, layout, place), layout->turned);
    add_axis(script, &panel->y, 'y', high, high + LABEL_MORE, false);
    if (panel->title) {
        logreg__text_add(script, "set label ");
        bool last = (place + 1) % (size_t)f->columns == 0 || place + 1 == f->n;
        double end = last ? f->width : layout->panel[place + 1].left;
        logreg__quote_within(script, panel->title, end - r->left - TITLE_APART, true);
        logreg__script_add(
            script,
            " at graph 0, graph 1 left offset 0,0.9 font 'Lato:Bold,13' textcolor rgb '%s' noenhanced\n",
            logreg__ink(LOGREG_INK));
    }
    logreg__script_labels(script, f, panel, r);
    logreg__script_marks(script, f, panel, place);
}

/* ---- The whole ---- */

static void add_all(logreg__text *script, const logreg_figure *f, const logreg__format *format,
                    const logreg__layout *layout)
{
    if (!format->whole) {
        logreg__text_add(script, "# A script for gnuplot 5.4: gnuplot -d THIS_FILE > picture.png\n# Shown: ");
        logreg__quote_words(script, logreg_figure_alt(f));
        logreg__text_add(script, "\n");
    }
    logreg__format_terminal(script, format, f->width, f->height);
    logreg__script_add(script,
                       "set encoding utf8\nset tics nomirror out scale 0.6 textcolor rgb '%s'\nunset key\n"
                       "unset colorbox\n",
                       logreg__ink(LOGREG_GREY));
    if (f->n > 1)
        logreg__text_add(script, "set multiplot\n");
    add_head(script, f, layout);
    for (size_t i = 0; i < f->n; i++) {
        if (i)
            logreg__text_add(script, "unset label\nunset arrow\n");
        add_panel(script, f, i, layout);
    }
    if (f->n > 1)
        logreg__text_add(script, "unset multiplot\n");
}

logreg_status logreg__script(char **out, const logreg_figure *f, const logreg__format *format,
                             logreg_error *err)
{
    logreg__layout layout;
    logreg__text script = {0};
    logreg_status status = logreg__figure_status(f, err);
    if (status != LOGREG_OK)
        return status;
    status = logreg__layout_new(&layout, f, err);
    if (status == LOGREG_OK)
        add_all(&script, f, format, &layout);
    logreg__layout_free(&layout);
    char *text = logreg__text_take(&script);
    if (status == LOGREG_OK && !text)
        return logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *out = text;
    else
        free(text);
    return status;
}
