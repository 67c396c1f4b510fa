/* What a report warns of, and that a model's file keeps it. */
#ifndef TESTS_WARNED_H
#define TESTS_WARNED_H

#include <logreg/model.h>

/* The warnings on one wide page, for the caller to free; NULL: memory is out. */
char *warnings_or_none(const logreg_model *model);

/* The same; NULL fails the test. */
char *warnings_of(const logreg_model *model);

/* The same, once saved and loaded again; others than before fail the test. */
char *warnings_kept(const logreg_model *model);

#endif
