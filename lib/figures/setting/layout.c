#include "figures/setting/layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/setting/width.h"

/* Of a title, of the least that has one line, and of one that is broken into several. */
#define TITLE_SIZE 20.0
#define TITLE_SIZE_LEAST 13.0
#define TITLE_SIZE_BROKEN 15.0

/* Distances, in heights of a letter: of the last sentence above the panel, between lines, of the title above both, of the title
 * from the edge; and of a panel's own title. */
#define BELOW 1.1
#define LEADING 1.25
#define GAP 0.3
#define ABOVE 1.9
#define PANEL_TITLE 1.7

/* Room at the edges, for the label of an axis, around the labels of ticks. */
#define EDGE 42.0
#define AXIS_LABEL 52.0
#define TICK_GAP 36.0
#define BELOW_TICKS 62.0
#define NAME_GAP 40.0

/* As far right as a panel may begin for the title to begin there too; else that begins at the edge. */
#define TEXT_LEFT_MOST 230.0

static double width_of(const char *text)
{
    return text ? logreg__width(text, 1, false) : 0;
}

/* The widest name of an axis. */
static double widest(const logreg__axis *axis)
{
    double most = 0;
    for (size_t i = 0; i < axis->n; i++)
        most = fmax(most, width_of(axis->tick[i].text));
    return most;
}

/* Margins around a panel that its axes and names take. */
static logreg__rectangle margins_of(const logreg__panel *panel)
{
    double names = 0;
    for (size_t i = 0; i < panel->n; i++)
        if (panel->item[i].form == LOGREG__NAME)
            names = fmax(names, width_of(panel->item[i].text) *
                                    (panel->item[i].look.size > 0 ? panel->item[i].look.size : 1));
    double last = panel->x.n ? width_of(panel->x.tick[panel->x.n - 1].text) / 2 : 0;
    return (logreg__rectangle){
        .left = EDGE + (panel->y.label ? AXIS_LABEL : 0) + (panel->y.n ? widest(&panel->y) + TICK_GAP : 0),
        .right = names > 0 ? names + NAME_GAP : fmax(EDGE + 20, last + 20),
        .top = panel->title ? PANEL_TITLE * LOGREG__LETTER_HEIGHT : 0,
        .bottom = EDGE / 2 + (panel->x.n ? BELOW_TICKS : 20) + (panel->x.label ? AXIS_LABEL : 0)};
}

/* Of ticks at multiples of one step those at multiples of so many steps; of others every so manieth. */
static bool is_named(const logreg__axis *axis, size_t i, size_t every)
{
    double step = axis->n > 2 ? axis->tick[1].at - axis->tick[0].at : 0, place = axis->tick[i].at / step;
    bool even = axis->n > 2 && fabs(axis->tick[2].at - axis->tick[1].at - step) < 1e-6 * fabs(step) &&
                fabs(place - round(place)) < 1e-6;
    return even ? fabs(remainder(round(place), (double)every)) < 0.5 : i % every == 0;
}

/* Room between two labels of ticks. */
#define TICKS_APART (0.6 * LOGREG__LETTER_WIDTH)

/* Whether labels of an axis of that length keep their distance where every so manieth is named. */
static bool keep_apart(const logreg__axis *axis, double length, size_t every)
{
    double end = -INFINITY;
    for (size_t i = 0; i < axis->n; i++) {
        if (!is_named(axis, i, every))
            continue;
        double middle = (axis->tick[i].at - axis->low) / (axis->high - axis->low) * length,
               half = width_of(axis->tick[i].text) / 2;
        if (middle - half < end + TICKS_APART)
            return false;
        end = middle + half;
    }
    return true;
}

bool logreg__layout_names_tick(const logreg__axis *axis, size_t i, double length)
{
    static const size_t every[] = {1, 2, 4, 5, 10};
    size_t k = 0;
    while (k + 1 < sizeof every / sizeof *every && !keep_apart(axis, length, every[k]))
        k++;
    return !axis->numbers || is_named(axis, i, every[k]);
}

/* ---- Panels, side by side and one below the other ---- */

typedef struct {
    const logreg_figure *f;
    int columns, rows;
    double head;        /* what title and sentences take */
    double below, left; /* what turned names take more below all panels, and what is left of them at least */
    double wide, high;  /* of each panel */
} plan;

/* The largest of each margin among the panels of a column, or of all. */
enum { ALL = -1 };

static logreg__rectangle margins_in(const plan *p, int column)
{
    logreg__rectangle most = {.left = p->left};
    for (int i = 0; i < (int)p->f->n; i++) {
        if (column != ALL && i % p->columns != column)
            continue;
        logreg__rectangle m = margins_of(&p->f->panel[i]);
        most.left = fmax(most.left, m.left);
        most.right = fmax(most.right, m.right);
        most.top = fmax(most.top, m.top);
        most.bottom = fmax(most.bottom, m.bottom + p->below);
    }
    return most;
}

static void measure(plan *p)
{
    logreg__rectangle all = margins_in(p, ALL);
    double sides = 0;
    for (int c = 0; c < p->columns; c++) {
        logreg__rectangle m = margins_in(p, c);
        sides += m.left + m.right;
    }
    p->wide = (p->f->width - sides) / p->columns;
    p->high = (p->f->height - p->head) / p->rows - all.top - all.bottom;
}

