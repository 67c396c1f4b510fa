/* A canvas of braille: each character cell holds 2 x 4 dots. In ASCII a cell shows one sign that stands as high. */
#ifndef LOGREG_REPORT_CURVES_CANVAS_H
#define LOGREG_REPORT_CURVES_CANVAS_H

#include "report/page/page.h"

/* How a layer looks: its colour, and its sign in ASCII, where 0 follows the dots with '-/\ and the like. */
typedef struct {
    logreg__style style;
    char sign;
} logreg__layer;

/* Layers lie one over the other: a cell shows the dots of all in the colour of the last that has any there. */
typedef struct {
    int columns, rows; /* cells; dots are 2 columns x 4 rows, counted from the top left */
    int n_layers;
    const logreg__layer *layer;  /* borrowed */
    unsigned char *cell;         /* [layer][row][column] dots as bits of a braille character */
    struct logreg__glyph *glyph; /* [row][column] characters that stand over the dots; NULL: none */
} logreg__canvas;

/* A character of text within a canvas; empty: dots show. */
struct logreg__glyph {
    char text[8];
    logreg__style style;
    bool covered; /* by a wide one on its left */
    bool under;   /* only where there are no dots */
};

/* false: out of memory. */
bool logreg__canvas_start(logreg__canvas *canvas, int columns, int rows, const logreg__layer *layer,
                          int n_layers);
void logreg__canvas_free(logreg__canvas *canvas);

/* A dot; outside the canvas it is lost. */
void logreg__canvas_dot(logreg__canvas *canvas, int layer, int x, int y);

/* A pattern of a line: so many dots shown and left out in turn; {0}: solid. */
#define LOGREG__DASHES 4
typedef struct {
    int run[LOGREG__DASHES];
} logreg__dashes;

/* A line through points y(x), x = from, from + 1, ..; gaps where y is negative. Dots of steep parts follow each other
 * without a gap, and the pattern follows the line. */
void logreg__canvas_line(logreg__canvas *canvas, int layer, int from, const int *y, int n,
                         const logreg__dashes *dashes);

/* Text from a cell on, over whatever dots there are, or under them; what would lie outside is left out. false: out of memory. */
bool logreg__canvas_text(logreg__canvas *canvas, int row, int column, logreg__style style, const char *text,
                         bool under);

/* Writes one row of cells without blanks at its end; returns the columns written. */
int logreg__canvas_row(logreg__page *page, const logreg__canvas *canvas, int row);

#endif
