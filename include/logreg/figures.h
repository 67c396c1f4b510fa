/* logreg/figures.h - pictures of a fitted model, drawn by gnuplot.
 *
 *     logreg_figure_options o = logreg_figure_options_default();
 *     if (logreg_figure_write("fit.png", model, frame, &o, &err) != LOGREG_OK)
 *         fprintf(stderr, "%s\n", err.message);
 *
 * gnuplot runs without a shell and with an empty environment; names from the data reach it only as cleaned, quoted
 * strings. What it draws is checked before it becomes a file.
 */
#ifndef LOGREG_FIGURES_H
#define LOGREG_FIGURES_H

#include <logreg/base.h>
#include <logreg/model.h>
#include <logreg/path.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What to draw, and how. Take logreg_figure_options_default() and change what differs. */
typedef struct {
    const char *what;    /* "curve" (default) or another of logreg_figure_name */
    const char *feature; /* curve: the variable that it runs along; NULL (default): the strongest */
    double conf_level;   /* of bands and intervals; default 0.95 */
    const char *gnuplot; /* the program's file; default "/usr/bin/gnuplot"; NULL: there is none */
    double seconds;      /* that gnuplot may take; default 60 */
} logreg_figure_options;

LOGREG_API logreg_figure_options logreg_figure_options_default(void);

/* Name and one-line summary of figure i, NULL past the last. Static. */
LOGREG_API const char *logreg_figure_name(size_t i);
LOGREG_API const char *logreg_figure_summary(size_t i);

/* Whether a picture could be written to a file of that name, before a long fit is begun: the name ends in .png, .svg,
 * .pdf, or .gp (the script, which needs no gnuplot), and gnuplot is there. options may be NULL. EINVAL, EIO. */
LOGREG_API logreg_status logreg_figure_check(const char *path, const logreg_figure_options *options,
                                             logreg_error *err);

/* Draws the model to a file of the format that its name ends in; path then holds the old file or the whole new one.
 * The rows of frame (NULL: none) stand beside a curve; "roc" needs them. At most 1000 rows are drawn one by one,
 * always the same. options may be NULL. EINVAL: a name, an option, rows that lack a column of the model, a model that
 * has no such figure. EIO: no gnuplot, one that fails or takes too long, or a file that cannot be written. ENOMEM. */
LOGREG_API logreg_status logreg_figure_write(const char *path, const logreg_model *model,
                                             const logreg_frame *frame, const logreg_figure_options *options,
                                             logreg_error *err);

/* Draws a path of penalties, whose chosen model this is: what is "coefficients", of columns in units of their standard deviation where the penalty goes by these, or "loss",
 * that on rows held out (EINVAL without folds). Of options what, feature and conf_level are not looked at. As logreg_figure_write. */
LOGREG_API logreg_status logreg_figure_write_path(const char *file, const logreg_path *path,
                                                  const logreg_model *model, const char *what,
                                                  const logreg_figure_options *options, logreg_error *err);

#ifdef __cplusplus
}
#endif

#endif
