/* What speaks against taking columns for what they look like: found beside a fit, which takes them so all the same, and
 * told by its report. The doctor goes by the same rules (data/sentinel.h, data/calendar.h, data/crowd.h, data/role.h). */
#ifndef LOGREG_MODEL_SUSPICIONS_SUSPICION_H
#define LOGREG_MODEL_SUSPICIONS_SUSPICION_H

#include <logreg/model.h>

#include "base/text.h"
#include "data/calendar.h"
#include "data/day_number.h"
#include "data/follows.h"
#include "data/rows.h"
#include "data/twofold.h"
#include "model/suspicions/leak.h"
#include "model/suspicions/matching.h"

typedef enum {
    LOGREG__SUSPECT_SENTINEL, /* some numbers stand for missing values */
    LOGREG__SUSPECT_ZEROS,    /* so do zeros */
    LOGREG__SUSPECT_DATE,     /* the numbers, or the levels, are dates */
    LOGREG__SUSPECT_ID,       /* they only number the rows */
    LOGREG__SUSPECT_TICKS, /* one number, and nothing where there is no tick, so that rows without are left out */
    LOGREG__SUSPECT_CODES, /* they are names of regions, races, .. */
    LOGREG__SUSPECT_UNITS, /* a few are in another unit than the others */
    LOGREG__SUSPECT_LOSS, /* they, or texts, are missing in so many rows that they cost the fit many of them */
    LOGREG__SUSPECT_LEVELS, /* a category of many levels, each a coefficient of few rows */
    LOGREG__SUSPECT_SEVERAL, /* its texts hold several answers each, so that a level is a combination of them */
    LOGREG__SUSPECT_UNIT_NAMES, /* a category is the units of numbers beside it */
    LOGREG__SUSPECT_SLIP,       /* one number, or a few, have a digit or a sign too many */
    LOGREG__SUSPECT_MISTYPED,   /* a category's label of few rows is nearly another one */
    LOGREG__SUSPECT_TWICE, /* rows of the file, for which the target stands, stand there twice: all, or some */
    LOGREG__SUSPECT_WEIGHTS,     /* a column is named as weights of a survey are; */
    LOGREG__SUSPECT_PREDICTIONS, /*   as what a model predicted; */
    LOGREG__SUSPECT_PARTS,       /*   or it tells training from test rows, or previews from answers */
    LOGREG__SUSPECT_CASES,   /* it counts the cases of a table of counts, as a variable or beside the fit */
    LOGREG__SUSPECT_FEET,    /* they are feet and inches in one number */
    LOGREG__SUSPECT_LEAK,    /* it tells the class by itself */
    LOGREG__SUSPECT_MATCHED, /* it numbers matched sets */
    LOGREG__SUSPECT_TRIALS,  /* it holds the trials of which the target counts events */
    LOGREG__SUSPECT_LOST, /* it is missing in all rows of a class, or in some where others are in the rest */
    LOGREG__SUSPECT_JOINED,    /* some levels join two others of its own */
    LOGREG__SUSPECT_DECIDED,   /* another column decides it */
    LOGREG__SUSPECT_SKIPPED,   /* it is missing where another one has certain values, and hardly elsewhere */
    LOGREG__SUSPECT_FOLLOWS,   /* it goes with what the outcome's condition asks about */
    LOGREG__SUSPECT_REFERENCE, /* its first level lacks a class that another has */
    LOGREG__SUSPICIONS
} logreg__suspicion_kind;

