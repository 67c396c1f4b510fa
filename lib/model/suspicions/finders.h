/* The table of finders: what looks for suspicions beside a fit, in the order in which it does. */
#ifndef LOGREG_MODEL_SUSPICIONS_FINDERS_H
#define LOGREG_MODEL_SUSPICIONS_FINDERS_H

#include "model/fitting.h"
#include "model/suspicions/suspicion.h"

/* When a finder looks: while the classes of the rows are at hand, or when the fit is done. */
typedef enum { LOGREG__WITH_CLASSES, LOGREG__WITH_FILE } logreg__search_stage;

/* Where to look. All is borrowed. */
typedef struct {
    logreg_model *model; /* which receives what is found */
    bool chosen; /* somebody named the columns one by one, so that none is told as an ID or as codes */

    const logreg__fitting *fitting; /* LOGREG__WITH_CLASSES */

    /* LOGREG__WITH_FILE */
    const logreg_frame *frame; /* the file's */
    const logreg__rows *rows;
    const logreg_frame *counting; /* set by the search: the same, or its numbers in rows that count */
    const logreg_frame *used;     /* that of the fit, whose columns may be imputed, */
    const logreg__losses *losses; /*   and what they cost it */
} logreg__search;

/* Adds what is found to the model's suspicions. False: memory is out. */
bool logreg__suspicions_find(const logreg__search *search, logreg__search_stage stage);

/* Finders, each of a file: categories of so many levels that each is a coefficient of few rows; (crowds.c) */
bool logreg__find_crowds(const logreg__search *q);

/*   categories whose reference level alone keeps their coefficients from being finite; (reference.c) */
bool logreg__find_references(const logreg__search *q);

/*   variables that tell the class by themselves, where the fit does, and numbers of matched sets; (by_class.c) */
bool logreg__find_by_class(const logreg__search *q);

/*   variables, each by itself; (variables.c) */
bool logreg__find_variables(const logreg__search *q);

/*   columns of numbers beside those of which something is suspected; (suspicions_beside.c) */
bool logreg__find_beside(const logreg__search *q);

/*   a column that holds the trials of a target that counts events; (grouped.c) */
bool logreg__find_grouped(const logreg__search *q);

/*   a column that the fit has no use for and that counts the cases that rows stand for; (cases.c) */
bool logreg__find_uncounted(const logreg__search *q);

/*   levels that join two others; (joined.c) */
bool logreg__find_joined(const logreg__search *q);

/*   variables that others decide, where some coefficients are aliased; (decided.c) */
bool logreg__find_decided(const logreg__search *q);

/*   variables that go with what the outcome's condition asks about; (followers.c) */
bool logreg__find_followers(const logreg__search *q);

/*   the target; (target.c) */
bool logreg__find_target(const logreg__search *q);

/*   columns that the outcome's condition is about; (suspicions_behind.c) */
bool logreg__find_behind(const logreg__search *q);

/*   variables that are missing where another has certain values; (skipped.c) */
bool logreg__find_skipped(const logreg__search *q);

/*   rows that stand there twice; (twice.c) */
bool logreg__find_twice(const logreg__search *q);

/*   features that cost the fit most of its rows, and classes without rows. (losses.c) */
bool logreg__find_losses(const logreg__search *q);

#endif
