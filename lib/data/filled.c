#include "data/filled.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"
#include "data/label.h"

/* Columns whose runs would otherwise stand on the same lines of the cache. */
enum { CONTENDING = 21 };

/* Runs are arrays of doubles or of codes, some of them the other frame's. */
struct logreg__patch {
    logreg__store store;
    double **numbers;
    uint32_t **codes;
    char **levels; /* the other frame's, and one more */
    char *label;   /* that one */
    char *name;    /* of an indicator */
};

static const double zero = 0; /* what an indicator is made of before it is asked for */

#define BEFORE "is_missing("

bool logreg__indicator_is_of(const char *name, const char *column)
{
    size_t before = strlen(BEFORE), n = strlen(column);
    return strncmp(name, BEFORE, before) == 0 && strncmp(name + before, column, n) == 0 &&
           strcmp(name + before + n, ")") == 0;
}

char *logreg__indicator_name(const char *column)
{
    logreg__text name = {0};
    logreg__text_add(&name, BEFORE);
    logreg__text_add(&name, column);
    logreg__text_add(&name, ")");
    return logreg__text_take(&name);
}

logreg_status logreg__filled_taken(const char *column, logreg_error *err)
{
    return logreg__fail(
        err, LOGREG_EDATA,
        "the data have a column 'is_missing(%.80s)', which is what the indicator of missing values of "
        "'%.80s' is called; rename it",
        column, column);
}

/* ---- The frame ---- */

static logreg_status add_indicators(logreg__filled *f, const bool *flag, logreg_error *err)
{
    const logreg_frame *from = f->from;
    size_t n = from->n_columns;
    for (size_t j = 0; flag && j < from->n_columns; j++) {
        if (!flag[j])
            continue;
        char *name = logreg__indicator_name(from->column[j].name);
        if (!name)
            return logreg__fail_memory(err);
        f->patch[n].name = name;
        f->frame.column[n] = (logreg__column){
            .name = name, .kind = LOGREG_NUMERIC, .base = &zero, .indicates = from->column[j].name};
        f->frame.n_columns = f->frame.room = ++n;
        if (logreg_frame_find(from, name) != SIZE_MAX)
            return logreg__filled_taken(from->column[j].name, err);
    }
    if (n == from->n_columns)
        return LOGREG_OK;
    f->frame.named = NULL;
    bool ok = true;
    for (size_t j = 0; ok && j < n; j++)
        ok = logreg__frame_note_name(&f->frame, j);
    return ok ? LOGREG_OK : logreg__fail_memory(err);
}

logreg_status logreg__filled_new(logreg__filled **out, const logreg_frame *frame, const bool *flag,
                                 logreg_error *err)
{
    size_t most = frame->n_columns;
    for (size_t j = 0; flag && j < frame->n_columns; j++)
        most += flag[j];
    logreg__filled *f = logreg__new(1, sizeof *f);
    if (!f)
        return logreg__fail_memory(err);
    f->frame = *frame;
    f->from = frame;
    f->frame.column = logreg__new(most, sizeof *f->frame.column);
    f->patch = logreg__new(most, sizeof *f->patch);
    bool ok = f->frame.column && f->patch;
    if (ok && frame->n_columns)
        memcpy(f->frame.column, frame->column, frame->n_columns * sizeof *frame->column);
    logreg_status status = ok ? add_indicators(f, flag, err) : logreg__fail_memory(err);
    if (status == LOGREG_OK)
        *out = f;
    else
        logreg__filled_free(f);
    return status;
}

/* ---- Runs ---- */

static size_t run_rows(const logreg__filled *f, size_t run)
{
    size_t left = f->frame.n_rows - run * LOGREG__SEGMENT_ROWS;
    return left < LOGREG__SEGMENT_ROWS ? left : LOGREG__SEGMENT_ROWS;
}

/* Of a column that stands in runs. */
static bool run_misses(const logreg__column *c, size_t first, size_t rows)
{
    size_t run = first / LOGREG__SEGMENT_ROWS;
    int misses = 0;
    if (c->kind == LOGREG_NUMERIC)
        for (size_t i = 0; i < rows; i++)
            misses |= isnan(c->numbers[run][i]);
    else
        for (size_t i = 0; i < rows; i++)
            misses |= c->codes[run][i] == LOGREG__MISSING;
    return misses;
}

