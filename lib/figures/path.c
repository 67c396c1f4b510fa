/* Pictures of a path of penalties: coefficients as the penalty falls, and losses on rows held out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/figure.h"
#include "figures/write.h"
#include "report/summary.h"

/* Room beside the lines for a name. */
enum { NAME_ROOM = 18, CLASS_ROOM = 8 };

/* A line: a column's coefficient of a class, in units of the column's standard deviation where the penalty is. */
typedef struct {
    size_t class, column;
    double chosen, last; /* its size in the chosen model, and where the path ends */
    bool moves;          /* it is not 0 all along */
} line;

static double coefficient(const logreg_path *p, size_t i, const line *l)
{
    size_t classes = p->n_classes - p->first_class;
    return p->unit[l->column] * p->coefficient[(i * classes + l->class) * p->p + l->column];
}

static int larger_first(const void *a, const void *b)
{
    const line *x = a, *y = b;
    if (x->chosen != y->chosen)
        return x->chosen < y->chosen ? 1 : -1;
    if (fabs(x->last) != fabs(y->last))
        return fabs(x->last) < fabs(y->last) ? 1 : -1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Lines that are anywhere but 0, those that are farthest from it in the chosen model first. */
static size_t list_lines(line *lines, const logreg_path *p, bool intercept)
{
    size_t n = 0;
    for (size_t c = 0; c < p->n_classes - p->first_class; c++)
        for (size_t j = intercept; j < p->p; j++) {
            line l = {.class = c, .column = j};
            for (size_t i = 0; i < p->n; i++)
                l.moves = l.moves || coefficient(p, i, &l) != 0;
            l.chosen = fabs(coefficient(p, p->chosen, &l));
            l.last = coefficient(p, p->n - 1, &l);
            if (l.moves)
                lines[n++] = l;
        }
    qsort(lines, n, sizeof *lines, larger_first);
    return n;
}

static void write_marks(logreg__figure *figure, const logreg_path *p)
{
    const struct {
        size_t place;
        const char *name;
    } mark[] = {{p->best, "least loss"}, {p->best_1se, "1 SE"}};
    for (int i = 0; p->folds && i < 2; i++) {
        if (i && p->best == p->best_1se)
            return;
        logreg__figure_add(figure, "set arrow from first ");
        logreg__figure_number(figure, -log10(p->lambda[mark[i].place]));
        logreg__figure_add(figure, ", graph 0 to first ");
        logreg__figure_number(figure, -log10(p->lambda[mark[i].place]));
        logreg__figure_add(figure,
                           ", graph 0.96 nohead back dashtype 3 linewidth 1.2 linecolor rgb '" LOGREG__AXIS
                           "'\nset label '");
        logreg__figure_add(figure, mark[i].name);
        logreg__figure_add(figure, "' at first ");
        logreg__figure_number(figure, -log10(p->lambda[mark[i].place]));
        logreg__figure_add(figure, ", graph 0.985 center textcolor rgb '" LOGREG__AXIS "'\n");
    }
}

/* Powers of ten as ticks where there are some; else numbers. */
static void write_strengths(logreg__figure *figure, double from, double to, double side)
{
    char text[LOGREG__FIGURE_SIZE];
    int first = (int)ceil(from), last = (int)floor(to);
    if (last - first < 2) {
        logreg__figure_axis(figure, 'x', from - side, to + side, from, to, 9);
        logreg__figure_add(figure, "set xlabel 'Penalty, -log10(lambda): weaker to the right'");
        return;
    }
    logreg__figure_add(figure, "set xrange [");
    logreg__figure_number(figure, from - side);
    logreg__figure_add(figure, ":");
    logreg__figure_number(figure, to + side);
    logreg__figure_add(figure, "]\nset xtics (");
    for (int d = first; d <= last; d++) {
        logreg__figure_string(figure, d > first ? ", " : "",
                              logreg__figure_plain(text, pow(10, -d), 1, figure->title.sign));
        logreg__figure_format(figure, " %d", d);
    }
    logreg__figure_add(figure, ")\nset xlabel 'Penalty, lambda: weaker to the right'");
}

static void write_axes(logreg__figure *figure, const logreg_path *p, double low, double high,
                       const char *what)
{
    double from = -log10(p->lambda[0]), to = -log10(p->lambda[p->n - 1]), side = 0.02 * fmax(to - from, 0.1);
    double above = 0.06 * (high - low);
    write_strengths(figure, from, to, side);
    logreg__figure_add(figure, " textcolor rgb '" LOGREG__GREY "'\n");
    logreg__figure_axis(figure, 'y', low - above, high + 2 * above, low, high, 6);
    logreg__figure_add(figure, "set ylabel '");
    logreg__figure_add(figure, what);
    logreg__figure_add(figure, "' textcolor rgb '" LOGREG__GREY "'\n");
}

/* ---- Coefficients ---- */

/* Names at the right ends, kept apart: those that lie close are moved. */
static void write_names(logreg__figure *figure, const logreg_path *p, const logreg_model *model,
                        const line *lines, size_t n, double low, double high)
{
    double apart = (high - low) / 17, at[LOGREG__COLOURS];
    size_t order[LOGREG__COLOURS];
    for (size_t i = 0; i < n; i++) {
        size_t k = i;
        for (; k > 0 && lines[order[k - 1]].last < lines[i].last; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    for (size_t i = 0; i < n; i++) {
        at[i] = lines[order[i]].last;
        if (i && at[i] > at[i - 1] - apart)
            at[i] = at[i - 1] - apart;
    }
    for (size_t i = 0; i < n; i++) {
        const line *l = &lines[order[i]];
        logreg__page name;
        logreg__page_start_like(&name, &figure->title);
        logreg__page_name(&name, logreg_model_coefficient_name(model, l->column), NAME_ROOM);
        if (p->first_class == 0) {
            logreg__page_add(&name, " (");
            logreg__page_name(&name, logreg_model_class(model, l->class), CLASS_ROOM);
            logreg__page_add(&name, ")");
        }
        logreg__figure_page(figure, "set label ", &name);
        logreg__figure_add(figure, " at graph 1, first ");
        logreg__figure_number(figure, at[i]);
        logreg__figure_format(figure, " left offset 0.8,0 noenhanced textcolor rgb '%s'\n",
                              logreg__colour[order[i]]);
    }
}

static void write_lines(logreg__figure *figure, const logreg_path *p, const line *lines, size_t n)
{
    logreg__figure_add(figure, "$lines << EOD\n");
    for (size_t k = n; k-- > 0;) { /* those with names lie above the others */
        for (size_t i = 0; i < p->n; i++) {
            const double point[] = {-log10(p->lambda[i]), coefficient(p, i, &lines[k])};
            logreg__figure_row(figure, point, 2);
        }
        logreg__figure_add(figure, "\n\n");
    }
    logreg__figure_add(figure, "EOD\nplot 0 with lines linewidth 1 linecolor rgb '" LOGREG__AXIS "'");
    for (size_t k = n; k-- > 0;)
        logreg__figure_format(
            figure, ", \\\n     $lines index %zu using 1:2 with lines linewidth %s linecolor rgb '%s'",
            n - 1 - k, k < LOGREG__COLOURS ? "2.6" : "0.8",
            k < LOGREG__COLOURS ? logreg__colour[k] : LOGREG__AXIS);
    logreg__figure_add(figure, "\n");
}

static logreg_status compose_coefficients(logreg__figure *figure, const logreg_path *p,
                                          const logreg_model *model, logreg_error *err)
{
    line *lines = logreg__new((p->n_classes - p->first_class) * p->p, sizeof *lines);
    if (!lines)
        return logreg__fail_memory(err);
    size_t n = list_lines(lines, p, logreg_model_has_intercept(model)),
           named = n < LOGREG__COLOURS ? n : LOGREG__COLOURS;
    double low = 0, high = 0;
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < p->n; i++) {
            low = fmin(low, coefficient(p, i, &lines[k]));
            high = fmax(high, coefficient(p, i, &lines[k]));
        }
    if (n == 0) {
        free(lines);
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is nothing to draw: all coefficients are 0 all along the path");
    }
    bool scaled = logreg_model_standardized(model);
    logreg__page_add(&figure->title, "Coefficients as the penalty falls");
    logreg__page_format(&figure->subtitle, "Penalty %s on a model of ", logreg_model_penalty(model));
    logreg__page_name(&figure->subtitle, logreg__target_name(model), LOGREG__NAME_ROOM);
    logreg__page_add(&figure->subtitle, "; each line is a column.");
    if (n > named)
        logreg__page_format(&figure->subtitle, " Named: the %zu farthest from 0 in the chosen model.", named);
    figure->right = 21;
    write_axes(figure, p, low, high, scaled ? "Coefficient per standard deviation" : "Coefficient");
    write_marks(figure, p);
    write_names(figure, p, model, lines, named, low, high);
    write_lines(figure, p, lines, n);
    free(lines);
    return LOGREG_OK;
}

/* ---- Losses ---- */

static logreg_status compose_loss(logreg__figure *figure, const logreg_path *p, const logreg_model *model,
                                  logreg_error *err)
{
    char text[LOGREG__FIGURE_SIZE];
    double low = INFINITY, high = -INFINITY;
    if (!p->folds)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "a picture of losses on rows held out needs cross-validation, and this path has none");
    logreg__figure_add(figure, "$loss << EOD\n");
    for (size_t i = 0; i < p->n; i++) {
        const double point[] = {-log10(p->lambda[i]), p->cv_log_loss[i], p->cv_log_loss[i] - p->cv_error[i],
                                p->cv_log_loss[i] + p->cv_error[i]};
        low = fmin(low, point[2]);
        high = fmax(high, point[3]);
        logreg__figure_row(figure, point, 4);
    }
    logreg__figure_add(figure, "EOD\n");
    logreg__page_add(&figure->title, "How well each penalty predicts rows held out");
    logreg__page_format(&figure->subtitle, "Mean log loss of %zu folds with one standard error. ", p->folds);
    logreg__page_format(&figure->subtitle, "The least is at lambda %s with %zu columns",
                        logreg__figure_digits(text, p->lambda[p->best], 3, figure->subtitle.sign),
                        p->n_nonzero[p->best]);
    logreg__page_format(&figure->subtitle, "; within a standard error, the most penalty is %s with %zu.",
                        logreg__figure_digits(text, p->lambda[p->best_1se], 3, figure->subtitle.sign),
                        p->n_nonzero[p->best_1se]);
    (void)model;
    write_axes(figure, p, low, high, "Log loss, held out");
    write_marks(figure, p);
    logreg__figure_format(
        figure,
        "plot $loss using 1:3:4 with filledcurves fillcolor rgb '%s' fillstyle transparent solid 0.14 "
        "noborder, \\\n     $loss using 1:2 with linespoints pointtype 7 pointsize 0.5 linewidth 2.4 "
        "linecolor rgb '%s'\n",
        logreg__colour[0], logreg__colour[0]);
    return LOGREG_OK;
}

static const struct {
    const char *name;
    logreg_status (*compose)(logreg__figure *, const logreg_path *, const logreg_model *, logreg_error *);
} table[] = {{"coefficients", compose_coefficients}, {"loss", compose_loss}};

logreg_status logreg_figure_write_path(const char *file, const logreg_path *path, const logreg_model *model,
                                       const char *what, const logreg_figure_options *options,
                                       logreg_error *err)
{
    size_t n = sizeof table / sizeof *table, i = 0;
    while (i < n && strcmp(table[i].name, what) != 0)
        i++;
    if (i == n)
        return logreg__fail(err, LOGREG_EINVAL,
                            "there is no figure of a path called '%s'; there are coefficients and loss",
                            what);
    logreg__figure figure;
    logreg_status status = logreg_figure_check(file, options, err);
    if (status != LOGREG_OK)
        return status;
    logreg__figure_start(&figure);
    status = table[i].compose(&figure, path, model, err);
    if (status == LOGREG_OK)
        status = logreg__figure_write(file, &figure, options, err);
    logreg__figure_free(&figure);
    return status;
}
