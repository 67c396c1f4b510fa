/* A line for each of many classes over a number, its name at its end. */
#include <math.h>

#include "base/error.h"
#include "figures/figure.h"
#include "report/lines.h"
#include "report/summary.h"

/* Points of a line, room beside the range as a share of it, and room for a name. */
#define POINTS 401
#define SIDE 0.02
#define NAME_ROOM 20

/* Least distance of two names, as a share of the scale. */
#define APART 0.055

typedef struct {
    int line;
    double y;
} ending;

/* Names stand at the ends of their lines; those that meet are moved apart, in order, and stay within the scale. */
static void spread(ending *end, int n)
{
    for (int i = 1; i < n; i++)
        for (int j = i; j > 0 && end[j].y < end[j - 1].y; j--) {
            ending swap = end[j];
            end[j] = end[j - 1];
            end[j - 1] = swap;
        }
    for (int i = 1; i < n; i++)
        end[i].y = fmax(end[i].y, end[i - 1].y + APART);
    double top = 1;
    for (int i = n - 1; i >= 0; i--, top -= APART)
        end[i].y = fmin(end[i].y, top);
}

static void write_names(logreg__figure *figure, const logreg__subject *s, const logreg__grid *grid,
                        const logreg__choice *c)
{
    ending end[LOGREG__LINES_MOST];
    int wide = 0;
    for (int i = 0; i < c->n; i++)
        end[i] = (ending){i, grid->P[(grid->n - 1) * grid->classes + c->class[i]]};
    spread(end, c->n);
    for (int i = 0; i < c->n; i++) {
        logreg__page name;
        logreg__page_start_like(&name, &figure->title);
        logreg__page_name(&name, logreg_model_class(s->model, c->class[end[i].line]), NAME_ROOM);
        int columns = logreg__page_columns(&name);
        wide = columns > wide ? columns : wide;
        logreg__figure_page(figure, "set label ", &name);
        logreg__figure_add(figure, " at graph 1, first ");
        logreg__figure_number(figure, end[i].y);
        logreg__figure_format(figure, " left offset 0.8,0 textcolor rgb '%s' noenhanced\n",
                              logreg__colour[end[i].line]);
    }
    figure->right = 2.5 + wide;
}

static void write_words(logreg__figure *figure, const logreg__subject *s, const logreg__choice *c)
{
    char text[LOGREG__FIGURE_SIZE];
    logreg__page *page = &figure->subtitle;
    logreg__figure_title(figure, s->model, " by ", s->v.name);
    logreg__page_add(page, "Multinomial logistic fit; each line is the probability of a class.");
    size_t left_out = logreg_model_classes(s->model) - (size_t)c->n;
    if (left_out)
        logreg__page_format(page, " %zu more stay below %s.", left_out,
                            logreg__figure_digits(text, c->highest_left_out, 2, page->sign));
    logreg__write_separated(page, s->model);
    logreg__write_others(page, s);
}

static void write_data(logreg__figure *figure, const logreg__grid *grid, const logreg__choice *c, double low,
                       double high)
{
    logreg__figure_add(figure, "$lines << EOD\n");
    for (size_t i = 0; i < grid->n; i++) {
        double row[LOGREG__LINES_MOST + 1] = {low + (high - low) * (double)i / (double)(grid->n - 1)};
        for (int k = 0; k < c->n; k++)
            row[k + 1] = grid->P[i * grid->classes + c->class[k]];
        logreg__figure_row(figure, row, (size_t)c->n + 1);
    }
    logreg__figure_add(figure, "EOD\nplot ");
    for (int k = 0; k < c->n; k++)
        logreg__figure_format(figure, "%s$lines using 1:%d with lines linewidth 3.4 linecolor rgb '%s'",
                              k ? ", \\\n     " : "", k + 2, logreg__colour[k]);
    logreg__figure_add(figure, "\n");
}

logreg_status logreg__figure_classes(logreg__figure *figure, const logreg__subject *s, double low,
                                     double high, logreg_error *err)
{
    logreg__grid grid = {0};
    double side = SIDE * (high - low);
    low -= side;
    high += side;
    logreg_status status = logreg__lines_grid(&grid, s, low, high, POINTS, err);
    if (status != LOGREG_OK)
        return status;
    logreg__choice c = logreg__lines_choose(&grid);
    write_words(figure, s, &c);
    logreg__figure_axis(figure, 'x', low, high, low, high, 9);
    logreg__figure_axis(figure, 'y', -0.02, 1.02, 0, 1, 5);
    logreg__figure_string(figure, "set xlabel ", s->v.name);
    logreg__figure_add(figure, " textcolor rgb '" LOGREG__GREY
                               "'\nset ylabel 'Probability' textcolor rgb '" LOGREG__GREY "'\n");
    write_names(figure, s, &grid, &c);
    write_data(figure, &grid, &c, low, high);
    logreg__grid_free(&grid);
    return LOGREG_OK;
}
