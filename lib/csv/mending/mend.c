#include "csv/mending/mend.h"
#include "csv/mending/command.h"

#include <string.h>

#include "base/memory.h"

/* ---- What is needed ---------------------------------------------------------------------------------------- */

/* What becomes of a unit; NULL: it must stay, since the column has others beside it. */
static const char *fate(logreg__unit_kind kind, const logreg__outfit *o, size_t k)
{
    static const char *const exponent[] = {[3] = "e3", [5] = "e5", [6] = "e6", [7] = "e7", [9] = "e9"};
    int power = logreg__outfit_power(o, k);
    return kind == LOGREG__UNITS_MIXED             ? NULL
           : kind == LOGREG__UNITS_POWERS && power ? exponent[power]
           : kind == LOGREG__UNITS_SHARES          ? "e-2"
           : kind == LOGREG__UNITS_DIGITS          ? (strchr("Oo", *o->unit[k]) ? "0" : "1")
                                                   : "";
}

static void add_units(logreg__mended *c, const logreg__outfit *o)
{
    logreg__unit_kind kind = logreg__outfit_units(o);
    size_t common = o->units ? logreg__outfit_own(o) : 0;
    double size = o->units ? logreg__outfit_scale(o, common).size : 0;
    for (; c->units < o->units && c->units < LOGREG__UNITS; c->units++) {
        double own = logreg__outfit_scale(o, c->units).size;
        if (kind == LOGREG__UNITS_SCALES && own != size)
            c->times[c->units] = own / size;
        if (kind == LOGREG__UNITS_OTHER)
            size = logreg__unit_scale(logreg__outfit_other(o)).size;
        if (kind == LOGREG__UNITS_OTHER && own != size)
            c->times[c->units] = own / size;
        char degrees = logreg__unit_degrees(o->unit[common]);
        if (kind == LOGREG__UNITS_SCALES && degrees != logreg__unit_degrees(o->unit[c->units]))
            c->degrees[c->units] = degrees;
        strcpy(c->unit[c->units], o->unit[c->units]);
        c->to[c->units] = fate(kind, o, c->units);
    }
    bool known = kind == LOGREG__UNITS_MIXED;
    for (size_t k = 0; k < c->units; k++)
        known = known || strcmp(c->unit[k], o->money) == 0;
    if (*o->money && !known && c->units < LOGREG__UNITS) {
        strcpy(c->unit[c->units], o->money);
        c->to[c->units++] = "";
    }
}

/* Longer ones first, since a shorter one may be part of them. False: no command can name them all. */
static bool add_labels(logreg__mended *c, const logreg__census *column)
{
    for (size_t k = 0; k < LOGREG__KINDS && column->label[k].cells; k++) {
        const char *text = column->label[k].text;
        size_t at = 0;
        while (at < c->labels && strlen(c->label[at]) > strlen(text))
            at++;
        if (strlen(text) + 5 > LOGREG__SHOWN || strpbrk(text, "\r\n") || c->labels == LOGREG__MENDED_LABELS)
            return false;
        memmove(c->label[at + 1], c->label[at], (c->labels - at) * sizeof *c->label);
        strcpy(c->label[at], text);
        c->labels++;
    }
    return !column->label[LOGREG__KINDS - 1].cells;
}

static void add_kept(logreg__mended *c, const logreg__census *column)
{
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells && c->n_kept < LOGREG__MENDED_LABELS; k++)
        if (strpbrk(column->text[k].text, "0123456789") && !logreg__is_cut(column->text[k].text))
            strcpy(c->kept[c->n_kept++], column->text[k].text);
}

/* Marks before three digits, where other cells of the column tell what they part. */
static void settle(logreg__mended *c)
{
    unsigned point = 1U << LOGREG__GROUP_POINT, comma = 1U << LOGREG__GROUP_COMMA | 1U << LOGREG__GROUP_LAKH;
    bool thousands = c->open_point && (c->groups & point || (c->comma && !c->point)),
         decimals = c->open_point && c->point;
    c->groups |= thousands ? point : 0;
    c->open_point = c->open_point && !thousands && !decimals;
    thousands = c->open_comma && (c->groups & comma || (c->point && !c->comma));
    decimals = c->open_comma && c->comma;
    c->groups |= thousands ? 1U << LOGREG__GROUP_COMMA : 0;
    c->open_comma = c->open_comma && !thousands && !decimals;
}

