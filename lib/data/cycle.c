#include "data/cycle.h"

#include <math.h>
#include <string.h>

#include "data/answers.h"
#include "data/role.h"

static bool says_month(const char *name)
{
    return logreg__name_has(name, " month mon mth monat mois mes mese maand kuukausi honap ") ||
           logreg__name_has(name, " miesiac mesic manad maned ") ||
           strcmp(name, "MM") == 0; /* beside YYYY and DD; mm are millimetres */
}

/* Hours of work are no hours of a day. */
static bool says_hour(const char *name)
{
    return logreg__name_has(name, " hour hr hod stunde uhrzeit heure hora ora uur timme time godzina ") &&
           !logreg__name_has(name,
                             " per worked work sleep duration since to until total elapsed reaction run ");
}

static bool says_direction(const char *name)
{
    return logreg__name_has(name,
                            " direction dir bearing azimuth heading aspect winddir wd windrichtung richtung "
                            "direccion direzione direcao richting ");
}

/* From low to high, of which some are so low and some so high, and so many different where they are whole. */
typedef struct {
    bool (*says)(const char *name);
    double low, high, some_low, some_high;
    size_t different;
} circle;

static const circle circles[LOGREG__CYCLES] = {
    [LOGREG__CYCLE_MONTHS] = {says_month, 1, 12, 2, 11, 10},
    [LOGREG__CYCLE_HOURS] = {says_hour, 0, 24, 4, 21, 15},
    [LOGREG__CYCLE_DEGREES] = {says_direction, 0, 360, 20, 340, 0},
};

static bool goes_round(const circle *of, const logreg__column *c, size_t rows)
{
    bool seen[25] = {false}, low = false, high = false;
    size_t different = 0;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (x < of->low || x > of->high || (of->different && x != floor(x)))
            return false;
        low = low || x <= of->some_low;
        high = high || x >= of->some_high;
        different += of->different && !seen[(size_t)x];
        if (of->different)
            seen[(size_t)x] = true;
    }
    return low && high && different >= of->different;
}

logreg__cycle logreg__cycle_of(const logreg__column *c, size_t rows)
{
    logreg__cycle k = LOGREG__CYCLE_MONTHS;
    if (c->kind != LOGREG_NUMERIC)
        return LOGREG__NO_CYCLE;
    while (k < LOGREG__CYCLES && !(circles[k].says(c->name) && goes_round(&circles[k], c, rows)))
        k++;
    return k < LOGREG__CYCLES ? k : LOGREG__NO_CYCLE;
}
