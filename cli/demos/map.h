/* The map of a loss: lines of equal height with their heights, and ways over them. */
#ifndef CLI_DEMOS_MAP_H
#define CLI_DEMOS_MAP_H

#include "ways.h"

typedef struct {
    const cli_way *way;
    size_t places; /* of the way at most */
    const char *name;
    int colour;
    logreg_shape shape;
    double width, opacity; /* of the line, and its dash */
    int dash;
    double size; /* of the first forty places */
    bool hollow;
    double apart; /* places nearer than this share of the panel are left out */
} cli_map_way;

/* Draws the map into the figure's panel and sets its axes. Ways are drawn in order, one over the other. The lowest line stands above the least loss by 2^(first - 4)
 * times what the loss at 0 and 0 does. False: no memory. */
bool cli_draw_map(logreg_figure *figure, const cli_valley *valley, const cli_map_way *ways, size_t n,
                  int first);

#endif
