/* Within gap.c and gap_levels.c: the words that stand for missing values (gap_words.c), and signs that do (gap.c). */
#ifndef LOGREG_DATA_GAP_WORDS_H
#define LOGREG_DATA_GAP_WORDS_H

#include "data/gap.h"

/* What a text is by its words; begins: as the beginning of one, of which the rest was cut. */
logreg__gap_kind logreg__gap_word(const char *text, bool begins);

/* The same of a part of a text in which one answer is enough. */
logreg__gap_kind logreg__gap_answer_word(const char *text, bool begins);

/* Is it an answer of somebody who was asked and did not tell? */
bool logreg__gap_answered(const char *text);

/* How many dashes it is made of, hyphens or longer ones; 0: not of them alone. */
size_t logreg__gap_dashes(const char *text);

/* A stroke or a star, as people strike out a cell: /, //, *. */
bool logreg__gap_stroke(const char *text);

/* What a text is by itself, whatever stands beside it. */
logreg__gap_kind logreg__gap_kind_of(const char *text);

#endif
