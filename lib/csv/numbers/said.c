/* Words and letters that are numbers because of what the column holds: kindergarten among grades, T for a trace among amounts of rain, half a bath among baths. */
#include "csv/numbers/forms.h"
#include "data/answers.h"
#include "data/role.h"

#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

void logreg__census_say(logreg__census *s, const double value[LOGREG__KINDS])
{
    size_t kept = 0;
    s->shown[LOGREG__FORM_TEXT] = (logreg__sample){.cells = 0};
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        const logreg__sample text = s->text[k];
        logreg__form form = isnan(value[k]) ? LOGREG__FORM_TEXT : LOGREG__FORM_SPELT;
        logreg__sample *shown = &s->shown[form];
        if (!shown->cells || text.line < shown->line)
            *shown = text;
        if (form == LOGREG__FORM_TEXT) {
            s->text[kept++] = text;
            continue;
        }
        logreg__spelt_add(s->spelt, text.text, value[k], s->decimal);
        s->cells[LOGREG__FORM_SPELT] += text.cells;
        s->levels[LOGREG__FORM_SPELT]++;
        s->cells[LOGREG__FORM_TEXT] -= text.cells;
        s->levels[LOGREG__FORM_TEXT]--;
    }
    memset(s->text + kept, 0, (LOGREG__KINDS - kept) * sizeof *s->text);
}

/* ---- What words mean --------------------------------------------------------------------------------------- */

/* Of schools: K is before the first grade, PK before that. */
static double grade(const logreg__census *s, const char *text)
{
    enum { LAST = 13 };
    if (s->fractions || s->outfit.most_plain > LAST)
        return (double)NAN;
    return logreg__plain_among(text, " k kg kindergarten kinder ")                  ? 0
           : logreg__plain_among(text, " pk prek prekindergarten prekinder prekg ") ? -1
                                                                                    : (double)NAN;
}

static double trace(const logreg__census *s, const char *text)
{
    (void)s;
    return logreg__plain_among(text, " t tr trace traces ") ? 0 : (double)NAN;
}

/* Where the last word of a text begins. */
static const char *last_word(const char *text)
{
    const char *c = text + strlen(text);
    while (c > text && c[-1] != ' ' && c[-1] != '-')
        c--;
    return c;
}

/* Half of what others count: Half-bath, Shared half-bath beside 2 baths. */
static double half(const logreg__census *s, const char *text)
{
    const char *last = last_word(text);
    size_t n = strlen(last), letters = n > 2 && tolower((unsigned char)last[n - 1]) == 's' ? n - 1 : n;
    bool same = false;
    for (size_t k = 0; k < s->outfit.units && k < LOGREG__UNITS; k++) {
        const char *unit = last_word(s->outfit.unit[k]);
        size_t m = strlen(unit);
        same = same ||
               (letters > 2 && m >= letters && m <= letters + 1 && strncasecmp(unit, last, letters) == 0);
    }
    return same && logreg__name_has(text, " half ") ? 0.5 : (double)NAN;
}

typedef double meaning(const logreg__census *s, const char *text);

static void say(logreg__census *s, meaning *of, const char *what)
{
    double value[LOGREG__KINDS];
    bool any = false;
    for (size_t k = 0; k < LOGREG__KINDS && s->text[k].cells; k++) {
        value[k] = of(s, s->text[k].text);
        any = any || !isnan(value[k]);
    }
    if (!any)
        return;
    s->said = what;
    logreg__census_say(s, value);
}

void logreg__census_said(logreg__census *s, const char *name)
{
    if (!s->outfit.plain && !s->outfit.united)
        return;
    if (s->outfit.plain && logreg__name_has(name, " grade grades gradelevel "))
        say(s, grade, "a grade below the first");
    else if (s->outfit.plain &&
             logreg__name_has(
                 name, " precip precipitation prcp pcp ppt rain rainfall snow snowfall niederschlag regen "
                       "pluie lluvia precipitacion chuva pioggia neerslag "))
        say(s, trace, "a trace, less than is measured");
    else if (s->outfit.united)
        say(s, half, "a half in words");
}