/* Room for a run of a patch. Of many runs they stand in a store, those of column j so that columns do not contend for the same lines of the
 * cache. NULL: out of memory. */
static void *new_run(const logreg__filled *f, size_t j, size_t rows, size_t size)
{
    logreg__store *store = &f->patch[j].store;
    if (logreg__runs(f->frame.n_rows) == 1)
        return logreg__new_raw(rows, size);
    if (!store->slab && !logreg__store_run(store, (1 + j % CONTENDING) * LOGREG__STORE_APART))
        return NULL;
    return logreg__store_run(store, rows * size);
}

/* A run of c with a number in its missing cells; c's own where none is missing. */
static double *number_run(const logreg__filled *f, size_t j, const logreg__column *c, size_t run,
                          double value)
{
    size_t first = run * LOGREG__SEGMENT_ROWS, rows = run_rows(f, run);
    if (c->numbers && !run_misses(c, first, rows))
        return c->numbers[run];
    double *made = new_run(f, j, rows, sizeof *made);
    if (made && c->numbers)
        for (size_t i = 0; i < rows; i++)
            made[i] = isnan(c->numbers[run][i]) ? value : c->numbers[run][i];
    for (size_t i = 0; made && !c->numbers && i < rows; i++) {
        double x = c->base[(first + i) * c->stride];
        made[i] = isnan(x) ? value : x;
    }
    return made;
}

/* The same of codes; of numbers all cells are missing. */
static uint32_t *code_run(const logreg__filled *f, size_t j, const logreg__column *c, size_t run,
                          uint32_t value)
{
    size_t first = run * LOGREG__SEGMENT_ROWS, rows = run_rows(f, run);
    bool category = c->kind == LOGREG_CATEGORY;
    if (category && !run_misses(c, first, rows))
        return c->codes[run];
    uint32_t *made = new_run(f, j, rows, sizeof *made);
    for (size_t i = 0; made && i < rows; i++) {
        uint32_t code = category ? c->codes[run][i] : LOGREG__MISSING;
        made[i] = code == LOGREG__MISSING ? value : code;
    }
    return made;
}

/* Gives a column runs of numbers of its own in place of c's. */
static logreg_status patch_numbers(logreg__filled *f, size_t j, const logreg__column *c, double value,
                                   logreg_error *err)
{
    size_t runs = logreg__runs(f->frame.n_rows);
    double **list = f->patch[j].numbers = logreg__new(runs, sizeof *list);
    bool ok = list != NULL;
    for (size_t run = 0; ok && run < runs; run++)
        ok = (list[run] = number_run(f, j, c, run, value)) != NULL;
    if (!ok)
        return logreg__fail_memory(err);
    logreg__column *to = &f->frame.column[j];
    to->kind = LOGREG_NUMERIC;
    to->numbers = list;
    to->base = NULL;
    to->n_missing = 0;
    return LOGREG_OK;
}

static logreg_status patch_codes(logreg__filled *f, size_t j, const logreg__column *c, uint32_t value,
                                 logreg_error *err)
{
    size_t runs = logreg__runs(f->frame.n_rows);
    uint32_t **list = f->patch[j].codes = logreg__new(runs, sizeof *list);
    bool ok = list != NULL;
    for (size_t run = 0; ok && run < runs; run++)
        ok = (list[run] = code_run(f, j, c, run, value)) != NULL;
    if (!ok)
        return logreg__fail_memory(err);
    f->frame.column[j].codes = list;
    f->frame.column[j].n_missing = 0;
    return LOGREG_OK;
}

/* ---- Filling ---- */

logreg_status logreg__filled_number(logreg__filled *f, size_t j, double value, logreg_error *err)
{
    static const double missing = NAN;
    const logreg__column *c = &f->from->column[j], none = {.base = &missing};
    if (c->kind == LOGREG_CATEGORY)
        return c->n_levels ? LOGREG_OK : patch_numbers(f, j, &none, value, err);
    if (c->n_missing)
        return patch_numbers(f, j, c, value, err);
    f->frame.column[j].n_missing = 0;
    return LOGREG_OK;
}

