/* Colours of figures. */
#ifndef LOGREG_FIGURES_PALETTE_H
#define LOGREG_FIGURES_PALETTE_H

/* "#rrggbb" of a colour of logreg_mark: of marks; and of letters, which must be dark enough to be read. */
const char *logreg__colour(int colour);
const char *logreg__ink(int colour);

/* Ends and middle of signed shades: -1, 0, 1. Of equal size the positive one is far darker, which grey keeps. */
const char *logreg__shade(int sign);

/* "#rrggbb" of a colour of which only a share is there, on white. */
#define LOGREG__COLOUR_SIZE 8
const char *logreg__tint(char text[LOGREG__COLOUR_SIZE], int colour, double share);

#endif
