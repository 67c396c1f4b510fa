/* Ages, weeks, angles in degrees and minutes, and dilutions: numbers in parts, with marks of their own. */
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <string.h>

#include "data/answers.h"

/* ---- Ages, weeks, weights ----------------------------------------------------------------------------------- */

/* Is the word of n letters one of these? */
static bool is_word(const char *text, size_t n, const char *words)
{
    char word[LOGREG__UNIT_ROOM];
    if (!n || n >= sizeof word)
        return false;
    for (size_t k = 0; k < n; k++)
        word[k] = (char)tolower((unsigned char)text[k]);
    word[n] = '\0';
    return logreg__word_among(words, word);
}

/* A number of units, of which these are the words, and what is behind it and blanks; NULL: it is none. */
static const char *skip_amount(const char *text, const char *units)
{
    size_t n = logreg__count_digits(text), letters = 0;
    text += n;
    text += *text == ' ';
    while (isalpha((unsigned char)text[letters]))
        letters++;
    if (n < 1 || n > 3 || !is_word(text, letters, units))
        return NULL;
    text += letters;
    text += strncmp(text, "(s)", 3) == 0 ? 3 : *text == '.';
    return text + strspn(text, ", ");
}

bool logreg__is_weeks(const char *text)
{
    size_t n = logreg__count_digits(text), blank = text[n] == ' ';
    const char *days = text + n + blank;
    if (n == 2 && *days == '+') {
        if (*text > '4' || (*text == '4' && text[1] > '5')) /* 78+2 */
            return false;
        days += 1 + (days[1] == ' ');
        return *days >= '0' && *days <= '6' && !days[1];
    }
    days = skip_amount(text, " w wk wks week weeks ssw ");
    const char *end =
        days && logreg__count_digits(days) == 1 && *days < '7' ? skip_amount(days, " d day days ") : NULL;
    return n < 3 && end && !*end;
}

bool logreg__is_span(const char *text)
{
    const char *clock = skip_amount(text, " d day days ");
    size_t n = clock ? logreg__count_digits(clock) : 0;
    return (n == 1 || n == 2) && strchr(clock, ':') != strrchr(clock, ':') && logreg__is_clock(clock);
}

bool logreg__is_pounds(const char *text)
{
    const char *ounces = skip_amount(text, " lb lbs pound pounds ");
    const char *end = ounces ? skip_amount(ounces, " oz ounce ounces ") : NULL;
    return end && !*end;
}

bool logreg__is_stones(const char *text)
{
    const char *pounds = skip_amount(text, " st stone stones ");
    const char *end = pounds ? skip_amount(pounds, " lb lbs pound pounds ") : NULL;
    size_t bare = pounds ? logreg__count_digits(pounds) : 0; /* 10st 5 */
    return (end && !*end) || (bare && bare < 3 && !pounds[bare]);
}

bool logreg__is_age(const char *text)
{
    bool iso = *text == 'P';
    size_t parts = 0;
    text += iso;
    const char *years = skip_amount(text, " y yr yrs year years j jahr jahre an ans ");
    text = years ? years : text;
    parts += years != NULL;
    const char *months = skip_amount(text, " m mo mos mth mths month months mon mons monat monate mois ");
    text = months ? months : text;
    parts += months != NULL;
    const char *days = parts ? skip_amount(text, " d day days tag tage ") : NULL;
    text = days ? days : text;
    parts += days != NULL;
    return parts > !iso && !*text;
}

/* ---- Angles ------------------------------------------------------------------------------------------------ */

/* What is behind one of the marks that the text begins with, and blanks; NULL: it begins with none. */
static const char *skip_mark(const char *text, const char *const *marks, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (strncmp(text, marks[k], strlen(marks[k])) == 0) {
            text += strlen(marks[k]);
            return text + strspn(text, " ");
        }
    return NULL;
}

/* What is behind a number, with decimals perhaps, and blanks; NULL: there is none. */
static const char *skip_number(const char *text)
{
    size_t n = logreg__count_digits(text);
    if (n < 1 || n > 3)
        return NULL;
    text += n;
    if ((*text == '.' || *text == ',') && logreg__count_digits(text + 1))
        text += 1 + logreg__count_digits(text + 1);
    return text + strspn(text, " ");
}

static bool is_side(char c)
{
    return c && strchr("NSEW", c);
}

