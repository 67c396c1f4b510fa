/* What is drawn, in words: where lines begin, end and turn, how high bars are, what labels say. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "figures/figure.h"
#include "report/page/figure.h"

/* Lines, bars, points and labels of a panel that are told one by one, and columns of a label. */
enum { LINES_MOST = 8, BARS_MOST = 16, POINTS_MOST = 10, LABELS_MOST = 10, LABEL_ROOM = 48 };

/* A turn of a line is told where it stands out of both ends by this share of the axis. */
#define TURN 0.05

/* A value of an axis: as its tick has it, or in three digits. */
static void write_at(logreg__page *page, const logreg__axis *axis, double value)
{
    char text[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < axis->n; i++)
        if (fabs(axis->tick[i].at - value) <= 1e-9 * (axis->high - axis->low)) {
            logreg__page_name(page, axis->tick[i].text, LABEL_ROOM);
            return;
        }
    logreg__page_add(page, logreg__figure_plain(text, axis->log ? pow(10, value) : value, 3, page->sign));
}

/* "0.25 at 0" */
static void write_place(logreg__page *page, const logreg__panel *panel, double x, double y)
{
    write_at(page, &panel->y, y);
    logreg__page_add(page, " at ");
    write_at(page, &panel->x, x);
}

/* The one name or label of that colour; NULL: none, or several. */
static const char *name_of(const logreg__panel *panel, int colour)
{
    const char *name = NULL;
    for (size_t i = 0; colour >= 0 && i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        if ((item->form != LOGREG__NAME && item->form != LOGREG__LABEL) || item->look.colour != colour)
            continue;
        if (name)
            return NULL;
        name = item->text;
    }
    return name;
}

static bool is_data(const logreg__item *item, logreg__form form)
{
    return item->form == form && item->n && (item->look.colour >= 0 || item->look.colour == LOGREG_INK);
}

static size_t count(const logreg__panel *panel, logreg__form form, bool marks)
{
    size_t n = 0;
    for (size_t i = 0; i < panel->n; i++)
        if (is_data(&panel->item[i], form))
            n += marks ? panel->item[i].n : 1;
    return n;
}

/* Begins a sentence on the next thing that a panel has; the first one behind its title. */
static void begin(logreg__page *said, const logreg__panel *panel)
{
    if (said->text.length) {
        logreg__page_add(said, ". ");
        return;
    }
    if (!panel->title || !*panel->title)
        return;
    logreg__page_name(said, panel->title, LABEL_ROOM);
    logreg__page_add(said, ": ");
}

static void begin_named(logreg__page *said, const logreg__panel *panel, const logreg__item *item,
                        const char *what)
{
    const char *name = name_of(panel, item->look.colour);
    begin(said, panel);
    if (name)
        logreg__page_name(said, name, LABEL_ROOM);
    else
        logreg__page_add(said, what);
}

/* ---- Marks ---- */

static void write_line(logreg__page *said, const logreg__panel *panel, const logreg__item *item)
{
    const double *v = item->value;
    size_t first = SIZE_MAX, last = 0, high = 0, low = 0;
    for (size_t i = 0; i < item->n; i++) {
        if (!isfinite(v[2 * i]) || !isfinite(v[2 * i + 1]))
            continue;
        if (first == SIZE_MAX)
            first = high = low = i;
        last = i;
        high = v[2 * i + 1] > v[2 * high + 1] ? i : high;
        low = v[2 * i + 1] < v[2 * low + 1] ? i : low;
    }
    if (first == SIZE_MAX || first == last || v[2 * first] == v[2 * last])
        return;
    begin_named(said, panel, item, "A line");
    logreg__page_add(said, " from ");
    write_place(said, panel, v[2 * first], v[2 * first + 1]);
    logreg__page_add(said, " to ");
    write_place(said, panel, v[2 * last], v[2 * last + 1]);
    double turn = TURN * (panel->y.high - panel->y.low), up = fmax(v[2 * first + 1], v[2 * last + 1]),
           down = fmin(v[2 * first + 1], v[2 * last + 1]);
    if (v[2 * high + 1] > up + turn) {
        logreg__page_add(said, ", highest ");
        write_place(said, panel, v[2 * high], v[2 * high + 1]);
    }
    if (v[2 * low + 1] < down - turn) {
        logreg__page_add(said, ", lowest ");
        write_place(said, panel, v[2 * low], v[2 * low + 1]);
    }
}

/* Where a bar stands: at the nearest tick that is no number, since bars of a kind stand side by side there. */
static void write_nearest(logreg__page *page, const logreg__axis *axis, double at)
{
    size_t near = 0;
    double number;
    for (size_t i = 1; i < axis->n; i++)
        near = fabs(axis->tick[i].at - at) < fabs(axis->tick[near].at - at) ? i : near;
    const char *text = axis->n ? axis->tick[near].text : "0";
    text += strncmp(text, "−", strlen("−")) == 0 ? strlen("−") : 0;
    if (logreg__number_parse(&number, text, strlen(text), '.'))
        write_at(page, axis, at);
    else
        logreg__page_name(page, axis->tick[near].text, LABEL_ROOM);
}

