/* What is said of numbers that are written otherwise than they are read, and of the way to mend them. */
#include "csv/mending/mend.h"
#include "csv/mending/plan.h"

#include <string.h>

#define PUT_BOUND                                                                                            \
    "Put the number of the bound in its place (below a limit of detection half of it is usual too, and "     \
    "--na-values "                                                                                           \
    "leaves such rows out)"

static const char *const what_of_form[LOGREG__FORMS] = {
    [LOGREG__FORM_TEXT] = "not a number",
    [LOGREG__FORM_UNIT] = "a number with its unit",
    [LOGREG__FORM_FORMULA] = "a number in a formula of a spreadsheet",
    [LOGREG__FORM_FORTRAN] = "a number with an exponent of Fortran's",
    [LOGREG__FORM_TIMES] = "a number times a power of ten",
    [LOGREG__FORM_HEX] = "a hexadecimal number",
    [LOGREG__FORM_CLOCK] = "a time",
    [LOGREG__FORM_HALF_DAY] = "a time of day",
    [LOGREG__FORM_MINUTES] = "a length of time",
    [LOGREG__FORM_DURATION] = "a length of time",
    [LOGREG__FORM_WEEKS] = "a number of weeks and days",
    [LOGREG__FORM_MIXED] = "a whole number and a fraction",
    [LOGREG__FORM_FRACTION] = "a fraction, or two numbers",
    [LOGREG__FORM_SCORE] = "a score, out of so many",
    [LOGREG__FORM_SPREAD] = "a number with another about its spread",
    [LOGREG__FORM_SHARE] = "a count with its share",
    [LOGREG__FORM_FEET] = "a length in feet and inches",
    [LOGREG__FORM_AGE] = "an age in years and months",
    [LOGREG__FORM_ANGLE] = "an angle in degrees",
    [LOGREG__FORM_TITER] = "a dilution",
    [LOGREG__FORM_SCRIPT] = "a number in digits of another script",
    [LOGREG__FORM_WRAPPED] = "a number in signs of a program",
    [LOGREG__FORM_VULGAR] = "a number with a fraction",
    [LOGREG__FORM_POUNDS] = "a weight in pounds and ounces",
    [LOGREG__FORM_SPAN] = "a length of time",
    [LOGREG__FORM_SPELT] = "a number in words",
    [LOGREG__FORM_RATIO] = "a ratio",
    [LOGREG__FORM_PAIR] = "two numbers",
    [LOGREG__FORM_TRIPLE] = "three numbers",
    [LOGREG__FORM_CHANGE] = "a number and a change to it",
    [LOGREG__FORM_STONES] = "a weight in stones and pounds",
    [LOGREG__FORM_ORDINAL] = "an ordinal number",
    [LOGREG__FORM_HELD] = "a number within text",
    [LOGREG__FORM_LABEL] = "a number with its label",
    [LOGREG__FORM_WORDS] = "a bound, not a number",
    [LOGREG__FORM_RANGE] = "a range, not a number",
    [LOGREG__FORM_DAY] = "a date, not a number",
};

