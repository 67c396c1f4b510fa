#include "csv/numbers/named_units.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "csv/mending/command.h"
#include "csv/numbers/guise.h"
#include "data/answers.h"
#include "data/role.h"

/* More units than these are kinds of something. */
enum { MOST = 6 };

/* What laboratories write. */
static bool is_concentration(const char *unit)
{
    static const char units[] = " mg/dl g/dl g/l mg/l ug/l ng/ml ug/ml pg/ml ng/l ng/dl mmol/l umol/l nmol/l "
                                "pmol/l \302\265mol/l \316\274mol/l "
                                "\302\265g/l \316\274g/l meq/l iu/l u/l miu/l ";
    char plain[LOGREG__PLAIN_WORD];
    return logreg__plain_word(plain, unit) && logreg__word_among(units, plain);
}

/* The kind of a unit, as that of logreg__scale, or 'd' of degrees, '/' of concentrations, moles or not, '$' of moneys; 0: it is none. */
static char kind_of(const char *unit)
{
    logreg__scale scale = logreg__unit_scale(unit);
    bool letters = isalpha((unsigned char)*unit),
         money = logreg__is_currency(unit) && (!letters || strlen(unit) == 3);
    return is_concentration(unit)       ? '/'
           : scale.size > 0             ? scale.kind
           : logreg__unit_degrees(unit) ? 'd'
           : money                      ? '$'
                                        : 0;
}

static bool says_unit(const char *name)
{
    return logreg__name_has(name,
                            " unit units uom einheit einheiten unidad unidade unite unites enhet eenheid "
                            "jednostka currency curr ccy cur wahrung waehrung hrung devise moneda moeda "
                            "valuta waluta scale measure ");
}

bool logreg__units_named(char *const *label, size_t n, const char *name)
{
    bool said = says_unit(name), differ = false;
    if (n < 2 || n > MOST)
        return false;
    char kind = kind_of(label[0]);
    for (size_t k = 0; k < n; k++) {
        bool letter = !label[k][1], time = kind == 't' || kind == 'y';
        if (!kind || kind_of(label[k]) != kind || ((letter || time) && !said))
            return false;
        differ =
            differ ||
            (k && (kind == 'd'   ? logreg__unit_degrees(label[k]) != logreg__unit_degrees(label[0])
                   : kind == '$' ? !logreg__same_money(label[k], label[0])
                   : kind == '/' ? strcasecmp(label[k], label[0]) != 0
                                 : logreg__unit_scale(label[k]).size != logreg__unit_scale(label[0]).size));
    }
    return differ;
}

/* ---- What writes the numbers in one unit -------------------------------------------------------------------- */

static size_t alike(const char *a, const char *b)
{
    size_t n = 0;
    while (a[n] && strncasecmp(a + n, b + n, 1) == 0)
        n++;
    return n;
}

/* The one whose name begins most as its does, else the one in front. */
size_t logreg__units_named_of(const logreg_frame *frame, size_t j)
{
    size_t best = SIZE_MAX, most = 2;
    for (size_t k = 0; k < frame->n_columns; k++) {
        size_t same = alike(frame->column[k].name, frame->column[j].name);
        if (frame->column[k].kind == LOGREG_NUMERIC && same > most) {
            best = k;
            most = same;
        }
    }
    bool before = j > 0 && frame->column[j - 1].kind == LOGREG_NUMERIC;
    return best != SIZE_MAX ? best : before ? j - 1 : SIZE_MAX;
}

/* "$& * 0.45359237", "($& - 32) / 1.8"; false: nobody knows. */
static bool write_factor(char *room, size_t size, const char *from, const char *to)
{
    char number[LOGREG__NUMBER_SIZE];
    logreg__scale a = logreg__unit_scale(from), b = logreg__unit_scale(to);
    if (a.size > 0 && a.kind == b.kind)
        snprintf(room, size, "$& * %s", logreg__number_shortest(number, a.size / b.size));
    else if (logreg__unit_degrees(from) && logreg__unit_degrees(to))
        snprintf(room, size, "%s",
                 logreg__unit_degrees(from) == logreg__unit_degrees(to) ? "$&"
                 : logreg__unit_degrees(from) == 'F'                    ? "($& - 32) / 1.8"
                                                                        : "$& * 1.8 + 32");
    else
        return false;
    return true;
}

bool logreg__units_named_statements(logreg__text *statements, const logreg_frame *frame, size_t j)
{
    const logreg__column *c = &frame->column[j];
    size_t of = logreg__units_named_of(frame, j), kept = 0,
           *rows = of == SIZE_MAX ? NULL : logreg__column_tally(c, frame->n_rows);
    if (of == SIZE_MAX || frame->dialect.decimal == ',') {
        free(rows);
        return true;
    }
    for (size_t l = 0; rows && l < c->n_levels; l++)
        kept = rows[l] > rows[kept] ? l : kept;
    for (size_t l = 0; rows && l < c->n_levels; l++) {
        char factor[80], pattern[LOGREG__PATTERN], statement[2 * LOGREG__PATTERN + 200];
        if (l == kept || strlen(c->levels[l]) >= LOGREG__UNIT_ROOM ||
            !write_factor(factor, sizeof factor, c->levels[l], c->levels[kept]))
            continue;
        snprintf(statement, sizeof statement,
                 "%s$F[%zu] =~ s/^[\"\\s]*\\K%s(?=[\"\\s]*$)/%s/ and $F[%zu] =~ s{-?[\\d.]+}{%s}e",
                 statements->length ? "; " : "", j + c->n_left_out,
                 logreg__cell_pattern(pattern, c->levels[l]), c->levels[kept],
                 of + frame->column[of].n_left_out, factor);
        logreg__text_add(statements, statement);
    }
    bool ok = rows;
    free(rows);
    return ok;
}
