/* Numbers in forms that are not read as such (forms.c), and how many of each a column has (census.c). */
#ifndef LOGREG_CSV_NUMBERS_FORMS_H
#define LOGREG_CSV_NUMBERS_FORMS_H

#include <stdint.h>
#include <string.h>

#include "csv/numbers/outfit.h"

typedef enum {
    LOGREG__FORM_TEXT,     /* no number */
    LOGREG__FORM_NUMBER,   /* read as it stands */
    LOGREG__FORM_MARKED,   /* with the other decimal mark */
    LOGREG__FORM_DRESSED,  /* with signs about it or marks within it */
    LOGREG__FORM_UNIT,     /* 39 kg */
    LOGREG__FORM_FORMULA,  /* ="39" */
    LOGREG__FORM_FORTRAN,  /* 3.9D+01 */
    LOGREG__FORM_TIMES,    /* 3.9x10^3 */
    LOGREG__FORM_HEX,      /* 0x27 */
    LOGREG__FORM_CLOCK,    /* 12:30 */
    LOGREG__FORM_HALF_DAY, /* 12:30 PM */
    LOGREG__FORM_MINUTES,  /* 46:57, and 1:02:33 beside it: by the column alone */
    LOGREG__FORM_DURATION, /* 2h 15m, 1w 4d 2h, PT2H15M */
    LOGREG__FORM_WEEKS,    /* 38+4, weeks and days of a pregnancy */
    LOGREG__FORM_MIXED,    /* 5 1/2 */
    LOGREG__FORM_FRACTION, /* 1/2 */
    LOGREG__FORM_SCORE,    /* 7/10, where all others are of 10 too: by the column alone */
    LOGREG__FORM_SPREAD,   /* 39 +- 2, 39 (2) */
    LOGREG__FORM_SHARE,    /* 39 (19.6%) */
    LOGREG__FORM_FEET,     /* 5'11" */
    LOGREG__FORM_AGE,      /* 3y 4m */
    LOGREG__FORM_ANGLE,    /* 51°30'N */
    LOGREG__FORM_TITER,    /* 1:160 */
    LOGREG__FORM_SCRIPT,   /* in the digits of another script */
    LOGREG__FORM_WRAPPED,  /* [39], {"value": 39}, <b>39</b>, Decimal('39') */
    LOGREG__FORM_VULGAR,   /* 5½ */
    LOGREG__FORM_POUNDS,   /* 7 lb 4 oz */
    LOGREG__FORM_SPAN,     /* 1 days 06:00:00 */
    LOGREG__FORM_SPELT,    /* two, twenty-one */
    LOGREG__FORM_RATIO,    /* 4:1 */
    LOGREG__FORM_PAIR,     /* 10x22, 40.1,-70.9, 4:0 */
    LOGREG__FORM_TRIPLE,   /* 10 x 83 x 16 cm */
    LOGREG__FORM_CHANGE,   /* 87+2, and 73-1 beside it */
    LOGREG__FORM_STONES,   /* 10 st 5 lb */
    LOGREG__FORM_ORDINAL,  /* 2nd, and the ground floor beside: by the column alone */
    LOGREG__FORM_HELD,     /* 5-speed, GPA: 3.4: by the column alone */
    LOGREG__FORM_LABEL,    /* 5 (very much) */
    LOGREG__FORM_WORDS,    /* 4 or more */
    LOGREG__FORM_RANGE,    /* 10-14 */
    LOGREG__FORM_DAY,      /* 02-Jan, 02JAN2024, 01.02. */
    LOGREG__FORMS
} logreg__form;

/* In a set of forms. */
#define LOGREG__FORM_BIT(form) (UINT64_C(1) << (form))

/* The guise is filled in where the form is of a guise: MARKED, DRESSED, UNIT. */
logreg__form logreg__form_of(logreg__guise *guise, const char *text, size_t n, char decimal);

/* mmHg, behind 120/80 */
bool logreg__says_pressure(const char *text);

/* ---- Numbers in signs of programs, and with fractions of print (forms_wrapped.c) --------------------------- */

/* [39], (39,), {"value": 39}, tensor(39), Decimal('39'), <td class="n">39</td>: one number alone, in brackets, a call or marks of a web page; not (39), which is -39. */
bool logreg__is_wrapped(const char *text);

/* 5½, ¾, 2 ⅓ */
bool logreg__is_vulgar(const char *text);

/* ---- Fractions and powers of ten (forms_fractions.c) -------------------------------------------------------------- */

/* 1/2, 4.1/5, 7 out of 10, 120/80 mmHg, 4 of 5 stars */
bool logreg__is_fraction(const char *text);

/* Behind the stroke of 7/10, or the words of 7 of 10, 7 out of 10; NULL: there is none. */
const char *logreg__behind_stroke(const char *text);

