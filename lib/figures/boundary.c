/* The decision boundary in two numbers: the event's probability as shades, lines of equal probability, and the rows. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/contour.h"
#include "figures/stands.h"
#include "figures/subject.h"
#include "report/figure.h"
#include "report/lines.h"
#include "report/observed.h"
#include "report/summary.h"

/* Cells of the shades, rows drawn at most, variables that are looked at for the second. */
enum { COLUMNS = 128, ROWS = 80, DOTS_MOST = 1000, CANDIDATES = 64 };

/* Room beyond the data, and how strong the shades are at most: dots must be seen on them. */
#define SIDE 0.04
#define FULL 1.9

/* Lines of equal probability. */
static const double level[] = {0.1, 0.25, 0.5, 0.75, 0.9};
enum { LEVELS = sizeof level / sizeof *level };

typedef struct {
    const logreg__order *order;
    logreg__subject subject; /* its variable goes to the right */
    size_t second;           /* and this one upwards */
    logreg_variable up;
    logreg__surface surface;
} plot;

/* The number that moves probabilities most, but for the first; or the one that was named. */
static logreg_status choose_second(plot *p, logreg_error *err)
{
    const logreg_model *model = p->order->model;
    double best = 0;
    if (p->order->options->by) {
        logreg_status status = logreg__variable_named(&p->second, &p->up, model, p->order->options->by, err);
        if (status == LOGREG_OK && (p->up.kind != LOGREG_NUMERIC || p->second == p->subject.variable))
            status = logreg__fail(
                err, LOGREG_EINVAL, "a decision boundary is drawn in two numbers, and '%.80s' is %s",
                p->up.name, p->up.kind == LOGREG_NUMERIC ? "one of them already" : "a category");
        return status;
    }
    p->second = SIZE_MAX;
    for (size_t i = 0; i < logreg_model_variables(model) && i < CANDIDATES; i++) {
        logreg_variable v;
        double here;
        if (i == p->subject.variable || logreg_model_variable(model, i, &v) != LOGREG_OK ||
            v.kind != LOGREG_NUMERIC || strcmp(v.name, p->subject.v.name) == 0)
            continue;
        logreg_status status = logreg__subject_swing(&here, &p->subject, i, err);
        if (status != LOGREG_OK)
            return status;
        if (p->second == SIZE_MAX || here > best) {
            p->second = i;
            p->up = v;
            best = here;
        }
    }
    return p->second < SIZE_MAX
               ? LOGREG_OK
               : logreg__fail(err, LOGREG_EINVAL,
                              "a decision boundary is drawn in two numbers, and the model has only one");
}

/* Places of the middles of cells; within the data where a formula has no value beyond them. */
static void place_cells(const plot *p, double *x, double *y, bool within)
{
    const logreg__surface *s = &p->surface;
    for (size_t i = 0; i < ROWS * COLUMNS; i++) {
        x[i] = s->x0 + ((double)(i % COLUMNS) + 0.5) * (s->x1 - s->x0) / COLUMNS;
        y[i] = s->y0 + ((double)(i / COLUMNS) + 0.5) * (s->y1 - s->y0) / ROWS;
        x[i] = within ? fmin(fmax(x[i], p->subject.v.min), p->subject.v.max) : x[i];
        y[i] = within ? fmin(fmax(y[i], p->up.min), p->up.max) : y[i];
    }
}

/* What was told to stand, and behind it the two at places of x and y; NULL: out of memory. */
static logreg__stand *stands_at(const plot *p, const double *x, const double *y)
{
    size_t n = p->subject.n_stands;
    logreg__stand *stand = logreg__new(n + 2, sizeof *stand);
    if (!stand)
        return NULL;
    if (n)
        memcpy(stand, p->subject.stand, n * sizeof *stand);
    stand[n] = (logreg__stand){.variable = p->subject.variable, .x = x};
    stand[n + 1] = (logreg__stand){.variable = p->second, .x = y};
    return stand;
}

/* Probabilities at n places. */
static logreg_status probabilities(logreg__grid *grid, const plot *p, const double *x, const double *y,
                                   size_t n, logreg_error *err)
{
    logreg__stand *stand = stands_at(p, x, y);
    if (!stand)
        return logreg__fail_memory(err);
    logreg_status status = logreg__grid_over(grid, p->order->model, stand, p->subject.n_stands + 2, n,
                                             p->subject.offset, NAN, err);
    free(stand);
    return status;
}

