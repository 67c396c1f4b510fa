/* From a figure to a file, or an element of a page: script, gnuplot, check, mend. */
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "figures/figure.h"
#include "figures/gnuplot/glyphs.h"
#include "figures/gnuplot/run.h"
#include "figures/gnuplot/script.h"

logreg_drawing_options logreg_drawing_options_default(void)
{
    return (logreg_drawing_options){.gnuplot = "/usr/bin/gnuplot", .seconds = 60};
}

static logreg_status check_program(const logreg_drawing_options *o, logreg_error *err)
{
    if (!(o->seconds > 0))
        return logreg__fail(err, LOGREG_EINVAL, "gnuplot is given %g seconds; it needs more", o->seconds);
    if (o->gnuplot && access(o->gnuplot, X_OK) == 0)
        return LOGREG_OK;
    return logreg__fail(
        err, LOGREG_EIO,
        "pictures are drawn by gnuplot, which is not there%s%s: install the packages gnuplot-nox and "
        "fonts-lato, or ask for its script by a name that ends in .gp",
        o->gnuplot ? " as " : "", o->gnuplot ? o->gnuplot : "");
}

logreg_status logreg_figure_check(const char *path, const logreg_drawing_options *options, logreg_error *err)
{
    logreg_drawing_options o = options ? *options : logreg_drawing_options_default();
    const logreg__format *format = logreg__format_of(path);
    if (!format)
        return logreg__fail(
            err, LOGREG_EINVAL,
            "the format of the picture '%s' is not told by its name; let it end in .png, .svg, .pdf, or "
            ".gp for the script",
            path);
    return format->whole ? check_program(&o, err) : LOGREG_OK;
}

/* What gnuplot makes of the figure, n bytes in new memory, whole and mended; of a script, the script. to is where it will go. */
static logreg_status draw(char **out, size_t *n, const logreg_figure *f, const logreg__format *format,
                          const logreg_drawing_options *o, const char *to, logreg_error *err)
{
    char *script = NULL, *picture = NULL;
    logreg_status status = logreg__script(&script, f, format, err);
    if (status != LOGREG_OK)
        return status;
    if (!format->whole) {
        *out = script;
        *n = strlen(script);
        return LOGREG_OK;
    }
    if (format->sets_letters)
        status = logreg__glyphs_check(script, logreg_figure_has_font(), "/usr/bin/fc-list", o->seconds, err);
    if (status == LOGREG_OK)
        status = logreg__run(&picture, n, o->gnuplot, (const char *const[]){"gnuplot", "-d", NULL}, script,
                             o->seconds, err);
    free(script);
    if (status == LOGREG_OK && !format->whole(picture, *n))
        status = logreg__fail(err, LOGREG_EIO,
                              "gnuplot (%s) drew no whole %s picture; nothing was written to '%s'",
                              o->gnuplot, format->suffix + 1, to);
    if (status == LOGREG_OK && format->mend &&
        !format->mend(&picture, n, logreg_figure_title(f), logreg_figure_alt(f)))
        status = logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *out = picture;
    else
        free(picture);
    return status;
}

logreg_status logreg_figure_write(const char *path, const logreg_figure *f,
                                  const logreg_drawing_options *options, logreg_error *err)
{
    logreg_drawing_options o = options ? *options : logreg_drawing_options_default();
    char *data = NULL;
    size_t n;
    logreg_status status = logreg_figure_check(path, &o, err);
    if (status == LOGREG_OK)
        status = draw(&data, &n, f, logreg__format_of(path), &o, path, err);
    if (status == LOGREG_OK)
        status = logreg_file_replace(path, data, n, err);
    free(data);
    return status;
}

logreg_status logreg_figure_inline(char **svg, const logreg_figure *f, const char *prefix,
                                   const logreg_drawing_options *options, logreg_error *err)
{
    logreg_drawing_options o = options ? *options : logreg_drawing_options_default();
    char *data = NULL;
    size_t n;
    logreg_status status = check_program(&o, err);
    if (status == LOGREG_OK)
        status = draw(&data, &n, f, logreg__format_of("page.svg"), &o, "the page", err);
    char *made = status == LOGREG_OK ? logreg__svg_inline(data, n, prefix) : NULL;
    free(data);
    if (status == LOGREG_OK && !made)
        return logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *svg = made;
    return status;
}