static const char *const how_of_form[LOGREG__FORMS] = {
    [LOGREG__FORM_FORMULA] = "Take the formula off",
    [LOGREG__FORM_FORTRAN] = "Write E for D",
    [LOGREG__FORM_TIMES] = "Write that as an exponent",
    [LOGREG__FORM_HEX] = "Make it a decimal one",
    [LOGREG__FORM_CLOCK] = "Make it a number of hours",
    [LOGREG__FORM_HALF_DAY] = "Make it a number of hours of the day",
    [LOGREG__FORM_MINUTES] = "Make it a number of minutes (two parts are minutes and seconds)",
    [LOGREG__FORM_DURATION] = "Make it a number of minutes",
    [LOGREG__FORM_WEEKS] = "Make it days",
    [LOGREG__FORM_MIXED] = "Work it out",
    [LOGREG__FORM_FRACTION] = "If it is a fraction, work it out",
    [LOGREG__FORM_SCORE] = "Keep what stands in front of the stroke",
    [LOGREG__FORM_SPREAD] = "Take that out",
    [LOGREG__FORM_SHARE] = "Take the share out",
    [LOGREG__FORM_FEET] = "Make it inches",
    [LOGREG__FORM_AGE] = "Make it months",
    [LOGREG__FORM_ANGLE] = "Make it degrees alone, below 0 in the south and the west",
    [LOGREG__FORM_TITER] = "Keep what stands behind the colon",
    [LOGREG__FORM_SCRIPT] = "Write it in 0 to 9",
    [LOGREG__FORM_WRAPPED] = "Keep the number",
    [LOGREG__FORM_VULGAR] = "Write it with decimals",
    [LOGREG__FORM_POUNDS] = "Make it ounces",
    [LOGREG__FORM_SPAN] = "Make it a number of minutes",
    [LOGREG__FORM_SPELT] = "Write it in digits",
    [LOGREG__FORM_RATIO] = "Work it out",
    [LOGREG__FORM_PAIR] = "Part them into two columns",
    [LOGREG__FORM_TRIPLE] = "Part them into three columns",
    [LOGREG__FORM_CHANGE] = "Add it up",
    [LOGREG__FORM_STONES] = "Make it pounds",
    [LOGREG__FORM_ORDINAL] = "Keep the number (0 of a ground floor)",
    [LOGREG__FORM_HELD] = "Keep the number",
    [LOGREG__FORM_LABEL] = "Take the label off",
    [LOGREG__FORM_WORDS] = PUT_BOUND,
    [LOGREG__FORM_RANGE] = "Put its middle in its place",
    [LOGREG__FORM_DAY] = "If the column held numbers, correct it where it was made",
};

/* A single thing that numbers may wear. */
static const struct {
    unsigned traits;
    const char *what, *how;
} wear[] = {
    {LOGREG__GUISE_BOUND | LOGREG__GUISE_AT_MOST | LOGREG__GUISE_MORE, "a bound, not a number", PUT_BOUND},
    {LOGREG__GUISE_NOTE, "a number with a remark behind it", "Take that out"},
    {LOGREG__GUISE_RAISED, "a number with the sign of a footnote", "Take it out"},
    {LOGREG__GUISE_HIDDEN, "a number with marks about it that do not show", "Take them out"},
    {LOGREG__GUISE_ENTITY, "a number with signs of web pages about it", "Take them out"},
    {LOGREG__GUISE_BEHIND, "a number with its minus behind it", "Put that in front"},
    {LOGREG__GUISE_APOSTROPHE, "a number behind an apostrophe, as spreadsheets mark text", "Take that out"},
    {LOGREG__GUISE_ABOUT, "a number that is said to be rough", "Take the sign out"},
    {LOGREG__GUISE_ABOUT | LOGREG__GUISE_ROUGH, "a number that is said to be rough", "Take that out"},
    {LOGREG__GUISE_QUOTES, "a number in typesetters' quotes", "Take them out"},
    {LOGREG__GUISE_ENCLOSED, "a number in brackets, as all are", "Take them off"},
    {LOGREG__GUISE_BRACKETS, "a number in brackets, as some write those below 0", "Write a minus for them"},
    {LOGREG__GUISE_UP, "a number with a triangle, which is a minus in accounts of Japan",
     "If it is that, write one"},
    {LOGREG__GUISE_UP | LOGREG__GUISE_DOWN, "a number with an arrow for its sign",
     "Write a minus for those that point down"},
    {LOGREG__GUISE_MIDDLE, "a number with a middle dot for its decimal mark", "Write that as it is read"},
};

enum { WEAR = sizeof wear / sizeof *wear };

/* The one of them that these are; WEAR: none, or more. */
static size_t only_wear(unsigned traits)
{
    size_t k = 0;
    while (k < WEAR && (!(traits & wear[k].traits) || traits & ~wear[k].traits))
        k++;
    return k;
}

