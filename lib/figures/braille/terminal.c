#include "figures/braille/terminal.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/setting/layout.h"
#include "report/options.h"

/* Columns for labels of ticks on the left, and names on the right, at most. */
enum { LABEL_MOST = 28, NAME_MOST = 26 };

static int columns_of(const char *text)
{
    return text ? logreg__columns(text, strlen(text)) : 0;
}

/* ---- Laying a panel out ---- */

static int widest_tick(const logreg__axis *axis)
{
    int wide = 0;
    for (size_t i = 0; i < axis->n; i++)
        wide = (int)fmax(wide, columns_of(axis->tick[i].text));
    return wide < LABEL_MOST ? wide : LABEL_MOST;
}

static int widest_name(const logreg__panel *panel)
{
    int wide = 0;
    for (size_t i = 0; i < panel->n; i++)
        if (panel->item[i].form == LOGREG__NAME)
            wide = (int)fmax(wide, columns_of(panel->item[i].text));
    return wide < NAME_MOST ? wide : NAME_MOST;
}

/* Rows of a list of ticks: one each, and room for marks where it has no axis. Those of an image are multiples of its own, which stand close beside
 * other panels. */
static int rows_of(const logreg__panel *panel, int height, bool alone)
{
    size_t rows = (size_t)height, image = 0,
           list = panel->y.bare && panel->y.n ? (size_t)(3 * (panel->y.high - panel->y.low)) : panel->y.n + 1;
    for (size_t i = 0; i < panel->n; i++)
        if (panel->item[i].form == LOGREG__IMAGE && panel->item[i].n <= LOGREG__HEIGHT_MOST / 4)
            image = panel->item[i].n > image ? panel->item[i].n : image;
    if (image)
        rows = alone && image < rows ? rows / image * image : image;
    else
        rows = rows < list ? list : rows;
    return (int)(rows < LOGREG__HEIGHT_MOST ? rows : LOGREG__HEIGHT_MOST);
}

static logreg__style style_of(const logreg_mark *look)
{
    return look->colour >= 0 ? LOGREG__HUE + (logreg__style)(look->colour % LOGREG__HUES) : LOGREG__DIM;
}

static bool start_scene(logreg__scene *s, const logreg_figure *f, const logreg__panel *panel,
                        const logreg__page *page, int height)
{
    static const char sign[] = {0, '.', 'o', 0, '#', 0, 0, 0};
    int ticks = widest_tick(&panel->y), names = widest_name(panel), rows = rows_of(panel, height, f->n == 1),
        square = f->n == 1 && panel->item && panel->item->form == LOGREG__IMAGE ? 4 * rows : 2 * rows;
    *s = (logreg__scene){.panel = panel, .gutter = ticks + 3};
    int columns = page->width - s->gutter - (names ? names + 1 : 0);
    columns = f->square && columns > square ? square : columns;
    s->layer = logreg__new(panel->n, sizeof *s->layer);
    if (!s->layer)
        return false;
    for (size_t i = 0; i < panel->n; i++)
        s->layer[i] = (logreg__layer){style_of(&panel->item[i].look), sign[panel->item[i].form]};
    return logreg__canvas_start(&s->canvas, columns < 8 ? 8 : columns, rows, s->layer, (int)panel->n);
}

/* ---- Printing it ---- */

static void print_short(logreg__page *page, logreg__style style, const char *text, int room, int indent,
                        int within)
{
    logreg__page name;
    logreg__page_start_like(&name, page);
    logreg__page_name(&name, text, room);
    int left = within - logreg__page_columns(&name);
    logreg__page_repeat(page, " ", indent + (left > 0 ? left : 0));
    logreg__page_paste(page, style, &name);
}

static void print_gutter(logreg__page *page, const logreg__scene *s, int row)
{
    const char *label = NULL;
    for (size_t i = 0; i < s->panel->y.n; i++)
        if ((int)lround(logreg__scene_y(s, s->panel->y.tick[i].at)) / 4 == row)
            label = s->panel->y.tick[i].text;
    print_short(page, LOGREG__DIM, label ? label : "", s->gutter - 3, 0, s->gutter - 3);
    logreg__page_styled(page, LOGREG__DIM,
                        label ? (page->ascii ? " + " : " ┤ ") : (page->ascii ? " | " : " │ "));
}

static void print_names(logreg__page *page, const logreg__scene *s, const double *y, int row, int written)
{
    for (size_t i = 0; i < s->panel->n; i++) {
        if (s->panel->item[i].form != LOGREG__NAME || (int)lround(y[i]) != row)
            continue;
        print_short(page, style_of(&s->panel->item[i].look), s->panel->item[i].text, NAME_MOST,
                    s->canvas.columns - written + 1, 0);
        return;
    }
}

