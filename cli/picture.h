/* Drawing figures to files and to the terminal, as fit, path and plot do. */
#ifndef CLI_PICTURE_H
#define CLI_PICTURE_H

#include <logreg/figures.h>

#include "command.h"

/* Options of what is drawn. */
typedef struct {
    const char *what, *curve, *by;
    cli_list at;
    double threshold;
} cli_figure;

/* All but what, whose choices differ. */
extern const cli_option cli_figure_options[];

/* Kinds that a model and rows are drawn as (plot), and with the iterations of a fit (fit); and those of a path. */
const char *cli_figure_of_model(size_t i);
const char *cli_figure_of_fit(size_t i);
const char *cli_figure_of_path(size_t i);
/* What each of them is. */
const char *cli_figure_about_model(size_t i);
const char *cli_figure_about_path(size_t i);

/* The command that draws a kind, where logreg plot does not; NULL: none does. */
const char *cli_figure_home(const char *name);

/* Whether the picture could be drawn, before anything is read. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_check(const cli_call *call, const char *path);

/* Builds the figure. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_build(logreg_figure **figure, const cli_call *call, const cli_figure *options,
                      double conf_level, const logreg_figure_source *source);

/* Draws it to a file. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_write(const cli_call *call, const char *path, const logreg_figure *figure);

/* A note where that draws letters in another font than they should be. */
void cli_picture_note(const cli_call *call, const char *path);

/* Both; and its words in a new text, where alt is not NULL. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_keep(char **alt, const cli_call *call, const char *path, const logreg_figure *figure,
                     bool quiet);

/* Whether its words can be printed, on standard output, behind a report: of a picture that is drawn, and not beside JSON or CSV. CLI_GO_ON, or the exit code of what was
 * printed. */
int cli_picture_check_alt(const cli_call *call, const char *plot, bool json, const char *csv);

/* Prints it. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_print(const cli_call *call, const logreg_figure *figure);

#endif
