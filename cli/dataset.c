#include "dataset.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

/* From the program's own folder: installed, and in the build tree. */
static const char *const places[] = {"../share/logreg/datasets", "../datasets"};

enum { N_PLACES = sizeof places / sizeof *places };

/* The folder that the program's file stands in; false where /proc does not tell. */
static bool program_folder(char folder[PATH_MAX])
{
    ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (n < 0)
        return false;
    folder[n] = '\0';
    char *slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    return slash != NULL;
}

static int is_csv(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return n > 4 && strcmp(entry->d_name + n - 4, ".csv") == 0;
}

/* Says that name is none of the data sets in folder, and which there are. */
static int fail_unknown(const cli_call *call, const char *name, const char *folder)
{
    struct dirent **entry = NULL;
    int n = scandir(folder, &entry, is_csv, alphasort);
    char all[2048] = "";
    size_t used = 0;
    logreg_nearest near = logreg_nearest_to(name);
    for (int i = 0; i < n; i++) {
        entry[i]->d_name[strlen(entry[i]->d_name) - 4] = '\0';
        logreg_nearest_offer(&near, entry[i]->d_name);
        if (used < sizeof all)
            used += (size_t)snprintf(all + used, sizeof all - used, "%s@%s", i ? ", " : "", entry[i]->d_name);
    }
    int code = near.name ? cli_fail(call, CLI_IO, "no data set is called '@%s'; did you mean '@%s'?", name,
                                    near.name)
               : n > 0   ? cli_fail(call, CLI_IO, "no data set is called '@%s'; there are %s", name, all)
                         : cli_fail(call, CLI_IO, "the data sets of the program are not in %s", folder);
    for (int i = 0; i < n; i++)
        free(entry[i]);
    free(entry);
    return code;
}

int cli_dataset_path(char **path, const cli_call *call, const char *name)
{
    char program[PATH_MAX], folder[2 * PATH_MAX] = "", file[4 * PATH_MAX];
    if (!program_folder(program))
        return cli_fail(call, CLI_IO, "cannot tell where the data sets are: /proc/self/exe: %s",
                        strerror(errno));
    for (size_t i = 0; i < N_PLACES; i++) {
        snprintf(folder, sizeof folder, "%s/%s", program, places[i]);
        snprintf(file, sizeof file, "%s/%s.csv", folder, name);
        if (!strchr(name, '/') && access(file, R_OK) == 0) {
            *path = realpath(file, NULL);
            return *path ? CLI_GO_ON : cli_fail_memory(call);
        }
        if (access(folder, R_OK) == 0)
            break;
    }
    return fail_unknown(call, name, folder);
}

int cli_dataset_open(FILE **stream, const cli_call *call, const char *name)
{
    char *path = NULL;
    int code = cli_dataset_path(&path, call, name);
    if (code != CLI_GO_ON)
        return code;
    *stream = fopen(path, "r");
    if (!*stream)
        code = cli_fail(call, CLI_IO, "%s: %s", path, strerror(errno));
    free(path);
    return code;
}
