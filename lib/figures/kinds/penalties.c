#include "figures/kinds/penalties.h"

#include <math.h>

#include "report/curves/axis.h"
#include "report/page/figure.h"

/* Ticks at most, those that a short path asks for, and from how many powers of ten on these will do alone. */
enum { TICKS_MOST = 48, TICKS_SHORT = 5, POWERS = 3 };

/* A path shorter than so much, in powers of ten, has ticks at round numbers. */
#define SHORT 0.6

typedef struct {
    size_t n;
    double at[TICKS_MOST];
    char text[TICKS_MOST][LOGREG__FIGURE_SIZE];
} strengths;

static double place_of(double lambda)
{
    return -log10(lambda);
}

double logreg__penalty_x(const logreg_path *p, size_t i)
{
    return place_of(p->lambda[i]);
}

static void add_tick(strengths *s, double lambda, int digits, const logreg__signs *sign)
{
    if (s->n == TICKS_MOST)
        return;
    s->at[s->n] = place_of(lambda);
    logreg__figure_plain(s->text[s->n++], lambda, digits, sign);
}

/* Between two places, powers of ten; of few of these 5 and 2 times the next too. */
static void add_powers(strengths *s, double from, double to, const logreg__signs *sign)
{
    static const double within[] = {5, 2, 1};
    bool few = floor(to + 1e-9) - ceil(from - 1e-9) + 1 < POWERS;
    for (int d = (int)ceil(from - 1e-9); d <= (int)floor(to + 1e-9) + few; d++)
        for (int m = few ? 0 : 2; m < 3; m++) {
            double lambda = within[m] * pow(10, -d);
            if (place_of(lambda) > from - 1e-9 && place_of(lambda) < to + 1e-9)
                add_tick(s, lambda, 1, sign);
        }
}

static void add_round(strengths *s, double least, double most, const logreg__signs *sign)
{
    logreg__ticks ticks = logreg__ticks_nice(least, most, TICKS_SHORT);
    for (int i = ticks.count; i-- > 0;)
        add_tick(s, logreg__tick_value(&ticks, i), 3, sign);
}

static void set_strengths(logreg_figure *f, const logreg_path *p)
{
    strengths s = {.n = 0};
    const char *label[TICKS_MOST];
    double most = p->lambda[0], least = p->lambda[p->n - 1], from = place_of(most), to = place_of(least),
           side = 0.02 * fmax(to - from, 0.1);
    if (!(most > least))
        add_tick(&s, most, 3, f->title.sign);
    else if (to - from < SHORT)
        add_round(&s, least, most, f->title.sign);
    else
        add_powers(&s, from, to, f->title.sign);
    for (size_t i = 0; i < s.n; i++)
        label[i] = s.text[i];
    logreg_figure_set_axis(f, 'x',
                           &(logreg_figure_axis){
                               .label = "Penalty, lambda: weaker to the right",
                               .low = from - side,
                               .high = to + side,
                               .ticks = LOGREG_TICKS_LIST,
                               .n = s.n,
                               .at = s.at,
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
