#include "data/feet.h"

#include <math.h>
#include <stdio.h>

#include "data/role.h"

enum { FEW_ROWS = 20, FEWEST = 5, FIRST_FOOT = 2, LAST_FOOT = 8, INCHES = 12, SHORTEST = 61, TALLEST = 272 };

static bool says_height(const char *name)
{
    return logreg__name_has(name,
                            " height heights hgt hght ht htft stature talla taille altura altezza groesse "
                            "gr\303\266\303\237e lengte ") &&
           !logreg__name_has(name, " cm mm inches inch m ");
}

static bool is_feet(double x)
{
    return x == floor(x) && x >= 100 * FIRST_FOOT && x < 100 * (LAST_FOOT + 1) && fmod(x, 100) < INCHES;
}

static bool is_other(double x)
{
    double metric = x - LOGREG__FEET_METRIC;
    return x == LOGREG__FEET_UNKNOWN || x == LOGREG__FEET_REFUSED ||
           (x == floor(x) && metric >= SHORTEST && metric <= TALLEST);
}

bool logreg__feet_find(double *least, const logreg__column *c, size_t rows)
{
    bool seen[LAST_FOOT + 1][INCHES] = {{false}}, foot[LAST_FOOT + 1] = {false};
    size_t cells = 0, others = 0, different = 0, feet = 0;
    if (c->kind != LOGREG_NUMERIC || !says_height(c->name))
        return false;
    double low = HUGE_VAL;
    for (size_t i = 0; i < rows; i++) {
        double x = logreg__column_number(c, i);
        if (isnan(x))
            continue;
        if (!is_feet(x) && !is_other(x))
            return false;
        if (!is_feet(x)) {
            others++;
            continue;
        }
        size_t f = (size_t)x / 100, inches = (size_t)x % 100;
        cells++;
        different += !seen[f][inches];
        feet += !foot[f];
        seen[f][inches] = foot[f] = true;
        low = fmin(low, x);
    }
    if (cells < FEW_ROWS || cells <= others || different < FEWEST || feet < 2)
        return false;
    *least = low;
    return true;
}

void logreg__feet_statement(logreg__text *statements, size_t field, char decimal)
{
    char cell[40], others[120];
    snprintf(others, sizeof others, "$& == %d || $& == %d ? \"\" : $& > %d ? ", LOGREG__FEET_UNKNOWN,
             LOGREG__FEET_REFUSED, LOGREG__FEET_METRIC);
    snprintf(cell, sizeof cell, "}e for $F[%zu]", field);
    logreg__text_add(statements, statements->length ? "; " : "");
    logreg__text_add(statements, "s{^[\"\\s]*\\K\\d+(?=(?:[.,]0*)?[\"\\s]*$)}{");
    logreg__text_add(statements, others);
    logreg__text_add(statements, decimal == ',' ? "do { (my $x = ($& - 9000) / 2.54) =~ tr/./,/; $x }"
                                                : "($& - 9000) / 2.54");
    logreg__text_add(statements, " : 12 * int($& / 100) + $& % 100");
    logreg__text_add(statements, cell);
}
