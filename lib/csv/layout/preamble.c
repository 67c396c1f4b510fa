/* Lines above the table that hold the delimiter too: 'Device SN,4711', "Printed, 2023". The header stands below them, in the first line
 * whose cells are names, above a column of numbers at least, with rows of one length from there on. */
#include "csv/dialect.h"
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <string.h>

enum { LINES = 100, CELLS = 256, TOP_LINES = 12, FEW_ROWS = 3 };

/* What a cell may be: nothing, or a token for it; figures and signs alone; what begins with a figure; anything else. */
enum { NOTHING, NUMBER, FIGURE, WORD };

typedef struct {
    const char *text;
    size_t fields, number; /* of the line in the file, from 0 */
    unsigned char kind[CELLS];
} line;

typedef struct {
    line line[LINES];     /* that are not blank */
    size_t lines, fields; /* how many, and the cells of most */
    const logreg__csv *csv;
} top;

/* ---- Lines ------------------------------------------------------------------------------------------------- */

/* The cell at *p, without its quotes and blanks. *p moves to what ends it. */
static logreg__cell next_cell(const char **p, const char *end, char delimiter)
{
    logreg__cell cell = logreg__cell_raw(p, end, delimiter);
    for (; cell.n && strchr("\" \t", *cell.text); cell.n--)
        cell.text++;
    while (cell.n && strchr("\" \t", cell.text[cell.n - 1]))
        cell.n--;
    return cell;
}

static unsigned char kind_of(const logreg__cell *cell, const logreg__csv *csv)
{
    size_t letters = 0, figures = 0, i = 0;
    if (logreg__cell_missing(cell, csv))
        return NOTHING;
    for (size_t k = 0; k < cell->n; k++) {
        letters += isalpha((unsigned char)cell->text[k]) || (unsigned char)cell->text[k] >= 0x80;
        figures += isdigit((unsigned char)cell->text[k]) != 0;
    }
    if (!letters)
        return figures ? NUMBER : NOTHING;
    while (i + 1 < cell->n && strchr("+-.,<>$(", cell->text[i]))
        i++;
    return isdigit((unsigned char)cell->text[i]) ? FIGURE : WORD;
}

/* The line at *p, which moves to its end. */
static void read_line(line *l, const char **p, const char *end, const logreg__csv *csv)
{
    l->text = *p;
    for (l->fields = 0;; ++*p) {
        logreg__cell cell = next_cell(p, end, csv->options.delimiter);
        if (l->fields < CELLS)
            l->kind[l->fields] = kind_of(&cell, csv);
        l->fields++;
        if (*p == end || **p != csv->options.delimiter)
            return;
    }
}

static void read_top(top *t, const char *head, size_t n, bool cut)
{
    const char *p = head, *end = head + n;
    size_t number = 0;
    for (t->lines = 0; p < end && t->lines < LINES;) {
        const char *from = p;
        line *l = &t->line[t->lines];
        read_line(l, &p, end, t->csv);
        l->number = number;
        t->lines += p > from && (p < end || !cut);
        p += p + 1 < end && p[0] == '\r' && p[1] == '\n' ? 2 : p < end;
        for (; from < p; from++)
            number += *from == '\n' || (*from == '\r' && (from + 1 == end || from[1] != '\n'));
    }
    t->fields = 0;
    for (size_t i = 0, most = 0; i < t->lines; i++) {
        size_t same = 0;
        for (size_t k = 0; k < t->lines; k++)
            same += t->line[k].fields == t->line[i].fields;
        if (same > most) {
            most = same;
            t->fields = t->line[i].fields;
        }
    }
}

/* ---- The header -------------------------------------------------------------------------------------------- */

/* Have most lines behind one as many cells as most lines? */
static bool is_even_below(const top *t, size_t i)
{
    size_t even = 0, below = t->lines - i - 1;
    for (size_t k = i + 1; k < t->lines; k++)
        even += t->line[k].fields == t->fields;
    return below >= FEW_ROWS && below > i && t->line[i + 1].fields == t->fields && 5 * even >= 4 * below;
}

/* May cell j of a line be the name of what stands below it? numbers: these are numbers. */
static bool may_name(const top *t, size_t i, size_t j, bool *numbers)
{
    size_t filled = 0, figures = 0;
    for (size_t k = i + 1; k < t->lines; k++) {
        const line *l = &t->line[k];
        filled += l->fields == t->fields && l->kind[j] != NOTHING;
        figures += l->fields == t->fields && (l->kind[j] == NUMBER || l->kind[j] == FIGURE);
    }
    *numbers = filled > 1 && 5 * figures >= 4 * filled;
    int kind = t->line[i].kind[j];
    return kind == WORD || (kind == FIGURE && !*numbers) || (kind == NOTHING && (j == 0 || !filled));
}

/* Cell j of line i. */
static logreg__cell cell_of(const top *t, size_t i, size_t j, const char *end)
{
    const char *p = t->line[i].text;
    logreg__cell cell = next_cell(&p, end, t->csv->options.delimiter);
    while (j-- > 0) {
        p++;
        cell = next_cell(&p, end, t->csv->options.delimiter);
    }
    return cell;
}

static bool is_distinct(const top *t, size_t i, const char *end)
{
    logreg__cell cell[CELLS];
    const char *p = t->line[i].text;
    for (size_t j = 0; j < t->fields; j++) {
        p += j > 0;
        cell[j] = next_cell(&p, end, t->csv->options.delimiter);
        for (size_t k = 0; cell[j].n && k < j; k++)
            if (cell[k].n == cell[j].n && memcmp(cell[k].text, cell[j].text, cell[j].n) == 0)
                return false;
    }
    return true;
}

