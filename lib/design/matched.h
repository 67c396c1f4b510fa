/* A design whose rows are matched: put set by set, each column less its mean in the set, so that what is the same within sets is 0.
 *
 * What comes out is a plain matrix, as a frame with terms, rows and a response of its own, over which problems, ranks and solvers work
 * as over any other. Its columns are those of the design, by name and in the terms' order, without an intercept.
 */
#ifndef LOGREG_DESIGN_MATCHED_H
#define LOGREG_DESIGN_MATCHED_H

#include "design/design.h"
#include "design/sets.h"

typedef struct {
    logreg__sets sets;
    double *raw;     /* [rows x columns] a row after the other, as in the design */
    bool of_classes; /* sets are what logreg__matched_classes makes them */

    logreg_frame *frame;
    logreg__terms *terms;
    logreg__rows *rows;
    logreg__response *response;

    /* Sets of the design's rows, and why some say nothing: they have one row, no event, or nothing but events. */
    size_t n_sets, n_single, n_eventless, n_full;
} logreg__matched;

/* The sets of a design over all of its terms, whose response has two classes and strata. Sets that say nothing are left out. EDATA: all of
 * them are. ENOMEM. O(n log n + n p), 16 n p bytes. */
logreg_status logreg__matched_new(logreg__matched **matched, const logreg__design *design, logreg_error *err);

/* Rows of k + 1 classes as sets, which is what their likelihood makes of them: each row of positive weight is a set of the classes that it may
 * have, its own being the event. What has k p columns in the design has them here, class by class from the second on: class c has the row in its
 * own p, and 0 elsewhere. So of each row single classes can be left out. A row of trials is two sets. ENOMEM. O(n k^2 p), 16 n (k + 1) k p bytes. */
logreg_status logreg__matched_classes(logreg__matched **matched, const logreg__design *design, size_t k,
                                      logreg_error *err);

/* The rows for which keep is not 0; what sets are left have both kinds of rows. ENOMEM. */
logreg_status logreg__matched_part(logreg__matched **part, const logreg__matched *matched,
                                   const unsigned char *keep, logreg_error *err);

/* From raw, offset, first and events of the sets to all the rest; for those who make one. ENOMEM. */
logreg_status logreg__matched_finish(logreg__matched *matched, char *const *name, size_t p,
                                     logreg_error *err);

/* After raw has changed: columns less their means again. */
void logreg__matched_centre(logreg__matched *matched);

void logreg__matched_free(logreg__matched *matched);

#endif
