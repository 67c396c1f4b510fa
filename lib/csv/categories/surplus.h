/* Categories that are not what they seem: classes too many as an outcome (surplus.c), merged cells (merged.c), ticks (ticks.c). */
#ifndef LOGREG_CSV_CATEGORIES_SURPLUS_H
#define LOGREG_CSV_CATEGORIES_SURPLUS_H

#include "data/frame.h"
#include "csv/mending/strays.h"

/* Where texts for missing values stand beside two answers, or two answers in several spellings, gives the category the sentence for
 * whoever takes it for an outcome. ENOMEM. */
logreg_status logreg__surplus_find(logreg_frame *frame, size_t j, const logreg__csv *csv);

/* Gives a category of events of trials, 3/10, the sentence for whoever takes it for an outcome. ENOMEM. (events.c) */
logreg_status logreg__events_find(logreg_frame *frame, size_t j, const logreg__csv *csv);

/* EDATA where the strays of column j are answers in words, and all its numbers 0 and 1. */
logreg_status logreg__answers_fault(const logreg_frame *frame, size_t j, const logreg__strays *strays,
                                    const logreg__tally *tally, const logreg__csv *csv);

/* Gives columns of a second table beside the first, or of remarks there, the sentence on that. ENOMEM. (beside.c) */
logreg_status logreg__beside_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives columns of dates the sentence for whoever takes them for an outcome, numbers too. ENOMEM. (happened.c) */
logreg_status logreg__happened_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives a category whose values stand once each, above empty cells, the sentence on merged cells. ENOMEM. (merged.c) */
logreg_status logreg__merged_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives categories in which a sign or a word repeats the cell above the sentence on that. ENOMEM. (ditto.c) */
logreg_status logreg__ditto_check(logreg_frame *frame, const logreg__csv *csv);

/* EDATA where such stand among the numbers of column j. */
logreg_status logreg__ditto_fault(const logreg_frame *frame, size_t j, const logreg__census *census,
                                  const logreg__csv *csv);

/* ", ditto, do. */
bool logreg__is_ditto(const char *text);

/* Gives columns of ticks, one text or nothing, the sentence that tells all of them. ENOMEM. (ticks.c) */
logreg_status logreg__ticks_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives columns that would pass for IDs, since cells hold several answers, the sentence on that. ENOMEM. (sets.c) */
logreg_status logreg__sets_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives columns of answers in several spellings, of which there are two or more, one sentence with a command for all. ENOMEM. (spellings.c) */
logreg_status logreg__spellings_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives columns that hold one value or nothing the sentence for whoever takes them for an outcome. ENOMEM. (lone.c) */
logreg_status logreg__lone_check(logreg_frame *frame, const logreg__csv *csv);

/* Gives columns that count cases with an event, and without, the sentence for whoever takes either for an outcome. ENOMEM. (opposites.c) */
logreg_status logreg__opposites_check(logreg_frame *frame, const logreg__csv *csv);

/* These and all other checks of a frame whose columns are in: EDATA, ENOMEM. (checks.c) */
logreg_status logreg__csv_checks(logreg_frame *frame, const logreg__csv *csv);

#endif
