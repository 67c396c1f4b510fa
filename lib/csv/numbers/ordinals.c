/* Ordinal numbers: 2nd, 3e; and the words for the floor below the first. */
#include "csv/numbers/forms.h"
#include "data/answers.h"

#include <string.h>

/* Fewer are classes: 1st, 2nd, 3rd; but with a ground floor they are floors. */
enum { FEWEST = 5, FEWEST_FLOORS = 2 };

static bool is_ground(const char *text)
{
    return logreg__plain_among(
        text, " ground groundfloor gf g rdc rezdechaussee rezdechauss\303\251e eg erdgeschoss "
              "parterre pb plantabaja bajo terra pianoterra r/c t\303\251rreo terreo bg beganegrond ");
}

void logreg__census_ordinals(logreg__census *s)
{
    const logreg__outfit *o = &s->outfit;
    size_t texts = s->levels[LOGREG__FORM_TEXT], ordinals = s->levels[LOGREG__FORM_UNIT];
    bool ground = texts == 1 && is_ground(s->text->text), all = o->units && o->units <= LOGREG__UNITS;
    for (size_t k = 0; k < o->units && all; k++)
        all = !o->before[k] &&
              logreg__word_among(
                  " st nd rd th er re e de \303\250re \303\250me eme \303\250 \302\272 \302\252 \302\260 ",
                  o->unit[k]);
    for (logreg__form f = 0; f < LOGREG__FORMS; f++)
        all = all && (f == LOGREG__FORM_UNIT || f == LOGREG__FORM_NUMBER || !s->cells[f] ||
                      (f == LOGREG__FORM_TEXT && ground));
    if (!all || o->traits || o->groups || s->fractions || ordinals < (ground ? FEWEST_FLOORS : FEWEST))
        return;
    if (ground)
        logreg__spelt_add(s->spelt, s->text->text, 0, s->decimal);
    s->shown[LOGREG__FORM_ORDINAL] = s->shown[LOGREG__FORM_UNIT];
    s->cells[LOGREG__FORM_ORDINAL] = s->cells[LOGREG__FORM_UNIT] + s->cells[LOGREG__FORM_TEXT];
    s->levels[LOGREG__FORM_ORDINAL] = ordinals + texts;
    s->cells[LOGREG__FORM_UNIT] = s->levels[LOGREG__FORM_UNIT] = 0;
    s->cells[LOGREG__FORM_TEXT] = s->levels[LOGREG__FORM_TEXT] = 0;
    memset(s->text, 0, sizeof s->text);
    s->outfit = (logreg__outfit){.plain = o->plain};
}
