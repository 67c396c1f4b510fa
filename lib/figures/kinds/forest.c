/* Odds ratios with their intervals on a log axis, one below the other. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/forest.h"
#include "report/page/figure.h"
#include "report/page/labels.h"

/* Heights: of all but rows, and of a row. */
enum { FRAME_HEIGHT = 420, ROW_HEIGHT = 62, LEAST_HEIGHT = 700 };

/* An interval is drawn as far as 10 to so much beyond the estimates; the numbers tell the rest. */
#define BEYOND 1.5

typedef logreg__forest plot;

/* Of words nobody knows them. */
static bool has_deviations(const logreg__order *order)
{
    return order->frame && !logreg_model_text(order->model, NULL, NULL);
}

bool logreg__ratio_drawn(const logreg_coefficient *c)
{
    return strcmp(c->name, "(Intercept)") != 0 && isfinite(c->estimate * c->unit);
}

bool logreg__ratio_dropped(const logreg_coefficient *c, const logreg_model *model)
{
    const char *penalty = logreg_model_penalty(model);
    return logreg__ratio_drawn(c) && c->estimate == 0 &&
           (strcmp(penalty, "l1") == 0 || strcmp(penalty, "elasticnet") == 0);
}

/* Strongest first, for what is left out; NaN counts as nothing. */
static double strength(const logreg_coefficient *c)
{
    return isnan(c->z) ? fabs(c->unit * c->estimate) * 1e-12 : fabs(c->z);
}

/* Takes those that can be drawn, in the model's order; where there are too many, the strongest. */
static void choose(plot *p)
{
    for (size_t i = 0; i < p->inference->n_coefficients; i++) {
        const logreg_coefficient *c = &p->inference->coefficient[i];
        if (!logreg__ratio_drawn(c))
            continue;
        if (p->n < LOGREG__RATIOS_MOST) {
            p->row[p->n++] = c;
            continue;
        }
        size_t weakest = 0;
        for (size_t k = 1; k < p->n; k++)
            weakest = strength(p->row[k]) < strength(p->row[weakest]) ? k : weakest;
        p->left_out++;
        if (strength(p->row[weakest]) >= strength(c))
            continue;
        memmove(&p->row[weakest], &p->row[weakest + 1], (p->n - weakest - 1) * sizeof *p->row);
        p->row[p->n - 1] = c;
    }
}

static double log_ratio(const logreg_coefficient *c, double value)
{
    return c->unit * value / log(10);
}

static void find_range(plot *p)
{
    double low = 0, high = 0;
    for (size_t i = 0; i < p->n; i++) {
        low = fmin(low, log_ratio(p->row[i], p->row[i]->estimate));
        high = fmax(high, log_ratio(p->row[i], p->row[i]->estimate));
    }
    double least = low, most = high;
    for (size_t i = 0; i < p->n; i++) {
        if (isnan(p->row[i]->low))
            continue;
        least = fmin(least, fmax(low - BEYOND, log_ratio(p->row[i], p->row[i]->low)));
        most = fmax(most, fmin(high + BEYOND, log_ratio(p->row[i], p->row[i]->high)));
    }
    double side = fmax(0.05 * (most - least), 0.02);
    p->low = least - side;
    p->high = most + side;
}

/* "sex[male]", with the class before it where there are several, and behind it how much of the column the ratio is for. */
static char *name_of(logreg_figure *f, const logreg_coefficient *c, const char *label)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page name;
    logreg__page_start_like(&name, &f->title);
    if (c->class_name) {
        logreg__page_name(&name, c->class_name, LOGREG__RATIO_CLASS);
        logreg__page_add(&name, ": ");
    }
    logreg__page_add(&name, label);
    if (c->unit != 1)
        logreg__page_format(&name, ", by %s", logreg__figure_digits(number, c->unit, 3, name.sign));
    char *text = name.text.failed ? NULL : logreg__copy(logreg__page_string(&name));
    f->failed = f->failed || !text;
    logreg__page_free(&name);
    return text;
}

static void write_numbers(logreg__page *page, const logreg_coefficient *c, const logreg_model *model)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page_add(page, logreg__figure_exp(number, c->unit * c->estimate, 3, page->sign));
    if (!isnan(c->low)) {
        logreg__page_format(page, " (%s", logreg__figure_exp(number, c->unit * c->low, 3, page->sign));
        logreg__page_format(page, " to %s)", logreg__figure_exp(number, c->unit * c->high, 3, page->sign));
    }
    logreg__page_add(page, logreg__ratio_dropped(c, model) ? ", dropped" : "");
}

