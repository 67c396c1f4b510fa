/* What speaks against taking columns of numbers for what they look like: found beside a fit, which takes them so all the same, and told by its
 * report. The doctor goes by the same rules (data/sentinel.h, data/calendar.h, data/crowd.h, data/role.h). */
#ifndef LOGREG_MODEL_SUSPICIONS_SUSPICION_H
#define LOGREG_MODEL_SUSPICIONS_SUSPICION_H

#include <logreg/model.h>

#include "base/text.h"
#include "data/calendar.h"
#include "data/day_number.h"
#include "data/follows.h"
#include "data/rows.h"
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
    LOGREG__SUSPECT_TWICE, /* rows of the file, of which the target stands for all columns, stand there twice: all, or some */
    LOGREG__SUSPECT_WEIGHTS,     /* a column is named as weights of a survey are; */
    LOGREG__SUSPECT_PREDICTIONS, /*   as what a model predicted; */
    LOGREG__SUSPECT_PARTS,       /*   or it tells training from test rows, or previews from answers */
    LOGREG__SUSPECT_CASES,   /* it counts the cases of a table of counts, as a variable or beside the fit */
    LOGREG__SUSPECT_FEET,    /* they are feet and inches in one number, numbers.low the least */
    LOGREG__SUSPECT_LEAK,    /* it tells the class by itself */
    LOGREG__SUSPECT_MATCHED, /* it numbers matched sets */
    LOGREG__SUSPECT_TRIALS,  /* it holds the trials of which the target counts events */
    LOGREG__SUSPECT_LOST, /* it is missing in all rows of a class, or in some where others are in the rest */
    LOGREG__SUSPECT_JOINED, /* some levels join two others of its own; of a feature, the target or the column that that asks about */
    LOGREG__SUSPECT_DECIDED, /* another column, of_class, decides it */
    LOGREG__SUSPECT_SKIPPED, /* it is missing where another one has certain values, and hardly elsewhere: of_class says where, numbers.n_rows how many rows those are; n_kept others miss it too */
    LOGREG__SUSPECT_FOLLOWS, /* it goes with of_class, which the outcome's condition asks about */
    LOGREG__SUSPECT_REFERENCE, /* its first level, of numbers.n_rows rows, lacks a class that of_class, a level too, has */
    LOGREG__SUSPICIONS
} logreg__suspicion_kind;

typedef struct {
    logreg__suspicion_kind kind;
    char *column; /* owned */
    logreg_sentinel
        numbers; /* SENTINEL, ZEROS, SLIP: which; DATE: low is the least of all; TICKS: low is the one number, n_rows those without;
                  * CASES: n_rows are counted once, though it counts low cases; 0: it is a variable. TWICE: n_rows stand twice, or repeat an earlier one */
    bool
        between; /* SLIP: numbers are all from their first to their second, ages that nobody has or far above all others */
    logreg__following following; /* FOLLOWS */
    bool both, as_number;        /* DECIDED: it decides that one too; it is one of numbers */
    double none;                 /* SENTINEL: which of the numbers may be none, 0; 0: none of them */
    bool
        beside; /* ZEROS: in doubt, beside zeros of other columns. SEVERAL: columns beside it hold an answer each. */
    double
        factor; /* UNITS: what makes numbers, which lie from their first to their last, those of the others' unit, low to high; and */
    size_t
        line; /*   the line of the first; 0: it is not known. TWICE: of the first that repeats an earlier one, and */
    size_t row; /*   which row that is, from 1; 0: all rows stand there twice, one time after the other */
    char *
        of_class; /* JOINED: the first of such levels, owned; numbers.value are lines of such rows, or their numbers from 1, and numbers.n_rows how many there are. LOST: which, owned; it has numbers.n_rows rows, of which n_kept come back without the columns for which that is not 0 */
    logreg__leak leak;         /* LEAK */
    logreg__matching matching; /* MATCHED */
    size_t way;                /* SKIPPED: a logreg__skipped_way */
    int calendar;              /* DATE: a logreg__calendar; LOGREG__NO_DATES: levels are; and */
    int days; /*   a logreg__day_numbers: what the command makes of them, if it is none of the calendar's amounts */
    size_t n_kept;   /* LOSS: rows more that a fit has without all such columns; numbers.n_rows miss this, */
    size_t n_usable; /*   of so many that have all but features; 0 in files of old: of all rows */
    size_t n_levels,
        n_decided; /* ID: different ones, where rows share them; else 0. DATE: how many levels are. LEVELS: how many, in numbers.n_rows rows; those of one class alone. SEVERAL: combinations, and answers; numbers.n_rows have none. JOINED: how many such levels. MISTYPED: the places of the
                   * label of numbers.n_rows rows, and of the other, among those of the variable */
} logreg__suspicion;

/* Words for kinds in a model's file, which are the codes of the report's warnings too. */
extern const char *const logreg__suspicion_words[LOGREG__SUSPICIONS];

/* Looks at the model's columns, and at its target. chosen: somebody named the columns one by one, so that none is told as an ID or as codes.
 * False: memory is out. */
bool logreg__suspect(logreg_model *m, const logreg_frame *frame, const logreg__rows *rows, bool chosen);

/* Looks at the columns of numbers beside those of which something is suspected. False: memory is out. (suspicions_beside.c) */
bool logreg__suspect_beside(logreg_model *m, const logreg_frame *frame);

/* Looks whether a column holds the trials of a target that counts events. False: memory is out. (grouped.c) */
bool logreg__suspect_grouped(logreg_model *m, const logreg_frame *frame);

/* Do the numbers of a variable's column count the cases of a table of all others? (cases.c) */
bool logreg__counts_cases(const logreg_model *m, const logreg_frame *frame, size_t j);

/* Looks whether a column that the fit has no use for counts the cases that rows stand for. False: memory is out. (cases.c) */
bool logreg__suspect_uncounted(logreg_model *m, const logreg_frame *frame);

/* Looks for levels that join two others. False: memory is out. (joined.c) */
bool logreg__suspect_joined(logreg_model *m, const logreg_frame *frame);

/* Looks for variables that others decide, where some coefficients are aliased. False: memory is out. (decided.c) */
bool logreg__suspect_decided(logreg_model *m, const logreg_frame *frame);

/* Looks for variables that go with what the outcome's condition asks about; they are no longer told to tell the class. False: memory is out. (followers.c) */
bool logreg__suspect_followers(logreg_model *m, const logreg_frame *frame);

/* Is column j of the design one of a variable that decides another, or that another decides, so that it is told why it is aliased? (decided.c) */
bool logreg__alias_is_decided(const logreg_model *m, size_t j);

/* Looks for variables that are missing where another has certain values. False: memory is out. (skipped.c) */
bool logreg__suspect_skipped(logreg_model *m, const logreg_frame *frame);

/* Adds a suspicion of a column, which is copied, as the class is. False: memory is out. */
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

void logreg__suspicions_free(logreg__suspicion *suspicion, size_t n);

#endif