/* 5 1/2, of less than 1 behind the blank */
bool logreg__is_mixed(const char *text);

/* 3.9x10^3, 3.9×10³, 10^3 */
bool logreg__is_times(const char *text);

/* ---- Numbers in parts (clocks.c, durations.c, forms_time.c) ----------------------------------------------------------------------- */

static inline size_t logreg__count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* 12:30, 1:02:03.5 */
bool logreg__is_clock(const char *text);

/* 4:37 PM, 4 p.m. */
bool logreg__is_half_day(const char *text);

/* 2h 15m, 1 day, 2 hours, 2h15, 3 min 20 s; and ISO 8601's PT2H15M, which may have one unit alone. */
bool logreg__is_duration(const char *text);

/* 3y 4m, 2 years, 6 months, 2 years 3 mons 12 days, P2Y3M */
bool logreg__is_age(const char *text);

/* 1 days 06:00:00, 0 days 00:12:30.5 */
bool logreg__is_span(const char *text);

/* 7 lb 4 oz, 7lb 4oz */
bool logreg__is_pounds(const char *text);

/* 10 st 5 lb */
bool logreg__is_stones(const char *text);

/* 4:1, which is no time: one digit behind, or two where no minute is. */
bool logreg__is_ratio(const char *text);

/* 10x22, 3.5 x 2 cm, 40.1,-70.9 */
bool logreg__is_pair(const char *text);

/* 10x83x16, 10 x 8.5 x 16 cm */
bool logreg__is_triple(const char *text);

/* 4:0, which is no ratio: what two sides scored */
bool logreg__is_result(const char *text);

/* 87+2, a rating and what is added to it */
bool logreg__is_change(const char *text);

/* 38+4, 38w4d, 38 weeks 4 days */
bool logreg__is_weeks(const char *text);

/* 51°30'N, W 0° 7' 39.9", 51.5° N: with degrees, and with minutes or a side of the world. */
bool logreg__is_angle(const char *text);

/* 1:160, <1:10; a column tells whether 1:40 is one, or a time. */
bool logreg__is_titer(const char *text);

/* ---- Ranges (ranges.c) --------------------------------------------------------------------------------------- */

/* How ranges are written: a bit for each word in front and each sign between. */
typedef struct {
    unsigned fronts, links;
    bool marks; /* some numbers have decimals */
} logreg__ranges;

/* 10-14, 10--14, 10 to 14, 1.5..2, between 10 and 14; how goes to ways, beside what is there. */
bool logreg__is_range(logreg__ranges *ways, const char *text);

/* Does that text alone, between two numbers, make a range of them? */
bool logreg__links_range(const char *between);

/* The statement of perl that puts their middles in their place. Returns room. */
enum { LOGREG__MIDDLES = 480 };
const char *logreg__range_middles(char room[LOGREG__MIDDLES], const logreg__ranges *ways);

/* ---- Numbers in words (spelt.c) ---------------------------------------------------------------------------- */

/* Does the text say a number, in one of some languages? */
bool logreg__is_spelt(int *value, const char *text);

/* A list of such words with their numbers, as qw() of perl takes it: "two 2 twenty-one 21". */
enum { LOGREG__SPELT = 400 };

/* Adds one; a list that is full is longer than any command. */
void logreg__spelt_add(char list[LOGREG__SPELT], const char *text, double value, char decimal);

/* ---- The number within ------------------------------------------------------------------------------------- */

/* Where the number of a LABEL or of WORDS begins in the text; its length goes to n. */
size_t logreg__form_number(size_t *n, const char *text);

static inline bool logreg__form_worn(logreg__form form)
{
    return form == LOGREG__FORM_MARKED || form == LOGREG__FORM_DRESSED || form == LOGREG__FORM_UNIT;
}

/* ---- Times (clocks.c) -------------------------------------------------------------------------------------- */

/* What the clocks of a column have in common: those of two parts, a:bb, and of three. */
typedef struct {
    bool two, three;
    unsigned least_two, most_two, most_three; /* their first parts */
    bool late;                                /* a:bb beyond 24:00 */
    bool split;                               /* a:bb.c */
    bool seconds;                             /* a:bb:cc, not all of them a:bb:00 */
    bool hours;                               /* some say that they are hours */
    bool sixty,
        timed; /* in some of a:bb bb is 60 or more; some have fractions, or zeros in front: 1:05, 01:9 */
} logreg__clocks;

void logreg__clocks_add(logreg__clocks *clocks, const char *text);

/* Is a:bb minutes and seconds: where some of a:bb are later than any hour of a day, or end in fractions; or where a:bb:cc goes on from there? Else hours and minutes. */
bool logreg__clocks_minutes(const logreg__clocks *clocks);

/* ---- Lengths of time (durations.c) --------------------------------------------------------------------------- */

