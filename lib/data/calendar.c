/* Sound numbers must not be taken for dates: all rows must agree, and numbers that might be anything need a name that says date or time. */
#include "data/calendar.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "data/role.h"
#include "data/years.h"

/* Fewer rows prove nothing. */
enum { FEW_ROWS = 10 };

static bool has_day(double month, double day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Two digits of a number, from the one of 10^power on. */
static double digits(double x, int power)
{
    static const double ten[] = {1, 0, 1e2, 0, 1e4, 0, 1e6};
    return fmod(floor(x / ten[power]), 100);
}

static bool is_day(double x)
{
    double year = floor(x / 10000);
    return x == floor(x) && year >= 1800 && year < 2200 && has_day(digits(x, 2), digits(x, 0));
}

/* Hours and minutes behind a day, with seconds or without. */
static bool is_stamp(double x)
{
    double ahead = x >= 1e13 ? floor(x / 1e4) : floor(x / 1e2), last = x >= 1e13 ? fmod(x, 100) : 0;
    bool time = digits(x >= 1e13 ? floor(x / 100) : x, 0) < 60 && fmod(ahead, 100) < 24 && last < 60;
    return x == floor(x) && x >= 1e11 && x < 1e14 && !(x >= 1e12 && x < 1e13) && time &&
           is_day(floor(ahead / 100));
}

/* 31012024 and 1312024: 8 digits, or 7 where the first was 0 */
static bool has_year_last(double x)
{
    double year = fmod(x, 1e4);
    return x == floor(x) && x > 1e6 && x < 1e8 && year >= 1900 && year < 2100;
}

static bool is_day_first(double x)
{
    return has_year_last(x) && has_day(digits(x, 4), digits(x, 6));
}

static bool is_month_first(double x)
{
    return has_year_last(x) && has_day(digits(x, 6), digits(x, 4));
}

/* 240131, of whose zeros in front none is left */
static bool is_short_day(double x)
{
    return x == floor(x) && x > 100 && x < 1e6 && has_day(digits(x, 2), digits(x, 0));
}

static bool is_short_day_first(double x)
{
    return x == floor(x) && x > 1e4 && x < 1e6 && has_day(digits(x, 2), digits(x, 4));
}

static bool is_short_month_first(double x)
{
    return x == floor(x) && x > 1e4 && x < 1e6 && has_day(digits(x, 4), digits(x, 2));
}

static bool is_month(double x)
{
    double year = floor(x / 100), month = fmod(x, 100);
    return x == floor(x) && year >= 1950 && year < 2100 && month >= 1 && month <= 12;
}

/* 1.2022 for January 2022 */
static bool is_point_month(double x)
{
    double month = floor(x), year = 1e4 * (x - month);
    return month >= 1 && month <= 12 && year > 1899.5 && year < 2100 && fabs(year - nearbyint(year)) < 1e-6;
}

/* From 1955 to 2064 */
static bool is_serial(double x)
{
    return x >= 20000 && x <= 60000;
}

/* Of people that live, or did of late: from 1902 to 2064 */
static bool is_birth_serial(double x)
{
    return x >= 1000 && x <= 60000 && x == floor(x);
}

/* From 2000 to 2030 */
static bool is_recent_serial(double x)
{
    return x >= 36526 && x <= 47848 && x == floor(x);
}

/* From 1990 to 2040 */
static bool is_second(double x)
{
    return x >= 631152000 && x < 2208988800;
}

static bool is_millisecond(double x)
{
    return is_second(x / 1000) && x == floor(x);
}

/* How many different numbers two digits make. */
static size_t count_different(const logreg__column *c, size_t rows, int power)
{
    bool seen[100] = {false};
    size_t different = 0;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        if (isnan(x))
            continue;
        size_t part = (size_t)digits(x, power);
        different += !seen[part];
        seen[part] = true;
    }
    return different;
}

static bool all_are(bool (*is)(double), const logreg__column *c, size_t rows)
{
    size_t n = 0, changes = 0;
    double last = NAN;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        if (isnan(x))
            continue;
        if (!is(x))
            return false;
        changes += n++ && x != last;
        last = x;
    }
    return n >= FEW_ROWS && changes > 1;
}

