/* Measurements one below the other: a column names what another one holds, HGB 13.1 and PLT 250, and a case has a row for each, as laboratories and
 * databases export them. A fit needs a row a case. */
#include "csv/layout/cases.h"
#include "csv/mending/plan.h"
#include "data/role.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/utf8.h"

/* Fewer cases prove nothing; a table of more kinds or columns is another thing. So many rows are looked at first. */
enum { FEW_CASES = 8, KINDS = 200, COLUMNS = 64, CUT = 160, FIRST = 256 };

/* Kinds count as different things where one's values are all so many times the other's. */
static const double FACTOR = 2;

/* What becomes of a column as the rows of a case are joined. */
typedef enum { OF_CASE, OF_KIND, VARIES } role;

typedef struct {
    const logreg_frame *frame;
    const logreg__csv *csv;
    const logreg__column *kind, *by, *value;
    role role[COLUMNS];
} measures;

static const logreg__column *column(const measures *m, size_t j)
{
    return &m->frame->column[j];
}

/* ---- Words ------------------------------------------------------------------------------------------------- */

static bool among(const char *const *words, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (logreg__utf8_same_letters(words[i], name))
            return true;
    return false;
}

static bool names_kinds(const char *name)
{
    static const char *const words[] = {"variable",    "key",           "parameter", "test",     "measure",
                                        "measurement", "attribute",     "field",     "question", "analyte",
                                        "indicator",   "metric",        "feature",   "testcd",   "paramcd",
                                        "param",       "variable_name", "item"};
    return among(words, sizeof words / sizeof *words, name);
}

static bool names_values(const char *name)
{
    static const char *const words[] = {"value",  "val",     "result",     "values",   "wert",
                                        "aval",   "reading", "answer",     "response", "ergebnis",
                                        "valeur", "valor",   "measurement"};
    return among(words, sizeof words / sizeof *words, name);
}

/* ---- Values by kind ---------------------------------------------------------------------------------------- */

typedef struct {
    double least, most;
    size_t numbers, others; /* cells that hold numbers, and those that hold something else */
} range;

/* Of numbers among which texts stand, the frame has the numbers alone: texts are missing there. */
static void add(range *to, const measures *m, size_t row)
{
    double x = (double)NAN;
    bool missing = logreg__cell_is_missing(m->value, row);
    if (m->value->kind == LOGREG_NUMERIC)
        x = missing ? x : logreg__column_number(m->value, row);
    else if (!missing) {
        const char *level = m->value->levels[logreg__column_code(m->value, row)];
        logreg__number_parse(&x, level, strlen(level), m->csv->options.decimal);
    }
    bool number = isfinite(x);
    to->least = number && (x < to->least || !to->numbers) ? x : to->least;
    to->most = number && (x > to->most || !to->numbers) ? x : to->most;
    to->numbers += number;
    to->others += !number && (m->value->kind == LOGREG_NUMERIC || !missing);
}

/* Do two kinds hold different things: numbers and texts, or numbers far apart? */
static bool are_different(const range *of, size_t n)
{
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++) {
            bool both = of[a].numbers > 2 && of[b].numbers > 2;
            if (of[a].numbers > 2 && !of[a].others && of[b].others > 2 && !of[b].numbers)
                return true;
            if (both && !of[a].others && !of[b].others && of[a].least >= 0 &&
                of[b].least > FACTOR * of[a].most)
                return true;
        }
    return false;
}

/* False: memory is out. */
static bool look_at_values(bool *different, const measures *m)
{
    range *of = logreg__new(m->kind->n_levels, sizeof *of);
    for (size_t r = 0; of && r < m->frame->n_rows; r++)
        add(&of[logreg__column_code(m->kind, r)], m, r);
    *different = of && are_different(of, m->kind->n_levels);
    free(of);
    return of;
}

/* ---- The columns ------------------------------------------------------------------------------------------- */

/* Has every case a row of most kinds, and none twice? */
static bool are_cases(const measures *m, const logreg__cases *cases)
{
    size_t rows = m->frame->n_rows, n = cases->cases, kinds = m->kind->n_levels;
    return n >= FEW_CASES && kinds <= n && 2 * rows >= 3 * n && 5 * rows >= 3 * n * kinds &&
           logreg__cases_tell(cases, m->frame, m->by, m->kind);
}