/* What the lengths of time of a column have in common. */
typedef struct {
    bool days, weeks, iso;
    size_t both;                /* cells with days, or weeks, and hours beside */
    long most_hours, most_days; /* days: beside weeks */
} logreg__durations;

/* Also one of one unit, 3h, which others may show to be one; a text that is none changes nothing. */
void logreg__durations_add(logreg__durations *durations, const char *text, size_t cells);

typedef enum {
    LOGREG__DAY_NONE,   /* there are no days */
    LOGREG__DAY_WHOLE,  /* of 24 hours, a week of 7 days */
    LOGREG__DAY_UNSAID, /* likely of 24 hours */
    LOGREG__DAY_OF_WORK /* of 8 hours, since none has as many beside days, nor 5 days beside weeks */
} logreg__day_length;

logreg__day_length logreg__durations_day(const logreg__durations *durations);

/* ---- Numbers of documents (documents.c) ------------------------------------------------------------------- */

/* The numbers of a column with marks between thousands, some of which are looked at. */
typedef struct {
    size_t cells, looked_at, width; /* width: digits of the last */
    size_t repeats, round;          /* of those looked at: that stood there before; that end in 00 */
    bool uneven;                    /* they have not as many digits each, or fewer than such numbers have */
    uint64_t seen[128];
} logreg__documents;

void logreg__documents_add(logreg__documents *documents, const char *text, size_t cells);

/* ---- Numbers with a letter within (serials.c) ---------------------------------------------------------------- */

/* 00508T10: how many have digits at both ends and a letter within, where all are of one width and hold letters and digits alone. */
typedef struct {
    size_t width, lettered;
    bool uneven; /* they are not all such */
} logreg__serials;

void logreg__serials_add(logreg__serials *serials, const char *text, size_t n, size_t cells);

/* ---- The cells of a column --------------------------------------------------------------------------------- */

enum { LOGREG__KINDS = 40 };

/* Lines of texts that are kept. */
enum { LOGREG__TEXT_LINES = 60 };

/* RANGES that may be feet and inches: 5-11. */
typedef struct {
    size_t cells;
    bool falling; /* some have fewer inches than feet */
    int most_inches;
} logreg__heights;

/* Numbers within text: what is known of them, each without its sign, */
typedef struct {
    size_t levels, cells;
    size_t decimals, years; /* levels with decimals; whole ones from 1900 to 2099 */
    size_t width;           /* bytes of the last, */
    bool uneven, padded;    /*   not of all; some have a zero in front */
    bool ranked;            /* under a name that says places in an order */
    double most;
} logreg__held_numbers;

/*   and what is before them and behind, in all ways that it is written. */
enum { LOGREG__HELD_ROOM = 40, LOGREG__HELD_TEXTS = 3 };

typedef struct {
    char front[LOGREG__HELD_TEXTS][LOGREG__HELD_ROOM], behind[LOGREG__HELD_TEXTS][LOGREG__HELD_ROOM];
    char between[LOGREG__HELD_ROOM]; /* of a pair, which has one front and one behind; they may be empty */
    bool pair;
    size_t fronts, behinds; /* of one number: none is empty; both 0: the column holds none */
    bool crowded;           /* each has few rows (data/crowd.h) */
    logreg__held_numbers numbers;
} logreg__held;

/* A text, how many cells have it, and the first of them. */
typedef struct {
    char text[LOGREG__SHOWN];
    size_t cells, line;
} logreg__sample;

/* Numbers in digits and commas alone, which may part thousands: how many cells, the least of them, the largest number between commas, and is there one with
 * a zero in front? */
typedef struct {
    size_t cells;
    double least, most_part;
    bool led;
} logreg__commas;

typedef struct {
    size_t cells[LOGREG__FORMS], levels[LOGREG__FORMS];
    logreg__outfit outfit;
    size_t signs;                        /* cells that wear signs or marks alone, no words */
    char decimal;                        /* the mark in force */
    bool fractions;                      /* plain numbers with the decimal mark in force */
    logreg__sample text[LOGREG__KINDS];  /* the first of those that are no numbers in any form: TEXT */
    logreg__sample label[LOGREG__KINDS]; /* LABEL and WORDS */
    logreg__sample day[LOGREG__KINDS];   /* DAY */
    size_t text_line[LOGREG__TEXT_LINES],
        text_lines; /* the first lines with TEXT or DAY: of all such cells, or fewer than there are */
    char spelt[LOGREG__SPELT]; /* SPELT, with their numbers, */
    const char *said;          /*   and what they are: static; NULL: numbers in words */
    size_t pressures;          /* FRACTIONS with mmHg behind, */
    size_t points;             /*   with stars or points */
    size_t raised;             /* TIMES with an exponent set high */
    size_t ones;               /* CLOCKs of 1:.. */
    logreg__clocks clocks;
    logreg__durations durations; /* DURATION, and UNIT and WEEKS that may be */
    logreg__documents documents;
    logreg__serials serials;
    logreg__commas commas;
    logreg__heights heights;
    logreg__ranges ranges;
    logreg__held held;
    bool dashed;  /* FEET are written so */
    size_t pairs; /* FRACTIONS that are likely to be two numbers */
    double whole; /* of all FRACTIONS, none of which is larger; NAN: they have not one */
    logreg__sample shown[LOGREG__FORMS]; /* the first of each form */
} logreg__census;

