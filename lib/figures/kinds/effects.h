/* What panels of effects share. */
#ifndef LOGREG_FIGURES_KINDS_EFFECTS_H
#define LOGREG_FIGURES_KINDS_EFFECTS_H

#include "design/response.h"
#include "figures/kinds/subject.h"
#include "report/curves/lines.h"

/* Panels and levels that there is room for, columns of the latter's names, points of a curve. */
enum {
    LOGREG__EFFECT_PANELS = 24,
    LOGREG__EFFECT_LEVELS = 12,
    LOGREG__EFFECT_NAME = 16,
    LOGREG__EFFECT_POINTS = 101
};

typedef struct {
    const logreg_model *model;
    double low, high;      /* of the scale, which all panels share */
    bool rows;             /* levels stand one below the other */
    logreg__choice choice; /* classes drawn, each in its colour with its name; of two the event alone */
} logreg__effects;

typedef struct {
    const logreg__order *order;
    const logreg__signs *sign;
    logreg__subject subject;            /* without a variable */
    logreg__effects all;                /* what panels share */
    double rises[LOGREG__MOST_CLASSES]; /* how high each class goes anywhere */
    size_t n, left_out;
    size_t levels;         /* of a factor at most */
    int longest;           /* columns of their names */
    double crowd;          /* width that the names of a factor's levels need side by side */
    double swing;          /* the largest difference that a variable makes, */
    const char *strongest; /* and its name */
    int columns;           /* of panels */
    bool intervals;        /* some have one */
} logreg__effect_plot;

/* Fills in the figure's panel: a curve with its band along a number from low to high; dots with bars at the levels of a factor. */
void logreg__effect_number(logreg_figure *figure, const logreg__effects *all, const logreg__grid *grid,
                           double low, double high);
void logreg__effect_factor(logreg_figure *figure, const logreg__effects *all, const logreg__grid *grid,
                           const logreg_variable *v);

/* Levels of a factor that are drawn; and whether variable i has a panel: the levels of a column that is a number too stand for both. */
size_t logreg__effect_levels(const logreg_variable *v);
bool logreg__effect_shown(const logreg__effect_plot *plot, size_t i, logreg_variable *v);

/* Title and sentences; and what a panel shows, and which variable does most, for who cannot see it. */
void logreg__effects_words(logreg_figure *figure, const logreg__effect_plot *plot);
void logreg__effect_say(logreg_figure *figure, const logreg__effect_plot *plot, const logreg__grid *grid,
                        const logreg_variable *v, double low, double high);
void logreg__effects_say_strongest(logreg_figure *figure, const logreg__effect_plot *plot);

#endif
