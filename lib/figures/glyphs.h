/* Letters that no font has. */
#ifndef LOGREG_FIGURES_GLYPHS_H
#define LOGREG_FIGURES_GLYPHS_H

#include <logreg/base.h>

/* Whether a font has each letter of the text, valid UTF-8, as fontconfig's program fc_list tells, which is asked only where there are letters that are not in
 * every font. EIO: none has one, which is named with what to install; or there is no such program. ENOMEM. */
logreg_status logreg__glyphs_check(const char *text, const char *fc_list, double seconds, logreg_error *err);

#endif