static int column_of(const logreg__scene *s, double x)
{
    return (int)(logreg__scene_x(s, x) / 2);
}

/* The axis with its ticks, then their labels as far as they do not meet. */
static void print_axis(logreg__page *page, const logreg__scene *s)
{
    const logreg__axis *axis = &s->panel->x;
    int columns = s->canvas.columns, at = 0;
    logreg__page line, labels;
    logreg__page_start_like(&line, page);
    logreg__page_start_like(&labels, page);
    logreg__page_repeat(&line, " ", s->gutter - 2);
    logreg__page_add(&line, page->ascii ? "+" : "└");
    logreg__page_add(&line, page->sign->rule);
    for (int c = 0; c < columns; c++) {
        bool tick = false;
        for (size_t i = 0; i < axis->n; i++)
            tick = tick || column_of(s, axis->tick[i].at) == c;
        logreg__page_add(&line, tick ? (page->ascii ? "+" : "┬") : page->sign->rule);
    }
    for (size_t i = 0; i < axis->n; i++) {
        int wide = columns_of(axis->tick[i].text), start = column_of(s, axis->tick[i].at) - wide / 2;
        start = start + wide > columns ? columns - wide : start;
        start = start < 0 ? 0 : start;
        if (start < at + (at > 0) || wide > columns)
            continue;
        print_short(&labels, LOGREG__PLAIN, axis->tick[i].text, columns, start - at, 0);
        at = start + wide;
    }
    logreg__page_paste(page, LOGREG__DIM, &line);
    logreg__page_add(page, "\n");
    if (at) {
        logreg__page_repeat(page, " ", s->gutter);
        logreg__page_paste(page, LOGREG__DIM, &labels);
        logreg__page_add(page, "\n");
    }
    logreg__page_free(&labels);
    int label = columns_of(axis->label);
    if (label) {
        print_short(page, LOGREG__PLAIN, axis->label, columns,
                    s->gutter + (label < columns ? (columns - label) / 2 : 0), 0);
        logreg__page_add(page, "\n");
    }
}

static bool print_panel(logreg__page *page, const logreg_figure *f, const logreg__panel *panel, int height)
{
    logreg__scene s = {0};
    double *y = logreg__new(panel->n, sizeof *y);
    bool ok = y && start_scene(&s, f, panel, page, height) && logreg__scene_draw(&s, page->ascii) &&
              logreg__layout_names(y, panel, &(logreg__rectangle){.bottom = s.canvas.rows - 1}, 1);
    if (ok) {
        if (panel->title) {
            print_short(page, LOGREG__BOLD, panel->title, page->width, 0, 0);
            logreg__page_add(page, "\n");
        }
        if (panel->y.label && *panel->y.label) {
            print_short(page, LOGREG__PLAIN, panel->y.label, page->width, 0, 0);
            logreg__page_add(page, "\n");
        }
        for (int row = 0; row < s.canvas.rows; row++) {
            print_gutter(page, &s, row);
            print_names(page, &s, y, row, logreg__canvas_row(page, &s.canvas, row));
            logreg__page_add(page, "\n");
        }
        print_axis(page, &s);
    }
    logreg__canvas_free(&s.canvas);
    free(s.layer);
    free(y);
    return ok;
}

logreg_status logreg_figure_text(char **text, const logreg_figure *f, const logreg_report_options *options,
                                 logreg_error *err)
{
    logreg_report_options o;
    logreg_status status = logreg__report_options_check(&o, options, err);
    if (status == LOGREG_OK)
        status = logreg__figure_status(f, err);
    if (status != LOGREG_OK)
        return status;
    logreg__page page, piece;
    logreg__page_start(&page, &o);
    print_short(&page, LOGREG__BOLD, logreg_figure_title(f), page.width, 0, 0);
    logreg__page_add(&page, "\n\n");
    bool ok = true;
    for (size_t i = 0; ok && i < f->n; i++) {
        logreg__page_add(&page, i ? "\n" : "");
        ok = print_panel(&page, f, &f->panel[i], o.height);
    }
    logreg__page_start_like(&piece, &page);
    logreg__page_name(&piece, logreg__page_string(&f->sentences), 10000);
    if (piece.text.length)
        logreg__page_paragraph(&page, LOGREG__PLAIN, "", 0, &piece);
    logreg__page_free(&piece);
    if (!ok) {
        logreg__page_free(&page);
        return logreg__fail_memory(err);
    }
    return logreg__page_finish(text, &page, err);
}
