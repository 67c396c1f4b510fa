/* What a curve of events says. */
#include <math.h>

#include "figures/caveats.h"
#include "figures/curve_events.h"
#include "report/lines.h"
#include "report/summary.h"

/* A curve that stays within such a share of the scale goes nowhere; and one that turns by more has turned. */
#define FLAT 0.02
#define TURN 0.05

/* Whether the variable's own coefficient says which way the curve goes: significant, and the curve obeys all along. */
static const char *direction(const logreg__event_curve *p)
{
    const logreg__subject *s = p->subject;
    double z = 0, rise = 0, least = 1, most = 0;
    if (logreg__in_product(s->model, s->variable))
        return " by ";
    for (size_t j = 0; j < logreg_model_coefficients(s->model); j++) {
        size_t variable, level;
        if (!logreg_model_coefficient_variable(s->model, j, &variable, &level) || variable != s->variable)
            continue;
        double se = sqrt(logreg_model_covariance(s->model, 1, j, 1, j));
        double b = logreg_model_coefficient(s->model, 1, j);
        z = isinf(b) || se > 0 ? b / (isinf(b) ? 1 : se) : 0;
    }
    bool up = true, down = true;
    for (size_t i = 1; i < p->grid.n; i++) {
        rise = p->grid.P[2 * i + 1] - p->grid.P[2 * i - 1];
        up = up && !(rise < 0);
        down = down && !(rise > 0);
        least = fmin(least, p->grid.P[2 * i + 1]);
        most = fmax(most, p->grid.P[2 * i + 1]);
    }
    if (!(most - least > FLAT * (p->y_high - p->y_low)))
        return " by ";
    return up && z > 2 ? " rises with " : down && z < -2 ? " falls with " : " by ";
}

static void write_rows(logreg__page *text, const logreg__event_curve *p)
{
    static const char *const words[] = {"no",  "one",   "two",   "three", "four", "five",
                                        "six", "seven", "eight", "nine",  "ten"};
    char number[LOGREG__FIGURE_SIZE];
    const char *n = p->groups.n <= 10 ? words[p->groups.n] : "", *many = p->groups.n == 1 ? "" : "s";
    logreg__page_add(text, "; dots are ");
    if (p->groups.each)
        logreg__page_format(text, "shares of events in %zu rows, bars their", p->groups.rows);
    else if (p->grouped)
        logreg__page_format(text, "shares of events in %s group%s of rows, bars their", n, many);
    else if (p->dots.thinned)
        logreg__page_format(text, "%zu of %s rows%s, bars shares of events in %s group%s (Wilson", p->dots.n,
                            logreg__figure_plain(number, (double)p->groups.rows, 12, text->sign),
                            logreg__dots_whole(&p->dots), n, many);
    else
        logreg__page_format(text, "the %zu rows, bars shares of events in %s group%s (Wilson", p->dots.n, n,
                            many);
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
    logreg__title_by(f, p->subject->model, direction(p), p->subject->v.name);
    logreg__write_fitted(text, p->subject->model);
    if (logreg__grid_has_interval(&p->grid)) {
        logreg__page_add(text, ", ");
        logreg__write_percent(text, p->subject->options.conf_level);
        logreg__page_add(text, " band");
    }
    if (p->groups.n)
        write_rows(text, p);
    logreg__page_add(text, ".");
    write_beyond(text, p);
    if (p->groups.n)
        logreg__write_unadjusted(text, p->subject->model, 1);
    logreg__write_separated(text, p->subject->model);
    logreg__write_others(text, p->subject);
}

/* Places that are told of a curve at most: its ends, and where it turns. */
enum { TOLD = 8 };

/* Where a curve begins, turns by more than is noise, and ends; one that does not turn is told in the middle too. */
static size_t find_told(size_t at[TOLD], const logreg__event_curve *p)
{
    size_t first = 0, last = p->grid.n - 1, n = 0, from, turn;
    const double *P = p->grid.P;
    while (first < last && isnan(P[2 * first + 1]))
        first++;
    while (last > first && isnan(P[2 * last + 1]))
        last--;
    at[n++] = from = turn = first;
    for (size_t i = first + 1; i <= last && n < TOLD - 2; i++) {
        double way = P[2 * turn + 1] - P[2 * from + 1], here = P[2 * i + 1] - P[2 * turn + 1];
        if (way * here >= 0) {
            turn = i;
            continue;
        }
        if (fabs(here) < TURN * (p->y_high - p->y_low))
            continue;
        if (turn != from && fabs(way) >= TURN * (p->y_high - p->y_low))
            at[n++] = turn;
        from = n > 1 ? at[n - 1] : from;
        turn = i;
    }
    if (n == 1)
        at[n++] = first + (last - first) / 2;
    at[n++] = last;
    return n;
}

static void write_place(logreg__page *said, const logreg__event_curve *p, double x, double y)
{
    char number[2][LOGREG__FIGURE_SIZE];
    logreg__page_format(said, "%s where ", logreg__figure_digits(number[0], y, 2, said->sign));
    logreg__page_name(said, p->subject->v.name, LOGREG__NAME_ROOM);
    logreg__page_format(said, " is %s", logreg__figure_plain(number[1], x, 3, said->sign));
}

void logreg__event_curve_say(logreg_figure *f, const logreg__event_curve *p)
{
    size_t at[TOLD], n = find_told(at, p);
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (size_t i = 0; i < n; i++) {
        logreg__page_add(&said, i == 0 ? "The curve is at " : i + 1 < n ? ", " : " and ");
        write_place(&said, p, p->x_low + (p->x_high - p->x_low) * (double)at[i] / (double)(p->grid.n - 1),
                    p->grid.P[2 * at[i] + 1]);
    }
    if (p->groups.n > 1) {
        const logreg__group *first = p->groups.group, *last = &p->groups.group[p->groups.n - 1];
        logreg__page_add(&said, "; shares go from ");
        write_place(&said, p, first->x, first->share);
        logreg__page_add(&said, " to ");
        write_place(&said, p, last->x, last->share);
    }
    logreg__figure_say(f, &said);
}
