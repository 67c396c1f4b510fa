/* The words of a text. */
#ifndef LOGREG_TEXT_WORDS_H
#define LOGREG_TEXT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* One text after another. Starts as {0}. Words stand behind each other with a blank between, so that a run of words, an n-gram, is
 * one piece of the text: from start[i] to end[j]. */
typedef struct {
    char *text; /* owned, as the next two are */
    size_t length, room;
    size_t *start, *end; /* of words, bytes */
    size_t n, room_start, room_end;
} logreg__words;

/* Finds the words of a text of valid UTF-8 in place of those before: two or more letters, digits, marks and underscores in a row, in small letters;
 * an apostrophe between two of these belongs to the word (don't), and ' stands for all kinds of it. In composed form (NFC), whatever the text's. False: memory is
 * out. O(bytes). */
bool logreg__words_find(logreg__words *words, const char *text);

void logreg__words_clear(logreg__words *words);

#endif
