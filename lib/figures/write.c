/* From a model to a file: compose, run gnuplot, check, write. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "figures/figure.h"
#include "figures/gnuplot.h"
#include "figures/write.h"

logreg_figure_options logreg_figure_options_default(void)
{
    return (logreg_figure_options){
        .what = "curve", .conf_level = 0.95, .gnuplot = "/usr/bin/gnuplot", .seconds = 60};
}

const char *logreg_figure_name(size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (!logreg__what_table[k].name)
            return NULL;
    return logreg__what_table[i].name;
}

const char *logreg_figure_summary(size_t i)
{
    return logreg_figure_name(i) ? logreg__what_table[i].summary : NULL;
}

static const logreg__what *find_what(const char *name)
{
    const logreg__what *what = logreg__what_table;
    while (what->name && strcmp(what->name, name) != 0)
        what++;
    return what->name ? what : NULL;
}

static logreg_status check_program(const char *program, logreg_error *err)
{
    if (program && access(program, X_OK) == 0)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EIO,
        "pictures are drawn by gnuplot, which is not there%s%s: install the packages gnuplot-nox and "
        "fonts-lato, or ask for its script by a name that ends in .gp",
        program ? " as " : "", program ? program : "");
}

logreg_status logreg_figure_check(const char *path, const logreg_figure_options *options, logreg_error *err)
{
    logreg_figure_options o = options ? *options : logreg_figure_options_default();
    const logreg__format *format = logreg__format_of(path);
    if (!format)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "the format of the picture '%s' is not told by its name; let it end in .png, .svg, .pdf, or "
            ".gp for the script",
            path);
    if (!find_what(o.what))
        return logreg__fail(err, LOGREG_EINVAL, "there is no figure called '%s'", o.what);
    if (!(o.conf_level > 0 && o.conf_level < 1))
        return logreg__fail(err, LOGREG_EINVAL, "the confidence level is %g; it must be between 0 and 1",
                            o.conf_level);
    if (!(o.seconds > 0))
        return logreg__fail(err, LOGREG_EINVAL, "gnuplot is given %g seconds; it needs more", o.seconds);
    return format->whole ? check_program(o.gnuplot, err) : LOGREG_OK;
}

/* Draws the script, unless it is asked for itself, and writes the file. */
static logreg_status draw(const char *path, const char *script, const logreg__format *format,
                          const logreg_figure_options *options, logreg_error *err)
{
    if (!format->whole)
        return logreg_file_replace(path, script, strlen(script), err);
    char *picture = NULL;
    size_t n;
    logreg_status status = logreg__gnuplot(&picture, &n, options->gnuplot, script, options->seconds, err);
    if (status == LOGREG_OK && !format->whole(picture, n))
        status = logreg__fail(err, LOGREG_EIO,
                              "gnuplot (%s) drew no whole %s picture; nothing was written to '%s'",
                              options->gnuplot, format->suffix + 1, path);
    if (status == LOGREG_OK && format->mend && !format->mend(&picture, &n))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        status = logreg_file_replace(path, picture, n, err);
    free(picture);
    return status;
}

logreg_status logreg__figure_write(const char *path, logreg__figure *figure,
                                   const logreg_figure_options *options, logreg_error *err)
{
    const logreg_figure_options usual = logreg_figure_options_default();
    const logreg__format *format = logreg__format_of(path);
    char *script = NULL;
    logreg_status status = logreg__figure_script(&script, figure, format, err);
    if (status == LOGREG_OK)
        status = draw(path, script, format, options ? options : &usual, err);
    free(script);
    return status;
}

logreg_status logreg_figure_write(const char *path, const logreg_model *model, const logreg_frame *frame,
                                  const logreg_figure_options *options, logreg_error *err)
{
    logreg_figure_options o = options ? *options : logreg_figure_options_default();
    logreg_status status = logreg_figure_check(path, &o, err);
    if (status != LOGREG_OK)
        return status;
    logreg__figure figure;
    logreg__figure_start(&figure);
    status = find_what(o.what)->compose(&figure, model, frame, &o, err);
    if (status == LOGREG_OK)
        status = logreg__figure_write(path, &figure, &o, err);
    logreg__figure_free(&figure);
    return status;
}
