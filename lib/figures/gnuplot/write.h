/* From a figure that is composed to a file. */
#ifndef LOGREG_FIGURES_GNUPLOT_WRITE_H
#define LOGREG_FIGURES_GNUPLOT_WRITE_H

#include "figures/figure.h"

/* Draws it to a file whose name logreg_figure_check has found good; options may be NULL. EIO, ENOMEM. */
logreg_status logreg__figure_write(const char *path, logreg__figure *figure,
                                   const logreg_figure_options *options, logreg_error *err);

#endif