static bool says_date(const char *name)
{
    static const char *const ends[] = {"date", "datum", "fecha", "dato", "data"};
    size_t n = strlen(name);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
        size_t length = strlen(ends[k]);
        if (n >= length && strcasecmp(name + n - length, ends[k]) == 0)
            return true;
    }
    return logreg__name_has(name, " date dt dob birthday admitted discharged ");
}

/* What happened on a day, in the words of files. */
static bool says_event(const char *name)
{
    return logreg__name_has(
        name,
        " enrolled enrolment enrollment visit visited admission admitted discharge discharged birth born "
        "death died "
        "diagnosed diagnosis onset hired joined started ended registered registration purchased ordered "
        "shipped paid signed expires expiry surgery operation followup consented consent randomised "
        "randomized start end begin geburt geburtstag aufnahme entlassung eintritt austritt besuch beginn "
        "ende "
        "naissance sortie visite nacimiento ingreso alta visita inicio nascita ");
}

/* Such a name lets numbers of six digits be days. */
static bool says_day(const char *name)
{
    return !logreg__named_id(name) &&
           (says_date(name) || says_event(name) ||
            logreg__name_has(
                name, " datum dato fecha data dag day tag jour dia giorno geb nasc nac birth naissance "
                      "urodzenia fodt fodelse "));
}

static bool says_time(const char *name)
{
    return says_date(name) ||
           logreg__name_has(name,
                            " time timestamp datetime stamp created updated modified epoch unix unixtime "
                            "ts at start end begin ended started login opened closed received sent seen ");
}

/* Days of six digits, by a name that says so or by as many months and days as a year has. Which numbers are the days? Those of which most are
 * different. */
static logreg__calendar short_days(const logreg__column *c, size_t rows)
{
    enum { MONTHS = 10, DAYS = 20 };
    static const struct {
        logreg__calendar kind;
        bool (*is)(double);
        int month, day; /* the powers of ten that they begin with */
    } orders[] = {{LOGREG__DAYS, is_short_day, 2, 0},
                  {LOGREG__DAYS_FIRST, is_short_day_first, 2, 4},
                  {LOGREG__MONTHS_FIRST, is_short_month_first, 4, 2}};
    logreg__calendar best = LOGREG__NO_DATES;
    size_t most = 0;
    for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
        size_t days = all_are(orders[k].is, c, rows) ? count_different(c, rows, orders[k].day) : 0;
        bool year = days >= DAYS && count_different(c, rows, orders[k].month) >= MONTHS;
        if (days > most && (year ? !logreg__named_id(c->name) : says_day(c->name))) {
            best = orders[k].kind;
            most = days;
        }
    }
    return best;
}

static bool is_hour(double x)
{
    return x == floor(x) && x >= 0 && x <= 2400 && fmod(x, 100) < 60; /* some write 2400 for midnight */
}

static bool is_short_month(double x)
{
    double month = fmod(x, 100);
    return x == floor(x) && x >= 100 && x < 10000 && month >= 1 && month <= 12;
}

bool logreg__says_birth(const char *name)
{
    static const char births[] =
        " birthdate birthday dateofbirth birthdt dateborn patientdob geburtsdatum geburtstag gebdatum gebdat "
        "datenaissance datedenaissance datenais ddn fechanacimiento fechadenacimiento fechanac fecnac fnac "
        "datanascita datadinascita datanascimento datadenascimento dtnasc dtnascimento dataurodzenia "
        "geboortedatum f\303\270dselsdato f\303\266delsedatum fodselsdato fodelsedatum syntym\303\244aika "
        "datumnarozen\303\255 datanarozen\303\255 do\304\237umtarihi "
        "\320\264\320\260\321\202\320\260\321\200\320\276\320\266\320\264\320\265\320\275\320\270\321\217 ";
    char word[LOGREG__PLAIN_WORD];
    return logreg__name_has(name, " dob ") ||
           (logreg__plain_word(word, name) && (logreg__word_among(births, word) || strcmp(word, "dob") == 0));
}

