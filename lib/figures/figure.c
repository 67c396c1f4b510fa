#include "figures/figure.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* A figure that nobody gave a size. */
enum { WIDTH = 1600, HEIGHT = 1000 };

/* ---- As a whole ---- */

static void add_panel(logreg_figure *f)
{
    if (!logreg__grow(&f->panel, &f->room, f->n + 1, sizeof *f->panel)) {
        f->failed = true;
        return;
    }
    f->panel[f->n++] = (logreg__panel){.x = {.high = 1}, .y = {.high = 1}};
}

logreg_status logreg_figure_new(logreg_figure **out, const char *title, const char *sentences,
                                logreg_error *err)
{
    logreg_report_options options = logreg_report_options_default();
    logreg_figure *f = logreg__new(1, sizeof *f);
    if (!f)
        return logreg__fail_memory(err);
    *f = (logreg_figure){.width = WIDTH, .height = HEIGHT, .columns = 1};
    logreg__page_start(&f->title, &options);
    logreg__page_start(&f->sentences, &options);
    logreg__page_start(&f->alt, &options);
    add_panel(f);
    logreg__page_add(&f->title, title ? title : "");
    logreg__page_add(&f->sentences, sentences ? sentences : "");
    logreg__figure_put_words(f);
    logreg_status status = logreg__figure_status(f, err);
    if (status == LOGREG_OK)
        *out = f;
    else
        logreg_figure_free(f);
    return status;
}

void logreg__figure_put_words(logreg_figure *f)
{
    logreg__page words;
    logreg__page_start_like(&words, &f->title);
    const logreg__page *part[] = {&f->title, &f->sentences, &f->alt};
    for (int i = 0; i < 3; i++) {
        const char *text = logreg__page_string(part[i]);
        size_t n = strlen(text);
        words.text.failed = words.text.failed || part[i]->text.failed;
        if (n == 0)
            continue;
        logreg__page_add(&words, words.text.length ? " " : "");
        logreg__page_add(&words, text);
        logreg__page_add(&words, strchr(".?!", text[n - 1]) ? "" : ".");
    }
    logreg__page_free(&f->alt);
    f->alt = words;
}

static void clear_axis(logreg__axis *axis)
{
    for (size_t i = 0; i < axis->n; i++)
        free(axis->tick[i].text);
    free(axis->tick);
    free(axis->label);
    *axis = (logreg__axis){.high = 1};
}

void logreg_figure_free(logreg_figure *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->n; i++) {
        logreg__panel *panel = &f->panel[i];
        for (size_t j = 0; j < panel->n; j++) {
            free(panel->item[j].value);
            free(panel->item[j].text);
        }
        free(panel->item);
        free(panel->title);
        clear_axis(&panel->x);
        clear_axis(&panel->y);
    }
    free(f->panel);
    logreg__page_free(&f->title);
    logreg__page_free(&f->sentences);
    logreg__page_free(&f->alt);
    free(f);
}

logreg_status logreg__figure_status(const logreg_figure *f, logreg_error *err)
{
    bool failed = f->failed || f->title.text.failed || f->sentences.text.failed || f->alt.text.failed;
    return failed ? logreg__fail_memory(err) : LOGREG_OK;
}

void logreg_figure_size(logreg_figure *f, int width, int height)
{
    f->width = width;
    f->height = height;
}

void logreg_figure_columns(logreg_figure *f, int columns)
{
    f->columns = columns < 1 ? 1 : columns;
}

void logreg_figure_square(logreg_figure *f)
{
    f->square = true;
}

static char *copy(logreg_figure *f, const char *text)
{
    char *made = text ? logreg__copy(text) : NULL;
    f->failed = f->failed || (text && !made);
    return made;
}

void logreg_figure_panel(logreg_figure *f, const char *title)
{
    logreg__panel *last = f->n ? logreg__figure_panel(f) : NULL;
    if (!last || last->n || last->title)
        add_panel(f);
    if (f->failed)
        return;
    logreg__figure_panel(f)->title = copy(f, title);
}

const char *logreg_figure_title(const logreg_figure *f)
{
    return logreg__page_string(&f->title);
}

const char *logreg_figure_alt(const logreg_figure *f)
{
    return logreg__page_string(&f->alt);
}