bool logreg__mending_has_text(const logreg__mending *m, const char *text)
{
    size_t at = 0;
    while (at < m->texts && at < LOGREG__MENDED_TEXTS && strcmp(m->text[at], text) != 0)
        at++;
    return at < m->texts && at < LOGREG__MENDED_TEXTS;
}

void logreg__mending_add_text(logreg__mending *m, const char *text, const char *column)
{
    bool lines = strpbrk(text, "\r\n"); /* which no list can hold */
    for (size_t k = 0; k < m->texts && k < LOGREG__MENDED_TEXTS; k++)
        if (strcmp(m->text[k], text) == 0 && m->text_of[k] != column)
            m->text_of[k] = NULL;
    if (logreg__mending_has_text(m, text))
        return;
    m->cut = m->cut || logreg__is_cut(text);
    if (m->texts >= LOGREG__MENDED_TEXTS || strlen(text) >= LOGREG__SHOWN || lines)
        m->texts = LOGREG__MENDED_TEXTS + 1;
    else {
        m->text_of[m->texts] = column;
        strcpy(m->text[m->texts++], text);
    }
}

void logreg__mending_add_line(logreg__mending *m, size_t line)
{
    size_t at = m->text_lines;
    while (at > 0 && m->text_line[at - 1] > line)
        at--;
    bool known = at > 0 && m->text_line[at - 1] == line;
    m->lines_more = m->lines_more || (!known && m->text_lines == LOGREG__TEXT_LINES);
    if (known || m->text_lines == LOGREG__TEXT_LINES)
        return;
    memmove(m->text_line + at + 1, m->text_line + at, (m->text_lines - at) * sizeof *m->text_line);
    m->text_line[at] = line;
    m->text_lines++;
}

static void add_texts(logreg__mending *m, const logreg__census *column, const char *name)
{
    size_t cells = 0;
    size_t nil = logreg__nil_cells(column);
    bool denied = logreg__census_denied(column);
    m->nil_cells += nil;
    m->denied = m->denied || denied;
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells; k++) {
        cells += column->text[k].cells;
        m->nil_elsewhere = m->nil_elsewhere || (!nil && logreg__is_nil(column->text[k].text, denied));
        logreg__mending_add_text(m, column->text[k].text, name);
    }
    for (size_t k = 0; k < LOGREG__KINDS && column->day[k].cells; k++) {
        cells += column->day[k].cells;
        logreg__mending_add_text(m, column->day[k].text, name);
    }
    size_t all = column->cells[LOGREG__FORM_TEXT] + column->cells[LOGREG__FORM_DAY];
    if (cells < all)
        m->texts = LOGREG__MENDED_TEXTS + 1;
    for (size_t k = 0; k < column->text_lines; k++)
        logreg__mending_add_line(m, column->text_line[k]);
    m->lines_more = m->lines_more || column->text_lines != all;
    m->text_columns = m->text_columns || (m->text_cells && all);
    m->text_cells += all;
}

/* A column more; NULL: memory is out. */
static logreg__mended *append(logreg__mending *m, size_t field)
{
    if (!logreg__grow(&m->each, &m->room, m->n_each + 1, sizeof *m->each))
        return NULL;
    logreg__mended *c = &m->each[m->n_each++];
    *c = (logreg__mended){.field = field};
    return c;
}

/* In words. */
static void add_together(logreg__mending *m, const logreg__mended *c)
{
    m->traits |= c->traits;
    m->groups |= c->groups;
    m->forms |= c->forms;
    m->point = m->point || c->point;
    m->comma = m->comma || c->comma;
    m->open_point = m->open_point || c->open_point;
    m->open_comma = m->open_comma || c->open_comma;
    m->units = m->units || c->units;
    m->day = c->day > m->day ? c->day : m->day;
    m->weeks = m->weeks || c->weeks;
}

/* 0.45 or 9/20, which 45 with its percent sign taken out is not? */
static bool may_be_shares(const logreg__census *column)
{
    return column->outfit.below_one || column->cells[LOGREG__FORM_FRACTION];
}

