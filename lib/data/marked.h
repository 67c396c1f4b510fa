/* Labels with a mark behind, which a remark or a footnote left there. */
#ifndef LOGREG_DATA_MARKED_H
#define LOGREG_DATA_MARKED_H

#include <stdbool.h>

/* Is a the label b, of three letters or more, with marks behind that mean none: North*, North?, North, of North? Not a sign of degree, as + and - are, and no grade, A*. O(bytes). */
bool logreg__label_marked(const char *a, const char *b);

/* Is a the beginning of b, a word of three letters or more, with a full stop behind: Fem. of Female? O(bytes). */
bool logreg__label_shortened(const char *a, const char *b);

#endif
