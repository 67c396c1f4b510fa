/* Labels that are likely to be one label, written in two ways. */
#ifndef LOGREG_DATA_ALIKE_H
#define LOGREG_DATA_ALIKE_H

#include <stdbool.h>
#include <stddef.h>

/* Do they differ in what writing varies in alone: capitals, accents, kinds of dashes and quotes, blanks, hyphens, underscores and full stops between letters, `and` for &, signs as
 * web pages write them, letters of another script that look the same, a plus for a blank, a number in front, a mark behind (marked.h); is one the other with letters lost (below); is it spelt out (below); or are they codes of one thing (synonyms.h): East side, east-side; 20-29, 20 – 29, 20 to 29; Sales, 01 - Sales. A and A- are two. Of labels
 * that hold a digit blanks between words, full stops and underscores count. Both must be valid UTF-8. O(bytes). */
bool logreg__labels_alike(const char *a, const char *b);

/* Is a the label b, but for letters beyond ASCII that a bad conversion made ? or U+FFFD of, some for each: M?nchen, M??nchen of München? Two letters or more are left. O(bytes). */
bool logreg__label_lost(const char *a, const char *b);

/* Do they differ so where letters with dots or rings are written as two, or a saint short: Zuerich, Zürich; St. Louis, Saint Louis? O(bytes). */
bool logreg__labels_spelt_out(const char *a, const char *b);

/* Of labels that are alike, is a the one to write by the other, whichever is commoner: it lost letters, has signs as web pages write them (R&amp;D), or a Roman number in small letters? O(bytes). */
bool logreg__label_worse(const char *a, const char *b);

/* Is one the other but for a letter that is too many, lacks or is another, or for two that are swapped: Nroth, North? Both begin with the same letter, are without digits, and have
 * five letters or more, four where two are swapped or the last one lacks: Wset, sout; any where a letter stands twice, Yess, but II and III count; two may lack within a single word of twelve. Or does one end
 * within a word of the other, behind another word: Strongly Di, Strongly Disagree? O(bytes). */
bool logreg__labels_near(const char *a, const char *b);

/* Are they near, and is a, of n rows, a slip beside b, of `of` rows? At most three rows, and ten times as many; or five times as many, in whatever number, where two words of six small letters
 * or more differ by a letter within that lacks, stands twice or is swapped with the next (hispanc, Febuary), two single words of twelve or more by two letters within that lack, or one of four has an s behind; in capitals, words are eight long; at most three rows and five times as many where a was cut short. O(bytes). */
bool logreg__label_slipped(const char *a, size_t n, const char *b, size_t of);

#endif
