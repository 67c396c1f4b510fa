/* tests/reference/design.txt: a table in two parts, the rows that decide what bases and levels are and new ones, and R's designs of
 * them; and designs made here. */
#ifndef TESTS_DESIGN_REFERENCE_H
#define TESTS_DESIGN_REFERENCE_H

#include <stdio.h>

#include "design/design.h"

enum { OLD = 40, NEW = 12, MOST_TEXT = 1024 };

/* A formula with one of everything that data decide. */
#define EVERYTHING                                                                                           \
    "y ~ log(a) + poly(b, 2) + bs(a, knots = 4, degree = 2) + ns(t, df = 2):s + C(g, sum) + offset(b/10)"

/* The old rows and the new. */
typedef struct {
    logreg_frame *old, *new;
} two_frames;

/* Opens the reference and reads the data, up to the first model, whose line is left in `line`, MOST_TEXT long. */
FILE *open_reference(two_frames *f, char *line);
void free_frames(two_frames *f);

/* The next word of a line, NULL at its end. */
char *next_word(char **line);

logreg_status make_terms(logreg__terms **terms, const char *text, const logreg_frame *frame,
                         logreg_error *err);

/* A design of all rows, and those as a dense matrix in fold order, new. */
logreg_status expand_design(logreg__design **d, logreg__rows **rows, double **x, const logreg__terms *terms,
                            const logreg_frame *frame, bool centred, logreg_error *err);

/* The path of a new empty file, to be removed and freed. */
char *scratch_file(void);

#endif
