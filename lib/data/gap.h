/* Texts that stand for missing values: None, -, unknown, (blank), Don't know. */
#ifndef LOGREG_DATA_GAP_H
#define LOGREG_DATA_GAP_H

#include "base/text.h"
#include "data/frame.h"

typedef enum {
    LOGREG__WORD,    /* a level as any other */
    LOGREG__PERHAPS, /* may be an honest level: unknown, -, None */
    LOGREG__GAP      /* stands for a missing value wherever it stands */
} logreg__gap_kind;

/* Among numbers: does the text stand for a missing value, or may it? */
bool logreg__gap_text(const char *text);

/* Does it say that the question is none for the case, which is a kind of case as often as a missing value? */
bool logreg__gap_beside(const char *text);

/* Is it what somebody says who is asked and does not tell: don't know, prefer not to say? As one level of a category it may be an answer. */
bool logreg__gap_answer(const char *text);

/* Is it an outcome that is not known, or not yet: pending, lost to follow-up? */
bool logreg__gap_outcome(const char *text);

/* Is it that, or a stage on the way to an outcome: open, negotiation, inconclusive? */
bool logreg__gap_stage(const char *text);

/* Is it the end of a case that came to no outcome: cancelled, withdrawn, void? */
bool logreg__gap_dropped(const char *text);

/* Would NA be a code among the labels: of a country (Namibia) or a continent among others of two capitals, or North America among EMEA and APAC? */
bool logreg__na_is_code(char *const *label, size_t n);

/* What a level of a category is, beside the others. */
logreg__gap_kind logreg__gap_of(const logreg__column *category, size_t level);

/* Is it a number that people write for a missing value whatever is asked: -1 to -9, 99, -98? (gap_codes.c) */
enum { LOGREG__GAP_CODES = 3 };
bool logreg__gap_code(double x);

/* Are one to three levels of a category such numbers, and all others, two or more, words? And is the level one of those, below 0? (gap_codes.c) */
bool logreg__gap_codes(const logreg__column *category);
bool logreg__gap_negative(const logreg__column *category, size_t level);

/* The same where 7 to 9 may be such numbers too, with 9 among them or a code besides: what labels were not given for. (gap_codes.c) */
bool logreg__gap_unlabelled(const logreg__column *category);

/* Adds a text that stands for missing values to a list for --na-values: for all columns, or, where it is a number, which others may mean, for its own. (na_values.c) */
void logreg__add_na_text(logreg__text *list, const char *column, const char *text);

/* Begins a list for --na-values with the tokens in force, where the table has missing values, since a list of texts replaces them. (na_values.c) */
void logreg__add_na_in_force(logreg__text *list, const logreg_frame *frame);

#endif