/* "a number with the unit 'k', which 40 of 60 values have; 3 have 'M'" */
static void list_units(char room[LOGREG__WHAT], const logreg__outfit *o, const char *shown)
{
    size_t first = 0, longest = 0, used, all = o->cells + o->plain;
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS; k++)
        if (strstr(shown, o->unit[k]) && strlen(o->unit[k]) > longest) {
            first = k;
            longest = strlen(o->unit[k]);
        }
    used = (size_t)snprintf(room, LOGREG__WHAT, "a number with the unit '%s', which %zu of %zu values have",
                            o->unit[first], o->unit_cells[first], all);
    for (size_t k = 0; k < o->units && k < LOGREG__UNITS && used < LOGREG__WHAT; k++)
        if (k != first)
            used += (size_t)snprintf(room + used, LOGREG__WHAT - used, "; %zu have '%s'", o->unit_cells[k],
                                     o->unit[k]);
}

static const char *name_form(char room[LOGREG__WHAT], const logreg__census *column, logreg__form form)
{
    const logreg__outfit *o = &column->outfit;
    char mark = column->decimal, other = mark == '.' ? ',' : '.';
    bool both = column->fractions && (mark == '.' ? o->comma : o->point);
    size_t only = o->groups ? WEAR : only_wear(o->traits);
    if (form == LOGREG__FORM_MARKED && both)
        snprintf(room, LOGREG__WHAT, "a number with the decimal mark '%c', and others have '%c'", other,
                 mark);
    else if (form == LOGREG__FORM_MARKED)
        snprintf(room, LOGREG__WHAT, "not a number with the decimal mark '%c'", mark);
    else if (form == LOGREG__FORM_DRESSED)
        return o->traits & LOGREG__GUISE_DEBIT    ? "a balance, of credit or debit"
               : o->traits & LOGREG__GUISE_CREDIT ? "an amount, charged or credited"
               : only < WEAR                      ? wear[only].what
               : o->traits                        ? "a number with signs"
               : o->groups                        ? "a number with marks between thousands"
               : o->open_comma || o->open_point   ? "a number with a mark before three digits"
                                                  : "a number with signs";
    else
        return form == LOGREG__FORM_SPELT && column->said ? column->said
               : form == LOGREG__FORM_SPELT && logreg__is_roman(column->shown[form].text)
                   ? "a Roman number"
                   : what_of_form[form];
    return room;
}

const char *logreg__remedy_what(char room[LOGREG__WHAT], const logreg__census *column, logreg__form form,
                                size_t cells, size_t total)
{
    char what[LOGREG__WHAT];
    logreg__unit_kind units = logreg__outfit_units(&column->outfit);
    bool letters = units == LOGREG__UNITS_DIGITS;
    if (form == LOGREG__FORM_UNIT && units > LOGREG__UNITS_ONE && !letters)
        list_units(room, &column->outfit, column->shown[form].text);
    else
        snprintf(room, LOGREG__WHAT, "%.100s (%zu of %zu values)",
                 form == LOGREG__FORM_UNIT && letters ? "a number with a letter for a digit"
                                                      : name_form(what, column, form),
                 cells, total);
    return room;
}

/* How many kinds of things are to be done. */
static size_t needs(const logreg__mending *m)
{
    bool guise = m->traits || m->groups || m->units || m->open_point || m->open_comma;
    size_t n = guise;
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        n += m->forms >> f & 1;
    return n + (n && m->point && m->comma);
}

static const char *how_of_guise(const logreg__mending *m)
{
    bool marks = m->groups || m->open_point || m->open_comma;
    size_t only = marks || m->units ? WEAR : only_wear(m->traits);
    return m->traits & LOGREG__GUISE_DEBIT    ? "Put a minus in front of debits"
           : m->traits & LOGREG__GUISE_CREDIT ? "If CR marks credits, put a minus in front of them"
           : only < WEAR                      ? wear[only].how
           : m->units && !m->traits && !marks ? "Take the unit out"
                                              : "Take out what is no digit and no decimal mark";
}