bool logreg__is_angle(const char *text)
{
    static const char *const degree[] = {"\xc2\xb0", "\xc2\xba", "deg"},
                             *const minute[] = {"'", "\xe2\x80\xb2", "\xe2\x80\x99"},
                             *const second[] = {"\"", "''", "\xe2\x80\xb3", "\xe2\x80\x9d"};
    bool side = is_side(*text), minutes = false;
    text += side;
    text += strspn(text, side ? " " : "-");
    text = skip_number(text);
    text = text ? skip_mark(text, degree, 3) : NULL;
    if (!text)
        return false;
    const char *part = skip_number(text), *behind = part ? skip_mark(part, minute, 3) : NULL;
    if (behind) {
        minutes = true;
        text = behind;
        part = skip_number(text);
        behind = part ? skip_mark(part, second, 4) : NULL;
        text = behind ? behind : text;
    }
    bool behind_side = !side && is_side(*text);
    text += behind_side;
    return !*text && (minutes || side || behind_side);
}

/* ---- Ratios and pairs -------------------------------------------------------------------------------------- */

/* Digits, with decimals behind a point perhaps, to the end of it; NULL: there are none. */
static const char *skip_decimal(const char *text, bool *point)
{
    size_t n = logreg__count_digits(text);
    *point = n && text[n] == '.' && logreg__count_digits(text + n + 1);
    return !n || n > 6 ? NULL : *point ? text + n + 1 + logreg__count_digits(text + n + 1) : text + n;
}

bool logreg__is_ratio(const char *text)
{
    bool point[2];
    const char *behind = skip_decimal(text, &point[0]);
    behind = behind ? behind + strspn(behind, " ") : "";
    if (*behind != ':')
        return false;
    behind += 1 + strspn(behind + 1, " ");
    size_t n = logreg__count_digits(behind);
    const char *end = skip_decimal(behind, &point[1]);
    return end && !*end && n <= 2 && *behind != '0';
}

bool logreg__is_result(const char *text)
{
    size_t n = logreg__count_digits(text);
    return (n == 1 || n == 2) && strcmp(text + n, ":0") == 0;
}

bool logreg__is_change(const char *text)
{
    size_t n = logreg__count_digits(text), blank = text[n] == ' ', digits = 0;
    const char *change = text + n + blank + 1;
    if (n > 0 && text[n + blank] == '+')
        digits = logreg__count_digits(change += *change == ' ');
    return digits > 0 && !change[digits];
}

bool logreg__is_pair(const char *text)
{
    static const char *const signs[] = {"x", "X", "\xc3\x97", ",", ";", "by "};
    bool point[2];
    const char *behind = skip_decimal(text + (*text == '-' || *text == '+'), &point[0]);
    size_t k = 0, letters = 0;
    behind = behind ? behind + strspn(behind, " ") : "";
    while (k < 6 && strncmp(behind, signs[k], strlen(signs[k])) != 0)
        k++;
    if (k == 6)
        return false;
    behind += strlen(signs[k]);
    behind += strspn(behind, " ");
    bool sign = *behind == '-' || *behind == '+';
    const char *end = skip_decimal(behind + sign, &point[1]);
    if (!end || ((sign || *text == '-') && k != 3 && k != 4) || (k == 3 && !(point[0] && point[1])))
        return false;
    bool blank = *end == ' ';
    end += blank;
    while (isalpha((unsigned char)end[letters]))
        letters++;
    return !end[letters] && (k < 3 && blank ? letters <= 3 : !letters);
}

bool logreg__is_triple(const char *text)
{
    static const char *const signs[] = {"x", "X", "*", "\xc3\x97"};
    bool point;
    size_t letters = 0;
    for (int part = 0; part < 3; part++) {
        const char *behind = part ? skip_mark(text, signs, 4) : text;
        text = behind ? skip_decimal(behind + strspn(behind, " "), &point) : NULL;
        if (!text)
            return false;
        text += strspn(text, " ");
    }
    while (isalpha((unsigned char)text[letters]))
        letters++;
    return !text[letters] && letters <= 3;
}

/* ---- Dilutions --------------------------------------------------------------------------------------------- */

bool logreg__is_titer(const char *text)
{
    static const char *const bounds[] = {"<=", ">=", "<", ">", "\xe2\x89\xa4", "\xe2\x89\xa5"};
    const char *behind = skip_mark(text, bounds, 6);
    text = behind ? behind : text;
    if (*text != '1')
        return false;
    text += 1 + strspn(text + 1, " ");
    if (*text != ':')
        return false;
    text += 1 + strspn(text + 1, " ");
    size_t n = logreg__count_digits(text);
    return n && n < 7 && !text[n] && *text != '0';
}
