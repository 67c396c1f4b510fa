#include "picture.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "input.h"
#include "message.h"

/* The file of gnuplot that PATH finds first, in a buffer; NULL: none. Folders must be absolute: a program that lies where
 * the user happens to work is not run. */
static const char *find_gnuplot(char file[PATH_MAX])
{
    const char *path = getenv("PATH");
    for (const char *folder = path ? path : "/usr/bin:/bin"; *folder; folder += *folder == ':') {
        size_t n = strcspn(folder, ":");
        int written = snprintf(file, PATH_MAX, "%.*s/gnuplot", n < PATH_MAX ? (int)n : 0, folder);
        if (*folder == '/' && written < PATH_MAX && access(file, X_OK) == 0)
            return file;
        folder += n;
    }
    return NULL;
}

int cli_picture_check(const cli_call *call, const char *path, const char *what)
{
    char file[PATH_MAX];
    logreg_error err;
    logreg_figure_options options = logreg_figure_options_default();
    options.what = what;
    options.gnuplot = find_gnuplot(file);
    if (logreg_figure_check(path, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

int cli_picture_write(const cli_call *call, const cli_picture *picture, const logreg_model *model,
                      const logreg_frame *frame)
{
    char file[PATH_MAX];
    logreg_error err;
    logreg_figure_options options = logreg_figure_options_default();
    options.what = picture->what;
    options.feature = picture->feature;
    options.conf_level = picture->conf_level;
    options.gnuplot = find_gnuplot(file);
    logreg_status status = logreg_figure_write(picture->path, model, frame, &options, &err);
    if (status == LOGREG_OK)
        return CLI_GO_ON;
    if (status == LOGREG_EINVAL)
        return cli_fail(call, CLI_DATA, "%s", err.message);
    return frame ? cli_input_fail(call, frame, &err) : cli_fail_error(call, &err);
}

int cli_picture_write_path(const cli_call *call, const char *file, const char *what, const logreg_path *path,
                           const logreg_model *model)
{
    char program[PATH_MAX];
    logreg_error err;
    logreg_figure_options options = logreg_figure_options_default();
    options.gnuplot = find_gnuplot(program);
    if (logreg_figure_write_path(file, path, model, what, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}
