/* Where the parts of a figure lie on a picture, in units of which its width has figure->width, counted from the top left. */
#ifndef LOGREG_FIGURES_SETTING_LAYOUT_H
#define LOGREG_FIGURES_SETTING_LAYOUT_H

#include "figures/figure.h"

/* Sizes of letters, in points, of all and of sentences, and what the usual one is high and on average wide, in these units. */
#define LOGREG__LETTER_SIZE 13.0
#define LOGREG__SENTENCE_SIZE 12.5
#define LOGREG__LETTER_HEIGHT 33.0
#define LOGREG__LETTER_WIDTH 16.0

typedef struct {
    double left, right, top, bottom;
} logreg__rectangle;

typedef struct {
    double text_left;  /* of title and sentences */
    double title_size; /* points */
    double title_y;
    logreg__text title, lines; /* the title and the sentences, broken */
    double line_y, line_step;  /* of the sentences; the title's lines lie as far apart */
    logreg__rectangle *panel; /* [figure->n] what the axes enclose */
    bool turned;              /* names below axes go up to the right, since somewhere they would meet */
} logreg__layout;

/* Free it in every case. ENOMEM. */
logreg_status logreg__layout_new(logreg__layout *layout, const logreg_figure *figure, logreg_error *err);
void logreg__layout_free(logreg__layout *layout);

/* By which names below an axis are turned, in degrees. */
#define LOGREG__TURN 35

/* Of an axis of that length: whether tick i is named, where numbers would meet if all were. */
bool logreg__layout_names_tick(const logreg__axis *axis, size_t i, double length);

/* Height of a name's middle for each of the panel's items that is one, apart from each other; room for all items. false: out of memory. */
bool logreg__layout_names(double *y, const logreg__panel *panel, const logreg__rectangle *rectangle,
                          double apart);

#endif