/* What the other columns are; the value is the one that varies within cases and within kinds, by its name where there are several. */
static bool take_roles(measures *m, const logreg__cases *cases, const logreg__cases *kinds)
{
    size_t varying = 0, named = 0;
    m->value = NULL;
    for (size_t j = 0; j < m->frame->n_columns; j++) {
        const logreg__column *c = column(m, j);
        bool own = c == m->kind || c == m->by;
        bool shared =
            own || (c->n_missing < m->frame->n_rows && logreg__cases_share(cases, m->frame, m->by, c, false));
        m->role[j] = shared                                                   ? OF_CASE
                     : logreg__cases_share(kinds, m->frame, m->kind, c, true) ? OF_KIND
                                                                              : VARIES;
        if (m->role[j] != VARIES)
            continue;
        bool fits = names_values(c->name);
        varying++;
        named += fits;
        m->value = fits || (!named && varying == 1) ? c : m->value;
    }
    return named == 1 || varying == 1;
}

static bool is_kind(const logreg__column *c, size_t rows)
{
    return c->kind == LOGREG_CATEGORY && !c->insisted && !c->spared && !c->n_missing && c->n_levels > 1 &&
           c->n_levels <= KINDS && 2 * c->n_levels <= rows;
}

/* The outcome by name is one of the kinds. */
static bool holds_outcome(const measures *m)
{
    const char *outcome = m->csv->options.outcome;
    for (size_t l = 0; outcome && *outcome && l < m->kind->n_levels; l++)
        if (strcmp(m->kind->levels[l], outcome) == 0)
            return true;
    return false;
}

/* ---- The sentence ------------------------------------------------------------------------------------------ */

/* Statements that take a row's kind and value, and what no case has, out of it: from the last cell on. */
static void write_cuts(char room[CUT], logreg__names *left, const measures *m)
{
    size_t used = 0;
    *room = '\0';
    for (size_t j = m->frame->n_columns; j-- > 0 && used < CUT;) {
        const logreg__column *c = column(m, j);
        const char *to = c == m->kind ? "$k = " : c == m->value ? "$v = " : "";
        if (c != m->kind && m->role[j] == OF_CASE)
            continue;
        used += (size_t)snprintf(room + used, CUT - used, "%ssplice @F, %zu, 1; ", to, j + c->n_left_out);
        if (!*to)
            logreg__names_add(left, c->name);
    }
    if (used >= CUT)
        *room = '\0';
}

static logreg_status fail(const measures *m)
{
    char split[LOGREG__COMMAND], cuts[CUT], command[LOGREG__COMMAND] = "", d[8], name[3][LOGREG__SHOWN],
                                            word[LOGREG__COLUMN_WORD], without[LOGREG__NAMES + 40] = "";
    const logreg__csv *csv = m->csv;
    logreg__names left = {.n = 0}, kinds = {.n = 0};
    const logreg__column *end = column(m, m->frame->n_columns - 1);
    write_cuts(cuts, &left, m);
    for (size_t l = 0; l < m->kind->n_levels; l++)
        logreg__names_add(&kinds, m->kind->levels[l]);
    if (left.n)
        snprintf(without, sizeof without, " without %s", logreg__names_end(&left));
    logreg__delimiter_perl(d, csv->options.delimiter);
    logreg__cases_split(split, m->frame->n_columns + end->n_left_out, csv);
    if (*cuts)
        logreg__command(
            command, csv,
            "%s%s$i = join \"%s\", @F; if ($. == %zu) { $h = $i; next } $n{$k}++ or push @k, $k; "
            "$r{$i} or push @i, $i; $r{$i}{$k} = $v; END { print join \"%s\", $h, @k; for $i (@i) "
            "{ print join \"%s\", $i, @{$r{$i}}{@k} } }'",
            split, cuts, d, logreg__stages_line(csv, csv->header_end), d, d);
    return logreg__fail(
        csv->err, LOGREG_EDATA,
        "%s:%zu: '%s' holds what '%s' names (%s), so that each '%s' has several rows, and a fit needs one. "
        "Make columns of them%s%s%s, or, if rows are cases, use --categorical %s",
        csv->file, logreg__frame_line(m->frame, 0),
        logreg__show(name[0], m->value->name, strlen(m->value->name)),
        logreg__show(name[1], m->kind->name, strlen(m->kind->name)), logreg__names_end(&kinds),
        logreg__show(name[2], m->by->name, strlen(m->by->name)), without, *command ? ": " : "", command,
        logreg__show_column(word, m->kind->name));
}

