#include "picture.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "effects.h"
#include "input.h"
#include "message.h"
#include "terminal.h"

#define PLACE(member) offsetof(cli_figure, member)

const cli_option cli_figure_options[] = {
    {"curve", CLI_TEXT, PLACE(curve), .argument = "NAME", .otherwise = "the strongest",
     .help = "the column that a curve runs along; boundary: the number to the right"},
    {"by", CLI_TEXT, PLACE(by), .argument = "NAME",
     .help = "curve: a factor, a curve for each of its levels; boundary: the number upwards"},
    {"at", CLI_LIST, PLACE(at), .argument = "NAME=VALUE,..", .otherwise = "means and reference levels",
     .help = "where other variables stand"},
    {"threshold", CLI_NUMBER, PLACE(threshold), .argument = "X", .range = "[0, 1]", .initial = "0.5",
     .help = "the probability from which on the event is said"},
    {0}};

/* ---- Which kinds ---- */

/* Kind i of those whose needs lie within a range; NULL past the last. */
static const logreg_figure_kind *kind_within(size_t i, logreg_figure_need first, logreg_figure_need last)
{
    const logreg_figure_kind *kind;
    for (size_t k = 0; (kind = logreg_figure_kind_at(k)); k++)
        if (kind->need >= first && kind->need <= last && i-- == 0)
            return kind;
    return NULL;
}

static const char *name_of(const logreg_figure_kind *kind)
{
    return kind ? kind->name : NULL;
}

static const char *about(const logreg_figure_kind *kind)
{
    return kind ? kind->summary : NULL;
}

const char *cli_figure_of_model(size_t i)
{
    return name_of(kind_within(i, LOGREG_FIGURE_MODEL, LOGREG_FIGURE_FIT_ROWS));
}

const char *cli_figure_of_fit(size_t i)
{
    return name_of(kind_within(i, LOGREG_FIGURE_MODEL, LOGREG_FIGURE_TRACE));
}

const char *cli_figure_of_path(size_t i)
{
    return name_of(kind_within(i, LOGREG_FIGURE_PATH, LOGREG_FIGURE_PATH));
}

const char *cli_figure_about_model(size_t i)
{
    return about(kind_within(i, LOGREG_FIGURE_MODEL, LOGREG_FIGURE_FIT_ROWS));
}

const char *cli_figure_about_path(size_t i)
{
    return about(kind_within(i, LOGREG_FIGURE_PATH, LOGREG_FIGURE_PATH));
}

const char *cli_figure_home(const char *name)
{
    const logreg_figure_kind *kind = logreg_figure_kind_find(name);
    if (!kind || kind->need <= LOGREG_FIGURE_FIT_ROWS)
        return NULL;
    return kind->need == LOGREG_FIGURE_TRACE ? "logreg fit FILE --plot OUT" : "logreg path FILE --plot OUT";
}

/* ---- Drawing ---- */

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

int cli_picture_check(const cli_call *call, const char *path)
{
    char file[PATH_MAX];
    logreg_error err;
    logreg_drawing_options options = logreg_drawing_options_default();
    options.gnuplot = find_gnuplot(file);
    if (logreg_figure_check(path, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

int cli_picture_build(logreg_figure **figure, const cli_call *call, const cli_figure *choice,
                      double conf_level, const logreg_figure_source *source)
{
    logreg_error err;
    logreg_figure_options options = logreg_figure_options_default();
    logreg_effect_at *at = NULL;
    bool means;
    int code = choice->at.n ? cli_effects_at(&at, &options.n_at, &means, call, source->model, &choice->at)
                            : CLI_GO_ON;
    if (code != CLI_GO_ON)
        return code;
    options.feature = choice->curve;
    options.by = choice->by;
    options.at = at;
    options.conf_level = conf_level;
    options.threshold = choice->threshold;
    logreg_status status = logreg_figure_build(figure, choice->what, source, &options, &err);
    free(at);
    if (status == LOGREG_OK)
        return CLI_GO_ON;
    if (status == LOGREG_EINVAL)
        return cli_fail(call, CLI_DATA, "%s", err.message);
    return source->frame ? cli_input_fail(call, source->frame, &err) : cli_fail_error(call, &err);
}

int cli_picture_write(const cli_call *call, const char *path, const logreg_figure *figure)
{
    char file[PATH_MAX];
    logreg_error err;
    logreg_drawing_options options = logreg_drawing_options_default();
    options.gnuplot = find_gnuplot(file);
    if (logreg_figure_write(path, figure, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    return CLI_GO_ON;
}

void cli_picture_note(const cli_call *call, const char *path)
{
    size_t n = strlen(path);
    bool letters = n > 4 && (strcasecmp(path + n - 4, ".png") == 0 || strcasecmp(path + n - 4, ".pdf") == 0);
    if (letters && !logreg_figure_has_font())
        cli_note(call, "the font Lato is not installed, so that gnuplot draws with another; install the "
                       "package fonts-lato");
}

int cli_picture_keep(char **alt, const cli_call *call, const char *path, const logreg_figure *figure,
                     bool quiet)
{
    int code = cli_picture_write(call, path, figure);
    if (code == CLI_GO_ON && !quiet)
        cli_picture_note(call, path);
    if (code == CLI_GO_ON && alt && !(*alt = strdup(logreg_figure_alt(figure))))
        code = cli_fail_memory(call);
    return code;
}

int cli_picture_check_alt(const cli_call *call, const char *plot, bool json, const char *csv)
{
    if (!plot)
        return cli_fail(call, CLI_USAGE, "--alt tells the picture of --plot FILE in words");
    if (json || csv)
        return cli_fail(call, CLI_USAGE, "--alt has no place in --%s", json ? "json" : "csv");
    return CLI_GO_ON;
}

int cli_picture_print(const cli_call *call, const logreg_figure *figure)
{
    logreg_error err;
    char *text = NULL;
    logreg_report_options options = logreg_report_options_default();
    cli_terminal_page(&options, call->colour);
    if (logreg_figure_text(&text, figure, &options, &err) != LOGREG_OK)
        return cli_fail_error(call, &err);
    fputs(text, stdout);
    free(text);
    return CLI_GO_ON;
}
