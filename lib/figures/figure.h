/* A figure as it is kept: panels of marks. Builders of kinds fill it in, renderers read it; neither knows of the other. */
#ifndef LOGREG_FIGURES_FIGURE_H
#define LOGREG_FIGURES_FIGURE_H

#include <logreg/figures.h>

#include "report/curves/axis.h"
#include "report/page/page.h"

typedef enum {
    LOGREG__LINE,     /* x, y */
    LOGREG__BAND,     /* x, low, high */
    LOGREG__POINTS,   /* x, y */
    LOGREG__SEGMENTS, /* x0, y0, x1, y1 */
    LOGREG__BOXES,    /* likewise */
    LOGREG__IMAGE,    /* a row of `columns` values each, the lowest first */
    LOGREG__LABEL,    /* a place and its text */
    LOGREG__NAME      /* a height and its text */
} logreg__form;

/* One thing drawn: n rows of `columns` numbers. */
typedef struct {
    logreg__form form;
    logreg_mark look;
    size_t n, columns;
    double *value;
    char *text;       /* of a label or name, as the data have it */
    double corner[4]; /* image: x0, y0, x1, y1 */
    double most;      /* image: the value of full colour */
    bool is_signed;
    size_t
        classes; /* image: a value is a class's number plus how strong its colour is, up to STRONGEST; 0: there are none */
} logreg__item;

typedef struct {
    double at;
    char *text;
} logreg__tick;

typedef struct {
    char *label; /* or NULL */
    double low, high;
    size_t n;
    logreg__tick *tick;
    bool grid, bare;
    bool numbers; /* ticks at numbers, of which some will do; else each has a name */
    bool log;     /* numbers are logarithms to base 10 */
} logreg__axis;

typedef struct {
    char *title; /* or NULL */
    logreg__axis x, y;
    logreg__item *item;
    size_t n, room;
} logreg__panel;

struct logreg_figure {
    logreg__page title, sentences, alt; /* plain text in UTF-8 */
    int width, height, columns;
    bool square;
    logreg__panel *panel;
    size_t n, room;
    bool failed; /* memory was out */
};

/* What builders of kinds share beside the public functions. */

/* The panel that marks are added to. */
static inline logreg__panel *logreg__figure_panel(logreg_figure *figure)
{
    return &figure->panel[figure->n - 1];
}

/* Axis of a probability: from low to high with this much of its length left beyond both, ticks between. */
void logreg__axis_between(logreg_figure *figure, char which, const char *label, double low, double high,
                          double margin, int most);

/* Label of tick i of a picture's axis: where they are long, in powers of ten if that is shorter. */
char *logreg__axis_tick(char *text, const logreg__ticks *ticks, int i, const logreg__signs *sign);

/* An axis whose label is a page, which is freed. */
void logreg__axis_of_page(logreg_figure *figure, char which, logreg__page *label,
                          const logreg_figure_axis *axis);

/* A new item of zeros at the end of the panel; NULL: memory is out, which the figure remembers. */
logreg__item *logreg__figure_add(logreg_figure *figure, logreg__form form, size_t n, size_t columns,
                                 const logreg_mark *look);

/* An image of classes, each in its colour. */
#define LOGREG__STRONGEST 0.98
void logreg__figure_image_classes(logreg_figure *figure, const double *value, size_t rows, size_t columns,
                                  const double corner[4], size_t classes);

/* A name from anywhere on a page's terms, at most `room` columns wide, in a new text; NULL where memory ran out, which the figure remembers. */
char *logreg__figure_short(logreg_figure *figure, const char *name, int room);

/* As logreg_figure_say, of a page, which is freed. */
void logreg__figure_say(logreg_figure *figure, logreg__page *said);

/* Puts title and sentences before what has been said: all of its words. */
void logreg__figure_put_words(logreg_figure *figure);

/* OK, or ENOMEM where the figure could not be made for want of memory. */
logreg_status logreg__figure_status(const logreg_figure *figure, logreg_error *err);

#endif
