/* A picture as it is composed: a title, sentences below it, and gnuplot's commands. */
#ifndef LOGREG_FIGURES_FIGURE_H
#define LOGREG_FIGURES_FIGURE_H

#include <logreg/figures.h>

#include "base/text.h"
#include "figures/format.h"
#include "report/axis.h"
#include "report/curve.h"
#include "report/page.h"

/* Colours: what is drawn in several comes in this order. */
#define LOGREG__COLOURS 8
extern const char *const logreg__colour[LOGREG__COLOURS];

#define LOGREG__INK "#1d2127"   /* titles */
#define LOGREG__GREY "#4a4f57"  /* labels of axes */
#define LOGREG__SOFT "#6b717a"  /* sentences */
#define LOGREG__STEEL "#5b616b" /* intervals of groups */
#define LOGREG__AXIS "#8a8f98"
#define LOGREG__RULE "#eceef1"

typedef struct {
    logreg__shape shape;
    logreg__page title, subtitle; /* plain text */
    logreg__text body;            /* commands: ranges, ticks, data, and last the plot */
    double left, right;           /* margins, in characters */
} logreg__figure;

/* What can be drawn, a row of the table in what.c. compose fills in a figure that has been started; the frame may be
 * NULL. EINVAL: the model has no such figure. */
typedef struct {
    const char *name, *summary;
    logreg_status (*compose)(logreg__figure *figure, const logreg_model *model, const logreg_frame *frame,
                             const logreg_figure_options *options, logreg_error *err);
} logreg__what;

/* Closed by a name of NULL. */
extern const logreg__what logreg__what_table[];

void logreg__figure_start(logreg__figure *figure);
void logreg__figure_free(logreg__figure *figure);

/* The whole script for a format in a new string. ENOMEM. */
logreg_status logreg__figure_script(char **script, logreg__figure *figure, const logreg__format *format,
                                    logreg_error *err);

/* ---- Pieces of the body ---- */

void logreg__figure_add(logreg__figure *figure, const char *commands);
__attribute__((format(printf, 2, 3))) void logreg__figure_format(logreg__figure *figure, const char *format,
                                                                 ...);

/* A number, the same whatever the locale. */
void logreg__figure_number(logreg__figure *figure, double value);

/* count numbers as a line of data. */
void logreg__figure_row(logreg__figure *figure, const double *value, size_t count);

/* The range of axis 'x' or 'y', with ticks at round numbers, at most so many. */
void logreg__figure_axis(logreg__figure *figure, char axis, double low, double high, double tick_low,
                         double tick_high, int most);

/* A command followed by a string from anywhere. */
void logreg__figure_string(logreg__figure *figure, const char *command, const char *text);

/* The same with what a page holds, which it frees. */
void logreg__figure_page(logreg__figure *figure, const char *command, logreg__page *page);

/* ---- Figures that "curve" chooses among ---- */

logreg_status logreg__figure_curve(logreg__figure *figure, const logreg__subject *subject, double low,
                                   double high, logreg_error *err);
logreg_status logreg__figure_classes(logreg__figure *figure, const logreg__subject *subject, double low,
                                     double high, logreg_error *err);
logreg_status logreg__figure_levels(logreg__figure *figure, const logreg__subject *subject,
                                    logreg_error *err);

/* ---- Others ---- */

logreg_status logreg__figure_roc(logreg__figure *figure, const logreg_model *model, const logreg_frame *frame,
                                 const logreg_figure_options *options, logreg_error *err);

/* "Chance of admit = yes", or of each class of the target. */
void logreg__figure_title(logreg__figure *figure, const logreg_model *model, const char *join,
                          const char *by);

#endif
