/* Whether a reader can tell names apart. Two that differ only in marks that do not show, or in how an accent is written,
 * look the same in every table and cannot be typed. */
#include "csv/mending/command.h"
#include "csv/header.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "data/seen.h"

enum { MOST = 1000 };

/* The least number that behind its name makes one that no column has: Area_2, or Area_3 beside that. */
static size_t own_number(const char *name, char **names, size_t n)
{
    size_t number = 2, length = strlen(name);
    char behind[24];
    for (size_t j = 0; j < n && number < MOST; j++) {
        snprintf(behind, sizeof behind, "_%zu", number);
        if (strncmp(names[j], name, length) == 0 && strcmp(names[j] + length, behind) == 0) {
            number++;
            j = SIZE_MAX; /* from the first on */
        }
    }
    return number;
}

static logreg_status fail_alike(size_t first, size_t again, char **names, size_t n, const logreg__cell *cell,
                                const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], command[LOGREG__COMMAND];
    double x;
    logreg__show(shown, names[again], strlen(names[again]));
    logreg__rename_command(command, again, csv);
    if (strcmp(names[first], names[again]) != 0)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu: the name '%s' looks like that of column %zu: they differ only in how accents "
            "are written or in marks that do not show; rename one of them: %s",
            csv->file, cell[again].line, again + 1, shown, first + 1, command);
    bool number = logreg__number_parse(&x, cell[again].text, cell[again].n, csv->options.decimal);
    char what[500];
    logreg__stage stage = {LOGREG__STAGE_NAME, again, own_number(names[again], names, n)};
    snprintf(what, sizeof what,
             "%.200s:%zu:%zu: the name '%s' stands twice in the header, in columns %zu and %zu", csv->file,
             cell[again].line, again + 1, shown, first + 1, again + 1);
    return number
               ? logreg__fail(csv->err, LOGREG_EDATA, "%s; if the file has no header, use --no-header", what)
               : logreg__fail_stages(csv, &stage, 1, what, "; rename one of them: ", "");
}

static logreg_status fail_invisible(size_t j, const logreg__cell *cell, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu: nothing shows of the name of column %zu; give it another: %s", csv->file,
                        cell[j].line, j + 1, j + 1, logreg__rename_command(command, j, csv));
}

static logreg_status judge(const logreg__seen *sorted, size_t n, char **names, size_t columns,
                           const logreg__cell *cell, const logreg__csv *csv)
{
    size_t first = 0, again = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        size_t j = sorted[i].at;
        if (!*sorted[i].seen)
            return fail_invisible(j, cell, csv);
        if (i && strcmp(sorted[i - 1].seen, sorted[i].seen) == 0 && j < again) {
            first = sorted[i - 1].at;
            again = j;
        }
    }
    return again == SIZE_MAX ? LOGREG_OK : fail_alike(first, again, names, columns, cell, csv);
}

logreg_status logreg__names_check(char **names, const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t count;
    logreg__seen *sorted = logreg__seen_sorted(names, n, &count);
    logreg_status status = sorted ? judge(sorted, count, names, n, cell, csv) : logreg__fail_memory(csv->err);
    logreg__seen_free(sorted, count);
    return status;
}
