#include "outputs.h"

#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "message.h"

/* The name of a file that need not be there, its folder without links; or as it is where that is not there either. */
static void resolve(char full[PATH_MAX], const char *path)
{
    char folder[PATH_MAX], name[PATH_MAX], real[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    snprintf(name, sizeof name, "%s", path);
    snprintf(full, PATH_MAX, "%s", path);
    if (realpath(dirname(folder), real))
        snprintf(full, PATH_MAX, "%.*s/%s", PATH_MAX / 2, real, basename(name));
}

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    bool there = stat(a, &x) == 0, too = stat(b, &y) == 0;
    if (there && too)
        return S_ISREG(x.st_mode) && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
    char first[PATH_MAX], second[PATH_MAX];
    resolve(first, a);
    resolve(second, b);
    return there == too && strcmp(first, second) == 0;
}

int cli_outputs_differ(const cli_call *call, const cli_output *output, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i && output[i].path; k++)
            if (output[k].path && same_file(output[k].path, output[i].path))
                return cli_fail(call, CLI_USAGE, "--%s and --%s both write %s; give one another name",
                                output[k].option, output[i].option, output[i].path);
    return CLI_GO_ON;
}
