#include "csv/header.h"
#include "csv/layout/again.h"
#include "csv/mending/plan.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

void logreg__names_free(char **names, size_t n)
{
    for (size_t j = 0; names && j < n; j++)
        free(names[j]);
    free(names);
}

/* ---- What is wrong with a header ---- */

static logreg_status check_bytes(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    logreg_status status = LOGREG_OK;
    for (size_t j = 0; j < n && status == LOGREG_OK; j++)
        status = logreg__cell_check(&cell[j], j, NULL, csv);
    return status;
}

/* Numbers for names are allowed (years, say), but not for all of them, nor with a fraction: then the first row of data
 * stands where the header should. */
static logreg_status check_no_data(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    size_t numbers = 0, named = 0, fraction = n;
    for (size_t j = 0; j < n; j++) {
        double x;
        bool number = logreg__number_parse(&x, cell[j].text, cell[j].n, csv->options.decimal);
        numbers += number;
        named += logreg__cell_trim(cell[j]).n > 0;
        if (number && fraction == n && memchr(cell[j].text, csv->options.decimal, cell[j].n))
            fraction = j;
    }
    char shown[LOGREG__SHOWN];
    if (csv->plan)
        csv->plan->headless = numbers == named || fraction < n;
    if (numbers == named)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s:%zu: the header holds nothing but numbers; " LOGREG__NO_HEADER, csv->file,
                            cell[0].line);
    if (fraction < n)
        return logreg__fail(csv->err, LOGREG_EDATA,
                            "%s:%zu:%zu: the name '%s' in the header is a number; " LOGREG__NO_HEADER,
                            csv->file, cell[fraction].line, fraction + 1,
                            logreg__show(shown, cell[fraction].text, cell[fraction].n));
    return LOGREG_OK;
}

/* Single quotes about all names are meant as quotes. */
static logreg_status check_quotes(const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    logreg__stage stage = {LOGREG__STAGE_SINGLE, 0, 0};
    char what[400], shown[LOGREG__SHOWN];
    for (size_t j = 0; j < n; j++) {
        logreg__cell name = logreg__cell_trim(cell[j]);
        if (name.n < 3 || *name.text != '\'' || name.text[name.n - 1] != '\'')
            return LOGREG_OK;
    }
    snprintf(what, sizeof what, "%.200s:%zu:1: the name %s stands in single quotes, as all of them do",
             csv->file, cell->line, logreg__show(shown, cell->text, cell->n));
    return logreg__fail_stages(csv, &stage, 1, what, "; take them off: ", "");
}

static bool same(const char *a, const char *b, bool loose)
{
    a += logreg__starts_with_mark(a) ? LOGREG__MARK_SIZE : 0;
    return loose ? logreg__utf8_same_letters(a, b) : strcmp(a, b) == 0;
}

/* Does the column hold its own name as a value? loose: whatever its capitals. */
static bool holds_name(const logreg__column *c, bool loose)
{
    for (size_t k = 0; c->kind == LOGREG_CATEGORY && k < c->n_levels; k++)
        if (same(c->levels[k], c->name, loose))
            return true;
    return false;
}

/* How many columns hold their own names in the row. loose: do some in other capitals? */
static size_t names_held(const logreg_frame *frame, size_t i, bool *loose)
{
    size_t held = 0;
    *loose = false;
    for (size_t j = 0; j < frame->n_columns; j++) {
        const char *label = logreg_frame_label(frame, i, j), *name = frame->column[j].name;
        bool holds = label && same(label, name, true);
        held += holds;
        *loose = *loose || (holds && !same(label, name, false));
    }
    return held;
}

/* The row in which every column holds its own name, where all are text; SIZE_MAX: there is none, or names are values, as ticks can be, that
 * other rows have in most columns. */
static size_t repeated_header(const logreg_frame *frame, bool *loose)
{
    size_t n = frame->n_columns, first = SIZE_MAX, beside = 0;
    for (size_t j = 0; j < n; j++)
        if (!holds_name(&frame->column[j], true))
            return SIZE_MAX;
    for (size_t i = 0; i < frame->n_rows && first == SIZE_MAX; i++)
        first = names_held(frame, i, loose) == n ? i : SIZE_MAX;
    for (size_t j = 0; j < n && first != SIZE_MAX; j++) {
        bool elsewhere = false, other;
        for (size_t i = 0; i < frame->n_rows && !elsewhere; i++) {
            const char *label = logreg_frame_label(frame, i, j);
            elsewhere = label && same(label, frame->column[j].name, true) && names_held(frame, i, &other) < n;
        }
        beside += elsewhere;
    }
    return 2 * beside > n ? SIZE_MAX : first;
}

