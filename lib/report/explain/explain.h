/* A model in words: what each coefficient says, and what must not be said of it. */
#ifndef LOGREG_REPORT_EXPLAIN_EXPLAIN_H
#define LOGREG_REPORT_EXPLAIN_EXPLAIN_H

#include <logreg/inference.h>

#include "model/model.h"
#include "report/page/page.h"

/* What can be said of a column of the design. */
typedef enum {
    LOGREG__SAYS_BASELINE, /* the intercept */
    LOGREG__SAYS_NUMBER,   /* a number, or a function of some, that can move while all else stays */
    LOGREG__SAYS_LOG,      /* the logarithm of one such column, to the base `base` */
    LOGREG__SAYS_LEVEL,    /* a level against the reference */
    LOGREG__SAYS_ITSELF,   /* a level, where all of them have a column */
    LOGREG__SAYS_PRODUCT,  /* how the odds ratio of one of two variables changes with the other */
    LOGREG__SAYS_TOGETHER, /* nothing by itself: other columns move with it */
    LOGREG__SAYS_NOTHING   /* nothing simple: contrasts, products of more */
} logreg__says;

typedef struct {
    logreg__says kind;
    const logreg__term *term; /* NULL: the intercept */
    size_t column;            /* within the term */
    size_t
        acting; /* the term's variable that a NUMBER, LOG or LEVEL is about; all others are factors by all levels */
    double base;
} logreg__role;

logreg__role logreg__explain_role(const logreg_model *model, size_t j);

/* Whether a variable is the column, or made of it. */
bool logreg__variable_uses(const logreg__variable *v, const char *column);

/* Whether a column of the frame moves several variables, or one of several columns. */
bool logreg__explain_curved(const logreg_model *model, const char *column);

/* Whether a paragraph below tells what all columns together do that move with variable i of the model. */
bool logreg__explain_follows(const logreg_model *model, size_t i);

/* A paragraph under a name from the data; takes the note. */
void logreg__write_named(logreg__page *page, const char *name, logreg__page *note);

/* The sentence on coefficient j of class k against another, as a paragraph; against a class that is not the first, nothing where it is not
 * finite. */
void logreg__write_sentence(logreg__page *page, const logreg_model *model, const logreg_inference *inference,
                            size_t k, size_t against, size_t j);

/* The whole section. */
void logreg__write_explanation(logreg__page *page, const logreg_model *model,
                               const logreg_inference *inference);

#endif
