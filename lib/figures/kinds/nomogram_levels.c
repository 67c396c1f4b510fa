/* The scale of a factor in a nomogram. */
#include <string.h>

#include "figures/kinds/nomogram.h"

/* Columns of a level's name on the line, and in a row below it. */
enum { LEVEL_ROOM = 12, ROW_ROOM = 22 };

/* Heights of a row of levels, as shares of a scale's, and of what is above the first. */
#define ROW 0.34
#define FIRST_ROW 0.3

/* Points that a letter of a row takes up, in terminals too; those between a level's dot and its name, and between two levels of a row. */
#define ROW_LETTER 1.75
#define TO_NAME 1.2
#define APART 1.5

static void add_line_mark(logreg_figure *f, double x, double low, double top)
{
    logreg_figure_segments(f, &x, &low, &x, &top, 1, &(logreg_mark){.colour = LOGREG_GREY, .size = 1.4});
}

void logreg__nomogram_mark(logreg_figure *f, double x, double y, const char *text, int side)
{
    add_line_mark(f, x, y - (side > 0 ? 0 : 0.12), y + (side > 0 ? 0.12 : 0));
    logreg_figure_label(f, x, y, text, &(logreg_mark){.colour = LOGREG_GREY, .size = 0.85, .up = side});
}

/* Levels by what they give, and where those stand that cannot all be on one line, in turn below and above it: in rows below, each a dot with its name beside it. */
typedef struct {
    size_t order[LOGREG__SCALE_LEVELS];
    size_t rows; /* 0: on the line */
    size_t row[LOGREG__SCALE_LEVELS];
    bool left[LOGREG__SCALE_LEVELS]; /* the name is left of the dot, since the right edge is near */
} levels;

/* Points that level k by order gives, and what its name takes up. */
static double points_of(const logreg__nomogram *p, const logreg__scale *s, const levels *l, size_t k)
{
    return s->eta[l->order[k]] / p->unit;
}

/* In columns. */
static double name_of(const logreg__scale *s, const levels *l, size_t k, int room)
{
    const char *name = s->v.levels[l->order[k]];
    int wide = logreg__columns(name, strlen(name));
    return wide < room ? wide : room;
}

static bool meet(const logreg__nomogram *p, const logreg__scale *s, const levels *l)
{
    for (size_t k = 2; k < s->n; k++)
        if (points_of(p, s, l, k) - points_of(p, s, l, k - 2) <
            LOGREG__POINTS_OF_LETTER *
                (1 + (name_of(s, l, k, LEVEL_ROOM) + name_of(s, l, k - 2, LEVEL_ROOM)) / 2))
            return true;
    return false;
}

/* Each goes into the first row that has room behind the level before it. */
static void put_in_rows(levels *l, const logreg__nomogram *p, const logreg__scale *s)
{
    double end[LOGREG__SCALE_LEVELS];
    for (size_t k = 0; k < s->n; k++) {
        double x = points_of(p, s, l, k), name = TO_NAME + ROW_LETTER * name_of(s, l, k, ROW_ROOM);
        l->left[k] = x + name > LOGREG__FULL_POINTS;
        size_t r = 0;
        while (r < l->rows && end[r] + APART > x - (l->left[k] ? name : 0))
            r++;
        l->rows += r == l->rows;
        l->row[k] = r;
        end[r] = x + (l->left[k] ? 0 : name);
    }
}

static levels arrange(const logreg__nomogram *p, const logreg__scale *s)
{
    levels l = {.rows = 0};
    for (size_t i = 0; i < s->n; i++) {
        size_t k = i;
        for (; k > 0 && s->eta[l.order[k - 1]] > s->eta[i]; k--)
            l.order[k] = l.order[k - 1];
        l.order[k] = i;
    }
    if (meet(p, s, &l))
        put_in_rows(&l, p, s);
    return l;
}

/* A level's mark on the line, and its dot and name in the row. */
static void add_in_row(logreg_figure *f, double x, double y, double row, const char *name, bool left)
{
    add_line_mark(f, x, y - 0.12, y);
    logreg_figure_points(f, &x, &row, 1, &(logreg_mark){.size = 0.9});
    logreg_figure_label(
        f, x, row, name,
        &(logreg_mark){
            .colour = LOGREG_GREY, .size = 0.85, .align = left ? 1 : -1, .right = left ? -0.8 : 0.8});
}

void logreg__nomogram_levels(logreg_figure *f, const logreg__nomogram *p, const logreg__scale *s, double y)
{
    const levels l = arrange(p, s);
    for (size_t k = 0; k < s->n; k++) {
        char *name = logreg__figure_short(f, s->v.levels[l.order[k]], l.rows ? ROW_ROOM : LEVEL_ROOM);
        double x = points_of(p, s, &l, k);
        if (name && l.rows)
            add_in_row(f, x, y, y - FIRST_ROW - ROW * (double)l.row[k], name, l.left[k]);
        else if (name)
            logreg__nomogram_mark(f, x, y, name, k % 2 ? 1 : -1);
        free(name);
    }
}

double logreg__nomogram_depth(const logreg__nomogram *p, const logreg__scale *s)
{
    size_t rows = s->v.kind == LOGREG_CATEGORY ? arrange(p, s).rows : 0;
    return rows > 1 ? ROW * (double)(rows - 1) : 0;
}