static bool is_header(const top *t, size_t i, const char *end)
{
    size_t columns = 0;
    if (t->line[i].fields != t->fields || !is_even_below(t, i))
        return false;
    for (size_t j = 0; j < t->fields; j++) {
        bool numbers;
        if (!may_name(t, i, j, &numbers))
            return false;
        columns += numbers;
    }
    return columns && is_distinct(t, i, end);
}

/* ---- What is above it -------------------------------------------------------------------------------------- */

static bool is_year(const logreg__cell *cell)
{
    return cell->n == 4 && (*cell->text == '1' || *cell->text == '2') &&
           isdigit((unsigned char)cell->text[1]) && isdigit((unsigned char)cell->text[2]) &&
           isdigit((unsigned char)cell->text[3]);
}

/* Does the first line hold a number that is no year? Names of columns may be years. */
static bool has_number(const top *t, const char *end)
{
    const char *p = t->line[0].text;
    for (size_t j = 0; j < t->line[0].fields && j < CELLS; j++) {
        p += j > 0;
        logreg__cell cell = next_cell(&p, end, t->csv->options.delimiter);
        if (t->line[0].kind[j] == NUMBER && !is_year(&cell))
            return true;
    }
    return false;
}

/* Is one of the first lines, before i, longer or shorter than most? */
static bool is_uneven(const top *t, size_t i)
{
    while (i-- > 0)
        if (t->line[i].fields != t->fields)
            return true;
    return false;
}

/* ---- A title of words ---------------------------------------------------------------------------------------- */

static bool is_same(const logreg__cell *cell, const char *text)
{
    return cell->n == strlen(text) && memcmp(cell->text, text, cell->n) == 0;
}

static bool holds(const top *t, size_t i, const char *text, const char *end)
{
    for (size_t j = 0; j < t->line[i].fields && j < CELLS; j++) {
        logreg__cell cell = cell_of(t, i, j, end);
        if (is_same(&cell, text))
            return true;
    }
    return false;
}

/* A word of letters, figures, dots and dashes, as programs want names, and neither a unit nor a type. */
static bool is_identifier(const logreg__cell *cell)
{
    static const char *const types[] = {"int",    "integer", "float",   "double", "string", "str",  "char",
                                        "factor", "numeric", "logical", "date",   "bool",   "text", "varchar",
                                        "number", "boolean", "real",    "bigint", "object", "N/A",  "binary"};
    char word[LOGREG__UNIT_ROOM];
    snprintf(word, sizeof word, "%.*s", (int)cell->n, cell->text);
    bool known = cell->n > 1 && cell->n < sizeof word && logreg__unit_scale(word).size > 0;
    for (size_t k = 0; k < sizeof types / sizeof *types; k++)
        known = known || is_same(cell, types[k]);
    for (size_t k = 0; k < cell->n; k++)
        known = known || !(isalnum((unsigned char)cell->text[k]) || (unsigned char)cell->text[k] >= 0x80 ||
                           strchr("._-", cell->text[k]));
    return !known;
}

/* Do the cells of line i look like names that programs use, above two columns of numbers and no column that holds them as values? */
static bool has_names(const top *t, size_t i, const char *end)
{
    size_t columns = 0;
    for (size_t j = 0; j < t->fields; j++) {
        bool numbers;
        logreg__cell name = cell_of(t, i, j, end);
        may_name(t, i, j, &numbers);
        columns += numbers;
        if (!name.n || !is_identifier(&name))
            return false;
        for (size_t k = i + 1; k < t->lines && !numbers; k++) {
            logreg__cell cell =
                t->line[k].fields == t->fields ? cell_of(t, k, j, end) : (logreg__cell){"", 0, 0};
            if (cell.n == name.n && memcmp(cell.text, name.text, name.n) == 0)
                return false;
        }
    }
    return columns > 1;
}

/* Which of lines first to last, that could be the header all of them, is the one; 0: the first line of all. */
static size_t header_of(logreg__preamble *found, const top *t, size_t first, size_t last, const char *end)
{
    const char *outcome = t->csv->options.outcome;
    bool named = outcome && *outcome;
    if (named && holds(t, 0, outcome, end))
        return 0;
    for (size_t i = first; i <= last && named; i++)
        if (holds(t, i, outcome, end)) {
            found->sure = true;
            return i;
        }
    found->title = has_names(t, last, end);
    found->maybe = !found->title && last == 1 ? t->line[last].number : 0;
    return found->title ? last : 0;
}

logreg__preamble logreg__preamble_look(const char *head, size_t n, bool cut, const logreg__csv *csv)
{
    top t = {.csv = csv};
    logreg__preamble found = {0};
    size_t i = 0;
    const char *end = head + n;
    read_top(&t, head, n, cut);
    if (t.fields < 2 || t.fields > CELLS || t.line[0].text[0] == '#')
        return found;
    while (i < t.lines && i <= TOP_LINES && !is_header(&t, i, end))
        i++;
    if (i == t.lines || i > TOP_LINES)
        return found;
    found.sure = i && (is_uneven(&t, i) || has_number(&t, end));
    if (!found.sure) {
        size_t last = i;
        while (last + 1 < t.lines && last < TOP_LINES && is_header(&t, last + 1, end))
            last++;
        size_t header = last ? header_of(&found, &t, i ? i : 1, last, end) : 0;
        i = header ? header : i;
    }
    found.line = t.line[i].number;
    return found;
}
