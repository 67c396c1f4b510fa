/* Drawing a model to a file, as fit and plot do. */
#ifndef CLI_PICTURE_H
#define CLI_PICTURE_H

#include <logreg/figures.h>

#include "command.h"

typedef struct {
    const char *path, *what, *feature;
    double conf_level;
} cli_picture;

/* Whether the picture could be drawn, before anything is read. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_check(const cli_call *call, const char *path, const char *what);

/* Draws it; frame may be NULL. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_write(const cli_call *call, const cli_picture *picture, const logreg_model *model,
                      const logreg_frame *frame);

/* Draws a path of penalties. CLI_GO_ON, or the exit code of what was printed. */
int cli_picture_write_path(const cli_call *call, const char *file, const char *what, const logreg_path *path,
                           const logreg_model *model);

#endif
