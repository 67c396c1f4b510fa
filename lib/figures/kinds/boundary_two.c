/* The event's probability in two numbers, as shades, with lines of equal probability. */
#include <math.h>

#include "figures/kinds/boundary.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* How strong the shades are at most: dots must be seen on them. */
#define FULL 1.9

/* Lines of equal probability. */
static const double level[] = {0.1, 0.25, 0.5, 0.75, 0.9};
enum { LEVELS = sizeof level / sizeof *level };

/* Whether there is a line of that level beside the one of the threshold. */
static bool is_drawn(const logreg__plane *p, size_t i)
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
                  {LOGREG__CELLS_WIDE - 1, "lower right"},
                  {LOGREG__CELLS - LOGREG__CELLS_WIDE, "upper left"},
                  {LOGREG__CELLS - 1, "upper right"}};
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

static void write_words(logreg_figure *f, const logreg__plane *p, bool leaps)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page *text = &f->sentences;
    if (leaps) {
        logreg__page_add(text,
                         "Shades tell the probability, 1 where they are blue and 0 where they are orange.");
        logreg__write_plane(f, p);
        return;
    }
    logreg__page_add(text, "Shades and lines tell the probability:");
    for (size_t i = 0; i < LEVELS; i++)
        if (is_drawn(p, i))
            logreg__page_format(text, " %s,", logreg__figure_plain(number, level[i], 2, text->sign));
    logreg__page_format(text, " and %s where the line is heavy.",
                        logreg__figure_plain(number, p->order->options->threshold, 3, text->sign));
    logreg__write_plane(f, p);
}

static logreg_status add_contours(logreg_figure *f, const logreg__plane *p, bool leaps, logreg_error *err)
{
    char label[LOGREG__FIGURE_SIZE];
    for (size_t i = 0; i < LEVELS && !leaps; i++)
        if (is_drawn(p, i))
            logreg__contour(f, &p->surface, 2 * level[i] - 1,
                            &(logreg_mark){.colour = LOGREG_STEEL, .size = 1},
                            logreg__figure_plain(label, level[i], 2, f->title.sign));
    bool crossed = logreg__contour(f, &p->surface, 2 * p->order->options->threshold - 1,
                                   &(logreg_mark){.colour = LOGREG_INK, .size = 3}, NULL);
    logreg_figure_say(f, crossed ? "The boundary crosses the picture."
                                 : "All of the picture lies on one side of the boundary.");
    return leaps && crossed && !f->failed ? logreg__boundary_sharpen(f, p, err) : LOGREG_OK;
}

logreg_status logreg__boundary_two(logreg_figure *f, logreg__plane *p, logreg_error *err)
{
    const logreg__surface *s = &p->surface;
    for (size_t i = 0; i < LOGREG__CELLS; i++)
        p->value[i] = 2 * p->grid.P[2 * i + 1] - 1;
    bool leaps = logreg__plane_leaps(p);
    write_words(f, p, leaps);
    say_corners(f, p->value);
    logreg_figure_image(f, p->value, s->rows, s->columns, s->x0, s->y0, s->x1, s->y1, FULL, true);
    return add_contours(f, p, leaps, err);
}
