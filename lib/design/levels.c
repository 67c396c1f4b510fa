#include "design/levels.h"

#include <math.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "data/aside.h"
#include "data/file_names.h"
#include "data/label.h"
#include "formula/token.h"

/* Lists the next kept rows from first on; how many. */
static size_t next_rows(size_t *place, const logreg__rows *rows, size_t first)
{
    size_t left = rows->n - first, count = left < LOGREG__BLOCK_ROWS ? left : LOGREG__BLOCK_ROWS;
    logreg__rows_list(rows, first, count, place);
    return count;
}

/* ---- Complaints -------------------------------------------------------------------------------------------- */

/* To those that no fit can use. */
static logreg_status refuse(logreg__unfits *unfit, logreg__unfit_kind kind, const logreg__variable *v,
                            const logreg__column *column, const char *level, size_t levels, size_t rows,
                            logreg_error *err)
{
    logreg__unfit u = {
        .kind = kind, .column = column, .levels = levels, .rows = rows, .n_missing = v->n_missing};
    snprintf(u.level, sizeof u.level, "%s", level);
    return logreg__unfits_add(unfit, &u) ? LOGREG_OK : logreg__fail_memory(err);
}

/* ---- Levels of text ---------------------------------------------------------------------------------------- */

static bool copy_levels(logreg__variable *v, const logreg__column *column, const unsigned char *seen,
                        size_t count)
{
    v->levels = logreg__new(count, sizeof *v->levels);
    if (!v->levels)
        return false;
    for (size_t l = 0; l < column->n_levels; l++) {
        if (!seen[l])
            continue;
        v->levels[v->n_levels] = logreg__copy(column->levels[l]);
        if (!v->levels[v->n_levels])
            return false;
        v->n_levels++;
    }
    return true;
}

static size_t mark_seen(unsigned char *seen, const logreg__column *column, const logreg__rows *rows)
{
    size_t place[LOGREG__BLOCK_ROWS], count = 0, got;
    for (size_t first = 0; first < rows->n; first += got) {
        got = next_rows(place, rows, first);
        for (size_t i = 0; i < got; i++) {
            uint32_t code = logreg__column_code(column, place[i]);
            count += !seen[code];
            seen[code] = 1;
        }
    }
    return count;
}

static logreg_status text_levels(logreg__variable *v, logreg__unfits *unfit, const logreg__column *column,
                                 const logreg__rows *rows, logreg_error *err)
{
    unsigned char *seen = logreg__new(column->n_levels, 1);
    if (!seen)
        return logreg__fail_memory(err);
    size_t count = mark_seen(seen, column, rows), first = 0;
    while (!seen[first])
        first++;
    bool dates = logreg__are_dates(column, seen, count, rows->n);
    bool suspect = !v->wrapped && rows->n >= LOGREG__ID_ROWS;
    logreg_status status = LOGREG_OK;
    bool single = count == 1;
    if (single || (suspect && (dates || logreg__texts_identify(column, count, rows->n))))
        status = refuse(unfit,
                        single  ? LOGREG__UNFIT_SINGLE
                        : dates ? LOGREG__UNFIT_DATE
                                : LOGREG__UNFIT_ID,
                        v, column, column->levels[first], count, rows->n, err);
    else if (!copy_levels(v, column, seen, count))
        status = logreg__fail_memory(err);
    free(seen);
    return status;
}

/* ---- Levels of numbers ------------------------------------------------------------------------------------- */

/* Distinct numbers, in a hash table with open addressing; NaN marks a free slot. */
typedef struct {
    double *slot;
    size_t size; /* a power of 2, at least twice n */
    size_t n;
} number_set;

/* The slot that holds the value, or is free for it. */
static double *slot_of(const number_set *set, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    bits = (bits ^ bits >> 32) * 0x9e3779b97f4a7c15u; /* whole numbers differ in the upper bits only */
    size_t at = (size_t)(bits >> 32) & (set->size - 1);
    while (!isnan(set->slot[at]) && set->slot[at] != value)
        at = (at + 1) & (set->size - 1);
    return &set->slot[at];
}

