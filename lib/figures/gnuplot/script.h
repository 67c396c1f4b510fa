/* A figure in gnuplot's language. */
#ifndef LOGREG_FIGURES_GNUPLOT_SCRIPT_H
#define LOGREG_FIGURES_GNUPLOT_SCRIPT_H

#include "base/text.h"
#include "figures/figure.h"
#include "figures/gnuplot/format.h"
#include "figures/setting/layout.h"

/* The whole script for a format in a new string. ENOMEM. */
logreg_status logreg__script(char **script, const logreg_figure *figure, const logreg__format *format,
                             logreg_error *err);

/* ---- Pieces ---- */

__attribute__((format(printf, 2, 3))) void logreg__script_add(logreg__text *script, const char *format, ...);

/* A number, the same whatever the locale, with so many digits. */
void logreg__script_number(logreg__text *script, double value, int digits);

/* Data and commands of a panel's marks. */
void logreg__script_marks(logreg__text *script, const logreg_figure *figure, const logreg__panel *panel,
                          size_t place);

/* Labels and names of a panel. Memory that is out is remembered by the script. */
void logreg__script_labels(logreg__text *script, const logreg_figure *figure, const logreg__panel *panel,
                           const logreg__rectangle *rectangle);

#endif
