/* Lengths of time in several units: 2h 15m, 1w 4d 2h 30m, PT2H15M. How long a day is among them, that of clocks or one of work, only the column tells. */
#include "csv/numbers/forms.h"

#include <ctype.h>
#include <stdlib.h>

#include "data/answers.h"

enum { WEEKS, DAYS, HOURS, MINUTES, SECONDS, UNITS };

/* The unit of time that begins the text, and what is behind it; or -1. */
static int time_unit(const char **text, bool iso)
{
    static const char *const words[UNITS] = {" w wk wks week weeks woche wochen ", " d day days tag tage ",
                                             " h hr hrs hour hours std stunde stunden ",
                                             " m min mins minute minutes minuten ",
                                             " s sec secs second seconds sek sekunden "};
    char word[LOGREG__UNIT_ROOM];
    size_t n = 0;
    while (isalpha((unsigned char)(*text)[n]) && !(iso && n))
        n++;
    if (!n || n >= sizeof word || (n == 1 && (isupper((unsigned char)**text) != 0) != iso))
        return -1;
    for (size_t k = 0; k < n; k++)
        word[k] = (char)tolower((unsigned char)(*text)[k]);
    word[n] = '\0';
    *text += n + ((*text)[n] == '.');
    for (int k = 0; k < UNITS; k++)
        if (logreg__word_among(words[k], word))
            return k;
    return -1;
}

/* What a length of time has of each unit, by an ISO form or not; how many units, 0: it is none. */
static size_t take_apart(long of[UNITS], bool *iso, const char *text)
{
    int last = -1;
    size_t units = 0;
    *iso = *text == 'P';
    text += *iso;
    for (int k = 0; k < UNITS; k++)
        of[k] = -1;
    while (*text) {
        bool time = *iso && *text == 'T';
        text += time;
        size_t n = logreg__count_digits(text),
               fraction = n && text[n] == '.' ? 1 + logreg__count_digits(text + n + 1) : 0;
        const char *number = text;
        text += n + fraction;
        text += *text == ' ';
        if (!n)
            return 0;
        int unit = !*text && last == HOURS && n == 2 && !fraction ? MINUTES : time_unit(&text, *iso);
        if (unit <= last || (fraction && (unit < SECONDS || *text)))
            return 0;
        of[unit] = strtol(number, NULL, 10);
        last = unit;
        units++;
        text += strspn(text, ", ");
    }
    return units;
}

bool logreg__is_duration(const char *text)
{
    long of[UNITS];
    bool iso;
    size_t units = take_apart(of, &iso, text);
    bool weeks = of[WEEKS] >= 0 && of[HOURS] < 0 && of[MINUTES] < 0; /* and days, which are counted as such */
    return units > !iso && !weeks;
}

void logreg__durations_add(logreg__durations *d, const char *text, size_t cells)
{
    long of[UNITS];
    bool iso;
    if (!take_apart(of, &iso, text))
        return;
    d->days = d->days || of[DAYS] > 0 || of[WEEKS] > 0;
    d->weeks = d->weeks || of[WEEKS] >= 0;
    d->iso = d->iso || iso;
    d->both += (of[DAYS] > 0 || of[WEEKS] > 0) && of[HOURS] >= 0 ? cells : 0;
    d->most_hours = of[HOURS] > d->most_hours ? of[HOURS] : d->most_hours;
    if (of[WEEKS] > 0)
        d->most_days = of[DAYS] > d->most_days ? of[DAYS] : d->most_days;
}

logreg__day_length logreg__durations_day(const logreg__durations *d)
{
    enum { WORK = 8, WORK_WEEK = 5, ENOUGH = 5 };
    bool work = d->most_hours < WORK && d->most_days < WORK_WEEK;
    return !d->days                                         ? LOGREG__DAY_NONE
           : d->iso || !work                                ? LOGREG__DAY_WHOLE
           : d->both >= ENOUGH && 2 * d->most_hours >= WORK ? LOGREG__DAY_OF_WORK
                                                            : LOGREG__DAY_UNSAID;
}
