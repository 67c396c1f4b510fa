/* Numbers of one column in two units: 1.75 among heights in centimetres. */
#ifndef LOGREG_DATA_TWOFOLD_H
#define LOGREG_DATA_TWOFOLD_H

#include "data/frame.h"

/* A degree Celsius has so many of Fahrenheit's, which begin at 32 where the others do at 0. */
#define LOGREG__DEGREES 1.8

/* Stands for years of which some are written in two digits (years.h): they are no amounts, so that no factor brings them together. */
#define LOGREG__YEARS 1900

typedef struct {
    double
        factor; /* what the few must be multiplied by to be as the others; LOGREG__DEGREES, or 1 by it: degrees; LOGREG__YEARS: years */
    double from, to;    /* the smallest and largest of the few, */
    double low, high;   /*   and of the others */
    size_t rows, first; /* rows of the few, and the first of them, from 0 */
} logreg__twofold;

/* Do the numbers of a column, which lie from min to max, fall into two heaps, of which the smaller one (of two of a size the lower), times 10, 100, 1000 or 2.54, what
 * laboratories' units have between them (glucose, creatinine, .., by their names), or a part of one by these, lies where the other does, and nothing lies between; or are they the temperatures
 * of bodies in degrees Celsius and Fahrenheit? All must be above 0, and those of the larger heap of narrow range and hardly
 * repeated, as heights and weights are and doses are not, or both heaps far apart, as wide as one another and nearly of a size. Or are they years (years.h), or shares beside percents (shares.h)? O(rows), but a glance where numbers are spread out. */
bool logreg__twofold_find(logreg__twofold *found, const logreg__column *column, size_t rows, double min,
                          double max);

/* Are they degrees? */
static inline bool logreg__twofold_degrees(const logreg__twofold *t)
{
    double more = t->factor > 1 ? t->factor : 1 / t->factor;
    return more > LOGREG__DEGREES - 1e-9 && more < LOGREG__DEGREES + 1e-9;
}

/* Are they years in two digits, beside others in four? */
static inline bool logreg__twofold_years(const logreg__twofold *t)
{
    return t->factor == LOGREG__YEARS;
}

#endif
