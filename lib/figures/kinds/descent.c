/* How gradient descent and Newton's method reach the maximum: their paths over the contours of the loss, of a model of an intercept and one number. */
#include <math.h>

#include <logreg/special.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/contour.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"
#include "report/curves/observed.h"
#include "report/summary/summary.h"

/* Places where the loss is told, contours, steps of a path that are drawn, and room around both paths. */
enum { SIDE = 72, CONTOURS = 9, STEPS_MOST = 400 };
#define AROUND 0.18

typedef struct {
    size_t n; /* points that are kept; taken counts all */
    size_t taken;
    double x[STEPS_MOST], y[STEPS_MOST]; /* as the trace has them, then in the picture's coordinates */
} path;

typedef struct {
    const logreg__order *order;
    size_t variable;
    logreg_variable v;
    logreg__observation *row; /* those of the fit */
    size_t n;
    double weight, mean, sd;
    path descent, newton;
    logreg__surface surface;
    double value[SIDE * SIDE];
} plot;

static void keep_step(const logreg_trace_row *row, void *data)
{
    path *p = data;
    p->taken = row->iteration;
    if (p->n == STEPS_MOST)
        return;
    p->x[p->n] = row->beta[0];
    p->y[p->n++] = row->beta[1];
}

/* ---- The rows ---- */

static logreg_status check(plot *p, logreg_error *err)
{
    const logreg_model *m = p->order->model;
    size_t level = 0;
    bool fits = logreg_model_formula(m) && logreg_model_coefficients(m) == 2 &&
                logreg_model_has_intercept(m) && logreg_model_variables(m) == 1 &&
                logreg_model_coefficient_variable(m, 1, &p->variable, &level) && level == SIZE_MAX &&
                !logreg_model_offset(m) && logreg_model_imputations(m) == 0;
    if (!fits)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "paths of solvers are drawn for an intercept and one number, since a picture has two directions");
    return logreg_model_variable(m, p->variable, &p->v);
}

static logreg_status read_rows(plot *p, logreg_error *err)
{
    logreg__observed observed;
    size_t n = logreg_frame_rows(p->order->frame);
    logreg_status status =
        logreg__observed_open(&observed, p->order->model, p->order->frame, p->variable, err);
    p->row = status == LOGREG_OK ? logreg__new_raw(n, sizeof *p->row) : NULL;
    if (status == LOGREG_OK && !p->row)
        status = logreg__fail_memory(err);
    for (size_t i = 0; status == LOGREG_OK && i < n; i++)
        p->n += logreg__observed_row(&p->row[p->n], &observed, i) && p->row[p->n].weight > 0;
    logreg__observed_close(&observed);
    for (size_t i = 0; i < p->n; i++) {
        p->weight += p->row[i].weight;
        p->mean += p->row[i].weight * p->row[i].x;
    }
    p->mean /= p->weight;
    for (size_t i = 0; i < p->n; i++)
        p->sd += p->row[i].weight * (p->row[i].x - p->mean) * (p->row[i].x - p->mean) / p->weight;
    p->sd = sqrt(p->sd);
    if (status == LOGREG_OK && !(p->sd > 0))
        status = logreg__fail(err, LOGREG_EDATA, "the rows have no two values of '%.80s' to draw the loss of",
                              p->v.name);
    return status;
}

/* ---- The paths ---- */

static logreg_status go(path *to, const plot *p, const char *solver, logreg_error *err)
{
    const logreg_model *m = p->order->model;
    logreg_model *again = NULL;
    logreg_options o = logreg_options_default();
    o.solver = solver;
    o.positive = logreg_model_grouped(m) ? NULL : logreg_model_class(m, 1);
    o.weights = logreg_model_weights(m);
    o.trials = logreg_model_trials(m);
    o.measures = false;
    o.trace = keep_step;
    o.trace_data = to;
    logreg_status status = logreg_fit_formula(&again, p->order->frame, logreg_model_formula(m), &o, err);
    logreg_model_free(again);
    return status;
}

/* Log-odds at the mean, and by a standard deviation: what the loss depends on about alike. */
static void turn(path *p, double mean, double sd)
{
    for (size_t i = 0; i < p->n; i++) {
        p->x[i] += p->y[i] * mean;
        p->y[i] *= sd;
    }
}

/* ---- The loss ---- */

static double loss(const plot *p, double intercept, double slope)
{
    double sum = 0;
    for (size_t i = 0; i < p->n; i++) {
        double eta = intercept + slope * (p->row[i].x - p->mean) / p->sd;
        sum += p->row[i].weight * (logreg_log1pexp(eta) - p->row[i].y * eta);
    }
    return sum / p->weight;
}

static void cover(double *low, double *high, const double *value, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        *low = fmin(*low, value[i]);
        *high = fmax(*high, value[i]);
    }
}