/* The probability at the middle of each cell, less one half, times two. */
static logreg_status evaluate(plot *p, double *value, logreg_error *err)
{
    double *x = logreg__new(ROWS * COLUMNS, 2 * sizeof *x);
    logreg__grid grid = {0};
    logreg_status status = x ? LOGREG_EDATA : logreg__fail_memory(err);
    for (int within = 0; within < 2 && status == LOGREG_EDATA; within++) {
        place_cells(p, x, x + ROWS * COLUMNS, within);
        status = probabilities(&grid, p, x, x + ROWS * COLUMNS, ROWS * COLUMNS, err);
    }
    for (size_t i = 0; status == LOGREG_OK && i < ROWS * COLUMNS; i++)
        value[i] = 2 * grid.P[2 * i + 1] - 1;
    logreg__grid_free(&grid);
    free(x);
    return status;
}

/* Whether there is a line of that level beside the one of the threshold. */
static bool is_drawn(const plot *p, size_t i)
{
    return fabs(level[i] - p->order->options->threshold) > 0.01;
}

/* The probability in the corners, for who cannot see them. */
static void say_corners(logreg_figure *f, const double *value)
{
    static const struct {
        size_t cell;
        const char *name;
    } corner[] = {{0, "lower left"},
                  {COLUMNS - 1, "lower right"},
                  {(ROWS - 1) * COLUMNS, "upper left"},
                  {ROWS * COLUMNS - 1, "upper right"}};
    char number[LOGREG__FIGURE_SIZE];
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (int i = 0; i < 4; i++)
        logreg__page_format(&said, "%s %s in the %s corner",
                            i == 0   ? "The probability is"
                            : i == 3 ? " and"
                                     : ",",
                            logreg__figure_digits(number, (1 + value[corner[i].cell]) / 2, 2, said.sign),
                            corner[i].name);
    logreg__page_add(&said, ".");
    logreg__figure_say(f, &said);
}

/* Where variables but the two stand. */
static void write_stands(logreg_figure *f, const plot *p)
{
    static const double anywhere = 0;
    logreg__subject others = p->subject;
    logreg__stand *stand = stands_at(p, &anywhere, &anywhere);
    f->failed = f->failed || !stand;
    if (!stand)
        return;
    others.stand = stand;
    others.n_stands += 2;
    logreg__write_others(&f->sentences, &others);
    free(stand);
}

static void write_words(logreg_figure *f, const plot *p)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &f->sentences;
    logreg__title_by(f, p->order->model, " by ", p->subject.v.name);
    logreg__page_add(&f->title, " and ");
    logreg__page_name(&f->title, p->up.name, 24);
    logreg__page_add(text, "Shades and lines tell the probability:");
    for (size_t i = 0; i < LEVELS; i++)
        if (is_drawn(p, i))
            logreg__page_format(text, " %s,", logreg__figure_plain(number, level[i], 2, text->sign));
    logreg__page_format(text, " and %s where the line is heavy.",
                        logreg__figure_plain(number, p->order->options->threshold, 3, text->sign));
    if (p->order->frame)
        logreg__page_add(text, " Circles are events, diamonds others.");
    write_stands(f, p);
}

/* Rows that are drawn: all, or every so manieth. */
typedef struct {
    size_t n;
    double x[DOTS_MOST], y[DOTS_MOST];
    bool event[DOTS_MOST];
} dots;

static void read_dots(dots *d, const plot *p, const logreg__observed *observed)
{
    size_t rows = logreg_frame_rows(p->order->frame), step = (rows + DOTS_MOST - 1) / DOTS_MOST,
           column = logreg_frame_find(p->order->frame, p->up.name);
    for (size_t i = 0; i < rows && d->n < DOTS_MOST; i += step) {
        logreg__observation o;
        double up = logreg_frame_number(p->order->frame, i, column);
        if (!logreg__observed_row(&o, observed, i) || isnan(up))
            continue;
        d->x[d->n] = o.x;
        d->y[d->n] = up;
        d->event[d->n++] = o.y > 0.5;
    }
}

/* Events or others, each dot on a white one. */
static void add_dots(logreg_figure *f, const plot *p, const dots *d, bool events)
{
    double x[DOTS_MOST], y[DOTS_MOST];
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) {
        x[n] = d->x[i];
        y[n] = d->y[i];
        n += d->event[i] == events;
    }
    const logreg_shape shape = events ? LOGREG_CIRCLE : LOGREG_DIAMOND;
    double size = logreg_frame_rows(p->order->frame) > 300 ? 0.75 : 1.1;
    logreg_figure_points(f, x, y, n,
                         &(logreg_mark){.colour = LOGREG_WHITE, .size = 1.45 * size, .shape = shape});
    logreg_figure_points(f, x, y, n, &(logreg_mark){.colour = !events, .size = size, .shape = shape});
}