/* How long a day is among lengths of time, which only people know. */
static const char *how_long(const logreg__mending *m)
{
    switch (m->day) {
    case LOGREG__DAY_NONE:
        return "";
    case LOGREG__DAY_WHOLE:
        return ", a day as 24 hours";
    case LOGREG__DAY_UNSAID:
        return ", a day as 24 hours (if it is one of work, of 8 hours, write 480 for 1440)";
    case LOGREG__DAY_OF_WORK:
        return m->weeks
                   ? ", a day as 8 hours of work and a week as 5 days, since no value has as many beside "
                     "them "
                     "(if days have 24 hours, write 1440 for 480 and 10080 for 2400)"
                   : ", a day as 8 hours of work, since no value has as many beside days (if they have 24 "
                     "hours, write 1440 for 480)";
    }
    return "";
}

/* What "all of that" makes of ranges, bounds and times. */
static const char *how_to_all(char room[LOGREG__WHAT], const logreg__mending *m)
{
    bool ranges = m->forms >> LOGREG__FORM_RANGE & 1,
         hours = m->forms & (LOGREG__FORM_BIT(LOGREG__FORM_CLOCK) | LOGREG__FORM_BIT(LOGREG__FORM_HALF_DAY)),
         minutes = m->forms >> LOGREG__FORM_MINUTES & 1, lengths = m->forms >> LOGREG__FORM_DURATION & 1,
         bounds = m->forms >> LOGREG__FORM_WORDS & 1 ||
                  m->traits & (LOGREG__GUISE_BOUND | LOGREG__GUISE_AT_MOST | LOGREG__GUISE_MORE);
    snprintf(room, LOGREG__WHAT, "Mend all of that%s%s%s%s%s%s%s%s%s%.90s",
             ranges ? ", a range by its middle" : "", bounds ? ", a bound by its number" : "",
             bounds && !ranges ? " (--na-values leaves such rows out)" : "", hours ? ", times as hours" : "",
             minutes ? ", minutes and seconds as minutes" : "", lengths ? ", lengths of time as minutes" : "",
             lengths ? how_long(m) : "",
             m->traits & LOGREG__GUISE_DEBIT    ? ", debits as below 0"
             : m->traits & LOGREG__GUISE_CREDIT ? ", credits as below 0"
                                                : "",
             *m->beside ? ", " : "", m->beside);
    return room;
}

static const char *how_to(char room[LOGREG__WHAT], const logreg__mending *m, const logreg__csv *csv)
{
    logreg__form f = LOGREG__FORM_FORMULA;
    if (needs(m) > 1 || logreg__planned(csv->plan))
        return how_to_all(room, m);
    while (f < LOGREG__FORMS && !(m->forms >> f & 1))
        f++;
    if (f == LOGREG__FORM_DURATION) {
        snprintf(room, LOGREG__WHAT, "%s%s", how_of_form[f], how_long(m));
        return room;
    }
    return f < LOGREG__FORMS      ? how_of_form[f]
           : needs(m)             ? how_of_guise(m)
           : m->point && m->comma ? "Make them alike"
                                  : "";
}

void logreg__remedy_way(char *room, size_t size, const char *how, const logreg__mending *m, bool thousands,
                        const logreg__csv *csv)
{
    char command[LOGREG__COMMAND];
    char mark = logreg__mending_decimal(m, thousands, csv), then[64] = "";
    bool named = logreg__stages_have(csv, LOGREG__STAGE_ROW) || logreg__stages_have(csv, LOGREG__STAGE_ROWS);
    const char *rows = m->name_rows || named ? " --exclude row" : "";
    logreg__mending_command(command, m, thousands, csv);
    if (mark && mark != csv->options.decimal)
        snprintf(then, sizeof then, "%s --decimal '%c'%s",
                 *command ? "; then use"
                 : how    ? "Use"
                          : "use",
                 mark, rows);
    else if (*rows && *command)
        snprintf(then, sizeof then, "; then use%s", rows);
    const char *name = !m->name_rows ? ""
                       : how && *how ? ", and give the first column, if it numbers the rows, a name"
                                     : "If the first column numbers the rows, give it a name";
    int n = snprintf(room, size, "%s%s%s%s%s", how && (*command || !*then) ? how : "", name,
                     *command && how && (*how || *name) ? ", " : "", command, then);
    if (n < 0 || (size_t)n >= size)
        snprintf(room, size, "%s", how ? how : "");
}