logreg_status logreg__header_check(logreg_frame *frame, const logreg__csv *csv)
{
    logreg_status status = logreg__nameless_drop(frame, csv);
    size_t n = frame->n_columns, number = n, value = n;
    if (status == LOGREG_OK)
        status = logreg__pages_check(frame, csv);
    if (status != LOGREG_OK)
        return status;
    status = logreg__again_frame(frame, csv);
    if (status != LOGREG_OK)
        return status;
    bool loose;
    size_t again = n > 1 ? repeated_header(frame, &loose) : SIZE_MAX;
    if (again != SIZE_MAX) {
        char what[400];
        logreg__stage stage = {loose ? LOGREG__STAGE_LOOSE : LOGREG__STAGE_HEADERS, 0, 0};
        if (csv->plan)
            csv->plan->marked = logreg__starts_with_mark(logreg_frame_label(frame, again, 0));
        snprintf(what, sizeof what, "%.200s:%zu: the header stands in this line again", csv->file,
                 logreg__frame_line(frame, again));
        return logreg__fail_stages(csv, &stage, 1, what, "; take out what repeats it: ", "");
    }
    if (csv->options.header_sure)
        return LOGREG_OK;
    for (size_t j = 0; j < n; j++) {
        const logreg__column *c = &frame->column[j];
        double x;
        if (c->kind == LOGREG_NUMERIC &&
            logreg__number_parse(&x, c->name, strlen(c->name), csv->options.decimal))
            number = j;
        if (value == n && holds_name(c, false))
            value = j;
    }
    if (number == n || value == n)
        return logreg__headless_check(frame, csv);
    if (csv->plan)
        csv->plan->headless = true;
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s: the header looks like a row of data: the name '%.80s' is a number, and column %zu, "
        "'%.80s', holds its own name as a value; " LOGREG__NO_HEADER,
        csv->file, frame->column[number].name, value + 1 + frame->column[value].n_left_out,
        frame->column[value].name);
}

/* ---- Names ---- */

/* Without blanks of any width at its ends. */
static logreg__cell trim_name(logreg__cell cell)
{
    static const char *const wide[] = {"\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89"};
    size_t before = 0;
    cell = logreg__cell_trim(cell);
    while (before != cell.n) {
        before = cell.n;
        for (size_t k = 0; k < sizeof wide / sizeof *wide; k++) {
            size_t n = strlen(wide[k]);
            if (cell.n > n && memcmp(cell.text + cell.n - n, wide[k], n) == 0)
                cell.n -= n;
            if (cell.n > n && memcmp(cell.text, wide[k], n) == 0) {
                cell.text += n;
                cell.n -= n;
            }
        }
        cell = logreg__cell_trim(cell);
    }
    return cell;
}

static char *copy_name(logreg__cell cell)
{
    cell = trim_name(cell);
    char *name = malloc(cell.n + 1);
    if (name) {
        memcpy(name, cell.text, cell.n);
        name[cell.n] = '\0';
    }
    return name;
}

static char *numbered_name(size_t column)
{
    char name[32];
    snprintf(name, sizeof name, "V%zu", column + 1);
    return logreg__copy(name);
}

logreg_status logreg__header_names(char ***names, const logreg__cell *cell, size_t n, const logreg__csv *csv)
{
    bool header = csv->options.header;
    logreg_status status = header ? check_bytes(cell, n, csv) : LOGREG_OK;
    if (header && status == LOGREG_OK)
        status = logreg__nameless_check(cell, n, csv);
    if (header && !csv->options.header_sure && status == LOGREG_OK)
        status = check_no_data(cell, n, csv);
    if (header && status == LOGREG_OK)
        status = check_quotes(cell, n, csv);
    if (status != LOGREG_OK)
        return status;
    char **list = logreg__new(n, sizeof *list);
    bool ok = list != NULL;
    for (size_t j = 0; j < n && ok; j++)
        ok = (list[j] = header ? copy_name(cell[j]) : numbered_name(j)) != NULL;
    status = !ok      ? logreg__fail_memory(csv->err)
             : header ? logreg__names_check(list, cell, n, csv)
                      : LOGREG_OK;
    if (status == LOGREG_OK)
        *names = list;
    else
        logreg__names_free(list, n);
    return status;
}

logreg_status logreg__fail_column(const logreg__csv *csv, const char *option, const char *name,
                                  char *const *names, size_t n)
{
    const char *near = logreg__nearest(name, (const char *const *)names, n);
    if (near)
        return logreg__fail(csv->err, LOGREG_EDATA, "--%s: %s has no column '%s'; did you mean '%s'?", option,
                            csv->file, name, near);
    char all[512] = "";
    size_t used = 0, shown = 0;
    for (; shown < n && used + strlen(names[shown]) + 3 < sizeof all; shown++)
        used += (size_t)snprintf(all + used, sizeof all - used, "%s%s", shown ? ", " : "", names[shown]);
    return logreg__fail(csv->err, LOGREG_EDATA, "--%s: %s has no column '%s'; there are %s%s", option,
                        csv->file, name, all, shown < n ? ", .." : "");
}
