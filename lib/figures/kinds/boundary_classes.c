/* The likeliest of many classes in two numbers, as shades that are the darker the more probable it is, with lines where it changes. */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "figures/kinds/boundary.h"
#include "report/page/figure.h"
#include "report/summary/summary.h"

/* Columns of a class's name; and a region that is no farther from its ends anywhere than so many cells has its name beside it. */
enum { CLASS_ROOM = 20, NARROW = 5 };

/* By how much the probability of a class is above the largest of the others, at each cell: 0 where the decision changes. */
static void take_lead(logreg__plane *p, size_t class)
{
    size_t K = p->grid.classes;
    for (size_t i = 0; i < LOGREG__CELLS; i++) {
        double other = 0;
        for (size_t k = 0; k < K; k++)
            other = k == class ? other : fmax(other, p->grid.P[i * K + k]);
        p->value[i] = p->grid.P[i * K + class] - other;
    }
}

/* How many cells it is from each cell to the nearest of another class or beyond the edge, at least, going straight or diagonally: over the cells
 * and back (Rosenfeld & Pfaltz, J. ACM 13, 1966). */
static void find_depths(int *depth, const unsigned char *said)
{
    enum { W = LOGREG__CELLS_WIDE, H = LOGREG__CELLS_HIGH };
    for (int turn = 0; turn < 2; turn++)
        for (int k = 0; k < W * H; k++) {
            int i = turn ? W * H - 1 - k : k, row = i / W, column = i % W, to = turn ? 1 : -1,
                least = turn ? depth[i] : W;
            for (int n = 0; n < 4; n++) { /* the four that come before in this turn */
                int r = row + (n < 3 ? to : 0), c = column + (n < 3 ? n - 1 : to);
                bool own = r >= 0 && r < H && c >= 0 && c < W && said[r * W + c] == said[i];
                least = own ? (depth[r * W + c] + 1 < least ? depth[r * W + c] + 1 : least) : 1;
            }
            depth[i] = least;
        }
}

/* Cells that a letter of a name is wide and half of it high; what a dot or a cell of another class costs that it would cover, in cells of depth; and deeper than so many is
 * no better. */
#define LETTER_WIDE 1.9
enum { HALF_HIGH = 3, DEEP = 12 };
#define ON_DOT 4.0
#define ON_OTHER 0.5

/* What it is worth to write so many letters about that cell. */
static double worth(const logreg__plane *p, size_t cell, int letters, const int *depth,
                    const unsigned char *said)
{
    const logreg__surface *s = &p->surface;
    int half = (int)ceil(LETTER_WIDE * letters / 2) + 1, row = (int)(cell / LOGREG__CELLS_WIDE),
        column = (int)(cell % LOGREG__CELLS_WIDE);
    double good = fmin(DEEP, depth[cell]);
    for (int r = row - HALF_HIGH; r <= row + HALF_HIGH; r++)
        for (int c = column - half; c <= column + half; c++) {
            bool own = r >= 0 && c >= 0 && r < LOGREG__CELLS_HIGH && c < LOGREG__CELLS_WIDE &&
                       said[r * LOGREG__CELLS_WIDE + c] == said[cell];
            good -= own ? 0 : ON_OTHER;
        }
    for (size_t i = 0; p->rows && i < p->rows->n; i++) {
        double x = (p->rows->x[i] - s->x0) / (s->x1 - s->x0) * LOGREG__CELLS_WIDE - 0.5 - column,
               y = (p->rows->y[i] - s->y0) / (s->y1 - s->y0) * LOGREG__CELLS_HIGH - 0.5 - row;
        good -= fabs(x) <= half && fabs(y) <= HALF_HIGH ? ON_DOT : 0;
    }
    return good;
}

