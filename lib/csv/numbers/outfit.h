/* How the numbers of a column are written, taken together (outfit.c). */
#ifndef LOGREG_CSV_NUMBERS_OUTFIT_H
#define LOGREG_CSV_NUMBERS_OUTFIT_H

#include "csv/numbers/guise.h"

/* So many spellings of units are told apart, and so many units. */
enum { LOGREG__UNITS = 8, LOGREG__UNIT_KINDS = 3 };

typedef struct {
    unsigned traits, groups;
    size_t cells;        /* that are not plain */
    size_t plain;        /* that are */
    double most_plain;   /* the largest of those, without sign, */
    size_t below_one;    /*   and how many are above 0 and below 1 */
    size_t point, comma; /* with that decimal mark beyond doubt */
    size_t open_point, open_comma;
    size_t longest_whole, longest_open; /* digits of a number without marks, and before one that is open */
    size_t cents, finer, parted;      /* plain numbers with two decimals, with more, and that are not whole */
    size_t bracketed;                 /* in brackets */
    size_t united;                    /* with a unit */
    size_t least_united, most_united; /* digits before the decimal mark of these, */
    size_t least_bare, most_bare;     /*   and of numbers without; 0: there are none */
    char unit[LOGREG__UNITS][LOGREG__UNIT_ROOM];
    bool before[LOGREG__UNITS], behind[LOGREG__UNITS];
    size_t unit_cells[LOGREG__UNITS];
    size_t least_of[LOGREG__UNITS], most_of[LOGREG__UNITS]; /* digits, as above, of those with each */
    size_t units;                  /* different ones; counting may end at one more than there is room for */
    char money[LOGREG__UNIT_ROOM]; /* about those whose unit is thousands or millions: $ of $10k */
    bool moneys;                   /* there are others, which are not the same */
    bool years;                    /* numbers without a unit are years, by the column's name; */
    char named[LOGREG__UNIT_ROOM]; /*   or of this unit, total_sqft */
} logreg__outfit;

void logreg__outfit_add(logreg__outfit *o, const logreg__guise *guise, size_t cells);

/* Forgets unit k, which is none. */
void logreg__outfit_drop(logreg__outfit *o, size_t k);

/* A plain number. */
void logreg__outfit_add_plain(logreg__outfit *o, const char *text, double value, size_t cells);

/* The digits of a number without a unit. */
void logreg__outfit_add_bare(logreg__outfit *o, double size);

/* The decimals of a plain number that was read. */
void logreg__outfit_add_decimals(logreg__outfit *o, double size);

/* What units there are, and what becomes of them. */
typedef enum {
    LOGREG__UNITS_NONE,
    LOGREG__UNITS_ONE,    /* all have it, or it is money and the others have none: it goes */
    LOGREG__UNITS_SOME,   /* others have none, and are as large: it goes where that means the same */
    LOGREG__UNITS_DIGITS, /* letters O and l for 0 and 1 */
    LOGREG__UNITS_FLAGS,  /* letters of official statistics behind some: they go */
    LOGREG__UNITS_POWERS, /* thousands, millions: they become exponents */
    LOGREG__UNITS_SHARES, /* percents beside shares of 1: those too */
    LOGREG__UNITS_WORDED, /* one measure with other words before it, private bath beside baths: they go */
    LOGREG__UNITS_SCALES, /* kg and lbs: of the same kind, each cell with its own, or beside m and cm as long as those of one alone */
    LOGREG__UNITS_OTHER, /* others have none, and are of another unit by the column's name, or as large as these would be in one: lb beside kilograms */
    LOGREG__UNITS_MIXED  /* nobody but the reader knows */
} logreg__unit_kind;

logreg__unit_kind logreg__outfit_units(const logreg__outfit *o);

/* Is each unit the same measure, of which no word before it makes another: private bath, shared baths? (outfit_words.c) */
bool logreg__outfit_worded(const logreg__outfit *o);

/* Is a unit the same measure as each of them? */
bool logreg__outfit_measures(const logreg__outfit *o, const char *unit);

/* The power of ten that unit k begins with, where all are of one word behind such: M views, views; 0: it has none. (outfit_words.c) */
int logreg__outfit_power_of_words(const logreg__outfit *o, size_t k);

/* How many units there are, in whatever spelling: h, hrs and hours are one. One more than LOGREG__UNIT_KINDS: more. */
size_t logreg__outfit_unit_kinds(const logreg__outfit *o);

/* Are the units letters from a on, a and b at least, right behind whole numbers, as IDs have: 207a, 207b? */
bool logreg__outfit_suffixed(const logreg__outfit *o);

/* Is it all of one money? */
bool logreg__outfit_money(const logreg__outfit *o);

/* Is it of amounts, by marks between thousands, money, or two decimals throughout? */
bool logreg__outfit_amounts(const logreg__outfit *o);

/* How large unit k is, as logreg__unit_scale has it, beside the others: m is months beside years, and minutes beside hours; days are parts of months there. */
logreg__scale logreg__outfit_scale(const logreg__outfit *o, size_t k);

/* The power of ten that unit k means: that of m is millions in amounts of money, and beside k and bn. 0: it means none. */
int logreg__outfit_power(const logreg__outfit *o, size_t k);

/* Does it wear nothing but units, and blanks that do not show? */
bool logreg__outfit_blank(const logreg__outfit *o);

/* ---- Numbers without a unit (outfit_other.c) ---------------------------------------------------------------- */

/* Notes what the column's name says of them. */
void logreg__outfit_name(logreg__outfit *o, const char *name);

/* The unit of the name, where all units are of its kind, and some are not it; NULL: there is none. */
const char *logreg__outfit_unit_by_name(const logreg__outfit *o);

/* Are there parts of years, 6 months and 3 weeks, where they are years? */
bool logreg__outfit_parts(const logreg__outfit *o);

/* The unit that they are likely to have beside UNITS_OTHER; NULL: none fits. */
const char *logreg__outfit_other(const logreg__outfit *o);

/* Are some of them as long as some with a unit? */
bool logreg__outfit_overlaps(const logreg__outfit *o);

/* Are they all in all longer than those with a unit, or shorter, though some are as long? */
bool logreg__outfit_apart(const logreg__outfit *o);

/* The unit that all can be brought to: that of numbers without, where they tell, else that which most cells have. There are some. */
size_t logreg__outfit_own(const logreg__outfit *o);

#endif
