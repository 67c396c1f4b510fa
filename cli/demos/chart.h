/* A panel of a map while it is drawn: where ways go, and where something is written. */
#ifndef CLI_DEMOS_CHART_H
#define CLI_DEMOS_CHART_H

#include "map.h"

enum { CLI_CHART_PLACES = 500, CLI_CHART_BOXES = 16 };

/* A part of the panel that something is written in. */
typedef struct {
    double x0, y0, x1, y1;
} cli_box;

typedef struct {
    logreg_figure *figure;
    double x[2], y[2];              /* of the panel */
    double at[CLI_CHART_PLACES][2]; /* places on ways, in shares of the panel */
    size_t n_at;
    cli_box taken[CLI_CHART_BOXES];
    size_t n_taken;
} cli_chart;

/* Shares of the panel. */
double cli_chart_across(const cli_chart *chart, double b0);
double cli_chart_upwards(const cli_chart *chart, double b1);

/* Is nothing written there? */
bool cli_chart_is_free(const cli_chart *chart, cli_box box);
void cli_chart_take(cli_chart *chart, cli_box box);

/* How far a place is from all ways and from what is written. */
double cli_chart_loneliness(const cli_chart *chart, double u, double v);

/* Places along a way, told apart by a fiftieth of the panel, for what is written to keep away from. */
void cli_chart_mark(cli_chart *chart, const cli_map_way *way);

/* Writes the name of each of n ways beside it, where it lies on none, and far from the others if it can. After all are marked. */
void cli_chart_names(cli_chart *chart, const cli_map_way *ways, size_t n);

/* Draws those places of a way that are apart. */
void cli_chart_way(cli_chart *chart, const cli_map_way *way);

/* Places that are drawn. */
size_t cli_chart_places(const cli_map_way *way);

#endif