/* Puts a class's name where its region is wide and few dots are; beside a narrow one. */
static void add_name(logreg_figure *f, const logreg__plane *p, size_t class, const int *depth,
                     const unsigned char *said)
{
    const logreg__surface *s = &p->surface;
    size_t best = LOGREG__CELLS;
    double most = -INFINITY;
    char *name = logreg__figure_short(f, logreg_model_class(p->order->model, class), CLASS_ROOM);
    int letters = name ? logreg__columns(name, strlen(name)) : 0, deepest = 0;
    for (size_t i = 0; i < LOGREG__CELLS; i++)
        deepest = said[i] == class && depth[i] > deepest ? depth[i] : deepest;
    for (size_t i = 0; i < LOGREG__CELLS; i++) {
        if (said[i] != class || 2 * depth[i] < deepest)
            continue;
        double here = worth(p, i, letters, depth, said);
        best = here > most ? i : best;
        most = fmax(most, here);
    }
    if (name && best < LOGREG__CELLS) {
        double x = s->x0 + ((double)(best % LOGREG__CELLS_WIDE) + 0.5) * (s->x1 - s->x0) / LOGREG__CELLS_WIDE,
               y = s->y0 + ((double)(best / LOGREG__CELLS_WIDE) + 0.5) * (s->y1 - s->y0) / LOGREG__CELLS_HIGH;
        logreg_figure_label(
            f, x, y, name,
            &(logreg_mark){.colour = LOGREG_INK, .bold = true, .beside = deepest < NARROW, .right = 1});
    }
    free(name);
}

/* In which share of the picture each class is the likeliest, for who cannot see it. */
static void say_shares(logreg_figure *f, const logreg__plane *p, const unsigned char *said)
{
    char number[LOGREG__FIGURE_SIZE];
    logreg__page text;
    logreg__page_start_like(&text, &f->title);
    size_t told = 0;
    for (size_t k = 0; k < p->grid.classes; k++) {
        size_t n = 0;
        for (size_t i = 0; i < LOGREG__CELLS; i++)
            n += said[i] == k;
        if (n == 0)
            continue;
        logreg__page_add(&text, told++ ? ", " : "The likeliest class is ");
        logreg__page_name(&text, logreg_model_class(p->order->model, k), CLASS_ROOM);
        logreg__page_format(&text, " in %s%%",
                            logreg__figure_digits(number, 100 * (double)n / LOGREG__CELLS, 2, text.sign));
    }
    logreg__page_add(&text,
                     told < p->grid.classes ? " of the picture; the others nowhere." : " of the picture.");
    logreg__figure_say(f, &text);
}

static void draw(logreg_figure *f, logreg__plane *p, unsigned char *said, int *depth)
{
    const logreg__surface *s = &p->surface;
    size_t K = p->grid.classes;
    for (size_t i = 0; i < LOGREG__CELLS; i++) {
        said[i] = (unsigned char)logreg__plane_said(p, p->grid.P + i * K);
        double P = p->grid.P[i * K + said[i]], least = 1 / (double)K;
        p->value[i] = said[i] + LOGREG__STRONGEST * (P - least) / (1 - least);
    }
    logreg__figure_image_classes(f, p->value, s->rows, s->columns,
                                 (const double[]){s->x0, s->y0, s->x1, s->y1}, K);
    find_depths(depth, said);
    say_shares(f, p, said);
    for (size_t k = 0; k + 1 < K; k++) { /* all lines of the last one are another's too */
        take_lead(p, k);
        logreg__contour(f, s, 0, &(logreg_mark){.colour = LOGREG_INK, .size = 2}, NULL);
    }
    for (size_t k = 0; k < K; k++)
        add_name(f, p, k, depth, said);
}

logreg_status logreg__boundary_classes(logreg_figure *f, logreg__plane *p, logreg_error *err)
{
    unsigned char *said = logreg__new(LOGREG__CELLS, sizeof *said);
    int *depth = logreg__new(LOGREG__CELLS, sizeof *depth);
    bool ok = said && depth;
    logreg__page_add(
        &f->sentences,
        "Shades tell the likeliest class, the darker the more probable it is; lines, where it changes.");
    logreg__write_plane(f, p);
    if (ok)
        draw(f, p, said, depth);
    free(said);
    free(depth);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}