/* ---- All of it --------------------------------------------------------------------------------------------- */

/* Do the first rows number on, and rows strewn over the table too? Then each has its own number. */
static bool counts_up(const logreg__column *by, size_t rows)
{
    enum { STREWN = 64 };
    for (size_t i = 1; i < FIRST && i < rows; i++)
        if (!(logreg__column_number(by, i) > logreg__column_number(by, i - 1)))
            return false;
    for (size_t i = 1; i < STREWN; i++) {
        size_t at = i * (rows - 1) / (STREWN - 1), before = (i - 1) * (rows - 1) / (STREWN - 1);
        if (at > before && !(logreg__column_number(by, at) > logreg__column_number(by, before)))
            return false;
    }
    return true;
}

/* Do values of the column come again, as those of a case do? A few of them tell. */
static bool comes_again(const logreg__column *by, size_t rows)
{
    enum { FEW = 4 };
    double first[FEW];
    size_t often[FEW] = {0}, again = 0;
    if (by->kind == LOGREG_CATEGORY)
        return 3 * by->n_levels <= 2 * rows;
    if (counts_up(by, rows))
        return false;
    for (size_t i = 0; i < FEW && i < rows; i++) {
        first[i] = logreg__column_number(by, i);
        if (first[i] != floor(first[i]))
            return false;
    }
    for (size_t r = 0; r < rows && rows > FEW; r++) {
        double x = logreg__column_number(by, r);
        for (size_t i = 0; i < FEW; i++)
            often[i] += !(x < first[i] || x > first[i]);
    }
    for (size_t i = 0; i < FEW; i++)
        again += often[i] > 1;
    return 2 * again >= FEW;
}

/* Does no case, by column `by`, have a kind twice? A look at the first rows tells nearly always. */
static bool may_be_cases(const measures *m)
{
    double first[FIRST];
    for (size_t i = 0; i < FIRST && i < m->frame->n_rows; i++) {
        first[i] = logreg__case_value(m->by, i);
        for (size_t k = 0; k < i; k++)
            if (!(first[k] < first[i] || first[k] > first[i]) &&
                logreg__column_code(m->kind, k) == logreg__column_code(m->kind, i))
                return false;
    }
    return true;
}

/* Are rows kinds of cases that column `by` tells? */
static logreg_status look(bool *found, measures *m)
{
    logreg__cases cases = {0}, kinds = {0};
    *found = false;
    bool ok = logreg__cases_take(&cases, m->frame, m->by), are = ok && are_cases(m, &cases);
    if (are)
        ok = logreg__cases_take(&kinds, m->frame, m->kind);
    *found = are && ok && take_roles(m, &cases, &kinds);
    if (*found && !(names_kinds(m->kind->name) && names_values(m->value->name)) && !holds_outcome(m))
        ok = look_at_values(found, m);
    logreg__cases_clear(&cases);
    logreg__cases_clear(&kinds);
    return ok ? LOGREG_OK : logreg__fail_memory(m->csv->err);
}

logreg_status logreg__measured_check(logreg_frame *frame, const logreg__csv *csv)
{
    measures m = {.frame = frame, .csv = csv};
    bool found = false;
    logreg_status status = LOGREG_OK;
    if (!csv->options.header || frame->n_columns < 3 || frame->n_columns > COLUMNS)
        return status;
    size_t kinds = 0;
    for (size_t j = 0; j < frame->n_columns; j++)
        kinds += is_kind(&frame->column[j], frame->n_rows);
    for (size_t k = 0; k < frame->n_columns && kinds && status == LOGREG_OK && !found; k++) {
        m.by = &frame->column[k];
        if (m.by->n_missing || logreg__named_time(m.by->name) || logreg__named_scale(m.by->name) ||
            !comes_again(m.by, frame->n_rows))
            continue;
        for (size_t j = 0; j < frame->n_columns && status == LOGREG_OK && !found; j++) {
            m.kind = &frame->column[j];
            if (m.by != m.kind && is_kind(m.kind, frame->n_rows) && may_be_cases(&m))
                status = look(&found, &m);
        }
    }
    return status == LOGREG_OK && found ? fail(&m) : status;
}