/* 120/80: two numbers, or else a fraction. */
static void write_pairs(char *room, size_t size, const logreg__mending *m, bool thousands,
                        const logreg__csv *csv)
{
    char way[LOGREG__REMEDY], other[LOGREG__REMEDY];
    logreg__mending parted = *m;
    parted.part = true;
    if (!(m->forms & (LOGREG__FORM_BIT(LOGREG__FORM_FRACTION) | LOGREG__FORM_BIT(LOGREG__FORM_SCORE)))) {
        char all[LOGREG__WHAT], how[LOGREG__WHAT + 40];
        bool three = m->forms & LOGREG__FORM_BIT(LOGREG__FORM_TRIPLE);
        snprintf(how, sizeof how, "%s, %s", how_to_all(all, m),
                 three ? "three numbers in three columns" : "two numbers in two columns");
        logreg__remedy_way(room, size,
                           needs(m) > 1 ? how : how_of_form[three ? LOGREG__FORM_TRIPLE : LOGREG__FORM_PAIR],
                           &parted, thousands, csv);
        return;
    }
    logreg__remedy_way(way, sizeof way, "If these are two numbers, part them into two columns", &parted,
                       thousands, csv);
    logreg__remedy_way(other, sizeof other, "work it out", m, thousands, csv);
    int n = snprintf(room, size, "%s; if each is a fraction, %s", way, other);
    if (n < 0 || (size_t)n >= size)
        snprintf(room, size, "%s", way);
}

/* One mark before three digits in every cell: of thousands or of decimals? */
static void write_doubt(char *room, size_t size, const logreg__mending *m, bool thousands,
                        const logreg__csv *csv)
{
    const char *marks = m->open_point ? "dots" : "commas";
    const char *meaning[] = {"are decimal marks", "part thousands"};
    char way[LOGREG__REMEDY], other[LOGREG__REMEDY], first[64];
    logreg__remedy_way(way, sizeof way, NULL, m, thousands, csv);
    logreg__remedy_way(other, sizeof other, NULL, m, !thousands, csv);
    if (!*other && thousands && m->open_point && csv->options.decimal == '.')
        snprintf(other, sizeof other, "say so with --decimal '.'");
    int n = snprintf(room, size, "If its %s %s: %s; if they %s: %s", marks, meaning[thousands], way,
                     meaning[!thousands], other);
    snprintf(first, sizeof first, "If its %s %s", marks, meaning[*way ? thousands : !thousands]);
    if (!*way || !*other || n < 0 || (size_t)n >= size)
        logreg__remedy_way(room, size, first, m, *way ? thousands : !thousands, csv);
}

static bool mixed(const logreg__outfit *o)
{
    return logreg__outfit_units(o) == LOGREG__UNITS_MIXED;
}

/* Numbers with a unit beside others that are not of that size: which unit those have, only people know. One of which there are few may go. */
static void write_mixed(char *room, size_t size, const logreg__census *s, const char *name,
                        const logreg__mending *all, const logreg__csv *csv)
{
    enum { BUT_ONE_IN = 10, LIST = 400 };
    const char *text = s->shown[LOGREG__FORM_UNIT].text;
    char list[LOGREG__NA_VALUES];
    size_t cells = s->cells[LOGREG__FORM_UNIT];
    int n = snprintf(room, size, "Bring all to one unit first");
    if (s->levels[LOGREG__FORM_UNIT] != 1 || BUT_ONE_IN * cells > s->outfit.cells + s->outfit.plain ||
        all->text_cells || logreg__is_cut(text) || strpbrk(text, "\r\n"))
        return;
    logreg__na_values(list, csv, csv->na_given || all->some_na, &text, &name, 1, false);
    if (strlen(list) < LIST)
        snprintf(room + n, size - (size_t)n,
                 ", or leave that out, --na-values %.*s (which leaves out %zu row%s)", LIST, list, cells,
                 cells == 1 ? "" : "s");
}

