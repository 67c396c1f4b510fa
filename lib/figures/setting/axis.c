/* Axes: where ticks stand and what they say. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/figure.h"
#include "report/curves/axis.h"

/* Ticks at most, to the right and upwards, where nobody says. */
enum { MOST_X = 9, MOST_Y = 6 };

/* Ticks of a log scale that are few. */
enum { LOG_FEWEST = 4 };

/* Columns of numbers that are written out: of whole ones, and of those with decimals. */
enum { WHOLE_MOST = 6, DECIMAL_MOST = 7 };

static void add_tick(logreg_figure *f, logreg__axis *axis, size_t *room, double at, const char *text)
{
    char *own = logreg__copy(text);
    if (!own || !logreg__grow(&axis->tick, room, axis->n + 1, sizeof *axis->tick)) {
        free(own);
        f->failed = true;
        return;
    }
    axis->tick[axis->n++] = (logreg__tick){at, own};
}

/* 2.5e8, with no more digits than tell the ticks apart. */
static char *write_power(char *text, const logreg__ticks *ticks, int i, const logreg__signs *sign)
{
    double value = logreg__tick_value(ticks, i);
    if (value == 0)
        return strcpy(text, "0");
    char mantissa[LOGREG__FIGURE_SIZE];
    int exponent = (int)floor(log10(fabs(value)) + 1e-9);
    int digits = (int)fmin(15, fmax(0, exponent - floor(log10(ticks->step) + 1e-9)) + 2);
    logreg__figure_plain(mantissa, value / pow(10, exponent), digits, sign);
    snprintf(text, LOGREG__FIGURE_SIZE, "%.40se%s%d", mantissa, exponent < 0 ? sign->minus : "",
             abs(exponent));
    return text;
}

static int widest(const logreg__ticks *ticks, const logreg__signs *sign,
                  char *(*write)(char *, const logreg__ticks *, int, const logreg__signs *))
{
    char label[LOGREG__FIGURE_SIZE];
    int wide = 0;
    for (int i = 0; i < ticks->count; i++)
        wide = (int)fmax(wide, logreg__columns(label, strlen(write(label, ticks, i, sign))));
    return wide;
}

char *logreg__axis_tick(char *text, const logreg__ticks *ticks, int i, const logreg__signs *sign)
{
    int wide = widest(ticks, sign, logreg__tick_label);
    bool power =
        wide > (ticks->decimals > 0 ? DECIMAL_MOST : WHOLE_MOST) && widest(ticks, sign, write_power) < wide;
    return (power ? write_power : logreg__tick_label)(text, ticks, i, sign);
}

static void add_round(logreg_figure *f, logreg__axis *axis, double first, double last, int most)
{
    char label[LOGREG__FIGURE_SIZE];
    size_t room = 0;
    logreg__ticks ticks = logreg__ticks_nice(first, last, most);
    for (int i = 0; i < ticks.count; i++)
        add_tick(f, axis, &room, logreg__tick_value(&ticks, i),
                 logreg__axis_tick(label, &ticks, i, f->title.sign));
}

/* Multiples of powers of ten within an axis, of which the first `n` are ticks. */
typedef struct {
    int n;
    double of[6];
} multiples;

static size_t count_within(const multiples *m, double first, double last)
{
    size_t count = 0;
    for (int d = (int)floor(first); d <= (int)ceil(last); d++)
        for (int k = 0; k < m->n; k++) {
            double at = d + log10(m->of[k]);
            count += at >= first - 1e-9 && at <= last + 1e-9;
        }
    return count;
}

/* Powers of ten; where fewer than three of them lie within, 2 and 5 times these too, or more where that is little; of less than that, round numbers; of many every n-th. */
static void add_log(logreg_figure *f, logreg__axis *axis, double first, double last, int most)
{
    static const multiples one = {1, {1}}, some = {3, {1, 2, 5}}, more = {6, {1, 1.5, 2, 3, 5, 7}};
    char label[LOGREG__FIGURE_SIZE];
    bool few = last - first < 2.5;
    int step = 1 + (int)((last - first) / most);
    size_t room = 0;
    if (last - first < 0.6) {
        double low = pow(10, first), high = pow(10, last);
        logreg__ticks ticks = logreg__ticks_nice(low, high, most);
        for (int i = 0; i < ticks.count; i++)
            add_tick(f, axis, &room, log10(logreg__tick_value(&ticks, i)),
                     logreg__tick_label(label, &ticks, i, f->title.sign));
        return;
    }
    const multiples *within = !few ? &one : count_within(&some, first, last) < LOG_FEWEST ? &more : &some;
    for (int d = (int)floor(first); d <= (int)ceil(last); d++)
        for (int m = 0; m < within->n; m++) {
            double at = d + log10(within->of[m]);
            if (at < first - 1e-9 || at > last + 1e-9 || (!few && d % step))
                continue;
            add_tick(f, axis, &room, at,
                     logreg__figure_plain(label, within->of[m] * pow(10, d), 3, f->title.sign));
        }
}

void logreg_figure_set_axis(logreg_figure *f, char which, const logreg_figure_axis *a)
{
    if (f->failed)
        return;
    logreg__axis *axis = which == 'x' ? &logreg__figure_panel(f)->x : &logreg__figure_panel(f)->y;
    for (size_t i = 0; i < axis->n; i++)
        free(axis->tick[i].text);
    free(axis->tick);
    free(axis->label);
    *axis = (logreg__axis){.low = a->low,
                           .high = a->high,
                           .grid = a->grid,
                           .bare = a->bare,
                           .numbers = a->ticks != LOGREG_TICKS_LIST,
                           .log = a->ticks == LOGREG_TICKS_LOG};
    axis->label = a->label ? logreg__copy(a->label) : NULL;
    f->failed = a->label && !axis->label;
    if (!(a->high > a->low) || !isfinite(a->high - a->low)) { /* of no length that could be drawn */
        axis->low = 0;
        axis->high = 1;
        return;
    }
    bool own = a->first != 0 || a->last != 0;
    double first = own ? a->first : a->low, last = own ? a->last : a->high;
    int most = a->most ? a->most : which == 'x' ? MOST_X : MOST_Y;
    size_t room = 0;
    if (a->ticks == LOGREG_TICKS_ROUND)
        add_round(f, axis, first, last, most);
    else if (a->ticks == LOGREG_TICKS_LOG)
        add_log(f, axis, first, last, most);
    else if (a->ticks == LOGREG_TICKS_LIST)
        for (size_t i = 0; i < a->n; i++)
            add_tick(f, axis, &room, a->at[i], a->text[i]);
}

void logreg__axis_between(logreg_figure *f, char which, const char *label, double low, double high,
                          double margin, int most)
{
    double side = margin * (high - low);
    logreg_figure_set_axis(f, which,
                           &(logreg_figure_axis){.label = label,
                                                 .low = low - side,
                                                 .high = high + side,
                                                 .first = low,
                                                 .last = high,
                                                 .most = most,
                                                 .grid = which == 'y'});
}

void logreg__axis_of_page(logreg_figure *f, char which, logreg__page *label, const logreg_figure_axis *axis)
{
    logreg_figure_axis own = *axis;
    own.label = logreg__page_string(label);
    logreg_figure_set_axis(f, which, &own);
    f->failed = f->failed || label->text.failed;
    logreg__page_free(label);
}
