#include "csv/layout/sections.h"
#include "csv/columns_held.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/number.h"
#include "data/frame.h"

/* Groups of fewer rows, in the mean, are none; kinds of strays are counted up to so many. */
enum { ROWS = 2, KINDS = 4 };

/* More than figures and marks? */
static bool is_text(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr("0123456789 \t\".,+-", text[i]))
            return true;
    return false;
}

/* ---- Lines of one cell ------------------------------------------------------------------------------------- */

/* The cells of the line at *p, which moves behind its end; the first of them. */
static size_t next_line(logreg__cell *first, const char **p, const char *end, char delimiter)
{
    size_t fields = 0;
    for (;; ++*p) {
        logreg__cell cell = logreg__cell_raw(p, end, delimiter);
        *first = fields++ ? *first : cell;
        if (*p == end || **p != delimiter)
            break;
    }
    while (*p < end && (**p == '\n' || **p == '\r'))
        ++*p;
    return fields;
}

bool logreg__sections_look(const char *head, size_t n, bool cut, char delimiter)
{
    const char *p = head, *end = head + n;
    while (p < end && (*p == '\n' || *p == '\r'))
        p++;
    logreg__cell cell, before = {.n = 0};
    size_t width = next_line(&cell, &p, end, delimiter), names = 0, rows = 0, fields = width;
    while (p < end) {
        size_t last = fields;
        fields = next_line(&cell, &p, end, delimiter);
        if (p == end && cut)
            break;
        bool name = fields == 1 && is_text(cell.text, cell.n),
             again = names && cell.n == before.n && memcmp(cell.text, before.text, cell.n) == 0;
        if (name ? last == 1 || again : fields != width || !names)
            return false;
        names += name;
        rows += !name;
        before = name ? cell : before;
    }
    return width > 1 && names > 1 && rows >= ROWS * names && (cut || fields == width);
}

/* ---- Rows of empty cells ----------------------------------------------------------------------------------- */

/* Is nothing in the row but what column j holds, a level or what is no number? */
static bool stands_alone(const logreg_frame *frame, size_t row, size_t j)
{
    for (size_t k = 0; k < frame->n_columns; k++) {
        const logreg__column *c = &frame->column[k];
        bool named = k == j && c->kind == LOGREG_CATEGORY;
        if (logreg__cell_is_missing(c, row) == named)
            return false;
    }
    return true;
}

/* Rows of names: the first is one, the last is none, and no two follow one another. 0: there are none. */
static size_t count_names(const logreg_frame *frame, size_t j)
{
    size_t names = 0, last = 0;
    for (size_t i = 0; i < frame->n_rows; i++) {
        if (!stands_alone(frame, i, j))
            continue;
        if (names ? i == last + 1 : i > 0)
            return 0;
        last = i;
        names++;
    }
    return names > 1 && last + 1 < frame->n_rows && (ROWS + 1) * names <= frame->n_rows ? names : 0;
}

/* Are there cells that are empty, not NA, for all these rows in each other column? */
static bool are_empty(const logreg_frame *frame, size_t j, size_t names)
{
    for (size_t k = 0; k < frame->n_columns; k++)
        if (k != j && frame->column[k].n_missing - frame->column[k].n_na < names)
            return false;
    return true;
}

/* Are these the names, each once, and all other levels of another kind: figures, as P101 has them? */
static bool are_words(const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t others = 0;
    for (size_t i = 0, names = 0; i < frame->n_rows; i++) {
        const char *label = logreg_frame_label(frame, i, j);
        bool name = stands_alone(frame, i, j), figure = label && strpbrk(label, "0123456789");
        if (label && name == figure)
            return false;
        for (size_t r = 0; r < i && name && names < KINDS; r++)
            if (logreg__column_code(c, r) == logreg__column_code(c, i))
                return false;
        names += name;
        others += figure;
    }
    return others;
}

/* Do all strays of a column of numbers that could be names differ, as far as they are counted? */
static bool are_strays(const logreg__strays *strays, const logreg_frame *frame, size_t names)
{
    return strays->first.line == logreg__frame_line(frame, 0) && strays->count >= names &&
           strays->kinds >= (names < KINDS ? names : KINDS);
}

/* ---- The sentence ------------------------------------------------------------------------------------------ */

const char *logreg__sections_name(char room[LOGREG__SECTION_NAME], const logreg__stage *stage)
{
    snprintf(room, LOGREG__SECTION_NAME, stage->b ? "group_%zu" : "group", stage->b);
    return room;
}