static void survey(plot *p)
{
    double low[] = {INFINITY, INFINITY}, high[] = {-INFINITY, -INFINITY};
    const path *both[] = {&p->descent, &p->newton};
    for (int i = 0; i < 2; i++) {
        cover(&low[0], &high[0], both[i]->x, both[i]->n);
        cover(&low[1], &high[1], both[i]->y, both[i]->n);
    }
    double wide = fmax(high[0] - low[0], 0.6), tall = fmax(high[1] - low[1], 0.6);
    p->surface = (logreg__surface){p->value,
                                   SIDE,
                                   SIDE,
                                   low[0] - AROUND * wide - 0.2,
                                   low[1] - AROUND * tall,
                                   high[0] + AROUND * wide + 0.2,
                                   high[1] + AROUND * tall};
    const logreg__surface *s = &p->surface;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        p->value[i] = loss(p, s->x0 + ((double)(i % SIDE) + 0.5) * (s->x1 - s->x0) / SIDE,
                           s->y0 + ((double)(i / SIDE) + 0.5) * (s->y1 - s->y0) / SIDE);
}

/* About evenly apart in a bowl: excesses over the least go by squares. */
static void add_contours(logreg_figure *f, const plot *p)
{
    const path *newton = &p->newton;
    double least = loss(p, newton->x[newton->n - 1], newton->y[newton->n - 1]), most = least;
    for (size_t i = 0; i < SIDE * SIDE; i++)
        most = fmax(most, p->value[i]);
    for (int k = 1; k <= CONTOURS; k++) {
        char label[LOGREG__FIGURE_SIZE];
        double share = k / (CONTOURS + 1.0), level = least + (most - least) * share * share;
        logreg__contour(f, &p->surface, level,
                        &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .opacity = 0.75},
                        logreg__figure_digits(label, level, 3, f->title.sign));
    }
}

/* ---- Together ---- */

static void write_words(logreg_figure *f, const plot *p)
{
    logreg__page *text = &f->sentences;
    char end[2][LOGREG__FIGURE_SIZE];
    const path *newton = &p->newton;
    logreg__page_add(&f->title, "Two ways down to the same minimum");
    logreg__page_format(text, "Contours of the mean loss of ");
    logreg__page_name(text, logreg__target_name(p->order->model), LOGREG__NAME_ROOM);
    logreg__page_add(text, " by ");
    logreg__page_name(text, p->v.name, LOGREG__NAME_ROOM);
    logreg__page_format(
        text,
        ". Gradient descent starts where all is 0 and takes %zu steps, Newton’s method at the log-odds of "
        "all rows and takes %zu.",
        p->descent.taken, newton->taken);
    char said[2 * LOGREG__FIGURE_SIZE + 80];
    snprintf(said, sizeof said, "Both end at log-odds of %s at the mean and %s a standard deviation.",
             logreg__figure_digits(end[0], newton->x[newton->n - 1], 3, text->sign),
             logreg__figure_digits(end[1], newton->y[newton->n - 1], 3, text->sign));
    logreg_figure_say(f, said);
}

static void add_path(logreg_figure *f, const path *p, int colour, const char *name)
{
    const logreg_mark line = {.colour = colour, .size = 2.2},
                      dot = {.colour = colour, .size = p->n > 60 ? 0.7 : 1.1};
    logreg_figure_line(f, p->x, p->y, p->n, &line);
    logreg_figure_points(f, p->x, p->y, p->n, &dot);
    logreg_figure_label(
        f, p->x[0], p->y[0], name,
        &(logreg_mark){.colour = colour, .bold = true, .right = colour ? 1 : -1, .up = -0.9, .beside = true});
}

static logreg_status build(logreg_figure *f, plot *p, logreg_error *err)
{
    logreg_status status = check(p, err);
    if (status == LOGREG_OK)
        status = read_rows(p, err);
    if (status == LOGREG_OK)
        status = go(&p->descent, p, "gd", err);
    if (status == LOGREG_OK)
        status = go(&p->newton, p, "newton", err);
    if (status != LOGREG_OK)
        return status;
    turn(&p->descent, p->mean, p->sd);
    turn(&p->newton, p->mean, p->sd);
    survey(p);
    write_words(f, p);
    const logreg__surface *s = &p->surface; /* whose contours reach the middles of its outermost cells */
    double wide = (s->x1 - s->x0) / (2 * SIDE), high = (s->y1 - s->y0) / (2 * SIDE);
    logreg__axis_between(f, 'x', "Log-odds at the mean", s->x0 + wide, s->x1 - wide, 0, 9);
    logreg__page label;
    logreg__page_start_like(&label, &f->title);
    logreg__page_add(&label, "Log-odds by a standard deviation of ");
    logreg__page_name(&label, p->v.name, 16);
    logreg__axis_of_page(f, 'y', &label, &(logreg_figure_axis){.low = s->y0 + high, .high = s->y1 - high});
    add_contours(f, p);
    add_path(f, &p->descent, 1, "gradient descent");
    add_path(f, &p->newton, 0, "Newton");
    size_t last = p->newton.n - 1;
    logreg_figure_points(f, &p->newton.x[last], &p->newton.y[last], 1,
                         &(logreg_mark){.colour = LOGREG_INK, .size = 2, .hollow = true});
    return LOGREG_OK;
}

logreg_status logreg__build_descent(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot *p = logreg__new(1, sizeof *p);
    if (!p)
        return logreg__fail_memory(err);
    p->order = order;
    logreg_status status = build(f, p, err);
    free(p->row);
    free(p);
    return status;
}
