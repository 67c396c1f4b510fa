#include "csv/mend.h"
#include "csv/command.h"

#include <string.h>

/* ---- What is needed ---------------------------------------------------------------------------------------- */

static logreg__mended_unit *find_unit(logreg__mending *m, const char *text)
{
    size_t k = 0;
    while (k < m->units && strcmp(m->unit[k].text, text) != 0)
        k++;
    if (k == LOGREG__MENDED_UNITS)
        return NULL;
    if (k == m->units) {
        m->units++;
        strcpy(m->unit[k].text, text);
        m->unit[k].to = "";
    }
    return &m->unit[k];
}

/* What becomes of a unit; NULL: it must stay, since a column has others beside it. */
static const char *fate(logreg__unit_kind kind, const char *unit)
{
    static const char *const exponent[] = {[3] = "e3", [6] = "e6", [9] = "e9"};
    return kind == LOGREG__UNITS_MIXED    ? NULL
           : kind == LOGREG__UNITS_POWERS ? exponent[logreg__unit_power(unit)]
           : kind == LOGREG__UNITS_SHARES ? "e-2"
                                          : "";
}

static void add_units(logreg__mending *m, const logreg__outfit *o)
{
    logreg__unit_kind kind = logreg__outfit_units(o);
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++) {
        logreg__mended_unit *unit = find_unit(m, o->unit[k]);
        const char *to = fate(kind, o->unit[k]);
        m->too_much = m->too_much || !unit;
        if (!unit)
            return;
        bool fresh = !unit->before && !unit->behind;
        unit->before = unit->before || o->before[k];
        unit->behind = unit->behind || o->behind[k];
        unit->to = fresh || (to && unit->to && strcmp(unit->to, to) == 0) ? to : NULL;
    }
}

/* Longer ones first, since a shorter one may be part of them. */
static void add_labels(logreg__mending *m, const logreg__census *column)
{
    for (size_t k = 0; k < LOGREG__KINDS && column->label[k].cells; k++) {
        const char *text = column->label[k].text;
        size_t at = 0;
        while (at < m->labels && strlen(m->label[at]) > strlen(text))
            at++;
        bool cut = strlen(text) + 5 > LOGREG__SHOWN || strpbrk(text, "\r\n");
        m->too_much = m->too_much || cut || m->labels == LOGREG__MENDED_LABELS;
        if (m->too_much)
            return;
        memmove(m->label[at + 1], m->label[at], (m->labels - at) * sizeof *m->label);
        strcpy(m->label[at], text);
        m->labels++;
    }
    m->too_much = m->too_much || column->label[LOGREG__KINDS - 1].cells;
}

void logreg__mending_add_text(logreg__mending *m, const char *text)
{
    size_t at = 0, length = strlen(text);
    while (at < m->texts && at < LOGREG__MENDED_TEXTS && strcmp(m->text[at], text) != 0)
        at++;
    bool lines = strpbrk(text, "\r\n"); /* which no list can hold */
    if (at == LOGREG__MENDED_TEXTS || length >= LOGREG__SHOWN || lines)
        m->texts = LOGREG__MENDED_TEXTS + 1;
    else if (at == m->texts)
        strcpy(m->text[m->texts++], text);
}

static void add_texts(logreg__mending *m, const logreg__census *column)
{
    size_t cells = 0;
    for (size_t k = 0; k < LOGREG__KINDS && column->text[k].cells; k++) {
        cells += column->text[k].cells;
        logreg__mending_add_text(m, column->text[k].text);
    }
    if (cells < column->cells[LOGREG__FORM_TEXT])
        m->texts = LOGREG__MENDED_TEXTS + 1;
    m->text_columns = m->text_columns || (m->text_cells && column->cells[LOGREG__FORM_TEXT]);
    m->text_cells += column->cells[LOGREG__FORM_TEXT];
}

void logreg__mending_add(logreg__mending *m, const logreg__census *column, const char *name)
{
    const logreg__outfit *o = &column->outfit;
    logreg__form form;
    bool open = o->open_point || o->open_comma;
    add_texts(m, column);
    if (!logreg__census_numbers(column, &form))
        return;
    if (m->columns < 2) {
        m->name[m->columns] = name;
        strcpy(m->shown[m->columns], column->shown[form].text);
    }
    m->columns++;
    m->traits |= o->traits;
    m->groups |= o->groups;
    for (logreg__form f = LOGREG__FORM_FORMULA; f < LOGREG__FORMS; f++)
        m->forms |= column->cells[f] ? 1U << f : 0;
    m->point = m->point || o->point || (column->fractions && column->decimal == '.');
    m->comma = m->comma || o->comma || (column->fractions && column->decimal == ',');
    m->open_point = m->open_point || o->open_point;
    m->open_comma = m->open_comma || o->open_comma;
    m->far = m->far || (open && o->longest_whole > o->longest_open && o->longest_whole == 3);
    m->money = m->money || (open && o->units == 1 && logreg__is_currency(o->unit[0]));
    add_units(m, o);
    add_labels(m, column);
}

const char *logreg__na_advice(char room[LOGREG__COMMAND], const logreg__mending *all, const logreg__csv *csv)
{
    const char *token[LOGREG__MENDED_TEXTS];
    char list[LOGREG__COMMAND] = "for these texts";
    *room = '\0';
    if (!all->text_cells)
        return room;
    for (size_t k = 0; k < LOGREG__MENDED_TEXTS; k++)
        token[k] = all->text[k];
    if (all->texts <= LOGREG__MENDED_TEXTS)
        logreg__na_values(list, csv, csv->na_given || all->some_na, token, all->texts);
    int n = snprintf(room, LOGREG__COMMAND, "--na-values %s (which leaves out %s%zu row%s)", list,
                     all->text_columns ? "up to " : "", all->text_cells, all->text_cells == 1 ? "" : "s");
    if (n < 0 || n >= LOGREG__COMMAND)
        *room = '\0';
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
    return point == comma ? (char)(point ? csv->options.decimal : '\0') : point ? '.' : ',';
}

bool logreg__mending_alike(const logreg__mending *m, bool thousands)
{
    bool point = thousands || m->far || m->groups >> LOGREG__GROUP_POINT & 1,
         comma = thousands || m->far || m->groups >> LOGREG__GROUP_COMMA & 1;
    return (m->open_point && m->point && point) || (m->open_comma && m->comma && comma);
}
