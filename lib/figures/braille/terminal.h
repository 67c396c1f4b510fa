/* A figure in braille: panels one below the other. */
#ifndef LOGREG_FIGURES_BRAILLE_TERMINAL_H
#define LOGREG_FIGURES_BRAILLE_TERMINAL_H

#include "figures/figure.h"
#include "report/curves/canvas.h"

/* A panel as it is laid out on a page. */
typedef struct {
    const logreg__panel *panel;
    logreg__canvas canvas;
    logreg__layer *layer; /* one for each of the panel's items */
    int gutter;           /* columns left of the canvas: labels of ticks and the axis */
} logreg__scene;

/* Row of dots, or column, of a value; infinity is the edge. */
double logreg__scene_x(const logreg__scene *scene, double x);
double logreg__scene_y(const logreg__scene *scene, double y);

/* Draws all marks but names. false: out of memory. */
bool logreg__scene_draw(logreg__scene *scene, bool ascii);

#endif