/* Days since 1900, some behind 1954, before which other programs' days lie: since 1960, since 1970. */
static bool are_births(const logreg__column *c, size_t rows)
{
    double last = 0;
    if (!logreg__says_birth(c->name) || !all_are(is_birth_serial, c, rows))
        return false;
    for (size_t r = 0; r < rows; r++)
        last = fmax(last, logreg__column_number(c, r));
    return is_serial(last);
}

/* Is one of them 1000 or more, and those before it whole? Most columns end here, at little cost. */
static bool reach_thousand(const logreg__column *c, size_t rows)
{
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        if (x >= 1000)
            return true;
        if (!isnan(x) && x != floor(x))
            return false;
    }
    return false;
}

static bool says_clock(const char *name)
{
    return logreg__name_has(
        name, " time times hhmm clock dep arr departure departed arrival arrived scheduled sched crs "
              "tod start begin end stop open close uhrzeit zeit abfahrt ankunft abflug heure depart "
              "arrivee hora salida llegada ora orario partenza arrivo tijd vertrek godzina tid ");
}

/* Numbers of up to four digits, of which the last two are minutes or months in all rows, as chance has it in no column of so many. They must be of
 * many hours or several years, and minutes either all those that people round to, or many; under a name that says time half hours are enough. */
static logreg__calendar short_times(const logreg__column *c, size_t rows)
{
    enum { MANY = 30, HOURS = 6, MINUTES = 8, FEWER = 5, QUARTERS = 4, YEARS = 3, MONTHS = 10 };
    bool quarters = true;
    if (!reach_thousand(c, rows))
        return LOGREG__NO_DATES;
    bool months = all_are(is_short_month, c, rows), hours = all_are(is_hour, c, rows);
    if (!(months || hours) || rows - c->n_missing < MANY || logreg__named_id(c->name))
        return LOGREG__NO_DATES;
    for (size_t r = 0; r < rows; r++) {
        double x = logreg__column_number(c, r);
        quarters = quarters && !(fmod(fmod(x, 100), 15) > 0); /* true of a missing one */
    }
    size_t ends = count_different(c, rows, 0), begins = count_different(c, rows, 2);
    if (months && ends >= MONTHS && begins >= YEARS)
        return LOGREG__SHORT_MONTHS;
    bool minutes = ends >= MINUTES || (quarters && ends == QUARTERS) ||
                   (says_clock(c->name) && (quarters ? ends > 1 : ends >= FEWER));
    return hours && minutes && begins >= HOURS ? LOGREG__HOURS : LOGREG__NO_DATES;
}

logreg__calendar logreg__calendar_of(const logreg__column *c, size_t rows)
{
    static const struct {
        logreg__calendar kind;
        bool (*is)(double), (*says)(const char *);
    } kinds[] = {
        {LOGREG__DAYS, is_day, NULL},
        {LOGREG__MONTHS, is_month, NULL},
        {LOGREG__POINT_MONTHS, is_point_month, NULL},
        {LOGREG__DAYS_FIRST, is_day_first, NULL},
        {LOGREG__MONTHS_FIRST, is_month_first, NULL},
        {LOGREG__SERIALS, is_serial, says_date},
        {LOGREG__SERIALS, is_recent_serial, says_event},
        {LOGREG__SECONDS, is_second, says_time},
        {LOGREG__MILLISECONDS, is_millisecond, says_time},
    };
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (all_are(kinds[k].is, c, rows) && (!kinds[k].says || kinds[k].says(c->name)))
            return kinds[k].kind;
    if (are_births(c, rows))
        return LOGREG__SERIALS;
    if (all_are(is_stamp, c, rows) && !logreg__named_id(c->name))
        return LOGREG__STAMPS;
    logreg__calendar days = short_days(c, rows);
    int turn;
    return days ? days : logreg__years_short(&turn, c, rows) ? LOGREG__SHORT_YEARS : short_times(c, rows);
}

