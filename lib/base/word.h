/* Texts as words of a shell and as items of the lists that options take. */
#ifndef LOGREG_BASE_WORD_H
#define LOGREG_BASE_WORD_H

#include "base/text.h"

enum { LOGREG__ESCAPED = 20 };

/* How the character at *text, or the byte where it is no UTF-8, stands within $'..', the quotes of a shell for what does not show; *text moves behind it. Returns to. */
char *logreg__word_escape(char to[LOGREG__ESCAPED], const char **text);

/* Adds the word, in quotes where a shell would take it otherwise; what would not show in a sentence is told by its bytes. */
void logreg__text_add_word(logreg__text *text, const char *word);

/* Adds an item of a list such as --exclude takes, behind a comma if it is not the first: in double quotes where it holds a comma or
 * a quote. */
void logreg__text_add_item(logreg__text *list, const char *item);

#endif