/* Adds a cell, or as many with the same text. fresh: none had that text before. Returns its form. */
logreg__form logreg__census_add(logreg__census *census, const logreg__cell *cell, size_t cells, bool fresh,
                                char decimal);

/* One 12abc among numbers is a slip, not 12 with a unit: text; among others that are written otherwise, such as >800, too. */
void logreg__census_slip(logreg__census *census);

/* Where lengths of time have several units, those of one unit are such lengths too: 45m beside 2h 15m. For a census that is complete. */
void logreg__census_durations(logreg__census *census);

/* So are ages of one unit where others have two: 9m beside 3y 4m. */
void logreg__census_ages(logreg__census *census);

/* Brackets about all numbers are no minus: (1994). For a census that is complete. */
void logreg__census_brackets(logreg__census *census);

/* 6-2 and 5-11 are feet and inches, where all ranges are such and some fall. For a census that is complete. */
void logreg__census_heights(logreg__census *census);

/* Where a time has AM or PM all times do, and 46:57 may be of minutes. For a census that is complete. */
void logreg__census_clocks(logreg__census *census);

/* Fractions of one whole are scores: 7/10. And numbers with CR or DR behind are balances, below 0 or above. For a census that is complete. */
void logreg__census_scores(logreg__census *census);
void logreg__census_balances(logreg__census *census);

/* Where 1:160 stands, 1:40 is a dilution too, not a time, and where 4:1 does all are ratios, unless most are times such as 18:42.63 and 1:05, and none says 4:75; where 4:0 does, which none is, all are pairs; and where N and S, or E and W, stand behind numbers, these are degrees. For a census that is complete. */
void logreg__census_dilutions(logreg__census *census);

/* 87+2 is a change of 87 where numbers stand bare beside it, as 73-1 is then, and else two numbers; it is no weeks and days. */
void logreg__census_changes(logreg__census *census);
void logreg__census_degrees(logreg__census *census);

/* Makes SPELT of its texts, in order, that have a value. For a census that is complete. (said.c) */
void logreg__census_say(logreg__census *census, const double value[LOGREG__KINDS]);

/* Words that are numbers by what the column holds: K among grades, T among amounts of rain, Half-bath beside 2 baths. For a census that is complete. (said.c) */
void logreg__census_said(logreg__census *census, const char *name);

/* Where others are numbers in words, a word for none is 0. For a census that is complete. (spelt.c) */
void logreg__census_spelt(logreg__census *census);

/* Beside whole numbers up to 20, two Roman ones or more, not all of one letter, are numbers in words. For a census that is complete. (roman.c) */
void logreg__census_roman(logreg__census *census);
bool logreg__is_roman(const char *text);

/* Labels that stand behind several numbers each are units, or remarks: 5 years old, 5 (est.) beside 7 (est.). For a census that is complete. (phrase.c) */
void logreg__census_tails(logreg__census *census);

/* Notes a number in signs and words, of DRESSED or UNIT. */
void logreg__census_worn(logreg__census *census, const logreg__guise *guise, size_t cells);

/* Ordinal numbers, five different ones or more, or a ground floor beside them. For a census that is complete. (ordinals.c) */
void logreg__census_ordinals(logreg__census *census);

/* Are they numbers of documents or persons at least as likely as amounts, so that a fit may do without? */
bool logreg__census_documents(const logreg__census *census);

/* Are they numbers of tickets or policies: whole ones, hardly any twice, and others behind letters of two kinds or more: PC 17066, A/5. 21762? (documents.c) */
bool logreg__census_tickets(const logreg__census *census);

/* Are they such with a letter within as those of papers and things, beside the column's other numbers? */
bool logreg__census_serials(const logreg__census *census, const logreg__column *column, size_t rows);

/* Have some of its texts digits, and do not say that a value is missing? */
typedef enum {
    LOGREG__DIGITS_NONE,
    LOGREG__DIGITS_CODED,  /* names alone: k7 */
    LOGREG__DIGITS_COUNTED /* what may be a number all the same: 7 (?), see note 7 */
} logreg__digits;

logreg__digits logreg__census_digits(const logreg__census *census);

/* Cells of numbers in whatever form but plain, and the form that speaks for them: the commonest, worn ones taken together. */
size_t logreg__census_numbers(const logreg__census *census, logreg__form *form);

#endif
