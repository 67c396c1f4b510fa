#include "figures/penalties.h"

#include <math.h>

#include "report/figure.h"

/* Powers of ten at most. */
enum { DECADES = 16 };

double logreg__penalty_x(const logreg_path *p, size_t i)
{
    return -log10(p->lambda[i]);
}

/* Powers of ten as ticks where there are some; else numbers. */
static void set_strengths(logreg_figure *f, const logreg_path *p)
{
    char text[DECADES][LOGREG__FIGURE_SIZE];
    const char *label[DECADES];
    double at[DECADES], from = logreg__penalty_x(p, 0), to = logreg__penalty_x(p, p->n - 1),
                        side = 0.02 * fmax(to - from, 0.1);
    int first = (int)ceil(from), last = (int)floor(to), n = 0;
    for (int d = first; d <= last && n < DECADES; d++, n++) {
        label[n] = logreg__figure_plain(text[n], pow(10, -d), 1, f->title.sign);
        at[n] = d;
    }
    bool few = n < 3;
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){
                               .label = few ? "Penalty, −log10(lambda): weaker to the right"
                                            : "Penalty, lambda: weaker to the right",
                               .low = from - side,
                               .high = to + side,
                               .ticks = few ? LOGREG_TICKS_ROUND : LOGREG_TICKS_LIST,
                               .n = (size_t)n,
                               .at = at,
                               .text = label,
                           });
}

static void add_marks(logreg_figure *f, const logreg_path *p, double top)
{
    const struct {
        size_t place;
        const char *name;
    } mark[] = {{p->best, !p->folds || p->measure->loss ? "least loss" : "best"}, {p->best_1se, "1 SE"}};
    for (int i = 0; p->folds && i < (p->best == p->best_1se ? 1 : 2); i++) {
        double x = logreg__penalty_x(p, mark[i].place);
        const double at[] = {x, x}, height[] = {-INFINITY, top};
        logreg_figure_line(f, at, height, 2, &(logreg_mark){.colour = LOGREG_PALE, .size = 1.2, .dash = 2});
        logreg_figure_label(f, x, INFINITY, mark[i].name,
                            &(logreg_mark){.colour = LOGREG_SOFT, .size = 0.85, .up = -0.4});
    }
}

void logreg__penalty_axes(logreg_figure *f, const logreg_path *p, double low, double high, const char *what)
{
    double above = 0.06 * (high - low);
    set_strengths(f, p);
    logreg_figure_set_axis(f, 'y',
                           &(logreg_figure_axis){.label = what,
                                                 .low = low - above,
                                                 .high = high + 2 * above,
                                                 .first = low,
                                                 .last = high,
                                                 .most = 6,
                                                 .grid = true});
    add_marks(f, p, high + 1.2 * above);
}