/* "0.66 at A" of a bar that stands on 0; "love 2.2" of one that begins there and has a label on its height. */
static void write_bar(logreg__page *said, const logreg__panel *panel, const double *corner)
{
    if (corner[1] == 0) {
        write_at(said, &panel->y, corner[3]);
        logreg__page_add(said, " at ");
        write_nearest(said, &panel->x, (corner[0] + corner[2]) / 2);
        return;
    }
    write_at(said, &panel->x, corner[0] == 0 ? corner[2] : corner[0]);
    logreg__page_add(said, " at ");
    for (size_t i = 0; i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        if (item->form != LOGREG__LABEL || !(item->value[1] >= corner[1] && item->value[1] <= corner[3]))
            continue;
        logreg__page_name(said, item->text, LABEL_ROOM);
        return;
    }
    write_at(said, &panel->y, (corner[1] + corner[3]) / 2);
}

static void write_bars(logreg__page *said, const logreg__panel *panel, size_t n)
{
    const double *most = NULL;
    for (size_t i = 0; i < panel->n; i++)
        for (size_t k = 0; is_data(&panel->item[i], LOGREG__BOXES) && k < panel->item[i].n; k++) {
            const double *corner = panel->item[i].value + 4 * k;
            most = !most || corner[3] > most[3] ? corner : most;
            if (n > BARS_MOST)
                continue;
            begin_named(said, panel, &panel->item[i], "A bar");
            logreg__page_add(said, name_of(panel, panel->item[i].look.colour) ? ": " : " of ");
            write_bar(said, panel, corner);
        }
    if (n <= BARS_MOST)
        return;
    begin(said, panel);
    logreg__page_format(said, "%zu bars, the highest ", n);
    write_bar(said, panel, most);
}

/* Points of one colour, by their first item. */
static void write_points(logreg__page *said, const logreg__panel *panel, const logreg__item *first)
{
    size_t n = 0, told = 0;
    for (const logreg__item *item = panel->item; item < panel->item + panel->n; item++) {
        if (!is_data(item, LOGREG__POINTS) || item->look.colour != first->look.colour)
            continue;
        if (item < first)
            return;
        n += item->n;
    }
    const char *name = name_of(panel, first->look.colour);
    begin(said, panel);
    if (n > POINTS_MOST) {
        logreg__page_format(said, "%zu points%s", n, name ? " of " : "");
        logreg__page_name(said, name ? name : "", LABEL_ROOM);
        return;
    }
    logreg__page_add(said, n == 1 ? "A point at " : "Points at ");
    for (const logreg__item *item = first; item < panel->item + panel->n; item++)
        for (size_t k = 0;
             is_data(item, LOGREG__POINTS) && item->look.colour == first->look.colour && k < item->n; k++) {
            logreg__page_add(said, told++ ? ", (" : "(");
            write_at(said, &panel->x, item->value[2 * k]);
            logreg__page_add(said, ", ");
            write_at(said, &panel->y, item->value[2 * k + 1]);
            logreg__page_add(said, ")");
        }
}

static void write_labels(logreg__page *said, const logreg__panel *panel)
{
    size_t n = 0;
    if (count(panel, LOGREG__BOXES, true)) /* bars have told it */
        return;
    for (size_t i = 0; i < panel->n && n < LABELS_MOST; i++) {
        const logreg__item *item = &panel->item[i];
        if (item->form != LOGREG__LABEL || item->text == name_of(panel, item->look.colour))
            continue;
        if (n == 0) {
            begin(said, panel);
            logreg__page_add(said, "Labels say ");
        }
        logreg__page_add(said, n++ ? ", \"" : "\"");
        logreg__page_name(said, item->text, LABEL_ROOM);
        logreg__page_add(said, "\"");
    }
}

static void describe_panel(logreg_figure *f, const logreg__panel *panel)
{
    logreg__page said;
    size_t lines = 0, n_lines = count(panel, LOGREG__LINE, false), n_bars = count(panel, LOGREG__BOXES, true);
    logreg__page_start_like(&said, &f->title);
    for (size_t i = 0; i < panel->n; i++) {
        const logreg__item *item = &panel->item[i];
        if (is_data(item, LOGREG__LINE) && lines++ < LINES_MOST)
            write_line(&said, panel, item);
        if (is_data(item, LOGREG__POINTS))
            write_points(&said, panel, item);
    }
    if (n_lines > LINES_MOST)
        logreg__page_format(&said, ". %zu more lines", n_lines - LINES_MOST);
    if (n_bars)
        write_bars(&said, panel, n_bars);
    write_labels(&said, panel);
    logreg__page_add(&said, said.text.length ? "." : "");
    logreg__figure_say(f, &said);
}

void logreg_figure_describe(logreg_figure *f)
{
    for (size_t i = 0; i < f->n; i++)
        describe_panel(f, &f->panel[i]);
}
