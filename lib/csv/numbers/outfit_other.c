/* Numbers without a unit beside others with one: which unit they are likely to have, by the name of the column or by their size. */
#include "csv/numbers/outfit.h"

#include <math.h>
#include <string.h>

#include "data/ages.h"

/* ---- By name ----------------------------------------------------------------------------------------------- */

/* What the last words of a name are, as a unit: sqft of total_sqft, sq ft of area_sq_ft, kg of Weight (kg). Its room is left empty where they are none. */
static void find_unit(char unit[LOGREG__UNIT_ROOM], const char *name, int words)
{
    size_t end = strlen(name), from;
    while (end && strchr(" )].", name[end - 1]))
        end--;
    from = end;
    for (int k = 0; k < words; k++) {
        while (k && from && strchr(" _.", name[from - 1]))
            from--;
        while (from && !strchr(" _.([/", name[from - 1]))
            from--;
    }
    *unit = '\0';
    if (!from || end - from >= LOGREG__UNIT_ROOM)
        return;
    for (size_t k = from; k < end; k++)
        unit[k - from] = (char)(name[k] == '_' ? ' ' : name[k]);
    unit[end - from] = '\0';
    if (!(logreg__unit_scale(unit).size > 0))
        *unit = '\0';
}

void logreg__outfit_name(logreg__outfit *o, const char *name)
{
    o->years = logreg__named_years(name);
    find_unit(o->named, name, 2);
    if (!*o->named)
        find_unit(o->named, name, 1);
}

const char *logreg__outfit_unit_by_name(const logreg__outfit *o)
{
    logreg__scale named = logreg__unit_scale(o->named);
    bool same = *o->named && o->units && o->units <= LOGREG__UNITS && logreg__outfit_blank(o), other = false;
    for (size_t k = 0; k < o->units && same; k++) {
        logreg__scale scale = logreg__outfit_scale(o, k);
        same = scale.kind == named.kind && !o->before[k];
        other = other || scale.size < named.size || scale.size > named.size;
    }
    return same && other ? o->named : NULL;
}

bool logreg__outfit_parts(const logreg__outfit *o)
{
    bool parts = o->years && o->units && o->units <= LOGREG__UNITS && o->united < o->cells + o->plain &&
                 logreg__outfit_blank(o),
         smaller = false;
    for (size_t k = 0; k < o->units && parts; k++) {
        logreg__scale scale = logreg__outfit_scale(o, k);
        parts = scale.kind == 'y' && !o->before[k];
        smaller = smaller || scale.size < 12;
    }
    return parts && smaller;
}

/* ---- By size ----------------------------------------------------------------------------------------------- */

/* Do numbers of these digits, so many times as large, lie where those without a unit do? */
static bool fits(const logreg__outfit *o, double times)
{
    double low = pow(10, (double)o->least_united - 1) * times, high = pow(10, (double)o->most_united) * times;
    return low < pow(10, (double)o->most_bare) && high > pow(10, (double)o->least_bare - 1);
}

const char *logreg__outfit_other(const logreg__outfit *o)
{
    /* what people mix, the likelier one first */
    static const char *const pairs[][2] = {
        {"lb", "kg"},       {"kg", "lb"},        {"oz", "g"},       {"g", "kg"},       {"kg", "g"},
        {"mg", "g"},        {"g", "mg"},         {"mcg", "mg"},     {"mg", "mcg"},     {"in", "cm"},
        {"cm", "in"},       {"ft", "cm"},        {"ft", "m"},       {"cm", "m"},       {"m", "cm"},
        {"mm", "cm"},       {"cm", "mm"},        {"mi", "km"},      {"km", "mi"},      {"ml", "l"},
        {"l", "ml"},        {"months", "years"}, {"min", "h"},      {"h", "min"},      {"MB", "GB"},
        {"GB", "MB"},       {"kB", "MB"},        {"sq m", "sq ft"}, {"sq ft", "sq m"}, {"sq yd", "sq ft"},
        {"acres", "sq ft"}, {"ha", "acres"},     {"acres", "ha"}};
    logreg__scale own = logreg__outfit_scale(o, 0);
    const char *named = logreg__outfit_unit_by_name(o);
    if (logreg__outfit_parts(o))
        return "years";
    if (named)
        return named;
    if (!o->most_bare || logreg__outfit_unit_kinds(o) != 1 || o->units > LOGREG__UNITS || !(own.size > 0))
        return NULL;
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        logreg__scale scale = logreg__unit_scale(pairs[k][0]), other = logreg__unit_scale(pairs[k][1]);
        bool same = scale.kind == own.kind && scale.size <= own.size && scale.size >= own.size;
        if (same && fits(o, own.size / other.size))
            return pairs[k][1];
    }
    return NULL;
}

bool logreg__outfit_overlaps(const logreg__outfit *o)
{
    return o->most_bare && o->least_bare <= o->most_united && o->least_united <= o->most_bare;
}

bool logreg__outfit_apart(const logreg__outfit *o)
{
    return (o->least_united < o->least_bare && o->most_united < o->most_bare) ||
           (o->least_united > o->least_bare && o->most_united > o->most_bare);
}