/* The stage, with a name that no column has; these are in the frame, if there is one. */
static logreg__stage choose(size_t field, const logreg__csv_columns *columns, const logreg_frame *frame)
{
    logreg__stage stage = {LOGREG__STAGE_GROUPS, field, 0};
    char name[LOGREG__SECTION_NAME];
    for (size_t j = 0; j < (frame ? frame->n_columns : logreg__csv_columns_count(columns)); j++) {
        const char *of = frame ? frame->column[j].name : logreg__csv_columns_name(columns, j);
        if (strcmp(of, logreg__sections_name(name, &stage)) == 0) {
            stage.b = stage.b ? stage.b + 1 : 2;
            j = SIZE_MAX; /* from the first on */
        }
    }
    return stage;
}

static logreg_status tell(const char *text, size_t n, size_t line, const char *more, logreg__stage stage,
                          const logreg__csv *csv)
{
    char what[500], how[120], tail[80], shown[LOGREG__SHOWN], name[LOGREG__SECTION_NAME];
    logreg__sections_name(name, &stage);
    snprintf(what, sizeof what,
             "%.200s:%zu:%zu: '%s' stands alone in its row%s, as names of groups do above their rows",
             csv->file, line, stage.a + 1, logreg__show(shown, text, n), more);
    snprintf(how, sizeof how, "; write them beside these, as a column %s: ", name);
    snprintf(tail, sizeof tail, ", or leave it out, --exclude %s", name);
    return logreg__fail_stages(csv, &stage, 1, what, how, tail);
}

logreg_status logreg__sections_fail(const logreg__csv_columns *columns, const logreg__row *row,
                                    const logreg__csv *csv)
{
    logreg__cell cell = logreg__cell_trim(*row->cell);
    return tell(cell.text, cell.n, row->line, ", and others further down", choose(0, columns, NULL), csv);
}

logreg_status logreg__sections_check(const logreg__csv_columns *columns, const logreg_frame *frame)
{
    const logreg__csv *csv = columns->csv;
    for (size_t j = 0; j < frame->n_columns && frame->n_columns > 1 && csv->options.header; j++) {
        const logreg__column *c = &frame->column[j];
        const logreg__strays *strays = columns->column[j].strays;
        bool numbers = c->kind == LOGREG_NUMERIC;
        if ((numbers ? !strays : c->insisted) || !frame->n_rows || !stands_alone(frame, 0, j))
            continue;
        size_t names = count_names(frame, j);
        if (!names || !are_empty(frame, j, names) ||
            !(numbers ? are_strays(strays, frame, names) : are_words(frame, j)))
            continue;
        char more[48];
        const char *text = numbers ? strays->first.text : logreg_frame_label(frame, 0, j);
        snprintf(more, sizeof more, ", and so %s %zu more", names > 2 ? "do" : "does", names - 1);
        return tell(text, strlen(text), logreg__frame_line(frame, 0), more,
                    choose(j + c->n_left_out, columns, frame), csv);
    }
    return LOGREG_OK;
}

/* ---- A stage's rows ---------------------------------------------------------------------------------------- */

bool logreg__sections_take(logreg__row *row, logreg__cell *cell, const logreg__stage *stage,
                           const logreg__csv *csv)
{
    size_t filled = 0;
    for (size_t k = 0; k < row->n; k++)
        filled += logreg__cell_trim(row->cell[k]).n > 0;
    logreg__cell name = stage->a < row->n ? logreg__cell_trim(row->cell[stage->a]) : (logreg__cell){.n = 0};
    if (filled == 1 && is_text(name.text, name.n)) {
        logreg__show(csv->plan->group, name.text, name.n);
        return true;
    }
    if (!filled)
        return false;
    memmove(cell + 1, row->cell, row->n * sizeof *cell);
    *cell = (logreg__cell){csv->plan->group, strlen(csv->plan->group), row->line};
    *row = (logreg__row){.cell = cell, .n = row->n + 1, .line = row->line};
    return false;
}

const char *logreg__sections_piece(char room[LOGREG__COMMAND], const logreg__stage *stage,
                                   const logreg__csv *csv)
{
    char header[120], rows[300], others[48] = "1..$#F", name[LOGREG__SECTION_NAME];
    size_t j = stage->a;
    if (j)
        snprintf(others, sizeof others, "grep $_ != %zu, 0..$#F", j);
    snprintf(header, sizeof header, "%sunshift @F, \"%s\"",
             csv->mark ? "$F[0] =~ s/^\\xef\\xbb\\xbf//; " : "", logreg__sections_name(name, stage));
    snprintf(
        rows, sizeof rows,
        "if ($F[%zu] =~ /[^\\d\\s\".,+-]/ && !grep /[^\"\\s]/, @F[%s]) { $g = $F[%zu] =~ s/\\s+$//r; next "
        "} unshift @F, $g if /\\S/",
        j, others, j);
    return logreg__cells_piece(room, &(logreg__cells){.header = header, .rows = rows}, csv);
}
