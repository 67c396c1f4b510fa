#include "figures/layout.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"

#define TITLE_SIZE 20.0
#define TITLE_SIZE_LEAST 12.0

/* Widths of an average letter of a title of full size and of a sentence. */
#define TITLE_LETTER 25.5
#define SENTENCE_LETTER 14.2

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

/* Where the title begins if the panel begins too far to the right for it. */
#define TEXT_LEFT 60.0
#define TEXT_LEFT_MOST 230.0

static int columns_of(const char *text)
{
    return text ? logreg__columns(text, strlen(text)) : 0;
}

/* What a name takes, in average letters: m and w are wide ones. */
static double letters_of(const char *text)
{
    double wide = 0;
    for (const char *at = text; at && (at = strpbrk(at, "mwMW@")); at++)
        wide += 0.6;
    return columns_of(text) + wide;
}

/* Margins around a panel that its axes and names take. */
static logreg__rectangle margins_of(const logreg__panel *panel)
{
    int wide = 0;
    double names = 0;
    for (size_t i = 0; i < panel->y.n; i++)
        wide = (int)fmax(wide, columns_of(panel->y.tick[i].text));
    for (size_t i = 0; i < panel->n; i++)
        if (panel->item[i].form == LOGREG__NAME)
            names = fmax(names, letters_of(panel->item[i].text));
    double last = panel->x.n ? LOGREG__LETTER_WIDTH / 2 * columns_of(panel->x.tick[panel->x.n - 1].text) : 0;
    return (logreg__rectangle){
        .left = EDGE + (panel->y.label ? AXIS_LABEL : 0) +
                (panel->y.n ? wide * LOGREG__LETTER_WIDTH + TICK_GAP : 0),
        .right = names > 0 ? names * LOGREG__LETTER_WIDTH + NAME_GAP : fmax(EDGE + 20, last + 20),
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

/* The largest of each margin, since panels are of one size. */
static logreg__rectangle largest_margins(const logreg_figure *f)
{
    logreg__rectangle most = {0};
    for (size_t i = 0; i < f->n; i++) {
        logreg__rectangle m = margins_of(&f->panel[i]);
        most.left = fmax(most.left, m.left);
        most.right = fmax(most.right, m.right);
        most.top = fmax(most.top, m.top);
        most.bottom = fmax(most.bottom, m.bottom);
    }
    return most;
}

/* Room between two labels of ticks, in letters. */
#define TICKS_APART 1.0

/* Whether labels of an axis of that length keep their distance where every so manieth is named. */
static bool keep_apart(const logreg__axis *axis, double length, size_t every)
{
    double end = -INFINITY;
    for (size_t i = 0; i < axis->n; i++) {
        if (!is_named(axis, i, every))
            continue;
        double middle = (axis->tick[i].at - axis->low) / (axis->high - axis->low) * length,
               half = LOGREG__LETTER_WIDTH / 2 * columns_of(axis->tick[i].text);
        if (middle - half < end + TICKS_APART * LOGREG__LETTER_WIDTH)
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

/* Turns names that would meet, and makes room below for them. */
static void turn_names(logreg__layout *layout, logreg__rectangle *margin, const logreg_figure *f, double head)
{
    int columns = f->columns < (int)f->n ? f->columns : (int)f->n, rows = ((int)f->n + columns - 1) / columns,
        longest = 0;
    double length = (double)f->width / columns - margin->left - margin->right,
           high = (f->height - head) / rows - margin->top - margin->bottom;
    length = f->square ? fmin(length, high) : length;
    for (size_t i = 0; i < f->n; i++) {
        const logreg__axis *axis = &f->panel[i].x;
        if (axis->numbers || axis->bare)
            continue;
        layout->turned = layout->turned || !keep_apart(axis, length, 1);
        for (size_t k = 0; k < axis->n; k++)
            longest = (int)fmax(longest, columns_of(axis->tick[k].text));
    }
    if (layout->turned)
        margin->bottom += LOGREG__LETTER_WIDTH * longest * sin(LOGREG__TURN * M_PI / 180);
}

static void place_panels(logreg__layout *layout, const logreg_figure *f, logreg__rectangle margin,
                         double head)
{
    int columns = f->columns < (int)f->n ? f->columns : (int)f->n, rows = ((int)f->n + columns - 1) / columns;
    double wide = (double)f->width / columns, high = (f->height - head) / rows;
    for (int i = 0; i < (int)f->n; i++) {
        double x = wide * (i % columns), y = head + high * (i / columns);
        logreg__rectangle r = {x + margin.left, x + wide - margin.right, y + margin.top,
                               y + high - margin.bottom};
        double side = fmin(r.right - r.left, r.bottom - r.top);
        if (f->square) {
            r.right = r.left + side;
            r.bottom = r.top + side;
        }
        layout->panel[i] = r;
    }
}

static int count_lines(const char *text)
{
    int n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

logreg_status logreg__layout_new(logreg__layout *out, const logreg_figure *f, logreg_error *err)
{
    logreg__layout layout = {.panel = logreg__new(f->n, sizeof *layout.panel)};
    logreg__rectangle margin = largest_margins(f);
    layout.text_left = margin.left <= TEXT_LEFT_MOST ? margin.left : TEXT_LEFT;
    logreg__page_start_like(&layout.lines, &f->title);
    layout.lines.width = (int)((f->width - layout.text_left - EDGE) / SENTENCE_LETTER);
    logreg__page piece;
    logreg__page_start_like(&piece, &f->title);
    logreg__page_add(&piece, logreg__page_string(&f->sentences));
    if (piece.text.length)
        logreg__page_paragraph(&layout.lines, LOGREG__PLAIN, "", 0, &piece);
    bool failed = !layout.panel || layout.lines.text.failed || piece.text.failed;
    logreg__page_free(&piece);
    int n = count_lines(logreg__page_string(&layout.lines)), columns = logreg__page_columns(&f->title);
    double fits = (f->width - layout.text_left - EDGE) / TITLE_LETTER;
    layout.title_size = columns > fits ? fmax(TITLE_SIZE_LEAST, TITLE_SIZE * fits / columns) : TITLE_SIZE;
    double top = BELOW + LEADING * n + GAP, head = (top + ABOVE) * LOGREG__LETTER_HEIGHT;
    layout.title_y = head - top * LOGREG__LETTER_HEIGHT;
    layout.line_step = LEADING * LOGREG__LETTER_HEIGHT;
    layout.line_y = head - BELOW * LOGREG__LETTER_HEIGHT - layout.line_step * (n - 1);
    turn_names(&layout, &margin, f, head);
    if (!failed)
        place_panels(&layout, f, margin, head);
    *out = layout;
    return failed ? logreg__fail_memory(err) : LOGREG_OK;
}

void logreg__layout_free(logreg__layout *layout)
{
    logreg__page_free(&layout->lines);
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
