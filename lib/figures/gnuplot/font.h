/* The letters of pictures. */
#ifndef LOGREG_FIGURES_GNUPLOT_FONT_H
#define LOGREG_FIGURES_GNUPLOT_FONT_H

#include <stdbool.h>

/* Whether a file of the font lies in one of these folders, closed by NULL, or in a folder of theirs. What cannot be read counts as empty. */
bool logreg__font_within(const char *const *folders);

#endif