bool logreg__mending_add(logreg__mending *m, const logreg__census *column, size_t field, const char *name)
{
    const logreg__outfit *o = &column->outfit;
    logreg__form form;
    bool mixed = logreg__outfit_units(o) == LOGREG__UNITS_MIXED; /* which its own sentence tells */
    add_texts(m, column, name);
    bool needs = logreg__census_numbers(column, &form) > 0, nil = logreg__nil_cells(column) > 0;
    if (!needs && !nil)
        return true;
    logreg__mended *c = append(m, field);
    if (!c)
        return false;
    c->nil = nil;
    c->only_nil = !needs;
    if (!needs)
        return true;
    if (!mixed && m->columns < 2) {
        m->name[m->columns] = name;
        strcpy(m->shown[m->columns], column->shown[form].text);
    }
    m->columns += !mixed;
    c->traits = o->traits;
    c->groups = o->groups;
    for (logreg__form f = LOGREG__FORM_FORMULA; f < LOGREG__FORMS; f++)
        c->forms |= column->cells[f] ? LOGREG__FORM_BIT(f) : 0;
    c->point = o->point || (column->fractions && column->decimal == '.');
    c->comma = o->comma || (column->fractions && column->decimal == ',');
    c->open_point = o->open_point;
    c->open_comma = o->open_comma;
    c->texts = column->cells[LOGREG__FORM_TEXT];
    add_kept(c, column);
    c->triple = column->cells[LOGREG__FORM_TRIPLE];
    c->pair = c->triple || column->cells[LOGREG__FORM_PAIR] ||
              10 * column->pairs > 9 * column->cells[LOGREG__FORM_FRACTION];
    logreg__form strokes = column->cells[LOGREG__FORM_SCORE] ? LOGREG__FORM_SCORE : LOGREG__FORM_FRACTION;
    c->worded = column->cells[strokes] && !strchr(column->shown[strokes].text, '/');
    c->pressure = column->pressures;
    c->points = column->points;
    c->raised = column->raised;
    c->dashed = column->dashed;
    c->held = column->held;
    c->ranges = column->ranges;
    if (column->cells[LOGREG__FORM_DURATION]) {
        c->day = logreg__durations_day(&column->durations);
        c->weeks = column->durations.weeks;
    }
    m->pairs = m->pairs || c->pair;
    settle(c);
    bool open = c->open_point || c->open_comma;
    m->far = m->far || (open && o->longest_whole > o->longest_open && o->longest_whole == 3);
    m->money = m->money || (open && logreg__outfit_money(o));
    add_units(c, o);
    logreg__unit_kind kind = logreg__outfit_units(o);
    if (kind == LOGREG__UNITS_OTHER)
        snprintf(m->beside, sizeof m->beside, "%s made %s, if the others are",
                 o->units == 1 ? o->unit[0] : "units", logreg__outfit_other(o));
    else if (kind == LOGREG__UNITS_WORDED)
        snprintf(m->beside, sizeof m->beside, "if words before %s tell no other measure", o->unit[0]);
    else if (kind == LOGREG__UNITS_SHARES)
        snprintf(m->beside, sizeof m->beside, "%% made a share, if the others are");
    else if (kind == LOGREG__UNITS_SOME)
        snprintf(m->beside, sizeof m->beside, "%s taken out, if the others are that too%s", o->unit[0],
                 strcmp(o->unit[0], "%") == 0 && may_be_shares(column) ? " and none is a share" : "");
    m->too_much = !add_labels(c, column) || m->too_much;
    strcpy(c->spelt, column->spelt);
    add_together(m, c);
    return true;
}

bool logreg__mending_has(const logreg__mending *m, size_t field)
{
    size_t k = 0;
    while (k < m->n_each && (m->each[k].field != field || m->each[k].only_nil))
        k++;
    return k < m->n_each;
}

bool logreg__mending_add_dotted(logreg__mending *m, size_t field)
{
    logreg__mended *c = append(m, field);
    if (c) {
        c->groups = 1U << LOGREG__GROUP_POINT;
        add_together(m, c);
    }
    return c;
}

void logreg__mending_clear(logreg__mending *m)
{
    free(m->each);
    free(m->respelling);
    *m = (logreg__mending){0};
}

