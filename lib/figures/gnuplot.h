/* Running gnuplot on a script that we made. */
#ifndef LOGREG_FIGURES_GNUPLOT_H
#define LOGREG_FIGURES_GNUPLOT_H

#include <logreg/base.h>

/* Runs `program -d` on the script and returns what it drew, n bytes in new memory. No shell takes part, the environment
 * is empty, and what takes longer than so many seconds is killed. EIO: it cannot be run, fails, or is killed, with
 * its first complaint. ENOMEM. */
logreg_status logreg__gnuplot(char **picture, size_t *n, const char *program, const char *script,
                              double seconds, logreg_error *err);

#endif
