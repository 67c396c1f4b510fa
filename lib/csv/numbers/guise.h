/* Numbers that do not stand plain: with signs and words about them, with marks within them (guise.c). */
#ifndef LOGREG_CSV_NUMBERS_GUISE_H
#define LOGREG_CSV_NUMBERS_GUISE_H

#include "csv/cell.h"

enum { LOGREG__UNIT_ROOM = 32 };

/* What else a number may have about it, a bit each. */
enum {
    LOGREG__GUISE_NBSP = 1 << 0,       /* blanks that are no spaces: of the usual width, */
    LOGREG__GUISE_NARROW = 1 << 1,     /*   narrow, */
    LOGREG__GUISE_THIN = 1 << 2,       /*   thin; about it, not within it */
    LOGREG__GUISE_QUOTES = 1 << 3,     /* curly ones */
    LOGREG__GUISE_MINUS = 1 << 4,      /* a minus that is no hyphen */
    LOGREG__GUISE_DASH = 1 << 5,       /* a dash for a minus */
    LOGREG__GUISE_ABOUT = 1 << 6,      /* ~39 */
    LOGREG__GUISE_ROUGH = 1 << 20,     /* ca. 39 */
    LOGREG__GUISE_APOSTROPHE = 1 << 7, /* '39, as spreadsheets mark text */
    LOGREG__GUISE_BOUND = 1 << 8,      /* <39 */
    LOGREG__GUISE_MORE = 1 << 9,       /* 39+ */
    LOGREG__GUISE_STAR = 1 << 10,      /* 39*, of significance, or of a footnote */
    LOGREG__GUISE_NO_CENTS = 1 << 11,  /* 39,- */
    LOGREG__GUISE_BRACKETS = 1 << 12,  /* (39) for -39 */
    LOGREG__GUISE_BEHIND = 1 << 13,    /* 39- */
    LOGREG__GUISE_APART = 1 << 14,     /* - 39 */
    LOGREG__GUISE_MIDDLE = 1 << 15,    /* 39 and a half: 39 middle dot 5 */
    LOGREG__GUISE_DAGGER = 1 << 16,    /* as of footnotes */
    LOGREG__GUISE_AT_MOST = 1 << 17,   /* <=39 in one sign */
    LOGREG__GUISE_NOTE = 1 << 18,      /* 39 [a], 39 (est.), 39? */
    LOGREG__GUISE_HIDDEN = 1 << 24,    /* marks that do not show, as between scripts that run both ways */
    LOGREG__GUISE_ENTITY = 1 << 19,    /* 39&nbsp;, &lt;39: from a web page */
    LOGREG__GUISE_DEBIT = 1 << 21,     /* 39 DR, 39 CR: by the column alone */
    LOGREG__GUISE_CREDIT = 1 << 25,    /* 39 CR, beside 39 for charges: likewise */
    LOGREG__GUISE_ENCLOSED = 1 << 26,  /* (39), as all numbers of the column are: likewise */
    LOGREG__GUISE_RAISED = 1 << 27,    /* 39 with a digit set high right behind, as of footnotes */
    LOGREG__GUISE_UP = 1 << 22,        /* arrows and triangles, before the number or behind: up, */
    LOGREG__GUISE_DOWN = 1 << 23       /*   down */
};

/* Marks between thousands; the bits of groups. */
enum {
    LOGREG__GROUP_APOSTROPHE,
    LOGREG__GROUP_BLANK,
    LOGREG__GROUP_NBSP,
    LOGREG__GROUP_NARROW,
    LOGREG__GROUP_THIN,
    LOGREG__GROUP_QUOTE,
    LOGREG__GROUP_ACUTE,
    LOGREG__GROUP_COMMA,
    LOGREG__GROUP_POINT,
    LOGREG__GROUP_LAKH, /* 1,00,000, as India has it */
    LOGREG__GROUPS
};

extern const char *const logreg__group_mark[LOGREG__GROUPS];

typedef struct {
    unsigned traits, groups;
    char decimal;                  /* '.' or ',' where that is the decimal mark beyond doubt; else 0 */
    char open;                     /* '.' or ',' before three digits: of thousands or of decimals; else 0 */
    char unit[LOGREG__UNIT_ROOM];  /* "": none */
    bool before;                   /* the unit stands in front */
    char money[LOGREG__UNIT_ROOM]; /* $ of $10k and 10k $, where the unit is k; "": none */
    size_t head;                   /* digits before the first mark */
} logreg__guise;

/* Is the text a number, whatever it wears? A plain one is too. */
bool logreg__guise_parse(logreg__guise *guise, const char *text, size_t n);

/* Is it one with other words behind it: 39 sq ft, 39 years old, 39 (self-reported), 39.5 [38.1-40.2], $39k? Words are the unit, brackets a remark. For a
 * text that is no number in any other form. (phrase.c) */
bool logreg__guise_phrase(logreg__guise *guise, const char *text, size_t n);

/* As far as its number goes: what is behind it. NULL: it begins with none. */
const char *logreg__guise_begin(logreg__guise *guise, const char *text, size_t n);

/* ---- Units (units.c) ---- */

/* Signs and words for money. */
bool logreg__is_currency(const char *unit);

/* May two signs or words be the same money: EUR and the sign of the euro, kr and SEK? Not USD and AUD, though $ may be either. */
bool logreg__same_money(const char *a, const char *b);

/* Bytes of a letter at the head of n bytes, of any script; 0: it begins with none. */
size_t logreg__letter_length(const char *text, size_t n);

/* The word or the sign of a unit at the head of n bytes: its length; 0: none is there. */
size_t logreg__unit_length(const char *text, size_t n);

/* The power of ten that a letter or word behind a number means: 3 for k; 0: it means none. */
int logreg__unit_power(const char *unit);

/* The same of amounts of money, of which Th, m and b are thousands, millions and billions. */
int logreg__money_power(const char *unit);

/* How large a unit is among those of its kind; size 0: it is not known. */
typedef struct {
    char
        kind; /* 'm' for masses, 'l' for lengths, 'v' for volumes, 'c' for masses in volumes, 'n' for moles in them, 't' for times, 'y' for those that calendars count: months, years */
    double size;
} logreg__scale;

logreg__scale logreg__unit_scale(const char *unit);

/* 'C' or 'F' where it is of degrees: C, °F, degC, fahrenheit; 0: it is not. */
char logreg__unit_degrees(const char *unit);

/* A letter that official statistics or laboratories put behind a number: estimated, provisional, high, low. */
bool logreg__is_flag(const char *unit);

#endif