/* "(which leaves out 3 rows)", of so many cells, which may share rows. */
static const char *leaves_out(char room[64], const logreg__mending *all, size_t cells)
{
    bool known = !all->lines_more && all->text_lines && cells == all->text_cells;
    size_t rows = known ? all->text_lines : cells;
    snprintf(room, 64, "(which leaves out %s%zu row%s)", all->text_columns && !known ? "up to " : "", rows,
             rows == 1 ? "" : "s");
    return room;
}

/* "empty cells in lines 45, 53 and 80, whose texts hold no number (which leaves out 3 rows)" */
static const char *empty_cells(char room[LOGREG__NA_ADVICE], const logreg__mending *all, size_t cells)
{
    bool known = !all->lines_more && all->text_lines <= LOGREG__LINES_TOLD;
    size_t n = all->text_lines < LOGREG__LINES_TOLD ? all->text_lines : LOGREG__LINES_TOLD;
    char out[64];
    if (cells == 1) {
        snprintf(room, LOGREG__NA_ADVICE, "an empty cell in its place (which leaves out 1 row)");
        return room;
    }
    size_t used =
        (size_t)snprintf(room, LOGREG__NA_ADVICE, "empty cells in line%s", n > 1 || !known ? "s" : "");
    for (size_t k = 0; k < n; k++)
        used += (size_t)snprintf(room + used, LOGREG__NA_ADVICE - used, "%s%zu",
                                 k == 0                ? " "
                                 : known && k + 1 == n ? " and "
                                                       : ", ",
                                 all->text_line[k]);
    snprintf(room + used, LOGREG__NA_ADVICE - used, "%s, whose texts hold no number %s",
             known ? "" : " and others", leaves_out(out, all, cells));
    return room;
}

const char *logreg__na_advice(char room[LOGREG__NA_ADVICE], const logreg__mending *all,
                              const logreg__csv *csv)
{
    const char *token[LOGREG__MENDED_TEXTS], *of[LOGREG__MENDED_TEXTS];
    char list[LOGREG__NA_VALUES], out[64];
    size_t n = 0, cells = all->text_cells - (all->nil ? all->nil_cells : 0);
    *room = '\0';
    if (!cells)
        return room;
    for (size_t k = 0; k < LOGREG__MENDED_TEXTS && *all->text[k]; k++)
        if (!all->nil || all->nil_elsewhere || !logreg__is_nil(all->text[k], all->denied)) {
            of[n] = all->pairs ? NULL : all->text_of[k]; /* a column that is to be parted loses its name */
            token[n++] = all->text[k];
        }
    if (all->cut)
        return empty_cells(room, all, cells);
    logreg__na_values(list, csv, csv->na_given || all->some_na, token, of, n,
                      all->texts > LOGREG__MENDED_TEXTS);
    snprintf(room, LOGREG__NA_ADVICE, "--na-values %s %s", list, leaves_out(out, all, cells));
    return room;
}

/* ---- Decimal marks ----------------------------------------------------------------------------------------- */

bool logreg__mending_doubt(const logreg__mending *m, bool *thousands, const logreg__csv *csv)
{
    bool point = m->open_point, both = point && m->open_comma;
    unsigned point_bit = 1U << LOGREG__GROUP_POINT,
             comma_bit = 1U << LOGREG__GROUP_COMMA | 1U << LOGREG__GROUP_LAKH;
    bool grouped = m->groups & (point ? point_bit : comma_bit);
    bool same = point ? m->point : m->comma, other = point ? m->comma : m->point;
    char mark = point ? '.' : ',';
    *thousands = true;
    if (!m->open_point && !m->open_comma)
        return false;
    if (csv->decimal_given) {
        *thousands = mark != csv->options.decimal;
        return both;
    }
    if (both || grouped || same != other) {
        *thousands = both || grouped || other;
        return both;
    }
    *thousands = m->far || m->money || csv->options.delimiter == (point ? ';' : ',');
    return same || !m->far;
}

char logreg__mending_decimal(const logreg__mending *m, bool thousands, const logreg__csv *csv)
{
    bool point = m->point || (m->open_point && !thousands), comma = m->comma || (m->open_comma && !thousands);
    bool command = m->forms || m->units || m->groups || m->traits;
    if (comma && !point && command && csv->options.delimiter == ',' && csv->options.decimal == '.')
        return '.'; /* a comma that the command writes would part cells */
    return point == comma ? (char)(point ? csv->options.decimal : '\0') : point ? '.' : ',';
}
