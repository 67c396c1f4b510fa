/* What a label would cover. */
#ifndef LOGREG_FIGURES_SETTING_COVER_H
#define LOGREG_FIGURES_SETTING_COVER_H

#include "figures/setting/place.h"

typedef struct {
    double x0, y0, x1, y1;
} logreg__box;

/* A panel with the labels that have been put so far. */
typedef struct {
    const logreg__panel *panel;
    const logreg__rectangle *r;
    const logreg__letters *letters;
    logreg__box *taken;
    size_t n_taken;
    const logreg__spot *spot; /* of the panel's items, as far as they have one */
} logreg__room;

/* What it costs to lie on a label, wholly and more where it is larger. */
#define LOGREG__ON_LABEL 12.0

/* A place of the panel in units of the rectangle. */
double logreg__room_x(const logreg__room *room, double x);
double logreg__room_y(const logreg__room *room, double y);

/* Length of a straight line within a box. */
double logreg__length_within(const logreg__box *box, double x0, double y0, double x1, double y1);

/* What a label in that box covers, as a cost; own: the item that it may cover, or NULL. */
double logreg__cover_cost(const logreg__room *room, const logreg__box *box, const logreg__item *own);

#endif