/* How many dots lie on their own side of the boundary, and that not all rows are drawn. */
static logreg_status tell_dots(logreg_figure *f, const plot *p, const dots *d, logreg_error *err)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__grid grid = {0};
    size_t right = 0;
    logreg_status status = d->n ? probabilities(&grid, p, d->x, d->y, d->n, err) : LOGREG_OK;
    if (status != LOGREG_OK)
        return status;
    for (size_t i = 0; i < d->n; i++)
        right += (grid.P[2 * i + 1] >= p->order->options->threshold) == d->event[i];
    logreg__grid_free(&grid);
    if (logreg_frame_rows(p->order->frame) > DOTS_MOST)
        logreg__page_format(
            &f->sentences, " %zu of %s rows are drawn.", d->n,
            logreg__figure_plain(number, (double)logreg_frame_rows(p->order->frame), 12, f->title.sign));
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_format(&said, "Of %zu rows drawn, %zu lie on their own side of the boundary.", d->n, right);
    logreg__figure_say(f, &said);
    return LOGREG_OK;
}

static logreg_status add_rows(logreg_figure *f, const plot *p, logreg_error *err)
{
    logreg__observed observed;
    dots *d = logreg__new(1, sizeof *d);
    logreg_status status =
        logreg__observed_open(&observed, p->order->model, p->order->frame, p->subject.variable, err);
    size_t column = logreg_frame_find(p->order->frame, p->up.name);
    if (status == LOGREG_OK && !d)
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK && logreg_frame_kind(p->order->frame, column) != LOGREG_NUMERIC)
        status = logreg__fail(err, LOGREG_EINVAL,
                              "the rows to draw have text in column '%.80s', where the model takes numbers",
                              p->up.name);
    if (status == LOGREG_OK) {
        read_dots(d, p, &observed);
        add_dots(f, p, d, false);
        add_dots(f, p, d, true);
        status = tell_dots(f, p, d, err);
    }
    logreg__observed_close(&observed);
    free(d);
    return status;
}

static void add_contours(logreg_figure *f, const plot *p)
{
    char label[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < LEVELS; i++)
        if (is_drawn(p, i))
            logreg__contour(f, &p->surface, 2 * level[i] - 1,
                            &(logreg_mark){.colour = LOGREG_STEEL, .size = 1},
                            logreg__figure_plain(label, level[i], 2, f->title.sign));
    bool crossed = logreg__contour(f, &p->surface, 2 * p->order->options->threshold - 1,
                                   &(logreg_mark){.colour = LOGREG_INK, .size = 3}, NULL);
    logreg_figure_say(f, crossed ? "The boundary crosses the picture."
                                 : "All of the picture lies on one side of the boundary.");
}

static logreg_status build(logreg_figure *f, plot *p, double *value, logreg_error *err)
{
    logreg__surface *s = &p->surface;
    double low[2], high[2];
    if (!logreg__lines_range(&low[0], &high[0], &p->subject.v) ||
        !logreg__lines_range(&low[1], &high[1], &p->up))
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no boundary to draw: a range is such that no axis can hold it");
    double wide = SIDE * (high[0] - low[0]), tall = SIDE * (high[1] - low[1]);
    *s =
        (logreg__surface){value, ROWS, COLUMNS, low[0] - wide, low[1] - tall, high[0] + wide, high[1] + tall};
    logreg_status status = evaluate(p, value, err);
    if (status != LOGREG_OK)
        return status;
    write_words(f, p);
    say_corners(f, value);
    logreg__axis_between(f, 'x', p->subject.v.name, s->x0, s->x1, 0, 9);
    logreg__axis_between(f, 'y', p->up.name, s->y0, s->y1, 0, 6);
    logreg_figure_image(f, value, ROWS, COLUMNS, s->x0, s->y0, s->x1, s->y1, FULL, true);
    if (p->order->frame)
        status = add_rows(f, p, err);
    add_contours(f, p);
    return status;
}

logreg_status logreg__build_boundary(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.order = order};
    logreg_report_options choice = logreg_report_options_default();
    choice.conf_level = order->options->conf_level;
    choice.feature = order->options->feature;
    logreg_status status = logreg__subject_choose(&p.subject, order->model, order->frame, &choice, err);
    if (status == LOGREG_OK && (logreg__subject_lacks(&p.subject) || p.subject.v.kind != LOGREG_NUMERIC))
        status = logreg__fail(err, LOGREG_EINVAL, "a decision boundary is drawn in two numbers: %s",
                              logreg__subject_lacks(&p.subject) ? logreg__subject_lacks(&p.subject)
                              : order->options->feature         ? "what was named is a category"
                                                                : "the model has none");
    if (status != LOGREG_OK)
        return status;
    logreg__stand *stand = NULL;
    double *value = logreg__new(ROWS * COLUMNS, sizeof *value);
    status = value ? logreg__stands_new(&stand, order->model, order->options, err) : logreg__fail_memory(err);
    p.subject.stand = stand;
    p.subject.n_stands = order->options->n_at;
    if (status == LOGREG_OK)
        status = choose_second(&p, err);
    if (status == LOGREG_OK)
        status = build(f, &p, value, err);
    free(value);
    free(stand);
    return status;
}