/* Turns names that would meet, and makes room for them below the panels, and left of these where names begin there. */
static bool turn_names(plan *p)
{
    const double angle = LOGREG__TURN * M_PI / 180;
    double longest = 0, length = p->f->square ? fmin(p->wide, p->high) : p->wide;
    bool turned = false;
    for (size_t i = 0; i < p->f->n; i++) {
        const logreg__axis *axis = &p->f->panel[i].x;
        if (axis->numbers || axis->bare)
            continue;
        turned = turned || !keep_apart(axis, length, 1);
        longest = fmax(longest, widest(axis));
        for (size_t k = 0; k < axis->n; k++)
            p->left = fmax(p->left, EDGE / 2 + cos(angle) * width_of(axis->tick[k].text) -
                                        (axis->tick[k].at - axis->low) / (axis->high - axis->low) * length);
    }
    p->below = turned ? sin(angle) * longest : 0;
    p->left = turned ? p->left : 0;
    return turned;
}

static void place_panels(logreg__rectangle *panel, const plan *p)
{
    logreg__rectangle all = margins_in(p, ALL);
    double x = 0, side = fmin(p->wide, p->high);
    for (int c = 0; c < p->columns; c++) {
        logreg__rectangle m = margins_in(p, c);
        for (int i = c; i < (int)p->f->n; i += p->columns) {
            double y = p->head + (p->f->height - p->head) / p->rows * (i / p->columns) + all.top;
            panel[i] = (logreg__rectangle){x + m.left, x + m.left + (p->f->square ? side : p->wide), y,
                                           y + (p->f->square ? side : p->high)};
        }
        x += m.left + p->wide + m.right;
    }
}

/* ---- Title and sentences ---- */

/* Text in lines that end before the room does, of letters of so many points; n of them. A word that is wider has a line of its own. */
static void break_lines(logreg__text *lines, int *n, const char *text, double points, bool bold, double room)
{
    const double size = points / LOGREG__LETTER_SIZE, gap = logreg__width(" ", size, bold);
    double line = 0;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t length = strcspn(text, " ");
        logreg__text word = {0};
        logreg__text_add_bytes(&word, text, length);
        double wide = word.start ? logreg__width(word.start, size, bold) : 0;
        bool same = *n && line + gap + wide <= room;
        line = same ? line + gap + wide : wide;
        *n += !same;
        logreg__text_add(lines, same ? " " : *n > 1 ? "\n" : "");
        logreg__text_add_bytes(lines, text, length);
        lines->failed = lines->failed || word.failed;
        free(word.start);
        text += length;
    }
}

/* The title in one line, as large as the room lets it be, or in several. */
static void set_title(logreg__layout *layout, int *n, const char *title, double room)
{
    double wide = logreg__width(title, TITLE_SIZE / LOGREG__LETTER_SIZE, true);
    layout->title_size = wide > room ? TITLE_SIZE * room / wide : TITLE_SIZE;
    if (layout->title_size < TITLE_SIZE_LEAST) {
        layout->title_size = TITLE_SIZE_BROKEN;
        break_lines(&layout->title, n, title, TITLE_SIZE_BROKEN, true, room);
    } else {
        logreg__text_add(&layout->title, title);
        *n = 1;
    }
}

logreg_status logreg__layout_new(logreg__layout *out, const logreg_figure *f, logreg_error *err)
{
    logreg__layout layout = {.panel = logreg__new(f->n, sizeof *layout.panel)};
    plan p = {.f = f, .columns = f->columns < (int)f->n ? f->columns : (int)f->n};
    int n = 0, titles = 0;
    p.rows = ((int)f->n + p.columns - 1) / p.columns;
    double left = margins_in(&p, 0).left;
    layout.text_left = left <= TEXT_LEFT_MOST ? left : EDGE;
    double room = f->width - layout.text_left - EDGE;
    set_title(&layout, &titles, logreg__page_string(&f->title), room);
    break_lines(&layout.lines, &n, logreg__page_string(&f->sentences), LOGREG__SENTENCE_SIZE, false, room);
    bool ok = !layout.title.failed && !layout.lines.failed && layout.panel;
    double top = BELOW + LEADING * (n + titles - 1) + GAP;
    p.head = (top + ABOVE) * LOGREG__LETTER_HEIGHT;
    layout.title_y = p.head - top * LOGREG__LETTER_HEIGHT;
    layout.line_step = LEADING * LOGREG__LETTER_HEIGHT;
    layout.line_y = p.head - BELOW * LOGREG__LETTER_HEIGHT - layout.line_step * (n - 1);
    measure(&p);
    layout.turned = turn_names(&p);
    measure(&p);
    if (ok)
        place_panels(layout.panel, &p);
    *out = layout;
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

void logreg__layout_free(logreg__layout *layout)
{
    free(layout->title.start);
    free(layout->lines.start);
    free(layout->panel);
}

/* Places of names in order of height: each is pushed below the one before, and then up again as far as the lower edge asks for. */
bool logreg__layout_names(double *y, const logreg__panel *panel, const logreg__rectangle *r, double apart)
{
    size_t n = 0, *order = logreg__new(panel->n, sizeof *order);
    if (!order)
        return false;
    for (size_t i = 0; i < panel->n; i++) {
        if (panel->item[i].form != LOGREG__NAME)
            continue;
        size_t k = n++;
        for (; k > 0 && panel->item[order[k - 1]].value[0] < panel->item[i].value[0]; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    double before = -INFINITY, limit = r->bottom;
    for (size_t k = 0; k < n; k++) {
        double share = (panel->y.high - panel->item[order[k]].value[0]) / (panel->y.high - panel->y.low);
        before = y[order[k]] = fmax(r->top + fmin(1, fmax(0, share)) * (r->bottom - r->top), before + apart);
    }
    for (size_t k = n; k-- > 0; limit = y[order[k]] - apart)
        y[order[k]] = fmin(y[order[k]], limit);
    free(order);
    return true;
}