const char *const logreg__calendar_words[LOGREG__CALENDARS] = {
    [LOGREG__NO_DATES] = "none",
    [LOGREG__DAYS] = "days",
    [LOGREG__MONTHS] = "months",
    [LOGREG__POINT_MONTHS] = "point_months",
    [LOGREG__DAYS_FIRST] = "days_first",
    [LOGREG__MONTHS_FIRST] = "months_first",
    [LOGREG__SERIALS] = "serials",
    [LOGREG__SECONDS] = "seconds",
    [LOGREG__MILLISECONDS] = "milliseconds",
    [LOGREG__HOURS] = "hours",
    [LOGREG__SHORT_MONTHS] = "short_months",
    [LOGREG__STAMPS] = "stamps",
    [LOGREG__SHORT_YEARS] = "short_years",
};

const char *const logreg__calendar_gives[LOGREG__CALENDARS] = {
    [LOGREG__MONTHS] = "months",
    [LOGREG__SHORT_MONTHS] = "months",
    [LOGREG__HOURS] = "hours",
    [LOGREG__SHORT_YEARS] = "years of four digits",
};

bool logreg__calendar_amounts(logreg__calendar kind)
{
    return logreg__calendar_gives[kind] != NULL;
}

void logreg__calendar_statement(logreg__text *statements, logreg__calendar kind, const logreg__column *c,
                                size_t rows, size_t field, char decimal)
{
    static const char months[] = "12 * int($& / 100) + $& % 100", hours[] = "int($& / 100) + $& % 100 / 60";
    char years[48], cell[40];
    int turn = 0;
    if (kind == LOGREG__SHORT_YEARS)
        logreg__years_short(&turn, c, rows);
    snprintf(years, sizeof years, "$& + ($& < %d ? 2000 : 1900)", turn);
    bool comma = kind == LOGREG__HOURS && decimal == ',';
    snprintf(cell, sizeof cell, "}e for $F[%zu]", field);
    logreg__text_add(statements, statements->length ? "; " : "");
    logreg__text_add(statements, "s{^[\"\\s]*\\K\\d+(?=[\"\\s]*$)}{");
    logreg__text_add(statements, comma ? "(my $x = " : "");
    logreg__text_add(statements, kind == LOGREG__SHORT_YEARS ? years
                                 : kind == LOGREG__HOURS     ? hours
                                                             : months);
    logreg__text_add(statements, comma ? ") =~ tr/./,/; $x" : "");
    logreg__text_add(statements, cell);
}

const char *const logreg__calendar_says[LOGREG__CALENDARS] = {
    [LOGREG__NO_DATES] = "",
    [LOGREG__DAYS] =
        " holds dates written as numbers, such as %s: a month's last day and the next one are 70 or "
        "more apart",
    [LOGREG__MONTHS] =
        " holds months written as numbers, such as %s: a December and the January behind it are 89 apart",
    [LOGREG__POINT_MONTHS] = " holds months such as %s, read as numbers, which put all Januaries before any "
                             "February",
    [LOGREG__DAYS_FIRST] =
        " holds dates written as numbers, such as %s, which put the first of any month before "
        "any second",
    [LOGREG__MONTHS_FIRST] =
        " holds dates written as numbers, such as %s, which put all Januaries before any "
        "February",
    [LOGREG__SERIALS] = " holds days since 1900 as spreadsheets count them, such as %s",
    [LOGREG__SECONDS] = " holds seconds since 1970, such as %s: a coefficient is that of one second",
    [LOGREG__MILLISECONDS] = " holds milliseconds since 1970, such as %s: a coefficient is that of one",
    [LOGREG__HOURS] =
        " holds times of day written as numbers, such as %s: an hour counts as 100, a minute as 1",
    [LOGREG__SHORT_MONTHS] =
        " holds years and months written as numbers, such as %s: a December and the January behind it are 89 "
        "apart",
    [LOGREG__STAMPS] =
        " holds days with times written as numbers, such as %s: the steps between them are none of time",
    [LOGREG__SHORT_YEARS] = " holds years in two digits: 1999 counts as 99, and the year behind it as 0",
};
