/* What names in hypotheses stand for. */
#ifndef LOGREG_HYPOTHESIS_NAMES_H
#define LOGREG_HYPOTHESIS_NAMES_H

#include "model/model.h"

typedef struct {
    char *text;          /* owned */
    size_t first, count; /* columns of the model */
    bool term;           /* a term of the formula: all of its columns */
    bool bare; /* a column without its brackets, as R calls it: read where nothing else is called so */
} logreg__name;

typedef struct {
    const logreg_model *model;
    size_t n;
    logreg__name *name;
} logreg__names;

/* false: out of memory; clear in any case. */
bool logreg__names_init(logreg__names *names, const logreg_model *model);
void logreg__names_clear(logreg__names *names);

typedef struct {
    const logreg__name *name;  /* NULL: nothing is called so */
    const logreg__name *other; /* another that may be meant as well, or NULL */
    size_t k;      /* the class that it names: 1 .. K-1; 0: it names none; SIZE_MAX: the reference */
    size_t length; /* bytes */
} logreg__found;

/* The longest name that the text begins with and that ends there. */
logreg__found logreg__names_find(const logreg__names *names, const char *text);

/* The sentence on a word that is no name: the nearest, or those that there are. EINVAL. */
logreg_status logreg__names_unknown(const logreg__names *names, const char *what, const char *word,
                                    logreg_error *err);

#endif
