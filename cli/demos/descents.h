/* Ways down that the lesson on descent tells of, and their picture. */
#ifndef CLI_DEMOS_DESCENTS_H
#define CLI_DEMOS_DESCENTS_H

#include "ways.h"

/* Steps that are too long, of which so many are shown. */
enum { CLI_LEAPS_SHOWN = 9 };

/* A problem to descend in: the rows, or the rows standardised. */
typedef struct {
    cli_rows rows;
    cli_valley valley;
    cli_way gradient, newton;
} cli_slope;

typedef struct {
    cli_slope raw, scaled;
    cli_way too_long;
} cli_descents;

/* "35", or "more than 500" of a way that has not arrived. */
const char *cli_way_count(char text[40], const cli_way *way);

/* Draws them for the lesson. */
void cli_draw_descents(const cli_descents *descents, cli_lesson *lesson);

#endif
