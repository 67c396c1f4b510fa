/* Running a program: gnuplot on a script that we made, and what tells of fonts. */
#ifndef LOGREG_FIGURES_GNUPLOT_RUN_H
#define LOGREG_FIGURES_GNUPLOT_RUN_H

#include <logreg/base.h>

/* Runs a program's file with arguments, the first of which is its name, closed by NULL, on an input, and returns what it says, n bytes
 * and a NUL in new memory. No shell takes part, the environment is empty, and what takes longer than so many seconds is killed. EIO: it cannot
 * be run, fails, or is killed, with its first complaint. ENOMEM. */
logreg_status logreg__run(char **said, size_t *n, const char *program, const char *const *arguments,
                          const char *input, double seconds, logreg_error *err);

#endif