/* What is known of a column, or of two, by the kind: the members of other kinds are 0. Texts are owned. */
typedef struct {
    logreg__suspicion_kind kind;
    char *column;

    struct {
        logreg_sentinel found;
        bool
            between; /* SLIP: all from the first of them to the second, ages that nobody has or far above all others */
        bool beside; /* ZEROS: in doubt, beside zeros of other columns */
        double none; /* SENTINEL: which of them may be none, 0; 0: none of them */
    } numbers;       /* SENTINEL, ZEROS, SLIP */

    struct {
        logreg_sentinel found; /* from the first value to the last */
        double factor;         /* what makes numbers of the others' unit of them */
        size_t line;           /* of the first of them; 0: it is not known */
    } units;

    struct {
        int calendar; /* a logreg__calendar; LOGREG__NO_DATES: levels are dates */
        int days; /* a logreg__day_numbers: what the command makes of them, if not the calendar's amounts */
        double least; /* of numbers */
        size_t levels;
    } date;

    struct {
        size_t groups, rows; /* different ones, where rows share them, else 0; in so many rows */
    } id;

    struct {
        double number;
        size_t missing; /* rows without */
    } ticks;

    struct {
        double least;
    } feet;

    struct {
        size_t missing; /* of the usable rows, those that miss this; */
        size_t kept;    /*   rows more that a fit has without all such columns */
        size_t usable;  /* rows that have all but features; 0 in files of old: all rows */
    } loss;

    struct {
        size_t levels, decided; /* so many, and those of one class alone, */
        size_t cases;           /*   in so many rows */
    } many;                     /* LEVELS */

    struct {
        size_t combinations, answers;
        size_t unanswered; /* rows */
        bool beside;       /* columns beside it hold an answer each */
    } several;

    struct {
        size_t label, other; /* places among the levels of the variable */
        size_t rows;         /* of the label */
    } mistyped;

    struct {
        size_t rows; /* that stand twice, or repeat an earlier one */
        size_t row,
            line; /* the first of these, from 1, if its line is not known (0); 0: all rows, in their order */
    } twice;

    struct {
        size_t rows; /* counted once each, though they are so many cases; 0: it is a variable */
        double cases;
    } cases;

    logreg__leak leak;
    logreg__matching matched;

    struct {
        char *class;
        size_t rows; /* of the class; */
        size_t back; /*   those of them that come back without the columns for which this is not 0 */
    } lost;

    struct {
        char *level;   /* the first of such levels, */
        size_t levels; /*   of so many */
        logreg_sentinel
            rows;    /* how many there are, and lines of the first of them, or their numbers from 1; */
        size_t line; /*   the first line; 0: they are numbers */
    } joined;

    struct {
        char *by;
        bool both;      /* it decides that one too */
        bool as_number; /* it is one of numbers */
    } decided;

    struct {
        char *where;
        size_t rows, others; /* that miss it there, and elsewhere */
        size_t way;          /* a logreg__skipped_way */
    } skipped;

    struct {
        char *by;
        logreg__following following;
    } follows;

    struct {
        char *better; /* a level that has all classes */
        size_t rows;  /* of the first level */
    } reference;
} logreg__suspicion;

/* Do the numbers of a variable's column count the cases of a table of all others? (cases.c) */
bool logreg__counts_cases(const logreg_model *m, const logreg_frame *frame, size_t j);

/* Is column j of the design one of a variable that decides another, or that another decides, so that it is told why it is aliased? (decided.c) */
bool logreg__alias_is_decided(const logreg_model *m, size_t j);

/* Adds a suspicion of a column, which is copied, as its texts are. False: memory is out. */
bool logreg__suspicion_add(logreg_model *m, const logreg__suspicion *s, const char *column);

/* Is a kind suspected, of one column or (NULL) of any? */
bool logreg__suspected(const logreg_model *m, logreg__suspicion_kind kind, const char *column);

/* Takes back the suspicions of a kind, of one column or (NULL) of all. */
void logreg__suspicions_forget(logreg_model *m, logreg__suspicion_kind kind, const char *column);

/* Writes the model's commands, which mend the file that the frame was read from: after its suspicions. False: memory is out. (commands.c) */
bool logreg__commands_find(logreg_model *m, const logreg_frame *frame);

/* Adds the statements that write labels of a category that are one, in two ways or by a slip, as the best of them; *whole becomes false where some cannot be written. False: memory is out. (commands.c) */
bool logreg__alike_statements(logreg__text *statements, bool *whole, const logreg_frame *frame, size_t j);

/* The command for statements, which it frees; none, or too long a one: NULL. False: memory is out. (commands.c) */
bool logreg__statements_command(char **command, logreg__text *statements, const logreg_frame *frame);

/* A copy of a suspicion, with texts of its own, of a column. False: memory is out; it may be freed all the same. */
bool logreg__suspicion_copy(logreg__suspicion *copy, const logreg__suspicion *s, const char *column);

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n);

/* Of UNITS: the two heaps of numbers, less the row of the first. */
logreg__twofold logreg__suspicion_twofold(const logreg__suspicion *s);

#endif
