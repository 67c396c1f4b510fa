/* What pictures of a decision in two numbers share. */
#ifndef LOGREG_FIGURES_KINDS_BOUNDARY_H
#define LOGREG_FIGURES_KINDS_BOUNDARY_H

#include "figures/kinds/contour.h"
#include "figures/kinds/subject.h"

/* Cells of the shades, and rows drawn at most. */
enum {
    LOGREG__CELLS_WIDE = 128,
    LOGREG__CELLS_HIGH = 80,
    LOGREG__CELLS = LOGREG__CELLS_WIDE * LOGREG__CELLS_HIGH,
    LOGREG__DOTS_MOST = 1000
};

/* Rows that are drawn: all, or every so manieth. */
typedef struct {
    size_t n;
    double x[LOGREG__DOTS_MOST], y[LOGREG__DOTS_MOST];
    size_t class[LOGREG__DOTS_MOST]; /* of grouped data by what there was more of */
} logreg__plane_rows;

typedef struct {
    const logreg__order *order;
    logreg__subject subject; /* its variable goes to the right */
    size_t second;           /* and this one upwards */
    logreg_variable up;
    logreg__surface surface;  /* its ends, and room for a value a cell */
    double *value;            /* the same room */
    logreg__grid grid;        /* the probabilities of all classes at the middles of the cells */
    logreg__plane_rows *rows; /* NULL: there are none */
} logreg__plane;

/* The class that is said where a row's (or a cell's) probabilities are these: of two by the threshold, of more the likeliest. */
size_t logreg__plane_said(const logreg__plane *plane, const double *P);

/* Sentences, shades and lines where there are two classes; and where there are more. Dots come after. ENOMEM. */
logreg_status logreg__boundary_two(logreg_figure *figure, logreg__plane *plane, logreg_error *err);
logreg_status logreg__boundary_classes(logreg_figure *figure, logreg__plane *plane, logreg_error *err);

/* Whether the probability of an event is 0 or 1 in all cells; and moves the ends of the pieces of the line that was drawn last to where it leaps. EDATA, ENOMEM. */
bool logreg__plane_leaps(const logreg__plane *plane);
logreg_status logreg__boundary_sharpen(logreg_figure *figure, const logreg__plane *plane, logreg_error *err);

/* Where variables but the two stand, what separation means, and what dots are, as sentences. */
void logreg__write_plane(logreg_figure *figure, const logreg__plane *plane);

/* Reads the rows of the order's frame. EINVAL: a column of another kind. ENOMEM. */
logreg_status logreg__plane_read(logreg__plane *plane, logreg_error *err);

/* Draws them, a shape a class, and tells how many lie where they belong. ENOMEM. */
logreg_status logreg__boundary_rows(logreg_figure *figure, const logreg__plane *plane, logreg_error *err);

/* Probabilities at n places. EDATA, ENOMEM. */
logreg_status logreg__plane_at(logreg__grid *grid, const logreg__plane *plane, const double *x,
                               const double *y, size_t n, logreg_error *err);

#endif