/* The code of a label in a category, the last one where it is new. */
static logreg_status code_of(uint32_t *code, logreg__filled *f, size_t j, const char *label,
                             logreg_error *err)
{
    logreg__column *c = &f->frame.column[j];
    size_t l = logreg__label_place_in(c->levels, c->n_levels, label);
    *code = (uint32_t)l;
    if (l < c->n_levels)
        return LOGREG_OK;
    struct logreg__patch *own = &f->patch[j];
    own->levels = logreg__new(c->n_levels + 1, sizeof *own->levels);
    own->label = logreg__copy(label);
    if (!own->levels || !own->label)
        return logreg__fail_memory(err);
    if (c->n_levels)
        memcpy(own->levels, c->levels, c->n_levels * sizeof *c->levels);
    own->levels[c->n_levels++] = own->label;
    c->levels = own->levels;
    return LOGREG_OK;
}

static bool is_empty(const logreg__filled *f, const logreg__column *c)
{
    bool empty = true;
    for (size_t i = 0; empty && i < f->frame.n_rows; i++)
        empty = logreg__cell_is_missing(c, i);
    return empty;
}

logreg_status logreg__filled_label(logreg__filled *f, size_t j, const char *label, logreg_error *err)
{
    const logreg__column *c = &f->from->column[j];
    double value;
    uint32_t code;
    if (c->kind == LOGREG_NUMERIC && logreg__number_parse(&value, label, strlen(label), '.'))
        return logreg__filled_number(f, j, value, err);
    if (c->kind == LOGREG_NUMERIC && !is_empty(f, c))
        return LOGREG_OK;
    if (c->kind == LOGREG_NUMERIC) {
        logreg__column *to = &f->frame.column[j];
        to->kind = LOGREG_CATEGORY;
        to->numbers = NULL;
        to->base = NULL;
    } else if (!c->n_missing) {
        return LOGREG_OK;
    }
    logreg_status status = code_of(&code, f, j, label, err);
    return status == LOGREG_OK ? patch_codes(f, j, c, code, err) : status;
}

/* Which of a run's cells are missing, as 1 and 0. */
static double *indicator_run(const logreg__filled *f, size_t j, const logreg__column *c, size_t run)
{
    size_t rows = run_rows(f, run);
    double *made = new_run(f, j, rows, sizeof *made);
    for (size_t i = 0; made && i < rows; i++)
        made[i] = logreg__cell_is_missing(c, run * LOGREG__SEGMENT_ROWS + i);
    return made;
}

logreg_status logreg__filled_indicate(logreg__filled *f, size_t j, logreg_error *err)
{
    size_t at = f->from->n_columns, runs = logreg__runs(f->frame.n_rows);
    while (at < f->frame.n_columns && f->frame.column[at].indicates != f->from->column[j].name)
        at++;
    if (at == f->frame.n_columns || !f->from->column[j].n_missing)
        return LOGREG_OK;
    double **list = f->patch[at].numbers = logreg__new(runs, sizeof *list);
    bool ok = list != NULL;
    for (size_t run = 0; ok && run < runs; run++)
        ok = (list[run] = indicator_run(f, at, &f->from->column[j], run)) != NULL;
    if (!ok)
        return logreg__fail_memory(err);
    f->frame.column[at].numbers = list;
    f->frame.column[at].base = NULL;
    return LOGREG_OK;
}

/* ---- The end ---- */

/* Of many runs all are the store's or the other frame's; of one, it may be that frame's. */
static void clear_patch(struct logreg__patch *own, const logreg__column *from, size_t runs)
{
    if (runs == 1 && own->numbers && !(from && from->numbers && own->numbers[0] == from->numbers[0]))
        free(own->numbers[0]);
    if (runs == 1 && own->codes && !(from->codes && own->codes[0] == from->codes[0]))
        free(own->codes[0]);
    logreg__store_clear(&own->store);
    free(own->numbers);
    free(own->codes);
    free(own->levels);
    free(own->label);
    free(own->name);
}

void logreg__filled_free(logreg__filled *f)
{
    if (!f)
        return;
    const logreg_frame *from = f->from;
    size_t n = f->frame.column && f->patch ? f->frame.n_columns : 0;
    if (f->frame.named != from->named)
        logreg__frame_forget_names(&f->frame);
    for (size_t j = 0; j < n; j++)
        clear_patch(&f->patch[j], j < from->n_columns ? &from->column[j] : NULL,
                    logreg__runs(f->frame.n_rows));
    free(f->frame.column);
    free(f->patch);
    free(f);
}