void logreg_figure_say(logreg_figure *f, const char *sentence)
{
    if (f->alt.text.length)
        logreg__page_add(&f->alt, " ");
    logreg__page_add(&f->alt, sentence);
}

void logreg__figure_say(logreg_figure *f, logreg__page *said)
{
    if (said->text.length)
        logreg_figure_say(f, logreg__page_string(said));
    f->failed = f->failed || said->text.failed;
    logreg__page_free(said);
}

char *logreg__figure_short(logreg_figure *f, const char *name, int room)
{
    logreg__page page;
    logreg__page_start_like(&page, &f->title);
    logreg__page_name(&page, name, room);
    char *text = copy(f, logreg__page_string(&page));
    f->failed = f->failed || page.text.failed;
    logreg__page_free(&page);
    return text;
}

/* ---- Marks ---- */

/* A new item with room for its numbers; NULL: memory was out, now or before. */
logreg__item *logreg__figure_add(logreg_figure *f, logreg__form form, size_t n, size_t columns,
                                 const logreg_mark *look)
{
    if (f->failed)
        return NULL;
    logreg__panel *panel = logreg__figure_panel(f);
    double *value = logreg__new(n, columns * sizeof *value);
    if (!value || !logreg__grow(&panel->item, &panel->room, panel->n + 1, sizeof *panel->item)) {
        free(value);
        f->failed = true;
        return NULL;
    }
    logreg__item *item = &panel->item[panel->n++];
    *item = (logreg__item){.form = form, .n = n, .columns = columns, .value = value};
    if (look)
        item->look = *look;
    return item;
}

static void add_columns(logreg_figure *f, logreg__form form, const double *const *column, size_t columns,
                        size_t n, const logreg_mark *look)
{
    logreg__item *item = n ? logreg__figure_add(f, form, n, columns, look) : NULL;
    for (size_t i = 0; item && i < n; i++)
        for (size_t k = 0; k < columns; k++)
            item->value[i * columns + k] = column[k][i];
}

void logreg_figure_line(logreg_figure *f, const double *x, const double *y, size_t n, const logreg_mark *mark)
{
    add_columns(f, LOGREG__LINE, (const double *const[]){x, y}, 2, n, mark);
}

void logreg_figure_band(logreg_figure *f, const double *x, const double *low, const double *high, size_t n,
                        const logreg_mark *mark)
{
    add_columns(f, LOGREG__BAND, (const double *const[]){x, low, high}, 3, n, mark);
}

void logreg_figure_points(logreg_figure *f, const double *x, const double *y, size_t n,
                          const logreg_mark *mark)
{
    add_columns(f, LOGREG__POINTS, (const double *const[]){x, y}, 2, n, mark);
}

void logreg_figure_segments(logreg_figure *f, const double *x0, const double *y0, const double *x1,
                            const double *y1, size_t n, const logreg_mark *mark)
{
    add_columns(f, LOGREG__SEGMENTS, (const double *const[]){x0, y0, x1, y1}, 4, n, mark);
}

void logreg_figure_boxes(logreg_figure *f, const double *x0, const double *y0, const double *x1,
                         const double *y1, size_t n, const logreg_mark *mark)
{
    add_columns(f, LOGREG__BOXES, (const double *const[]){x0, y0, x1, y1}, 4, n, mark);
}

void logreg_figure_label(logreg_figure *f, double x, double y, const char *text, const logreg_mark *mark)
{
    logreg__item *item = logreg__figure_add(f, LOGREG__LABEL, 1, 2, mark);
    if (!item)
        return;
    item->value[0] = x;
    item->value[1] = y;
    item->text = copy(f, text);
    item->look.beside = item->look.beside && !isnan(x) && !isnan(y);
    item->look.along =
        item->look.along && logreg__figure_panel(f)->n > 1 && item[-1].form == LOGREG__SEGMENTS;
}

void logreg_figure_name(logreg_figure *f, double y, const char *name, const logreg_mark *mark)
{
    logreg__item *item = logreg__figure_add(f, LOGREG__NAME, 1, 1, mark);
    if (!item)
        return;
    item->value[0] = y;
    item->text = copy(f, name);
}
