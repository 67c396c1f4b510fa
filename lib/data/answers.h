/* Answers of two kinds, in the spellings that tables have: yes and no, positive and negative, female and male. */
#ifndef LOGREG_DATA_ANSWERS_H
#define LOGREG_DATA_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

/* Room for a text in one spelling. */
#define LOGREG__PLAIN_WORD 40

/* The text in small letters, without blanks, underscores, apostrophes and hyphens. False: it is longer than room. */
bool logreg__plain_word(char room[LOGREG__PLAIN_WORD], const char *text);

/* Is a plain word one of these, with a blank before and behind each? */
bool logreg__word_among(const char *words, const char *plain);

/* Is the text, as a plain word, one of these? */
bool logreg__plain_among(const char *text, const char *words);

/* Where it stands among them; NULL: it does not. */
const char *logreg__word_at(const char *words, const char *plain);

/* Is an answer no where the other one is yes, or negative, alive, ..? */
bool logreg__answer_denies(const char *answer, const char *other);

/* Which of two answers each of n labels gives, 0 or 1, goes to side[]. skip[k]: label k is none of them; may be NULL. False: they are
 * not the two answers to one question, each given at least once. */
bool logreg__answers_sides(int *side, char *const *label, const bool *skip, size_t n);

#endif
