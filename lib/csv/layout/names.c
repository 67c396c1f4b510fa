/* Whether a reader can tell names apart. Two that differ only in marks that do not show, or in how an accent is written,
 * look the same in every table and cannot be typed. */
#include "csv/mending/command.h"
#include "csv/header.h"
#include "csv/mending/plan.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "data/seen.h"

enum { MOST = 1000, COLUMNS = 8 };

/* The least number, from that one on, that behind its name makes one that no column has: Area_2, or Area_3 beside that. */
static size_t own_number(const char *name, size_t number, char **names, size_t n)
{
    size_t length = strlen(name);
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

/* How many from that one on are seen as it is. */
static size_t run_of(const logreg__seen *sorted, size_t n)
{
    size_t k = 1;
    while (k < n && strcmp(sorted[k].seen, sorted->seen) == 0)
        k++;
    return k;
}

static bool is_number(const char *name, const logreg__csv *csv)
{
    double x;
    return logreg__number_parse(&x, name, strlen(name), csv->options.decimal);
}

/* What makes a name of each that comes again of that run: a number behind it, or, of one that only looks like the first, V5. Returns how many. */
static size_t rename_run(logreg__stage *stage, const logreg__seen *run, size_t k, char **names,
                         size_t columns)
{
    size_t number = 1;
    for (size_t i = 1; i < k; i++) {
        const char *name = names[run[i].at];
        bool same = strcmp(name, names[run->at]) == 0;
        number = same ? own_number(name, number + 1, names, columns) : number;
        stage[i - 1] = (logreg__stage){LOGREG__STAGE_NAME, run[i].at, same ? number : 0};
    }
    return k - 1;
}

/* "'Area' in columns 2, 5 and 7". */
static size_t write_run(char *room, size_t size, const logreg__seen *run, size_t k, char **names)
{
    char shown[LOGREG__SHOWN];
    size_t used = (size_t)snprintf(room, size, "'%s' in columns",
                                   logreg__show(shown, names[run->at], strlen(names[run->at])));
    for (size_t i = 0; i < k && i < COLUMNS; i++)
        used += (size_t)snprintf(room + used, size - used, "%s %zu",
                                 !i           ? ""
                                 : i + 1 == k ? " and"
                                              : ",",
                                 run[i].at + 1);
    return used + (size_t)snprintf(room + used, size - used, "%s", k > COLUMNS ? ", .." : "");
}

/* Several names, or one in more than two columns, in one sentence. */
static logreg_status fail_several(const logreg__seen *sorted, size_t n, char **names, size_t columns,
                                  const logreg__cell *cell, const logreg__csv *csv)
{
    enum { RUNS = 6, RUN = LOGREG__SHOWN + 120 };
    logreg__stage stage[LOGREG__PLANNED];
    char what[400 + RUNS * RUN], more[48] = "";
    size_t stages = 0, runs = 0;
    bool same = true;
    size_t used = (size_t)snprintf(
        what, sizeof what, "%.200s:%zu: names stand several times in the header: ", csv->file, cell->line);
    for (size_t i = 0, k; i < n; i += k) {
        k = run_of(sorted + i, n - i);
        if (k < 2)
            continue;
        size_t room = LOGREG__PLANNED - stages;
        stages += rename_run(stage + stages, sorted + i, k <= room ? k : room + 1, names, columns);
        for (size_t l = 1; l < k; l++)
            same = same && strcmp(names[sorted[i + l].at], names[sorted[i].at]) == 0;
        if (runs++ >= RUNS)
            continue;
        used += (size_t)snprintf(what + used, sizeof what - used, "%s", runs > 1 ? ", " : "");
        used += write_run(what + used, RUN, sorted + i, k, names);
    }
    if (runs > RUNS)
        snprintf(more, sizeof more, " and %zu more", runs - RUNS);
    snprintf(what + used, sizeof what - used, "%s%s", more,
             same ? "" : "; some differ only in how accents are written or in marks that do not show");
    return logreg__fail_stages(csv, stage, stages, what, "; rename those that come again: ", "");
}

static logreg_status fail_alike(const logreg__seen *run, char **names, size_t n, const logreg__cell *cell,
                                const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN], what[500];
    size_t first = run->at, again = run[1].at;
    bool same = strcmp(names[first], names[again]) == 0;
    logreg__stage stage;
    rename_run(&stage, run, 2, names, n);
    logreg__show(shown, names[again], strlen(names[again]));
    if (same)
        snprintf(what, sizeof what,
                 "%.200s:%zu:%zu: the name '%s' stands twice in the header, in columns %zu and %zu",
                 csv->file, cell[again].line, again + 1, shown, first + 1, again + 1);
    else
        snprintf(
            what, sizeof what,
            "%.200s:%zu:%zu: the name '%s' looks like that of column %zu: they differ only in how accents "
            "are written or in marks that do not show",
            csv->file, cell[again].line, again + 1, shown, first + 1);
    return same && is_number(names[again], csv) && !csv->options.header_sure
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
    const logreg__seen *first = NULL;
    size_t again = 0;
    for (size_t i = 0, k; i < n; i += k) {
        k = run_of(sorted + i, n - i);
        if (!*sorted[i].seen)
            return fail_invisible(sorted[i].at, cell, csv);
        again += k - 1;
        if (k > 1 && is_number(names[sorted[i].at], csv)) /* perhaps there is no header */
            return fail_alike(sorted + i, names, columns, cell, csv);
        first = k > 1 && !first ? sorted + i : first;
    }
    if (!first)
        return LOGREG_OK;
    return again == 1 ? fail_alike(first, names, columns, cell, csv)
                      : fail_several(sorted, n, names, columns, cell, csv);
}

logreg_status logreg__names_check(char **names, const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t count;
    logreg__seen *sorted = logreg__seen_sorted(names, n, &count);
    logreg_status status = sorted ? judge(sorted, count, names, n, cell, csv) : logreg__fail_memory(csv->err);
    logreg__seen_free(sorted, count);
    return status;
}
