/* The way from a number in another form to one that is read. */
#include "csv/command.h"
#include "csv/forms.h"
#include "csv/numbers.h"

#include <string.h>

/* What a cell is, what is to be done, and the command, with %s for the unit or the decimal mark; those of perl write '.'. */
static const struct {
    const char *what, *how, *command;
} way[LOGREG__FORMS] = {
    [LOGREG__FORM_MARKED] = {"a number with the other decimal mark", "", NULL},
    [LOGREG__FORM_DRESSED] = {"a number with signs", "Take out what is no digit and no decimal mark", NULL},
    [LOGREG__FORM_UNIT] = {"a number with its unit", "Take the unit out",
                           "sed -E 's/([0-9]) ?%s([^[:alpha:]]|$)/\\1\\2/g'"},
    [LOGREG__FORM_PREFIX] = {"a number with its unit", "Take the unit out",
                             "sed -E 's/%s ?([-+.0-9])/\\1/g'"},
    [LOGREG__FORM_FORMULA] = {"a number in a formula of a spreadsheet", "Take the formula off",
                              "sed -E 's/\"=\"\"([^\"]*)\"\"\"/\\1/g;s/=([-+.0-9])/\\1/g'"},
    [LOGREG__FORM_FORTRAN] = {"a number with an exponent of Fortran's", "Write E for D",
                              "sed -E 's/([0-9.])[Dd]([-+]?[0-9])/\\1E\\2/g'"},
    [LOGREG__FORM_HEX] = {"a hexadecimal number", "Make it a decimal one",
                          "perl -pe 's/\\b0x([0-9a-f]+)/hex $1/gei'"},
    [LOGREG__FORM_CLOCK] =
        {"a time", "Make it a number of hours",
         "perl -pe 's/(?<![\\d:])(\\d+):(\\d\\d)(:([\\d.]+))?(?![\\d:])/$1 + $2 \\/ 60 + ($4 || 0) "
         "\\/ 3600/ge'"},
    [LOGREG__FORM_FRACTION] =
        {"a fraction, or two numbers", "If it is a fraction, work it out",
         "perl -pe 's/(?<![\\d\\/])(\\d+) ?\\/ ?(\\d+)(?![\\d\\/])/$2 ? $1 \\/ $2 : $&/ge'"},
    [LOGREG__FORM_BOUND] = {"a bound, not a number", "Put a number in its place",
                            "sed -E 's/[<>]=? ?([-+.0-9])/\\1/g'"},
    [LOGREG__FORM_SPREAD] =
        {"a number with another about its spread", "Take that out",
         "sed -E 's/([0-9]) ?((\xc2\xb1|[+][/]-) ?[0-9]+(%s[0-9]+)?|[(][0-9]+(%s[0-9]+)?[)])/\\1/g'"},
    [LOGREG__FORM_MINUS] = {"a number with its minus behind it", "Put that in front",
                            "sed -E 's/([0-9.,]+)-([^0-9]|$)/-\\1\\2/g'"},
    [LOGREG__FORM_APOSTROPHE] = {"a number behind an apostrophe, as spreadsheets mark text", "Take that out",
                                 "sed -E 's/(^|[^[:alnum:]])'\\''([-+.0-9])/\\1\\2/g'"},
    [LOGREG__FORM_SCRIPT] =
        {"a number in digits of another script", "Write it in 0 to 9",
         "perl -CSD -pe 'tr/\\x{660}-\\x{669}\\x{6f0}-\\x{6f9}\\x{966}-\\x{96f}\\x{ff10}-\\x{ff19}"
         "\\x{66b}/0-90-90-90-9./'"},
};

/* A unit within a regular expression. */
static void escape(char room[4 * LOGREG__UNIT_ROOM], const char *unit)
{
    *room = '\0';
    for (; *unit; unit++)
        room += snprintf(room, 4, strchr("/$", *unit) ? "[%c]" : "%c", *unit);
}

/* The command with a text in place of each %s. */
static void fill_in(char room[LOGREG__COMMAND], const char *command, const char *with)
{
    *room = '\0';
    for (const char *found; (found = strstr(command, "%s")); command = found + 2)
        snprintf(room + strlen(room), LOGREG__COMMAND - strlen(room), "%.*s%s", (int)(found - command),
                 command, with);
    snprintf(room + strlen(room), LOGREG__COMMAND - strlen(room), "%s", command);
}

const char *logreg__form_mend(char room[LOGREG__COMMAND + 80], const char **what, logreg__form form,
                              const char *text, bool same_unit, char decimal, const logreg__csv *csv)
{
    char command[LOGREG__COMMAND] = "", script[LOGREG__COMMAND], unit[LOGREG__UNIT_ROOM] = "",
         escaped[4 * LOGREG__UNIT_ROOM] = "";
    bool unitary = form == LOGREG__FORM_UNIT || form == LOGREG__FORM_PREFIX;
    bool marked = decimal != csv->options.decimal, point = csv->options.decimal == '.' && !marked;
    bool counted = form == LOGREG__FORM_CLOCK || form == LOGREG__FORM_FRACTION;
    const char *how = unitary && !same_unit ? "Bring all to one unit, and take it out" : way[form].how;
    *what = way[form].what;
    if (unitary) {
        logreg__form_unit(unit, text, form, decimal);
        escape(escaped, unit);
    }
    if (form == LOGREG__FORM_DRESSED) {
        logreg__undressing(command, &text, 1, &marked, csv);
    } else if (form == LOGREG__FORM_MARKED) {
        how = csv->options.decimal == '.' ? "Use --decimal ','" : "Use --decimal '.'";
        marked = false;
    } else if (form == LOGREG__FORM_MINUS &&
               csv->options.delimiter == ',') { /* which a number holds in quotes alone */
        logreg__command(command, csv,
                        "sed -E 's/\"([0-9.,]+)-\"/\"-\\1\"/g;s/([0-9.]+)-([^0-9]|$)/-\\1\\2/g'");
    } else if ((same_unit || !unitary) && (point || !counted)) {
        fill_in(script, way[form].command, unitary ? escaped : decimal == '.' ? "[.]" : ",");
        logreg__command(command, csv, "%s", script);
    }
    snprintf(room, LOGREG__COMMAND + 80, "%s%s%s%s", how, *command ? ", " : "", command,
             !marked                       ? ""
             : csv->options.decimal == '.' ? "; then use --decimal ','"
                                           : "; then use --decimal '.'");
    return room;
}

const char *logreg__form_remedy(char room[LOGREG__COMMAND + 80], const char **what, const char *text,
                                bool alone, const logreg__csv *csv)
{
    char unit[LOGREG__UNIT_ROOM] = "", decimal = csv->options.decimal;
    logreg__form form = logreg__form_of(text, decimal);
    if (form == LOGREG__FORM_PREFIX)
        logreg__form_unit(unit, text, form, decimal);
    bool other = form <= LOGREG__FORM_DRESSED || form == LOGREG__FORM_BOUND ||
                 (form == LOGREG__FORM_PREFIX && !logreg__is_currency(unit)) ||
                 (form == LOGREG__FORM_UNIT && alone && !strchr(text, ' '));
    return other ? NULL : logreg__form_mend(room, what, form, text, true, decimal, csv);
}