static bool enlarge(number_set *set)
{
    number_set larger = {.size = set->size ? 4 * set->size : 64, .n = set->n};
    larger.slot = logreg__new_raw(larger.size, sizeof *larger.slot);
    if (!larger.slot)
        return false;
    for (size_t i = 0; i < larger.size; i++)
        larger.slot[i] = NAN;
    for (size_t i = 0; i < set->size; i++)
        if (!isnan(set->slot[i]))
            *slot_of(&larger, set->slot[i]) = set->slot[i];
    free(set->slot);
    *set = larger;
    return true;
}

static bool insert(number_set *set, double value)
{
    if (2 * (set->n + 1) > set->size && !enlarge(set))
        return false;
    double *slot = slot_of(set, value + 0.0); /* -0 becomes 0 */
    set->n += isnan(*slot);
    *slot = value + 0.0;
    return true;
}

static int ascending(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static logreg_status collect(number_set *set, const logreg__variable *v, const logreg__column *column,
                             const logreg__rows *rows, logreg_error *err)
{
    size_t place[LOGREG__BLOCK_ROWS], got;
    for (size_t first = 0; first < rows->n; first += got) {
        got = next_rows(place, rows, first);
        for (size_t i = 0; i < got; i++)
            if (!insert(set, logreg__column_number(column, place[i])))
                return logreg__fail_memory(err);
        if (set->n > LOGREG__MAX_COLUMNS)
            return logreg__fail(
                err, LOGREG_EDATA,
                "column '%.80s' holds more than %d different numbers, too many for the levels of "
                "C(%.80s): use it as a number",
                v->column, LOGREG__MAX_COLUMNS, v->column);
    }
    return LOGREG_OK;
}

/* Sorts the numbers to the front of the table and writes them out as levels. */
static bool write_levels(logreg__variable *v, number_set *set)
{
    size_t n = 0;
    for (size_t i = 0; i < set->size; i++)
        if (!isnan(set->slot[i]))
            set->slot[n++] = set->slot[i];
    qsort(set->slot, n, sizeof *set->slot, ascending);
    v->levels = logreg__new(n, sizeof *v->levels);
    for (size_t i = 0; v->levels && i < n; i++) {
        char text[LOGREG__NUMBER_SIZE];
        v->levels[i] = logreg__copy(logreg__number_shortest(text, set->slot[i]));
        if (!v->levels[i])
            return false;
        v->n_levels++;
    }
    return v->levels;
}

static logreg_status number_levels(logreg__variable *v, logreg__unfits *unfit, const logreg__column *column,
                                   const logreg__rows *rows, logreg_error *err)
{
    number_set set = {0};
    logreg_status status = collect(&set, v, column, rows, err);
    if (!status && !write_levels(v, &set))
        status = logreg__fail_memory(err);
    if (!status && v->n_levels == 1)
        status = refuse(unfit, LOGREG__UNFIT_SINGLE, v, column, v->levels[0], 1, rows->n, err);
    free(set.slot);
    return status;
}

logreg_status logreg__levels_find(logreg__variable *variable, logreg__unfits *unfit,
                                  const logreg__column *column, const logreg__rows *rows, logreg_error *err)
{
    return column->kind == LOGREG_CATEGORY ? text_levels(variable, unfit, column, rows, err)
                                           : number_levels(variable, unfit, column, rows, err);
}

logreg_status logreg__levels_refer(logreg__variable *v, const char *level, logreg_error *err)
{
    size_t l = logreg__label_place_in(v->levels, v->n_levels, level);
    if (l == v->n_levels) {
        const char *near = logreg__nearest(level, (const char *const *)v->levels, v->n_levels);
        return logreg__fail(err, LOGREG_EDATA, "column '%.80s' has no level '%.80s' in the rows used%s%s%s",
                            v->column, level, near ? "; did you mean '" : "", near ? near : "",
                            near ? "'?" : "");
    }
    char *moved = v->levels[l];
    memmove(v->levels + 1, v->levels, l * sizeof *v->levels);
    v->levels[0] = moved;
    return LOGREG_OK;
}
