/* Numbers that may not be what they look like (model/suspicions/suspicion.h), in words. */
#ifndef LOGREG_REPORT_WARNINGS_SUSPICIONS_H
#define LOGREG_REPORT_WARNINGS_SUSPICIONS_H

#include <logreg/model.h>

#include "data/sentinel.h"
#include "data/twofold.h"
#include "model/suspicions/suspicion.h"
#include "report/page/page.h"

/* Which column of many levels is enough to separate the classes, or has cells of several answers, in a sentence that ends with a blank; false: none is. piece may be NULL. */
bool logreg__blame_levels(logreg__page *piece, const logreg_model *model);

/* " by itself tells y = yes from the rest without error (AUC 1)": of a column, behind its name. label: of the class, empty where the target alone says it; NULL: events are counted. */
void logreg__write_leak(logreg__page *page, const logreg__leak *leak, const char *target, const char *label);

/* " by themselves tell y = yes from the rest without error": of several that do, behind their names; and what is of each, "AUC 0.9983" or nothing. */
enum { LOGREG__LEAK_ROOM = 40 };
void logreg__write_leaks(logreg__page *page, const logreg__leak *leak, const char *target, const char *label);
void logreg__leak_auc(char auc[LOGREG__LEAK_ROOM], const logreg__leak *leak);

/* "under a name that stands for kinds": why numbers of a column of that name seem to be codes; of several columns alike, "under names that ..". */
const char *logreg__codes_by(const char *name, bool many);

/* Do the levels of a category, one of many, name persons or what else may have several rows each, by the column's name or by their own? */
bool logreg__names_sharers(const char *column, char *const *level, size_t n);

/* "score_pct rises with score, which the target asks about, in every row" */
void logreg__write_following(logreg__page *page, const logreg__following *f, const char *column,
                             const char *by);

/* "drinks holds several answers in a cell, 5 in 10 combinations": a category of sets. beside: columns beside it hold an answer each. */
void logreg__write_several(logreg__page *page, const char *column, size_t answers, size_t levels,
                           bool beside);

/* " Of the 16 rows without an answer, ..": what the command makes of cells where nothing was ticked. No rows: nothing. */
void logreg__write_none_ticked(logreg__page *page, size_t rows);

/* "All 30 rows with status = widowed are left out, since age is missing there.": n suspicions of lost classes, of those of a class one after the other. */
void logreg__write_lost(logreg__page *page, const char *target, const logreg__suspicion *lost, size_t n);

/* "Nachname has 15 levels in 300 rows": a category of many. */
void logreg__write_levels(logreg__page *page, const char *column, size_t levels, double cases);

/* Of feet and inches in one number: what they are, without a full stop, and what to do. command: there is one. */
void logreg__write_feet(logreg__page *page, const char *column, double least);
const char *logreg__feet_advice(bool command);

/* "cigarettes is missing in all 217 rows with smoker = no, and in no other"; again: as was said of the one before, "so is pipes" (suspect_skipped.c) */
void logreg__write_skipped(logreg__page *page, const char *column, const char *where, size_t rows,
                           size_t other, bool again);

/* What keeps the rows of n of them: --impute with such items, which it takes; marked: with the columns that mark them. */
void logreg__advise_skipped(logreg__page *page, logreg__text *list, bool marked, size_t n);

/* "visit holds dates, 5 different ones, each a level of its own": a category of days or months. */
void logreg__write_days(logreg__page *page, const char *column, size_t days);

/* " If rows that share one belong together, .. --vcov cluster:id.": of a column of IDs or names. */
void logreg__write_sharing(logreg__page *page, const char *column);

/* "98 and 99" */
void logreg__write_numbers(logreg__page *page, const logreg_sentinel *numbers);

/* "1.66 to 1.82 in 10 of 120 rows, the first of them in line 13, and 165 to 184 in all others; times 100 they would lie among those": numbers
 * of two units in a column of which so many rows have a number. */
void logreg__write_units(logreg__page *page, const logreg__twofold *twofold, size_t line, size_t rows);

/* What is said of them, and what to do: by a command, or without. years: all are years (data/years.h). */
typedef struct {
    const char *doubt, *command, *none;
} logreg__units_words;

const logreg__units_words *logreg__units_say(bool years);

/* "The last 70 rows are the first 70 again, in the same order.": of a file that holds rows twice (data/twice.h). */
void logreg__write_twice(logreg__page *page, size_t rows);

/* "3 rows repeat earlier ones in every column; the first is line 19.": line 0: "row 18", as it is from 1. */
void logreg__write_repeats(logreg__page *page, size_t rows, const char *but, size_t line, size_t row);

/* Behind "If they were entered or joined twice, ": what takes them out, by a command that follows, or without. */
void logreg__write_remove(logreg__page *page, bool command);

/* A text as a word for the shell: in quotes where need be. Frees the text. */
void logreg__write_word(logreg__page *page, logreg__text *text);

#endif