static void add_row(logreg_figure *f, const plot *p, size_t i, const char *label)
{
    const logreg_coefficient *c = p->row[i];
    double y = (double)(p->n - i), x = log_ratio(c, c->estimate), low = fmax(p->low, log_ratio(c, c->low)),
           high = fmin(p->high, log_ratio(c, c->high));
    bool known = !isnan(c->low), apart = known && (c->low > 0 || c->high < 0),
         dropped = logreg__ratio_dropped(c, p->model);
    const int colour = (apart || !known) && !dropped ? 0 : LOGREG_STEEL;
    if (known)
        logreg_figure_segments(f, &low, &y, &high, &y, 1, &(logreg_mark){.colour = colour, .size = 2.4});
    logreg_figure_points(
        f, &x, &y, 1,
        &(logreg_mark){.colour = colour, .size = 1.6, .shape = LOGREG_SQUARE, .hollow = dropped});
    logreg__page numbers;
    logreg__page_start_like(&numbers, &f->title);
    write_numbers(&numbers, c, p->model);
    logreg_figure_name(f, y, logreg__page_string(&numbers),
                       &(logreg_mark){.colour = LOGREG_GREY, .size = 0.9});
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    logreg__page_add(&said, label);
    logreg__page_format(&said, ": %s.", logreg__page_string(&numbers));
    logreg_figure_say(f, logreg__page_string(&said));
    f->failed = f->failed || numbers.text.failed || said.text.failed;
    logreg__page_free(&numbers);
    logreg__page_free(&said);
}

static void add_all(logreg_figure *f, const plot *p)
{
    double at[LOGREG__RATIOS_MOST];
    char *name[LOGREG__RATIOS_MOST];
    const char *whole[LOGREG__RATIOS_MOST];
    int height = FRAME_HEIGHT + ROW_HEIGHT * (int)p->n;
    logreg_figure_size(f, 1600, height > LEAST_HEIGHT ? height : LEAST_HEIGHT);
    for (size_t i = 0; i < p->n; i++)
        whole[i] = p->row[i]->name;
    char **label = logreg__labels_new(&f->title, whole, p->n, LOGREG__RATIO_NAME);
    f->failed = f->failed || !label;
    for (size_t i = 0; i < p->n; i++) {
        at[i] = (double)(p->n - i);
        name[i] = label ? name_of(f, p->row[i], label[i]) : NULL;
    }
    logreg__labels_free(label, p->n);
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){"Odds ratio, log scale", p->low, p->high,
                                                 .ticks = LOGREG_TICKS_LOG, .most = 8, .grid = true});
    if (!f->failed) {
        logreg_figure_set_axis(f, 'y',
                               &(logreg_figure_axis){.low = 0.4,
                                                     .high = (double)p->n + 0.6,
                                                     .ticks = LOGREG_TICKS_LIST,
                                                     .n = p->n,
                                                     .at = at,
                                                     .text = (const char *const *)name});
        logreg_figure_line(f, (const double[]){0, 0}, (const double[]){-INFINITY, INFINITY}, 2,
                           &(logreg_mark){.colour = LOGREG_PALE, .size = 1.4});
    }
    for (size_t i = 0; !f->failed && i < p->n; i++)
        add_row(f, p, i, name[i]);
    for (size_t i = 0; i < p->n; i++)
        free(name[i]);
}

logreg_status logreg__build_forest(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    plot p = {.model = order->model, .deviations = has_deviations(order)};
    logreg_study *study = NULL;
    const logreg_unit unit = {.kind = LOGREG_UNIT_SD};
    logreg_inference_options o = logreg_inference_options_default();
    if (logreg_model_first_class(order->model) == 0)
        return logreg__fail(err, LOGREG_EINVAL,
                            "classes that have coefficients of their own have no odds ratios to draw");
    o.level = order->options->conf_level;
    logreg_status status = LOGREG_OK;
    if (p.deviations) {
        status = logreg_study_new(&study, order->model, order->frame, 0, err);
        o.study = study;
        o.unit = &unit;
        o.n_units = 1;
    }
    if (status == LOGREG_OK)
        status = logreg_inference_new(&p.inference, order->model, &o, err);
    if (status == LOGREG_OK) {
        choose(&p);
        find_range(&p);
        if (p.n == 0)
            status = logreg__fail(err, LOGREG_EINVAL,
                                  "there are no odds ratios to draw: the model has none that is finite%s",
                                  logreg_model_separation(order->model) == LOGREG_SEPARATION_NONE
                                      ? ""
                                      : ", since classes are separated");
    }
    if (status == LOGREG_OK) {
        logreg__forest_words(f, &p);
        add_all(f, &p);
    }
    logreg_inference_free(p.inference);
    logreg_study_free(study);
    return status;
}
