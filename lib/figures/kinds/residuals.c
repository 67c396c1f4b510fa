/* Randomised quantile residuals (Dunn & Smyth 1996), standard normal if the model is right: along the log-odds, and against normal quantiles; of many classes those of each
 * against all others. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/draws.h"
#include "figures/kinds/smooth.h"
#include "figures/kinds/subject.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Places of the smooth curve, and residuals that it needs; places of the quantiles' band; and room beyond the residuals. */
enum { POINTS = 101, SMOOTH_LEAST = 10, QUANTILES = 400 };

/* Classes that there is room for, and columns of a name. */
enum { CLASSES_MOST = 9, TITLE_ROOM = 30 };
#define SIDE 0.06

static void write_words(logreg_figure *f, const logreg__diagnosed *rows, const logreg__draws *draws)
{
    logreg__page *text = &f->sentences;
    char number[LOGREG__FIGURE_SIZE];
    size_t drawn = logreg__draws_drawn(draws);
    logreg__page_add(&f->title, "Do residuals look like noise?");
    logreg__page_add(text, "Quantile residuals of");
    if (drawn < draws->n)
        logreg__page_format(text, " %zu of", drawn);
    if (draws->each)
        logreg__page_format(text, " %s observations in",
                            logreg__figure_plain(number, rows->observations, 12, text->sign));
    logreg__page_format(text, " %zu rows of ", rows->d->n_rows);
    logreg__page_name(text, logreg__target_name(rows->order->model), LOGREG__NAME_ROOM);
    logreg__page_add(text, ", standard normal if the model is right.");
    logreg__write_shapes(text, rows);
    bool smooth = draws->n >= SMOOTH_LEAST;
    logreg__page_add(text,
                     smooth ? "; a line far from 0, or dots out of the band (" : "; dots out of the band (");
    logreg__write_percent(text, rows->order->options->conf_level);
    logreg__page_add(text, smooth
                               ? " each), speak against it."
                               : " each) speak against it. Without a smooth line: fewer than 10 tell none.");
}

static void write_words_of_classes(logreg_figure *f, const logreg__diagnosed *rows,
                                   const logreg__draws *draws, size_t left_out)
{
    logreg__page *text = &f->sentences;
    char number[LOGREG__FIGURE_SIZE];
    logreg__page_add(&f->title, "Do residuals look like noise?");
    logreg__page_add(text, "Quantile residuals of");
    if (draws->each)
        logreg__page_format(text, " %s observations in",
                            logreg__figure_plain(number, rows->observations, 12, text->sign));
    logreg__page_format(text, " %zu rows of ", rows->d->n_rows);
    logreg__page_name(text, logreg__target_name(rows->order->model), LOGREG__NAME_ROOM);
    logreg__page_add(text, ", each class against all others, standard normal if the model is right.");
    logreg__page_add(text, " Circles are of the class, diamonds others");
    logreg__page_add(text, draws->n >= SMOOTH_LEAST ? "; a line far from 0 speaks against it." : ".");
    if (draws->step > 1)
        logreg__page_format(text, " %zu of %zu have dots.", logreg__draws_drawn(draws), draws->n);
    if (left_out)
        logreg__page_format(text, " %zu more classes are not drawn.", left_out);
}

static void range_of(double *low, double *high, const double *value, size_t n)
{
    *low = -3;
    *high = 3;
    for (size_t i = 0; i < n; i++) {
        *low = fmin(*low, value[i]);
        *high = fmax(*high, value[i]);
    }
}

/* Those that have dots, events or others. */
static void add_dots(logreg_figure *f, const logreg__draws *draws, bool events)
{
    double x[LOGREG__ROWS_MOST], y[LOGREG__ROWS_MOST];
    size_t n = 0;
    for (size_t i = 0; i < draws->n; i += draws->step) {
        x[n] = draws->draw[i].log_odds;
        y[n] = draws->draw[i].value;
        n += draws->draw[i].event == events;
    }
    logreg_figure_points(f, x, y, n,
                         &(logreg_mark){.colour = !events,
                                        .size = 0.9 * (logreg__draws_drawn(draws) > 300 ? 0.65 : 1),
                                        .opacity = 0.62,
                                        .shape = events ? LOGREG_CIRCLE : LOGREG_DIAMOND});
}