/* What is to be done with a unit that only some have. Shares among percents are known by their size. */
static void write_some(char *room, size_t size, const logreg__outfit *o, const char *unit)
{
    int n = snprintf(room, size, "If the others are %s too, take it out", unit);
    if (strcmp(unit, "%") == 0 && o->below_one)
        snprintf(
            room + n, size - (size_t)n,
            " (but %zu of them %s below 1: where that is a share, 0.45 for 45%%, write the percent first)",
            o->below_one, o->below_one == 1 ? "is" : "are");
}

const char *logreg__remedy(char room[LOGREG__REMEDY], const logreg__census *column, const char *name,
                           logreg__form form, const logreg__mending *all, const logreg__csv *csv)
{
    logreg__unit_kind units = logreg__outfit_units(&column->outfit);
    char alike[48], some[200], beside[128], how[LOGREG__WHAT];
    const char *unit = column->outfit.units ? column->outfit.unit[logreg__outfit_own(&column->outfit)] : "";
    snprintf(alike, sizeof alike, "Make all of it %s", unit);
    write_some(some, sizeof some, &column->outfit, unit);
    const char *other = units == LOGREG__UNITS_OTHER ? logreg__outfit_other(&column->outfit) : "";
    bool parts = logreg__outfit_parts(&column->outfit), named = logreg__outfit_unit_by_name(&column->outfit),
         either = units == LOGREG__UNITS_OTHER && logreg__outfit_unit_kinds(&column->outfit) == 1 &&
                  (parts || (!named && logreg__outfit_overlaps(&column->outfit)));
    if (either) /* which the others may be too */
        snprintf(beside, sizeof beside,
                 "If the others are %s, make it that (if they are %s too, take that out)", other, unit);
    else
        snprintf(beside, sizeof beside, "If the others are %s, make it that", other);
    bool thousands, doubt = logreg__mending_doubt(all, &thousands, csv);
    *room = '\0';
    if (form == LOGREG__FORM_TEXT)
        return room;
    if (mixed(&column->outfit))
        write_mixed(room, LOGREG__REMEDY, column, name, all, csv);
    else if (all->pairs)
        write_pairs(room, LOGREG__REMEDY, all, thousands, csv);
    else if (doubt) {
        size_t n = units == LOGREG__UNITS_SCALES ? (size_t)snprintf(room, LOGREG__REMEDY, "%s. ", alike) : 0;
        write_doubt(room + n, LOGREG__REMEDY - n, all, thousands, csv);
    } else
        logreg__remedy_way(
            room, LOGREG__REMEDY,
            needs(all) == 1 && units == LOGREG__UNITS_POWERS   ? "Write them as exponents"
            : needs(all) == 1 && units == LOGREG__UNITS_SCALES ? alike
            : needs(all) == 1 && units == LOGREG__UNITS_WORDED ? "If all are one measure, keep the number"
            : needs(all) == 1 && units == LOGREG__UNITS_SHARES ? "If the others are shares, make it one"
            : needs(all) == 1 && units == LOGREG__UNITS_SOME   ? some
            : needs(all) == 1 && units == LOGREG__UNITS_OTHER  ? beside
            : needs(all) == 1 && units == LOGREG__UNITS_DIGITS
                ? "If such letters are zeros and ones, write those"
            : needs(all) == 1 && units == LOGREG__UNITS_FLAGS ? "If it is a footnote, take it out"
                                                              : how_to(how, all, csv),
            all, thousands, csv);
    return room;
}

const char *logreg__remedy_others(char room[LOGREG__REMEDY], const logreg__mending *all,
                                  const logreg__census *column, const char *name)
{
    size_t told = 0, used = 0;
    *room = '\0';
    if (mixed(&column->outfit)) /* which stands in the way of the others' command */
        return room;
    for (size_t k = 0; k < all->columns && k < 2 && !told; k++)
        if (strcmp(all->name[k], name) != 0) {
            char shown[LOGREG__SHOWN];
            used = (size_t)snprintf(room, LOGREG__REMEDY, "; likewise in '%s': '%.40s'",
                                    logreg__show(shown, all->name[k], strlen(all->name[k])), all->shown[k]);
            told++;
        }
    if (all->columns > told + 1)
        snprintf(room + used, LOGREG__REMEDY - used, ", and in %zu more", all->columns - told - 1);
    return room;
}
