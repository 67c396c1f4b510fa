/* Where labels stand that may be moved. */
#ifndef LOGREG_FIGURES_SETTING_PLACE_H
#define LOGREG_FIGURES_SETTING_PLACE_H

#include "figures/setting/layout.h"

/* A letter of the usual size and a point of size 1, in units of the rectangle. */
typedef struct {
    double wide, high, point;
    bool cells; /* which letters fill one by one, of width and height 1 */
} logreg__letters;

/* Those of pictures, in units of a figure. */
#define LOGREG__LETTERS                                                                                      \
    (logreg__letters)                                                                                        \
    {                                                                                                        \
        .wide = LOGREG__LETTER_WIDTH, .high = LOGREG__LETTER_HEIGHT, .point = 16                             \
    }

/* A label's middle in the rectangle's units, and whether a thin line leads there from its place. */
typedef struct {
    double x, y, from_x, from_y, to_x, to_y;
    bool leads;
    bool left_out; /* along a line, where there is no room */
} logreg__spot;

/* A spot for each of the panel's items that is a label which may be moved; room for all items. Labels are taken in turn, those beside a point first; each goes where it covers
 * least: other labels, points, lines. false: out of memory. */
bool logreg__place_labels(logreg__spot *spot, const logreg__panel *panel, const logreg__rectangle *rectangle,
                          const logreg__letters *letters);

#endif
