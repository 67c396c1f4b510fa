#include "data/day_form.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "data/day.h"
#include "data/day_parts.h"
#include "data/day_sequence.h"
#include "data/gap.h"
#include "data/months.h"

/* The last year of the 2000s that two digits may be of. */
enum { EARLY = 30 };

/* Which part is year, month and day, by each order. */
static const size_t place[LOGREG__DAY_ORDERS][3] = {{0, 1, 2}, {2, 1, 0}, {2, 0, 1}};

/* ---- All texts of a column ---- */

/* Days since 1970, of the calendar of today. */
static double day_number(long year, long month, long day)
{
    long shift = month < 3, y = year - shift, m = month + 12 * shift - 3;
    return (double)(365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 719469);
}

static bool is_day_of(long year, long month, long day)
{
    static const int most[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 && day <= most[month - 1] - (month == 2 && !leap);
}

static void add_reading(logreg__day_form *f, logreg__day_order o, const logreg__day_parts *p)
{
    logreg__day_reading *reading = &f->reading[o];
    size_t y = p->n == 3 ? place[o][0] : o == LOGREG__YEAR_FIRST ? 0 : 1, m = p->n == 3 ? place[o][1] : 1 - y;
    bool short_year = p->width[y] <= 2, early = short_year && p->value[y] <= EARLY;
    long year = p->value[y] + (early        ? 2000
                               : short_year ? 1900
                                            : 0),
         month = p->value[m], day = p->n == 3 ? p->value[place[o][2]] : 1;
    reading->fits = reading->fits && (p->width[y] == 4 || (p->width[y] == 2 && p->n == 3)) && year >= 1000 &&
                    is_day_of(year, month, day) && (p->named == SIZE_MAX || p->named == m) &&
                    !(p->n == 2 && o == LOGREG__DAY_FIRST);
    if (!reading->fits)
        return;
    double number = p->n == 3 ? day_number(year, month, day) : (double)(12 * year + month);
    reading->early += early;
    reading->first = f->n ? fmin(reading->first, number) : number;
    reading->last = f->n ? fmax(reading->last, number) : number;
}

/* Adds one more, which must be written as those before it. */
static bool add_parts(logreg__day_form *f, const logreg__day_parts *p)
{
    if (f->n && (p->n != f->parts || p->mark != f->mark || p->named != f->named))
        return false;
    f->parts = p->n;
    f->mark = p->mark;
    f->named = p->named;
    for (logreg__day_order o = 0; o < LOGREG__DAY_ORDERS; o++)
        add_reading(f, o, p);
    if (p->n == 3 && p->width[0] <= 2 && p->width[2] <= 2) {
        f->short_years++;
        if (p->value[0] < 32)
            f->begins[p->value[0]] = true;
        if (p->value[2] < 32)
            f->ends[p->value[2]] = true;
    }
    f->n++;
    return f->reading[LOGREG__YEAR_FIRST].fits || f->reading[LOGREG__DAY_FIRST].fits ||
           f->reading[LOGREG__MONTH_FIRST].fits;
}

static void add_time(logreg__day_form *f, const logreg__day_parts *p)
{
    bool other = f->timed && (p->half != f->half || strcmp(p->zone, f->zone) != 0);
    f->dropped = f->dropped || other;
    f->half = p->half;
    f->zone = p->zone;
    f->timed++;
    f->late += p->late;
}

static bool read_texts(logreg__day_form *f, const logreg__column *c, size_t language)
{
    bool equal = true; /* day and month of the sample */
    *f = (logreg__day_form){.language = language, .like = SIZE_MAX};
    for (logreg__day_order o = 0; o < LOGREG__DAY_ORDERS; o++)
        f->reading[o].fits = true;
    for (size_t l = 0; l < c->n_levels; l++) {
        logreg__day_parts p;
        bool dropped;
        if (logreg__gap_text(c->levels[l])) {
            f->zeros = f->zeros || isdigit((unsigned char)*c->levels[l]);
            continue;
        }
        if (!logreg__day_parts_read(&p, &dropped, c->levels[l], language) || !add_parts(f, &p))
            return false;
        if (!f->sample || equal)
            f->sample = c->levels[l];
        equal = equal && p.value[0] == p.value[1];
        f->dropped = f->dropped || dropped;
        if (p.timed)
            add_time(f, &p);
    }
    return f->n;
}

/* Of one language, which matters where the months have names. */
static bool read_levels(logreg__day_form *f, const logreg__column *c)
{
    size_t language = 0;
    while (language < LOGREG__LANGUAGES && !read_texts(f, c, language))
        language++;
    return language < LOGREG__LANGUAGES;
}

/* ---- Numbers ---- */

/* 20240131, 31012024, 240131, 310124 */
static logreg__day_parts number_parts(double x, logreg__calendar kind)
{
    long n = (long)x, below = x >= 1e6 && kind != LOGREG__DAYS ? 10000 : 100,
         month = kind == LOGREG__DAYS ? 100 : below;
    logreg__day_parts p = {.n = 3, .named = SIZE_MAX};
    p.value[2] = n % below;
    p.value[1] = n / month % 100;
    p.value[0] = n / month / 100;
    p.width[0] = kind == LOGREG__DAYS && x >= 1e6 ? 4 : 2;
    p.width[1] = 2;
    p.width[2] = below == 10000 ? 4 : 2;
    return p;
}

/* 20240131113000, 202401311130 */
static logreg__day_parts stamp_parts(double x)
{
    double below = x >= 1e13 ? 1e6 : 1e4;
    logreg__day_parts p = number_parts(floor(x / below), LOGREG__DAYS);
    p.timed = true;
    p.late = fmod(x, below) > 0;
    p.zone = "";
    return p;
}

static bool read_numbers(logreg__day_form *f, const logreg__column *c, size_t rows)
{
    *f = (logreg__day_form){.calendar = logreg__calendar_of(c, rows), .named = SIZE_MAX, .like = SIZE_MAX};
    logreg__calendar kind = f->calendar;
    bool stamps = kind == LOGREG__STAMPS;
    if (kind != LOGREG__DAYS && !stamps && kind != LOGREG__DAYS_FIRST && kind != LOGREG__MONTHS_FIRST)
        return false;
    f->order = kind == LOGREG__DAYS || stamps ? LOGREG__YEAR_FIRST
               : kind == LOGREG__DAYS_FIRST   ? LOGREG__DAY_FIRST
                                              : LOGREG__MONTH_FIRST;
    f->reading[f->order].fits = true;
    bool same = true;
    double before = NAN;
    for (size_t r = 0; r < rows && same; r++) {
        double x = logreg__column_number(c, r);
        if (isnan(x))
            continue;
        logreg__day_parts p = stamps ? stamp_parts(x) : number_parts(x, kind);
        same = !((before >= 1e6) != (x >= 1e6) && before >= 0) && add_parts(f, &p);
        if (p.timed)
            add_time(f, &p);
        before = x;
    }
    return same && f->n;
}

/* ---- The order ---- */

static size_t count(const bool there[32])
{
    size_t n = 0;
    for (size_t k = 0; k < 32; k++)
        n += there[k];
    return n;
}

/* Which end is the year, where both have two digits? Dots, and names of months, are of years behind; else days are of more kinds than years, and
 * months up to 12 beside days beyond are of years behind as well. Births of both centuries leave it open. False: it is not plain. */
static bool settle_years(logreg__day_form *f, const char *name)
{
    logreg__day_reading *by = f->reading;
    bool behind = by[LOGREG__DAY_FIRST].fits || by[LOGREG__MONTH_FIRST].fits;
    if (!f->short_years)
        return true;
    if (f->short_years < f->n)
        return false;
    if (f->mark == '.' || f->named != SIZE_MAX || !by[LOGREG__DAY_FIRST].fits ||
        2 * count(f->ends) <= count(f->begins))
        by[LOGREG__YEAR_FIRST].fits = by[LOGREG__YEAR_FIRST].fits && !behind;
    else if (by[LOGREG__YEAR_FIRST].fits && 2 * count(f->begins) <= count(f->ends))
        by[LOGREG__DAY_FIRST].fits = by[LOGREG__MONTH_FIRST].fits = false;
    else if (by[LOGREG__YEAR_FIRST].fits)
        return false;
    for (logreg__day_order o = 0; o < LOGREG__DAY_ORDERS; o++)
        if (by[o].fits && by[o].early && by[o].early < f->n && logreg__says_birth(name))
            return false;
    return true;
}

/* By its own rows. False: they are no dates of one way. */
static bool read_alone(logreg__day_form *f, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    bool texts = c->kind == LOGREG_CATEGORY;
    *f = (logreg__day_form){.like = SIZE_MAX};
    if (texts ? !logreg__count_dates(c->levels, c->n_levels) || !read_levels(f, c)
              : !read_numbers(f, c, frame->n_rows))
        return false;
    if (!settle_years(f, c->name))
        return false;
    if (f->mark == '.' && f->reading[LOGREG__DAY_FIRST].fits)
        f->reading[LOGREG__MONTH_FIRST].fits = false;
    f->open = f->reading[LOGREG__DAY_FIRST].fits && f->reading[LOGREG__MONTH_FIRST].fits;
    f->order = LOGREG__YEAR_FIRST;
    while (!f->reading[f->order].fits)
        f->order++;
    return true;
}

/* The order that all others have that are written with the same mark. */
static void settle_beside(logreg__day_form *f, const logreg_frame *frame, size_t j)
{
    size_t like = SIZE_MAX;
    logreg__day_order order = f->order;
    for (size_t k = 0; k < frame->n_columns; k++) {
        logreg__day_form other;
        if (k == j || frame->column[k].kind != LOGREG_CATEGORY || !read_alone(&other, frame, k) ||
            other.open || other.mark != f->mark || other.order == LOGREG__YEAR_FIRST)
            continue;
        if (like != SIZE_MAX && other.order != order)
            return;
        like = k;
        order = other.order;
    }
    if (like == SIZE_MAX)
        return;
    f->open = false;
    f->like = like;
    f->order = order;
}

bool logreg__day_form_of(logreg__day_form *f, const logreg_frame *frame, size_t j)
{
    if (!read_alone(f, frame, j))
        return false;
    if (f->open)
        settle_beside(f, frame, j);
    logreg__day_order order;
    if (f->open && !f->reading[LOGREG__YEAR_FIRST].fits && f->parts == 3 &&
        frame->column[j].kind == LOGREG_CATEGORY &&
        logreg__day_sequence(&order, &frame->column[j], frame->n_rows, f->language)) {
        f->open = false;
        f->in_sequence = true;
        f->order = order;
    }
    return true;
}

bool logreg__day_form_read(double *days, const logreg__day_form *f, const char *text)
{
    logreg__day_parts p;
    bool dropped;
    logreg__day_form one = {0};
    for (logreg__day_order o = 0; o < LOGREG__DAY_ORDERS; o++)
        one.reading[o].fits = true;
    if (f->parts != 3 || !logreg__day_parts_read(&p, &dropped, text, f->language) || p.n != 3 ||
        !add_parts(&one, &p))
        return false;
    logreg__day_order as = one.reading[f->order].fits ? f->order : LOGREG__YEAR_FIRST;
    *days = one.reading[as].first;
    return one.reading[as].fits;
}
