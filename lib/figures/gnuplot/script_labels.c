/* Labels and names in gnuplot's language, where they were found to hide least. */
#include <math.h>

#include "base/memory.h"
#include "figures/palette.h"
#include "figures/setting/place.h"
#include "figures/gnuplot/quote.h"
#include "figures/gnuplot/script.h"

/* Distance of two names. */
#define NAMES_APART 36.0

static void add_place(logreg__text *script, double value)
{
    if (isinf(value))
        logreg__text_add(script, value > 0 ? "graph 1" : "graph 0");
    else {
        logreg__text_add(script, "first ");
        logreg__script_number(script, value, 8);
    }
}

static void add_offset(logreg__text *script, double right, double up)
{
    if (right == 0 && up == 0)
        return;
    logreg__text_add(script, " offset ");
    logreg__script_number(script, right, 4);
    logreg__text_add(script, ",");
    logreg__script_number(script, up, 4);
}

static void add_text_look(logreg__text *script, const logreg_mark *look)
{
    if (look->bold || look->size > 0) {
        logreg__script_add(script, " font 'Lato%s,", look->bold ? ":Bold" : "");
        logreg__script_number(script, LOGREG__LETTER_SIZE * (look->size > 0 ? look->size : 1), 4);
        logreg__text_add(script, "'");
    }
    if (look->angle != 0) {
        logreg__text_add(script, " rotate by ");
        logreg__script_number(script, look->angle, 4);
    }
    logreg__script_add(script, " front textcolor rgb '%s' noenhanced\n", logreg__ink(look->colour));
}

/* A place of the picture, from the top left. */
static void add_screen(logreg__text *script, const logreg_figure *f, double x, double y)
{
    logreg__text_add(script, "screen ");
    logreg__script_number(script, x / f->width, 5);
    logreg__text_add(script, ", screen ");
    logreg__script_number(script, 1 - y / f->height, 5);
}

/* Where it was found to hide least: in a white box on a line, or with a line that leads there. */
static void add_placed(logreg__text *script, const logreg_figure *f, const logreg__item *item,
                       const logreg__spot *spot)
{
    if (spot->left_out)
        return;
    if (spot->leads) {
        logreg__text_add(script, "set arrow from ");
        add_screen(script, f, spot->from_x, spot->from_y);
        logreg__text_add(script, " to ");
        add_screen(script, f, spot->to_x, spot->to_y);
        logreg__script_add(script, " nohead front linewidth 1 linecolor rgb '%s'\n",
                           logreg__colour(LOGREG_PALE));
    }
    logreg__text_add(script, "set label ");
    logreg__quote(script, item->text);
    logreg__text_add(script, " at ");
    add_screen(script, f, spot->x, spot->y);
    logreg__text_add(script, item->look.along ? " center boxed" : " center");
    add_text_look(script, &item->look);
}

static void add_label(logreg__text *script, const logreg__item *item)
{
    static const char *const align[] = {"left", "center", "right"};
    logreg__text_add(script, "set label ");
    logreg__quote(script, item->text);
    logreg__text_add(script, " at ");
    add_place(script, item->value[0]);
    logreg__text_add(script, ", ");
    add_place(script, item->value[1]);
    logreg__script_add(script, " %s", align[item->look.align < 0 ? 0 : item->look.align > 0 ? 2 : 1]);
    add_offset(script, item->look.right, item->look.up);
    add_text_look(script, &item->look);
}

void logreg__script_labels(logreg__text *script, const logreg_figure *f, const logreg__panel *panel,
                           const logreg__rectangle *r)
{
    double *y = logreg__new(panel->n, sizeof *y);
    logreg__spot *spot = logreg__new(panel->n, sizeof *spot);
    bool ok = y && spot && logreg__layout_names(y, panel, r, NAMES_APART) &&
              logreg__place_labels(spot, panel, r, &LOGREG__LETTERS);
    script->failed = script->failed || !ok;
    for (size_t i = 0; ok && i < panel->n; i++)
        if (panel->item[i].look.along) {
            logreg__script_add(script,
                               "set style textbox opaque noborder fillcolor rgb '%s' margins 0.4,0.2\n",
                               logreg__colour(LOGREG_WHITE));
            break;
        }
    for (size_t i = 0; ok && i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        if (item->form == LOGREG__LABEL && (item->look.beside || item->look.along))
            add_placed(script, f, item, &spot[i]);
        else if (item->form == LOGREG__LABEL)
            add_label(script, item);
        if (item->form != LOGREG__NAME)
            continue;
        logreg__text_add(script, "set label ");
        logreg__quote(script, item->text);
        logreg__text_add(script, " at graph 1, screen ");
        logreg__script_number(script, 1 - y[i] / f->height, 5);
        logreg__text_add(script, " left offset 0.8,0");
        add_text_look(script, &item->look);
    }
    free(spot);
    free(y);
}