/* A smooth line through all of them. */
static logreg_status add_smooth(logreg_figure *f, const logreg__draws *draws, logreg_error *err)
{
    double at[POINTS], height[POINTS];
    size_t n = draws->n;
    logreg__point *point = logreg__new(n, sizeof *point);
    double *x = logreg__new(n, 3 * sizeof *x);
    if (point && x) {
        double *y = x + n, *w = y + n;
        for (size_t i = 0; i < n; i++)
            point[i] = (logreg__point){draws->draw[i].log_odds, draws->draw[i].value, 1};
        logreg__points_sort(point, n);
        n = logreg__points_merge(point, n);
        for (size_t i = 0; i < n; i++) {
            x[i] = point[i].x;
            y[i] = point[i].y;
            w[i] = point[i].w;
        }
        if (draws->n >= SMOOTH_LEAST && n >= LOGREG__SMOOTH_LEAST) {
            logreg__spread(at, x[0], x[n - 1], POINTS);
            logreg__smooth(height, at, POINTS, x, y, w, n, LOGREG__SPAN);
            logreg_figure_line(f, at, height, POINTS, &(logreg_mark){.colour = LOGREG_INK, .size = 2.6});
        }
    }
    bool ok = point && x;
    free(point);
    free(x);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

static logreg_status add_along(logreg_figure *f, const logreg__draws *draws, const char *title,
                               const char *across, logreg_error *err)
{
    double low = -3, high = 3, least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < draws->n; i += draws->step) {
        low = fmin(low, draws->draw[i].value);
        high = fmax(high, draws->draw[i].value);
        least = fmin(least, draws->draw[i].log_odds);
        most = fmax(most, draws->draw[i].log_odds);
    }
    logreg_figure_panel(f, title);
    logreg__axis_between(f, 'x', across, least, most > least ? most : least + 1, 0.03, 7);
    logreg__axis_between(f, 'y', "Quantile residual", low, high, SIDE, 7);
    logreg_figure_line(f, (const double[]){-INFINITY, INFINITY}, (const double[]){0, 0}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2});
    add_dots(f, draws, true);
    add_dots(f, draws, false);
    return add_smooth(f, draws, err);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The ends of n sorted residuals, and how many of m dots are out of the band, for who cannot see them. */
static void say_residuals(logreg_figure *f, const double *sorted, size_t n, size_t out, size_t m)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    size_t far = 0;
    logreg__page said;
    logreg__page_start_like(&said, &f->title);
    for (size_t i = 0; i < n; i++)
        far += fabs(sorted[i]) > 2;
    logreg__page_format(&said, "Residuals go from %s to %s; ",
                        logreg__figure_plain(low, sorted[0], 3, said.sign),
                        logreg__figure_plain(high, sorted[n - 1], 3, said.sign));
    logreg__page_format(
        &said, "%zu of %zu %s beyond 2 (of normal ones one in 22), and %zu of %zu dots %s out of the band.",
        far, n, far == 1 ? "is" : "are", out, m, out == 1 ? "is" : "are");
    logreg__figure_say(f, &said);
}

/* Sorted residuals against the medians of sorted normal draws; each of these is a beta variable, which gives the band. */
static logreg_status add_quantiles(logreg_figure *f, const logreg__draws *draws, double conf_level,
                                   logreg_error *err)
{
    double x[QUANTILES], y[QUANTILES], low[QUANTILES], high[QUANTILES], alpha = 1 - conf_level, bottom, top;
    size_t n = draws->n, m = n < QUANTILES ? n : QUANTILES, out = 0;
    double *sorted = logreg__new(n, sizeof *sorted);
    if (!sorted)
        return logreg__fail_memory(err);
    for (size_t i = 0; i < n; i++)
        sorted[i] = draws->draw[i].value;
    qsort(sorted, n, sizeof *sorted, ascending);
    for (size_t k = 0; k < m; k++) {
        size_t i = m < 2 ? 0 : (size_t)((double)k * (double)(n - 1) / (double)(m - 1) + 0.5);
        double a = (double)i + 1, b = (double)(n - i);
        x[k] = gsl_cdf_ugaussian_Pinv(gsl_cdf_beta_Pinv(0.5, a, b));
        low[k] = gsl_cdf_ugaussian_Pinv(gsl_cdf_beta_Pinv(alpha / 2, a, b));
        high[k] = gsl_cdf_ugaussian_Pinv(gsl_cdf_beta_Qinv(alpha / 2, a, b));
        y[k] = sorted[i];
        out += y[k] < low[k] || y[k] > high[k];
    }
    say_residuals(f, sorted, n, out, m);
    free(sorted);
    range_of(&bottom, &top, y, m);
    double side = fmax(3, fmax(-x[0], x[m - 1]));
    logreg_figure_panel(f, "Against normal quantiles");
    logreg__axis_between(f, 'x', "Quantile of the normal", -side, side, 0.03, 7);
    logreg__axis_between(f, 'y', "Quantile residual", bottom, top, SIDE, 7);
    logreg_figure_band(f, x, low, high, m, &(logreg_mark){0});
    logreg_figure_line(f, (const double[]){-side, side}, (const double[]){-side, side}, 2,
                       &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2});
    logreg_figure_points(f, x, y, m, &(logreg_mark){.size = 0.7});
    return LOGREG_OK;
}

