/* What stands in a column where numbers are expected (strays.c), and what is said of it (fault.c). */
#ifndef LOGREG_CSV_MENDING_STRAYS_H
#define LOGREG_CSV_MENDING_STRAYS_H

#include "csv/mending/mend.h"

#define LOGREG__STRAY_KINDS 3

/* What stands in a column where numbers are expected: enough for a message. */
typedef struct {
    size_t count;
    size_t above; /* how many stand above the first number */
    size_t last;  /* line of the last one */
    size_t kinds; /* different ones; counting may end at 4 */
    logreg__sample first;
    logreg__census *census; /* owned; NULL: the first is all that is known */
    char kind[LOGREG__STRAY_KINDS][LOGREG__SHOWN];
} logreg__strays;

/* The different strays, at most LOGREG__STRAY_KINDS of them, to text[]; how many. And the line of the first. */
size_t logreg__strays_texts(const char **text, const logreg__strays *strays);
size_t logreg__strays_line(const logreg__strays *strays);

/* How many cells of a column are numbers, and how many are not. */
typedef struct {
    size_t numbers, strays;
    size_t kinds; /* different strays; counting may end at 4 */
    size_t
        numeric; /* strays that are numbers with the other decimal mark, or with signs about them or between thousands */
} logreg__tally;

typedef enum { LOGREG__NUMBERS, LOGREG__TEXT, LOGREG__FAULT } logreg__verdict;

/* A column without strays holds numbers. It is at fault if numbers are the majority and the strays are few, a tenth of
 * the cells or three different ones, or if the strays look like numbers with the other decimal mark or with signs, all
 * but a tenth of the cells. Else it is text. */
logreg__verdict logreg__tally_verdict(const logreg__tally *tally);

/* Notes a stray; *strays is NULL before the first. first: no number stands above it. False: memory is out. */
bool logreg__strays_note(logreg__strays **strays, const logreg__cell *cell, bool first, char decimal);

/* Notes no more of it than where it stands. */
bool logreg__strays_place(logreg__strays **strays, const logreg__cell *cell);

void logreg__strays_free(logreg__strays *strays);

/* The tally of a column with these strays (NULL: none). */
logreg__tally logreg__strays_tally(const logreg__strays *strays, size_t numbers);

/* The tally of a finished category. */
logreg__tally logreg__census_tally(const logreg__census *category);

/* A column at fault. */
typedef struct {
    const logreg_frame *frame;
    const logreg__strays *strays;
    logreg__census census;
    logreg__tally tally;
    size_t column; /* from 0 */
    const char *name;
    bool known; /* it must hold numbers, by the caller's word */
    bool codes; /* its numbers are all written like 1E2 */
} logreg__fault;

/* Is what stands among the numbers text alone, and no row that does not belong there? Other columns' faults come first then. */
bool logreg__fault_text(const logreg__fault *fault, const logreg__csv *csv);

/* Are they lines that do not belong there, whoever uses the column: the header once more, numbers of pages, totals, another table below? */
bool logreg__fault_lines(const logreg__fault *fault, const logreg__csv *csv);

/* The sentence on a column that is at fault, with what the whole table needs; or that turned out to be text too late. EDATA. */
logreg_status logreg__fault_tell(const logreg__fault *fault, const logreg__mending *all,
                                 const logreg__csv *csv);
logreg_status logreg__strays_late(const logreg__strays *strays, size_t column, const char *name,
                                  const logreg__csv *csv);

/* EDATA where the strays are ranges of which both ends are codes that the column holds, few whole numbers: leaving them out comes before their middle. what: "a range .."; word: the
 * column for a shell; some_na: the table has missing values. ENOMEM. (between.c) */
logreg_status logreg__between_fault(const logreg__fault *fault, const char *what, const char *name,
                                    const char *word, bool some_na, const logreg__csv *csv);

/* ---- Categories that are columns of numbers (doubt.c) ---- */

/* The census of a category. False: memory is out. */
bool logreg__census_take(logreg__census *census, const logreg_frame *frame, size_t j, char decimal);

/* Is a category a column of numbers in another form, or of numbers and few texts? */
bool logreg__census_measured(const logreg__census *census);

/* Is a category, which is not that, numbers with one unit of which there are few different ones? (few.c) */
bool logreg__census_few(const logreg__census *census, const logreg__column *category);

/* Gives the column that, as a sentence and a note, with what all columns like it need; names is a list of these. False: memory is out. */
bool logreg__few_tell(logreg_frame *frame, size_t j, const char *names, const logreg__census *census,
                      const logreg__mending *all, const logreg__csv *csv);

/* Gives the column the sentence for whoever takes it for a category, with what the whole table needs. False: memory is out. */
bool logreg__doubt_tell(logreg_frame *frame, size_t j, const logreg__census *census,
                        const logreg__mending *all, const logreg__csv *csv);

/* Keeps of the column's doubt, which shows a cell of its census, where the ways out begin and what the cell is. False: memory is out. */
bool logreg__doubt_part(logreg__column *column, const logreg__census *census);

#endif
