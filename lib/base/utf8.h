/* Text as bytes: what is valid UTF-8. */
#ifndef LOGREG_BASE_UTF8_H
#define LOGREG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Length of the longest beginning of the n bytes that is valid UTF-8 without NUL: n if all of it is. */
size_t logreg__utf8_valid(const char *text, size_t n);

/* Bytes of the character at the head of the text, which may be no valid UTF-8, that a terminal obeys or does not show, as controls, marks of direction and line ends are; 0: it is none. */
size_t logreg__utf8_hidden(const char *text);

/* Is any character of the text such a one? */
bool logreg__utf8_hides(const char *text);

/* What a reader sees of a text, to tell texts apart by: without marks and controls that do not show and blanks at the ends,
 * all blanks as one kind, accents as one character with their letter. The text must be valid. NULL: memory is out. */
char *logreg__utf8_visible(const char *text);

/* The character at *text, valid UTF-8, in small letters, behind which *text moves; -1 at the end. */
int32_t logreg__utf8_next_small(const char **text);

enum { LOGREG__FOLDED = 20 };

/* What the character at *text, valid UTF-8, is beside all that writing varies in: in small letters, without accents, in Unicode's plainest form (of full width, of ligatures and dashes).
 * How many characters that is, 0 of quotes and what does not show; -1 at the end. *text moves behind it. */
int logreg__utf8_next_folded(int32_t to[LOGREG__FOLDED], const char **text);

/* Are they alike but for capitals? Both must be valid. */
bool logreg__utf8_same_letters(const char *a, const char *b);

/* Leading bytes that both share, of whole characters. */
size_t logreg__utf8_shared(const char *a, const char *b);

#endif
