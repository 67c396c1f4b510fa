/* How wide letters of pictures are. */
#ifndef LOGREG_FIGURES_SETTING_WIDTH_H
#define LOGREG_FIGURES_SETTING_WIDTH_H

#include <stdbool.h>

/* Width of a text in Lato, in units of a figure; its letters are so many times as large as the usual ones. Letters that Lato has not, and those of other scripts, are as wide as
 * most of theirs. */
double logreg__width(const char *text, double size, bool bold);

#endif
