/* Whether a reader can tell names apart. Two that differ only in marks that do not show, or in how an accent is written,
 * look the same in every table and cannot be typed. */
#include "data/csv.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

/* A name as it is seen. */
typedef struct {
    const char *seen;
    char *own; /* NULL: seen is the name itself */
    size_t column;
} view;

static int compare_views(const void *a, const void *b)
{
    const view *x = a, *y = b;
    int order = strcmp(x->seen, y->seen);
    return order ? order : (x->column > y->column) - (x->column < y->column);
}

/* Plain text is seen as it is. */
static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* Looks at the names that are not empty: how many; *ok: memory sufficed. */
static size_t look(view *views, char **names, size_t n, bool *ok)
{
    size_t count = 0;
    *ok = true;
    for (size_t j = 0; j < n && *ok; j++) {
        if (!*names[j])
            continue;
        view *v = &views[count++];
        *v = (view){.seen = names[j], .column = j};
        if (is_plain(names[j]))
            continue;
        v->seen = v->own = logreg__utf8_visible(names[j]);
        *ok = v->own != NULL;
    }
    return count;
}

static logreg_status fail_alike(size_t first, size_t again, char **names, const logreg__cell *cell,
                                const logreg__csv *csv)
{
    char shown[LOGREG__SHOWN];
    double x;
    logreg__show(shown, names[again], strlen(names[again]));
    if (strcmp(names[first], names[again]) != 0)
        return logreg__fail(
            csv->err, LOGREG_EDATA,
            "%s:%zu:%zu: the name '%s' looks like that of column %zu: they differ only in how accents "
            "are written or in marks that do not show; rename one of them",
            csv->file, cell[again].line, again + 1, shown, first + 1);
    bool number = logreg__number_parse(&x, cell[again].text, cell[again].n, csv->options.decimal);
    return logreg__fail(csv->err, LOGREG_EDATA,
                        "%s:%zu:%zu: the name '%s' stands twice in the header, in columns %zu and %zu; %s",
                        csv->file, cell[again].line, again + 1, shown, first + 1, again + 1,
                        number ? "if the file has no header, use --no-header" : "rename one of them");
}

static logreg_status judge(const view *sorted, size_t n, char **names, const logreg__cell *cell,
                           const logreg__csv *csv)
{
    size_t first = 0, again = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        size_t j = sorted[i].column;
        if (!*sorted[i].seen)
            return logreg__fail(
                csv->err, LOGREG_EDATA,
                "%s:%zu:%zu: nothing shows of the name of column %zu; give it another in the header",
                csv->file, cell[j].line, j + 1, j + 1);
        if (i && strcmp(sorted[i - 1].seen, sorted[i].seen) == 0 && j < again) {
            first = sorted[i - 1].column;
            again = j;
        }
    }
    return again == SIZE_MAX ? LOGREG_OK : fail_alike(first, again, names, cell, csv);
}

logreg_status logreg__names_check(char **names, const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    view *views = logreg__new(n, sizeof *views);
    if (!views)
        return logreg__fail_memory(csv->err);
    bool ok;
    size_t count = look(views, names, n, &ok);
    if (ok)
        qsort(views, count, sizeof *views, compare_views);
    logreg_status status = ok ? judge(views, count, names, cell, csv) : logreg__fail_memory(csv->err);
    for (size_t i = 0; i < count; i++)
        free(views[i].own);
    free(views);
    return status;
}