/* The ends of a class's residuals, for who cannot see them. */
static void say_class(logreg_figure *f, const logreg_model *model, size_t k, const logreg__draws *draws)
{
    char low[LOGREG__FIGURE_SIZE], high[LOGREG__FIGURE_SIZE];
    double least = INFINITY, most = -INFINITY;
    size_t far = 0;
    logreg__page said;
    for (size_t i = 0; i < draws->n; i++) {
        least = fmin(least, draws->draw[i].value);
        most = fmax(most, draws->draw[i].value);
        far += fabs(draws->draw[i].value) > 2;
    }
    logreg__page_start_like(&said, &f->title);
    logreg__page_name(&said, logreg_model_class(model, k), LOGREG__NAME_ROOM);
    logreg__page_format(&said, ": residuals from %s to %s; ", logreg__figure_plain(low, least, 3, said.sign),
                        logreg__figure_plain(high, most, 3, said.sign));
    logreg__page_format(&said, "%zu of %zu %s beyond 2 (of normal ones one in 22).", far, draws->n,
                        far == 1 ? "is" : "are");
    logreg__figure_say(f, &said);
}

static logreg_status add_class(logreg_figure *f, const logreg__diagnosed *rows, const gsl_matrix *P, size_t k,
                               size_t left_out, logreg_error *err)
{
    logreg__draws draws = {.n = 0};
    logreg_status status = logreg__draws_of_class(&draws, rows, P, k, err);
    char *title = logreg__figure_short(f, logreg_model_class(rows->order->model, k), TITLE_ROOM);
    if (status == LOGREG_OK && draws.n == 0)
        status = logreg__fail(err, LOGREG_EDATA, "no row has a residual: all are fitted to the last digit");
    if (status == LOGREG_OK && k == 0)
        write_words_of_classes(f, rows, &draws, left_out);
    if (status == LOGREG_OK)
        say_class(f, rows->order->model, k, &draws);
    if (status == LOGREG_OK)
        status = add_along(f, &draws, title ? title : "", "Log-odds against the others", err);
    logreg__draws_free(&draws);
    free(title);
    return status;
}

/* Each class against all others, in a panel. */
static logreg_status build_classes(logreg_figure *f, const logreg__order *order,
                                   const logreg__diagnosed *rows, logreg_error *err)
{
    size_t n = logreg_frame_rows(order->frame), K = rows->d->n_classes,
           drawn = K < CLASSES_MOST ? K : CLASSES_MOST;
    int columns = drawn <= 4 ? 2 : 3;
    double *p = logreg__new_raw(n, K * sizeof *p);
    if (!p)
        return logreg__fail_memory(err);
    gsl_matrix_view P = gsl_matrix_view_array(p, n, K);
    logreg_status status = logreg_predict_proba_frame(order->model, order->frame, &P.matrix, err);
    logreg_figure_columns(f, columns);
    logreg_figure_size(f, 1600, 260 + 560 * (((int)drawn + columns - 1) / columns));
    for (size_t k = 0; status == LOGREG_OK && k < drawn; k++)
        status = add_class(f, rows, &P.matrix, k, K - drawn, err);
    free(p);
    return status;
}

static logreg_status build_two(logreg_figure *f, const logreg__order *order, const logreg__diagnosed *rows,
                               logreg_error *err)
{
    logreg__draws draws = {.n = 0};
    logreg_status status = logreg__draws_new(&draws, rows, err);
    if (status == LOGREG_OK && draws.n == 0)
        status = logreg__fail(err, LOGREG_EDATA, "no row has a residual: all are fitted to the last digit");
    if (status == LOGREG_OK) {
        write_words(f, rows, &draws);
        logreg_figure_columns(f, 2);
        logreg_figure_size(f, 1600, 950);
        status = add_along(f, &draws, "Along the log-odds", "Log-odds of the event", err);
    }
    if (status == LOGREG_OK)
        status = add_quantiles(f, &draws, order->options->conf_level, err);
    logreg__draws_free(&draws);
    return status;
}

logreg_status logreg__build_residuals(logreg_figure *f, const logreg__order *order, logreg_error *err)
{
    logreg__diagnosed rows;
    logreg_status status = logreg__diagnosed_new(&rows, order, LOGREG__BY_COOK, err);
    if (status == LOGREG_OK)
        status = (rows.d->n_classes == 2 ? build_two : build_classes)(f, order, &rows, err);
    logreg__diagnosed_clear(&rows);
    return status;
}
