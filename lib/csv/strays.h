/* What stands in a column where numbers are expected (strays.c). */
#ifndef LOGREG_CSV_STRAYS_H
#define LOGREG_CSV_STRAYS_H

#include "csv/cell.h"

/* What stands in a column where numbers are expected: enough for a message. */
typedef struct logreg__strays logreg__strays;

/* How many cells of a column are numbers, and how many are not. */
typedef struct {
    size_t numbers, strays;
    size_t kinds;   /* different strays; counting may end at 4 */
    size_t marked;  /* strays that are numbers with the other decimal mark */
    size_t dressed; /* strays that are numbers with signs about them or between thousands */
    size_t numeric; /* strays that are either */
} logreg__tally;

typedef enum { LOGREG__NUMBERS, LOGREG__TEXT, LOGREG__FAULT } logreg__verdict;

/* A column without strays holds numbers. It is at fault if numbers are the majority and the strays are few, a tenth of
 * the cells or three different ones, or if the strays look like numbers with the other decimal mark or with signs, all
 * but a tenth of the cells. Else it is text. */
logreg__verdict logreg__tally_verdict(const logreg__tally *tally);

/* Notes a stray; *strays is NULL before the first. first: no number stands above it. False: memory is out. */
bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, bool first, char decimal);

/* The tally of a column with these strays (NULL: none). */
logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers);

/* The tally of a finished category. False: memory is out. */
bool logreg__levels_tally(logreg__tally *tally, const logreg__column *category, size_t rows, char decimal);

/* The different strays, at most LOGREG__STRAY_KINDS of them, to text[]; how many. And the line of the first. */
#define LOGREG__STRAY_KINDS 3
size_t logreg__strays_texts(const char **text, const logreg__strays *strays);
size_t logreg__strays_line(const logreg__strays *strays);

/* What a sentence on one column says of the others. */
#define LOGREG__ALSO 8
typedef struct {
    const char *also[LOGREG__ALSO]; /* texts that stand for missing values in other columns, */
    size_t n_also;                  /*   so that one option takes out all */
    bool some_na;                   /* the table has missing values */
    bool nameless;                  /* the first column has values, but no name */
    unsigned written;               /* how its numbers are written, LOGREG__WRITTEN_ flags */
    bool fractions;                 /* the column itself has numbers with the decimal mark in force */
} logreg__table_facts;

/* The sentence on a column that is at fault, or that turned out to be text too late. EDATA. */
logreg_status logreg__strays_fault(const logreg__strays *strays, const logreg__tally *tally, size_t column,
                                   const char *name, logreg__table_facts table, const logreg__csv *csv);
logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv);

#endif
