/* Text from anywhere as a string in gnuplot's language. */
#ifndef LOGREG_FIGURES_GNUPLOT_QUOTE_H
#define LOGREG_FIGURES_GNUPLOT_QUOTE_H

#include "base/text.h"

/* No string of a script is longer than so many columns; nor are the words of a figure in it. */
#define LOGREG__QUOTE_MOST 160
#define LOGREG__WORDS_MOST 800

/* Adds text as a single-quoted string, in which gnuplot gives no character a meaning but the quote: neither backticks,
 * macros nor escapes. A quote becomes an apostrophe (U+2019); doubled ones would do by the manual, but gnuplot 5.4
 * loses its place in a run of them. Invalid UTF-8, control, format and other unprintable characters (line ends among
 * them) become '?', and what is too long loses its middle. */
void logreg__quote(logreg__text *out, const char *text);

/* The same, no wider than that in a picture. */
void logreg__quote_within(logreg__text *out, const char *text, double width, bool bold);

/* The same as the label of a tick, which gnuplot takes for a format. */
void logreg__quote_tick(logreg__text *out, const char *text);

/* The same, of a figure's words, which only a comment holds. */
void logreg__quote_words(logreg__text *out, const char *text);

#endif
