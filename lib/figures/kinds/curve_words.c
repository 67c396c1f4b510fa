/* What a curve of events says. */
#include <math.h>

#include "figures/kinds/caveats.h"
#include "figures/kinds/curve_events.h"
#include "figures/telling/turns.h"
#include "report/curves/lines.h"
#include "report/summary/summary.h"

/* Shares that are told one by one. */
enum { SHARES_MOST = 12 };

static void write_rows(logreg__page *text, const logreg__event_curve *p)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    const char *n = p->groups.n <= 10 ? words[p->groups.n] : "", *many = p->groups.n == 1 ? "" : "s";
    logreg__page_add(text, "; dots are ");
    if (p->groups.each)
        logreg__page_format(text, "shares of events in %zu rows, bars their", p->groups.rows);
    else if (p->grouped)
        logreg__page_format(text, "shares of events in %s group%s of rows, bars their", n, many);
    else {
        logreg__write_dots(text, &p->dots, p->dots.n, p->groups.rows);
        logreg__page_format(text, ", bars shares of events in %s group%s (Wilson", n, many);
    }
    logreg__page_add(text, " ");
    logreg__write_percent(text, p->subject->options.conf_level);
    logreg__page_add(text, p->grouped ? " Wilson intervals" : ")");
}

/* What ends at the scale's end without being over. */
static void write_beyond(logreg__page *text, const logreg__event_curve *p)
{
    bool band = false;
    size_t bars = 0;
    double margin = 1e-9 * (p->y_high - p->y_low);
    for (size_t i = 0; logreg__grid_has_interval(&p->grid) && i < p->grid.n; i++)
        band = band || p->grid.high[i] > p->y_high + margin || p->grid.low[i] < p->y_low - margin;
    for (size_t i = 0; i < p->groups.n; i++)
        bars += p->groups.group[i].high > p->y_high + margin || p->groups.group[i].low < p->y_low - margin;
    if (!band && !bars)
        return;
    logreg__page_add(text, band ? " The band" : "");
    logreg__page_add(text, band && bars ? " and " : bars ? " " : "");
    if (bars)
        logreg__write_count(text, (double)bars, "bar", "bars");
    logreg__page_add(text, band + bars > 1 ? " go on beyond the scale." : " goes on beyond the scale.");
}

void logreg__event_curve_words(logreg_figure *f, const logreg__event_curve *p)
{
    logreg__page *text = &f->sentences;
    const char *way = p->way > 0 ? " rises with " : p->way < 0 ? " falls with " : " by ";
    logreg__title_by(f, p->subject->model, way, p->subject->v.name);
    logreg__write_fitted(text, p->subject->model);
    if (logreg__grid_has_interval(&p->grid)) {
        logreg__page_add(text, ", ");
        logreg__write_percent(text, p->subject->options.conf_level);
        logreg__page_add(text, " band");
    }
    if (p->groups.n)
        write_rows(text, p);
    logreg__page_add(text, ".");
    if (p->groups.n)
        logreg__write_moved(text, p->subject->model, p->others, p->moved);
    write_beyond(text, p);
    logreg__write_intervalless(text, p->subject->model, logreg__grid_has_interval(&p->grid));
    logreg__write_separated(text, p->subject->model);
    logreg__write_others(text, p->subject);
}

static logreg__way way_of(const logreg__event_curve *p)
{
    return (logreg__way){p->grid.P + 1, 2, p->grid.n, p->x_low, p->x_high};
}

/* "0.25 where age is 30" of point i, with what stands before it. */
static void write_point(logreg__page *said, const logreg__event_curve *p, size_t i, const char *before)
{
    char y[LOGREG__FIGURE_SIZE];
    const logreg__way way = way_of(p);
    logreg__page_format(said, "%s %s where ", before,
                        logreg__figure_digits(y, p->grid.P[2 * i + 1], 2, said->sign));
    logreg__page_name(said, p->subject->v.name, LOGREG__NAME_ROOM);
    logreg__page_add(said, " is ");
    logreg__write_way_x(said, &way, i);
}

/* How many of the bars it passes through, and where their rings are. */
static void write_shares(logreg__page *said, const logreg__event_curve *p)
{
    char number[LOGREG__FIGURE_SIZE];
    size_t through = 0;
    logreg__page_add(said, p->groups.n <= SHARES_MOST ? " Shares of events from left to right:" : "");
    for (size_t i = 0; i < p->groups.n; i++) {
        const logreg__group *g = &p->groups.group[i];
        double at = (g->x - p->x_low) / (p->x_high - p->x_low) * (double)(p->grid.n - 1);
        size_t k = (size_t)fmin(fmax(0, floor(at)), (double)(p->grid.n - 2));
        double curve =
            p->grid.P[2 * k + 1] + (at - (double)k) * (p->grid.P[2 * k + 3] - p->grid.P[2 * k + 1]);
        through += curve >= g->low && curve <= g->high;
        if (p->groups.n <= SHARES_MOST)
            logreg__page_format(said, "%s %s", i ? "," : "",
                                logreg__figure_digits(number, g->share, 2, said->sign));
    }
    logreg__page_format(said, "%s The curve passes through %zu of %zu bars.",
                        p->groups.n <= SHARES_MOST ? "." : "", through, p->groups.n);
}

void logreg__event_curve_say(logreg_figure *f, const logreg__event_curve *p)
{
    logreg__page said;
    const logreg__way way = way_of(p);
    size_t at[LOGREG__TURNS_MOST], n = logreg__turns(at, &way, LOGREG__TURN * (p->y_high - p->y_low));
    if (n == 0)
        at[n++] = (p->grid.n - 1) / 2;
    logreg__page_start_like(&said, &f->title);
    logreg__page_add(&said, "The curve is at");
    write_point(&said, p, 0, "");
    for (size_t k = 0; k < n; k++)
        write_point(&said, p, at[k], ",");
    write_point(&said, p, p->grid.n - 1, " and");
    logreg__page_add(&said, ".");
    if (p->groups.n)
        write_shares(&said, p);
    logreg__figure_say(f, &said);
}
