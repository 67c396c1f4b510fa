/* Letters that no font has. */
#ifndef LOGREG_FIGURES_GNUPLOT_GLYPHS_H
#define LOGREG_FIGURES_GNUPLOT_GLYPHS_H

#include <stdbool.h>

#include <logreg/base.h>

/* Whether a font has each letter of the text, valid UTF-8, as fontconfig's program fc_list tells; latin: a font of Latin letters is there, so that only others are asked
 * for. EIO: none has one, which is named with what to install; or there are others than Latin letters and no such program. ENOMEM. */
logreg_status logreg__glyphs_check(const char *text, bool latin, const char *fc_list, double seconds,
                                   logreg_error *err);

#endif
