#include "data/twofold.h"

#include "data/ages.h"
#include "data/chosen.h"
#include "data/coarse_codes.h"
#include "data/role.h"
#include "data/shares.h"
#include "data/years.h"

/* Fewer rows prove nothing; nor do fewer different numbers. */
enum { FEWEST = 20, DIFFERENT = 10, DIFFERENT_DEGREES = 5, CODES = 3 };

/* The larger heap lies within so many times its least number: where some rows are of the other unit, or one alone (0: that proves nothing), which
 * must then be as like the others as that. Of 3000 columns of numbers in 550 data sets none is taken for two. What a laboratory measures has
 * units of its own, a mmol against mg/dl: its name says which. */
static const struct {
    double factor, some, one, slack;
    const char *named;
} units[] = {
    {18.02, 20, 0, 1.1,
     " glucose gluc glu glukose glucosa glucemia glycemia glyc glycaemia sugar blutzucker bz bg bgl fbg "},
    {38.67, 20, 0, 1.1, " cholesterol chol hdl ldl cholesterin colesterol tc hdlc ldlc "},
    {88.57, 20, 0, 1.1, " triglycerides triglyceride trig tg tgl triglyzeride "},
    {88.42, 40, 0, 1.1, " creatinine creat crea cr kreatinin krea creatinina scr "},
    {17.1, 40, 0, 1.1, " bilirubin bili tbil bilirubine bilirubina "},
    {100, 4, 2, 1.1, NULL},
    {1000, 20, 5, 1.1, NULL},
    {10, 2, 0, 1.1, NULL},
    {2.54, 1.35, 0, 1.05, NULL},
};

/* No gap between heaps is smaller. */
#define LEAST_GAP 1.5

/* Heaps of ends this near to one another, and so far apart, mirror one another. */
#define ALIKE 1.5
#define WIDE_GAP 10

typedef struct {
    double from, to;
    size_t rows, first, different;
    double value[DIFFERENT];
} heap;

static void add(heap *h, double x, size_t row)
{
    if (!h->rows++)
        *h = (heap){.from = x, .to = x, .rows = 1, .first = row};
    h->from = x < h->from ? x : h->from;
    h->to = x > h->to ? x : h->to;
    size_t k = h->different == DIFFERENT ? DIFFERENT + 1 : 0; /* enough are known */
    while (k < h->different && h->value[k] != x)
        k++;
    if (k == h->different && k < DIFFERENT)
        h->value[h->different++] = x;
}

/* Is the few, so many times as large, where the others are? One value again and again has to lie among them: it may be a code. */
static bool fits(const heap *few, const heap *others, double factor, double slack)
{
    slack = few->different == 1 && few->rows > 1 ? 1 : slack;
    return factor * few->from >= others->from / slack && factor * few->to <= others->to * slack;
}

/* Temperatures of bodies in degrees Celsius and Fahrenheit. */
static bool are_degrees(const heap *lower, const heap *upper)
{
    return lower->from >= 30 && lower->to <= 45 && upper->from >= 86 && upper->to <= 113 && lower->rows > 1 &&
           upper->rows > 1;
}

/* Two heaps of many different numbers, as wide as one another, nearly of a size, and as far apart as no measurements are, may be of two units
 * however wide they are. */
static bool mirror(const heap *few, const heap *others, double factor)
{
    double more = factor > 1 ? factor : 1 / factor;
    return few->different >= DIFFERENT && 3 * few->rows >= few->rows + others->rows &&
           WIDE_GAP * others->to <= more * others->from && fits(few, others, factor, 1.1) &&
           factor * few->from <= ALIKE * others->from && factor * few->to >= others->to / ALIKE;
}

/* Are they numbers that stand for missing values, 7777777 and 9999999? */
static bool are_codes(const heap *few)
{
    bool all = few->different <= CODES;
    for (size_t k = 0; k < few->different && all; k++)
        all = logreg__chosen_repeats(few->value[k]);
    return all;
}

/* What brings the few, the upper heap or the lower one, to the others' unit; 0: nothing that is known. */
static double factor_of(const heap *few, const heap *others, bool upper, const char *name)
{
    double spread = others->to / others->from;
    if (upper ? are_degrees(others, few) : are_degrees(few, others))
        return upper ? 1 / LOGREG__DEGREES : LOGREG__DEGREES;
    for (size_t k = 0; k < sizeof units / sizeof *units && others->different >= DIFFERENT; k++) {
        double factor = upper ? 1 / units[k].factor : units[k].factor;
        if ((!units[k].named || logreg__name_has(name, units[k].named)) &&
            ((spread <= (few->rows > 1 ? units[k].some : units[k].one) &&
              fits(few, others, factor, units[k].slack)) ||
             mirror(few, others, factor)))
            return factor;
    }
    return 0;
}

bool logreg__twofold_find(logreg__twofold *found, const logreg__column *c, size_t rows, double min,
                          double max)
{
    heap heaps[2] = {{.from = 0}, {.from = 0}};
    double between = sqrt(min) * sqrt(max);
    if (logreg__years_find(found, c, rows, min, max) || logreg__shares_find(found, c, rows, min, max))
        return true;
    if (!(min > 0) || max < LEAST_GAP * min)
        return false;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!(x > 0))
            return false;
        add(&heaps[x > between], x, i);
        if (heaps[0].rows && heaps[1].rows && heaps[1].from < LEAST_GAP * heaps[0].to)
            return false;
    }
    bool upper = heaps[1].rows < heaps[0].rows;
    const heap *few = &heaps[upper], *others = &heaps[!upper];
    if (few->rows + others->rows < FEWEST || 2 * few->rows > few->rows + others->rows ||
        others->different < DIFFERENT_DEGREES || are_codes(few) ||
        (logreg__ages_born(few->from, few->to) && logreg__named_age(c->name)))
        return false;
    double factor = factor_of(few, others, upper, c->name);
    if (!(factor > 0) || (!upper && logreg__coarse_codes(c, rows, few->to)))
        return false;
    *found = (logreg__twofold){.factor = factor,
                               .from = few->from,
                               .to = few->to,
                               .low = others->from,
                               .high = others->to,
                               .rows = few->rows,
                               .first = few->first};
    return true;
}
