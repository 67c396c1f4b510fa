/* Labels of several answers that stand for missing values each, as statistics packages join them: DK/NA, "Don't know, no answer". */
#ifndef LOGREG_DATA_GAP_PARTS_H
#define LOGREG_DATA_GAP_PARTS_H

#include "data/gap.h"

/* What a text is alone; begins: or what such a text begins with, as "no" of "no answer". */
typedef logreg__gap_kind logreg__gap_lookup(const char *text, bool begins);

/* What a text of two parts or more is, which commas, semicolons, strokes, full stops, blanks or "or" part: no word like any other, if each of them is none. */
logreg__gap_kind logreg__gap_parts(const char *text, logreg__gap_lookup *lookup);

/* Is it a part that says so beside another alone: IAP, NS? Abbreviations of much else. */
bool logreg__gap_abbreviated(const char *text);

#endif
